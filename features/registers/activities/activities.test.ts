// Activities counted by kind, conferences once an office, and what the law says of a conference.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { activities } from './register.ts'
import { judgeConference } from './rules.ts'

const WARD = 'X13324@2025'

describe('the book of activities', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), activities, WARD)
  })
  afterAll(() => test.close())

  const year = () => book.count('2026-01-01', '2026-12-31')
  const met = (body: string, on: string, more = {}) =>
    book.record(on, {
      kind: 'staff-conference',
      title: 'Hội nghị cán bộ, công chức, viên chức, người lao động',
      body,
      attendees: 40,
      ...more,
    })
  const verdicts = async (id: string) => {
    const { quorum, heldInTime } = (await book.entry(id)).values
    return [quorum, heldInTime]
  }

  it('counts each activity under its own kind only, and attendances of briefings only', async () => {
    await book.record('2026-02-03', { kind: 'propaganda-meeting', title: 'Quán triệt nghị quyết', attendees: 120 })
    await book.record('2026-04-01', { kind: 'propaganda-meeting', title: 'Tuyên truyền phòng cháy', attendees: 80 })
    await book.record('2026-04-02', { kind: 'training', title: 'Nghiệp vụ dân vận', attendees: 60 })
    await book.record('2026-04-03', { kind: 'community-visit', title: 'Chúc mừng dịp lễ' })
    await book.record('2026-04-04', { kind: 'news', title: 'Phát thanh', items: 12 })
    expect(await book.count('2026-04-01', '2026-06-30')).toEqual({
      TC07: 1,
      TT01: 1,
      TT02: 80,
      TG01: 1,
      DD02: 0,
      DD06: 0,
    })
    expect(await year()).toMatchObject({ TT01: 2, TT02: 200 })
  })

  it('counts an office once a period, however its name was spelled and however often it met', async () => {
    await met('Trường Tiểu học Hòa Mạc', '2026-01-20')
    await met('Trường tiểu học  Hoà Mạc', '2026-03-05')
    const { id } = await met('Trạm Y tế phường', '2026-03-10')
    expect(await year()).toMatchObject({ DD02: 2, DD06: 0 })
    expect(await book.count('2026-01-01', '2026-01-31')).toMatchObject({ DD02: 1 })
    await book.strike(id, 1)
    expect(await year()).toMatchObject({ DD02: 1 })
  })

  it('counts enterprises apart from offices of the same name', async () => {
    const before = await year()
    await met('Công ty Thủy lợi', '2026-03-11')
    await book.record('2026-04-20', {
      kind: 'workers-conference',
      title: 'Hội nghị người lao động',
      body: 'Công ty Thủy lợi',
      attendees: 30,
    })
    expect(await year()).toMatchObject({ DD02: (before['DD02'] ?? 0) + 1, DD06: 1 })
  })

  it('judges numbers and day of a conference by the law in force, and says nothing before that law', async () => {
    expect(await verdicts((await met('Đơn vị A', '2026-03-31', { summoned: 30, present: 20 })).id)).toEqual([
      'enough',
      'in-time',
    ])
    expect(await verdicts((await met('Đơn vị B', '2026-04-01', { summoned: 30, present: 19 })).id)).toEqual([
      'too-few',
      'late',
    ])
    expect(await verdicts((await met('Đơn vị C', '2026-03-01', { summoned: 30 })).id)).toEqual([null, 'in-time'])
    const workers = { kind: 'workers-conference', yearEndedOn: '2025-06-30' }
    expect(await verdicts((await met('Doanh nghiệp D', '2025-09-30', workers)).id)).toEqual([null, 'in-time'])
    expect(await verdicts((await met('Doanh nghiệp E', '2025-10-01', workers)).id)).toEqual([null, 'late'])
    const values = { kind: 'staff-conference', body: 'Đơn vị A', summoned: 3, present: 1 }
    expect(judgeConference({ happenedOn: '2022-05-01', values }, test.world.catalogue().law)).toEqual({
      quorum: null,
      heldInTime: null,
      bodyKey: 'don vi a',
    })
  })

  it('asks for the body of a conference and refuses more present than summoned', async () => {
    const refused = (field: string) => ({ code: 'entry.wrong_fields', details: { issues: [{ field }] } })
    await expect(met('', '2026-03-01')).rejects.toMatchObject(refused('body'))
    await expect(met('Đơn vị A', '2026-03-01', { summoned: 9, present: 10 })).rejects.toMatchObject(refused('present'))
  })
})
