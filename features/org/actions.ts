// Imports of units, and the daily hanging of the access tree. Reference data: run by the owner of the tables.
import { calendarDate, type CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import { accessPaths } from '@kheo/core/org/access-tree.ts'
import { checkInvariants } from '@kheo/core/org/invariants.ts'
import { toOrgRecords } from '@kheo/core/org/import-rows.ts'
import { buildOrgIndex } from '@kheo/core/org/org-index.ts'
import type { Db } from '@kheo/db/connect.ts'
import { inTx } from '@kheo/db/transaction.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import Papa from 'papaparse'
import type { ImportLine, OrgProblem } from './problems.ts'
import { clearRecords, insertRecords, loadOrg, movePaths } from './queries.ts'

type Rows = readonly Readonly<Record<string, string | undefined>>[]

function refuse(problem: OrgProblem): never {
  throw new Refusal(problem)
}

function readCsv(file: 'units' | 'lineage', text: string, broken: ImportLine[]): Rows {
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, '').normalize('NFC'), {
    header: true,
    skipEmptyLines: 'greedy',
  })
  for (const error of parsed.errors)
    broken.push({ code: 'org.broken_line', file, line: (error.row ?? 0) + 2, column: '', value: '' })
  return parsed.data
}

/** Counts of what an import put in. */
export type ImportedUnits = {
  readonly units: number
  readonly versions: number
  readonly edges: number
  readonly events: number
  readonly exceptions: number
}

/**
 * Imports the two files of units and lineage, all or nothing. What the files speak of replaces what was on record about
 * the same units; units that they do not name stay.
 * @throws Refusal `org.import_refused` with every wrong cell, `org.invariants_broken`
 */
export async function importUnits(
  owner: Db,
  unitsCsv: string,
  lineageCsv: string,
  today: CalendarDate,
): Promise<ImportedUnits> {
  const broken: ImportLine[] = []
  const unitRows = readCsv('units', unitsCsv, broken)
  const lineageRows = readCsv('lineage', lineageCsv, broken)
  const read = toOrgRecords(unitRows, lineageRows)
  const lines = [...broken, ...(read.ok ? [] : read.problem)]
  if (!read.ok || broken.length > 0)
    refuse({ code: 'org.import_refused', count: lines.length, lines: lines.slice(0, 500) })
  const records = read.value
  await inTx(owner, async (tx) => {
    await clearRecords(
      tx,
      records.units.map((unit) => unit.id),
    )
    await insertRecords(tx, records)
    const stored = await loadOrg(tx)
    const violations = checkInvariants(stored.records)
    if (violations.length > 0)
      refuse({
        code: 'org.invariants_broken',
        count: violations.length,
        violations: violations.slice(0, 50).map((violation) => JSON.stringify(violation)),
      })
    await hangUnits(tx, today)
  })
  return {
    units: records.units.length,
    versions: records.versions.length,
    edges: records.edges.length,
    events: records.events.length,
    exceptions: records.exceptions.length,
  }
}

/**
 * Hangs every unit where its books belong on a day: an ended unit under the successor that keeps them. Run at start and
 * when a day with an event begins; returns how many units moved.
 */
export async function hangUnits(owner: Db, day: CalendarDate): Promise<number> {
  return inTx(owner, async (tx) => {
    const { records, places } = await loadOrg(tx)
    const paths = accessPaths(buildOrgIndex(records), day, (unit: UnitId) => places.get(unit)?.seq ?? 0)
    return movePaths(tx, paths, calendarDate(day))
  })
}
