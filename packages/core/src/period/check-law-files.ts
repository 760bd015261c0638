// What may be wrong with the law files of the catalogue, cell by cell. The line is the number of the entry, from 1.
import { parseDate } from '../calendar.ts'
import type { CatalogueProblem, ProblemDetails } from '../indicator/catalogue.ts'
import { AWARD_RULE_KINDS } from './award-rules.ts'
import { LAW_UNITS, valueProblem } from './law-catalogue.ts'

type Row = Readonly<Record<string, unknown>>
type Report = (line: number, column: string, row: Row, problem: ProblemDetails) => void

const CODE = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/
const FULL_SCORE = 100

const textOf = (row: Row, column: string): string => {
  const value = row[column]
  return typeof value === 'string' ? value.trim() : ''
}
const rowsOf = (given: unknown): readonly Row[] => (Array.isArray(given) ? (given as readonly Row[]) : [])

/** Runs the checks of one file and gathers what they report. */
function collect(file: string, check: (report: Report) => void): CatalogueProblem[] {
  const problems: CatalogueProblem[] = []
  check((line, column, row, problem) => {
    const value = row[column]
    const shown = value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : value
    problems.push({ file, line, column, value: String(shown), ...problem } as CatalogueProblem)
  })
  return problems
}

function checkWords(report: Report, line: number, row: Row, columns: readonly string[]): void {
  for (const column of columns)
    if (textOf(row, column) === '') report(line, column, row, { code: 'catalogue.required' })
}

function checkCode(report: Report, line: number, row: Row): void {
  if (!CODE.test(textOf(row, 'code'))) report(line, 'code', row, { code: 'catalogue.bad_code' })
}

function checkDates(report: Report, line: number, row: Row): void {
  const [from, to] = [textOf(row, 'valid_from'), textOf(row, 'valid_to')]
  if (parseDate(from) === undefined) report(line, 'valid_from', row, { code: 'catalogue.bad_date' })
  if (row['valid_to'] !== undefined && parseDate(to) === undefined)
    report(line, 'valid_to', row, { code: 'catalogue.bad_date' })
  else if (to !== '' && to < from) report(line, 'valid_to', row, { code: 'catalogue.dates_reversed' })
}

function checkVerified(report: Report, line: number, row: Row): void {
  if (typeof row['verified'] !== 'boolean')
    report(line, 'verified', row, { code: 'catalogue.unknown_choice', choices: ['true', 'false'] })
}

/** Two versions of one code may not hold on one day. */
function checkOverlaps(report: Report, rows: readonly Row[]): void {
  const numbered = rows.map((row, at) => ({ row, line: at + 1 }))
  for (const versions of Map.groupBy(numbered, ({ row }) => textOf(row, 'code')).values()) {
    const sorted = versions.toSorted((a, b) => textOf(a.row, 'valid_from').localeCompare(textOf(b.row, 'valid_from')))
    for (const [at, { row, line }] of sorted.entries()) {
      const before = sorted[at - 1]?.row
      if (before === undefined) continue
      const end = textOf(before, 'valid_to')
      if (end === '' || end >= textOf(row, 'valid_from'))
        report(line, 'valid_from', row, { code: 'catalogue.dates_overlap', startsOn: textOf(before, 'valid_from') })
    }
  }
}

function checkDated(report: Report, rows: readonly Row[]): void {
  for (const [at, row] of rows.entries()) {
    checkCode(report, at + 1, row)
    checkWords(report, at + 1, row, ['title', 'source'])
    checkDates(report, at + 1, row)
    checkVerified(report, at + 1, row)
  }
  checkOverlaps(report, rows)
}

/** Parameters: dated rows, each with a value that its unit can bear. */
export const checkParameters = (file: string, given: unknown): CatalogueProblem[] =>
  collect(file, (report) => {
    const rows = rowsOf(given)
    checkDated(report, rows)
    for (const [at, row] of rows.entries()) {
      const problem = valueProblem(typeof row['value'] === 'number' ? row['value'] : Number.NaN, textOf(row, 'unit'))
      if (problem === undefined)
        report(at + 1, 'unit', row, { code: 'catalogue.unknown_choice', choices: Object.keys(LAW_UNITS) })
      else if (problem !== null) report(at + 1, 'value', row, { code: 'catalogue.bad_number' })
    }
  })

/** Days off and make-up days: each day once, of a known kind, with a name. */
export const checkHolidays = (file: string, given: Row): CatalogueProblem[] =>
  collect(file, (report) => {
    const seen = new Set<string>()
    const choices = ['off', 'make-up']
    for (const [at, row] of rowsOf(given['days']).entries()) {
      const day = textOf(row, 'day')
      if (parseDate(day) === undefined) report(at + 1, 'day', row, { code: 'catalogue.bad_date' })
      if (seen.has(day)) report(at + 1, 'day', row, { code: 'catalogue.duplicate' })
      if (!choices.includes(textOf(row, 'kind')))
        report(at + 1, 'kind', row, { code: 'catalogue.unknown_choice', choices })
      checkWords(report, at + 1, row, ['name'])
      seen.add(day)
    }
  })

/** Items of disclosure: dated rows that require known forms, each requirement with its own source. */
export const checkDisclosure = (file: string, given: Row): CatalogueProblem[] =>
  collect(file, (report) => {
    const forms = rowsOf(given['forms']).map((form) => textOf(form, 'code'))
    const items = rowsOf(given['items'])
    checkDated(report, items)
    for (const [at, row] of items.entries()) {
      if (!Number.isInteger(row['number'])) report(at + 1, 'number', row, { code: 'catalogue.bad_number' })
      for (const required of rowsOf(row['required'])) {
        if (!forms.includes(textOf(required, 'form')))
          report(at + 1, 'form', required, { code: 'catalogue.unknown_choice', choices: forms })
        checkWords(report, at + 1, required, ['source'])
        checkVerified(report, at + 1, required)
      }
    }
  })

function checkBands(report: Report, line: number, row: Row, known: ReadonlySet<string>): void {
  let above = Number.POSITIVE_INFINITY
  for (const band of rowsOf(row['bands'])) {
    checkCode(report, line, band)
    checkWords(report, line, band, ['title'])
    const parameter = textOf(band, 'parameter')
    if (parameter !== '') {
      if (!known.has(parameter))
        report(line, 'parameter', band, { code: 'catalogue.unknown_choice', choices: [...known] })
      continue
    }
    const from = band['from']
    if (typeof from !== 'number' || from < 0 || from >= above)
      report(line, 'from', band, { code: 'catalogue.bad_number' })
    else above = from
  }
}

/** Scoring sheets: dated versions whose points add up to 100, bands from the highest down. `parameters`: codes that a band may name. */
export const checkScoringSheets = (file: string, given: unknown, parameters: ReadonlySet<string>): CatalogueProblem[] =>
  collect(file, (report) => {
    const sheets = rowsOf(given)
    checkDated(report, sheets)
    for (const [at, row] of sheets.entries()) {
      if (!Number.isInteger(row['version'])) report(at + 1, 'version', row, { code: 'catalogue.bad_number' })
      const criteria = rowsOf(row['criteria'])
      for (const criterion of criteria) {
        checkCode(report, at + 1, criterion)
        checkWords(report, at + 1, criterion, ['title'])
      }
      const points = criteria.map((criterion) => criterion['points'])
      const sum = points.reduce<number>(
        (total, each) => total + (typeof each === 'number' && each > 0 ? each : Number.NaN),
        0,
      )
      if (sum !== FULL_SCORE) report(at + 1, 'criteria', row, { code: 'catalogue.wrong_sum', expected: FULL_SCORE })
      checkBands(report, at + 1, row, parameters)
    }
  })

const oneOf = (report: Report, line: number, column: string, row: Row, choices: readonly string[]): void => {
  if (!choices.includes(textOf(row, column))) report(line, column, row, { code: 'catalogue.unknown_choice', choices })
}

function checkChoices(report: Report, line: number, column: string, row: Row, choices: readonly string[]): void {
  const given = row[column]
  if (!Array.isArray(given) || given.length === 0 || given.some((each) => !choices.includes(each as string)))
    report(line, column, row, { code: 'catalogue.unknown_choice', choices })
}

const AWARD_LEVELS = ['commune', 'district', 'department', 'province', 'central']

/** Rules of commendations: dated rows of known kinds; forms with their winners and levels; items of a file; legal bases. */
export const checkEligibility = (file: string, given: Row): CatalogueProblem[] =>
  collect(file, (report) => {
    const [rules, forms, items, bases] = ['rules', 'forms', 'file', 'bases'].map((part) => rowsOf(given[part]))
    for (const rows of [rules, forms, items, bases]) checkDated(report, rows ?? [])
    for (const [at, row] of (rules ?? []).entries()) {
      oneOf(report, at + 1, 'kind', row, AWARD_RULE_KINDS)
      oneOf(report, at + 1, 'effect', row, ['block', 'warn'])
      oneOf(report, at + 1, 'before', row, ['considered', 'decided'])
    }
    for (const [at, row] of (forms ?? []).entries()) {
      checkChoices(report, at + 1, 'winners', row, ['collective', 'individual'])
      checkChoices(report, at + 1, 'levels', row, AWARD_LEVELS)
    }
    for (const [at, row] of (items ?? []).entries()) oneOf(report, at + 1, 'of', row, ['round', 'nomination'])
    for (const [at, row] of (bases ?? []).entries()) oneOf(report, at + 1, 'family', row, ['state', 'party'])
  })
