// `kheo check` as a person or a script meets it: lines with places, one exit status for papers that fail.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { edited, goodBytes, swap } from '@kheo/writer/checker/testing-papers.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFile } from './check.ts'

describe('check', () => {
  let folder: string
  let good: string
  let bad: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kheo-check-'))
    good = join(folder, 'tot.docx')
    bad = join(folder, 'sai.docx')
    const bytes = await goodBytes('nha-nuoc-2020', 'ke-hoach')
    writeFileSync(good, bytes)
    writeFileSync(bad, edited(bytes, swap('Số: 05/KH-UBND', 'Số: 5/KH-UBND')))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('finds the format and passes a good paper', async () => {
    const outcome = await checkFile({}, [good])
    expect(outcome).toMatchObject({ isBad: false, json: { passes: true, profile: { code: 'nha-nuoc-2020' } } })
    expect(outcome.lines).toHaveLength(1)
  })

  it('fails a bad one, saying what, where and how to mend it', async () => {
    const outcome = await checkFile({ profile: 'nha-nuoc-2020' }, [bad])
    expect(outcome.isBad).toBe(true)
    expect(outcome.lines[1]).toMatch(/^✕ Số, ký hiệu: .*Đề nghị viết “05”\. \[number_zero\]$/)
    expect(outcome.lines[2]).toContain('ô trái dòng 1 “Số: 5/KH-UBND”')
  })

  it('refuses what is not there, no paper, and a format that is not', async () => {
    await expect(checkFile({}, [])).rejects.toThrow('TỆP')
    await expect(checkFile({}, [join(folder, 'khong-co.docx')])).rejects.toThrow('paper.file_not_found')
    await expect(checkFile({ profile: 'x' }, [good])).rejects.toThrow('paper.profile_not_found')
  })
})
