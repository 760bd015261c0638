// The register of petitions: counts by the tables of Thông tư 01/2024/TT-TTCP, states, deadlines, through the product's own functions.
import { inScope } from '@kheo/db/transaction.ts'
import { countingOf } from '@kheo/kit/register/counting.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type Client, type TestWorld } from '../../../checks/harness/world.ts'
import { reports } from '../../reports/schema.ts'
import { petitions } from './register.ts'
import { EXAMPLES, type Example, type Step } from './testing-examples.ts'

const WARD = 'X13324@2025'
const OTHER_WARD = 'X13330@2025'
const QUARTERS = [
  { periodId: '2026-Q1', start: '2026-01-01', end: '2026-03-31' },
  { periodId: '2026-Q2', start: '2026-04-01', end: '2026-06-30' },
] as const

describe('the register of petitions', () => {
  let test: TestWorld
  let officer: Client
  let mine: Book
  let others: Book
  const petitionCounts = countingOf(petitions)
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo-khac', OTHER_WARD, 'compiler')
    officer = await test.as('can-bo')
    mine = bookOf(officer, petitions, WARD)
    others = bookOf(await test.as('can-bo-khac'), petitions, OTHER_WARD)
  })
  afterAll(() => test.close())

  const record = (book: Book, kind: string, happenedOn: string, more = {}) =>
    book.record(happenedOn, { kind, topic: 'land', ...more })
  const step = (book: Book, id: string, [kind, happenedOn, judged]: Step) =>
    book.step(id, kind, happenedOn, judged ?? (kind === 'classified' ? { isAdmissible: true, isCompetent: true } : {}))
  const play = async (book: Book, [, kind, on, steps]: Example): Promise<string> => {
    const { id } = await record(book, kind, on)
    for (const each of steps) await step(book, id, each)
    return id
  }
  const counted = async (unit: string): Promise<Record<string, number>[]> => {
    const found = await inScope(test.world.database.app, test.world.org().pathOf(unit) ?? '', (tx) =>
      petitionCounts.count(tx, [unit], QUARTERS),
    )
    return QUARTERS.map(({ periodId }) =>
      Object.fromEntries([...(found.get(periodId) ?? new Map<string, number>())].filter(([, n]) => n !== 0)),
    )
  }
  const ones = (codes: string): Record<string, number> =>
    Object.fromEntries(
      codes
        .split(' ')
        .filter((code) => code !== '')
        .map((code) => [code, 1]),
    )

  it.each(EXAMPLES)('counts %s', async (...example) => {
    const id = await play(mine, example)
    expect(await counted(WARD)).toEqual([ones(example[4]), ones(example[5])])
    await mine.strike(id, 1, 'Ghi thử')
    expect(await counted(WARD)).toEqual([{}, {}])
  })

  it('adds the examples up, keeps the balances of the tables, and puts them into the figures', async () => {
    for (const example of EXAMPLES) await play(mine, example)
    for (const [at, found] of (await counted(WARD)).entries()) {
      const n = (code: string): number => found[code] ?? 0
      const expected: Record<string, number> = {}
      for (const example of EXAMPLES)
        for (const code of Object.keys(ones(example[4 + at] as string))) expected[code] = (expected[code] ?? 0) + 1
      expect(found).toEqual(expected)
      expect(n('XD01')).toBe(n('XD02') + n('XD03'))
      expect(n('XD01')).toBe(n('XD04') + n('XD05'))
      expect(n('XD06')).toBe(n('XD07') + n('XD08') + n('XD09'))
      expect(n('XD06')).toBe(n('XD10') + n('XD11'))
      expect(n('XD11')).toBe(n('XD12') + n('XD13') + n('XD14'))
      expect(n('GQ01')).toBe(n('GQ02') + n('GQ03'))
      expect(n('GQ06')).toBe(n('GQ07') + n('GQ08'))
    }
    const [first, second] = await counted(WARD)
    expect(second?.['XD02']).toBe(first?.['XD05'])
    const view = await officer(reports.view, { query: { unit: WARD, type: 'dan-van', period: '2026-Q2' }, body: {} })
    const cells = Object.fromEntries(
      view.sections.flatMap((section) => section.cells).map((cell) => [cell.code, cell.total]),
    )
    expect([cells['GQ01'], cells['GQ02'], cells['GQ03']]).toEqual([
      second?.['GQ01'],
      second?.['GQ02'],
      second?.['GQ03'],
    ])
  })

  it('shows the entries behind each count, as many as the count says', async () => {
    const path = test.world.org().pathOf(WARD) ?? ''
    for (const [at, window] of QUARTERS.entries()) {
      const found = (await counted(WARD))[at] ?? {}
      for (const code of petitionCounts.indicators) {
        const { rows, total } = await inScope(test.world.database.app, path, (tx) =>
          petitionCounts.entries(tx, [WARD], window, code, { limit: 100, offset: 0 }),
        )
        expect([code, total, rows.reduce((sum, row) => sum + row.amount, 0)]).toEqual([
          code,
          found[code] ?? 0,
          found[code] ?? 0,
        ])
      }
    }
  })

  it.each([
    [
      'working days pass over holidays and weekends',
      'proposal',
      '2026-04-24',
      [],
      '2026-05-13',
      ['Giỗ Tổ Hùng Vương', 'Ngày Chiến thắng', 'Ngày Quốc tế Lao động', 'cuối tuần'],
      9,
    ],
    [
      'a Saturday that makes up for a day off is worked',
      'proposal',
      '2025-12-31',
      [],
      '2026-01-15',
      ['Tết Dương lịch', 'cuối tuần'],
      5,
    ],
    ['a complaint is accepted within ten days of any kind', 'complaint', '2026-03-02', [], '2026-03-12', [], 0],
    [
      'acceptance starts the time of resolution',
      'complaint',
      '2026-03-02',
      [
        ['classified', '2026-03-05'],
        ['accepted', '2026-03-10'],
      ],
      '2026-04-09',
      [],
      0,
    ],
    [
      'a complaint that is not simple has forty-five days',
      'complaint',
      '2026-03-02',
      [
        ['classified', '2026-03-05'],
        ['accepted', '2026-03-10'],
        ['extended', '2026-04-01'],
      ],
      '2026-04-24',
      [],
      0,
    ],
    [
      'an extension of a denunciation is added',
      'denunciation',
      '2026-03-02',
      [
        ['classified', '2026-03-05'],
        ['accepted', '2026-03-10'],
        ['extended', '2026-04-01'],
      ],
      '2026-05-09',
      [],
      0,
    ],
  ] as const)('says by when and why: %s', async (_why, kind, on, steps, dueOn, reasons, skipped) => {
    const { id } = await record(mine, kind, on)
    for (const each of steps) await step(mine, id, each)
    const { deadline } = await mine.entry(id)
    expect(deadline).toMatchObject({ dueOn })
    expect(deadline?.source).toMatch(/Luật/)
    expect([...new Set(deadline?.skipped.map((day) => day.why))].toSorted()).toEqual([...reasons].toSorted())
    expect(deadline?.skipped).toHaveLength(skipped)
    const { rows } = await mine.list()
    expect(rows.find((row) => row.id === id)?.dueOn).toBe(dueOn)
  })

  it('lists what is overdue and what is due soon, by today', async () => {
    const late = await record(others, 'complaint', '2026-06-01')
    const soon = await record(others, 'complaint', '2026-06-06')
    const calm = await record(others, 'complaint', '2026-06-14')
    const ids = async (when: 'overdue' | 'due-soon') => (await others.list({ late: when })).rows.map((row) => row.id)
    expect([(await ids('overdue')).includes(late.id), (await ids('overdue')).includes(soon.id)]).toEqual([true, false])
    expect([(await ids('due-soon')).includes(soon.id), (await ids('due-soon')).includes(calm.id)]).toEqual([
      true,
      false,
    ])
  })

  it('counts again after a correction, and refuses one of an old revision with nothing lost', async () => {
    const { id } = await record(others, 'proposal', '2026-05-04')
    const before = await counted(OTHER_WARD)
    const correct = (happenedOn: string, baseRev: number) =>
      others.correct(id, baseRev, happenedOn, { kind: 'proposal', topic: 'policy', arrivalNo: String(baseRev) })
    await correct('2026-03-04', 1)
    const after = await counted(OTHER_WARD)
    expect([
      (after[0]?.['XD03'] ?? 0) - (before[0]?.['XD03'] ?? 0),
      (after[1]?.['XD03'] ?? 0) - (before[1]?.['XD03'] ?? 0),
    ]).toEqual([1, -1])
    await expect(correct('2026-03-05', 1)).rejects.toMatchObject({
      status: 409,
      code: 'entry.stale',
      details: { rev: 2 },
    })
    const entry = await others.entry(id)
    expect(entry).toMatchObject({ rev: 2, happenedOn: '2026-03-04', values: { arrivalNo: '1', topic: 'policy' } })
    expect(entry.revisions.map((revision) => revision.rev)).toEqual([1, 2])
  })

  it('takes the steps of its kind only, in order', async () => {
    const { id } = await record(mine, 'complaint', '2026-05-04')
    const refused = (each: Step, code: string) => expect(step(mine, id, each)).rejects.toMatchObject({ code })
    await refused(['decided', '2026-05-05'], 'entry.step_not_next')
    await refused(['classified', '2026-05-03'], 'entry.step_before')
    await step(mine, id, ['classified', '2026-05-05'])
    await refused(['answered', '2026-05-06'], 'entry.step_not_next')
    await refused(['transferred', '2026-05-06'], 'entry.step_not_next')
    expect((await mine.entry(id)).nextSteps).toEqual(['accepted', 'filed'])
  })

  it('shows a province its counts and dates, and no words', async () => {
    await test.post('chuyen-vien', 'P37@2025', 'consolidator')
    const above = bookOf(await test.as('chuyen-vien'), petitions, WARD)
    const { id } = await record(mine, 'proposal', '2026-05-07', {
      village: 'Thôn Một',
      remark: 'Về nước sạch',
      arrivalNo: '77',
    })
    expect((await mine.entry(id)).values).toMatchObject({ village: 'Thôn Một', remark: 'Về nước sạch' })
    expect(await above.entry(id)).toMatchObject({
      isWithheld: true,
      happenedOn: '2026-05-07',
      values: { kind: 'proposal', village: '', remark: '', arrivalNo: '' },
    })
    expect((await mine.list({ q: 'nuoc sach' })).total).toBe(1)
    expect((await above.list({ q: 'nuoc sach' })).total).toBe(0)
  })
})
