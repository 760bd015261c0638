// Measures, colours and the frame that all slides share. Lengths in inches, letters in points, as the library takes them.
import type { Deck } from './deck-model.ts'
import type { DrawnSlide, MasterObject, SlideFile, TextLook } from './slide-file.ts'

export const PAGE = { width: 13.333, height: 7.5, side: 0.6 } as const
export const INNER = PAGE.width - 2 * PAGE.side
/** Where the content of a slide begins and ends. */
export const BODY = { top: 1.45, bottom: 6.55 } as const

export const COLOUR = {
  ink: '16191D',
  muted: '4F5862',
  line: 'D5DAE0',
  canvas: 'F5F6F7',
  action: '0A5A9C',
  brand: 'A61B1B',
  surface: 'FFFFFF',
} as const

/** Colours of series, told apart also by who sees few colours. */
export const SERIES = ['0072B2', 'D55E00', '009E73', 'CC79A7', 'E69F00', '56B4E9', '6B4C9A', '5F6B76'] as const

export const CONTENT_MASTER = 'NOI_DUNG'
export const COVER_MASTER = 'BIA'

const BRAND_LINE = 0.06

/** Text of the deck's own font and language, without a frame around it. */
export const textLook = (deck: Deck, look: TextLook): TextLook => ({
  fontFace: deck.font,
  lang: deck.language,
  color: COLOUR.ink,
  margin: 0,
  fit: 'none',
  ...look,
})

/** The two masters: a thin line of the brand at the top, owner and number at the foot; the cover has the line only, and thicker. */
export function defineMasters(file: SlideFile, deck: Deck): void {
  const topLine = (height: number): MasterObject => ({
    rect: {
      x: 0,
      y: 0,
      w: PAGE.width,
      h: height,
      fill: { color: COLOUR.brand },
      line: { color: COLOUR.brand, width: 0 },
    },
  })
  file.defineSlideMaster({
    title: COVER_MASTER,
    background: { color: COLOUR.surface },
    objects: [topLine(BRAND_LINE * 4)],
  })
  file.defineSlideMaster({
    title: CONTENT_MASTER,
    background: { color: COLOUR.surface },
    objects: [
      topLine(BRAND_LINE),
      { line: { x: PAGE.side, y: 6.98, w: INNER, h: 0, line: { color: COLOUR.line, width: 0.75 } } },
      {
        text: {
          text: deck.owner,
          options: textLook(deck, {
            x: PAGE.side,
            y: 7.03,
            w: INNER - 1,
            h: 0.32,
            fontSize: 12,
            color: COLOUR.muted,
            valign: 'middle',
          }),
        },
      },
    ],
    slideNumber: {
      x: PAGE.width - PAGE.side - 0.8,
      y: 7.03,
      w: 0.8,
      h: 0.32,
      fontFace: deck.font,
      fontSize: 12,
      color: COLOUR.muted,
      align: 'right',
    },
  })
}

/** A content slide with its title and, where it has one, the source of its figures. */
export function contentSlide(file: SlideFile, deck: Deck, title: string, source: string | undefined): DrawnSlide {
  const slide = file.addSlide({ masterName: CONTENT_MASTER })
  const size = title.length > 64 ? 24 : 28
  slide.addText(
    title,
    textLook(deck, {
      objectName: 'Tiêu đề',
      x: PAGE.side,
      y: 0.35,
      w: INNER,
      h: 0.9,
      fontSize: size,
      bold: true,
      valign: 'middle',
    }),
  )
  if (source !== undefined)
    slide.addText(
      source,
      textLook(deck, {
        objectName: 'Nguồn',
        x: PAGE.side,
        y: 6.6,
        w: INNER,
        h: 0.34,
        fontSize: 12,
        italic: true,
        color: COLOUR.muted,
        valign: 'middle',
      }),
    )
  return slide
}
