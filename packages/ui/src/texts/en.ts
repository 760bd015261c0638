// English, complete: the compiler compares it with the Vietnamese source.
import { account } from './en/account.ts'
import { board } from './en/board.ts'
import { capture } from './en/capture.ts'
import { common, number, rail } from './en/common.ts'
import { files } from './en/files.ts'
import { law } from './en/law.ts'
import { meetings } from './en/meetings.ts'
import { models } from './en/models.ts'
import { periods } from './en/periods.ts'
import { registers } from './en/registers.ts'
import { reports } from './en/reports.ts'
import { series } from './en/series.ts'
import { tasks } from './en/tasks.ts'
import { units } from './en/units.ts'
import type { Texts } from './vi.ts'

export const en: Texts = {
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
}
