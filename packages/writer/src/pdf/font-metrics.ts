// Widths of letters, read from the shipped fonts themselves. It lays nothing out; it lets a text be measured before it is drawn.

import { readFileSync } from 'node:fs'

export type FontStyle = { readonly bold: boolean; readonly italic: boolean }

type Metrics = {
  /** Letters the font can draw. */
  readonly has: (letter: string) => boolean
  /** Advance of one letter in shares of the letter size. */
  readonly advance: (letter: string) => number
}

const names = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const

/** The font files of the package, as bytes: papers are drawn with these and no other. */
export const fontFiles: readonly Buffer[] = names.map((name) =>
  readFileSync(new URL(`../../fonts/Tinos-${name}.ttf`, import.meta.url)),
)

const tableAt = (font: Buffer, tag: string): number => {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const record = 12 + 16 * index
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new RangeError(`font without table ${tag}`)
}

const unicodeSubtable = (font: Buffer): number => {
  const cmap = tableAt(font, 'cmap')
  const count = font.readUInt16BE(cmap + 2)
  for (let index = 0; index < count; index += 1) {
    const start = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4)
    if (font.readUInt16BE(start) === 4) return start
  }
  throw new RangeError('font without a Unicode table of format 4')
}

// Segments of format 4: four parallel lists of 16-bit values, the fourth pointing into the list of glyphs after it.
const glyphTable = (font: Buffer): ReadonlyMap<number, number> => {
  const start = unicodeSubtable(font)
  const segments = font.readUInt16BE(start + 6) / 2
  const ends = start + 14
  const starts = ends + 2 * segments + 2
  const deltas = starts + 2 * segments
  const offsets = deltas + 2 * segments
  const glyphs = new Map<number, number>()
  for (let index = 0; index < segments; index += 1) {
    const from = font.readUInt16BE(starts + 2 * index)
    const delta = font.readUInt16BE(deltas + 2 * index)
    const offset = font.readUInt16BE(offsets + 2 * index)
    for (let code = from; code <= Math.min(font.readUInt16BE(ends + 2 * index), 0xfffe); code += 1) {
      const raw = offset === 0 ? code : font.readUInt16BE(offsets + 2 * index + offset + 2 * (code - from))
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
  return glyphs
}

const metricsOf = (font: Buffer): Metrics => {
  const glyphs = glyphTable(font)
  const em = font.readUInt16BE(tableAt(font, 'head') + 18)
  const widths = tableAt(font, 'hmtx')
  const last = font.readUInt16BE(tableAt(font, 'hhea') + 34) - 1
  const advanceOf = (glyph: number) => font.readUInt16BE(widths + 4 * Math.min(glyph, last)) / em
  return {
    has: (letter) => glyphs.has(letter.codePointAt(0) ?? 0),
    advance: (letter) => advanceOf(glyphs.get(letter.codePointAt(0) ?? 0) ?? 0),
  }
}

const metrics = fontFiles.map(metricsOf)

const metricsFor = ({ bold, italic }: FontStyle): Metrics => {
  const found = metrics[(bold ? 1 : 0) + (italic ? 2 : 0)]
  if (found === undefined) throw new RangeError('font style')
  return found
}

const mmPerPoint = 25.4 / 72

/** Width in millimetres of one line of composed letters, without kerning. */
export const textWidthMm = (line: string, sizePt: number, style: FontStyle): number => {
  const { advance } = metricsFor(style)
  return [...line].reduce((sum, letter) => sum + advance(letter), 0) * sizePt * mmPerPoint
}

/** The letters of a text that the fonts of the package cannot draw, each once. */
export const missingLetters = (text: string, style: FontStyle): readonly string[] => {
  const { has } = metricsFor(style)
  return [...new Set(text)].filter((letter) => letter !== '\n' && !has(letter))
}
