// A new register costs one folder and two lines: the import and the place in the list below. docs/tour.md follows this test.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registers } from '@kheo/features/registers/list.ts'
import { reports } from '@kheo/features/reports/schema.ts'
import { migrationOf } from '@kheo/kit/register/migration.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../harness/registers.ts'
import { openTestWorld, type Client, type TestWorld } from '../harness/world.ts'
import { admissions } from './trial/register.ts'

const books = [...registers, admissions]
const WARD = 'X13324@2025'
const MIGRATIONS = fileURLToPath(new URL('./trial/migrations', import.meta.url))

describe('a register that has just been added', () => {
  let test: TestWorld
  let officer: Client
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-06-15', { books, migrations: [MIGRATIONS] })
    await test.post('can-bo', WARD, 'compiler')
    officer = await test.as('can-bo')
    book = bookOf(officer, admissions, WARD)
  })
  afterAll(() => test.close())

  it('has the migration that its declaration writes', () => {
    const [file = ''] = readdirSync(MIGRATIONS)
    expect(readFileSync(join(MIGRATIONS, file), 'utf8')).toBe(migrationOf(admissions))
  })

  it('is kept, listed and searched', async () => {
    await book.record('2026-03-26', { organisation: 'youth', admitted: 14, decision: '9-QĐ/ĐTN ngày 26/3/2026' })
    await book.record('2026-05-19', { organisation: 'women', admitted: 6 })
    const { rows, sums } = await book.list({ organisation: 'youth' })
    expect([rows.map((row) => row.name), sums]).toEqual([['Kết nạp 14'], { admitted: 14 }])
    expect((await book.list({ q: 'dtn' })).total).toBe(1)
  })

  it('is counted into the figures of every period, and stands behind the figure', async () => {
    const source = (period: string) =>
      officer(reports.source, { query: { unit: WARD, period, code: 'DT02', page: 1 }, body: {} })
    expect([(await source('2026-Q1')).total, (await source('2026-H1')).total]).toEqual([14, 20])
    const { own } = await source('2026-H1')
    expect(own).toMatchObject({ origin: 'register', value: 20, entryCount: 2 })
    expect(own.entries.map((entry) => [entry.register, entry.amount])).toEqual([
      ['so_ket_nap', 14],
      ['so_ket_nap', 6],
    ])
  })

  it('refuses what its declaration does not allow', async () => {
    await expect(book.record('2026-05-20', { organisation: 'youth', admitted: 0 })).rejects.toMatchObject({
      code: 'entry.wrong_fields',
      issues: [{ path: 'admitted', message: expect.stringContaining('1') }],
    })
  })
})
