// After the meeting: it was held, what was said, and its conclusions become tasks with who leads and by when.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { AnswerOf, BodyOf } from '@kheo/kit/endpoint.ts'
import { type Facts, WRITERS } from '@kheo/kit/register/declare.ts'
import { findEntry } from '@kheo/kit/register/store.ts'
import type { World } from '../context.ts'
import { papersOf } from '../documents/index.ts'
import { act, allowAct, getPath } from '../people/allow.ts'
import { judgeEntry, refusePersonalData } from '../registers/judge.ts'
import { recordEntries } from '../registers/record.ts'
import { takeStepIn, type Stepping } from '../registers/steps.ts'
import { refuseCancelled } from './actions.ts'
import { heldOnOf, loadConference, ROOM, type Loaded } from './assemble.ts'
import { bookByCode, CONFERENCES, refuse, TASKS } from './books.ts'
import {
  lockConference,
  markAssigned,
  type Of,
  type StoredConclusion,
  type StoredPlan,
  writeMinutes,
} from './queries.ts'
import { taskDue } from './rules.ts'
import type { MinutesGiven } from './plan-shapes.ts'
import type { conferenceRoom } from './schema.ts'

type Conclusion = MinutesGiven['conclusions'][number]

const isSame = (held: StoredConclusion, given: Conclusion | undefined): boolean =>
  given !== undefined &&
  held.content === given.content &&
  held.lead === given.lead &&
  held.helpers === given.helpers &&
  held.dueOn === given.dueOn &&
  held.product === given.product

/** The conclusions as given, each with the task that it has become; one that became a task may not change while that stands. @throws Refusal */
function keepAssigned(
  stored: StoredPlan,
  owed: readonly StoredConclusion[],
  given: readonly Conclusion[],
): StoredConclusion[] {
  const tasks = new Map<number, string>()
  for (const held of stored.conclusions) {
    if (held.taskId === null || owed.includes(held)) continue
    if (!isSame(held, given[held.seq - 1]))
      refuse({ code: 'conference.conclusion_assigned_already', seq: held.seq, content: held.content })
    tasks.set(held.seq, held.taskId)
  }
  return given.map((each, at) => ({ ...each, seq: at + 1, taskId: tasks.get(at + 1) ?? null }))
}

function refuseWords(minutes: MinutesGiven): void {
  for (const { post, body, words } of minutes.remarks)
    refusePersonalData({ 'Chức danh': post, 'Đơn vị': body, 'Ý kiến': words })
  for (const { content, lead, helpers, product } of minutes.conclusions)
    refusePersonalData({ 'Kết luận': content, 'Chủ trì': lead, 'Phối hợp': helpers, 'Sản phẩm': product })
}

/** Saves remarks, votes, end and conclusions over the revision they were made from. @throws Refusal */
export function saveMinutes(
  world: World,
  actor: Actor,
  { commandId, unit, conference, baseRev, minutes }: BodyOf<typeof conferenceRoom.saveMinutes>,
): Promise<{ rev: number }> {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  refuseWords(minutes)
  const of = { unit, conference, path: getPath(world, unit) }
  return act(world, actor, {
    id: commandId,
    action: 'conferences.save-minutes',
    unit,
    position,
    run: async (tx) => {
      await lockConference(tx, of)
      const loaded = await loadConference(tx, world, of)
      refuseCancelled(loaded)
      const stored = loaded.stored ?? refuse({ code: 'conference.no_plan' })
      if (stored.minutesRev !== baseRev)
        refuse({ code: 'conference.minutes_stale', rev: stored.minutesRev, by: stored.recordedTitle })
      const conclusions = keepAssigned(stored, await unassigned(tx, world, unit, stored), minutes.conclusions)
      const by = { at: world.now(), by: actor.accountId, title: position.title }
      await writeMinutes(tx, of, baseRev + 1, { ...minutes, conclusions }, by)
      return { rev: baseRev + 1 }
    },
    audit: ({ rev }) => ({ conference, rev, conclusions: minutes.conclusions.length }),
  })
}

type Counted = AnswerOf<typeof conferenceRoom.hold>

/** What attendance and plan tell, where nobody gave another number; null where nothing was noted. */
function countedOf({ stored }: Loaded): Counted {
  const came = (stored?.guests ?? []).filter((guest) => guest.cameAt !== null)
  const points = new Set(came.flatMap((guest) => (guest.point === null ? [] : [guest.point])))
  const spoken = (stored?.plan.speeches ?? []).filter((each) => each.isSpoken).length
  const orNull = (count: number): number | null => (count === 0 ? null : count)
  return {
    delegates: orNull(came.length),
    pointsJoined: orNull(points.size),
    papersRead: stored === undefined ? null : orNull(spoken),
  }
}

/** Takes the step “held” of the register with the numbers of the day. @throws Refusal */
export function holdConference(
  world: World,
  actor: Actor,
  { commandId, unit, conference, on, ...given }: BodyOf<typeof conferenceRoom.hold>,
): Promise<Counted> {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  const register = bookByCode(world, CONFERENCES)
  return act(world, actor, {
    id: commandId,
    action: 'conferences.hold',
    unit,
    position,
    run: async (tx) => {
      await lockConference(tx, { unit, conference })
      const counted = countedOf(await loadConference(tx, world, { unit, conference }))
      const values: Counted = {
        delegates: given.delegates ?? counted.delegates,
        pointsJoined: given.pointsJoined ?? counted.pointsJoined,
        papersRead: given.papersRead ?? counted.papersRead,
      }
      const by: Stepping = { position, accountId: actor.accountId }
      await takeStepIn(tx, world, register, by, {
        unit,
        id: conference,
        kind: 'held',
        happenedOn: on,
        values,
        note: '',
      })
      return values
    },
    audit: (values) => ({ conference, on, ...values }),
  })
}

type Notice = { readonly number: string; readonly on: string }

/** The notice of conclusions: as issued among the documents, else as given. @throws Refusal `conference.notice_missing` */
async function noticeOf(
  tx: Db,
  of: Of,
  given: { readonly notice: string; readonly on: string | null },
): Promise<Notice> {
  const papers = await papersOf(tx, of.unit, ROOM, of.conference)
  const issued = papers.findLast((paper) => paper.role === 'ket-luan' && paper.state === 'issued')
  if (issued !== undefined && issued.number !== null && issued.date !== null)
    return { number: issued.number, on: issued.date }
  return given.notice === '' || given.on === null
    ? refuse({ code: 'conference.notice_missing' })
    : { number: given.notice, on: given.on }
}

/** Conclusions that are no task yet; one whose task was struck out as a mistake is owed again. */
async function unassigned(tx: Db, world: World, unit: string, stored: StoredPlan): Promise<StoredConclusion[]> {
  const register = bookByCode(world, TASKS)
  const owed: StoredConclusion[] = []
  for (const each of stored.conclusions) {
    const task = each.taskId === null ? undefined : await findEntry(tx, register, unit, each.taskId)
    if (task === undefined || task.voidedAt !== null) owed.push(each)
  }
  return owed
}

/** A conclusion as an entry of so_nhiem_vu. @throws Refusal with the sentence of the first field that does not fit */
function taskOf(world: World, of: Of, conclusion: StoredConclusion, notice: Notice, heldOn: string): Facts {
  const judged = judgeEntry(world, bookByCode(world, TASKS), of.unit, {
    happenedOn: notice.on,
    values: {
      content: conclusion.content,
      origin: 'conference',
      conference: of.conference,
      basis: notice.number,
      lead: conclusion.lead,
      helpers: conclusion.helpers,
      dueBy: conclusion.dueOn ?? taskDue(world.catalogue().law, heldOn),
      product: conclusion.product,
      remark: '',
    },
  })
  if (judged.ok) return judged.entry
  const says = judged.issues[0]?.says ?? ['', '']
  return refuse({ code: 'conference.entry_unfit', conclusion: conclusion.seq, says: [says[0], says[1]] })
}

/** Concludes the entry by the notice where that was not done. @throws Refusal */
async function concludeIn(tx: Db, world: World, by: Stepping, of: Of, loaded: Loaded, notice: Notice): Promise<void> {
  if (loaded.entry.state !== 'held') return
  await takeStepIn(tx, world, bookByCode(world, CONFERENCES), by, {
    unit: of.unit,
    id: of.conference,
    kind: 'concluded',
    happenedOn: notice.on,
    values: { notice: notice.number, mainPoints: '' },
    note: '',
  })
}

/**
 * Makes every conclusion that is no task yet an entry of so_nhiem_vu, set on the day of the notice, and concludes the
 * conference by that notice. Done twice it adds nothing.
 * @throws Refusal, and then nothing is kept
 */
export function assignConclusions(
  world: World,
  actor: Actor,
  { commandId, unit, conference, ...given }: BodyOf<typeof conferenceRoom.assign>,
): Promise<AnswerOf<typeof conferenceRoom.assign>> {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  refusePersonalData({ 'Thông báo kết luận': given.notice })
  const of = { unit, conference }
  return act(world, actor, {
    id: commandId,
    action: 'conferences.assign',
    unit,
    position,
    run: async (tx) => {
      await lockConference(tx, of)
      const loaded = await loadConference(tx, world, of)
      const stored = loaded.stored ?? refuse({ code: 'conference.no_plan' })
      const heldOn = heldOnOf(loaded.steps) ?? refuse({ code: 'conference.not_held' })
      if (stored.conclusions.length === 0) refuse({ code: 'conference.no_conclusions' })
      const notice = await noticeOf(tx, of, given)
      await concludeIn(tx, world, { position, accountId: actor.accountId }, of, loaded, notice)
      const owed = await unassigned(tx, world, unit, stored)
      if (owed.length > 0) {
        const entries = owed.map((each) => taskOf(world, of, each, notice, calendarDate(heldOn)))
        const by = { unit, position, accountId: actor.accountId, entries }
        const ids = await recordEntries(tx, world, bookByCode(world, TASKS), by)
        for (const [at, { seq }] of owed.entries()) await markAssigned(tx, of, seq, ids[at] ?? '')
      }
      return { assigned: owed.length, already: stored.conclusions.length - owed.length, notice: notice.number }
    },
    audit: (answer) => ({ conference, ...answer }),
  })
}
