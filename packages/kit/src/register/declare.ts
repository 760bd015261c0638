// A register (sổ) as a declaration: from it follow its list, form, detail, API, sheet, counting and printing. Pure; shared with the browser.
//
// D1  A field's name is its column in snake case; names of the entry itself (`RESERVED`) are taken.
// D2  State is a fold of the steps that stand; `to: null` leaves it as it was.
// D3  What a rule computes is stored beside what was typed, and never typed.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { addDays } from '@kheo/core/calendar.ts'
import type { DeadlineReason, Law } from '@kheo/core/period/law.ts'
import type { z } from 'zod'
import type { Role } from '../endpoint.ts'
import {
  fieldsShape,
  type FieldIssue,
  type Fields,
  type GivenOf,
  type Values,
  type ValuesOf,
  type Words,
} from './fields.ts'
import type { Measure } from './measures.ts'

/**
 * `open`: may be published. `internal`: for offices. `guarded`: counts and pointers about citizens' matters; whoever looks from
 * outside the unit sees no free text and no place, and counts below the threshold of small cells are suppressed in files.
 */
export type PrivacyClass = 'open' | 'internal' | 'guarded'

export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad'
export type State = {
  readonly label: Words
  readonly tone?: Tone
  /** Nothing is owed any more. */
  readonly isClosed?: boolean
}

/** A step as it was taken. `dueBefore` is the deadline that ran when it was. */
export type TakenStep = {
  readonly seq: number
  readonly kind: string
  readonly happenedOn: string
  readonly dueBefore: string | null
  readonly values: Values
}

/** An entry as rules see it. */
export type Facts = { readonly happenedOn: string; readonly values: Values }

export type Who = { readonly roles: readonly Role[]; readonly at: 'own' | 'above' | 'any' }

export type Step = {
  readonly label: Words
  /** `open` = every state in which something is still owed. */
  readonly from: readonly string[] | 'open'
  readonly to: string | null
  readonly fields?: Fields
  /** `steps` are those that stand before this one. */
  readonly check?: (values: never, entry: Facts, steps: readonly TakenStep[]) => readonly FieldIssue[]
  readonly computed?: Fields
  /** What follows from the step by the law of its day, after the steps that stand before it. */
  readonly compute?: (step: Facts, entry: Facts, law: Law, steps: readonly TakenStep[]) => Values
  readonly who?: Who
  readonly help?: Words
}

/** Groups of the index of registers, in its order. */
export type RegisterGroup =
  | 'movement'
  | 'people'
  | 'democracy'
  | 'oversight'
  | 'coordination'
  | 'care'
  | 'honours'
  | 'office'

export type PaperColumn = { readonly head: Words; readonly field: string; readonly width: number }

export type Declaration<F extends Fields = Fields> = {
  /** Folder and address of the API, such as `mediations`. */
  readonly name: string
  /** The catalogue's name of the register, such as `so_hoa_giai`. */
  readonly code: string
  readonly table: string
  /** Address of its screens under `/so`. */
  readonly address: string
  readonly group: RegisterGroup
  readonly title: Words
  /** What one entry is, in the singular and small letters. */
  readonly entry: Words
  /** What stands in it and what it feeds; shown while it is empty. */
  readonly about: Words
  /** Who keeps it. */
  readonly owner: Words
  /** Law, circular or practice that the register follows. */
  readonly source: string
  readonly privacy: PrivacyClass
  /** What the entry's own day is; it decides into which period the entry counts. */
  readonly day: { readonly label: Words; readonly help?: Words; readonly mayBeAhead?: boolean }
  readonly fields: F
  // A method, so that a register of some fields is a register of fields.
  check?(values: ValuesOf<F>): readonly FieldIssue[]
  readonly computed?: Fields
  /** From what was typed alone: steps compute their own. */
  readonly compute?: (entry: Facts, law: Law) => Values
  /** Parts of the form; fields that no part names come last. */
  readonly parts?: readonly { readonly title: Words; readonly fields: readonly string[] }[]
  /** The first is the state of a new entry. */
  readonly states: Readonly<Record<string, State>>
  readonly steps: Readonly<Record<string, Step>>
  /** Steps that may come next, where `from` cannot say it. */
  readonly next?: (entry: Facts, steps: readonly TakenStep[], byState: readonly string[]) => readonly string[]
  /** The deadline that runs after these steps; null = none. */
  readonly deadline?: (entry: Facts, steps: readonly TakenStep[], law: Law) => DeadlineReason | null
  /** What an entry is called in lists and sources. */
  readonly named: (entry: Facts, say: (words: Words) => string) => string
  /** The field that says where it happened. */
  readonly place?: string
  readonly columns: readonly string[]
  /** Choices, flags and units that the list can be narrowed by. */
  readonly filters: readonly string[]
  readonly measures: Readonly<Record<string, Measure>>
  /** The paper book's columns, where the law or custom sets them; otherwise the list's. */
  readonly paper?: readonly PaperColumn[]
  /** Words by which a sentence of everyday speech is recognised as an entry of this register, tones kept. */
  readonly capture?: readonly string[]
}

export type Register<F extends Fields = Fields> = Declaration<F> & {
  /** Checks and completes what was typed or imported. */
  readonly form: z.ZodType<ValuesOf<F>>
}

/** Names that every entry has of itself (D1), and those that a list's address uses. */
export const RESERVED: ReadonlySet<string> = new Set([
  'unitId',
  'id',
  'path',
  'entryNo',
  'rev',
  'happenedOn',
  'voidedAt',
  'voidReason',
  'state',
  'dueOn',
  'searchFolded',
  'recordedAt',
  'recordedBy',
  'recordedTitle',
  'extra',
  'unit',
  'year',
  'from',
  'to',
  'q',
  'late',
  'page',
  'sort',
  'order',
  'op',
  'kindOfStep',
  'seq',
  'note',
  'at',
  'actor',
  'actorTitle',
  'entryId',
  'dueBefore',
  'retractedAt',
  'retractedTitle',
  'retractReason',
  'commandId',
  'baseRev',
  'format',
  // Words of SQL that may not stand alone as a column.
  'all',
  'any',
  'array',
  'both',
  'case',
  'cast',
  'check',
  'collate',
  'column',
  'constraint',
  'create',
  'default',
  'desc',
  'distinct',
  'do',
  'else',
  'end',
  'except',
  'false',
  'fetch',
  'for',
  'foreign',
  'grant',
  'group',
  'having',
  'in',
  'into',
  'leading',
  'limit',
  'not',
  'null',
  'offset',
  'on',
  'only',
  'primary',
  'references',
  'select',
  'some',
  'symmetric',
  'table',
  'then',
  'trailing',
  'true',
  'union',
  'unique',
  'using',
  'variadic',
  'when',
  'where',
  'window',
  'with',
])

export const WRITERS: Who = { roles: ['recorder', 'compiler'], at: 'own' }

export function register<const F extends Fields>(it: Declaration<F>): Register<F> {
  return { ...it, form: fieldsShape(it.fields, it.check) }
}

export type FormOf<R> = R extends Register<infer F> ? ValuesOf<F> : never
/** What must be given to record an entry; the rest is empty. */
export type InputOf<R> = R extends Register<infer F> ? GivenOf<F> : never

/** Any register. A check is called only with values that the register's own form has read. */
export type AnyRegister = Register

export const firstState = (it: Pick<AnyRegister, 'states'>): string => Object.keys(it.states)[0] ?? ''

/** D2. */
export const stateAfter = (
  it: Pick<AnyRegister, 'states' | 'steps'>,
  steps: readonly Pick<TakenStep, 'kind'>[],
): string => steps.reduce((state, step) => it.steps[step.kind]?.to ?? state, firstState(it))

export const isClosed = (it: Pick<AnyRegister, 'states'>, state: string): boolean => it.states[state]?.isClosed === true

export const openStates = (it: Pick<AnyRegister, 'states'>): string[] =>
  Object.keys(it.states).filter((state) => !isClosed(it, state))

/** Steps that may come next, in the order of the declaration. */
export function nextSteps(it: AnyRegister, entry: Facts, steps: readonly TakenStep[]): readonly string[] {
  const state = stateAfter(it, steps)
  const byState = Object.entries(it.steps)
    .filter(([, step]) => (step.from === 'open' ? !isClosed(it, state) : step.from.includes(state)))
    .map(([kind]) => kind)
  return it.next === undefined ? byState : it.next(entry, steps, byState)
}

/** All fields that an entry stores, typed and computed. */
export const storedFields = (it: AnyRegister): Fields => ({ ...it.fields, ...it.computed })

/** Fields of all its steps by name; two kinds that share a name share a column. */
export const stepFields = (it: Pick<AnyRegister, 'steps'>): Fields =>
  Object.assign({}, ...Object.values(it.steps).flatMap((step) => [step.fields ?? {}, step.computed ?? {}])) as Fields

/** The shape of a step's values on an entry, after the steps that stand before it. */
export const stepShape = (step: Step, entry: Facts, steps: readonly TakenStep[]): z.ZodType<Values> =>
  fieldsShape(step.fields ?? {}, (values) => step.check?.(values as never, entry, steps) ?? []) as z.ZodType<Values>

/** The deadline after these steps. A closed entry keeps the last one that ran. */
export function dueAfter(it: AnyRegister, entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null {
  if (it.deadline === undefined) return null
  const open = steps.findLastIndex((_, at) => !isClosed(it, stateAfter(it, steps.slice(0, at + 1))))
  const running = isClosed(it, stateAfter(it, steps)) ? steps.slice(0, open + 1) : steps
  return it.deadline(entry, running, law)
}

export type Timeliness = 'none' | 'in-time' | 'due-soon' | 'overdue' | 'done-in-time' | 'done-late'
/** Days before a deadline from which an entry is called due soon. */
export const SOON_DAYS = 3

/** How an entry stands against its deadline on a day; `lastOn` is the day of its last step. */
export function timelinessOf(isDone: boolean, dueOn: string | null, lastOn: string, today: string): Timeliness {
  if (dueOn === null) return 'none'
  if (isDone) return lastOn <= dueOn ? 'done-in-time' : 'done-late'
  if (today > dueOn) return 'overdue'
  return dueOn <= addDays(today as CalendarDate, SOON_DAYS) ? 'due-soon' : 'in-time'
}
