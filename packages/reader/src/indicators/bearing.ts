// Whose figure it is and of when: a plan, another period, one place of several, or a change and no value at all.
import lexicon from '../lexicon/bearing.json' with { type: 'json' }
import { phraseTree, type Hit, type Word } from './words.ts'
import { hitAt, type Zone } from './zones.ts'

type Sign = keyof typeof lexicon

const tree = phraseTree()
const signs = new Map<number, Set<Sign>>()
for (const [sign, phrases] of Object.entries(lexicon))
  for (const phrase of phrases) {
    const number = tree.add(phrase)
    signs.set(number, (signs.get(number) ?? new Set()).add(sign as Sign))
  }
const isSign = (hit: Hit, sign: Sign): boolean => signs.get(hit.phrase)?.has(sign) === true

/** The signs of a paragraph, by their places. */
export const signsIn = (words: readonly Word[], from?: number, to?: number): Hit[] => tree.find(words, from, to)

/** The year of the period read, and what the whole is called: a figure of such a place is of the whole. */
export type Frame = { readonly year: number | null; readonly places: ReadonlySet<string> }

export type Bearing = {
  readonly isPlan: boolean
  readonly isOtherPeriod: boolean
  /** As written; null when the figure is of the whole. */
  readonly place: string | null
  /** `tăng 5`, `120% kế hoạch`: says how much more, not how much. */
  readonly isChange: boolean
  readonly because: readonly string[]
}

const BEHIND = 150
const signsBefore = (hits: readonly Hit[], from: number, to: number): Hit[] => {
  const found: Hit[] = []
  for (let at = hitAt(hits, from); at < hits.length; at += 1) {
    const hit = hits[at]
    if (hit === undefined || hit.from >= to) break
    if (hit.to <= to) found.push(hit)
  }
  return found
}
const within = (inner: Hit, outer: Hit): boolean => inner.from >= outer.from && inner.to <= outer.to

/** Bearing of one figure. `isPlanSection`: it stands under a heading of tasks to come. `covered`: words that name the indicator itself. */
export function bearingOf(
  words: readonly Word[],
  zone: Zone,
  hits: readonly Hit[],
  frame: Frame,
  isPlanSection: boolean,
  covered: readonly Hit[] = [],
): Bearing {
  const before = signsBefore(hits, Math.max(zone.sentenceFrom, zone.numberFrom - BEHIND), zone.numberFrom)
  const because: string[] = []
  const said = (is: boolean, code: string): boolean => {
    if (is) because.push(code)
    return is
  }
  const year = yearOf(words, zone, before, frame)
  const isPlan =
    said(isPlanned(zone, before, isPlanSection), 'bearing.plan') || said(year === 'later', 'bearing.year-to-come')
  const isOtherPeriod =
    said(isElsewhen(words, zone, before, hits, covered), 'bearing.other-period') ||
    said(year === 'earlier', 'bearing.earlier-year')
  const place = placeOf(words, zone, before, frame)
  if (place !== null) because.push('bearing.place')
  return { isPlan, isOtherPeriod, place, isChange: isChange(words, zone, before, hits), because }
}

function isPlanned(zone: Zone, before: readonly Hit[], isPlanSection: boolean): boolean {
  const shields = before.filter((hit) => isSign(hit, 'notPlan'))
  const plans = before.filter((hit) => isSign(hit, 'plan') && !shields.some((shield) => within(hit, shield)))
  const done = before.findLast((hit) => isSign(hit, 'done'))
  const plan = plans.at(-1)
  if (plan === undefined) return isPlanSection && done === undefined
  if (done !== undefined && done.from > plan.from) return false
  // "Kế hoạch 10 mô hình, đạt 12 mô hình": what is planned was told by the figure before.
  return !(plan.from < zone.from && before.some((hit) => hit.from >= zone.from && isSign(hit, 'weakDone')))
}

/** The year that the words give to this figure, against the year of the period. */
function yearOf(words: readonly Word[], zone: Zone, before: readonly Hit[], frame: Frame): 'earlier' | 'later' | null {
  if (frame.year === null) return null
  const compared = before.some((hit) => isSign(hit, 'comparison') && hit.from >= zone.from)
  const find = (from: number, to: number): number | undefined => {
    for (let at = to - 1; at > from; at -= 1) {
      const word = words[at]
      if (word?.isDigits === true && word.key.length === 4 && words[at - 1]?.key === 'năm') return Number(word.key)
    }
    return undefined
  }
  const own = compared ? undefined : find(zone.from - 1, zone.numberFrom)
  const lead = zone.from === zone.sentenceFrom ? undefined : leadYear(words, zone)
  const behind = words[zone.nounTo]?.gap === 'none' ? find(zone.nounTo, Math.min(zone.to, zone.nounTo + 2)) : undefined
  const year = own ?? behind ?? lead
  if (year === undefined || year === frame.year) return null
  return year < frame.year ? 'earlier' : 'later'
}

/** "Năm 2018, … 12 mô hình, … 5 đơn": a year that opens the sentence holds for all of it. */
function leadYear(words: readonly Word[], zone: Zone): number | undefined {
  for (let at = zone.sentenceFrom; at < zone.sentenceFrom + 3; at += 1) {
    const [word, next] = [words[at], words[at + 1]]
    if (word?.key === 'năm' && next?.isDigits === true && next.key.length === 4) return Number(next.key)
  }
  return undefined
}

function isElsewhen(
  words: readonly Word[],
  zone: Zone,
  before: readonly Hit[],
  hits: readonly Hit[],
  covered: readonly Hit[],
): boolean {
  const own = before.filter((hit) => hit.from >= zone.from)
  const compared = own.findLast((hit) => isSign(hit, 'comparison'))
  if (compared !== undefined && zone.numberFrom - compared.to <= 1)
    return !own.some((hit) => isSign(hit, 'otherPeriod'))
  // "tăng từ 24 lên 30": the first is of the time before.
  const rise = own.findLast((hit) => isSign(hit, 'change'))
  if (rise !== undefined && zone.numberFrom - rise.to <= 2 && words[zone.numberFrom - 1]?.key === 'từ') return true
  const free = (hit: Hit): boolean =>
    isSign(hit, 'otherPeriod') && !covered.some((cover) => hit.from < cover.to && cover.from < hit.to)
  if (compared === undefined && own.some(free)) return true
  const behind = signsBefore(hits, zone.nounTo, Math.min(zone.to, zone.nounTo + 5))
  return behind.some((hit) => free(hit) && hit.from - zone.nounTo <= 1)
}

const SMALL = new Set(['thêm', 'được', 'là', 'khoảng', 'gần', 'đi', 'hơn'])

function isChange(words: readonly Word[], zone: Zone, before: readonly Hit[], hits: readonly Hit[]): boolean {
  const change = before.findLast((hit) => isSign(hit, 'change'))
  if (change !== undefined && change.to > zone.numberFrom - 3) {
    let at = change.to
    while (at < zone.numberFrom && SMALL.has(words[at]?.key ?? '')) at += 1
    if (at === zone.numberFrom) return true
  }
  const next = signsBefore(hits, zone.numberTo, Math.min(zone.to, zone.numberTo + 4))
  return next.some((hit) => hit.from === zone.numberTo && isSign(hit, 'percentOf'))
}

/** The name after a word for a kind of place: `xã Mộc Bắc`, `tổ dân phố số 3`; null where none follows. */
function nameAfter(words: readonly Word[], hit: Hit): number | null {
  let at = hit.to
  if (words[at]?.key === 'số') at += 1
  if (words[at]?.isDigits === true && words[at]?.gap === 'none') return at + 1
  while (at < hit.to + 4 && words[at]?.isCapital === true && words[at]?.gap === 'none') at += 1
  return at > hit.to ? at : null
}

const nameOf = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ key }) => key)
    .join(' ')

function placeOf(words: readonly Word[], zone: Zone, before: readonly Hit[], frame: Frame): string | null {
  const opening = Math.min(zone.from, zone.sentenceFrom + 12)
  const places = before.filter((hit) => isSign(hit, 'places') && (hit.from >= zone.from || hit.from < opening))
  const found = places.findLast((hit) => {
    if (places.some((other) => other !== hit && within(hit, other))) return false
    const isCued = before.some((cue) => cue.to === hit.from && isSign(cue, 'placeCues'))
    return (isCued || hit.from === zone.from || hit.from === zone.sentenceFrom) && nameAfter(words, hit) !== null
  })
  const end = found === undefined ? null : nameAfter(words, found)
  if (found === undefined || end === null || frame.places.has(nameOf(words, found.to, end))) return null
  return words
    .slice(found.from, end)
    .map(({ key, isCapital }) => (isCapital ? `${key.charAt(0).toUpperCase()}${key.slice(1)}` : key))
    .join(' ')
}

/** Names of places that a stretch of text speaks of: the head of a text names the whole. */
export function placesIn(words: readonly Word[]): string[] {
  return signsIn(words).flatMap((hit) => {
    const end = isSign(hit, 'places') ? nameAfter(words, hit) : null
    return end === null ? [] : [nameOf(words, hit.to, end)]
  })
}

/** Phrases that say "of a total of" just before a number, and those that introduce a rate. */
export const endsWith = (hits: readonly Hit[], zone: Zone, sign: 'partOfWhole' | 'ofPair'): boolean =>
  signsBefore(hits, zone.from, zone.numberFrom).some((hit) => hit.to === zone.numberFrom && isSign(hit, sign))

const MOST_WORDS_OF_HEADING = 30

export type Section = 'plan' | 'done' | null

/** What a line opens, when it is a heading or begins as one: tasks to come, or results. */
export function sectionOf(words: readonly Word[], hasFigures: boolean): Section {
  const from = words.findIndex(({ isDigits, key }) => !isDigits && !/^[ivx]{1,5}$|^[a-hđ]$/u.test(key))
  if (from < 0 || from > 3) return null
  const opening = signsIn(words, from, Math.min(words.length, from + 6)).filter((hit) => hit.from === from)
  if (!hasFigures && words.length <= MOST_WORDS_OF_HEADING) {
    if (opening.some((hit) => isSign(hit, 'planHeadings'))) return 'plan'
    if (opening.some((hit) => isSign(hit, 'doneHeadings'))) return 'done'
  }
  return null
}
