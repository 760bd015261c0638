// Receptions and petitions of phường Duy Tiên in 2026: counts and days, never persons.
import { citizenReceptions } from '@kheo/features/registers/citizen-receptions/register.ts'
import { petitions } from '@kheo/features/registers/petitions/register.ts'
import type { FormOf } from '@kheo/kit/register/declare.ts'
import { book, type RowIn, type StepRow } from '../books.ts'
import { receptionRow } from '../rows.ts'
import { groupName } from './place.ts'

/** Visits on the chair's Thursdays; two weeks of May are missing from the book, and that is why the province asks. */
const CHAIR: readonly (readonly [on: string, visits: number])[] = [
  ['2026-01-08', 2],
  ['2026-01-15', 1],
  ['2026-01-22', 3],
  ['2026-01-29', 1],
  ['2026-02-05', 2],
  ['2026-02-12', 0],
  ['2026-02-26', 2],
  ['2026-03-05', 1],
  ['2026-03-12', 2],
  ['2026-03-19', 3],
  ['2026-03-26', 1],
  ['2026-04-02', 2],
  ['2026-04-09', 1],
  ['2026-04-16', 2],
  ['2026-04-23', 1],
  ['2026-05-21', 2],
  ['2026-05-28', 1],
  ['2026-06-04', 2],
  ['2026-06-11', 3],
  ['2026-06-18', 1],
  ['2026-06-25', 2],
  ['2026-07-02', 1],
  ['2026-07-09', 2],
  ['2026-07-16', 1],
  ['2026-07-23', 2],
  ['2026-07-30', 3],
  ['2026-08-06', 1],
  ['2026-08-13', 2],
  ['2026-08-20', 1],
  ['2026-08-27', 2],
  ['2026-09-03', 1],
  ['2026-09-10', 2],
  ['2026-09-17', 3],
  ['2026-09-24', 1],
  ['2026-10-01', 2],
  ['2026-10-08', 2],
  ['2026-10-15', 1],
  ['2026-11-05', 1],
  ['2026-11-12', 2],
  ['2026-11-19', 1],
]
const SECRETARY: readonly (readonly [on: string, visits: number])[] = [
  ['2026-01-06', 1],
  ['2026-01-20', 0],
  ['2026-02-03', 1],
  ['2026-02-24', 1],
  ['2026-03-03', 0],
  ['2026-03-17', 2],
  ['2026-04-07', 1],
  ['2026-04-21', 1],
  ['2026-05-05', 0],
  ['2026-05-19', 1],
  ['2026-06-02', 1],
  ['2026-06-16', 0],
  ['2026-07-07', 1],
  ['2026-07-21', 0],
  ['2026-08-04', 1],
  ['2026-08-18', 1],
  ['2026-09-08', 2],
  ['2026-09-22', 0],
  ['2026-10-06', 1],
  ['2026-10-20', 1],
  ['2026-11-03', 2],
  ['2026-11-17', 1],
]
const REGULAR: readonly (readonly [on: string, visits: number])[] = [
  ['2026-01-30', 4],
  ['2026-02-27', 3],
  ['2026-03-31', 5],
  ['2026-04-29', 4],
  ['2026-05-29', 3],
  ['2026-06-30', 4],
  ['2026-07-31', 5],
  ['2026-08-28', 4],
  ['2026-09-30', 6],
  ['2026-10-30', 5],
  ['2026-11-13', 2],
]

const receptionRows: readonly RowIn<typeof citizenReceptions>[] = [
  ...CHAIR.map(([on, visits]) => receptionRow(on, 'head-scheduled', 'commune-chair', visits)),
  ...SECRETARY.map(([on, visits]) => receptionRow(on, 'head-scheduled', 'commune-secretary', visits)),
  ...REGULAR.map(([on, visits]) => receptionRow(on, 'regular', null, visits, { topic: 'policy', guided: 1 })),
  receptionRow('2026-03-24', 'head-unscheduled', 'commune-chair', 1, {
    persons: 9,
    groups: 1,
    topic: 'land',
    matter: 'Nhiều hộ cùng kiến nghị về đơn giá bồi thường.',
    accepted: 1,
  }),
  receptionRow('2026-01-13', 'delegated', 'commune-chair', 1, { topic: 'other' }),
  receptionRow('2026-06-09', 'delegated', 'commune-chair', 2, { topic: 'policy' }),
  receptionRow('2026-10-22', 'head-scheduled', 'commune-chair', 2, { topic: 'land', awaiting: 1 }),
  receptionRow('2026-10-29', 'head-scheduled', 'commune-chair', 3, { topic: 'land', accepted: 1, awaiting: 1 }, [
    ['answered', '2026-11-06', { paper: 'Thông báo số 143/TB-UBND ngày 06/11/2026' }],
  ]),
]

const HERE = { isAdmissible: true, isCompetent: true } as const
const ELSEWHERE = { isAdmissible: true, isCompetent: false } as const
type Petition = FormOf<typeof petitions>
type PetitionTurn = readonly [
  on: string,
  kind: Petition['kind'],
  topic: Petition['topic'],
  group: number,
  steps: readonly StepRow[],
]
const taken = (on: string): readonly StepRow[] => [
  ['classified', on, HERE],
  ['accepted', on],
]

/** By their number in the paper log, from 1. Some are past their day. */
const PETITIONS: readonly PetitionTurn[] = [
  ['2026-01-12', 'proposal', 'land', 4, [...taken('2026-01-16'), ['answered', '2026-02-06']]],
  ['2026-02-03', 'proposal', 'policy', 9, [...taken('2026-02-10'), ['answered', '2026-03-04']]],
  ['2026-02-24', 'complaint', 'land', 2, [...taken('2026-03-02'), ['decided', '2026-03-30']]],
  [
    '2026-03-10',
    'denunciation',
    'officials',
    7,
    [
      ['classified', '2026-03-17', ELSEWHERE],
      ['transferred', '2026-03-17'],
    ],
  ],
  ['2026-03-18', 'proposal', 'land', 6, [...taken('2026-03-25'), ['answered', '2026-04-15']]],
  ['2026-04-08', 'proposal', 'other', 11, [...taken('2026-04-15'), ['answered', '2026-07-14']]],
  [
    '2026-04-20',
    'complaint',
    'policy',
    7,
    [...taken('2026-05-04'), ['extended', '2026-06-01'], ['withdrawn', '2026-06-12']],
  ],
  [
    '2026-05-06',
    'proposal',
    'land',
    13,
    [
      ['classified', '2026-05-14', ELSEWHERE],
      ['guided', '2026-05-14'],
    ],
  ],
  [
    '2026-05-18',
    'proposal',
    'other',
    3,
    [
      ['classified', '2026-05-22', { isAdmissible: false }],
      ['filed', '2026-05-22'],
    ],
  ],
  ['2026-06-22', 'proposal', 'land', 1, [...taken('2026-07-03'), ['answered', '2026-07-24']]],
  ['2026-07-15', 'complaint', 'land', 5, [...taken('2026-07-22'), ['decided', '2026-09-09']]],
  ['2026-08-11', 'proposal', 'policy', 3, [...taken('2026-08-18'), ['answered', '2026-09-03']]],
  ['2026-08-25', 'denunciation', 'officials', 10, [...taken('2026-09-04'), ['extended', '2026-10-02']]],
  ['2026-09-28', 'complaint', 'land', 10, taken('2026-10-05')],
  ['2026-10-19', 'proposal', 'other', 12, taken('2026-10-26')],
  ['2026-11-02', 'proposal', 'land', 14, []],
  ['2026-11-16', 'proposal', 'policy', 8, []],
]

const petitionRows = PETITIONS.map(
  ([on, kind, topic, group, steps], index): RowIn<typeof petitions> => ({
    on,
    steps,
    values: { arrivalNo: String(index + 1), kind, topic, village: groupName(group) },
  }),
)

export const receptionBooks = [book(citizenReceptions, receptionRows), book(petitions, petitionRows)]
