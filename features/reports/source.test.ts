// "Số này ở đâu ra?" of a guarded register: from above the entries are there, their words and places are not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookOf } from '../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { petitions } from '../registers/petitions/register.ts'
import { publicMood } from '../registers/public-mood/register.ts'
import { reports } from './schema.ts'

const WARD = 'X13324@2025'
const PROVINCE = 'P37@2025'

describe('the source of a guarded figure', () => {
  let test: TestWorld
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('tinh', PROVINCE, 'compiler')
    const client = await test.as('can-bo')
    await bookOf(client, petitions, WARD).record('2026-05-04', {
      kind: 'complaint',
      topic: 'land',
      arrivalNo: '27/KN',
      village: 'Thôn Đông',
    })
  })
  afterAll(() => test.close())

  const entryOf = async (who: string, unit: string, code: string) =>
    (await (await test.as(who))(reports.source, { query: { unit, period: '2026-H1', code }, body: {} })).own.entries[0]

  it('is told in full to the unit that keeps the register', async () => {
    expect(await entryOf('can-bo', WARD, 'XD03')).toMatchObject({ title: 'Đơn khiếu nại số 27/KN', place: 'Thôn Đông' })
  })

  it('is told from above without the number and the place', async () => {
    const entry = await entryOf('tinh', WARD, 'XD03')
    expect(entry).toMatchObject({ title: 'Đơn khiếu nại', place: '', entryNo: 1, amount: 1 })
    expect(JSON.stringify(entry)).not.toMatch(/27\/KN|Thôn Đông/)
  })

  it('has no title where the title is words alone', async () => {
    const matter = 'Nhân dân phản ánh đường thôn xuống cấp'
    const [topic, level, channel] = ['topic', 'level', 'channel'].map((name) => {
      const field = publicMood.fields[name as 'topic']
      return 'choices' in field ? Object.keys(field.choices)[0] : undefined
    })
    const book = bookOf(await test.as('can-bo'), publicMood, WARD)
    await book.record('2026-05-05', { matter, village: 'Thôn Đông', topic, level, channel, opinions: 4 })
    expect(await entryOf('can-bo', WARD, 'TT07')).toMatchObject({ title: matter })
    expect(await entryOf('tinh', WARD, 'TT07')).toMatchObject({ title: '', place: '', amount: 4 })
  })

  it('is told in full from above of its own book', async () => {
    await bookOf(await test.as('tinh'), petitions, PROVINCE).record('2026-05-04', {
      kind: 'proposal',
      topic: 'policy',
      arrivalNo: '3/KT',
    })
    expect(await entryOf('tinh', PROVINCE, 'XD03')).toMatchObject({ title: 'Đơn kiến nghị, phản ánh số 3/KT' })
  })
})
