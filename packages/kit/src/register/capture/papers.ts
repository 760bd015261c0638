// Papers that a sentence refers to by number and sign, and numbers in paper books.
import type { SaidDay } from './days.ts'
import { oneOf, type Phrase, phraseOf, type Span, type Token } from './words.ts'

export type SaidPaper = {
  readonly value: string
  readonly at: Span
  /** What it is called, by its sign and by the words before it; empty for a number in a paper book. */
  readonly called: readonly Phrase[]
  readonly isBookNumber: boolean
}

const SIGN = /(\d{1,5})((?:\/\d{4})?\s?[/-]\s?[a-zđ]{1,6}(?:\s?[-/]\s?[a-zđ]{1,10}){0,3})(?![\p{L}\d])/giu
const KINDS: Readonly<Record<string, string>> = {
  qd: 'quyết định',
  nq: 'nghị quyết',
  kh: 'kế hoạch',
  bb: 'biên bản',
  tb: 'thông báo',
  bc: 'báo cáo',
  kl: 'kết luận',
  cv: 'công văn',
  ct: 'chỉ thị',
  ctr: 'chương trình',
  ttr: 'tờ trình',
  hd: 'hướng dẫn',
  ub: 'văn bản',
  ubnd: 'văn bản',
  mttq: 'văn bản',
}
const bare = (text: string): string => text.toLowerCase().replaceAll('đ', 'd')
const BOOK = oneOf('sổ đơn')
const INTO = oneOf('vào')
const NUMBER_SIGN = oneOf('số')
const NEAR_DAY = 12

function papersWithSign(text: string, days: readonly SaidDay[]): readonly SaidPaper[] {
  const papers: SaidPaper[] = []
  for (const found of text.matchAll(SIGN)) {
    const letters = /\p{L}+/u.exec(found[2] ?? '')?.[0] ?? ''
    const isSign = letters.length > 1 && letters === letters.toUpperCase()
    const called = KINDS[bare(letters)] ?? (isSign ? 'văn bản' : undefined)
    if (called === undefined || /[\d/]/.test(text.charAt(found.index - 1))) continue
    const end = found.index + found[0].length
    const day = days.find(
      (it) => it.at[0] >= end && it.at[0] - end < NEAR_DAY && !/[.;\n]/.test(text.slice(end, it.at[0])),
    )
    const at: Span = [found.index, day?.at[1] ?? end]
    const value = text
      .slice(...at)
      .normalize('NFC')
      .replaceAll(/\s+/g, ' ')
    papers.push({
      value: value.replaceAll(/\s?([/-])\s?(?=\D)/g, '$1'),
      at,
      called: [phraseOf(called)],
      isBookNumber: false,
    })
  }
  return papers
}

/** `vào sổ số 45`, `đơn số 12`. */
function bookNumbers(tokens: readonly Token[]): readonly SaidPaper[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'figure' || !/^\d{1,5}$/.test(token.raw)) return []
    const before = NUMBER_SIGN(tokens[at - 1]) ? tokens[at - 2] : undefined
    // Typed without tones, `so 12` is a number unless something is written into it.
    const isIn =
      tokens[at - 1]?.isToneless === true ? INTO(tokens[at - 2]) : NUMBER_SIGN(tokens[at - 2]) || INTO(tokens[at - 2])
    const isTurned = BOOK(tokens[at - 1]) && isIn
    return BOOK(before) || isTurned ? [{ value: token.raw, at: token.at, called: [], isBookNumber: true }] : []
  })
}

/** Papers with their day where it stands right behind, in the order of the text. */
export const papersIn = (text: string, tokens: readonly Token[], days: readonly SaidDay[]): readonly SaidPaper[] => [
  ...papersWithSign(text, days),
  ...bookNumbers(tokens),
]
