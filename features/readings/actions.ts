// Commands on readings: adding files, placing them, deciding claims, trying again, throwing away; and giving a file out.
import { inScope } from '@kheo/db/transaction.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf, QueryOf } from '@kheo/kit/endpoint.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import { plainText } from '@kheo/kit/shapes.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { refuseUndue } from '../figures/index.ts'
import { readKept } from '../files/kept.ts'
import { act, allowAct, getPath, today } from '../people/allow.ts'
import { refusePersonalData } from '../registers/judge.ts'
import { refuseTyped } from '../reports/index.ts'
import { loadReading, refuse, ROLES, takeStep, type StepAnswer } from './command.ts'
import { figureKey } from './found.ts'
import { inUnitOf, judgeClaims } from './judge.ts'
import { unitsOf } from './place.ts'
import {
  addJob,
  countAdded,
  findContent,
  findSameFile,
  forgetContent,
  insertReading,
  insertStep,
  lockAdding,
  type StoredContent,
  writeClaims,
} from './queries.ts'
import { completed, type Decided, decidedSince, NOTHING_YET, type Status } from './rules.ts'
import { type Decision, MOST_BYTES, MOST_IN_BATCH, MOST_WAITING, type readingDoors, type readings } from './schema.ts'

const MOST_LETTERS = 160

/** A name that is safe on every machine, with the ending it came with. */
function tidyName(raw: string): string {
  const plain = plainText(raw)
    .replaceAll(/[\\/<>:"|?*]/g, '-')
    .replaceAll(/\p{C}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const letters = [...plain]
  const kept =
    letters.length <= MOST_LETTERS
      ? plain
      : `${letters.slice(0, MOST_LETTERS - 12).join('')}…${letters.slice(-10).join('')}`
  return kept === '' ? 'tệp' : kept
}

/** Keeps a file and puts it in the queue. What it is, is found when it is read. @throws Refusal */
export async function addFile(
  world: World,
  actor: Actor,
  of: QueryOf<typeof readingDoors.add>,
  bytes: Uint8Array,
): Promise<{ id: string }> {
  const position = allowAct(world, actor, of.unit, ROLES)
  const name = tidyName(of.name)
  if (bytes.length === 0 || bytes.length > MOST_BYTES) refuse({ code: 'reading.file_empty', name })
  refusePersonalData({ 'Tên tệp': name })
  const id = newId()
  const path = getPath(world, of.unit)
  let hash = ''
  return act(world, actor, {
    id: of.commandId,
    action: 'readings.add',
    unit: of.unit,
    position,
    run: async (tx) => {
      await lockAdding(tx, of.unit)
      const { inBatch, waiting } = await countAdded(tx, of.unit, of.batch)
      if (inBatch >= MOST_IN_BATCH) refuse({ code: 'reading.too_many_in_batch', most: MOST_IN_BATCH })
      if (waiting >= MOST_WAITING) refuse({ code: 'reading.too_many_waiting', most: MOST_WAITING })
      // Bytes before the row: a row without its file would be a promise that is not kept.
      hash = await world.files.put(bytes)
      const same = await findSameFile(tx, of.unit, hash)
      if (same !== undefined) refuse({ code: 'reading.added_already', name: same })
      const at = world.now()
      const row = { unitId: of.unit, id, path, hash, name, size: bytes.length, batch: of.batch }
      await insertReading(tx, { ...row, addedAt: at, addedBy: actor.accountId, addedTitle: position.title })
      await insertStep(tx, {
        unitId: of.unit,
        id,
        path,
        seq: 1,
        kind: 'added',
        at,
        actor: actor.accountId,
        actorTitle: position.title,
        body: { tally: NOTHING_YET },
      })
      await addJob(tx, { unitId: of.unit, id, path }, at)
      return { id }
    },
    audit: () => ({ id, hash, size: bytes.length, batch: of.batch }),
  })
}

/** Says of which unit and period the figures are. @throws Refusal */
export function placeReading(world: World, actor: Actor, input: BodyOf<typeof readings.place>): Promise<StepAnswer> {
  return takeStep(world, actor, input, {
    name: 'place',
    kind: 'placed',
    from: ['read'],
    run: async (tx, { reading, status }) => {
      if (!unitsOf(world, input.unit).some((unit) => unit === input.placedUnit))
        refuse({ code: 'reading.unit_out_of_reach', unit: world.org().titleOf(input.placedUnit, today(world)) })
      refuseUndue(world, input.placedUnit, input.period)
      const content = getContent(await findContent(tx, input.unit, input.id))
      const { saysUnit, saysPeriod } = status.placement
      const placement = { unit: input.placedUnit, period: input.period, saysUnit, saysPeriod }
      const claims = judgeClaims(world, content.text, content.found, placement)
      await writeClaims(tx, reading, claims)
      return { body: { tally: { ...status.tally, claims: claims.length }, placement }, more: {} }
    },
    audit: () => ({ placedUnit: input.placedUnit, period: input.period }),
  })
}

const getContent = (content: StoredContent | undefined): StoredContent =>
  content ?? refuse({ code: 'reading.not_found' })

/** Completes each decision with what the text offers at its key. @throws Refusal */
function complete(world: World, content: StoredContent, period: string | null, decision: Decision): Decided {
  const claim = content.claims.find((each) => each.key === decision.key)
  const [mark = '', part = ''] = decision.key.split(':')
  const figure = content.found.figures.find((each) => figureKey(each.start) === mark)
  if (claim === undefined && (figure === undefined || (part !== 'value' && part !== 'of')))
    return refuse({ code: 'reading.mark_not_found', key: decision.key })
  const text = claim?.text ?? figure?.number ?? ''
  const raw = part === 'of' ? (figure?.of ?? figure?.value) : figure?.value
  const { catalogue } = world.catalogue()
  const decided = completed(decision, claim, {
    text,
    valueIn: (code) => inUnitOf(world, period, code, raw ?? claim?.value ?? 0, figure?.unit ?? ''),
  })
  if ('missing' in decided) return refuse({ code: 'reading.indicator_missing', text })
  if (decided.verdict === 'confirmed' || decided.verdict === 'corrected') {
    world.catalogue().getIndicator(decided.indicator)
    const wrong = refuseTyped(catalogue, { [decided.indicator]: decided.value }, new Set())
    if (wrong !== null && wrong.code !== 'figure.derived') refuse(wrong)
  }
  return decided
}

/** How many claims are settled after some more decisions. */
function settled(status: Status, decisions: readonly Decided[]): number {
  const verdicts = new Map([...status.decisions].map(([key, { verdict }]) => [key, verdict]))
  for (const { key, verdict } of decisions) verdicts.set(key, verdict)
  return [...verdicts.values()].filter((verdict) => verdict !== 'open').length
}

/** Confirms, corrects, rejects or opens claims. @throws Refusal `reading.decided_conflict` when another officer decided the same one since */
export function decideClaims(world: World, actor: Actor, input: BodyOf<typeof readings.decide>): Promise<StepAnswer> {
  return takeStep(world, actor, input, {
    name: 'decide',
    kind: 'decided',
    from: ['read'],
    isMerged: true,
    run: async (tx, { steps, status }) => {
      const keys = input.decisions.map(({ key }) => key)
      const since = decidedSince(steps, input.baseRev, keys)
      if (since.isStale) refuse({ code: 'reading.stale' })
      const content = getContent(await findContent(tx, input.unit, input.id))
      if (since.keys.length > 0)
        refuse({ code: 'reading.decided_conflict', cells: since.keys.map((key) => textAt(content, key)), by: since.by })
      const decisions = input.decisions.map((decision) => complete(world, content, status.placement.period, decision))
      return { body: { tally: { ...status.tally, decided: settled(status, decisions) }, decisions }, more: {} }
    },
    audit: () => ({ decisions: input.decisions.map(({ key, verdict, indicator }) => ({ key, verdict, indicator })) }),
  })
}

const textAt = (content: StoredContent, key: string): string =>
  content.claims.find((each) => each.key === key)?.text ??
  content.found.figures.find((each) => key.startsWith(`${figureKey(each.start)}:`))?.number ??
  key

/** Throws a reading away with its text; the row and its steps stay. @throws Refusal */
export function discardReading(
  world: World,
  actor: Actor,
  input: BodyOf<typeof readings.discard>,
): Promise<StepAnswer> {
  return takeStep(world, actor, input, {
    name: 'discard',
    kind: 'discarded',
    from: ['queued', 'read', 'failed', 'saved'],
    run: async (tx, { reading, status }) => {
      if (status.state === 'saved' && (status.lastSave?.cells.length ?? 0) > 0) refuse({ code: 'reading.undo_first' })
      await forgetContent(tx, reading)
      return { body: { tally: status.tally }, more: {} }
    },
  })
}

/** Puts a file that could not be read in the queue again. @throws Refusal */
export function retryReading(world: World, actor: Actor, input: BodyOf<typeof readings.retry>): Promise<StepAnswer> {
  return takeStep(world, actor, input, {
    name: 'retry',
    kind: 'retried',
    from: ['failed'],
    run: async (tx, { reading }) => {
      await addJob(tx, reading, world.now())
      return { body: { tally: NOTHING_YET }, more: {} }
    },
  })
}

/** The file as it was added, to be saved and never shown in place; only once it is known what it is. @throws Refusal */
export async function giveFile(
  world: World,
  actor: Actor,
  { unit, id }: QueryOf<typeof readingDoors.file>,
): Promise<FileReply> {
  const position = allowAct(world, actor, unit, ROLES)
  const { reading } = await inScope(world.database.app, position.path, async (tx) => {
    const loaded = await loadReading(tx, unit, id)
    if ((await findContent(tx, unit, id)) === undefined)
      refuse({ code: 'reading.state_locked', state: loaded.status.state })
    return loaded
  })
  const bytes = await readKept(world, reading.hash, reading.name)
  return { name: reading.name, type: 'application/octet-stream', bytes }
}
