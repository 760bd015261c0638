// Fits the words of a certificate into the places of its layout, and says beforehand which will not fit. It draws nothing.

import { type Result, accept, refuse } from '@kheo/core/result.ts'
import { missingLetters, textWidthMm } from '../pdf/font-metrics.ts'
import { cleanText } from '../xml-text.ts'
import type { CertificateField, CertificateLayout, FieldPlace, FixedWord } from './layout.ts'

/** The words of one certificate. A line end in a text stays a line end. Fields the layout has no place for are on the blank already. */
export type CertificateSheet = Readonly<Partial<Record<CertificateField, string>>>

/** `sheet` counts from 0, in the order given. */
export type CertificateFault =
  | { readonly code: 'recipient_missing'; readonly sheet: number }
  | { readonly code: 'text_too_long'; readonly sheet: number; readonly field: CertificateField; readonly text: string }
  | {
      readonly code: 'letters_unprintable'
      readonly sheet: number
      readonly field: CertificateField
      readonly letters: readonly string[]
    }

/** A line at its place: millimetres from the left edge to its start and from the top edge to the line it stands on. */
export type PlacedLine = {
  readonly text: string
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly sizePt: number
  readonly bold: boolean
  readonly italic: boolean
}

type Style = { readonly bold: boolean; readonly italic: boolean }
type Fitted = { readonly sizePt: number; readonly lines: readonly string[] }

const STEP_PT = 0.5
const LINE_MULTIPLE = 1.2
const MM_PER_POINT = 25.4 / 72

const wrap = (text: string, widthMm: number, sizePt: number, style: Style): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : `${line} ${word}`
    if (line !== undefined && textWidthMm(longer, sizePt, style) <= widthMm) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

// The narrowest column that still needs no more lines: a name on two lines is then parted near its middle.
const balanced = (text: string, widthMm: number, sizePt: number, style: Style): readonly string[] => {
  const count = wrap(text, widthMm, sizePt, style).length
  let narrow = 0
  let wide = widthMm
  while (wide - narrow > 0.5) {
    const middle = (narrow + wide) / 2
    if (wrap(text, middle, sizePt, style).length > count) narrow = middle
    else wide = middle
  }
  return wrap(text, wide, sizePt, style)
}

const sizesOf = ({ sizePt, leastSizePt }: FieldPlace): readonly number[] => {
  const steps = Math.floor((sizePt - leastSizePt) / STEP_PT)
  const sizes = Array.from({ length: steps + 1 }, (_, step) => sizePt - step * STEP_PT)
  return sizes.at(-1) === leastSizePt ? sizes : [...sizes, leastSizePt]
}

const fitted = (text: string, place: FieldPlace): Fitted | null => {
  const given = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  const attempt = (sizePt: number, mostLines: number): Fitted | null => {
    const part = place.align === 'center' ? balanced : wrap
    const lines = given.flatMap((line) => part(line, place.widthMm, sizePt, place))
    const fits = lines.every((line) => textWidthMm(line, sizePt, place) <= place.widthMm)
    return fits && lines.length <= mostLines ? { sizePt, lines } : null
  }
  const first = (mostLines: number): Fitted | null => {
    for (const sizePt of sizesOf(place)) {
      const found = attempt(sizePt, mostLines)
      if (found) return found
    }
    return null
  }
  if (place.fit === 'wrap') return first(place.mostLines)
  return first(Math.min(given.length, place.mostLines)) ?? attempt(place.leastSizePt, place.mostLines)
}

const startMm = (place: Pick<FieldPlace, 'xMm' | 'widthMm' | 'align'>, lineMm: number): number => {
  const room = place.widthMm - lineMm
  return place.xMm + (place.align === 'center' ? room / 2 : place.align === 'right' ? room : 0)
}

const placedLines = ({ sizePt, lines }: Fitted, place: FieldPlace): readonly PlacedLine[] =>
  lines.map((text, index) => {
    const widthMm = textWidthMm(text, sizePt, place)
    const yMm = place.yMm + index * sizePt * LINE_MULTIPLE * MM_PER_POINT
    return { text, xMm: startMm(place, widthMm), yMm, widthMm, sizePt, bold: place.bold, italic: place.italic }
  })

/** A fixed word of plain paper at its place; it is data of the layout and is not fitted. */
export const placedWord = (word: FixedWord): PlacedLine => {
  const widthMm = textWidthMm(word.text, word.sizePt, word)
  const { text, yMm, sizePt, bold, italic } = word
  return { text, xMm: startMm(word, widthMm), yMm, widthMm, sizePt, bold, italic }
}

const wordsFor = (place: FieldPlace, sheet: CertificateSheet): string => {
  const words = cleanText(sheet[place.name] ?? '').trim()
  return place.upper ? words.toUpperCase() : words
}

/** The places that are drawn: all on plain paper, on a blank only those the blank leaves open. */
export const drawnPlaces = ({ fields, preprinted }: CertificateLayout): readonly FieldPlace[] =>
  fields.filter((place) => !(preprinted && place.plainOnly === true))

/** The lines of one sheet, without the printer's shift; `index` is its place among the others and names it in a fault. */
export const fitSheet = (
  layout: CertificateLayout,
  sheet: CertificateSheet,
  index: number,
): { readonly lines: readonly PlacedLine[]; readonly faults: readonly CertificateFault[] } => {
  const lines: PlacedLine[] = []
  const faults: CertificateFault[] = []
  if ((sheet.recipient ?? '').trim() === '') faults.push({ code: 'recipient_missing', sheet: index })
  for (const place of drawnPlaces(layout)) {
    const words = wordsFor(place, sheet)
    if (words === '') continue
    const letters = missingLetters(words, place)
    if (letters.length > 0) faults.push({ code: 'letters_unprintable', sheet: index, field: place.name, letters })
    const found = fitted(words, place)
    if (found) lines.push(...placedLines(found, place))
    else faults.push({ code: 'text_too_long', sheet: index, field: place.name, text: words })
  }
  return { lines, faults }
}

/** Everything that would spoil a blank, in all sheets at once: to be asked before anything is drawn. */
export const checkCertificates = (
  layout: CertificateLayout,
  sheets: readonly CertificateSheet[],
): Result<
  readonly CertificateSheet[],
  { readonly code: 'certificates_unfit'; readonly faults: readonly CertificateFault[] }
> => {
  const faults = sheets.flatMap((sheet, index) => fitSheet(layout, sheet, index).faults)
  return faults.length === 0 ? accept(sheets) : refuse({ code: 'certificates_unfit', faults })
}
