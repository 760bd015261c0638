// What a person does in a sentence: chairs, reports, speaks, hands over or receives, attends.
import { phraseBook } from '../lexicon/phrases.ts'
import roles from '../lexicon/roles.json' with { type: 'json' }
import { ROLES, type Role } from '../reading.ts'
import type { Token } from '../tokens/scan.ts'
import type { Mention, TokenSpan } from './mentions.ts'

const books = [
  ['chair', phraseBook(roles.chair)],
  ['report', phraseBook(roles.report)],
  ['speech', phraseBook(roles.speech)],
  ['award', phraseBook(roles.award)],
  ['attend', phraseBook(roles.attend)],
] as const
const notReport = new Set(roles.reportNot)
const leads = new Set(roles.leads)

/** How far from the person a verb may stand. */
const MOST_AHEAD = 30
const MOST_BEHIND = 45
/** A report named later in the sentence is spoken of, not given. */
const MOST_TO_REPORT = 8

const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? ''

function isSentenceEnd(tokens: readonly Token[], at: number): boolean {
  if (keyAt(tokens, at) !== '.') return false
  const next = tokens[at + 1]
  return next === undefined || next.start > (tokens[at]?.end ?? 0)
}

/** Roles whose words stand in `span`; a report only near its beginning. */
function rolesIn(tokens: readonly Token[], span: TokenSpan): Set<Role> {
  const found = new Set<Role>()
  for (let at = span.from; at < span.to; at += 1) {
    if (tokens[at]?.kind !== 'word') continue
    for (const [role, book] of books) {
      if (book.at(tokens, at) === 0) continue
      if (role === 'report' && (notReport.has(keyAt(tokens, at - 1)) || at > span.from + MOST_TO_REPORT)) continue
      found.add(role)
    }
  }
  return found
}

/** The end of the sentence that `from` stands in, `limit` at most. */
function sentenceEnd(tokens: readonly Token[], from: number, limit: number): number {
  let at = from
  while (at < limit && !isSentenceEnd(tokens, at)) at += 1
  return at
}

function sentenceStart(tokens: readonly Token[], from: number, limit: number): number {
  let at = from
  while (at > limit && !isSentenceEnd(tokens, at - 1)) at -= 1
  return at
}

/** Where the clause begins that leads on to a person at `to`: `…; dự có đồng chí A`. */
function leadStart(tokens: readonly Token[], from: number, to: number): number {
  let at = to
  while (at > from && !(tokens[at - 1]?.kind === 'mark' && [',', ';', '.', ')'].includes(keyAt(tokens, at - 1))))
    at -= 1
  return at
}

/** `dự có`, `chủ trì là`, `phát biểu tại hội nghị,`: the words before lead on to the person. */
function leadsOn(tokens: readonly Token[], to: number): boolean {
  const last = keyAt(tokens, to - 1)
  const isMany = last === 'các' || last === ':' || last === ','
  return leads.has(last) || leads.has(keyAt(tokens, to - 2)) || isMany || keyAt(tokens, to - 2) === ':'
}

const JOINERS = new Set([',', ';', 'và', 'cùng', 'các', ':', '-', '–', ')', '(', 'với', '+', '•', 'hai', 'ba'])

function isJoined(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!JOINERS.has(keyAt(tokens, at))) return false
  return true
}

/** Roles of each mention of one paragraph, in the order of the mentions. */
export function rolesOf(tokens: readonly Token[], mentions: readonly Mention[]): Set<Role>[] {
  const found: Set<Role>[] = mentions.map(() => new Set<Role>())
  let group: number[] = []
  let groupRoles = new Set<Role>()
  for (const [order, mention] of mentions.entries()) {
    const before = mentions[order - 1]
    const gap = before?.to ?? 0
    if (before === undefined || !isJoined(tokens, gap, mention.from) || mention.from - gap > MOST_BEHIND) {
      group = []
      groupRoles = rolesLeadingTo(tokens, mention, gap, before === undefined)
    }
    group.push(order)
    for (const role of groupRoles) found[order]?.add(role)
    const next = mentions[order + 1]
    const limit = Math.min(next?.from ?? tokens.length, mention.to + MOST_AHEAD, tokens.length)
    const end = sentenceEnd(tokens, mention.to, limit)
    const isWhole = next === undefined || end < next.from
    const to = isWhole || !leadsOn(tokens, end) ? end : leadStart(tokens, mention.to, end)
    const ahead = rolesIn(tokens, { from: mention.to, to: Math.max(mention.to, to) })
    for (const at of group) for (const role of ahead) found[at]?.add(role)
  }
  return found
}

const isThere = (tokens: readonly Token[], at: number): boolean =>
  [1, 2, 3].some((back) => keyAt(tokens, at - back) === 'có' || keyAt(tokens, at - back) === 'gồm')

/** Roles said before the first of a group: `Dự hội nghị có các đồng chí: …`, `do đồng chí A chủ trì` is not among them. */
function rolesLeadingTo(tokens: readonly Token[], mention: Mention, gap: number, isFirst: boolean): Set<Role> {
  const limit = Math.max(gap, mention.from - MOST_BEHIND)
  const start = sentenceStart(tokens, mention.from, limit)
  const isNewSentence = start > gap || isFirst
  if (!leadsOn(tokens, mention.from)) return new Set()
  const from = isNewSentence ? start : leadStart(tokens, start, mention.from)
  const found = rolesIn(tokens, { from, to: mention.from })
  // `Tại điểm cầu tỉnh có đồng chí A`: who is there attends.
  if (found.size === 0 && isThere(tokens, mention.from)) found.add('attend')
  return found
}

/** The first that fits of all that a person does. */
export const firstRole = (found: ReadonlySet<Role>): Role => ROLES.find((role) => found.has(role)) ?? 'other'
