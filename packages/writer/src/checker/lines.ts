// The printed lines of a paper, the unit in which components are found: paragraphs cut at breaks, and at the tabs of a head laid by tabs.
import { spell } from '../spelling.ts'
import type { PaperParagraph, Piece, ReadPaper } from './read-model.ts'

export type Line = {
  readonly paragraph: PaperParagraph
  /** Index of its paragraph among all of the paper. */
  readonly at: number
  /** Trimmed, with plain spaces. */
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly column: 'left' | 'right' | null
  /** Shares its paragraph with another line beside it, so that its own alignment cannot be known. */
  readonly isBeside: boolean
}

type Part = { pieces: Piece[]; text: string }

const HARD_SPACES = /[\u00A0\u2007\u202F]/g

/** Many spaces between two phrases lay a head out as tabs do; those left open for a number or a day do not. */
const GAP = /(?<=\S)(?<!Số\s?:?|ngày|tháng)[ \u00A0]{8,}(?=[^\s/-])/u

const partsAt = (pieces: readonly Piece[], separator: RegExp): Part[] => {
  const parts: Part[] = [{ pieces: [], text: '' }]
  for (const piece of pieces)
    for (const [index, text] of piece.text.split(separator).entries()) {
      if (index > 0) parts.push({ pieces: [], text: '' })
      const part = parts.at(-1)
      if (part === undefined || text === '') continue
      part.pieces.push({ ...piece, text })
      part.text += text
    }
  return parts
}

const cleaned = (text: string): string => text.replaceAll(HARD_SPACES, ' ').trim()

const columnOf = (paragraph: PaperParagraph): Line['column'] => {
  const { place } = paragraph
  if (place.kind !== 'cell' || place.columns < 2) return null
  if (place.column === 1) return 'left'
  return place.column === place.columns ? 'right' : null
}

function besideEachOther(paragraph: PaperParagraph, at: number, part: Part): Line[] {
  const byTab = partsAt(part.pieces, /\t/)
  const parts =
    byTab.filter((it) => it.text.trim() !== '').length > 1 ? byTab : byTab.flatMap((it) => partsAt(it.pieces, GAP))
  const filled = parts.flatMap((it, index) => (it.text.trim() === '' ? [] : [{ it, index }]))
  const isBeside = filled.length > 1
  return filled.map(({ it, index }, order) => ({
    paragraph,
    at,
    text: cleaned(it.text),
    pieces: it.pieces,
    column: isBeside ? (order === 0 ? 'left' : 'right') : index > 0 ? 'right' : columnOf(paragraph),
    isBeside: isBeside || index > 0,
  }))
}

/** All lines with text, in reading order. */
export function linesOf(paper: ReadPaper): Line[] {
  return paper.paragraphs.flatMap((paragraph, at) => {
    const lines = partsAt(paragraph.pieces, /\n/).flatMap((part) => besideEachOther(paragraph, at, part))
    const [first, ...rest] = lines
    const label = paragraph.text.slice(0, paragraph.text.length - paragraph.pieces.map((it) => it.text).join('').length)
    return first === undefined ? [] : [{ ...first, text: cleaned(label + first.text) }, ...rest]
  })
}

/** A paragraph as one line, whatever breaks it holds. */
export const wholeLine = (paragraph: PaperParagraph, at: number): Line => ({
  paragraph,
  at,
  text: cleaned(paragraph.text.replaceAll(/[\t\n]/g, ' ')),
  pieces: paragraph.pieces,
  column: columnOf(paragraph),
  isBeside: false,
})

const weight = (piece: Piece): number => piece.text.replaceAll(/\s/g, '').length
const total = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + weight(piece), 0)

/** Whether more than half of the letters are so. */
export const isMostly = (pieces: readonly Piece[], is: (piece: Piece) => boolean): boolean =>
  total(pieces.filter(is)) * 2 > total(pieces)

export const isBold = (line: Line): boolean => isMostly(line.pieces, (piece) => piece.look.bold)
export const isItalic = (line: Line): boolean => isMostly(line.pieces, (piece) => piece.look.italic)
export const isUnderlined = (line: Line): boolean => isMostly(line.pieces, (piece) => piece.look.underline)

/** The size of most of its letters, in points; null without letters. */
export function sizeOf(pieces: readonly Piece[]): number | null {
  const weights = new Map<number, number>()
  for (const piece of pieces) {
    const heavy = weight(piece)
    if (heavy > 0) weights.set(piece.look.sizePt, (weights.get(piece.look.sizePt) ?? 0) + heavy)
  }
  const [most] = [...weights].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}

/** Capitals only, and some. */
export const isUpper = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toUpperCase()

/** For comparing words whatever their case, spelling of tones and signs at the end. */
export const keyOf = (text: string): string =>
  spell(text, 'ủy')
    .toUpperCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.:]+$/, '')
    .trim()

/** Signs that stand below a component, such as `*` and `-----`. */
export const isTail = (text: string): boolean => /^[-–—_*=~.o\s]{1,40}$/.test(text)
