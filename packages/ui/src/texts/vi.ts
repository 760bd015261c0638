// Vietnamese, the source of all keys: one file an area. English must have every key here, or it does not compile.
import { account } from './vi/account.ts'
import { board } from './vi/board.ts'
import { common, form, number, rail } from './vi/common.ts'
import { models } from './vi/models.ts'
import { periods } from './vi/periods.ts'
import { petitions } from './vi/petitions.ts'
import { reports } from './vi/reports.ts'
import { series } from './vi/series.ts'
import { tasks } from './vi/tasks.ts'
import { units } from './vi/units.ts'

export const vi = {
  common,
  form,
  number,
  rail,
  account,
  tasks,
  models,
  petitions,
  periods,
  reports,
  board,
  series,
  units,
} as const

/** The same areas and keys in any language. */
export type Texts = { readonly [A in keyof typeof vi]: { readonly [K in keyof (typeof vi)[A]]: string } }
