// Models that are alike, and scoring a model on a sheet: allow, load, decide, save, answer.
import { calendarDate } from '@kheo/core/calendar.ts'
import { bandsOn, inForce, type ScoringSheet } from '@kheo/core/period/law-catalogue.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { AnswerOf, BodyOf, QueryOf, Role } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { findEntry, lockEntry } from '@kheo/kit/register/store.ts'
import type { World } from '../../context.ts'
import { act, allowAct, getPath, look, today } from '../../people/allow.ts'
import { refuse as refuseEntry } from '../judge.ts'
import { ALIKE, type Comparable, likenessOf, plainName, reasonWords } from './likeness.ts'
import type { ScoreProblem } from './problems.ts'
import { type Candidate, insertScores, listCandidates, listScores, type StoredScore } from './queries.ts'
import { skilfulModels } from './register.ts'
import type { models, Scored, SheetOfDay, SimilarModel } from './schema.ts'
import { bandOf, SHEET, scoreIssues, scoreIssueWords, type Scorer, totalOf } from './scores.ts'

function refuse(problem: ScoreProblem): never {
  throw new Refusal(problem)
}

const SHOWN = 5

const toSimilar = (world: World, mine: Comparable, other: Candidate): SimilarModel => {
  const { score, reasons } = likenessOf(mine, other)
  return {
    unitId: other.unit,
    unitName: world.org().titleOf(other.unit, calendarDate(other.happenedOn)),
    id: other.id,
    name: other.name,
    sponsor: other.sponsor,
    happenedOn: other.happenedOn,
    state: other.state,
    likeness: Math.round(score * 100) / 100,
    isClash: reasons.some((reason) => reason.kind === 'clash'),
    reasons: reasons.map((reason) => [...reasonWords(reason)]),
  }
}

/** The best five within what the reader may see; what clashes comes first. */
export function similarModels(
  world: World,
  actor: Actor,
  { except, ...mine }: QueryOf<typeof models.similar>,
): Promise<AnswerOf<typeof models.similar>> {
  const texts = [plainName(mine.name), foldVietnamese(mine.goals)].filter((text) => text.length >= 3)
  return look(world, actor, mine.unit, async (tx) => {
    const found = (await listCandidates(tx, texts, except))
      .map((each) => toSimilar(world, mine, each))
      .filter((each) => each.likeness >= ALIKE)
    const rows = found.toSorted((a, b) => Number(b.isClash) - Number(a.isClash) || b.likeness - a.likeness)
    return { rows: rows.slice(0, SHOWN) }
  })
}

/** Who may score: the office that keeps the model for itself; the council's officers there or above. */
const WHO: Readonly<Record<Scorer, { readonly roles: readonly Role[]; readonly at: 'own' | 'any' }>> = {
  self: { roles: ['recorder', 'compiler'], at: 'own' },
  council: { roles: ['compiler', 'approver', 'consolidator'], at: 'any' },
}

function may(world: World, actor: Actor, unit: string, scorer: Scorer): boolean {
  try {
    allowAct(world, actor, unit, WHO[scorer].roles, WHO[scorer].at)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const sheetOn = (world: World, day: string): ScoringSheet | undefined =>
  inForce(
    world.catalogue().scoringSheets.filter((sheet) => sheet.code === SHEET),
    day,
  )[0]

const sheetOf = (world: World, sheet: ScoringSheet, day: string): SheetOfDay => ({
  from: sheet.valid_from,
  title: sheet.title,
  source: sheet.source,
  criteria: [...sheet.criteria],
  bands: bandsOn(sheet, world.catalogue().parameters, day),
})

/** A sheet as it was scored, with the words and bands that it had; a version that left the catalogue keeps its codes. */
function toScored(world: World, score: StoredScore): Scored {
  const sheet = world
    .catalogue()
    .scoringSheets.find((each) => each.code === score.sheet && each.valid_from === score.sheetFrom)
  const criteria =
    sheet?.criteria ?? Object.entries(score.points).map(([code, points]) => ({ code, title: code, points }))
  const total = totalOf(Object.values(score.points))
  const bands = sheet === undefined ? [] : bandsOn(sheet, world.catalogue().parameters, score.scoredOn)
  return {
    scorer: score.scorer,
    rev: score.rev,
    scoredOn: score.scoredOn,
    sheetFrom: score.sheetFrom,
    sheetTitle: sheet?.title ?? score.sheet,
    points: criteria.flatMap((criterion) => {
      const given = score.points[criterion.code]
      return given === undefined ? [] : [{ ...criterion, given }]
    }),
    total,
    band: bandOf(bands, total)?.title ?? null,
    at: score.at,
    byTitle: score.byTitle,
  }
}

/** @throws Refusal `entry.not_found` */
export function viewScores(
  world: World,
  actor: Actor,
  { unit, id, day = today(world) }: QueryOf<typeof models.scores>,
): Promise<AnswerOf<typeof models.scores>> {
  const sheet = sheetOn(world, day)
  return look(world, actor, unit, async (tx) => {
    const entry = (await findEntry(tx, skilfulModels, unit, id)) ?? refuseEntry({ code: 'entry.not_found' })
    const isOpen = entry.voidedAt === null
    return {
      sheet: sheet === undefined ? null : sheetOf(world, sheet, day),
      scored: (await listScores(tx, unit, id)).map((score) => toScored(world, score)),
      may: {
        self: isOpen && may(world, actor, unit, 'self'),
        council: isOpen && may(world, actor, unit, 'council'),
      },
    }
  })
}

type Input = BodyOf<typeof models.score>

/** The points by the sheet of the day, and nothing else. @throws Refusal */
function getPoints(world: World, { scoredOn, sheetFrom, points }: Input): Readonly<Record<string, number>> {
  const sheet = sheetOn(world, scoredOn) ?? refuse({ code: 'score.no_sheet', day: scoredOn })
  const known = new Set(sheet.criteria.map((criterion) => criterion.code))
  if (sheet.valid_from !== sheetFrom || Object.keys(points).some((code) => !known.has(code)))
    refuse({ code: 'score.sheet_stale', day: scoredOn })
  const issues = scoreIssues(sheet.criteria, points)
  if (issues.length > 0) refuse({ code: 'score.wrong_points', says: issues.map(scoreIssueWords) })
  return points
}

/** Scores a model on a whole sheet, as a new revision of that side. @throws Refusal */
export function scoreModel(world: World, actor: Actor, input: Input): Promise<AnswerOf<typeof models.score>> {
  const { unit, id, scorer, scoredOn } = input
  const position = allowAct(world, actor, unit, WHO[scorer].roles, WHO[scorer].at)
  if (scoredOn > today(world)) refuseEntry({ code: 'entry.in_future', day: scoredOn })
  const points = getPoints(world, input)
  return act(world, actor, {
    id: input.commandId,
    action: 'registers.skilful-models.score',
    unit,
    position,
    run: async (tx) => {
      await lockEntry(tx, skilfulModels, unit, id)
      const held = (await findEntry(tx, skilfulModels, unit, id)) ?? refuseEntry({ code: 'entry.not_found' })
      if (held.voidedAt !== null) refuseEntry({ code: 'entry.voided_already' })
      if (scoredOn < held.happenedOn)
        refuse({ code: 'score.before_registration', day: scoredOn, registeredOn: held.happenedOn })
      const last = (await listScores(tx, unit, id)).find((score) => score.scorer === scorer)
      if (last !== undefined && last.rev !== input.baseRev)
        refuse({ code: 'score.stale', by: last.byTitle, day: last.scoredOn })
      const rev = (last?.rev ?? 0) + 1
      await insertScores(
        tx,
        { unitId: unit, entryId: id, path: getPath(world, unit) },
        {
          scorer,
          rev,
          scoredOn,
          sheet: SHEET,
          sheetFrom: input.sheetFrom,
          at: world.now().toISOString(),
          by: actor.accountId,
          byTitle: position.title,
          points,
        },
      )
      return { rev, total: totalOf(Object.values(points)) }
    },
    audit: ({ rev, total }) => ({ entry: id, scorer, rev, total }),
  })
}
