// HTTP ↔ the petition register.
import { addDays, calendarDate } from '@kheo/core/calendar.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { positionFor } from '@kheo/kit/actor.ts'
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../../context.ts'
import { getPath, look, today } from '../../people/allow.ts'
import { PAGE_SIZE, refuse } from '../shared.ts'
import { correctPetition, lawOf, recordPetition, stepPetition, voidPetition } from './actions.ts'
import {
  findPetition,
  listPetitionRevisions,
  listPetitions,
  listPetitionSteps,
  type StoredPetition,
} from './queries.ts'
import { dueNow, nextPetitionSteps, petitionStateOf, runningDeadline, SOON_DAYS, timelinessOf } from './rules.ts'
import { petitions, type PetitionRow } from './schema.ts'

export function toPetitionRow(world: World, petition: StoredPetition): PetitionRow {
  const state = petitionStateOf(petition.steps)
  const dueOn = dueNow(petition.kind, state, petition.dueOn, petition.steps)
  return {
    unitId: petition.unitId,
    unitName: world.org().titleOf(petition.unitId, calendarDate(petition.happenedOn)),
    id: petition.id,
    rev: petition.rev,
    entryNo: petition.entryNo,
    happenedOn: petition.happenedOn,
    arrivalNo: petition.arrivalNo,
    kind: petition.kind,
    topic: petition.topic,
    village: petition.village,
    state,
    dueOn,
    timeliness: timelinessOf(state, dueOn, petition.steps.at(-1)?.happenedOn ?? petition.happenedOn, today(world)),
    recordedTitle: petition.recordedTitle,
    isVoided: petition.voidedAt !== null,
  }
}

const lateWindow = (late: 'due-soon' | 'overdue' | undefined, day: string): { dueFrom?: string; dueTo?: string } => {
  if (late === undefined) return {}
  return late === 'overdue'
    ? { dueTo: addDays(calendarDate(day), -1) }
    : { dueFrom: day, dueTo: addDays(calendarDate(day), SOON_DAYS) }
}

export const routes = (world: World): Route[] => [
  route(petitions.list, ({ actor, query }) =>
    look(world, actor, query.unit, async (tx) => {
      const { unit, q, page, late, ...filter } = query
      const found = await listPetitions(tx, {
        ...filter,
        ...lateWindow(late, today(world)),
        path: getPath(world, unit),
        folded: q === undefined ? undefined : foldVietnamese(q),
        limit: PAGE_SIZE,
        offset: (page - 1) * PAGE_SIZE,
      })
      return {
        rows: found.rows.map((petition) => toPetitionRow(world, petition)),
        total: found.total,
        pageSize: PAGE_SIZE,
      }
    }),
  ),
  route(petitions.entry, ({ actor, query }) =>
    look(world, actor, query.unit, async (tx) => {
      const petition = (await findPetition(tx, query.unit, query.id)) ?? refuse({ code: 'entry.not_found' })
      const steps = await listPetitionSteps(tx, query.unit, query.id)
      const revisions = await listPetitionRevisions(tx, query.unit, query.id)
      const row = toPetitionRow(world, petition)
      return {
        ...row,
        note: petition.note,
        deadline: runningDeadline(lawOf(world), petition.kind, petition.happenedOn, steps),
        recordedAt: petition.recordedAt.toISOString(),
        voidReason: petition.voidReason,
        steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
        nextSteps: petition.voidedAt === null ? [...nextPetitionSteps(petition.kind, steps)] : [],
        revisions: revisions.map((revision) => ({ ...revision, at: revision.at.toISOString() })),
        mayEdit:
          petition.voidedAt === null &&
          positionFor(
            { ...actor, positions: actor.positions.filter((position) => position.unitId === query.unit) },
            getPath(world, query.unit),
            ['recorder', 'compiler'],
          ) !== undefined,
      }
    }),
  ),
  route(petitions.record, ({ actor, body }) => recordPetition(world, actor, body)),
  route(petitions.correct, ({ actor, body }) => correctPetition(world, actor, body)),
  route(petitions.step, ({ actor, body }) => stepPetition(world, actor, body)),
  route(petitions.void, ({ actor, body }) => voidPetition(world, actor, body)),
]
