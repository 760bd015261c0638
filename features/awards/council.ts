// Steps of a whole round: the council's votes, the decision, presenting, refusing; and the revocation of one award. All or nothing.
import type { Db } from '@kheo/db/connect.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import { calendarDate, viDate } from '@kheo/core/calendar.ts'

import type { World } from '../context.ts'

import { refusePersonalData } from '../registers/judge.ts'
import { takeStepIn } from '../registers/steps.ts'
import { type Change, onRound } from './command.ts'
import { levelOf, type LoadedRound, loadRound, refuse } from './load.ts'
import { stopsOf } from './rules.ts'
import type { awards } from './schema.ts'

type Done = { readonly id: string; readonly rev: number }
type Taken = { readonly entry: string; readonly values: Readonly<Record<string, unknown>> }
type Stepping = {
  readonly kind: 'considered' | 'decided' | 'presented' | 'refused' | 'revoked'
  readonly from: readonly string[]
  readonly happenedOn: string
  readonly lines: readonly Taken[]
}

/** Each line is in the round, at a state that allows the step. @throws Refusal */
function refuseLines(loaded: LoadedRound, { lines, from }: Stepping): void {
  const byId = new Map(loaded.nominations.map((it) => [it.entryId, it]))
  for (const { entry } of lines) {
    const held = byId.get(entry) ?? refuse({ code: 'award.not_in_round', name: '' })
    if (!from.includes(held.state)) refuse({ code: 'award.not_open', name: held.name })
  }
}

/** @throws Refusal `award.finding_stops` while a rule stands in the way */
function refuseStops(loaded: LoadedRound, { kind, lines }: Stepping): void {
  if (kind !== 'considered' && kind !== 'decided') return
  const stops = stopsOf(loaded.findings, loaded.passes, kind, new Set(lines.map(({ entry }) => entry)))
  const [first] = stops
  if (first !== undefined) refuse({ code: 'award.finding_stops', count: stops.length, says: first.says })
}

async function takeAll(
  tx: Db,
  world: World,
  by: { readonly actor: Actor; readonly position: HeldPosition },
  loaded: LoadedRound,
  stepping: Stepping,
): Promise<void> {
  const { kind, happenedOn, lines } = stepping
  refuseLines(loaded, stepping)
  refuseStops(loaded, stepping)
  const stepper = { position: by.position, accountId: by.actor.accountId }
  for (const { entry, values } of lines) {
    const step = { unit: loaded.round.unitId, id: entry, kind, happenedOn, values, note: '' }
    await takeStepIn(tx, world, loaded.register, stepper, step)
  }
}

const once = (entries: readonly string[]): readonly string[] => [...new Set(entries)]

/** The council's votes on the whole list. @throws Refusal */
export function considerRound(world: World, actor: Actor, input: BodyOf<typeof awards.consider>): Promise<Done> {
  const { happenedOn, members, present, minutes } = input
  if (present > members) refuse({ code: 'award.present_beyond', present, members })
  const votes = new Map(input.votes.map(({ entry, votesFor }) => [entry, votesFor]))
  return onRound(world, actor, input, {
    name: 'consider',
    run: async (tx, round, position): Promise<Change> => {
      const loaded = await loadRound(tx, world, round.unitId, round.id, happenedOn)
      const beyond = loaded.nominations.find(({ entryId }) => (votes.get(entryId) ?? 0) > members)
      if (beyond !== undefined)
        refuse({ code: 'award.votes_beyond', name: beyond.name, votes: votes.get(beyond.entryId) ?? 0, members })
      const lines = [...votes].map(([entry, votesFor]) => ({ entry, values: { votesFor, votesOf: members, minutes } }))
      await takeAll(tx, world, { actor, position }, loaded, {
        kind: 'considered',
        from: ['nominated'],
        happenedOn,
        lines,
      })
      return { councilOn: happenedOn, councilMembers: members, councilPresent: present }
    },
    audit: { on: happenedOn, members, present, entries: votes.size },
  })
}

/** Number and day of the decision: as typed, else of the round's issued decision, which decides at the office's own level alone. @throws Refusal */
function decisionOf(
  world: World,
  { papers, nominations, round }: LoadedRound,
  entries: readonly string[],
  { decision, happenedOn }: Pick<BodyOf<typeof awards.decide>, 'decision' | 'happenedOn'>,
): { readonly words: string; readonly on: string } {
  if (decision !== '' && happenedOn !== null) return { words: decision, on: happenedOn }
  // One typed without the other is a mistake, not a wish for the issued one.
  if (decision !== '' || happenedOn !== null) return refuse({ code: 'award.decision_missing' })
  const issued = papers.findLast(({ role, state }) => role === 'quyet-dinh' && state === 'issued')
  if (issued?.number == null || issued.date === null) return refuse({ code: 'award.decision_missing' })
  const own = levelOf(world, round.unitId)
  const other = nominations.find(({ entryId, level }) => entries.includes(entryId) && level !== own)
  if (other !== undefined) refuse({ code: 'award.not_own_level', name: other.name })
  return { words: `${issued.number} ngày ${viDate(calendarDate(issued.date))}`, on: issued.date }
}

/** The decision on all awards given, at once. @throws Refusal */
export function decideRound(world: World, actor: Actor, input: BodyOf<typeof awards.decide>): Promise<Done> {
  const entries = once(input.entries)
  return onRound(world, actor, input, {
    name: 'decide',
    run: async (tx, round, position): Promise<Change> => {
      const before = await loadRound(tx, world, round.unitId, round.id)
      const { words, on } = decisionOf(world, before, entries, input)
      const loaded = await loadRound(tx, world, round.unitId, round.id, on)
      const money = new Map(loaded.nominations.map((it) => [it.entryId, it.money]))
      const lines = entries.map((entry) => ({
        entry,
        values: { decision: words, awardMoney: money.get(entry) ?? null },
      }))
      await takeAll(tx, world, { actor, position }, loaded, {
        kind: 'decided',
        from: ['nominated', 'considered'],
        happenedOn: on,
        lines,
      })
      return { decision: words, decidedOn: on }
    },
    audit: { entries: entries.length },
  })
}

/** @throws Refusal */
export function presentRound(world: World, actor: Actor, input: BodyOf<typeof awards.present>): Promise<Done> {
  const { happenedOn, occasion } = input
  refusePersonalData({ 'Dịp trao': occasion })
  const lines = once(input.entries).map((entry) => ({ entry, values: { occasion } }))
  return onRound(world, actor, input, {
    name: 'present',
    run: async (tx, round, position): Promise<Change> => {
      const loaded = await loadRound(tx, world, round.unitId, round.id)
      await takeAll(tx, world, { actor, position }, loaded, { kind: 'presented', from: ['decided'], happenedOn, lines })
      return { presentedOn: happenedOn, occasion: occasion === '' ? round.occasion : occasion }
    },
    audit: { on: happenedOn, entries: lines.length },
  })
}

/** @throws Refusal */
export function refuseNominations(world: World, actor: Actor, input: BodyOf<typeof awards.refuse>): Promise<Done> {
  const { happenedOn, reason } = input
  refusePersonalData({ 'Lý do': reason })
  const lines = once(input.entries).map((entry) => ({ entry, values: { reason } }))
  return onRound(world, actor, input, {
    name: 'refuse',
    run: async (tx, round, position): Promise<Change> => {
      const loaded = await loadRound(tx, world, round.unitId, round.id)
      const from = ['nominated', 'considered']
      await takeAll(tx, world, { actor, position }, loaded, { kind: 'refused', from, happenedOn, lines })
      return {}
    },
    audit: { on: happenedOn, entries: lines.length },
  })
}

/** @throws Refusal */
export function revokeAward(world: World, actor: Actor, input: BodyOf<typeof awards.revoke>): Promise<Done> {
  const { happenedOn, reason, revocation, entry } = input
  refusePersonalData({ 'Lý do': reason })
  return onRound(world, actor, input, {
    name: 'revoke',
    run: async (tx, round, position): Promise<Change> => {
      const loaded = await loadRound(tx, world, round.unitId, round.id)
      const lines = [{ entry, values: { reason, revocation } }]
      const from = ['decided', 'presented']
      await takeAll(tx, world, { actor, position }, loaded, { kind: 'revoked', from, happenedOn, lines })
      return {}
    },
    audit: { entry, on: happenedOn, reason },
  })
}
