// The public front page names the reports that were issued and shows no figure of them, of whatever unit.
import { reports } from '@kheo/features/reports/schema.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'

const WARD = 'X13324@2025'
const PROVINCE = 'P37@2025'
const FIGURE = 7_919

describe('the public front page', () => {
  let test: TestWorld
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    for (const role of ['compiler', 'approver'] as const) await test.post('tinh', PROVINCE, role)
    const [ward, province] = [await test.as('can-bo'), await test.as('tinh')]
    const period = { type: 'dan-van', period: '2026-H1' }
    const step = () => ({ commandId: newId(), ...period })
    await ward(reports.submit, { query: {}, body: { ...step(), unit: WARD, cells: { TD02: FIGURE } } })
    await province(reports.approve, { query: {}, body: { ...step(), unit: WARD } })
    await ward(reports.issue, { query: {}, body: { ...step(), unit: WARD, number: '12', on: '2026-06-15' } })
    await province(reports.submit, { query: {}, body: { ...step(), unit: PROVINCE, cells: {} } })
    await province(reports.approve, { query: {}, body: { ...step(), unit: PROVINCE, acceptMissing: true } })
    await province(reports.issue, { query: {}, body: { ...step(), unit: PROVINCE, number: '34', on: '2026-06-15' } })
  })
  afterAll(() => test.close())

  it.each(['vi', 'en'])(
    'lists unit, title, number and day of each report, and nothing of what stands in it (%s)',
    async (language) => {
      const page = await (await test.app.request(`/?lang=${language}`)).text()
      const rows = [...page.matchAll(/<tr>(<td.*?)<\/tr>/g)].map((row) =>
        [...(row[1] ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((cell) => cell[1]),
      )
      expect(rows).toHaveLength(2)
      const nameOf = (unit: string): string => test.world.org().titleOf(unit, '2026-06-15' as never)
      const title = expect.stringMatching(/^Báo cáo công tác dân vận, 6 tháng/)
      for (const [unit, number] of [
        [WARD, '12'],
        [PROVINCE, '34'],
      ] as const)
        expect(rows).toContainEqual([nameOf(unit), title, number, expect.stringMatching(/^15\/0?6\/2026$/)])
      expect(page.replaceAll(/\D/g, ' ')).not.toMatch(/\b7919\b|\b7 919\b/)
      expect(page).not.toContain('TD02')
    },
  )
})
