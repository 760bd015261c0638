// What stands in the .pptx: every part well-formed, charts with their figures inside, numbers as offices write them, the same bytes again.
import { DOMParser } from '@xmldom/xmldom'
import readXlsx from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { unpackBytes, unpackText } from '../fixed-zip.ts'
import { type Deck, MOST_FIGURES, MOST_ROWS, type Slide } from './deck-model.ts'
import { renderSlides } from './slides-writer.ts'

const SOURCE = 'Nguồn: Báo cáo công tác dân vận quý I năm 2024 của phường Hòa Mạc.'

const deckOf = (slides: readonly Slide[]): Deck => ({
  title: 'Báo cáo công tác dân vận quý I năm 2024',
  owner: 'Đảng ủy phường Hòa Mạc',
  date: '2024-04-02',
  language: 'vi-VN',
  font: 'Arial',
  slides,
})

const chart = (values: readonly (number | null)[], kind: 'bars' | 'columns' | 'line' = 'bars'): Slide => ({
  kind: 'chart',
  chart: kind,
  title: 'Mô hình "Dân vận khéo" & nhân rộng',
  categories: ['Kinh tế', 'Văn hóa - xã hội', 'Quốc phòng - an ninh'],
  series: [
    { name: 'Kỳ báo cáo', values },
    { name: 'Cùng kỳ năm trước', values: [9_000, 40, 0] },
  ],
  decimals: 0,
  unit: 'mô hình',
  source: SOURCE,
})

const slides: readonly Slide[] = [
  { kind: 'title', over: 'ĐẢNG BỘ TỈNH NINH BÌNH', title: 'BÁO CÁO\nQUÝ I NĂM 2024', lines: ['Dự thảo'] },
  {
    kind: 'figures',
    title: 'Tổng quan',
    figures: [
      { value: '9.081', label: 'Lượt người dự', note: 'tăng 12% so với cùng kỳ' },
      { value: '08/24', label: 'Đơn' },
    ],
    source: SOURCE,
  },
  chart([9_081, null, 2]),
  chart([1, 2, 3], 'line'),
  chart([1, 2, 3], 'columns'),
  {
    kind: 'bullets',
    title: 'Kết quả',
    items: [{ text: 'Đối thoại', isHead: true }, { text: 'Đã đối thoại 05 cuộc <b>.' }],
    source: SOURCE,
  },
  {
    kind: 'table',
    title: 'Bảng',
    head: ['STT', 'Đơn vị'],
    align: ['center', 'left'],
    widths: [1, 5],
    rows: [['1', 'Tổ dân phố số 1']],
    source: SOURCE,
  },
  { kind: 'closing', title: 'Trân trọng cảm ơn', lines: [] },
]

describe('a deck', () => {
  let bytes: Uint8Array
  let parts: ReadonlyMap<string, string>
  beforeAll(async () => {
    bytes = await renderSlides(deckOf(slides))
    parts = unpackText(bytes)
  })
  const part = (path: string): string => parts.get(path) ?? ''
  const texts = (xml: string): string[] => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((found) => found[1] ?? '')

  it('is well-formed in every part, and every relation leads to a part', () => {
    for (const [path, xml] of parts) {
      if (!/\.(?:xml|rels)$/.test(path)) continue
      const faults: string[] = []
      new DOMParser({ onError: (level, message) => faults.push(`${level} ${message}`) }).parseFromString(
        xml,
        'text/xml',
      )
      expect(faults, path).toEqual([])
    }
    for (const [path, xml] of parts) {
      if (!path.endsWith('.rels')) continue
      const folder = path.replace(/_rels\/[^/]*$/, '')
      for (const [, target = ''] of xml.matchAll(/Target="([^"]+)"/g)) {
        const full = target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1)
        expect(parts.has(full), `${path} → ${target}`).toBe(true)
      }
    }
  })

  it('draws charts natively, with each figure in the drawing and in the workbook inside', async () => {
    const xml = part('ppt/charts/chart1.xml')
    const values = [...xml.matchAll(/<c:val>.*?<\/c:val>/gs)].map(([series]) =>
      [...series.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, at, value]) => [
        Number(at),
        Number(value),
      ]),
    )
    expect(values).toEqual([
      [
        [0, 9_081],
        [2, 2],
      ],
      [
        [0, 9_000],
        [1, 40],
        [2, 0],
      ],
    ])
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>')
    const inside = unpackBytes(bytes).get('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx')
    const [sheet] = await readXlsx(Buffer.from(inside ?? new Uint8Array()))
    expect(sheet?.sheet).toBe('Sheet1')
    expect(sheet?.data.slice(1)).toEqual([
      ['Kinh tế', 9_081, 9_000],
      ['Văn hóa - xã hội', null, 40],
      ['Quốc phòng - an ninh', 2, 0],
    ])
    expect(sheet?.data[0]?.slice(1)).toEqual(['Kỳ báo cáo', 'Cùng kỳ năm trước'])
  })

  it('parts thousands by points whatever the country of the program', () => {
    expect(part('ppt/charts/chart1.xml')).toContain('formatCode="[&gt;=1000000]#\\.000\\.000;[&gt;=1000]#\\.000;0"')
  })

  it('tells each chart in words to who cannot see it', () => {
    expect(part('ppt/slides/slide3.xml')).toContain('Kỳ báo cáo: Kinh tế 9081; Văn hóa - xã hội không có số liệu')
  })

  it('names the source under figures and charts, and numbers the slides', () => {
    for (const at of [2, 3, 4, 5, 6, 7]) expect(texts(part(`ppt/slides/slide${at}.xml`)), String(at)).toContain(SOURCE)
    expect(part('ppt/slides/slide3.xml')).toContain('type="slidenum"')
    expect(part('ppt/slides/slide1.xml')).not.toContain('type="slidenum"')
  })

  it('uses one font and one language everywhere', () => {
    for (const [path, xml] of parts) {
      if (!/^ppt\/(?:slides|charts)\/[^/]*\.xml$/.test(path)) continue
      expect(xml, path).not.toContain('lang="en-US"')
      const fonts = new Set([...xml.matchAll(/<a:latin typeface="([^"]+)"/g)].map((found) => found[1]))
      expect([...fonts], path).toEqual(['Arial'])
    }
  })

  it('gives each drawn thing of a slide its own number', () => {
    for (const [path, xml] of parts) {
      if (!/^ppt\/slides\/[^/]*\.xml$/.test(path)) continue
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map((found) => found[1])
      expect(new Set(ids).size, path).toBe(ids.length)
    }
  })

  it('is the same bytes again, and carries its own day', async () => {
    expect(Buffer.from(await renderSlides(deckOf(slides))).equals(Buffer.from(bytes))).toBe(true)
    expect(part('docProps/core.xml').match(/2024-04-02T00:00:00Z/g)).toHaveLength(2)
    expect([...parts.keys()].filter((path) => /charts\/chart/.test(path))).toEqual([
      'ppt/charts/chart1.xml',
      'ppt/charts/chart2.xml',
      'ppt/charts/chart3.xml',
    ])
  })

  it('refuses more than a slide holds', async () => {
    const figures = Array.from({ length: MOST_FIGURES + 1 }, () => ({ value: '1', label: 'x' }))
    await expect(renderSlides(deckOf([{ kind: 'figures', title: 'x', figures, source: SOURCE }]))).rejects.toThrow(
      RangeError,
    )
    const rows = Array.from({ length: MOST_ROWS + 1 }, () => ['1'])
    await expect(
      renderSlides(
        deckOf([{ kind: 'table', title: 'x', head: ['a'], align: ['left'], widths: [1], rows, source: SOURCE }]),
      ),
    ).rejects.toThrow(RangeError)
  })
})
