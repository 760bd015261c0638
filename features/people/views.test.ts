// Filters kept under a name: an account's own, wherever it works, and nobody else's.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type Client, type TestWorld } from '../../checks/harness/world.ts'
import { views } from './schema.ts'

const WARD = 'X13324@2025'
const register = 'petitions'

describe('saved filters', () => {
  let test: TestWorld
  let officer: Client
  let neighbour: Client
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'recorder')
    await test.post('dong-nghiep', WARD, 'compiler')
    officer = await test.as('can-bo')
    neighbour = await test.as('dong-nghiep')
  })
  afterAll(() => test.close())

  const save = (who: Client, name: string, search: Record<string, string>, of = register) =>
    who(views.save, { query: {}, body: { register: of, name, search } })
  const list = async (who: Client, of = register) => (await who(views.list, { query: { register: of }, body: {} })).rows

  it('are read back by the account that kept them, by name and by register', async () => {
    await save(officer, 'Quá hạn', { late: 'overdue' })
    await save(officer, 'Đất đai', { topic: 'land', q: 'thôn Đông' })
    await save(officer, 'Kinh tế', { field: 'economy' }, 'skilful-models')
    expect(await list(officer)).toEqual([
      { name: 'Quá hạn', search: { late: 'overdue' } },
      { name: 'Đất đai', search: { topic: 'land', q: 'thôn Đông' } },
    ])
    expect(await list(officer, 'skilful-models')).toHaveLength(1)
  })

  it('are replaced under the same name, and saving twice changes nothing', async () => {
    for (const _ of [1, 2]) await save(officer, 'Quá hạn', { late: 'overdue', kind: 'complaint' })
    const kept = (await list(officer)).filter((view) => view.name === 'Quá hạn')
    expect(kept).toEqual([{ name: 'Quá hạn', search: { late: 'overdue', kind: 'complaint' } }])
  })

  it('are nobody else’s, through the door or in the database', async () => {
    expect(await list(neighbour)).toEqual([])
    await neighbour(views.delete, { query: {}, body: { register, name: 'Quá hạn' } })
    await save(neighbour, 'Quá hạn', { late: 'due-soon' })
    expect(await list(officer)).toContainEqual({ name: 'Quá hạn', search: { late: 'overdue', kind: 'complaint' } })
    const { rows } = await sql`select * from saved_view`.execute(test.world.database.app)
    expect(rows).toEqual([])
  })

  it('are gone once deleted, and deleting again is no fault', async () => {
    for (const _ of [1, 2]) await officer(views.delete, { query: {}, body: { register, name: 'Đất đai' } })
    expect((await list(officer)).map((view) => view.name)).toEqual(['Quá hạn'])
  })

  it('hold no number of a person', async () => {
    await expect(save(officer, 'Người gọi', { q: '0912 345 678' })).rejects.toMatchObject({
      code: 'people.view_holds_personal_number',
    })
  })

  it('are thirty at the most; one of them can still be replaced', async () => {
    for (let n = 1; n < 30; n += 1) await save(officer, `Bộ ${n}`, { state: 'received' })
    await expect(save(officer, 'Một bộ nữa', {})).rejects.toMatchObject({ code: 'people.too_many_views' })
    await save(officer, 'Bộ 7', { state: 'filed' })
    expect(await list(officer)).toContainEqual({ name: 'Bộ 7', search: { state: 'filed' } })
  })
})
