// Slides of words, of big figures and of tables, drawn with the library.
import { type Deck, type Figure, MOST_FIGURES, MOST_ROWS, type Slide, type TableSlide } from './deck-model.ts'
import { BODY, COLOUR, contentSlide, COVER_MASTER, INNER, PAGE, textLook } from './slide-frame.ts'
import { drawChart } from './slide-chart.ts'
import type { CellLook, DrawnCell, DrawnSlide, SlideFile, TextLook } from './slide-file.ts'

type Of<K extends Slide['kind']> = Extract<Slide, { kind: K }>

function drawTitle(file: SlideFile, deck: Deck, it: Of<'title'>): void {
  const slide = file.addSlide({ masterName: COVER_MASTER })
  const line = (name: string, words: string, y: number, h: number, look: TextLook): void => {
    slide.addText(
      words,
      textLook(deck, { objectName: name, x: 1, y, w: PAGE.width - 2, h, align: 'center', valign: 'middle', ...look }),
    )
  }
  line('Cơ quan', it.over, 0.8, 0.9, { fontSize: 20, bold: true })
  line('Tiêu đề', it.title, 2.2, 2, { fontSize: it.title.length > 90 ? 32 : 38, bold: true })
  line('Dòng dưới', it.lines.join('\n'), 4.6, 1.6, { fontSize: 20, color: COLOUR.muted })
}

function drawBullets(file: SlideFile, deck: Deck, it: Of<'bullets'>): void {
  const slide = contentSlide(file, deck, it.title, it.source)
  const length = it.items.reduce((sum, { text }) => sum + text.length, 0)
  const size = length > 750 ? 16 : length > 450 ? 18 : 20
  slide.addText(
    it.items.map(({ text, isHead }, at) => ({
      text,
      options: textLook(deck, {
        fontSize: size,
        bold: isHead === true,
        ...(isHead === true ? { color: COLOUR.action } : { bullet: { indent: 16 } }),
        breakLine: at < it.items.length - 1,
        paraSpaceBefore: isHead === true && at > 0 ? 10 : 4,
      }),
    })),
    textLook(deck, {
      objectName: 'Nội dung',
      x: PAGE.side,
      y: BODY.top,
      w: INNER,
      h: BODY.bottom - BODY.top,
      valign: 'top',
    }),
  )
}

const ACROSS = 3
const GAP = 0.3

function drawFigure(
  slide: DrawnSlide,
  deck: Deck,
  figure: Figure,
  box: { x: number; y: number; w: number; h: number },
): void {
  slide.addShape('rect', {
    ...box,
    objectName: 'Khung',
    fill: { color: COLOUR.canvas },
    line: { color: COLOUR.line, width: 0.75 },
  })
  const inside = { x: box.x + 0.2, w: box.w - 0.4 }
  const valueHeight = box.h * 0.42
  slide.addText(
    figure.value,
    textLook(deck, {
      ...inside,
      objectName: 'Số liệu',
      y: box.y + 0.1,
      h: valueHeight,
      fontSize: figure.value.length > 10 ? 32 : 44,
      bold: true,
      color: COLOUR.action,
      align: 'center',
      valign: 'middle',
    }),
  )
  const note =
    figure.note === undefined
      ? []
      : [{ text: figure.note, options: textLook(deck, { fontSize: 14, color: COLOUR.muted }) }]
  slide.addText(
    [
      {
        text: figure.label,
        options: textLook(deck, { fontSize: figure.label.length > 70 ? 13 : 16, breakLine: note.length > 0 }),
      },
      ...note,
    ],
    textLook(deck, {
      ...inside,
      objectName: 'Chỉ tiêu',
      y: box.y + 0.1 + valueHeight,
      h: box.h - valueHeight - 0.2,
      align: 'center',
      valign: 'top',
    }),
  )
}

function drawFigures(file: SlideFile, deck: Deck, it: Of<'figures'>): void {
  if (it.figures.length > MOST_FIGURES) throw new RangeError(`figures_misfit: ${it.figures.length}`)
  const slide = contentSlide(file, deck, it.title, it.source)
  // Four stand two by two: a last row with one of them looks forgotten.
  const across = it.figures.length === 4 ? 2 : Math.min(ACROSS, Math.max(1, it.figures.length))
  const rows = Math.max(1, Math.ceil(it.figures.length / across))
  const w = (INNER - GAP * (across - 1)) / across
  const h = Math.min(2.8, (BODY.bottom - BODY.top - GAP * (rows - 1)) / rows)
  for (const [at, figure] of it.figures.entries())
    drawFigure(slide, deck, figure, {
      x: PAGE.side + (at % across) * (w + GAP),
      y: BODY.top + Math.floor(at / across) * (h + GAP),
      w,
      h,
    })
}

function drawTable(file: SlideFile, deck: Deck, it: TableSlide): void {
  if (it.rows.length > MOST_ROWS) throw new RangeError(`table_misfit: ${it.rows.length} rows`)
  const slide = contentSlide(file, deck, it.title, it.source)
  const border = { type: 'solid', pt: 0.75, color: COLOUR.line } as const
  const shares = it.widths.reduce((sum, width) => sum + width, 0)
  const cell = (text: string, at: number, look: CellLook): DrawnCell => ({
    text,
    options: {
      fontFace: deck.font,
      fontSize: 14,
      color: COLOUR.ink,
      align: it.align[at] ?? 'left',
      valign: 'middle',
      ...look,
    },
  })
  slide.addTable(
    [
      it.head.map((text, at) => cell(text, at, { bold: true, align: 'center', fill: { color: COLOUR.canvas } })),
      ...it.rows.map((row) => row.map((text, at) => cell(text, at, {}))),
    ],
    {
      objectName: 'Bảng',
      x: PAGE.side,
      y: BODY.top,
      w: INNER,
      colW: it.widths.map((width) => (INNER * width) / shares),
      border,
      rowH: 0.37,
      margin: [0.04, 0.08, 0.04, 0.08],
    },
  )
}

function drawClosing(file: SlideFile, deck: Deck, it: Of<'closing'>): void {
  drawTitle(file, deck, { kind: 'title', over: deck.owner, title: it.title, lines: it.lines })
}

/** Draws one slide. Throws RangeError for more figures or rows than a slide holds. */
export function drawSlide(file: SlideFile, deck: Deck, slide: Slide): void {
  switch (slide.kind) {
    case 'title':
      return drawTitle(file, deck, slide)
    case 'bullets':
      return drawBullets(file, deck, slide)
    case 'figures':
      return drawFigures(file, deck, slide)
    case 'chart':
      return drawChart(file, deck, slide)
    case 'table':
      return drawTable(file, deck, slide)
    case 'closing':
      return drawClosing(file, deck, slide)
  }
}
