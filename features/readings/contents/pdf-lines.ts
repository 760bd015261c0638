// Words at places on pages without tags → lines → paragraphs, by margins and ends of lines. Nothing is cut with a hyphen in Vietnamese.

/** Points from the left and the bottom of the page; `right` is where the words end. */
export type Placed = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
}

export type PdfLine = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  readonly isParted: boolean
}

/** In sizes of the letters: the same line, a blank between words, a gap between columns. */
const SAME_LINE = 0.35
const BLANK_FROM = 0.15
const GAP_FROM = 2

const joinedLine = (items: readonly Placed[]): PdfLine => {
  const sorted = items.toSorted((one, two) => one.left - two.left)
  let text = ''
  let right = sorted[0]?.left ?? 0
  let isParted = false
  for (const item of sorted) {
    const gap = (item.left - right) / item.size
    if (text !== '' && gap > GAP_FROM) {
      text = `${text.trimEnd()}\t`
      isParted = true
    } else if (text !== '' && gap > BLANK_FROM && !text.endsWith(' ') && !item.text.startsWith(' ')) text += ' '
    text += item.text
    right = Math.max(right, item.right)
  }
  const [first] = sorted
  const size = Math.max(...sorted.map((item) => item.size))
  return { text: text.trim(), left: first?.left ?? 0, right, base: first?.base ?? 0, size, isParted }
}

/** Lines in the order in which the file draws them. */
export function linesOf(items: readonly Placed[]): PdfLine[] {
  const lines: Placed[][] = []
  for (const item of items.filter((each) => each.text.trim() !== '')) {
    const [first] = lines.at(-1) ?? []
    if (first !== undefined && Math.abs(first.base - item.base) <= SAME_LINE * Math.max(first.size, item.size))
      lines.at(-1)?.push(item)
    else lines.push([item])
  }
  return lines.map(joinedLine)
}

/** In sizes of the letters: how far a full line may end before the margin, an indent, the step to the next line. */
const SHORT_BY = 3
const INDENT = 0.8
const STEP = 2.2
const BEGINS = /^(?:[-–+•*●▪]\s?\S|\d{1,3}(?:\.\d{1,3}){0,3}[.)/]\s|[a-zđ]\)|[IVX]{1,5}\.\s)/u
const NUMBER_ONLY = /^(?:trang\s?)?[-–]?\s?\d{1,4}\s?[-–]?$/i

const startsLow = (text: string): boolean => /^\p{Ll}/u.test(text)

function continues(
  before: PdfLine,
  line: PdfLine,
  margin: { readonly left: number; readonly right: number },
  isNewPage: boolean,
): boolean {
  if (before.isParted || line.isParted || BEGINS.test(line.text)) return false
  if (isNewPage) return startsLow(line.text) && !/[.;:!?]$/.test(before.text)
  const step = before.base - line.base
  if (step <= 0 || step > STEP * line.size || Math.abs(before.size - line.size) > 1) return false
  const isFull = before.right >= margin.right - SHORT_BY * line.size
  return isFull && (startsLow(line.text) || line.left <= margin.left + INDENT * line.size)
}

/** Where most lines of a page begin and end. */
function marginsOf(lines: readonly PdfLine[]): { readonly left: number; readonly right: number } {
  const long = lines.filter((line) => !line.isParted)
  const lefts = long.map((line) => line.left).toSorted((one, two) => one - two)
  return { left: lefts[Math.floor(lefts.length / 4)] ?? 0, right: Math.max(0, ...long.map((line) => line.right)) }
}

/** Paragraphs of all pages; a line with a wide gap stands alone, the gap as a tab. A number alone at the edge of a page is left out. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): string[] {
  const paragraphs: string[] = []
  let before: PdfLine | undefined
  for (const page of pages) {
    const lines = page.filter((line, at) => !((at === 0 || at === page.length - 1) && NUMBER_ONLY.test(line.text)))
    const margin = marginsOf(lines)
    for (const [at, line] of lines.entries()) {
      const isSame = before !== undefined && continues(before, line, margin, at === 0)
      if (isSame) paragraphs[paragraphs.length - 1] += ` ${line.text}`
      else paragraphs.push(line.text)
      before = line
    }
  }
  return paragraphs
}
