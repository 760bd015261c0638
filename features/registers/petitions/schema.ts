// Shapes of the petition register. It holds counts, deadlines and pointers: no name, no address, no content.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Done, Line, Nothing, Page, UnitRef, Words } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const PetitionKind = z.enum(['complaint', 'denunciation', 'proposal'])
export type PetitionKind = z.infer<typeof PetitionKind>
export const Topic = z.enum(['land', 'policy', 'officials', 'other'])
export const PetitionStepKind = z.enum([
  'classified',
  'accepted',
  'guided',
  'transferred',
  'urged',
  'filed',
  'extended',
  'decided',
  'withdrawn',
  'answered',
])
export type PetitionStepKind = z.infer<typeof PetitionStepKind>
export const PetitionState = z.enum(['received', 'classified', 'in-resolution', 'resolved', 'routed', 'filed'])
export type PetitionState = z.infer<typeof PetitionState>
/** Derived from the deadline in force and today. */
export const Timeliness = z.enum(['none', 'in-time', 'due-soon', 'overdue', 'done-in-time', 'done-late'])
export type Timeliness = z.infer<typeof Timeliness>

export const PetitionForm = z.object({
  happenedOn: Day,
  arrivalNo: Line.default(''),
  kind: PetitionKind,
  topic: Topic,
  village: Line.default(''),
  note: Words.default(''),
})
export type PetitionForm = z.infer<typeof PetitionForm>

export const PetitionRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  id: z.string(),
  rev: z.number(),
  entryNo: z.number(),
  happenedOn: z.string(),
  arrivalNo: z.string(),
  kind: PetitionKind,
  topic: Topic,
  village: z.string(),
  state: PetitionState,
  dueOn: z.string().nullable(),
  timeliness: Timeliness,
  recordedTitle: z.string(),
  isVoided: z.boolean(),
})
export type PetitionRow = z.infer<typeof PetitionRow>

const PetitionStep = z.object({
  seq: z.number(),
  kind: PetitionStepKind,
  happenedOn: z.string(),
  admissible: z.boolean().nullable(),
  competent: z.boolean().nullable(),
  dueOn: z.string().nullable(),
  note: z.string(),
  at: z.string(),
  actorTitle: z.string(),
})

/** Vì sao ra ngày này: how a deadline was computed. */
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

export const PetitionEntry = PetitionForm.extend({
  unitId: z.string(),
  unitName: z.string(),
  id: z.string(),
  rev: z.number(),
  entryNo: z.number(),
  state: PetitionState,
  timeliness: Timeliness,
  deadline: DeadlineReason.nullable(),
  recordedAt: z.string(),
  recordedTitle: z.string(),
  voidReason: z.string().nullable(),
  steps: z.array(PetitionStep),
  nextSteps: z.array(PetitionStepKind),
  revisions: z.array(z.object({ rev: z.number(), at: z.string(), by: z.string() })),
  mayEdit: z.boolean(),
})
export type PetitionEntry = z.infer<typeof PetitionEntry>

const writers = { roles: ['recorder', 'compiler'] } as const

export const petitions = {
  list: endpoint({
    method: 'GET',
    path: '/petitions',
    summary: 'Petitions of a unit and of all below it',
    access: 'signed-in',
    query: z.object({
      unit: UnitRef,
      year: z.coerce.number().int().optional(),
      q: z.string().max(100).optional(),
      kind: PetitionKind.optional(),
      state: PetitionState.optional(),
      late: z.enum(['due-soon', 'overdue']).optional(),
      page: Page,
    }),
    body: Nothing,
    answer: z.object({ rows: z.array(PetitionRow), total: z.number(), pageSize: z.number() }),
  }),
  entry: endpoint({
    method: 'GET',
    path: '/petitions/entry',
    summary: 'One petition, its steps and deadline',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, id: z.uuid() }),
    body: Nothing,
    answer: PetitionEntry,
  }),
  record: endpoint({
    method: 'POST',
    path: '/petitions/record',
    summary: 'Log a petition',
    access: writers,
    query: Nothing,
    body: PetitionForm.extend({ commandId: CommandId, unit: UnitRef }),
    answer: Done,
  }),
  correct: endpoint({
    method: 'POST',
    path: '/petitions/correct',
    summary: 'Correct an entry',
    access: writers,
    query: Nothing,
    body: PetitionForm.extend({ commandId: CommandId, unit: UnitRef, id: z.uuid(), baseRev: z.number().int() }),
    answer: Done,
  }),
  step: endpoint({
    method: 'POST',
    path: '/petitions/step',
    summary: 'Add a step to a petition',
    access: writers,
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      unit: UnitRef,
      id: z.uuid(),
      kind: PetitionStepKind,
      happenedOn: Day,
      admissible: z.boolean().nullable().default(null),
      competent: z.boolean().nullable().default(null),
      note: Words.default(''),
    }),
    answer: Done,
  }),
  void: endpoint({
    method: 'POST',
    path: '/petitions/void',
    summary: 'Strike an entry out, with a reason; it stays readable',
    access: writers,
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      unit: UnitRef,
      id: z.uuid(),
      baseRev: z.number().int(),
      reason: Words.pipe(z.string().min(3)),
    }),
    answer: Done,
  }),
}
