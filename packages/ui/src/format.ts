// Figures, days and instants as they are shown. Always the house style: papers are written so in either language.
import { parseDate, viDate } from '@kheo/core/calendar.ts'
import { formatNumber, type NumberProblem, parseNumber } from '@kheo/core/text/number-style.ts'
import { t } from './text.ts'

/** `2026-07-02` → `02/7/2026`; text that is not a day comes back as it is. */
export function showDay(text: string | null): string {
  const day = text === null ? undefined : parseDate(text.slice(0, 10))
  return day === undefined ? (text ?? '—') : viDate(day)
}

const CLOCK = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
})

/** An instant as office time: `14:05 02/7/2026`. */
export function showInstant(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const [day = '', time = ''] = CLOCK.format(at).split(', ')
  return `${time} ${showDay(day)}`
}

const KILOBYTE = 1024

/** A file's size as people read it: `480 KB`, `2,5 MB`. */
export const showSize = (bytes: number): string =>
  bytes < KILOBYTE * KILOBYTE
    ? `${formatNumber(Math.max(1, Math.round(bytes / KILOBYTE)), { decimals: 0 })} KB`
    : `${formatNumber(Math.round((bytes * 10) / KILOBYTE ** 2) / 10, { decimals: 1 })} MB`

/** `null` = chưa báo cáo, a dash; never 0. */
export const showFigure = (value: number | null, decimals = 6): string =>
  value === null ? '—' : formatNumber(value, { decimals })

export type TypedFigure =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly message: string }

export function numberMessage(problem: NumberProblem): string {
  switch (problem.code) {
    case 'number.empty':
      return t('number.empty')
    case 'number.not_a_number':
      return t('number.not_a_number', { text: problem.text })
    case 'number.ambiguous':
      return t('number.ambiguous', { text: problem.text })
    case 'number.too_precise':
      return t('number.too_precise', { text: problem.text, decimals: 6 })
  }
}

/** Reads what was typed into a cell. Empty = not reported. */
export function readFigure(text: string, decimals: number): TypedFigure {
  if (text.trim() === '' || text.trim() === '—') return { ok: true, value: null }
  const read = parseNumber(text)
  if (!read.ok) return { ok: false, message: numberMessage(read.problem) }
  if (read.value < 0) return { ok: false, message: t('number.negative') }
  const scaled = read.value * 10 ** decimals
  if (Math.abs(scaled - Math.round(scaled)) > 1e-6)
    return {
      ok: false,
      message: decimals === 0 ? t('number.whole', { text }) : t('number.too_precise', { text, decimals }),
    }
  return { ok: true, value: read.value }
}
