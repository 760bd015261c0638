// Vietnamese, the source of all keys: one file an area. English must have every key here, or it does not compile.
import { account } from './vi/account.ts'
import { awards } from './vi/awards.ts'
import { board } from './vi/board.ts'
import { capture } from './vi/capture.ts'
import { check } from './vi/check.ts'
import { common, number, rail } from './vi/common.ts'
import { conferences } from './vi/conferences.ts'
import { documents } from './vi/documents.ts'
import { files } from './vi/files.ts'
import { formats } from './vi/formats.ts'
import { law } from './vi/law.ts'
import { meetings } from './vi/meetings.ts'
import { models } from './vi/models.ts'
import { news } from './vi/news.ts'
import { periods } from './vi/periods.ts'
import { readings } from './vi/readings.ts'
import { registers } from './vi/registers.ts'
import { reports } from './vi/reports.ts'
import { series } from './vi/series.ts'
import { tasks } from './vi/tasks.ts'
import { templates } from './vi/templates.ts'
import { units } from './vi/units.ts'

export const vi = {
  common,
  number,
  rail,
  account,
  awards,
  capture,
  check,
  conferences,
  tasks,
  meetings,
  models,
  news,
  periods,
  readings,
  registers,
  reports,
  board,
  documents,
  files,
  series,
  templates,
  units,
  law,
  formats,
} as const

/** The same areas and keys in any language. */
export type Texts = { readonly [A in keyof typeof vi]: { readonly [K in keyof (typeof vi)[A]]: string } }
