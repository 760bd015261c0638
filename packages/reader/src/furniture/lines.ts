// What kind of line stands in a page: prose, a heading of other news, a counter, a button. Judged by the line alone.
import data from '../lexicon/page-furniture.json' with { type: 'json' }
import { spellingOf } from '../tokens/scan.ts'

export type LineKind =
  | 'blank'
  | 'prose'
  | 'button'
  | 'counter'
  /** A counter only beside a plain one: "Hôm nay: 12" may stand in an article. */
  | 'weakCounter'
  /** "Tin liên quan": what follows is no longer the article, when no prose follows. */
  | 'related'
  /** A day with its hour or weekday, or with a word of posting. */
  | 'posted'
  /** A day alone. */
  | 'day'
  /** Address and licence of the site; only below the article. */
  | 'footer'
  | 'other'

const worded = (text: string): string => (text.match(/[\p{L}\p{M}]+/gu) ?? []).map(spellingOf).join(' ')
const setOf = (listed: string): ReadonlySet<string> => new Set(listed.split('|').map(worded))

const BUTTONS = setOf(data.phrases)
const COUNTERS = setOf(data.counters)
const WEAK = setOf(data.weakCounters)
const RELATED = setOf(data.related)
const POSTING = [...setOf(data.posting)]
const DATE_WORDS = new Set(data.dateWords.split('|').flatMap((phrase) => worded(phrase).split(' ')))
const FOOTERS = [...setOf(data.footers)]

const LONGEST = 160
const PROSE_WORDS = 12
const DAY = /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}/
const HOUR = /\d{1,2}\s?[:h]\s?\d{2}/i
const WEEKDAY = /^(?:thứ|chủ)(?:\s|$)/

/** "Khách Khách" is "Khách": counters are often written for the eye and for a reader of screens. */
function once(words: string): string {
  const half = (words.length - 1) / 2
  return words.length % 2 === 1 && words[half] === ' ' && words.slice(0, half) === words.slice(half + 1)
    ? words.slice(0, half)
    : words
}

const startsWith = (words: string, phrases: readonly string[]): string | undefined =>
  phrases.find((phrase) => words === phrase || words.startsWith(`${phrase} `))

function dated(line: string, words: string): LineKind | undefined {
  const posting = startsWith(words, POSTING)
  const rest = posting === undefined ? words : words.slice(posting.length).trim()
  if (rest !== '' && !rest.split(' ').every((word) => DATE_WORDS.has(word))) return undefined
  const hasDay = DAY.test(line) || /ngày .*tháng .*năm/.test(words)
  if (!hasDay && !(posting !== undefined && HOUR.test(line))) return undefined
  return posting !== undefined || HOUR.test(line) || WEEKDAY.test(rest) ? 'posted' : 'day'
}

function ofPart(part: string): LineKind {
  const words = once(worded(part))
  const hasDigits = /\d/.test(part)
  if (words === '') return hasDigits ? (dated(part, words) ?? 'other') : 'blank'
  if (BUTTONS.has(words)) return 'button'
  if (COUNTERS.has(words)) return 'counter'
  if (WEAK.has(words)) return hasDigits ? 'weakCounter' : 'other'
  if (RELATED.has(words) && !hasDigits) return 'related'
  const day = hasDigits ? dated(part, words) : undefined
  if (day !== undefined) return day
  return startsWith(words, FOOTERS) !== undefined ? 'footer' : 'other'
}

const isProse = (line: string): boolean =>
  line.length >= LONGEST || (/[.:;!?…”"]$/.test(line) && line.split(/\s+/, PROSE_WORDS + 1).length > PROSE_WORDS)

const BUTTON_KINDS: ReadonlySet<LineKind> = new Set(['button', 'counter', 'weakCounter', 'posted', 'related', 'day'])
const HOME = /^(?:trang chủ|home)$/

/** The kind of one line without its break. */
export function kindOf(written: string): LineKind {
  const line = written.slice(0, 4 * LONGEST).trim()
  if (line === '') return 'blank'
  if (line.length >= LONGEST)
    return startsWith(worded(line.slice(0, LONGEST)), FOOTERS) === undefined ? 'prose' : 'footer'
  const whole = ofPart(line)
  if (whole !== 'other') return whole
  // A row of buttons, or the way to this page: "Trang chủ > Tin tức > …".
  const parts = line.split(/[|•»›>]|\s{2,}|\s\/\s/).filter((part) => part.trim() !== '')
  if (parts.length > 1) {
    if (HOME.test(worded(parts[0] ?? ''))) return 'button'
    const kinds = parts.map(ofPart)
    if (kinds.every((kind) => BUTTON_KINDS.has(kind))) return kinds.includes('counter') ? 'counter' : 'button'
  }
  return isProse(line) ? 'prose' : 'other'
}
