// The lines and tables of a page, in the order of its text; what the page itself marks as menu, foot or hidden is set aside.
import { type Block, type Cell, tableBlocks } from './blocks.ts'
import { attributeOf, htmlTokens } from './html-tokens.ts'

const BREAKING = new Set(
  'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const ASIDE_TAGS = new Set(['nav', 'footer', 'aside'])
/** Words of a class by which makers of pages call their furniture. */
const ASIDE_NAMES = new Set(
  'breadcrumb breadcrumbs navbar nav menu topmenu mainmenu sidebar footer share sharing social related comment comments counter pagination paging rating poll vote banner advert thongke lienket tinlienquan'.split(
    ' ',
  ),
)
/** A name with such a word holds the matter itself, whatever else it says. */
const MATTER_NAMES = new Set('article body content detail details news noidung page post'.split(' '))
const CALLED = new Set(['div', 'section', 'ul', 'ol', 'td', 'table', 'span', 'li'])
const DEEPEST_TABLE = 20
const MOST_OPEN = 1000
const SOUGHT = 100

type Open = { readonly name: string; readonly isAside: boolean }
type OpenTable = { readonly rows: Cell[][]; cell: { blocks: Block[]; columns: number; rows: number } | undefined }

function isCalledAside(name: string, attributes: string): boolean {
  if (!CALLED.has(name)) return false
  const called = `${attributeOf(attributes, 'class') ?? ''} ${attributeOf(attributes, 'id') ?? ''}`
  const words = called
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return words.some((word) => ASIDE_NAMES.has(word)) && !words.some((word) => MATTER_NAMES.has(word))
}

function isHidden(attributes: string): boolean {
  if (attributeOf(attributes, 'hidden') !== undefined) return true
  return /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i.test(attributeOf(attributes, 'style') ?? '')
}

const spanOf = (attributes: string, name: string): number => {
  const value = Number(attributeOf(attributes, name) ?? '1')
  return Number.isInteger(value) && value > 0 ? value : 1
}

class Page {
  readonly blocks: Block[] = []
  readonly #open: Open[] = []
  readonly #tables: OpenTable[] = []
  #line = ''
  #aside = 0
  /** Tables deeper than is sensible, whose tags are passed over. */
  #deeper = 0

  text(words: string): void {
    this.#line += words
  }

  #put(blocks: readonly Block[]): void {
    const cell = this.#tables.at(-1)?.cell
    const into = cell === undefined ? this.blocks : cell.blocks
    for (const block of blocks) into.push(block)
  }

  break(): void {
    const text = this.#line.replace(/[^\S\u00a0]+/g, ' ').trim()
    this.#line = ''
    if (text !== '') this.#put([{ kind: 'line', text, isAside: this.#aside > 0 }])
  }

  #endCell(): void {
    const table = this.#tables.at(-1)
    if (table?.cell === undefined) return
    const { cell } = table
    table.cell = undefined
    if (table.rows.length === 0) table.rows.push([])
    table.rows.at(-1)?.push(cell)
  }

  #openTablePart(name: string, attributes: string): void {
    if (name === 'table') {
      if (this.#tables.length >= DEEPEST_TABLE) this.#deeper += 1
      else this.#tables.push({ rows: [], cell: undefined })
      return
    }
    const table = this.#tables.at(-1)
    if (table === undefined || this.#deeper > 0) return
    this.#endCell()
    if (name === 'tr') table.rows.push([])
    else table.cell = { blocks: [], columns: spanOf(attributes, 'colspan'), rows: spanOf(attributes, 'rowspan') }
  }

  #closeTablePart(name: string): void {
    if (this.#deeper > 0) {
      if (name === 'table') this.#deeper -= 1
      return
    }
    this.#endCell()
    if (name !== 'table') return
    const table = this.#tables.pop()
    if (table !== undefined) this.#put(tableBlocks(table.rows.filter((row) => row.length > 0)))
  }

  open(name: string, attributes: string): void {
    if (BREAKING.has(name)) this.break()
    if (name === 'table' || name === 'tr' || name === 'td' || name === 'th') this.#openTablePart(name, attributes)
    if (VOID.has(name) || attributes.endsWith('/') || this.#open.length >= MOST_OPEN) return
    const isAside = ASIDE_TAGS.has(name) || isHidden(attributes) || isCalledAside(name, attributes)
    this.#open.push({ name, isAside })
    if (isAside) this.#aside += 1
  }

  close(name: string): void {
    if (BREAKING.has(name)) this.break()
    if (name === 'table' || name === 'tr' || name === 'td' || name === 'th') this.#closeTablePart(name)
    const least = Math.max(0, this.#open.length - SOUGHT)
    let at = this.#open.length - 1
    while (at >= least && this.#open[at]?.name !== name) at -= 1
    if (at < least) return
    for (const { isAside } of this.#open.splice(at)) if (isAside) this.#aside -= 1
  }

  end(): readonly Block[] {
    this.break()
    this.#deeper = 0
    while (this.#tables.length > 0) this.#closeTablePart('table')
    return this.blocks
  }
}

/** `source`: the page's text, decoded. Never throws. */
export function htmlBlocks(source: string): readonly Block[] {
  const page = new Page()
  for (const token of htmlTokens(source)) {
    if (token.kind === 'text') page.text(token.text)
    else if (token.kind === 'open') page.open(token.name, token.attributes)
    else page.close(token.name)
  }
  return page.end()
}
