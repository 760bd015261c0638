// Supervision: what counts as which project, answers that come later, and the day by which an answer is owed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { supervisions } from './register.ts'
import { answerIssues, projectKey, stillOpen, supervisionDeadline } from './rules.ts'

const Q1 = ['2026-01-01', '2026-03-31'] as const
const Q2 = ['2026-04-01', '2026-06-30'] as const
const H1 = ['2026-01-01', '2026-06-30'] as const

describe('the register of supervision', () => {
  let test: TestWorld
  let ward = 0
  const WARDS = ['X13324@2025', 'X13330@2025']
  let mine: Book
  beforeAll(async () => {
    test = await openTestWorld()
  })
  afterAll(() => test.close())
  const open = async (): Promise<void> => {
    const unit = WARDS[ward] ?? ''
    ward += 1
    await test.post(`can-bo-${ward}`, unit, 'compiler')
    mine = bookOf(await test.as(`can-bo-${ward}`), supervisions, unit)
  }
  const record = async (on: string, more: object) =>
    (
      await mine.record(on, {
        supervisor: 'investment-board',
        subject: 'Thi công đường thôn',
        recommendations: 0,
        ...more,
      })
    ).id
  const codes = async (window: readonly [string, string], ...which: string[]) => {
    const found = await mine.count(...window)
    return which.map((code) => found[code])
  }

  it('counts supervisors apart, and a project once however often and by whichever board it is supervised', async () => {
    await open()
    await record('2026-01-10', { project: 'Đường thôn Một' })
    await record('2026-02-10', { project: 'đường  thôn một' })
    await record('2026-02-11', { supervisor: 'people-inspectorate', project: 'Đường thôn Một' })
    await record('2026-02-12', { project: 'Cầu qua kênh', projectCode: 'da-07' })
    await record('2026-03-12', { project: 'Cầu kênh', projectCode: 'DA-07' })
    await record('2026-03-13', { supervisor: 'people-inspectorate' })
    await record('2026-03-14', { supervisor: 'front', project: 'Trạm y tế' })
    await record('2026-03-15', { supervisor: 'mass-organisation', organisation: 'women' })
    expect(await codes(Q1, 'DC14', 'DC16', 'KT09')).toEqual([2, 2, 2])
    await expect(record('2026-03-15', { supervisor: 'mass-organisation' })).rejects.toMatchObject({
      code: 'entry.wrong_fields',
    })
  })

  it('counts answers with the supervision that asked, never above what was asked, whatever is corrected or taken back', async () => {
    await open()
    const id = await record('2026-03-20', { recommendations: 5 })
    await record('2026-03-21', { supervisor: 'front', recommendations: 9 })
    await mine.step(id, 'answered', '2026-03-25', { resolved: 2, nextOn: '2026-05-15' })
    expect(await codes(Q1, 'DC17', 'DC18')).toEqual([5, 2])
    await mine.step(id, 'answered', '2026-04-20', { resolved: 4 })
    expect(await codes(Q1, 'DC17', 'DC18')).toEqual([5, 2])
    expect(await codes(Q2, 'DC17', 'DC18')).toEqual([0, 0])
    expect(await codes(H1, 'DC17', 'DC18')).toEqual([5, 4])
    await expect(mine.step(id, 'answered', '2026-04-21', { resolved: 6 })).rejects.toMatchObject({
      code: 'entry.wrong_fields',
    })
    const fewer = { supervisor: 'investment-board', subject: 'Thi công đường thôn', recommendations: 3 }
    await mine.correct(id, 1, '2026-03-20', fewer)
    expect(await codes(H1, 'DC17', 'DC18')).toEqual([3, 3])
    await mine.retract(id, 2)
    const entry = await mine.entry(id)
    expect(await codes(H1, 'DC18')).toEqual([2])
    expect(entry.steps[0]?.values).toMatchObject({ resolved: 2, stillOpen: 3 })
    await mine.strike(id, entry.rev)
    expect(await codes(H1, 'DC17', 'DC18')).toEqual([0, 0])
  })

  it('offers no answer to what recommended nothing', async () => {
    const id = await record('2026-03-20', {})
    const entry = await mine.entry(id)
    expect([entry.nextSteps, entry.deadline]).toEqual([['closed'], null])
    await expect(record('2026-03-20', { answerBy: '2026-04-20' })).rejects.toMatchObject({ code: 'entry.wrong_fields' })
  })

  it('owes an answer by the paper, else by law; then by the day promised, until all is resolved', () => {
    const law = test.world.catalogue().law
    const entry = (more: object) => ({
      happenedOn: '2026-03-20',
      values: { recommendations: 5, answerBy: null, paper: '', ...more },
    })
    const answered = (resolved: number, nextOn: string | null) => ({
      seq: 1,
      kind: 'answered',
      happenedOn: '2026-04-01',
      dueBefore: null,
      values: { resolved, nextOn, answerPaper: '12/UBND' },
    })
    expect(supervisionDeadline(entry({}), [], law)).toMatchObject({ dueOn: '2026-04-04', days: 15 })
    expect(supervisionDeadline(entry({ answerBy: '2026-04-10', paper: '03/TTND' }), [], law)).toMatchObject({
      dueOn: '2026-04-10',
      days: 21,
      source: '03/TTND',
    })
    expect(supervisionDeadline(entry({}), [answered(2, '2026-05-01')], law)).toMatchObject({
      dueOn: '2026-05-01',
      source: '12/UBND',
    })
    expect(supervisionDeadline(entry({}), [answered(2, null)], law)).toBeNull()
    expect(supervisionDeadline(entry({}), [answered(5, '2026-05-01')], law)).toBeNull()
    const none = { ...law, parameters: law.parameters.filter((each) => each.code !== 'supervision.answer') }
    expect(supervisionDeadline(entry({}), [], none)).toBeNull()
  })

  it('knows a project by its code, or by its name however capitalised', () => {
    const key = (project: string, projectCode = '') =>
      projectKey({ happenedOn: '2026-01-01', values: { project, projectCode } })
    expect([key('ĐƯỜNG Thôn Ấp'), key('x', 'da-7'), key('')]).toEqual(['đường thôn ấp', 'DA-7', ''])
    expect(key('Đường Hòa')).not.toBe(key('Đường Hoa'))
    expect([stillOpen(2, 5), stillOpen(7, 5)]).toEqual([3, 0])
    expect(answerIssues({ resolved: 5 }, { happenedOn: '', values: { recommendations: 5 } })).toEqual([])
  })
})
