// Figures in other boundaries than those they were reported in: exact, with bounds, or not at all, and always marked.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesAfter } from '../../checks/harness/small-tree.ts'
import { openTestWorld, type Client, type TestWorld } from '../../checks/harness/world.ts'
import { replaceUnits } from '../figures/index.ts'
import { reports } from '../reports/schema.ts'
import { consolidation } from './schema.ts'

const OLD_WARD = 'X13327'
const DIVIDED_WARD = 'X13324'
const NEW_WARD = 'X13330@2025'
const DISTRICT = 'D349'
const PROVINCE = 'P37@2025'

describe('an indicator in other boundaries', () => {
  let test: TestWorld
  let province: Client
  let centre: Client
  const type = async (unit: string, name: string, cells: Record<string, number>) => {
    await test.post(name, unit, 'compiler')
    await (await test.as(name))(reports.saveCells, {
      query: {},
      body: { commandId: newId(), unit, period: '2024', baseRev: 0, cells },
    })
  }
  beforeAll(async () => {
    test = await openTestWorld('2025-01-10')
    await type(OLD_WARD, 'moc-bac', { TD01: 100 })
    await type('X13330', 'chau-giang', { TD01: 15 })
    await type('X13339', 'lang-gieng', { TD01: 5 })
    await type(DIVIDED_WARD, 'hoa-mac', { TD01: 7 })
    await test.on('2026-06-15')
    await test.post('trung-uong', 'VN', 'consolidator')
    centre = await test.as('trung-uong')
    await test.post('chuyen-vien', PROVINCE, 'consolidator')
    province = await test.as('chuyen-vien')
  })
  afterAll(() => test.close())
  const cell = async (client: Client, unit: string, boundaries: string, year = 2024) =>
    (
      await client(consolidation.series, {
        query: { unit, indicator: 'TD01', from: year, to: year, boundaries },
        body: {},
      })
    ).cells[0]

  it('is exact where it was reported', async () => {
    expect(await cell(centre, DISTRICT, '2024-12-31')).toMatchObject({
      value: 127,
      low: 127,
      high: 127,
      class: 'exact',
      reported: 4,
    })
    expect(await cell(centre, OLD_WARD, '2024-12-31')).toMatchObject({ value: 100, class: 'exact', note: 'Chính xác' })
  })

  it('is whole again for the province into which all parts went, and never more than was reported', async () => {
    expect(await cell(province, PROVINCE, '2025-07-01')).toMatchObject({ value: 127, low: 127, reported: 4 })
  })

  it('has no value but bounds where a divided unit’s share is not known, and no upper one while a source is silent', async () => {
    const ward = await cell(province, NEW_WARD, '2025-07-01')
    expect(ward).toMatchObject({
      value: null,
      low: 120,
      high: 127,
      class: 'not-convertible',
      note: 'Chỉ biết nằm trong khoảng từ 120 đến 127',
    })
    expect(await cell(province, 'X13324@2025', '2025-07-01')).toMatchObject({
      value: null,
      low: 0,
      high: null,
      reported: 1,
    })
  })

  it('is told apart from nothing reported and from no unit there', async () => {
    expect(await cell(province, NEW_WARD, '2025-07-01', 2023)).toMatchObject({
      value: null,
      class: 'not-reported',
      reported: 0,
    })
    expect(await cell(province, NEW_WARD, '2024-12-31')).toMatchObject({ value: null, class: 'not-convertible' })
  })

  it('is estimated, with bounds, by the shares that an import brings', async () => {
    const { units, lineage } = filesAfter()
    const shared = lineage
      .replace('part-merge,TB1,TN1,TB1,TN1,part,,', 'part-merge,TB1,TN1,TB1,TN1,part,0.3,0.25')
      .replace('part-merge,TB1,TN2,TB1,TN2,remainder,,', 'part-merge,TB1,TN2,TB1,TN2,remainder,0.7,0.75')
    await test.on('2026-04-10')
    await replaceUnits(test.world, units, shared)
    for (const unit of ['TA1', 'TA2', 'TB1']) {
      await test.post('tb1', unit, 'compiler')
      await (await test.as('tb1'))(reports.saveCells, {
        query: {},
        body: { commandId: newId(), unit, period: '2026-Q1', baseRev: 0, cells: { TD01: unit === 'TB1' ? 40 : 0 } },
      })
    }
    await test.on('2026-06-15')
    const { cells } = await centre(consolidation.series, {
      query: { unit: 'TN1', indicator: 'TD01', from: 2026, to: 2026, kind: 'quarter', boundaries: '2026-06-01' },
      body: {},
    })
    expect(cells[0]).toMatchObject({
      periodId: '2026-Q1',
      value: 10,
      low: 0,
      high: 40,
      class: 'estimated',
      note: 'Ước tính, có cận dưới và cận trên',
    })
  })

  it('is closed to strangers', async () => {
    await expect(cell(province, 'P79@2025', '2026-01-01')).rejects.toMatchObject({
      status: 403,
      code: 'access.outside_your_units',
    })
  })
})
