// What the law says of an award: votes of the council, money by the base salary of the day, and the time to decide (domain §6). Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, type Law, lawValue } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { Values } from '@kheo/kit/register/fields.ts'

/** Money of a form of award, as a multiple of the base salary; forms that are not here have none known. */
function moneyCode({ values }: Facts): string | undefined {
  const winner = values['winner'] === 'collective' ? 'collective' : 'person'
  if (values['form'] === 'certificate-of-merit')
    return values['level'] === 'commune' ? `commendation.money.commune-certificate.${winner}` : undefined
  if (values['form'] === 'advanced-worker' && winner === 'person') return 'commendation.money.advanced-worker'
  if (values['form'] === 'emulation-fighter') return 'commendation.money.emulation-fighter'
  return values['form'] === 'excellent-collective' ? 'commendation.money.excellent-collective' : undefined
}

/** Đồng that go with an award decided on a day, rounded up as the law says; undefined where it sets nothing. */
export function lawfulMoney(entry: Facts, decidedOn: string, law: Law): number | undefined {
  const code = moneyCode(entry)
  const on = calendarDate(decidedOn)
  const [salary, multiple] = [
    lawValue(law, 'base-salary', on),
    code === undefined ? undefined : lawValue(law, code, on),
  ]
  if (salary === undefined || multiple === undefined) return undefined
  const step = lawValue(law, 'commendation.money.round-up', on) ?? 1
  // Tenths of a base salary are no binary numbers: a hair above a whole step may not become the next one.
  return Math.ceil(Math.round(salary * multiple) / step) * step
}

/** The money of the decision, else what the law sets; none is kept as 0. */
export const moneyOfDecision = (step: Facts, entry: Facts, law: Law): Values => ({
  moneyGiven: Number(step.values['awardMoney'] ?? lawfulMoney(entry, step.happenedOn, law) ?? 0),
})

const HIGHER = ['provincial-certificate', 'state-award']

/** Whether enough of the council agreed; empty where the law sets no share. */
export function councilVerdict(step: Facts, entry: Facts, law: Law): Values {
  const code = HIGHER.includes(String(entry.values['form']))
    ? 'commendation.council.higher.percent-min'
    : 'commendation.council.percent-min'
  const percent = lawValue(law, code, calendarDate(step.happenedOn))
  const [votesFor, votesOf] = [Number(step.values['votesFor']), Number(step.values['votesOf'])]
  if (percent === undefined || votesOf === 0) return { verdict: null }
  return { verdict: votesFor * 100 >= percent * votesOf ? 'enough' : 'too-few' }
}

/** A commune's own certificate is decided within the time of the procedure; other forms are not in its hands. */
export function awardDeadline(entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null {
  const isOwn = entry.values['form'] === 'certificate-of-merit' && entry.values['level'] === 'commune'
  return !isOwn || steps.some((step) => step.kind === 'decided')
    ? null
    : deadlineFrom(law, 'commendation.certificate', calendarDate(entry.happenedOn))
}
