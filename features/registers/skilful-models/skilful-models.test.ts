// The register of models: states, counts, corrections and strikings-out, through the front door.
import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type Client, type TestWorld } from '../../../checks/harness/world.ts'
import { reports } from '../../reports/schema.ts'
import { petitions } from '../petitions/schema.ts'
import { modelStateOf, nextModelSteps } from './rules.ts'
import { ModelState, ModelStepKind, skilfulModels } from './schema.ts'

const WARD = 'X13324@2025'
const OTHER_WARD = 'X13330@2025'
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
  let other: Client
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo-khac', OTHER_WARD, 'compiler')
    officer = await test.as('can-bo')
    other = await test.as('can-bo-khac')
  })
  afterAll(() => test.close())

  const record = (client: Client, unit: string, happenedOn: string, more: object = {}) =>
    client(skilfulModels.record, { query: {}, body: { ...FORM, ...more, commandId: newId(), unit, happenedOn } })
  const step = (
    client: Client,
    unit: string,
    id: string,
    kind: ModelStepKind,
    happenedOn: string,
    sites: number | null = null,
  ) => client(skilfulModels.step, { query: {}, body: { commandId: newId(), unit, id, kind, happenedOn, sites } })
  const count = async (period: string, code: string): Promise<number | null> => {
    const view = await officer(reports.view, { query: { unit: WARD, type: 'dan-van', period }, body: {} })
    return view.sections.flatMap((section) => section.cells).find((cell) => cell.code === code)?.total ?? null
  }

  it('filters by the state that the steps fold to, whatever the steps', async () => {
    const expected = new Map<string, ModelState>()
    const walks = fc.sample(fc.array(fc.nat(), { maxLength: 9 }), { numRuns: 40, seed: 7 })
    for (const walk of walks) {
      const { id } = await record(other, OTHER_WARD, '2026-02-02')
      const taken: { kind: ModelStepKind }[] = []
      for (const turn of walk) {
        const next = nextModelSteps(modelStateOf(taken))
        const kind = next[turn % Math.max(next.length, 1)]
        if (kind === undefined) break
        await step(other, OTHER_WARD, id, kind, '2026-03-03')
        taken.push({ kind })
      }
      expected.set(id, modelStateOf(taken))
    }
    for (const state of ModelState.options) {
      const { rows, total } = await other(skilfulModels.list, { query: { unit: OTHER_WARD, state }, body: {} })
      expect([state, rows.map((row) => row.id).toSorted()]).toEqual([
        state,
        [...expected]
          .filter(([, folded]) => folded === state)
          .map(([id]) => id)
          .toSorted(),
      ])
      expect([rows.every((row) => row.state === state), total]).toEqual([true, rows.length])
    }
    expect(new Set(expected.values()).size).toBeGreaterThan(6)
  })

  it('takes only a step that may follow, on a day that is not before the last', async () => {
    const { id } = await record(other, OTHER_WARD, '2026-02-02')
    for (const kind of ModelStepKind.options.filter((each) => !nextModelSteps('registered').includes(each))) {
      await expect(step(other, OTHER_WARD, id, kind, '2026-03-03'), kind).rejects.toMatchObject({
        code: 'entry.step_not_next',
      })
    }
    await step(other, OTHER_WARD, id, 'approved', '2026-03-03')
    await expect(step(other, OTHER_WARD, id, 'launched', '2026-03-02')).rejects.toMatchObject({
      status: 422,
      code: 'entry.step_before',
    })
    await step(other, OTHER_WARD, id, 'launched', '2026-03-03')
  })

  it('counts again after a correction and a striking-out, in every period touched', async () => {
    const first = await record(officer, WARD, '2026-03-02')
    await record(officer, WARD, '2026-04-02', { field: 'political-system', isFriendlyGovernment: true })
    expect([
      await count('2026-Q1', 'MH01'),
      await count('2026-Q2', 'MH01'),
      await count('2026-H1', 'MH01'),
      await count('2026-H1', 'MH06'),
    ]).toEqual([1, 1, 2, 1])
    await officer(skilfulModels.correct, {
      query: {},
      body: {
        ...FORM,
        field: 'defence-security',
        commandId: newId(),
        unit: WARD,
        id: first.id,
        baseRev: 1,
        happenedOn: '2026-04-05',
      },
    })
    expect([
      await count('2026-Q1', 'MH01'),
      await count('2026-Q2', 'MH01'),
      await count('2026-H1', 'MH01'),
      await count('2026-H1', 'MH06'),
      await count('2026-H1', 'MH08'),
    ]).toEqual([null, 2, 2, 0, 1])
    await officer(skilfulModels.void, {
      query: {},
      body: { commandId: newId(), unit: WARD, id: first.id, baseRev: 2, reason: 'Ghi trùng' },
    })
    expect([await count('2026-Q2', 'MH01'), await count('2026-H1', 'MH08'), await count('2026-H1', 'CQ10')]).toEqual([
      1, 0, 1,
    ])
    const entry = await officer(skilfulModels.entry, { query: { unit: WARD, id: first.id }, body: {} })
    expect(entry).toMatchObject({ voidReason: 'Ghi trùng', mayEdit: false, nextSteps: [] })
    expect(entry.revisions.map((revision) => revision.rev)).toEqual([1, 2, 3])
    await expect(step(officer, WARD, first.id, 'approved', '2026-05-01')).rejects.toMatchObject({
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
    const { id } = await record(alone, third, '2026-04-02')
    expect(await cell()).toMatchObject({ total: 1, isEditable: false })
    await alone(skilfulModels.void, {
      query: {},
      body: { commandId: newId(), unit: third, id, baseRev: 1, reason: 'Ghi nhầm sổ' },
    })
    expect(await cell()).toMatchObject({ total: null, isEditable: true })
    await alone(reports.saveCells, {
      query: {},
      body: { commandId: newId(), unit: third, period: '2026-Q2', baseRev: 0, cells: { MH01: 4 } },
    })
    await alone(petitions.record, {
      query: {},
      body: { commandId: newId(), unit: third, kind: 'proposal', happenedOn: '2026-05-05', topic: 'land' },
    })
    expect(await cell()).toMatchObject({ total: 4 })
  })

  it('counts visits once a model, and every new site', async () => {
    const { id } = await record(officer, WARD, '2026-01-05')
    for (const [kind, on] of [
      ['approved', '2026-01-06'],
      ['launched', '2026-01-07'],
      ['monitored', '2026-02-01'],
      ['monitored', '2026-02-20'],
    ] as const)
      await step(officer, WARD, id, kind, on)
    await step(officer, WARD, id, 'replicated', '2026-02-21', 3)
    await step(officer, WARD, id, 'replicated', '2026-04-21', 2)
    expect([await count('2026-Q1', 'MH12'), await count('2026-Q1', 'MH17'), await count('2026-H1', 'MH17')]).toEqual([
      1, 3, 5,
    ])
  })

  it('refuses a correction of an old wording and loses neither', async () => {
    const { id } = await record(officer, WARD, '2026-05-04')
    const correct = (name: string, baseRev: number) =>
      officer(skilfulModels.correct, {
        query: {},
        body: { ...FORM, name, commandId: newId(), unit: WARD, id, baseRev, happenedOn: '2026-05-04' },
      })
    await correct('Tên của người thứ nhất', 1)
    await expect(correct('Tên của người thứ hai', 1)).rejects.toMatchObject({
      status: 409,
      code: 'entry.stale',
      details: { rev: 2 },
      message: expect.stringContaining('lần 2'),
    })
    expect(await officer(skilfulModels.entry, { query: { unit: WARD, id }, body: {} })).toMatchObject({
      rev: 2,
      name: 'Tên của người thứ nhất',
    })
    await correct('Tên của người thứ hai', 2)
    const both = await Promise.allSettled([correct('Cùng lúc, một', 3), correct('Cùng lúc, hai', 3)])
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('records only for a unit that stood on the day, once that day has come', async () => {
    await expect(record(officer, WARD, '2025-06-30')).rejects.toMatchObject({
      code: 'org.unit_not_alive',
      message: expect.stringContaining('30/6/2025'),
    })
    await expect(record(officer, WARD, '2026-06-16')).rejects.toMatchObject({ code: 'entry.in_future' })
    await record(officer, WARD, '2025-07-01')
    await record(officer, WARD, '2026-06-15')
  })

  it('numbers entries without gap or double, also when they come at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => record(officer, WARD, '2026-05-05')))
    const { rows } = await officer(skilfulModels.list, { query: { unit: WARD }, body: {} })
    expect(rows.map((row) => row.entryNo).toSorted((a, b) => a - b)).toEqual(rows.map((_, at) => at + 1))
  })

  it('belongs to its unit: another one can neither read nor step', async () => {
    const { id } = await record(officer, WARD, '2026-05-06')
    await expect(other(skilfulModels.entry, { query: { unit: WARD, id }, body: {} })).rejects.toMatchObject({
      status: 403,
    })
    await expect(other(skilfulModels.entry, { query: { unit: OTHER_WARD, id }, body: {} })).rejects.toMatchObject({
      status: 404,
      code: 'entry.not_found',
    })
    await expect(step(other, OTHER_WARD, id, 'approved', '2026-05-07')).rejects.toMatchObject({
      code: 'entry.not_found',
    })
  })
})
