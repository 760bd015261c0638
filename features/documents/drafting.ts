// A room hands in a paper: it is kept as a draft among the papers of its unit, and the room can ask what became of it.
import type { Db } from '@kheo/db/connect.ts'
import type { HeldPosition } from '@kheo/kit/actor.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { getPath, today } from '../people/allow.ts'
import { composePaper, issuerFor } from './compose.ts'
import type { PaperSource, WrittenPaper } from './paper.ts'
import type { DocumentProblem } from './problems.ts'
import {
  insertDocument,
  insertStep,
  listBySource,
  lockDocument,
  lockSource,
  replaceDraft,
  type StoredDocument,
} from './queries.ts'
import { outgoingState, searchText, type OutgoingState } from './rules.ts'

function refuse(problem: DocumentProblem): never {
  throw new Refusal(problem)
}

/** Who acts, under which position, at which unit. */
export type Drafter = { readonly unit: string; readonly position: HeldPosition; readonly accountId: string }

/** The step of a paper, as issued: `15-KH/ĐU` without the word before it. */
export const issuedNumber = (document: Pick<StoredDocument, 'steps'>): string | null =>
  document.steps.find((step) => step.kind === 'issued')?.body.number ?? null

export const stateOf = (document: Pick<StoredDocument, 'steps'>): OutgoingState =>
  outgoingState(document.steps.map((step) => step.kind))

/** The draft that a source's paper replaces; none when the last one was cancelled. @throws Refusal when it is issued */
async function standingDraft(tx: Db, unit: string, source: PaperSource): Promise<StoredDocument | undefined> {
  await lockSource(tx, unit, source)
  const find = async (): Promise<StoredDocument | undefined> =>
    (await listBySource(tx, unit, source.room, source.id)).findLast(
      (each) => each.sourceRole === source.role && stateOf(each) !== 'cancelled',
    )
  const known = await find()
  if (known !== undefined) await lockDocument(tx, unit, known.id)
  // It may have been issued or cancelled while it was waited for.
  const standing = known === undefined ? undefined : await find()
  if (standing !== undefined && stateOf(standing) === 'issued')
    refuse({ code: 'document.issued_already', number: issuedNumber(standing) ?? '' })
  return standing
}

/**
 * Keeps a paper as a draft, in the caller's transaction. A draft of the same source is replaced; without a source it is
 * always a new one.
 * @throws Refusal `document.issued_already`, `document.no_profile`, `document.no_issuer`, `document.kind_unknown`
 */
export async function draftPaper(
  tx: Db,
  world: World,
  { unit, position, accountId }: Drafter,
  paper: WrittenPaper,
  source: PaperSource | null,
): Promise<{ id: string }> {
  const day = today(world)
  composePaper(world, { unit, paper, day, number: null })
  const { body } = issuerFor(world, paper.family, unit, day)
  const facts = {
    unitId: unit,
    family: paper.family,
    body,
    kind: paper.kind,
    summary: paper.summary,
    searchFolded: searchText(paper.summary),
    paper,
  }
  const standing = source === null ? undefined : await standingDraft(tx, unit, source)
  if (standing !== undefined) {
    await replaceDraft(tx, { ...facts, id: standing.id })
    return { id: standing.id }
  }
  const id = newId()
  const path = getPath(world, unit)
  const at = world.now()
  const by = { at, by: accountId, title: position.title }
  await insertDocument(tx, {
    ...facts,
    ...by,
    id,
    path,
    direction: 'out',
    source,
    sender: null,
    senderNumber: null,
    senderOn: null,
  })
  await insertStep(tx, { unitId: unit, id, path, kind: 'drafted', ...by, body: {} })
  return { id }
}

export type PaperHeld = {
  readonly id: string
  readonly role: string
  readonly kind: string
  readonly summary: string
  readonly state: OutgoingState
  /** As on the paper: `15-KH/ĐU`; null for a draft. */
  readonly number: string | null
  /** ISO day on the paper. */
  readonly date: string | null
}

/** The papers written from a thing of a room, oldest first, cancelled ones too. */
export async function papersOf(tx: Db, unit: string, room: string, sourceId: string): Promise<readonly PaperHeld[]> {
  const papers = await listBySource(tx, unit, room, sourceId)
  return papers.map((each) => ({
    id: each.id,
    role: each.sourceRole ?? '',
    kind: each.kind,
    summary: each.summary,
    state: stateOf(each),
    number: issuedNumber(each),
    date: each.datedOn,
  }))
}
