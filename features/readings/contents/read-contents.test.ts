// Files of every kind, real ones where a program of ours or another makes them; and those that must be refused.
import { readFileSync } from 'node:fs'
import { bytesOf, inOldLetters } from '@kheo/reader/encoding/testing-old-text.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { renderDocx } from '@kheo/writer/docx-writer.ts'
import { renderPdf } from '@kheo/writer/pdf/render-pdf.ts'
import { renderXlsx } from '@kheo/writer/xlsx-writer.ts'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ContentsProblem } from './problems.ts'
import { sentences as en } from './problems.en.ts'
import { sentences as vi } from './problems.vi.ts'
import { type FileContents, readBytes } from './read-bytes.ts'
import { readContents } from './read-contents.ts'
import { docxOf, LONG, paper, profile, runOf, stylesOf } from './testing-files.ts'

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const cellsOf = ({ text, tables }: FileContents): string[][][] =>
  tables.map((table) => table.rows.map((row) => row.map(({ start, end }) => text.slice(start, end))))
const linesOf = ({ text }: FileContents): string[] => text.split('\n').filter((line) => line !== '')

async function read(bytes: Uint8Array, name = 'tệp'): Promise<FileContents> {
  const answer = await readBytes(bytes, name)
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}
async function refused(bytes: Uint8Array): Promise<ContentsProblem> {
  const answer = await readBytes(bytes, 'tệp')
  if (answer.ok) throw new Error(`read as ${answer.value.kind}: ${answer.value.text}`)
  return answer.problem
}
const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`

describe('a file handed in', () => {
  it('is read in a thread, by its bytes and not by its name', async () => {
    const file = await readContents({ name: 'báo cáo.pdf', bytes: await renderDocx(paper, profile()) })
    expect(file.kind).toBe('docx')
    expect(linesOf(file)).toContain(LONG)
  })

  it('is refused with its name when it cannot be read', async () => {
    const reading = readContents({ name: 'trống.docx', bytes: new Uint8Array() })
    await expect(reading).rejects.toThrow(Refusal)
    await expect(reading).rejects.toMatchObject({ problem: { code: 'reading.file_empty', name: 'trống.docx' } })
  })

  it('is given up after its time, and others wait for their turn', async () => {
    const bytes = await renderDocx(paper, profile())
    const all = await Promise.allSettled([
      readContents({ name: 'a', bytes }, 0.001),
      ...Array.from({ length: 4 }, () => readContents({ name: 'b', bytes })),
    ])
    expect(all[0]).toMatchObject({ reason: { problem: { code: 'reading.file_too_slow', name: 'a', seconds: 0.001 } } })
    expect(all.slice(1).map((each) => each.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled'])
  })
})

describe('Word', () => {
  it('gives paragraphs, the lines of its head and foot, and tables with merged cells', async () => {
    const file = await read(await renderDocx(paper, profile()))
    expect(file).toMatchObject({ kind: 'docx', notes: [], furniture: [] })
    expect(linesOf(file)).toEqual(
      expect.arrayContaining(['UBND PHƯỜNG HÒA MẠC', 'Số: 12/BC-UBND', LONG, '- UBND tỉnh;']),
    )
    expect(cellsOf(file)).toEqual([
      [
        ['STT', 'Nội dung', 'Số lượng', ''],
        ['', '', 'Kỳ này', 'Cùng kỳ'],
        ['1', 'Mô hình “Dân vận khéo”', '35', '28'],
        ['2', 'Buổi tuyên truyền', '1.204', ''],
      ],
    ])
    expect(file.text).toContain('1\tMô hình “Dân vận khéo”\t35\t28\n')
  })

  it('converts runs by their font, also where the font stands in a style', async () => {
    const old = (text: string, font?: string): string => runOf(inOldLetters.tcvn3(text), font)
    const styled = paragraph('<w:pPr><w:pStyle w:val="Body"/></w:pPr>', old('Đã có 12 mô hình'))
    const body = [
      paragraph(old('ủy ban nhân dân ', '.VnTimeH'), runOf('phường Hòa Mạc', 'Times New Roman')),
      styled,
      paragraph(old('xã có')),
    ]
    const file = await read(docxOf(body.join(''), stylesOf('.VnTime')))
    expect(file).toMatchObject({ encoding: 'tcvn3', notes: ['old-letters'] })
    expect(linesOf(file)).toEqual(['ỦY BAN NHÂN DÂN phường Hòa Mạc', 'Đã có 12 mô hình', 'xã có'])
  })

  it('joins letters that VNI writes with two signs when a file parts them', async () => {
    const signs = inOldLetters.vni('vận động được')
    const parted = [...signs].map((sign) => runOf(sign, 'VNI-Times'))
    expect(linesOf(await read(docxOf(paragraph(...parted))))).toEqual(['vận động được'])
  })

  it('takes a word that could be either as its font says', async () => {
    expect(linesOf(await read(docxOf(paragraph(runOf('cã', '.VnTime')))))).toEqual(['có'])
    expect(linesOf(await read(docxOf(paragraph(runOf('cã', 'Arial')))))).toEqual(['cã'])
  })

  it('leaves Unicode alone under the name of an old font', async () => {
    const body = [LONG, 'xã có và'].map((text) => paragraph(runOf(text, '.VnTime')))
    expect(linesOf(await read(docxOf(body.join(''))))).toEqual([LONG, 'xã có và'])
  })

  it('finds old letters without any font, and says so', async () => {
    const file = await read(docxOf(paragraph(runOf(inOldLetters.tcvn3(LONG)))))
    expect(file).toMatchObject({ text: `${LONG}\n`, encoding: 'tcvn3', notes: ['old-letters'] })
  })

  it('of 1997 gives paragraphs and tables', async () => {
    const file = await read(fixture('report-97.doc'))
    expect(file.kind).toBe('doc')
    expect(linesOf(file)[1]).toBe('Kết quả công tác dân vận quý II năm 2010')
    expect(cellsOf(file)).toEqual([
      [
        ['STT', 'Nội dung', 'Số lượng'],
        ['1', 'Hội nghị đối thoại', '6'],
        ['2', 'Hộ nghèo được hỗ trợ', ''],
        ['3', 'Tổ hòa giải ở tổ dân phố', '14'],
      ],
    ])
    expect(linesOf(file).at(-1)).toBe('Trên đây là kết quả trong quý.')
  })

  it('of 1997 in old letters is converted', async () => {
    const file = await read(fixture('report-tcvn3.doc'))
    expect(file).toMatchObject({ encoding: 'tcvn3', notes: ['old-letters'] })
    expect(file.text).toContain('615 lượt người dự; vận động 27 hộ hiến 1.340 m2 đất mở rộng ngõ xóm.')
    expect(cellsOf(file)[0]?.[2]).toEqual(['2', 'Hộ nghèo được hỗ trợ', ''])
  })
})

describe('PDF', () => {
  it('with tags gives paragraphs and tables as its program told them', async () => {
    const file = await read(await renderPdf(paper, profile()))
    expect(file).toMatchObject({ kind: 'pdf', notes: [] })
    expect(linesOf(file)).toEqual(expect.arrayContaining(['UBND PHƯỜNG HÒA MẠC', LONG, '- UBND tỉnh;']))
    expect(cellsOf(file)[0]?.[2]).toEqual(['1', 'Mô hình “Dân vận khéo”', '35', '28'])
  })

  it('without tags gives paragraphs joined over lines and pages', async () => {
    const lines = linesOf(await read(fixture('untagged.pdf')))
    expect(lines).toHaveLength(18)
    expect(new Set(lines.slice(0, 16)).size).toBe(4)
    expect(lines[2]).toBe('- Duy trì 8 mô hình về môi trường.')
    expect(lines[16]).toBe('Cuối kỳ, Ban Chỉ đạo phường tổng hợp kết quả của 14 tổ dân phố')
  })

  it('of pictures is refused as a scan', async () => {
    const page = (at: number): string => `${at} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n`
    const pdf = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n${page(3)}${page(4)}trailer<</Root 1 0 R/Size 5>>\n%%EOF`
    expect(await refused(utf8(pdf))).toEqual({ code: 'reading.file_scanned', name: 'tệp', pages: 2 })
  })

  it('with a password or broken is refused', async () => {
    expect((await refused(fixture('locked.pdf'))).code).toBe('reading.file_with_password')
    expect((await refused(utf8('%PDF-1.7\nkhông có gì'))).code).toBe('reading.file_broken')
  })
})

describe('sheets, pages, plain text', () => {
  it('gives tables of a workbook with numbers as a paper has them', async () => {
    const column = { widthChars: 20, align: 'left' } as const
    const bytes = await renderXlsx({
      title: 'Phụ lục',
      creator: 'UBND phường Hòa Mạc',
      date: '2025-06-20',
      font: { name: 'Times New Roman', sizePt: 12 },
      sheets: [
        {
          name: 'Phụ lục 1',
          titleLines: [{ text: 'KẾT QUẢ VẬN ĐỘNG' }],
          columns: [column, column],
          headerRows: [[{ text: 'Nội dung' }, { text: 'Kết quả' }]],
          rows: [{ cells: ['Đất hiến (m2)', 1250.5] }, { cells: ['Số buổi', 12] }, { cells: ['Người lập biểu', null] }],
          freezeColumns: 0,
          orientation: 'portrait',
        },
      ],
    })
    const file = await read(bytes)
    expect(file.kind).toBe('xlsx')
    expect(linesOf(file).slice(0, 2)).toEqual(['Phụ lục 1', 'KẾT QUẢ VẬN ĐỘNG'])
    expect(cellsOf(file)).toEqual([
      [
        ['Nội dung', 'Kết quả'],
        ['Đất hiến (m2)', '1250,5'],
        ['Số buổi', '12'],
      ],
    ])
    expect(linesOf(file).at(-1)).toBe('Người lập biểu')
  })

  it('gives the text of a page with its furniture apart', async () => {
    const page = `<!DOCTYPE html><html><head><title>Cổng</title><script>var a = "<p>lạ</p>"</script></head><body>
      <div class="top-menu"><a>Văn hóa</a> <a>Du lịch</a></div><h1>Giao ban quý II</h1><span>12/06/2024 08:30</span>
      <p>${LONG}</p><p>Lượt xem: 12</p><footer><p>UBND phường Hòa Mạc, số máy 0226</p></footer></body></html>`
    const file = await read(utf8(page))
    expect(file).toMatchObject({ kind: 'html', encoding: 'utf-8' })
    expect(linesOf(file)).toEqual([
      'Văn hóa Du lịch',
      'Giao ban quý II',
      '12/06/2024 08:30',
      LONG,
      'Lượt xem: 12',
      'UBND phường Hòa Mạc, số máy 0226',
    ])
    expect(file.furniture.map(({ start, end }) => file.text.slice(start, end))).toEqual([
      'Văn hóa Du lịch',
      '12/06/2024 08:30',
      'Lượt xem: 12',
      'UBND phường Hòa Mạc, số máy 0226',
    ])
  })

  it('gives old pages and old text in Unicode', async () => {
    const page = bytesOf(`<html><body><p>${inOldLetters.vni(LONG)}</p></body></html>`)
    expect(await read(page)).toMatchObject({ kind: 'html', encoding: 'vni', notes: ['old-letters'], text: `${LONG}\n` })
    const plain = bytesOf(inOldLetters.tcvn3(`${LONG}\r\nxã có`))
    expect(await read(plain)).toMatchObject({ kind: 'text', encoding: 'tcvn3', text: `${LONG}\nxã có` })
  })

  it('leaves the places of plain text as they are', async () => {
    const text = `  ${LONG}\n\n\n\tSố: 12   hộ\n`
    expect(await read(utf8(text))).toMatchObject({ kind: 'text', encoding: 'utf-8', notes: [], text })
  })
})

describe('what is refused', () => {
  const ole = (stream: string): Uint8Array =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Buffer.alloc(600),
      ...Buffer.from(stream, 'utf16le'),
    ])

  it('is named by its kind', async () => {
    const kinds: readonly [Uint8Array, string][] = [
      [utf8('{\\rtf1\\ansi Báo cáo}'), 'rtf'],
      [utf8('MIME-Version: 1.0\nContent-Type: multipart/related\n'), 'mhtml'],
      [ole('Workbook'), 'xls'],
      [ole('PowerPoint Document'), 'ppt'],
      [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'image'],
      [Uint8Array.from([0x52, 0x61, 0x72, 0x21, 1]), 'archive'],
      [zipSync({ 'a.txt': strToU8('a') }), 'archive'],
      [zipSync({ 'content.xml': strToU8('<a/>'), 'META-INF/manifest.xml': strToU8('<a/>') }), 'odf'],
    ]
    for (const [bytes, kind] of kinds)
      expect(await refused(bytes)).toEqual({ code: 'reading.file_kind_refused', name: 'tệp', kind })
    expect((await refused(Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 256))).code).toBe(
      'reading.file_kind_unknown',
    )
  })

  it('is a locked Word file, old or new', async () => {
    const doc = fixture('report-97.doc')
    const view = new DataView(doc.buffer)
    for (let at = 512; at < doc.length; at += 512)
      if (view.getUint16(at, true) === 0xa5ec) view.setUint16(at + 10, view.getUint16(at + 10, true) | 0x0100, true)
    expect((await refused(doc)).code).toBe('reading.file_with_password')
    expect((await refused(ole('EncryptedPackage'))).code).toBe('reading.file_with_password')
  })

  it('is a package that bursts, defines entities or was cut short', async () => {
    const burst = docxOf(paragraph(runOf(' '.repeat(3_000_000))))
    expect((await refused(burst)).code).toBe('reading.file_too_large')
    const entities = docxOf('', { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })
    expect((await refused(entities)).code).toBe('reading.file_unsafe')
    const whole = await renderDocx(paper, profile())
    expect((await refused(whole.subarray(0, whole.length / 2))).code).toBe('reading.file_broken')
  })

  it('is a file without a word, and one that is too large', async () => {
    expect((await refused(docxOf(paragraph(runOf(' '))))).code).toBe('reading.file_without_text')
    expect((await refused(utf8(' \n\n'))).code).toBe('reading.file_without_text')
    expect((await refused(new Uint8Array(21 * 1024 * 1024))).code).toBe('reading.file_too_large')
  })

  it('has a sentence in both languages, with its name', () => {
    const problem = { code: 'reading.file_kind_refused', name: 'a.rtf', kind: 'rtf' } as const
    for (const book of [vi, en]) expect(book[problem.code](problem)).toContain('“a.rtf”')
    expect(vi['reading.file_scanned']({ code: 'reading.file_scanned', name: 'b.pdf', pages: 1204 })).toContain(
      '1.204 trang',
    )
  })
})

describe('damaged files', () => {
  it('are read or refused, and never throw', async () => {
    const files = [
      fixture('report-97.doc'),
      fixture('untagged.pdf'),
      await renderDocx(paper, profile()),
      utf8(`<table><td>${LONG}`),
    ]
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        damage,
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        async (file, changes, kept) => {
          const bytes = file.slice(0, Math.ceil(file.length * kept))
          for (const [at, value] of changes) bytes[at % bytes.length] = value
          const answer = await readBytes(bytes, 'tệp')
          expect(answer.ok ? typeof answer.value.text : answer.problem.name).toBe(answer.ok ? 'string' : 'tệp')
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)
})
