// The catalogue of formats as data: what it holds, what its reader refuses, and which profile is in force on a day.

import { describe, expect, it } from 'vitest'
import { profileOf, profilesJson } from '../test/samples.ts'
import { componentText, numberLine, placeDateLine, recipientLines } from './components.ts'
import { parseProfiles, profileAt } from './profile.ts'
import { stateLetter, stateReport, partyReport } from '../test/samples.ts'

type Json = { profiles: Record<string, unknown>[] }
// A test may reach into untyped JSON to spoil it.
const copy = () => structuredClone(profilesJson) as Json
const all = () => {
  const parsed = parseProfiles(profilesJson)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
}
const inForce = (family: 'state' | 'party', day: string) => {
  const found = profileAt(all(), family, day)
  return found.ok ? found.value.code : found.problem.code
}

describe('profiles of the catalogue', () => {
  it('are read and picked by family and day, both ends included', () => {
    expect(inForce('state', '2020-03-04')).toBe('nha-nuoc-2011')
    expect(inForce('state', '2020-03-05')).toBe('nha-nuoc-2020')
    expect(inForce('state', '2026-10-04')).toBe('nha-nuoc-2020')
    expect(inForce('party', '2018-04-03')).toBe('dang-2018')
    expect(inForce('party', '2018-04-02')).toBe('dang-2004')
    expect(inForce('party', '2004-05-27')).toBe('no_profile_in_force')
    expect(inForce('state', '2011-03-04')).toBe('no_profile_in_force')
  })

  it('refuse a field nobody knows, with its path', () => {
    const json = copy()
    json.profiles[1] = { ...json.profiles[1], colour: 'red' }
    expect(parseProfiles(json)).toMatchObject({
      ok: false,
      problem: { code: 'shape_mismatch', path: '$.profiles[1].colour' },
    })
  })

  it('refuse a missing measure, text outside NFC and a fifth heading level', () => {
    const noMeasure = copy()
    noMeasure.profiles[0] = { ...noMeasure.profiles[0], body: {} }
    expect(parseProfiles(noMeasure)).toMatchObject({ problem: { path: '$.profiles[0].body.size_pt' } })
    const loose = copy()
    loose.profiles[0] = { ...loose.profiles[0], title: 'Báo cáo'.normalize('NFD') }
    expect(parseProfiles(loose)).toMatchObject({ problem: { path: '$.profiles[0].title', expected: 'text in NFC' } })
    const deep = copy()
    deep.profiles[0] = { ...deep.profiles[0], headings: [] }
    expect(parseProfiles(deep)).toMatchObject({ problem: { code: 'heading_levels', found: 0 } })
  })

  it('refuse two profiles of one family on one day', () => {
    const json = copy()
    json.profiles[0] = { ...json.profiles[0], valid_to: '2020-03-05' }
    expect(parseProfiles(json)).toEqual({
      ok: false,
      problem: { code: 'profiles_overlap', family: 'state', first: 'nha-nuoc-2011', second: 'nha-nuoc-2020' },
    })
  })

  it('refuse a frame that names a component without a style', () => {
    const json = copy()
    json.profiles[2] = { ...json.profiles[2], components: {} }
    expect(parseProfiles(json)).toMatchObject({ problem: { code: 'component_undefined', profile: 'dang-2004' } })
  })

  it('mark every value taken from custom instead of the text of the rule', () => {
    const sources = JSON.stringify(copy().profiles[0]).match(/theo thông lệ/g)
    expect(sources?.length).toBeGreaterThan(3)
  })
})

describe('words of the frame', () => {
  const state = profileOf('nha-nuoc-2020')
  const party = profileOf('dang-2018')

  it('number and symbol follow each system', () => {
    expect(numberLine(state, stateReport().components)).toBe('Số: 05/BC-UBND')
    expect(numberLine(party, partyReport().components)).toBe('Số 87-BC/BDV')
    expect(numberLine(state, stateLetter().components)).toBe('Số: 12/UBND-VX')
    const open = { ...stateReport().components, number: { value: null, body: 'UBND' } }
    expect(numberLine(state, open)).toMatch(/^Số: \u00a0+\/BC-UBND$/)
    const letterWithoutUnit = { ...stateLetter().components, number: { value: 120, body: 'UBND' } }
    expect(numberLine(state, letterWithoutUnit)).toBe('Số: 120/UBND')
  })

  it('days below 10 and the months January and February take a zero', () => {
    const on = (date: string) => placeDateLine(state, { ...stateReport().components, date })
    expect(on('2025-07-05')).toBe('Duy Tiên, ngày 05 tháng 7 năm 2025')
    expect(on('2025-02-28')).toBe('Duy Tiên, ngày 28 tháng 02 năm 2025')
    expect(on('2025-12-31')).toBe('Duy Tiên, ngày 31 tháng 12 năm 2025')
    expect(placeDateLine(state, { ...stateReport().components, dateOpen: true })).toMatch(
      /ngày \u00a0+ tháng \u00a0+ năm 2025$/,
    )
  })

  it('authority is written TM. by the State and T/M by the Party', () => {
    const components = {
      ...stateReport().components,
      signature: { authority: { form: 'collective', of: 'Ban Thường vụ' }, post: 'Bí thư', name: '' },
    } as const
    expect(componentText(state, components, 'authority')).toBe('TM. BAN THƯỜNG VỤ')
    expect(componentText(party, components, 'authority')).toBe('T/M BAN THƯỜNG VỤ')
  })

  it('spelling follows the profile, names of persons do not', () => {
    const components = { ...stateReport().components, signature: { post: 'Uỷ viên', name: 'Thuỷ' } }
    expect(componentText(state, components, 'issuing_body')).toBe('ỦY BAN NHÂN DÂN PHƯỜNG DUY TIÊN')
    expect(componentText(party, components, 'issuing_body')).toBe('UỶ BAN NHÂN DÂN PHƯỜNG DUY TIÊN')
    expect(componentText(state, components, 'post')).toBe('ỦY VIÊN')
    expect(componentText(state, components, 'signer')).toBe('Thuỷ')
  })

  it('recipients end with semicolons and the last with a full stop', () => {
    const components = { ...stateReport().components, recipients: ['Như trên;', 'Lưu: VT'] }
    expect(recipientLines(state, components)).toEqual(['- Như trên;', '- Lưu: VT.'])
  })
})
