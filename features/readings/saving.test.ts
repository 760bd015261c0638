// Confirmed numbers become figures: written once, linked to their sentence, put back; and where something stands already.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookOf } from '../../checks/harness/registers.ts'
import { sampleEntries } from '../../checks/harness/samples.ts'
import { type Client, openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { closePeriod } from '../periods/actions.ts'
import { citizenReceptions } from '../registers/citizen-receptions/register.ts'
import { reports } from '../reports/schema.ts'
import { readings, type Saved } from './schema.ts'
import { keyOf, type Office, OLD, openOffice, PROVINCE, reportText, WARD } from './testing-readings.ts'

type SaveAnswer = { saved: Saved }
type UndoAnswer = { restored: { indicator: string }[]; kept: { indicator: string; why: string; by: string | null }[] }

describe('figures of an old report', () => {
  let test: TestWorld
  let ward: Office
  let officer: Client
  let seats = 600
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo', OLD, 'compiler')
    await test.post('chuyen-vien', PROVINCE, 'compiler')
    ward = await openOffice(test, 'can-bo', WARD)
    officer = ward.client
  })
  afterAll(() => test.close())

  const own = async (code: string, unit = OLD, period = '2019-H1') =>
    (await officer(reports.source, { query: { unit, period, code }, body: {} })).own

  /** Reads a report of its own and confirms numbers of it for indicators. */
  const confirmed = async (
    cells: Readonly<Record<string, string>>,
    more: { replace?: boolean; unit?: string; period?: string } = {},
  ): Promise<string> => {
    const id = await ward.read(reportText((seats += 1)))
    if (more.unit !== undefined) await ward.place(id, more.unit, more.period ?? '')
    const view = await ward.view(id)
    await ward.decide(
      id,
      Object.entries(cells).map(([indicator, number]) => ({
        key: keyOf(view, number),
        verdict: 'corrected',
        indicator,
        replace: more.replace ?? false,
      })),
    )
    return id
  }
  const typeIn = (unit: string, period: string, cells: Readonly<Record<string, number | null>>) =>
    officer(reports.saveCells, { query: {}, body: { commandId: newId(), unit, period, baseRev: 99, cells } })

  it('are written all at once, each with the file and the sentence it stands in, and put back', async () => {
    const id = await confirmed({ TT01: '7', TD01: '38' })
    const { saved } = (await ward.command('save', id)) as SaveAnswer
    expect(saved).toMatchObject({ unitId: OLD, unitName: 'Xã Chuyên Ngoại', periodId: '2019-H1' })
    expect(saved.written.map(({ indicator, value, before }) => [indicator, value, before])).toEqual([
      ['TT01', 7, null],
      ['TD01', 38, null],
    ])
    expect(saved.reportTypes).toContain('dan-van')
    expect(await own('TD01')).toMatchObject({
      value: 38,
      origin: 'imported',
      typedBy: `compiler ${WARD}`,
      imported: {
        unitId: WARD,
        readingId: id,
        file: 'bao-cao.txt',
        says: expect.stringContaining('tiếp 38 lượt công dân'),
      },
    })
    expect((await ward.view(id)).may).toMatchObject({ work: false, undo: true })
    await expect(ward.command('discard', id)).rejects.toMatchObject({ code: 'reading.undo_first' })
    const undone = (await ward.command('undo', id)) as UndoAnswer
    expect([undone.restored.length, undone.kept]).toEqual([2, []])
    expect(await own('TD01')).toMatchObject({ value: null, origin: 'typed', typedBy: null, imported: null })
    expect((await ward.view(id)).state).toBe('read')
    await ward.command('discard', id)
    expect((await ward.view(id)).text).toBe('')
  })

  it('are seen by the level above with their sentence once they are saved', async () => {
    const id = await confirmed({ TT02: '35' })
    await ward.command('save', id)
    const above = await openOffice(test, 'chuyen-vien', PROVINCE)
    expect((await above.view(id, WARD)).state).toBe('saved')
    const source = await above.client(reports.source, {
      query: { unit: OLD, period: '2019-H1', code: 'TT02' },
      body: {},
    })
    expect(source.own.imported?.says).toContain('35 lượt')
    await ward.command('undo', id)
  })

  it('save once when the command comes twice, and not on an old base', async () => {
    const id = await confirmed({ TT01: '7' })
    const { rev } = await ward.view(id)
    const body = { commandId: newId(), unit: WARD, id, baseRev: rev }
    const first = await officer(readings.save, { query: {}, body })
    expect(await officer(readings.save, { query: {}, body })).toEqual(first)
    await expect(officer(readings.save, { query: {}, body: { ...body, commandId: newId() } })).rejects.toMatchObject({
      code: 'reading.state_locked',
    })
    await ward.command('undo', id)
  })

  it('verify what the figures say already and keep another value unless they are told to replace it', async () => {
    await typeIn(OLD, '2019-H1', { TT01: 7, TD01: 40 })
    const id = await confirmed({ TT01: '7', TD01: '38' })
    const claims = (await ward.view(id)).claimList
    expect(claims.find((claim) => claim.indicator === 'TT01' && claim.verdict === 'corrected')?.holding).toMatchObject({
      state: 'same',
      origin: 'typed',
    })
    expect(claims.find((claim) => claim.indicator === 'TD01' && claim.verdict === 'corrected')?.holding).toMatchObject({
      state: 'other',
      value: 40,
      text: '40',
      barred: null,
    })
    const { saved } = (await ward.command('save', id)) as SaveAnswer
    expect([saved.written, saved.verified.map((cell) => cell.indicator)]).toEqual([[], ['TT01']])
    expect(saved.kept).toMatchObject([{ indicator: 'TD01', value: 40, why: 'kept', by: `compiler ${OLD}` }])
    await ward.command('undo', id)
    const again = await confirmed({ TD01: '38' }, { replace: true })
    await ward.command('save', again)
    expect(await own('TD01')).toMatchObject({ value: 38, origin: 'imported' })
    await ward.command('undo', again)
    expect(await own('TD01')).toMatchObject({ value: 40, origin: 'typed', typedBy: `compiler ${OLD}` })
  })

  it('are not put back where somebody has typed since; the answer names the cell and its author', async () => {
    const id = await confirmed({ TT02: '35', TT07: '38' })
    await ward.command('save', id)
    await typeIn(OLD, '2019-H1', { TT02: 36 })
    const undone = (await ward.command('undo', id)) as UndoAnswer
    expect(undone.restored.map((cell) => cell.indicator)).toEqual(['TT07'])
    expect(undone.kept).toMatchObject([{ indicator: 'TT02', why: 'changed', by: `compiler ${OLD}` }])
    expect(await own('TT02')).toMatchObject({ value: 36, origin: 'typed' })
  })

  it('clash with typing on an older base, as two officers would', async () => {
    const id = await confirmed({ TT08: '35' })
    await ward.command('save', id)
    await expect(
      officer(reports.saveCells, {
        query: {},
        body: { commandId: newId(), unit: OLD, period: '2019-H1', baseRev: 0, cells: { TT08: 1 } },
      }),
    ).rejects.toMatchObject({ code: 'figure.conflict' })
    await ward.command('undo', id)
  })

  it('never take the place of what a register counts, a submitted report holds or a period has closed', async () => {
    const now = { unit: WARD, period: '2026-H1' }
    const [visit = {}] = sampleEntries(citizenReceptions, WARD, 1)
    await bookOf(officer, citizenReceptions, WARD).record('2026-03-02', visit)
    const counted = await confirmed({ TD01: '38', TT01: '7' }, { ...now, replace: true })
    expect(
      (await ward.view(counted)).claimList.find((claim) => claim.indicator === 'TD01' && claim.verdict === 'corrected')
        ?.holding.barred,
    ).toBe('counted')
    const first = (await ward.command('save', counted)) as SaveAnswer
    expect(first.saved.kept).toMatchObject([{ indicator: 'TD01', why: 'counted' }])
    expect(first.saved.written.map((cell) => cell.indicator)).toEqual(['TT01'])
    await officer(reports.submit, { query: {}, body: { commandId: newId(), ...now, type: 'dan-van', cells: {} } })
    const locked = (await ward.command('undo', counted)) as UndoAnswer
    expect(locked.kept).toMatchObject([{ indicator: 'TT01', why: 'locked' }])
    const barred = await confirmed({ TT02: '35' }, { ...now, replace: true })
    expect(((await ward.command('save', barred)) as SaveAnswer).saved.kept).toMatchObject([{ why: 'locked' }])
    await test.post('trung-uong', 'VN', 'consolidator')
    const close = async (closedOn: string | null) =>
      closePeriod(test.world, await test.actor('trung-uong'), {
        commandId: newId(),
        period: '2018-H1',
        closedOn,
        reason: closedOn === null ? 'mở lại' : '',
      })
    await close('2026-06-01')
    const closed = await confirmed({ TT01: '7' }, { unit: OLD, period: '2018-H1' })
    expect(((await ward.command('save', closed)) as SaveAnswer).saved.kept).toMatchObject([{ why: 'closed' }])
    expect(await own('TT01', OLD, '2018-H1')).toMatchObject({ value: null })
    await close(null)
  })

  it('of a unit with others below it are laid beside the total, once those have reported', async () => {
    await test.post('tinh', PROVINCE, 'compiler')
    const province = await openOffice(test, 'tinh', PROVINCE)
    const text = 'Báo cáo quý I năm 2026 của tỉnh: đã mở 9 lớp tập huấn và 21 hội nghị.'
    await typeIn(WARD, '2026-Q1', { TT01: 9 })
    const id = await province.read(text, 'tinh.txt')
    await province.place(id, PROVINCE, '2026-Q1')
    const view = await province.view(id)
    await province.decide(id, [
      { key: keyOf(view, '9'), verdict: 'corrected', indicator: 'TT01' },
      { key: keyOf(view, '21'), verdict: 'corrected', indicator: 'TT02' },
    ])
    const holding = (await province.view(id)).claimList.find(
      (claim) => claim.verdict === 'corrected' && claim.indicator === 'TT01',
    )?.holding
    expect(holding).toMatchObject({ state: 'same', origin: 'below', barred: 'below', value: 9 })
    const { saved } = (await province.command('save', id)) as SaveAnswer
    expect(saved.verified.map((cell) => cell.indicator)).toEqual(['TT01'])
    expect(saved.written.map((cell) => cell.indicator)).toEqual(['TT02'])
    await province.command('undo', id)
  })

  it('refuse two values for one indicator, and a save of nothing', async () => {
    const id = await ward.read(reportText(699))
    await expect(ward.command('save', id)).rejects.toMatchObject({ code: 'reading.nothing_confirmed' })
    const view = await ward.view(id)
    await ward.decide(id, [
      { key: keyOf(view, '38'), verdict: 'corrected', indicator: 'TD01' },
      { key: keyOf(view, '35'), verdict: 'corrected', indicator: 'TD01' },
    ])
    await expect(ward.command('save', id)).rejects.toMatchObject({
      code: 'reading.two_values',
      message: expect.stringContaining('TD01'),
    })
  })
})
