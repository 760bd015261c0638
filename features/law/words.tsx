// How a value of the law, its unit, its days and a weekday are written. For screens.
import { parseDate, weekday } from '@kheo/core/calendar.ts'
import { showDay, showFigure } from '@kheo/ui/format.ts'
import { t } from '@kheo/ui/text.ts'
import type { LawRow, LawVersion } from './schema.ts'

const UNITS = [
  'day',
  'working-day',
  'month',
  'year',
  'percent',
  'third',
  'person',
  'household',
  'time',
  'flag',
  'day-per-week',
  'day-per-month',
  'per-year',
  'point',
  'rank',
  'base-salary',
  'multiple',
  'dong',
  'case',
] as const

/** A unit that has no word here is shown by its code. */
export function unitWords(unit: string): string {
  const known = UNITS.find((it) => it === unit)
  return known === undefined ? unit : t(`law.unit_${known}`)
}

/** `10 ngày làm việc`, `2/3`, `50%`, `Có`. */
export function showValue(value: number, unit: string): string {
  if (unit === 'flag') return t(value === 1 ? 'law.yes' : 'law.no')
  if (unit === 'third') return `${value}/3`
  if (unit === 'percent') return `${showFigure(value)}%`
  return `${showFigure(value)} ${unitWords(unit)}`
}

export const showSpan = ({ validFrom, validTo }: Pick<LawVersion, 'validFrom' | 'validTo'>): string =>
  validTo === null
    ? t('law.from_on', { from: showDay(validFrom) })
    : t('law.from_to', { from: showDay(validFrom), to: showDay(validTo) })

export const heldVersion = (row: LawRow): LawVersion | undefined =>
  row.versions.find(({ validFrom }) => validFrom === row.inForce)

/** As the newest version calls it. */
export const titleOf = (row: LawRow): string => (heldVersion(row) ?? row.versions[0])?.title ?? row.code

const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const

export function weekdayWords(text: string): string {
  const day = parseDate(text)
  const at = day === undefined ? undefined : WEEKDAYS[weekday(day)]
  return at === undefined ? '' : t(`law.weekday_${at}`)
}
