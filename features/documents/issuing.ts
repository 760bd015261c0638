// A paper goes out: it takes its number, is kept whole with the names of the day, and gets the code by which anybody can check it.
import { randomInt } from 'node:crypto'
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { Db } from '@kheo/db/connect.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { PaperCheck } from '@kheo/writer/block-model.ts'
import { numberLine } from '@kheo/writer/components.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { getPath } from '../people/allow.ts'
import { fitOrRefuse, issuerFor, profileFor, type Composed } from './compose.ts'
import { issuedNumber, stateOf, type Drafter } from './drafting.ts'
import { takeNumber, type Series } from './numbers.ts'
import type { Family, PaperSource } from './paper.ts'
import type { DocumentProblem } from './problems.ts'
import {
  insertCheck,
  insertDocument,
  insertPrint,
  insertStep,
  listBySource,
  lockSource,
  markCheckCancelled,
  setBody,
} from './queries.ts'
import { INCOMING_SERIES, searchText, seriesOf, shownCode } from './rules.ts'

function refuse(problem: DocumentProblem): never {
  throw new Refusal(problem)
}

/** Letters and digits that are not taken for one another. */
const CODE_SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODE_LENGTH = 12
const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('')

const checkOf = (world: World, code: string): PaperCheck => ({
  address: `${world.address}/kiem-tra/${code}`,
  lines: ['Kiểm tra văn bản tại', `${world.address}/kiem-tra`, `Mã: ${shownCode(code)}`],
})

/** The number and symbol of a paper without the word before it: `15-KH/ĐU`. */
export const numberOf = ({ document, profile }: Composed): string =>
  numberLine(profile, document.components)
    .replace(/^Số:?\s*/, '')
    .trim()

type SeriesWanted = {
  readonly unit: string
  readonly family: Family
  readonly kind: string
  readonly day: CalendarDate
}

/** The series in which a paper of a kind is numbered on a day. @throws Refusal */
export const outgoingSeries = (world: World, { unit, family, kind, day }: SeriesWanted): Series => ({
  unitId: unit,
  path: getPath(world, unit),
  body: issuerFor(world, family, unit, day).body,
  series: seriesOf(profileFor(world, family, day), kind),
  year: Number(day.slice(0, 4)),
})

/** The series of the papers that come into an office. @throws Refusal */
export const incomingSeries = (world: World, { unit, family, day }: Omit<SeriesWanted, 'kind'>): Series => ({
  unitId: unit,
  path: getPath(world, unit),
  body: issuerFor(world, family, unit, day).body,
  series: INCOMING_SERIES,
  year: Number(day.slice(0, 4)),
})

export type Issuing = {
  readonly id: string
  readonly family: Family
  readonly kind: string
  readonly summary: string
  readonly day: CalendarDate
  /** Null: the next number of the series. */
  readonly asked: number | null
  /** The whole paper under its number; called once before the number is taken, with null, to see that it is fit. */
  readonly compose: (number: number | null, check: PaperCheck | undefined) => Composed
}

/** The bare number, the number and symbol as on the paper, and the check code. */
export type Issued = { readonly value: number; readonly number: string; readonly code: string }

/** Numbers a drafted paper and keeps it as issued. The number is taken once all else is known to be in order. @throws Refusal */
export async function settle(
  tx: Db,
  world: World,
  { unit, position, accountId }: Drafter,
  it: Issuing,
): Promise<Issued> {
  const { id, day } = it
  const { document, profile } = fitOrRefuse(it.compose(null, undefined))
  const path = getPath(world, unit)
  const { body } = document.components.number
  const series = { unitId: unit, path, body, series: seriesOf(profile, it.kind), year: Number(day.slice(0, 4)) }
  const code = newCode()
  const value = await takeNumber(tx, series, { id, datedOn: day, asked: it.asked })
  // A format of earlier years knows no place for a check code.
  const composed = it.compose(value, profile.components.has('check_line') ? checkOf(world, code) : undefined)
  const number = numberOf(composed)
  await setBody(tx, unit, id, body)
  await insertPrint(tx, { unitId: unit, id, path, document: composed.document })
  await insertCheck(tx, {
    code,
    unitId: unit,
    id,
    path,
    issuer: composed.document.components.issuingBody,
    kind: composed.profile.kinds.get(it.kind)?.title ?? it.kind,
    number,
    datedOn: day,
    summary: it.summary,
  })
  await insertStep(tx, {
    unitId: unit,
    id,
    path,
    kind: 'issued',
    at: world.now(),
    by: accountId,
    title: position.title,
    body: { number, date: day },
  })
  return { value, number, code }
}

/**
 * Puts a paper that another room draws among the papers that went out, under the next number or the one asked for, in the
 * caller's transaction.
 * @throws Refusal `document.issued_already`, `document.number_taken`, and those of the format
 */
export async function registerIssued(
  tx: Db,
  world: World,
  drafter: Drafter,
  it: Omit<Issuing, 'id'>,
  source: PaperSource,
): Promise<Issued & { readonly id: string }> {
  const { unit, position, accountId } = drafter
  await lockSource(tx, unit, source)
  const standing = (await listBySource(tx, unit, source.room, source.id)).findLast(
    (each) => each.sourceRole === source.role && stateOf(each) === 'issued',
  )
  if (standing !== undefined) refuse({ code: 'document.issued_already', number: issuedNumber(standing) ?? '' })
  const id = newId()
  const path = getPath(world, unit)
  const by = { at: world.now(), by: accountId, title: position.title }
  await insertDocument(tx, {
    unitId: unit,
    id,
    path,
    direction: 'out',
    family: it.family,
    body: it.compose(null, undefined).document.components.number.body,
    kind: it.kind,
    summary: it.summary,
    searchFolded: searchText(it.summary),
    paper: null,
    source,
    sender: null,
    senderNumber: null,
    senderOn: null,
    ...by,
  })
  await insertStep(tx, { unitId: unit, id, path, kind: 'drafted', ...by, body: {} })
  return { id, ...(await settle(tx, world, drafter, { ...it, id })) }
}

/** Cancels a paper: it keeps its number, and whoever checks it reads that it is cancelled. */
export async function markCancelled(
  tx: Db,
  world: World,
  { unit, position, accountId }: Drafter,
  id: string,
  { reason, on }: { readonly reason: string; readonly on: CalendarDate },
): Promise<void> {
  await insertStep(tx, {
    unitId: unit,
    id,
    path: getPath(world, unit),
    kind: 'cancelled',
    at: world.now(),
    by: accountId,
    title: position.title,
    body: { reason },
  })
  await markCheckCancelled(tx, unit, id, on)
}

/** Cancels the issued paper of a source, when there is one: what it was made from was opened again. */
export async function cancelIssuedOf(
  tx: Db,
  world: World,
  drafter: Drafter,
  source: PaperSource,
  why: { readonly reason: string; readonly on: CalendarDate },
): Promise<void> {
  const papers = await listBySource(tx, drafter.unit, source.room, source.id)
  for (const paper of papers)
    if (paper.sourceRole === source.role && stateOf(paper) === 'issued')
      await markCancelled(tx, world, drafter, paper.id, why)
}
