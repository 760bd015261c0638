// The content of a paper, walked once from top to bottom: text with its look, cells, boxes, what is deleted or hidden.
import { drawsBorders, type RunLook, type Styles } from './look.ts'
import type { Numberer } from './numbering.ts'
import type { Flow, PaperCell, PaperParagraph, PaperTable, Piece, Place } from './read-model.ts'
import { childOf, childrenOf, valueOf, within, type XmlNode } from './xml-tree.ts'

type Parts = {
  readonly styles: Styles
  readonly numberer: Numberer
  /** Called at the end of each section but the last. */
  readonly onSection: (properties: XmlNode) => void
}

type Gathered = { pieces: Piece[]; boxes: XmlNode[]; drawnLines: number; breaksPage: boolean }
type Frame = { readonly properties: XmlNode | undefined; readonly tableStyle: string | undefined }
type PlaceOf = (line: number) => Place

const WRAPPERS = new Set(['w:hyperlink', 'w:smartTag', 'w:customXml', 'w:fldSimple', 'w:dir', 'w:bdo', 'w:sdtContent'])
const ADDED = new Set(['w:ins', 'w:moveTo'])
const TAKEN = new Set(['w:del', 'w:moveFrom'])
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:sym': '•',
}

/** Newer programs write a drawing twice; only one of the two is seen. */
const seen = (node: XmlNode): readonly XmlNode[] =>
  node.name === 'mc:AlternateContent'
    ? ((childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback'))?.children ?? [])
    : node.children

const isLine = (node: XmlNode): boolean => {
  if (node.name === 'v:line' || node.name === 'wps:cxnSp') return true
  if (node.name === 'a:prstGeom') return /^(?:line|straightConnector)/.test(node.attributes.get('prst') ?? '')
  if (node.name === 'v:shape')
    return node.attributes.has('o:connectortype') || node.attributes.get('type')?.endsWith('_t32') === true
  return node.name === 'v:rect' && node.attributes.get('o:hr') === 't'
}

export class ContentReader {
  readonly paragraphs: PaperParagraph[] = []
  readonly tables: PaperTable[] = []
  trackedChanges = 0
  hiddenLetters = 0
  readonly #parts: Parts
  #section = 0
  #number = 0
  #tableCount = 0
  #boxCount = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Paragraphs and tables in order. `placeOf` gives the place of the n-th paragraph with text. */
  blocks(nodes: readonly XmlNode[], placeOf: PlaceOf, tableStyle?: string): Flow[] {
    const flow: Flow[] = []
    let line = 0
    const walk = (list: readonly XmlNode[]): void => {
      for (const node of list) {
        if (node.name === 'w:p') {
          const made = this.#paragraph(node, placeOf(line + 1), tableStyle)
          flow.push(...made.map((paragraph): Flow => ({ kind: 'paragraph', paragraph })))
          if (made.at(-1)?.text.trim() !== '') line += 1
        } else if (node.name === 'w:tbl') flow.push({ kind: 'table', table: this.#table(node) })
        else if (node.name === 'w:sdt') walk(childOf(node, 'w:sdtContent')?.children ?? [])
        else if (ADDED.has(node.name) || WRAPPERS.has(node.name)) walk(node.children)
        else if (node.name === 'mc:AlternateContent') walk(seen(node))
      }
    }
    walk(nodes)
    return flow
  }

  /** The paragraph, after those of the boxes anchored in it. */
  #paragraph(node: XmlNode, place: Place, tableStyle: string | undefined): PaperParagraph[] {
    const { styles, numberer, onSection } = this.#parts
    const properties = childOf(node, 'w:pPr')
    const look = styles.paragraph(properties, tableStyle)
    const into: Gathered = { pieces: [], boxes: [], drawnLines: 0, breaksPage: look.breakBefore }
    this.#gather(node.children, { properties, tableStyle }, null, into)
    const boxed = into.boxes.flatMap((box) => this.#box(box))
    const words = into.pieces.map((piece) => piece.text).join('')
    const label = words.trim() === '' ? '' : numberer(look.numbering)
    const text = label === '' ? words : `${label} ${words}`
    if (words.trim() !== '') this.#number += 1
    const mark = styles.run(childOf(properties, 'w:rPr'), properties, tableStyle)
    const made: PaperParagraph = {
      number: this.#number,
      place,
      pieces: into.pieces,
      text,
      look,
      section: this.#section,
      drawnLines: into.drawnLines,
      breaksPage: into.breaksPage,
      markPt: mark.sizePt,
    }
    this.paragraphs.push(made)
    const section = childOf(properties, 'w:sectPr')
    if (section !== undefined) {
      onSection(section)
      this.#section += 1
    }
    return [...boxed, made]
  }

  #box(content: XmlNode): PaperParagraph[] {
    this.#boxCount += 1
    const box = this.#boxCount
    const flow = this.blocks(content.children, (line) => ({ kind: 'box', box, line }))
    return flow.flatMap((it) => (it.kind === 'paragraph' ? [it.paragraph] : []))
  }

  #gather(nodes: readonly XmlNode[], frame: Frame, figure: string | null, into: Gathered): void {
    for (const node of nodes) {
      if (node.name === 'w:r') this.#run(node, frame, figure, into)
      else if (node.name === 'w:sdt') {
        const tag = valueOf(childOf(node, 'w:sdtPr'), 'w:tag') ?? figure
        this.#gather(childOf(node, 'w:sdtContent')?.children ?? [], frame, tag, into)
      } else if (TAKEN.has(node.name)) this.trackedChanges += 1
      else if (ADDED.has(node.name)) {
        this.trackedChanges += 1
        this.#gather(node.children, frame, figure, into)
      } else if (WRAPPERS.has(node.name) || node.name === 'mc:AlternateContent')
        this.#gather(seen(node), frame, figure, into)
    }
  }

  #run(node: XmlNode, frame: Frame, figure: string | null, into: Gathered): void {
    const properties = childOf(node, 'w:rPr')
    const look = this.#parts.styles.run(properties, frame.properties, frame.tableStyle)
    if (childOf(properties, 'w:rPrChange') !== undefined) this.trackedChanges += 1
    let text = ''
    for (const child of node.children) {
      if (child.name === 'w:t') text += child.text
      else if (child.name === 'w:br') {
        if (child.attributes.get('w:type') === 'page') into.breaksPage = true
        else text += '\n'
      } else if (SIGNS[child.name] !== undefined) text += SIGNS[child.name]
      else if (child.name === 'w:drawing' || child.name === 'w:pict' || child.name === 'mc:AlternateContent')
        this.#drawing(child, into)
    }
    if (text === '') return
    if (look.hidden) this.hiddenLetters += text.length
    else into.pieces.push({ text: shown(text, look), look, figure })
  }

  #drawing(node: XmlNode, into: Gathered): void {
    if (node.name === 'w:txbxContent') return void into.boxes.push(node)
    if (isLine(node)) into.drawnLines += 1
    for (const child of seen(node)) this.#drawing(child, into)
  }

  #table(node: XmlNode): PaperTable {
    this.#tableCount += 1
    const number = this.#tableCount
    const properties = childOf(node, 'w:tblPr')
    const style = valueOf(properties, 'w:tblStyle')
    const section = this.#section
    // Taken before its cells are walked, so that tables stand in the order in which they begin.
    const at = this.tables.push({ number, isBordered: false, rows: [], section }) - 1
    const rows = unwrapped(node, 'w:tr')
      .filter((row) => childOf(childOf(row, 'w:trPr'), 'w:del') === undefined)
      .map((row, index) => this.#row(row, number, index + 1, style))
    const made = { number, isBordered: this.#isBordered(node, style), rows, section }
    this.tables[at] = made
    return made
  }

  #row(node: XmlNode, table: number, row: number, style: string | undefined): PaperCell[] {
    const cells = unwrapped(node, 'w:tc')
    return cells.map((cell, index): PaperCell => {
      const place = { kind: 'cell', table, row, column: index + 1, columns: cells.length } as const
      const flow = this.blocks(cell.children, (line) => ({ ...place, line }), style)
      const paragraphs = flow.flatMap((it) => (it.kind === 'paragraph' ? [it.paragraph] : []))
      const properties = childOf(cell, 'w:tcPr')
      const merge = childOf(properties, 'w:vMerge')
      return {
        paragraphs,
        text: paragraphs
          .map((paragraph) => paragraph.text)
          .join('\n')
          .trim(),
        span: Math.min(64, Math.max(1, Number(valueOf(properties, 'w:gridSpan') ?? 1) || 1)),
        isContinued: merge !== undefined && merge.attributes.get('w:val') !== 'restart',
      }
    })
  }

  #isBordered(node: XmlNode, style: string | undefined): boolean {
    const own = childOf(childOf(node, 'w:tblPr'), 'w:tblBorders')
    if (own === undefined ? this.#parts.styles.hasBorders(style) : drawsBorders(own)) return true
    const cells = unwrapped(node, 'w:tr').flatMap((row) => unwrapped(row, 'w:tc'))
    const drawn = cells.filter((cell) => drawsBorders(childOf(childOf(cell, 'w:tcPr'), 'w:tcBorders')))
    return drawn.length * 2 > cells.length
  }
}

const shown = (text: string, look: RunLook): string => (look.caps ? text.toUpperCase() : text)

/** Children of a name, also those that a control or a tracked change holds. */
function unwrapped(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => {
    if (child.name === name) return [child]
    if (child.name === 'w:sdt') return unwrapped(childOf(child, 'w:sdtContent') ?? child, name)
    return ADDED.has(child.name) || child.name === 'w:customXml' ? unwrapped(child, name) : []
  })
}

/** How many notes of reviewers a file keeps. */
export const commentsIn = (root: XmlNode | undefined): number =>
  root === undefined ? 0 : [...within(root, 'w:comment')].length

/** The section that ends the document. */
export const lastSection = (body: XmlNode): XmlNode | undefined => childrenOf(body, 'w:sectPr').at(-1)
