// What is kept of a reading besides its text: everything that was found but the names of people.
import type { Span, TextTable } from '@kheo/reader/contents.ts'
import type { CitedDocument, NotFigure, ReadEvent, ReadFigure, Reading } from '@kheo/reader/reading.ts'

export type Found = {
  readonly figures: readonly ReadFigure[]
  readonly notFigures: readonly NotFigure[]
  readonly documents: readonly CitedDocument[]
  readonly event: ReadEvent
  readonly furniture: readonly Span[]
  readonly tables: readonly TextTable[]
  /** Remarks of opening the file, in words. */
  readonly notes: readonly string[]
}

/** Officials whom the text names are for the moment of reading only: a list of them would be a register of persons. */
export const withoutPeople = (
  { figures, notFigures, documents, event }: Reading,
  rest: Pick<Found, 'furniture' | 'tables' | 'notes'>,
): Found => ({ figures, notFigures, documents, event, ...rest })

/** How a figure is called in decisions: by where it stands. */
export const figureKey = (start: number): string => `f${start}`

const LONGEST_SENTENCE = 360
const ENDS = /[.;!?…]\s|\n/g

/** The sentence around a place, cut to what a reader needs, with an ellipsis where it was cut. */
export function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(0, start - LONGEST_SENTENCE)
  const before = text.slice(from, start)
  const opening = [...before.matchAll(ENDS)].at(-1)
  const first = opening === undefined ? from : from + opening.index + opening[0].length
  const after = text.slice(end, end + LONGEST_SENTENCE)
  const closing = after.search(ENDS)
  const last = closing < 0 ? end + after.length : end + closing + 1
  const room = Math.max(0, LONGEST_SENTENCE - (end - start))
  const [least, most] = [start - Math.ceil(room / 2), end + Math.ceil(room / 2)]
  // Cut between words where there are any.
  const blank = before.indexOf(' ', Math.max(0, least - from))
  const low = least <= first ? first : blank < 0 ? Math.max(0, least) : from + blank + 1
  const high = most >= last ? last : Math.max(end, text.lastIndexOf(' ', most))
  const words = text.slice(low, high).toWellFormed().replaceAll(/\s+/g, ' ').trim()
  return `${low > first || (low === from && from > 0 && opening === undefined) ? '… ' : ''}${words}${high < last ? ' …' : ''}`
}
