// A round as it stands: its nominations with their steps, awards given before, what the rules of the day say, and what stops a step.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { Db } from '@kheo/db/connect.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import type { StoredEntry } from '@kheo/kit/register/store.ts'
import type { World } from '../context.ts'
import { type PaperHeld, papersOf } from '../documents/index.ts'
import { getPath, today } from '../people/allow.ts'
import { factsOf } from '../registers/steps.ts'
import { BOOK, nominationOf } from './nomination.ts'
import type { AwardProblem } from './problems.ts'
import {
  countFiles,
  findRound,
  listAwarded,
  listBookNumbers,
  listEntriesById,
  listPasses,
  listRoundEntries,
  listStepsOf,
  type StoredPass,
  type StoredRound,
} from './queries.ts'
import { type Earlier, type Finding, type InRound, type Judged, judgeRound } from './rules.ts'

export const ROOM = 'awards'
/** Years back in which awards given before are looked for. */
const YEARS_BACK = 5
const MOST_EARLIER = 2000

export function refuse(problem: AwardProblem): never {
  throw new Refusal(problem)
}

/** The register of commendations. @throws Error when the product is set up without it */
export function bookIn(world: World): AnyRegister {
  const found = world.books.find(({ code }) => code === BOOK)
  if (found === undefined) throw new Error(`no register ${BOOK}`)
  return found
}

const LEVELS: Readonly<Record<string, string>> = { centre: 'central', office: 'department', village: 'commune' }

/** The level at which a unit's own office decides, in the register's words. */
export function levelOf(world: World, unit: string): string {
  const level = world.org().index.levelOf(unit as UnitId) ?? 'commune'
  return LEVELS[level] ?? level
}

export type InRoundHeld = InRound & { readonly bookNo: number | null }

export type LoadedRound = {
  readonly round: StoredRound
  readonly register: AnyRegister
  readonly nominations: readonly InRoundHeld[]
  readonly judged: Judged
  readonly findings: readonly Finding[]
  readonly passes: readonly StoredPass[]
  readonly papers: readonly PaperHeld[]
}

/** @throws Refusal `award.round_not_found` */
export const getRound = async (tx: Db, unit: string, id: string, isLocked = false): Promise<StoredRound> =>
  (await findRound(tx, unit, id, isLocked)) ?? refuse({ code: 'award.round_not_found' })

/** The money that the law sets for an award decided on a day, as the register itself works it out; null where it sets none. */
function lawfulMoney(world: World, register: AnyRegister, entry: StoredEntry, day: string): number | null {
  const step = { happenedOn: day, values: { awardMoney: null } }
  const computed = register.steps['decided']?.compute?.(step, factsOf(entry), world.catalogue().law, [])
  const given = computed?.['moneyGiven']
  return typeof given === 'number' && given > 0 ? given : null
}

async function earlierOf(
  tx: Db,
  world: World,
  register: AnyRegister,
  round: StoredRound,
  nominations: readonly InRound[],
): Promise<readonly Earlier[]> {
  if (nominations.length === 0) return []
  const found = await listAwarded(tx, register, {
    path: getPath(world, round.unitId),
    from: `${round.year - YEARS_BACK}-01-01`,
    foldedNames: [...new Set(nominations.map(({ name }) => foldVietnamese(name)))],
    except: nominations.map(({ entryId }) => entryId),
    limit: MOST_EARLIER,
  })
  const steps = await listStepsOf(
    tx,
    register,
    found.map(({ id }) => id),
  )
  return found.map((entry) => ({
    ...nominationOf(register, entry, steps.get(entry.id) ?? []),
    year: entry.year,
    unitName: world.org().titleOf(entry.unitId, calendarDate(entry.happenedOn)),
  }))
}

/** A round with everything that its screen, its rules and its papers ask for. @throws Refusal `award.round_not_found` */
export async function loadRound(
  tx: Db,
  world: World,
  unit: string,
  id: string,
  /** The day whose rules hold; else that of the decision, once it was issued or recorded, else today. */
  on?: string,
): Promise<LoadedRound> {
  const register = bookIn(world)
  const round = await getRound(tx, unit, id)
  const papers = await papersOf(tx, unit, ROOM, id)
  const issued = papers.findLast(({ role, state }) => role === 'quyet-dinh' && state === 'issued')
  const day = on ?? round.decidedOn ?? issued?.date ?? today(world)
  const held = await listRoundEntries(tx, unit, id)
  const ids = held.map(({ entryId }) => entryId)
  const entries = new Map((await listEntriesById(tx, register, unit, ids)).map((entry) => [entry.id, entry]))
  const steps = await listStepsOf(tx, register, ids)
  const files = await countFiles(tx, unit, BOOK, ids)
  const numbers = await listBookNumbers(tx, unit, ids)
  const nominations = held.flatMap(({ entryId, awardMoney, reviewedOn, reviewedPost }): InRoundHeld[] => {
    const entry = entries.get(entryId)
    if (entry === undefined) return []
    return [
      {
        ...nominationOf(register, entry, steps.get(entryId) ?? []),
        money: awardMoney,
        lawfulMoney: lawfulMoney(world, register, entry, day),
        reviewedOn,
        reviewedPost,
        files: files.get(entryId) ?? 0,
        bookNo: numbers.get(entryId) ?? null,
      },
    ]
  })
  const { awardLaw, law } = world.catalogue()
  const judged: Judged = {
    awardLaw,
    law,
    day,
    year: round.year,
    proposedOn: round.proposedOn,
    nominations,
    earlier: await earlierOf(tx, world, register, round, nominations),
    papers: new Set(papers.filter(({ state }) => state !== 'cancelled').map(({ role }) => role)),
  }
  return {
    round,
    register,
    nominations,
    judged,
    findings: judgeRound(judged),
    passes: await listPasses(tx, unit, id),
    papers,
  }
}
