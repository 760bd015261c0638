import { describe, expect, it } from 'vitest'
import type { Row } from './import-problem.ts'
import { toOrgRecords } from './import-rows.ts'
import { checkInvariants } from './invariants.ts'
import type { OrgRecords } from './model.ts'
import { buildOrgIndex } from './org-index.ts'
import { day, id } from './testing.ts'

const unit = (row: Partial<Record<string, string>>): Row => ({
  unit_id: 'X1',
  code: '',
  name: 'Một',
  kind: 'xã',
  level: 'commune',
  parent_unit_id: 'D1',
  valid_from: '2017-01-01',
  valid_to: '',
  ...row,
})
const edge = (row: Partial<Record<string, string>>): Row => ({
  date: '2020-01-01',
  event: 'merge',
  from_unit: 'X1',
  to_unit: 'X3',
  extent: 'whole',
  area_share: '',
  pop_share: '',
  source: '1/NQ khoản 2',
  ...row,
})
const UNITS: readonly Row[] = [
  unit({ unit_id: 'P1', level: 'province', kind: 'tỉnh', parent_unit_id: 'VN' }),
  unit({ unit_id: 'D1', level: 'district', kind: 'huyện', parent_unit_id: 'P1' }),
  unit({ code: '001', valid_to: '2018-01-01' }),
  unit({ code: '001', name: 'Một mới', valid_from: '2018-01-01', valid_to: '2020-01-01' }),
  unit({ unit_id: 'X2', valid_to: '2020-01-01' }),
  unit({ unit_id: 'X3', valid_from: '2020-01-01' }),
  unit({ unit_id: 'X4', valid_from: '2020-01-01' }),
]
const LINEAGE: readonly Row[] = [
  edge({ date: '2018-01-01', event: 'rename', to_unit: 'X1' }),
  edge({ extent: 'whole?' }),
  edge({
    event: 'part-merge',
    from_unit: 'X2',
    extent: 'part',
    pop_share: '1',
    source: '1/NQ khoản 2 [diện tích: remainder; dân số: remainder]',
  }),
  edge({ event: 'part-merge', from_unit: 'X2', to_unit: 'X4', extent: 'part', pop_share: '0' }),
]

function imported(units = UNITS, lineage = LINEAGE): OrgRecords {
  const result = toOrgRecords(units, lineage)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const problems = (units: readonly Row[], lineage: readonly Row[] = LINEAGE): readonly string[] => {
  const result = toOrgRecords(units, lineage)
  return result.ok ? [] : result.problem.map((p) => [p.file, p.line, p.column, p.value, p.code].join(' '))
}

describe('import of unit rows', () => {
  it('reads rows into records that hold every invariant, with the centre added', () => {
    const records = imported()
    expect(checkInvariants(records)).toEqual([])
    expect(records.units[0]).toEqual({ id: 'VN', level: 'centre' })
    expect(records.codes).toEqual([{ unitId: 'X1', scheme: 'nso', code: '001', from: '2017-01-01', to: '2020-01-01' }])
  })

  it('turns the words of one clause about one unit into the atoms of one event', () => {
    const event = imported().events.find((candidate) => candidate.atoms.some((atom) => atom.unitId === 'X3'))
    expect(event).toMatchObject({ kind: 'merge-new', instrument: '1/NQ', clause: '2' })
    expect(event?.atoms.map((atom) => atom.kind)).toEqual(['merge-new', 'split-new'])
  })

  it('keeps what the file knows of extents and shares, and no more', () => {
    const { edges, shares } = imported()
    expect(edges.map((e) => [e.fromId, e.toId, e.extent, e.assumed])).toEqual([
      ['X1', 'X3', 'whole', true],
      ['X2', 'X3', 'remainder', false],
      ['X2', 'X4', 'part', false],
    ])
    expect(shares.map((s) => [s.edge.toId, s.basis, s.share, s.method])).toEqual([
      ['X3', 'population', 1, 'law'],
      ['X4', 'population', 0, 'law'],
    ])
  })

  it('lists the holes of the files instead of hiding them', () => {
    const records = imported([
      ...UNITS,
      unit({ unit_id: 'X8', valid_to: '2019-01-01' }),
      unit({ unit_id: 'X9', valid_from: '2019-01-01' }),
    ])
    expect(records.exceptions).toEqual([
      { code: 'org.successor_unknown', unitId: 'X8', day: '2019-01-01' },
      { code: 'org.origin_unknown', unitId: 'X9', day: '2019-01-01' },
    ])
    expect(checkInvariants(records)).toEqual([])
  })

  it('reports every problem at once, each at its cell, and imports nothing', () => {
    const bad = [
      unit({ valid_from: '2021-02-29' }),
      unit({ unit_id: 'X5', valid_from: '1/1/2020' }),
      unit({ unit_id: 'X6', level: 'ward' }),
      unit({ unit_id: 'X7', parent_unit_id: 'D9' }),
      unit({ unit_id: 'X8', valid_to: '2016-01-01' }),
      unit({ unit_id: 'X2', valid_from: '2019-01-01' }),
      unit({ unit_id: 'X3', valid_from: '2020-01-01', name: '' }),
    ]
    const lines = [
      edge({ event: 'swallow' }),
      edge({ to_unit: 'X99' }),
      edge({ pop_share: '1.5' }),
      edge({ extent: 'half' }),
      ...LINEAGE.slice(0, 1),
    ]
    expect(problems([...UNITS, ...bad], [...LINEAGE, ...lines])).toEqual([
      'units 9 valid_from 2021-02-29 org.no_such_day',
      'units 10 valid_from 1/1/2020 org.bad_date',
      'units 11 level ward org.unknown_level',
      'units 12 parent_unit_id D9 org.unknown_unit',
      'units 13 valid_to 2016-01-01 org.interval_reversed',
      'units 14 valid_from 2019-01-01 org.versions_overlap',
      'units 15 name  org.empty_value',
      'units 15 valid_from 2020-01-01 org.duplicate_row',
      'lineage 6 event swallow org.unknown_event',
      'lineage 7 to_unit X99 org.unknown_unit',
      'lineage 8 pop_share 1.5 org.bad_share',
      'lineage 9 extent half org.unknown_extent',
      'lineage 10   org.duplicate_row',
    ])
  })

  it('names a missing column on the heading line, and an empty file', () => {
    const cut = UNITS.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'valid_to')))
    expect(problems(cut, [])).toContain('units 1 valid_to  org.missing_column')
    expect(problems(cut, [])).toContain('lineage 1   org.empty_file')
  })
})

describe('lookups', () => {
  const org = buildOrgIndex(imported())

  it('reads versions on half-open days', () => {
    expect(org.versionAt(id('X1'), day('2017-12-31'))?.name).toBe('Một')
    expect(org.versionAt(id('X1'), day('2018-01-01'))?.name).toBe('Một mới')
    expect(org.versionAt(id('X1'), day('2020-01-01'))).toBeUndefined()
  })

  it('walks the tree of a day', () => {
    expect(org.ancestorsAt(id('X3'), day('2020-01-01'))).toEqual(['D1', 'P1', 'VN'])
    expect(org.childrenAt(id('D1'), day('2019-01-01'))).toEqual(['X1', 'X2'])
    expect(org.subtreeAt(id('VN'), day('2020-01-01'))).toEqual(['P1', 'D1', 'X3', 'X4'])
    expect(org.subtreeAt(id('VN'), day('2020-01-01'), 'commune')).toEqual(['X3', 'X4'])
    expect(org.countByLevel(day('2020-01-01'))).toMatchObject({ centre: 1, province: 1, district: 1, commune: 2 })
  })

  it('tells the life of a unit in order', () => {
    const life = org.lifeLine(id('X1'))
    expect(life.versions).toHaveLength(2)
    expect(life.events.map(({ event, direction }) => [event.effectiveOn, event.kind, direction])).toEqual([
      ['2018-01-01', 'rename', 'self'],
      ['2020-01-01', 'merge-new', 'out'],
    ])
    expect(org.edgesTo(id('X3')).map((e) => e.fromId)).toEqual(['X1', 'X2'])
  })
})
