// Opens any .docx, ours or a stranger's, and reads what a person would see. It judges nothing.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import type { SheetProblem } from '../sheet-data.ts'
import { otherThanPackage, unpackGuarded } from '../zip-guard.ts'
import { type Styles, readStyles, readTheme } from './look.ts'
import { readNumbering } from './numbering.ts'
import { commentsIn, ContentReader, lastSection } from './read-content.ts'
import type { PageMark, PaperProblem, PaperSection, ReadPaper } from './read-model.ts'
import { pageMarkIn, readSection } from './read-section.ts'
import { childOf, parseXml, type XmlNode } from './xml-tree.ts'

const MEGABYTE = 1024 * 1024
/** Pictures count too, though they are not kept. */
const LIMITS = { mostParts: 1000, mostMegabytes: 100 }
/** Text of some three hundred pages; more is no paper of an office, and would hold the server up. */
const MOST_XML = 10 * MEGABYTE

const OF_PACKAGE: Readonly<Record<SheetProblem['code'], PaperProblem['code']>> = {
  'sheet.empty_file': 'paper.empty_file',
  'sheet.not_a_workbook': 'paper.not_a_docx',
  'sheet.old_workbook': 'paper.old_word',
  'sheet.password_protected': 'paper.password_protected',
  'sheet.web_page': 'paper.not_a_docx',
  'sheet.text_file': 'paper.not_a_docx',
  'sheet.not_unicode': 'paper.not_a_docx',
  'sheet.broken': 'paper.broken',
  'sheet.unsafe_xml': 'paper.unsafe_xml',
  'sheet.too_many_parts': 'paper.too_large',
  'sheet.too_large_unpacked': 'paper.too_large',
  'sheet.too_many_rows': 'paper.too_large',
  'sheet.too_many_columns': 'paper.too_large',
}

type Package = ReadonlyMap<string, string>

/** A part that cannot be read counts as missing, save the document itself. */
const partOf = (parts: Package, path: string): XmlNode | undefined => {
  const text = parts.get(path)
  if (text === undefined) return undefined
  const read = parseXml(text)
  return read.ok ? read.value : undefined
}

const joined = (folder: string, target: string): string => {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

type Relation = { readonly type: string; readonly path: string }

/** Where the parts lie that `path` refers to, by the id of the reference. */
function relationsOf(parts: Package, path: string): ReadonlyMap<string, Relation> {
  const cut = path.lastIndexOf('/') + 1
  const folder = path.slice(0, cut)
  const root = partOf(parts, `${folder}_rels/${path.slice(cut)}.rels`)
  return new Map(
    (root?.children ?? []).map((relation) => [
      relation.attributes.get('Id') ?? '',
      {
        type: relation.attributes.get('Type')?.split('/').at(-1) ?? '',
        path: joined(folder, relation.attributes.get('Target') ?? ''),
      },
    ]),
  )
}

function pagesIn(parts: Package): number | null {
  const root = partOf(parts, 'docProps/app.xml')
  const pages = Number(root?.children.find((child) => child.name === 'Pages')?.text ?? '')
  return Number.isInteger(pages) && pages > 0 ? pages : null
}

/** Styles, lists, headers: the parts that the document refers to by kind. */
function supportOf(parts: Package, main: string) {
  const relations = relationsOf(parts, main)
  const byType = (type: string): XmlNode | undefined => {
    const found = [...relations.values()].find((it) => it.type === type)
    return found === undefined ? undefined : partOf(parts, found.path)
  }
  const styles: Styles = readStyles(byType('styles'), readTheme(byType('theme')))
  const marks = new Map<string, PageMark | null>()
  const markOf = (id: string): PageMark | null => {
    const held = marks.get(id)
    if (held !== undefined) return held
    const path = relations.get(id)?.path
    const made = path === undefined ? null : pageMarkIn(partOf(parts, path), styles)
    marks.set(id, made)
    return made
  }
  return { styles, numberer: readNumbering(byType('numbering')), markOf, comments: commentsIn(byType('comments')) }
}

function contentOf(parts: Package, main: string, body: XmlNode): ReadPaper {
  const { styles, numberer, markOf, comments } = supportOf(parts, main)
  const sections: PaperSection[] = []
  const onSection = (properties: XmlNode | undefined) => {
    sections.push(readSection(properties, markOf, sections.at(-1)))
  }
  const reader = new ContentReader({ styles, numberer, onSection })
  const flow = reader.blocks(body.children, () => ({ kind: 'page' }))
  onSection(lastSection(body))
  return {
    flow,
    paragraphs: reader.paragraphs,
    tables: reader.tables,
    sections,
    trackedChanges: reader.trackedChanges,
    comments,
    hiddenLetters: reader.hiddenLetters,
    pages: pagesIn(parts),
  }
}

/** The paper in the bytes of a .docx. Never throws: what cannot be read is refused with a reason. */
export function readPaper(bytes: Uint8Array): Result<ReadPaper, PaperProblem> {
  const other = otherThanPackage(bytes)
  if (other !== undefined) return refuse({ code: OF_PACKAGE[other.code] })
  const unpacked = unpackGuarded(bytes, LIMITS)
  if (!unpacked.ok) return refuse({ code: OF_PACKAGE[unpacked.problem.code] })
  const parts = unpacked.value
  if (/macroEnabled|vbaProject/i.test(parts.get('[Content_Types].xml') ?? '')) return refuse({ code: 'paper.macros' })
  const main =
    [...relationsOf(parts, '').values()].find((it) => it.type === 'officeDocument')?.path ?? 'word/document.xml'
  const text = parts.get(main)
  if (text === undefined) return refuse({ code: 'paper.not_a_docx' })
  if ([...parts.values()].some((part) => part.length > MOST_XML)) return refuse({ code: 'paper.too_large' })
  const root = parseXml(text)
  if (!root.ok) return refuse({ code: 'paper.broken' })
  const body = childOf(root.value, 'w:body')
  if (root.value.name !== 'w:document' || body === undefined) return refuse({ code: 'paper.not_a_docx' })
  return accept(contentOf(parts, main, body))
}
