// Lines and tables as a file gives them → one text with the places of its tables and its furniture.
import type { Contents, Span, TextTable } from '@kheo/reader/contents.ts'
import { convertOldText } from '@kheo/reader/encoding/convert.ts'
import { setAside } from '@kheo/reader/furniture/set-aside.ts'

/** `isAside`: the file itself says that the line is no part of its matter. */
export type Line = { readonly kind: 'line'; readonly text: string; readonly isAside?: boolean }
export type Table = { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
export type Block = Line | Table

export type Cell = { readonly blocks: readonly Block[]; readonly columns: number; readonly rows: number }

export type Assembled = Contents & { readonly encoding: string | undefined }

const MOST_COLUMNS = 300
const MOST_ROWS = 20_000

export const lineOf = (text: string): Line => ({ kind: 'line', text })

/** Each cell where it begins, the places that a merged one covers empty. */
function gridOf(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: string[][] = rows.map(() => [])
  const taken = rows.map(() => new Set<number>())
  for (const [at, cells] of rows.entries()) {
    let column = 0
    for (const cell of cells) {
      while (taken[at]?.has(column)) column += 1
      if (column >= MOST_COLUMNS) break
      const wide = Math.min(Math.max(cell.columns, 1), MOST_COLUMNS - column)
      const high = Math.min(Math.max(cell.rows, 1), rows.length - at)
      for (let row = at; row < at + high; row += 1)
        for (let over = column; over < column + wide; over += 1) taken[row]?.add(over)
      const line = grid[at] as string[]
      line[column] = cell.blocks
        .map((block) => (block.kind === 'line' ? block.text : ''))
        .join(' ')
        .trim()
      column += wide
    }
  }
  return grid.map((line, at) => {
    const width = Math.max(line.length, ...[...(taken[at] ?? [])].map((column) => column + 1))
    return Array.from({ length: width }, (_, column) => line[column] ?? '')
  })
}

const filled = (cell: Cell): number =>
  cell.blocks.filter((block) => block.kind === 'table' || block.text.trim() !== '').length

/**
 * A table as a table, or as the lines of its cells where it only places words on a page: the head and the foot of a paper, the frame
 * of a web page.
 */
export function tableBlocks(rows: readonly (readonly Cell[])[]): readonly Block[] {
  const cells = rows.flat()
  const holdsTable = cells.some((cell) => cell.blocks.some((block) => block.kind === 'table'))
  const isPlacing = rows.length <= 2 && cells.some((cell) => filled(cell) > 1)
  const isSingle = rows.length < 2 || rows.every((row) => row.length < 2)
  if (holdsTable || isPlacing || isSingle) return cells.flatMap((cell) => cell.blocks)
  return [{ kind: 'table', rows: gridOf(rows.slice(0, MOST_ROWS)) }]
}

const flat = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
/** Only after the conversion: in an old font the soft hyphen is a letter. */
const cleaned = (text: string): string => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')

const isBlank = (block: Block | undefined): boolean =>
  block === undefined || (block.kind === 'line' && flat(block.text) === '')

/** The parts that the page itself sets aside are believed when they leave most of the words. */
function asideOf(lines: readonly (Span & { readonly isAside: boolean })[]): readonly Span[] {
  const size = (of: readonly Span[]): number => of.reduce((sum, { start, end }) => sum + end - start, 0)
  const aside = lines.filter((line) => line.isAside)
  return size(aside) * 2 <= size(lines) ? aside.map(({ start, end }) => ({ start, end })) : []
}

const together = (one: readonly Span[], two: readonly Span[]): Span[] => {
  const sorted = [...one, ...two]
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  return sorted.filter((span, at) => at === 0 || span.start !== sorted[at - 1]?.start)
}

/** `isPage`: furniture is looked for. At most one empty line stands between two lines. */
export function assemble(blocks: readonly Block[], isPage: boolean): Assembled {
  const kept = blocks.filter((block, at) => !isBlank(block) || (at > 0 && !isBlank(blocks[at - 1])))
  const pieces = kept.flatMap((block) => (block.kind === 'line' ? [flat(block.text)] : block.rows.flat().map(flat)))
  const { text: converted, encoding } = convertOldText(pieces.join('\n'))
  const words = converted.split('\n').map(cleaned)
  let next = 0
  let text = ''
  const tables: TextTable[] = []
  const lines: (Span & { readonly isAside: boolean })[] = []
  const put = (): Span => {
    const start = text.length
    text += words[next] ?? ''
    next += 1
    return { start, end: text.length }
  }
  for (const block of kept) {
    if (block.kind === 'line') {
      lines.push({ ...put(), isAside: block.isAside === true })
      text += '\n'
      continue
    }
    const rows = block.rows.map((row) => {
      const spans = row.map((_, at) => {
        if (at > 0) text += '\t'
        return put()
      })
      text += '\n'
      return spans
    })
    tables.push({ rows })
  }
  return { text, tables, furniture: isPage ? together(asideOf(lines), setAside(text)) : [], encoding }
}
