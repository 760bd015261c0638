// What the steps of a paper make of it, and in which series its number runs. Pure.
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { FormatProfile } from '@kheo/writer/profile.ts'

export type OutgoingState = 'draft' | 'issued' | 'cancelled'
export type IncomingState = 'received' | 'assigned' | 'done' | 'cancelled'
export type StepKind = 'drafted' | 'issued' | 'signed' | 'cancelled' | 'received' | 'assigned' | 'done'

/** The state of a paper that goes out, from its steps in order. */
export function outgoingState(kinds: readonly StepKind[]): OutgoingState {
  if (kinds.includes('cancelled')) return 'cancelled'
  return kinds.includes('issued') ? 'issued' : 'draft'
}

/** The state of a paper that came in, from its steps in order. */
export function incomingState(kinds: readonly StepKind[]): IncomingState {
  if (kinds.includes('cancelled')) return 'cancelled'
  if (kinds.includes('done')) return 'done'
  return kinds.includes('assigned') ? 'assigned' : 'received'
}

/** The series of papers that come in. */
export const INCOMING_SERIES = 'den'

/** In which series of its body's numbers a kind of paper runs, as its format says; one series for all kinds unless said. */
export const seriesOf = (profile: FormatProfile, kind: string): string =>
  profile.numberSeries?.by === 'kind' ? kind : 'all'

const CODE_GROUP = 4

/** A check code as people read it: `abcd-efgh-jkmn`. */
export const shownCode = (code: string): string =>
  Array.from({ length: Math.ceil(code.length / CODE_GROUP) }, (_, at) =>
    code.slice(at * CODE_GROUP, (at + 1) * CODE_GROUP),
  ).join('-')

/** A check code as it was typed, without signs between and in small letters; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const plain = typed.toLowerCase().replaceAll(/[\s.-]+/g, '')
  return /^[a-z2-9]{12}$/.test(plain) ? plain : null
}

/** What a search looks through: summary, sender and their number, without tones. */
export const searchText = (...parts: readonly (string | null | undefined)[]): string =>
  foldVietnamese(parts.filter((part) => part != null && part !== '').join(' '))
