// The register of models: states, counts, corrections and strikings-out, through the front door.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type Client, type TestWorld } from '../../../checks/harness/world.ts'
import { reports } from '../../reports/schema.ts'
import { petitions } from '../petitions/register.ts'
import { skilfulModels } from './register.ts'

const WARD = 'X13324@2025'
const FORM = {
  name: 'Đường hoa tự quản',
  field: 'economy',
  bloc: 'localities',
  exemplar: 'collective',
  novelty: 'new',
} as const

describe('the register of models', () => {
  let test: TestWorld
  let officer: Client
  let mine: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    officer = await test.as('can-bo')
    mine = bookOf(officer, skilfulModels, WARD)
  })
  afterAll(() => test.close())

  const record = (book: Book, happenedOn: string, more: object = {}) => book.record(happenedOn, { ...FORM, ...more })
  const count = async (period: string, code: string): Promise<number | null> => {
    const view = await officer(reports.view, { query: { unit: WARD, type: 'dan-van', period }, body: {} })
    return view.sections.flatMap((section) => section.cells).find((cell) => cell.code === code)?.total ?? null
  }

  it('counts again after a correction and a striking-out, in every period touched', async () => {
    const first = await record(mine, '2026-03-02')
    await record(mine, '2026-04-02', { field: 'political-system', isFriendlyGovernment: true })
    expect([
      await count('2026-Q1', 'MH01'),
      await count('2026-Q2', 'MH01'),
      await count('2026-H1', 'MH01'),
      await count('2026-H1', 'MH06'),
    ]).toEqual([1, 1, 2, 1])
    await mine.correct(first.id, 1, '2026-04-05', { ...FORM, field: 'defence-security' })
    expect([
      await count('2026-Q1', 'MH01'),
      await count('2026-Q2', 'MH01'),
      await count('2026-H1', 'MH01'),
      await count('2026-H1', 'MH06'),
      await count('2026-H1', 'MH08'),
    ]).toEqual([null, 2, 2, 0, 1])
    await mine.strike(first.id, 2)
    expect([await count('2026-Q2', 'MH01'), await count('2026-H1', 'MH08'), await count('2026-H1', 'CQ10')]).toEqual([
      1, 0, 1,
    ])
    const entry = await mine.entry(first.id)
    expect(entry).toMatchObject({ voidReason: 'Ghi trùng', mayEdit: false, nextSteps: [] })
    expect(entry.revisions.map((revision) => revision.rev)).toEqual([1, 2, 3])
    await expect(mine.step(first.id, 'approved', '2026-05-01')).rejects.toMatchObject({
      status: 409,
      code: 'entry.voided_already',
    })
  })

  it('counts nothing again, which is not zero, when the only entry of a book is struck out', async () => {
    const third = 'X13348@2025'
    await test.post('can-bo-ba', third, 'compiler')
    const alone = await test.as('can-bo-ba')
    const cell = async () => {
      const view = await alone(reports.view, { query: { unit: third, type: 'dan-van', period: '2026-Q2' }, body: {} })
      return view.sections.flatMap((section) => section.cells).find((each) => each.code === 'MH01')
    }
    const book = bookOf(alone, skilfulModels, third)
    const { id } = await record(book, '2026-04-02')
    expect(await cell()).toMatchObject({ total: 1, isEditable: false })
    await book.strike(id, 1, 'Ghi nhầm sổ')
    expect(await cell()).toMatchObject({ total: null, isEditable: true })
    await alone(reports.saveCells, {
      query: {},
      body: { commandId: newId(), unit: third, period: '2026-Q2', baseRev: 0, cells: { MH01: 4 } },
    })
    await bookOf(alone, petitions, third).record('2026-05-05', { kind: 'proposal', topic: 'land' })
    expect(await cell()).toMatchObject({ total: 4 })
  })

  it('counts visits once a model, and every new site', async () => {
    const { id } = await record(mine, '2026-01-05')
    for (const [kind, on] of [
      ['approved', '2026-01-06'],
      ['launched', '2026-01-07'],
      ['monitored', '2026-02-01'],
      ['monitored', '2026-02-20'],
    ] as const)
      await mine.step(id, kind, on)
    await mine.step(id, 'replicated', '2026-02-21', { sites: 3 })
    await mine.step(id, 'replicated', '2026-04-21', { sites: 2 })
    expect([await count('2026-Q1', 'MH12'), await count('2026-Q1', 'MH17'), await count('2026-H1', 'MH17')]).toEqual([
      1, 3, 5,
    ])
  })
})
