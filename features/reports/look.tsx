// How states, due days and comparability of reports are shown, wherever a report appears.
import { calendarDate, daysBetween, parseDate } from '@kheo/core/calendar.ts'
import { pathTo } from '@kheo/ui/address.tsx'
import { Badge, type Tone } from '@kheo/ui/parts/badge.tsx'
import { t } from '@kheo/ui/text.ts'
import type { Cell, ReportState } from './schema.ts'

export type AnyState = ReportState | 'not-started'

const TONE: Readonly<Record<AnyState, Tone>> = {
  'not-started': 'plain',
  draft: 'plain',
  submitted: 'info',
  returned: 'bad',
  approved: 'good',
  issued: 'good',
}
const SHAPE: Readonly<Record<AnyState, string>> = {
  'not-started': '—',
  draft: '○',
  submitted: '●',
  returned: '↩',
  approved: '✓',
  issued: '✓✓',
}

export const StateBadge = ({ state }: { readonly state: AnyState }) => (
  <Badge tone={TONE[state]} shape={SHAPE[state]}>
    {t(`reports.state_${state}`)}
  </Badge>
)

const STATES: readonly AnyState[] = ['not-started', 'draft', 'submitted', 'returned', 'approved', 'issued']

/** A state as words when it is one we know; otherwise as it came. */
export const stateWords = (state: string): string => {
  const known = STATES.find((it) => it === state)
  return known === undefined ? state : t(`reports.state_${known}`)
}

/** Days from today to a due day; negative when late. */
export function daysTo(today: string, dueOn: string): number {
  const due = parseDate(dueOn)
  return due === undefined ? 0 : daysBetween(calendarDate(today), due)
}

export function daysWords(days: number): string {
  if (days === 0) return t('reports.due_today')
  return days < 0 ? t('reports.days_late', { days: -days }) : t('reports.days_left', { days })
}

export type Comparability = Cell['lastYearClass']

export const isEstimate = (of: Comparability): boolean => of === 'estimated' || of === 'assumed'

export const reportPath = (unit: string, type: string, period: string): string => pathTo('/bao-cao', unit, type, period)
