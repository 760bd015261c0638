// A thinner year for the other wards of Duy Tiên: the main books, with figures that differ from ward to ward.
import { activities } from '@kheo/features/registers/activities/register.ts'
import { disclosures } from '@kheo/features/registers/disclosures/register.ts'
import { elections } from '@kheo/features/registers/elections/register.ts'
import { mediations } from '@kheo/features/registers/mediations/register.ts'
import { petitions } from '@kheo/features/registers/petitions/register.ts'
import { citizenReceptions } from '@kheo/features/registers/citizen-receptions/register.ts'
import { skilfulModels } from '@kheo/features/registers/skilful-models/register.ts'
import { villageMeetings } from '@kheo/features/registers/village-meetings/register.ts'
import { villages } from '@kheo/features/registers/villages/register.ts'
import { welfare } from '@kheo/features/registers/welfare/register.ts'
import { book, type Book, type RowIn } from '../books.ts'
import { modelRow, proposalRow, receptionRow, standingBodies, twoDigits } from '../rows.ts'

/** A ward by its name and its place in the list: 1 to 5. */
export type ThinWard = { readonly place: string; readonly unit: string; readonly index: number }

const countOf = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))
const groupsOf = (index: number): number => 14 + index
const householdsOf = (index: number, no: number): number => 190 + ((no * 37 + index * 23) % 140)

const placeBook = ({ index }: ThinWard): Book =>
  book(
    villages,
    countOf(groupsOf(index), (n): RowIn<typeof villages> => {
      const households = householdsOf(index, n + 1)
      const residents = Math.round(households * 3.4)
      return {
        on: '2025-07-01',
        values: { name: `TDP số ${n + 1}`, kind: 'residential-group', households, residents, origin: 'standing' },
      }
    }),
  )

const modelBook = ({ place, index }: ThinWard): Book =>
  book(
    skilfulModels,
    countOf(3 + (index % 3), (n) =>
      modelRow(place, index * 4 + n, {
        on: `2026-0${2 + (n % 3)}-${twoDigits(6 + index * 2)}`,
        bloc: 'localities',
        steps: n === 0 ? [['approved', '2026-05-20']] : [],
      }),
    ),
  )

const petitionBook = ({ index }: ThinWard): Book =>
  book(petitions, [
    ...countOf(2 + (index % 2), (n) =>
      proposalRow({
        on: `2026-0${3 + (n % 2)}-1${n}`,
        arrivalNo: String(n + 1),
        topic: 'land',
        classifiedOn: '2026-05-04',
        answeredOn: n === 0 ? '2026-05-20' : null,
      }),
    ),
    proposalRow({
      on: '2026-09-10',
      arrivalNo: '4',
      topic: 'policy',
      classifiedOn: '2026-09-17',
      answeredOn: '2026-10-09',
    }),
  ])

/** The chair's weekly day and a month's regular reception, from January to October. */
const receptionBook = ({ index }: ThinWard): Book =>
  book(
    citizenReceptions,
    countOf(10, (n) => twoDigits(n + 1)).flatMap((month, n) => [
      ...['06', '13', '20', '27'].map((day, week) =>
        receptionRow(`2026-${month}-${day}`, 'head-scheduled', 'commune-chair', 1 + ((n + week + index) % 3)),
      ),
      receptionRow(`2026-${month}-28`, 'regular', null, 3 + ((n + index) % 4)),
    ]),
  )

const activityBook = ({ index }: ThinWard): Book =>
  book(
    activities,
    countOf(8 + index, (n): RowIn<typeof activities> => {
      const on = `2026-${twoDigits(1 + Math.floor((n * 10) / (8 + index)))}-${twoDigits(5 + ((n * 7) % 20))}`
      const attendees = 60 + ((n * 31 + index * 17) % 120)
      return n % 4 === 3
        ? { on, values: { kind: 'joint-work', title: 'Ra quân vệ sinh môi trường', attendees } }
        : { on, values: { kind: 'propaganda-meeting', title: 'Tuyên truyền chủ trương, pháp luật mới', attendees } }
    }),
  )

const welfareBook = ({ index }: ThinWard): Book =>
  book(welfare, [
    {
      on: '2026-02-06',
      values: {
        kind: 'gifts',
        recipients: 'policy-families',
        occasion: 'lunar-new-year',
        parcels: 120 + index * 10,
        value: 38_500_000 + index * 4_000_000,
        origin: 'budget',
      },
    },
    {
      on: '2026-07-24',
      values: {
        kind: 'gifts',
        recipients: 'policy-families',
        occasion: 'war-invalids-day',
        parcels: 130 + index * 8,
        value: 45_000_000 + index * 3_500_000,
        origin: 'budget',
      },
    },
  ])

const electionBook = ({ index }: ThinWard): Book => {
  const listed = 8100 + index * 640
  return book(elections, [
    {
      on: '2026-03-15',
      values: { kind: 'general', listed, voted: index % 2 === 0 ? listed : listed - index * 4 },
      steps: [['confirmed', '2026-03-20']],
    },
  ])
}

const mediationBook = ({ index }: ThinWard): Book =>
  book(
    mediations,
    countOf(6 + index, (n): RowIn<typeof mediations> => {
      const month = twoDigits(1 + ((n * 2) % 10))
      const village = `TDP số ${1 + ((n * 3 + index) % groupsOf(index))}`
      return {
        on: `2026-${month}-08`,
        values: { kind: n % 2 === 0 ? 'civil' : 'discord', village },
        steps: [
          ['session', `2026-${month}-10`, { mediators: 3 }],
          n % 5 === 4
            ? ['not-settled', `2026-${month}-24`, { reason: 'no-agreement' }]
            : ['settled', `2026-${month}-19`, { agreement: 'whole', isWritten: true }],
        ],
      }
    }),
  )

const meetingBook = ({ index }: ThinWard): Book =>
  book(
    villageMeetings,
    countOf(5, (n): RowIn<typeof villageMeetings> => {
      const no = 1 + ((n * 4 + index) % groupsOf(index))
      const households = householdsOf(index, no)
      const on = `2026-${twoDigits(1 + n * 2)}-18`
      const agree = Math.ceil(households * 0.74)
      const question = 'Mức góp làm đường ngõ, điện chiếu sáng'
      return {
        on,
        values: {
          village: `TDP số ${no}`,
          caller: 'village-head',
          form: 'whole',
          households,
          represented: Math.ceil(households * 0.88),
        },
        steps: [
          ['voted', on, { matter: 'contribution', question, way: 'hands', agree, disagree: 12, other: 4 }],
          ['documented', on, { paperKind: 'resolution' }],
        ],
      }
    }),
  )

const disclosureBook = ({ index }: ThinWard): Book =>
  book(
    disclosures,
    (['development-plan', 'budget', 'projects-and-land', 'contribution-funds'] as const).map(
      (item, n): RowIn<typeof disclosures> => {
        const month = twoDigits(1 + n * 3)
        const from = `2026-${month}-${n === index % 4 ? '22' : '08'}`
        return {
          on: `2026-${month}-06`,
          values: {
            item,
            subject: 'Nội dung công khai theo quy định',
            postedFrom: from,
            postedUntil: n === 3 ? null : `2026-${twoDigits(3 + n * 3)}-10`,
            webFrom: from,
          },
        }
      },
    ),
  )

/** The books of a ward, in an order in which they can be written. */
export function thinYear(ward: ThinWard): readonly Book[] {
  const { place, unit, index } = ward
  const standing = { on: '2025-08-11', place, key: unit, village: 'TDP', villages: groupsOf(index), members: 9 }
  return [
    placeBook(ward),
    standingBodies(standing),
    modelBook(ward),
    petitionBook(ward),
    receptionBook(ward),
    activityBook(ward),
    welfareBook(ward),
    electionBook(ward),
    mediationBook(ward),
    meetingBook(ward),
    disclosureBook(ward),
  ]
}
