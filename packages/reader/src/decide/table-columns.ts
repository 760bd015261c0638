// Units of a table's columns: its head names them in brackets or by their noun, or the row has a cell for the unit.
import type { FigureDecision } from './decision.ts'
import type { Token } from '../tokens/scan.ts'
import { type NounPhrase, nounAt } from '../units/noun-phrase.ts'

type ColumnUnit = Pick<NounPhrase, 'unit' | 'kind'>

export type TableHead = {
  readonly units: ReadonlyMap<number, ColumnUnit>
  /** The column that holds the unit of each row; -1 when there is none. */
  readonly unitColumn: number
}

const isTab = (token: Token): boolean => token.key === '\t'

/** Cells as ranges of token indexes. */
function cellsOf(tokens: readonly Token[]): (readonly [from: number, to: number])[] {
  const cells: [number, number][] = []
  let from = 0
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at]
    if (token !== undefined && !isTab(token)) continue
    cells.push([from, at])
    from = at + 1
  }
  return cells
}

/** `Diện tích (ha)`, `Số mô hình`, `Dân số (người)`. */
function unitOfHead(text: string, tokens: readonly Token[], [from, to]: readonly [number, number]): ColumnUnit | null {
  const bracket = tokens.findIndex((token, at) => at >= from && at < to && token.key === '(')
  const named = bracket >= 0 ? bracket + 1 : tokens[from]?.key === 'số' ? from + 1 : -1
  const unit = named < 0 ? null : nounAt(text, tokens, named)
  // `Số lượng` heads a column without saying of what.
  return unit?.isKnown === true ? unit : null
}

/** The head of a table, if the line is one: cells without a number. */
export function tableHeadOf(text: string, tokens: readonly Token[]): TableHead | null {
  if (!tokens.some(isTab) || tokens.some((token) => token.kind === 'digits')) return null
  const cells = cellsOf(tokens)
  const units = new Map<number, ColumnUnit>()
  let unitColumn = -1
  for (const [column, cell] of cells.entries()) {
    const words = tokens.slice(...cell).map((token) => token.key)
    if (words.join(' ') === 'đơn vị tính' || words.join('') === 'đvt') unitColumn = column
    const unit = unitOfHead(text, tokens, cell)
    if (unit !== null) units.set(column, unit)
  }
  return unitColumn >= 0 || units.size > 0 ? { units, unitColumn } : null
}

/** A row's figure with the unit of its row or its column. */
export function inColumn(
  text: string,
  tokens: readonly Token[],
  head: TableHead,
  mine: FigureDecision,
): FigureDecision {
  if (mine.kind === 'percent' || mine.nounTo > mine.nounFrom) return mine
  const cells = cellsOf(tokens)
  const column = cells.findIndex(([from, to]) => from <= mine.from && mine.from < to)
  const cell = cells[head.unitColumn]
  const found = cell === undefined ? head.units.get(column) : (nounAt(text, tokens, cell[0]) ?? undefined)
  return found === undefined
    ? mine
    : { ...mine, unit: found.unit, kind: found.kind, because: [...mine.because, 'noun.of-column'] }
}
