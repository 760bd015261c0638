// The text of a .docx: paragraphs, tables, footnotes. The library sees only the parts that the guard wrote again.
import { type FontRun, convertRuns } from '@kheo/reader/encoding/runs.ts'
import { type OldLetters, oldLettersOf } from '@kheo/reader/encoding/old-letters.ts'
import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { type Block, type Cell, lineOf, tableBlocks } from './blocks.ts'

/** What is used of the library's own model of a document. */
type Node = {
  readonly type: string
  readonly children?: readonly Node[]
  readonly value?: string
  readonly font?: string | null
  readonly styleId?: string | null
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly notes?: { readonly resolve: (reference: Node) => { readonly body: readonly Node[] } | null }
}

const attribute = (xml: string, tag: string, name: string): string | undefined => {
  const at = xml.indexOf(`<${tag} `)
  if (at === -1) return undefined
  const head = xml.slice(at, xml.indexOf('>', at) + 1)
  return new RegExp(`\\b${name}="([^"]{0,200})"`).exec(head)?.[1]
}

type StyleFonts = {
  readonly of: (styleId: string | null | undefined) => string | undefined
  readonly plain: string | undefined
}
const DEEPEST = 20

/** Fonts of styles, as far as the file's own list names them. */
function styleFonts(xml: string): StyleFonts {
  const styles = new Map(
    xml
      .split('<w:style ')
      .slice(1)
      .map((piece) => {
        const style = `<w:style ${piece}`
        const font = attribute(style, 'w:rFonts', 'w:ascii')
        return [
          attribute(style, 'w:style', 'w:styleId') ?? '',
          { font, after: attribute(style, 'w:basedOn', 'w:val') },
        ] as const
      }),
  )
  const fontOf = (id: string | null | undefined, depth: number): string | undefined => {
    const style = styles.get(id ?? '')
    return style === undefined || depth > DEEPEST ? undefined : (style.font ?? fontOf(style.after, depth + 1))
  }
  const [defaults = '', ...listed] = xml.split('<w:style ')
  const usual = listed.find(
    (style) => /^[^>]{0,400}w:default="(?:1|true)"/.test(style) && /^[^>]{0,400}w:type="paragraph"/.test(style),
  )
  const usualId = attribute(`<w:style ${usual ?? ''}`, 'w:style', 'w:styleId')
  return { of: (id) => fontOf(id, 0), plain: fontOf(usualId, 0) ?? attribute(defaults, 'w:rFonts', 'w:ascii') }
}

/** Walks the document and keeps the runs of each line with their letters, to be converted when all are known. */
class Walk {
  readonly #fonts: StyleFonts
  readonly runs: FontRun[][] = []
  readonly noteReferences: Node[] = []

  constructor(fonts: StyleFonts) {
    this.#fonts = fonts
  }

  /** A line stands as the number of its runs until they are converted. */
  #line(): FontRun[] {
    const line: FontRun[] = []
    this.runs.push(line)
    return line
  }

  #collect(
    node: Node,
    style: string | undefined,
    into: { line: FontRun[]; readonly numbers: number[] },
    letters?: OldLetters,
  ): void {
    if (node.type === 'text') into.line.push({ text: node.value ?? '', letters })
    else if (node.type === 'tab') into.line.push({ text: ' ', letters })
    else if (node.type === 'noteReference') this.noteReferences.push(node)
    else if (node.type === 'break') {
      into.numbers.push(this.runs.length)
      into.line = this.#line()
    }
    const own = node.type === 'run' ? (node.font ?? this.#fonts.of(node.styleId) ?? style ?? '') : undefined
    const held = own === undefined ? letters : oldLettersOf(own)
    for (const child of node.children ?? []) this.#collect(child, style, into, held)
  }

  paragraph(node: Node): number[] {
    const numbers = [this.runs.length]
    this.#collect(node, this.#fonts.of(node.styleId) ?? this.#fonts.plain, { line: this.#line(), numbers })
    return numbers
  }
}

type Draft =
  | { readonly kind: 'line'; readonly number: number }
  | { readonly kind: 'table'; readonly rows: readonly (readonly DraftCell[])[] }
type DraftCell = { readonly blocks: readonly Draft[]; readonly columns: number; readonly rows: number }

function draftsOf(nodes: readonly Node[], walk: Walk): readonly Draft[] {
  return nodes.flatMap((node): readonly Draft[] => {
    if (node.type === 'paragraph') return walk.paragraph(node).map((number) => ({ kind: 'line', number }))
    if (node.type !== 'table') return draftsOf(node.children ?? [], walk)
    const rows = (node.children ?? []).map((row) =>
      (row.children ?? []).map((cell) => ({
        blocks: draftsOf(cell.children ?? [], walk),
        columns: cell.colSpan ?? 1,
        rows: cell.rowSpan ?? 1,
      })),
    )
    return [{ kind: 'table', rows }]
  })
}

function blocksOf(drafts: readonly Draft[], lines: readonly string[]): readonly Block[] {
  return drafts.flatMap((draft): readonly Block[] => {
    if (draft.kind === 'line') return [lineOf(lines[draft.number] ?? '')]
    const cells = draft.rows.map((row) => row.map((cell): Cell => ({ ...cell, blocks: blocksOf(cell.blocks, lines) })))
    return tableBlocks(cells)
  })
}

/** `encoding`: of old fonts that the file names and whose letters were converted. */
export type DocxRead = { readonly blocks: readonly Block[]; readonly encoding: string | undefined }

/** `parts`: the XML parts as the guard gave them. Throws for a document that the library cannot read. */
export async function readDocx(parts: ReadonlyMap<string, string>): Promise<DocxRead> {
  const packed = zipSync(Object.fromEntries([...parts].map(([path, text]) => [path, strToU8(text)])), { level: 0 })
  let found: Node | undefined
  const transformDocument = (document: Node): Node => {
    found = document
    // Nothing is left to be drawn as HTML.
    return { ...document, children: [] }
  }
  await mammoth.convertToHtml(
    { buffer: Buffer.from(packed) },
    { transformDocument, includeEmbeddedStyleMap: false, externalFileAccess: false },
  )
  const walk = new Walk(styleFonts(parts.get('word/styles.xml') ?? ''))
  const body = draftsOf(found?.children ?? [], walk)
  const notes = walk.noteReferences.flatMap((reference) => found?.notes?.resolve(reference)?.body ?? [])
  const drafts = [...body, ...draftsOf(notes, walk)]
  const { lines, believed } = convertRuns(walk.runs)
  return { blocks: blocksOf(drafts, lines), encoding: believed[0]?.replace('-capitals', '') }
}
