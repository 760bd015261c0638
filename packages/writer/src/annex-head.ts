// The columns of figures of an annex with the head above them: section, band, indicator.
import type { AnnexIndicator, AnnexSection } from './annex-facts.ts'
import { numberFormatOf } from './annex-facts.ts'
import type { AnnexRatio, AnnexSheet } from './annex-template.ts'
import type { HeaderCell } from './block-model.ts'

/** A figure of its own, or a ratio of two others. */
export type AnnexColumn = {
  readonly section: string
  readonly band: string | null
  readonly text: string
  readonly format: string
  readonly holds: { readonly indicator: AnnexIndicator } | { readonly ratio: AnnexRatio }
}

export const headText = ({ code, name, unit }: AnnexIndicator): string => `${code}. ${name} (${unit})`

/** Columns in the order of the report; a ratio follows its indicator, and only when both of its figures have a column. */
export function columnsOf(sheet: AnnexSheet, sections: readonly AnnexSection[]): readonly AnnexColumn[] {
  const codes = new Set(sections.flatMap(({ indicators }) => indicators.map(({ code }) => code)))
  const bandOf = (code: string): string | null =>
    sheet.bands?.find(({ indicators }) => indicators.includes(code))?.title ?? null
  const ratios = (sheet.ratios ?? []).filter(({ part, whole }) => codes.has(part) && codes.has(whole))
  return sections.flatMap(({ title, indicators }) =>
    indicators.flatMap((indicator): AnnexColumn[] => {
      const place = { section: title, band: bandOf(indicator.code) }
      return [
        { ...place, text: headText(indicator), format: numberFormatOf(indicator), holds: { indicator } },
        ...ratios
          .filter(({ after }) => after === indicator.code)
          .map((ratio) => ({ ...place, text: ratio.title, format: numberFormatOf(ratio), holds: { ratio } })),
      ]
    }),
  )
}

type Run = { readonly name: string | null; readonly columns: readonly AnnexColumn[] }

/** Neighbours of one name, together. */
function runsOf(columns: readonly AnnexColumn[], nameOf: (column: AnnexColumn) => string | null): Run[] {
  const runs: { name: string | null; columns: AnnexColumn[] }[] = []
  for (const column of columns) {
    const last = runs.at(-1)
    if (last !== undefined && last.name === nameOf(column)) last.columns.push(column)
    else runs.push({ name: nameOf(column), columns: [column] })
  }
  return runs
}

const textCells = (columns: readonly AnnexColumn[], rowSpan?: number): HeaderCell[] =>
  columns.map(({ text }) => ({ text, ...(rowSpan === undefined ? {} : { rowSpan }) }))

/**
 * Head rows above the columns, after `before` (heads of the columns at the left, which take the whole height).
 * Two rows; three where a section of these columns has bands. A section without any is as high as two.
 */
export function headOf(before: readonly string[], columns: readonly AnnexColumn[]): readonly (readonly HeaderCell[])[] {
  const sections = runsOf(columns, ({ section }) => section)
  const hasBands = columns.some(({ band }) => band !== null)
  const height = hasBands ? 3 : 2
  const isBanded = (run: Run): boolean => run.columns.some(({ band }) => band !== null)
  const first = [
    ...before.map((text): HeaderCell => ({ text, rowSpan: height })),
    ...sections.map(
      (run): HeaderCell => ({
        text: run.name ?? '',
        colSpan: run.columns.length,
        rowSpan: hasBands && !isBanded(run) ? 2 : 1,
      }),
    ),
  ]
  if (!hasBands) return [first, textCells(columns)]
  const banded = sections.filter(isBanded).map((run) => runsOf(run.columns, ({ band }) => band))
  const second = banded
    .flat()
    .flatMap((run) =>
      run.name === null ? textCells(run.columns, 2) : [{ text: run.name, colSpan: run.columns.length }],
    )
  const third = sections.flatMap((run) =>
    textCells(isBanded(run) ? run.columns.filter(({ band }) => band !== null) : run.columns),
  )
  return [first, second, third]
}
