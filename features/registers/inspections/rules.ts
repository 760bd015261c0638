// The life of an inspection: which findings are still open, the nearest deadline, and the plan year it belongs to. Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { type DeadlineReason, givenDeadline } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { FieldIssue, Values } from '@kheo/kit/register/fields.ts'

/** The findings that nobody has remedied yet. A remedy names its finding by number, from 1 in their order; without one it remedies all. */
export function openFindings(steps: readonly TakenStep[]): readonly TakenStep[] {
  const remedied = new Set<number>()
  let found = 0
  for (const step of steps) {
    if (step.kind === 'finding') found += 1
    if (step.kind !== 'remedied') continue
    const no = step.values['findingNo']
    for (let at = 1; at <= found; at += 1) if (no === null || no === undefined || no === at) remedied.add(at)
  }
  return steps.filter((step) => step.kind === 'finding').filter((_, at) => !remedied.has(at + 1))
}

/** A remedy names a finding that is still open, or none. */
export function remedyIssues(
  { findingNo }: { readonly findingNo: number | null },
  _entry: Facts,
  steps: readonly TakenStep[],
): readonly FieldIssue[] {
  const findings = steps.filter((step) => step.kind === 'finding')
  const open = openFindings(steps).map((step) => findings.indexOf(step) + 1)
  return findingNo === null || open.includes(findingNo)
    ? []
    : [
        {
          field: 'findingNo',
          says: [
            `Tồn tại còn phải khắc phục là số ${open.join(', ')}. Đề nghị ghi một trong các số này, hoặc để trống nếu đã khắc phục hết.`,
            `Findings still open: ${open.join(', ')}. Give one of them, or nothing when all are remedied.`,
          ],
        },
      ]
}

/** A remedy is recorded only while a finding is open, and an inspection is closed only when none is. */
export function nextInspectionSteps(
  _entry: Facts,
  steps: readonly TakenStep[],
  byState: readonly string[],
): readonly string[] {
  const isOpen = openFindings(steps).length > 0
  return byState.filter((kind) => (kind === 'remedied' ? isOpen : kind === 'closed' ? !isOpen : true))
}

const dayOf = (values: Values, field: string): string | null => {
  const day = values[field]
  return typeof day === 'string' ? day : null
}

/** Until it is carried out: the planned day, or the one it was moved to. Then the nearest day by which a finding is to be remedied. */
export function inspectionDeadline(entry: Facts, steps: readonly TakenStep[]): DeadlineReason | null {
  if (!steps.some((step) => step.kind === 'carried-out')) {
    const moved = steps.findLast((step) => step.kind === 'rescheduled')
    const planned = dayOf(moved?.values ?? entry.values, moved === undefined ? 'plannedOn' : 'movedTo')
    const paper = String(moved?.values['moveDecision'] ?? entry.values['plan'])
    const rule = moved === undefined ? 'Ngày kiểm tra theo kế hoạch' : 'Ngày kiểm tra sau khi điều chỉnh'
    return planned === null
      ? null
      : givenDeadline(calendarDate(moved?.happenedOn ?? entry.happenedOn), calendarDate(planned), rule, paper)
  }
  const [nearest] = openFindings(steps)
    .filter((step) => dayOf(step.values, 'remedyBy') !== null)
    .toSorted((a, b) => (String(a.values['remedyBy']) < String(b.values['remedyBy']) ? -1 : 1))
  return nearest === undefined
    ? null
    : givenDeadline(
        calendarDate(nearest.happenedOn),
        calendarDate(String(nearest.values['remedyBy'])),
        'Hạn khắc phục do đoàn kiểm tra ấn định',
        String(entry.values['plan']),
      )
}

/** The first and last day of the year in whose plan the inspection is; empty for one outside the plan. */
export function planYear(values: Values): { readonly planFrom: string | null; readonly planTo: string | null } {
  const planned = values['origin'] === 'planned' ? dayOf(values, 'plannedOn') : null
  const year = planned?.slice(0, 4)
  return year === undefined ? { planFrom: null, planTo: null } : { planFrom: `${year}-01-01`, planTo: `${year}-12-31` }
}

/** What a body that is in no list of units is counted once by: its name, however capitalised. */
export const bodyKey = (values: Values): string =>
  values['inspectedUnit'] === null ? String(values['inspected']).toLocaleLowerCase('vi') : ''
