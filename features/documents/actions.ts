// Commands on papers that go out: draft by hand, save, issue, cancel, set where a series begins. Allow, load, decide, save, answer.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { AnswerOf, BodyOf, QueryOf, Role } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { Block } from '@kheo/writer/block-model.ts'
import type { World } from '../context.ts'
import { act, allowAct, getPath, look, today } from '../people/allow.ts'
import { refusePersonalData } from '../registers/judge.ts'
import { composePaper, issuerFor, signatureOf } from './compose.ts'
import { draftPaper, issuedNumber, stateOf } from './drafting.ts'
import { keepDrawn } from './drawing.ts'
import { incomingSeries, markCancelled, outgoingSeries, settle } from './issuing.ts'
import { moveSeries, nextNumber, type Series } from './numbers.ts'
import type { WrittenPaper } from './paper.ts'
import type { DocumentProblem } from './problems.ts'
import { findDocument, lockDocument, replaceDraft, type StoredDocument } from './queries.ts'
import { searchText } from './rules.ts'
import type { documents, EditedBlock } from './schema.ts'
import { readBlock, typedWords } from './words.ts'

export const DRAFTERS: readonly Role[] = ['compiler', 'consolidator', 'approver']

function refuse(problem: DocumentProblem): never {
  throw new Refusal(problem)
}

/** The paper, held until the transaction ends. @throws Refusal `document.not_found` */
export async function holdDocument(tx: Db, unit: string, id: string): Promise<StoredDocument> {
  await lockDocument(tx, unit, id)
  return (await findDocument(tx, unit, id)) ?? refuse({ code: 'document.not_found' })
}

/** A draft whose words stand here. @throws Refusal */
function draftOf(found: StoredDocument, baseRev: number): StoredDocument & { readonly paper: WrittenPaper } {
  const state = stateOf(found)
  if (found.direction === 'in') return refuse({ code: 'document.not_editable' })
  if (state === 'cancelled') return refuse({ code: 'document.cancelled_already' })
  if (state === 'issued') return refuse({ code: 'document.issued_already', number: issuedNumber(found) ?? '' })
  if (found.paper === null) return refuse({ code: 'document.not_editable' })
  if (found.rev !== baseRev) return refuse({ code: 'document.stale' })
  return { ...found, paper: found.paper }
}

export async function draftByHand(
  world: World,
  actor: Actor,
  { commandId, unit, family, kind, summary }: BodyOf<typeof documents.draft>,
): Promise<{ id: string }> {
  const position = allowAct(world, actor, unit, DRAFTERS)
  refusePersonalData({ 'Trích yếu': summary })
  const paper: WrittenPaper = { family, kind, summary, blocks: [] }
  return act(world, actor, {
    id: commandId,
    action: 'documents.draft',
    unit,
    position,
    run: (tx) => draftPaper(tx, world, { unit, position, accountId: actor.accountId }, paper, null),
    audit: ({ id }) => ({ id, family, kind }),
  })
}

/** The blocks as they were sent: old ones by their place, words as typed; what is neither is refused. */
function blocksOf(before: readonly Block[], edited: readonly EditedBlock[]): Block[] {
  return edited.flatMap((each): Block[] => {
    if ('keep' in each) return [before[each.keep] ?? refuse({ code: 'document.stale' })]
    const block = readBlock(each)
    return block === null ? [] : [block]
  })
}

/** Tables and annexes come from registers: none may be lost by an edit. */
function refuseLost(before: readonly Block[], after: readonly Block[]): void {
  const fixed = before.filter((block) => typedWords(block) === null)
  if (fixed.some((block) => !after.includes(block))) refuse({ code: 'document.block_not_text' })
}

const given = (lines: readonly string[]): string[] => lines.filter((line) => line !== '')

type Saved = BodyOf<typeof documents.save>

/** The draft with what was typed in its place; who signs stays the issuer's own unless another post is typed. */
function rewrite(world: World, found: StoredDocument & { readonly paper: WrittenPaper }, input: Saved): WrittenPaper {
  const { paper } = found
  const blocks = blocksOf(paper.blocks, input.blocks)
  refuseLost(paper.blocks, blocks)
  const { signature: _, addressees: __, legalBases: ___, recipients: ____, decidedBy: _____, ...rest } = paper
  const own = signatureOf(issuerFor(world, paper.family, found.unitId, today(world)))
  const standing = paper.signature ?? own
  const signature = { ...standing, post: input.signerPost === '' ? own.post : input.signerPost, name: input.signer }
  const isOwn = signature.post === own.post && signature.name === '' && paper.signature === undefined
  return {
    ...rest,
    summary: input.summary,
    ...(given(input.sentTo).length === 0 ? {} : { addressees: given(input.sentTo) }),
    ...(given(input.legalBases).length === 0 ? {} : { legalBases: given(input.legalBases) }),
    ...(given(input.recipients).length === 0 ? {} : { recipients: given(input.recipients) }),
    ...(input.decidedBy === '' ? {} : { decidedBy: input.decidedBy }),
    ...(isOwn ? {} : { signature }),
    blocks,
  }
}

export async function saveDraft(world: World, actor: Actor, input: Saved): Promise<{ id: string; rev: number }> {
  const { unit, id } = input
  const position = allowAct(world, actor, unit, DRAFTERS)
  refusePersonalData({
    'Trích yếu': input.summary,
    'Kính gửi': input.sentTo.join('; '),
    'Căn cứ': [input.decidedBy, ...input.legalBases].join('; '),
    'Người ký': [input.signerPost, input.signer].join(' '),
    'Nơi nhận': input.recipients.join('; '),
    'Nội dung': input.blocks.map((each) => ('keep' in each ? '' : each.text)).join('\n'),
  })
  return act(world, actor, {
    id: input.commandId,
    action: 'documents.save',
    unit,
    position,
    run: async (tx) => {
      const found = draftOf(await holdDocument(tx, unit, id), input.baseRev)
      const paper = rewrite(world, found, input)
      const { family, kind, summary } = paper
      const rev = await replaceDraft(tx, {
        unitId: unit,
        id,
        family,
        body: found.body,
        kind,
        summary,
        searchFolded: searchText(summary),
        paper,
      })
      return { id, rev }
    },
    audit: ({ rev }) => ({ id, rev }),
  })
}

/** Issues a draft. Its files are drawn after it is safe; if that fails the first who asks for them draws them. */
export async function issuePaper(
  world: World,
  actor: Actor,
  input: BodyOf<typeof documents.issue>,
): Promise<AnswerOf<typeof documents.issue>> {
  const { unit, id } = input
  const position = allowAct(world, actor, unit, DRAFTERS)
  const day = calendarDate(input.on)
  if (day > today(world)) refuse({ code: 'document.day_ahead' })
  const answer = await act(world, actor, {
    id: input.commandId,
    action: 'documents.issue',
    unit,
    position,
    run: async (tx) => {
      const { paper } = draftOf(await holdDocument(tx, unit, id), input.baseRev)
      const { family, kind, summary } = paper
      const issued = await settle(
        tx,
        world,
        { unit, position, accountId: actor.accountId },
        {
          id,
          family,
          kind,
          summary,
          day,
          asked: input.number,
          compose: (number, check) =>
            composePaper(world, { unit, paper, day, number, ...(check === undefined ? {} : { check }) }),
        },
      )
      return { id, number: issued.number, code: issued.code }
    },
    audit: ({ number }) => ({ id, number, on: day }),
  })
  // The paper is out whatever becomes of its files: a failure here must not read as if nothing had been saved.
  await keepDrawn(world, unit, id).catch(() => undefined)
  return answer
}

export async function cancelPaper(
  world: World,
  actor: Actor,
  { commandId, unit, id, reason }: BodyOf<typeof documents.cancel>,
): Promise<{ id: string }> {
  const position = allowAct(world, actor, unit, DRAFTERS)
  refusePersonalData({ 'Lý do': reason })
  return act(world, actor, {
    id: commandId,
    action: 'documents.cancel',
    unit,
    position,
    run: async (tx) => {
      const found = await holdDocument(tx, unit, id)
      if (found.steps.some((step) => step.kind === 'cancelled')) refuse({ code: 'document.cancelled_already' })
      // An issued report is opened again in its own room, which cancels its paper.
      if (found.direction === 'out' && found.paper === null) refuse({ code: 'document.not_editable' })
      await markCancelled(tx, world, { unit, position, accountId: actor.accountId }, id, {
        reason,
        on: today(world),
      })
      return { id }
    },
    audit: () => ({ id, reason }),
  })
}

function seriesAt(world: World, it: QueryOf<typeof documents.next>): Series {
  const wanted = { unit: it.unit, family: it.family, kind: it.kind, day: calendarDate(it.on) }
  return it.direction === 'in' ? incomingSeries(world, wanted) : outgoingSeries(world, wanted)
}

export const askNext = (
  world: World,
  actor: Actor,
  query: QueryOf<typeof documents.next>,
): Promise<AnswerOf<typeof documents.next>> =>
  look(world, actor, query.unit, async (tx) => {
    const series = seriesAt(world, query)
    return { number: await nextNumber(tx, series), body: series.body }
  })

export async function startSeries(
  world: World,
  actor: Actor,
  input: BodyOf<typeof documents.startSeries>,
): Promise<{ next: number }> {
  const { unit, last, reason } = input
  const position = allowAct(world, actor, unit, ['compiler', 'approver', 'administrator'])
  refusePersonalData({ 'Lý do': reason })
  const series = seriesAt(world, input)
  return act(world, actor, {
    id: input.commandId,
    action: 'documents.startSeries',
    unit,
    position,
    run: async (tx) => {
      await moveSeries(tx, series, last)
      return { next: await nextNumber(tx, series) }
    },
    audit: () => ({ body: series.body, series: series.series, year: series.year, last, reason }),
  })
}

/** Whether the actor may act on the papers of a unit at all. */
export function mayDraft(world: World, actor: Actor, unit: string): boolean {
  getPath(world, unit)
  try {
    allowAct(world, actor, unit, DRAFTERS)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
