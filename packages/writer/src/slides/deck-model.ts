// The one model of a deck of slides: words and figures, no places and no library. A figure in words is already written as offices write it.

/** Where the figures of a slide come from; it stands at the foot. */
export type Source = string

export type Figure = {
  /** As printed: `9.081`, `08/24`. */
  readonly value: string
  readonly label: string
  /** Below the label, such as the comparison with a year ago. */
  readonly note?: string
}

export type ChartSeries = { readonly name: string; readonly values: readonly (number | null)[] }

export type ChartSlide = {
  readonly kind: 'chart'
  readonly title: string
  /** `bars` lie, one below the other, for long names; `columns` and `line` run from left to right. */
  readonly chart: 'bars' | 'columns' | 'line'
  readonly categories: readonly string[]
  /** As many values each as there are categories; null is a gap, never a zero. */
  readonly series: readonly ChartSeries[]
  readonly decimals: number
  /** Unit of all figures, named at the chart. */
  readonly unit: string
  readonly source: Source
  readonly remark?: string
}

export type TableSlide = {
  readonly kind: 'table'
  readonly title: string
  readonly head: readonly string[]
  readonly align: readonly ('left' | 'center' | 'right')[]
  /** Share of the width of each column. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
  readonly source: Source
}

export type Slide =
  | { readonly kind: 'title'; readonly over: string; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'bullets'; readonly title: string; readonly items: readonly Bullet[]; readonly source?: Source }
  | { readonly kind: 'figures'; readonly title: string; readonly figures: readonly Figure[]; readonly source: Source }
  | ChartSlide
  | TableSlide
  | { readonly kind: 'closing'; readonly title: string; readonly lines: readonly string[] }

/** A head stands over the items that follow it. */
export type Bullet = { readonly text: string; readonly isHead?: boolean }

export type Deck = {
  readonly title: string
  /** Whose deck it is; it stands at the foot of every slide. */
  readonly owner: string
  /** ISO day, written as the created and modified date of the file. */
  readonly date: string
  /** BCP 47 tag of the text. */
  readonly language: string
  readonly font: string
  readonly slides: readonly Slide[]
}

/** A figures slide holds so many; more would not be read from the last row of a hall. */
export const MOST_FIGURES = 6
/** Rows of a table slide. */
export const MOST_ROWS = 12

/** What in a chart, as a sentence for who cannot see it. */
export const chartWords = ({ title, categories, series, unit }: ChartSlide): string =>
  `Biểu đồ: ${title} (${unit}). ${series
    .map(
      ({ name, values }) =>
        `${name}: ${categories.map((category, at) => `${category} ${values[at] ?? 'không có số liệu'}`).join('; ')}`,
    )
    .join('. ')}.`
