// Shapes that many contracts share: days, ids, pages of a list, commands.
import { parseDate } from '@kheo/core/calendar.ts'
import { z } from 'zod'

/** A calendar day `YYYY-MM-DD` that exists. */
export const Day = z.string().refine((text) => parseDate(text) !== undefined, { params: { code: 'not_a_day' } })

/** Every command carries an id made by the client (UUIDv7): sending it twice changes nothing. */
export const CommandId = z.uuid()

export const UnitRef = z.string().min(1).max(40)
export const PeriodRef = z.string().min(4).max(40)
export const IndicatorRef = z.string().regex(/^[A-Z]{2}\d{2}$/)
export const Nothing = z.object({})
export const Page = z.coerce.number().int().min(1).max(100_000).default(1)
// oxlint-disable-next-line no-control-regex -- control signs are what is taken out
const CONTROLS = /[\u0000-\u0008\u000C\u000E-\u001F\u007F]/g

/** Typed or pasted text as it is kept: NFC, trimmed, without signs that neither the database nor a paper can hold. */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    // A line broken within a paragraph, as word processors paste it.
    .replaceAll('\u000B', '\n')
    .replaceAll(CONTROLS, '')
    .normalize('NFC')
    .trim()

/** Free text of an entry: trimmed, NFC, at most 4,000 characters. */
export const Words = z.string().max(4000).transform(plainText)
export const Line = z
  .string()
  .max(300)
  .transform((text) => plainText(text).replaceAll(/\s+/g, ' '))
/** A query flag written `1` or `true`. */
export const Flag = z
  .enum(['1', 'true', '0', 'false'])
  .transform((text) => text === '1' || text === 'true')
  .optional()
export const Done = z.object({ id: z.string(), rev: z.number() })
