// What the screens of papers show: the register of an office, and one paper with its sheet.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { AnswerOf, QueryOf } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { World } from '../context.ts'
import { sentences } from './problems.vi.ts'
import { look, today } from '../people/allow.ts'
import { mayDraft } from './actions.ts'
import {
  composePaper,
  fitOrRefuse,
  issuerFor,
  profileByCode,
  profileFor,
  signatureOf,
  type Composed,
} from './compose.ts'
import { issuedNumber, stateOf } from './drafting.ts'
import { stepSays } from './incoming.ts'
import { outgoingSeries } from './issuing.ts'
import { countDocuments, listDocuments, type ListedDocument } from './listing.ts'
import { nextNumber } from './numbers.ts'
import { FAMILIES, type Family } from './paper.ts'
import type { DocumentProblem } from './problems.ts'
import { findCode, findDocument, findPrint, listFiles, type StoredDocument } from './queries.ts'
import { incomingState, shownCode } from './rules.ts'
import { PAGE_SIZE, type DocumentRow, type documents, type DocumentView, type KindChoice } from './schema.ts'
import { sheetOf } from './sheet.ts'

function refuse(problem: DocumentProblem): never {
  throw new Refusal(problem)
}

/** Kinds of paper that an office may choose from today, by family. */
function kindsOf(world: World): KindChoice[] {
  return FAMILIES.flatMap((family) =>
    [...profileFor(world, family, today(world)).kinds].map(([code, { title }]) => ({ family, code, title })),
  )
}

const titleOf = (kinds: readonly KindChoice[], family: Family, kind: string): string =>
  (kinds.find((each) => each.family === family && each.code === kind) ?? kinds.find((each) => each.code === kind))
    ?.title ?? kind

function rowOf(row: ListedDocument, kinds: readonly KindChoice[]): DocumentRow {
  return {
    id: row.id,
    direction: row.direction,
    family: row.family,
    body: row.body,
    kind: row.kind,
    kindTitle: titleOf(kinds, row.family, row.kind),
    summary: row.summary,
    state: row.state,
    number: row.direction === 'in' ? String(row.number ?? '') : (row.issued?.number ?? null),
    date: row.datedOn,
    sender: row.sender,
    senderNumber: row.senderNumber,
    senderOn: row.senderOn,
    recordedAt: row.recordedAt.toISOString(),
    recordedTitle: row.recordedTitle,
    assignedTo: row.assigned?.post ?? null,
    dueOn: row.assigned?.dueOn ?? null,
  }
}

export const listPapers = (
  world: World,
  actor: Actor,
  query: QueryOf<typeof documents.list>,
): Promise<AnswerOf<typeof documents.list>> =>
  look(
    world,
    actor,
    query.unit,
    async (tx) => {
      const kinds = kindsOf(world)
      const { years, bodies, ...counts } = await countDocuments(tx, query)
      return {
        ...counts,
        years: [...years],
        bodies: [...bodies],
        rows: (await listDocuments(tx, query, query.page)).map((row) => rowOf(row, kinds)),
        pageSize: PAGE_SIZE,
        kinds,
        mayDraft: mayDraft(world, actor, query.unit),
      }
    },
    { plan: 'each time' },
  )

/** All rows as the book is printed and exported: oldest number first. */
export const bookRows = (
  world: World,
  actor: Actor,
  query: Omit<QueryOf<typeof documents.list>, 'page'>,
): Promise<DocumentRow[]> =>
  look(
    world,
    actor,
    query.unit,
    async (tx) => {
      const kinds = kindsOf(world)
      return (await listDocuments(tx, query, null)).map((row) => rowOf(row, kinds))
    },
    { plan: 'each time' },
  )

type Standing = { readonly composed: Composed | null; readonly lacks: string | null }

/** The paper as it was issued, or as the draft would be drawn today; what it lacks is told in words. */
async function standing(tx: Db, world: World, found: StoredDocument): Promise<Standing> {
  const print = await findPrint(tx, found.unitId, found.id)
  if (print !== undefined)
    return { composed: { document: print, profile: profileByCode(world, print.profile) }, lacks: null }
  if (found.paper === null) return { composed: null, lacks: null }
  try {
    const composed = composePaper(world, { unit: found.unitId, paper: found.paper, day: today(world), number: null })
    try {
      return { composed: fitOrRefuse(composed), lacks: null }
    } catch (error) {
      return { composed, lacks: saidBy(error) }
    }
  } catch (error) {
    return { composed: null, lacks: saidBy(error) }
  }
}

function saidBy(error: unknown): string {
  if (!(error instanceof Refusal)) throw error
  const say = (sentences as Readonly<Record<string, (problem: never) => string>>)[error.problem.code]
  if (say === undefined) throw error
  return say(error.problem as never)
}

function writtenOf(world: World, found: StoredDocument, composed: Composed | null): DocumentView['written'] {
  const { paper } = found
  if (paper === null || stateOf(found) !== 'draft') return null
  const signature = paper.signature ?? signatureOf(issuerFor(world, paper.family, found.unitId, today(world)))
  return {
    summary: paper.summary,
    sentTo: [...(paper.addressees ?? [])],
    takesSentTo: composed?.profile.addressee.kinds.includes(paper.kind) ?? false,
    legalBases: [...(paper.legalBases ?? [])],
    recipients: [...(paper.recipients ?? [])],
    decidedBy: paper.decidedBy ?? '',
    signerPost: signature.post,
    signer: signature.name,
  }
}

function mayOf(found: StoredDocument, may: boolean): DocumentView['may'] {
  const out = found.direction === 'out'
  const state = out ? stateOf(found) : incomingState(found.steps.map((step) => step.kind))
  const isDraft = state === 'draft' && found.paper !== null
  return {
    edit: may && isDraft,
    issue: may && isDraft,
    sign: may && (state === 'issued' || (!out && state !== 'cancelled')),
    cancel: may && state !== 'cancelled' && (found.paper !== null || !out),
    handle: may && (state === 'received' || state === 'assigned'),
  }
}

/** The facts of a row, from a paper that is loaded alone. */
function factsOf(found: StoredDocument, kinds: readonly KindChoice[]): DocumentRow {
  const assigned = found.steps.findLast((step) => step.kind === 'assigned')?.body
  return {
    id: found.id,
    direction: found.direction,
    family: found.family,
    body: found.body,
    kind: found.kind,
    kindTitle: titleOf(kinds, found.family, found.kind),
    summary: found.summary,
    state: found.direction === 'out' ? stateOf(found) : incomingState(found.steps.map((step) => step.kind)),
    number: found.direction === 'out' ? issuedNumber(found) : String(found.number ?? ''),
    date: found.datedOn,
    sender: found.sender,
    senderNumber: found.senderNumber,
    senderOn: found.senderOn,
    recordedAt: found.recordedAt.toISOString(),
    recordedTitle: found.recordedTitle,
    assignedTo: assigned?.post ?? null,
    dueOn: assigned?.dueOn ?? null,
  }
}

const sourceOf = ({ sourceRoom, sourceId, sourceRole }: StoredDocument): DocumentView['source'] =>
  sourceRoom === null ? null : { room: sourceRoom, id: sourceId ?? '', role: sourceRole ?? '' }

async function nextOf(tx: Db, world: World, found: StoredDocument, composed: Composed | null): Promise<number | null> {
  if (composed === null || found.direction === 'in' || stateOf(found) !== 'draft') return null
  const day = calendarDate(today(world))
  return nextNumber(tx, outgoingSeries(world, { unit: found.unitId, family: found.family, kind: found.kind, day }))
}

/** One paper, for whoever may look at its unit. @throws Refusal */
export const viewPaper = (
  world: World,
  actor: Actor,
  { unit, id }: QueryOf<typeof documents.view>,
): Promise<DocumentView> =>
  look(world, actor, unit, async (tx) => {
    const found = (await findDocument(tx, unit, id)) ?? refuse({ code: 'document.not_found' })
    const { composed, lacks } = await standing(tx, world, found)
    const code = (await findCode(tx, unit, id)) ?? null
    return {
      ...factsOf(found, kindsOf(world)),
      unit,
      unitName: world.org().titleOf(unit, today(world)),
      rev: found.rev,
      sheet: composed === null ? null : sheetOf(composed),
      lacks,
      written: writtenOf(world, found, composed),
      source: sourceOf(found),
      steps: found.steps.map((step) => ({
        kind: step.kind,
        at: step.at.toISOString(),
        actorTitle: step.actorTitle,
        says: stepSays(step.body),
      })),
      files: (await listFiles(tx, unit, id)).map(({ role, name, size, hash, addedAt, addedTitle }) => ({
        role,
        name,
        size,
        hash,
        addedAt: addedAt.toISOString(),
        addedTitle,
      })),
      code: code === null ? null : shownCode(code),
      checkAddress: code === null ? null : `${world.address}/kiem-tra/${code}`,
      nextNumber: await nextOf(tx, world, found, composed),
      may: mayOf(found, mayDraft(world, actor, unit)),
    }
  })
