// HTTP ↔ the register of models.
import { calendarDate } from '@kheo/core/calendar.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { positionFor } from '@kheo/kit/actor.ts'
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../../context.ts'
import { getPath, look } from '../../people/allow.ts'
import { PAGE_SIZE, refuse } from '../shared.ts'
import { correctModel, recordModel, stepModel, voidModel } from './actions.ts'
import {
  findModel,
  listModelNames,
  listModelRevisions,
  listModels,
  listModelSteps,
  type StoredModel,
} from './queries.ts'
import { modelStateOf, nextModelSteps } from './rules.ts'
import { skilfulModels, type ModelRow } from './schema.ts'

const toRow = (world: World, model: StoredModel): ModelRow => ({
  unitId: model.unitId,
  unitName: world.org().titleOf(model.unitId, calendarDate(model.happenedOn)),
  id: model.id,
  rev: model.rev,
  entryNo: model.entryNo,
  happenedOn: model.happenedOn,
  name: model.name,
  field: model.field,
  bloc: model.bloc,
  exemplar: model.exemplar,
  novelty: model.novelty,
  isFriendlyGovernment: model.isFriendlyGovernment,
  state: modelStateOf(model.kinds.map((kind) => ({ kind }))),
  sites: model.sites,
  recordedTitle: model.recordedTitle,
  isVoided: model.voidedAt !== null,
})

const trigrams = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(text.length - 2, 1) }, (_, at) => text.slice(at, at + 3)))

/** Share of three-letter pieces that two folded names have in common, 0..1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  const shared = [...left].filter((piece) => right.has(piece)).length
  return shared / (left.size + right.size - shared)
}

const ALIKE = 0.45
const NAMES_COMPARED = 5000

export const routes = (world: World): Route[] => [
  route(skilfulModels.list, ({ actor, query }) =>
    look(world, actor, query.unit, async (tx) => {
      const folded = query.q === undefined ? undefined : foldVietnamese(query.q)
      const found = await listModels(tx, {
        path: getPath(world, query.unit),
        year: query.year,
        folded,
        field: query.field,
        bloc: query.bloc,
        state: query.state,
        limit: PAGE_SIZE,
        offset: (query.page - 1) * PAGE_SIZE,
      })
      return { rows: found.rows.map((model) => toRow(world, model)), total: found.total, pageSize: PAGE_SIZE }
    }),
  ),
  route(skilfulModels.entry, ({ actor, query }) =>
    look(world, actor, query.unit, async (tx) => {
      const model = (await findModel(tx, query.unit, query.id)) ?? refuse({ code: 'entry.not_found' })
      const steps = await listModelSteps(tx, query.unit, query.id)
      const revisions = await listModelRevisions(tx, query.unit, query.id)
      const { path: _, kinds: __, sites: ___, recordedBy: ____, voidedAt, ...shown } = model
      const state = modelStateOf(steps)
      return {
        ...shown,
        unitName: world.org().titleOf(model.unitId, calendarDate(model.happenedOn)),
        state,
        recordedAt: model.recordedAt.toISOString(),
        steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
        nextSteps: voidedAt === null ? [...nextModelSteps(state)] : [],
        revisions: revisions.map((revision) => ({ ...revision, at: revision.at.toISOString() })),
        mayEdit:
          voidedAt === null &&
          positionFor(
            { ...actor, positions: actor.positions.filter((position) => position.unitId === query.unit) },
            getPath(world, query.unit),
            ['recorder', 'compiler'],
          ) !== undefined,
      }
    }),
  ),
  route(skilfulModels.similar, ({ actor, query }) =>
    look(world, actor, query.unit, async (tx, position) => {
      const wanted = foldVietnamese(query.name)
      const names = await listModelNames(tx, position.path, NAMES_COMPARED)
      const rows = names
        .map((each) => ({
          unitName: world.org().titleOf(each.unitId, calendarDate(each.happenedOn)),
          name: each.name,
          happenedOn: each.happenedOn,
          likeness: Math.round(likeness(wanted, each.folded) * 100) / 100,
        }))
        .filter((each) => each.likeness >= ALIKE)
      return { rows: rows.toSorted((a, b) => b.likeness - a.likeness).slice(0, 5) }
    }),
  ),
  route(skilfulModels.record, ({ actor, body }) => recordModel(world, actor, body)),
  route(skilfulModels.correct, ({ actor, body }) => correctModel(world, actor, body)),
  route(skilfulModels.step, ({ actor, body }) => stepModel(world, actor, body)),
  route(skilfulModels.void, ({ actor, body }) => voidModel(world, actor, body)),
]
