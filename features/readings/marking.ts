// A text cut where its marks begin and end, so that a screen can draw it: paragraphs, rows of tables, pieces. Pure.
//
// Every letter of the text stands in exactly one piece, in order; breaks between lines and tabs between cells stand in none.

export type Span = { readonly start: number; readonly end: number }

export type Piece<M> = {
  readonly text: string
  /** Where the piece begins in the whole text. */
  readonly start: number
  readonly mark: M | undefined
  /** Furniture of the page, which was set aside. */
  readonly isAside: boolean
}

/** A line of the text; a row of a table has several cells. */
type Line<M> = { readonly start: number; readonly cells: readonly (readonly Piece<M>[])[] }

export type Block<M> =
  | { readonly kind: 'paragraph'; readonly line: Line<M> }
  | { readonly kind: 'table'; readonly rows: readonly Line<M>[] }

/** Marks in order and apart: what begins before the end of the one before is dropped, and so is what has no letters. */
function apart<M extends Span>(marks: readonly M[], length: number): readonly M[] {
  let end = 0
  return marks
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((mark) => {
      if (mark.start < end || mark.end <= mark.start || mark.end > length) return false
      end = mark.end
      return true
    })
}

/** Walks spans that are in order; asked for growing places, it answers the span at or after each. */
function walker<S extends Span>(spans: readonly S[]) {
  let at = 0
  return (place: number): S | undefined => {
    while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= place) at += 1
    return spans[at]
  }
}

type Walks<M> = {
  readonly text: string
  readonly marked: (at: number) => M | undefined
  readonly aside: (at: number) => Span | undefined
}

function piecesOf<M extends Span>(walks: Walks<M>, from: number, to: number): readonly Piece<M>[] {
  const pieces: Piece<M>[] = []
  for (let at = from; at < to; ) {
    const mark = walks.marked(at)
    const isIn = mark !== undefined && mark.start <= at
    const aside = walks.aside(at)
    const isAside = aside !== undefined && aside.start <= at
    // A mark is one piece, also where what is set aside ends within it.
    const edge = isAside ? aside.end : (aside?.start ?? to)
    const end = Math.min(to, isIn ? mark.end : Math.min(mark?.start ?? to, edge))
    pieces.push({ text: walks.text.slice(at, end), start: at, mark: isIn ? mark : undefined, isAside })
    at = end
  }
  return pieces
}

function lineOf<M extends Span>(walks: Walks<M>, from: number, to: number): Line<M> {
  const cells: (readonly Piece<M>[])[] = []
  let at = from
  for (const cell of walks.text.slice(from, to).split('\t')) {
    cells.push(piecesOf(walks, at, at + cell.length))
    at += cell.length + 1
  }
  return { start: from, cells }
}

/** The blocks of a text, blank lines left out. Time grows with the text. */
export function blocksOf<M extends Span>(
  text: string,
  marks: readonly M[],
  setAside: readonly Span[],
): readonly Block<M>[] {
  const walks = { text, marked: walker(apart(marks, text.length)), aside: walker(apart(setAside, text.length)) }
  const blocks: Block<M>[] = []
  let rows: Line<M>[] = []
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows })
    rows = []
  }
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const end = found === -1 ? text.length : found
    if (text.slice(at, end).trim() === '') endTable()
    else {
      const line = lineOf(walks, at, end)
      if (line.cells.length > 1) rows.push(line)
      else {
        endTable()
        blocks.push({ kind: 'paragraph', line })
      }
    }
    at = end + 1
  }
  endTable()
  return blocks
}
