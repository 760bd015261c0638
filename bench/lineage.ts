// Times the carrying matrix over a lineage of national size, against one plain pass over the same edges in the same run. Prints one JSON line.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { type CalendarDate, addDays, calendarDate } from '../packages/core/src/calendar.ts'
import { type UnitId, unitId } from '../packages/core/src/ids.ts'
import { carrySum } from '../packages/core/src/org/carry.ts'
import { carryMatrix } from '../packages/core/src/org/carry-matrix.ts'
import { toOrgRecords } from '../packages/core/src/org/import-rows.ts'
import type { Edge, Extent, OrgEvent, OrgRecords, Unit, UnitVersion } from '../packages/core/src/org/model.ts'
import { buildOrgIndex, type OrgIndex } from '../packages/core/src/org/org-index.ts'
import { median, round, times } from './lib/stats.ts'

const BASELINE = calendarDate('2017-01-01')
const FROM = calendarDate('2017-06-01')
const REFORM = calendarDate('2025-07-01')
const ROUNDS = 15
const SMALL_ROUNDS = 2

export type LineageLine = {
  bench: 'lineage'
  units: number
  versions: number
  edges: number
  days: number
  nonZeros: number
  indexMs: number
  matrixMs: number
  baselineMs: number
  ratio: number
  applyMs: number
}

interface Build {
  readonly units: Unit[]
  readonly versions: UnitVersion[]
  readonly events: OrgEvent[]
  readonly edges: Edge[]
}

type Placed = readonly [
  id: string,
  level: Unit['level'],
  parent: string | null,
  from: CalendarDate,
  to: CalendarDate | null,
]

function place(into: Build, [name, level, parent, from, to]: Placed): void {
  const id = unitId(name)
  if (into.units.at(-1)?.id !== id) into.units.push({ id, level })
  into.versions.push({ unitId: id, from, to, name, kind: level, parentId: parent === null ? null : unitId(parent) })
}

function pass(
  into: Build,
  on: CalendarDate,
  kind: OrgEvent['kind'],
  toId: UnitId,
  from: readonly (readonly [string, Extent])[],
): void {
  const id = `${on}/${toId}`
  into.events.push({ id, effectiveOn: on, kind, atoms: [{ kind, unitId: toId }], instrument: 'synthetic' })
  for (const [fromId, extent] of from)
    into.edges.push({ eventId: id, ordinal: 0, fromId: unitId(fromId), toId, extent, assumed: false })
}

const PROVINCES = 63
const DISTRICTS = 713
const OLD = 11_062
const EARLY_DATES = 37
const ENDED_EARLY = 1_030
const RENAMED = 1_449
const DIVIDED = 488

/** Old communes end on 37 early days into a neighbour, the others on the reform's day into one of the new ones, three or four by three or four. */
function synthetic(): OrgRecords {
  const into: Build = { units: [], versions: [], events: [], edges: [] }
  place(into, ['VN', 'centre', null, BASELINE, null])
  for (let n = 0; n < PROVINCES; n += 1) place(into, [`P${n}`, 'province', 'VN', BASELINE, null])
  for (let n = 0; n < DISTRICTS; n += 1) {
    place(into, [`D${n}`, 'district', `P${n % PROVINCES}`, BASELINE, REFORM])
    pass(into, REFORM, 'abolish-level', unitId(`P${n % PROVINCES}`), [[`D${n}`, 'whole']])
  }
  const news = 15_161 - 1 - PROVINCES - DISTRICTS - OLD
  const joins = new Map<number, (readonly [string, Extent])[]>()
  const early = Math.floor(OLD / ENDED_EARLY)
  for (let n = 0; n < OLD; n += 1) {
    const district = `D${n % DISTRICTS}`
    const endsEarly = n % early === 1 && n / early < ENDED_EARLY
    const ends = endsEarly ? addDays(FROM, 60 + (n % EARLY_DATES) * 70) : REFORM
    const renamedOn = addDays(FROM, 30)
    if (n < RENAMED) place(into, [`X${n}`, 'commune', district, BASELINE, renamedOn])
    place(into, [`X${n}`, 'commune', district, n < RENAMED ? renamedOn : BASELINE, ends])
    if (endsEarly) {
      pass(into, ends, 'absorb', unitId(`X${n - 1}`), [[`X${n}`, 'whole']])
      continue
    }
    const target = Math.floor((n * news) / OLD)
    const divided = n % 23 === 0 && n / 23 < DIVIDED && target + 1 < news
    for (const [offset, extent] of divided
      ? ([
          [0, 'remainder'],
          [1, 'part'],
        ] as const)
      : ([[0, 'whole']] as const)) {
      joins.set(target + offset, [...(joins.get(target + offset) ?? []), [`X${n}`, extent]])
    }
  }
  for (let n = 0; n < news; n += 1) {
    place(into, [`N${n}`, 'commune', `P${n % PROVINCES}`, REFORM, null])
    pass(into, REFORM, 'merge-new', unitId(`N${n}`), joins.get(n) ?? [])
  }
  return { baseline: BASELINE, codes: [], shares: [], exceptions: [], ...into }
}

function national(folder: string): OrgRecords {
  const rows = (file: string) =>
    Papa.parse<Record<string, string>>(readFileSync(join(folder, file), 'utf8'), { header: true, skipEmptyLines: true })
      .data
  const result = toOrgRecords(rows('units.csv'), rows('lineage.csv'))
  if (!result.ok) throw new Error(`the unit files have ${result.problem.length} problems`)
  return result.value
}

/** The least that any answer must cost: each edge looked at once, its ends noted in a map. */
function plainPass(edges: readonly Edge[]): number {
  const last = new Map<UnitId, UnitId>()
  for (const edge of edges) last.set(edge.fromId, edge.toId)
  return last.size
}

/** `small`: two rounds instead of fifteen over the same record. */
export async function run({ small }: { readonly small: boolean }): Promise<LineageLine> {
  const timed = async (work: () => unknown): Promise<number> =>
    median(await times(small ? SMALL_ROUNDS : ROUNDS, async () => work()))
  const folder = process.env['KHEO_UNITS_DIR']
  const records = folder === undefined ? synthetic() : national(folder)
  const indexMs = await timed(() => buildOrgIndex(records))
  const org: OrgIndex = buildOrgIndex(records)
  const matrix = carryMatrix(org, FROM, REFORM, 'population')
  const figures = new Map([...matrix.rows.keys()].map((unit, n) => [unit, n % 97]))
  const matrixMs = await timed(() => carryMatrix(org, FROM, REFORM, 'population'))
  const baselineMs = await timed(() => plainPass(records.edges))
  const applyMs = await timed(() => carrySum(matrix, figures))
  const line: LineageLine = {
    bench: 'lineage',
    units: records.units.length,
    versions: records.versions.length,
    edges: records.edges.length,
    days: new Set(org.steps.map((step) => step.day)).size,
    nonZeros: [...matrix.rows.values()].reduce((sum, entries) => sum + entries.length, 0),
    indexMs: round(indexMs),
    matrixMs: round(matrixMs),
    baselineMs: round(baselineMs, 3),
    ratio: round(matrixMs / baselineMs, 1),
    applyMs: round(applyMs),
  }
  return line
}
