// Which lines of a page are its furniture: menus, buttons, counters, days of posting, headings of other news. By shape alone.
import type { Span } from '../contents.ts'
import { kindOf, type LineKind } from './lines.ts'

type Line = { readonly start: number; readonly end: number; readonly kind: LineKind }

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const kind = kindOf(text.slice(start, end))
    if (kind !== 'blank') lines.push({ start, end, kind })
    start = end + 1
  }
  return lines
}

/** A day alone is of the page when it stands in these first lines, above the article. */
const HEAD_LINES = 8
/** A plain counter speaks for the weak ones this near. */
const NEAR = 8

/** Marks what lies within `NEAR` lines of a plain counter, with no prose between. */
function nearCounters(lines: readonly Line[]): readonly boolean[] {
  const near = lines.map(() => false)
  for (const walk of [lines.keys(), [...lines.keys()].toReversed()]) {
    let left = 0
    for (const at of walk) {
      const kind = lines[at]?.kind
      left = kind === 'counter' ? NEAR : kind === 'prose' ? 0 : left - 1
      if (left > 0) near[at] = true
    }
  }
  return near
}

/**
 * Spans of whole lines, in order, apart. Lines of the article are never among them: what follows a heading of other news counts as
 * furniture only when no prose follows, and a day alone only above the article. Meant for pages and text copied from them; in an
 * office's own paper the same words may be its content. Time grows with the length.
 */
export function setAside(text: string): Span[] {
  const lines = linesOf(text)
  const near = nearCounters(lines)
  const firstProse = lines.findIndex(({ kind }) => kind === 'prose')
  const lastProse = lines.findLastIndex(({ kind }) => kind === 'prose')
  const hasArticle = lastProse !== -1
  const end = hasArticle ? lines.findIndex(({ kind }, at) => at > lastProse && kind === 'related') : -1
  const isAside = ({ kind }: Line, at: number): boolean => {
    if (end !== -1 && at >= end) return true
    if (kind === 'weakCounter') return near[at] === true
    if (kind === 'day') return hasArticle && at < Math.min(firstProse, HEAD_LINES)
    if (kind === 'footer') return hasArticle && at > lastProse
    return kind === 'button' || kind === 'counter' || kind === 'related' || kind === 'posted'
  }
  return lines.filter(isAside).map(({ start, end }) => ({ start, end }))
}
