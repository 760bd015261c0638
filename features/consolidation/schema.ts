// Shapes of the consolidation board, adjustments and series.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, IndicatorRef, Line, Nothing, PeriodRef, UnitRef, Words } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const BoardRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  state: z.enum(['not-started', 'draft', 'submitted', 'returned', 'approved', 'issued']),
  submittedAt: z.string().nullable(),
  isLate: z.boolean(),
  errors: z.number(),
  warnings: z.number(),
  values: z.array(z.number().nullable()),
  texts: z.array(z.string()),
  lastYear: z.array(z.number().nullable()),
})
export type BoardRow = z.infer<typeof BoardRow>

export const Board = z.object({
  unitId: z.string(),
  unitName: z.string(),
  period: z.object({ id: z.string(), title: z.string(), dueOn: z.string(), endOn: z.string() }),
  indicators: z.array(z.object({ code: z.string(), nameVi: z.string(), unit: z.string() })),
  counts: z.object({
    all: z.number(),
    submitted: z.number(),
    returned: z.number(),
    approved: z.number(),
    waiting: z.number(),
  }),
  rows: z.array(BoardRow),
  totals: z.array(z.number().nullable()),
  totalTexts: z.array(z.string()),
  officialTexts: z.array(z.string()),
  reported: z.array(z.number()),
})
export type Board = z.infer<typeof Board>

export const SeriesCell = z.object({
  periodId: z.string(),
  periodTitle: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  class: z.enum(['exact', 'exact-by-law', 'assumed', 'estimated', 'not-convertible', 'not-reported']),
  reported: z.number(),
  expected: z.number(),
  note: z.string(),
})
export type SeriesCell = z.infer<typeof SeriesCell>
export const Series = z.object({
  unitId: z.string(),
  unitName: z.string(),
  indicator: z.string(),
  boundariesOn: z.string(),
  cells: z.array(SeriesCell),
})
export type Series = z.infer<typeof Series>

export const consolidation = {
  board: endpoint({
    method: 'GET',
    path: '/consolidation/board',
    summary: 'Units under a unit: state, checks, figures, totals',
    access: 'signed-in',
    query: z.object({
      unit: UnitRef,
      type: Line,
      period: PeriodRef,
      codes: z
        .string()
        .regex(/^([A-Z]{2}\d{2})(,[A-Z]{2}\d{2}){0,11}$/)
        .default('MH01,TD01,GQ01,GQ02'),
    }),
    body: Nothing,
    answer: Board,
  }),
  series: endpoint({
    method: 'GET',
    path: '/consolidation/series',
    summary: 'An indicator over periods in the boundaries of one day',
    access: 'signed-in',
    query: z.object({
      unit: UnitRef,
      indicator: IndicatorRef,
      from: z.coerce.number().int(),
      to: z.coerce.number().int(),
      kind: z.enum(['month', 'quarter', 'half', 'nine-months', 'year']).default('year'),
      boundaries: Day,
    }),
    body: Nothing,
    answer: Series,
  }),
  adjust: endpoint({
    method: 'POST',
    path: '/consolidation/adjust',
    summary: 'Add a named adjustment to a total',
    access: { roles: ['consolidator', 'approver'] },
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      unit: UnitRef,
      period: PeriodRef,
      code: IndicatorRef,
      delta: z.number().refine((n) => n !== 0),
      reason: Words.pipe(z.string().min(5)),
    }),
    answer: z.object({ id: z.string() }),
  }),
  annulAdjustment: endpoint({
    method: 'POST',
    path: '/consolidation/annul-adjustment',
    summary: 'Take an adjustment back',
    access: { roles: ['consolidator', 'approver'] },
    query: Nothing,
    body: z.object({ commandId: CommandId, unit: UnitRef, id: z.uuid() }),
    answer: z.object({ id: z.string() }),
  }),
}
