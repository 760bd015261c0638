// Opening a round and filling it: words, nominations, order and money, review, warnings gone past.
import type { Db } from '@kheo/db/connect.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import { WRITERS } from '@kheo/kit/register/declare.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { act, allowAct, getPath, today } from '../people/allow.ts'
import { judgeEntry, refuse as refuseEntry, refusePersonalData } from '../registers/judge.ts'
import { recordEntries } from '../registers/record.ts'
import { onRound } from './command.ts'
import { bookIn, getRound, levelOf, loadRound, refuse } from './load.ts'
import { isAwarded, isOpen } from './nomination.ts'
import {
  addRoundEntries,
  giveBookNumbers,
  insertPass,
  listEntriesById,
  listRoundEntries,
  orderRoundEntries,
  removeRoundEntry,
  reviewEntries,
  saveRound,
} from './queries.ts'
import { type awards, MOST_NOMINATIONS, type RoundWords } from './schema.ts'

type Done = { readonly id: string; readonly rev: number }

/** Words of an officer hold no number of a person's papers or telephone. @throws Refusal `entry.personal_data` */
const screenWords = (words: RoundWords): void =>
  refusePersonalData({
    'Tên đợt': words.title,
    'Cơ quan đề nghị': words.proposer,
    'Nơi nhận tờ trình': words.proposedTo,
    'Nguồn tiền thưởng': words.fund,
    'Số, ngày tờ trình': words.proposal,
    'Dịp trao': words.occasion,
    'Chủ tịch Hội đồng': words.councilChair,
    'Thư ký Hội đồng': words.councilSecretary,
  })

/** @throws Refusal */
export function openRound(world: World, actor: Actor, input: BodyOf<typeof awards.open>): Promise<Done> {
  const { unit, words } = input
  const position = allowAct(world, actor, unit, WRITERS.roles)
  screenWords(words)
  return act(world, actor, {
    id: input.commandId,
    action: 'awards.open',
    unit,
    position,
    run: async (tx) => {
      const id = newId()
      await saveRound(tx, {
        ...words,
        unitId: unit,
        id,
        path: getPath(world, unit),
        rev: 1,
        councilOn: null,
        councilMembers: null,
        councilPresent: null,
        decision: '',
        decidedOn: null,
        presentedOn: null,
        droppedAt: null,
        changedAt: world.now(),
        changedTitle: position.title,
      })
      return { id, rev: 1 }
    },
    audit: (done) => ({ round: done.id, year: words.year }),
  })
}

/** @throws Refusal */
export function editRound(world: World, actor: Actor, input: BodyOf<typeof awards.edit>): Promise<Done> {
  screenWords(input.words)
  return onRound(world, actor, input, { name: 'edit', baseRev: input.baseRev, run: async () => input.words })
}

/** @throws Refusal `award.round_in_use` while it holds nominations */
export function dropRound(world: World, actor: Actor, input: BodyOf<typeof awards.drop>): Promise<Done> {
  return onRound(world, actor, input, {
    name: 'drop',
    baseRev: input.baseRev,
    run: async (tx, round) => {
      const held = await listRoundEntries(tx, round.unitId, round.id)
      if (held.length > 0) refuse({ code: 'award.round_in_use', count: held.length })
      return { droppedAt: world.now() }
    },
  })
}

async function refuseFull(tx: Db, unit: string, round: string, more: number): Promise<void> {
  const held = await listRoundEntries(tx, unit, round)
  if (held.length + more > MOST_NOMINATIONS) refuse({ code: 'award.round_full', most: MOST_NOMINATIONS })
}

/** Puts undecided entries of the unit's own register into a round. @throws Refusal */
export function addEntries(world: World, actor: Actor, input: BodyOf<typeof awards.add>): Promise<Done> {
  const register = bookIn(world)
  const entries = [...new Set(input.entries)]
  return onRound(world, actor, input, {
    name: 'add',
    run: async (tx, round) => {
      const found = await listEntriesById(tx, register, round.unitId, entries)
      if (found.length < entries.length) refuse({ code: 'award.not_in_round', name: '' })
      const closed = found.find(({ state }) => !isOpen(state))
      if (closed !== undefined) refuse({ code: 'award.not_open', name: String(closed.values['name']) })
      await refuseFull(tx, round.unitId, round.id, entries.length)
      await addRoundEntries(tx, round, entries)
      return {}
    },
    audit: { entries },
  })
}

/** Records new entries in the register and puts them into a round; all or none. @throws Refusal `award.wrong_nomination` */
export function nominate(
  world: World,
  actor: Actor,
  input: BodyOf<typeof awards.nominate>,
): Promise<{ ids: string[] }> {
  const { unit } = input
  const register = bookIn(world)
  const position = allowAct(world, actor, unit, WRITERS.roles)
  const entries = input.entries.map((given, at) => {
    const judged = judgeEntry(world, register, unit, given)
    if (judged.ok) return { ...judged.entry, id: newId() }
    const [first] = judged.issues
    return refuse({
      code: 'award.wrong_nomination',
      line: at + 1,
      vi: first?.says[0] ?? '',
      en: first?.says[1] ?? '',
    })
  })
  return act(world, actor, {
    id: input.commandId,
    action: 'awards.nominate',
    unit,
    position,
    run: async (tx) => {
      const round = await getRound(tx, unit, input.round, true)
      await refuseFull(tx, unit, round.id, entries.length)
      const ids = await recordEntries(tx, world, register, { unit, position, accountId: actor.accountId, entries })
      await addRoundEntries(tx, round, ids)
      return { ids: [...ids] }
    },
    audit: ({ ids }) => ({ round: input.round, entries: ids }),
  })
}

/** @throws Refusal `award.not_open` for one that was decided */
export function removeEntry(world: World, actor: Actor, input: BodyOf<typeof awards.remove>): Promise<Done> {
  const register = bookIn(world)
  return onRound(world, actor, input, {
    name: 'remove',
    run: async (tx, round) => {
      const [entry] = await listEntriesById(tx, register, round.unitId, [input.entry])
      // One that was struck out of the register leaves its round too.
      if (entry !== undefined && !isOpen(entry.state))
        refuse({ code: 'award.not_open', name: String(entry.values['name']) })
      const isRemoved = await removeRoundEntry(tx, round.unitId, round.id, input.entry)
      if (!isRemoved) refuse({ code: 'award.not_in_round', name: '' })
      return {}
    },
    audit: { entry: input.entry },
  })
}

/** @throws Refusal */
export function orderEntries(world: World, actor: Actor, input: BodyOf<typeof awards.order>): Promise<Done> {
  return onRound(world, actor, input, {
    name: 'order',
    ...(input.baseRev === undefined ? {} : { baseRev: input.baseRev }),
    run: async (tx, round) => {
      const held = await listRoundEntries(tx, round.unitId, round.id)
      const named = new Set(input.lines.map(({ entry }) => entry))
      const isWhole = named.size === input.lines.length && held.length === named.size
      const changed = await orderRoundEntries(tx, round.unitId, round.id, input.lines)
      if (!isWhole || changed !== named.size) refuse({ code: 'award.not_in_round', name: '' })
      return {}
    },
  })
}

/** The office says that nothing stands against these awards. What it looked at is not kept: it is a matter of persons. @throws Refusal */
export function reviewRound(world: World, actor: Actor, input: BodyOf<typeof awards.review>): Promise<Done> {
  const entries = [...new Set(input.entries)]
  refusePersonalData({ 'Chức vụ': input.post })
  if (input.on > today(world)) refuseEntry({ code: 'entry.in_future', day: input.on })
  const register = bookIn(world)
  return onRound(world, actor, input, {
    name: 'review',
    run: async (tx, round) => {
      const found = await listEntriesById(tx, register, round.unitId, entries)
      const closed = found.find(({ state }) => !isOpen(state))
      if (closed !== undefined) refuse({ code: 'award.not_open', name: String(closed.values['name']) })
      const changed = await reviewEntries(tx, round.unitId, round.id, { ...input, entries })
      if (changed !== entries.length) refuse({ code: 'award.not_in_round', name: '' })
      return {}
    },
    audit: { entries, on: input.on },
  })
}

/** Keeps the reason with which an officer goes past a warning that stands now. @throws Refusal */
export function passFinding(world: World, actor: Actor, input: BodyOf<typeof awards.pass>): Promise<Done> {
  const { rule, about, sentence, reason } = input
  refusePersonalData({ 'Lý do': reason })
  return onRound(world, actor, input, {
    name: 'pass',
    run: async (tx, round, position) => {
      const { findings } = await loadRound(tx, world, round.unitId, round.id)
      const finding =
        findings.find((each) => each.rule === rule && each.about === about && each.says[0] === sentence) ??
        refuse({ code: 'award.finding_gone' })
      if (finding.effect === 'block') refuse({ code: 'award.finding_blocks', says: finding.says })
      await insertPass(tx, round, {
        id: newId(),
        rule,
        about,
        sentence,
        reason,
        at: world.now(),
        byAccount: actor.accountId,
        byTitle: position.title,
      })
      return {}
    },
    audit: { rule, about, reason },
  })
}

/** Numbers in the office's own book for its certificates of a round that have none, in the order of the list; those of another level have none here. @throws Refusal */
export function numberCertificates(world: World, actor: Actor, input: BodyOf<typeof awards.number>): Promise<Done> {
  const wanted = new Set(input.entries)
  return onRound(world, actor, input, {
    name: 'number',
    run: async (tx, round, position) => {
      const { nominations } = await loadRound(tx, world, round.unitId, round.id)
      const chosen = nominations.filter(({ entryId }) => wanted.has(entryId))
      if (chosen.length < wanted.size) refuse({ code: 'award.not_in_round', name: '' })
      const early = chosen.find(({ state }) => !isAwarded(state))
      if (early !== undefined) refuse({ code: 'award.not_open', name: early.name })
      const own = levelOf(world, round.unitId)
      const numberless = chosen.filter(({ bookNo, level }) => bookNo === null && level === own)
      for (const [year, of] of Map.groupBy(numberless, ({ decidedOn }) => Number((decidedOn ?? '').slice(0, 4))))
        await giveBookNumbers(tx, round, {
          year,
          entries: of.map(({ entryId }) => entryId),
          at: world.now(),
          byTitle: position.title,
        })
      return {}
    },
    audit: { entries: wanted.size },
  })
}
