// A batch of files of several kinds, among them the product's own report of the period: what it printed is read back and verified.
import { addressOf } from '@kheo/kit/client.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { reportFiles, reports } from '../reports/schema.ts'
import { docxOf, runOf } from './contents/testing-files.ts'
import { readings } from './schema.ts'
import { bytesOf, type Office, openOffice, PROVINCE, readAll, reportText, WARD } from './testing-readings.ts'

const AT = { unit: WARD, period: '2026-H1', type: 'dan-van' }
const CELLS = { TT01: 47, TT02: 2350, TD01: 126, XD03: 24, DC04: 31, TT07: 58 }

describe('files of several kinds', () => {
  let test: TestWorld
  let ward: Office
  const print = async (format: 'docx' | 'pdf' | 'xlsx'): Promise<Uint8Array> => {
    const send = await test.fetchAs('can-bo')
    const reply = await send(addressOf(reportFiles.document, { ...AT, format, profile: 'dang' }))
    expect(reply.status).toBe(200)
    return new Uint8Array(await reply.arrayBuffer())
  }
  beforeAll(async () => {
    test = await openTestWorld('2026-07-02')
    await test.post('can-bo', WARD, 'compiler')
    await test.post('lanh-dao', PROVINCE, 'approver')
    ward = await openOffice(test, 'can-bo', WARD)
    await ward.client(reports.submit, { query: {}, body: { commandId: newId(), ...AT, cells: CELLS } })
    const leader = await test.as('lanh-dao')
    await leader(reports.approve, { query: {}, body: { commandId: newId(), ...AT } })
  })
  afterAll(() => test.close())

  it('are read in one batch, each by what it is and not by its name', async () => {
    const batch = newId()
    const lines = reportText(801).split('\n')
    const files: readonly (readonly [string, Uint8Array, string])[] = [
      ['bao-cao.docx', await print('docx'), 'docx'],
      ['bao-cao.pdf', await print('pdf'), 'pdf'],
      ['phu-luc.xlsx', await print('xlsx'), 'xlsx'],
      ['van-ban.txt', bytesOf(reportText(802)), 'text'],
      ['trang.txt', bytesOf(`<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`), 'html'],
      ['soan-tay.doc', docxOf(lines.map((line) => `<w:p>${runOf(line)}</w:p>`).join('')), 'docx'],
    ]
    for (const [name, bytes] of files) expect((await ward.add(bytes, name, { batch })).status).toBe(200)
    await readAll(test)
    const { rows, counts } = await ward.client(readings.list, { query: { unit: WARD, batch }, body: {} })
    expect(counts).toMatchObject({ read: files.length, failed: 0, queued: 0 })
    for (const [name, , kind] of files) {
      const row = rows.find((each) => each.name === name)
      const view = await ward.view(row?.id ?? '')
      expect([name, view.kind, view.text.length > 100, view.figureMarks.length > 3]).toEqual([name, kind, true, true])
    }
  })

  it('give back what the product itself printed: every figure is the same as held', async () => {
    const { rows } = await ward.client(readings.list, { query: { unit: WARD }, body: {} })
    for (const name of ['bao-cao.docx', 'bao-cao.pdf', 'phu-luc.xlsx']) {
      const id = rows.find((row) => row.name === name)?.id ?? ''
      const { placement, claimList } = await ward.view(id)
      expect([name, placement.unitId, placement.periodId]).toEqual([name, WARD, AT.period])
      const same = new Set(
        claimList
          .filter(({ holding, kindOfValue }) => holding.state === 'same' && kindOfValue === 'actual')
          .map(({ indicator }) => indicator),
      )
      const wrong = claimList.filter(({ grade, holding }) => grade === 'sure' && holding.state === 'other')
      expect([name, wrong.map(({ indicator, value }) => [indicator, value])]).toEqual([name, []])
      expect([name, Object.keys(CELLS).filter((code) => !same.has(code))]).toEqual([name, []])
    }
  })
})
