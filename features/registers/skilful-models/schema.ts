// Shapes of the register of skilful-mobilisation models, checked by the same code in the browser and on the server.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Done, Line, Nothing, Page, UnitRef, Words } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const Field = z.enum(['economy', 'culture-society', 'defence-security', 'political-system'])
export const Bloc = z.enum(['offices', 'localities'])
export const Exemplar = z.enum(['collective', 'individual'])
export const Novelty = z.enum(['new', 'continued'])
export const ModelStepKind = z.enum([
  'appraised',
  'approved',
  'rejected',
  'launched',
  'monitored',
  'self-assessed',
  'effective',
  'recognised-commune',
  'put-forward',
  'recognised-province',
  'not-recognised',
  'replicated',
  'ended',
])
export type ModelStepKind = z.infer<typeof ModelStepKind>
export const ModelState = z.enum([
  'registered',
  'appraised',
  'approved',
  'rejected',
  'running',
  'self-assessed',
  'recognised',
  'not-recognised',
  'put-forward',
  'ended',
])
export type ModelState = z.infer<typeof ModelState>

/** Bản đăng ký mô hình, điển hình Dân vận khéo: ten items, and what the counts need. */
export const ModelForm = z.object({
  happenedOn: Day,
  name: Line.pipe(z.string().min(3)),
  field: Field,
  bloc: Bloc,
  exemplar: Exemplar,
  novelty: Novelty,
  isFriendlyGovernment: z.boolean().default(false),
  isSpecialArea: z.boolean().default(false),
  sponsor: Line.default(''),
  situation: Words.default(''),
  goals: Words.default(''),
  content: Words.default(''),
  area: Words.default(''),
  forces: Words.default(''),
  resources: Words.default(''),
  schedule: Words.default(''),
  outputs: Words.default(''),
  sustainability: Words.default(''),
})
export type ModelForm = z.infer<typeof ModelForm>

export const ModelRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  id: z.string(),
  rev: z.number(),
  entryNo: z.number(),
  happenedOn: z.string(),
  name: z.string(),
  field: Field,
  bloc: Bloc,
  exemplar: Exemplar,
  novelty: Novelty,
  isFriendlyGovernment: z.boolean(),
  state: ModelState,
  sites: z.number(),
  recordedTitle: z.string(),
  isVoided: z.boolean(),
})
export type ModelRow = z.infer<typeof ModelRow>

const ModelStep = z.object({
  seq: z.number(),
  kind: ModelStepKind,
  happenedOn: z.string(),
  sites: z.number().nullable(),
  note: z.string(),
  at: z.string(),
  actorTitle: z.string(),
})

export const ModelEntry = ModelForm.extend({
  unitId: z.string(),
  unitName: z.string(),
  id: z.string(),
  rev: z.number(),
  entryNo: z.number(),
  state: ModelState,
  recordedAt: z.string(),
  recordedTitle: z.string(),
  voidReason: z.string().nullable(),
  steps: z.array(ModelStep),
  /** Steps that may come next, in the order of the model's life. */
  nextSteps: z.array(ModelStepKind),
  revisions: z.array(z.object({ rev: z.number(), at: z.string(), by: z.string() })),
  mayEdit: z.boolean(),
})
export type ModelEntry = z.infer<typeof ModelEntry>

const writers = { roles: ['recorder', 'compiler'] } as const

export const skilfulModels = {
  list: endpoint({
    method: 'GET',
    path: '/skilful-models',
    summary: 'Models of a unit and of all below it',
    access: 'signed-in',
    query: z.object({
      unit: UnitRef,
      year: z.coerce.number().int().optional(),
      q: z.string().max(100).optional(),
      field: Field.optional(),
      bloc: Bloc.optional(),
      state: ModelState.optional(),
      page: Page,
    }),
    body: Nothing,
    answer: z.object({ rows: z.array(ModelRow), total: z.number(), pageSize: z.number() }),
  }),
  entry: endpoint({
    method: 'GET',
    path: '/skilful-models/entry',
    summary: 'One model, its steps and wordings',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, id: z.uuid() }),
    body: Nothing,
    answer: ModelEntry,
  }),
  similar: endpoint({
    method: 'GET',
    path: '/skilful-models/similar',
    summary: 'Models with a like name, before saving',
    access: { roles: ['recorder', 'compiler'] },
    query: z.object({ unit: UnitRef, name: z.string().min(3).max(300) }),
    body: Nothing,
    answer: z.object({
      rows: z.array(z.object({ unitName: z.string(), name: z.string(), happenedOn: z.string(), likeness: z.number() })),
    }),
  }),
  record: endpoint({
    method: 'POST',
    path: '/skilful-models/record',
    summary: 'Register a model',
    access: writers,
    query: Nothing,
    body: ModelForm.extend({ commandId: CommandId, unit: UnitRef }),
    answer: Done,
  }),
  correct: endpoint({
    method: 'POST',
    path: '/skilful-models/correct',
    summary: 'Correct the wording of an entry',
    access: writers,
    query: Nothing,
    body: ModelForm.extend({ commandId: CommandId, unit: UnitRef, id: z.uuid(), baseRev: z.number().int() }),
    answer: Done,
  }),
  step: endpoint({
    method: 'POST',
    path: '/skilful-models/step',
    summary: 'Add a step to a model’s life',
    access: { roles: ['recorder', 'compiler', 'approver', 'consolidator'] },
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      unit: UnitRef,
      id: z.uuid(),
      kind: ModelStepKind,
      happenedOn: Day,
      sites: z.number().int().positive().nullable().default(null),
      note: Words.default(''),
    }),
    answer: Done,
  }),
  void: endpoint({
    method: 'POST',
    path: '/skilful-models/void',
    summary: 'Strike an entry out, with a reason; it stays readable',
    access: writers,
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      unit: UnitRef,
      id: z.uuid(),
      baseRev: z.number().int(),
      reason: Words.pipe(z.string().min(3)),
    }),
    answer: Done,
  }),
}
