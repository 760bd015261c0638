// Rows of the catalogue files → catalogue, or every problem with its cell. Reads no file.

import { parseDate } from '../calendar.ts'
import { TIME_KINDS } from '../period/cumulative.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Catalogue, CatalogueFiles, CatalogueProblem, SheetRows } from './catalogue.ts'
import { check as checkFormula, type FormulaScope } from './check-formula.ts'
import { CHECK_KINDS, type Check } from './check-model.ts'
import type { Indicator, IndicatorGroup } from './model.ts'
import { parse } from './parse.ts'
import { rowReader, type RowReader } from './sheet-row.ts'
import { parseTree, type Tree } from './tree.ts'

/** All problems of all files at once, so that a workbook is mended in one pass. `hasParameter` checks `param("…")` codes. */
export function parseCatalogue(
  files: CatalogueFiles,
  hasParameter?: (code: string) => boolean,
): Result<Catalogue, readonly CatalogueProblem[]> {
  const problems: CatalogueProblem[] = []
  const groups = eachRow(files.groups, problems, groupFrom).toSorted((a, b) => a.order - b.order)
  const read = eachRow(files.indicators, problems, indicatorFrom)
  checkPlaces(files.indicators, read, groups, problems)
  const byCode = new Map(read.map((indicator) => [indicator.code, indicator]))
  const scope: FormulaScope = {
    unitOf: (code) => byCode.get(code)?.unit,
    ...(hasParameter === undefined ? {} : { hasParameter }),
  }
  checkTrees(files.indicators, read, scope, problems)
  const checks = eachRow(files.checks, problems, (row) => checkFrom(row, scope))
  if (problems.length > 0) return refuse(problems)
  return accept({ groups, indicators: inOrder(read, groups), byCode, checks })
}

function eachRow<T>(sheet: SheetRows, problems: CatalogueProblem[], build: (row: RowReader) => T): readonly T[] {
  const seen = new Set<string>()
  return sheet.rows.map((_, index) => {
    const row = rowReader(sheet, index, problems)
    const key = row.text('code') + row.text('id')
    if (key !== '' && seen.has(key))
      row.report(row.text('code') === '' ? 'id' : 'code', { code: 'catalogue.duplicate' })
    seen.add(key)
    return build(row)
  })
}

const groupFrom = (row: RowReader): IndicatorGroup => ({
  code: row.required('code'),
  titleVi: row.required('title_vi'),
  titleEn: row.required('title_en'),
  order: row.whole('order'),
})

const NO_TREE: Tree = { kind: 'none' }

function indicatorFrom(row: RowReader): Indicator {
  const code = row.required('code')
  const group = row.required('group')
  if (code !== '' && (!/^[A-Z]{2}\d{2,3}$/.test(code) || !code.startsWith(group)))
    row.report('code', { code: 'catalogue.bad_code' })
  const tree = parseTree(row.required('tree'))
  if (!tree.ok) row.report('tree', { code: 'catalogue.bad_tree', problem: tree.problem })
  const known = tree.ok ? tree.value : NO_TREE
  return {
    code,
    group,
    position: row.whole('position'),
    nameVi: row.required('name_vi'),
    nameEn: row.required('name_en'),
    unit: row.required('unit'),
    tree: known,
    time: row.choice('time', TIME_KINDS) ?? 'flow',
    register: row.text('register') === '' ? null : row.text('register'),
    formula: known.kind === 'ratio' || known.kind === 'units' ? known.formula : null,
    decimals: row.whole('decimals'),
    validFrom: row.date('valid_from'),
    note: row.text('source'),
  }
}

/** Each group exists, and its positions run 0, 1, 2 … without gap or repeat: they are places in a stored array. */
function checkPlaces(
  sheet: SheetRows,
  indicators: readonly Indicator[],
  groups: readonly IndicatorGroup[],
  problems: CatalogueProblem[],
): void {
  const next = new Map(groups.map((group) => [group.code, 0]))
  indicators.forEach(({ group, position }, index) => {
    const row = rowReader(sheet, index, problems)
    const expected = next.get(group)
    if (expected === undefined) row.report('group', { code: 'catalogue.unknown_group' })
    else if (position !== expected) row.report('position', { code: 'catalogue.position_gap', expected })
    next.set(group, (expected ?? 0) + 1)
  })
}

function checkTrees(
  sheet: SheetRows,
  indicators: readonly Indicator[],
  scope: FormulaScope,
  problems: CatalogueProblem[],
): void {
  indicators.forEach(({ tree }, index) => {
    const row = rowReader(sheet, index, problems)
    const found =
      tree.kind === 'ratio'
        ? [tree.numerator, tree.denominator].flatMap((part) => checkFormula(part, scope, 'number'))
        : tree.kind === 'units' && tree.condition !== null
          ? checkFormula(tree.condition, scope, 'boolean')
          : []
    for (const problem of found) row.report('tree', { code: 'catalogue.wrong_formula', problem })
  })
}

function checkFrom(row: RowReader, scope: FormulaScope): Check {
  const kind = row.choice('kind', CHECK_KINDS) ?? 'register'
  const validTo = row.text('valid_to')
  if (validTo !== '' && parseDate(validTo) === undefined) row.report('valid_to', { code: 'catalogue.bad_date' })
  if (kind !== 'formula' && row.text('formula') !== '')
    row.report('formula', { code: 'catalogue.formula_not_expected' })
  return {
    id: row.required('id'),
    kind,
    severity: row.choice('severity', ['error', 'warn']) ?? 'error',
    formula: kind === 'formula' ? formulaFrom(row, scope) : null,
    parameters: parametersFrom(row.text('params')),
    nameVi: row.required('name_vi'),
    basis: row.required('basis'),
    validFrom: row.date('valid_from'),
    validTo: validTo === '' ? null : validTo,
  }
}

function formulaFrom(row: RowReader, scope: FormulaScope): Check['formula'] {
  const text = row.required('formula')
  if (text === '') return null
  const parsed = parse(text)
  if (!parsed.ok) {
    row.report('formula', { code: 'catalogue.bad_formula', problem: parsed.problem })
    return null
  }
  for (const problem of checkFormula(parsed.value, scope, 'boolean')) {
    row.report('formula', { code: 'catalogue.wrong_formula', problem })
  }
  return { text, expression: parsed.value }
}

/** `percent=50; register=so_hop_dan` */
function parametersFrom(text: string): Readonly<Record<string, string>> {
  const pairs = text
    .split(';')
    .map((pair) => pair.split('=').map((half) => half.trim()))
    .flatMap(([name = '', value = '']) => (name === '' ? [] : [[name, value] as const]))
  return Object.fromEntries(pairs)
}

function inOrder(indicators: readonly Indicator[], groups: readonly IndicatorGroup[]): readonly Indicator[] {
  const rank = new Map(groups.map((group, index) => [group.code, index]))
  return indicators.toSorted((a, b) => (rank.get(a.group) ?? 0) - (rank.get(b.group) ?? 0) || a.position - b.position)
}
