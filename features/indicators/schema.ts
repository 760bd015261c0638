// Shapes of the catalogue as the staff app reads it.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { Day, Nothing } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const IndicatorRow = z.object({
  code: z.string(),
  group: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  unit: z.string(),
  tree: z.string(),
  time: z.string(),
  register: z.string().nullable(),
  decimals: z.number(),
})
export type IndicatorRow = z.infer<typeof IndicatorRow>

export const ReportTypeRow = z.object({
  code: z.string(),
  title: z.string(),
  purpose: z.string(),
  kinds: z.array(z.string()),
  regime: z.string(),
  sections: z.array(z.object({ title: z.string(), indicators: z.array(z.string()) })),
})
export type ReportTypeRow = z.infer<typeof ReportTypeRow>

export const Catalogue = z.object({
  groups: z.array(z.object({ code: z.string(), titleVi: z.string(), titleEn: z.string() })),
  indicators: z.array(IndicatorRow),
  checks: z.array(
    z.object({
      id: z.string(),
      severity: z.enum(['error', 'warn']),
      nameVi: z.string(),
      formula: z.string().nullable(),
      basis: z.string(),
    }),
  ),
  reportTypes: z.array(ReportTypeRow),
})
export type Catalogue = z.infer<typeof Catalogue>

export const indicators = {
  catalogue: endpoint({
    method: 'GET',
    path: '/catalogue',
    summary: 'Indicators, checks and report types in force on a day',
    access: 'signed-in',
    query: z.object({ day: Day }),
    body: Nothing,
    answer: Catalogue,
  }),
}
