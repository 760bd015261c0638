// Scoring a model and the round of the province, through the front door.
import { v7 as newId } from 'uuid'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { type Client, openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { purge } from '../retention.ts'
import { skilfulModels } from './register.ts'
import { models, type ScoresOfModel } from './schema.ts'
import { compareScores, type Scorer } from './scores.ts'

const WARD = 'X13324@2025'
const BESIDE = 'X13330@2025'
const PROVINCE = 'P37@2025'
const FORM = {
  name: 'Đường hoa tự quản',
  field: 'economy',
  bloc: 'localities',
  exemplar: 'collective',
  novelty: 'new',
} as const
const FULL = { need: 15, aim: 10, way: 20, result: 25, consent: 10, lasting: 10, spread: 10 }
const SHEET_FROM = '2017-01-01'

describe('points of a model', () => {
  let test: TestWorld
  let clients: Record<'recorder' | 'compiler' | 'approver' | 'above' | 'beside' | 'auditor', Client>
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-11-20')
    for (const role of ['recorder', 'compiler', 'approver', 'auditor'] as const) await test.post(role, WARD, role)
    await test.post('above', PROVINCE, 'consolidator')
    await test.post('beside', BESIDE, 'compiler')
    const names = ['recorder', 'compiler', 'approver', 'above', 'beside', 'auditor'] as const
    clients = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await test.as(name)] as const)),
    ) as typeof clients
    book = bookOf(clients.compiler, skilfulModels, WARD)
  })
  afterAll(() => test.close())

  const register = async (): Promise<string> => (await book.record('2026-03-02', FORM)).id
  const read = (id: string, client = clients.compiler, day?: string): Promise<ScoresOfModel> =>
    client(models.scores, { query: { unit: WARD, id, ...(day === undefined ? {} : { day }) }, body: {} })
  const score = (
    id: string,
    scorer: Scorer,
    points: Readonly<Record<string, number>> = {},
    more: { client?: Client; baseRev?: number; scoredOn?: string; sheetFrom?: string; commandId?: string } = {},
  ) =>
    (more.client ?? clients.compiler)(models.score, {
      query: {},
      body: {
        commandId: more.commandId ?? newId(),
        unit: WARD,
        id,
        scorer,
        scoredOn: more.scoredOn ?? '2026-11-10',
        sheetFrom: more.sheetFrom ?? SHEET_FROM,
        points: { ...FULL, ...points },
        baseRev: more.baseRev ?? 0,
      },
    })

  it('are kept from both sides with total, band and gap', async () => {
    const id = await register()
    expect(await read(id)).toMatchObject({
      sheet: { from: SHEET_FROM, criteria: { length: 7 }, bands: { length: 4 } },
      scored: [],
      may: { self: true, council: true },
    })
    expect(await score(id, 'self', { spread: 7.5, need: 13 })).toEqual({ rev: 1, total: 95.5 })
    expect(await score(id, 'council', { spread: 2, need: 12, way: 12.25 }, { client: clients.above })).toEqual({
      rev: 1,
      total: 81.25,
    })
    const { scored } = await read(id)
    expect(scored.map(({ scorer, total, band, byTitle }) => [scorer, total, band, byTitle])).toEqual([
      ['council', 81.25, 'Tốt', `consolidator ${PROVINCE}`],
      ['self', 95.5, 'Xuất sắc', `compiler ${WARD}`],
    ])
    const [council, self] = scored
    const { lines, gap } = compareScores(self, council)
    expect(gap).toBe(-14.25)
    expect(lines.find((line) => line.code === 'way')).toMatchObject({
      points: 20,
      self: 20,
      council: 12.25,
      gap: -7.75,
    })
  })

  it('are refused over the maximum, missing, unknown or on no sheet, with a sentence each', async () => {
    const id = await register()
    await expect(score(id, 'self', { lasting: 12, spread: -1 })).rejects.toMatchObject({
      status: 422,
      code: 'score.wrong_points',
      message:
        '“Thời gian duy trì” chấm 12 điểm, quá mức tối đa 10. Đề nghị chấm lại. “Số nơi nhân rộng” chấm -1 điểm; điểm không được âm.',
    })
    const { need: _, ...partly } = FULL
    await expect(
      clients.compiler(models.score, {
        query: {},
        body: {
          commandId: newId(),
          unit: WARD,
          id,
          scorer: 'self',
          scoredOn: '2026-11-10',
          sheetFrom: SHEET_FROM,
          points: partly,
          baseRev: 0,
        },
      }),
    ).rejects.toMatchObject({ code: 'score.wrong_points', message: expect.stringContaining('chưa có điểm') as string })
    await expect(score(id, 'self', { charm: 5 })).rejects.toMatchObject({ status: 409, code: 'score.sheet_stale' })
    await expect(score(id, 'self', {}, { sheetFrom: '2016-01-01' })).rejects.toMatchObject({
      code: 'score.sheet_stale',
    })
    await expect(score(id, 'self', {}, { scoredOn: '2016-05-05' })).rejects.toMatchObject({ code: 'score.no_sheet' })
    await expect(score(id, 'self', {}, { scoredOn: '2026-03-01' })).rejects.toMatchObject({
      code: 'score.before_registration',
    })
    await expect(score(id, 'self', {}, { scoredOn: '2026-11-21' })).rejects.toMatchObject({ code: 'entry.in_future' })
    expect((await read(id)).scored).toEqual([])
  })

  it('stay readable when they are scored again, and a second look at old points is refused', async () => {
    const id = await register()
    const commandId = newId()
    await score(id, 'self', { need: 10 }, { commandId })
    expect(await score(id, 'self', { need: 10 }, { commandId })).toEqual({ rev: 1, total: 95 })
    await expect(score(id, 'self', { need: 11 })).rejects.toMatchObject({ status: 409, code: 'score.stale' })
    await score(id, 'self', { need: 11 }, { baseRev: 1, scoredOn: '2026-11-18' })
    expect((await read(id)).scored.map(({ rev, scoredOn, total }) => [rev, scoredOn, total])).toEqual([
      [2, '2026-11-18', 96],
      [1, '2026-11-10', 95],
    ])
    for (const text of ['update skilful_model_score set points = 1', 'delete from skilful_model_score'])
      await expect(sql.raw(text).execute(test.world.database.app)).rejects.toMatchObject({ code: '42501' })
  })

  it('come from the office for itself and from the council there or above, from nobody beside', async () => {
    const id = await register()
    const { recorder, approver, above, beside, auditor } = clients
    const may = async (client: Client) => (await read(id, client)).may
    expect(await may(recorder)).toEqual({ self: true, council: false })
    expect(await may(approver)).toEqual({ self: false, council: true })
    expect(await may(above)).toEqual({ self: false, council: true })
    expect(await may(auditor)).toEqual({ self: false, council: false })
    await expect(score(id, 'council', {}, { client: recorder })).rejects.toMatchObject({ status: 403 })
    await expect(score(id, 'self', {}, { client: approver })).rejects.toMatchObject({ status: 403 })
    await expect(score(id, 'self', {}, { client: above })).rejects.toMatchObject({ status: 403 })
    await expect(score(id, 'council', {}, { client: beside })).rejects.toMatchObject({ status: 403 })
    await expect(score(id, 'council', {}, { client: auditor })).rejects.toMatchObject({ status: 403 })
    await expect(read(id, beside)).rejects.toMatchObject({ status: 403 })
    await score(id, 'self', {}, { client: recorder })
    await score(id, 'council', {}, { client: approver })
    await book.strike(id, 1)
    expect(await read(id)).toMatchObject({ may: { self: false, council: false }, scored: { length: 2 } })
    await expect(score(id, 'self', {}, { baseRev: 1 })).rejects.toMatchObject({ code: 'entry.voided_already' })
  })

  it('keep the words of the sheet they were given on when another one comes into force', async () => {
    const id = await register()
    await score(id, 'self')
    const sheets = test.world.catalogue().scoringSheets as unknown as object[]
    const newer = {
      code: 'skilful-model',
      version: 2,
      title: 'Bảng chấm điểm mới',
      criteria: [{ code: 'all', title: 'Chấm chung', points: 100 }],
      bands: [
        { code: 'good', title: 'Tốt', from: 60 },
        { code: 'failed', title: 'Không đạt', from: 0 },
      ],
      valid_from: '2026-11-15',
      source: 'Hướng dẫn của tỉnh',
      verified: true,
    }
    sheets.push(newer)
    expect((await read(id, clients.compiler, '2026-11-14')).sheet?.from).toBe(SHEET_FROM)
    expect((await read(id)).sheet).toMatchObject({ from: '2026-11-15', criteria: [{ code: 'all', points: 100 }] })
    await expect(score(id, 'council', {}, { scoredOn: '2026-11-16' })).rejects.toMatchObject({
      code: 'score.sheet_stale',
    })
    await clients.compiler(models.score, {
      query: {},
      body: {
        commandId: newId(),
        unit: WARD,
        id,
        scorer: 'council',
        scoredOn: '2026-11-16',
        sheetFrom: '2026-11-15',
        points: { all: 60 },
        baseRev: 0,
      },
    })
    const { scored } = await read(id)
    expect(scored.map(({ sheetTitle, band, total }) => [sheetTitle, band, total])).toEqual([
      ['Bảng chấm điểm mới', 'Tốt', 60],
      ['Bảng chấm điểm mô hình, điển hình Dân vận khéo', 'Xuất sắc', 100],
    ])
    expect(compareScores(scored[1], scored[0]).gap).toBeNull()
    sheets.pop()
    expect((await read(id)).scored[0]).toMatchObject({ sheetTitle: 'skilful-model', band: null, total: 60 })
  })

  it('leave with the model when its time of retention has run out', async () => {
    const id = await register()
    await score(id, 'self')
    await book.step(id, 'ended', '2026-11-19')
    await test.on('2060-01-02')
    await purge(test.world)
    const left = await sql`select from skilful_model_score where entry_id = ${id}`.execute(test.world.database.owner)
    expect(left.rows).toEqual([])
    await test.on('2026-11-20')
  })
})

describe('the round of the province', () => {
  let test: TestWorld
  let book: Book
  let above: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-12-20')
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo-ghi', WARD, 'recorder')
    await test.post('chuyen-vien', PROVINCE, 'consolidator')
    book = bookOf(await test.as('can-bo'), skilfulModels, WARD)
    above = bookOf(await test.as('chuyen-vien'), skilfulModels, WARD)
  })
  afterAll(() => test.close())

  const putForward = async (): Promise<string> => {
    const { id } = await book.record('2026-03-02', FORM)
    for (const kind of ['appraised', 'approved', 'launched', 'self-assessed', 'recognised-commune', 'put-forward'])
      await book.step(id, kind, '2026-11-20')
    return id
  }

  it('is entered by the commune and decided by those above alone', async () => {
    const id = await putForward()
    expect((await book.entry(id)).nextSteps).not.toContain('recognised-province')
    await expect(book.step(id, 'recognised-province', '2026-12-10')).rejects.toMatchObject({ status: 403 })
    expect((await above.entry(id)).nextSteps).toContain('recognised-province')
    await above.step(id, 'recognised-province', '2026-12-10')
    const entry = await book.entry(id)
    expect([entry.state, entry.nextSteps.includes('put-forward'), entry.mayRetract]).toEqual([
      'recognised',
      false,
      false,
    ])
    expect((await book.count('2026-12-01', '2026-12-31'))['MH16']).toBe(1)
  })

  it('leaves what the commune recognised when the province chooses others', async () => {
    const id = await putForward()
    await above.step(id, 'declined-province', '2026-12-10')
    const entry = await book.entry(id)
    expect(entry.state).toBe('recognised')
    expect(entry.nextSteps).toContain('put-forward')
  })

  it('takes decisions from those who decide, and facts from whoever records', async () => {
    const recorder = bookOf(await test.as('can-bo-ghi'), skilfulModels, WARD)
    const { id } = await recorder.record('2026-03-02', FORM)
    expect((await recorder.entry(id)).nextSteps).toEqual(['monitored', 'ended'])
    await expect(recorder.step(id, 'approved', '2026-04-01')).rejects.toMatchObject({ status: 403 })
    await book.step(id, 'rejected', '2026-04-01')
    expect((await book.entry(id)).nextSteps).toEqual(['appraised', 'ended'])
  })
})
