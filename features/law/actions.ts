// The reason of a deadline; and revising the law at run time: the centre alone, append-only, audited, read again at once.
import { calendarDate, weekday, type CalendarDate } from '@kheo/core/calendar.ts'
import { valueProblem, type Holiday, type Holidays } from '@kheo/core/period/law-catalogue.ts'
import { deadlineFrom, type DeadlineReason } from '@kheo/core/period/law.ts'
import type { LawParameter } from '@kheo/core/period/law-parameters.ts'
import { withHoliday, withVersion } from '@kheo/core/period/law-versions.ts'
import type { Db } from '@kheo/db/connect.ts'
import { positionFor, type Actor, type HeldPosition } from '@kheo/kit/actor.ts'
import type { BodyOf, QueryOf } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { World } from '../context.ts'
import { act, rootPath, today } from '../people/allow.ts'
import type { AccessProblem } from '../people/problems.ts'
import type { LawProblem } from './problems.ts'
import { addLawRevision, findLawDocument, type LawDocument } from './queries.ts'
import type { law } from './schema.ts'

const LEAST_SOURCE = 3

function refuse(problem: LawProblem | AccessProblem): never {
  throw new Refusal(problem)
}

/** Vì sao ra ngày này; null where the rule sets no deadline or is not in force. @throws Refusal */
export function whyDeadline(
  world: World,
  { code, from }: QueryOf<typeof law.why>,
): { readonly reason: DeadlineReason | null } {
  const view = world.catalogue()
  if (!view.parameters.some((parameter) => parameter.code === code))
    refuse({ code: 'law.parameter_not_found', parameter: code })
  return { reason: deadlineFrom(view.law, code, calendarDate(from)) }
}

/** The law is one for the whole country, so only an administrator at the centre changes it. @throws Refusal */
function allowCentre(world: World, actor: Actor): { unit: string; position: HeldPosition } {
  const { index } = world.org()
  const unit = index.records.units.find(({ level }) => level === 'centre')?.id ?? ''
  const own = { ...actor, positions: actor.positions.filter((position) => position.unitId === unit) }
  const position = positionFor(own, rootPath(world), ['administrator'])
  if (position !== undefined) return { unit, position }
  return refuse({
    code: 'access.role_missing',
    unit: world.org().titleOf(unit, today(world)),
    roles: ['administrator'],
  })
}

/** The document as it stands, when the change was decided on that very revision. @throws Refusal */
async function loadAt(tx: Db, kind: LawDocument['kind'], code: string, baseRev: number): Promise<LawDocument> {
  const document =
    (await findLawDocument(tx, kind, code)) ?? refuse({ code: 'law.parameter_not_found', parameter: code })
  return document.revision === baseRev ? document : refuse({ code: 'law.stale_revision' })
}

/** The versions of a parameter after a revision. @throws Refusal */
function revised(held: readonly LawParameter[], input: BodyOf<typeof law.revise>): readonly LawParameter[] {
  const newest = held.toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0]
  if (newest === undefined) return refuse({ code: 'law.parameter_not_found', parameter: input.code })
  const { title, unit } = newest
  if (input.source.length < LEAST_SOURCE) refuse({ code: 'law.source_missing', about: title })
  const bounds = valueProblem(input.value, unit)
  if (bounds != null) refuse({ code: 'law.value_out_of_bounds', parameter: title, value: input.value, ...bounds })
  const next = {
    code: input.code,
    title,
    value: input.value,
    unit,
    valid_from: input.validFrom,
    source: input.source,
    verified: true,
    reason: input.reason,
  }
  const made = withVersion(held, next)
  if (made.ok) return made.value
  const { startsOn } = made.problem
  return refuse({ code: 'law.before_existing', parameter: title, day: input.validFrom, startsOn })
}

/** Adds a dated version of a parameter, or corrects the one that begins on that day. @throws Refusal */
export async function reviseParameter(
  world: World,
  actor: Actor,
  input: BodyOf<typeof law.revise>,
): Promise<{ code: string; rev: number }> {
  const { unit, position } = allowCentre(world, actor)
  const { commandId, code, baseRev, value, validFrom, source, reason } = input
  const answer = await act(world, actor, {
    id: commandId,
    action: 'law.revise',
    unit,
    position,
    run: async (tx) => {
      const document = await loadAt(tx, 'parameter', code, baseRev)
      const rev = document.revision + 1
      const body = revised(document.body as readonly LawParameter[], input)
      await addLawRevision(tx, { ...document, revision: rev, body }, world.now())
      return { code, rev }
    },
    audit: () => ({ code, value, validFrom, source, reason }),
  })
  await world.reload()
  return answer
}

const isWeekend = (day: CalendarDate): boolean => weekday(day) === 0 || weekday(day) === 6

/** The days off after one is said anew. @throws Refusal */
function saidAnew(held: readonly Holiday[], input: BodyOf<typeof law.holidays>): readonly Holiday[] {
  const { day, kind, source } = input
  const before = held.find((each) => each.day === day && each.kind !== 'ordinary')
  if (kind === 'ordinary' && before === undefined) refuse({ code: 'law.holiday_not_found', day })
  if (kind === 'make-up' && !isWeekend(calendarDate(day))) refuse({ code: 'law.make_up_on_weekday', day })
  const name = kind === 'ordinary' ? (before?.name ?? '') : input.name
  if (name === '') refuse({ code: 'law.holiday_name_missing', day })
  if (source.length < LEAST_SOURCE) refuse({ code: 'law.source_missing', about: name })
  return withHoliday(held, { day, kind, name, basis: 'announced', source })
}

/** Says that a day is a day off, a make-up working day, or an ordinary day after all. @throws Refusal */
export async function reviseHoliday(
  world: World,
  actor: Actor,
  input: BodyOf<typeof law.holidays>,
): Promise<{ day: string; rev: number }> {
  const { unit, position } = allowCentre(world, actor)
  const { commandId, baseRev, day, kind, name, source } = input
  const answer = await act(world, actor, {
    id: commandId,
    action: 'law.holidays',
    unit,
    position,
    run: async (tx) => {
      const document = await loadAt(tx, 'holidays', 'vn', baseRev)
      const rev = document.revision + 1
      const held = document.body as Holidays
      const body = { ...held, days: saidAnew(held.days, input) }
      await addLawRevision(tx, { ...document, revision: rev, body }, world.now())
      return { day, rev }
    },
    audit: () => ({ day, kind, name, source }),
  })
  await world.reload()
  return answer
}
