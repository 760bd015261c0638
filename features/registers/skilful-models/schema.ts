// What the register of models offers beyond every register: models that are alike, and points by the scoring sheet. Shared with the browser.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Line, Nothing, UnitRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'
import { SCORERS } from './scores.ts'

/** Letters of a long text that are compared. */
export const MOST_COMPARED = 500
const Text = z
  .string()
  .max(MOST_COMPARED)
  .transform((text) => text.normalize('NFC').trim())
  .default('')

export const SimilarModel = z.object({
  unitId: z.string(),
  unitName: z.string(),
  id: z.string(),
  name: z.string(),
  sponsor: z.string(),
  happenedOn: z.string(),
  state: z.string(),
  /** 0..1. */
  likeness: z.number(),
  /** A chi bộ's model and one of the Front or a union, in the same place. */
  isClash: z.boolean(),
  /** Each in Vietnamese and in English. */
  reasons: z.array(z.tuple([z.string(), z.string()])),
})
export type SimilarModel = z.infer<typeof SimilarModel>

const CriterionShape = z.object({ code: z.string(), title: z.string(), points: z.number() })
const BandShape = z.object({ code: z.string(), title: z.string(), from: z.number() })

/** The version of the sheet that holds on a day. */
export const SheetOfDay = z.object({
  from: z.string(),
  title: z.string(),
  source: z.string(),
  criteria: z.array(CriterionShape),
  bands: z.array(BandShape),
})
export type SheetOfDay = z.infer<typeof SheetOfDay>

export const Scored = z.object({
  scorer: z.enum(SCORERS),
  rev: z.number(),
  scoredOn: z.string(),
  sheetFrom: z.string(),
  sheetTitle: z.string(),
  points: z.array(CriterionShape.extend({ given: z.number() })),
  total: z.number(),
  band: z.string().nullable(),
  at: z.string(),
  byTitle: z.string(),
})
export type Scored = z.infer<typeof Scored>

export const ScoresOfModel = z.object({
  /** Null when no sheet is in force on the day. */
  sheet: SheetOfDay.nullable(),
  /** Every sheet ever scored, newest first. */
  scored: z.array(Scored),
  may: z.object({ self: z.boolean(), council: z.boolean() }),
})
export type ScoresOfModel = z.infer<typeof ScoresOfModel>

export const models = {
  similar: endpoint({
    method: 'GET',
    path: '/registers/skilful-models/similar',
    summary: 'Models that are like the one being registered, and why',
    access: { roles: ['recorder', 'compiler'] },
    query: z.object({
      unit: UnitRef,
      name: Line,
      goals: Text,
      content: Text,
      area: Text,
      field: z.string().max(40).default(''),
      sponsor: Line.default(''),
      /** The model itself, when it is corrected. */
      except: z.uuid().optional(),
    }),
    body: Nothing,
    answer: z.object({ rows: z.array(SimilarModel) }),
  }),
  scores: endpoint({
    method: 'GET',
    path: '/registers/skilful-models/scores',
    summary: 'Points of a model by its own office and by the council, and the scoring sheet in force on a day',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, id: z.uuid(), day: Day.optional() }),
    body: Nothing,
    answer: ScoresOfModel,
  }),
  score: endpoint({
    method: 'POST',
    path: '/registers/skilful-models/score',
    summary: 'Score a model on a whole sheet; sheets scored before stay',
    access: { roles: ['recorder', 'compiler', 'approver', 'consolidator'] },
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      unit: UnitRef,
      id: z.uuid(),
      scorer: z.enum(SCORERS),
      scoredOn: Day,
      /** The version of the sheet that was filled in. */
      sheetFrom: Day,
      /** By criterion. */
      points: z.record(z.string().max(60), z.number()),
      /** How often this side had scored it when the sheet was opened. */
      baseRev: z.number().int().min(0),
    }),
    answer: z.object({ rev: z.number(), total: z.number() }),
  }),
}
