// The registers that a conference lives among, found by the catalogue's code: this room imports none of their folders.
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { World } from '../context.ts'
import type { ConferenceProblem } from './problems.ts'

export const CONFERENCES = 'so_hoi_nghi'
export const TASKS = 'so_nhiem_vu'
export const AWARDS = 'so_khen_thuong'

export function refuse(problem: ConferenceProblem): never {
  throw new Refusal(problem)
}

export const bookByCode = (world: World, code: string): AnyRegister =>
  world.books.find((each) => each.code === code) ?? refuse({ code: 'conference.not_found' })
