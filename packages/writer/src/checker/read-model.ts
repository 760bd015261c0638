// What is read from a .docx: paragraphs as they look, tables, sections. No library's types stand here.
import type { Alignment, ParagraphLook, RunLook } from './look.ts'

export type PaperProblem =
  | { readonly code: 'paper.empty_file' }
  | { readonly code: 'paper.not_a_docx' }
  | { readonly code: 'paper.old_word' }
  | { readonly code: 'paper.password_protected' }
  | { readonly code: 'paper.macros' }
  | { readonly code: 'paper.broken' }
  | { readonly code: 'paper.unsafe_xml' }
  | { readonly code: 'paper.too_large' }

/** Text of one look; `figure` is the code of the indicator that our own papers keep on a number. */
export type Piece = { readonly text: string; readonly look: RunLook; readonly figure: string | null }

/** Rows, columns and lines count from 1. `columns` is how many cells the row has. */
export type Place =
  | { readonly kind: 'page' }
  | { readonly kind: 'box'; readonly box: number; readonly line: number }
  | {
      readonly kind: 'cell'
      readonly table: number
      readonly row: number
      readonly column: number
      readonly columns: number
      readonly line: number
    }

export type PaperParagraph = {
  /** Among paragraphs with text, in reading order from 1; an empty one has the number of the one before. */
  readonly number: number
  readonly place: Place
  readonly pieces: readonly Piece[]
  /** With the label of its list in front. */
  readonly text: string
  readonly look: ParagraphLook
  /** Index of its section. */
  readonly section: number
  /** Lines drawn over the page and anchored here. */
  readonly drawnLines: number
  readonly breaksPage: boolean
  /** Letters of the mark at its end: the height of an empty paragraph. */
  readonly markPt: number
}

export type PaperCell = {
  readonly paragraphs: readonly PaperParagraph[]
  readonly text: string
  readonly span: number
  /** Goes on from the cell above. */
  readonly isContinued: boolean
}

export type PaperTable = {
  readonly number: number
  readonly isBordered: boolean
  readonly rows: readonly (readonly PaperCell[])[]
  readonly section: number
}

export type Flow =
  | { readonly kind: 'paragraph'; readonly paragraph: PaperParagraph }
  | { readonly kind: 'table'; readonly table: PaperTable }

/** Where a number of the page stands in a header or footer. */
export type PageMark = { readonly align: Alignment; readonly sizePt: number; readonly font: string }

export type Margins = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** Millimetres. A mark is null where the header or footer has none. */
export type PaperSection = {
  readonly widthMm: number
  readonly heightMm: number
  readonly marginsMm: Margins
  /** A first page with a header and footer of its own. */
  readonly hasFirstPage: boolean
  readonly header: { readonly usual: PageMark | null; readonly first: PageMark | null }
  readonly footer: { readonly usual: PageMark | null; readonly first: PageMark | null }
}

export type ReadPaper = {
  readonly flow: readonly Flow[]
  /** Every paragraph in reading order, those of cells and boxes too. */
  readonly paragraphs: readonly PaperParagraph[]
  /** Every table in reading order, those inside cells too. */
  readonly tables: readonly PaperTable[]
  readonly sections: readonly PaperSection[]
  readonly trackedChanges: number
  readonly comments: number
  readonly hiddenLetters: number
  /** As the program that saved the file counted them. */
  readonly pages: number | null
}
