// The demonstration world, played in order of time: five offices' years as published, and the wards that stand today.
import { createFirstAdministrator } from '@kheo/features/people/actions.ts'
import type { World } from '@kheo/features/context.ts'
import type { Accounts } from '@kheo/features/people/accounts.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import { hangToday } from '@kheo/features/figures/index.ts'
import {
  accept,
  approveAndIssue,
  handleProposal,
  registerModel,
  sendBack,
  stepModelOn,
  submit,
  typeFigures,
} from './deeds.ts'
import {
  actorNamed,
  communesOf,
  DEMO_PASSWORD,
  grantPost,
  setDay,
  usernameOf,
  type Clock,
  type Stage,
} from './stage.ts'
import { officeSponsors } from './themes.ts'

const DUY_TIEN = 'D349'
const TAM_DIEP = 'D370'
const DI_AN = 'D724'
const UNNAMED_DISTRICT = 'D-A'
const UNNAMED_PROVINCE = 'P-A'
const NINH_BINH = 'P37@2025'
const HO_CHI_MINH = 'P79@2025'
/** Wards that Duy Tiên's communes went into on 1/7/2025. */
const WARDS = ['X13324@2025', 'X13330@2025', 'X13336@2025', 'X13348@2025', 'X13363@2025', 'X13366@2025'] as const
const HOA_MAC = 'X13324'
const MOC_BAC = 'X13327'

/** The five reports whose figures are known from what the offices published. */
export const knownReports = [
  { unit: DUY_TIEN, type: 'dan-van', period: '2019' },
  { unit: TAM_DIEP, type: 'dan-van', period: '2021-H1' },
  { unit: UNNAMED_PROVINCE, type: 'dan-van', period: '2017-Q3' },
  { unit: UNNAMED_DISTRICT, type: 'dvk', period: '2019' },
  { unit: DI_AN, type: 'dan-van', period: '2022' },
] as const

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new RangeError('empty list')
  return found
}

/** Shares a whole out over n parts, the first parts getting one more. */
const shareOut = (whole: number, n: number): number[] =>
  Array.from({ length: n }, (_, index) => Math.floor(whole / n) + (index < whole % n ? 1 : 0))

async function grantPosts(stage: Stage): Promise<void> {
  const area = async (unit: string, compiler: string, leader: string): Promise<void> => {
    await grantPost(stage, {
      unit,
      role: 'compiler',
      username: usernameOf(stage.world, unit, 'tonghop'),
      title: (name) => `${compiler} ${name}`,
    })
    await grantPost(stage, {
      unit,
      role: 'consolidator',
      username: usernameOf(stage.world, unit, 'tonghop'),
      title: (name) => `${compiler} ${name}`,
    })
    await grantPost(stage, {
      unit,
      role: 'approver',
      username: usernameOf(stage.world, unit, 'lanhdao'),
      title: (name) => `${leader} ${name}`,
    })
  }
  for (const unit of [DUY_TIEN, TAM_DIEP, DI_AN, UNNAMED_DISTRICT])
    await area(unit, 'Cán bộ tổng hợp Ban Dân vận', 'Lãnh đạo Ban Dân vận')
  for (const unit of [NINH_BINH, HO_CHI_MINH, UNNAMED_PROVINCE])
    await area(unit, 'Chuyên viên tổng hợp', 'Lãnh đạo Ban Tuyên giáo và Dân vận')
  const communes = new Set<string>([
    ...communesOf(stage, DUY_TIEN, '2019-12-31'),
    ...communesOf(stage, DUY_TIEN, '2025-06-30'),
    ...communesOf(stage, TAM_DIEP, '2021-06-30'),
    ...communesOf(stage, DI_AN, '2022-12-31'),
    ...communesOf(stage, UNNAMED_DISTRICT, '2019-12-31'),
    ...WARDS,
  ])
  for (const unit of communes)
    await grantPost(stage, {
      unit,
      role: 'compiler',
      username: usernameOf(stage.world, unit, unit.includes('@') ? 'nay' : 'cb'),
      title: (name) => `Cán bộ tổng hợp ${name}`,
    })
  for (const unit of WARDS)
    await grantPost(stage, {
      unit,
      role: 'approver',
      username: usernameOf(stage.world, unit, 'ld'),
      title: (name) => `Lãnh đạo ${name}`,
    })
}

async function playUnnamedProvince(stage: Stage): Promise<void> {
  stage.say('Tỉnh chưa rõ tên: giao ban quý III năm 2017')
  await setDay(stage, '2017-10-16')
  await typeFigures(stage, UNNAMED_PROVINCE, 'dan-van', '2017-Q3', { HN01: 1 })
  await submit(stage, UNNAMED_PROVINCE, 'dan-van', '2017-Q3')
  await setDay(stage, '2017-10-17')
  await approveAndIssue(stage, UNNAMED_PROVINCE, 'dan-van', '2017-Q3', { number: '87', on: '2017-10-17' })
}

/** 60 models: 21 of offices, 39 of communes; two of them friendly governments, at Hòa Mạc and Mộc Bắc. */
async function playDuyTien(stage: Stage): Promise<void> {
  stage.say('Duy Tiên: 60 mô hình năm 2019')
  await setDay(stage, '2019-03-29')
  const communes = communesOf(stage, DUY_TIEN, '2019-12-31')
  const counts = shareOut(39, communes.length)
  let turn = 0
  for (const [index, unit] of communes.entries()) {
    for (let n = 0; n < (counts[index] ?? 0); n += 1) {
      const isFriendly = n === 0 && (unit === HOA_MAC || unit === MOC_BAC)
      await registerModel(stage, unit, turn, {
        on: `2019-03-${String(4 + (turn % 24)).padStart(2, '0')}`,
        bloc: 'localities',
        isFriendly,
        isNew: turn % 3 !== 0,
      })
      turn += 1
    }
  }
  for (const sponsor of officeSponsors) {
    await registerModel(stage, DUY_TIEN, turn, { on: '2019-03-20', bloc: 'offices', sponsor, isNew: turn % 3 !== 0 })
    turn += 1
  }
  await setDay(stage, '2019-12-24')
  for (const unit of communes) await submit(stage, unit, 'dan-van', '2019', { TC04: 6, TC05: 54 })
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
  await submit(stage, HOA_MAC, 'dan-van', '2019', { TC05: 58 })
  for (const unit of communes) await accept(stage, DUY_TIEN, unit, 'dan-van', '2019')
  await setDay(stage, '2020-01-15')
  await typeFigures(stage, DUY_TIEN, 'dan-van', '2019', { HN01: 1 })
  await submit(stage, DUY_TIEN, 'dan-van', '2019')
  await setDay(stage, '2020-01-16')
  await approveAndIssue(stage, DUY_TIEN, 'dan-van', '2019', { number: '5', on: '2020-01-16' })
}

/** 55 models, 02 put forward to the province; giấy khen to 10 collectives and 08 persons. */
async function playUnnamedDistrict(stage: Stage): Promise<void> {
  stage.say('Huyện chưa rõ tên: 55 mô hình năm 2019')
  await setDay(stage, '2019-04-10')
  const communes = communesOf(stage, UNNAMED_DISTRICT, '2019-12-31')
  const counts = shareOut(35, communes.length)
  const chosen: { unit: string; id: string }[] = []
  let turn = 3
  for (const [index, unit] of communes.entries()) {
    for (let n = 0; n < (counts[index] ?? 0); n += 1) {
      const id = await registerModel(stage, unit, turn, { on: '2019-03-25', bloc: 'localities', isNew: turn % 2 === 0 })
      if (n === 0 && chosen.length < 2) chosen.push({ unit, id })
      turn += 1
    }
  }
  for (const sponsor of officeSponsors.slice(0, 20)) {
    await registerModel(stage, UNNAMED_DISTRICT, turn, {
      on: '2019-03-26',
      bloc: 'offices',
      sponsor,
      isNew: turn % 2 === 0,
    })
    turn += 1
  }
  const life = [
    ['approved', '2019-04-08'],
    ['launched', '2019-05-19'],
    ['monitored', '2019-09-12'],
    ['effective', '2019-11-05'],
    ['self-assessed', '2019-11-08'],
    ['recognised-commune', '2019-11-29'],
    ['put-forward', '2019-12-06'],
  ] as const
  await setDay(stage, '2019-12-10')
  for (const { unit, id } of chosen) for (const [kind, on] of life) await stepModelOn(stage, unit, id, kind, on)
  await setDay(stage, '2019-12-23')
  for (const unit of communes) await submit(stage, unit, 'dvk', '2019')
  for (const unit of communes) await accept(stage, UNNAMED_DISTRICT, unit, 'dvk', '2019')
  await setDay(stage, '2020-01-02')
  await submit(stage, UNNAMED_DISTRICT, 'dvk', '2019', { TK01: 10, TK02: 8 })
  await setDay(stage, '2020-01-03')
  await approveAndIssue(stage, UNNAMED_DISTRICT, 'dvk', '2019', { number: '2', on: '2020-01-03' })
}

/** 117 visits; petitions 24 = 08 + 16; 9.081 gifts worth 2.811,7 triệu đồng; turnout 99,95 %, 5/9 units at 100 %. */
async function playTamDiep(stage: Stage): Promise<void> {
  stage.say('Tam Điệp: 6 tháng đầu năm 2021')
  await setDay(stage, '2021-06-22')
  const communes = communesOf(stage, TAM_DIEP, '2021-06-30')
  const petitions = [5, 4, 3, 3, 2, 2, 2, 2, 1]
  const answered = [2, 1, 1, 1, 1, 1, 1, 0, 0]
  const visits = [24, 18, 15, 13, 12, 11, 10, 8, 6]
  const gifts = [1500, 1320, 1200, 1050, 1011, 900, 800, 700, 600]
  const worth = [465.2, 410.5, 372, 325.5, 313, 279, 248, 217, 181.5]
  const voters = [7600, 6900, 6100, 5400, 5000, 4600, 4000, 3600, 3000]
  const stayed = [9, 7, 4, 3, 0, 0, 0, 0, 0]
  let number = 1
  for (const [index, unit] of communes.entries()) {
    for (let n = 0; n < at(petitions, index); n += 1) {
      const day = String(3 + ((number * 5) % 24)).padStart(2, '0')
      await handleProposal(stage, unit, {
        on: `2021-0${2 + (n % 3)}-${day}`,
        arrivalNo: String(number),
        topic: at(['land', 'policy', 'other', 'officials'] as const, number),
        classifiedOn: '2021-05-05',
        answeredOn: n < at(answered, index) ? '2021-05-28' : null,
      })
      number += 1
    }
    await submit(stage, unit, 'dan-van', '2021-H1', {
      TD01: at(visits, index),
      AS01: at(gifts, index),
      AS02: at(worth, index),
      TT03: at(voters, index),
      TT04: at(voters, index) - at(stayed, index),
    })
    await accept(stage, TAM_DIEP, unit, 'dan-van', '2021-H1')
  }
  await setDay(stage, '2021-07-01')
  await submit(stage, TAM_DIEP, 'dan-van', '2021-H1', { HN01: 1 })
  await setDay(stage, '2021-07-02')
  await approveAndIssue(stage, TAM_DIEP, 'dan-van', '2021-H1', { number: '112', on: '2021-07-02' })
}

/** Giấy khen: dân vận 11 collectives and 21 persons, QCDC 11 and 11. */
async function playDiAn(stage: Stage): Promise<void> {
  stage.say('Dĩ An: khen thưởng năm 2022')
  await setDay(stage, '2022-12-26')
  const communes = communesOf(stage, DI_AN, '2022-12-31')
  for (const unit of communes) {
    await submit(stage, unit, 'dan-van', '2022', { TC06: 1 })
    await accept(stage, DI_AN, unit, 'dan-van', '2022')
  }
  await setDay(stage, '2023-02-16')
  await typeFigures(
    stage,
    DI_AN,
    'dan-van',
    '2022',
    { HN01: 1 },
    { TK01: { 'dan-van': 11, qcdc: 11 }, TK02: { 'dan-van': 21, qcdc: 11 } },
  )
  await submit(stage, DI_AN, 'dan-van', '2022')
  await setDay(stage, '2023-02-17')
  await approveAndIssue(stage, DI_AN, 'dan-van', '2022', { number: '19', on: '2023-02-17' })
}

/** The last half year of the old communes, so that the wards of today have something to compare with. */
async function playLastCommunes(stage: Stage): Promise<void> {
  stage.say('Duy Tiên: 6 tháng đầu năm 2025, trước khi sắp xếp')
  await setDay(stage, '2025-05-28')
  const communes = communesOf(stage, DUY_TIEN, '2025-05-28')
  for (const [index, unit] of communes.entries()) {
    for (let n = 0; n < 1 + (index % 3); n += 1)
      await registerModel(stage, unit, index + n * 5, {
        on: `2025-03-${String(5 + index).padStart(2, '0')}`,
        bloc: 'localities',
      })
    await submit(stage, unit, 'dan-van', '2025-H1', { TD01: 6 + (index % 5) })
    await accept(stage, DUY_TIEN, unit, 'dan-van', '2025-H1')
  }
}

/** The wards of today in the first half of 2026: some approved, one returned, one waiting, two silent. */
async function playToday(stage: Stage): Promise<void> {
  stage.say('Sáu phường hôm nay: 6 tháng đầu năm 2026')
  await setDay(stage, '2026-06-08')
  let number = 1
  for (const [index, unit] of WARDS.entries()) {
    for (let n = 0; n < 3 + (index % 3); n += 1)
      await registerModel(stage, unit, index * 4 + n, {
        on: `2026-0${2 + (n % 3)}-${String(6 + index * 2).padStart(2, '0')}`,
        bloc: 'localities',
      })
    for (let n = 0; n < 2 + (index % 2); n += 1) {
      await handleProposal(stage, unit, {
        on: `2026-0${3 + (n % 2)}-1${n}`,
        arrivalNo: String(number),
        topic: 'land',
        classifiedOn: '2026-05-04',
        answeredOn: n === 0 ? '2026-05-20' : null,
      })
      number += 1
    }
    if (index < 5)
      await typeFigures(stage, unit, 'dan-van', '2026-H1', {
        TD01: 12 + index * 3,
        TC01: 14 + index,
        TC04: 14 + index,
        TC05: (14 + index) * 9,
        TT01: 5 + index,
        AS01: 120 + index * 10,
        AS02: 38.5 + index * 4,
      })
  }
  await setDay(stage, '2026-06-10')
  const [first, second, third, fourth] = WARDS
  for (const unit of [first, second, third, fourth]) await submit(stage, unit, 'dan-van', '2026-H1')
  await setDay(stage, '2026-06-12')
  await accept(stage, NINH_BINH, second, 'dan-van', '2026-H1')
  await accept(stage, NINH_BINH, third, 'dan-van', '2026-H1')
  await sendBack(
    stage,
    NINH_BINH,
    first,
    'dan-van',
    '2026-H1',
    'Số lượt tiếp công dân thấp hơn cùng kỳ, đề nghị kiểm tra lại sổ tiếp công dân.',
    ['TD01'],
  )
}

/** Accounts that a newcomer can sign in with today. */
export type DemoAccount = { readonly username: string; readonly password: string; readonly who: string }

export function demoAccounts(world: World): DemoAccount[] {
  return [
    { username: usernameOf(world, WARDS[0], 'nay'), password: DEMO_PASSWORD, who: 'Cán bộ tổng hợp phường Duy Tiên' },
    { username: usernameOf(world, WARDS[0], 'ld'), password: DEMO_PASSWORD, who: 'Lãnh đạo phường Duy Tiên' },
    {
      username: usernameOf(world, NINH_BINH, 'tonghop'),
      password: DEMO_PASSWORD,
      who: 'Chuyên viên tổng hợp tỉnh Ninh Bình',
    },
    {
      username: usernameOf(world, NINH_BINH, 'lanhdao'),
      password: DEMO_PASSWORD,
      who: 'Lãnh đạo Ban Tuyên giáo và Dân vận tỉnh Ninh Bình',
    },
    { username: 'trunguong', password: DEMO_PASSWORD, who: 'Chuyên viên tổng hợp Trung ương' },
    { username: 'quantri', password: DEMO_PASSWORD, who: 'Quản trị hệ thống' },
  ]
}

/** Plays everything on an empty world, whose clock is `clock`, and leaves it hung as on `today`. */
export async function playDemo(
  world: World,
  accounts: Accounts,
  clock: Clock,
  today: Date,
  say: (line: string) => void,
): Promise<void> {
  clock.now = new Date('2017-01-02T08:30:00+07:00')
  await createFirstAdministrator(world, accounts, {
    username: 'quantri',
    name: 'Quản trị hệ thống',
    password: DEMO_PASSWORD,
    title: 'Quản trị hệ thống',
  })
  const stage: Stage = { world, accounts, clock, say, admin: (): Promise<Actor> => actorNamed(stage, 'quantri') }
  await setDay(stage, '2017-01-02')
  say('Cấp tài khoản theo vị trí')
  await grantPosts(stage)
  await grantPost(stage, {
    unit: 'VN',
    role: 'consolidator',
    username: 'trunguong',
    title: () => 'Chuyên viên tổng hợp Trung ương',
  })
  await playUnnamedProvince(stage)
  await playDuyTien(stage)
  await playUnnamedDistrict(stage)
  await playTamDiep(stage)
  await playDiAn(stage)
  await playLastCommunes(stage)
  await playToday(stage)
  clock.now = today
  await hangToday(world)
}
