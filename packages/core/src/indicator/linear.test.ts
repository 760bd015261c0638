// Which sums the checks of a day say of figures.
import { describe, expect, it } from 'vitest'
import type { Check } from './check-model.ts'
import { linearRelations } from './linear.ts'
import { parse } from './parse.ts'

function check(text: string, more: Partial<Check> = {}): Check {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.problem.code)
  return {
    id: 'R01',
    kind: 'formula',
    severity: 'error',
    formula: { text, expression: parsed.value },
    parameters: {},
    nameVi: '',
    basis: '',
    validFrom: '2017-01-01',
    validTo: null,
    ...more,
  }
}
const told = (...checks: Check[]) =>
  linearRelations(checks, '2026-06-30').map(({ terms, is }) => [Object.fromEntries(terms), is])

describe('the relations of figures', () => {
  it('are the sums that a check compares', () => {
    expect(told(check('XD06 = XD07 + XD08 + XD09'))).toEqual([[{ XD06: 1, XD07: -1, XD08: -1, XD09: -1 }, 'zero']])
    expect(told(check('GQ06 >= GQ07 - GQ08'))).toEqual([[{ GQ06: -1, GQ07: 1, GQ08: -1 }, 'zero at most']])
    expect(told(check('count(TD02) <= count(TD01)'))).toEqual([[{ TD02: 1, TD01: -1 }, 'zero at most']])
  })

  it('are each of those that stand together, and each link of a chain', () => {
    expect(told(check('GQ06 = GQ07 + GQ08 and GQ06 <= GQ05'))).toEqual([
      [{ GQ06: 1, GQ07: -1, GQ08: -1 }, 'zero'],
      [{ GQ06: 1, GQ05: -1 }, 'zero at most'],
    ])
    expect(told(check('DC01 <= DC02 <= DC03'))).toHaveLength(2)
  })

  it('are none where another period, a product, a number or a choice stands in it', () => {
    expect(told(check('XD02 = prev(XD05)'))).toEqual([])
    expect(told(check('abs(GQ04 - 100 * GQ02 / GQ01) <= 0.05'))).toEqual([])
    expect(told(check('TD06 = 0'))).toEqual([])
    expect(told(check('XD01 <= XD02 + 5'))).toEqual([])
    expect(told(check('XD01 = XD02 or XD01 = XD03'))).toEqual([])
  })

  it('are those of the day, and only where a report that breaks them is refused', () => {
    expect(told(check('XD01 = XD02', { severity: 'warn' }))).toEqual([])
    expect(told(check('XD01 = XD02', { validTo: '2025-12-31' }))).toEqual([])
    expect(told(check('XD01 = XD02', { validFrom: '2026-07-01' }))).toEqual([])
  })
})
