// What the template of papers draws, item by item: places and sizes are settled here, so that the template only obeys.

import { textWidthMm } from './font-metrics.ts'
import { cleanText } from '../xml-text.ts'

export type ItemAlign = 'left' | 'center' | 'right' | 'justify'

/** Letters of one look. `parts` join to the text; a line may end between two parts. */
export type Piece = {
  readonly parts: readonly string[]
  readonly sizePt: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
}

/** `line` is a multiple of single spacing; `level` is 0 for a paragraph; `keep` holds it on the page of what follows. */
export type TextItem = {
  readonly kind: 'text'
  readonly pieces: readonly Piece[]
  readonly align: ItemAlign
  readonly firstMm: number
  readonly leftMm: number
  readonly line: number
  readonly keep: boolean
  readonly level: number
}

export type TableCell = {
  readonly lines: readonly (readonly string[])[]
  readonly align: 'left' | 'center' | 'right'
  readonly bold: boolean
  readonly italic: boolean
  readonly colSpan: number
  readonly rowSpan: number
}

/** A row may be `split` over two pages only when it would not fit on one. */
export type TableItem = {
  readonly kind: 'table'
  readonly widthsMm: readonly number[]
  readonly sizePt: number
  readonly borderPt: number
  readonly sideMm: number
  readonly topPt: number
  readonly header: readonly TableCell[]
  readonly rows: readonly { readonly split: boolean; readonly cells: readonly TableCell[] }[]
}

export type Drawn =
  | TextItem
  | TableItem
  | { readonly kind: 'rule'; readonly lengthMm: number; readonly weightPt: number }
  | { readonly kind: 'qr'; readonly svg: string; readonly alt: string; readonly sizeMm: number }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'columns'
      readonly widthsMm: readonly number[]
      readonly rows: readonly (readonly (readonly SettledItem[])[])[]
    }

/** An item with the room before and after it, in points, as the profile asks. */
export type LooseItem = { readonly drawn: Drawn | null; readonly beforePt: number; readonly afterPt: number }

/** An item with all room above it, in points; null is room at the end. */
export type SettledItem = { readonly gapPt: number; readonly drawn: Drawn | null }

/** Height of single spacing in shares of the letter size, as the fonts give it. */
export const SINGLE_LINE = 1.15

/** Blank room of one empty line in letters of the given size. */
export const roomOf = (sizePt: number): LooseItem => ({ drawn: null, beforePt: sizePt * SINGLE_LINE, afterPt: 0 })

/** Room between two neighbours adds up, as it does in Word. */
export const settle = (items: readonly LooseItem[]): readonly SettledItem[] => {
  const settled: SettledItem[] = []
  let gapPt = 0
  for (const { drawn, beforePt, afterPt } of items) {
    gapPt += beforePt
    if (drawn !== null) {
      settled.push({ gapPt, drawn })
      gapPt = 0
    }
    gapPt += afterPt
  }
  return gapPt > 0 ? [...settled, { gapPt, drawn: null }] : settled
}

/** A paper stands on its words: line ends inside a run are blanks, as Word draws them. */
const flat = (text: string): string => cleanText(text).replace(/[\n\t]/g, ' ')

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

// A word longer than its line may be cut between any two letters; other words stay whole.
const wordParts = (word: string, sizePt: number, bold: boolean, widthMm: number): readonly string[] =>
  textWidthMm(word, sizePt, { bold, italic: false }) <= widthMm
    ? [word]
    : Array.from(graphemes.segment(word), ({ segment }) => segment)

/** A text as parts between which a line may end; only words wider than the column are cut. */
export const breakable = (text: string, sizePt: number, bold: boolean, widthMm: number): readonly string[] => {
  const clean = flat(text)
  if (clean === '') return []
  const words = clean.split(/(?<= )(?=[^ ])/)
  const parts = words.map((word) => wordParts(word.trimEnd(), sizePt, bold, widthMm))
  return parts.every((part) => part.length === 1)
    ? [clean]
    : words.flatMap((word, index) => [...(parts[index] ?? []), ...(word.endsWith(' ') ? [' '] : [])])
}

/** Lines that a text takes in a column, near enough to plan page ends. */
export const linesIn = (text: string, sizePt: number, widthMm: number): number =>
  Math.max(1, Math.ceil((textWidthMm(text, sizePt, { bold: false, italic: false }) * 1.05) / Math.max(widthMm, 1)))
