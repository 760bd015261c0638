// A numeral as Vietnamese hands write it: `9.081`, `2.811,7`, `99, 95`, `2 811`, `1.5`, `1,200`.
import { type Token } from '../tokens/scan.ts'

export type Numeral = {
  /** Index of the token after its last. */
  readonly to: number
  readonly value: number
  /** Digits behind the comma; 0 for a whole number. */
  readonly decimals: number
  /** What was unusual about the writing. */
  readonly because: readonly string[]
}

/** What stands behind a numeral decides between readings of one writing. */
export type After = {
  /** A scale word, a percent sign or a measure: things that have decimals. */
  readonly takesDecimals: (at: number) => boolean
  /** Anything that a number can count or measure. */
  readonly isCounted: (at: number) => boolean
}

const glued = (tokens: readonly Token[], at: number): boolean => tokens[at - 1]?.end === tokens[at]?.start
const gap = (tokens: readonly Token[], at: number): number => (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0)
const digitsAt = (tokens: readonly Token[], at: number): string | undefined =>
  tokens[at]?.kind === 'digits' ? tokens[at]?.text : undefined
const isMark = (tokens: readonly Token[], at: number, mark: string): boolean => tokens[at]?.key === mark

/** More groups than fifteen digits hold are no number, and looking further would cost. */
const MOST_GROUPS = 6

/** Groups of three behind a mark that stand close: `9.081`, `1.234.567`. Returns the index after the last group. */
function groupsTo(tokens: readonly Token[], at: number, mark: string): number {
  let to = at + 1
  while (
    to < at + 2 * MOST_GROUPS &&
    isMark(tokens, to, mark) &&
    glued(tokens, to) &&
    digitsAt(tokens, to + 1)?.length === 3 &&
    glued(tokens, to + 1) &&
    // `1.2345` is no group, and neither is `1.234/…` of a document: the callers look at documents first.
    !(tokens[to + 2]?.kind === 'digits')
  )
    to += 2
  return to
}

/** `2 811`, `12 345 678`: groups parted by one blank, when every group after the first has three digits. */
function blankGroupsTo(tokens: readonly Token[], at: number): number {
  const first = digitsAt(tokens, at) ?? ''
  if (first.length > 3 || first.startsWith('0')) return at + 1
  let to = at + 1
  while (to < at + MOST_GROUPS && digitsAt(tokens, to)?.length === 3 && gap(tokens, to) === 1) to += 1
  return to
}

const ZEROS = /^[oO]{1,3}$/u

/** Letters o typed for zeros right behind digits: `1o buổi`, `350.ooo`. */
function typedZeros(tokens: readonly Token[], at: number): { to: number; digits: string } | null {
  const isPoint = isMark(tokens, at, '.') && glued(tokens, at)
  const word = tokens[isPoint ? at + 1 : at]
  const stands = word?.kind === 'word' && glued(tokens, isPoint ? at + 1 : at) && ZEROS.test(word.text)
  if (!stands || word === undefined || (isPoint && word.text.length !== 3)) return null
  return { to: isPoint ? at + 2 : at + 1, digits: '0'.repeat(word.text.length) }
}

/** Thousands torn apart: `1 .200 m2`, `2. 450 ngày công`, `2..500`; only where something to count follows. */
function tornGroupTo(tokens: readonly Token[], at: number, after: After): number {
  const first = digitsAt(tokens, at) ?? ''
  if (first.length > 3 || first.startsWith('0') || !isMark(tokens, at + 1, '.')) return at + 1
  const isTwice = isMark(tokens, at + 2, '.') && glued(tokens, at + 2)
  const group = isTwice ? at + 3 : at + 2
  if (digitsAt(tokens, group)?.length !== 3 || gap(tokens, at + 1) + gap(tokens, group) > 1) return at + 1
  const isTail = isMark(tokens, group + 1, ',') && digitsAt(tokens, group + 2) !== undefined
  return isTail || after.isCounted(group + 1) ? group + 1 : at + 1
}

const join = (tokens: readonly Token[], from: number, to: number): string => {
  let text = ''
  for (let at = from; at < to; at += 1) text += digitsAt(tokens, at) ?? ''
  return text
}

type Tail = { readonly to: number; readonly digits: string; readonly because: readonly string[] }

/** The decimals behind a whole part that ends before `at`: `,7`, also torn apart by a blank where only a decimal makes sense. */
function tailAt(tokens: readonly Token[], at: number, after: After, whole: string): Tail | null {
  const digits = digitsAt(tokens, at + 1)
  if (digits === undefined || !(isMark(tokens, at, ',') || isMark(tokens, at, '.'))) return null
  const comma = isMark(tokens, at, ',')
  const close = glued(tokens, at) && glued(tokens, at + 1)
  // `1,2,3` and `16.1.2020` are lists and dates.
  const more = (isMark(tokens, at + 2, ',') || isMark(tokens, at + 2, '.')) && glued(tokens, at + 2)
  if (more && digitsAt(tokens, at + 3) !== undefined && glued(tokens, at + 3)) return null
  if (close) {
    if (comma) return { to: at + 2, digits, because: [] }
    const isPoint = digits.length !== 3 && (after.takesDecimals(at + 2) || digits.length <= 2)
    return isPoint ? { to: at + 2, digits, because: ['numeral.point-for-comma'] } : null
  }
  const isNear = gap(tokens, at) <= 1 && gap(tokens, at + 1) <= 1
  const isTorn = isNear && digits.length <= 2 && whole.length <= 6 && after.takesDecimals(at + 2)
  return isTorn ? { to: at + 2, digits, because: ['numeral.torn'] } : null
}

/** A comma before three digits: thousands when whole things are counted or groups repeat, decimals otherwise. */
function commaGroups(tokens: readonly Token[], at: number, after: After): number {
  const to = groupsTo(tokens, at, ',')
  const groups = (to - at - 1) / 2
  const first = digitsAt(tokens, at) ?? ''
  if (groups === 0 || first.length > 3 || first.startsWith('0')) return at + 1
  return groups > 1 || !after.takesDecimals(to) ? to : at + 1
}

/**
 * The numeral whose first digit run is token `at`.
 * Dots group thousands, a comma starts decimals; foreign and torn writings are read where only one reading makes sense.
 */
export function numeralAt(tokens: readonly Token[], at: number, after: After): Numeral | null {
  const first = digitsAt(tokens, at)
  if (first === undefined || first.length > 15) return null
  const because: string[] = []
  let to = first.length <= 3 ? groupsTo(tokens, at, '.') : at + 1
  if (to === at + 1) {
    to = commaGroups(tokens, at, after)
    if (to > at + 1) because.push('numeral.comma-groups')
  }
  if (to === at + 1) {
    to = blankGroupsTo(tokens, at)
    if (to > at + 1) because.push('numeral.blank-groups')
  }
  if (to === at + 1) {
    to = tornGroupTo(tokens, at, after)
    if (to > at + 1) because.push('numeral.torn')
  }
  const typed = typedZeros(tokens, to)
  if (typed !== null) because.push('numeral.letters-for-zeros')
  const whole = join(tokens, at, to) + (typed?.digits ?? '')
  to = typed?.to ?? to
  if (whole.length > 15) return null
  const tail = tailAt(tokens, to, after, whole)
  const value = Number(tail === null ? whole : `${whole}.${tail.digits}`)
  return {
    to: tail?.to ?? to,
    value,
    decimals: tail?.digits.length ?? 0,
    because: [...because, ...(tail?.because ?? [])],
  }
}
