// What leads to a person in a typed sentence: telephone and identity numbers, and names behind a form of address. They enter no draft.
import { findPersonalNumber } from '@kheo/core/privacy/screening.ts'
import { oneOf, overlaps, phraseOf, type Span, spanOf, standsAt, type Token } from './words.ts'

export type TakenOut = { readonly what: 'phone' | 'id-card' | 'name'; readonly from: Span }

/** Words before a number that say what it is. */
const CONTEXT = 60

/** Every such number. One that was found is covered, so that the next is looked for with its own words before it. */
function numbersIn(text: string): readonly TakenOut[] {
  const found: TakenOut[] = []
  let covered = text
  let from = 0
  for (;;) {
    const number = findPersonalNumber(covered.slice(from))
    if (number === undefined) return found
    const start = from + number.at
    const end = start + number.length
    found.push({ what: number.kind, from: [start, end] })
    covered = `${covered.slice(0, start)}${'x'.repeat(end - start)}${covered.slice(end)}`
    from = letterFrom(covered, Math.max(from, start - CONTEXT), start)
  }
}

/** No run of digits is cut in two. */
function letterFrom(text: string, from: number, until: number): number {
  for (let at = from; at < until; at += 1) if (/\p{L}/u.test(text.charAt(at))) return at
  return until
}

const TITLE = oneOf('ông bà anh chị cháu em cô chú bác cụ dì đ/c')
const COMRADE = [oneOf('đồng'), oneOf('chí')] as const
const SURNAMES = oneOf(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh trương lương lâm mai cao hà tạ',
)
/** Those that, without tones, are no other everyday word behind `ba`, `anh`, `em`. */
const CLEAR_SURNAMES = oneOf('nguyễn trần phạm hoàng huỳnh lê bùi ngô')
const isSurname = (token: Token | undefined): boolean =>
  token?.isToneless === true ? CLEAR_SURNAMES(token) : SURNAMES(token)
const MIDDLES = oneOf('văn thị')
const PLACES = oneOf('đường phố xã phường trường chợ cầu đền chùa đình thôn huyện tỉnh quỹ giải ngõ hẻm sông núi')
const SIBLING = oneOf('anh chị')
/** Posts and offices behind a form of address are no names. */
const POSTS =
  'hội phụ, hội nông, hội cựu, hội liên, hội viên, chi bộ, chi hội, bí thư, chủ tịch, chủ nhiệm, trưởng, phó, ban, tổ, đoàn thanh, đoàn viên, mặt trận, công an, công đoàn, công chức, cán bộ, ủy, giám đốc, thanh niên, phụ nữ, bộ đội, thủ trưởng, hiệu trưởng, viên chức, lãnh đạo, đảng, cựu chiến, mẹ việt, việt nam, hồ'
    .split(', ')
    .map(phraseOf)
const MOST_NAME = 5

const isLoud = (token: Token): boolean => token.raw.length > 1 && token.raw === token.raw.toUpperCase()
const isCapital = (token: Token | undefined): token is Token => token?.kind === 'word' && /^\p{Lu}/u.test(token.raw)
const isShort = (tokens: readonly Token[], at: number): boolean => tokens[at]?.at[0] === tokens[at + 1]?.at[0]

/** How many tokens a name takes from here; 0 = it is none. */
function nameLength(tokens: readonly Token[], at: number): number {
  const first = tokens[at]
  if (first?.kind !== 'word' || POSTS.some((post) => standsAt(tokens, at, post)) || isShort(tokens, at)) return 0
  // Without capitals, or with nothing else, only a family name tells.
  if (!isCapital(first) || isLoud(first)) return isSurname(first) ? wordsFrom(tokens, at, 3) : 0
  let size = 0
  while (size < MOST_NAME && isCapital(tokens[at + size])) size += 1
  return size
}

function wordsFrom(tokens: readonly Token[], at: number, most: number): number {
  let size = 0
  while (size < most && tokens[at + size]?.kind === 'word') size += 1
  return size
}

/** A name without a form of address: `Nguyễn Văn …`. */
const isFullName = (tokens: readonly Token[], at: number): boolean =>
  isSurname(tokens[at]) &&
  MIDDLES(tokens[at + 1]) &&
  (tokens[at]?.isToneless === true || (isCapital(tokens[at]) && isCapital(tokens[at + 1])))

function namesIn(tokens: readonly Token[]): readonly TakenOut[] {
  const found: TakenOut[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const isComrade = COMRADE[0](tokens[at]) && COMRADE[1](tokens[at + 1])
    const isTitle = isComrade || TITLE(tokens[at])
    const isPlace = PLACES(tokens[at - 1]) || (SIBLING(tokens[at - 1]) && TITLE(tokens[at]))
    const isBareName = isFullName(tokens, at)
    const start = isComrade ? at + 2 : isTitle ? at + 1 : at
    const size = isPlace || !(isTitle || isBareName) ? 0 : nameLength(tokens, start)
    if (size === 0) continue
    found.push({ what: 'name', from: spanOf(tokens, start, start + size - 1) })
    at = start + size - 1
  }
  return found
}

/** In the order of the text; none lies over another. */
export function personalIn(text: string, tokens: readonly Token[]): readonly TakenOut[] {
  const numbers = numbersIn(text)
  const names = namesIn(tokens).filter((name) => !numbers.some((number) => overlaps(number.from, name.from)))
  return [...numbers, ...names].toSorted((a, b) => a.from[0] - b.from[0])
}
