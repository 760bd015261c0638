// What an outsider can tell of whole numbers from sums that they keep: the least and the most that each can be, drawn closer sum by sum.
//
// Each sum is looked at by itself until none gives more. What only several sums together would tell is not found here.

/** Least and most of each number. */
export type Bounds = { readonly low: number[]; readonly high: number[] }

/** `terms`: which number, times what. Their sum lies from `low` to `high`. */
export type Constraint = {
  readonly terms: readonly (readonly [at: number, times: number])[]
  readonly low: number
  readonly high: number
}

type Reach = { sum: number; open: number }

/** The least (or the most) that a sum can come to, and how many of its terms have no bound on that side. */
function reached({ terms }: Constraint, { low, high }: Bounds, isMost: boolean): Reach {
  const reach: Reach = { sum: 0, open: 0 }
  for (const [at, times] of terms) {
    const part = times * ((times > 0 === isMost ? high[at] : low[at]) ?? 0)
    if (Number.isFinite(part)) reach.sum += part
    else reach.open += 1
  }
  return reach
}

/** What the other terms come to without this one; `open` where one of them has no bound. */
function without(reach: Reach, part: number, open: number): number {
  if (!Number.isFinite(part)) return reach.open === 1 ? reach.sum : open
  return reach.open === 0 ? reach.sum - part : open
}

/** Draws the bounds of one sum's numbers closer; returns those that changed. */
function tighten(constraint: Constraint, bounds: Bounds): number[] {
  const [least, most] = [reached(constraint, bounds, false), reached(constraint, bounds, true)]
  const changed: number[] = []
  for (const [at, times] of constraint.terms) {
    const [low, high] = [bounds.low[at] ?? 0, bounds.high[at] ?? 0]
    const isUp = times > 0
    const restLeast = without(least, times * (isUp ? low : high), Number.NEGATIVE_INFINITY)
    const restMost = without(most, times * (isUp ? high : low), Number.POSITIVE_INFINITY)
    const [byHigh, byLow] = [(constraint.high - restLeast) / times, (constraint.low - restMost) / times]
    const newLow = Math.max(low, Math.ceil(isUp ? byLow : byHigh))
    const newHigh = Math.min(high, Math.floor(isUp ? byHigh : byLow))
    if (newLow === low && newHigh === high) continue
    bounds.low[at] = newLow
    bounds.high[at] = newHigh
    changed.push(at)
  }
  return changed
}

/** More looks than this at one sum bring nothing that matters to a table of counts. */
const MOST_LOOKS = 400

/** Draws all bounds as close as the sums one by one allow. The truth must keep every sum. */
export function drawIn(bounds: Bounds, constraints: readonly Constraint[]): void {
  const at = new Map<number, number[]>()
  constraints.forEach(({ terms }, which) => {
    for (const [number] of terms) {
      const known = at.get(number)
      if (known === undefined) at.set(number, [which])
      else known.push(which)
    }
  })
  const waiting = new Set(constraints.keys())
  const looks = constraints.map(() => 0)
  for (const which of waiting) {
    waiting.delete(which)
    const constraint = constraints[which]
    if (constraint === undefined || (looks[which] = (looks[which] ?? 0) + 1) > MOST_LOOKS) continue
    for (const number of tighten(constraint, bounds)) for (const each of at.get(number) ?? []) waiting.add(each)
  }
}
