// A conference's plan: looking at it, proposing one, saving it whole.
import { stateOf } from '@kheo/core/workflow/report-steps.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import { positionFor } from '@kheo/kit/actor.ts'
import type { AnswerOf, BodyOf, QueryOf } from '@kheo/kit/endpoint.ts'
import { WRITERS } from '@kheo/kit/register/declare.ts'
import { findEntry, listEntries, type StoredEntry } from '@kheo/kit/register/store.ts'
import type { World } from '../context.ts'
import type { PaperHeld } from '../documents/index.ts'
import { act, allowAct, bookHolder, getPath, look, today } from '../people/allow.ts'
import { refusePersonalData } from '../registers/judge.ts'
import { listReportsOf, toSteps } from '../reports/index.ts'
import { assemble, awardLine, dayOfConference, loadConference, type Loaded } from './assemble.ts'
import { AWARDS, bookByCode, CONFERENCES, refuse } from './books.ts'
import { type ConferenceFacts, type ConferenceKind, type ConferenceSubject, PAPER_ROLES } from './facts.ts'
import { MISSING_WORDS, missingParts } from './papers/index.ts'
import { sentences as sentencesEn, warningWords as warningsEn } from './problems.en.ts'
import type { ConferenceWarning, SeatingProblem } from './problems.ts'
import { sentences as sentencesVi, warningWords as warningsVi } from './problems.vi.ts'
import { newConferencePlan } from './proposal.ts'
import { listHeads, movePoints } from './guest-queries.ts'
import { lockConference, writePlan, type Of } from './queries.ts'
import { conferenceClock, conferenceWarnings } from './rules.ts'
import type { Plan } from './plan-shapes.ts'
import type { conferenceRoom, PaperState, View } from './schema.ts'
import { seatsOf } from './seating.ts'

/** Whether the actor may prepare the unit's conferences. */
function mayPrepare(world: World, actor: Actor, unit: string): boolean {
  const holder = bookHolder(world, unit)
  const own = { ...actor, positions: actor.positions.filter((position) => position.unitId === holder) }
  return positionFor(own, getPath(world, unit), WRITERS.roles) !== undefined
}

/** Each part that a paper of the conference still lacks, and what is held of it. */
const papersFor = (facts: ConferenceFacts, held: readonly PaperHeld[]): PaperState[] =>
  PAPER_ROLES.map((role) => {
    const last = held.findLast((paper) => paper.role === role && paper.state !== 'cancelled')
    return {
      role,
      missing: missingParts(role, facts).map((code) => ({
        code,
        vi: MISSING_WORDS[code][0],
        en: MISSING_WORDS[code][1],
      })),
      held: last === undefined ? null : { id: last.id, state: last.state, number: last.number, date: last.date },
    }
  })

type Said = View['warnings'][number]
const says = <W extends { readonly code: string }>(it: W, vi: object, en: object): Said => {
  const tell = (book: object): string => (book as Record<string, (it: W) => string>)[it.code]?.(it) ?? it.code
  return { code: it.code, vi: tell(vi), en: tell(en) }
}

function warningsOf(world: World, facts: ConferenceFacts): Said[] {
  const found: ConferenceWarning[] = conferenceWarnings(world.catalogue().law, facts, today(world))
  const seating = facts.hall.rows > 0 && facts.state === 'planned' ? seatsOf(facts) : undefined
  const seats: SeatingProblem[] = seating === undefined || seating.ok ? [] : [seating.problem]
  return [
    ...found.map((each) => says(each, warningsVi, warningsEn)),
    ...seats.map((each) => says(each, sentencesVi, sentencesEn)),
  ]
}

/** One conference as its screen shows it. Codes of attendance are for those who prepare it. @throws Refusal */
export const viewConference = (
  world: World,
  actor: Actor,
  of: QueryOf<typeof conferenceRoom.view>,
): Promise<AnswerOf<typeof conferenceRoom.view>> =>
  look(world, actor, of.unit, async (tx) => {
    const loaded = await loadConference(tx, world, of)
    const { facts, papers } = await assemble(tx, world, of, loaded)
    const mayEdit = mayPrepare(world, actor, of.unit)
    return {
      facts: mayEdit ? facts : { ...facts, guests: facts.guests.map((guest) => ({ ...guest, code: '' })) },
      plan: loaded.stored?.plan ?? null,
      rev: loaded.stored?.rev ?? 0,
      minutes: {
        ...(loaded.stored?.minutes ?? { endedAt: '', votes: null, remarks: [] }),
        conclusions: loaded.stored?.conclusions ?? [],
      },
      minutesRev: loaded.stored?.minutesRev ?? 0,
      clock: conferenceClock(world.catalogue().law, facts, today(world)),
      papers: papersFor(facts, papers),
      warnings: warningsOf(world, facts),
      mayEdit: mayEdit && facts.state !== 'cancelled',
    }
  })

const LISTED = 100

const listConferences = (tx: Db, world: World, unit: string): Promise<StoredEntry[]> =>
  listEntries(tx, bookByCode(world, CONFERENCES), {
    path: getPath(world, unit),
    unit,
    limit: LISTED,
    offset: 0,
  })

type Pressing = Pick<AnswerOf<typeof conferenceRoom.list>['rows'][number], 'late' | 'next'>
const OPEN: ReadonlySet<string> = new Set(['planned', 'held'])

/** What is late of a conference, and what it owes next. */
async function pressingOf(tx: Db, world: World, of: Of): Promise<Pressing> {
  const { facts } = await assemble(tx, world, of, await loadConference(tx, world, of))
  const clock = conferenceClock(world.catalogue().law, facts, today(world))
  const next = clock.find((row) => row.state === 'today' || row.state === 'ahead')
  return {
    late: clock.filter((row) => row.state === 'late').map((row) => row.title),
    next: next === undefined ? null : { title: next.title, dueOn: next.dueOn },
  }
}

/** The newest 100 conferences of a unit. */
export const listOfUnit = (
  world: World,
  actor: Actor,
  { unit }: QueryOf<typeof conferenceRoom.list>,
): Promise<AnswerOf<typeof conferenceRoom.list>> =>
  look(world, actor, unit, async (tx) => {
    const entries = (await listConferences(tx, world, unit)).filter((entry) => entry.voidedAt === null)
    const heads = new Map(
      (
        await listHeads(
          tx,
          unit,
          entries.map((entry) => entry.id),
        )
      ).map((head) => [head.conference, head]),
    )
    const pressing = new Map<string, Pressing>()
    for (const entry of entries)
      if (heads.has(entry.id) && OPEN.has(entry.state))
        pressing.set(entry.id, await pressingOf(tx, world, { unit, conference: entry.id }))
    return {
      rows: entries.map((entry) => ({
        id: entry.id,
        title: String(entry.values['title'] ?? ''),
        kind: String(entry.values['kind'] ?? ''),
        ...(pressing.get(entry.id) ?? { late: [], next: null }),
        // A conference that was put off is owed on its new day.
        day: entry.state === 'planned' ? (entry.dueOn ?? entry.happenedOn) : entry.happenedOn,
        state: entry.state,
        hasPlan: heads.has(entry.id),
        invited: heads.get(entry.id)?.invited ?? 0,
        came: heads.get(entry.id)?.came ?? 0,
      })),
    }
  })

/** The unit's last conference before a day whose conclusions were announced. */
async function conferenceBefore(tx: Db, world: World, of: Of, day: string): Promise<string | null> {
  const entries = await listConferences(tx, world, of.unit)
  const found = entries.find(
    (entry) =>
      entry.id !== of.conference && entry.voidedAt === null && entry.state === 'concluded' && entry.happenedOn < day,
  )
  return found?.id ?? null
}

/** A plan to begin with. Nothing is kept. @throws Refusal */
export const proposePlan = (
  world: World,
  actor: Actor,
  { unit, conference, issuer }: QueryOf<typeof conferenceRoom.propose>,
): Promise<{ plan: Plan }> =>
  look(world, actor, unit, async (tx) => {
    const { entry, steps } = await loadConference(tx, world, { unit, conference })
    const day = dayOfConference(entry, steps)
    const { values } = entry
    const plan = newConferencePlan(world.catalogue().law, {
      kind: String(values['kind']) as ConferenceKind,
      subjects: (values['subjects'] ?? []) as readonly ConferenceSubject[],
      day,
      issuer,
      chairPost: String(values['chair'] ?? ''),
      isProvince: world.org().index.levelOf(unit as never) === 'province',
      earlier: await conferenceBefore(tx, world, { unit, conference }, day),
    })
    return { plan }
  })

async function approvedReports(tx: Db, world: World, unit: string) {
  const { periodOf, reportTypes } = world.catalogue()
  const reports = await listReportsOf(tx, [unit])
  return reports
    .filter((report) => ['approved', 'issued'].includes(stateOf(toSteps(report.steps)).state))
    .map(({ type, periodId }) => ({
      type,
      period: periodId,
      title: `${reportTypes.find((each) => each.code === type)?.title ?? type}, ${periodOf(periodId)?.title ?? periodId}`,
      end: periodOf(periodId)?.endOn ?? '',
    }))
    .toSorted((a, b) => (a.end < b.end ? 1 : -1))
    .map(({ type, period, title }) => ({ type, period, title }))
}

const AWARDS_SHOWN = 200

/** What a plan may point at. @throws Refusal */
export const choicesFor = (
  world: World,
  actor: Actor,
  { unit, conference }: QueryOf<typeof conferenceRoom.choices>,
): Promise<AnswerOf<typeof conferenceRoom.choices>> =>
  look(world, actor, unit, async (tx) => {
    const decided = await listEntries(tx, bookByCode(world, AWARDS), {
      path: getPath(world, unit),
      unit,
      state: 'decided',
      limit: AWARDS_SHOWN,
      offset: 0,
    })
    const awards: AnswerOf<typeof conferenceRoom.choices>['awards'] = []
    for (const entry of decided) {
      const line = await awardLine(tx, world, entry)
      if (line !== undefined) awards.push({ id: entry.id, ...line })
    }
    const others = (await listConferences(tx, world, unit)).filter(
      (entry) =>
        entry.id !== conference && entry.voidedAt === null && entry.state !== 'planned' && entry.state !== 'cancelled',
    )
    return {
      reports: await approvedReports(tx, world, unit),
      awards,
      earlier: others.map((entry) => ({
        id: entry.id,
        title: String(entry.values['title'] ?? ''),
        day: entry.happenedOn,
      })),
    }
  })

/** Every free text of a plan, under what the screen calls it. */
function wordsOf(plan: Plan): readonly (readonly [string, string])[] {
  return [
    ...[...plan.chairPosts, plan.secretaryPost, plan.contactPost].map((text) => ['Chức danh', text] as const),
    ...plan.points.map((text) => ['Điểm cầu', text] as const),
    ...plan.purposes.map((text) => ['Mục đích', text] as const),
    ...plan.requirements.map((text) => ['Yêu cầu', text] as const),
    ...plan.nextTasks.map((text) => ['Nhiệm vụ thời gian tới', text] as const),
    ...plan.agenda.flatMap((item) => [item.title, item.presenterPost].map((text) => ['Chương trình', text] as const)),
    ...plan.duties.flatMap((duty) => [duty.content, duty.lead].map((text) => ['Phân công', text] as const)),
    ...plan.askedReports.flatMap((asked) =>
      [asked.body, asked.title].map((text) => ['Báo cáo đề nghị', text] as const),
    ),
    ...plan.speeches.flatMap((each) => [each.topic, each.body, each.post].map((text) => ['Tham luận', text] as const)),
  ]
}

/** What the shape alone cannot say. @throws Refusal */
function refuseUnsound(plan: Plan, conference: string): void {
  if (plan.hall.aisleAfter > plan.hall.seatsPerRow)
    refuse({ code: 'conference.aisle_outside', seats: plan.hall.seatsPerRow })
  const orders = plan.speeches.flatMap(({ order, isSpoken }) => (order === null || !isSpoken ? [] : [order]))
  const twice = orders.find((order, at) => orders.indexOf(order) !== at)
  if (twice !== undefined) refuse({ code: 'conference.speaking_order_twice', order: twice })
  if (plan.earlier === conference) refuse({ code: 'conference.earlier_is_itself' })
  for (const [field, text] of wordsOf(plan)) refusePersonalData({ [field]: text })
}

/** @throws Refusal when the conference was cancelled */
export function refuseCancelled({ entry }: Loaded): void {
  if (entry.state === 'cancelled')
    refuse({ code: 'conference.cancelled_already', title: String(entry.values['title'] ?? '') })
}

/**
 * Where each point of the plan held stands in the new one, so that its delegates go with it: by name, and by place where it
 * was only named anew.
 * @throws Refusal `conference.point_in_use` when a point that has delegates is gone
 */
function movedPoints({ stored }: Loaded, { points }: Plan): ReadonlyMap<number, number> {
  const [held, guests] = [stored?.plan.points ?? [], stored?.guests ?? []]
  const moved = held.flatMap((name, at): [number, number][] => {
    const isRenamed = held.length === points.length && !held.includes(points[at] ?? '')
    const place = points[at] === name ? at : points.indexOf(name)
    if (place !== -1) return [[at + 1, place + 1]]
    if (isRenamed) return [[at + 1, at + 1]]
    const left = guests.filter((guest) => guest.point === at + 1).length
    return left === 0 ? [] : refuse({ code: 'conference.point_in_use', point: at + 1, guests: left })
  })
  return new Map(moved.filter(([from, to]) => from !== to))
}

/** Saves the whole plan over the revision it was made from. @throws Refusal, `conference.plan_stale` when somebody saved since */
export function savePlan(
  world: World,
  actor: Actor,
  { commandId, unit, conference, baseRev, plan }: BodyOf<typeof conferenceRoom.save>,
): Promise<{ rev: number }> {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  refuseUnsound(plan, conference)
  const of = { unit, conference, path: getPath(world, unit) }
  return act(world, actor, {
    id: commandId,
    action: 'conferences.save',
    unit,
    position,
    run: async (tx) => {
      await lockConference(tx, of)
      const loaded = await loadConference(tx, world, of)
      refuseCancelled(loaded)
      const held = loaded.stored?.rev ?? 0
      if (held !== baseRev) refuse({ code: 'conference.plan_stale', rev: held, by: loaded.stored?.recordedTitle ?? '' })
      const moved = movedPoints(loaded, plan)
      if (
        plan.earlier !== null &&
        (await findEntry(tx, bookByCode(world, CONFERENCES), unit, plan.earlier)) === undefined
      )
        refuse({ code: 'conference.not_found' })
      const spoken = plan.speeches.map((each) => (each.isSpoken ? each : { ...each, order: null }))
      await writePlan(
        tx,
        of,
        held + 1,
        { ...plan, speeches: spoken },
        {
          at: world.now(),
          by: actor.accountId,
          title: position.title,
        },
      )
      await movePoints(tx, of, moved)
      return { rev: held + 1 }
    },
    audit: ({ rev }) => ({ conference, rev }),
  })
}
