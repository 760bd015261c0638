// How alike two models are, and in words why: a chi bộ, the Front and a union may each register the same thing. Pure.
//
// L1  likenessOf(a, b) scores as likenessOf(b, a), from 0 to 1; a model is wholly like itself.
// L2  Tones, capitals and the words that every name has ("mô hình", "Dân vận khéo") change no score.
// L3  Texts that are alike raise the score of their names; texts that differ never lower it, for the same thing is told in many ways.
import { foldVietnamese, spellingKey } from '@kheo/core/text/fold.ts'
import type { Words } from '@kheo/kit/register/fields.ts'
import { skilfulModels } from './register.ts'

/** A model as far as it can be compared; unknown texts are empty. `field` may be empty too. */
export type Comparable = {
  readonly unit: string
  readonly name: string
  readonly sponsor: string
  readonly field: string
  readonly goals: string
  readonly content: string
  readonly area: string
}

type LikenessReason =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'texts'; readonly percent: number }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'villages'; readonly villages: readonly string[] }
  | { readonly kind: 'unit' }
  | { readonly kind: 'same-sponsor'; readonly sponsor: string }
  | { readonly kind: 'other-sponsor'; readonly mine: string; readonly theirs: string }
  /** A chi bộ's model must not be the same thing as the Front's or a union's in the same place. */
  | { readonly kind: 'clash' }

type Likeness = {
  /** 0..1. */
  readonly score: number
  /** What both names say, as it is written in the first. */
  readonly words: readonly string[]
  readonly reasons: readonly LikenessReason[]
}

/** From here on two models are shown to be alike. */
export const ALIKE = 0.45
const NAME_WEIGHT = 0.5
/** Shorter texts say too little to be compared, in letters. */
const LEAST_TEXT = 24
/** Texts that have less in common than this are alike by their language alone. */
const TEXTS_ALIKE = 0.4

const SAID_BY_ALL = /\b(?:mo hinh|dien hinh|dan van kheo|trong|xay dung|va)\b/g

/** A name without tones and without what every name of this register says; the whole when nothing else is left. */
export function plainName(name: string): string {
  const folded = foldVietnamese(name)
  const bare = folded
    .replace(SAID_BY_ALL, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return bare === '' ? folded : bare
}

/** Three-letter pieces of the words one after the other, so that their order tells too. */
function piecesOf(folded: string): Set<string> {
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  const padded = `  ${words.join(' ')} `
  return new Set(
    words.length === 0 ? [] : Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)),
  )
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const piece of a) if (b.has(piece)) count += 1
  return count
}

/** Half of it says how much of both is common, half how much of the shorter stands in the longer. */
function nameLikeness(a: string, b: string): number {
  const [left, right] = [piecesOf(plainName(a)), piecesOf(plainName(b))]
  const least = Math.min(left.size, right.size)
  if (least === 0) return 0
  const common = shared(left, right)
  return (common / (left.size + right.size - common) + common / least) / 2
}

function textLikeness(a: Comparable, b: Comparable): number | undefined {
  const [left, right] = [a, b].map((it) => foldVietnamese(`${it.goals} ${it.content}`)) as [string, string]
  if (left.length < LEAST_TEXT || right.length < LEAST_TEXT) return undefined
  const [mine, theirs] = [piecesOf(left), piecesOf(right)]
  const common = shared(mine, theirs)
  return common / Math.max(mine.size + theirs.size - common, 1)
}

const LINKING = new Set(
  'và của tại trong các những về cho ở với trên là được đến từ theo một khi do bằng gắn'.split(' '),
)
type Token = { readonly text: string; readonly key: string }

const tokensOf = (name: string, key: (word: string) => string): Token[] =>
  (
    name
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((text) => ({
    text,
    key: key(text),
  }))

/** Length of what is the same from these places on. */
function runAt(a: readonly Token[], i: number, b: readonly Token[], j: number): number {
  let length = 0
  while (a[i + length] !== undefined && a[i + length]?.key === b[j + length]?.key) length += 1
  return length
}

/** The longest stretches of words that both have, none overlapping, in the order of the first. */
function runsOf(a: readonly Token[], b: readonly Token[]): (readonly Token[])[] {
  const found: { from: number; run: readonly Token[] }[] = []
  const search = (from: number, to: number): void => {
    let best = { from, length: 0 }
    for (let i = from; i < to; i += 1)
      for (const j of b.keys()) {
        const length = Math.min(runAt(a, i, b, j), to - i)
        if (length > best.length) best = { from: i, length }
      }
    if (best.length === 0) return
    found.push({ from: best.from, run: a.slice(best.from, best.from + best.length) })
    search(from, best.from)
    search(best.from + best.length, to)
  }
  search(0, a.length)
  return found.toSorted((x, y) => x.from - y.from).map(({ run }) => run)
}

const withoutLinking = (run: readonly Token[]): readonly Token[] => {
  const from = run.findIndex(({ text }) => !LINKING.has(text))
  const to = run.findLastIndex(({ text }) => !LINKING.has(text))
  return from < 0 ? [] : run.slice(from, to + 1)
}

/** One syllable alone is seldom a word of Vietnamese; a long one is, such as "camera". */
const LONG_WORD = 5

function commonBy(a: string, b: string, key: (word: string) => string): string[] {
  const runs = runsOf(tokensOf(a, key), tokensOf(b, key))
    .map(withoutLinking)
    .filter((run) => run.length > 1 || (run[0]?.text.length ?? 0) >= LONG_WORD)
    .map((run) => run.map(({ text }) => text).join(' '))
  const telling = runs.filter((run) => foldVietnamese(run).replace(SAID_BY_ALL, '').trim() !== '')
  return [...new Set(telling)]
}

const isWithoutTones = (name: string): boolean => foldVietnamese(name) === spellingKey(name)

/** By the spelling with its tones, unless one of the names was typed without any. */
const commonWords = (a: string, b: string): string[] =>
  commonBy(a, b, isWithoutTones(a) || isWithoutTones(b) ? foldVietnamese : spellingKey)

const VILLAGE =
  /(?:[Tt]hôn|[Xx]óm|[Ấấ]p|[Bb]ản|[Bb]uôn|[Ll]àng|[Kk]hóm|[Kk]hu phố|[Kk]hối phố|[Tt]ổ dân phố)(?:\s+[Ss]ố)?(?:\s+(?:\d+\p{L}?|\p{Lu}[\p{L}\p{N}]*))+/gu

const villagesOf = (text: string): string[] => text.normalize('NFC').match(VILLAGE) ?? []

function commonVillages(a: string, b: string): string[] {
  const theirs = new Set(villagesOf(b).map(foldVietnamese))
  return [...new Set(villagesOf(a).filter((village) => theirs.has(foldVietnamese(village))))]
}

type Side = 'party' | 'union' | undefined

function sideOf(sponsor: string): Side {
  const folded = foldVietnamese(sponsor)
  if (/\b(?:chi bo|dang bo|dang uy)\b/.test(folded)) return 'party'
  return /\b(?:mat tran|mttq|hoi|doan|cong doan|lien doan)\b/.test(folded) ? 'union' : undefined
}

function sponsorReasons(a: Comparable, b: Comparable): LikenessReason[] {
  const [mine, theirs] = [a.sponsor.trim(), b.sponsor.trim()]
  if (mine === '' || theirs === '') return []
  if (foldVietnamese(mine) === foldVietnamese(theirs)) return [{ kind: 'same-sponsor', sponsor: theirs }]
  const sides = new Set([sideOf(mine), sideOf(theirs)])
  const isClash = a.unit === b.unit && sides.has('party') && sides.has('union')
  return [{ kind: 'other-sponsor', mine, theirs }, ...(isClash ? [{ kind: 'clash' } as const] : [])]
}

function placeReasons(a: Comparable, b: Comparable): LikenessReason[] {
  if (a.unit !== b.unit) return []
  const villages = commonVillages(`${a.area}; ${a.name}`, `${b.area}; ${b.name}`)
  return [villages.length > 0 ? { kind: 'villages', villages } : { kind: 'unit' }]
}

/** How alike two models are (0..1), what their names share, and why; `ALIKE` and above is worth a look. */
export function likenessOf(mine: Comparable, other: Comparable): Likeness {
  const name = nameLikeness(mine.name, other.name)
  const text = textLikeness(mine, other)
  const score = Math.max(name, NAME_WEIGHT * name + (1 - NAME_WEIGHT) * (text ?? 0))
  const words = commonWords(mine.name, other.name)
  return {
    score,
    words,
    reasons: [
      ...(words.length > 0 ? [{ kind: 'words', words } as const] : []),
      ...(text !== undefined && text >= TEXTS_ALIKE
        ? [{ kind: 'texts', percent: Math.round(text * 100) } as const]
        : []),
      ...(mine.field !== '' && mine.field === other.field ? [{ kind: 'field', field: mine.field } as const] : []),
      ...placeReasons(mine, other),
      ...sponsorReasons(mine, other),
    ],
  }
}

/** A reason as a reader is told it. */
export function reasonWords(reason: LikenessReason): Words {
  switch (reason.kind) {
    case 'words':
      return [`cùng từ: ${reason.words.join(', ')}`, `same words: ${reason.words.join(', ')}`]
    case 'texts':
      return [`mục tiêu, nội dung giống ${reason.percent}%`, `goals and content are ${reason.percent}% alike`]
    case 'field': {
      const labels: Readonly<Record<string, Words>> = skilfulModels.fields.field.choices
      const [vi, en] = labels[reason.field] ?? [reason.field, reason.field]
      return [`cùng lĩnh vực: ${vi}`, `same field: ${en}`]
    }
    case 'villages':
      return [`cùng thôn, tổ dân phố: ${reason.villages.join(', ')}`, `same village: ${reason.villages.join(', ')}`]
    case 'unit':
      return ['cùng địa bàn', 'same place']
    case 'same-sponsor':
      return [`cùng chủ thể: ${reason.sponsor}`, `same sponsor: ${reason.sponsor}`]
    case 'other-sponsor':
      return [`khác chủ thể: ${reason.mine} ↔ ${reason.theirs}`, `other sponsor: ${reason.mine} ↔ ${reason.theirs}`]
    case 'clash':
      return [
        'mô hình của chi bộ không được trùng với phong trào của Mặt trận, đoàn thể cùng địa bàn',
        'a Party cell’s model must not be the same as a movement of the Front or a union in the same place',
      ]
  }
}
