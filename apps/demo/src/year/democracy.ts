// Grassroots democracy in phường Duy Tiên in 2026: what was disclosed, agreed upon and asked.
import { consultations } from '@kheo/features/registers/consultations/register.ts'
import { disclosures } from '@kheo/features/registers/disclosures/register.ts'
import { villageConventions } from '@kheo/features/registers/village-conventions/register.ts'
import type { FormOf } from '@kheo/kit/register/declare.ts'
import { book, type RowIn } from '../books.ts'
import { groupName } from './place.ts'

type Disclosure = FormOf<typeof disclosures>
type DisclosureTurn = readonly [
  on: string,
  item: Disclosure['item'],
  subject: string,
  decision: string,
  forms: Partial<Disclosure>,
]
const POSTED_AT = 'Trụ sở UBND phường, nhà văn hóa các tổ dân phố'
const shown = (from: string, until: string | null): Partial<Disclosure> => ({
  postedFrom: from,
  postedUntil: until,
  postedAt: POSTED_AT,
  webFrom: from,
})
/** With the loudspeaker and the heads of groups, as matters of money and procedure need. */
const told = (from: string, until: string | null, days = 3): Partial<Disclosure> => ({
  ...shown(from, until),
  loudspeakerFrom: from,
  loudspeakerDays: days,
  villageHeadsOn: from,
  villageHeadWays: ['meeting', 'message'],
})

const DISCLOSURES: readonly DisclosureTurn[] = [
  [
    '2026-01-06',
    'development-plan',
    'Kế hoạch phát triển kinh tế - xã hội năm 2026',
    'Nghị quyết số 03/NQ-HĐND ngày 06/01/2026',
    shown('2026-01-09', '2026-02-13'),
  ],
  [
    '2026-01-06',
    'budget',
    'Dự toán ngân sách phường năm 2026',
    'Nghị quyết số 04/NQ-HĐND ngày 06/01/2026',
    shown('2026-01-12', '2026-02-20'),
  ],
  [
    '2026-02-02',
    'support-programmes',
    'Danh mục chính sách hỗ trợ dịp Tết',
    'Quyết định số 11/QĐ-UBND ngày 02/02/2026',
    told('2026-02-04', '2026-03-10'),
  ],
  [
    '2026-03-02',
    'projects-and-land',
    'Phương án cải tạo đường trục TDP số 4',
    'Quyết định số 38/QĐ-UBND ngày 02/3/2026',
    shown('2026-03-05', '2026-04-10'),
  ],
  [
    '2026-03-16',
    'taxes-and-fees',
    'Mức thu phí vệ sinh môi trường năm 2026',
    'Quyết định số 45/QĐ-UBND ngày 16/3/2026',
    told('2026-03-19', '2026-04-24', 2),
  ],
  [
    '2026-04-13',
    'contribution-funds',
    'Quyết toán quỹ Vì người nghèo quý I',
    'Báo cáo số 22/BC-MTTQ ngày 13/4/2026',
    shown('2026-04-29', '2026-06-02'),
  ],
  [
    '2026-05-25',
    'answers-to-opinions',
    'Kết quả tiếp thu ý kiến sau đối thoại',
    'Văn bản số 87/UBND ngày 20/5/2026',
    told('2026-05-28', '2026-06-30', 5),
  ],
  [
    '2026-06-15',
    'procedures',
    'Bộ thủ tục hành chính thực hiện tại phường',
    'Quyết định số 97/QĐ-UBND ngày 15/6/2026',
    told('2026-06-17', null, 4),
  ],
  [
    '2026-07-14',
    'budget',
    'Tình hình thực hiện ngân sách 6 tháng',
    'Báo cáo số 61/BC-UBND ngày 14/7/2026',
    shown('2026-07-16', '2026-08-20'),
  ],
  [
    '2026-08-03',
    'inspection-results',
    'Kết luận kiểm tra thực hiện QCDC đợt 1',
    'Kết luận số 05-KL/BCĐ ngày 03/8/2026',
    told('2026-08-06', '2026-08-28'),
  ],
  [
    '2026-09-07',
    'household-assessment',
    'Danh sách xét hộ nghèo, cận nghèo: số hộ theo tổ dân phố',
    'Thông báo số 118/TB-UBND ngày 07/9/2026',
    shown('2026-09-09', '2026-10-15'),
  ],
  [
    '2026-10-05',
    'projects-and-land',
    'Công trình lắp camera TDP số 1',
    'Quyết định số 151/QĐ-UBND ngày 05/10/2026',
    shown('2026-10-08', null),
  ],
  [
    '2026-11-02',
    'contribution-funds',
    'Thu, chi đóng góp xây nhà văn hóa TDP số 11',
    'Báo cáo số 94/BC-UBND ngày 02/11/2026',
    shown('2026-11-05', null),
  ],
  [
    '2026-11-09',
    'taxes-and-fees',
    'Mức thu quỹ phòng, chống thiên tai',
    'Thông báo số 149/TB-UBND ngày 09/11/2026',
    shown('2026-11-11', null),
  ],
]

const disclosureRows = DISCLOSURES.map(
  ([on, item, subject, decision, forms]): RowIn<typeof disclosures> => ({
    on,
    values: { item, subject, decision, ...forms },
  }),
)

const olderConventions = Array.from({ length: 13 }, (_, index) => index + 1).map(
  (no): RowIn<typeof villageConventions> => ({
    on: '2025-08-20',
    values: {
      village: groupName(no),
      kind: 'residential-convention',
      origin: 'older',
      topics: ['culture', 'security', 'environment'],
      articles: 18 + (no % 5),
    },
    steps: [
      ['in-force', '2025-08-20'],
      ...(no === 6
        ? [['ended', '2026-05-15', { ending: 'replaced', endingPaper: 'Quyết định số 74/QĐ-UBND' }] as const]
        : []),
      ...(no === 3 ? [['reviewed', '2026-09-22', { finding: 'amend' }] as const] : []),
    ],
  }),
)

const conventionRows: readonly RowIn<typeof villageConventions>[] = [
  ...olderConventions,
  {
    on: '2026-02-23',
    values: {
      village: groupName(6),
      kind: 'residential-convention',
      origin: 'replacing',
      topics: ['culture', 'environment', 'mutual', 'learning'],
      articles: 22,
    },
    steps: [
      ['posted', '2026-03-09', { postedAt: 'Nhà văn hóa TDP số 6' }],
      ['gathered', '2026-04-14', { comments: 23, taken: 15 }],
      ['voted', '2026-04-26', { households: 287, agree: 221 }],
      ['recognised', '2026-05-12', { recognition: 'Quyết định số 74/QĐ-UBND ngày 12/5/2026' }],
      ['in-force', '2026-05-15'],
    ],
  },
  {
    on: '2026-09-14',
    values: {
      village: groupName(14),
      kind: 'residential-convention',
      origin: 'new',
      topics: ['culture', 'environment'],
      articles: 16,
    },
    steps: [
      ['posted', '2026-10-01', { postedAt: 'Nhà văn hóa TDP số 14' }],
      ['gathered', '2026-11-04', { comments: 12, taken: 8 }],
    ],
  },
]

const consultationRows: readonly RowIn<typeof consultations>[] = [
  {
    on: '2026-02-09',
    values: {
      subject: 'Dự thảo kế hoạch đầu tư công của phường năm 2026',
      kind: 'development-plan',
      forms: ['meeting', 'front', 'posting'],
      drafter: 'Ủy ban nhân dân phường',
      closeOn: '2026-03-06',
      invited: 3665,
      area: 'Toàn phường',
    },
    steps: [
      ['closed', '2026-03-06', { consulted: 2840, opinions: 38, answerBy: '2026-03-31' }],
      ['answered', '2026-03-26', { accepted: 24, explained: 14, answer: 'Báo cáo số 31/BC-UBND ngày 26/3/2026' }],
      ['decided', '2026-04-03', { decision: 'Nghị quyết số 09/NQ-HĐND ngày 03/4/2026' }],
    ],
  },
  {
    on: '2026-04-06',
    values: {
      subject: 'Dự thảo phương án bồi thường, hỗ trợ khu tái định cư',
      kind: 'land-and-planning',
      forms: ['dialogue', 'ballot', 'posting'],
      drafter: 'Hội đồng bồi thường, hỗ trợ, tái định cư',
      closeOn: '2026-05-04',
      invited: 96,
      area: 'TDP số 6, TDP số 7',
    },
    steps: [
      ['closed', '2026-05-04', { consulted: 91, opinions: 46, answerBy: '2026-05-29' }],
      ['answered', '2026-05-22', { accepted: 17, explained: 22 }],
      ['answered', '2026-06-11', { accepted: 2, explained: 5 }],
      ['decided', '2026-06-24', { decision: 'Quyết định số 104/QĐ-UBND ngày 24/6/2026' }],
    ],
  },
  {
    on: '2026-09-07',
    values: {
      subject: 'Dự thảo đề án sắp xếp tổ dân phố',
      kind: 'boundaries',
      forms: ['meeting', 'ballot', 'online'],
      drafter: 'Ủy ban nhân dân phường',
      closeOn: '2026-10-05',
      invited: 3671,
      area: 'Toàn phường',
    },
    steps: [
      ['closed', '2026-10-05', { consulted: 3302, opinions: 64, answerBy: '2026-11-10' }],
      ['answered', '2026-10-28', { accepted: 21, explained: 18 }],
    ],
  },
  {
    on: '2026-11-05',
    values: {
      subject: 'Dự thảo kế hoạch phát triển kinh tế - xã hội năm 2027',
      kind: 'development-plan',
      forms: ['meeting', 'online', 'front'],
      drafter: 'Ủy ban nhân dân phường',
      closeOn: '2026-11-30',
      invited: 3671,
      area: 'Toàn phường',
    },
  },
]

export const democracyBooks = [
  book(disclosures, disclosureRows),
  book(villageConventions, conventionRows),
  book(consultations, consultationRows),
]
