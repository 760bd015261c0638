// Shapes of checking a paper's format: a .docx goes in, what was found comes out; nothing is kept.
import { endpoint, fileEndpoint } from '@kheo/kit/endpoint.ts'
import { Nothing, UnitRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const MOST_CHECKED_BYTES = 8 * 1024 * 1024

const Where = z.object({ paragraph: z.number(), words: z.string(), excerpt: z.string() })

const CheckFinding = z.object({
  code: z.string(),
  component: z.string(),
  name: z.string(),
  severity: z.enum(['error', 'warning']),
  measured: z.string(),
  required: z.string(),
  where: Where.nullable(),
  alsoAt: z.array(Where).readonly(),
  message: z.string(),
})
export type CheckFinding = z.infer<typeof CheckFinding>

const ComponentSeen = z.object({
  component: z.string(),
  name: z.string(),
  severity: z.enum(['error', 'warning', 'ok']),
  measured: z.string(),
  required: z.string(),
  where: Where.nullable(),
})
export type ComponentSeen = z.infer<typeof ComponentSeen>

const CheckAnswer = z.object({
  profile: z.object({ code: z.string(), title: z.string(), family: z.string(), source: z.string() }),
  isGuessed: z.boolean(),
  passes: z.boolean(),
  errors: z.number(),
  warnings: z.number(),
  findings: z.array(CheckFinding).readonly(),
  components: z.array(ComponentSeen).readonly(),
})
/** What the door answers, as JSON. */
export type CheckAnswer = z.infer<typeof CheckAnswer>

/** What a paper of an office was found to be, and the very file that was looked at. */
const FormatCertificate = z.object({
  kindTitle: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  summary: z.string(),
  unitName: z.string(),
  /** SHA-256 of the file, in hexadecimal. */
  hash: z.string(),
  checkedAt: z.string(),
  found: CheckAnswer,
})
export type FormatCertificate = z.infer<typeof FormatCertificate>

export const checks = {
  certificate: endpoint({
    method: 'GET',
    path: '/documents/format',
    summary: 'The format of a paper of the office, judged on its own file by the format of its day',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, id: z.uuid() }),
    body: Nothing,
    answer: FormatCertificate,
  }),
}

export const checkDoors = {
  /** Answers JSON, a `CheckAnswer`. */
  check: fileEndpoint({
    method: 'POST',
    path: '/papers/check',
    summary:
      'Judge the format of a .docx by a profile, or by the one its own head asks for (auto); the file is not kept',
    access: { roles: ['recorder', 'compiler', 'approver', 'consolidator', 'editor', 'administrator', 'auditor'] },
    query: z.object({ profile: z.string().min(1).max(80).default('auto') }),
    maxBytes: MOST_CHECKED_BYTES,
  }),
}
