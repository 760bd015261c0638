// Sections of a paper: size, margins, and where the number of the page stands. It reads no text of the paper.
import type { Styles } from './look.ts'
import type { PageMark, PaperSection } from './read-model.ts'
import { childOf, childrenOf, within, type XmlNode } from './xml-tree.ts'

const MM_PER_TWIP = 25.4 / 1440
const A4 = { width: 11906, height: 16838 }

const isPageField = (words: string | undefined): boolean => /(?:^|\s)PAGE(?:\s|$|\\)/i.test(words ?? '')

function holdsPageField(paragraph: XmlNode): boolean {
  for (const field of within(paragraph, 'w:fldSimple')) if (isPageField(field.attributes.get('w:instr'))) return true
  for (const instruction of within(paragraph, 'w:instrText')) if (isPageField(instruction.text)) return true
  return [...within(paragraph, 'w:pgNum')].length > 0
}

/** A paragraph in a frame, or set by tabs, stands elsewhere than its alignment says. */
function alignOf(paragraph: XmlNode, own: PageMark['align']): PageMark['align'] {
  const framed = childOf(childOf(paragraph, 'w:pPr'), 'w:framePr')?.attributes.get('w:xAlign')
  const [tab] = [...within(paragraph, 'w:ptab')]
  const said = framed ?? tab?.attributes.get('w:alignment')
  if (said === 'center' || said === 'right' || said === 'left') return said
  const tabs = childrenOf(paragraph, 'w:r').flatMap((run) => childrenOf(run, 'w:tab')).length
  if (own !== 'left' || tabs === 0) return own
  return tabs === 1 ? 'center' : 'right'
}

/** Where a header or footer has the number of the page; null when it has none. */
export function pageMarkIn(root: XmlNode | undefined, styles: Styles): PageMark | null {
  if (root === undefined) return null
  for (const paragraph of within(root, 'w:p')) {
    if (!holdsPageField(paragraph)) continue
    const properties = childOf(paragraph, 'w:pPr')
    const [run] = [...within(paragraph, 'w:r')].filter((it) => it.children.some((child) => child.name !== 'w:rPr'))
    const look = styles.run(childOf(run, 'w:rPr'), properties, undefined)
    const align = alignOf(paragraph, styles.paragraph(properties, undefined).align)
    return { align, sizePt: look.sizePt, font: look.font }
  }
  return null
}

/** The marks of a header or footer part by the id of its relationship. */
export type MarkOf = (id: string) => PageMark | null

type Side = PaperSection['header']

function sideOf(node: XmlNode | undefined, name: string, markOf: MarkOf, before: Side | undefined): Side {
  const references = childrenOf(node, name)
  const at = (type: string, inherited: PageMark | null): PageMark | null => {
    const found = references.find((it) => (it.attributes.get('w:type') ?? 'default') === type)
    return found === undefined ? inherited : markOf(found.attributes.get('r:id') ?? '')
  }
  return { usual: at('default', before?.usual ?? null), first: at('first', before?.first ?? null) }
}

/** One section; what it does not say about headers and footers it takes from the one before. */
export function readSection(node: XmlNode | undefined, markOf: MarkOf, before: PaperSection | undefined): PaperSection {
  const size = childOf(node, 'w:pgSz')
  const margins = childOf(node, 'w:pgMar')
  const mm = (from: XmlNode | undefined, name: string, fallback: number): number => {
    const value = Number.parseFloat(from?.attributes.get(`w:${name}`) ?? '')
    return Math.abs(Number.isFinite(value) ? value : fallback) * MM_PER_TWIP
  }
  const first = childOf(node, 'w:titlePg')
  return {
    widthMm: mm(size, 'w', A4.width),
    heightMm: mm(size, 'h', A4.height),
    marginsMm: {
      top: mm(margins, 'top', 1440),
      bottom: mm(margins, 'bottom', 1440),
      left: mm(margins, 'left', 1440) + mm(margins, 'gutter', 0),
      right: mm(margins, 'right', 1440),
    },
    hasFirstPage: first !== undefined && !['0', 'false', 'off'].includes(first.attributes.get('w:val') ?? ''),
    header: sideOf(node, 'w:headerReference', markOf, before?.header),
    footer: sideOf(node, 'w:footerReference', markOf, before?.footer),
  }
}
