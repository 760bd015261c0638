// The shape of a certificate's layout: where each field stands on the blank. The values are dated data in the catalogue or of an office.

import { type Result, accept, refuse } from '@kheo/core/result.ts'
import {
  flag,
  isoDay,
  listOf,
  measure,
  oneOf,
  optional,
  type Reader,
  type ReadValue,
  type ShapeProblem,
  shape,
  text,
} from '../read-shape.ts'

export const certificateFields = [
  'recipient',
  'post',
  'achievement',
  'form',
  'decision',
  'place_date',
  'authority',
  'signer_post',
  'signer_name',
  'body',
  'book_no',
] as const

/** A millimetre measure that may be negative, as a printer's shift may. */
const shift: Reader<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value)
    ? accept(value)
    : refuse({ code: 'shape_mismatch', path, expected: 'number' })

const align = oneOf(['left', 'center', 'right'])

/**
 * `yMm` is the line that the first line of letters stands on, as the dotted line of a blank; further lines go below it.
 * `shrink` keeps one line as long as the least size allows; `wrap` keeps the size as long as the lines suffice.
 * What is `plainOnly` stands on the blank already and is drawn on plain paper alone.
 */
const field = shape({
  name: oneOf(certificateFields),
  xMm: measure,
  yMm: measure,
  widthMm: measure,
  align,
  sizePt: measure,
  leastSizePt: measure,
  bold: flag,
  italic: flag,
  upper: flag,
  mostLines: measure,
  fit: oneOf(['shrink', 'wrap']),
  plainOnly: optional(flag),
})

/** Fixed words of plain paper; `rule` draws a line below them, as long as they are. */
const word = shape({
  text,
  xMm: measure,
  yMm: measure,
  widthMm: measure,
  align,
  sizePt: measure,
  bold: flag,
  italic: flag,
  rule: optional(shape({ share: measure, gapMm: measure, weightPt: measure })),
})

const layout = shape({
  code: text,
  title: text,
  validFrom: isoDay,
  validTo: optional(isoDay),
  source: text,
  winner: oneOf(['collective', 'individual', 'any']),
  paper: oneOf(['A4', 'A3']),
  orientation: oneOf(['portrait', 'landscape']),
  offsetMm: shape({ x: shift, y: shift }),
  preprinted: flag,
  fields: listOf(field),
  plain: shape({ frames: listOf(shape({ insetMm: measure, weightPt: measure })), words: listOf(word) }),
})

export type CertificateField = (typeof certificateFields)[number]
export type FieldPlace = ReadValue<typeof field>
export type FixedWord = ReadValue<typeof word>
export type CertificateLayout = ReadValue<typeof layout>

type FieldFault = 'field_twice' | 'off_the_paper' | 'sizes_reversed' | 'no_lines'

export type CertificateLayoutProblem =
  | ShapeProblem
  | { readonly code: FieldFault; readonly layout: string; readonly field: CertificateField }
  | { readonly code: 'layouts_overlap'; readonly layout: string }

const sheets = { A4: { shortMm: 210, longMm: 297 }, A3: { shortMm: 297, longMm: 420 } } as const

/** Width and height of the sheet as it lies. */
export const sheetSize = ({ paper, orientation }: CertificateLayout) => {
  const { shortMm, longMm } = sheets[paper]
  return orientation === 'landscape' ? { widthMm: longMm, heightMm: shortMm } : { widthMm: shortMm, heightMm: longMm }
}

const faultOf = (one: CertificateLayout): CertificateLayoutProblem | null => {
  const { widthMm, heightMm } = sheetSize(one)
  const seen = new Set<CertificateField>()
  for (const place of one.fields) {
    // Where it falls after the printer's shift: what lies off the paper would be lost.
    const fault = (code: FieldFault) => ({ code, layout: one.code, field: place.name }) as const
    if (seen.has(place.name)) return fault('field_twice')
    seen.add(place.name)
    const [left, top] = [place.xMm + one.offsetMm.x, place.yMm + one.offsetMm.y]
    if (place.widthMm === 0 || left < 0 || left + place.widthMm > widthMm || top < 0 || top > heightMm)
      return fault('off_the_paper')
    if (place.leastSizePt === 0 || place.leastSizePt > place.sizePt) return fault('sizes_reversed')
    if (!Number.isInteger(place.mostLines) || place.mostLines === 0) return fault('no_lines')
  }
  return null
}

const overlapOf = (layouts: readonly CertificateLayout[]): CertificateLayoutProblem | null => {
  const ordered = layouts.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  for (const [index, first] of ordered.entries()) {
    const next = ordered.slice(index + 1).find((later) => later.code === first.code)
    if (next !== undefined && (first.validTo === null || first.validTo >= next.validFrom))
      return { code: 'layouts_overlap', layout: first.code }
  }
  return null
}

/** One layout from parsed JSON (snake_case, as in the catalogue). Refuses a wrong shape and a field that cannot be drawn. */
export const parseCertificateLayout = (json: unknown): Result<CertificateLayout, CertificateLayoutProblem> => {
  const read = layout(json, '$')
  if (!read.ok) return read
  const fault = faultOf(read.value)
  return fault ? refuse(fault) : read
}

const layoutsFile = shape({ layouts: listOf<unknown>(accept) })

/** All layouts of the catalogue file. Refuses also two of one code on one day. */
export const parseCertificateLayouts = (
  json: unknown,
): Result<readonly CertificateLayout[], CertificateLayoutProblem> => {
  const file = layoutsFile(json, '$')
  if (!file.ok) return file
  const layouts: CertificateLayout[] = []
  for (const one of file.value.layouts) {
    const read = parseCertificateLayout(one)
    if (!read.ok) return read
    layouts.push(read.value)
  }
  const overlap = overlapOf(layouts)
  return overlap ? refuse(overlap) : accept(layouts)
}
