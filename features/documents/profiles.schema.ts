// Shapes of the formats of papers as they travel: each dated version, a page drawn by it, and its rules in sentences.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { Day, Nothing } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

/** Kinds of paper on which a format is shown. */
export const SHOWN_KINDS = ['cong-van', 'bao-cao', 'quyet-dinh', 'bien-ban', 'giay-moi'] as const

const FormatRow = z.object({
  code: z.string(),
  family: z.enum(['party', 'state', 'front']),
  title: z.string(),
  source: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  isInForce: z.boolean(),
})
export type FormatRow = z.infer<typeof FormatRow>

/** A line as it stands on the page: lengths in millimetres, letters in points. `about` names the note that tells its rule. */
const SheetLine = z.object({
  about: z.string(),
  /** Words in bold before the others, such as the number of an article. */
  lead: z.string(),
  text: z.string(),
  sizePt: z.number(),
  bold: z.boolean(),
  italic: z.boolean(),
  underline: z.boolean(),
  align: z.enum(['left', 'center', 'right', 'justify']),
  beforePt: z.number(),
  afterPt: z.number(),
  indentMm: z.number(),
  firstLineMm: z.number(),
  lineMultiple: z.number(),
  rule: z.object({ lengthMm: z.number(), weightPt: z.number() }).nullable(),
})
export type SheetLine = z.infer<typeof SheetLine>

const TwoColumns = z.object({
  leftMm: z.number(),
  rightMm: z.number(),
  rows: z.array(z.object({ left: z.array(SheetLine), right: z.array(SheetLine) })),
})
export type TwoColumns = z.infer<typeof TwoColumns>

const FormatSheet = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  marginsMm: z.object({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() }),
  pageNumber: z.object({
    place: z.enum(['header', 'footer']),
    align: z.enum(['left', 'center', 'right', 'justify']),
    sizePt: z.number(),
    edgeMm: z.number(),
  }),
  head: TwoColumns,
  middle: z.array(SheetLine),
  signature: TwoColumns,
  check: z.array(SheetLine),
})
export type FormatSheet = z.infer<typeof FormatSheet>

const FormatNote = z.object({
  about: z.string(),
  box: z.string().nullable(),
  title: z.string(),
  where: z.string(),
  look: z.string(),
  source: z.string(),
  isCustom: z.boolean(),
})
export type FormatNote = z.infer<typeof FormatNote>

const FormatView = z.object({
  format: FormatRow,
  kind: z.string(),
  kinds: z.array(z.object({ code: z.string(), title: z.string() })),
  sheet: FormatSheet,
  notes: z.array(FormatNote),
})
export type FormatView = z.infer<typeof FormatView>

export const formats = {
  list: endpoint({
    method: 'GET',
    path: '/formats',
    summary: 'Formats of papers with all their dated versions, and which are in force on a day',
    access: 'signed-in',
    query: z.object({ day: Day }),
    body: Nothing,
    answer: z.object({ formats: z.array(FormatRow) }),
  }),
  view: endpoint({
    method: 'GET',
    path: '/formats/view',
    summary: 'A format as a drawn page and as sentences; null where no format has that code',
    access: 'signed-in',
    query: z.object({ day: Day, code: z.string().min(1).max(80), kind: z.enum(SHOWN_KINDS) }),
    body: Nothing,
    answer: z.object({ view: FormatView.nullable() }),
  }),
}
