// Rounds of commendation as they travel: rounds, nominations with findings, steps of a whole round, papers, certificates. Shared with the browser.
import { endpoint, fileEndpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Line, Nothing, UnitRef, Words } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const AWARD_FAMILIES = ['state', 'party'] as const
export const SUBJECTS = ['dan-van', 'qcdc', 'dvk', 'dvcq'] as const
export const PAPER_ROLES = ['to-trinh', 'bien-ban-xet', 'quyet-dinh', 'danh-sach-trao'] as const
export type PaperRole = (typeof PAPER_ROLES)[number]
/** Where a round stands, in the order of its life. */
export const STAGES = ['opened', 'proposed', 'considered', 'decided', 'presented'] as const
export type Stage = (typeof STAGES)[number]
/** Of one round; a longer list is several rounds. */
export const MOST_NOMINATIONS = 500

const Money = z.number().int().min(0).max(1_000_000_000_000)
const Votes = z.number().int().min(0).max(1000)
const MaybeDay = Day.nullable()

/** What an officer writes about a round as a whole. */
export const RoundWords = z.object({
  title: Line.pipe(z.string().min(3)),
  subject: z.enum(SUBJECTS).nullable(),
  year: z.number().int().min(2000).max(2100),
  family: z.enum(AWARD_FAMILIES),
  /** Who proposes: a body, such as the Party’s advisory board. */
  proposer: Line,
  /** To whom the proposal goes; empty = the office that decides. */
  proposedTo: Line,
  fund: Line,
  /** Number and day of a proposal that came from outside. */
  proposal: Line,
  proposedOn: MaybeDay,
  councilChair: Line,
  councilSecretary: Line,
  occasion: Line,
  conferenceId: z.uuid().nullable(),
})
export type RoundWords = z.infer<typeof RoundWords>

const RoundRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  id: z.string(),
  title: z.string(),
  subject: z.string().nullable(),
  year: z.number(),
  family: z.enum(AWARD_FAMILIES),
  stage: z.enum(STAGES),
  collectives: z.number(),
  individuals: z.number(),
  awarded: z.number(),
  changedAt: z.string(),
})
export type RoundRow = z.infer<typeof RoundRow>

const NominationRow = z.object({
  entryId: z.string(),
  entryNo: z.number(),
  nominatedOn: z.string(),
  winner: z.enum(['collective', 'individual']),
  name: z.string(),
  post: z.string(),
  isLeader: z.boolean(),
  body: z.string(),
  form: z.string(),
  formWords: z.string(),
  level: z.string(),
  levelWords: z.string(),
  subject: z.string().nullable(),
  achievement: z.string(),
  proposal: z.string(),
  state: z.string(),
  votesFor: z.number().nullable(),
  votesOf: z.number().nullable(),
  verdict: z.string().nullable(),
  consideredOn: z.string().nullable(),
  decision: z.string(),
  decidedOn: z.string().nullable(),
  money: z.number().nullable(),
  lawfulMoney: z.number().nullable(),
  moneyGiven: z.number().nullable(),
  presentedOn: z.string().nullable(),
  reviewedOn: z.string().nullable(),
  reviewedPost: z.string().nullable(),
  files: z.number(),
  bookNo: z.number().nullable(),
})
export type NominationRow = z.infer<typeof NominationRow>

const FindingRow = z.object({
  rule: z.string(),
  effect: z.enum(['block', 'warn']),
  before: z.enum(['considered', 'decided']),
  about: z.string().nullable(),
  says: z.tuple([z.string(), z.string()]),
  title: z.string(),
  source: z.string(),
  passed: z.object({ reason: z.string(), byTitle: z.string(), at: z.string() }).nullable(),
})
export type FindingRow = z.infer<typeof FindingRow>

const PaperRow = z.object({
  id: z.string(),
  role: z.string(),
  summary: z.string(),
  state: z.enum(['draft', 'issued', 'cancelled']),
  number: z.string().nullable(),
  date: z.string().nullable(),
})

export const RoundView = RoundWords.extend({
  unitId: z.string(),
  unitName: z.string(),
  id: z.string(),
  rev: z.number(),
  /** The level at which the round’s own office decides. */
  level: z.string(),
  stage: z.enum(STAGES),
  councilOn: MaybeDay,
  councilMembers: z.number().nullable(),
  councilPresent: z.number().nullable(),
  decision: z.string(),
  decidedOn: MaybeDay,
  presentedOn: MaybeDay,
  nominations: z.array(NominationRow),
  findings: z.array(FindingRow),
  file: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      source: z.string(),
      of: z.enum(['round', 'nomination']),
      isThere: z.boolean(),
      missing: z.array(z.string()),
    }),
  ),
  papers: z.array(PaperRow),
  mayEdit: z.boolean(),
})
export type RoundView = z.infer<typeof RoundView>

const writers = { roles: ['recorder', 'compiler'] } as const
const ofRound = { unit: UnitRef, round: z.uuid() }
const command = { commandId: CommandId, ...ofRound }
const Done = z.object({ id: z.string(), rev: z.number() })
const Entries = z.array(z.uuid()).min(1).max(MOST_NOMINATIONS)

export const awards = {
  rounds: endpoint({
    method: 'GET',
    path: '/awards/rounds',
    summary: 'Rounds of commendation of a unit and those below it, newest first',
    access: 'signed-in',
    query: z.object({
      unit: UnitRef,
      year: z.coerce.number().int().optional(),
      subject: z.enum(SUBJECTS).optional(),
      family: z.enum(AWARD_FAMILIES).optional(),
    }),
    body: Nothing,
    answer: z.object({ rows: z.array(RoundRow), mayOpen: z.boolean(), isMore: z.boolean() }),
  }),
  round: endpoint({
    method: 'GET',
    path: '/awards/round',
    summary: 'A round with its nominations, what the rules say of them, its file and its papers',
    access: 'signed-in',
    query: z.object(ofRound),
    body: Nothing,
    answer: RoundView,
  }),
  candidates: endpoint({
    method: 'GET',
    path: '/awards/candidates',
    summary: 'Undecided nominations of the unit’s own register that stand in no round',
    access: writers,
    query: z.object({ unit: UnitRef }),
    body: Nothing,
    answer: z.object({ rows: z.array(NominationRow) }),
  }),
  open: endpoint({
    method: 'POST',
    path: '/awards/rounds/open',
    summary: 'Open a round of commendation',
    access: writers,
    query: Nothing,
    body: z.object({ commandId: CommandId, unit: UnitRef, words: RoundWords }),
    answer: Done,
  }),
  edit: endpoint({
    method: 'POST',
    path: '/awards/rounds/edit',
    summary: 'Change what a round says of itself',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, baseRev: z.number().int(), words: RoundWords }),
    answer: Done,
  }),
  drop: endpoint({
    method: 'POST',
    path: '/awards/rounds/drop',
    summary: 'Drop a round that holds no nominations',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, baseRev: z.number().int() }),
    answer: Done,
  }),
  add: endpoint({
    method: 'POST',
    path: '/awards/rounds/add',
    summary: 'Put nominations of the register into a round',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, entries: Entries }),
    answer: Done,
  }),
  nominate: endpoint({
    method: 'POST',
    path: '/awards/rounds/nominate',
    summary: 'Record new nominations in the register and put them into a round; all or none',
    access: writers,
    query: Nothing,
    body: z.object({
      ...command,
      entries: z
        .array(z.object({ happenedOn: Day, values: z.record(z.string().max(60), z.unknown()) }))
        .min(1)
        .max(MOST_NOMINATIONS),
    }),
    answer: z.object({ ids: z.array(z.string()) }),
  }),
  remove: endpoint({
    method: 'POST',
    path: '/awards/rounds/remove',
    summary: 'Take an undecided nomination out of a round; it stays in the register',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, entry: z.uuid() }),
    answer: Done,
  }),
  order: endpoint({
    method: 'POST',
    path: '/awards/rounds/order',
    summary: 'Set the order of the whole list, and the money of single awards',
    access: writers,
    query: Nothing,
    body: z.object({
      ...command,
      /** The revision that the order was made from; without it the lines are set over what stands. */
      baseRev: z.number().int().optional(),
      lines: z.array(z.object({ entry: z.uuid(), money: Money.nullable() })).max(MOST_NOMINATIONS),
    }),
    answer: Done,
  }),
  review: endpoint({
    method: 'POST',
    path: '/awards/rounds/review',
    summary: 'Say that the office has looked and found nothing against these awards; what it looked at is not kept',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, entries: Entries, on: Day, post: Line.pipe(z.string().min(3)) }),
    answer: Done,
  }),
  pass: endpoint({
    method: 'POST',
    path: '/awards/rounds/pass',
    summary: 'Go on past a warning, with a reason',
    access: writers,
    query: Nothing,
    body: z.object({
      ...command,
      rule: z.string().max(80),
      about: z.uuid().nullable(),
      /** The Vietnamese sentence that was shown. */
      sentence: z.string().max(2000),
      reason: Words.pipe(z.string().min(3)),
    }),
    answer: Done,
  }),
  consider: endpoint({
    method: 'POST',
    path: '/awards/rounds/consider',
    summary: 'Record the council’s votes on all nominations given; all or none',
    access: writers,
    query: Nothing,
    body: z.object({
      ...command,
      happenedOn: Day,
      members: Votes.min(1),
      present: Votes.min(1),
      minutes: Line.default(''),
      votes: z
        .array(z.object({ entry: z.uuid(), votesFor: Votes }))
        .min(1)
        .max(MOST_NOMINATIONS),
    }),
    answer: Done,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/awards/rounds/decide',
    summary:
      'Record the decision on all awards given; all or none. Without a number, that of the issued decision is taken',
    access: writers,
    query: Nothing,
    body: z.object({
      ...command,
      happenedOn: Day.nullable().default(null),
      decision: Line.default(''),
      entries: Entries,
    }),
    answer: Done,
  }),
  present: endpoint({
    method: 'POST',
    path: '/awards/rounds/present',
    summary: 'Record that awards were presented; all or none',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, happenedOn: Day, occasion: Line, entries: Entries }),
    answer: Done,
  }),
  refuse: endpoint({
    method: 'POST',
    path: '/awards/rounds/refuse',
    summary: 'Record that nominations get no award',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, happenedOn: Day, reason: Words.pipe(z.string().min(3)), entries: Entries }),
    answer: Done,
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/awards/rounds/revoke',
    summary: 'Revoke the decision on one award',
    access: writers,
    query: Nothing,
    body: z.object({
      ...command,
      happenedOn: Day,
      reason: Words.pipe(z.string().min(3)),
      revocation: Line.default(''),
      entry: z.uuid(),
    }),
    answer: Done,
  }),
  write: endpoint({
    method: 'POST',
    path: '/awards/rounds/write',
    summary: 'Write a paper of the round as a draft among the unit’s papers; an earlier draft of it is replaced',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, role: z.enum(PAPER_ROLES) }),
    answer: z.object({ id: z.string() }),
  }),
  number: endpoint({
    method: 'POST',
    path: '/awards/certificates/number',
    summary: 'Give the certificates of a round their numbers in the book, in the order of the list; given numbers stay',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, entries: Entries }),
    answer: Done,
  }),
}

export const awardDoors = {
  decisionBook: fileEndpoint({
    method: 'GET',
    path: '/awards/decision-book',
    summary: 'The book of commendation decisions of a unit and year as a workbook',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, year: z.coerce.number().int().min(2000).max(2100) }),
  }),
}
