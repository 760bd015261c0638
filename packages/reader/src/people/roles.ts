// What a person does in a sentence: chairs, reports, speaks, hands over or receives, attends.
import { phraseBook } from '../lexicon/phrases.ts'
import roles from '../lexicon/roles.json' with { type: 'json' }
import titles from '../lexicon/titles.json' with { type: 'json' }
import { ROLES, type Role } from '../reading.ts'
import type { Token } from '../tokens/scan.ts'
import type { Mention, TokenSpan } from './mentions.ts'
import { isOfAwards } from './titles.ts'

const books = [
  ['chair', phraseBook(roles.chair)],
  ['report', phraseBook(roles.report)],
  ['speech', phraseBook(roles.speech)],
  ['award', phraseBook(roles.award)],
  ['attend', phraseBook(roles.attend)],
] as const
const notReport = new Set(roles.reportNot)
const leads = new Set(roles.leads)
const sayings = phraseBook(roles.sayings)
const speechNot = new Set(roles.speechNot)
/** What is done to one who is named behind: `cảm ơn đồng chí A`. */
const done = phraseBook(['cảm ơn', 'cá nhân', 'chúc mừng', 'chia buồn với'])
const learned = phraseBook(titles.learned)
/** `Phó Giáo sư, Tiến sĩ`: so many tokens at most before a name. */
const MOST_LEARNED = 10
const NONE: ReadonlySet<Role> = new Set()

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

/** `dự và chỉ đạo`, `Ban Chỉ đạo`: to be there in charge is not to speak. */
function isPresence(tokens: readonly Token[], at: number): boolean {
  if (keyAt(tokens, at) !== 'chỉ' || keyAt(tokens, at + 1) !== 'đạo') return false
  const back = ['và', ',', '-'].includes(keyAt(tokens, at - 1)) ? at - 2 : at - 1
  return speechNot.has(keyAt(tokens, back))
}

/** `lễ khai mạc`, `phiên bế mạc`: the name of a part; `tặng hoa chúc mừng`: a gift. */
const isNotSpoken = (tokens: readonly Token[], at: number): boolean =>
  (keyAt(tokens, at + 1) === 'mạc' && ['lễ', 'buổi', 'phiên', 'dự'].includes(keyAt(tokens, at - 1))) ||
  (keyAt(tokens, at) === 'chúc' && keyAt(tokens, at - 1) === 'hoa')

/** Roles whose words stand in `span`; a report only near its beginning; nothing of what is said behind `cho biết`. */
function rolesIn(tokens: readonly Token[], span: TokenSpan): Set<Role> {
  const found = new Set<Role>()
  for (let at = span.from; at < span.to; at += 1) {
    if (tokens[at]?.kind !== 'word') continue
    for (const [role, book] of books) {
      if (book.at(tokens, at) === 0) continue
      if (role === 'report' && (notReport.has(keyAt(tokens, at - 1)) || at > span.from + MOST_TO_REPORT)) continue
      if (role === 'speech' && (isPresence(tokens, at) || isNotSpoken(tokens, at))) continue
      if (role === 'report' && keyAt(tokens, at + 1) === 'bày' && keyAt(tokens, at + 2) === 'tham') continue
      if (role === 'award' && isOfAwards(tokens, at)) continue
      found.add(role)
    }
    if (sayings.at(tokens, at) > 0) break
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
export function rolesOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  opened: ReadonlySet<Role> = NONE,
): Set<Role>[] {
  const found: Set<Role>[] = mentions.map(() => new Set<Role>())
  let group: number[] = []
  let groupRoles = opened
  for (const [order, mention] of mentions.entries()) {
    const before = mentions[order - 1]
    const gap = before?.to ?? 0
    if (before === undefined || !isJoined(tokens, gap, mention.from) || mention.from - gap > MOST_BEHIND) {
      group = []
      const led = rolesLeadingTo(tokens, mention, gap, before === undefined)
      groupRoles = led.size > 0 || !goesOnListing(tokens, gap, mention.from, before !== undefined) ? led : groupRoles
    }
    group.push(order)
    for (const role of groupRoles) found[order]?.add(role)
    const next = mentions[order + 1]
    const limit = Math.min(next?.from ?? tokens.length, mention.to + MOST_AHEAD, tokens.length)
    const end = sentenceEnd(tokens, mention.to, limit)
    const isWhole = next === undefined || end < next.from
    const to = isWhole || !leadsOn(tokens, end) ? end : leadStart(tokens, mention.to, end)
    const isDoneTo = done.endingAt(tokens, mention.from - 1) > 0
    const ahead = isDoneTo ? NONE : rolesIn(tokens, { from: mention.to, to: Math.max(mention.to, to) })
    if (isCited(tokens, mention)) found[order]?.add('speech')
    for (const at of group) for (const role of ahead) found[at]?.add(role)
  }
  return found
}

/** `Theo đồng chí A, Trưởng ban, …`: what follows is what A said. */
function isCited(tokens: readonly Token[], mention: Mention): boolean {
  if (mention.after === null && keyAt(tokens, mention.to) !== ',') return false
  let back = mention.from - 1
  while (back > mention.from - MOST_LEARNED) {
    const length = tokens[back]?.kind === 'mark' ? 1 : learned.endingAt(tokens, back)
    if (length === 0) break
    back -= length
  }
  return keyAt(tokens, back) === 'theo' && (back === 0 || tokens[back - 1]?.kind === 'mark')
}

/** A list goes on to the next of its people: over those not named (`, lãnh đạo các phòng, đồng chí B`), or `. Ông B` in a list. */
function goesOnListing(tokens: readonly Token[], from: number, to: number, hasBefore: boolean): boolean {
  if (!hasBefore) return isItem(tokens, to)
  if (to - from > MOST_BEHIND) return false
  if (to - from === 1 && keyAt(tokens, from) === '.') return true
  const sentence = sentenceEnd(tokens, from, to)
  return sentence === to && JOINERS.has(keyAt(tokens, from)) && rolesIn(tokens, { from, to }).size === 0
}

/** Nothing but a bullet, a number or `Về phía Mặt trận:` before the first of a line in a list. */
export function isItem(tokens: readonly Token[], to: number): boolean {
  if (to <= 2) return true
  const words = tokens.slice(0, Math.min(to, 6)).filter((it) => it.kind === 'word')
  return words[0]?.key === 'về' && words[1]?.key === 'phía' && sentenceEnd(tokens, 0, to) === to
}

/** What a line says of those whom the next lines list: `Tham dự hội nghị có:`. Nothing when it opens no list. */
export function rolesOpened(tokens: readonly Token[]): ReadonlySet<Role> {
  if (keyAt(tokens, tokens.length - 1) !== ':') return NONE
  const start = sentenceStart(tokens, tokens.length - 1, Math.max(0, tokens.length - MOST_BEHIND))
  return rolesIn(tokens, { from: start, to: tokens.length })
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
