// Rows that many units' books have in common, made from a few figures each.
import { bodies } from '@kheo/features/registers/bodies/register.ts'
import { citizenReceptions } from '@kheo/features/registers/citizen-receptions/register.ts'
import type { commendations } from '@kheo/features/registers/commendations/register.ts'
import type { conferences } from '@kheo/features/registers/conferences/register.ts'
import type { petitions } from '@kheo/features/registers/petitions/register.ts'
import type { skilfulModels } from '@kheo/features/registers/skilful-models/register.ts'
import type { FormOf, InputOf } from '@kheo/kit/register/declare.ts'
import { book, type Book, type RowIn, type StepRow } from './books.ts'
import { themes } from './themes.ts'

export const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new RangeError('empty list')
  return found
}

export const twoDigits = (value: number): string => String(value).padStart(2, '0')

type ModelForm = FormOf<typeof skilfulModels>
export type ModelTurn = {
  readonly on: string
  readonly bloc: ModelForm['bloc']
  readonly sponsor?: string
  readonly isFriendly?: boolean
  readonly isNew?: boolean
  readonly key?: string
  readonly steps?: readonly StepRow[]
}

/** One model of a place, from the themes by turns. */
export function modelRow(place: string, turn: number, it: ModelTurn): RowIn<typeof skilfulModels> {
  const friendly = themes.find((each) => each.name.startsWith('Chính quyền thân thiện'))
  const theme = it.isFriendly === true && friendly !== undefined ? friendly : at(themes, turn)
  const sponsor = it.sponsor ?? `Khối dân vận ${place}`
  return {
    on: it.on,
    ...(it.key === undefined ? {} : { key: it.key }),
    ...(it.steps === undefined ? {} : { steps: it.steps }),
    values: {
      name: `${theme.name} – ${it.sponsor ?? place}`,
      field: theme.field,
      bloc: it.bloc,
      exemplar: theme.exemplar,
      novelty: it.isNew === false ? 'continued' : 'new',
      isFriendlyGovernment: it.isFriendly === true,
      sponsor,
      situation: 'Việc được Nhân dân nêu nhiều lần tại hội nghị đầu năm.',
      goals: theme.goal,
      content: 'Họp dân bàn cách làm, phân công từng tổ, công khai kết quả hằng tháng tại nhà văn hóa.',
      area: place,
      forces: `${sponsor} chủ trì; Mặt trận Tổ quốc và các đoàn thể phối hợp; Nhân dân tham gia.`,
      resources: 'Nhân dân đóng góp ngày công; ngân sách hỗ trợ vật liệu.',
      schedule: 'Triển khai từ quý I, đánh giá cuối năm.',
      outputs: theme.output,
      sustainability: 'Giao tổ tự quản duy trì; xem xét nhân rộng sang thôn, tổ dân phố bên cạnh.',
    },
  }
}

const COMPETENT = { isAdmissible: true, isCompetent: true } as const

/** A proposal within the commune's competence, classified, taken up, and answered where a day is given. */
export const proposalRow = (it: {
  readonly on: string
  readonly arrivalNo: string
  readonly topic: InputOf<typeof petitions>['topic']
  readonly classifiedOn: string
  readonly answeredOn: string | null
}): RowIn<typeof petitions> => ({
  on: it.on,
  values: { arrivalNo: it.arrivalNo, kind: 'proposal', topic: it.topic },
  steps: [
    ['classified', it.classifiedOn, COMPETENT],
    ['accepted', it.classifiedOn],
    ...(it.answeredOn === null ? [] : [['answered', it.answeredOn] as const]),
  ],
})

type ReceptionForm = FormOf<typeof citizenReceptions>

/** One session in counts: a third more people than visits, and every fourth case not for the first time. */
export const receptionRow = (
  on: string,
  kind: ReceptionForm['kind'],
  head: ReceptionForm['head'],
  visits: number,
  more: Partial<InputOf<typeof citizenReceptions>> = {},
  steps: readonly StepRow[] = [],
): RowIn<typeof citizenReceptions> => ({
  on,
  steps,
  values: {
    kind,
    head: kind === 'regular' ? null : head,
    visits,
    persons: visits + Math.floor(visits / 3),
    firstCases: visits - Math.floor(visits / 4),
    repeatCases: Math.floor(visits / 4),
    ...more,
  },
})

/** A half year's visits shared out over four sessions of the chair, two of regular reception and one of a deputy. */
export function receptionsOf(year: string, visits: number): Book {
  const byHead = Math.floor(visits / 3)
  const byDeputy = Math.floor(visits / 12)
  const regular = visits - byHead - byDeputy
  const heads = [1, 2, 4, 5].map((month, index) =>
    receptionRow(
      `${year}-0${month}-12`,
      'head-scheduled',
      'commune-chair',
      Math.floor(byHead / 4) + (index < byHead % 4 ? 1 : 0),
    ),
  )
  return book(citizenReceptions, [
    ...heads,
    receptionRow(`${year}-03-31`, 'regular', null, Math.ceil(regular / 2)),
    receptionRow(`${year}-05-20`, 'regular', null, Math.floor(regular / 2)),
    ...(byDeputy === 0 ? [] : [receptionRow(`${year}-03-12`, 'delegated', 'commune-chair', byDeputy)]),
  ])
}

export type Standing = {
  readonly on: string
  readonly place: string
  /** Such as `thôn` or `khu phố`: what its villages are called. */
  readonly village: string
  readonly villages: number
  /** Members of one mobilisation team. */
  readonly members: number
  /** Begins the keys of the rows. */
  readonly key: string
}

/** The committees, teams and offices that every commune has. */
export function standingBodies(it: Standing): Book {
  const { on, place, key } = it
  const names = Array.from({ length: it.villages }, (_, index) => `${it.village} số ${index + 1}`)
  const schools = ['Trường Mầm non', 'Trường Tiểu học', 'Trường Trung học cơ sở']
  return book(bodies, [
    { on, values: { kind: 'steering-committee', name: `Ban Chỉ đạo thực hiện QCDC ${place}`, members: 13 } },
    { on, values: { kind: 'mobilisation-bloc', name: `Khối dân vận ${place}`, members: 9 } },
    { on, values: { kind: 'people-inspectorate', name: `Ban Thanh tra nhân dân ${place}`, members: 7, deputies: 1 } },
    { on, values: { kind: 'investment-board', name: `Ban Giám sát đầu tư của cộng đồng ${place}`, members: 5 } },
    ...names.map((name, index) => ({
      on,
      key: `${key}/team-${index + 1}`,
      values: { kind: 'mobilisation-team' as const, name: `Tổ dân vận ${name}`, village: name, members: it.members },
    })),
    ...names.map((name) => ({
      on,
      values: { kind: 'mediation-team' as const, name: `Tổ hòa giải ${name}`, village: name, members: 5 },
    })),
    ...schools.map((name) => ({ on, values: { kind: 'office' as const, name: `${name} ${place}` } })),
  ])
}

type ConferenceForm = FormOf<typeof conferences>

/** A conference that was held on its day, with the notice of conclusions where one was sent. */
export const conferenceRow = (
  on: string,
  kind: ConferenceForm['kind'],
  title: string,
  more: Partial<InputOf<typeof conferences>> & {
    readonly delegates?: number
    readonly notice?: readonly [number: string, on: string]
    readonly key?: string
  } = {},
): RowIn<typeof conferences> => {
  const { delegates, notice, key, ...values } = more
  return {
    on,
    ...(key === undefined ? {} : { key }),
    values: { kind, title, subjects: ['dan-van'], ...values },
    steps: [
      ['held', on, { delegates: delegates ?? null }],
      ...(notice === undefined ? [] : [['concluded', notice[1], { notice: notice[0] }] as const]),
    ],
  }
}

/** A nomination for a certificate of merit of a district's office, by its winner's post or organisation. */
export const districtAwardRow = (it: {
  readonly key: string
  readonly nominatedOn: string
  readonly subject: FormOf<typeof commendations>['subject']
  readonly winner: FormOf<typeof commendations>['winner']
  readonly name: string
  readonly achievement: string
}): RowIn<typeof commendations> => ({
  on: it.nominatedOn,
  key: it.key,
  values: {
    winner: it.winner,
    name: it.name,
    form: 'certificate-of-merit',
    level: 'district',
    ground: 'campaign',
    subject: it.subject,
    achievement: it.achievement,
  },
})
