// Figures as Vietnamese offices write and read them: 9.081, 2.811,7, 99,95%, 08. No arithmetic here.

import { accept, refuse, type Result } from '../result.ts'
import { isFigure, roundDecimal } from './decimal.ts'

export type NumberStyle = {
  /** At most this many decimals (0 to 6); trailing zeros are dropped. Default: as many as the figure has. */
  readonly decimals?: number
  /** `%` is attached, any other unit follows a space. */
  readonly unit?: string
}

export type NumberProblem =
  | { readonly code: 'number.empty' }
  | { readonly code: 'number.not_a_number'; readonly text: string }
  /** A reader cannot tell thousands from decimals: `1,234.5`, `1.5`, `0.081`. */
  | { readonly code: 'number.ambiguous'; readonly text: string }
  | { readonly code: 'number.too_precise'; readonly text: string; readonly decimals: number }

const withUnit = (text: string, unit: string | undefined): string => {
  if (unit === undefined || unit === '') return text
  return unit === '%' ? `${text}%` : `${text} ${unit}`
}

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, '.')

/** `2811.7` → `2.811,7`; with `{ unit: '%' }` → `2.811,7%`. */
export function formatNumber(value: number, style: NumberStyle = {}): string {
  const rounded = roundDecimal(value, style.decimals ?? 6)
  const [whole = '0', fraction = ''] = Math.abs(rounded).toFixed(6).split('.')
  const tail = fraction.replace(/0+$/, '')
  const sign = rounded < 0 ? '-' : ''
  return withUnit(`${sign}${grouped(whole)}${tail === '' ? '' : `,${tail}`}`, style.unit)
}

/** Counts under ten take a leading zero: `8` → `08`; `0` stays `0`. A figure with decimals falls back to `formatNumber`. */
export function formatCount(value: number, unit?: string): string {
  const padded = Number.isInteger(value) && value > 0 && value < 10
  return withUnit(padded ? `0${value}` : formatNumber(value), unit)
}

/** Part of a whole: `08/24`. */
export const formatPair = (part: number, whole: number): string => `${formatCount(part)}/${formatCount(whole)}`

// A zero before a group (`0.081`) could be a decimal written the foreign way, so it is not read as thousands.
const HOUSE = /^(?:\d+|[1-9]\d{0,2}(?:[.\u0020\u00a0\u202f]\d{3})+)(?:,(\d+))?$/
const FOREIGN = /^(?:\d+\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?)$/

/** Reads the house style: dots group thousands, a comma starts decimals, a final `%` is allowed and dropped. */
export function parseNumber(text: string): Result<number, NumberProblem> {
  const written = text.normalize('NFC').trim()
  if (written === '') return refuse({ code: 'number.empty' })
  const negative = /^[-−]/.test(written)
  const body = written.replace(/^[-−]\s*/, '').replace(/\s*%$/, '')
  const match = HOUSE.exec(body)
  if (match === null) return refuse({ code: FOREIGN.test(body) ? 'number.ambiguous' : 'number.not_a_number', text })
  const decimals = match[1]?.length ?? 0
  const value = Number(body.replace(/[.\u0020\u00a0\u202f]/g, '').replace(',', '.'))
  if (decimals > 6 || !isFigure(value)) return refuse({ code: 'number.too_precise', text, decimals })
  return accept(negative && value !== 0 ? -value : value)
}
