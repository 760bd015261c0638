// A typed sentence as words, figures and signs that know where they stand in it. Words compare with their tones unless their line was typed without any.
import { foldVietnamese, spellingKey } from '@kheo/core/text/fold.ts'

/** Place in the text as it was given: UTF-16 units, end excluded. */
export type Span = readonly [start: number, end: number]

export type Token = {
  readonly kind: 'word' | 'figure' | 'sign'
  readonly at: Span
  /** As written, composed. */
  readonly raw: string
  /** Lower case, tones kept. */
  readonly exact: string
  /** Lower case, no marks. */
  readonly bare: string
  /** The line has no tone at all, so that words are compared without. */
  readonly isToneless: boolean
  /** Sentences are counted; a line end ends one. */
  readonly sentence: number
}

/** As long as the longest text of an entry; what comes after is not read. */
export const MOST_READ = 4000

/** What offices write short. Each word of the full form stands where the short one did. */
const SHORT: Readonly<Record<string, string>> = {
  tdp: 'tổ dân phố',
  kdc: 'khu dân cư',
  ubnd: 'ủy ban nhân dân',
  hdnd: 'hội đồng nhân dân',
  mttq: 'mặt trận tổ quốc',
  ubmttq: 'ủy ban mặt trận tổ quốc',
  dvk: 'dân vận khéo',
  qcdc: 'quy chế dân chủ',
  ttnd: 'thanh tra nhân dân',
  bttnd: 'ban thanh tra nhân dân',
  gsdtcd: 'giám sát đầu tư của cộng đồng',
  gsdtccd: 'giám sát đầu tư của cộng đồng',
  bgsdtccd: 'ban giám sát đầu tư của cộng đồng',
  bcd: 'ban chỉ đạo',
  txct: 'tiếp xúc cử tri',
  ddk: 'đại đoàn kết',
  nvh: 'nhà văn hóa',
  gpmb: 'giải phóng mặt bằng',
  cbccvc: 'cán bộ công chức viên chức',
  ccb: 'cựu chiến binh',
  lhpn: 'liên hiệp phụ nữ',
  dtts: 'dân tộc thiểu số',
  dnnn: 'doanh nghiệp nhà nước',
}

// `tr.đ`, `m2` and `đ/c` are words of their own; figures keep their dots and commas.
const TOKEN = /tr\.?\s?đ(?!\p{L})|đ\/c(?!\p{L})|m[2²](?![\p{L}\d])|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|\n|[^\s]/giu
const ENDS = new Set(['.', ';', '!', '?', '\n'])
const hasLetter = /\p{L}/u

const isMarked = (line: string): boolean => /[^\p{ASCII}]/u.test(line.replace(/[^\p{L}\p{M}]/gu, ''))

/** `qui chế` is `quy chế`. */
const keyOf = (raw: string): string => spellingKey(raw).replace(/^qui/, 'quy')
const bareOf = (raw: string): string => foldVietnamese(raw).replace(/^qui$/, 'quy')

function spread(token: Token): readonly Token[] {
  const full = token.kind === 'word' ? SHORT[token.bare] : undefined
  if (full === undefined) return [token]
  return full.split(' ').map((word) => ({ ...token, exact: keyOf(word), bare: bareOf(word) }))
}

/** Tokens in their order; a short form gives several that stand at the same place. Linear. */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let sentence = 0
  let lineAt = 0
  for (const line of text.split('\n')) {
    const isToneless = !isMarked(line)
    for (const found of line.matchAll(TOKEN)) {
      const raw = found[0].normalize('NFC')
      const start = lineAt + found.index
      const kind = /^\d/.test(raw) ? 'figure' : hasLetter.test(raw) ? 'word' : 'sign'
      const at: Span = [start, start + found[0].length]
      tokens.push(...spread({ kind, at, raw, exact: keyOf(raw), bare: bareOf(raw), isToneless, sentence }))
      if (ENDS.has(raw)) sentence += 1
    }
    sentence += 1
    lineAt += line.length + 1
  }
  return tokens
}

export type Phrase = readonly Pick<Token, 'exact' | 'bare'>[]

/** The words of a label or of a phrase, without its signs. */
export const phraseOf = (text: string): Phrase => readTokens(text).filter((token) => token.kind !== 'sign')

export const isWord = (token: Token | undefined, word: Phrase[number] | undefined): boolean =>
  token !== undefined &&
  word !== undefined &&
  (token.exact === word.exact || (token.isToneless && token.bare === word.bare))

/** Whether the phrase stands at this token, word after word. */
export const standsAt = (tokens: readonly Token[], from: number, phrase: Phrase): boolean =>
  phrase.every((word, index) => isWord(tokens[from + index], word))

/** One of these words, given with their tones and separated by blanks. */
export function oneOf(words: string): (token: Token | undefined) => boolean {
  const exact = new Set(words.split(' ').map(keyOf))
  const bare = new Set(words.split(' ').map(bareOf))
  return (token) => token !== undefined && (exact.has(token.exact) || (token.isToneless && bare.has(token.bare)))
}

/** From the first of these tokens to the last. */
export const spanOf = (tokens: readonly Token[], from: number, to: number): Span => [
  tokens[from]?.at[0] ?? 0,
  tokens[to]?.at[1] ?? 0,
]

export const overlaps = ([a, b]: Span, [c, d]: Span): boolean => a < d && c < b
