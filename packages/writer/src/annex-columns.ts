// An annex with a column for each unit: indicators as rows under their sections and bands, the total before the units.
import {
  type AnnexFacts,
  type AnnexUnit,
  chunksOf,
  type GroupedUnits,
  groupsOf,
  labelOf,
  pageOf,
  ratioCell,
  remarkOf,
  sectionsFor,
  type Shown,
  STAR,
  STAR_NOTE,
  sumCell,
} from './annex-facts.ts'
import { type AnnexColumn, columnsOf } from './annex-head.ts'
import type { AnnexSheet } from './annex-template.ts'
import type { HeaderCell } from './block-model.ts'
import { columnLetters } from './sheet-data.ts'
import type { Sheet, SheetCell, SheetRow } from './workbook-model.ts'

const BEFORE = ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Tổng'] as const

type Part = { readonly unit: AnnexUnit; readonly group: string | null }

type Sheeted = {
  readonly facts: AnnexFacts
  readonly parts: readonly Part[]
  /** Whether all units stand on this one sheet, so that a formula reaches them. */
  readonly isWhole: boolean
  readonly hasTotal: boolean
  /** Row of an indicator, known once it is placed. */
  readonly rowOf: ReadonlyMap<string, number>
}

const isStarred = ({ units, shown }: AnnexFacts, code: string): boolean =>
  units.some(({ id }) => shown(id, code) === STAR)

function figureRow(on: Sheeted, column: AnnexColumn, number: number | null, row: number): SheetRow {
  const { facts, parts } = on
  const offset = BEFORE.length - (on.hasTotal ? 0 : 1)
  const letterOf = (at: number): string => columnLetters(at + 1 + offset)
  const { holds } = column
  if ('indicator' in holds) {
    const { code, name, unit } = holds.indicator
    const formula = `SUM(${letterOf(0)}${row}:${letterOf(parts.length - 1)}${row})`
    const mayAdd = on.isWhole && facts.addsUp(code) && !isStarred(facts, code)
    const total = on.hasTotal ? [sumCell(facts.total(code), mayAdd ? formula : null)] : []
    const own = parts.map((part): SheetCell => facts.shown(part.unit.id, code))
    return { numberFormat: column.format, cells: [number, `${code}. ${name}`, unit, ...total, ...own] }
  }
  const { part, whole, title } = holds.ratio
  const [above, below] = [on.rowOf.get(part), on.rowOf.get(whole)]
  const cell = (letter: string, shown: (code: string) => Shown): SheetCell =>
    ratioCell(
      shown(part),
      shown(whole),
      above === undefined || below === undefined ? null : { part: `${letter}${above}`, whole: `${letter}${below}` },
    )
  const total = on.hasTotal ? [cell(letterOf(-1), facts.total)] : []
  const own = parts.map(({ unit }, at) => cell(letterOf(at), (code) => facts.shown(unit.id, code)))
  return { numberFormat: column.format, cells: [null, title, '%', ...total, ...own] }
}

type Line = { readonly title: string; readonly emphasis: 'bold' | 'italic' } | { readonly column: AnnexColumn }

/** Sections and bands as rows of their own between the indicators. */
const linesOf = (columns: readonly AnnexColumn[]): readonly Line[] =>
  columns.flatMap((column, at): Line[] => {
    const before = columns[at - 1]
    const isNewSection = before?.section !== column.section
    const isNewBand = column.band !== null && (isNewSection || before?.band !== column.band)
    return [
      ...(isNewSection ? [{ title: column.section, emphasis: 'bold' as const }] : []),
      ...(isNewBand ? [{ title: column.band, emphasis: 'italic' as const }] : []),
      { column },
    ]
  })

function bodyOf(on: Omit<Sheeted, 'rowOf'>, lines: readonly Line[], firstRow: number): SheetRow[] {
  const width = BEFORE.length - (on.hasTotal ? 0 : 1) + on.parts.length
  const titled = (title: string, emphasis: 'bold' | 'italic'): SheetRow => ({
    emphasis,
    cells: ['', title, ...Array.from({ length: width - 2 }, () => null)],
  })
  const rowOf = new Map(
    lines.flatMap((line, at) =>
      'column' in line && 'indicator' in line.column.holds
        ? [[line.column.holds.indicator.code, firstRow + at] as const]
        : [],
    ),
  )
  let number = 0
  const rows = lines.map((line, at) => {
    if ('title' in line) return titled(line.title, line.emphasis)
    const isFigure = 'indicator' in line.column.holds
    if (isFigure) number += 1
    return figureRow({ ...on, rowOf }, line.column, isFigure ? number : null, firstRow + at)
  })
  return rows.some(({ cells }) => cells.includes(STAR)) ? [...rows, titled(STAR_NOTE, 'italic')] : rows
}

/** Groups of units above their names, where the template has any. */
function headOf(parts: readonly Part[], before: readonly string[]): readonly (readonly HeaderCell[])[] {
  const names = parts.map(({ unit }): HeaderCell => ({ text: unit.name }))
  if (parts.every(({ group }) => group === null)) return [[...before.map((text) => ({ text })), ...names]]
  const top: { text: string; colSpan?: number; rowSpan?: number }[] = []
  let current: string | null = null
  for (const { unit, group } of parts) {
    const last = top.at(-1)
    if (group === null) top.push({ text: unit.name, rowSpan: 2 })
    else if (last !== undefined && group === current) last.colSpan = (last.colSpan ?? 1) + 1
    else top.push({ text: group, colSpan: 1 })
    current = group
  }
  return [
    [...before.map((text) => ({ text, rowSpan: 2 })), ...top],
    parts.flatMap(({ unit, group }) => (group === null ? [] : [{ text: unit.name }])),
  ]
}

const partsOf = (groups: readonly GroupedUnits[]): readonly Part[] =>
  groups.flatMap(({ title, units }) => units.map((unit) => ({ unit, group: title })))

/** The sheets of a template's sheet of kind `units-as-columns`; none when no unit has a figure. */
export function unitColumnSheets(sheet: AnnexSheet, facts: AnnexFacts): Sheet[] {
  const lines = linesOf(columnsOf(sheet, sectionsFor(sheet, facts.sections)))
  if (lines.length === 0) return []
  const all = partsOf(groupsOf(sheet, facts.units))
  const chunks = chunksOf(all, sheet.columnsASheet ?? all.length)
  const hasTotal = sheet.hasTotal !== false
  const before = hasTotal ? BEFORE : BEFORE.slice(0, -1)
  return chunks.map((parts, at): Sheet => {
    const label = labelOf(sheet, at, chunks.length)
    const titleLines = facts.titleLines(`PHỤ LỤC ${label}`, remarkOf(sheet, facts.reported))
    const headerRows = headOf(parts, before)
    const figure = { widthChars: 13, align: 'right' as const, numberFormat: '#,##0' }
    const on = { facts, parts, isWhole: chunks.length === 1, hasTotal }
    return {
      name: `Phụ lục ${label}`,
      titleLines,
      columns: [
        { widthChars: 6, align: 'center' },
        { widthChars: 46, align: 'left' },
        { widthChars: 13, align: 'center' },
        ...(hasTotal ? [figure] : []),
        ...parts.map(() => figure),
      ],
      headerRows,
      rows: bodyOf(on, lines, titleLines.length + headerRows.length + 1),
      ...pageOf(sheet),
    }
  })
}
