import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { carrySum } from './carry.ts'
import { carryMatrix } from './carry-matrix.ts'
import { toOrgRecords } from './import-rows.ts'
import { checkInvariants } from './invariants.ts'
import type { OrgRecords } from './model.ts'
import { buildOrgIndex } from './org-index.ts'
import { accessPaths } from './access-tree.ts'
import { day, id } from './testing.ts'
import { stableZones } from './zones.ts'

function load(folder: string): OrgRecords {
  const rows = (file: string) =>
    Papa.parse<Record<string, string>>(readFileSync(join(folder, file), 'utf8'), { header: true, skipEmptyLines: true })
      .data
  const result = toOrgRecords(rows('units.csv'), rows('lineage.csv'))
  if (!result.ok) throw new Error(JSON.stringify(result.problem.slice(0, 5)))
  return result.value
}

describe('the catalogue of the demonstration world', () => {
  const records = load(join(import.meta.dirname, '../../../../catalogue/units'))
  const org = buildOrgIndex(records)
  const communes = (district: string, on: string): number => org.subtreeAt(id(district), day(on), 'commune').length
  const heirs = (district: string): readonly string[] => {
    const matrix = carryMatrix(org, day('2025-06-30'), day('2025-07-01'), 'population')
    const found = org
      .childrenAt(id(district), day('2025-06-30'))
      .flatMap((unit) => (matrix.rows.get(unit) ?? []).map((entry) => entry.to))
    return [...new Set(found)]
      .map((unit) => org.versionAt(unit, day('2025-07-01'))?.name ?? '')
      .sort((a, b) => a.localeCompare(b, 'vi'))
  }

  it('holds every invariant without an exception', () => {
    expect(checkInvariants(records)).toEqual([])
    expect(records.exceptions).toEqual([])
  })

  it('knows Duy Tiên with 18, 16 and 15 communes, and the six wards that descend from it', () => {
    expect([communes('D349', '2019-12-31'), communes('D349', '2020-01-01'), communes('D349', '2025-06-30')]).toEqual([
      18, 16, 15,
    ])
    expect(heirs('D349')).toEqual(['Duy Hà', 'Duy Tân', 'Duy Tiên', 'Đồng Văn', 'Hà Nam', 'Tiên Sơn'])
  })

  it('knows Tam Điệp and Dĩ An', () => {
    expect(communes('D370', '2021-06-30')).toBe(9)
    expect(communes('D724', '2022-12-31')).toBe(7)
    expect(heirs('D370')).toEqual(['Tam Điệp', 'Trung Sơn', 'Yên Sơn', 'Yên Thắng'])
  })

  it('knows the unnamed district before and after its end', () => {
    expect(communes('D-A', '2025-06-30')).toBe(5)
    expect(org.subtreeAt(id('P-A'), day('2025-07-01'), 'commune')).toEqual(['X-A6@2025', 'X-A7@2025'])
  })

  it('carries Mộc Bắc whole into Duy Tân and gives no value where Hòa Mạc was divided', () => {
    const matrix = carryMatrix(org, day('2024-12-31'), day('2025-07-01'), 'population')
    const target = (name: string) =>
      org.aliveOn(day('2025-07-01')).find((unit) => org.versionAt(unit, day('2025-07-01'))?.name === name)
    const source = (name: string) =>
      org.aliveOn(day('2024-12-31')).find((unit) => org.versionAt(unit, day('2024-12-31'))?.name === name)
    const [mocBac, hoaMac, duyTan] = [source('Mộc Bắc'), source('Hòa Mạc'), target('Duy Tân')]
    if (mocBac === undefined || hoaMac === undefined || duyTan === undefined)
      throw new Error('place not in the catalogue')
    expect(matrix.rows.get(mocBac)).toMatchObject([{ to: duyTan, weight: 1 }])
    expect(carrySum(matrix, new Map([[hoaMac, 100]])).get(duyTan)).toMatchObject({
      value: null,
      low: 0,
      class: 'not-convertible',
    })
  })
})

const national = process.env['KHEO_UNITS_DIR']

// The body of a skipped suite still runs, so the files are opened only where there are any.
describe.runIf(national)('the full national files', () => {
  if (national === undefined) return
  const records = load(national)
  const org = buildOrgIndex(records)

  it('hold every invariant, but for the holes that are listed', () => {
    expect(checkInvariants(records)).toEqual([])
    const count = (code: string): number => records.exceptions.filter((known) => known.code === code).length
    expect([count('org.successor_unknown'), count('org.origin_unknown'), count('org.split_without_remainder')]).toEqual(
      [16, 1, 1],
    )
  })

  it.each([
    ['2020-06-30', 63, 707, 10_614],
    ['2025-06-30', 63, 696, 10_035],
    ['2025-07-01', 34, 0, 3_321],
  ])('count the units of %s', (on, province, district, commune) => {
    expect(org.countByLevel(day(on))).toMatchObject({ province, district, commune })
  })

  it('pass 9,594 communes whole and 60 by law on 1 July 2025, with 126 zones for the rest', () => {
    const { rows, lost } = carryMatrix(org, day('2025-06-30'), day('2025-07-01'), 'population', 'commune')
    const classes = [...rows.values()].map((entries) => (entries.length === 1 ? entries[0]?.class : 'divided'))
    const count = (name: string): number => classes.filter((found) => found === name).length
    expect([count('exact'), count('exact-by-law'), count('divided'), lost.size]).toEqual([9_594, 60, 381, 0])
    const zones = stableZones(org, day('2025-06-30'), day('2025-07-01')).filter((zone) => zone.targets.length > 1)
    expect([zones.length, zones.flatMap((zone) => zone.targets).length]).toEqual([126, 386])
  })

  it('hang every unit under the centre', () => {
    const seq = new Map(records.units.map((unit, place) => [unit.id, place]))
    const paths = accessPaths(org, day('2026-05-01'), (unit) => seq.get(unit) ?? -1)
    expect([...paths.values()].every((path) => path.startsWith('0000'))).toBe(true)
    expect(new Set(paths.values()).size).toBe(records.units.length)
  })
})
