// The files of a district's report through the door: annexes by the templates of their types, and slides, the same bytes each time.
import { unpackText } from '@kheo/writer/fixed-zip.ts'
import { readSheets } from '@kheo/writer/sheet-reader.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { reports } from './schema.ts'

const DISTRICT = 'D349'
const [A, B] = ['X13324', 'X13330'] as const
const PERIOD = '2023-H1'

/** Models by time, bloc and field add up to their total, as the checks ask. */
const models = (fresh: number, kept: number) => {
  const all = fresh + kept
  const fields = { MH06: all, MH07: 0, MH08: 0, MH09: 0 }
  return {
    MH01: all,
    MH02: fresh,
    MH03: kept,
    MH04: 0,
    MH05: all,
    ...fields,
    MH10: all,
    MH11: 0,
    MH13: kept,
    DC01: 20,
    DC02: 15,
  }
}

describe('files of a report', () => {
  let test: TestWorld
  let send: Awaited<ReturnType<TestWorld['fetchAs']>>
  beforeAll(async () => {
    test = await openTestWorld('2023-07-10')
    for (const role of ['compiler', 'consolidator', 'approver'] as const) await test.post('huyen', DISTRICT, role)
    for (const unit of [A, B]) await test.post(`can-bo-${unit.slice(1)}`, unit, 'compiler')
    for (const [unit, cells] of [
      [A, models(4, 6)],
      [B, models(12, 8)],
    ] as const)
      await (await test.as(`can-bo-${unit.slice(1)}`))(reports.saveCells, {
        query: {},
        body: { commandId: newId(), unit, period: PERIOD, baseRev: 99, cells },
      })
    send = await test.fetchAs('huyen')
  })
  afterAll(() => test.close())

  const fileOf = async (type: string, format: string) => {
    const reply = await send(
      `/api/reports/document?unit=${DISTRICT}&type=${type}&period=${PERIOD}&format=${format}&profile=dang`,
    )
    expect(reply.status).toBe(200)
    return { type: reply.headers.get('content-type'), bytes: new Uint8Array(await reply.arrayBuffer()) }
  }
  const sheetsOf = async (type: string) => {
    const read = await readSheets((await fileOf(type, 'xlsx')).bytes)
    if (!read.ok) throw new Error(read.problem.code)
    return read.value
  }

  it('lay the annex of models out by group of units, bands and the rate of those that work', async () => {
    const sheets = await sheetsOf('dvk')
    const units = sheets.find(({ name }) => name === 'Phụ lục II')
    const rows = units?.rows.map(({ cells }) => cells) ?? []
    const at = (text: string) => rows.find((cells) => cells.some((cell) => String(cell).startsWith(text)))
    expect(at('Theo thời gian')).toContain('Tổng số')
    const heads = at('MH01. ') ?? []
    const rate = heads.indexOf('Tỷ lệ mô hình hiệu quả (%)')
    expect(heads[rate - 1]).toMatch(/^MH13\. /)
    expect(at('Các xã') ?? at('Các phường')).toBeDefined()
    const total = at('Tổng')
    const last = rows.findLast((cells) => cells[1] === 'Tổng')
    expect(last?.[2]).toBe(30)
    expect(last?.[rate]).toBeCloseTo((14 / 30) * 100, 6)
    expect(total).toBeDefined()
  })

  it('lay each type out by its own template', async () => {
    const widths = await Promise.all(
      ['dan-van', 'dvk', 'qcdc'].map(async (type) => {
        const xml = unpackText((await fileOf(type, 'xlsx')).bytes).get('xl/worksheets/sheet2.xml') ?? ''
        return /paperSize="(\d+)"/.exec(xml)?.[1]
      }),
    )
    expect(widths).toEqual(['9', '8', '8'])
  })

  it('draw slides of the same figures, the same bytes again', async () => {
    const { type, bytes } = await fileOf('dvk', 'pptx')
    expect(type).toContain('presentationml.presentation')
    expect(Buffer.from((await fileOf('dvk', 'pptx')).bytes).equals(Buffer.from(bytes))).toBe(true)
    const parts = unpackText(bytes)
    const words = [...parts].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).map(([, xml]) => xml)
    expect(words.join('')).toContain('<a:t>30</a:t>')
    const charts = [...parts].filter(([path]) => /^ppt\/charts\/chart\d+\.xml$/.test(path)).map(([, xml]) => xml)
    expect(charts.some((xml) => xml.includes('<c:v>20</c:v>') && xml.includes('<c:v>10</c:v>'))).toBe(true)
  })
})
