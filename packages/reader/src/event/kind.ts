// What kind of event: a review of half a year, of a year, a briefing, a training, an inspection.
import events from '../lexicon/events.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import { EVENT_KINDS, type EventKind } from '../reading.ts'
import type { Token } from '../tokens/scan.ts'
import { keyAt } from './head.ts'

const books = EVENT_KINDS.map((kind) => [kind, phraseBook(events.kinds[kind])] as const)
const gatherings = phraseBook(events.gatherings)
const asides = phraseBook(events.asides)
const notSettingOut = phraseBook(events.notSettingOut)

/** Setting out tasks goes with every review, so it counts only when nothing else is said. */
const WEIGHTS: Readonly<Record<EventKind, number>> = {
  'so-ket': 1,
  'tong-ket': 1,
  'giao-ban': 1.1,
  'tap-huan': 0.9,
  'kiem-tra': 0.8,
  'trien-khai': 0.3,
  khac: 0.6,
}
const NEAR = 5
const BESIDE = 4
const NOT_INSPECTION = new Set(['ban', 'cường', 'và'])

/** `cùng với lễ kỷ niệm …`, `nhân kỷ niệm …`: spoken of beside the event. */
function isAside(tokens: readonly Token[], at: number): boolean {
  for (let back = at; back >= Math.max(0, at - BESIDE); back -= 1) {
    if (keyAt(tokens, back) === ',') return false
    if (asides.at(tokens, back) > 0) return true
  }
  return false
}

/** `đã triển khai`, `kế hoạch triển khai`, `học tập và làm theo`: what is done from day to day, no event. */
function isDaily(tokens: readonly Token[], at: number): boolean {
  if (keyAt(tokens, at) === 'triển') return notSettingOut.endingAt(tokens, at - 1) > 0
  return keyAt(tokens, at) === 'học' && ['và', 'kinh'].includes(keyAt(tokens, at + 2))
}

/** `Ủy ban Kiểm tra`, `công tác kiểm tra`, `cấp ủy kiểm tra`: a body or a duty; `đoàn công tác kiểm tra` inspects. */
function isNoun(tokens: readonly Token[], at: number, kind: EventKind): boolean {
  if (kind !== 'kiem-tra') return false
  const before = keyAt(tokens, at - 1)
  if (before === 'tác') return keyAt(tokens, at - 3) !== 'đoàn'
  return NOT_INSPECTION.has(before) || (before === 'ủy' && keyAt(tokens, at - 2) === 'cấp')
}

function isGathered(tokens: readonly Token[], at: number): boolean {
  for (let back = at; back >= Math.max(0, at - NEAR); back -= 1) if (gatherings.at(tokens, back) > 0) return true
  return false
}

/** Adds what one headline or sentence says of each kind; a kind counts once in it. */
function weigh(tokens: readonly Token[], sums: Map<EventKind, number>): void {
  const seen = new Set<EventKind>()
  for (let at = 0; at < tokens.length; at += 1) {
    for (const [kind, book] of books) {
      if (seen.has(kind) || book.at(tokens, at) === 0 || isNoun(tokens, at, kind)) continue
      if (kind === 'khac' ? isAside(tokens, at) : kind === 'trien-khai' && isDaily(tokens, at)) continue
      const points = 3 + (isGathered(tokens, at) ? 2 : 0) + (seen.size === 0 ? 1 : 0)
      seen.add(kind)
      sums.set(kind, (sums.get(kind) ?? 0) + points * WEIGHTS[kind])
    }
  }
}

/** The kind that headlines and lead sentence speak of most; null when they speak of none. */
export function kindOf(zones: readonly (readonly Token[])[]): EventKind | null {
  const sums = new Map<EventKind, number>()
  for (const zone of zones) weigh(zone, sums)
  let best: EventKind | null = null
  for (const [kind, sum] of sums) if (best === null || sum > (sums.get(best) ?? 0)) best = kind
  return best
}
