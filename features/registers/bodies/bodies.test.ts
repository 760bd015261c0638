// Bodies: what stands at the end of a period and with how many members, membership by the law of the day, and the end of a term.
import { inScope } from '@kheo/db/transaction.ts'
import { countingOf } from '@kheo/kit/register/counting.ts'
import type { TakenStep } from '@kheo/kit/register/declare.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type Client, type TestWorld } from '../../../checks/harness/world.ts'
import { reports } from '../../reports/schema.ts'
import { bodies } from './register.ts'
import { bodyDeadline, membershipOf } from './rules.ts'

const WARD = 'X13324@2025'
const OTHER = 'X13330@2025'
const PROVINCE = 'P37@2025'
const Q1 = ['2026-01-01', '2026-03-31'] as const
const Q2 = ['2026-04-01', '2026-06-30'] as const

describe('the register of bodies', () => {
  let test: TestWorld
  let mine: Book
  let others: Book
  let above: Client
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo-khac', OTHER, 'compiler')
    await test.post('chuyen-vien', PROVINCE, 'consolidator')
    mine = bookOf(await test.as('can-bo'), bodies, WARD)
    others = bookOf(await test.as('can-bo-khac'), bodies, OTHER)
    above = await test.as('chuyen-vien')
  })
  afterAll(() => test.close())
  const team = (book: Book, on: string, members: number, kind = 'mediation-team') =>
    book.record(on, { kind, name: `Tổ ${on}`, members })
  const codes = async (window: readonly [string, string], ...which: string[]) => {
    const found = await mine.count(...window)
    return which.map((code) => found[code])
  }

  it('counts what stands at the end of a period, with the members it had by then', async () => {
    const first = await team(mine, '2025-10-01', 3)
    const second = await team(mine, '2026-02-01', 5)
    await mine.step(first.id, 'restaffed', '2026-04-10', { members: 7 })
    expect(await codes(Q1, 'DC19', 'DC20')).toEqual([2, 8])
    expect(await codes(Q2, 'DC19', 'DC20')).toEqual([2, 12])
    await mine.step(second.id, 'ended', '2026-05-31', { reason: 'merged' })
    expect(await codes(Q1, 'DC19', 'DC20')).toEqual([2, 8])
    expect(await codes(Q2, 'DC19', 'DC20')).toEqual([1, 7])
    await mine.retract(second.id, 1)
    expect(await codes(Q2, 'DC19', 'DC20')).toEqual([2, 12])
    await mine.strike(first.id, 1)
    expect(await codes(Q2, 'DC19', 'DC20', 'TC04', 'TC05')).toEqual([1, 5, 0, 0])
  })

  it('files each kind under its own indicator', async () => {
    for (const [kind, code] of [
      ['mobilisation-team', 'TC04'],
      ['people-inspectorate', 'DC13'],
      ['office-inspectorate', 'DD04'],
      ['investment-board', 'DC15'],
      ['office', 'DD01'],
      ['state-enterprise', 'DD05'],
    ] as const) {
      const before = await mine.count(...Q2)
      const isHost = kind === 'office' || kind === 'state-enterprise'
      await mine.record('2026-04-02', { kind, name: 'Đơn vị', ...(isHost ? { staff: 40 } : { members: 6 }) })
      const after = await mine.count(...Q2)
      const changed = Object.keys(after).filter((each) => after[each] !== before[each])
      expect(changed).toEqual(kind === 'mobilisation-team' ? ['TC04', 'TC05'] : [code])
    }
  })

  it('says once for a unit that its steering committee is in place, and the province adds the units', async () => {
    const { id } = await team(mine, '2026-01-15', 9, 'steering-committee')
    await team(mine, '2026-02-15', 9, 'steering-committee')
    const counting = countingOf(bodies)
    const windows = [{ periodId: 'x', start: Q2[0], end: Q2[1] }]
    const found = await inScope(test.world.database.app, test.world.org().pathOf(WARD) ?? '', (tx) =>
      counting.count(tx, [WARD], windows),
    )
    expect(found.get('x')?.get('TC06')).toBe(1)
    const { id: theirs } = await team(others, '2026-03-01', 9, 'steering-committee')
    const total = async () => {
      const view = await above(reports.view, {
        query: { unit: PROVINCE, type: 'dan-van', period: '2026-Q2' },
        body: {},
      })
      return view.sections.flatMap((section) => section.cells).find((cell) => cell.code === 'TC06')?.total
    }
    await team(others, '2026-05-01', 3)
    expect(await total()).toBe(2)
    await others.step(theirs, 'ended', '2026-06-01', { reason: 'dissolved' })
    expect(await total()).toBe(1)
    await mine.step(id, 'ended', '2026-06-01', { reason: 'completed' })
    expect(await codes(Q2, 'TC06')).toEqual([1])
  })

  it('asks members of bodies only, and refuses parts above the whole', async () => {
    await expect(mine.record('2026-04-02', { kind: 'mediation-team', name: 'Tổ' })).rejects.toMatchObject({
      code: 'entry.wrong_fields',
    })
    await expect(
      mine.record('2026-04-02', { kind: 'mediation-team', name: 'Tổ', members: 3, women: 4 }),
    ).rejects.toMatchObject({ code: 'entry.wrong_fields' })
    const host = await mine.record('2026-04-02', { kind: 'office', name: 'Trường học', staff: 30 })
    expect((await mine.entry(host.id)).nextSteps).toEqual(['ended'])
    const small = await team(mine, '2026-04-03', 2)
    expect((await mine.entry(small.id)).values).toMatchObject({ membership: 'too-few' })
    await mine.step(small.id, 'restaffed', '2026-04-20', { members: 3, deputies: 1 })
    expect((await mine.entry(small.id)).steps[0]?.values).toMatchObject({ membership: 'enough' })
  })

  it('judges membership by the law of the day', () => {
    const { law } = test.world.catalogue()
    const on = (kind: string, members: number | null, deputies: number | null = null, day = '2026-01-01') =>
      membershipOf(kind, { members, deputies }, day, law)
    expect([on('mediation-team', 2), on('mediation-team', 3), on('mediation-team', 2, null, '2013-06-01')]).toEqual([
      'too-few',
      'enough',
      null,
    ])
    expect([on('people-inspectorate', 8, 2), on('people-inspectorate', 9, 2), on('people-inspectorate', 9, 3)]).toEqual(
      ['too-many-deputies', 'enough', 'too-many-deputies'],
    )
    expect([on('steering-committee', 1), on('mediation-team', null)]).toEqual([null, null])
  })

  it('ends a term as the last decision that names one says, or as the law sets it', () => {
    const { law } = test.world.catalogue()
    const entry = (values: object) => ({
      happenedOn: '2025-08-01',
      values: { kind: 'mediation-team', termFrom: null, termTo: null, decision: '01/QĐ', ...values },
    })
    const restaffed = (termTo: string | null): TakenStep => ({
      seq: 1,
      kind: 'restaffed',
      happenedOn: '2026-02-01',
      dueBefore: null,
      values: { termTo, decision: '02/QĐ' },
    })
    expect(bodyDeadline(entry({}), [], law)).toBeNull()
    expect(bodyDeadline(entry({ termTo: '2027-08-01' }), [], law)).toMatchObject({
      dueOn: '2027-08-01',
      source: '01/QĐ',
    })
    expect(bodyDeadline(entry({ termTo: '2027-08-01' }), [restaffed(null)], law)).toMatchObject({ dueOn: '2027-08-01' })
    expect(bodyDeadline(entry({ termTo: '2027-08-01' }), [restaffed('2028-02-01')], law)).toMatchObject({
      from: '2026-02-01',
      dueOn: '2028-02-01',
      source: '02/QĐ',
    })
    const office = { kind: 'office-inspectorate', termFrom: '2025-09-01' }
    expect(bodyDeadline(entry(office), [], law)).toMatchObject({ dueOn: '2027-09-01' })
  })
})
