// Readings as an officer sees them: the list with its progress, and one text with its marks and claims.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { calendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import type { Db } from '@kheo/db/connect.ts'
import { inScope } from '@kheo/db/transaction.ts'
import { positionFor, type Actor, type HeldPosition } from '@kheo/kit/actor.ts'
import type { AnswerOf, QueryOf } from '@kheo/kit/endpoint.ts'
import { bookOf, sentenceOf, type Language, type ProblemData } from '@kheo/kit/problem.ts'
import type { World } from '../context.ts'
import { refresh } from '../figures/index.ts'
import { sentences as figureEn } from '../figures/problems.en.ts'
import { sentences as figureVi } from '../figures/problems.vi.ts'
import { sentences as fileEn } from '../files/problems.en.ts'
import { sentences as fileVi } from '../files/problems.vi.ts'
import { allowLook, bookHolder, getPath, today } from '../people/allow.ts'
import { claimOf, givenClaim, type Say } from './claims.ts'
import { type Loaded, loadReading, refuse, ROLES } from './command.ts'
import { sentences as contentsEn } from './contents/problems.en.ts'
import { sentences as contentsVi } from './contents/problems.vi.ts'
import { figureKey } from './found.ts'
import { loadHeld } from './holdings.ts'
import { keeperOf, unitsOf } from './place.ts'
import { sentences as readingEn } from './problems.en.ts'
import { sentences as readingVi } from './problems.vi.ts'
import {
  countStates,
  findContent,
  isLeased,
  type ListedReading,
  listReadings,
  type ListQuery,
  type StoredContent,
} from './queries.ts'
import { reasonsSaid } from './reasons.ts'
import { gradesOf, type Placement } from './rules.ts'
import { ReadingState, type Claim, type readings, type ReadingRow, type ReadingView } from './schema.ts'
import { savedOf } from './told.ts'

const PAGE_SIZE = 50
const BOOK = bookOf([readingVi, contentsVi, fileVi, figureVi], [readingEn, contentsEn, fileEn, figureEn])

/** From above, only what went into the figures is seen: a file that nobody has judged yet is the unit's own matter. */
const seenBy = (world: World, looker: HeldPosition, unit: string): readonly ReadingState[] =>
  looker.unitId === bookHolder(world, unit) ? ReadingState.options : ['saved']

const mayWork = (actor: Actor, path: string, unit: string): boolean =>
  positionFor({ ...actor, positions: actor.positions.filter(({ unitId }) => unitId === unit) }, path, ROLES) !==
  undefined

function failureOf(problem: ProblemData | null): ReadingRow['failure'] {
  if (problem === null) return null
  const said = (language: 'vi' | 'en'): string => sentenceOf(BOOK, language, problem) ?? problem.code
  return { code: problem.code, vi: said('vi'), en: said('en') }
}

const dayOf = (world: World, { period }: Placement): CalendarDate =>
  (period === null ? undefined : world.catalogue().periodOf(period)?.endOn) ?? today(world)

function rowOf(world: World, it: ListedReading): ReadingRow {
  const placement = it.placement ?? null
  const unit = placement?.unit ?? null
  const period = placement?.period ?? null
  return {
    id: it.id,
    unitId: it.unitId,
    name: it.name,
    size: it.size,
    batch: it.batch,
    state: it.state,
    rev: it.rev,
    addedAt: it.addedAt.toISOString(),
    addedTitle: it.addedTitle,
    failure: it.state === 'failed' ? failureOf(it.problem) : null,
    placedUnit: unit,
    placedUnitName: unit === null || placement === null ? null : world.org().titleOf(unit, dayOf(world, placement)),
    periodId: period,
    periodTitle: period === null ? null : (world.catalogue().periodOf(period)?.title ?? period),
    ...it.tally,
  }
}

/** @throws Refusal */
export function listOf(
  world: World,
  actor: Actor,
  { unit, state, batch, page }: QueryOf<typeof readings.list>,
): Promise<AnswerOf<typeof readings.list>> {
  const looker = allowLook(world, actor, unit)
  const query: ListQuery = {
    unit,
    state,
    batch,
    seen: seenBy(world, looker, unit),
    now: world.now(),
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  }
  return inScope(
    world.database.app,
    looker.path,
    async (tx) => {
      const counts = await countStates(tx, query)
      const rows = await listReadings(tx, query)
      const listed = ReadingState.options.filter((each) =>
        state === undefined ? each !== 'discarded' : each === state,
      )
      return {
        rows: rows.map((row) => rowOf(world, row)),
        total: listed.reduce((sum, each) => sum + (counts.get(each) ?? 0), 0),
        pageSize: PAGE_SIZE,
        counts: Object.fromEntries(ReadingState.options.map((each) => [each, counts.get(each) ?? 0])) as Record<
          ReadingState,
          number
        >,
        mayAdd: mayWork(actor, getPath(world, unit), unit),
      }
    },
    { plan: 'each time' },
  )
}

type Marks = Pick<
  ReadingView,
  | 'figureMarks'
  | 'otherMarks'
  | 'documentMarks'
  | 'furniture'
  | 'tables'
  | 'event'
  | 'kind'
  | 'encoding'
  | 'notes'
  | 'text'
>

const UNREAD: Marks = {
  kind: null,
  encoding: null,
  notes: [],
  text: '',
  figureMarks: [],
  otherMarks: [],
  documentMarks: [],
  furniture: [],
  tables: [],
  event: { kind: 'khac', date: null, year: null },
}

function marksOf({ kind, encoding, text, found }: StoredContent, say: Say): Marks {
  return {
    kind,
    encoding,
    notes: [...found.notes],
    text,
    figureMarks: found.figures.map((figure) => ({
      key: figureKey(figure.start),
      start: figure.start,
      end: figure.start + figure.number.length,
      text: figure.text,
      kind: figure.kind,
      value: figure.value,
      of: figure.of ?? null,
      to: figure.to ?? null,
      unit: figure.unit,
      because: say(figure.because),
    })),
    otherMarks: found.notFigures.map(({ start, number, why }) => ({ start, end: start + number.length, why })),
    documentMarks: found.documents.map(({ text: said, start, type, number }) => ({
      start,
      end: start + said.length,
      text: said,
      type,
      number,
    })),
    furniture: found.furniture.map(({ start, end }) => ({ start, end })),
    tables: found.tables.map(({ rows }) => ({
      rows: rows.map((row) => row.map(({ start, end }) => ({ start, end }))),
    })),
    event: { kind: found.event.kind, date: found.event.date, year: found.event.period?.year ?? null },
  }
}

function placementOf(world: World, { status }: Loaded): ReadingView['placement'] {
  const { unit, period, saysUnit, saysPeriod } = status.placement
  const keeper = unit === null ? null : keeperOf(world, unit)
  return {
    unitId: unit,
    unitName: unit === null ? null : world.org().titleOf(unit, dayOf(world, status.placement)),
    keeperName: keeper === null ? null : world.org().titleOf(keeper, today(world)),
    periodId: period,
    periodTitle: period === null ? null : (world.catalogue().periodOf(period)?.title ?? period),
    isProposed: status.isProposed,
    saysUnit,
    saysPeriod,
  }
}

const choicesOf = (world: World, home: string): ReadingView['unitChoices'] =>
  unitsOf(world, home).map((id: UnitId) => {
    const span = world.org().index.spanOf(id)
    const keeper = keeperOf(world, id)
    return {
      id,
      name: world.org().titleOf(id, span?.to ?? calendarDate('9999-12-31')),
      from: span?.from ?? '',
      to: span?.to ?? null,
      keeperName: keeper === null ? null : world.org().titleOf(keeper, today(world)),
    }
  })

/** Claims as judged, with what was decided and what the figures hold; and those that an officer gave. */
async function claimsOf(tx: Db, world: World, loaded: Loaded, content: StoredContent, say: Say): Promise<Claim[]> {
  const { unit, period } = loaded.status.placement
  const held = unit === null || period === null ? undefined : await loadHeld(tx, world, unit, period)
  const { decisions } = loaded.status
  const grades = gradesOf(content.claims)
  const judged = content.claims.map((claim) =>
    claimOf(world, held, claim, decisions.get(claim.key), grades.get(claim.key) ?? 'look', say),
  )
  const known = new Set(content.claims.map(({ key }) => key))
  const given = [...decisions.values()].flatMap((decided) => {
    const figure = content.found.figures.find(({ start }) => decided.key.startsWith(`${figureKey(start)}:`))
    return known.has(decided.key) || decided.verdict === 'open' || figure === undefined
      ? []
      : [givenClaim(world, held, figure, decided)]
  })
  return [...judged, ...given].toSorted((a, b) => a.start - b.start)
}

const rightsOf = (state: ReadingState, works: boolean): ReadingView['may'] => ({
  work: works && state === 'read',
  save: works && state === 'read',
  undo: works && state === 'saved',
  discard: works && state !== 'discarded' && state !== 'reading',
  retry: works && state === 'failed',
})

/** One reading. Totals of its place are made fresh first. @throws Refusal */
export async function viewOf(
  world: World,
  actor: Actor,
  { unit, id }: QueryOf<typeof readings.view>,
  language: Language,
): Promise<ReadingView> {
  const { checks } = world.catalogue().catalogue
  const say: Say = (codes) => reasonsSaid(codes, language, (check) => checks.find((each) => each.id === check)?.nameVi)
  const looker = allowLook(world, actor, unit)
  const load = (tx: Db): Promise<Loaded> => loadReading(tx, unit, id)
  const { placement } = (await inScope(world.database.app, looker.path, load)).status
  if (placement.unit !== null && placement.period !== null) await refresh(world, placement.unit, [placement.period])
  return inScope(world.database.app, looker.path, async (tx) => {
    const loaded = await load(tx)
    const { reading, steps, status } = loaded
    if (!seenBy(world, looker, unit).includes(status.state)) return refuse({ code: 'reading.not_found' })
    const content = await findContent(tx, unit, id)
    const isReading = status.state === 'queued' && (await isLeased(tx, unit, id, world.now()))
    const state: ReadingState = isReading ? 'reading' : status.state
    const listed = { ...reading, state, rev: status.rev, tally: status.tally, problem: status.problem }
    return {
      ...rowOf(world, { ...listed, placement: status.placement }),
      ...(content === undefined ? UNREAD : marksOf(content, say)),
      placement: placementOf(world, loaded),
      unitChoices: choicesOf(world, unit),
      claimList: content === undefined ? [] : await claimsOf(tx, world, loaded, content, say),
      steps: steps.map(({ seq, kind, at, actorTitle }) => ({ seq, kind, at: at.toISOString(), actorTitle })),
      lastSave: status.lastSave === null ? null : savedOf(world, status.lastSave),
      may: rightsOf(state, mayWork(actor, reading.path, unit)),
    }
  })
}
