// What an annex is drawn from: sections of indicators, units, and each unit's figure as it may be shown. And what its sheets have in common.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { AnnexSheet } from './annex-template.ts'
import type { Sheet, SheetCell, TitleLine } from './workbook-model.ts'

/** Stands for a figure of a unit that is not shown. */
export const STAR = '*'
export const STAR_NOTE = 'Dấu * : số nhỏ, không nêu riêng từng đơn vị; đã tính vào tổng.'

/** A figure, nothing reported, or a figure that is not shown. */
export type Shown = number | null | typeof STAR

export type AnnexIndicator = {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly decimals: number
}
export type AnnexSection = { readonly title: string; readonly indicators: readonly AnnexIndicator[] }
export type AnnexUnit = { readonly id: string; readonly name: string }

export type AnnexFacts = {
  readonly titleLines: (label: string, remark: string) => readonly TitleLine[]
  /** Numbers of units that reported and of all. */
  readonly reported: readonly [number, number]
  /** Only indicators that can be told unit by unit. */
  readonly sections: readonly AnnexSection[]
  readonly units: readonly AnnexUnit[]
  readonly shown: (unit: string, code: string) => Shown
  readonly total: (code: string) => number | null
  /** False where the total holds more than the units' figures, such as an adjustment. */
  readonly addsUp: (code: string) => boolean
}

const signOf = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)

export const numberFormatOf = ({ decimals }: { readonly decimals: number }): string => signOf(decimals)

/** The sections of a sheet: those indicators that its template names, in the order of the report. */
export function sectionsFor(sheet: AnnexSheet, sections: readonly AnnexSection[]): readonly AnnexSection[] {
  const { indicators: named } = sheet
  if (named === null) return sections
  const isNamed = ({ code }: AnnexIndicator): boolean => named.includes(code) || named.includes(code.slice(0, 2))
  return sections
    .map(({ title, indicators }) => ({ title, indicators: indicators.filter(isNamed) }))
    .filter(({ indicators }) => indicators.length > 0)
}

export const remarkOf = (sheet: AnnexSheet, [reported, all]: AnnexFacts['reported']): string =>
  sheet.remark.replace('{reported}', formatCount(reported)).replace('{all}', formatCount(all))

/** Page, freeze and repetition of a template's sheet. */
export const pageOf = (
  sheet: AnnexSheet,
): Pick<Sheet, 'orientation' | 'paper' | 'freezeColumns' | 'repeatColumns'> => ({
  orientation: sheet.orientation,
  paper: sheet.paper,
  freezeColumns: sheet.freezeColumns,
  repeatColumns: sheet.repeatColumns,
})

/** `II` alone, or `II.1`, `II.2` … when a sheet of the template goes on. */
export const labelOf = (sheet: AnnexSheet, at: number, count: number): string =>
  count === 1 ? sheet.label : `${sheet.label}.${at + 1}`

/** A hundredfold quotient of two cells as a formula; empty where nothing stands below the line, a star where one of the two is one. */
export function ratioCell(part: Shown, whole: Shown, places: { part: string; whole: string } | null): SheetCell {
  if (part === STAR || whole === STAR) return STAR
  if (part === null || whole === null || whole === 0) return null
  const value = (part / whole) * 100
  return places === null ? value : { formula: `IF(N(${places.whole})=0,"",${places.part}/${places.whole}*100)`, value }
}

/** A sum by formula where its summands give it, and the plain value where they do not. */
export function sumCell(value: number | null, formula: string | null): SheetCell {
  if (value === null) return null
  return formula === null ? value : { formula, value }
}

export type GroupedUnits = { readonly title: string | null; readonly units: readonly AnnexUnit[] }

/** Units outside every group come first, without a subtotal; then the groups that hold a unit. */
export function groupsOf(sheet: AnnexSheet, units: readonly AnnexUnit[]): readonly GroupedUnits[] {
  const groups = sheet.unitGroups ?? []
  const titleOf = ({ name }: AnnexUnit): string | null =>
    groups.find(({ startsWith }) => startsWith.some((start) => name.startsWith(`${start} `)))?.title ?? null
  return [null, ...groups.map(({ title }) => title)]
    .map((title) => ({ title, units: units.filter((unit) => titleOf(unit) === title) }))
    .filter((group) => group.units.length > 0)
}

export const chunksOf = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
