import { describe, expect, it } from 'vitest'
import { accessParent, accessPaths } from './access-tree.ts'
import { buildOrgIndex, type OrgIndex } from './org-index.ts'
import { addEvent, addUnit, day, id, smallCountry, toRecords } from './testing.ts'

const TODAY = day('2026-01-01')

/** A joined B in 2020; B was split into N (part) and M (remainder) in 2021; the district went up into P in 2022; C ended with no successor. */
function history(): OrgIndex {
  const into = smallCountry([
    ['A', '2020-01-01'],
    ['B', '2021-01-01'],
    ['C', '2019-01-01'],
  ])
  into.versions = into.versions.map((version) =>
    version.unitId === 'D' ? { ...version, to: day('2022-01-01') } : version,
  )
  for (const unit of ['N', 'M']) {
    addUnit(into, unit, 'commune', 'D', '2021-01-01', '2022-01-01')
    addUnit(into, unit, 'commune', 'P', '2022-01-01')
  }
  addEvent(into, '2020-01-01', 'absorb', [['A', 'B', 'whole']])
  addEvent(into, '2021-01-01', 'split-new', [
    ['B', 'N', 'part'],
    ['B', 'M', 'remainder'],
  ])
  addEvent(into, '2022-01-01', 'abolish-level', [['D', 'P', 'whole']])
  return buildOrgIndex(toRecords(into))
}

describe('access tree', () => {
  const org = history()

  it('hangs a living unit under its parent of that day', () => {
    expect(accessParent(org, id('N'), day('2021-06-01'))).toBe('D')
    expect(accessParent(org, id('N'), TODAY)).toBe('P')
    expect(accessParent(org, id('VN'), TODAY)).toBeNull()
  })

  it('hangs ended books under the successor, through chains, preferring the remainder', () => {
    expect(accessParent(org, id('A'), day('2020-06-01'))).toBe('B')
    expect(accessParent(org, id('A'), TODAY)).toBe('M')
    expect(accessParent(org, id('B'), TODAY)).toBe('M')
  })

  it('hangs an abolished district under its province, and an orphan where its last parent went', () => {
    expect(accessParent(org, id('D'), TODAY)).toBe('P')
    expect(accessParent(org, id('C'), TODAY)).toBe('P')
  })

  it('follows an override, and passes over one that turns in a circle', () => {
    expect(accessParent(org, id('A'), TODAY, new Map([[id('B'), id('N')]]))).toBe('N')
    expect(accessParent(org, id('A'), TODAY, new Map([[id('B'), id('A')]]))).toBe('M')
    expect(accessParent(org, id('A'), TODAY, new Map([[id('A'), id('nowhere')]]))).toBe('M')
  })

  it('writes each path as four-digit segments from the root down', () => {
    const seq = new Map(['VN', 'P', 'D', 'A', 'B', 'C', 'N', 'M'].map((unit, place) => [id(unit), place + 35]))
    const paths = accessPaths(org, TODAY, (unit) => seq.get(unit) ?? -1)
    expect(paths.get(id('M'))).toBe('000z00100016')
    expect(paths.get(id('A'))).toBe('000z001000160012')
    expect(() => accessPaths(org, TODAY, () => 36 ** 4)).toThrow(RangeError)
  })
})
