// Rounds of commendation as a reader may see them.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { QueryOf } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { WRITERS } from '@kheo/kit/register/declare.ts'
import type { World } from '../context.ts'
import { allowAct, getPath, look, today } from '../people/allow.ts'
import { bookIn, type InRoundHeld, levelOf, type LoadedRound, loadRound } from './load.ts'
import { choiceWords, nominationOf } from './nomination.ts'
import { listLoose, listRounds, type RoundCounts, type StoredRound } from './queries.ts'
import { fileOf, isPassed } from './rules.ts'
import type { awards, NominationRow, RoundRow, RoundView, Stage } from './schema.ts'

const MOST_ROUNDS = 200
const MOST_LOOSE = 500

/** Whether the actor may act on the unit with one of the roles; writers unless others are named. */
export const mayAct = (world: World, actor: Actor, unit: string, roles = WRITERS.roles): boolean => {
  try {
    allowAct(world, actor, unit, roles)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const countsOf = (nominations: readonly InRoundHeld[]): RoundCounts => ({
  collectives: nominations.filter(({ winner }) => winner === 'collective').length,
  individuals: nominations.filter(({ winner }) => winner === 'individual').length,
  considered: nominations.filter(({ state }) => state !== 'nominated').length,
  awarded: nominations.filter(({ state }) => state === 'decided' || state === 'presented').length,
  presented: nominations.filter(({ state }) => state === 'presented').length,
})

/** How far a round has come, by what its nominations have come to. */
function stageOf(round: StoredRound, counts: RoundCounts, hasProposal: boolean): Stage {
  if (counts.presented > 0) return 'presented'
  if (counts.awarded > 0) return 'decided'
  if (counts.considered > 0) return 'considered'
  return hasProposal || round.proposedOn !== null ? 'proposed' : 'opened'
}

/** Rounds at and below a unit. */
export function listOfRounds(
  world: World,
  actor: Actor,
  query: QueryOf<typeof awards.rounds>,
): Promise<{ rows: RoundRow[]; mayOpen: boolean; isMore: boolean }> {
  const { unit, year, subject, family } = query
  return look(world, actor, unit, async (tx) => {
    const found = await listRounds(tx, bookIn(world), {
      path: getPath(world, unit),
      year,
      subject,
      family,
      limit: MOST_ROUNDS + 1,
    })
    const rows = found.slice(0, MOST_ROUNDS).map(
      (round): RoundRow => ({
        unitId: round.unitId,
        unitName: world.org().titleOf(round.unitId, today(world)),
        id: round.id,
        title: round.title,
        subject: round.subject,
        year: round.year,
        family: round.family,
        stage: stageOf(round, round, false),
        collectives: round.collectives,
        individuals: round.individuals,
        awarded: round.awarded,
        changedAt: round.changedAt.toISOString(),
      }),
    )
    return { rows, mayOpen: mayAct(world, actor, unit), isMore: found.length > MOST_ROUNDS }
  })
}

function toNomination({ register }: Pick<LoadedRound, 'register'>, it: InRoundHeld): NominationRow {
  const { unitId: _unit, ground: _ground, ...row } = it
  return { ...row, levelWords: choiceWords(register, 'level', it.level) }
}

function roundWords(round: StoredRound) {
  const { path: _path, droppedAt: _dropped, changedAt: _changed, changedTitle: _by, ...words } = round
  return words
}

/** A round for its screen. @throws Refusal */
export function viewRound(world: World, actor: Actor, query: QueryOf<typeof awards.round>): Promise<RoundView> {
  return look(world, actor, query.unit, async (tx) => {
    const loaded = await loadRound(tx, world, query.unit, query.round)
    const { round, nominations, findings, passes, papers, judged } = loaded
    return {
      ...roundWords(round),
      unitName: world.org().titleOf(round.unitId, calendarDate(judged.day)),
      level: levelOf(world, round.unitId),
      stage: stageOf(round, countsOf(nominations), judged.papers.has('to-trinh')),
      nominations: nominations.map((it) => toNomination(loaded, it)),
      findings: findings.map((finding) => {
        const pass = passes.findLast((each) => isPassed(finding, [each]))
        return {
          ...finding,
          says: [...finding.says],
          passed: pass === undefined ? null : { reason: pass.reason, byTitle: pass.byTitle, at: pass.at.toISOString() },
        }
      }),
      file: fileOf(judged).map(({ code, title, source, of, isThere, missing }) => ({
        code,
        title,
        source,
        of,
        isThere,
        missing: [...missing],
      })),
      papers: papers.map(({ id, role, summary, state, number, date }) => ({ id, role, summary, state, number, date })),
      mayEdit: mayAct(world, actor, round.unitId),
    }
  })
}

/** Undecided nominations of a unit that stand in no round. @throws Refusal */
export function listCandidates(
  world: World,
  actor: Actor,
  { unit }: QueryOf<typeof awards.candidates>,
): Promise<{ rows: NominationRow[] }> {
  allowAct(world, actor, unit, WRITERS.roles)
  const register = bookIn(world)
  return look(world, actor, unit, async (tx) => ({
    rows: (await listLoose(tx, register, unit, MOST_LOOSE)).map((entry) =>
      toNomination(
        { register },
        {
          ...nominationOf(register, entry, []),
          money: null,
          lawfulMoney: null,
          reviewedOn: null,
          reviewedPost: null,
          files: 0,
          bookNo: null,
        },
      ),
    ),
  }))
}
