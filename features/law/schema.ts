// Shapes of the law as it travels: dated parameters, days off, disclosure, scoring sheets, and the reason of a deadline.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Line, Nothing, Words } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const DeadlineReason = z.object({
  dueOn: z.string(),
  from: z.string(),
  days: z.number(),
  areWorkingDays: z.boolean(),
  rule: z.string(),
  source: z.string(),
  skipped: z.array(z.object({ day: z.string(), why: z.string() })),
})
export type DeadlineReason = z.infer<typeof DeadlineReason>

export const SUBJECTS = [
  'petitions',
  'reception',
  'decisions',
  'disclosure',
  'bodies',
  'conference',
  'steering',
  'assessment',
  'commendation',
  'data',
  'other',
] as const
export type Subject = (typeof SUBJECTS)[number]

export const LawVersion = z.object({
  title: z.string(),
  value: z.number(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  source: z.string(),
  verified: z.boolean(),
  /** Why an office entered it; null for what came with the catalogue. */
  reason: z.string().nullable(),
})
export type LawVersion = z.infer<typeof LawVersion>

export const LawRow = z.object({
  code: z.string(),
  subject: z.enum(SUBJECTS),
  unit: z.string(),
  rev: z.number(),
  /** Newest first. */
  versions: z.array(LawVersion),
  /** The start of the version in force on the day asked for; null where the law sets none. */
  inForce: z.string().nullable(),
})
export type LawRow = z.infer<typeof LawRow>

export const HolidayKind = z.enum(['off', 'make-up', 'ordinary'])
export const HolidayRow = z.object({
  day: z.string(),
  kind: HolidayKind,
  name: z.string(),
  basis: z.string(),
  note: z.string(),
  source: z.string().nullable(),
})
export type HolidayRow = z.infer<typeof HolidayRow>

const DisclosureRow = z.object({
  code: z.string(),
  number: z.number(),
  title: z.string(),
  required: z.array(z.object({ form: z.string(), title: z.string(), source: z.string(), verified: z.boolean() })),
  source: z.string(),
  verified: z.boolean(),
})
const SheetRow = z.object({
  code: z.string(),
  version: z.number(),
  title: z.string(),
  criteria: z.array(z.object({ code: z.string(), title: z.string(), points: z.number() })),
  bands: z.array(z.object({ code: z.string(), title: z.string(), from: z.number() })),
  validFrom: z.string(),
  source: z.string(),
  verified: z.boolean(),
})

const LawList = z.object({
  parameters: z.array(LawRow),
  holidays: z.object({ rev: z.number(), days: z.array(HolidayRow) }),
  disclosure: z.array(DisclosureRow),
  sheets: z.array(SheetRow),
})
export type LawList = z.infer<typeof LawList>

const Code = z.string().min(1).max(80)
const administrators = { roles: ['administrator'] } as const

export const law = {
  list: endpoint({
    method: 'GET',
    path: '/law',
    summary: 'Legal parameters with all their versions; days off, disclosure and scoring sheets in force on a day',
    access: 'signed-in',
    query: z.object({ day: Day }),
    body: Nothing,
    answer: LawList,
  }),
  why: endpoint({
    method: 'GET',
    path: '/law/why',
    summary: 'The deadline that a rule sets from a day, with every day that did not count; null where it sets none',
    access: 'signed-in',
    query: z.object({ code: Code, from: Day }),
    body: Nothing,
    answer: z.object({ reason: DeadlineReason.nullable() }),
  }),
  revise: endpoint({
    method: 'POST',
    path: '/law/parameters/revise',
    summary: 'Add a dated version of a legal parameter, or correct the one that begins on that day',
    access: administrators,
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      code: Code,
      /** The revision that the change was decided on. */
      baseRev: z.number().int().min(0),
      value: z.number(),
      validFrom: Day,
      source: Line,
      reason: Words,
    }),
    answer: z.object({ code: z.string(), rev: z.number() }),
  }),
  holidays: endpoint({
    method: 'POST',
    path: '/law/holidays/revise',
    summary: 'Say that a day is a day off, a make-up working day, or an ordinary day after all',
    access: administrators,
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      baseRev: z.number().int().min(0),
      day: Day,
      kind: HolidayKind,
      name: Line.default(''),
      source: Line,
    }),
    answer: z.object({ day: z.string(), rev: z.number() }),
  }),
}
