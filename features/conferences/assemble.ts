// From what is stored to the facts of a conference: register, plan, guests, minutes, awards, figures, earlier conclusions, own papers.
import { calendarDate } from '@kheo/core/calendar.ts'
import { stateOf } from '@kheo/core/workflow/report-steps.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import type { Field } from '@kheo/kit/register/fields.ts'
import { findEntry, listSteps, standing, type StoredEntry, type StoredStep } from '@kheo/kit/register/store.ts'
import type { World } from '../context.ts'
import { issuerAt, papersOf, type Family, type PaperHeld } from '../documents/index.ts'
import { findReport, findSnapshot, toSteps, writtenFigure } from '../reports/index.ts'
import { AWARDS, bookByCode, CONFERENCES, refuse } from './books.ts'
import type { AwardLine, ConferenceFacts, ConferenceKind, ConferenceSubject, QuotedFigure } from './facts.ts'
import { findPlan, type Of, type StoredPlan } from './queries.ts'
import { earlierConclusions } from './results.ts'
import { taskDue } from './rules.ts'
import { timed } from './times.ts'
import { EMPTY_PLAN } from './plan-draft.ts'
import type { Plan } from './plan-shapes.ts'
import { seatsOf } from './seating.ts'

/** The room's name in the sources of papers. */
export const ROOM = 'conferences'

export type Loaded = {
  readonly entry: StoredEntry
  readonly steps: readonly StoredStep[]
  readonly stored: StoredPlan | undefined
}

/** The entry of the register with its steps and its plan. @throws Refusal `conference.not_found` */
export async function loadConference(tx: Db, world: World, { unit, conference }: Of): Promise<Loaded> {
  const register = bookByCode(world, CONFERENCES)
  const entry = await findEntry(tx, register, unit, conference)
  if (entry === undefined || entry.voidedAt !== null) return refuse({ code: 'conference.not_found' })
  const steps = standing(await listSteps(tx, register, unit, conference))
  return { entry, steps, stored: await findPlan(tx, { unit, conference }) }
}

/** The day of the meeting: as put off last, or as recorded. */
export const dayOfConference = (entry: StoredEntry, steps: readonly StoredStep[]): string => {
  const moved = steps.findLast((step) => step.kind === 'postponed')?.values['newDay']
  return typeof moved === 'string' ? moved : entry.happenedOn
}
export const heldOnOf = (steps: readonly StoredStep[]): string | null =>
  steps.findLast((step) => step.kind === 'held')?.happenedOn ?? null

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const choiceWords = (register: AnyRegister, field: string, value: unknown): string => {
  const it: Field | undefined = register.fields[field]
  return it !== undefined && 'choices' in it ? (it.choices[text(value)]?.[0] ?? '') : ''
}

/** An entry of so_khen_thuong as it is called out; undefined before it was decided. */
export async function awardLine(tx: Db, world: World, entry: StoredEntry): Promise<AwardLine | undefined> {
  const register = bookByCode(world, AWARDS)
  const steps = standing(await listSteps(tx, register, entry.unitId, entry.id))
  const decided = steps.findLast((step) => step.kind === 'decided')
  if (entry.voidedAt !== null || decided === undefined || entry.state === 'revoked') return undefined
  const { name, post, body, form, subject, winner } = entry.values
  const to = [name, post, body].map(text).filter((part) => part !== '')
  return {
    to: to.join(', '),
    winner: winner === 'collective' ? 'collective' : 'individual',
    form: choiceWords(register, 'form', form),
    subject: text(subject) === '' ? '' : choiceWords(register, 'subject', subject),
    decision: text(decided.values['decision']),
  }
}

async function awardsOf(tx: Db, world: World, unit: string, ids: readonly string[]): Promise<AwardLine[]> {
  const register = bookByCode(world, AWARDS)
  const lines: AwardLine[] = []
  for (const id of new Set(ids)) {
    const entry = await findEntry(tx, register, unit, id)
    const line = entry === undefined ? undefined : await awardLine(tx, world, entry)
    if (line !== undefined) lines.push(line)
  }
  return lines
}

/** Figures of the print of an approved report, so that the conference quotes what was signed; none while it is not approved. */
async function figuresOf(tx: Db, world: World, unit: string, report: Plan['report']): Promise<QuotedFigure[]> {
  if (report === null) return []
  const found = await findReport(tx, unit, report.type, report.period)
  const state = found === undefined ? 'draft' : stateOf(toSteps(found.steps)).state
  if (found === undefined || (state !== 'approved' && state !== 'issued')) return []
  const print = (await findSnapshot(tx, unit, found.id))?.print
  if (print === null || print === undefined) return []
  return report.codes.flatMap((code): QuotedFigure[] => {
    const indicator = world.catalogue().catalogue.byCode.get(code)
    const value = print.values[code]
    if (indicator === undefined || value === undefined || value === null) return []
    const written = writtenFigure(indicator, value)
    const isShare = indicator.unit === '%' || indicator.unit === ''
    return [{ code, name: indicator.nameVi, text: isShare ? written : `${written} ${indicator.unit}` }]
  })
}

function speakerOf(world: World, unit: string, family: Family, day: string): string {
  const { index, titleOf } = world.org()
  const on = calendarDate(day)
  const found = issuerAt(world.catalogue().issuers, index, {
    family,
    unit: unit as never,
    day: on,
    titleOf: (each) => titleOf(each, on),
  })
  return found.speaker === '' ? titleOf(unit, on) : found.speaker
}

const numbered = (papers: readonly PaperHeld[]): ConferenceFacts['numbers'] =>
  Object.fromEntries(
    papers.flatMap(({ role, state, number, date }) =>
      state === 'issued' && number !== null && date !== null ? [[role, { number, date }] as const] : [],
    ),
  )

type Gathered = {
  readonly papers: readonly PaperHeld[]
  readonly awards: readonly AwardLine[]
  readonly figures: readonly QuotedFigure[]
  readonly earlier: ConferenceFacts['earlierConclusions']
}

function preparedOf(world: World, loaded: Loaded, gathered: Gathered) {
  const plan = loaded.stored?.plan ?? EMPTY_PLAN
  const guests = loaded.stored?.guests ?? []
  const seating = seatsOf({ guests, hall: plan.hall })
  const seq = <T>(items: readonly T[]): (T & { readonly seq: number })[] =>
    items.map((item, at) => ({ ...item, seq: at + 1 }))
  const { agenda, endsAt } = timed(plan.startsAt, plan.agenda)
  const heldOn = heldOnOf(loaded.steps)
  const base = heldOn ?? dayOfConference(loaded.entry, loaded.steps)
  return {
    startsAt: plan.startsAt,
    endsAt,
    agenda,
    mode: plan.mode,
    points: plan.points.map((name, at) => ({ seq: at + 1, name })),
    chairPosts:
      plan.chairPosts.length > 0 ? plan.chairPosts : [text(loaded.entry.values['chair'])].filter((post) => post !== ''),
    secretaryPost: plan.secretaryPost,
    contactPost: plan.contactPost,
    purposes: plan.purposes,
    requirements: plan.requirements,
    nextTasks: plan.nextTasks,
    duties: seq(plan.duties),
    askedReports: seq(plan.askedReports),
    speeches: seq(plan.speeches),
    guests,
    hall: plan.hall,
    seating: seating.ok ? seating.value : [],
    isPublic: plan.isPublic,
    conclusions: (loaded.stored?.conclusions ?? []).map((each) => ({
      ...each,
      dueOn: each.dueOn ?? taskDue(world.catalogue().law, base),
    })),
    awards: gathered.awards,
    figures: gathered.figures,
    earlierConclusions: gathered.earlier,
    numbers: numbered(gathered.papers),
  }
}

type Assembled = { readonly facts: ConferenceFacts; readonly papers: readonly PaperHeld[] }

/** All that is known of a conference, read under the caller's scope. */
export async function assemble(tx: Db, world: World, of: Of, loaded: Loaded): Promise<Assembled> {
  const { entry, steps, stored } = loaded
  const plan = stored?.plan ?? EMPTY_PLAN
  const day = dayOfConference(entry, steps)
  const papers = await papersOf(tx, of.unit, ROOM, of.conference)
  const gathered: Gathered = {
    papers,
    awards: await awardsOf(tx, world, of.unit, plan.awards),
    figures: await figuresOf(tx, world, of.unit, plan.report),
    earlier: plan.earlier === null ? [] : await earlierConclusions(tx, world, of.unit, plan.earlier),
  }
  const minutes = stored?.minutes
  const facts: ConferenceFacts = {
    id: of.conference,
    unit: of.unit,
    speaker: speakerOf(world, of.unit, plan.issuer, day),
    unitTitle: world.org().titleOf(of.unit, calendarDate(day)),
    family: plan.issuer,
    kind: text(entry.values['kind']) as ConferenceKind,
    title: text(entry.values['title']),
    subjects: (entry.values['subjects'] ?? []) as readonly ConferenceSubject[],
    day,
    place: text(entry.values['place']),
    state: entry.state as ConferenceFacts['state'],
    heldOn: heldOnOf(steps),
    minutes: {
      opinions: (minutes?.remarks ?? []).map((remark, at) => ({ ...remark, seq: at + 1 })),
      votes: minutes?.votes ?? null,
      endedAt: minutes?.endedAt ?? '',
    },
    attendanceAddress: `${world.address}/app/hoi-nghi/diem-danh?ma=`,
    ...preparedOf(world, loaded, gathered),
  }
  return { facts, papers }
}

/** The facts of a conference for other rooms, under the caller's scope. @throws Refusal `conference.not_found` */
export async function readConferenceFacts(tx: Db, world: World, of: Of): Promise<ConferenceFacts> {
  return (await assemble(tx, world, of, await loadConference(tx, world, of))).facts
}
