// Figures of a sentence with what stands around them, and the number or money field that each belongs to.
//
// F1  The unit behind a figure must be the field's own; a figure in another unit never enters it.
// F2  Words of the label, behind the figure rather than before it, tell fields of one unit apart.
// F3  A figure enters one field, a field takes one figure.
import { parseNumber } from '@kheo/core/text/number-style.ts'
import type { Field, Fields } from '../fields.ts'
import { isWord, oneOf, overlaps, type Phrase, phraseOf, type Span, spanOf, type Token } from './words.ts'

export type Figure = {
  readonly value: number
  readonly isMoney: boolean
  readonly at: Span
  readonly after: readonly Token[]
  readonly before: readonly Token[]
}

const SCALES: readonly (readonly [(token: Token | undefined) => boolean, number])[] = [
  [oneOf('nghìn ngàn k'), 1e3],
  [oneOf('triệu tr trđ tr.đ củ'), 1e6],
  [oneOf('tỷ tỉ'), 1e9],
]
const scaleOf = (token: Token | undefined): number | undefined => SCALES.find(([is]) => is(token))?.[1]
const CURRENCY = oneOf('đồng đ vnđ vnd')
const COMRADE = oneOf('chí')
const EACH = oneOf('mỗi một từng')
/** A number behind these is no amount: `lần 2`, `quý 3`, `Điều 15`. */
const NUMBERED = oneOf('thứ lần điều khoản quý tháng khóa kỳ đợt mục quyển số')
const TOTAL = oneOf('tổng')
const CLOCK = oneOf('giờ h phút g')
const WRITTEN: readonly (readonly [(token: Token | undefined) => boolean, number])[] = [
  [oneOf('một'), 1],
  [oneOf('hai'), 2],
  [oneOf('ba'), 3],
  [oneOf('bốn'), 4],
  [oneOf('năm'), 5],
  [oneOf('sáu'), 6],
  [oneOf('bảy'), 7],
  [oneOf('tám'), 8],
  [oneOf('chín'), 9],
  [oneOf('mười'), 10],
]
const writtenOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'word' ? WRITTEN.find(([is]) => is(token))?.[1] : undefined
const TENS = oneOf('mươi mười trăm nghìn linh lăm thứ')

type Read = { readonly value: number; readonly isMoney: boolean; readonly to: number }

/** `2,5 triệu`, `1 tỷ 200 triệu đồng`, `1tr5`, `500k`. */
function amountAt(tokens: readonly Token[], at: number): Read | undefined {
  const first = figureValue(tokens[at], scaleOf(tokens[at + 1]) !== undefined)
  if (first === undefined) return undefined
  const scale = scaleOf(tokens[at + 1])
  if (scale === undefined) {
    const isMoney = CURRENCY(tokens[at + 1]) && !COMRADE(tokens[at + 2])
    return { value: first, isMoney, to: isMoney ? at + 1 : at }
  }
  const rest = smaller(tokens, at + 2, scale)
  const to = rest?.to ?? at + 1
  const isSaid = CURRENCY(tokens[to + 1]) && !COMRADE(tokens[to + 2])
  return {
    value: Math.round((first * scale + (rest?.value ?? 0)) * 100) / 100,
    isMoney: true,
    to: isSaid ? to + 1 : to,
  }
}

function smaller(
  tokens: readonly Token[],
  at: number,
  scale: number,
): { readonly value: number; readonly to: number } | undefined {
  const token = tokens[at]
  const next = scaleOf(tokens[at + 1])
  const isClose = token?.at[0] === tokens[at - 1]?.at[1]
  if (token?.kind === 'figure' && isClose && /^\d$/.test(token.raw))
    return { value: (Number(token.raw) * scale) / 10, to: at }
  const value = figureValue(token, false)
  if (value === undefined || next === undefined || next >= scale || value * next >= scale) return undefined
  return { value: value * next, to: at + 1 }
}

/** `2.5 triệu` can only be a decimal; elsewhere such a writing is left alone. */
function figureValue(token: Token | undefined, isScaled: boolean): number | undefined {
  if (token?.kind !== 'figure') return undefined
  const read = parseNumber(isScaled && /^\d+\.\d{1,2}$/.test(token.raw) ? token.raw.replace('.', ',') : token.raw)
  return read.ok ? read.value : undefined
}

const AROUND = 6
const STOPS = new Set([',', ';', '.', '(', ')', '!', '?', '\n'])

/** Words from a place on in one direction, up to a sign or the next figure. */
function wordsTowards(tokens: readonly Token[], from: number, step: 1 | -1): readonly Token[] {
  const words: Token[] = []
  for (let at = from; words.length < AROUND; at += step) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'figure' || STOPS.has(token.raw)) break
    if (token.kind === 'word') words.push(token)
  }
  return words
}

const isPartOfSign = (tokens: readonly Token[], at: number): boolean => {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  const joins = (sign: Token | undefined) => sign !== undefined && /^[/\-–:%°]$/.test(sign.raw)
  return (
    (joins(before) && before?.raw !== ':' && before?.at[1] === token?.at[0]) ||
    (joins(next) && next?.at[0] === token?.at[1])
  )
}

/** Amounts that are told for each piece say nothing of the whole: `mỗi suất 300 nghìn`, `300.000 đồng/suất`. */
const isForEach = (tokens: readonly Token[], at: number, to: number): boolean =>
  tokens[to + 1]?.raw === '/' ||
  EACH(tokens[to + 1]) ||
  [1, 2, 3].some((back) => EACH(tokens[at - back]) && !tokens.slice(at - back, at).some((it) => it.kind !== 'word'))

const isNumbered = (tokens: readonly Token[], at: number): boolean =>
  (NUMBERED(tokens[at - 1]) && !TOTAL(tokens[at - 2])) || CLOCK(tokens[at + 1])

function figureAt(tokens: readonly Token[], at: number): Read | undefined {
  const written = writtenOf(tokens[at])
  if (written !== undefined) {
    const isAlone =
      tokens[at + 1]?.kind === 'word' &&
      !TENS(tokens[at - 1]) &&
      !TENS(tokens[at + 1]) &&
      scaleOf(tokens[at + 1]) === undefined
    return isAlone ? { value: written, isMoney: false, to: at } : undefined
  }
  return isNumbered(tokens, at) || isPartOfSign(tokens, at) ? undefined : amountAt(tokens, at)
}

/** `dự 98/120 hộ`: a part and its whole, in the unit behind both. */
function pairAt(tokens: readonly Token[], at: number): readonly Figure[] {
  const [part, sign, whole] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  const isClose = sign?.raw === '/' && part?.at[1] === sign.at[0] && sign.at[1] === whole?.at[0]
  const values = [figureValue(part, false), figureValue(whole, false)]
  if (!isClose || tokens[at - 1]?.raw === '/' || tokens[at + 3]?.kind !== 'word') return []
  const [less, more] = values
  if (less === undefined || more === undefined || less > more) return []
  const after = wordsTowards(tokens, at + 3, 1)
  const before = wordsTowards(tokens, at - 1, -1)
  return [
    { value: less, isMoney: false, at: spanOf(tokens, at, at), after, before },
    { value: more, isMoney: false, at: spanOf(tokens, at + 2, at + 2), after, before: [] },
  ]
}

/** Figures that are amounts; what days, papers, places and personal numbers take is left to them. */
export function figuresIn(tokens: readonly Token[], isTaken: (at: Span) => boolean): readonly Figure[] {
  const figures: Figure[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || isTaken(token.at)) continue
    const pair = pairAt(tokens, at)
    figures.push(...pair)
    const read = pair.length > 0 ? undefined : figureAt(tokens, at)
    if (pair.length > 0) at += 2
    if (read === undefined) continue
    const { value, isMoney, to } = read
    if (!(isMoney && isForEach(tokens, at, to)))
      figures.push({
        value,
        isMoney,
        at: spanOf(tokens, at, to),
        after: wordsTowards(tokens, to + 1, 1),
        before: wordsTowards(tokens, at - 1, -1),
      })
    at = to
  }
  return figures
}

/** Larger units that people say for a field's own, and how many of it they are. */
const LARGER_UNIT: Readonly<Record<string, readonly (readonly [said: string, times: number])[]>> = {
  m: [['km', 1000]],
  'm²': [['ha', 10_000]],
}

/** What people say for a unit. */
const UNIT_SAID: Readonly<Record<string, readonly string[]>> = {
  người: [
    'đại biểu',
    'bà con',
    'hội viên',
    'thành viên',
    'đồng chí',
    'cán bộ',
    'công dân',
    'học viên',
    'nhân khẩu',
    'khẩu',
    'lượt người',
    'đảng viên',
    'cử tri',
    'người dân',
    'em',
    'cháu',
    'học sinh',
  ],
  'lượt người': [
    'người',
    'đại biểu',
    'bà con',
    'hội viên',
    'lượt',
    'học viên',
    'cán bộ',
    'đoàn viên',
    'người dân',
    'em',
    'cháu',
    'học sinh',
  ],
  suất: ['phần quà', 'suất quà', 'quà', 'phần'],
  nhà: ['căn nhà', 'ngôi nhà', 'căn', 'ngôi'],
  'vụ việc': ['vụ', 'việc'],
  'm²': ['m2', 'mét vuông'],
  m2: ['m²', 'mét vuông'],
  'ngày công': ['công', 'ngày công lao động'],
  'tin, bài': ['tin', 'bài', 'buổi phát thanh', 'buổi'],
  hộ: ['gia đình', 'hộ gia đình'],
  km: ['ki lô mét'],
  cái: ['chiếc', 'bóng', 'mắt', 'cột', 'bộ', 'camera', 'thùng'],
  m: ['mét'],
}

type Known = {
  readonly name: string
  readonly field: Field
  readonly units: readonly Phrase[]
  readonly larger: readonly (readonly [said: Phrase, times: number])[]
  readonly label: readonly Phrase[number][]
}

const STOP_WORDS = oneOf('số tổng trong đó là của được đã theo cho và có các những ở tại với về')
const isStop = (word: Phrase[number]): boolean => STOP_WORDS({ ...word, isToneless: false } as Token)

function knownField(name: string, field: Field): Known {
  const unit = field.kind === 'number' ? field.unit[0].normalize('NFC') : ''
  const units = unit === '' ? [] : [unit, ...(UNIT_SAID[unit] ?? [])].map(phraseOf)
  const larger = (LARGER_UNIT[unit] ?? []).map(([said, times]) => [phraseOf(said), times] as const)
  const own = new Set(units[0]?.map((word) => word.exact))
  return {
    name,
    field,
    units,
    larger,
    label: phraseOf(field.label[0]).filter((word) => !own.has(word.exact) && !isStop(word)),
  }
}

const startsWith = (words: readonly Token[], phrase: Phrase): boolean =>
  phrase.every((word, index) => isWord(words[index], word))

const UNIT_SCORE = 2
const SAID_SCORE = 1.5
const BEFORE_SHARE = 0.6

const timesOf = ({ larger }: Known, figure: Figure): number =>
  larger.find(([said]) => startsWith(figure.after, said))?.[1] ?? 1

function unitScore({ field, units, label, larger }: Known, figure: Figure): number | undefined {
  if (field.kind === 'money') return figure.isMoney ? UNIT_SCORE : undefined
  if (figure.isMoney) return undefined
  if (units.length === 0) return 0
  const found = units.findIndex((unit) => startsWith(figure.after, unit))
  if (found >= 0) return found === 0 ? UNIT_SCORE : SAID_SCORE
  if (larger.some(([said]) => startsWith(figure.after, said))) return UNIT_SCORE
  // `3 nữ`: the label stands for the unit.
  return label.length > 0 && startsWith(figure.after, label) ? SAID_SCORE : undefined
}

/** Without a unit behind it: the unit, or two words of the label, are said right before: `số người dự: 45`. */
const isLabelled = ({ units, label }: Known, figure: Figure): boolean => {
  const isSaid = (word: Phrase[number]) => figure.before.some((token) => isWord(token, word))
  return figure.after.length === 0 && (units.some((unit) => unit.some(isSaid)) || label.filter(isSaid).length > 1)
}

function labelScore(known: Known, figure: Figure, rarity: (exact: string) => number): number {
  const { label } = known
  return label.reduce((sum, word) => {
    if (figure.after.some((token) => isWord(token, word))) return sum + rarity(word.exact)
    return figure.before.some((token) => isWord(token, word)) ? sum + BEFORE_SHARE * rarity(word.exact) : sum
  }, 0)
}

type Fit = { readonly known: Known; readonly figure: Figure; readonly score: number }

/** Of fields of one unit: what must be given before the rest, the whole before its parts, then the shortest label. */
const doubt = ({ field, label }: Known): number =>
  (field.isOptional === true ? 0.1 : 0) + (isPart(field) ? 0.3 : 0) + 0.01 * label.length
const isPart = (field: Field): boolean => /^trong đó/iu.test(field.label[0].normalize('NFC'))

function fitOf(known: Known, figure: Figure, rarity: (exact: string) => number): Fit | undefined {
  const label = labelScore(known, figure, rarity)
  const unit = unitScore(known, figure)
  if (unit === undefined && !(isLabelled(known, figure) && label > 0 && !figure.isMoney)) return undefined
  if (unit === 0 && label === 0) return undefined
  return { known, figure, score: (unit ?? 0) + label - doubt(known) }
}

export type Placed = { readonly field: string; readonly value: number; readonly at: Span }

/** F3: the best pairs first, among pairs alike the first field and the first figure. */
export function placeFigures(fields: Fields, figures: readonly Figure[]): readonly Placed[] {
  const known = Object.entries(fields)
    .filter(([, field]) => field.kind === 'number' || field.kind === 'money')
    .map(([name, field]) => knownField(name, field))
  const users = new Map<string, number>()
  for (const { label } of known)
    for (const exact of new Set(label.map((word) => word.exact))) users.set(exact, (users.get(exact) ?? 0) + 1)
  const rarity = (exact: string): number => Math.log(1 + known.length / (users.get(exact) ?? 1)) / 2
  const fits = known
    .flatMap((each) => figures.flatMap((figure) => fitOf(each, figure, rarity) ?? []))
    .toSorted((a, b) => b.score - a.score)
  const fieldsUsed = new Set<string>()
  const placed: Placed[] = []
  for (const { known: it, figure } of fits) {
    if (fieldsUsed.has(it.name) || placed.some((other) => overlaps(other.at, figure.at))) continue
    fieldsUsed.add(it.name)
    placed.push({ field: it.name, value: figure.value * timesOf(it, figure), at: figure.at })
  }
  return placed
}
