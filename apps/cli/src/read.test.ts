// `kheo read` as a person or a script meets it: one line of JSON a file, places that hold, reasons on request.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFiles } from './read.ts'

const TEXT =
  'Sáng 12/7/2023, Ban Dân vận Huyện ủy sơ kết công tác dân vận 6 tháng đầu năm 2023.\r\n\r\n' +
  'Toàn huyện xây dựng 45 mô hình, hòa giải thành 08/10 vụ việc, trao quà trị giá 1.250,5 triệu đồng theo Kế hoạch số 16-KH/HU.\r\n'

describe('read', () => {
  let folder: string
  let text: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kheo-read-'))
    text = join(folder, 'tin.txt')
    writeFileSync(text, `\ufeff${TEXT}`.normalize('NFD'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('prints one object a file, the file first, with places in the text in NFC', async () => {
    const { json, each, isBad } = await readFiles({ json: true }, [text, text])
    expect({ each, isBad }).toEqual({ each: true, isBad: false })
    const [first, second] = json as Record<string, unknown>[]
    expect(Object.keys(first ?? {})).toEqual(['file', 'figures', 'notFigures', 'documents', 'people', 'event'])
    expect(second).toEqual(first)
    expect(first?.['figures']).toMatchObject([
      { text: '45 mô hình', number: '45', value: 45, unit: 'mô hình', kind: 'count' },
      { number: '08/10', value: 8, of: 10, unit: 'vụ việc', kind: 'fraction' },
      { number: '1.250,5 triệu', value: 1_250_500_000, unit: 'đồng', kind: 'money' },
    ])
    expect(first?.['documents']).toMatchObject([{ type: 'Kế hoạch', number: '16-KH/HU' }])
    expect(first?.['event']).toEqual({ kind: 'so-ket', date: '2023-07-12', period: { year: 2023, half: 1 } })
    const written = `\ufeff${TEXT}`
    const figures = first?.['figures'] as { number: string; start: number }[]
    expect(figures.map(({ number, start }) => written.startsWith(number, start))).toEqual([true, true, true])
  })

  it('says why on request, and only then', async () => {
    const plain = await readFiles({}, [text])
    const told = await readFiles({ why: true }, [text])
    expect(JSON.stringify(plain.json)).not.toContain('because')
    expect(JSON.stringify(told.json)).toContain('figure.part-of-whole')
    expect(told.lines.join('\n')).toContain('45 mô hình = 45 mô hình (count)  [figure.count]')
  })

  it('goes on behind a file that it cannot read, and says so', async () => {
    const broken = join(folder, 'hong.docx')
    writeFileSync(broken, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))
    const outcome = await readFiles({}, [join(folder, 'khong-co.txt'), broken, text])
    expect(outcome.isBad).toBe(true)
    expect(outcome.json).toMatchObject([
      { problem: 'reading.file_not_there' },
      { problem: 'reading.file_broken' },
      { event: { kind: 'so-ket' } },
    ])
    await expect(readFiles({}, [])).rejects.toThrow('TỆP')
  })
})
