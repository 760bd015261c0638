// What may be given back and accounted for: never more than was given. Pure.
import type { DeadlineReason } from '@kheo/core/period/law.ts'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { FieldIssue, Values } from '@kheo/kit/register/fields.ts'
import { setByOffice } from '@kheo/kit/register/office-deadline.ts'

const moneyIn = (values: Values, field: string): number => Number(values[field] ?? 0)

/** Đồng that were given and not given back by the steps so far. */
const kept = (entry: Facts, steps: readonly TakenStep[]): number =>
  moneyIn(entry.values, 'money') - steps.reduce((sum, step) => sum + moneyIn(step.values, 'returnedMoney'), 0)

const tooMuch = (field: string, most: number): FieldIssue => ({
  field,
  says: [
    `Số này nhiều hơn số tiền còn giữ (${formatNumber(most)} đồng). Đề nghị kiểm tra lại.`,
    `That is more than is held (${formatNumber(most)} đồng). Check it.`,
  ],
})

export const checkReturn = (
  step: { readonly returnedMoney: number },
  entry: Facts,
  steps: readonly TakenStep[],
): readonly FieldIssue[] =>
  step.returnedMoney > kept(entry, steps) ? [tooMuch('returnedMoney', kept(entry, steps))] : []

export const checkAccount = (
  step: { readonly usedMoney: number },
  entry: Facts,
  steps: readonly TakenStep[],
): readonly FieldIssue[] => (step.usedMoney > kept(entry, steps) ? [tooMuch('usedMoney', kept(entry, steps))] : [])

/** What is left in đồng once it was accounted for. */
export const leftAfter = (step: Facts, entry: Facts, _: unknown, steps: readonly TakenStep[]): Values => ({
  leftMoney: Math.max(0, kept(entry, steps) - moneyIn(step.values, 'usedMoney')),
})

/** The day that the office itself set for accounting to the people. */
export const accountDeadline = (entry: Facts): DeadlineReason | null =>
  setByOffice(entry.happenedOn, entry.values['accountBy'], 'Hạn quyết toán, công khai do đơn vị đặt ra')

type Given = { readonly money: number | null; readonly land: number | null; readonly labourDays: number | null }

/** A line without anything given says nothing. */
export const checkGiven = ({ money, land, labourDays }: Given): readonly FieldIssue[] =>
  [money, land, labourDays].some((each) => (each ?? 0) > 0)
    ? []
    : [
        {
          field: 'money',
          says: [
            'Chưa có gì được đóng góp. Đề nghị ghi ít nhất một trong ba ô: tiền, diện tích đất, ngày công.',
            'Nothing was given. Fill in money, land or labour days.',
          ],
        },
      ]
