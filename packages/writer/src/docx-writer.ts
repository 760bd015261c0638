// A paper as a .docx file: sections, page numbers, fixed properties. All measures come from the profile; the same paper gives the same bytes.

import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { PaperDocument, Section } from './block-model.ts'
import { componentText } from './components.ts'
import { collectTables, drawBlock, type TableMarks, tableMark } from './docx-blocks.ts'
import {
  addresseeBlock,
  annexHead,
  checkTable,
  decidedByBlock,
  headTable,
  legalBasisBlock,
  signatureTable,
  titleBlock,
} from './docx-frame.ts'
import { alignmentOf, spaceParagraph, spacingOf } from './docx-paragraph.ts'
import { tableXml } from './docx-table.ts'
import { halfPoints, lineHeight, twips } from './docx-units.ts'
import { packText, type ZipContent } from './fixed-zip.ts'
import type { FormatProfile } from './profile.ts'
import { xmlText } from './xml-text.ts'

type Part = { readonly section: Section | null; readonly isFirst: boolean; readonly children: (Paragraph | Table)[] }

const textWidthMm = ({ page }: FormatProfile, section: Section | null): number =>
  (section?.orientation === 'landscape' ? page.heightMm : page.widthMm) - page.marginsMm.left - page.marginsMm.right

const lastSignedIndex = ({ blocks }: PaperDocument): number => {
  const annex = blocks.findIndex((block) => block.kind === 'section' && block.annex !== undefined)
  return (annex === -1 ? blocks.length : annex) - 1
}

const firstPart = ({ components }: PaperDocument, profile: FormatProfile): Part => {
  const width = textWidthMm(profile, null)
  return {
    section: null,
    isFirst: true,
    children: [
      headTable(profile, components),
      ...titleBlock(profile, components, width),
      ...addresseeBlock(profile, components, width),
      ...decidedByBlock(profile, components, width),
      ...legalBasisBlock(profile, components),
    ],
  }
}

const signedEnd = ({ components }: PaperDocument, profile: FormatProfile, textMm: number): (Paragraph | Table)[] => [
  spaceParagraph(profile.body.sizePt / 2, true),
  signatureTable(profile, components),
  // Two tables that touch become one in Word.
  ...(components.check ? [spaceParagraph(6), checkTable(components.check, profile, textMm)] : []),
]

// Invariant: the signature comes after all signed content and before the first annex, or at the end when there is none.
const partsOf = (document: PaperDocument, profile: FormatProfile, marks: TableMarks): readonly Part[] => {
  let part = firstPart(document, profile)
  const parts = [part]
  const sign = () => part.children.push(...signedEnd(document, profile, textWidthMm(profile, part.section)))
  let signed = false
  const lastSigned = lastSignedIndex(document)
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'section') {
      const place = { textMm: textWidthMm(profile, part.section), keepNext: index === lastSigned, marks }
      part.children.push(...drawBlock(block, profile, place))
      continue
    }
    if (block.annex && !signed) {
      sign()
      signed = true
    }
    const head = block.annex ? annexHead(block.annex, profile, textWidthMm(profile, block)) : []
    part = { section: block, isFirst: false, children: [...head] }
    parts.push(part)
  }
  if (!signed) sign()
  return parts
}

const pageNumberLine = ({ pageNumber }: FormatProfile): Paragraph =>
  new Paragraph({
    alignment: alignmentOf(pageNumber.align),
    spacing: spacingOf(0, 0, 1),
    children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(pageNumber.sizePt) })],
  })

const emptyLine = () => new Paragraph({ spacing: spacingOf(0, 0, 1) })

const marginalia = (profile: FormatProfile): Pick<ISectionOptions, 'headers' | 'footers'> => {
  const number = { children: [pageNumberLine(profile)] }
  const empty = { children: [emptyLine()] }
  return profile.pageNumber.place === 'header'
    ? { headers: { default: new Header(number), first: new Header(empty) } }
    : { footers: { default: new Footer(number), first: new Footer(empty) } }
}

const sectionOf = (part: Part, profile: FormatProfile, isBatch: boolean): ISectionOptions => {
  const { page, pageNumber } = profile
  const { top, bottom, left, right } = page.marginsMm
  const landscape = part.section?.orientation === 'landscape'
  return {
    ...marginalia(profile),
    properties: {
      titlePage: part.isFirst && pageNumber.hiddenOnFirst,
      page: {
        size: {
          width: twips(page.widthMm),
          height: twips(page.heightMm),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(top),
          bottom: twips(bottom),
          left: twips(left),
          right: twips(right),
          header: twips(page.headerMm),
          footer: twips(page.footerMm),
        },
        ...(((pageNumber.annexRestarts && part.section?.annex) || (isBatch && part.isFirst)) && {
          pageNumbers: { start: 1 },
        }),
      },
    },
    children: part.children,
  }
}

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

// The day of the paper stands for the clock, so that a file made again is the same file.
const coreProperties = ({ components, language }: PaperDocument): string => {
  const day = `${components.date}T00:00:00Z`
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${xmlText(day)}</dcterms:${name}>`
  const words = `<dc:title>${xmlText(components.summary)}</dc:title><dc:creator>${xmlText(components.issuingBody)}</dc:creator><dc:language>${xmlText(language)}</dc:language>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${namespaces}>${words}${stamp('created')}${stamp('modified')}</cp:coreProperties>`
}

const putTables = (xml: string, replacements: readonly string[]): string => {
  const pieces: string[] = []
  let from = 0
  for (const [index, table] of replacements.entries()) {
    const mark = `<w:p><w:r><w:t xml:space="preserve">${tableMark(index)}</w:t></w:r></w:p>`
    const at = xml.indexOf(mark, from)
    if (at === -1) throw new Error('table marks lost in packing')
    pieces.push(xml.slice(from, at), table)
    from = at + mark.length
  }
  return [...pieces, xml.slice(from)].join('')
}

// What the library would pack and we should unpack again; it hands its parts out under a name that it keeps to itself.
const compiler = Packer['compiler'] as { readonly compile: (file: Document) => ReadonlyMap<string, ZipContent> }

const compiled = (document: PaperDocument, profile: FormatProfile, sections: ISectionOptions[]) => {
  const { body, font } = profile
  const file = new Document({
    title: componentText(profile, document.components, 'kind'),
    styles: {
      default: {
        document: {
          run: { font, size: halfPoints(body.sizePt), language: { value: document.language } },
          paragraph: { spacing: { line: lineHeight(1), lineRule: 'auto' } },
        },
      },
    },
    sections,
  })
  return new Map(compiler.compile(file))
}

// A drawing is numbered by a counter that never ends while the program runs; here each file counts its own from 1.
const numberDrawings = (xml: string): string => {
  let last = 0
  return xml.replace(/(<(?:wp:docPr|pic:cNvPr) [^>]*?\bid=")\d+(")/g, (_, before: string, after: string) => {
    last += 1
    return `${before}${last}${after}`
  })
}

const rendered = async (documents: readonly PaperDocument[], profile: FormatProfile): Promise<Uint8Array> => {
  const [first] = documents
  if (first === undefined) throw new RangeError('no paper to render')
  const marks = collectTables()
  const isBatch = documents.length > 1
  const parts = documents.flatMap((document) => partsOf(document, profile, marks))
  const files = compiled(
    first,
    profile,
    parts.map((part) => sectionOf(part, profile, isBatch)),
  )
  const tables = marks.tables.map(({ table, textMm }) => tableXml(table, profile, textMm))
  const xml = files.get('word/document.xml')
  files.set('word/document.xml', numberDrawings(putTables(typeof xml === 'string' ? xml : '', tables)))
  files.set('docProps/core.xml', coreProperties(first))
  return packText(files)
}

/**
 * The bytes of a .docx file. The paper should have passed checkDocument under the same profile:
 * an unknown kind, a missing style or a table that does not fit its columns throws RangeError.
 */
export const renderDocx = (document: PaperDocument, profile: FormatProfile): Promise<Uint8Array> =>
  rendered([document], profile)

/**
 * One .docx file of several papers of one profile: each begins on a page of its own, without a page number on that page,
 * and counts its pages from 1. The properties of the file are those of the first. Throws as renderDocx does, and for no paper.
 */
export const renderDocxBatch = (documents: readonly PaperDocument[], profile: FormatProfile): Promise<Uint8Array> =>
  rendered(documents, profile)
