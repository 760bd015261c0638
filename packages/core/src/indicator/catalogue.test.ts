// The shipped catalogue, and checks, rates and sentences run on it with figures that were really published.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { calendarDate, type CalendarDate } from '../calendar.ts'
import type { LawParameter } from '../period/law-parameters.ts'
import type { Regime } from '../period/model.ts'
import type { Catalogue, CatalogueFiles, SheetRows } from './catalogue.ts'
import { blockingChecks, explainCheck, namesIn, runChecks, type CheckContext } from './checks.ts'
import { countUnits, deriveValues } from './derive.ts'
import { isAdditive, valueOf, type Values } from './model.ts'
import { checkSentence, renderSentence, sentenceCodes } from './narrative.ts'
import { parseCatalogue } from './parse-catalogue.ts'
import { checkReportType, indicatorsOf, type ReportType } from './report-type.ts'
import { parseTree } from './tree.ts'

const folder = new URL('../../../../catalogue/', import.meta.url)
const text = (path: string): string => readFileSync(new URL(path, folder), 'utf8')
const sheet = (path: string): SheetRows => ({
  file: path,
  rows: Papa.parse<Record<string, string>>(text(path), { header: true, skipEmptyLines: true }).data,
})
const files: CatalogueFiles = {
  groups: sheet('indicators/groups.csv'),
  indicators: sheet('indicators/indicators.csv'),
  checks: sheet('indicators/checks.csv'),
}
const parameters = JSON.parse(text('law/parameters.json')) as readonly LawParameter[]
const parameter = (code: string) => parameters.find((candidate) => candidate.code === code)
const load = (given: CatalogueFiles) => parseCatalogue(given, (code) => parameter(code) !== undefined)
const loaded = load(files)
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem, null, 1))
const catalogue: Catalogue = loaded.value
const names = namesIn(catalogue, (code) => parameter(code)?.title ?? code)

describe('the shipped catalogue', () => {
  it('has 19 groups, 165 indicators and 57 checks, without one problem', () => {
    expect([catalogue.groups.length, catalogue.indicators.length, catalogue.checks.length]).toEqual([19, 165, 57])
    expect(catalogue.checks.filter(({ kind }) => kind === 'formula')).toHaveLength(49)
  })
  it('explains every check in Vietnamese, with no code left over', () => {
    for (const check of catalogue.checks) {
      const said = explainCheck(check, names)
      expect(said.length).toBeGreaterThan(15)
      expect(said).not.toMatch(/[A-Z]{2}\d{2}|[a-z]\.[a-z]/)
    }
    expect(explainCheck(catalogue.checks[1]!, names)).toBe(
      'Tổng số mô hình, điển hình DVK đăng ký trong năm = khối phòng, ban, ngành, đoàn thể + khối xã, phường',
    )
  })
  it('adds counts, never rates or distinct things', () => {
    const additive = (code: string) => isAdditive(catalogue.byCode.get(code)!)
    expect(['MH01', 'TC06', 'TT05', 'TT06', 'DC16', 'DT01'].map(additive)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
  it('is written in NFC', () => {
    for (const path of [
      'indicators/groups.csv',
      'indicators/indicators.csv',
      'indicators/checks.csv',
      'indicators/report-types.json',
      'law/parameters.json',
      'law/holidays.json',
      'periods/regimes.json',
    ]) {
      expect([path, text(path).normalize('NFC') === text(path)]).toEqual([path, true])
    }
  })
})

describe('a faulty catalogue', () => {
  const changed = (
    name: 'indicators' | 'checks' | 'groups',
    index: number,
    cells: Record<string, string>,
  ): CatalogueFiles => ({
    ...files,
    [name]: { ...files[name], rows: files[name].rows.map((row, at) => (at === index ? { ...row, ...cells } : row)) },
  })
  it.each([
    ['indicators', 0, { unit: '' }, 'unit', 'catalogue.required'],
    ['indicators', 1, { code: 'TC01' }, 'code', 'catalogue.duplicate'],
    ['indicators', 1, { code: 'XX99' }, 'code', 'catalogue.bad_code'],
    ['indicators', 1, { position: '4' }, 'position', 'catalogue.position_gap'],
    ['indicators', 1, { decimals: '-1' }, 'decimals', 'catalogue.bad_number'],
    ['indicators', 1, { time: 'monthly' }, 'time', 'catalogue.unknown_choice'],
    ['indicators', 1, { tree: 'average' }, 'tree', 'catalogue.bad_tree'],
    ['indicators', 1, { tree: 'ratio(TC01, QQ77)' }, 'tree', 'catalogue.wrong_formula'],
    ['indicators', 1, { valid_from: '2021-02-29' }, 'valid_from', 'catalogue.bad_date'],
    ['checks', 0, { formula: 'MH01 = = MH02' }, 'formula', 'catalogue.bad_formula'],
    ['checks', 0, { formula: 'MH01 = TD01' }, 'formula', 'catalogue.wrong_formula'],
    ['checks', 0, { kind: 'missing' }, 'formula', 'catalogue.formula_not_expected'],
    ['checks', 33, { formula: 'DC20 >= param("no.such")' }, 'formula', 'catalogue.wrong_formula'],
    ['groups', 0, { order: 'first' }, 'order', 'catalogue.bad_number'],
  ] as const)('%s line %s with %j', (name, index, cells, column, code) => {
    const result = load(changed(name, index, cells))
    const found = result.ok
      ? []
      : result.problem.map((problem) => [problem.file, problem.line, problem.column, problem.code])
    expect(found).toContainEqual([`indicators/${name}.csv`, index + 2, column, code])
  })
  it.each(['ratio(A)', 'ratio(TT04,TT03,TT02)', 'units(TT04 =)', 'distinct()', 'mean'])(
    'refuses the tree %s',
    (tree) => {
      expect(parseTree(tree).ok).toBe(false)
    },
  )
})

describe('rates', () => {
  it.each([
    ['TT05', { TT04: 199_900, TT03: 200_000 }, 99.95],
    ['GQ04', { GQ02: 8, GQ01: 24 }, 33.33],
    ['AS03', { AS02: 2811.7, AS01: 9081 }, 309.6],
    ['DC25', { DC22: 186, DC23: 103 }, 64.36],
    ['GQ04', { GQ02: 8, GQ01: 0 }, null],
    ['GQ04', { GQ02: 8 }, null],
  ])('%s from %j is %s', (code, values, expected) => {
    expect(valueOf(deriveValues(catalogue, { ...values, [code]: 1 }), code)).toBe(expected)
  })
  it('of a parent come from added parts, between the rates of its children', () => {
    const part = fc
      .tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }))
      .map(([a, b]) => ({ GQ02: Math.min(a, b), GQ01: b }))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 9 }), (children) => {
        const rate = (values: Values) => valueOf(deriveValues(catalogue, values), 'GQ04') ?? Number.NaN
        const total = { GQ02: children.reduce((n, c) => n + c.GQ02, 0), GQ01: children.reduce((n, c) => n + c.GQ01, 0) }
        expect(rate(total)).toBeGreaterThanOrEqual(Math.min(...children.map(rate)))
        expect(rate(total)).toBeLessThanOrEqual(Math.max(...children.map(rate)))
      }),
    )
  })
  it('counts the units that meet a condition', () => {
    const full = { TT03: 100, TT04: 100 }
    const children: Values[] = [full, full, { TT03: 100, TT04: 99 }, { TT03: 100 }]
    expect(countUnits(catalogue.byCode.get('TT06')!, children)).toEqual({ count: 2, judged: 3 })
  })
})

const context = (values: Values, more: Partial<CheckContext> = {}, previous: Values = {}): CheckContext => ({
  catalogue,
  values,
  day: calendarDate('2021-06-30'),
  lookup: (reference) => {
    if (reference.kind === 'child-units') return 9
    if (reference.kind === 'parameter') return parameter(reference.code)?.value ?? null
    return reference.when === 'previous' ? valueOf(previous, reference.code) : valueOf(values, reference.code)
  },
  ...more,
})
const finding = (id: string, given: CheckContext) =>
  runChecks(catalogue.checks, given).filter(({ check }) => check === id)

describe('checks', () => {
  it.each([
    ['R02', { MH01: 60, MH04: 21, MH05: 39 }, 'passed'],
    ['R09', { GQ01: 24, GQ02: 8, GQ03: 16 }, 'passed'],
    ['R09', { GQ01: 24, GQ02: 8, GQ03: 15 }, 'failed'],
    ['R09', { GQ01: 24, GQ02: 8 }, 'not-checkable'],
    ['R10', { GQ01: 24, GQ02: 8, GQ04: 33.3 }, 'passed'],
    ['R10', { GQ01: 24, GQ02: 8, GQ04: 34 }, 'failed'],
    ['R33', { DC21: 323, DC22: 186, DC23: 103, DC24: 34 }, 'passed'],
    ['R40', { TT06: 5 }, 'passed'],
    ['R40', { TT06: 10 }, 'failed'],
    ['R42', { AS03: 309.6 }, 'passed'],
    ['R34', { DC20: 3902, DC19: 715 }, 'passed'],
    ['R34', { DC20: 2, DC19: 1 }, 'failed'],
  ])('%s on %j: %s', (id, values, status) => {
    expect(finding(id, context(values)).map((found) => found.status)).toEqual([status])
  })
  it('says why, with the figures', () => {
    expect(finding('R09', context({ GQ01: 24, GQ02: 8, GQ03: 15 }))[0]).toMatchObject({
      severity: 'error',
      cells: ['GQ01', 'GQ02', 'GQ03'],
      sentence: 'Số đơn phải giải quyết bằng số đã giải quyết cộng số đang giải quyết: 24 = 08 + 15? Vế phải bằng 23.',
    })
  })
  it('chains what is carried over to the period before', () => {
    expect(finding('R17', context({ XD02: 4 }, {}, { XD05: 4 }))[0]?.status).toBe('passed')
    expect(finding('R17', context({ XD02: 4 }, {}, { XD05: 5 }))[0]?.status).toBe('failed')
    expect(finding('R17', context({ XD02: 4 }))[0]?.status).toBe('not-checkable')
  })
  it('keeps to the dates of a check', () => {
    const on = (day: CalendarDate) => finding('R22', context({ TD06: 3 }, { day })).map(({ status }) => status)
    expect([on(calendarDate('2026-06-30')), on(calendarDate('2026-09-30'))]).toEqual([[], ['failed']])
    expect(finding('R31', context({}))).toEqual([])
  })
  it('wants whole, non-negative counts', () => {
    const found = finding('R48', context({ MH01: 2.5, MH02: -1, AS02: 2811.7, AS01: 9081 }))
    expect(found.map(({ cells }) => cells)).toEqual([['MH01'], ['MH02']])
  })
  it('asks for a note when a figure jumps', () => {
    const lastYear = { TD01: 100, MH01: 100, XD03: 0 }
    const values = { TD01: 151, MH01: 150, XD03: 9 }
    expect(finding('R49', context(values, { lastYear })).map(({ cells }) => cells)).toEqual([['TD01']])
    expect(finding('R49', context(values, { lastYear, noted: new Set(['TD01']) }))[0]?.status).toBe('passed')
    expect(finding('R49', context(values))[0]?.status).toBe('not-checkable')
  })
  it('adds the children up, and knows missing from nothing', () => {
    const child = (unit: string, reported: boolean, values: Values) => ({ unit, name: `Xã ${unit}`, reported, values })
    const children = [child('A', true, { MH01: 21 }), child('B', true, { MH01: 39 }), child('C', false, {})]
    expect(finding('R50', context({ MH01: 60 }, { children }))[0]?.status).toBe('passed')
    expect(finding('R50', context({ MH01: 61 }, { children }))[0]).toMatchObject({ status: 'failed', cells: ['MH01'] })
    expect(finding('R50', context({ MH01: 61 }, { children, adjusted: new Set(['MH01']) }))[0]?.status).toBe('passed')
    const drafting = [...children, child('E', false, { MH01: 7 })]
    expect(finding('R50', context({ MH01: 60 }, { children: drafting }))[0]?.status).toBe('passed')
    expect(finding('R52', context({}, { children }))[0]?.status).toBe('passed')
    const posing = [...children, child('D', false, { MH01: 0 })]
    expect(finding('R52', context({}, { children: posing }))[0]).toMatchObject({ status: 'failed', cells: ['MH01'] })
  })
  it('follows lũy kế from period to period', () => {
    const cumulative = { before: { TD01: 100 }, now: { TD01: 117 } }
    expect(finding('R51', context({ TD01: 17 }, { cumulative }))[0]?.status).toBe('passed')
    expect(finding('R51', context({ TD01: 18 }, { cumulative }))[0]?.status).toBe('failed')
  })
  it('lets a register judge what figures cannot', () => {
    const day = calendarDate('2024-06-30')
    expect(finding('R31', context({}, { day }))[0]?.status).toBe('not-checkable')
    expect(finding('R31', context({}, { day, registers: { R31: false } }))[0]?.status).toBe('failed')
  })
  it('blocks on errors only', () => {
    const findings = runChecks(catalogue.checks, context({ GQ01: 24, GQ02: 8, GQ03: 15, KT02: 5, KT01: 4 }))
    expect(blockingChecks(findings)).toEqual(['R09'])
  })
})

describe('live sentences', () => {
  const figures = {
    catalogue,
    values: { MH01: 60, GQ01: 24, GQ02: 8, AS01: 9081, AS02: 2811.7, TT05: 99.95 },
    lastYear: { MH01: 50 },
  }
  it.each([
    ['Đăng ký {{MH01|don-vi}}[, {{MH01|cung-ky}}].', 'Đăng ký 60 mô hình, tăng 20% so với cùng kỳ.'],
    ['Đã giải quyết {{GQ02/GQ01}} đơn[, {{GQ02|cung-ky}}].', 'Đã giải quyết 08/24 đơn.'],
    ['Chuyển {{AS01}} suất, trị giá {{AS02|don-vi}}.', 'Chuyển 9.081 suất, trị giá 2.811,7 triệu đồng.'],
    ['Đạt {{TT05}}.', 'Đạt 99,95%.'],
    ['Có {{MH02}} mô hình mới.', null],
    ['Có {{MH01|nhu-the}} mô hình.', null],
    ['Không có số liệu.', 'Không có số liệu.'],
  ])('%s', (template, expected) => expect(renderSentence(template, figures)?.text ?? null).toBe(expected))
  it('says where each figure stands', () => {
    const rendered = renderSentence('Đăng ký {{MH01}}[ ({{MH01|cung-ky}})], {{GQ02/GQ01}} đơn', figures)
    const cut = rendered?.tokens.map(({ code, from, to }) => [code, rendered.text.slice(from, to)])
    expect(cut).toEqual([
      ['MH01', '60'],
      ['MH01', 'tăng 20% so với cùng kỳ'],
      ['GQ02', '08/24'],
    ])
  })
  it('reports tokens that no catalogue knows', () => {
    expect(checkSentence('{{QQ01}} {{mh01}} {{MH01}}', catalogue).map(({ code }) => code)).toEqual([
      'narrative.unknown_indicator',
      'narrative.bad_token',
    ])
  })
})

describe('shipped report types', () => {
  const types = JSON.parse(text('indicators/report-types.json')) as readonly ReportType[]
  const regimes = new Set((JSON.parse(text('periods/regimes.json')) as readonly Regime[]).map(({ code }) => code))
  it('are sound, with all eleven attributes', () => {
    expect(types.map(({ code }) => code)).toEqual(['dan-van', 'dvk', 'qcdc', 'chi-dao-cong-trinh'])
    for (const type of types) {
      expect(checkReportType(type, catalogue, regimes)).toEqual([])
      expect(Object.keys(type.attributes)).toHaveLength(11)
    }
  })
  it('tell only figures that the report carries, and vanish without them', () => {
    for (const type of types) {
      const carried = new Set(indicatorsOf(type))
      for (const sentence of type.narrative.flatMap(({ sentences }) => sentences)) {
        expect([sentence, sentenceCodes(sentence).filter((code) => !carried.has(code))]).toEqual([sentence, []])
        expect(renderSentence(sentence, { catalogue, values: {} })).toBeNull()
      }
    }
  })
  it('find what is wrong with a changed one', () => {
    const [type] = types
    if (type === undefined) throw new Error('no report type')
    const broken: ReportType = {
      ...type,
      regime: 'none',
      sections: [{ title: 'A', indicators: ['MH01', 'MH01', 'QQ01'] }],
      validFrom: '2021',
    }
    expect(checkReportType(broken, catalogue, regimes).map(({ code }) => code)).toEqual([
      'report_type.unknown_regime',
      'report_type.bad_date',
      'report_type.repeated_indicator',
      'report_type.unknown_indicator',
    ])
  })
})
