// English, complete: the compiler compares it with the Vietnamese source.
import { account } from './en/account.ts'
import { board } from './en/board.ts'
import { common, form, number, rail } from './en/common.ts'
import { models } from './en/models.ts'
import { periods } from './en/periods.ts'
import { petitions } from './en/petitions.ts'
import { reports } from './en/reports.ts'
import { series } from './en/series.ts'
import { tasks } from './en/tasks.ts'
import { units } from './en/units.ts'
import type { Texts } from './vi.ts'

export const en: Texts = {
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
}
