// The endpoints that every register has, made from its declaration. Shared with the browser.
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { CommandId, Day, Done, Nothing, Page, UnitRef, Words } from '../shapes.ts'
import { type AnyRegister, type Register, WRITERS } from './declare.ts'
import type { Fields, ValuesOf } from './fields.ts'

const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export const EntryValues = z.record(z.string(), Value)
export const TimelinessShape = z.enum(['none', 'in-time', 'due-soon', 'overdue', 'done-in-time', 'done-late'])

export const EntryRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  id: z.string(),
  rev: z.number(),
  entryNo: z.number(),
  happenedOn: z.string(),
  name: z.string(),
  state: z.string(),
  dueOn: z.string().nullable(),
  timeliness: TimelinessShape,
  recordedTitle: z.string(),
  isVoided: z.boolean(),
  /** Free text is withheld: a guarded register seen from outside its unit. */
  isWithheld: z.boolean(),
  values: EntryValues,
})
export type EntryRow = z.infer<typeof EntryRow>

const TakenStepView = z.object({
  seq: z.number(),
  kind: z.string(),
  happenedOn: z.string(),
  dueBefore: z.string().nullable(),
  note: z.string(),
  at: z.string(),
  actorTitle: z.string(),
  values: EntryValues,
  retracted: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type TakenStepView = z.infer<typeof TakenStepView>

/** Vì sao ra ngày này. */
export const DeadlineView = z.object({
  dueOn: z.string(),
  from: z.string(),
  days: z.number(),
  areWorkingDays: z.boolean(),
  rule: z.string(),
  source: z.string(),
  skipped: z.array(z.object({ day: z.string(), why: z.string() })),
})
export type DeadlineView = z.infer<typeof DeadlineView>

export const EntryView = EntryRow.extend({
  recordedAt: z.string(),
  voidReason: z.string().nullable(),
  deadline: DeadlineView.nullable(),
  steps: z.array(TakenStepView),
  /** Kinds of steps that may come next and that this reader may take. */
  nextSteps: z.array(z.string()),
  /** The last step may be taken back by this reader. */
  mayRetract: z.boolean(),
  mayEdit: z.boolean(),
  revisions: z.array(z.object({ rev: z.number(), at: z.string(), by: z.string() })),
  /** Names of the units and entries that fields point at, by field. */
  pointsAt: z.record(z.string(), z.string()),
})
export type EntryView = z.infer<typeof EntryView>

export const SORTS = ['happenedOn', 'entryNo', 'dueOn', 'recordedAt'] as const
/** What narrows a list: filters of the register's own fields come beside these, by their names. */
export const ListQuery = z
  .object({
    unit: UnitRef,
    year: z.coerce.number().int().min(1900).max(2200).optional(),
    from: Day.optional(),
    to: Day.optional(),
    q: z.string().max(100).optional(),
    state: z.string().max(40).optional(),
    late: z.enum(['due-soon', 'overdue']).optional(),
    sort: z.enum(SORTS).default('happenedOn'),
    order: z.enum(['asc', 'desc']).default('desc'),
    page: Page,
  })
  .catchall(z.string().max(100))
/** Filters of the register's own fields stand beside these by name. */
export type ListQuery = {
  readonly unit: string
  readonly year?: number | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly q?: string | undefined
  readonly state?: string | undefined
  readonly late?: 'due-soon' | 'overdue' | undefined
  readonly sort: (typeof SORTS)[number]
  readonly order: 'asc' | 'desc'
  readonly page: number
}

export const ListAnswer = z.object({
  rows: z.array(EntryRow),
  /** Counted up to a bound; `isMore` says that there are more. */
  total: z.number(),
  isMore: z.boolean(),
  pageSize: z.number(),
  /** Sums of number and money fields over the whole list; empty when there are more than were counted. */
  sums: z.record(z.string(), z.number()),
})
export type ListAnswer = z.infer<typeof ListAnswer>

const stepRoles = (it: AnyRegister) => [
  ...new Set([WRITERS, ...Object.values(it.steps).map((step) => step.who ?? WRITERS)].flatMap((who) => who.roles)),
]
const OnEntry = z.object({ commandId: CommandId, unit: UnitRef, id: z.uuid() })
const Given = z.object({
  commandId: CommandId,
  unit: UnitRef,
  happenedOn: Day,
  values: z.record(z.string(), z.unknown()),
})

function makeEndpoints(it: AnyRegister) {
  const at = `/registers/${it.name}`
  const writers = { roles: WRITERS.roles }
  const title = it.title[1]
  return {
    list: endpoint({
      method: 'GET',
      path: at,
      summary: `${title}: entries of a unit and of all below it`,
      access: 'signed-in',
      query: ListQuery,
      body: Nothing,
      answer: ListAnswer,
    }),
    entry: endpoint({
      method: 'GET',
      path: `${at}/entry`,
      summary: `${title}: one entry with its steps and deadline`,
      access: 'signed-in',
      query: z.object({ unit: UnitRef, id: z.uuid() }),
      body: Nothing,
      answer: EntryView,
    }),
    count: endpoint({
      method: 'GET',
      path: `${at}/count`,
      summary: `${title}: figures counted from the entries of a unit and all below it between two days`,
      access: 'signed-in',
      query: z.object({ unit: UnitRef, from: Day, to: Day }),
      body: Nothing,
      answer: z.object({ counts: z.record(z.string(), z.number()), entries: z.number() }),
    }),
    villages: endpoint({
      method: 'GET',
      path: `${at}/villages`,
      summary: `${title}: names of villages that the unit has used, newest first`,
      access: 'signed-in',
      query: z.object({ unit: UnitRef }),
      body: Nothing,
      answer: z.object({ names: z.array(z.string()) }),
    }),
    record: endpoint({
      method: 'POST',
      path: `${at}/record`,
      summary: `${title}: record an entry`,
      access: writers,
      query: Nothing,
      body: Given,
      answer: Done,
    }),
    correct: endpoint({
      method: 'POST',
      path: `${at}/correct`,
      summary: `${title}: correct an entry; every wording is kept`,
      access: writers,
      query: Nothing,
      body: Given.extend({ id: z.uuid(), baseRev: z.number().int() }),
      answer: Done,
    }),
    step: endpoint({
      method: 'POST',
      path: `${at}/step`,
      summary: `${title}: add a step to an entry's life`,
      access: { roles: stepRoles(it) },
      query: Nothing,
      body: OnEntry.extend({
        kind: z.string().max(40),
        happenedOn: Day,
        values: z.record(z.string(), z.unknown()).default({}),
        note: Words.default(''),
      }),
      answer: Done,
    }),
    retract: endpoint({
      method: 'POST',
      path: `${at}/retract`,
      summary: `${title}: take back the last step, with a reason; it stays readable`,
      access: { roles: stepRoles(it) },
      query: Nothing,
      body: OnEntry.extend({ seq: z.number().int().positive(), reason: Words.pipe(z.string().min(3)) }),
      answer: Done,
    }),
    void: endpoint({
      method: 'POST',
      path: `${at}/void`,
      summary: `${title}: strike an entry out, with a reason; it stays readable`,
      access: writers,
      query: Nothing,
      body: OnEntry.extend({ baseRev: z.number().int(), reason: Words.pipe(z.string().min(3)) }),
      answer: Done,
    }),
  }
}

export type RegisterEndpoints = ReturnType<typeof makeEndpoints>
const made = new WeakMap<object, RegisterEndpoints>()

/** The endpoints of a register, the same objects at every call. */
export function endpointsOf(it: AnyRegister): RegisterEndpoints {
  const known = made.get(it) ?? makeEndpoints(it)
  made.set(it, known)
  return known
}

/** The input of `record` for typed callers: the compiler checks the values against the declaration. */
export const formOf = <F extends Fields>(_: Register<F>, values: ValuesOf<F>): ValuesOf<F> => values
