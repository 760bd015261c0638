// Units as people meet them: imports that take everything or nothing, the tree and a unit's life over HTTP.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, sentenceOf, type ProblemData } from '@kheo/kit/problem.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesAfter, filesBefore } from '../../checks/harness/small-tree.ts'
import { openTestWorld, type Client, type TestWorld } from '../../checks/harness/world.ts'
import { replaceUnits } from '../figures/index.ts'
import { sentenceBook } from '../server.ts'
import { listedCounts } from './index.ts'
import { loadOrg } from './queries.ts'
import { org } from './schema.ts'

const OLD_WARD = 'X13327'
const DIVIDED_WARD = 'X13324'
const NEW_WARD = 'X13330@2025'
const DISTRICT = 'D349'
const PROVINCE = 'P37@2025'

type Line = { readonly code: string; readonly file: string; readonly line: number; readonly column: string }

describe('an import of units', () => {
  let test: TestWorld
  beforeAll(async () => {
    test = await openTestWorld('2026-04-10')
  })
  afterAll(() => test.close())

  const refusal = async (
    units: string,
    lineage: string,
  ): Promise<ProblemData & { readonly lines?: readonly Line[] }> => {
    try {
      await replaceUnits(test.world, units, lineage)
    } catch (error) {
      if (error instanceof Refusal) return error.problem
      throw error
    }
    throw new Error('the import was taken')
  }
  const { units, lineage } = filesAfter()
  const lineOf = (text: string, start: string): number =>
    text.split('\n').findIndex((line) => line.startsWith(start)) + 1

  it.each([
    [
      'a broken line',
      units.replace('TA1,,TA1,xã', 'TA1,"TA1,xã'),
      lineage,
      'org.broken_line',
      'units',
      null,
      '',
      'dòng bị vỡ',
    ],
    [
      'a date that does not exist',
      units.replace('2018-01-01,2026-05-01', '2018-02-30,2026-05-01'),
      lineage,
      'org.no_such_day',
      'units',
      lineOf(units, 'TB2,,TB2'),
      'valid_from',
      'ngày không có trong lịch (“2018-02-30”)',
    ],
    [
      'a date of another shape',
      units,
      lineage.replace('2018-01-01', '1/1/2018'),
      'org.bad_date',
      'lineage',
      lineOf(lineage, '2018-01-01'),
      'date',
      'không phải ngày',
    ],
    [
      'an unknown unit above',
      units.replace('TA1,,TA1,xã,commune,TDA', 'TA1,,TA1,xã,commune,TDX'),
      lineage,
      'org.unknown_unit',
      'units',
      lineOf(units, 'TA1,'),
      'parent_unit_id',
      'đơn vị không có trong tệp (“TDX”)',
    ],
    [
      'an unknown unit that ends',
      units,
      lineage.replace('merge,TA1,TN1', 'merge,TA9,TN1'),
      'org.unknown_unit',
      'lineage',
      lineOf(lineage, '2026-05-01,merge,TA1'),
      'from_unit',
      'đơn vị không có trong tệp (“TA9”)',
    ],
    [
      'two versions that overlap',
      units.replace('2017-01-01,2018-01-01', '2017-01-01,2018-06-01'),
      lineage,
      'org.versions_overlap',
      'units',
      lineOf(units, 'TB2,,TB2'),
      'valid_from',
      'chồng ngày lên nhau',
    ],
    [
      'an end before the beginning',
      units.replace('2018-01-01,2026-05-01', '2018-01-01,2017-05-01'),
      lineage,
      'org.interval_reversed',
      'units',
      lineOf(units, 'TB2,,TB2'),
      'valid_to',
      'trước ngày có hiệu lực',
    ],
    [
      'an event that nobody knows',
      units,
      lineage.replace('rename', 'renaming'),
      'org.unknown_event',
      'lineage',
      lineOf(lineage, '2018-01-01'),
      'event',
      'loại sự kiện',
    ],
    [
      'a share above one',
      units,
      lineage.replace('whole,1,,certain', 'whole,1.5,,certain'),
      'org.bad_share',
      'lineage',
      lineOf(lineage, '2018-01-01'),
      'area_share',
      'tỷ lệ',
    ],
    [
      'a level that nobody knows',
      units.replace('TDA,,TDA,huyện,district', 'TDA,,TDA,huyện,canton'),
      lineage,
      'org.unknown_level',
      'units',
      lineOf(units, 'TDA,'),
      'level',
      'cấp đơn vị',
    ],
    ['no rows at all', 'unit_id\n', lineage, 'org.empty_file', 'units', 1, '', 'tệp không có dòng nào'],
  ])(
    'is refused for %s, with file, line and column in a sentence, and changes nothing',
    async (_why, badUnits, badLineage, code, file, line, column, words) => {
      const before = await loadOrg(test.world.database.app)
      const problem = await refusal(badUnits, badLineage)
      expect(problem.code).toBe('org.import_refused')
      const found = problem.lines?.find((each) => each.code === code)
      expect(found).toMatchObject({ code, file, column })
      expect(found?.line).toBe(line ?? found?.line)
      const sentence = sentenceOf(sentenceBook, 'vi', problem) ?? ''
      expect(sentence).toContain('chưa nhập gì')
      expect(sentence).toContain(`${file}.csv dòng ${found?.line}${column === '' ? '' : `, cột ${column}`}`)
      expect(sentence).toContain(words)
      expect(sentenceOf(sentenceBook, 'en', problem)).toContain(String(found?.line))
      expect(await loadOrg(test.world.database.app)).toEqual(before)
    },
  )

  it('tells every wrong cell at once', async () => {
    const problem = await refusal(
      units
        .replace('2018-01-01,2026-05-01', '2018-02-30,2026-05-01')
        .replace('TDB,,TDB,huyện,district', 'TDB,,TDB,huyện,canton'),
      lineage.replace('rename', 'renaming'),
    )
    expect(new Set(problem.lines?.map((line) => line.code))).toEqual(
      new Set(['org.no_such_day', 'org.unknown_level', 'org.unknown_unit', 'org.unknown_event']),
    )
  })

  it('is refused when the record would contradict itself', async () => {
    const problem = await refusal(
      units.replaceAll('TPN,,TPN,tỉnh,province,VN,,2026-05-01', 'TPN,,TPN,tỉnh,province,VN,,2026-07-01'),
      lineage,
    )
    expect(problem.code).toBe('org.invariants_broken')
    expect(sentenceOf(sentenceBook, 'vi', problem)).toContain('chưa nhập gì')
    expect(test.world.org().pathOf('TPN')).toBeUndefined()
  })

  it('is taken whole, hangs the units, and can be taken again with more', async () => {
    const small = filesBefore()
    expect(await replaceUnits(test.world, small.units, small.lineage)).toMatchObject({ units: 10 })
    const { pathOf } = test.world.org()
    expect(pathOf('TA1')?.startsWith(pathOf('TDA') ?? '?')).toBe(true)
    expect(await replaceUnits(test.world, `\uFEFF${units.normalize('NFD')}`, lineage)).toMatchObject({ units: 13 })
    expect(test.world.org().titleOf('TA1', '2026-04-10' as never)).toBe('Xã TA1')
    await test.on('2026-05-01')
    const after = test.world.org()
    expect([after.pathOf('TA1'), after.pathOf('TB1'), after.pathOf('TA3')].map((path) => path?.slice(0, -4))).toEqual([
      after.pathOf('TN1'),
      after.pathOf('TN2'),
      after.pathOf('TPN'),
    ])
  })
})

describe('units over HTTP', () => {
  let test: TestWorld
  let officer: Client
  beforeAll(async () => {
    test = await openTestWorld('2026-06-15')
    await test.post('can-bo', NEW_WARD, 'compiler')
    officer = await test.as('can-bo')
  })
  afterAll(() => test.close())
  const children = async (unit: string | undefined, day: string) =>
    (await officer(org.children, { query: { ...(unit === undefined ? {} : { unit }), day }, body: {} })).rows

  it('hang as on the day that is asked for', async () => {
    expect((await children(undefined, '2020-06-30')).map((row) => row.id)).toEqual(['VN'])
    const before = await children(DISTRICT, '2025-06-30')
    expect(before.map((row) => row.level)).toEqual(before.map(() => 'commune'))
    expect(before.map((row) => row.id)).toContain(OLD_WARD)
    expect(await children(DISTRICT, '2025-07-01')).toEqual([])
    expect((await children(PROVINCE, '2025-07-01')).find((row) => row.id === NEW_WARD)).toMatchObject({
      name: 'Phường Duy Tân',
      kind: 'phường',
      parentId: PROVINCE,
    })
    expect(await children(PROVINCE, '2025-06-30')).toEqual([])
  })

  it('are counted by level, half-open at the day of effect', async () => {
    const counts = (day: string) => officer(org.counts, { query: { day }, body: {} })
    const [eve, day] = [await counts('2025-06-30'), await counts('2025-07-01')]
    expect(eve.districts).toBeGreaterThan(3)
    expect(day.districts).toBe(0)
    expect([eve.provinces > day.provinces, eve.communes > day.communes]).toEqual([true, true])
  })

  it('are found without tones', async () => {
    const { rows } = await officer(org.search, { query: { q: 'duy tan', day: '2026-06-15' }, body: {} })
    expect(rows.map((row) => row.name)).toContain('Phường Duy Tân')
  })

  it('tell their life: names, codes, and where they came from', async () => {
    const old = await officer(org.life, { query: { id: DIVIDED_WARD, day: '2026-06-15' }, body: {} })
    expect(old.versions.map(({ from, to, name, kind }) => [from, to, name, kind])).toEqual([
      ['2017-01-01', '2020-01-01', 'Hòa Mạc', 'thị trấn'],
      ['2020-01-01', '2025-07-01', 'Hòa Mạc', 'phường'],
    ])
    expect(old.isAlive).toBe(false)
    const goesTo = old.events.flatMap((event) => event.goesTo).filter((side) => side.id !== DIVIDED_WARD)
    expect(goesTo.map(({ id, extent }) => [id, extent]).toSorted()).toEqual([
      ['X13324@2025', 'part'],
      [NEW_WARD, 'remainder'],
    ])
    const young = await officer(org.life, { query: { id: NEW_WARD, day: '2026-06-15' }, body: {} })
    expect(young).toMatchObject({ isAlive: true, title: 'Phường Duy Tân', ancestors: [{ id: PROVINCE }, { id: 'VN' }] })
    expect(new Set(young.events.flatMap((event) => event.comesFrom).map((side) => side.id))).toEqual(
      new Set([OLD_WARD, 'X13330', DIVIDED_WARD]),
    )
    expect(young.codes).toContainEqual(expect.objectContaining({ code: '13330' }))
  })

  it('tell an event from both sides', async () => {
    const { events } = await officer(org.life, { query: { id: NEW_WARD, day: '2026-06-15' }, body: {} })
    const [first] = events
    const event = await officer(org.event, { query: { id: first?.id ?? '' }, body: {} })
    expect(event.on).toBe('2025-07-01')
    expect(event.before.length).toBeGreaterThan(0)
    expect(event.after.map((side) => side.id)).toContain(NEW_WARD)
    expect(event.edges.every((edge) => ['whole', 'part', 'remainder'].includes(edge.extent))).toBe(true)
  })

  it('refuse what is not there, each by its own code', async () => {
    await expect(officer(org.life, { query: { id: 'X0', day: '2026-06-15' }, body: {} })).rejects.toMatchObject({
      status: 404,
      code: 'org.unit_not_found',
    })
    await expect(officer(org.event, { query: { id: 'none' }, body: {} })).rejects.toMatchObject({
      status: 404,
      code: 'org.event_not_found',
    })
    await expect(officer(org.counts, { query: { day: '2026-02-30' }, body: {} })).rejects.toMatchObject({
      status: 422,
      code: 'input.invalid',
    })
  })
})

const national = process.env['KHEO_UNITS_DIR']

describe.runIf(national)('the full national files', () => {
  let test: TestWorld
  afterAll(() => test.close())

  it('are imported in less than a minute, and counted as the country was', { timeout: 120_000 }, async () => {
    test = await openTestWorld('2026-06-15')
    const folder = national ?? ''
    const started = performance.now()
    await replaceUnits(
      test.world,
      readFileSync(join(folder, 'units.csv'), 'utf8'),
      readFileSync(join(folder, 'lineage.csv'), 'utf8'),
    )
    expect(performance.now() - started).toBeLessThan(60_000)
    // The demonstration's units that no list knows stand beside the country's, and are counted apart.
    const counts = (day: string) => listedCounts(test.world.org(), day as never)
    expect([counts('2020-06-30'), counts('2025-06-30'), counts('2025-07-01')]).toEqual([
      { provinces: 63, districts: 707, communes: 10_614, unlisted: 7 },
      { provinces: 63, districts: 696, communes: 10_035, unlisted: 7 },
      { provinces: 34, districts: 0, communes: 3_321, unlisted: 3 },
    ])
  })
})
