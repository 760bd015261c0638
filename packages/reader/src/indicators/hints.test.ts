// The words by which indicators are known: what a wrong file is told, and that the shipped one speaks of every indicator.
import { describe, expect, it } from 'vitest'
import { parseHints, readyHints } from './hints.ts'
import { catalogue, catalogueFile, DAY, editions, hints } from './testing-catalogue.ts'

const isKnown = (code: string): boolean => catalogue.byCode.has(code)
const problemsOf = (data: unknown) => {
  const parsed = parseHints(data, isKnown)
  return parsed.ok ? [] : parsed.problem
}

describe('the shipped words', () => {
  it('speak of every indicator of the catalogue', () => {
    const told = new Set(editions.flatMap((edition) => edition.hints.map(({ code }) => code)))
    expect(catalogue.indicators.map(({ code }) => code).filter((code) => !told.has(code))).toEqual([])
  })
  it('are written in NFC and hold no phrase twice in a group', () => {
    const text = catalogueFile('reading.json')
    expect(text).toBe(text.normalize('NFC'))
    for (const hint of editions.flatMap((edition) => edition.hints))
      for (const group of [hint.units, ...hint.near, ...hint.with, hint.helps, hint.not])
        expect(new Set(group).size, `${hint.code}: ${group.join(', ')}`).toBe(group.length)
  })
  it('forbid no phrase that they also ask for', () => {
    for (const hint of editions.flatMap((edition) => edition.hints))
      expect(
        hint.near.flat().filter((phrase) => hint.not.includes(phrase)),
        hint.code,
      ).toEqual([])
  })
  it('measure every indicator of money and area', () => {
    for (const unit of ['triệu đồng', 'nghìn đồng', 'm²']) expect(hints.scales[unit]).toBeDefined()
    expect(hints.rates.get('GQ02 GQ01')).toBe('GQ04')
    expect(hints.wholes.get('GQ02')).toBe('GQ01')
  })
})

describe('a file of words', () => {
  const edition = (hint: unknown) => [{ valid_from: '2020-01-01', source: 'thử', hints: [hint] }]
  it('is told of each fault at its place', () => {
    expect(problemsOf({})).toEqual([{ path: '', code: 'hint.wrong_type' }])
    expect(problemsOf([{ valid_from: 'hôm qua', hints: [] }])).toEqual([
      { path: '[0].valid_from', code: 'hint.bad_date' },
    ])
    expect(problemsOf(edition({ code: 'ZZ99', units: ['đơn'] }))).toEqual([
      { path: '[0].hints[0].code', code: 'hint.unknown_indicator' },
    ])
    expect(problemsOf(edition({ code: 'GQ02', units: [], base: 3, whole: 'ZZ98', near: ['đơn'] }))).toEqual([
      { path: '[0].hints[0].whole', code: 'hint.unknown_indicator' },
      { path: '[0].hints[0].base', code: 'hint.wrong_type' },
      { path: '[0].hints[0].units', code: 'hint.no_units' },
      { path: '[0].hints[0].near[0]', code: 'hint.wrong_type' },
    ])
    expect(problemsOf([{ valid_from: '2020-01-01', scales: { 'm²': { ha: 0 } }, hints: [] }])).toEqual([
      { path: '[0].scales.m²', code: 'hint.bad_scale' },
    ])
  })
  it('is in force from its day, the latest one before the others', () => {
    const read = parseHints(
      [
        { valid_from: '2020-01-01', hints: [{ code: 'GQ02', units: ['đơn'] }] },
        { valid_from: '2024-01-01', hints: [{ code: 'GQ02', units: ['lá đơn'] }] },
      ],
      isKnown,
    )
    if (!read.ok) throw new Error('not read')
    const units = (day: string) => readyHints(read.value, catalogue, day).byUnit.size
    expect([units('2019-12-31'), units('2020-01-01')]).toEqual([0, 1])
    const later = readyHints(read.value, catalogue, DAY)
    expect(later.tree.beginning(['lá', 'đơn'])).toHaveLength(1)
    expect(later.tree.beginning(['đơn'])).toHaveLength(0)
  })
})
