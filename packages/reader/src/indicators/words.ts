// Words of a stretch of text as hints compare them, and phrases found among them in one pass.
import shortForms from '../lexicon/short-forms.json' with { type: 'json' }
import { scan, spellingOf, type Spellings, type Token } from '../tokens/scan.ts'

/** What parts a word from the one before it: nothing, a comma or a like sign, or a sign that ends a thought. */
export type Gap = 'none' | 'soft' | 'hard'
export type Word = {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly isDigits: boolean
  readonly isCapital: boolean
  readonly gap: Gap
  /** First of a sentence. */
  readonly isFirst: boolean
}

const Y_AT_END = /^([bhklmst]|qu)([yỳýỷỹỵ])$/u
const AS_I: Readonly<Record<string, string>> = { y: 'i', ỳ: 'ì', ý: 'í', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' }
const SHORT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(shortForms).map(([short, long]) => [short, long.split(' ').map(keyOf)]),
)

/** `kỳ` and `kì`, `quy` and `qui`, `tỷ` and `tỉ` are one word. */
function keyOf(word: string): string {
  const key = spellingOf(word)
  if (key.length > 3) return key
  const [, head, vowel] = Y_AT_END.exec(key) ?? []
  return head === undefined || vowel === undefined ? key : `${head}${AS_I[vowel] ?? vowel}`
}

const HARD = new Set([';', ':', '(', ')', '.', '!', '?', '•', '…', '[', ']', '\n'])
const CLOSED_UP = new Set(['"', '“', '”', '‘', '’', "'", '«', '»', '/'])

function gapOf(sign: string, before: Gap): Gap {
  if (HARD.has(sign)) return 'hard'
  if (CLOSED_UP.has(sign)) return before
  return before === 'hard' ? before : 'soft'
}

/** A full stop within a number, an address or after an initial ends nothing. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (sign?.kind === 'break') return true
  if (sign === undefined || before === undefined || !(sign.text === '.' || sign.text === '!' || sign.text === '?'))
    return false
  if (after !== undefined && after.start === sign.end && after.kind !== 'word') return false
  if (after !== undefined && after.start === sign.end && after.text === after.key) return false
  return before.kind !== 'word' || before.text.length > 2 || before.text === before.key
}

/** Words and digit runs of tokens; short forms are spelt out, each word keeping the place of the short form. */
export function wordsOf(tokens: readonly Token[]): Word[] {
  const words: Word[] = []
  let gap: Gap = 'none'
  let isFirst = true
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' && token.kind !== 'digits') {
      gap = gapOf(token.text, gap)
      isFirst ||= endsSentence(tokens, at)
      continue
    }
    const first = token.text.charAt(0)
    const isCapital = token.kind === 'word' && first !== first.toLowerCase()
    const long = token.text === token.key ? undefined : SHORT.get(token.key)
    for (const key of long ?? [token.kind === 'word' ? keyOf(token.key) : token.key]) {
      words.push({
        key,
        start: token.start,
        end: token.end,
        isDigits: token.kind === 'digits',
        isCapital,
        gap,
        isFirst,
      })
      gap = 'none'
      isFirst = false
    }
  }
  return words
}

/** Keys of the words of a phrase. */
export const keysOf = (phrase: string, known?: Spellings): string[] =>
  wordsOf(scan(phrase, 0, phrase.length, known)).map(({ key }) => key)

/** `from` and `to` are indexes of words, `to` after the last. */
export type Hit = { readonly phrase: number; readonly from: number; readonly to: number }

type Branch = { next: Map<string, Branch> | null; phrase: number }

export type PhraseTree = {
  /** Number of the phrase, by its words parted by blanks. */
  readonly add: (phrase: string) => number
  /** All phrases that stand in the words, also one within another. A phrase crosses no sign that ends a thought. */
  readonly find: (words: readonly Word[], from?: number, to?: number) => Hit[]
  /** Numbers of the phrases that these keys begin with, the longest last. */
  readonly beginning: (keys: readonly string[]) => number[]
  readonly wordsIn: (phrase: number) => number
}

export function phraseTree(): PhraseTree {
  const root: Branch = { next: null, phrase: -1 }
  const lengths: number[] = []
  const add = (phrase: string): number => {
    const keys = keysOf(phrase)
    let branch = root
    for (const key of keys) {
      branch.next ??= new Map()
      const next: Branch = branch.next.get(key) ?? { next: null, phrase: -1 }
      branch.next.set(key, next)
      branch = next
    }
    if (branch.phrase < 0) {
      branch.phrase = lengths.length
      lengths.push(keys.length)
    }
    return branch.phrase
  }
  const find = (words: readonly Word[], from = 0, to = words.length): Hit[] => {
    const hits: Hit[] = []
    for (let at = from; at < to; at += 1) {
      let branch: Branch | undefined = root
      for (let end = at; end < to && branch !== undefined; end += 1) {
        const word = words[end]
        if (word === undefined || (end > at && word.gap === 'hard')) break
        branch = branch.next?.get(word.key)
        if (branch !== undefined && branch.phrase >= 0) hits.push({ phrase: branch.phrase, from: at, to: end + 1 })
      }
    }
    return hits
  }
  const beginning = (keys: readonly string[]): number[] => {
    const found: number[] = []
    let branch: Branch | undefined = root
    for (const key of keys) {
      branch = branch.next?.get(key)
      if (branch === undefined) break
      if (branch.phrase >= 0) found.push(branch.phrase)
    }
    return found
  }
  return { add, find, beginning, wordsIn: (phrase) => lengths[phrase] ?? 0 }
}
