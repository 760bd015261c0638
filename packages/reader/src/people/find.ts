// The officials whom a text names in their function, once each, with their titles and what they do.
import type { Finder, Paragraph } from '../finder.ts'
import { phraseBook } from '../lexicon/phrases.ts'
import roles from '../lexicon/roles.json' with { type: 'json' }
import titles from '../lexicon/titles.json' with { type: 'json' }
import type { Official, Role } from '../reading.ts'
import type { Token } from '../tokens/scan.ts'
import { nameAt } from './names.ts'
import { officeAt } from './titles.ts'
import { type Mention, mentionsOf, type TokenSpan } from './mentions.ts'
import { firstRole, isItem, rolesOf, rolesOpened } from './roles.ts'

type Person = {
  readonly key: string
  name: string
  start: number
  titles: string
  roles: Set<Role>
  because: Set<string>
  isOfficial: boolean
}

const privateWork = phraseBook(titles.private)
const formal = phraseBook(roles.formal)
const NEAR = 8
const MOST_SIGNED = 8
/** Between the office and the name stands at most the note that the paper is signed. */
const SIGNED_WITHIN = 2
const ranks = new Set(titles.ranks)
const clergy = new Set(titles.clergy)
/** Reading of a name stops here: a list of a nation's cadres is no report. */
const MOST_PEOPLE = 5000
/** What only who stands before a meeting does; to say something (`cho biết`) is open to every citizen. */
const FORMAL: readonly Role[] = ['chair', 'report']

const keyOf = (tokens: readonly Token[], span: TokenSpan): string => {
  let key = ''
  for (let at = span.from; at < span.to; at += 1) key += `${at > span.from ? ' ' : ''}${tokens[at]?.key ?? ''}`
  return key
}

const textOf = (text: string, tokens: readonly Token[], span: TokenSpan | null): string =>
  span === null || span.to <= span.from
    ? ''
    : text
        .slice(tokens[span.from]?.start, tokens[span.to - 1]?.end)
        .replace(/\s+/gu, ' ')
        .trim()

function isPrivate(tokens: readonly Token[], span: TokenSpan): boolean {
  for (let at = span.from; at < span.to; at += 1) {
    if (tokens[at]?.key === ',') return false
    if (privateWork.at(tokens, at) > 0) return true
  }
  return false
}

/** A clergyman's rank alone is no public function; with an office beside it, it is. */
const isRankOnly = (tokens: readonly Token[], span: TokenSpan): boolean => clergy.has(keyOf(tokens, span))

/** `Đại úy A` alone on its line wrote the text. */
const isByline = (tokens: readonly Token[], mention: Mention, span: TokenSpan): boolean =>
  mention.from === 0 && mention.to === tokens.length && ranks.has(keyOf(tokens, span)) && mention.after === null

/** `Phát biểu tại hội nghị, ông …`: within a few words of the name. */
function actsFormally(tokens: readonly Token[], mention: Mention): boolean {
  for (let at = Math.max(0, mention.from - NEAR); at < mention.to + NEAR; at += 1) {
    if (at >= mention.to && tokens[at]?.key === '.') return false
    if (formal.at(tokens, at) > 0) return true
  }
  return false
}

/** The rules that make an official of one who is so named; empty when none does. */
function reasonsFor(tokens: readonly Token[], mention: Mention, acted: ReadonlySet<Role>): string[] {
  if (mention.isKin) return []
  const reasons: string[] = []
  for (const [span, code] of [
    [mention.before, 'person.title-before'],
    [mention.after, 'person.title-after'],
  ] as const) {
    const isFunction = span !== null && !isPrivate(tokens, span) && !isRankOnly(tokens, span)
    if (isFunction && !isByline(tokens, mention, span)) reasons.push(code)
  }
  if (mention.honorific === 'comrade') reasons.push('person.comrade')
  if (mention.isListed) reasons.push('person.listed')
  if (mention.honorific === 'sir' && (FORMAL.some((role) => acted.has(role)) || actsFormally(tokens, mention)))
    reasons.push('person.formal-act')
  return reasons
}

function titlesOf(text: string, tokens: readonly Token[], mention: Mention): string {
  return [mention.before, mention.after]
    .map((span) => textOf(text, tokens, span))
    .filter((it) => it !== '')
    .join(', ')
}

function merge(into: Person, from: Person): void {
  // A headline's capitals give way to the name as it is written elsewhere.
  if (into.name === into.name.toUpperCase()) into.name = from.name
  into.start = Math.min(into.start, from.start)
  if (into.titles === '') into.titles = from.titles
  for (const role of from.roles) into.roles.add(role)
  for (const reason of from.because) into.because.add(reason)
  into.isOfficial ||= from.isOfficial
}

/** `Minh Khai` is who was named in full elsewhere: the same person under the last syllables of the name. */
function joinShort(people: readonly Person[]): Person[] {
  const byTail = new Map<string, Person>()
  for (const person of people) {
    const words = person.key.split(' ')
    if (words.length < 3) continue
    byTail.set(words.slice(-2).join(' '), person)
  }
  return people.filter((person) => {
    const full = person.key.split(' ').length === 2 ? byTail.get(person.key) : undefined
    if (full === undefined || full === person) return true
    merge(full, { ...person, name: full.name })
    return false
  })
}

/** `PHÓ BÍ THƯ`, `KT. TRƯỞNG BAN`: a line in capitals that is an office. */
const isSignatureLine = (tokens: readonly Token[]): boolean => {
  const from = tokens[1]?.key === '.' ? 2 : 0
  return (
    tokens.length <= MOST_SIGNED &&
    officeAt(tokens, from) > 0 &&
    tokens.every((it) => it.kind !== 'word' || it.text === it.text.toUpperCase())
  )
}

/** Officials of `text`; the paragraphs seen are parts of it. */
export const peopleFinder = (text: string): Finder<Official[]> => {
  const people = new Map<string, Person>()
  const add = (person: Person) => {
    const known = people.get(person.key)
    if (known !== undefined) merge(known, person)
    else if (people.size < MOST_PEOPLE) people.set(person.key, person)
  }
  const keep = (tokens: readonly Token[], mention: Mention, acted: Set<Role>) => {
    const key = keyOf(tokens, mention.name)
    const because = reasonsFor(tokens, mention, acted)
    const person: Person = {
      key,
      name: textOf(text, tokens, mention.name),
      start: tokens[mention.name.from]?.start ?? 0,
      titles: titlesOf(text, tokens, mention),
      roles: acted,
      because: new Set(because),
      isOfficial: because.length > 0,
    }
    add(person)
  }
  /** The office that the last lines in capitals name, for the name signed below them. */
  let office: { readonly titles: string; readonly order: number } | null = null
  const sign = (tokens: readonly Token[], order: number) => {
    const name = tokens.length <= MOST_SIGNED ? nameAt(tokens, 0) : null
    if (office === null || order - office.order > SIGNED_WITHIN || name?.to !== tokens.length) return
    const key = keyOf(tokens, name)
    const person = { key, name: textOf(text, tokens, name), start: tokens[0]?.start ?? 0, titles: office.titles }
    add({ ...person, roles: new Set(), because: new Set(['person.signed']), isOfficial: true })
    office = null
  }
  /** What the line that opened a list said of those in it. */
  let opened: ReadonlySet<Role> = new Set()
  return {
    see: ({ tokens, order, isFurniture }: Paragraph) => {
      if (isFurniture) return
      sign(tokens, order)
      if (isSignatureLine(tokens)) office = { titles: textOf(text, tokens, { from: 0, to: tokens.length }), order }
      const mentions = mentionsOf(tokens)
      const last = opened
      opened = rolesOpened(tokens)
      if (mentions.length === 0) return
      const acted = rolesOf(tokens, mentions, last)
      // A list goes on over the lines that name one of it.
      if (opened.size === 0 && isItem(tokens, mentions[0]?.from ?? 0)) opened = last
      for (const [order, mention] of mentions.entries()) keep(tokens, mention, acted[order] ?? new Set())
    },
    found: () =>
      joinShort([...people.values()])
        .filter((it) => it.isOfficial)
        .map((it) => ({
          name: it.name,
          start: it.start,
          titles: it.titles,
          role: firstRole(it.roles),
          because: [...it.because],
        })),
  }
}
