// Certificates of a round as one PDF, a page a sheet, for blanks or for plain paper.

import { dayParts } from '../pdf/paper-day.ts'
import { drawPdf, readTemplate } from '../pdf/typst.ts'
import { cleanText } from '../xml-text.ts'
import { type CertificateSheet, fitSheet, type PlacedLine, placedWord } from './fit.ts'
import { guideSvg } from './guides.ts'
import { type CertificateLayout, sheetSize } from './layout.ts'

/** `date` is the ISO day written inside the file; `title` and `author` are its properties. */
export type CertificateFile = {
  readonly date: string
  readonly title: string
  readonly author?: string
  /** Rulers and outlines, for a test print. */
  readonly withGuides?: boolean
}

const template = readTemplate(new URL('./certificate.typ', import.meta.url))

type Shift = CertificateLayout['offsetMm']

const shifted = <T extends { readonly xMm: number; readonly yMm: number }>(one: T, { x, y }: Shift): T => ({
  ...one,
  xMm: one.xMm + x,
  yMm: one.yMm + y,
})

const framesOf = (layout: CertificateLayout) => {
  const { widthMm, heightMm } = sheetSize(layout)
  return layout.plain.frames.map(({ insetMm, weightPt }) => ({
    xMm: insetMm,
    yMm: insetMm,
    widthMm: widthMm - 2 * insetMm,
    heightMm: heightMm - 2 * insetMm,
    weightPt,
  }))
}

const rulesOf = (layout: CertificateLayout) =>
  layout.plain.words.flatMap((word) => {
    if (!word.rule) return []
    const { xMm, yMm, widthMm } = placedWord(word)
    const { share, gapMm, weightPt } = word.rule
    const lengthMm = widthMm * share
    return [{ xMm: xMm + (widthMm - lengthMm) / 2, yMm: yMm + gapMm, lengthMm, weightPt }]
  })

const linesOf = (layout: CertificateLayout, sheet: CertificateSheet, index: number): readonly PlacedLine[] => {
  const { lines, faults } = fitSheet(layout, sheet, index)
  const [fault] = faults
  if (fault) throw new RangeError(`${fault.code}: sheet ${index}${'field' in fault ? `, field ${fault.field}` : ''}`)
  const words = layout.preprinted ? [] : layout.plain.words.map(placedWord)
  return [...words, ...lines].map((line) => shifted(line, layout.offsetMm))
}

/**
 * The bytes of one PDF with a page for each sheet; the same sheets give the same bytes. The sheets should have passed
 * checkCertificates: one that does not fit rejects with RangeError before anything is drawn, and so does an empty list.
 */
export const renderCertificates = async (
  layout: CertificateLayout,
  sheets: readonly CertificateSheet[],
  { date, title, author = '', withGuides = false }: CertificateFile,
): Promise<Uint8Array> => {
  if (sheets.length === 0) throw new RangeError('no certificate to draw')
  const { offsetMm, preprinted } = layout
  return drawPdf(template, {
    title: cleanText(title),
    author: author === '' ? [] : cleanText(author),
    date: dayParts(date),
    ...sheetSize(layout),
    frames: preprinted ? [] : framesOf(layout).map((frame) => shifted(frame, offsetMm)),
    rules: preprinted ? [] : rulesOf(layout).map((rule) => shifted(rule, offsetMm)),
    guides: withGuides ? guideSvg(layout) : null,
    sheets: sheets.map((sheet, index) => linesOf(layout, sheet, index)),
  })
}
