// Decisions about a conference that need no database: when each item begins, what is due when, what deserves a look. Pure.
import { addDays, calendarDate, type CalendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type Law, lawValue } from '@kheo/core/period/law.ts'
import { parameterAt } from '@kheo/core/period/law-parameters.ts'
import { dayOff } from '@kheo/core/period/working-days.ts'
import type { ConferenceFacts, PaperRole } from './facts.ts'
import { paperRoles } from './papers/roles.ts'
import type { ConferenceWarning } from './problems.ts'
import type { ClockRow } from './schema.ts'
import { minutesOf } from './times.ts'

/** Which number of the law's table counts the days before the conference until a paper must be out. */
export const BEFORE = {
  'ke-hoach': 'meeting.plan',
  'cong-van': 'meeting.reports',
  draft: 'meeting.draft',
  office: 'meeting.papers',
  'giay-moi': 'meeting.invitation.committee',
} as const
export type Counted = keyof typeof BEFORE

/** The last day for something that must be done so many days before; undefined where no number is set. */
export function dayBefore(law: Law, day: string, what: Counted): CalendarDate | undefined {
  const held = calendarDate(day)
  const days = lawValue(law, BEFORE[what], held)
  return days === undefined ? undefined : addDays(held, -days)
}

/** The last day of a task whose conclusion gives none; the day itself where the law's table has no default. */
export const taskDue = (law: Law, from: string): string =>
  deadlineFrom(law, 'task.due.default', calendarDate(from))?.dueOn ?? from

const ruleOf = (law: Law, code: string, day: string): string => {
  const found = parameterAt(law.parameters, code, calendarDate(day))
  return found.ok ? found.value.title : ''
}

type Due = Omit<ClockRow, 'state'>

function stateOf({ dueOn, doneOn }: Due, today: string, isOff: boolean): ClockRow['state'] {
  if (doneOn !== null) return doneOn <= dueOn ? 'done' : 'done-late'
  if (isOff) return 'off'
  if (today > dueOn) return 'late'
  return today === dueOn ? 'today' : 'ahead'
}

const PREPARED: readonly Extract<Counted, PaperRole>[] = ['ke-hoach', 'cong-van', 'giay-moi']

function paperRows(law: Law, facts: ConferenceFacts): Due[] {
  const isAsked = facts.speeches.length + facts.askedReports.length > 0
  const held = new Set(facts.duties.map((duty) => duty.role))
  const rows = PREPARED.flatMap((role): Due[] => {
    const dueOn = dayBefore(law, facts.day, role)
    if (dueOn === undefined || held.has(role) || (role === 'cong-van' && !isAsked)) return []
    return [paperRow(facts, role, dueOn, ruleOf(law, BEFORE[role], facts.day))]
  })
  const conclusion = deadlineFrom(law, 'meeting.conclusion', calendarDate(facts.heldOn ?? facts.day))
  // A notice that was issued elsewhere concluded it without a paper of this house.
  const isElsewhere = facts.state === 'concluded' && facts.numbers['ket-luan'] === undefined
  const isExpected = facts.state !== 'filed' && !isElsewhere && !held.has('ket-luan')
  return conclusion === null || !isExpected
    ? rows
    : [...rows, paperRow(facts, 'ket-luan', conclusion.dueOn, conclusion.rule)]
}

const paperRow = (facts: ConferenceFacts, role: PaperRole, dueOn: string, rule: string): Due => ({
  key: `paper:${role}`,
  role,
  title: paperRoles[role][0],
  lead: '',
  dueOn,
  doneOn: facts.numbers[role]?.date ?? null,
  rule,
})

/** One row for things that come from many: due at the next day that is not met, done when all have come. */
function gathered(
  key: string,
  title: string,
  items: readonly { readonly dueOn: string; readonly receivedOn: string | null }[],
): Due[] {
  const last = (days: readonly string[]): string => days.toSorted().at(-1) ?? ''
  if (items.length === 0) return []
  const waiting = items.filter((item) => item.receivedOn === null).map((item) => item.dueOn)
  const said = `${title} (đã nhận ${items.length - waiting.length}/${items.length})`
  return [
    {
      key,
      role: null,
      title: said,
      lead: '',
      dueOn: waiting.toSorted()[0] ?? last(items.map((item) => item.dueOn)),
      doneOn: waiting.length > 0 ? null : last(items.map((item) => item.receivedOn ?? '')),
      rule: '',
    },
  ]
}

/** Nothing is owed of a conference that was cancelled, and no preparation of one that was held. */
const isDropped = (facts: ConferenceFacts, row: Due): boolean =>
  facts.state === 'cancelled' || (facts.heldOn !== null && row.dueOn < facts.heldOn)

/**
 * Everything that the conference owes, earliest first, as it stands on a day: papers by the law's table, duties of the plan,
 * reports and papers asked for, the day itself.
 */
export function conferenceClock(law: Law, facts: ConferenceFacts, today: string): ClockRow[] {
  const duties = facts.duties.map(
    (duty): Due => ({
      key: `duty:${duty.seq}`,
      role: duty.role,
      title: duty.content,
      lead: duty.lead,
      dueOn: duty.dueOn,
      doneOn: duty.doneOn ?? (duty.role === null ? null : (facts.numbers[duty.role]?.date ?? null)),
      rule: '',
    }),
  )
  const rows: Due[] = [
    ...paperRows(law, facts),
    ...duties,
    ...gathered('reports', 'Báo cáo của các đơn vị', facts.askedReports),
    ...gathered('speeches', 'Bài tham luận', facts.speeches),
    { key: 'day', role: null, title: 'Tổ chức hội nghị', lead: '', dueOn: facts.day, doneOn: facts.heldOn, rule: '' },
  ]
  return rows
    .map((row) => ({ ...row, state: stateOf(row, today, isDropped(facts, row)) }))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

const NOON = 12 * 60
const late = (
  items: readonly { readonly dueOn: string; readonly receivedOn: string | null }[],
  today: string,
): number => items.filter((item) => item.receivedOn === null && item.dueOn < today).length

/** What deserves a look while it is being prepared. */
export function conferenceWarnings(law: Law, facts: ConferenceFacts, today: string): ConferenceWarning[] {
  if (facts.state !== 'planned') return []
  const found: ConferenceWarning[] = []
  const spoken = facts.speeches.filter((each) => each.isSpoken).reduce((sum, each) => sum + each.minutes, 0)
  const given = facts.agenda
    .filter((item) => item.kind === 'paper' || item.kind === 'discussion')
    .reduce((sum, item) => sum + item.minutes, 0)
  if (spoken > given) found.push({ code: 'speeches-too-long', minutes: spoken, given })
  const [speeches, reports] = [late(facts.speeches, today), late(facts.askedReports, today)]
  if (speeches > 0) found.push({ code: 'speeches-missing', count: speeches })
  if (reports > 0) found.push({ code: 'reports-missing', count: reports })
  const invited = dayBefore(law, facts.day, 'giay-moi')
  if (invited !== undefined && invited < today && facts.numbers['giay-moi'] === undefined)
    found.push({ code: 'invitation-late', dueOn: invited })
  if (dayOff(calendarDate(facts.day), law.calendar) !== null) found.push({ code: 'on-day-off', day: facts.day })
  const total = facts.agenda.reduce((sum, item) => sum + item.minutes, 0)
  const start = minutesOf(facts.startsAt)
  const hasBreak = facts.agenda.some((item) => item.kind === 'break' && item.minutes >= 60)
  if (start < NOON && start + total > NOON + 30 && !hasBreak) found.push({ code: 'after-noon', endsAt: facts.endsAt })
  return found
}
