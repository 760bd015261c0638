// Shapes of old reports that are read: files in, what was found in them, what an officer decided, and what went into the figures.
import { FIGURE_KINDS, NOT_FIGURES } from '@kheo/reader/reading.ts'
import { endpoint, fileEndpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, IndicatorRef, Nothing, Page, PeriodRef, UnitRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

/** Bytes of one file. */
export const MOST_BYTES = 20 * 1024 * 1024
/** Files of one batch, and files of one unit that may wait to be read. */
export const MOST_IN_BATCH = 200
export const MOST_WAITING = 600

/** `queued`: waits; `reading`: the worker has it now; `failed`: could not be read, may be tried again; `saved`: its figures are written. */
export const ReadingState = z.enum(['queued', 'reading', 'read', 'failed', 'saved', 'discarded'])
export type ReadingState = z.infer<typeof ReadingState>

/** Roles that may add and work on readings: those that may type figures of the same unit. */
const writers = { roles: ['recorder', 'compiler', 'consolidator'] } as const

/** A refusal kept with a reading: the code and its sentences. */
const Failure = z.object({ code: z.string(), vi: z.string(), en: z.string() })

export const ReadingRow = z.object({
  id: z.string(),
  /** The unit that added the file. */
  unitId: z.string(),
  name: z.string(),
  size: z.number(),
  batch: z.string(),
  state: ReadingState,
  rev: z.number(),
  addedAt: z.string(),
  addedTitle: z.string(),
  failure: Failure.nullable(),
  /** Unit and period of the figures, as proposed or corrected; null until read. */
  placedUnit: z.string().nullable(),
  placedUnitName: z.string().nullable(),
  periodId: z.string().nullable(),
  periodTitle: z.string().nullable(),
  figures: z.number(),
  claims: z.number(),
  /** Claims confirmed, corrected or rejected. */
  decided: z.number(),
  /** Cells written by the last save. */
  saved: z.number(),
})
export type ReadingRow = z.infer<typeof ReadingRow>

/** Counts by state of one unit, or of one of its batches. */
const Counts = z.record(ReadingState, z.number())

const Range = z.object({ start: z.number(), end: z.number() })

/** A marked piece of the text; places are UTF-16 offsets, the end exclusive. */
export const FigureMark = Range.extend({
  /** Key of the figure: decisions name it. */
  key: z.string(),
  text: z.string(),
  kind: z.enum(FIGURE_KINDS),
  value: z.number(),
  of: z.number().nullable(),
  to: z.number().nullable(),
  unit: z.string(),
  /** Why it was read so, in words. */
  because: z.array(z.string()),
})
export type FigureMark = z.infer<typeof FigureMark>

export const OtherMark = Range.extend({ why: z.enum(NOT_FIGURES) })
export const DocumentMark = Range.extend({ text: z.string(), type: z.string(), number: z.string() })

/** What the figures hold already at the claim's place. */
export const Holding = z.object({
  /** `none`: nothing is held, the value will be written; `same`: the figures say the same; `other`: they say another value. */
  state: z.enum(['none', 'same', 'other']),
  value: z.number().nullable(),
  /** In house style. */
  text: z.string(),
  /** Where the held value comes from; `below`: the units below have reported and their total is compared. */
  origin: z.enum(['register', 'typed', 'imported', 'derived', 'below']).nullable(),
  by: z.string().nullable(),
  /** Why the cell cannot be written or replaced; null when it can. */
  barred: z.enum(['counted', 'derived', 'below', 'locked', 'closed']).nullable(),
})
export type Holding = z.infer<typeof Holding>

export const Verdict = z.enum(['open', 'confirmed', 'corrected', 'rejected'])
export type Verdict = z.infer<typeof Verdict>

export const Claim = Range.extend({
  /** `<figure's key>:value` or `:of`; a claim given by an officer has the key of the figure and part it stands on. */
  key: z.string(),
  /** Key of the figure's mark; null for a cell of a table that is no figure of the text. */
  figure: z.string().nullable(),
  part: z.enum(['value', 'of']),
  /** The number as written. */
  text: z.string(),
  /** As proposed, in the indicator's unit; null when an officer gave the indicator. */
  proposed: z.object({ indicator: z.string(), value: z.number(), confidence: z.number() }).nullable(),
  /** As it stands: what the officer decided, else what is proposed. */
  indicator: z.string(),
  indicatorName: z.string(),
  unitOfMeasure: z.string(),
  value: z.number(),
  /** In house style. */
  valueText: z.string(),
  confidence: z.number(),
  /** chắc chắn / khá chắc / cần xem. */
  grade: z.enum(['sure', 'likely', 'look']),
  kindOfValue: z.enum(['actual', 'plan']),
  ofOtherPeriod: z.boolean(),
  ofPlace: z.string().nullable(),
  fromTable: z.boolean(),
  alternatives: z.array(
    z.object({ indicator: z.string(), name: z.string(), value: z.number(), confidence: z.number() }),
  ),
  because: z.array(z.string()),
  /** Checks that the text's own numbers fail among themselves, in words. */
  contradicts: z.array(z.string()),
  verdict: Verdict,
  /** On a conflict: take the document's value instead of the held one. */
  replace: z.boolean(),
  holding: Holding,
})
export type Claim = z.infer<typeof Claim>

const UnitChoice = z.object({
  id: z.string(),
  /** As it was called when it last stood. */
  name: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  /** The unit of today that keeps its books, when it has ended. */
  keeperName: z.string().nullable(),
})

const Placement = z.object({
  unitId: z.string().nullable(),
  /** Its name on the period's last day. */
  unitName: z.string().nullable(),
  /** The unit of today that keeps its books, when it has ended: "nay thuộc …". */
  keeperName: z.string().nullable(),
  periodId: z.string().nullable(),
  periodTitle: z.string().nullable(),
  /** Proposed by the text and not yet corrected by an officer. */
  isProposed: z.boolean(),
  /** Whether the text itself names the unit, and the period. */
  saysUnit: z.boolean(),
  saysPeriod: z.boolean(),
})

const ReadingStep = z.object({
  seq: z.number(),
  kind: z.enum(['added', 'read', 'failed', 'retried', 'placed', 'decided', 'saved', 'undone', 'discarded']),
  at: z.string(),
  actorTitle: z.string(),
})

/** One line of what a save did, or of what an undo left. */
const SavedCell = z.object({
  indicator: z.string(),
  indicatorName: z.string(),
  value: z.number(),
  before: z.number().nullable(),
})
export type SavedCell = z.infer<typeof SavedCell>
const KeptCell = z.object({
  indicator: z.string(),
  indicatorName: z.string(),
  /** What stands there. */
  value: z.number().nullable(),
  why: z.enum(['changed', 'counted', 'locked', 'closed', 'derived', 'below', 'kept']),
  by: z.string().nullable(),
})
export type KeptCell = z.infer<typeof KeptCell>
export const Saved = z.object({
  unitId: z.string(),
  unitName: z.string(),
  periodId: z.string(),
  periodTitle: z.string(),
  /** Report types of the period that show at least one of the cells: for links. */
  reportTypes: z.array(z.string()),
  written: z.array(SavedCell),
  /** The figures said the same already. */
  verified: z.array(SavedCell),
  /** Conflicts that keep what stood. */
  kept: z.array(KeptCell),
})
export type Saved = z.infer<typeof Saved>

export const ReadingView = ReadingRow.extend({
  kind: z.string().nullable(),
  encoding: z.string().nullable(),
  /** Remarks of reading the file, in words: what was left out or converted. */
  notes: z.array(z.string()),
  text: z.string(),
  figureMarks: z.array(FigureMark),
  otherMarks: z.array(OtherMark),
  documentMarks: z.array(DocumentMark),
  furniture: z.array(Range),
  tables: z.array(z.object({ rows: z.array(z.array(Range)) })),
  event: z.object({
    kind: z.string(),
    date: z.string().nullable(),
    year: z.number().nullable(),
  }),
  placement: Placement,
  /** Units whose figures the adding unit may write: itself and those whose books it keeps. */
  unitChoices: z.array(UnitChoice),
  claimList: z.array(Claim),
  steps: z.array(ReadingStep),
  lastSave: Saved.nullable(),
  may: z.object({ work: z.boolean(), save: z.boolean(), undo: z.boolean(), discard: z.boolean(), retry: z.boolean() }),
})
export type ReadingView = z.infer<typeof ReadingView>

/** What an officer says of one claim, or of a figure that has none yet. */
export const Decision = z.object({
  /** `<figure's key>:value` or `<figure's key>:of`. */
  key: z.string().max(60),
  verdict: Verdict,
  /** With `corrected`: another indicator, another value, or both. */
  indicator: IndicatorRef.optional(),
  value: z.number().min(0).max(1e15).optional(),
  replace: z.boolean().default(false),
})
export type Decision = z.output<typeof Decision>

const command = { commandId: CommandId, unit: UnitRef, id: z.uuid(), baseRev: z.number().int().min(0) }
const stepAnswer = z.object({ id: z.string(), rev: z.number(), state: ReadingState })

export const readings = {
  list: endpoint({
    method: 'GET',
    path: '/readings',
    summary: 'Readings of a unit, newest first, with counts by state; from above only those that are saved',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, state: ReadingState.optional(), batch: z.uuid().optional(), page: Page }),
    body: Nothing,
    /** `counts`: of the batch when one is asked for, else of the unit; discarded ones are listed only when asked for. */
    answer: z.object({
      rows: z.array(ReadingRow),
      total: z.number(),
      pageSize: z.number(),
      counts: Counts,
      mayAdd: z.boolean(),
    }),
  }),
  view: endpoint({
    method: 'GET',
    path: '/readings/view',
    summary: 'One reading: text, marks, claims beside what the figures hold',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, id: z.uuid() }),
    body: Nothing,
    answer: ReadingView,
  }),
  place: endpoint({
    method: 'POST',
    path: '/readings/place',
    summary: 'Say of which unit and period the figures are; claims are judged again',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, placedUnit: UnitRef, period: PeriodRef }),
    answer: stepAnswer,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/readings/decide',
    summary: 'Confirm, correct, reject or open claims again; two officers conflict only on the same claim',
    access: writers,
    query: Nothing,
    body: z.object({ ...command, decisions: z.array(Decision).min(1).max(500) }),
    answer: stepAnswer,
  }),
  save: endpoint({
    method: 'POST',
    path: '/readings/save',
    summary: 'Write the confirmed figures as imported ones, all or none',
    access: writers,
    query: Nothing,
    body: z.object(command),
    answer: stepAnswer.extend({ saved: Saved }),
  }),
  undo: endpoint({
    method: 'POST',
    path: '/readings/undo',
    summary: 'Put back what stood before the save, but not where a cell has changed since',
    access: writers,
    query: Nothing,
    body: z.object(command),
    answer: stepAnswer.extend({ restored: z.array(SavedCell), kept: z.array(KeptCell) }),
  }),
  discard: endpoint({
    method: 'POST',
    path: '/readings/discard',
    summary: 'Throw a reading away with its text; figures that were saved from it must be undone first',
    access: writers,
    query: Nothing,
    body: z.object(command),
    answer: stepAnswer,
  }),
  retry: endpoint({
    method: 'POST',
    path: '/readings/retry',
    summary: 'Put a file that could not be read in the queue again',
    access: writers,
    query: Nothing,
    body: z.object(command),
    answer: stepAnswer,
  }),
}

export const readingDoors = {
  /** Answers JSON `{ id }`. */
  add: fileEndpoint({
    method: 'POST',
    path: '/readings/add',
    summary: 'Add a file to be read; the body is the file',
    access: writers,
    query: z.object({ unit: UnitRef, name: z.string().min(1).max(1000), batch: z.uuid(), commandId: CommandId }),
    maxBytes: MOST_BYTES,
  }),
  file: fileEndpoint({
    method: 'GET',
    path: '/readings/file',
    summary: 'The file of a reading as it was added',
    access: writers,
    query: z.object({ unit: UnitRef, id: z.uuid() }),
  }),
}
