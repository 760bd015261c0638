// The demonstration world, played in order of time: five offices' years as published, and the wards that stand today.
import { createFirstAdministrator } from '@kheo/features/people/actions.ts'
import type { World } from '@kheo/features/context.ts'
import type { Accounts } from '@kheo/features/people/accounts.ts'
import { dayOf } from '@kheo/features/people/allow.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import { hangToday } from '@kheo/features/figures/index.ts'
import {
  playDiAn,
  playDuyTien,
  playLastCommunes,
  playTamDiep,
  playUnnamedDistrict,
  playUnnamedProvince,
} from './old-years.ts'
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
import { playToday } from './today.ts'
import {
  DI_AN,
  DUY_TIEN,
  HO_CHI_MINH,
  NINH_BINH,
  TAM_DIEP,
  UNNAMED_DISTRICT,
  UNNAMED_PROVINCE,
  WARDS,
} from './units.ts'

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
    await grantPost(stage, {
      unit,
      role: 'editor',
      username: usernameOf(stage.world, unit, 'bientap'),
      title: (name) => `Biên tập viên trang thông tin ${name}`,
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
  await playToday(stage, dayOf(today))
  clock.now = today
  await hangToday(world)
}
