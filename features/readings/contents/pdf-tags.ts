// A page of a PDF with tags → its paragraphs and tables, as the program that made it told them.
import { type Block, type Cell, lineOf, tableBlocks } from './blocks.ts'

type Leaf = { readonly type: string; readonly id?: string }
export type Branch = { readonly role: string; readonly children: readonly (Branch | Leaf)[] }
export type Marked =
  | { readonly type: string; readonly id?: string }
  | { readonly str: string; readonly hasEOL: boolean }

/** The words of each marked piece of the page, by its mark. */
export function wordsByMark(items: readonly Marked[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if ('str' in item) {
      const mark = open.findLast((id) => id !== '') ?? ''
      const before = words.get(mark) ?? ''
      words.set(mark, before + item.str + (item.hasEOL ? ' ' : ''))
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? '')
  }
  return words
}

const isBranch = (node: Branch | Leaf): node is Branch => 'children' in node
const LINES = new Set([
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Caption',
  'Title',
  'TOCI',
  'LBody',
  'Note',
  'BlockQuote',
])
const DEEPEST = 100

function told(node: Branch | Leaf, words: ReadonlyMap<string, string>, depth: number): string {
  if (!isBranch(node)) return words.get(node.id ?? '-') ?? ''
  return depth > DEEPEST ? '' : node.children.map((child) => told(child, words, depth + 1)).join('')
}

const rowsIn = (node: Branch): Branch[] =>
  node.children
    .filter(isBranch)
    .flatMap((child) =>
      child.role === 'TR' ? [child] : child.role.startsWith('T') && child.role !== 'Table' ? rowsIn(child) : [],
    )

/** Blocks of a branch; words outside of any paragraph are lines of their own. */
export function taggedBlocks(node: Branch | Leaf, words: ReadonlyMap<string, string>, depth = 0): readonly Block[] {
  if (depth > DEEPEST) return []
  if (
    !isBranch(node) ||
    (LINES.has(node.role) &&
      !node.children.some((child) => isBranch(child) && (child.role === 'Table' || LINES.has(child.role))))
  ) {
    const text = told(node, words, depth).replace(/\s+/g, ' ').trim()
    return text === '' ? [] : [lineOf(text)]
  }
  if (node.role === 'Table') {
    const rows = rowsIn(node).map((row) =>
      row.children
        .filter(isBranch)
        .map((cell): Cell => ({ blocks: taggedBlocks(cell, words, depth + 1), columns: 1, rows: 1 })),
    )
    return tableBlocks(rows)
  }
  // Neighbouring pieces that stand in no paragraph belong together.
  const blocks: Block[] = []
  let loose = ''
  const flush = (): void => {
    const text = loose.replace(/\s+/g, ' ').trim()
    if (text !== '') blocks.push(lineOf(text))
    loose = ''
  }
  for (const child of node.children) {
    if (!isBranch(child) || child.role === 'Span' || child.role === 'Link' || child.role === 'Lbl') {
      loose += told(child, words, depth + 1)
      continue
    }
    flush()
    blocks.push(...taggedBlocks(child, words, depth + 1))
  }
  flush()
  return blocks
}

export const lettersOf = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) => sum + (block.kind === 'line' ? [block.text] : block.rows.flat()).join('').replace(/\s/g, '').length,
    0,
  )
