// The drawn page of every format: it holds what its kind of paper holds, every line has a note, and no two versions are in force at once.
import { readFileSync } from 'node:fs'
import { describeProfile } from '@kheo/writer/profile-notes.ts'
import { checkDocument } from '@kheo/writer/components.ts'
import { parseProfiles } from '@kheo/writer/profile.ts'
import { describe, expect, it } from 'vitest'
import type { World } from '../context.ts'
import { listFormats, viewFormat } from './profiles.actions.ts'
import { samplePaper } from './profiles.samples.ts'
import { formats, SHOWN_KINDS } from './profiles.schema.ts'
import { sheetOf } from './profiles.sheet.ts'

const json: unknown = JSON.parse(
  readFileSync(new URL('../../catalogue/formats/profiles.json', import.meta.url), 'utf8'),
)
const all = () => {
  const parsed = parseProfiles(json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
}
// The two actions ask the world for its formats alone.
const world = { catalogue: () => ({ formatProfiles: json }) } as unknown as World
const day = '2026-11-22'

describe.each(all().map((profile) => [profile.code, profile] as const))('%s', (code, profile) => {
  it.each(SHOWN_KINDS)('draws %s without fault, and tells every line it draws', (kind) => {
    const paper = samplePaper(profile, kind, profile.validTo ?? profile.validFrom)
    expect(checkDocument(paper, profile)).toMatchObject({ ok: true })
    const sheet = sheetOf(profile, paper)
    const lines = [
      ...[...sheet.head.rows, ...sheet.signature.rows].flatMap((row) => [...row.left, ...row.right]),
      ...sheet.middle,
      ...sheet.check,
    ]
    const told = new Set<string>(describeProfile(profile).map((note) => note.about))
    expect(lines.filter((line) => !told.has(line.about))).toEqual([])
    expect(lines.map((line) => line.about)).toContain(kind === 'cong-van' ? 'letter_summary' : 'summary')
    expect(lines.some((line) => line.about === 'decided_by')).toBe(kind === 'quyet-dinh')
    const { widthMm, marginsMm, head, signature } = sheet
    const textMm = widthMm - marginsMm.left - marginsMm.right
    for (const columns of [head, signature]) expect(columns.leftMm + columns.rightMm).toBeLessThanOrEqual(textMm)
  })

  it('is answered in the shape that the browser expects', () => {
    const answer = viewFormat(world, { code, kind: 'bien-ban', day })
    expect(formats.view.answer.parse(answer)).toEqual(answer)
    expect(answer.view?.kinds).toHaveLength(SHOWN_KINDS.length)
  })
})

describe('the list', () => {
  it('names one format in force for each family on a day', () => {
    const { formats: rows } = listFormats(world, { day })
    expect(rows.filter((row) => row.isInForce).map((row) => row.code)).toEqual(
      expect.arrayContaining(['nha-nuoc-2020', 'dang-2026', 'mat-tran-2020']),
    )
    expect(rows.filter((row) => row.isInForce)).toHaveLength(3)
    const before = listFormats(world, { day: '2026-01-11' }).formats
    expect(before.find((row) => row.family === 'party' && row.isInForce)?.code).toBe('dang-2018')
  })

  it('answers nothing for a format nobody knows', () => {
    expect(viewFormat(world, { code: 'khong-co', kind: 'bao-cao', day })).toEqual({ view: null })
  })
})
