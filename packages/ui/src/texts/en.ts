// English, complete: the compiler compares it with the Vietnamese source.
import { account } from './en/account.ts'
import { awards } from './en/awards.ts'
import { board } from './en/board.ts'
import { capture } from './en/capture.ts'
import { check } from './en/check.ts'
import { common, number, rail } from './en/common.ts'
import { conferences } from './en/conferences.ts'
import { documents } from './en/documents.ts'
import { files } from './en/files.ts'
import { formats } from './en/formats.ts'
import { law } from './en/law.ts'
import { meetings } from './en/meetings.ts'
import { models } from './en/models.ts'
import { news } from './en/news.ts'
import { periods } from './en/periods.ts'
import { readings } from './en/readings.ts'
import { registers } from './en/registers.ts'
import { reports } from './en/reports.ts'
import { series } from './en/series.ts'
import { tasks } from './en/tasks.ts'
import { templates } from './en/templates.ts'
import { units } from './en/units.ts'
import type { Texts } from './vi.ts'

export const en: Texts = {
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
}
