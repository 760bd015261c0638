// A profile told in sentences: nothing is left out, every sentence says its source, and figures follow the data.

import { describe, expect, it } from 'vitest'
import { profileOf, profilesJson } from '../test/samples.ts'
import { parseProfiles } from './profile.ts'
import { describeProfile } from './profile-notes.ts'

const all = () => {
  const parsed = parseProfiles(profilesJson)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
}
const noteOf = (code: string, about: string) => {
  const found = describeProfile(profileOf(code)).find((note) => note.about === about)
  if (found === undefined) throw new Error(`${code} says nothing about ${about}`)
  return found
}

describe('notes of a profile', () => {
  it.each(all().map((profile) => [profile.code, profile] as const))(
    '%s: every component once, in whole sentences',
    (_, profile) => {
      const notes = describeProfile(profile)
      expect(new Set(notes.map((note) => note.about)).size).toBe(notes.length)
      for (const code of profile.components.keys()) {
        const note = notes.find((each) => each.about === code)
        expect(note?.where, code).toMatch(/\.$/)
      }
      for (const note of notes) {
        expect(note.title, note.about).not.toBe('')
        expect(note.look, note.about).toMatch(/^[\p{Lu}"\d].*\.$/u)
        expect(note.source, note.about).not.toBe('')
        expect(`${note.look} ${note.where}`, note.about).not.toMatch(/undefined|null|NaN|\{|\s{2}/)
        expect(note.look, note.about).toBe(note.look.normalize('NFC'))
      }
    },
  )

  it('follow the data', () => {
    const profile = profileOf('nha-nuoc-2020')
    const wide = { ...profile, page: { ...profile.page, marginsMm: { ...profile.page.marginsMm, left: 32.5 } } }
    expect(describeProfile(wide).find((note) => note.about === 'margins')?.look).toContain(
      'trái 32,5 mm (cho phép 30–35)',
    )
  })

  it('tell the State from the Party and the Front', () => {
    expect(noteOf('nha-nuoc-2020', 'national_name').look).toBe(
      'Ghi "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"; chữ in hoa; cỡ chữ 13 (cho phép 12–13); kiểu đứng, đậm; căn giữa.',
    )
    expect(noteOf('nha-nuoc-2020', 'summary')).toMatchObject({ box: '5a', isCustom: false })
    expect(noteOf('nha-nuoc-2020', 'number_pattern').look).toContain('"Số: 05/BC-UBND"; công văn: "Số: 05/UBND-VP"')
    expect(noteOf('dang-2026', 'number_pattern').look).toContain('"Số 05-BC/ĐU"')
    expect(noteOf('dang-2026', 'authority_forms').look).toContain('T/M')
    expect(noteOf('dang-2026', 'number_series').look).toMatch(/^Mỗi tên loại một dãy số riêng/)
    expect(noteOf('mat-tran-2020', 'number')).toMatchObject({ isCustom: true })
  })

  it('the Party format of 2026 names no day for the guidance whose day is not settled', () => {
    expect(profileOf('dang-2026').source).toMatch(/05-HD\/VPTW;/)
    expect(JSON.stringify(describeProfile(profileOf('dang-2026')))).not.toMatch(/05-HD\/VPTW ngày/)
  })
})
