// A task of the province given to its communes: received into their books, reported back, put off, withdrawn; through the front door.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookOf } from '../../checks/harness/registers.ts'
import { type Client, openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { tasks as register } from '../registers/tasks/register.ts'
import { tasks, type ShareView } from './schema.ts'
import { askedOf, isShareLate, shareState, type ShareStep } from './share-rules.ts'

const PROVINCE = 'P37@2025'
const WARD = 'X13324@2025'
const BESIDE = 'X13330@2025'
const OTHER_PROVINCE = 'VN'

const step = (seq: number, kind: ShareStep['kind'], newDay: string | null = null): ShareStep => ({
  seq,
  kind,
  at: '2026-06-01T00:00:00.000Z',
  actorTitle: 'Cán bộ tổng hợp',
  newDay,
  reason: '',
})
const own = { state: 'set', percent: null, progress: '', doneOn: null, isVoided: false }

describe('what a share has come to', () => {
  it('follows the unit’s own entry, and waits again when that is struck out', () => {
    expect(shareState([step(1, 'given', '2026-07-01')], undefined)).toBe('given')
    expect(shareState([step(1, 'given', '2026-07-01')], own)).toBe('received')
    expect(shareState([step(1, 'given', '2026-07-01')], { ...own, state: 'in-progress' })).toBe('in-progress')
    expect(shareState([step(1, 'given', '2026-07-01')], { ...own, isVoided: true })).toBe('given')
    expect(shareState([step(1, 'given', '2026-07-01'), step(2, 'withdrawn')], undefined)).toBe('withdrawn')
  })
  it('asks until it is answered', () => {
    const asked = [step(1, 'given', '2026-07-01'), step(2, 'asked', '2026-07-10')]
    expect(askedOf(asked)?.day).toBe('2026-07-10')
    expect(askedOf([...asked, step(3, 'declined')])).toBeNull()
    expect(askedOf([...asked, step(3, 'granted', '2026-07-10'), step(4, 'asked', '2026-07-20')])?.day).toBe(
      '2026-07-20',
    )
  })
  it('is late when its day has passed or it was done after it', () => {
    expect(isShareLate('received', '2026-07-01', null, '2026-07-01')).toBe(false)
    expect(isShareLate('received', '2026-07-01', null, '2026-07-02')).toBe(true)
    expect(isShareLate('done', '2026-07-01', '2026-07-03', '2026-08-01')).toBe(true)
    expect(isShareLate('done', '2026-07-01', '2026-07-01', '2026-08-01')).toBe(false)
    expect(isShareLate('withdrawn', '2026-07-01', null, '2026-08-01')).toBe(false)
  })
})

describe('giving tasks to units', () => {
  let test: TestWorld
  let clients: Record<'above' | 'ward' | 'beside', Client>
  let task = ''
  beforeAll(async () => {
    test = await openTestWorld('2026-06-15')
    await test.post('above', PROVINCE, 'compiler')
    await test.post('ward', WARD, 'compiler')
    await test.post('beside', BESIDE, 'compiler')
    clients = { above: await test.as('above'), ward: await test.as('ward'), beside: await test.as('beside') }
    const book = bookOf(clients.above, register, PROVINCE)
    task = (
      await book.record('2026-06-10', {
        content: 'Rà soát mô hình Dân vận khéo',
        origin: 'other',
        lead: 'Ban Tuyên giáo và Dân vận',
      })
    ).id
  })
  afterAll(() => test.close())

  const give = (shares: readonly { unit: string; dueOn?: string }[], client = clients.above) =>
    client(tasks.give, {
      query: {},
      body: {
        commandId: newId(),
        unit: PROVINCE,
        id: task,
        shares: shares.map(({ unit, dueOn = '2026-06-30' }) => ({
          unit,
          content: 'Rà soát mô hình trên địa bàn',
          dueOn,
        })),
      },
    })
  const shares = async (): Promise<readonly ShareView[]> =>
    (await clients.above(tasks.shares, { query: { unit: PROVINCE, id: task }, body: {} })).rows
  const on = (id: string, unit = WARD) => ({ commandId: newId(), unit, id })

  it('refuses units that are not below, days that have passed and units that have it already; nothing is half given', async () => {
    await expect(give([{ unit: WARD }, { unit: OTHER_PROVINCE }])).rejects.toThrow(/không thuộc/)
    await expect(give([{ unit: PROVINCE }])).rejects.toThrow(/không thuộc/)
    await expect(give([{ unit: WARD, dueOn: '2026-06-14' }])).rejects.toThrow(/đã qua/)
    await expect(give([{ unit: WARD }, { unit: WARD }])).rejects.toThrow(/đã giao/)
    expect(await shares()).toEqual([])
    await expect(give([{ unit: WARD }], clients.ward)).rejects.toMatchObject({ status: 403 })
  })

  it('is received by the unit, which then reports; the one above sees how far it is and writes in no book below', async () => {
    const { ids } = await give([{ unit: WARD }, { unit: BESIDE }])
    expect(ids).toHaveLength(2)
    expect((await shares()).map((share) => share.state)).toEqual(['given', 'given'])
    const work = await clients.ward(tasks.mine, { query: {}, body: {} })
    expect(work.items.find((item) => item.kind === 'task-given')?.title).toBe('Rà soát mô hình trên địa bàn')
    const mine = (await shares()).find((share) => share.unitId === WARD)?.id ?? ''
    await expect(
      clients.above(tasks.receive, { query: {}, body: { ...on(mine), lead: 'Văn phòng' } }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(clients.beside(tasks.share, { query: { unit: WARD, id: mine }, body: {} })).rejects.toMatchObject({
      status: 403,
    })
    const { entry } = await clients.ward(tasks.receive, {
      query: {},
      body: { ...on(mine), lead: 'Khối dân vận phường' },
    })
    await expect(clients.ward(tasks.receive, { query: {}, body: { ...on(mine), lead: 'Văn phòng' } })).rejects.toThrow(
      /đã nhận/,
    )
    const book = bookOf(clients.ward, register, WARD)
    await book.step(entry, 'progressed', '2026-06-15', { percent: 40, progress: 'Đã rà soát 04 mô hình' })
    const seen = (await shares()).find((share) => share.unitId === WARD)
    expect(seen).toMatchObject({ state: 'in-progress', percent: 40, progress: 'Đã rà soát 04 mô hình', entryId: entry })
  })

  it('moves the deadline only when the one above agrees, in the unit’s book too', async () => {
    const mine = (await shares()).find((share) => share.unitId === WARD)
    const id = mine?.id ?? ''
    const ask = (newDay: string) =>
      clients.ward(tasks.ask, { query: {}, body: { ...on(id), newDay, reason: 'Chờ kết quả thẩm định' } })
    await expect(ask('2026-06-30')).rejects.toThrow(/không sau hạn/)
    await ask('2026-07-10')
    await expect(ask('2026-07-12')).rejects.toThrow(/đang chờ trả lời/)
    expect(
      (await clients.above(tasks.mine, { query: {}, body: {} })).items.some((item) => item.kind === 'task-asked'),
    ).toBe(true)
    await expect(
      clients.ward(tasks.answer, { query: {}, body: { ...on(id), isGranted: true, reason: '' } }),
    ).rejects.toMatchObject({ status: 403 })
    await clients.above(tasks.answer, { query: {}, body: { ...on(id), isGranted: true, reason: 'Đồng ý' } })
    expect((await shares()).find((share) => share.id === id)).toMatchObject({ dueOn: '2026-07-10', asked: null })
    const entry = await bookOf(clients.ward, register, WARD).entry(mine?.entryId ?? '')
    expect(entry.dueOn).toBe('2026-07-10')
    await expect(
      clients.above(tasks.answer, { query: {}, body: { ...on(id), isGranted: true, reason: '' } }),
    ).rejects.toThrow(/không có đề nghị/)
  })

  it('can be withdrawn while it has not been received', async () => {
    const all = await shares()
    const idOf = (unit: string): string => all.find((share) => share.unitId === unit)?.id ?? ''
    const [mine, beside] = [idOf(WARD), idOf(BESIDE)]
    const withdraw = (id: string, unit: string) =>
      clients.above(tasks.withdraw, { query: {}, body: { ...on(id, unit), reason: 'Giao nhầm đơn vị' } })
    await expect(withdraw(mine, WARD)).rejects.toThrow(/đã nhận/)
    await withdraw(beside, BESIDE)
    await expect(
      clients.beside(tasks.receive, { query: {}, body: { ...on(beside, BESIDE), lead: 'Văn phòng' } }),
    ).rejects.toThrow(/thu hồi/)
    await give([{ unit: BESIDE }])
    expect((await shares()).filter((share) => share.unitId === BESIDE).map((share) => share.state)).toEqual([
      'withdrawn',
      'given',
    ])
  })

  it('is given to a unit once, however many give it at the same time, and waits again when it is struck out', async () => {
    const { below } = await clients.above(tasks.shares, { query: { unit: PROVINCE, id: task }, body: {} })
    const third = below.find((unit) => unit.id !== WARD && unit.id !== BESIDE)?.id ?? ''
    const came = await Promise.allSettled([give([{ unit: third }]), give([{ unit: third }]), give([{ unit: third }])])
    expect(came.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const [share, ...more] = (await shares()).filter((each) => each.unitId === third)
    expect(more).toEqual([])
    await test.post('third', third, 'compiler')
    const client = await test.as('third')
    const waits = async () =>
      (await client(tasks.mine, { query: {}, body: {} })).items.some((item) => item.kind === 'task-given')
    const { entry } = await client(tasks.receive, {
      query: {},
      body: { ...on(share?.id ?? '', third), lead: 'Văn phòng' },
    })
    expect(await waits()).toBe(false)
    // Struck out in the unit's book, it waits to be received again.
    const book = bookOf(client, register, third)
    await book.strike(entry, (await book.entry(entry)).rev)
    expect(await waits()).toBe(true)
  })

  it('is answered and withdrawn by the unit that gave it, not by another above', async () => {
    await test.post('centre', 'VN', 'compiler')
    const centre = await test.as('centre')
    const beside = (await shares()).findLast((share) => share.unitId === BESIDE)?.id ?? ''
    await clients.beside(tasks.ask, {
      query: {},
      body: { ...on(beside, BESIDE), newDay: '2026-07-20', reason: 'Chờ số liệu' },
    })
    const seen = await centre(tasks.share, { query: { unit: BESIDE, id: beside }, body: {} })
    expect(seen.mayAnswer).toBe(false)
    await expect(
      centre(tasks.answer, { query: {}, body: { ...on(beside, BESIDE), isGranted: true, reason: '' } }),
    ).rejects.toMatchObject({ status: 403 })
    const body = { ...on(beside, BESIDE), reason: 'Giao nhầm đơn vị' }
    await expect(centre(tasks.withdraw, { query: {}, body })).rejects.toMatchObject({ status: 403 })
    await clients.above(tasks.withdraw, { query: {}, body })
    const { items } = await clients.above(tasks.mine, { query: {}, body: {} })
    expect(items.filter((item) => item.kind === 'task-asked')).toEqual([])
  })

  it('is put off neither to a day that has passed nor after it has ended', async () => {
    const mine = (await shares()).find((share) => share.unitId === WARD)
    const id = mine?.id ?? ''
    await test.on('2026-07-15')
    const ask = (newDay: string) =>
      clients.ward(tasks.ask, { query: {}, body: { ...on(id), newDay, reason: 'Chờ thẩm định' } })
    await expect(ask('2026-07-12')).rejects.toMatchObject({ code: 'task.due_in_past' })
    const book = bookOf(clients.ward, register, WARD)
    await book.step(mine?.entryId ?? '', 'done', '2026-07-14', { product: 'Báo cáo rà soát' })
    await expect(ask('2026-07-30')).rejects.toMatchObject({ code: 'task.share_closed' })
    await test.on('2026-06-15')
  })

  it('counts in no figure of conclusions, above or below', async () => {
    for (const [client, unit] of [
      [clients.ward, WARD],
      [clients.above, PROVINCE],
    ] as const)
      expect((await bookOf(client, register, unit).count('2026-01-01', '2026-12-31'))['HN02'] ?? 0).toBe(0)
  })
})
