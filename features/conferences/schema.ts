// Shapes of a conference in a box: the plan, guests and attendance, minutes and conclusions, and what the screens ask for.
import { endpoint, fileEndpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Line, Nothing, PeriodRef, UnitRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'
import type { ConferenceFacts } from './facts.ts'
import { MinutesGiven, NewGuest, PaperRole, Plan, Seat } from './plan-shapes.ts'

const which = { unit: UnitRef, conference: z.uuid() }
const command = { commandId: CommandId, ...which }

const ClockRow = z.object({
  /** `paper:<role>`, `duty:<seq>`, `speeches`, `reports`, `day`. */
  key: z.string(),
  role: PaperRole.nullable(),
  title: z.string(),
  lead: z.string(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  state: z.enum(['done', 'done-late', 'late', 'today', 'ahead', 'off']),
  /** The rule that sets the day, in words; empty where the plan itself does. */
  rule: z.string(),
})
export type ClockRow = z.infer<typeof ClockRow>

const Said = z.object({ code: z.string(), vi: z.string(), en: z.string() })
const PaperState = z.object({
  role: PaperRole,
  /** What is missing before it can be written; empty when it can be. */
  missing: z.array(Said),
  held: z
    .object({
      id: z.string(),
      state: z.enum(['draft', 'issued', 'cancelled']),
      number: z.string().nullable(),
      date: z.string().nullable(),
    })
    .nullable(),
})
export type PaperState = z.infer<typeof PaperState>

/** Minutes as they were written: a conclusion that was given no day has none here. */
export type WrittenMinutes = Omit<MinutesGiven, 'conclusions'> & {
  readonly conclusions: readonly (MinutesGiven['conclusions'][number] & { readonly taskId: string | null })[]
}

const View = z.object({
  facts: z.custom<ConferenceFacts>(),
  /** Null before a plan was saved: `facts` then holds the entry alone. */
  plan: Plan.nullable(),
  rev: z.number(),
  minutes: z.custom<WrittenMinutes>(),
  minutesRev: z.number(),
  clock: z.array(ClockRow),
  papers: z.array(PaperState),
  warnings: z.array(Said),
  mayEdit: z.boolean(),
})
export type View = z.infer<typeof View>

const Choices = z.object({
  reports: z.array(z.object({ type: z.string(), period: z.string(), title: z.string() })),
  awards: z.array(
    z.object({
      id: z.string(),
      to: z.string(),
      winner: z.enum(['collective', 'individual']),
      form: z.string(),
      subject: z.string(),
      decision: z.string(),
    }),
  ),
  earlier: z.array(z.object({ id: z.string(), title: z.string(), day: z.string() })),
})

const Result = z.object({
  taskId: z.string(),
  notice: z.string(),
  content: z.string(),
  lead: z.string(),
  dueOn: z.string().nullable(),
  state: z.enum(['done-in-time', 'done-late', 'in-progress', 'overdue']),
  doneOn: z.string().nullable(),
  result: z.string(),
})
export const Results = z.object({
  counts: z.object({
    set: z.number(),
    doneInTime: z.number(),
    doneLate: z.number(),
    inProgress: z.number(),
    overdue: z.number(),
  }),
  lines: z.array(Result),
  /** Ready for the narrative of a report; empty when nothing was set. */
  sentence: z.string(),
})
export type Results = z.infer<typeof Results>

const writers = { roles: ['recorder', 'compiler'] } as const
const Kept = z.object({ rev: z.number() })
const Attended = z.object({
  seq: z.number(),
  name: z.string(),
  post: z.string(),
  body: z.string(),
  cameAt: z.string(),
  /** Null where nobody sits by number: at an online point, or while the hall is not laid out. */
  seat: Seat.nullable(),
  /** The online point where they sit; empty in the main hall. */
  point: z.string(),
  /** They were noted before; `cameAt` is when. */
  isRepeated: z.boolean(),
  came: z.number(),
  invited: z.number(),
})

export const conferenceRoom = {
  list: endpoint({
    method: 'GET',
    path: '/conferences/list',
    summary: 'Conferences of a unit, newest first, with what is late in their preparation',
    access: 'signed-in',
    query: z.object({ unit: UnitRef }),
    body: Nothing,
    answer: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          kind: z.string(),
          day: z.string(),
          state: z.string(),
          /** What its clock says is late, and what comes next; nothing is counted before a plan or after the end. */
          late: z.array(z.string()),
          next: z.object({ title: z.string(), dueOn: z.string() }).nullable(),
          hasPlan: z.boolean(),
          invited: z.number(),
          came: z.number(),
        }),
      ),
    }),
  }),
  view: endpoint({
    method: 'GET',
    path: '/conferences/view',
    summary: 'One conference: facts, clock of preparation, papers and what each still lacks',
    access: 'signed-in',
    query: z.object(which),
    body: Nothing,
    answer: View,
  }),
  propose: endpoint({
    method: 'GET',
    path: '/conferences/propose',
    summary: 'A plan proposed from kind, subjects and day; nothing is kept',
    access: 'signed-in',
    query: z.object({ ...which, issuer: z.enum(['party', 'state', 'front']).default('party') }),
    body: Nothing,
    answer: z.object({ plan: Plan }),
  }),
  choices: endpoint({
    method: 'GET',
    path: '/conferences/choices',
    summary: 'What a plan may point at: approved reports, awards decided, earlier conferences',
    access: 'signed-in',
    query: z.object(which),
    body: Nothing,
    answer: Choices,
  }),
  save: endpoint({
    method: 'POST',
    path: '/conferences/save',
    summary: 'Save the whole plan; guests, attendance and minutes are kept apart from it',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, baseRev: z.number().int().min(0), plan: Plan }),
    answer: Kept,
  }),
  addGuests: endpoint({
    method: 'POST',
    path: '/conferences/guests/add',
    summary: 'Invite guests: typed, or rows pasted from a sheet',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, guests: z.array(NewGuest).min(1).max(1000) }),
    answer: z.object({ added: z.number(), skipped: z.number() }),
  }),
  pasteGuests: endpoint({
    method: 'POST',
    path: '/conferences/guests/paste',
    summary: 'Invite guests from lines “post; body; group”, also tab-separated as from a sheet',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, lines: z.string().max(200_000) }),
    answer: z.object({ added: z.number(), skipped: z.number() }),
  }),
  copyGuests: endpoint({
    method: 'POST',
    path: '/conferences/guests/copy',
    summary: 'Invite whom an earlier conference invited; those already on the list are left out',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, from: z.uuid() }),
    answer: z.object({ added: z.number(), skipped: z.number() }),
  }),
  inviteBelow: endpoint({
    method: 'POST',
    path: '/conferences/guests/below',
    summary: 'Invite one representative of each unit directly below',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, areOnline: z.boolean() }),
    answer: z.object({ added: z.number(), skipped: z.number() }),
  }),
  changeGuest: endpoint({
    method: 'POST',
    path: '/conferences/guests/change',
    summary: 'Change a guest, or give a seat by hand',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, seq: z.number().int(), guest: NewGuest, seat: Seat.nullable() }),
    answer: z.object({ seq: z.number() }),
  }),
  removeGuest: endpoint({
    method: 'POST',
    path: '/conferences/guests/remove',
    summary: 'Take a guest off the list; not one who was noted as present',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, seq: z.number().int() }),
    answer: z.object({ seq: z.number() }),
  }),
  attend: endpoint({
    method: 'POST',
    path: '/conferences/attend',
    summary:
      'Note that a guest came, by the code on the invitation; a second scan changes nothing and says when they came',
    access: writers,
    query: Nothing,
    body: z.object({ commandId: CommandId, unit: UnitRef, code: z.string().regex(/^[a-z2-9]{16}$/) }),
    answer: Attended.extend({ conference: z.string(), title: z.string() }),
  }),
  attendByHand: endpoint({
    method: 'POST',
    path: '/conferences/attend-by-hand',
    summary: 'Note that a guest came, from the list',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, seq: z.number().int() }),
    answer: Attended,
  }),
  undoAttendance: endpoint({
    method: 'POST',
    path: '/conferences/undo-attendance',
    summary: 'Take back that a guest came',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, seq: z.number().int() }),
    answer: z.object({ seq: z.number() }),
  }),
  saveMinutes: endpoint({
    method: 'POST',
    path: '/conferences/minutes',
    summary: 'Save what was said, votes, end and conclusions; a conclusion that became a task keeps its words',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, baseRev: z.number().int().min(0), minutes: MinutesGiven }),
    answer: Kept,
  }),
  hold: endpoint({
    method: 'POST',
    path: '/conferences/hold',
    summary: 'Record that it was held; delegates, points and papers are counted unless given',
    access: writers,
    query: Nothing,
    body: z.object({
      ...command,
      on: Day,
      delegates: z.number().int().min(0).max(1_000_000).nullable(),
      pointsJoined: z.number().int().min(0).max(100_000).nullable(),
      papersRead: z.number().int().min(0).max(1000).nullable(),
    }),
    answer: z.object({
      delegates: z.number().nullable(),
      pointsJoined: z.number().nullable(),
      papersRead: z.number().nullable(),
    }),
  }),
  assign: endpoint({
    method: 'POST',
    path: '/conferences/assign',
    summary:
      'Make each conclusion an entry of so_nhiem_vu by the notice of conclusions; what was assigned stays as it is',
    access: writers,
    query: Nothing,
    /** `notice` and `on` are taken from the issued notice where there is one. */
    body: z.object({ ...command, notice: Line, on: Day.nullable() }),
    answer: z.object({ assigned: z.number(), already: z.number(), notice: z.string() }),
  }),
  write: endpoint({
    method: 'POST',
    path: '/conferences/write',
    summary: 'Write a paper of the conference as a draft among the documents',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, role: PaperRole }),
    answer: z.object({ id: z.string() }),
  }),
  results: endpoint({
    method: 'GET',
    path: '/conferences/results',
    summary:
      'What came of the tasks set by conclusions, in a period: counts as HN02–HN06, lines, and a sentence for a report',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, period: PeriodRef }),
    body: Nothing,
    answer: Results,
  }),
}

export const conferenceDoors = {
  file: fileEndpoint({
    method: 'GET',
    path: '/conferences/file',
    summary:
      'A paper as it was issued, else as it would be written now; of invitations one page a guest, each with their code',
    access: writers,
    query: z.object({ ...which, role: PaperRole, format: z.enum(['docx', 'pdf']).default('docx') }),
  }),
}
