// The village that a sentence names: one that the unit has used before, or else what follows "thôn", "tổ dân phố", "ấp".
import { isWord, oneOf, overlaps, type Phrase, phraseOf, type Span, spanOf, standsAt, type Token } from './words.ts'

export type SaidPlace = { readonly name: string; readonly at: Span }

type Head = { readonly name: string; readonly words: Phrase; readonly isSure: boolean }
const headsOf = (names: string, isSure: boolean): readonly Head[] =>
  names.split(', ').map((name) => ({ name, words: phraseOf(name), isSure }))
const HEADS: readonly Head[] = [
  ...headsOf('tổ dân phố, khu dân cư, khu phố, khối phố, thôn, xóm, ấp, khóm, buôn, phum, sóc', true),
  // Everyday words too: a name or a number must follow at once.
  ...headsOf('làng, bản, khu, khối, tổ', false),
]
const NUMBER_SIGN = oneOf('số')
const COUNTED = oneOf('người hộ thành viên đồng nhà đơn triệu')
/** `văn bản số 7` is no hamlet. */
const PAPER = oneOf('văn biên phiên')
const LONGEST_NAME = 4

const isCapital = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  /^\p{Lu}/u.test(token.raw) &&
  (token.raw.length < 3 || token.raw !== token.raw.toUpperCase())

const isBeside = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] !== undefined && tokens[at - 1]?.sentence === tokens[at].sentence && tokens[at].kind !== 'sign'

/** The last token of the name that begins here. */
function nameEnd(tokens: readonly Token[], from: number, isSure: boolean): number | undefined {
  const start = NUMBER_SIGN(tokens[from]) ? from + 1 : from
  const first = tokens[start]
  if (first === undefined || !isBeside(tokens, start)) return undefined
  if (first.kind === 'figure') return numberEnd(tokens, start)
  if (isCapital(first)) return capitalEnd(tokens, start)
  return isSure ? plainEnd(tokens, start) : undefined
}

/** `3`, `3A`; "tổ 3 người" is a team. */
function numberEnd(tokens: readonly Token[], at: number): number | undefined {
  const next = tokens[at + 1]
  if (!/^\d{1,3}$/.test(tokens[at]?.raw ?? '') || COUNTED(next) || next?.raw === '/') return undefined
  const isLetter = next?.kind === 'word' && next.raw.length === 1 && next.at[0] === tokens[at]?.at[1]
  return isLetter ? at + 1 : at
}

function capitalEnd(tokens: readonly Token[], start: number): number {
  let end = start
  while (end - start < LONGEST_NAME - 1 && isCapital(tokens[end + 1]) && isBeside(tokens, end + 1)) end += 1
  const isNumbered = isBeside(tokens, end + 1) && /^\d{1,2}$/.test(tokens[end + 1]?.raw ?? '')
  return isNumbered && tokens[end + 2]?.kind !== 'word' ? end + 1 : end
}

/** A name in small letters is taken only when nothing but a sign or a figure follows it. */
function plainEnd(tokens: readonly Token[], start: number): number | undefined {
  for (let end = start; end < start + 2 && tokens[end]?.kind === 'word'; end += 1)
    if (tokens[end + 1]?.kind !== 'word') return end
  return undefined
}

const sentenceCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

function byHead(text: string, tokens: readonly Token[], at: number): SaidPlace | undefined {
  for (const { name, words, isSure } of HEADS) {
    if (!standsAt(tokens, at, words) || (!isSure && PAPER(tokens[at - 1]))) continue
    const end = nameEnd(tokens, at + words.length, isSure)
    if (end === undefined) continue
    const rest = text
      .slice(...spanOf(tokens, at + words.length, end))
      .normalize('NFC')
      .replaceAll(/\s+/g, ' ')
    return { name: sentenceCase(`${name} ${rest}`), at: spanOf(tokens, at, end) }
  }
  return undefined
}

const MOST_KNOWN = 2000
const plain = (token: Phrase[number]): Phrase[number] => ({
  exact: token.exact.replace(/^0+(?=\d)/, ''),
  bare: token.bare.replace(/^0+(?=\d)/, ''),
})
const isNumberSign = (word: Phrase[number]): boolean => word.bare === 'so'

type Known = { readonly name: string; readonly words: Phrase }

/** A known name as it is, and without the word before it when enough is left to know it by. */
function waysToSay(name: string): readonly Known[] {
  const words = phraseOf(name.slice(0, 100))
    .map(plain)
    .filter((word) => !isNumberSign(word))
  const head = HEADS.find((each) => each.words.every((word, index) => words[index]?.exact === word.exact))
  const rest = head === undefined ? [] : words.slice(head.words.length)
  return [{ name, words }, ...(rest.length > 1 ? [{ name, words: rest }] : [])].filter((it) => it.words.length > 0)
}

/** Where the known name that begins at this token ends; `số` and leading zeros do not matter. */
function knownEnd(tokens: readonly Token[], at: number, words: Phrase): number | undefined {
  let index = at
  for (const [order, word] of words.entries()) {
    if (order > 0 && NUMBER_SIGN(tokens[index])) index += 1
    const token = tokens[index]
    if (token === undefined || !isWord({ ...token, ...plain(token) }, word)) return undefined
    index += 1
  }
  return index - 1
}

function knownIn(
  tokens: readonly Token[],
  names: readonly string[],
): readonly (SaidPlace & { readonly size: number })[] {
  const byFirst = new Map<string, Known[]>()
  for (const known of names.slice(0, MOST_KNOWN).flatMap(waysToSay)) {
    const first = known.words[0]?.bare ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), known])
  }
  return tokens.flatMap((token, at) =>
    (byFirst.get(plain(token).bare) ?? []).flatMap(({ name, words }) => {
      const end = knownEnd(tokens, at, words)
      return end === undefined ? [] : [{ name, at: spanOf(tokens, at, end), size: words.length }]
    }),
  )
}

/** Places in the order in which they are to be believed: known names first, the longest of them foremost. */
export function placesIn(text: string, tokens: readonly Token[], names: readonly string[]): readonly SaidPlace[] {
  const known = knownIn(tokens, names).toSorted((a, b) => b.size - a.size)
  const said = tokens.flatMap((_, at) => byHead(text, tokens, at) ?? [])
  const more = said.filter((place) => !known.some((it) => overlaps(it.at, place.at)))
  return [...known, ...more].map(({ name, at }) => ({ name, at }))
}
