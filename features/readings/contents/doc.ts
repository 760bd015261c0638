// The text of a Word file of the years 1997–2003.
import WordExtractor from 'word-extractor'
import { type Block, type Cell, lineOf, tableBlocks } from './blocks.ts'

/** Where the head of the document can begin, and the sign of one that is locked. */
const SECTOR = 512
const MAGIC = 0xa5ec
const FLAGS_AT = 10
const LOCKED = 0x0100

/** Word keeps the words of a locked file unreadable and its head open. */
export function isLockedDoc(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = SECTOR; at + SECTOR <= bytes.length; at += SECTOR)
    if (view.getUint16(at, true) === MAGIC) return (view.getUint16(at + FLAGS_AT, true) & LOCKED) !== 0
  return false
}

const cellOf = (text: string): Cell => ({ blocks: [lineOf(text)], columns: 1, rows: 1 })
const tabs = (line: string): number => line.split('\t').length - 1

/** Rows come as lines that end with a tab. A cell of several paragraphs parts its row over lines; the row before tells how wide it is. */
export function docBlocks(body: string): readonly Block[] {
  const blocks: Block[] = []
  let rows: string[] = []
  let open: string[] = []
  const close = (): void => {
    const row = rows.map((line) => line.slice(0, -1).split('\t').map(cellOf))
    blocks.push(...(row.length === 1 ? (row[0] ?? []).flatMap((cell) => cell.blocks) : tableBlocks(row)))
    rows = []
    blocks.push(...open.map(lineOf))
    open = []
  }
  for (const line of body.split('\n')) {
    const joined = [...open, line].join(' ')
    const width = rows.length === 0 ? undefined : tabs(rows.at(-1) ?? '')
    if (line.endsWith('\t') && (width === undefined || tabs(joined) === width || open.length === 0)) {
      rows.push(joined)
      open = []
    } else if (width !== undefined && tabs(joined) < width && (open.length > 0 || line.includes('\t'))) open.push(line)
    else {
      close()
      blocks.push(lineOf(line))
    }
  }
  close()
  return blocks
}

/** The library writes this word for Word's optional hyphen, which in an old font is a letter. */
const HYPHEN = /undefined/g

/** Throws for a file that the library cannot read. */
export async function readDoc(bytes: Uint8Array): Promise<readonly Block[]> {
  const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const body = document.getBody({ filterUnicode: false }).replace(HYPHEN, '\u00ad')
  const notes = document.getFootnotes({ filterUnicode: false }).replace(HYPHEN, '\u00ad')
  return [
    ...docBlocks(body),
    ...notes
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(lineOf),
  ]
}
