// Numbers that name a thing instead of counting it: `tổ 5`, `khóa XII kỳ 2`, `Điều 15`, `Trung ương 4`, `quốc lộ 10`.
import lexicon from '../lexicon/numbered.json' with { type: 'json' }
import units from '../lexicon/units.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import type { NotFigureWhy } from '../reading.ts'
import { amountAt } from '../numbers/amounts.ts'
import { type Decision, digitsOf, isDash, isGlued, keyAt, notFigure, type Place, type Rule } from './decision.ts'

const ORDINAL = phraseBook(lexicon.ordinal)
const OTHER = phraseBook(lexicon.other)
const RESOLUTION = phraseBook(lexicon.resolution)
const PROGRAMME = phraseBook(lexicon.programme)
const NOUNS = phraseBook(units.count, units.measure, units.money)
const DURATION = phraseBook(units.duration)
/** Behind these a number is a name whatever follows. */
const STRONG = phraseBook(lexicon.strong)
/** Nouns that are verbs as often: they do not show that the number before them counts. */
const ALSO_VERBS = phraseBook(lexicon.alsoVerbs)
/** Nouns that stand behind a numbered place because it lies in them: `thôn 3 xã …`. */
const PLACES = phraseBook(lexicon.places)
/** `tổng số 120`, `trong số 35`: here `số` does not number. */
/** Longer words that end in one that numbers: `quân đội 68`. */
const NOT_CUE = phraseBook(lexicon.notCue)
/** Bodies whose number may stand behind their arm: `Lữ đoàn Xe tăng 203`. */
const FAR = phraseBook(lexicon.far)
const COUNTING_SO = new Set(lexicon.countingSo)

const isYearBehind = (place: Place, at: number): boolean =>
  keyAt(place, at) === 'năm' && digitsOf(place, at + 1)?.length === 4

const isCapital = (token: Place['tokens'][number] | undefined): boolean =>
  token?.kind === 'word' && token.text[0] !== token.key[0]

/** What follows can be counted by the number: then it is no name. */
function countsSomething(place: Place): boolean {
  const amount = place.amount
  if (amount === null) return false
  if (amount.isPercent || amount.hasScale || amount.to > place.at + 1) return true
  if (DURATION.at(place.tokens, amount.to) > 0 && !isYearBehind(place, amount.to)) return true
  // `mỗi tổ 5 - 7 người`: the upper end tells what is counted.
  const isSpan = isDash(keyAt(place, amount.to)) && digitsOf(place, amount.to + 1) !== undefined
  const upper = isSpan ? amountAt(place.tokens, amount.to + 1) : null
  if (upper !== null && (upper.hasScale || upper.isPercent)) return true
  const { to } = upper ?? amount
  const noun = NOUNS.at(place.tokens, to)
  return noun > 0 && ALSO_VERBS.at(place.tokens, to) < noun && PLACES.at(place.tokens, to) < noun
}

function cueBefore(place: Place, book: typeof ORDINAL): number {
  const { tokens, at } = place
  const isQuoted = /^["“'‘]$/u.test(keyAt(place, at - 1))
  const last = isQuoted ? at - 2 : at - 1
  if (tokens[last]?.kind !== 'word' || last < place.free || NOT_CUE.endingAt(tokens, last) > 0) return 0
  return book.endingAt(tokens, last)
}

const FURTHEST_BODY = 4

/** `Lữ đoàn Xe tăng 203`: up to three words between a body and its number. */
function isFarNamed(place: Place): boolean {
  for (let at = place.at - 2; at >= Math.max(place.free, place.at - FURTHEST_BODY); at -= 1) {
    if (place.tokens[at]?.kind !== 'word' || place.tokens[at + 1]?.kind !== 'word') return false
    if (FAR.endingAt(place.tokens, at) > 0) return isCapital(place.tokens[at + 1])
  }
  return false
}

/** Rule: a word before the number says that it numbers. */
export const isNumbered: Rule = (place) => {
  const { at } = place
  const digits = digitsOf(place, at) ?? ''
  if (digits.length > 4) return null
  // A stroke or a dash may bind more digits: `tổ 5/12` is left to other rules; `tổ 3-4` and `khu vực 2-NT` are names.
  const key = keyAt(place, at - 1)
  if (cueBefore(place, RESOLUTION) > 0 && !countsSomething(place))
    return notFigure(place, at + 1, 'resolutionName', 'name.resolution')
  const length = cueBefore(place, ORDINAL)
  if (length > 0) {
    if (key === 'số' && length === 1 && COUNTING_SO.has(keyAt(place, at - 2))) return null
    const isStrong = cueBefore(place, STRONG) > 0
    if (keyAt(place, at + 1) === '/' && digitsOf(place, at + 2) !== undefined && !isStrong) return null
    const isAddress = key === 'số' && /^(?:đường|phố|ngõ|hẻm)$/u.test(keyAt(place, at + 1))
    if (isAddress) return notFigure(place, at + 1, 'other', 'name.of-a-house')
    const isTerm = isStrong && key !== 'thứ' && key !== 'số' && DURATION.at(place.tokens, at + 1) > 0
    if (isTerm && !isYearBehind(place, at + 1)) return null
    const isBeyondDoubt = key === 'thứ' || (key === 'số' && NOUNS.at(place.tokens, place.amount?.to ?? at + 1) === 0)
    const isPlain = place.amount?.isPercent !== true && place.amount?.hasScale !== true
    if (isBeyondDoubt && isPlain) return notFigure(place, place.amount?.to ?? at + 1, 'ordinal', 'name.numbered')
    const isWrittenOut = (place.amount?.to ?? 0) > at + 1
    if ((isStrong && !isWrittenOut) || !countsSomething(place))
      return notFigure(place, at + 1, 'ordinal', 'name.numbered')
    return null
  }
  if (cueBefore(place, OTHER) > 0 && !countsSomething(place))
    return notFigure(place, at + 1, 'other', 'name.of-a-thing')
  if (isFarNamed(place) && !countsSomething(place)) return notFigure(place, at + 1, 'other', 'name.of-a-body')
  const isProgramme = cueBefore(place, PROGRAMME) > 0 && !countsSomething(place) && digits.length >= 2
  return isProgramme ? notFigure(place, at + 1, 'other', 'name.of-a-programme') : null
}

const MOST_OF_NAME = 4

/** Rule: the number is the last part of a place's name: `khu phố Phú Hòa 6`. */
export const endsPlaceName: Rule = (place) => {
  const { at, tokens } = place
  if ((digitsOf(place, at)?.length ?? 9) > 2 || keyAt(place, at + 1) === '/' || countsSomething(place)) return null
  let from = at - 1
  while (from > at - 1 - MOST_OF_NAME && isCapital(tokens[from])) from -= 1
  const isNamed = from < at - 1 && tokens[from]?.kind === 'word' && PLACES.endingAt(tokens, from) > 0
  return isNamed ? notFigure(place, at + 1, 'ordinal', 'name.of-a-place') : null
}

const GOES_ON: Readonly<Partial<Record<NotFigureWhy, true>>> = {
  ordinal: true,
  date: true,
  resolutionName: true,
  year: true,
}

/** Rule: a list of names goes on: `các khu phố 1, 2 và 3`, `Điều 15, 16`. */
export const continuesList: Rule = (place) => {
  const before: Decision | undefined = place.decided.at(-1)
  if (before?.list !== 'not' || GOES_ON[before.why] !== true) return null
  const digits = digitsOf(place, place.at) ?? ''
  if (digits.length > 4 || (before.why === 'year' ? digits.length !== 4 : digits.length > 2)) return null
  const gap = place.at - before.to
  if (gap < 1 || gap > 2) return null
  for (let at = before.to; at < place.at; at += 1) {
    const key = keyAt(place, at)
    if (!/^(?:,|;|và|đến|tới|&)$/u.test(key) && !isDash(key)) return null
  }
  const last = digitsOf(place, before.to - 1)
  const isRising = last === undefined || Number(digits) > Number(last) || before.why === 'date'
  // A heading (`1.`) is followed by a text, not by a list.
  if (before.because[0]?.startsWith('sign.') === true || !isRising || countsSomething(place)) return null
  if (keyAt(place, place.at + 1) === '/' && isGlued(place, place.at + 1)) return null
  return notFigure(place, place.at + 1, before.why, 'name.list-goes-on')
}
