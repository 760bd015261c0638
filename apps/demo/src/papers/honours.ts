// Who was honoured at the district (10 collectives, 08 persons) and at Dĩ An (11 and 21 in mobilisation work, 11 and 11 in grassroots democracy): posts and bodies.
import { commendations } from '@kheo/features/registers/commendations/register.ts'
import { book, type Book, idOf } from '../books.ts'
import { districtAwardRow } from '../rows.ts'
import { DI_AN, UNNAMED_DISTRICT } from '../units.ts'
import type { Round } from './awards.ts'
import { DI_AN_REVIEW, DISTRICT_REVIEW } from './keys.ts'

type Turn = {
  readonly subject: 'dan-van' | 'qcdc' | 'dvk'
  readonly winner: 'collective' | 'individual'
  readonly name: string
}
export type Honours = { readonly book: Book; readonly round: Round; readonly collectives: readonly string[] }

const MATTERS = {
  'dan-van': 'công tác dân vận',
  qcdc: 'thực hiện quy chế dân chủ ở cơ sở',
  dvk: 'phong trào thi đua “Dân vận khéo”',
} as const
/** Đồng with a district's certificate of merit, by the base salary of those years. */
const MONEY = { collective: 894_000, individual: 447_000 } as const

const turns = (subject: Turn['subject'], winner: Turn['winner'], names: readonly string[]): Turn[] =>
  names.map((name) => ({ subject, winner, name }))

type Made = Pick<Round, 'unit' | 'words' | 'reviewedOn' | 'reviewer'> & { readonly nominatedOn: string }

function honours({ nominatedOn, ...round }: Made, all: readonly Turn[]): Honours {
  const { year } = round.words
  const keyOf = (at: number): string => `${round.unit}/khen-thuong/${year}/${at + 1}`
  const rows = all.map(({ subject, winner, name }, at) =>
    districtAwardRow({
      key: keyOf(at),
      nominatedOn,
      subject,
      winner,
      name,
      achievement: `Đã có thành tích xuất sắc trong ${MATTERS[subject]} năm ${year}`,
    }),
  )
  return {
    book: book(commendations, rows),
    round: { ...round, lines: all.map(({ winner }, at) => ({ entry: idOf(keyOf(at)), money: MONEY[winner] })) },
    collectives: all.filter(({ winner }) => winner === 'collective').map(({ name }) => name),
  }
}

/** `places`: the district's communes, as they stand within a sentence. */
export function districtHonours(places: readonly string[]): Honours {
  const collectives = places.flatMap((place) => [`Khối dân vận ${place}`, `Hội Liên hiệp Phụ nữ ${place}`])
  const individuals = [
    ...places.map((place) => `Trưởng khối dân vận ${place}`),
    ...places.slice(0, 3).map((place) => `Chủ tịch Hội Nông dân ${place}`),
  ]
  const words = {
    title: 'Khen thưởng phong trào thi đua “Dân vận khéo” năm 2019',
    subject: 'dvk',
    year: 2019,
    family: 'state',
    proposer: 'Phòng Nội vụ huyện',
    proposedTo: '',
    fund: 'quỹ thi đua, khen thưởng của huyện',
    proposal: '',
    proposedOn: null,
    councilChair: 'Chủ tịch Hội đồng Thi đua - Khen thưởng huyện',
    councilSecretary: 'Trưởng phòng Nội vụ huyện',
    occasion: 'Hội nghị tổng kết QCDC và phong trào thi đua “Dân vận khéo” năm 2019',
    conferenceId: idOf(DISTRICT_REVIEW),
  } as const
  return honours(
    {
      unit: UNNAMED_DISTRICT,
      words,
      nominatedOn: '2019-12-09',
      reviewedOn: '2019-12-10',
      reviewer: 'Trưởng phòng Nội vụ huyện',
    },
    [...turns('dvk', 'collective', collectives), ...turns('dvk', 'individual', individuals)],
  )
}

/** `wards`: those of Dĩ An, as they stand within a sentence. */
export function diAnHonours(wards: readonly string[]): Honours {
  const inCity = (name: string): string => `${name} thành phố Dĩ An`
  const unions = ['Hội Liên hiệp Phụ nữ', 'Hội Nông dân', 'Hội Cựu chiến binh', 'Liên đoàn Lao động'].map(inCity)
  const offices = ['Phòng Nội vụ', 'Thanh tra', 'Phòng Giáo dục và Đào tạo', 'Phòng Tư pháp'].map(inCity)
  const words = {
    title: 'Công tác dân vận và thực hiện quy chế dân chủ ở cơ sở năm 2022',
    subject: null,
    year: 2022,
    family: 'state',
    proposer: 'Phòng Nội vụ thành phố',
    proposedTo: '',
    fund: 'quỹ thi đua, khen thưởng của thành phố',
    proposal: '',
    proposedOn: null,
    councilChair: 'Chủ tịch Hội đồng Thi đua - Khen thưởng thành phố',
    councilSecretary: 'Trưởng phòng Nội vụ thành phố',
    occasion: 'Hội nghị tổng kết công tác dân vận năm 2022',
    conferenceId: idOf(DI_AN_REVIEW),
  } as const
  const ofWards = (title: string): string[] => wards.map((ward) => `${title} ${ward}`)
  return honours(
    {
      unit: DI_AN,
      words,
      nominatedOn: '2022-12-05',
      reviewedOn: '2022-12-06',
      reviewer: 'Trưởng phòng Nội vụ thành phố',
    },
    [
      ...turns('dan-van', 'collective', [...ofWards('Khối dân vận'), ...unions]),
      ...turns(
        'dan-van',
        'individual',
        [1, 2, 3].flatMap((no) => ofWards(`Cán bộ dân vận khu phố ${no},`)),
      ),
      ...turns('qcdc', 'collective', [...ofWards('Ủy ban nhân dân'), ...offices]),
      ...turns('qcdc', 'individual', [
        ...ofWards('Trưởng Ban Thanh tra nhân dân'),
        ...ofWards('Công chức Tư pháp - Hộ tịch').slice(0, 4),
      ]),
    ],
  )
}
