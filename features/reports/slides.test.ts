// The deck of a report tells its figures with their source, and nothing that its annex by unit withholds.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { ChartSlide } from '@kheo/writer/slides/deck-model.ts'
import { unpackText } from '@kheo/writer/fixed-zip.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deckOf, renderReportSlides } from './slides.ts'
import type { Print } from './snapshot.ts'

const issuer: Print['issuers']['party'] = {
  governing: 'ĐẢNG BỘ TỈNH NINH BÌNH',
  issuing: 'ĐẢNG ỦY PHƯỜNG DUY TIÊN',
  body: 'ĐU',
  place: 'Duy Tiên',
  authority: null,
  authorityOf: '',
  post: 'PHÓ BÍ THƯ',
  recipients: [],
  speaker: 'Đảng ủy phường Duy Tiên',
}
const cell = (code: string, nameVi: string, unit: string, decimals = 0) => ({ code, nameVi, unit, decimals })

const print = (more: Partial<Print> = {}): Print => ({
  issuers: { party: issuer, state: issuer },
  unitName: 'Thị xã Duy Tiên',
  parentName: 'Tỉnh Hà Nam',
  level: 'district',
  typeCode: 'dan-van',
  typeTitle: 'Báo cáo công tác dân vận',
  periodTitle: 'Quý I năm 2024',
  periodEnd: '2024-03-31',
  sections: [
    {
      title: 'Xử lý đơn',
      cells: [
        cell('XD01', 'Tổng số đơn phải xử lý', 'đơn'),
        cell('XD07', 'Trong đó: khiếu nại', 'đơn'),
        cell('XD08', 'Trong đó: tố cáo', 'đơn'),
      ],
    },
    {
      title: 'Giải quyết đơn',
      cells: [cell('GQ01', 'Số đơn đề nghị', 'đơn'), cell('GQ02', 'Số đơn đã giải quyết', 'đơn')],
    },
    { title: 'An sinh', cells: [cell('AS02', 'Tổng giá trị quà', 'triệu đồng', 3), cell('TT05', 'Tỷ lệ', '%', 2)] },
  ],
  values: { XD01: 9_081, XD07: 11, XD08: 1, GQ01: 24, GQ02: 8, AS02: 2_811.7 },
  previous: {},
  lastYear: { XD01: 8_000, XD07: 10, GQ02: 10 },
  lastYearClass: 'exact',
  cumulative: {},
  notes: {},
  parts: {},
  narrative: [
    {
      heading: 'Tiếp công dân, đơn thư',
      paragraphs: [
        [
          { text: 'Phải xử lý ', code: null },
          { text: '9.081', code: 'XD01' },
          { text: ' đơn.', code: null },
          { text: ' ', code: null },
          { text: 'Đã giải quyết ', code: null },
          { text: '08/24', code: 'GQ02' },
          { text: ' đơn đề nghị.', code: null },
        ],
      ],
    },
    {
      heading: 'Khiếu nại',
      paragraphs: [
        [
          { text: 'Khiếu nại ', code: null },
          { text: '11', code: 'XD07' },
          { text: ' đơn.', code: null },
        ],
      ],
    },
    { heading: 'Phương hướng, nhiệm vụ', paragraphs: [[{ text: 'Tiếp tục nắm tình hình Nhân dân.', code: null }]] },
  ],
  n: [2, 3],
  missing: [{ id: 'X3', name: 'Xã Mộc Bắc' }],
  children: [
    { id: 'X1', name: 'Phường Hòa Mạc', values: { XD01: 5_000, XD07: 2, GQ02: 5 } },
    { id: 'X2', name: 'Phường Đồng Văn', values: { XD01: 4_081, XD07: 9, GQ02: 3 } },
  ],
  ownLabel: 'Khối trực thuộc Thị xã Duy Tiên',
  own: {},
  withheld: { XD07: ['X1', 'X2'], XD08: 'all' },
  ...more,
})

const NUMBER = { number: 87, date: calendarDate('2024-04-02') }
const charts = (it: Print): ChartSlide[] => deckOf(it, 'party', NUMBER).slides.filter((slide) => slide.kind === 'chart')
const byUnit = (it: Print): ChartSlide[] => charts(it).filter(({ title }) => title.endsWith('theo đơn vị'))
const words = (it: Print, registered: typeof NUMBER | null = NUMBER): string =>
  JSON.stringify(deckOf(it, 'party', registered))

describe('the deck of a report', () => {
  it('opens with who reports what, tells key figures as offices write them, and ends with notes', () => {
    const { slides } = deckOf(print(), 'party', NUMBER)
    expect(slides.map(({ kind }) => kind)).toEqual([
      'title',
      'figures',
      'bullets',
      'bullets',
      'chart',
      'chart',
      'chart',
      'figures',
      'bullets',
      'closing',
    ])
    expect(slides[0]).toMatchObject({
      title: 'BÁO CÁO CÔNG TÁC DÂN VẬN\nQUÝ I NĂM 2024',
      lines: ['Duy Tiên, ngày 02/4/2024'],
    })
    expect(slides[1]).toMatchObject({
      figures: [
        { value: '9.081', label: 'Tổng số đơn phải xử lý (đơn)', note: 'tăng 13,51% so với cùng kỳ' },
        { value: '11', note: 'tăng 10% so với cùng kỳ' },
      ],
      source: 'Nguồn: Báo cáo công tác dân vận quý I năm 2024 của thị xã Duy Tiên, số 87 ngày 02/4/2024.',
    })
  })

  it('tells what was done out of what was due', () => {
    const { slides } = deckOf(print(), 'party', NUMBER)
    const due = slides.find((slide) => slide.kind === 'figures' && slide.title.startsWith('Kết quả so'))
    expect(due).toMatchObject({
      figures: [{ value: '08/24', label: 'Số đơn đã giải quyết (đơn)', note: 'giảm 20% so với cùng kỳ' }],
    })
  })

  it('compares this period with the same of last year in a chart a group, in one unit of measure', () => {
    const [petitions, , ...rest] = charts(print())
    expect(petitions).toMatchObject({
      title: 'Xử lý đơn',
      categories: ['Tổng số đơn phải xử lý', 'Khiếu nại', 'Tố cáo'],
      series: [
        { name: 'Kỳ báo cáo', values: [9_081, 11, 1] },
        { name: 'Cùng kỳ năm trước', values: [8_000, 10, null] },
      ],
    })
    expect(rest.map(({ title }) => title)).not.toContain('An sinh')
  })

  it('says that last year is estimated, or leaves it out where nothing compares', () => {
    expect(words(print({ lastYearClass: 'estimated' }))).toContain('Cùng kỳ năm trước (ước tính)')
    const apart = print({ lastYearClass: 'not-convertible' })
    expect(charts(apart).every(({ series }) => series.length === 1)).toBe(true)
    expect(words(apart)).not.toContain('so với cùng kỳ')
    expect(words(apart)).toContain('Không so sánh với cùng kỳ vì địa giới đã thay đổi.')
  })

  it('draws by unit only what is withheld nowhere', () => {
    expect(byUnit(print())).toMatchObject([
      { title: 'Tổng số đơn phải xử lý theo đơn vị', series: [{ values: [5_000, 4_081] }] },
    ])
    expect(byUnit(print()).map(({ title }) => title)).not.toContain('Khiếu nại')
  })

  it('draws nothing by unit of a print from before small figures were withheld', () => {
    const { withheld: _, ...old } = print()
    expect(byUnit(old)).toEqual([])
  })

  it('never draws a unit of an indicator that is withheld for any', () => {
    fc.assert(
      fc.property(
        fc.subarray(['XD01', 'XD07', 'GQ02']),
        fc.subarray(['X1', 'X2'], { minLength: 1 }),
        (codes, units) => {
          const made = byUnit(print({ withheld: Object.fromEntries(codes.map((code) => [code, units])) }))
          const names = new Map([
            ['XD01', 'Tổng số đơn phải xử lý'],
            ['XD07', 'Trong đó: khiếu nại'],
            ['GQ02', 'Số đơn đã giải quyết'],
          ])
          for (const code of codes)
            expect(made.map(({ title }) => title)).not.toContain(`${names.get(code)} theo đơn vị`)
        },
      ),
    )
  })

  it('names who has not reported, and says of a draft that it is one', () => {
    expect(words(print())).toContain('Số liệu tổng hợp từ 02/03 đơn vị đã báo cáo.')
    expect(words(print())).toContain('Chưa báo cáo: Xã Mộc Bắc.')
    expect(words(print(), null)).toContain('Dự thảo')
    expect(words(print())).not.toContain('Dự thảo')
  })

  it('gives a long narrative the slides that it needs, each under its head', () => {
    const sentence = 'Đã tổ chức các hội nghị tuyên truyền, vận động Nhân dân ở từng thôn, tổ dân phố theo kế hoạch. '
    const runs = Array.from({ length: 20 }, () => ({ text: sentence.trim(), code: null })).flatMap((run, at) =>
      at === 0 ? [run] : [{ text: ' ', code: null }, run],
    )
    const { slides } = deckOf(print({ narrative: [{ heading: 'Tuyên truyền', paragraphs: [runs] }] }), 'party', NUMBER)
    const told = slides.filter((slide) => slide.kind === 'bullets' && slide.title === 'Kết quả thực hiện')
    expect(told.length).toBeGreaterThan(2)
    for (const slide of told) expect(slide.kind === 'bullets' && slide.items[0]?.isHead).toBe(true)
    expect(
      told.flatMap((slide) => (slide.kind === 'bullets' ? slide.items : [])).filter(({ isHead }) => isHead !== true),
    ).toHaveLength(20)
  })

  it('ends with the conclusions that are still owed', () => {
    const line = { notice: '12-TB/ĐU', lead: 'Văn phòng', dueOn: '2026-07-10', doneOn: null, result: '' }
    const deck = deckOf(
      print({
        conclusions: {
          sentence: '',
          lines: [
            { ...line, content: 'Rà soát mô hình.', state: 'overdue' },
            { ...line, content: 'Mở lớp bồi dưỡng', state: 'done-in-time' },
          ],
        },
      }),
      'party',
      null,
    )
    const told = JSON.stringify(deck.slides.filter((slide) => slide.title === 'Nhiệm vụ thời gian tới'))
    expect(told).toContain('Rà soát mô hình (Văn phòng, trước ngày 10/7/2026)')
    expect(told).not.toContain('Mở lớp bồi dưỡng')
  })

  it('is a file without a withheld figure, the same bytes again', async () => {
    const it = print({
      values: { XD01: 9_081, GQ01: 24, GQ02: 8 },
      children: [
        { id: 'X1', name: 'Phường Hòa Mạc', values: { XD01: 5_000, XD07: 777 } },
        { id: 'X2', name: 'Phường Đồng Văn', values: { XD01: 4_081, XD07: 888 } },
      ],
    })
    const bytes = await renderReportSlides(it, 'party', NUMBER)
    expect(Buffer.from(await renderReportSlides(it, 'party', NUMBER)).equals(Buffer.from(bytes))).toBe(true)
    const all = [...unpackText(bytes)]
      .filter(([path]) => /slides\/|charts\//.test(path))
      .map(([, xml]) => xml)
      .join('')
    expect(all).toContain('<c:v>5000</c:v>')
    expect(/>(?:777|888)</.test(all)).toBe(false)
  })
})
