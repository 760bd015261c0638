// Everything that the papers of a round ask for, as plain data. Pure.
import type { AwardFamily, Nomination } from '../nomination.ts'

/** One line of a list: a nomination with the đồng that go with it, as far as they are known. */
export type AwardLine = Pick<
  Nomination,
  | 'winner'
  | 'name'
  | 'post'
  | 'body'
  | 'form'
  | 'formWords'
  | 'level'
  | 'achievement'
  | 'state'
  | 'votesFor'
  | 'votesOf'
  | 'verdict'
  | 'consideredOn'
  | 'decision'
> & { readonly money: number | null }

/** Who proposes where no other body is named. */
export const COUNCIL = 'Hội đồng Thi đua - Khen thưởng'

export type AwardFacts = {
  readonly family: AwardFamily
  readonly title: string
  /** In small letters, such as `công tác dân vận`; null for another subject. */
  readonly subjectWords: string | null
  readonly year: number
  /** How the office calls itself within a sentence. */
  readonly speaker: string
  /** Who decides, in capitals, such as `CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG …`. */
  readonly decidedBy: string
  readonly proposer: string
  /** To whom the proposal goes. */
  readonly addressee: string
  /** The proposal goes to the round's own office, so that whoever proposes signs it. */
  readonly isInternal: boolean
  readonly fund: string
  /** Number and day of the proposal, such as `12/TTr-BXD ngày 02/7/2026`; empty while open. */
  readonly proposal: string
  readonly bases: readonly string[]
  readonly council: {
    /** ISO day; null while open. */
    readonly on: string | null
    readonly members: number | null
    readonly present: number | null
    readonly chair: string
    readonly secretary: string
  }
  readonly occasion: string
  /** ISO day of presenting; null while open. */
  readonly presentedOn: string | null
  /** The level at which the office itself decides; awards of other levels are asked of those above. */
  readonly level: string
  /** Without those refused and revoked, in the order of the list. */
  readonly lines: readonly AwardLine[]
  /** What the council voted on at its meeting, with those that were refused after it. */
  readonly voted: readonly AwardLine[]
}

export const collectives = (lines: readonly AwardLine[]): readonly AwardLine[] =>
  lines.filter(({ winner }) => winner === 'collective')
export const individuals = (lines: readonly AwardLine[]): readonly AwardLine[] =>
  lines.filter(({ winner }) => winner === 'individual')
/** The council has voted and too few agreed. */
export const isVotedDown = ({ verdict }: AwardLine): boolean => verdict === 'too-few'
/** What the office itself may decide. */
export const ownLines = ({ lines, level }: AwardFacts): readonly AwardLine[] =>
  lines.filter((line) => line.level === level)
