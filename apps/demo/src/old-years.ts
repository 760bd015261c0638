// Five offices' years as they were published, and the last half year of the old communes: books first, then reports from them.
import { bodies } from '@kheo/features/registers/bodies/register.ts'
import { conferences } from '@kheo/features/registers/conferences/register.ts'
import { elections } from '@kheo/features/registers/elections/register.ts'
import { petitions } from '@kheo/features/registers/petitions/register.ts'
import { skilfulModels } from '@kheo/features/registers/skilful-models/register.ts'
import { welfare } from '@kheo/features/registers/welfare/register.ts'
import { book, type Book, keepBook, openBook, type RowIn } from './books.ts'
import { accept, approveAndIssue, correct, sendBack, submit } from './deeds.ts'
import { decide, openAwards, present, propose, vote } from './papers/awards.ts'
import { conclude, followUp, hold, inviteTo, planConference } from './papers/conferences.ts'
import { diAnReview } from './papers/di-an.ts'
import { duyTienReview } from './papers/duy-tien.ts'
import { diAnHonours, districtHonours } from './papers/honours.ts'
import { tamDiepReview } from './papers/tam-diep.ts'
import { districtReview, provinceBriefing } from './papers/unnamed.ts'
import { at, conferenceRow, modelRow, proposalRow, receptionsOf, standingBodies, twoDigits } from './rows.ts'
import { communesOf, setDay, type Stage } from './stage.ts'
import { officeSponsors } from './themes.ts'
import { DI_AN, DUY_TIEN, HOA_MAC, MOC_BAC, TAM_DIEP, UNNAMED_DISTRICT, UNNAMED_PROVINCE } from './units.ts'

/** Shares a whole out over n parts, the first parts getting one more. */
const shareOut = (whole: number, n: number): number[] =>
  Array.from({ length: n }, (_, index) => Math.floor(whole / n) + (index < whole % n ? 1 : 0))

/** A unit's name as it is written within a sentence. */
function placeOf(stage: Stage, unit: string, day: string): string {
  const title = stage.world.org().titleOf(unit, day as never)
  return title.charAt(0).toLocaleLowerCase('vi') + title.slice(1)
}

/** Of the quarter itself; its own briefing came in October. */
const provinceConferences = book(conferences, [
  conferenceRow('2017-07-18', 'briefing', 'Hội nghị giao ban công tác dân vận quý II năm 2017', { delegates: 60 }),
])

export async function playUnnamedProvince(stage: Stage): Promise<void> {
  stage.say('Tỉnh chưa rõ tên: giao ban quý III năm 2017')
  await setDay(stage, provinceBriefing.plannedOn)
  await openBook(stage, UNNAMED_PROVINCE, provinceConferences)
  await planConference(stage, provinceBriefing)
  await setDay(stage, provinceBriefing.invitedOn)
  await inviteTo(stage, provinceBriefing)
  await setDay(stage, '2017-10-16')
  await submit(stage, UNNAMED_PROVINCE, 'dan-van', '2017-Q3')
  await setDay(stage, '2017-10-17')
  await approveAndIssue(stage, UNNAMED_PROVINCE, 'dan-van', '2017-Q3', { number: '87', on: '2017-10-17' })
  await hold(stage, provinceBriefing)
  await conclude(stage, provinceBriefing)
  await followUp(stage, provinceBriefing)
}

const duyTienConferences = book(conferences, [
  conferenceRow('2019-07-04', 'interim-review', 'Hội nghị sơ kết công tác dân vận 6 tháng đầu năm 2019', {
    delegates: 85,
  }),
])

const BODIES_ON = '2019-03-05'
const teamsOf = (place: string, unit: string): Book =>
  standingBodies({ on: BODIES_ON, place, key: unit, village: 'thôn', villages: 6, members: 9 })

/** 60 models: 21 of offices, 39 of communes; two of them friendly governments, at Hòa Mạc and Mộc Bắc. */
async function registerDuyTienModels(stage: Stage, communes: readonly string[]): Promise<void> {
  const counts = shareOut(39, communes.length)
  let turn = 0
  for (const [index, unit] of communes.entries()) {
    const rows: RowIn<typeof skilfulModels>[] = []
    for (let n = 0; n < (counts[index] ?? 0); n += 1) {
      const on = `2019-03-${twoDigits(4 + (turn % 24))}`
      const isFriendly = n === 0 && (unit === HOA_MAC || unit === MOC_BAC)
      const place = stage.world.org().titleOf(unit, on as never)
      rows.push(modelRow(place, turn, { on, bloc: 'localities', isFriendly, isNew: turn % 3 !== 0 }))
      turn += 1
    }
    await openBook(stage, unit, book(skilfulModels, rows))
  }
  const ofOffices = officeSponsors.map((sponsor, index) =>
    modelRow('', turn + index, { on: '2019-03-20', bloc: 'offices', sponsor, isNew: (turn + index) % 3 !== 0 }),
  )
  await openBook(stage, DUY_TIEN, book(skilfulModels, ofOffices))
}

/** Hòa Mạc's report comes back for the members of its mobilisation teams: one team has 13, not 9. */
async function mendHoaMac(stage: Stage): Promise<void> {
  await sendBack(
    stage,
    DUY_TIEN,
    HOA_MAC,
    'dan-van',
    '2019',
    'Đề nghị rà lại số thành viên tổ dân vận, khác số đã gửi đầu năm.',
    ['TC05'],
  )
  await setDay(stage, '2019-12-26')
  const key = `${HOA_MAC}/team-1`
  const row = teamsOf(placeOf(stage, HOA_MAC, BODIES_ON), HOA_MAC).rows.find((each) => each.key === key)
  await correct(stage, HOA_MAC, bodies, { key, on: BODIES_ON, values: { ...row?.values, members: 13 } })
  await submit(stage, HOA_MAC, 'dan-van', '2019')
}

export async function playDuyTien(stage: Stage): Promise<void> {
  stage.say('Duy Tiên: 60 mô hình năm 2019')
  await setDay(stage, '2019-03-29')
  const communes = communesOf(stage, DUY_TIEN, '2019-12-31')
  await registerDuyTienModels(stage, communes)
  for (const unit of communes) await openBook(stage, unit, teamsOf(placeOf(stage, unit, BODIES_ON), unit))
  await setDay(stage, '2019-12-24')
  for (const unit of communes) await submit(stage, unit, 'dan-van', '2019')
  await mendHoaMac(stage)
  for (const unit of communes) await accept(stage, DUY_TIEN, unit, 'dan-van', '2019')
  const review = duyTienReview(stage)
  await setDay(stage, review.plannedOn)
  await openBook(stage, DUY_TIEN, duyTienConferences)
  await planConference(stage, review)
  await setDay(stage, review.invitedOn)
  await inviteTo(stage, review)
  await setDay(stage, '2020-01-15')
  await submit(stage, DUY_TIEN, 'dan-van', '2019')
  await setDay(stage, '2020-01-16')
  await approveAndIssue(stage, DUY_TIEN, 'dan-van', '2019', { number: '5', on: '2020-01-16' })
  await hold(stage, review)
  await conclude(stage, review)
  await followUp(stage, review)
}

const CHOSEN = [
  ['approved', '2019-04-08'],
  ['launched', '2019-05-19'],
  ['monitored', '2019-09-12'],
  ['effective', '2019-11-05'],
  ['self-assessed', '2019-11-08'],
  ['recognised-commune', '2019-11-29'],
  ['put-forward', '2019-12-06'],
] as const

/** 55 models, 02 put forward to the province; giấy khen to 10 collectives and 08 persons. */
export async function playUnnamedDistrict(stage: Stage): Promise<void> {
  stage.say('Huyện chưa rõ tên: 55 mô hình năm 2019')
  const communes = communesOf(stage, UNNAMED_DISTRICT, '2019-12-31')
  const counts = shareOut(35, communes.length)
  const first = 3
  const books = communes.map((unit, index) => {
    const place = stage.world.org().titleOf(unit, '2019-03-25' as never)
    const before = first + counts.slice(0, index).reduce((sum, count) => sum + count, 0)
    const rows = Array.from({ length: counts[index] ?? 0 }, (_, n) =>
      modelRow(place, before + n, {
        on: '2019-03-25',
        bloc: 'localities',
        isNew: (before + n) % 2 === 0,
        steps: n === 0 && index < 2 ? CHOSEN : [],
      }),
    )
    return { unit, models: book(skilfulModels, rows) }
  })
  const ofOffices = officeSponsors
    .slice(0, 20)
    .map((sponsor, index) =>
      modelRow('', first + 35 + index, { on: '2019-03-26', bloc: 'offices', sponsor, isNew: index % 2 !== 0 }),
    )
  await setDay(stage, '2019-04-10')
  for (const { unit, models } of books) await keepBook(stage, unit, models, '', '2019-04-10')
  await openBook(stage, UNNAMED_DISTRICT, book(skilfulModels, ofOffices))
  await setDay(stage, '2019-12-10')
  for (const { unit, models } of books) await keepBook(stage, unit, models, '2019-04-10', '2019-12-10')
  const {
    book: nominations,
    round,
    collectives,
  } = districtHonours(communes.map((unit) => placeOf(stage, unit, '2019-12-09')))
  const review = districtReview(stage, collectives)
  await openBook(stage, UNNAMED_DISTRICT, nominations)
  const awards = await openAwards(stage, round)
  await propose(stage, awards, '2019-12-11', 163)
  await setDay(stage, review.plannedOn)
  await planConference(stage, review)
  await vote(stage, awards, { on: '2019-12-20', members: 11, present: 11 })
  await decide(stage, awards, '2019-12-27')
  for (const unit of communes) await submit(stage, unit, 'dvk', '2019')
  for (const unit of communes) await accept(stage, UNNAMED_DISTRICT, unit, 'dvk', '2019')
  await setDay(stage, review.invitedOn)
  await inviteTo(
    stage,
    review,
    round.lines.map(({ entry }) => entry),
  )
  await setDay(stage, '2020-01-02')
  await submit(stage, UNNAMED_DISTRICT, 'dvk', '2019')
  await setDay(stage, '2020-01-03')
  await approveAndIssue(stage, UNNAMED_DISTRICT, 'dvk', '2019', { number: '2', on: '2020-01-03' })
  await hold(stage, review)
  await present(stage, awards, '2020-01-03')
  await conclude(stage, review)
  await followUp(stage, review)
}

/** Of each commune: petitions, answered of them, visits, gifts, their worth in million đồng, voters, voters who stayed at home. */
const TAM_DIEP_COMMUNES = [
  [5, 2, 24, 1500, 465.2, 7600, 9],
  [4, 1, 18, 1320, 410.5, 6900, 7],
  [3, 1, 15, 1200, 372, 6100, 4],
  [3, 1, 13, 1050, 325.5, 5400, 3],
  [2, 1, 12, 1011, 313, 5000, 0],
  [2, 1, 11, 900, 279, 4600, 0],
  [2, 1, 10, 800, 248, 4000, 0],
  [2, 0, 8, 700, 217, 3600, 0],
  [1, 0, 6, 600, 181.5, 3000, 0],
] as const
const TOPICS = ['land', 'policy', 'other', 'officials'] as const

function tamDiepBooks(index: number, firstNumber: number): readonly Book[] {
  const [proposals, answered, visits, parcels, worth, listed, stayed] = at(TAM_DIEP_COMMUNES, index)
  const rows = Array.from({ length: proposals }, (_, n) => {
    const number = firstNumber + n
    return proposalRow({
      on: `2021-0${2 + (n % 3)}-${twoDigits(3 + ((number * 5) % 24))}`,
      arrivalNo: String(number),
      topic: at(TOPICS, number),
      classifiedOn: '2021-05-05',
      answeredOn: n < answered ? '2021-05-28' : null,
    })
  })
  const gifts = (recipients: 'policy-families' | 'poor', some: number, dong: number): RowIn<typeof welfare> => ({
    on: '2021-02-04',
    values: { kind: 'gifts', occasion: 'lunar-new-year', recipients, parcels: some, value: dong, origin: 'mixed' },
  })
  const toPolicy = Math.round(parcels * 0.6)
  const worthToPolicy = Math.round(worth * 600) * 1000
  return [
    book(petitions, rows),
    receptionsOf('2021', visits),
    book(welfare, [
      gifts('policy-families', toPolicy, worthToPolicy),
      gifts('poor', parcels - toPolicy, Math.round(worth * 1_000_000) - worthToPolicy),
    ]),
    book(elections, [
      {
        on: '2021-05-23',
        values: { kind: 'general', listed, voted: listed - stayed },
        steps: [['confirmed', '2021-05-26']],
      },
    ]),
  ]
}

const tamDiepConferences = book(conferences, [
  conferenceRow('2021-04-06', 'briefing', 'Hội nghị giao ban công tác dân vận quý I năm 2021', { delegates: 42 }),
])

/** 117 visits; petitions 24 = 08 + 16; 9.081 gifts worth 2.811,7 triệu đồng; turnout 99,95 %, 5/9 units at 100 %. */
export async function playTamDiep(stage: Stage): Promise<void> {
  stage.say('Tam Điệp: 6 tháng đầu năm 2021')
  const review = tamDiepReview(stage)
  await setDay(stage, review.plannedOn)
  await openBook(stage, TAM_DIEP, tamDiepConferences)
  await planConference(stage, review)
  await setDay(stage, '2021-06-22')
  let number = 1
  for (const [index, unit] of communesOf(stage, TAM_DIEP, '2021-06-30').entries()) {
    for (const each of tamDiepBooks(index, number)) await openBook(stage, unit, each)
    number += at(TAM_DIEP_COMMUNES, index)[0]
    await submit(stage, unit, 'dan-van', '2021-H1')
    await accept(stage, TAM_DIEP, unit, 'dan-van', '2021-H1')
  }
  await setDay(stage, review.invitedOn)
  await inviteTo(stage, review)
  await setDay(stage, '2021-07-01')
  await submit(stage, TAM_DIEP, 'dan-van', '2021-H1')
  await setDay(stage, '2021-07-02')
  await approveAndIssue(stage, TAM_DIEP, 'dan-van', '2021-H1', { number: '112', on: '2021-07-02' })
  await hold(stage, review)
  await conclude(stage, review)
  await followUp(stage, review)
}

const diAnConferences = book(conferences, [
  conferenceRow('2022-07-06', 'interim-review', 'Hội nghị sơ kết công tác dân vận 6 tháng đầu năm 2022', {
    delegates: 90,
  }),
])

/** Giấy khen: dân vận 11 collectives and 21 persons, QCDC 11 and 11. */
export async function playDiAn(stage: Stage): Promise<void> {
  stage.say('Dĩ An: khen thưởng năm 2022')
  const communes = communesOf(stage, DI_AN, '2022-12-31')
  const wards = communes.map((unit) => placeOf(stage, unit, '2022-12-05'))
  const { book: nominations, round, collectives } = diAnHonours(wards)
  await setDay(stage, '2022-12-06')
  await openBook(stage, DI_AN, nominations)
  const awards = await openAwards(stage, round)
  await propose(stage, awards, '2022-12-08', 214)
  await vote(stage, awards, { on: '2022-12-15', members: 11, present: 11 })
  await decide(stage, awards, '2022-12-23')
  await setDay(stage, '2022-12-26')
  for (const [index, unit] of communes.entries()) {
    const standing = { on: '2022-02-21', village: 'khu phố', villages: 5, members: 7 }
    await openBook(stage, unit, standingBodies({ ...standing, place: at(wards, index), key: unit }))
    await submit(stage, unit, 'dan-van', '2022')
    await accept(stage, DI_AN, unit, 'dan-van', '2022')
  }
  const review = diAnReview(stage, collectives)
  await setDay(stage, review.plannedOn)
  await openBook(stage, DI_AN, diAnConferences)
  await planConference(stage, review)
  await setDay(stage, review.invitedOn)
  await inviteTo(
    stage,
    review,
    round.lines.map(({ entry }) => entry),
  )
  await setDay(stage, '2023-02-16')
  await submit(stage, DI_AN, 'dan-van', '2022')
  await setDay(stage, '2023-02-17')
  await approveAndIssue(stage, DI_AN, 'dan-van', '2022', { number: '19', on: '2023-02-17' })
  await hold(stage, review)
  await present(stage, awards, '2023-02-17')
  await conclude(stage, review)
  await followUp(stage, review)
}

/** The last half year of the old communes, so that the wards of today have something to compare with. */
export async function playLastCommunes(stage: Stage): Promise<void> {
  stage.say('Duy Tiên: 6 tháng đầu năm 2025, trước khi sắp xếp')
  await setDay(stage, '2025-06-20')
  for (const [index, unit] of communesOf(stage, DUY_TIEN, '2025-05-28').entries()) {
    const on = `2025-03-${twoDigits(5 + index)}`
    const place = stage.world.org().titleOf(unit, on as never)
    const rows = Array.from({ length: 1 + (index % 3) }, (_, n) =>
      modelRow(place, index + n * 5, { on, bloc: 'localities' }),
    )
    await openBook(stage, unit, book(skilfulModels, rows))
    await openBook(stage, unit, receptionsOf('2025', 24 + (index % 5) * 2))
    await submit(stage, unit, 'dan-van', '2025-H1')
    await accept(stage, DUY_TIEN, unit, 'dan-van', '2025-H1')
  }
}
