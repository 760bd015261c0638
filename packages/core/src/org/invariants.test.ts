import { describe, expect, it } from 'vitest'
import { checkInvariants } from './invariants.ts'
import { UNASSIGNED_KIND } from './model.ts'
import { addEvent, addUnit, BASELINE, day, id, type Sketch, smallCountry, toRecords } from './testing.ts'

const codes = (into: Sketch, more = {}): readonly string[] =>
  checkInvariants(toRecords(into, more)).map((v) => `I${v.invariant} ${v.code}`)

/** A and B merge into N, C stays: nothing is wrong here. */
function soundMerge(): Sketch {
  const into = smallCountry([
    ['A', '2020-01-01'],
    ['B', '2020-01-01'],
    ['C', null],
  ])
  addUnit(into, 'N', 'commune', 'D', '2020-01-01')
  addEvent(into, '2020-01-01', 'merge-new', [
    ['A', 'N', 'whole'],
    ['B', 'N', 'whole'],
  ])
  return into
}

function splitOf(pieces: readonly (readonly ['part' | 'remainder', number?])[]): Sketch {
  const into = smallCountry([['A', '2020-01-01']])
  for (const [place, [extent, share]] of pieces.entries()) {
    addUnit(into, `N${place}`, 'commune', 'D', '2020-01-01')
    addEvent(into, '2020-01-01', 'split-new', [
      share === undefined ? ['A', `N${place}`, extent] : ['A', `N${place}`, extent, share],
    ])
  }
  return into
}

describe('structural invariants', () => {
  it('accepts a sound record', () => {
    expect(codes(soundMerge())).toEqual([])
  })

  it('I1: reports a gap and an overlap between versions', () => {
    const gap = smallCountry([['A', '2018-01-01']])
    addUnit(gap, 'A', 'commune', 'D', '2018-02-01')
    expect(codes(gap)).toEqual(['I1 org.version_gap'])
    const overlap = smallCountry([['A', '2018-01-01']])
    addUnit(overlap, 'A', 'commune', 'D', '2017-06-01')
    expect(codes(overlap)).toEqual(['I1 org.version_overlap'])
  })

  it('I2: reports a parent that is absent, dead, or not above, and unassigned territory without its kind', () => {
    const absent = smallCountry()
    addUnit(absent, 'X', 'commune', 'nowhere')
    expect(codes(absent)).toEqual(['I2 org.parent_unknown'])
    const dead = smallCountry([])
    addUnit(dead, 'D2', 'district', 'P', BASELINE, '2020-01-01')
    addUnit(dead, 'X', 'commune', 'D2')
    addEvent(dead, '2020-01-01', 'absorb', [['D2', 'D', 'whole']])
    expect(codes(dead)).toEqual(['I2 org.parent_not_alive'])
    const beside = smallCountry()
    addUnit(beside, 'X', 'commune', 'A')
    expect(codes(beside)).toEqual(['I2 org.parent_level'])
    const flats = smallCountry()
    addUnit(flats, 'U', 'unassigned', 'D')
    expect(codes(flats)).toEqual(['I2 org.unassigned_kind'])
    const marked = { versions: flats.versions.map((v) => (v.unitId === 'U' ? { ...v, kind: UNASSIGNED_KIND } : v)) }
    expect(codes(flats, marked)).toEqual([])
  })

  it('I3: reports an end without an edge and a beginning without one, unless declared', () => {
    const dropped = smallCountry([['A', '2020-01-01']])
    expect(codes(dropped)).toEqual(['I3 org.end_without_edge'])
    expect(
      codes(dropped, { exceptions: [{ code: 'org.successor_unknown', unitId: id('A'), day: day('2020-01-01') }] }),
    ).toEqual([])
    const sprung = smallCountry()
    addUnit(sprung, 'X', 'commune', 'D', '2020-01-01')
    expect(codes(sprung)).toEqual(['I3 org.start_without_edge'])
    sprung.events.push({
      id: 'E',
      effectiveOn: day('2020-01-01'),
      kind: 'create',
      atoms: [{ kind: 'create', unitId: id('X') }],
      instrument: '',
    })
    expect(codes(sprung)).toEqual([])
    sprung.events.push({
      id: 'F',
      effectiveOn: day('2020-01-01'),
      kind: 'annul',
      atoms: [],
      instrument: '',
      annuls: 'E',
    })
    expect(codes(sprung)).toEqual(['I3 org.start_without_edge'])
  })

  it('I4: reports shares that do not sum to 1 and a division without one remainder', () => {
    expect(
      codes(
        splitOf([
          ['part', 0.5],
          ['part', 0.4],
        ]),
      ),
    ).toEqual(['I4 org.shares_sum'])
    expect(
      codes(
        splitOf([
          ['part', 0.5],
          ['part', 0.5],
        ]),
      ),
    ).toEqual([])
    expect(codes(splitOf([['part'], ['part']]))).toEqual(['I4 org.remainder_count'])
    expect(codes(splitOf([['remainder'], ['remainder']]))).toEqual(['I4 org.remainder_count'])
    expect(codes(splitOf([['part'], ['remainder']]))).toEqual([])
  })

  it('I5: reports an edge to the past and an unnumbered chain of one day', () => {
    const past = smallCountry([
      ['A', '2020-01-01'],
      ['B', '2019-01-01'],
      ['C', null],
    ])
    addEvent(past, '2019-01-01', 'absorb', [['B', 'C', 'whole']])
    addEvent(past, '2020-01-01', 'absorb', [['A', 'B', 'whole']])
    expect(codes(past)).toEqual(['I5 org.edge_backward'])
    const chain = (second: number): Sketch => {
      const into = smallCountry([
        ['A', '2020-01-01'],
        ['B', '2020-01-01'],
        ['C', null],
      ])
      addEvent(into, '2020-01-01', 'absorb', [['A', 'B', 'whole']], 0)
      addEvent(into, '2020-01-01', 'absorb', [['B', 'C', 'whole']], second)
      return into
    }
    expect(codes(chain(0))).toContain('I5 org.same_day_order')
    expect(codes(chain(1))).toEqual([])
  })

  it('I5: reports two units that pass into each other', () => {
    const circle = smallCountry([
      ['A', '2020-01-01'],
      ['B', '2020-01-01'],
    ])
    addEvent(circle, '2020-01-01', 'absorb', [['A', 'B', 'whole']], 0)
    addEvent(circle, '2020-01-01', 'absorb', [['B', 'A', 'whole']], 1)
    expect(codes(circle)).toEqual(['I5 org.edge_backward'])
  })

  it('I6: reports an edge between levels under a kind that does not change levels', () => {
    const up = (kind: 'absorb' | 'abolish-level'): Sketch => {
      const into = smallCountry([['A', '2020-01-01']])
      addEvent(into, '2020-01-01', kind, [['A', 'D', 'whole']])
      return into
    }
    expect(codes(up('absorb'))).toEqual(['I6 org.level_changed'])
    expect(codes(up('abolish-level'))).toEqual([])
  })

  it('I7: reports one code on two units on one day, and allows its later reuse', () => {
    const row = (unit: string, from: string, to: string | null) => ({
      unitId: id(unit),
      scheme: 'nso',
      code: '00001',
      from: day(from),
      to: to === null ? null : day(to),
    })
    const clash = [row('A', BASELINE, null), row('B', '2020-01-01', null)]
    expect(codes(smallCountry(), { codes: clash })).toEqual(['I7 org.code_clash'])
    expect(codes(smallCountry(), { codes: [row('A', BASELINE, '2020-01-01'), row('B', '2020-01-01', null)] })).toEqual(
      [],
    )
  })
})
