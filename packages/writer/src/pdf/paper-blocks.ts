// The content blocks of a paper as items: headings, paragraphs, lists, notes, tables.

import type { Block, BodyCell, Run, Section, Table, TableRow } from '../block-model.ts'
import { runText } from '../block-model.ts'
import { placeHeaderOrThrow } from '../header-grid.ts'
import type { FormatProfile } from '../profile.ts'
import { spell } from '../spelling.ts'
import { cleanText } from '../xml-text.ts'
import { breakable, type ItemAlign, linesIn, type LooseItem, roomOf, SINGLE_LINE, type TableCell } from './items.ts'
import { qrItem } from './paper-frame.ts'

export type ContentBlock = Exclude<Block, Section>

/** Where a block stands: the width and height of the text area, and whether it must stay on the page of what follows. */
export type Place = { readonly textMm: number; readonly heightMm: number; readonly keepNext: boolean }

type Look = { readonly sizePt: number; readonly bold: boolean; readonly italic: boolean }

type Shape = {
  readonly align: ItemAlign
  readonly firstLineMm: number
  readonly beforePt: number
  readonly afterPt: number
  readonly lineMultiple: number
  readonly keep: boolean
  readonly level?: number
}

// A long paragraph may leave the page of the signature: held as a whole it would leave half a page empty.
const KEPT_LINES = 8

const paragraph = (runs: readonly Run[], look: Look, shape: Shape, textMm: number): LooseItem => {
  const isShort = linesIn(runs.map(runText).join(''), look.sizePt, textMm) <= KEPT_LINES
  return {
    beforePt: shape.beforePt,
    afterPt: shape.afterPt,
    drawn: {
      kind: 'text',
      pieces: runs.map((run) => {
        const bold = look.bold || run.bold === true
        const parts = breakable(runText(run), look.sizePt, bold, textMm - shape.firstLineMm)
        return { parts, sizePt: look.sizePt, bold, italic: look.italic || run.italic === true, underline: false }
      }),
      align: shape.align,
      firstMm: shape.firstLineMm,
      leftMm: 0,
      line: shape.lineMultiple,
      keep: shape.keep && isShort,
      level: shape.level ?? 0,
    },
  }
}

const headingItem = (block: Extract<Block, { kind: 'heading' }>, profile: FormatProfile, textMm: number): LooseItem => {
  const style = profile.headings[block.level - 1]
  if (style === undefined) throw new RangeError(`heading level ${block.level}`)
  const words = spell(block.text, profile.spelling)
  const text = style.case === 'upper' ? words.toUpperCase() : words
  const place = { align: style.align, firstLineMm: style.firstLineMm, keep: true, level: block.level }
  return paragraph([{ text }], style, { ...profile.body, ...place }, textMm)
}

const scaled = (table: Table, textMm: number): readonly number[] => {
  const total = table.columns.reduce((sum, column) => sum + column.widthMm, 0)
  return table.columns.map(({ widthMm }) => (textMm * widthMm) / total)
}

const spanMm = (widthsMm: readonly number[], column: number, span: number): number =>
  widthsMm.slice(column, column + span).reduce((sum, width) => sum + width, 0)

type TableStyle = FormatProfile['table']

const cellLines = (text: string, style: TableStyle, bold: boolean, widthMm: number): readonly (readonly string[])[] =>
  cleanText(text)
    .split('\n')
    .map((one) => breakable(one, style.sizePt, bold, widthMm - 2 * style.cellSideMm))

const headerCells = (table: Table, style: TableStyle, widthsMm: readonly number[]): readonly TableCell[] =>
  placeHeaderOrThrow(table.headerRows, table.columns.length).map(({ text, column, colSpan, rowSpan }) => ({
    lines: cellLines(text, style, style.headerBold, spanMm(widthsMm, column, colSpan)),
    align: 'center',
    bold: style.headerBold,
    italic: false,
    colSpan,
    rowSpan,
  }))

const bodyCells = (row: TableRow, table: Table, style: TableStyle, widthsMm: readonly number[]) => {
  let column = 0
  const cells = row.cells.map((given: BodyCell): TableCell & { readonly heightMm: number } => {
    const { text, colSpan = 1, align } = typeof given === 'string' ? { text: given } : given
    const at = column
    column += colSpan
    const widthMm = spanMm(widthsMm, at, colSpan)
    const inner = widthMm - 2 * style.cellSideMm
    const rows = text.split('\n').reduce((sum, one) => sum + linesIn(one, style.sizePt, inner), 0)
    const bold = row.emphasis === 'bold'
    return {
      lines: cellLines(text, style, bold, widthMm),
      align: align ?? table.columns[at]?.align ?? 'left',
      bold,
      italic: row.emphasis === 'italic',
      colSpan,
      rowSpan: 1,
      heightMm: (rows * style.sizePt * SINGLE_LINE * 25.4) / 72,
    }
  })
  if (column !== widthsMm.length) throw new RangeError(`row_misfit: ${column} places for ${widthsMm.length} columns`)
  return cells
}

// A row higher than this share of the page is let over the page end; held whole it could stand on no page at all.
const WHOLE_ROW_SHARE = 0.6

const tableItem = (table: Table, profile: FormatProfile, place: Place): LooseItem => {
  const style = profile.table
  const widthsMm = scaled(table, place.textMm)
  const total: readonly TableRow[] = table.totalRow ? [{ ...table.totalRow, emphasis: 'bold' }] : []
  const rows = [...table.rows, ...total].map((row) => {
    const cells = bodyCells(row, table, style, widthsMm)
    return { split: cells.some((cell) => cell.heightMm > place.heightMm * WHOLE_ROW_SHARE), cells }
  })
  return {
    beforePt: 0,
    afterPt: 0,
    drawn: {
      kind: 'table',
      widthsMm,
      sizePt: style.sizePt,
      borderPt: style.borderPt,
      sideMm: style.cellSideMm,
      topPt: style.cellTopPt,
      header: headerCells(table, style, widthsMm),
      rows,
    },
  }
}

const plain = (sizePt: number): Look => ({ sizePt, bold: false, italic: false })

/** The items of one block at its place. A table whose cells do not fit its columns throws RangeError. */
export const blockItems = (block: ContentBlock, profile: FormatProfile, place: Place): readonly LooseItem[] => {
  const { note, listMarker } = profile
  const { textMm } = place
  const body = { ...profile.body, keep: place.keepNext }
  const look = plain(body.sizePt)
  switch (block.kind) {
    case 'heading':
      return [headingItem(block, profile, textMm)]
    case 'paragraph':
      return [paragraph(block.runs, look, { ...body, align: block.align ?? body.align }, textMm)]
    case 'list':
      return block.items.map((item, index) => {
        const keep = body.keep && index === block.items.length - 1
        return paragraph([{ text: listMarker }, ...item], look, { ...body, keep }, textMm)
      })
    case 'note': {
      const shape = { beforePt: 2, afterPt: 2, lineMultiple: 1, firstLineMm: 0, keep: body.keep }
      const align = block.align ?? 'left'
      return [paragraph(block.runs, { ...plain(note.sizePt), italic: note.italic }, { ...shape, align }, textMm)]
    }
    case 'pageBreak':
      return [{ drawn: { kind: 'break' }, beforePt: 0, afterPt: 0 }]
    case 'qr':
      return [roomOf(6), qrItem(block, profile, textMm), roomOf(6)]
    case 'table':
      return [tableItem(block, profile, place), roomOf(6)]
  }
}
