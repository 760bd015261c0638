// Shapes of reporting periods as they travel.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Nothing, PeriodRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const PeriodRow = z.object({
  id: z.string(),
  regime: z.string(),
  kind: z.enum(['month', 'quarter', 'half', 'nine-months', 'year', 'span']),
  year: z.number(),
  title: z.string(),
  startOn: z.string(),
  endOn: z.string(),
  cutoffOn: z.string(),
  dueOn: z.string(),
  closedOn: z.string().nullable(),
})
export type PeriodRow = z.infer<typeof PeriodRow>

export const periods = {
  list: endpoint({
    method: 'GET',
    path: '/periods',
    summary: 'Periods of a year, all regimes',
    access: 'signed-in',
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    body: Nothing,
    answer: z.object({ rows: z.array(PeriodRow) }),
  }),
  close: endpoint({
    method: 'POST',
    path: '/periods/close',
    summary: 'Close a period, or open it again',
    access: { roles: ['administrator', 'consolidator'] },
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      period: PeriodRef,
      closedOn: Day.nullable(),
      reason: z.string().max(500).default(''),
    }),
    answer: z.object({ id: z.string() }),
  }),
}
