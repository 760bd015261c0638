// Old reports through the front door: files in, the queue, what is read, who may, and that nothing is half done.
import { inScope } from '@kheo/db/transaction.ts'
import { addressOf } from '@kheo/kit/client.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { readingDoors, readings } from './schema.ts'
import {
  BESIDE,
  bytesOf,
  keyOf,
  type Office,
  OLD,
  openOffice,
  PROVINCE,
  readAll,
  reportText,
  WARD,
} from './testing-readings.ts'
import { readNext, takeNext } from './worker.ts'

describe('old reports', () => {
  let test: TestWorld
  let ward: Office
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo-khac', BESIDE, 'compiler')
    await test.post('chuyen-vien', PROVINCE, 'compiler')
    await test.post('bien-tap', WARD, 'editor')
    ward = await openOffice(test, 'can-bo', WARD)
  })
  afterAll(() => test.close())

  const list = (office: Office, query: object = {}) =>
    office.client(readings.list, { query: { unit: WARD, ...query } as never, body: {} })

  it('are added in a batch, wait, and are read one after the other while the list tells how far', async () => {
    const batch = newId()
    for (const at of [1, 2, 3]) {
      const added = await ward.add(bytesOf(reportText(400 + at)), `bao cao ${at}.txt`, { batch })
      expect(added.status).toBe(200)
    }
    expect((await list(ward, { batch })).counts).toMatchObject({ queued: 3, read: 0 })
    expect(await readNext(test.world)).toBe(true)
    expect((await list(ward, { batch })).counts).toMatchObject({ queued: 2, read: 1 })
    await readAll(test)
    const { rows, counts, total, mayAdd } = await list(ward, { batch })
    expect(counts).toMatchObject({ queued: 0, reading: 0, read: 3 })
    expect([total, mayAdd, rows.length]).toEqual([3, true, 3])
    expect(rows.every((row) => row.figures >= 5)).toBe(true)
    expect((await list(ward, { batch, state: 'failed' })).rows).toEqual([])
  })

  it('are taken for the unit of their day and their period, with what became of the unit', async () => {
    const id = await ward.read(reportText(501))
    const { placement, unitChoices } = await ward.view(id)
    expect(placement).toMatchObject({
      unitId: OLD,
      unitName: 'Xã Chuyên Ngoại',
      keeperName: 'Phường Duy Tiên',
      periodId: '2019-H1',
      isProposed: true,
      saysUnit: true,
      saysPeriod: true,
    })
    expect(unitChoices.map((choice) => choice.id)).toEqual(expect.arrayContaining([WARD, 'X13345', 'X13351', 'X13360']))
    expect(unitChoices.map((choice) => choice.id)).not.toContain('X13327')
  })

  it('keep no telephone number and no list of people, and every mark stands on its number', async () => {
    const id = await ward.read(
      `${reportText(502)}\nBà Nguyễn Thị Minh Khai, Chủ tịch Hội Phụ nữ xã, báo cáo. CCCD 035090001234.`,
    )
    const view = await ward.view(id)
    expect(view.text).not.toMatch(/0912|345 678|035090001234/)
    expect(view.text).toHaveLength(
      reportText(502).length + '\nBà Nguyễn Thị Minh Khai, Chủ tịch Hội Phụ nữ xã, báo cáo. CCCD 035090001234.'.length,
    )
    expect(view.figureMarks.map((mark) => view.text.slice(mark.start, mark.end))).toEqual(
      expect.arrayContaining(['7', '502', '38', '35', '1.250', '480 triệu']),
    )
    const kept = await inScope(test.world.database.app, test.world.org().pathOf(WARD) ?? '', async (tx) => {
      const { rows } = await sql<{
        found: unknown
      }>`select found from reading_content where reading_id = ${id}::uuid`.execute(tx)
      return JSON.stringify(rows)
    })
    expect(kept).not.toContain('Minh Khai')
  })

  it('are refused with the reason when the file cannot be read, may be tried again, and thrown away', async () => {
    const junk = Uint8Array.from({ length: 400 }, (_, at) => (at * 37 + 1) % 256)
    const { id } = await ward.add(junk, 'anh-chup.bin')
    await readAll(test)
    const failed = await ward.view(id)
    expect(failed.state).toBe('failed')
    expect(failed.failure?.code).toMatch(/^reading\.file_/)
    expect(failed.failure?.vi).toContain('anh-chup.bin')
    await ward.command('retry', id)
    expect((await ward.view(id)).state).toBe('queued')
    await readAll(test)
    expect((await ward.view(id)).state).toBe('failed')
    await ward.command('discard', id)
    expect((await ward.view(id)).state).toBe('discarded')
    expect((await list(ward)).rows.map((row) => row.id)).not.toContain(id)
    expect((await ward.view(id)).steps.map((step) => step.kind)).toEqual([
      'added',
      'failed',
      'retried',
      'failed',
      'discarded',
    ])
  })

  it('are added once: the same file is named, the same command is answered as before', async () => {
    const commandId = newId()
    const first = await ward.add(bytesOf(reportText(503)), 'lan-mot.txt', { commandId })
    expect((await ward.add(bytesOf(reportText(503)), 'lan-mot.txt', { commandId })).id).toBe(first.id)
    expect(await ward.add(bytesOf(reportText(503)), 'lan-hai.txt')).toMatchObject({
      status: 409,
      code: 'reading.added_already',
      message: expect.stringContaining('lan-mot.txt'),
    })
    expect(await ward.add(new Uint8Array(), 'rong.txt')).toMatchObject({ code: 'reading.file_empty' })
    await readAll(test)
  })

  it('survive a worker that dies: the file is read again later, and nothing of the first attempt stays', async () => {
    const { id } = await ward.add(bytesOf(reportText(504)), 'dut-quang.txt')
    expect((await takeNext(test.world))?.id).toBe(id)
    expect((await ward.view(id)).state).toBe('reading')
    expect(await readNext(test.world)).toBe(false)
    const late = test.clock.now
    test.clock.now = new Date(late.getTime() + 10 * 60_000)
    expect((await ward.view(id)).state).toBe('queued')
    await readAll(test)
    const view = await ward.view(id)
    expect([view.state, view.steps.map((step) => step.kind)]).toEqual(['read', ['added', 'read']])
  })

  it('have claims of sentences and of tables, with what was proposed, how sure it is, and why', async () => {
    const rows = [
      ['STT', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', 'Lũy kế từ đầu năm'],
      ['1', 'Tổng số lượt tiếp công dân', 'lượt', '38', '61'],
      ['2', 'Số ý kiến, kiến nghị của Nhân dân đã tổng hợp', 'ý kiến', '', '17'],
    ]
    const table = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
    const words = reportText(509)
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')
    const id = await ward.read(`<!doctype html><html><body>${words}${table}</body></html>`, 'phu-luc.html')
    const { claimList, text, kind, tables } = await ward.view(id)
    expect([kind, tables.length]).toEqual(['html', 1])
    const visits = claimList.filter((claim) => claim.indicator === 'TD01' && claim.value === 38)
    expect(visits.map((claim) => [claim.value, claim.fromTable])).toEqual([
      [38, false],
      [38, true],
    ])
    for (const claim of claimList) {
      expect(text.slice(claim.start, claim.end)).toBe(claim.text)
      expect(claim.because.length).toBeGreaterThan(0)
      expect(claim.because.join()).not.toMatch(/^[a-z]+\.[a-z-]+$/)
    }
    expect(new Set(claimList.map((claim) => claim.key)).size).toBe(claimList.length)
    expect(claimList.filter((claim) => claim.kindOfValue === 'plan').map((claim) => claim.text)).toContain('5')
    const [first] = visits
    await ward.decide(id, [{ key: first?.key ?? '', verdict: 'confirmed' }])
    const after = await ward.view(id)
    expect(after.claimList.find((claim) => claim.key === first?.key)).toMatchObject({ verdict: 'confirmed', value: 38 })
    expect([after.claims, after.decided]).toEqual([claimList.length, 1])
  })

  it('say where their own numbers do not add up, so that no such number is confirmed in passing', async () => {
    const told = (communes: number): string =>
      [
        'BÁO CÁO',
        'Kết quả công tác dân vận năm 2019 của xã Chuyên Ngoại',
        `Năm 2019, toàn xã đăng ký 30 mô hình "Dân vận khéo"; trong đó khối cơ quan, đoàn thể 12 mô hình, khối xã, phường ${communes} mô hình.`,
      ].join('\n')
    const doubtful = await ward.view(await ward.read(told(17)))
    const models = doubtful.claimList.filter(({ indicator }) => ['MH01', 'MH04', 'MH05'].includes(indicator))
    expect(models.map(({ indicator, value, grade }) => [indicator, value, grade])).toEqual([
      ['MH01', 30, 'look'],
      ['MH04', 12, 'look'],
      ['MH05', 17, 'look'],
    ])
    for (const { contradicts } of models)
      expect(contradicts).toEqual([
        'Trái với quy tắc: Tổng số mô hình bằng khối cơ quan, đoàn thể cộng khối xã, phường',
      ])
    const sound = await ward.view(await ward.read(told(18)))
    expect(sound.claimList.flatMap(({ contradicts }) => contradicts)).toEqual([])
  })

  it('are given up after several tries, in a sentence, and hold nobody else up', async () => {
    const { id } = await ward.add(bytesOf(reportText(505)), 'kho-doc.txt')
    const breaks = (): Promise<never> => Promise.reject(new Error('stopped'))
    for (const at of [1, 2]) {
      await expect(readNext(test.world, breaks), String(at)).rejects.toThrow('stopped')
      test.clock.now = new Date(test.clock.now.getTime() + 60_000)
    }
    await readNext(test.world, breaks)
    expect(await ward.view(id)).toMatchObject({ state: 'failed', failure: { code: 'reading.gave_up' } })
    expect(await readNext(test.world)).toBe(false)
  })

  it('are seen by nobody beside, by those above only when their figures are saved', async () => {
    const id = await ward.read(reportText(506), 'cua-minh.txt')
    const beside = await openOffice(test, 'can-bo-khac', BESIDE)
    const above = await openOffice(test, 'chuyen-vien', PROVINCE)
    await expect(beside.view(id, WARD)).rejects.toMatchObject({ code: 'access.outside_your_units' })
    await expect(beside.view(id, BESIDE)).rejects.toMatchObject({ code: 'reading.not_found' })
    await expect(list(beside)).rejects.toMatchObject({ code: 'access.outside_your_units' })
    await expect(above.view(id, WARD)).rejects.toMatchObject({ code: 'reading.not_found' })
    expect((await list(above)).rows).toEqual([])
    const body = { commandId: newId(), unit: WARD, id, baseRev: 2 }
    await expect(above.client(readings.save, { query: {}, body })).rejects.toMatchObject({
      code: 'access.role_missing',
    })
    const editor = await openOffice(test, 'bien-tap', WARD)
    expect(await editor.add(bytesOf('x'), 'x.txt')).toMatchObject({ status: 403 })
    const file = async (who: string) => (await test.fetchAs(who))(addressOf(readingDoors.file, { unit: WARD, id }))
    expect((await file('chuyen-vien')).status).toBe(403)
    const given = await file('can-bo')
    expect(given.headers.get('content-disposition')).toContain('attachment')
    expect(await given.text()).toBe(reportText(506))
  })

  it('are placed by the officer only where the unit keeps the books and stood then', async () => {
    const id = await ward.read(reportText(507))
    await expect(ward.place(id, BESIDE, '2019-H1')).rejects.toMatchObject({ code: 'reading.unit_out_of_reach' })
    await expect(ward.place(id, WARD, '2019-H1')).rejects.toMatchObject({ code: 'figure.unit_not_due' })
    await expect(ward.place(id, OLD, '2019-H7')).rejects.toMatchObject({ code: 'figure.period_not_found' })
    await ward.place(id, 'X13351', '2020-H1')
    expect((await ward.view(id)).placement).toMatchObject({
      unitName: 'Xã Trác Văn',
      periodId: '2020-H1',
      isProposed: false,
    })
  })

  it('are decided by two officers at once, who clash only over the same number', async () => {
    const id = await ward.read(reportText(508))
    const view = await ward.view(id)
    const decide = (number: string, value: number, baseRev: number) =>
      ward.client(readings.decide, {
        query: {},
        body: {
          commandId: newId(),
          unit: WARD,
          id,
          baseRev,
          decisions: [{ key: keyOf(view, number), verdict: 'corrected', indicator: 'TT01', value }],
        },
      })
    await decide('7', 7, view.rev)
    await decide('38', 38, view.rev)
    await expect(decide('7', 8, view.rev)).rejects.toMatchObject({ code: 'reading.decided_conflict' })
    await expect(decide('7', 8.5, view.rev + 2)).rejects.toMatchObject({ code: 'figure.not_whole' })
    await expect(ward.decide(id, [{ key: 'f999999:value', verdict: 'rejected' }])).rejects.toMatchObject({
      code: 'reading.mark_not_found',
    })
    await ward.place(id, OLD, '2019-Q1')
    await expect(decide('35', 35, view.rev + 2)).rejects.toMatchObject({ code: 'reading.stale' })
  })
})
