// A table of counts with its totals as a network: what an outsider can still imagine in the withheld cells is what can flow in it.
//
// Every cell lies on one row and one column, totals included. Raising a withheld cell keeps all sums only if other withheld
// cells move with it along a closed way through rows and columns; how far it can move is a flow, so the answer is exact
// for whole numbers.

export type NetworkCell = {
  readonly row: number
  readonly column: number
  /** Nodes of its row and column, in the direction in which the cell rises. */
  readonly from: number
  readonly to: number
  readonly value: number
  /** Bounds that an outsider knows for the cell once it is withheld. */
  readonly least: number
  readonly most: number
  /** What withholding it costs the reader; infinite when it may not be withheld. */
  readonly cost: number
}

export type Network = {
  readonly cells: readonly NetworkCell[]
  /** Cells at each node. */
  readonly at: readonly (readonly NetworkCell[])[]
  readonly withheld: Set<NetworkCell>
}

type Way = { readonly steps: readonly { readonly cell: NetworkCell; readonly isRise: boolean }[] }
type Moves = Map<NetworkCell, number>
type Reached = { readonly cell: NetworkCell; readonly isRise: boolean; readonly before: number }

export function networkOf(cells: readonly NetworkCell[], withheld: Iterable<NetworkCell>): Network {
  const at: NetworkCell[][] = []
  for (const cell of cells) for (const node of [cell.from, cell.to]) (at[node] ??= []).push(cell)
  return { cells, at, withheld: new Set(withheld) }
}

type Waiting = { readonly node: number; readonly cost: number }

function push(heap: Waiting[], item: Waiting): void {
  let place = heap.push(item) - 1
  while (place > 0) {
    const parent = (place - 1) >> 1
    if ((heap[parent] as Waiting).cost <= item.cost) break
    heap[place] = heap[parent] as Waiting
    place = parent
  }
  heap[place] = item
}

function pop(heap: Waiting[]): Waiting | undefined {
  const top = heap[0]
  const item = heap.pop()
  if (item === undefined || heap.length === 0) return top
  let place = 0
  for (;;) {
    let child = 2 * place + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && (heap[child + 1] as Waiting).cost < (heap[child] as Waiting).cost) child += 1
    if ((heap[child] as Waiting).cost >= item.cost) break
    heap[place] = heap[child] as Waiting
    place = child
  }
  heap[place] = item
  return top
}

const roomFor = (cell: NetworkCell, isRise: boolean, moves: Moves): number => {
  const value = cell.value + (moves.get(cell) ?? 0)
  return isRise ? cell.most - value : value - cell.least
}

/** The cheapest way between two nodes over cells that can move, past the cell that is to be moved itself. */
function cheapestWay(
  { at, withheld }: Network,
  moves: Moves,
  past: NetworkCell,
  ends: { readonly from: number; readonly to: number },
  mayWithhold: boolean,
): Way | undefined {
  const costs = new Map([[ends.from, 0]])
  const reached = new Map<number, Reached>()
  const done = new Set<number>()
  const heap: Waiting[] = [{ node: ends.from, cost: 0 }]
  for (let next = pop(heap); next !== undefined && next.node !== ends.to; next = pop(heap)) {
    if (done.has(next.node)) continue
    done.add(next.node)
    for (const cell of at[next.node] ?? []) {
      const isWithheld = withheld.has(cell)
      if (cell === past || (!isWithheld && !mayWithhold)) continue
      const isRise = cell.from === next.node
      const node = isRise ? cell.to : cell.from
      const cost = next.cost + (isWithheld ? 0 : cell.cost)
      if (cost >= (costs.get(node) ?? Number.POSITIVE_INFINITY) || roomFor(cell, isRise, moves) < 1) continue
      costs.set(node, cost)
      reached.set(node, { cell, isRise, before: next.node })
      push(heap, { node, cost })
    }
  }
  const steps: Reached[] = []
  for (let node = ends.to; node !== ends.from; ) {
    const step = reached.get(node)
    if (step === undefined) return undefined
    steps.push(step)
    node = step.before
  }
  return { steps }
}

/**
 * Whether a withheld cell can be raised (or lowered) by so much while every sum and every shown figure stays.
 * With `mayWithhold`, cells that are still missing for it are withheld, the cheapest first; nothing is ever shown again.
 */
export function canMove(
  network: Network,
  cell: NetworkCell,
  by: number,
  direction: 'up' | 'down',
  mayWithhold: boolean,
): boolean {
  const moves: Moves = new Map()
  const isUp = direction === 'up'
  if (roomFor(cell, isUp, moves) < by) return false
  const ends = isUp ? { from: cell.to, to: cell.from } : { from: cell.from, to: cell.to }
  for (let left = by; left > 0; ) {
    const way = cheapestWay(network, moves, cell, ends, mayWithhold)
    if (way === undefined) return false
    const flow = Math.min(left, ...way.steps.map((step) => roomFor(step.cell, step.isRise, moves)))
    for (const step of way.steps) {
      network.withheld.add(step.cell)
      moves.set(step.cell, (moves.get(step.cell) ?? 0) + (step.isRise ? flow : -flow))
    }
    left -= flow
  }
  return true
}

/** A withheld cell that can take one value only gives itself away. */
export const hasChoice = (network: Network, cell: NetworkCell): boolean =>
  canMove(network, cell, 1, 'up', false) || canMove(network, cell, 1, 'down', false)
