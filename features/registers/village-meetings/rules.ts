// What a vote of households decides (Luật Thực hiện dân chủ ở cơ sở, Điều 15–21; domain §4.2). Pure; used by the server and by the phone.
//
// V1  The whole is all households of the village, frozen before the vote, never those present.
// V2  One household, one vote: no more votes than households represented, or than all of them when ballots went to every home.
import { calendarDate, type CalendarDate } from '@kheo/core/calendar.ts'
import { type Law, lawValue } from '@kheo/core/period/law.ts'
import { thresholdAt } from '@kheo/core/period/threshold.ts'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Facts } from '@kheo/kit/register/declare.ts'
import type { FieldIssue, Values, Words } from '@kheo/kit/register/fields.ts'

/** The six matters that a community decides, each with the parameters that may set its threshold. */
export const MATTERS = {
  contribution: [
    'Chủ trương, mức đóng góp xây dựng cơ sở hạ tầng, công trình công cộng',
    'Whether and how much to contribute to public works',
  ],
  collection: [
    'Thu, chi, quản lý khoản đóng góp, tài trợ, ủng hộ',
    'Collecting, spending and managing contributions and gifts',
  ],
  convention: ['Nội dung hương ước, quy ước', 'A village convention'],
  'village-head': ['Bầu, cho thôi Trưởng thôn, Tổ trưởng tổ dân phố', 'Electing or dismissing the village head'],
  'supervision-bodies': [
    'Bầu, cho thôi thành viên Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng',
    'Electing or dismissing members of supervision bodies',
  ],
  'self-management': ['Việc tự quản khác của cộng đồng', 'Another matter that the community manages itself'],
} as const satisfies Readonly<Record<string, Words>>
export type Matter = keyof typeof MATTERS

/** Matters that the special thresholds do not name fall under the one for all others. */
const codesOf = (matter: Matter): readonly string[] => [
  `decision.${matter}.thirds`,
  `decision.${matter}.percent-over`,
  'decision.other.percent-over',
]

export type Verdict = {
  /** Households that must agree. */
  readonly needed: number
  /** Such as `≥ 2/3`. */
  readonly share: string
  readonly isPassed: boolean
  /** The whole reckoning in a sentence. */
  readonly says: Words
  readonly source: string
}

/** The verdict on a matter by the law of the day; undefined where the law of that day sets no threshold. */
export function verdictOf(
  law: Law,
  matter: Matter,
  households: number,
  agree: number,
  day: CalendarDate,
): Verdict | undefined {
  const found = thresholdAt(law, codesOf(matter), households, day)
  if (found === undefined) return undefined
  const { needed, share, source } = found
  const isPassed = agree >= needed
  const [all, least, yes] = [households, needed, agree].map((each) => formatNumber(each))
  const says: Words = [
    `${share} của ${all} hộ = ${least} hộ; ${yes} hộ tán thành: ${isPassed ? 'đạt' : 'chưa đạt'}`,
    `${share} of ${all} households = ${least}; ${yes} agree: ${isPassed ? 'passed' : 'not passed'}`,
  ]
  return { needed, share, isPassed, says, source }
}

const numberIn = (values: Values, field: string): number => Number(values[field] ?? 0)

export const WAYS_TO_EVERY_HOME: readonly string[] = ['ballots', 'online']

/** How many votes there can be: V2. */
export const votesAtMost = (way: string, entry: Facts): number =>
  numberIn(entry.values, WAYS_TO_EVERY_HOME.includes(way) ? 'households' : 'represented')

type Vote = { readonly way: string; readonly agree: number; readonly disagree: number; readonly other: number }

/** Refuses more votes than there can be. */
export function checkVote(vote: Vote, entry: Facts): readonly FieldIssue[] {
  const [given, most] = [vote.agree + vote.disagree + vote.other, votesAtMost(vote.way, entry)]
  if (!(given > most)) return []
  const whole: Words = WAYS_TO_EVERY_HOME.includes(vote.way)
    ? ['tổng số hộ của thôn', 'all households of the village']
    : ['số hộ có người đại diện dự họp', 'households represented']
  return [
    {
      field: 'agree',
      says: [
        `Cộng ba ô được ${formatNumber(given)} hộ, nhiều hơn ${whole[0]} (${formatNumber(most)}). Mỗi hộ một phiếu: đề nghị đếm lại theo hộ.`,
        `The three add up to ${formatNumber(given)}, more than ${whole[1]} (${formatNumber(most)}). One household, one vote: count again by households.`,
      ],
    },
  ]
}

const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1000) / whole) / 10

/** What the law makes of a vote, against the households that were frozen. */
export function judgeVote(step: Facts, entry: Facts, law: Law): Values {
  const households = numberIn(entry.values, 'households')
  const agree = numberIn(step.values, 'agree')
  const verdict = verdictOf(law, step.values['matter'] as Matter, households, agree, calendarDate(step.happenedOn))
  return {
    ofHouseholds: households,
    needed: verdict?.needed ?? null,
    agreePercent: percentOf(agree, households),
    verdict: verdict === undefined ? 'no-rule' : verdict.isPassed ? 'passed' : 'not-passed',
    reckoning: verdict?.says[0] ?? '',
    ruleSource: verdict?.source ?? '',
  }
}

/** On what ground a meeting was held in clusters; null when it was not. */
export function judgeMeeting({ happenedOn, values }: Facts, law: Law): Values {
  if (values['form'] !== 'clusters') return { clusterGround: null }
  const from = lawValue(law, 'decision.cluster.households', calendarDate(happenedOn))
  const isLarge = from === undefined || numberIn(values, 'households') >= from
  return { clusterGround: isLarge ? 'households' : values['isScattered'] === true ? 'scattered' : 'none' }
}
