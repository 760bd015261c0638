// Vietnamese, the source of all keys: one file an area. English must have every key here, or it does not compile.
import { account } from './vi/account.ts'
import { board } from './vi/board.ts'
import { capture } from './vi/capture.ts'
import { common, number, rail } from './vi/common.ts'
import { files } from './vi/files.ts'
import { law } from './vi/law.ts'
import { meetings } from './vi/meetings.ts'
import { models } from './vi/models.ts'
import { periods } from './vi/periods.ts'
import { registers } from './vi/registers.ts'
import { reports } from './vi/reports.ts'
import { series } from './vi/series.ts'
import { tasks } from './vi/tasks.ts'
import { units } from './vi/units.ts'

export const vi = {
  common,
  number,
  rail,
  account,
  capture,
  tasks,
  meetings,
  models,
  periods,
  registers,
  reports,
  board,
  files,
  series,
  units,
  law,
} as const

/** The same areas and keys in any language. */
export type Texts = { readonly [A in keyof typeof vi]: { readonly [K in keyof (typeof vi)[A]]: string } }
