// Cited documents: `Chỉ thị số 13-CT/TU`, `các Quyết định 217, 218-QĐ/TW`, `Nghị định 04/2015/NĐ-CP`, `Nghị quyết số 25`.
import words from '../lexicon/documents.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import { type Decision, digitsOf, isDash, isGlued, keyAt, type Place, type Rule } from './decision.ts'

const TYPES = phraseBook(words.types)
const BARE = phraseBook(words.bare)
/** Kinds that are verbs too: a bare number numbers them only behind a capital. */
const BARE_CAPITAL = phraseBook(words.bareCapital)
const SUFFIXES = new Set(words.suffixes)
const FOLLOW = new Set(words.follow)
const FURTHEST_TYPE = 14
const LONGEST_NUMBER = 6

const isCapital = (token: Place['tokens'][number] | undefined): boolean =>
  token !== undefined && token.text[0] !== token.key[0]

const UPPER = /^\p{Lu}{2,}$/u

/** `NQ`, `QĐ`, `TTg`, `CTr`: letters that stand for a kind of document or for who issued it. */
const isAbbreviation = (text: string): boolean => UPPER.test(text) || SUFFIXES.has(text)

type Suffix = { readonly to: number; readonly hasLetters: boolean; readonly isLoose: boolean }

/** Index behind one part of a number: `NQ`, `T.Ư`, `QH15`, `UBND`; `at` when there is none. */
function partTo(place: Place, at: number): number {
  const token = place.tokens[at]
  if (token?.kind !== 'word') return at
  let to = at
  if (isAbbreviation(token.text)) to = at + 1
  else if (/^\p{Lu}$/u.test(token.text)) {
    to = at + 1
    while (keyAt(place, to) === '.' && isGlued(place, to) && /^\p{Lu}{1,2}$/u.test(place.tokens[to + 1]?.text ?? ''))
      to += 2
  }
  if (to > at && digitsOf(place, to) !== undefined && isGlued(place, to)) to += 1
  return to
}

/** What follows the digits of a document number: `-CT/TU`, `/2015/NĐ-CP`, `- NQ/TW`. */
function suffixOf(place: Place, at: number): Suffix {
  let to = at + 1
  let hasLetters = false
  let isLoose = false
  // `15a-NQ/TU`
  if (place.tokens[to]?.kind === 'word' && isGlued(place, to) && /^\p{Ll}$/u.test(place.tokens[to]?.text ?? '')) to += 1
  // `số 12 HD/BDVTW`: the dash left out.
  const letters = place.tokens[to]
  const isBlank =
    letters?.kind === 'word' && isAbbreviation(letters.text) && keyAt(place, to + 1) === '/' && isGlued(place, to + 1)
  if (isBlank && keyAt(place, at - 1) === 'số' && partTo(place, to + 2) > to + 2) {
    hasLetters = true
    to += 1
  }
  for (;;) {
    const key = keyAt(place, to)
    const isSlash = key === '/'
    if (!isSlash && !isDash(key) && key !== '&') return { to, hasLetters, isLoose }
    const before = isGlued(place, to)
    const after = isGlued(place, to + 1)
    const gaps = (place.tokens[to]?.start ?? 0) - (place.tokens[to - 1]?.end ?? 0)
    if (gaps > 2) return { to, hasLetters, isLoose }
    const year = digitsOf(place, to + 1)
    if (isSlash && year?.length === 4 && before && after && !hasLetters) {
      to += 2
      continue
    }
    const end = partTo(place, to + 1)
    if (end === to + 1) return { to, hasLetters, isLoose }
    if (!before && !after) {
      // `năm 2023 - UBND xã`: with blanks on both sides the letters may begin something else.
      if (hasLetters) return { to, hasLetters, isLoose }
      isLoose = true
    }
    hasLetters = true
    to = end
  }
}

type Named = {
  readonly from: number
  readonly type: string
  readonly isNear: boolean
  readonly isBare: boolean
  readonly saysNumber: boolean
}

/** The kind of document before a number, at once (`Chỉ thị số 13`) or some words away (`Kế hoạch của Ban Thường vụ số 12-KH/TU`). */
function typeBefore(place: Place): Named | null {
  let last = place.at - 1
  if (keyAt(place, last) === ':') last -= 1
  const saysNumber = keyAt(place, last) === 'số'
  if (saysNumber) last -= 1
  if (!saysNumber && last !== place.at - 1) return null
  for (let at = last; at >= Math.max(place.free, last - FURTHEST_TYPE); at -= 1) {
    const token = place.tokens[at]
    if (token === undefined || token.kind === 'digits' || (token.kind === 'mark' && !/^["“”'’,-]$/u.test(token.key)))
      return null
    const length = TYPES.endingAt(place.tokens, at)
    if (length > 0 && at - length + 1 >= place.free) {
      const from = at - length + 1
      return {
        from,
        type: place.text.slice(place.tokens[from]?.start, token.end).replace(/\s+/g, ' '),
        isNear: at === last,
        isBare:
          BARE.endingAt(place.tokens, at) > 0 ||
          (BARE_CAPITAL.endingAt(place.tokens, at) > 0 && isCapital(place.tokens[from])),
        saysNumber,
      }
    }
    if (!saysNumber && at === last) continue
  }
  return null
}

/** The document cited just before in the same list, when only commas and joining words part it from this place. */
function listedBefore(place: Place): (Decision & { list: 'document' }) | null {
  const before = place.decided.at(-1)
  if (before?.list !== 'document') return null
  for (let at = before.to; at < place.at; at += 1)
    if (!/^(?:,|;|và|số|các|cùng|:|rồi|đến|tới|qua)$/u.test(keyAt(place, at))) return null
  return before
}

/** Behind a bare number nothing may stand that it could count. */
function endsThere(place: Place, to: number, value: number): boolean {
  const next = place.tokens[to]
  if (next === undefined) return true
  if (next.kind === 'mark')
    return !/^[%/]$/u.test(next.key) && !(isDash(next.key) && digitsOf(place, to + 1) !== undefined)
  if (next.kind === 'digits') return false
  if (next.key === 'ngày') return digitsOf(place, to + 1) !== undefined || isCapital(place.tokens[to + 1])
  if (next.key === 'năm') return value > 10 && digitsOf(place, to + 1)?.length === 4
  return FOLLOW.has(next.key) || (next.text !== next.key && next.text !== next.text.toUpperCase())
}

const cited = (place: Place, to: number, from: number, type: string, because: string): Decision => ({
  list: 'document',
  from,
  to,
  numberFrom: place.at,
  type,
  number: place.text.slice(place.tokens[place.at]?.start, place.tokens[to - 1]?.end),
  because: [because],
})

function citedWithLetters(place: Place, suffix: Suffix): Decision | null {
  const named = typeBefore(place)
  const digits = digitsOf(place, place.at) ?? ''
  const isYear = digits.length === 4 && keyAt(place, place.at - 1) === 'năm'
  const listed = listedBefore(place)
  if (isYear || (suffix.isLoose && named?.isNear !== true && listed === null)) return null
  if (named !== null && (named.isNear || named.saysNumber || suffix.hasLetters))
    return cited(
      place,
      suffix.to,
      named.from,
      named.type,
      named.isNear ? 'document.numbered' : 'document.type-further-off',
    )
  if (listed !== null) return cited(place, suffix.to, place.at, listed.type, 'document.listed')
  return { list: 'not', from: place.at, to: suffix.to, why: 'docNumber', because: ['document.without-type'] }
}

/** Rule: digits that number a cited document. */
export const citesDocument: Rule = (place) => {
  const digits = digitsOf(place, place.at) ?? ''
  if (digits.length > LONGEST_NUMBER) return null
  const suffix = suffixOf(place, place.at)
  if (suffix.hasLetters) return citedWithLetters(place, suffix)
  const value = Number(digits)
  const isYear = digits.length === 4 && value >= 1900 && value <= 2100
  const named = typeBefore(place)
  // `Nghị định 04/2015` names the year with the number; `Kế hoạch 12/7` has a date.
  const hasYear = suffix.to > place.at + 1
  if (named?.isNear === true && !isYear && endsThere(place, suffix.to, value)) {
    if (named.saysNumber || (named.isBare && (hasYear || digits.length <= 4)))
      return cited(
        place,
        suffix.to,
        named.from,
        named.type,
        named.saysNumber ? 'document.numbered' : 'document.bare-number',
      )
  }
  const listed = listedBefore(place)
  const isListed = listed !== null && !isYear && digits.length <= 4 && !hasYear && endsThere(place, suffix.to, value)
  return isListed ? cited(place, suffix.to, place.at, listed.type, 'document.listed') : null
}
