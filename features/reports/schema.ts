// Shapes of reports, their cells, steps and sources.
import { endpoint, fileEndpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Flag, IndicatorRef, Line, Nothing, PeriodRef, UnitRef, Words } from '@kheo/kit/shapes.ts'
import { DISAGREEMENTS } from '@kheo/reader/sums/disagreement.ts'
import { z } from 'zod'

export const ReportState = z.enum(['draft', 'submitted', 'returned', 'approved', 'issued'])
export type ReportState = z.infer<typeof ReportState>

/** How a cell got its own figure: counted from a register, typed, or computed from other cells. */
const Origin = z.enum(['register', 'typed', 'derived'])

export const Cell = z.object({
  code: z.string(),
  origin: Origin,
  isEditable: z.boolean(),
  /** The unit's own figure; null = not reported. */
  own: z.number().nullable(),
  /** Own figure, all units below, and adjustments. Equals `own` where nothing is below. */
  total: z.number().nullable(),
  /** The same, in house style: `08`, `9.081`, `2.811,7`, `99,95%`; `—` when not reported. */
  text: z.string(),
  /** How many units below gave a figure, and how many there are. */
  reported: z.number(),
  expected: z.number(),
  previous: z.number().nullable(),
  /** Same period last year, and how far that figure can be compared across reorganisations. */
  lastYear: z.number().nullable(),
  lastYearClass: z.enum(['exact', 'exact-by-law', 'assumed', 'estimated', 'not-convertible']),
  /** Between what last year's figure lies when only bounds are known: a divided unit without shares. */
  lastYearBounds: z.tuple([z.number(), z.number()]).nullable(),
  cumulative: z.number().nullable(),
  note: z.string().nullable(),
  isInQuestion: z.boolean(),
  /** Parts of the figure by its dimension, such as awards by subject; empty when it is not divided. */
  parts: z.array(z.object({ part: z.string(), title: z.string(), value: z.number().nullable() })),
  /** The figure as submitted, when the live figure has moved since. */
  submitted: z.number().nullable(),
  hasMoved: z.boolean(),
})
export type Cell = z.infer<typeof Cell>

export const Finding = z.object({
  check: z.string(),
  severity: z.enum(['error', 'warn']),
  status: z.enum(['failed', 'passed', 'not-checkable']),
  cells: z.array(z.string()),
  sentence: z.string(),
})
export type Finding = z.infer<typeof Finding>

export const Step = z.object({
  seq: z.number(),
  kind: z.enum(['submitted', 'resubmitted', 'returned', 'approved', 'issued', 'reopened', 'withdrawn']),
  at: z.string(),
  actorTitle: z.string(),
  reason: z.string().nullable(),
  cells: z.array(z.string()),
  /** What changed since the submission before, on a resubmission. */
  differences: z.array(z.object({ code: z.string(), before: z.number().nullable(), after: z.number().nullable() })),
  number: z.string().nullable(),
})
export type Step = z.infer<typeof Step>

/** A piece of narrative: plain words, or a live figure that can be clicked. */
const Run = z.object({ text: z.string(), code: z.string().nullable() })
export const NarrativeSection = z.object({
  index: z.number(),
  heading: z.string(),
  paragraphs: z.array(z.array(Run)),
  /** The template with tokens such as {{MH01}}, for editing. */
  source: z.string(),
  isOwnWording: z.boolean(),
})
export type NarrativeSection = z.infer<typeof NarrativeSection>

export const ReportView = z.object({
  reportId: z.string().nullable(),
  unitId: z.string(),
  unitName: z.string(),
  type: z.string(),
  typeTitle: z.string(),
  period: z.object({
    id: z.string(),
    title: z.string(),
    startOn: z.string(),
    endOn: z.string(),
    dueOn: z.string(),
    closedOn: z.string().nullable(),
  }),
  boundariesOn: z.string(),
  state: ReportState,
  revision: z.number(),
  /** Base of the next save; a save on an older base is a conflict. */
  figureRev: z.number(),
  isConsolidated: z.boolean(),
  reported: z.tuple([z.number(), z.number()]),
  missing: z.array(z.object({ id: z.string(), name: z.string() })),
  sections: z.array(z.object({ title: z.string(), cells: z.array(Cell) })),
  findings: z.array(Finding),
  steps: z.array(Step),
  narrative: z.array(NarrativeSection),
  filled: z.number(),
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    return: z.boolean(),
    approve: z.boolean(),
    issue: z.boolean(),
    reopen: z.boolean(),
    withdraw: z.boolean(),
    adjust: z.boolean(),
  }),
})
export type ReportView = z.infer<typeof ReportView>

export const ReportRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  type: z.string(),
  typeTitle: z.string(),
  periodId: z.string(),
  periodTitle: z.string(),
  dueOn: z.string(),
  state: ReportState,
  lastAt: z.string().nullable(),
  lastReason: z.string().nullable(),
})
export type ReportRow = z.infer<typeof ReportRow>

/** One register entry behind a counted figure, as it stood. */
export const SourceEntry = z.object({
  register: z.string(),
  unitId: z.string(),
  id: z.string(),
  rev: z.number(),
  entryNo: z.number(),
  on: z.string(),
  place: z.string(),
  title: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  /** What this entry adds to the figure. */
  amount: z.number(),
})
export type SourceEntry = z.infer<typeof SourceEntry>

/** Số này ở đâu ra? The parts add up to the total. */
export const FigureSource = z.object({
  code: z.string(),
  nameVi: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  periodTitle: z.string(),
  total: z.number().nullable(),
  text: z.string(),
  sentence: z.string(),
  /** When the figure is that of a submitted report: its parts are shown as they stood then. */
  asSubmittedAt: z.string().nullable(),
  own: z.object({
    value: z.number().nullable(),
    origin: z.enum([...Origin.options, 'imported']),
    formula: z.string().nullable(),
    /** Who typed it, or took it in from a document. */
    typedBy: z.string().nullable(),
    typedAt: z.string().nullable(),
    /** The document that an imported figure was read from, and the sentence it stands in. */
    imported: z.object({ unitId: z.string(), readingId: z.string(), file: z.string(), says: z.string() }).nullable(),
    note: z.string().nullable(),
    entries: z.array(SourceEntry),
    entryCount: z.number(),
  }),
  children: z.array(
    z.object({
      unitId: z.string(),
      unitName: z.string(),
      value: z.number().nullable(),
      state: z.string(),
      hasChildren: z.boolean(),
    }),
  ),
  adjustments: z.array(
    z.object({
      id: z.string(),
      unitName: z.string(),
      delta: z.number(),
      reason: z.string(),
      actorTitle: z.string(),
      at: z.string(),
    }),
  ),
})
export type FigureSource = z.infer<typeof FigureSource>

/** What a proof-reading of the narrative found: a figure beside the report's own, a text beside itself, a unit that no longer stood. */
export const ProofFinding = z.object({
  code: z.enum(['proof.figure-differs', 'proof.check-fails', 'proof.unit-ended', ...DISAGREEMENTS]),
  severity: z.enum(['error', 'warn']),
  section: z.number(),
  /** Where the words stand in the section's text, the end exclusive. */
  from: z.number(),
  to: z.number(),
  /** The sentence as it stands, cut where the words in question begin and end. */
  words: z.array(z.object({ text: z.string(), isMarked: z.boolean() })),
  sentence: z.string(),
  indicator: z.string().nullable(),
  /** The live figure to put in the wording in place of its characters `from` to `to`, which say `written`; null when none fits. */
  replace: z.object({ from: z.number(), to: z.number(), written: z.string(), token: z.string() }).nullable(),
})
export type ProofFinding = z.infer<typeof ProofFinding>

const which = z.object({ unit: UnitRef, type: Line, period: PeriodRef })
/** Cells typed by parts: the cell becomes their sum. */
const Parts = z.record(IndicatorRef, z.record(z.string().max(40), z.number().min(0).max(1e15)))
const Figure = z.number().min(0).max(1e15).nullable()

export const SaveCells = z.object({
  commandId: CommandId,
  unit: UnitRef,
  period: PeriodRef,
  baseRev: z.number().int().min(0),
  cells: z.record(IndicatorRef, Figure),
  notes: z.record(IndicatorRef, Words).default({}),
  parts: Parts.default({}),
})
export const SubmitReport = z.object({
  commandId: CommandId,
  unit: UnitRef,
  type: Line,
  period: PeriodRef,
  /** Figures typed since the last save are sent with the submission, in one transaction. */
  cells: z.record(IndicatorRef, Figure).default({}),
  reason: Words.default(''),
})
const stepBody = z.object({
  commandId: CommandId,
  unit: UnitRef,
  type: Line,
  period: PeriodRef,
  reason: Words.default(''),
})

const Profile = z.enum(['nha-nuoc', 'dang'])
const stepAnswer = z.object({ state: ReportState, revision: z.number() })

export const reports = {
  mine: endpoint({
    method: 'GET',
    path: '/reports',
    summary: 'Reports of a unit, newest period first',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, year: z.coerce.number().int().optional() }),
    body: Nothing,
    answer: z.object({ rows: z.array(ReportRow) }),
  }),
  view: endpoint({
    method: 'GET',
    path: '/reports/view',
    summary: 'One report: cells, checks, steps, narrative',
    access: 'signed-in',
    query: which.extend({ asSubmitted: Flag }),
    body: Nothing,
    answer: ReportView,
  }),
  proof: endpoint({
    method: 'GET',
    path: '/reports/proof',
    summary: 'What in the narrative does not agree with the figures, with itself, or with the units of the day',
    access: 'signed-in',
    query: which,
    body: Nothing,
    answer: z.object({ findings: z.array(ProofFinding) }),
  }),
  source: endpoint({
    method: 'GET',
    path: '/reports/source',
    summary: 'Where a figure comes from',
    access: 'signed-in',
    query: z.object({
      unit: UnitRef,
      period: PeriodRef,
      code: IndicatorRef,
      page: z.coerce.number().int().min(1).default(1),
    }),
    body: Nothing,
    answer: FigureSource,
  }),
  saveCells: endpoint({
    method: 'POST',
    path: '/reports/save-cells',
    summary: 'Save typed figures and notes',
    access: { roles: ['recorder', 'compiler', 'consolidator'] },
    query: Nothing,
    body: SaveCells,
    answer: z.object({ figureRev: z.number() }),
  }),
  saveNarrative: endpoint({
    method: 'POST',
    path: '/reports/save-narrative',
    summary: 'Save the wording of a section; empty text restores the standard wording',
    access: { roles: ['compiler', 'consolidator'] },
    query: Nothing,
    body: stepBody.omit({ reason: true }).extend({ section: z.number().int().min(0).max(50), text: Words }),
    answer: z.object({ section: z.number() }),
  }),
  submit: endpoint({
    method: 'POST',
    path: '/reports/submit',
    summary: 'Submit or resubmit',
    access: { roles: ['compiler', 'consolidator', 'approver'] },
    query: Nothing,
    body: SubmitReport,
    answer: stepAnswer,
  }),
  return: endpoint({
    method: 'POST',
    path: '/reports/return',
    summary: 'Return with a reason and the cells in question',
    access: { roles: ['consolidator', 'approver'] },
    query: Nothing,
    body: stepBody.extend({ cells: z.array(IndicatorRef).max(150).default([]) }),
    answer: stepAnswer,
  }),
  approve: endpoint({
    method: 'POST',
    path: '/reports/approve',
    summary: 'Approve; a consolidated report lists the units that are missing',
    access: { roles: ['approver', 'consolidator'] },
    query: Nothing,
    body: stepBody.extend({ acceptMissing: z.boolean().default(false) }),
    answer: stepAnswer,
  }),
  issue: endpoint({
    method: 'POST',
    path: '/reports/issue',
    summary: 'Issue the report under a day and the next number of its series, or under a free number',
    access: { roles: ['approver', 'consolidator', 'compiler'] },
    query: Nothing,
    body: stepBody.extend({
      /** Left out: the next number of the unit's series. */
      number: z
        .string()
        .regex(/^\d{1,5}$/)
        .optional(),
      on: z.string(),
      profile: Profile.default('dang'),
    }),
    answer: stepAnswer.extend({ number: z.string().optional() }),
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/reports/reopen',
    summary: 'Open an approved report again',
    access: { roles: ['approver', 'consolidator'] },
    query: Nothing,
    body: stepBody,
    answer: stepAnswer,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/reports/withdraw',
    summary: 'Take back a submission that nobody has reviewed',
    access: { roles: ['compiler', 'consolidator'] },
    query: Nothing,
    body: stepBody,
    answer: stepAnswer,
  }),
}

export const reportFiles = {
  document: fileEndpoint({
    method: 'GET',
    path: '/reports/document',
    summary: 'A report as a paper or as its annex of figures',
    access: 'signed-in',
    query: which.extend({
      format: z.enum(['docx', 'pdf', 'xlsx', 'pptx']),
      profile: Profile.default('dang'),
    }),
  }),
}
