// Rows of the units file read into units, versions and codes; every slip goes to `report`. No events here.
import { type CalendarDate, parseDate } from '../calendar.ts'
import { type UnitId, unitId } from '../ids.ts'
import type { Report, Row } from './import-problem.ts'
import { type Unit, type UnitCode, UNIT_LEVELS, type UnitLevel, type UnitVersion } from './model.ts'
import { byFrom, groupBy } from './span.ts'

export const UNIT_COLUMNS = [
  'unit_id',
  'code',
  'name',
  'kind',
  'level',
  'parent_unit_id',
  'valid_from',
  'valid_to',
] as const
/** Scheme of the `code` column: the statistics office's list. */
export const STATISTICS_SCHEME = 'nso'
export const CENTRE_ID = unitId('VN')

const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** A day that exists, or null with a problem: the shape and the calendar are told apart. */
export function readDay(text: string, line: number, column: string, report: Report): CalendarDate | null {
  const day = parseDate(text)
  if (day !== undefined) return day
  report(
    text === '' ? 'org.empty_value' : DATE_SHAPE.test(text) ? 'org.no_such_day' : 'org.bad_date',
    line,
    column,
    text,
  )
  return null
}

export const cellOf = (row: Row, column: string): string => (row[column] ?? '').normalize('NFC').trim()

/** Columns the heading lacks, reported on line 1. True when none is missing. */
export function hasColumns(rows: readonly Row[], columns: readonly string[], report: Report): boolean {
  const [first] = rows
  if (first === undefined) report('org.empty_file', 1, '', '')
  const missing = first === undefined ? [] : columns.filter((column) => first[column] === undefined)
  for (const column of missing) report('org.missing_column', 1, column, '')
  return first !== undefined && missing.length === 0
}

const isLevel = (text: string): text is UnitLevel => UNIT_LEVELS.some((level) => level === text)

interface UnitRow {
  readonly line: number
  readonly id: UnitId
  readonly level: UnitLevel
  readonly code: string
  readonly version: UnitVersion
}

function readRow(row: Row, line: number, report: Report): UnitRow | undefined {
  const cell = (column: string): string => cellOf(row, column)
  for (const column of ['unit_id', 'name', 'kind'] as const)
    if (cell(column) === '') report('org.empty_value', line, column, '')
  const level = cell('level')
  if (!isLevel(level)) report('org.unknown_level', line, 'level', level)
  if (level !== 'centre' && cell('parent_unit_id') === '') report('org.empty_value', line, 'parent_unit_id', '')
  const from = readDay(cell('valid_from'), line, 'valid_from', report)
  const to = cell('valid_to') === '' ? null : readDay(cell('valid_to'), line, 'valid_to', report)
  if (from !== null && to !== null && to <= from) report('org.interval_reversed', line, 'valid_to', to)
  if (from === null || !isLevel(level)) return undefined
  const id = unitId(cell('unit_id'))
  const parentId = cell('parent_unit_id') === '' ? null : unitId(cell('parent_unit_id'))
  return {
    line,
    id,
    level,
    code: cell('code'),
    version: { unitId: id, from, to, name: cell('name'), kind: cell('kind'), parentId },
  }
}

function reportOverlaps(rows: readonly UnitRow[], report: Report): void {
  const sorted = [...rows].sort((a, b) => byFrom(a.version, b.version))
  for (const [place, row] of sorted.entries()) {
    const before = sorted[place - 1]
    if (before === undefined) continue
    const { from } = row.version
    if (before.version.from === from) report('org.duplicate_row', row.line, 'valid_from', from)
    else if (before.version.to === null || before.version.to > from)
      report('org.versions_overlap', row.line, 'valid_from', from)
  }
}

/** Neighbouring versions that carry one code become one span. */
function codesOf(rows: readonly UnitRow[]): readonly UnitCode[] {
  const codes: UnitCode[] = []
  for (const { id, code, version } of [...rows].sort((a, b) => byFrom(a.version, b.version))) {
    const last = codes.at(-1)
    if (last !== undefined && last.code === code && last.to === version.from)
      codes[codes.length - 1] = { ...last, to: version.to }
    else if (code !== '')
      codes.push({ unitId: id, scheme: STATISTICS_SCHEME, code, from: version.from, to: version.to })
  }
  return codes
}

export interface UnitTables {
  readonly units: readonly Unit[]
  readonly versions: readonly UnitVersion[]
  readonly codes: readonly UnitCode[]
  readonly baseline: CalendarDate
}

const EMPTY_BASELINE = '9999-12-31' as CalendarDate

/** The centre is added when rows name `VN` as a parent and none describes it. `baseline` is the earliest day in the file. */
export function readUnits(rows: readonly Row[], report: Report): UnitTables {
  if (!hasColumns(rows, UNIT_COLUMNS, report)) return { units: [], versions: [], codes: [], baseline: EMPTY_BASELINE }
  const read = rows.flatMap((row, place) => readRow(row, place + 2, report) ?? [])
  const byUnit = groupBy(read, (row) => row.id)
  const baseline = read.reduce((first, row) => (row.version.from < first ? row.version.from : first), EMPTY_BASELINE)
  const units: Unit[] = []
  for (const [id, group] of byUnit) {
    const level = group[0]?.level ?? 'commune'
    units.push({ id, level })
    for (const row of group) if (row.level !== level) report('org.level_conflict', row.line, 'level', row.level)
    reportOverlaps(group, report)
  }
  for (const { line, version } of read) {
    const parent = version.parentId
    if (parent !== null && parent !== CENTRE_ID && !byUnit.has(parent))
      report('org.unknown_unit', line, 'parent_unit_id', parent)
  }
  const versions = read.map((row) => row.version)
  if (!byUnit.has(CENTRE_ID) && versions.some((version) => version.parentId === CENTRE_ID)) {
    units.unshift({ id: CENTRE_ID, level: 'centre' })
    versions.unshift({
      unitId: CENTRE_ID,
      from: baseline,
      to: null,
      name: 'Việt Nam',
      kind: 'trung ương',
      parentId: null,
    })
  }
  return { units, versions, codes: [...byUnit.values()].flatMap(codesOf), baseline }
}
