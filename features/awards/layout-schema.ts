// Certificate blanks as they travel: the places of their lines in millimetres, own versions of an office, and the doors that print. Shared with the browser.
import { endpoint, fileEndpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Flag, Line, Nothing, UnitRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const FIELD_NAMES = [
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
export const ALIGNS = ['left', 'center', 'right'] as const

const Mm = z.number().min(0).max(1000)
const Pt = z.number().min(4).max(120)
const Code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)

/** `yMm` is the line that the letters stand on. */
export const FieldShape = z.object({
  name: z.enum(FIELD_NAMES),
  xMm: Mm,
  yMm: Mm,
  widthMm: Mm.min(1),
  align: z.enum(ALIGNS),
  sizePt: Pt,
  leastSizePt: Pt,
  bold: z.boolean(),
  italic: z.boolean(),
  upper: z.boolean(),
  mostLines: z.number().int().min(1).max(20),
})
export type FieldShape = z.infer<typeof FieldShape>

const OffsetShape = z.object({ x: z.number().min(-50).max(50), y: z.number().min(-50).max(50) })

export const LayoutRow = z.object({
  code: z.string(),
  title: z.string(),
  /** 0 = as shipped. */
  version: z.number(),
  winner: z.enum(['collective', 'individual', 'any']),
  paper: z.enum(['A4', 'A3']),
  orientation: z.enum(['portrait', 'landscape']),
  widthMm: z.number(),
  heightMm: z.number(),
  preprinted: z.boolean(),
  source: z.string(),
  offset: OffsetShape,
  /** Those that are drawn. */
  fields: z.array(FieldShape),
})
export type LayoutRow = z.infer<typeof LayoutRow>

export const layouts = {
  list: endpoint({
    method: 'GET',
    path: '/awards/layouts',
    summary: 'Certificate blanks of a unit: its own where it has measured one, else as shipped',
    access: 'signed-in',
    query: z.object({ unit: UnitRef }),
    body: Nothing,
    answer: z.object({ rows: z.array(LayoutRow), mayEdit: z.boolean() }),
  }),
  save: endpoint({
    method: 'POST',
    path: '/awards/layouts/save',
    summary: 'Keep a blank as measured on the office’s own printer, as a new version',
    access: { roles: ['compiler', 'administrator'] },
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      unit: UnitRef,
      code: Code,
      baseVersion: z.number().int().min(0),
      title: Line.pipe(z.string().min(3)),
      offset: OffsetShape,
      fields: z.array(FieldShape).min(1).max(FIELD_NAMES.length),
    }),
    answer: z.object({ version: z.number() }),
  }),
}

/** Of single certificates that are printed again; a whole round names none. */
export const MOST_CHOSEN = 50

export const layoutDoors = {
  certificates: fileEndpoint({
    method: 'GET',
    path: '/awards/certificates',
    summary: 'Certificates of a round as one PDF in the order of the list: all that the blank is for, or those chosen',
    access: { roles: ['recorder', 'compiler'] },
    query: z.object({
      unit: UnitRef,
      round: z.uuid(),
      layout: Code,
      /** Entries, parted by commas. */
      entries: z
        .string()
        .max(MOST_CHOSEN * 37)
        .optional(),
      guides: Flag,
    }),
  }),
  test: fileEndpoint({
    method: 'GET',
    path: '/awards/layouts/test',
    summary: 'A test print of a blank, with rulers and the outline of each line',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, layout: Code }),
  }),
}
