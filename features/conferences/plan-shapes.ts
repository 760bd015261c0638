// What an office writes about a conference: the plan, guests, minutes and conclusions, as shapes that the screens share.
import { Day, Line, PeriodRef, Words } from '@kheo/kit/shapes.ts'
import { z } from 'zod'
import { CONFERENCE_MODES, GUEST_GROUPS, ITEM_KINDS, PAPER_ROLES } from './facts.ts'

/** `HH:MM` */
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Filled = Line.pipe(z.string().min(1))
const FilledWords = Words.pipe(z.string().min(1))
const Minutes = z.number().int().min(0).max(600)

export const PaperRole = z.enum(PAPER_ROLES)

export const Plan = z.object({
  issuer: z.enum(['party', 'state', 'front']),
  startsAt: Clock,
  mode: z.enum(CONFERENCE_MODES),
  points: z.array(Filled).max(5000),
  chairPosts: z.array(Filled).max(20),
  secretaryPost: Line,
  contactPost: Line,
  purposes: z.array(FilledWords).max(20),
  requirements: z.array(FilledWords).max(20),
  nextTasks: z.array(FilledWords).max(50),
  agenda: z
    .array(z.object({ kind: z.enum(ITEM_KINDS), minutes: Minutes, title: Filled, presenterPost: Line }))
    .max(100),
  duties: z
    .array(
      z.object({
        role: PaperRole.nullable(),
        content: FilledWords,
        lead: Line,
        dueOn: Day,
        doneOn: Day.nullable(),
      }),
    )
    .max(100),
  askedReports: z.array(z.object({ body: Filled, title: Filled, dueOn: Day, receivedOn: Day.nullable() })).max(500),
  speeches: z
    .array(
      z.object({
        topic: Filled,
        body: Filled,
        post: Line,
        dueOn: Day,
        receivedOn: Day.nullable(),
        minutes: Minutes.max(120),
        isSpoken: z.boolean(),
        order: z.number().int().min(1).max(500).nullable(),
      }),
    )
    .max(200),
  hall: z.object({
    rows: z.number().int().min(0).max(200),
    seatsPerRow: z.number().int().min(0).max(100),
    aisleAfter: z.number().int().min(0).max(100),
  }),
  isPublic: z.boolean(),
  /** The approved report whose figures are quoted, and which of them. */
  report: z
    .object({ type: z.string().max(40), period: PeriodRef, codes: z.array(z.string().max(10)).max(60) })
    .nullable(),
  /** Entries of so_khen_thuong that are given out there. */
  awards: z.array(z.uuid()).max(1000),
  earlier: z.uuid().nullable(),
})
export type Plan = z.infer<typeof Plan>

export const NewGuest = z.object({
  /** Of an official in their public function; may be empty. */
  name: Line,
  post: Filled,
  body: Line,
  group: z.enum(GUEST_GROUPS),
  rank: z.number().int().min(1).max(9999),
  point: z.number().int().min(1).nullable(),
})
export type NewGuest = z.infer<typeof NewGuest>

export const Seat = z.object({ row: z.number().int().min(0).max(200), seat: z.number().int().min(1).max(100) })

export const MinutesGiven = z.object({
  endedAt: z.union([Clock, z.literal('')]),
  votes: z
    .object({
      agreed: z.number().int().min(0).max(1_000_000),
      against: z.number().int().min(0).max(1_000_000),
      abstained: z.number().int().min(0).max(1_000_000),
    })
    .nullable(),
  remarks: z.array(z.object({ post: Filled, body: Line, words: FilledWords })).max(200),
  conclusions: z
    .array(
      z.object({
        content: FilledWords.pipe(z.string().max(300)),
        lead: Filled,
        helpers: Line,
        dueOn: Day.nullable(),
        product: Line,
      }),
    )
    .max(200),
})
export type MinutesGiven = z.infer<typeof MinutesGiven>
