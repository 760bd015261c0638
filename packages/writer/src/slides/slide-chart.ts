// A chart of a slide: native, with its figures inside, so that an office can go on working with it.
import { type ChartSlide, chartWords, type Deck } from './deck-model.ts'
import { BODY, COLOUR, contentSlide, INNER, PAGE, SERIES, textLook } from './slide-frame.ts'
import type { ChartKind, ChartLook, SlideFile } from './slide-file.ts'

/**
 * Thousands parted by points whatever the program's own country is: `9.081`. A figure with decimals is left to the
 * program, because no sign of a format stands for a comma in all countries.
 */
export const pointFormat = (decimals: number): string =>
  decimals === 0 ? '[>=1000000]#\\.000\\.000;[>=1000]#\\.000;0' : `#,##0.${'#'.repeat(decimals)}`

const letters = (deck: Deck, size: number) =>
  ({
    catAxisLabelFontFace: deck.font,
    catAxisLabelFontSize: size,
    catAxisLabelColor: COLOUR.ink,
    valAxisLabelFontFace: deck.font,
    valAxisLabelFontSize: 12,
    valAxisLabelColor: COLOUR.muted,
    dataLabelFontFace: deck.font,
    dataLabelFontSize: 12,
    dataLabelColor: COLOUR.ink,
    legendFontFace: deck.font,
    legendFontSize: 14,
    legendColor: COLOUR.ink,
  }) satisfies ChartLook

const kindOf = (file: SlideFile, { chart }: ChartSlide): ChartKind =>
  chart === 'line' ? file.ChartType.line : file.ChartType.bar

/** Draws the slide of a chart. */
export function drawChart(file: SlideFile, deck: Deck, it: ChartSlide): void {
  const slide = contentSlide(file, deck, it.title, it.source)
  const remark = [`Đơn vị tính: ${it.unit}`, ...(it.remark === undefined ? [] : [it.remark])].join('. ')
  slide.addText(
    remark,
    textLook(deck, {
      objectName: 'Đơn vị tính',
      x: PAGE.side,
      y: 1.2,
      w: INNER,
      h: 0.3,
      fontSize: 13,
      color: COLOUR.muted,
    }),
  )
  const lies = it.chart === 'bars'
  const data = it.series.map(({ name, values }) => ({
    name,
    labels: [...it.categories],
    // A gap is left out of the file afterwards; the library knows no gap.
    values: values.map((value) => value ?? Number.NaN) as number[],
  }))
  slide.addChart(kindOf(file, it), data, {
    x: PAGE.side,
    y: BODY.top + 0.05,
    w: INNER,
    h: BODY.bottom - BODY.top,
    altText: chartWords(it),
    objectName: 'Biểu đồ',
    ...letters(deck, it.categories.length > 10 ? 11 : 13),
    barDir: lies ? 'bar' : 'col',
    // The first name stands at the top; the library's types know the other order only.
    ...(lies ? { catAxisOrientation: 'maxMin' as 'minMax', valAxisHidden: true } : {}),
    barGapWidthPct: 45,
    chartColors: SERIES.slice(0, Math.max(1, it.series.length)),
    showLegend: it.series.length > 1,
    legendPos: 't',
    showValue: true,
    dataLabelFormatCode: pointFormat(it.decimals),
    valAxisLabelFormatCode: pointFormat(it.decimals),
    valAxisMinVal: 0,
    valGridLine: lies ? { style: 'none' } : { color: COLOUR.line, size: 0.5 },
    catGridLine: { style: 'none' },
    ...(it.chart === 'line'
      ? { lineSize: 2.5, lineDataSymbolSize: 8, dataLabelPosition: 't' as const }
      : { dataLabelPosition: 'outEnd' as const }),
  })
}
