// Every figure that the catalogue files under a register is counted there, by one measure, and nowhere else.
import { registers } from '@kheo/features/registers/list.ts'
import type { Measure } from '@kheo/kit/register/measures.ts'
import { explainMeasure } from '@kheo/kit/register/explain.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../harness/world.ts'

/** Sources that are no register: typed totals of other systems, what the reporting regime itself counts, and formulas. */
const NO_REGISTER = new Set<string | null>([null, 'nhap_tong', 'nhap_tong (một cửa)', 'he_thong', '—', ''])

describe('the figures of the catalogue', () => {
  let test: TestWorld
  beforeAll(async () => void (test = await openTestWorld()))
  afterAll(() => test.close())
  const measures = registers.flatMap((register) =>
    Object.keys(register.measures).map((code) => ({ code, register: register.code })),
  )

  it('are counted by exactly one measure of the register that the catalogue names', () => {
    const wanted = test.world
      .catalogue()
      .catalogue.indicators.filter((indicator) => !NO_REGISTER.has(indicator.register))
      .map(({ code, register }) => `${code} ${register}`)
    expect(measures.map(({ code, register }) => `${code} ${register}`).toSorted()).toEqual(wanted.toSorted())
  })

  it('are divided only where the catalogue has a dimension, by codes that are its parts', () => {
    for (const register of registers)
      for (const [code, measure] of Object.entries(register.measures as Readonly<Record<string, Measure>>)) {
        const dimension = test.world.catalogue().dimensionOf(code)
        expect([code, measure.dividedBy !== undefined]).toEqual([code, dimension !== undefined])
        if (measure.dividedBy === undefined) continue
        const field = register.fields[measure.dividedBy]
        expect(Object.keys(field?.kind === 'choice' ? field.choices : {}).toSorted()).toEqual(
          dimension?.parts.map((part) => part.code).toSorted(),
        )
      }
  })

  it('can be told in a sentence, in both languages', () => {
    for (const register of registers)
      for (const code of Object.keys(register.measures))
        for (const language of [0, 1] as const) expect(explainMeasure(register, code, language)).toMatch(/\p{L}{3}/u)
  })

  it('have registers with names, codes, tables and addresses of their own', () => {
    for (const key of ['name', 'code', 'table', 'address'] as const)
      expect(new Set(registers.map((register) => register[key])).size, key).toBe(registers.length)
  })
})
