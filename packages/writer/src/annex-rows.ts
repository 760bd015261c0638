// An annex with a row for each unit: figures as columns, subtotals by group, a total by formula with its value beside it.
import {
  type AnnexFacts,
  type AnnexUnit,
  chunksOf,
  groupsOf,
  type GroupedUnits,
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
import { type AnnexColumn, columnsOf, headOf } from './annex-head.ts'
import type { AnnexSheet } from './annex-template.ts'
import { columnLetters } from './sheet-data.ts'
import type { Sheet, SheetCell, SheetRow } from './workbook-model.ts'

/** Number and name of a unit stand before its figures. */
const BEFORE = 2

type Sheeted = {
  readonly facts: AnnexFacts
  readonly columns: readonly AnnexColumn[]
  readonly letterOf: (at: number) => string
  /** Letter of the column of an indicator; undefined when it stands on another sheet. */
  readonly letterFor: (code: string) => string | undefined
}

/** Cells of one row whose figures are `shown`; ratios refer to their neighbours in the row. */
function rowCells(
  on: Sheeted,
  row: number,
  cellOf: (code: string, at: number) => SheetCell,
  shown: (code: string) => Shown,
) {
  return on.columns.map(({ holds }, at): SheetCell => {
    if ('indicator' in holds) return cellOf(holds.indicator.code, at)
    const [part, whole] = [on.letterFor(holds.ratio.part), on.letterFor(holds.ratio.whole)]
    const places = part === undefined || whole === undefined ? null : { part: `${part}${row}`, whole: `${whole}${row}` }
    return ratioCell(shown(holds.ratio.part), shown(holds.ratio.whole), places)
  })
}

function unitRow(on: Sheeted, unit: AnnexUnit, number: number, row: number): SheetRow {
  const shown = (code: string): Shown => on.facts.shown(unit.id, code)
  return { cells: [number, unit.name, ...rowCells(on, row, shown, shown)] }
}

/** A subtotal is told only where every unit of the group is shown: it then tells nothing that its rows do not. */
function subtotalOf(facts: AnnexFacts, units: readonly AnnexUnit[], code: string): Shown {
  const shown = units.map(({ id }) => facts.shown(id, code))
  if (shown.includes(STAR)) return STAR
  const figures = shown.filter((value) => typeof value === 'number')
  return figures.length === 0 ? null : figures.reduce((sum, value) => sum + value, 0)
}

type Block = { readonly first: number; readonly last: number }

const rangesOf = (letter: string, blocks: readonly Block[]): string =>
  blocks.map(({ first, last }) => `${letter}${first}:${letter}${last}`).join(',')

function groupRow(on: Sheeted, group: GroupedUnits, row: number): SheetRow {
  const block = { first: row + 1, last: row + group.units.length }
  const shown = (code: string): Shown => subtotalOf(on.facts, group.units, code)
  const cellOf = (code: string, at: number): SheetCell => {
    const value = shown(code)
    return value === STAR ? STAR : sumCell(value, `SUM(${rangesOf(on.letterOf(at), [block])})`)
  }
  return { emphasis: 'bold', cells: ['', group.title, ...rowCells(on, row, cellOf, shown)] }
}

function totalRow(on: Sheeted, blocks: readonly Block[], row: number): SheetRow {
  const { facts } = on
  const isStarred = (code: string): boolean => facts.units.some(({ id }) => facts.shown(id, code) === STAR)
  const cellOf = (code: string, at: number): SheetCell =>
    sumCell(
      facts.total(code),
      facts.addsUp(code) && !isStarred(code) ? `SUM(${rangesOf(on.letterOf(at), blocks)})` : null,
    )
  return { emphasis: 'bold', cells: ['', 'Tổng', ...rowCells(on, row, cellOf, facts.total)] }
}

function bodyOf(on: Sheeted, groups: readonly GroupedUnits[], firstRow: number, hasTotal: boolean): SheetRow[] {
  const rows: SheetRow[] = []
  const blocks: Block[] = []
  let number = 0
  for (const group of groups) {
    if (group.title !== null) rows.push(groupRow(on, group, firstRow + rows.length))
    const first = firstRow + rows.length
    blocks.push({ first, last: first + group.units.length - 1 })
    for (const unit of group.units) {
      number += 1
      rows.push(unitRow(on, unit, number, firstRow + rows.length))
    }
  }
  if (hasTotal) rows.push(totalRow(on, blocks, firstRow + rows.length))
  const hasStar = rows.some(({ cells }) => cells.includes(STAR))
  const note: SheetRow = { emphasis: 'italic', cells: ['', STAR_NOTE, ...on.columns.map(() => null)] }
  return hasStar ? [...rows, note] : rows
}

/** The sheets of a template's sheet of kind `units-as-rows`; none when no unit has a figure. */
export function unitRowSheets(sheet: AnnexSheet, facts: AnnexFacts): Sheet[] {
  const all = columnsOf(sheet, sectionsFor(sheet, facts.sections))
  const chunks = chunksOf(all, sheet.columnsASheet ?? all.length)
  const groups = groupsOf(sheet, facts.units)
  return chunks.map((columns, at): Sheet => {
    const label = labelOf(sheet, at, chunks.length)
    const titleLines = facts.titleLines(`PHỤ LỤC ${label}`, remarkOf(sheet, facts.reported))
    const headerRows = headOf(['STT', 'Đơn vị'], columns)
    const letters = new Map(
      columns.flatMap(({ holds }, index) =>
        'indicator' in holds ? [[holds.indicator.code, columnLetters(index + 1 + BEFORE)] as const] : [],
      ),
    )
    const on: Sheeted = {
      facts,
      columns,
      letterOf: (index) => columnLetters(index + 1 + BEFORE),
      letterFor: (code) => letters.get(code),
    }
    return {
      name: `Phụ lục ${label}`,
      titleLines,
      columns: [
        { widthChars: 6, align: 'center' },
        { widthChars: 34, align: 'left' },
        ...columns.map(({ format }) => ({ widthChars: 15, align: 'right' as const, numberFormat: format })),
      ],
      headerRows,
      rows: bodyOf(on, groups, titleLines.length + headerRows.length + 1, sheet.hasTotal !== false),
      ...pageOf(sheet),
    }
  })
}
