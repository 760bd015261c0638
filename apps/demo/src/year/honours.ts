// Honours in phường Duy Tiên in 2026: nominated, decided, presented, refused. Winners are posts and organisations.
import { commendations } from '@kheo/features/registers/commendations/register.ts'
import type { FormOf } from '@kheo/kit/register/declare.ts'
import { book, type RowIn, type StepRow } from '../books.ts'
import { modelOf } from './movement.ts'

type Award = FormOf<typeof commendations>
type AwardTurn = readonly [
  on: string,
  winner: Award['winner'],
  name: string,
  ground: Award['ground'],
  subject: Award['subject'],
  more: Partial<Award>,
  steps: readonly StepRow[],
]
const decided = (on: string, decision: string, presentedOn: string): readonly StepRow[] => [
  ['decided', on, { decision }],
  ['presented', presentedOn],
]
const ELECTION_AWARD = decided('2026-03-27', 'Quyết định số 52/QĐ-UBND ngày 27/3/2026', '2026-04-02')
const MODEL_AWARD = [
  ['considered', '2026-06-16', { votesFor: 11, votesOf: 11 }],
  ...decided('2026-06-19', 'Quyết định số 101/QĐ-UBND ngày 19/6/2026', '2026-06-26'),
] as const

const AWARDS: readonly AwardTurn[] = [
  ['2026-03-18', 'collective', 'Tổ bầu cử khu vực bỏ phiếu số 4', 'campaign', null, {}, ELECTION_AWARD],
  ['2026-03-18', 'collective', 'Công an phường Duy Tiên', 'campaign', null, {}, ELECTION_AWARD],
  ['2026-03-18', 'individual', 'Tổ trưởng TDP số 6', 'campaign', null, { body: 'TDP số 6' }, ELECTION_AWARD],
  ['2026-03-18', 'individual', 'Cán bộ truyền thanh phường', 'campaign', null, {}, ELECTION_AWARD],
  [
    '2026-06-08',
    'collective',
    'Tổ dân vận TDP số 4',
    'campaign',
    'dvk',
    { model: modelOf(1), body: 'TDP số 4' },
    MODEL_AWARD,
  ],
  [
    '2026-06-08',
    'collective',
    'Chi hội Phụ nữ TDP số 8',
    'campaign',
    'dvk',
    { model: modelOf(2), body: 'TDP số 8' },
    MODEL_AWARD,
  ],
  [
    '2026-06-08',
    'individual',
    'Trưởng ban công tác Mặt trận TDP số 8',
    'campaign',
    'dvk',
    { body: 'TDP số 8' },
    MODEL_AWARD,
  ],
  [
    '2026-06-08',
    'individual',
    'Chi hội trưởng Hội Nông dân TDP số 2',
    'campaign',
    'dvk',
    { body: 'TDP số 2' },
    [
      ['considered', '2026-06-16', { votesFor: 7, votesOf: 11 }],
      ['refused', '2026-06-16', { reason: 'Chưa đủ tỷ lệ phiếu đồng ý.' }],
    ],
  ],
  [
    '2026-09-16',
    'collective',
    'Dân quân thường trực phường',
    'sudden',
    null,
    { achievement: 'Giúp Nhân dân khắc phục mưa bão.' },
    decided('2026-09-18', 'Quyết định số 133/QĐ-UBND ngày 18/9/2026', '2026-09-21'),
  ],
  [
    '2026-10-20',
    'collective',
    'Nhân dân và cán bộ TDP số 4',
    'campaign',
    'dan-van',
    { form: 'provincial-certificate', level: 'province' },
    [['considered', '2026-10-23', { votesFor: 11, votesOf: 11 }]],
  ],
  [
    '2026-11-02',
    'collective',
    'Ban Thanh tra nhân dân phường',
    'campaign',
    'qcdc',
    {},
    [['considered', '2026-11-11', { votesFor: 10, votesOf: 11 }]],
  ],
  [
    '2026-11-02',
    'individual',
    'Tổ trưởng tổ hòa giải TDP số 7',
    'campaign',
    'qcdc',
    { body: 'TDP số 7' },
    [['considered', '2026-11-11', { votesFor: 9, votesOf: 11 }]],
  ],
  ['2026-11-16', 'collective', 'Khối dân vận phường Duy Tiên', 'merit', 'dan-van', {}, []],
  ['2026-11-16', 'individual', 'Tổ trưởng tổ dân vận TDP số 9', 'merit', 'dan-van', { body: 'TDP số 9' }, []],
]

const awardRows = AWARDS.map(
  ([on, winner, name, ground, subject, more, steps]): RowIn<typeof commendations> => ({
    on,
    steps,
    values: { winner, name, form: 'certificate-of-merit', level: 'commune', ground, subject, ...more },
  }),
)

/** After the models, which awards point at. */
export const honourBook = book(commendations, awardRows)
