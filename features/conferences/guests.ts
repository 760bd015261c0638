// Who is invited and who came: by hand, from pasted lines, from an earlier conference, from the units below; attendance by code or from the list.
import { randomInt } from 'node:crypto'
import { spellingKey } from '@kheo/core/text/fold.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { AnswerOf, BodyOf } from '@kheo/kit/endpoint.ts'
import { WRITERS } from '@kheo/kit/register/declare.ts'
import type { World } from '../context.ts'
import { act, allowAct, getPath, today } from '../people/allow.ts'
import { refusePersonalData } from '../registers/judge.ts'
import { refuseCancelled } from './actions.ts'
import { dayOfConference, loadConference, type Loaded } from './assemble.ts'
import { refuse } from './books.ts'
import { newAmong, OTHERS, readLines } from './guest-lines.ts'
import { clearCame, deleteGuest, findByCode, insertGuests, noteCame, updateGuest } from './guest-queries.ts'
import { lockConference, type Of, type Signed, type StoredGuest, type StoredPlan } from './queries.ts'
import type { NewGuest, Plan } from './plan-shapes.ts'
import type { conferenceRoom } from './schema.ts'
import { isInHall, seatsOf } from './seating.ts'

const MOST = 5000
const LETTERS = 'abcdefghijklmnopqrstuvwxyz23456789'
/** 16 letters of 34: nobody guesses one. */
const newCode = (): string => Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

type Command = Of & { readonly commandId: string }
type Prepared = { readonly loaded: Loaded; readonly stored: StoredPlan; readonly of: Of & { readonly path: string } }

/** Runs a change of guests under the conference's lock, once it has a plan and was not cancelled. */
function change<O>(
  world: World,
  actor: Actor,
  { commandId, unit, conference }: Command,
  action: string,
  run: (tx: Db, prepared: Prepared, by: Signed) => Promise<O>,
): Promise<O> {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  return act(world, actor, {
    id: commandId,
    action: `conferences.${action}`,
    unit,
    position,
    run: async (tx) => {
      await lockConference(tx, { unit, conference })
      const loaded = await loadConference(tx, world, { unit, conference })
      refuseCancelled(loaded)
      const stored = loaded.stored ?? refuse({ code: 'conference.no_plan' })
      const by = { at: world.now(), by: actor.accountId, title: position.title }
      return run(tx, { loaded, stored, of: { unit, conference, path: getPath(world, unit) } }, by)
    },
    audit: (answer) => ({ conference, ...answer }),
  })
}

type Added = { readonly added: number; readonly skipped: number }

function refusePoints(plan: Plan, guests: readonly Pick<NewGuest, 'point'>[]): void {
  for (const { point } of guests)
    if (point !== null && point > plan.points.length) refuse({ code: 'conference.point_unknown', point })
}

const refuseWords = (guests: readonly NewGuest[]): void => {
  for (const { name, post, body } of guests) refusePersonalData({ 'Họ tên': name, 'Chức danh': post, 'Đơn vị': body })
}

async function add(tx: Db, { stored, of }: Prepared, given: readonly NewGuest[]): Promise<Added> {
  if (given.length === 0) refuse({ code: 'conference.nothing_to_invite' })
  refusePoints(stored.plan, given)
  const fresh = newAmong(stored.guests, given)
  if (stored.guests.length + fresh.length > MOST) refuse({ code: 'conference.too_many_guests', most: MOST })
  const last = Math.max(0, ...stored.guests.map((guest) => guest.seq))
  await insertGuests(
    tx,
    of,
    fresh.map((guest, at) => ({ ...guest, seq: last + at + 1, code: newCode() })),
  )
  return { added: fresh.length, skipped: given.length - fresh.length }
}

/** Adds guests; those who are on the list already are passed over. @throws Refusal */
export function addGuests(world: World, actor: Actor, body: BodyOf<typeof conferenceRoom.addGuests>): Promise<Added> {
  refuseWords(body.guests)
  return change(world, actor, body, 'add-guests', (tx, prepared) => add(tx, prepared, body.guests))
}

/** @throws Refusal `conference.line_unreadable` with the number of the first line that cannot be read */
export function pasteGuests(
  world: World,
  actor: Actor,
  body: BodyOf<typeof conferenceRoom.pasteGuests>,
): Promise<Added> {
  const read = readLines(body.lines)
  if (!read.ok) return refuse(read.problem)
  const guests = read.value
  refuseWords(guests)
  return change(world, actor, body, 'paste-guests', (tx, prepared) => add(tx, prepared, guests))
}

/** @throws Refusal */
export function copyGuests(world: World, actor: Actor, body: BodyOf<typeof conferenceRoom.copyGuests>): Promise<Added> {
  return change(world, actor, body, 'copy-guests', async (tx, prepared) => {
    const earlier = await loadConference(tx, world, { unit: body.unit, conference: body.from })
    const points = prepared.stored.plan.points.length
    const guests = (earlier.stored?.guests ?? [])
      // Who was honoured then is not invited for that again.
      .filter((guest) => guest.group !== 'award')
      .map(({ name, post, body: from, group, rank, point }) => ({
        name,
        post,
        body: from,
        group,
        rank,
        point: point !== null && point > points ? null : point,
      }))
    return add(tx, prepared, guests)
  })
}

/** The point whose name holds the unit's as whole words, however it is spelled: “Phường 1” is not found in “Phường 10”. */
const pointOf = (plan: Plan, unitName: string): number | null => {
  const key = ` ${spellingKey(unitName)} `
  const at = plan.points.findIndex((point) =>
    ` ${spellingKey(point.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' '))} `.includes(key),
  )
  return at === -1 ? null : at + 1
}

/** One representative of each unit directly below; online they sit at the point that bears their unit's name. @throws Refusal */
export function inviteBelow(
  world: World,
  actor: Actor,
  body: BodyOf<typeof conferenceRoom.inviteBelow>,
): Promise<Added> {
  return change(world, actor, body, 'invite-below', (tx, prepared) => {
    const { index, titleOf } = world.org()
    const day = today(world)
    const units = index.childrenAt(body.unit as never, day).filter((unit) => index.levelOf(unit) !== 'office')
    const guests = units.map((unit): NewGuest => {
      const name = titleOf(unit, day)
      const point = body.areOnline ? pointOf(prepared.stored.plan, name) : null
      const post = index.levelOf(unit) === 'village' ? 'Đại diện thôn, tổ dân phố' : 'Đại diện lãnh đạo'
      return { name: '', post, body: name, group: 'delegate', rank: OTHERS, point }
    })
    return add(tx, prepared, guests)
  })
}

const guestOf = ({ stored }: Prepared, seq: number): StoredGuest =>
  stored.guests.find((guest) => guest.seq === seq) ?? refuse({ code: 'conference.guest_not_found' })

/** Changes a guest, or the seat given by hand (null: computed). @throws Refusal */
export function changeGuest(
  world: World,
  actor: Actor,
  body: BodyOf<typeof conferenceRoom.changeGuest>,
): Promise<{ seq: number }> {
  const { seq, guest, seat } = body
  refuseWords([guest])
  return change(world, actor, body, 'change-guest', async (tx, prepared) => {
    guestOf(prepared, seq)
    const { plan, guests } = prepared.stored
    refusePoints(plan, [guest])
    const own = guest.point === null ? seat : null
    if (own !== null && !isInHall(plan.hall, own)) refuse({ code: 'conference.seat_outside', ...own })
    const isTaken = (other: StoredGuest): boolean =>
      other.seq !== seq && other.seat !== null && other.seat.row === own?.row && other.seat.seat === own.seat
    if (own !== null && guests.some(isTaken)) refuse({ code: 'conference.seat_duplicate', ...own })
    await updateGuest(tx, prepared.of, seq, guest, own)
    return { seq }
  })
}

/** Takes a guest off the list. @throws Refusal `conference.guest_came_already` */
export function removeGuest(
  world: World,
  actor: Actor,
  body: BodyOf<typeof conferenceRoom.removeGuest>,
): Promise<{ seq: number }> {
  return change(world, actor, body, 'remove-guest', async (tx, prepared) => {
    const guest = guestOf(prepared, body.seq)
    if (!(await deleteGuest(tx, prepared.of, body.seq)))
      refuse({ code: 'conference.guest_came_already', post: guest.post })
    return { seq: body.seq }
  })
}

type Attended = AnswerOf<typeof conferenceRoom.attendByHand>

async function note(
  tx: Db,
  world: World,
  of: Of,
  seq: number,
  by: Signed,
): Promise<Attended & { readonly title: string }> {
  const loaded = await loadConference(tx, world, of)
  refuseCancelled(loaded)
  const day = dayOfConference(loaded.entry, loaded.steps)
  if (loaded.entry.state === 'planned' && today(world) < day) refuse({ code: 'conference.not_yet_day', day })
  const noted = (await noteCame(tx, of, seq, by)) ?? refuse({ code: 'conference.guest_not_found' })
  const { guest, isRepeated } = noted
  const guests = loaded.stored?.guests ?? []
  const before = guests.filter((each) => each.cameAt !== null && each.seq !== seq).length
  const seating = loaded.stored === undefined ? undefined : seatsOf({ guests, hall: loaded.stored.plan.hall })
  return {
    seq,
    name: guest.name,
    post: guest.post,
    body: guest.body,
    seat: seating?.ok === true ? (seating.value.find((each) => each.guest === seq)?.seat ?? null) : null,
    point: guest.point === null ? '' : (loaded.stored?.plan.points[guest.point - 1] ?? ''),
    cameAt: guest.cameAt ?? by.at.toISOString(),
    isRepeated,
    came: before + 1,
    invited: guests.length,
    title: String(loaded.entry.values['title'] ?? ''),
  }
}

/**
 * Notes that the guest with a code came. Many doors may scan at once: a second scan of the same guest changes nothing and
 * answers when they came.
 * @throws Refusal
 */
export function attend(
  world: World,
  actor: Actor,
  { commandId, unit, code }: BodyOf<typeof conferenceRoom.attend>,
): Promise<AnswerOf<typeof conferenceRoom.attend>> {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  return act(world, actor, {
    id: commandId,
    action: 'conferences.attend',
    unit,
    position,
    run: async (tx) => {
      const { conference, seq } = (await findByCode(tx, unit, code)) ?? refuse({ code: 'conference.guest_not_found' })
      const by = { at: world.now(), by: actor.accountId, title: position.title }
      return { ...(await note(tx, world, { unit, conference }, seq, by)), conference }
    },
    audit: ({ conference, seq, isRepeated }) => ({ conference, seq, isRepeated }),
  })
}

/** @throws Refusal */
export function attendByHand(
  world: World,
  actor: Actor,
  { commandId, unit, conference, seq }: BodyOf<typeof conferenceRoom.attendByHand>,
): Promise<Attended> {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  return act(world, actor, {
    id: commandId,
    action: 'conferences.attend-by-hand',
    unit,
    position,
    run: async (tx) => {
      const by = { at: world.now(), by: actor.accountId, title: position.title }
      const { title: _, ...attended } = await note(tx, world, { unit, conference }, seq, by)
      return attended
    },
    audit: ({ isRepeated }) => ({ conference, seq, isRepeated }),
  })
}

/** Takes back that a guest came. @throws Refusal */
export function undoAttendance(
  world: World,
  actor: Actor,
  { commandId, unit, conference, seq }: BodyOf<typeof conferenceRoom.undoAttendance>,
): Promise<{ seq: number }> {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  return act(world, actor, {
    id: commandId,
    action: 'conferences.undo-attendance',
    unit,
    position,
    run: async (tx) => {
      await loadConference(tx, world, { unit, conference })
      if (!(await clearCame(tx, { unit, conference }, seq))) refuse({ code: 'conference.guest_not_found' })
      return { seq }
    },
    audit: () => ({ conference, seq }),
  })
}
