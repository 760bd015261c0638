// Values of entries as they are shown, in the house style and the reader's language. It draws nothing.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import { type Field, isEmpty, type Value } from '@kheo/kit/register/fields.ts'
import { showDay } from '../format.ts'
import { say, t } from '../text.ts'

/** An amount as people say it: `2,5 triệu đồng`. Nothing is rounded away: an odd amount stays in đồng. */
export function moneyWords(amount: number): string {
  const size = Math.abs(amount)
  const scaled = (scale: number) => formatNumber(amount / scale)
  const isExact = (scale: number) => (size * 1000) % scale === 0
  if (size >= 1e9 && isExact(1e9)) return t('registers.money_billion', { amount: scaled(1e9) })
  if (size >= 1e6 && isExact(1e6)) return t('registers.money_million', { amount: scaled(1e6) })
  if (size >= 1e3 && size % 1e3 === 0) return t('registers.money_thousand', { amount: scaled(1e3) })
  return t('registers.money_plain', { amount: formatNumber(amount) })
}

/** `names`: what a unit or an entry pointed at is called. Empty values are a dash. */
export function showValue(field: Field, value: Value | undefined, name?: string): string {
  if (field.kind === 'flag') return t(value === true ? 'registers.yes' : 'registers.no')
  if (value === undefined || isEmpty(value)) return '—'
  switch (field.kind) {
    case 'number':
      return formatNumber(Number(value), { unit: say(field.unit) })
    case 'money':
      return t('registers.money_plain', { amount: formatNumber(Number(value)) })
    case 'date':
      return showDay(String(value))
    case 'choice':
      return say(field.choices[String(value)] ?? [String(value), String(value)])
    case 'choices':
      return (value as readonly string[]).map((code) => say(field.choices[code] ?? [code, code])).join('; ')
    case 'unit':
    case 'link':
      return name ?? String(value)
    default:
      return String(value)
  }
}

/** In a column whose head already has the unit. */
export const showCell = (field: Field, value: Value | undefined): string =>
  (field.kind === 'number' || field.kind === 'money') && typeof value === 'number'
    ? formatNumber(value)
    : showValue(field, value)

/** The label with the unit of its numbers: `Số hộ (hộ)`. */
export function labelOf(field: Field): string {
  if (field.kind === 'money') return `${say(field.label)} (${t('registers.in_dong')})`
  return field.kind === 'number' ? `${say(field.label)} (${say(field.unit)})` : say(field.label)
}
