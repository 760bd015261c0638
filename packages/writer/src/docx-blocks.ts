// The content blocks of a paper as Word paragraphs. A data table leaves a mark here and is put in its place as text after packing.

import { PageBreak, Paragraph, type Table as FrameTable, TextRun } from 'docx'
import type { Block, Section, Table } from './block-model.ts'
import { qrTable } from './docx-frame.ts'
import { runsParagraph, spaceParagraph } from './docx-paragraph.ts'
import type { FormatProfile } from './profile.ts'
import { spell } from './spelling.ts'

export type ContentBlock = Exclude<Block, Section>

/** Collects the tables of a paper; the mark of the n-th one stands in the document until it is replaced. */
export type TableMarks = { readonly place: (table: Table, textMm: number) => Paragraph }

// E000 never comes from a text (cleanText drops it), so a mark cannot be forged by content.
export const tableMark = (index: number): string => `\uE000${index}\uE000`

const markParagraph = (index: number): Paragraph => new Paragraph({ children: [new TextRun(tableMark(index))] })

/** Marks in the order of drawing, and the tables they stand for. */
export const collectTables = (): TableMarks & { readonly tables: readonly { table: Table; textMm: number }[] } => {
  const tables: { table: Table; textMm: number }[] = []
  const place = (table: Table, textMm: number) => markParagraph(tables.push({ table, textMm }) - 1)
  return { place, tables }
}

const plain = (sizePt: number) => ({ sizePt, bold: false, italic: false })

const heading = (block: Extract<Block, { kind: 'heading' }>, profile: FormatProfile): Paragraph => {
  const style = profile.headings[block.level - 1]
  if (style === undefined) throw new RangeError(`heading level ${block.level}`)
  const words = spell(block.text, profile.spelling)
  const text = style.case === 'upper' ? words.toUpperCase() : words
  const shape = { ...profile.body, align: style.align, firstLineMm: style.firstLineMm }
  return runsParagraph([{ text }], style, { ...shape, keepNext: true, outlineLevel: block.level - 1 })
}

/** Where a block stands: the text width of its page, and whether it must stay on the page of what follows. */
export type Place = { readonly textMm: number; readonly keepNext: boolean; readonly marks: TableMarks }

/** The drawn form of one block at its place. */
export const drawBlock = (
  block: ContentBlock,
  profile: FormatProfile,
  place: Place,
): readonly (Paragraph | FrameTable)[] => {
  const { note, listMarker } = profile
  const body = { ...profile.body, keepNext: place.keepNext }
  switch (block.kind) {
    case 'heading':
      return [heading(block, profile)]
    case 'paragraph':
      return [runsParagraph(block.runs, plain(body.sizePt), { ...body, align: block.align ?? body.align })]
    case 'list':
      return block.items.map((item) => runsParagraph([{ text: listMarker }, ...item], plain(body.sizePt), body))
    case 'note':
      return [
        runsParagraph(
          block.runs,
          { ...plain(note.sizePt), italic: note.italic },
          { ...body, firstLineMm: 0, align: block.align ?? 'left', beforePt: 2, afterPt: 2, lineMultiple: 1 },
        ),
      ]
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'qr':
      return [spaceParagraph(6, true), qrTable(block, profile, place.textMm), spaceParagraph(6)]
    case 'table':
      // Two tables that touch become one in Word, so each is followed by a little space.
      return [place.marks.place(block, place.textMm), spaceParagraph(6)]
  }
}
