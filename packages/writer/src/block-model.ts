// The one model of a paper that every printer reads. It holds words and structure; sizes, places and case belong to the profile.

/** A figure keeps the code of its indicator, so that a number on paper can be followed to its source. */
export type Run =
  | { readonly text: string; readonly bold?: boolean; readonly italic?: boolean }
  | {
      readonly figure: { readonly code: string; readonly text: string }
      readonly bold?: boolean
      readonly italic?: boolean
    }

export type Align = 'left' | 'center' | 'right' | 'justify'

export type TableColumn = { readonly widthMm: number; readonly align: 'left' | 'center' | 'right' }

export type HeaderCell = { readonly text: string; readonly colSpan?: number; readonly rowSpan?: number }

export type BodyCell =
  | string
  | {
      readonly text: string
      readonly figureCode?: string
      readonly colSpan?: number
      readonly align?: 'left' | 'center' | 'right'
    }

/** `emphasis` sets group rows ("I. Tuyên truyền") apart from plain ones. */
export type TableRow = { readonly cells: readonly BodyCell[]; readonly emphasis?: 'bold' | 'italic' }

/** Column widths are proportions given in millimetres: the printer scales them to the text width of the page. */
export type Table = {
  readonly kind: 'table'
  readonly columns: readonly TableColumn[]
  readonly headerRows: readonly (readonly HeaderCell[])[]
  readonly rows: readonly TableRow[]
  readonly totalRow?: TableRow
}

/** A new page of the given orientation. The first section that carries an annex also ends the signed part of the paper. */
export type Section = {
  readonly kind: 'section'
  readonly orientation: 'portrait' | 'landscape'
  readonly annex?: { readonly label: string; readonly title: string; readonly reference?: string }
}

/** A square code with the words beside it; `text` is what a camera reads. */
export type QrMark = {
  readonly kind: 'qr'
  readonly text: string
  readonly lines: readonly string[]
  readonly sizeMm?: number
}

export type HeadingLevel = 1 | 2 | 3 | 4

export type Block =
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly align?: Align }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | Table
  | { readonly kind: 'note'; readonly runs: readonly Run[]; readonly align?: Align }
  | { readonly kind: 'pageBreak' }
  | QrMark
  | Section

/** How a person signs: for the collective, for the head, by order, by authorisation, as acting head. */
export type AuthorityForm = 'collective' | 'deputy' | 'order' | 'authorised' | 'acting'

export type Signature = {
  readonly authority?: { readonly form: AuthorityForm; readonly of: string }
  readonly post: string
  /** Empty while unsigned: the paper then leaves the place open. */
  readonly name: string
}

export type Components = {
  readonly governingBody?: string
  readonly issuingBody: string
  /** `value` is null until the registry gives a number; `body` is the issuing code (UBND), `unit` the drafting unit of a letter (VX). */
  readonly number: { readonly value: number | null; readonly body: string; readonly unit?: string }
  readonly place: string
  /** ISO day. It is also the created date written inside the file. */
  readonly date: string
  /** True while the day of signing is open: the paper leaves the day and the month blank. */
  readonly dateOpen?: boolean
  /** Code of the kind (tên loại) in the profile, such as `bao-cao`. */
  readonly kind: string
  readonly summary: string
  readonly addressees?: readonly string[]
  /** Who decides, in a decision: it stands between the summary and the legal bases. */
  readonly decidedBy?: string
  readonly legalBases?: readonly string[]
  readonly signature: Signature
  /** Who signs at the left beside the signature, as the secretary of minutes does; recipients then stand below. */
  readonly cosigner?: Signature
  readonly recipients: readonly string[]
  /** Where an issued paper can be checked, printed small after the signature; absent from a draft. */
  readonly check?: PaperCheck
}

/** `address` is what the square code says; `lines` stand beside it. */
export type PaperCheck = { readonly address: string; readonly lines: readonly string[] }

export type PaperDocument = {
  readonly profile: string
  /** BCP 47 tag of the text, for the spelling checker of the reader's program. */
  readonly language: string
  readonly components: Components
  readonly blocks: readonly Block[]
}

/** The plain text of one run, marked or not. */
export const runText = (run: Run): string => ('figure' in run ? run.figure.text : run.text)
