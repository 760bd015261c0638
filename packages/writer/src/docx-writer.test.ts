// What stands in the .docx, read back from its XML: measures, order of components, tables, marks, and the same bytes each time.

import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { partyReport, profileOf, stateLetter, stateReport } from '../test/samples.ts'
import type { PaperDocument } from './block-model.ts'
import { checkDocument } from './components.ts'
import { renderDocx } from './docx-writer.ts'
import { unpackText } from './fixed-zip.ts'

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const render = (paper: PaperDocument) => renderDocx(paper, profileOf(paper.profile))
const partsOf = async (paper: PaperDocument) => unpackText(await render(paper))
const bodyOf = async (paper: PaperDocument) => (await partsOf(paper)).get('word/document.xml') ?? ''
const unescape = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const linesOf = (xml: string) =>
  xml
    .split('</w:p>')
    .map((part) => unescape([...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((found) => found[1]).join('')))
    .filter((line) => line !== '')
const count = (xml: string, part: string) => xml.split(part).length - 1

const expectInOrder = (lines: readonly string[], wanted: readonly string[]) => {
  let from = 0
  for (const line of wanted) {
    const at = lines.indexOf(line, from)
    expect(at, `"${line}" in order`).toBeGreaterThanOrEqual(from)
    from = at + 1
  }
}

describe('state paper', () => {
  it('holds every component in the order of the decree', async () => {
    const lines = linesOf(await bodyOf(stateReport(3)))
    expectInOrder(lines, [
      'ỦY BAN NHÂN DÂN TỈNH NINH BÌNH',
      'ỦY BAN NHÂN DÂN PHƯỜNG DUY TIÊN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 05/BC-UBND',
      'Duy Tiên, ngày 05 tháng 7 năm 2025',
      'BÁO CÁO',
      'Kết quả công tác dân vận 6 tháng đầu năm 2025',
      'Kính gửi: Ủy ban nhân dân tỉnh Ninh Bình',
      'Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;',
      'Căn cứ chương trình công tác năm 2025 của phường.',
      'I. KẾT QUẢ THỰC HIỆN',
      'Nơi nhận:',
      '- Lưu: VT, VX.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Phụ lục I',
      'CHỈ TIÊU CHI TIẾT THEO TỔ DÂN PHỐ',
    ])
    expect(lines.join('\n')).not.toContain('ĐẢNG CỘNG SẢN')
  })

  it('takes margins, paper and spacing from the profile', async () => {
    const xml = await bodyOf(stateReport(3))
    const margin =
      '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    expect(count(xml, margin)).toBe(2)
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect(xml).toContain('w:firstLine="720"')
    expect(xml).not.toMatch(/w:lineRule="(exact|atLeast)"/)
    expect(count(xml, 'w:line=')).toBe(count(xml, 'w:lineRule="auto"'))
  })

  it('follows a changed profile, so that no measure is kept in code', async () => {
    const profile = profileOf('nha-nuoc-2020')
    const wide = {
      ...profile,
      page: { ...profile.page, marginsMm: { top: 25, bottom: 25, left: 35, right: 20 } },
      body: { ...profile.body, sizePt: 13 },
    }
    const files = unpackText(await renderDocx(stateReport(3), wide))
    expect(files.get('word/document.xml')).toContain('w:top="1417" w:right="1134" w:bottom="1417" w:left="1984"')
    expect(files.get('word/styles.xml')).toContain('<w:sz w:val="26"/>')
  })

  it('sets language, font and size in the defaults, and numbers pages in the header from page 2', async () => {
    const files = await partsOf(stateReport(3))
    const styles = files.get('word/styles.xml') ?? ''
    expect(styles).toContain('<w:lang w:val="vi-VN"/>')
    expect(styles).toContain('w:ascii="Times New Roman"')
    expect(styles).toContain('<w:sz w:val="28"/>')
    expect(count(files.get('word/document.xml') ?? '', '<w:titlePg/>')).toBe(1)
    const headers = [...files].filter(([path]) => /^word\/header\d+\.xml$/.test(path)).map(([, xml]) => xml)
    expect(headers.filter((xml) => xml.includes('PAGE')).every((xml) => xml.includes('<w:jc w:val="center"/>'))).toBe(
      true,
    )
    expect(headers.some((xml) => xml.includes('PAGE'))).toBe(true)
    expect(headers.some((xml) => !xml.includes('PAGE'))).toBe(true)
  })

  it('under the rule before 2020 the number stands at the right of the foot and starts again in an annex', async () => {
    const files = unpackText(
      await renderDocx({ ...stateReport(3), profile: 'nha-nuoc-2011' }, profileOf('nha-nuoc-2011')),
    )
    const footers = [...files].filter(([path, xml]) => /^word\/footer\d+\.xml$/.test(path) && xml.includes('PAGE'))
    expect(footers.length).toBeGreaterThan(0)
    expect(footers.every(([, xml]) => xml.includes('<w:jc w:val="right"/>'))).toBe(true)
    expect(files.get('word/document.xml')).toContain('<w:pgNumType w:start="1"')
  })

  it('a letter has its summary below the number and no title', async () => {
    const lines = linesOf(await bodyOf(stateLetter()))
    expectInOrder(lines, [
      'Số: 12/UBND-VX',
      'V/v đôn đốc gửi báo cáo công tác dân vận',
      'Kính gửi:',
      '- Các tổ dân phố;',
      '- Công an phường.',
    ])
    expect(lines).not.toContain('CÔNG VĂN')
  })
})

describe('Party paper', () => {
  it('holds every component in order and nothing of the State', async () => {
    const xml = await bodyOf(partyReport(3))
    const lines = linesOf(xml)
    expectInOrder(lines, [
      'THỊ UỶ DUY TIÊN',
      'BAN DÂN VẬN',
      '*',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 87-BC/BDV',
      'Duy Tiên, ngày 18 tháng 6 năm 2024',
      'BÁO CÁO',
      'công tác dân vận 6 tháng đầu năm 2024',
      '-----',
      'Nơi nhận:',
      'TRƯỞNG BAN',
    ])
    expect(lines.join('\n')).not.toMatch(/CỘNG H(ÒA|OÀ) XÃ HỘI|Độc lập - Tự do/)
    expect(xml).toContain('<w:sz w:val="32"/>')
  })
})

describe('tables', () => {
  it('all header rows repeat, no row splits, merged cells keep their spans', async () => {
    const xml = await bodyOf(stateReport(60))
    expect(count(xml, '<w:tblHeader/>')).toBe(4)
    const data = xml
      .split('<w:tbl>')
      .slice(1)
      .filter((table) => table.includes('<w:tblHeader/>'))
    expect(data).toHaveLength(2)
    const first = data[0]?.split('</w:tbl>')[0] ?? ''
    expect(count(first, '<w:tr>')).toBe(2 + 1 + 60 + 1)
    expect(count(first, '<w:cantSplit/>')).toBe(64)
    expect(count(first, '<w:vMerge w:val="restart"/>')).toBe(4)
    expect(count(first, '<w:vMerge w:val="continue"/>')).toBe(4)
    expect(count(first, '<w:gridSpan w:val="2"/>')).toBe(1)
    const grid = [...first.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((found) => Number(found[1]))
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(9354)
    const widths = first
      .split('</w:tr>')
      .slice(0, -1)
      .map((row) => [...row.matchAll(/<w:tcW w:w="(\d+)"/g)].reduce((sum, found) => sum + Number(found[1]), 0))
    expect(new Set(widths)).toEqual(new Set([9354]))
  })

  it('signs of XML and of the writer in the content stay content', async () => {
    const paper = stateReport(1)
    const nasty = 'A & B < C > "D" \uE0000\uE000 \u0001'
    const table = {
      kind: 'table',
      columns: [{ widthMm: 10, align: 'left' }],
      headerRows: [[{ text: nasty }]],
      rows: [{ cells: [nasty] }],
    } as const
    const xml = await bodyOf({ ...paper, blocks: [{ kind: 'paragraph', runs: [{ text: nasty }] }, table] })
    expect(linesOf(xml).filter((line) => line === 'A & B < C > "D" 0 ')).toHaveLength(3)
  })

  it('refuses a row that does not fill its columns', async () => {
    const table = {
      kind: 'table',
      columns: [{ widthMm: 10, align: 'left' }],
      headerRows: [],
      rows: [{ cells: ['1', '2'] }],
    } as const
    await expect(render({ ...stateReport(1), blocks: [table] })).rejects.toThrow('row_misfit')
  })
})

describe('figures', () => {
  it('keep the code of their indicator in text and in cells', async () => {
    const xml = await bodyOf(stateReport(3))
    const marked = [...xml.matchAll(/<w:tag w:val="([^"]+)"\/>.*?<w:t[^>]*>([^<]*)</g)].map((found) => [
      found[1],
      found[2],
    ])
    expect(marked).toContainEqual(['TT01', '1.250'])
    expect(marked).toContainEqual(['TT02', '48.316'])
    expect(marked).toContainEqual(['T3', '1.324'])
  })
})

describe('signature', () => {
  it('stands before the first annex, once', async () => {
    const lines = linesOf(await bodyOf(stateReport(3)))
    expect(lines.filter((line) => line === 'Nơi nhận:')).toHaveLength(1)
    expect(lines.indexOf('Nơi nhận:')).toBeLessThan(lines.indexOf('Phụ lục I'))
  })

  it('ends the paper when a landscape stretch is not an annex', async () => {
    const lines = linesOf(
      await bodyOf({
        ...stateReport(1),
        blocks: [
          { kind: 'section', orientation: 'landscape' },
          { kind: 'paragraph', runs: [{ text: 'Bảng ngang' }] },
        ],
      }),
    )
    expect(lines.indexOf('Nơi nhận:')).toBeGreaterThan(lines.indexOf('Bảng ngang'))
  })
})

describe('bytes', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('are the same on another day of the clock and in another time zone', async () => {
    const first = hash(await render(stateReport(10)))
    await setTimeout(2_100)
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    const second = hash(await render(stateReport(10)))
    expect(second).toBe(first)
    expect(hash(await render(stateReport(11)))).not.toBe(first)
  })

  it('carry the day of the paper, not of the clock', async () => {
    const core = (await partsOf(partyReport(1))).get('docProps/core.xml') ?? ''
    expect(core.match(/2024-06-18T00:00:00Z/g)).toHaveLength(2)
  })
})

describe('check before printing', () => {
  it('accepts the samples', () => {
    for (const paper of [stateReport(), stateLetter(), partyReport()])
      expect(checkDocument(paper, profileOf(paper.profile)).ok).toBe(true)
  })

  it('names what is missing or foreign', () => {
    const paper = stateReport()
    const bare = { ...paper, components: { ...paper.components, issuingBody: ' ', recipients: [] } }
    const checked = checkDocument(bare, profileOf('dang-2018'))
    expect(checked.ok ? [] : checked.problem.faults).toEqual([
      { code: 'component_missing', component: 'issuing_body' },
      { code: 'wrong_profile', asked: 'nha-nuoc-2020', given: 'dang-2018' },
      { code: 'component_missing', component: 'recipients_item' },
      { code: 'addressee_unused', kind: 'bao-cao' },
    ])
    const strange = { ...paper, components: { ...paper.components, kind: 'tho' } }
    expect(checkDocument(strange, profileOf('nha-nuoc-2020'))).toMatchObject({
      problem: { faults: [{ code: 'kind_unknown' }] },
    })
  })
})
