// Whether something was disclosed in every form and for as long as the law of its day demands (domain §4.1). Pure.
//
// C1  A form is in time when it began by the last day to start, and long enough when its last day, if written, is not too early.
// C2  What is still shown, with no last day written, is right so far: `running`.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, type Law, lawValue } from '@kheo/core/period/law.ts'
import { inForce } from '@kheo/core/period/law-catalogue.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { FieldIssue, Value, Values } from '@kheo/kit/register/fields.ts'

/** The day on which each form of disclosure began, by the code that the law files give the form. */
export const STARTS = {
  posting: 'postedFrom',
  website: 'webFrom',
  loudspeaker: 'loudspeakerFrom',
  'village-head': 'villageHeadsOn',
  document: 'documentOn',
  meeting: 'meetingOn',
  reception: 'receptionOn',
  organisations: 'organisationsOn',
  network: 'networkOn',
  other: 'otherOn',
} as const
export type Form = keyof typeof STARTS
const FORMS = Object.keys(STARTS) as Form[]

const dayIn = (values: Values, field: string): string | null => {
  const value: Value | undefined = values[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/** Forms that the law of a day names for an item; none where it does not name the item. */
export const requiredForms = (law: Law, item: string, day: string): readonly Form[] =>
  inForce(law.disclosure, calendarDate(day))
    .filter((each) => each.code === item)
    .flatMap((each) => each.required.map(({ form }) => form as Form))

/** The earliest last day of what began on a day; null where it did not begin or the law sets no time. */
const shownUntil = (law: Law, code: string, from: string | null): string | null =>
  from === null ? null : (deadlineFrom(law, code, calendarDate(from))?.dueOn ?? null)

function formsTooShort(values: Values, law: Law): Form[] {
  const endsEarly = (until: string | null, least: string | null): boolean =>
    until !== null && least !== null && until < least
  const broadcastFrom = dayIn(values, 'loudspeakerFrom')
  const broadcastDays =
    broadcastFrom === null ? undefined : lawValue(law, 'disclosure.loudspeaker', calendarDate(broadcastFrom))
  const short: [Form, boolean][] = [
    [
      'posting',
      endsEarly(dayIn(values, 'postedUntil'), shownUntil(law, 'disclosure.posting', dayIn(values, 'postedFrom'))),
    ],
    [
      'website',
      endsEarly(dayIn(values, 'webUntil'), shownUntil(law, 'disclosure.website.years', dayIn(values, 'webFrom'))),
    ],
    ['loudspeaker', broadcastDays !== undefined && Number(values['loudspeakerDays'] ?? 0) < broadcastDays],
  ]
  return short.filter(([, isShort]) => isShort).map(([form]) => form)
}

/** Forms, times and verdict of an entry. `startBy` is the day of the decision itself where the law sets no time to start. */
export function judgeDisclosure({ happenedOn, values }: Facts, law: Law): Values {
  const day = calendarDate(happenedOn)
  const required = requiredForms(law, String(values['item']), happenedOn)
  const begun = FORMS.filter((form) => dayIn(values, STARTS[form]) !== null)
  const due = deadlineFrom(law, 'disclosure.start', day)?.dueOn ?? null
  const missing = required.filter((form) => !begun.includes(form))
  const late = due === null ? [] : required.filter((form) => (dayIn(values, STARTS[form]) ?? '') > due)
  const tooShort = formsTooShort(values, law)
  const isComplete = missing.length === 0 && begun.length > 0
  const isRunning = begun.includes('posting') && dayIn(values, 'postedUntil') === null
  const timeVerdict = late.length > 0 ? 'late' : tooShort.length > 0 ? 'too-short' : isRunning ? 'running' : 'enough'
  const isRight = isComplete && late.length === 0 && tooShort.length === 0
  return {
    startBy: due ?? happenedOn,
    postUntil: shownUntil(law, 'disclosure.posting', dayIn(values, 'postedFrom')),
    required,
    missing,
    startedLate: late,
    tooShort,
    formsVerdict: isComplete ? 'complete' : 'incomplete',
    timeVerdict: begun.length === 0 ? null : timeVerdict,
    verdict: !isRight ? 'incorrect' : isRunning ? 'running' : 'correct',
  }
}

/** The last day to start, while a form that the law names has not begun. */
export function startDeadline(entry: Facts, _: readonly TakenStep[], law: Law): DeadlineReason | null {
  const required = requiredForms(law, String(entry.values['item']), entry.happenedOn)
  const begun = FORMS.filter((form) => dayIn(entry.values, STARTS[form]) !== null)
  const isOwed = begun.length === 0 || required.some((form) => !begun.includes(form))
  return isOwed ? deadlineFrom(law, 'disclosure.start', calendarDate(entry.happenedOn)) : null
}

/** Whether a posting was taken down before its time; one that nobody wrote down cannot be. */
export const judgeTakingDown = (step: Facts, entry: Facts): Values => {
  const least = dayIn(entry.values, 'postUntil')
  return { isCutShort: least !== null && step.happenedOn < least }
}

type Times = {
  readonly postedFrom: string | null
  readonly postedUntil: string | null
  readonly webFrom: string | null
  readonly webUntil: string | null
}

const ENDS_BEFORE: FieldIssue['says'] = [
  'Ngày kết thúc sớm hơn ngày bắt đầu. Đề nghị kiểm tra lại hai ngày này.',
  'It ends before it begins. Check both days.',
]
const NO_START: FieldIssue['says'] = [
  'Có ngày kết thúc mà chưa có ngày bắt đầu. Đề nghị ghi ngày bắt đầu.',
  'It has an end and no beginning. Give the day it began.',
]

/** Refuses an end before or without its beginning. */
export function checkTimes(times: Times): readonly FieldIssue[] {
  const spans = [
    ['postedUntil', times.postedFrom, times.postedUntil],
    ['webUntil', times.webFrom, times.webUntil],
  ] as const
  return spans.flatMap(([field, from, until]) => {
    if (until === null) return []
    if (from === null) return [{ field, says: NO_START }]
    return until < from ? [{ field, says: ENDS_BEFORE }] : []
  })
}
