// Shapes of an office's own forms: which there are, what may be written into them, and the doors for their files.
import { endpoint, fileEndpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Nothing, PeriodRef, UnitRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const MOST_BYTES = 4 * 1024 * 1024
export const MOST_TITLE = 120

/** `report:<type>` or `register:<code>`. */
export const Source = z.string().regex(/^(?:report:[a-z0-9-]{1,60}|register:[a-z_]{1,40})$/)

const Mark = z.object({
  name: z.string(),
  meaning: z.string(),
  /** Empty for a plain mark; those that may stand between `{#name}` and `{/name}`. */
  inside: z.array(z.object({ name: z.string(), meaning: z.string() })),
})
export type Mark = z.infer<typeof Mark>

export const TemplateView = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  source: z.string(),
  sourceTitle: z.string(),
  unknownMarks: z.array(z.string()),
  addedAt: z.string(),
  addedTitle: z.string(),
  mayRemove: z.boolean(),
})
export type TemplateView = z.infer<typeof TemplateView>

const administrators = { roles: ['administrator'] } as const
const fillers = { roles: ['recorder', 'compiler', 'approver', 'consolidator'] } as const

export const templates = {
  list: endpoint({
    method: 'GET',
    path: '/templates',
    summary: 'Forms of a unit and of those above it',
    access: 'signed-in',
    query: z.object({ unit: UnitRef }),
    body: Nothing,
    answer: z.object({
      rows: z.array(TemplateView),
      mayAdd: z.boolean(),
      mayFill: z.boolean(),
      sources: z.array(z.object({ source: z.string(), title: z.string() })),
    }),
  }),
  marks: endpoint({
    method: 'GET',
    path: '/templates/marks',
    summary: 'What may be written into a form of a source, and what it stands for',
    access: 'signed-in',
    query: z.object({ source: Source }),
    body: Nothing,
    answer: z.object({ rows: z.array(Mark) }),
  }),
  remove: endpoint({
    method: 'POST',
    path: '/templates/remove',
    summary: 'Take a form off the list',
    access: administrators,
    query: Nothing,
    body: z.object({ commandId: CommandId, unit: UnitRef, id: z.uuid() }),
    answer: z.object({ id: z.string() }),
  }),
}

const OfTemplate = { unit: UnitRef, id: z.uuid() }

export const templateDoors = {
  /** Answers JSON `{ id, unknownMarks }`. */
  add: fileEndpoint({
    method: 'POST',
    path: '/templates/add',
    summary: 'Add a form; the body is the .docx',
    access: administrators,
    query: z.object({ commandId: CommandId, unit: UnitRef, title: z.string().max(MOST_TITLE), source: Source }),
    maxBytes: MOST_BYTES,
  }),
  original: fileEndpoint({
    method: 'GET',
    path: '/templates/file',
    summary: 'A form as it was added',
    access: 'signed-in',
    query: z.object(OfTemplate),
  }),
  filled: fileEndpoint({
    method: 'GET',
    path: '/templates/filled',
    summary: 'A form filled for a unit: from its report of a period, or from its book between two days',
    access: fillers,
    query: z.object({
      ...OfTemplate,
      /** Whose data; the form may be one of those above. */
      for: UnitRef,
      period: PeriodRef.optional(),
      from: Day.optional(),
      to: Day.optional(),
    }),
  }),
}
