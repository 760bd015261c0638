// A guarded register as a file from above: counts by unit, the small ones withheld; a unit's own book as it is.
import { readSheets } from '@kheo/writer/sheet-reader.ts'
import { readSheetText } from '@kheo/writer/sheet-text.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookOf } from '../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { petitions } from './petitions/register.ts'
import { skilfulModels } from './skilful-models/register.ts'

const PROVINCE = 'P37@2025'
/** Petitions that each ward received: complaints and proposals. */
const RECEIVED = [
  [1, 6],
  [5, 4],
  [4, 0],
  [0, 5],
] as const
const NOTE = /^Số đếm theo đơn vị từ 01\/01\/2026 đến 31\/12\/2026.*Dấu \*/

type Json = {
  readonly from: string
  readonly to: string
  readonly note: string
  readonly units: readonly { unitId: string; unitName: string; counts: Readonly<Record<string, number | '*'>> }[]
  readonly totals: Readonly<Record<string, number | '*'>>
}

describe('the export of petitions', () => {
  let test: TestWorld
  let wards: readonly string[]
  beforeAll(async () => {
    test = await openTestWorld()
    const { index } = test.world.org()
    const children = index.records.versions.filter(({ parentId }) => parentId === PROVINCE).map(({ unitId }) => unitId)
    wards = [...new Set<string>(children)]
      .filter((unit) => index.versionAt(unit as never, '2026-06-15' as never))
      .slice(0, 4)
    await test.post('tinh', PROVINCE, 'compiler')
    for (const [at, ward] of wards.entries()) {
      await test.post(`can-bo-${at}`, ward, 'compiler')
      const book = bookOf(await test.as(`can-bo-${at}`), petitions, ward)
      const [complaints = 0, proposals = 0] = RECEIVED[at] ?? []
      for (let n = 0; n < complaints + proposals; n += 1)
        await book.record('2026-03-02', {
          kind: n < complaints ? 'complaint' : 'proposal',
          topic: 'land',
          arrivalNo: `BI-MAT-${at}-${n}`,
          village: 'Thôn Kín',
        })
    }
  })
  afterAll(() => test.close())

  const fetchText = async (who: string, query: string, register = petitions.name): Promise<string> => {
    const reply = await (await test.fetchAs(who))(`/api/registers/${register}/export?${query}`, {
      headers: { 'accept-language': 'vi' },
    })
    expect(reply.status).toBe(200)
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await reply.arrayBuffer())
  }
  const fetchJson = async (query: string): Promise<Json> =>
    JSON.parse(await fetchText('tinh', `${query}&format=json`)) as Json

  it('from above is counts by unit for the year, without a word of any entry', async () => {
    const text = await fetchText('tinh', `unit=${PROVINCE}&format=json`)
    expect(text).not.toMatch(/BI-MAT|Thôn Kín|entries/)
    const json = JSON.parse(text) as Json
    expect(json).toMatchObject({ from: '2026-01-01', to: '2026-12-31', totals: { XD03: 25 } })
    expect(json.note).toMatch(NOTE)
    expect(new Set(json.units.map(({ unitId }) => unitId))).toEqual(new Set(wards))
    expect(json.units.map(({ unitId, counts }) => [wards.indexOf(unitId), counts['XD03']]).toSorted()).toEqual([
      [0, 7],
      [1, 9],
      [2, 4],
      [3, 5],
    ])
  })

  it('withholds small counts, and shows them to nobody who subtracts', async () => {
    const book = bookOf(await test.as('can-bo-0'), petitions, wards[0] ?? '')
    const { rows } = await book.list({ kind: 'complaint' })
    await book.step(rows[0]?.id ?? '', 'classified', '2026-03-04', { isAdmissible: true, isCompetent: true })
    const { units, totals } = await fetchJson(`unit=${PROVINCE}`)
    const processed = units.map(({ counts }) => counts['XD04'])
    // One petition was processed in all: not even the total may tell.
    expect(processed).toEqual(['*', '*', '*', '*'])
    expect(totals['XD04']).toBe('*')
    for (const { counts } of units)
      expect(Object.values(counts).filter((count) => count === 1 || count === 2)).toEqual([])
    // Those that are still to be processed would give it back.
    expect(units.map(({ counts }) => counts['XD05'])).toEqual(['*', '*', '*', '*'])
  })

  it('of one unit from above withholds the total with the count', async () => {
    const { units, totals } = await fetchJson(`unit=${wards[0]}`)
    expect(units).toHaveLength(1)
    expect([units[0]?.counts['XD03'], totals['XD03']]).toEqual([7, 7])
    expect([units[0]?.counts['XD04'], totals['XD04']]).toEqual(['*', '*'])
  })

  it('counts the days asked for, and is not narrowed by anything else', async () => {
    const march = await fetchJson(`unit=${PROVINCE}&from=2026-03-01&to=2026-03-31`)
    expect(march).toMatchObject({ from: '2026-03-01', to: '2026-03-31', totals: { XD03: 25 } })
    expect((await fetchJson(`unit=${PROVINCE}&year=2025`)).units).toEqual([])
    expect(await fetchJson(`unit=${PROVINCE}&kind=complaint&q=BI-MAT-0`)).toEqual(await fetchJson(`unit=${PROVINCE}`))
  })

  it('is the same as .csv and as a workbook', async () => {
    const json = await fetchJson(`unit=${PROVINCE}`)
    const columns = Object.keys(json.totals)
    const lines = json.units.map(({ unitName, counts }) => [unitName, ...columns.map((code) => String(counts[code]))])
    const expected = [...lines, ['Tổng', ...columns.map((code) => String(json.totals[code]))]]
    const csv = readSheetText(new TextEncoder().encode(await fetchText('tinh', `unit=${PROVINCE}&format=csv`)))
    const reply = await (await test.fetchAs('tinh'))(`/api/registers/petitions/export?unit=${PROVINCE}&format=xlsx`, {
      headers: { 'accept-language': 'vi' },
    })
    const xlsx = await readSheets(new Uint8Array(await reply.arrayBuffer()))
    for (const read of [csv, xlsx]) {
      if (!read.ok) throw new Error(read.problem.code)
      const [head, ...rows] = read.value[0]?.rows.map((row) => row.cells.map(String)) ?? []
      expect(head?.slice(0, 2)).toEqual(['Đơn vị', expect.stringMatching(/^XD01\. /)])
      expect(rows.slice(0, -1)).toEqual(expected)
      expect(rows.at(-1)?.[0]).toMatch(NOTE)
    }
  })

  it('of a unit’s own book holds every entry, also where units stand below', async () => {
    const own = JSON.parse(await fetchText('can-bo-0', `unit=${wards[0]}&format=json`)) as { entries: unknown[] }
    expect(own.entries).toHaveLength(7)
    await bookOf(await test.as('tinh'), petitions, PROVINCE).record('2026-03-02', {
      kind: 'proposal',
      topic: 'policy',
      arrivalNo: 'TINH-1',
    })
    const province = await fetchText('tinh', `unit=${PROVINCE}&format=json&only=own`)
    expect(province).toContain('TINH-1')
    expect(province).not.toContain('BI-MAT')
    // Asking for another unit's own book from above does not open it.
    expect(await fetchText('tinh', `unit=${wards[0]}&format=json&only=own`)).not.toContain('BI-MAT')
  })

  it('of an open register stays a list', async () => {
    expect(JSON.parse(await fetchText('tinh', `unit=${PROVINCE}&format=json`, skilfulModels.name))).toHaveProperty(
      'entries',
    )
  })
})
