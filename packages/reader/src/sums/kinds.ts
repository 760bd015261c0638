// Labels of parts that are kinds of one thing: what is of one kind is not of another, so their numbers may be added.
import lexicon from '../lexicon/sums.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import { spellingOf, type Token } from '../tokens/scan.ts'

/** Tokens `from` to `to` around a number, which begins at `number`. */
export type Label = {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly number: number
}

/** `of`: nouns that a kind may stand for, as `20 khiếu nại` does for `đơn`. */
type Family = { readonly of: readonly string[]; readonly kinds: readonly (readonly string[])[] }
type Seat = { readonly family: Family; readonly kind: number }

const families: readonly Family[] = lexicon.families
const spelt = (phrase: string): string => phrase.split(' ').map(spellingOf).join(' ')
const seats = new Map<string, Seat[]>()
for (const family of families)
  for (const [kind, phrases] of family.kinds.entries())
    for (const phrase of phrases) seats.set(spelt(phrase), [...(seats.get(spelt(phrase)) ?? []), { family, kind }])
const KINDS = phraseBook([...seats.keys()])
const CLASSIFIERS = phraseBook(lexicon.classifiers)

const LONGEST_LABEL = 24

function phraseOf({ tokens }: Label, from: number, length: number): string {
  let phrase = tokens[from]?.key ?? ''
  for (let more = 1; more < length; more += 1) phrase += ` ${tokens[from + more]?.key ?? ''}`
  return phrase
}

/** The kinds that a label names, of each family those that stand in it. */
function seatsIn(label: Label): Map<Family, Set<number>> {
  const found = new Map<Family, Set<number>>()
  const to = Math.min(label.to, label.from + LONGEST_LABEL)
  for (let at = label.from; at < to; ) {
    const length = KINDS.at(label.tokens, at)
    for (const { family, kind } of length > 0 ? (seats.get(phraseOf(label, at, length)) ?? []) : [])
      found.set(family, (found.get(family) ?? new Set()).add(kind))
    at += Math.max(1, length)
  }
  return found
}

/** The family of which each label names one kind, no two the same; null when there is none. */
export function familyOf(labels: readonly Label[]): Family | null {
  const named = labels.map(seatsIn)
  for (const family of named[0]?.keys() ?? []) {
    const kinds = named.map((seat) => [...(seat.get(family) ?? [])])
    const isOneEach = kinds.every((each) => each.length === 1)
    if (isOneEach && new Set(kinds.flat()).size === labels.length) return family
  }
  return null
}

function classifierIn(label: Label): { classifier: string; name: string } | null {
  const to = Math.min(label.to, label.from + LONGEST_LABEL)
  for (let at = label.from; at < to; at += 1) {
    const length = CLASSIFIERS.at(label.tokens, at)
    if (length === 0) continue
    const classifier = phraseOf(label, at, length)
    const end = Math.min(to, at < label.number ? label.number : to)
    return { classifier, name: phraseOf(label, at + length, Math.max(1, Math.min(4, end - at - length))) }
  }
  return null
}

/** `khối xã …, khối cơ quan …`: one word of division before different names. */
export function sharedClassifier(labels: readonly Label[]): boolean {
  const found = labels.map(classifierIn)
  const [first] = found
  if (first == null) return false
  return (
    found.every((each) => each?.classifier === first.classifier) &&
    new Set(found.map((each) => each?.name)).size === labels.length
  )
}
