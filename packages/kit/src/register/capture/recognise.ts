// Which register a sentence belongs to, by the words that registers declare for it.
//
// R1  The longest phrase at a place wins over all registers: "tiếp xúc cử tri" is no "cử tri".
// R2  A phrase weighs by how few registers use its words; the first thing said weighs more than what comes after it.
// R3  A phrase that a register declares with a capital names who acts, not what was done, and weighs less.
import type { AnyRegister } from '../declare.ts'
import { isWord, type Phrase, phraseOf, type Span, spanOf, standsAt, type Token } from './words.ts'

type Listed = { readonly registers: readonly AnyRegister[]; readonly words: Phrase; readonly weight: number }
type Index = {
  readonly byFirst: ReadonlyMap<string, readonly Listed[]>
  readonly turned: ReadonlyMap<string, readonly Listed[]>
}

/** Words that only look like a shorter phrase of a register. */
const BLIND = [
  'đơn vị',
  'đơn giản',
  'đơn giá',
  'đơn thân',
  'đơn lẻ',
  'đơn nguyên',
  'đơn độc',
  'hóa đơn',
  'thực đơn',
  'toa đơn',
]
const NAME_SHARE = 0.5
const GAPPED_SHARE = 0.7
const TURNED_SHARE = 0.6
/** A single syllable without its tone is many words. */
const TONELESS_SHARE = 0.5
const MOST_GAP = 2

type Declared = { readonly text: string; readonly register: AnyRegister }

function listedOf(registers: readonly AnyRegister[]): readonly Listed[] {
  const declared: readonly Declared[] = registers.flatMap((register) =>
    (register.capture ?? []).map((text) => ({ text: text.normalize('NFC'), register })),
  )
  const users = new Map<string, Set<AnyRegister>>()
  for (const { text, register } of declared)
    for (const { exact } of phraseOf(text)) users.set(exact, (users.get(exact) ?? new Set()).add(register))
  const rarity = (exact: string): number => Math.log(1 + registers.length / (users.get(exact)?.size ?? 1))
  const byText = new Map<string, Declared[]>()
  for (const it of declared) {
    const key = phraseOf(it.text)
      .map((word) => word.exact)
      .join(' ')
    byText.set(key, [...(byText.get(key) ?? []), it])
  }
  return [...byText.values()].map((group) => {
    const text = group[0]?.text ?? ''
    const words = phraseOf(text)
    const share = (/^\p{Lu}/u.test(text) ? NAME_SHARE : 1) / group.length
    const rarest = Math.max(...words.map(({ exact }) => rarity(exact)))
    return { registers: group.map((it) => it.register), words, weight: rarest * (0.75 + 0.25 * words.length) * share }
  })
}

function grouped(
  listed: readonly Listed[],
  keyOf: (it: Listed) => string | undefined,
): ReadonlyMap<string, readonly Listed[]> {
  const groups = new Map<string, Listed[]>()
  for (const it of listed) {
    const key = keyOf(it)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), it])
  }
  return groups
}

const indexes = new WeakMap<readonly AnyRegister[], Index>()

function indexOf(registers: readonly AnyRegister[]): Index {
  const made = indexes.get(registers)
  if (made !== undefined) return made
  const blind = BLIND.map((text) => ({ registers: [], words: phraseOf(text), weight: 0 }))
  const listed = [...listedOf(registers), ...blind].toSorted((a, b) => b.words.length - a.words.length)
  const index: Index = {
    byFirst: grouped(listed, (it) => it.words[0]?.bare),
    turned: grouped(listed, (it) => (it.words.length === 2 ? it.words[1]?.bare : undefined)),
  }
  indexes.set(registers, index)
  return index
}

type Hit = { readonly listed: Listed; readonly from: number; readonly to: number; readonly share: number }

function contiguous(index: Index, words: readonly Token[], at: number): Hit | undefined {
  const listed = index.byFirst.get(words[at]?.bare ?? '')?.find((it) => standsAt(words, at, it.words))
  const isDoubtful = listed?.words.length === 1 && words[at]?.isToneless === true
  return listed && { listed, from: at, to: at + listed.words.length - 1, share: isDoubtful ? TONELESS_SHARE : 1 }
}

/** `tặng 50 suất quà` for "tặng quà": in order, in one sentence, little between. */
function gapped(words: readonly Token[], at: number, listed: Listed): Hit | undefined {
  let last = at
  for (const word of listed.words.slice(1)) {
    let next = last + 1
    while (next - last <= MOST_GAP && !isWord(words[next], word)) next += 1
    if (!isWord(words[next], word) || words[next]?.sentence !== words[at]?.sentence) return undefined
    last = next
  }
  return { listed, from: at, to: last, share: GAPPED_SHARE }
}

/** `tiếp 3 lượt` for "lượt tiếp": something, such as a figure, stands between. */
function turned(words: readonly Token[], at: number, listed: Listed): Hit | undefined {
  const [first, second] = [words[at], words[at + 1]]
  const isThere =
    isWord(first, listed.words[1]) && isWord(second, listed.words[0]) && first?.sentence === second?.sentence
  const isApart = (second?.at[0] ?? 0) - (first?.at[1] ?? 0) > 1
  return isThere && isApart ? { listed, from: at, to: at + 1, share: TURNED_SHARE } : undefined
}

function looseAt(index: Index, words: readonly Token[], at: number): Hit | undefined {
  const bare = words[at]?.bare ?? ''
  const ordered = (index.byFirst.get(bare) ?? []).filter((it) => it.words.length > 1 && isWord(words[at], it.words[0]))
  const inOrder = ordered.flatMap((it) => gapped(words, at, it) ?? [])[0]
  return inOrder ?? (index.turned.get(bare) ?? []).flatMap((it) => turned(words, at, it) ?? [])[0]
}

type Heard = { readonly listed: Listed; readonly share: number; readonly at: Span }

/** Phrases word for word, then, in what is left, those with something between; names of places do not count as between. */
function heardIn(index: Index, words: readonly Token[], isPlace: (at: Span) => boolean): readonly Heard[] {
  const hits: Hit[] = []
  const left: Token[] = []
  for (let at = 0; at < words.length; at += 1) {
    const hit = contiguous(index, words, at)
    const word = words[at]
    if (hit !== undefined) hits.push(hit)
    else if (word !== undefined && !isPlace(word.at)) left.push(word)
    at = hit?.to ?? at
  }
  const loose = left.flatMap((_, at) => looseAt(index, left, at) ?? [])
  return [
    ...hits.map(({ listed, share, from, to }) => ({ listed, share, at: spanOf(words, from, to) })),
    ...loose.map(({ listed, share, from, to }) => ({ listed, share, at: spanOf(left, from, to) })),
  ]
}

export type Recognised = {
  readonly register: AnyRegister
  readonly score: number
  /** Places of the words that spoke for it, in the order of the text. */
  readonly because: readonly Span[]
}

const FIRST_SHARE = 1.35
const FADE = 0.6

/** Registers that something speaks for, the likeliest first. Linear in the text. */
export function recognise(
  registers: readonly AnyRegister[],
  tokens: readonly Token[],
  isPlace: (at: Span) => boolean,
): readonly Recognised[] {
  const words = tokens.filter((token) => token.kind === 'word')
  const byRegister = new Map<AnyRegister, Map<Listed, { weight: number; at: Span }>>()
  const heard = heardIn(indexOf(registers), words, isPlace)
  const firstAt = heard.reduce(
    (least, { listed, at }) => (listed.weight > 0 ? Math.min(least, at[0]) : least),
    Infinity,
  )
  for (const { listed, share, at } of heard) {
    const weight = listed.weight * share * (at[0] === firstAt ? FIRST_SHARE : 1)
    for (const register of listed.registers) {
      const own = byRegister.get(register) ?? new Map<Listed, { weight: number; at: Span }>()
      if (weight > (own.get(listed)?.weight ?? 0)) own.set(listed, { weight, at })
      byRegister.set(register, own)
    }
  }
  return [...byRegister]
    .map(([register, own]) => summed(register, [...own.values()]))
    .toSorted((a, b) => b.score - a.score)
}

function summed(register: AnyRegister, heard: readonly { readonly weight: number; readonly at: Span }[]): Recognised {
  const strongest = heard.toSorted((a, b) => b.weight - a.weight)
  const score = strongest.reduce((sum, { weight }, order) => sum + weight * FADE ** order, 0)
  return { register, score, because: strongest.map((it) => it.at).toSorted((a, b) => a[0] - b[0]) }
}
