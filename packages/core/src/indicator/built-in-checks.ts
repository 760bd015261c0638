// Checks that go over all cells instead of one formula: whole numbers, jumps, totals, lũy kế, missing reports.

import { addDecimal, decimalsOf, isFigure, sumDecimals } from '../text/decimal.ts'
import { changeBetween } from '../text/comparison.ts'
import { formatCount, formatNumber } from '../text/number-style.ts'
import type { Catalogue } from './catalogue.ts'
import type { Check, Finding } from './check-model.ts'
import { isAdditive, valueOf, type Indicator, type Values } from './model.ts'

export type ChildReport = {
  readonly unit: string
  readonly name: string
  /** False: the report is missing, so none of its cells may pose as a figure. */
  readonly reported: boolean
  readonly values: Values
}

/** What the built-in checks look at; a part left out makes its check not checkable. */
export type CheckData = {
  readonly catalogue: Catalogue
  readonly values: Values
  readonly lastYear?: Values
  readonly children?: readonly ChildReport[]
  /** Cells with a named adjustment that gives its reason. */
  readonly adjusted?: ReadonlySet<string>
  /** Cells with a note that explains a jump. */
  readonly noted?: ReadonlySet<string>
  readonly cumulative?: { readonly before: Values; readonly now: Values }
  /** Verdicts of registers by check id. */
  readonly registers?: Readonly<Record<string, boolean | null>>
}

/** A failed cell and what is wrong with it. */
type Fault = { readonly cell: string; readonly said: string }

export function builtInFindings(check: Check, data: CheckData): readonly Finding[] {
  const base = { check: check.id, severity: check.severity }
  const faults = faultsOf(check, data)
  if (faults === null) {
    return [{ ...base, status: 'not-checkable', cells: [], sentence: `${check.nameVi}: chưa đủ số liệu để kiểm tra.` }]
  }
  if (faults.length === 0) return [{ ...base, status: 'passed', cells: [], sentence: `${check.nameVi}.` }]
  return faults.map(({ cell, said }) => ({
    ...base,
    status: 'failed' as const,
    cells: cell === '' ? [] : [cell],
    sentence: `${check.nameVi}: ${said}.`,
  }))
}

/** Null: cannot be told with what was given. */
function faultsOf(check: Check, data: CheckData): readonly Fault[] | null {
  switch (check.kind) {
    case 'integer':
      return data.catalogue.indicators.flatMap((indicator) => notWhole(indicator, data.values))
    case 'year-on-year':
      return jumps(check, data)
    case 'children':
      return offTotals(data)
    case 'cumulative':
      return offCumulative(data)
    case 'missing':
      return data.children?.flatMap((child) => posing(child)) ?? null
    case 'register': {
      const verdict = data.registers?.[check.id] ?? null
      return verdict === null ? null : verdict ? [] : [{ cell: '', said: 'sổ theo dõi có mục chưa đúng' }]
    }
    case 'formula':
      return null
  }
}

function notWhole(indicator: Indicator, values: Values): readonly Fault[] {
  const value = valueOf(values, indicator.code)
  if (value === null) return []
  const cell = indicator.code
  if (!isFigure(value)) return [{ cell, said: `${indicator.nameVi} không phải là số liệu hợp lệ` }]
  if (value < 0) return [{ cell, said: `${indicator.nameVi} là số âm (${formatNumber(value)})` }]
  if (decimalsOf(value) <= indicator.decimals) return []
  const allowed =
    indicator.decimals === 0 ? 'phải là số nguyên' : `chỉ có tối đa ${formatCount(indicator.decimals)} chữ số thập phân`
  return [{ cell, said: `${indicator.nameVi} ${allowed} (đang là ${formatNumber(value)})` }]
}

function jumps(check: Check, { catalogue, values, lastYear, noted }: CheckData): readonly Fault[] | null {
  const limit = Number(check.parameters['percent'])
  if (lastYear === undefined || !Number.isFinite(limit)) return null
  return catalogue.indicators.flatMap(({ code, nameVi }) => {
    const change = changeBetween(valueOf(values, code), valueOf(lastYear, code))
    if (change === null || change.percent <= limit || noted?.has(code) === true) return []
    const verb = change.direction === 'up' ? 'tăng' : 'giảm'
    return [
      {
        cell: code,
        said: `${nameVi} ${verb} ${formatNumber(change.percent, { unit: '%' })} so với cùng kỳ, cần ghi chú`,
      },
    ]
  })
}

function offTotals({ catalogue, values, children, adjusted }: CheckData): readonly Fault[] | null {
  if (children === undefined) return null
  const reported = children.filter((child) => child.reported)
  return catalogue.indicators.filter(isAdditive).flatMap(({ code, nameVi }) => {
    const own = valueOf(values, code)
    const total = sumDecimals(reported.map((child) => valueOf(child.values, code)))
    if (own === null || total === null || own === total || adjusted?.has(code) === true) return []
    return [{ cell: code, said: `${nameVi} là ${formatCount(own)}, cộng các đơn vị được ${formatCount(total)}` }]
  })
}

function offCumulative({ catalogue, values, cumulative }: CheckData): readonly Fault[] | null {
  if (cumulative === undefined) return null
  return catalogue.indicators.flatMap(({ code, nameVi, time }) => {
    const [before, inPeriod, now] = [
      valueOf(cumulative.before, code),
      valueOf(values, code),
      valueOf(cumulative.now, code),
    ]
    if (time !== 'flow' || before === null || inPeriod === null || now === null) return []
    const sum = addDecimal(before, inPeriod)
    if (now === sum) return []
    const figures = `${formatCount(before)} + ${formatCount(inPeriod)} = ${formatCount(sum)}`
    return [{ cell: code, said: `lũy kế ${nameVi} là ${formatCount(now)}, trong khi ${figures}` }]
  })
}

function posing(child: ChildReport): readonly Fault[] {
  if (child.reported) return []
  const cells = Object.keys(child.values).filter((code) => valueOf(child.values, code) !== null)
  return cells.map((cell) => ({ cell, said: `${child.name} chưa báo cáo nhưng ô ${cell} đã có số` }))
}
