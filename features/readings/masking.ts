// Takes numbers of persons out of a text before it is kept, by signs of the same length, so that places in it stay. Pure.
import { findPersonalNumber } from '@kheo/core/privacy/screening.ts'

const SIGN = '•'

/** The pieces are judged by themselves: a row of a table is not one long number. */
function maskPiece(piece: string): string {
  let text = piece
  for (let found = findPersonalNumber(text); found !== undefined; found = findPersonalNumber(text))
    text = text.slice(0, found.at) + SIGN.repeat(found.length) + text.slice(found.at + found.length)
  return text
}

const DIGITS = /\d(?:\D{0,3}\d){6}/
const PIECE = 400
const LONGEST_PIECE = 2000

/** Where a paragraph may be cut: after a sentence, or, where none ends, where no number can go on. */
function cutAt(text: string, from: number): number {
  if (text.length - from <= PIECE) return text.length
  const window = text.slice(from + PIECE, from + LONGEST_PIECE)
  const end = window.search(/[.;!?] (?=[^\d])/)
  if (end >= 0) return from + PIECE + end + 2
  let cut = from + LONGEST_PIECE
  while (cut < text.length && /[\d.\-() ]/.test(text[cut] ?? '')) cut += 1
  return cut
}

function inParts(line: string): string {
  let out = ''
  for (let from = 0; from < line.length; ) {
    const to = cutAt(line, from)
    const piece = line.slice(from, to)
    out += DIGITS.test(piece) ? maskPiece(piece) : piece
    from = to
  }
  return out
}

/** Identity cards, passports, insurance and telephone numbers become `•`; length and everything else stay. */
export const maskNumbers = (text: string): string =>
  text
    .split(/([\n\t])/)
    .map((piece) => (piece === '\n' || piece === '\t' ? piece : inParts(piece)))
    .join('')

/** Blots out places that were found to hold a telephone number. */
export function blotOut(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let [out, at] = ['', 0]
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    out += text.slice(at, start) + text.slice(start, end).replaceAll(/\d/g, SIGN)
    at = end
  }
  return out + text.slice(at)
}
