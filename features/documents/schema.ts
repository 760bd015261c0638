// Shapes of papers as they travel: the register, one paper as a sheet, and what is done with it.
import { endpoint, fileEndpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Flag, Line, Nothing, Page, plainText, UnitRef, Words } from '@kheo/kit/shapes.ts'
import { z } from 'zod'
import { FAMILIES } from './paper.ts'

export const PAGE_SIZE = 50
export const MOST_BYTES = 10 * 1024 * 1024
const MOST_LINES = 60
const MOST_BLOCKS = 800

export const Family = z.enum(FAMILIES)
export const Direction = z.enum(['out', 'in'])
export type Direction = z.infer<typeof Direction>
export const DocumentState = z.enum(['draft', 'issued', 'cancelled', 'received', 'assigned', 'done'])
export type DocumentState = z.infer<typeof DocumentState>
const Kind = z.string().regex(/^[a-z][a-z-]{1,39}$/)

export const DocumentRow = z.object({
  id: z.string(),
  direction: Direction,
  family: Family,
  body: z.string(),
  kind: z.string(),
  kindTitle: z.string(),
  summary: z.string(),
  state: DocumentState,
  /** As on the paper; of a paper that came in, its number of arrival. Null while a draft. */
  number: z.string().nullable(),
  date: z.string().nullable(),
  sender: z.string().nullable(),
  senderNumber: z.string().nullable(),
  senderOn: z.string().nullable(),
  recordedAt: z.string(),
  recordedTitle: z.string(),
  /** Who deals with a paper that came in, by post. */
  assignedTo: z.string().nullable(),
  dueOn: z.string().nullable(),
})
export type DocumentRow = z.infer<typeof DocumentRow>

const KindChoice = z.object({ family: Family, code: z.string(), title: z.string() })
export type KindChoice = z.infer<typeof KindChoice>

const DocumentStep = z.object({
  kind: z.enum(['drafted', 'issued', 'signed', 'cancelled', 'received', 'assigned', 'done']),
  at: z.string(),
  actorTitle: z.string(),
  /** What the step says: a number and day, a reason, a post, a result. */
  says: z.array(z.string()),
})

const TextRun = z.object({ text: z.string(), bold: z.boolean(), italic: z.boolean() })
const SheetCell = z.object({
  text: z.string(),
  colSpan: z.number(),
  rowSpan: z.number(),
  align: z.enum(['left', 'center', 'right']),
})
/** A block as it is drawn and, where it is words, as it is edited: `**bold**` and `*italic*`, one line an item of a list. */
export const SheetBlock = z.object({
  at: z.number(),
  kind: z.enum(['heading', 'paragraph', 'list', 'table', 'note', 'pageBreak', 'qr', 'section']),
  level: z.number(),
  /** Words of the block: one entry a paragraph, several for the items of a list. */
  runs: z.array(z.array(TextRun)),
  align: z.enum(['left', 'center', 'right', 'justify']),
  /** Null for what is not edited by hand. */
  source: z.string().nullable(),
  head: z.array(z.array(SheetCell)),
  rows: z.array(z.object({ emphasis: z.enum(['bold', 'italic', 'plain']), cells: z.array(SheetCell) })),
})
export type SheetBlock = z.infer<typeof SheetBlock>

/** A component as its format writes it. `tail` is the fixed sign below it, `rule` whether a line is drawn there. */
const SheetPart = z.object({
  part: z.string(),
  text: z.string(),
  isBold: z.boolean(),
  isItalic: z.boolean(),
  isUnderlined: z.boolean(),
  sizePt: z.number(),
  hasRule: z.boolean(),
  tail: z.string(),
})
export type SheetPart = z.infer<typeof SheetPart>

/** The paper as it stands on the sheet, every component in its words and case. */
export const Sheet = z.object({
  profileTitle: z.string(),
  /** Rows of the head, left and right: component and words. */
  head: z.array(
    z.object({
      left: z.array(SheetPart),
      right: z.array(SheetPart),
    }),
  ),
  title: z.array(SheetPart),
  decidedBy: z.string(),
  sentTo: z.object({ label: z.string(), bodies: z.array(z.string()) }),
  legalBases: z.array(z.string()),
  blocks: z.array(SheetBlock),
  signature: z.object({ authority: z.string(), post: z.string(), signer: z.string() }),
  cosigner: z.object({ authority: z.string(), post: z.string(), signer: z.string() }).nullable(),
  recipients: z.object({ label: z.string(), lines: z.array(z.string()) }),
})
export type Sheet = z.infer<typeof Sheet>

const DocumentFile = z.object({
  role: z.enum(['docx', 'pdf', 'signed', 'scan']),
  name: z.string(),
  size: z.number(),
  hash: z.string(),
  addedAt: z.string(),
  addedTitle: z.string(),
})
export type DocumentFile = z.infer<typeof DocumentFile>

export const DocumentView = DocumentRow.extend({
  unit: z.string(),
  unitName: z.string(),
  rev: z.number(),
  /** Null for a paper that came in. */
  sheet: Sheet.nullable(),
  /** Why the paper cannot be drawn now, in words; null when it can. */
  lacks: z.string().nullable(),
  /** The written parts as they are edited; null when nothing can be. */
  written: z
    .object({
      summary: z.string(),
      sentTo: z.array(z.string()),
      takesSentTo: z.boolean(),
      legalBases: z.array(z.string()),
      recipients: z.array(z.string()),
      decidedBy: z.string(),
      signerPost: z.string(),
      signer: z.string(),
    })
    .nullable(),
  source: z.object({ room: z.string(), id: z.string(), role: z.string() }).nullable(),
  steps: z.array(DocumentStep),
  files: z.array(DocumentFile),
  code: z.string().nullable(),
  checkAddress: z.string().nullable(),
  /** The number that it would get if it were issued now; null when it is no draft. */
  nextNumber: z.number().nullable(),
  may: z.object({ edit: z.boolean(), issue: z.boolean(), sign: z.boolean(), cancel: z.boolean(), handle: z.boolean() }),
})
export type DocumentView = z.infer<typeof DocumentView>

const drafters = { roles: ['compiler', 'consolidator', 'approver'] } as const
const commanded = { commandId: CommandId, unit: UnitRef }
const one = { ...commanded, id: z.uuid() }
const Answer = z.object({ id: z.string() })
const Reason = Words.pipe(z.string().min(1).max(1000))

const Filters = {
  unit: UnitRef,
  direction: Direction.default('out'),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  body: z.string().max(20).optional(),
  kind: Kind.optional(),
  state: DocumentState.optional(),
  q: z.string().max(200).default(''),
}
export const ListQuery = z.object({ ...Filters, page: Page })
export type ListQuery = z.infer<typeof ListQuery>

/** Blocks of a saved draft in their order: an old one kept as it is, or words. */
export const EditedBlock = z.union([
  z.object({ keep: z.number().int().min(0) }),
  z.object({
    kind: z.enum(['heading', 'paragraph', 'list', 'note']),
    level: z.number().int().min(1).max(4).default(2),
    text: z.string().max(20_000).transform(plainText),
  }),
])
export type EditedBlock = z.infer<typeof EditedBlock>

const Lines = z.array(Line).max(MOST_LINES)

export const documents = {
  list: endpoint({
    method: 'GET',
    path: '/documents',
    summary: 'The register of papers that went out of an office, or came in: drafts first, then the latest',
    access: 'signed-in',
    query: ListQuery,
    body: Nothing,
    answer: z.object({
      rows: z.array(DocumentRow),
      total: z.number(),
      pageSize: z.number(),
      totals: z.object({
        draft: z.number(),
        issued: z.number(),
        cancelled: z.number(),
        open: z.number(),
        done: z.number(),
      }),
      years: z.array(z.number()),
      bodies: z.array(z.string()),
      kinds: z.array(KindChoice),
      mayDraft: z.boolean(),
    }),
  }),
  book: endpoint({
    method: 'GET',
    path: '/documents/book',
    summary: 'The whole register as it is narrowed, oldest number first, as it is printed',
    access: 'signed-in',
    query: z.object(Filters),
    body: Nothing,
    answer: z.object({ rows: z.array(DocumentRow) }),
  }),
  view: endpoint({
    method: 'GET',
    path: '/documents/view',
    summary: 'One paper: its sheet, steps, files and check code',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, id: z.uuid() }),
    body: Nothing,
    answer: DocumentView,
  }),
  draft: endpoint({
    method: 'POST',
    path: '/documents/draft',
    summary: 'Begin a paper of a kind by hand',
    access: drafters,
    query: Nothing,
    body: z.object({ ...commanded, family: Family, kind: Kind, summary: Line.pipe(z.string().min(3)) }),
    answer: Answer,
  }),
  save: endpoint({
    method: 'POST',
    path: '/documents/save',
    summary: 'Save the words of a draft; a base that is no longer the latest is refused',
    access: drafters,
    query: Nothing,
    body: z.object({
      ...one,
      baseRev: z.number().int().min(1),
      summary: Words.pipe(z.string().min(3).max(1000)),
      sentTo: Lines,
      legalBases: Lines,
      recipients: Lines,
      decidedBy: Line,
      signerPost: Line,
      signer: Line,
      blocks: z.array(EditedBlock).max(MOST_BLOCKS),
    }),
    answer: z.object({ id: z.string(), rev: z.number() }),
  }),
  issue: endpoint({
    method: 'POST',
    path: '/documents/issue',
    summary: 'Issue a draft under a day and the next number, or under a free number of the same year',
    access: drafters,
    query: Nothing,
    body: z.object({
      ...one,
      baseRev: z.number().int().min(1),
      on: Day,
      number: z.number().int().min(1).max(99_999).nullable(),
    }),
    answer: z.object({ id: z.string(), number: z.string(), code: z.string() }),
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/documents/cancel',
    summary: 'Cancel a paper with a reason; an issued one keeps its number',
    access: drafters,
    query: Nothing,
    body: z.object({ ...one, reason: Reason }),
    answer: Answer,
  }),
  receive: endpoint({
    method: 'POST',
    path: '/documents/receive',
    summary: 'Enter a paper that came in; it gets the next number of arrival',
    access: drafters,
    query: Nothing,
    body: z.object({
      ...commanded,
      family: Family,
      kind: Kind,
      sender: Line.pipe(z.string().min(2)),
      senderNumber: Line.pipe(z.string().max(60)),
      senderOn: Day.nullable(),
      summary: Words.pipe(z.string().min(3).max(1000)),
      receivedOn: Day,
      number: z.number().int().min(1).max(99_999).nullable(),
    }),
    answer: z.object({ id: z.string(), number: z.number() }),
  }),
  assign: endpoint({
    method: 'POST',
    path: '/documents/assign',
    summary: 'Give a paper that came in to a post, with a day by which it is dealt with',
    access: drafters,
    query: Nothing,
    body: z.object({ ...one, post: Line.pipe(z.string().min(2)), dueOn: Day.nullable() }),
    answer: Answer,
  }),
  finish: endpoint({
    method: 'POST',
    path: '/documents/finish',
    summary: 'Say that a paper that came in has been dealt with, and how',
    access: drafters,
    query: Nothing,
    body: z.object({ ...one, result: Reason }),
    answer: Answer,
  }),
  next: endpoint({
    method: 'GET',
    path: '/documents/next',
    summary: 'The number that the next paper of a kind would get on a day',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, direction: Direction.default('out'), family: Family, kind: Kind, on: Day }),
    body: Nothing,
    answer: z.object({ number: z.number(), body: z.string() }),
  }),
  startSeries: endpoint({
    method: 'POST',
    path: '/documents/start-series',
    summary: 'Say which number was the last one used outside the system; only upwards',
    access: { roles: ['compiler', 'approver', 'administrator'] },
    query: Nothing,
    body: z.object({
      ...commanded,
      direction: Direction,
      family: Family,
      kind: Kind,
      on: Day,
      last: z.number().int().min(0).max(99_999),
      reason: Reason,
    }),
    answer: z.object({ next: z.number() }),
  }),
}

export const documentFiles = {
  file: fileEndpoint({
    method: 'GET',
    path: '/documents/file',
    summary: 'A paper as a file: kept since it was issued, or drawn as the draft stands; its signed copy or scan',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, id: z.uuid(), format: z.enum(['docx', 'pdf', 'signed', 'scan']), save: Flag }),
  }),
  register: fileEndpoint({
    method: 'GET',
    path: '/documents/register',
    summary: 'The register of papers as a workbook',
    access: 'signed-in',
    query: z.object(Filters),
  }),
  /** Answers JSON `{ id, hash }`. */
  attach: fileEndpoint({
    method: 'POST',
    path: '/documents/attach',
    summary: 'Attach the signed copy of an issued paper, or the scan of one that came in; the body is the file',
    access: drafters,
    query: z.object({ unit: UnitRef, id: z.uuid(), name: z.string().min(1).max(300), commandId: CommandId }),
    maxBytes: MOST_BYTES,
  }),
}
