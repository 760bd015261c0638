// The meeting as the phone keeps it: the settled number of households, hands counted by cluster, votes on their way. Pure.
//
// P1  No number of households changes between settling it and the last vote, unless it is unlocked with a reason.
// P2  In a cluster no more hands are counted than households are represented there; every tap can be taken back.
// P3  A vote that is written down is sealed with the id of its command: sent again, it changes nothing.
// P4  Once the meeting was on its way to the server, it is changed no more here.
import type { Facts } from '@kheo/kit/register/declare.ts'
import type { Values } from '@kheo/kit/register/fields.ts'
import type { Matter } from './rules.ts'

export const SIDES = ['agree', 'disagree', 'other'] as const
export type Side = (typeof SIDES)[number]
export type Tally = Readonly<Record<Side, number>>
type Tap = { readonly cluster: number; readonly side: Side; readonly by: 1 | -1 }

/** As typed; `present` has one text for each cluster, or one for a meeting of the whole village. */
export type Meeting = {
  readonly day: string
  readonly village: string
  readonly caller: 'village-head' | 'appointed' | 'front-head'
  readonly households: string
  readonly present: readonly string[]
  readonly recountReason: string
}
type Vote = {
  readonly matter: Matter | ''
  readonly question: string
  readonly way: 'hands' | 'secret'
  readonly taps: readonly Tap[]
}
export type SealedVote = {
  readonly id: string
  readonly matter: Matter
  readonly question: string
  readonly way: Vote['way']
  readonly tallies: readonly Tally[]
  /** `tried`: sent, and no answer came; the server may have it. */
  readonly standing: 'held' | 'tried' | 'sent' | 'refused'
}
export type Helper = {
  readonly version: 1
  readonly meeting: Meeting
  readonly isSettled: boolean
  readonly vote: Vote
  readonly votes: readonly SealedVote[]
  /** The command that records the meeting, and the entry that it made. */
  readonly recordId: string
  readonly isOnItsWay: boolean
  readonly entryId: string | null
}

const NO_VOTE: Vote = { matter: '', question: '', way: 'hands', taps: [] }
const NO_TALLY: Tally = { agree: 0, disagree: 0, other: 0 }
export const MOST_CLUSTERS = 20

export const startHelper = (day: string, recordId: string): Helper => ({
  version: 1,
  meeting: { day, village: '', caller: 'village-head', households: '', present: [''], recountReason: '' },
  isSettled: false,
  vote: NO_VOTE,
  votes: [],
  recordId,
  isOnItsWay: false,
  entryId: null,
})

/** What an earlier visit kept; undefined when it is of another shape. */
export const readHelper = (kept: unknown): Helper | undefined =>
  typeof kept === 'object' && kept !== null && 'version' in kept && kept.version === 1 ? (kept as Helper) : undefined

/** Whole households from what was typed, `1.250` too; undefined when it is no number. */
export function countIn(typed: string): number | undefined {
  const digits = typed.replaceAll(/[.\s]/g, '')
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined
}

export const householdsOf = ({ households }: Meeting): number => countIn(households) ?? 0
const presentIn = ({ present }: Meeting, cluster: number): number => countIn(present[cluster] ?? '') ?? 0
export const presentOf = (meeting: Meeting): number =>
  meeting.present.reduce((sum, _, cluster) => sum + presentIn(meeting, cluster), 0)

export type Unsettled = 'no_village' | 'no_households' | 'no_present' | 'too_many_present' | 'too_few_present'

/** Why the number of households cannot be settled yet, at the field to mend. */
export function whyUnsettled({
  meeting,
  votes,
}: Helper): readonly { readonly field: string; readonly why: Unsettled }[] {
  const found: { field: string; why: Unsettled }[] = []
  if (meeting.village.trim() === '') found.push({ field: 'village', why: 'no_village' })
  if (householdsOf(meeting) < 1) found.push({ field: 'households', why: 'no_households' })
  for (const [cluster, typed] of meeting.present.entries())
    if (countIn(typed) === undefined) found.push({ field: `present-${cluster}`, why: 'no_present' })
  if (householdsOf(meeting) >= 1 && presentOf(meeting) > householdsOf(meeting))
    found.push({ field: 'present-0', why: 'too_many_present' })
  if (votes.some((vote) => handsIn(addUp(vote.tallies)) > presentOf(meeting)))
    found.push({ field: 'present-0', why: 'too_few_present' })
  return found
}

export const changeMeeting = (it: Helper, change: Partial<Meeting>): Helper =>
  it.isSettled ? it : { ...it, meeting: { ...it.meeting, ...change } }

/** As many clusters as asked for, with what was typed for those that stay. One is a meeting of the whole village. */
export const setClusters = (it: Helper, count: number): Helper =>
  changeMeeting(it, { present: Array.from({ length: count }, (_, cluster) => it.meeting.present[cluster] ?? '') })

export const settle = (it: Helper): Helper => (whyUnsettled(it).length > 0 ? it : { ...it, isSettled: true })

/** P1, P4. Hands that were counted and not written down are counted anew, since the hall has changed. */
export const unlock = (it: Helper, reason: string): Helper =>
  it.isOnItsWay || reason.trim() === ''
    ? it
    : {
        ...it,
        isSettled: false,
        vote: { ...it.vote, taps: [] },
        meeting: { ...it.meeting, recountReason: [it.meeting.recountReason, reason.trim()].filter(Boolean).join('; ') },
      }

export const changeVote = (it: Helper, change: Partial<Omit<Vote, 'taps'>>): Helper => ({
  ...it,
  vote: { ...it.vote, ...change },
})

const plus = (tally: Tally, side: Side, by: number): Tally => ({ ...tally, [side]: tally[side] + by })

/** What was counted, one tally for each cluster. */
export function talliesOf({ meeting, vote }: Helper): readonly Tally[] {
  const tallies = meeting.present.map(() => NO_TALLY)
  for (const { cluster, side, by } of vote.taps) tallies[cluster] = plus(tallies[cluster] ?? NO_TALLY, side, by)
  return tallies
}

export const handsIn = ({ agree, disagree, other }: Tally): number => agree + disagree + other

export const addUp = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { agree, disagree, other }) => ({
      agree: sum.agree + agree,
      disagree: sum.disagree + disagree,
      other: sum.other + other,
    }),
    NO_TALLY,
  )

/** P2. */
export function mayTap(it: Helper, { cluster, side, by }: Tap): boolean {
  const tally = talliesOf(it)[cluster]
  if (!it.isSettled || tally === undefined) return false
  return by === 1 ? handsIn(tally) < presentIn(it.meeting, cluster) : tally[side] > 0
}

export const tap = (it: Helper, one: Tap): Helper =>
  mayTap(it, one) ? { ...it, vote: { ...it.vote, taps: [...it.vote.taps, one] } } : it

export const undo = (it: Helper): Helper => ({ ...it, vote: { ...it.vote, taps: it.vote.taps.slice(0, -1) } })

export type Unsealed = 'no_matter' | 'no_question' | 'no_hands'

export function whyUnsealed(it: Helper): readonly { readonly field: string; readonly why: Unsealed }[] {
  const found: { field: string; why: Unsealed }[] = []
  if (it.vote.matter === '') found.push({ field: 'matter', why: 'no_matter' })
  if (it.vote.question.trim() === '') found.push({ field: 'question', why: 'no_question' })
  if (handsIn(addUp(talliesOf(it))) === 0) found.push({ field: 'hands', why: 'no_hands' })
  return found
}

/** Writes the vote down and clears the table for the next matter (P3). */
export function seal(it: Helper, id: string): Helper {
  const { matter, question, way } = it.vote
  if (matter === '' || whyUnsealed(it).length > 0) return it
  const sealed: SealedVote = { id, matter, question: question.trim(), way, tallies: talliesOf(it), standing: 'held' }
  return { ...it, votes: [...it.votes, sealed], vote: NO_VOTE }
}

/** The meeting goes to the server: from here on it is as it was sent (P4). */
export const setOff = (it: Helper): Helper => ({ ...it, isOnItsWay: true })

/** The server refused the meeting and kept nothing: it may be mended, and is sent as a new command. */
export const refused = (it: Helper, recordId: string): Helper =>
  it.entryId === null ? { ...it, isOnItsWay: false, recordId } : it

export const recorded = (it: Helper, entryId: string): Helper => ({ ...it, entryId })

/** How the sending of one vote stands. */
export const mark = (it: Helper, id: string, standing: SealedVote['standing']): Helper => ({
  ...it,
  votes: it.votes.map((vote) => (vote.id === id ? { ...vote, standing } : vote)),
})

/** Only what the server surely does not have may be dropped. */
export const mayDrop = ({ standing }: SealedVote): boolean => standing === 'held' || standing === 'refused'

export const drop = (it: Helper, id: string): Helper => ({
  ...it,
  votes: it.votes.filter((vote) => vote.id !== id || !mayDrop(vote)),
})

export const unsent = (it: Helper): readonly SealedVote[] =>
  it.votes.filter(({ standing }) => standing === 'held' || standing === 'tried')

/** All of the meeting is in the register. */
export const isSafe = (it: Helper): boolean =>
  it.votes.every(({ standing }) => standing === 'sent') && it.vote.taps.length === 0 && it.entryId !== null

/** The meeting as an entry of the register. */
export function entryOf({ meeting }: Helper): Facts {
  const clusters = meeting.present.length
  return {
    happenedOn: meeting.day,
    values: {
      village: meeting.village.trim(),
      caller: meeting.caller,
      form: clusters > 1 ? 'clusters' : 'whole',
      households: householdsOf(meeting),
      represented: presentOf(meeting),
      clusters: clusters > 1 ? clusters : null,
      recountReason: meeting.recountReason,
    },
  }
}

const clusterWords = ({ agree, disagree, other }: Tally, cluster: number): string =>
  `Cụm ${cluster + 1}: ${agree} tán thành, ${disagree} không tán thành, ${other} ý kiến khác`

/** A vote as a step of that entry. */
export const stepOf = ({ matter, question, way, tallies }: SealedVote): Values => ({
  matter,
  question,
  way,
  ...addUp(tallies),
  byCluster: tallies.length > 1 ? tallies.map(clusterWords).join('\n') : '',
})
