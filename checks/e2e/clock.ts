// Loaded before the server of the browser tests: its clock starts in the morning of their day and goes on from there.
import { TEST_DAY } from './day.ts'

const Real = Date
const shift = Real.parse(`${TEST_DAY}T08:00:00+07:00`) - Real.now()

class Shifted extends Real {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) super(Real.now() + shift)
    else super(...(given as [number]))
  }
  static override now(): number {
    return Real.now() + shift
  }
}

globalThis.Date = Shifted as DateConstructor
