// Shapes of files attached to the entries of registers; the bytes themselves go by the doors for files.
import { endpoint, fileEndpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Flag, Nothing, UnitRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const FileKind = z.enum(['jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx'])
export type FileKind = z.infer<typeof FileKind>

export const MOST_BYTES = 8 * 1024 * 1024
export const MOST_FILES = 20
export const MOST_LETTERS = 120

/** What a browser may show in place. */
export const isImage = (kind: FileKind): boolean => kind === 'jpeg' || kind === 'png' || kind === 'webp'

/** A register by its name in the catalogue, and an entry of a unit in it. */
const ofEntry = { unit: UnitRef, register: z.string().regex(/^[a-z][a-z_]{1,39}$/), entry: z.uuid() }

const AttachedFile = z.object({
  id: z.string(),
  name: z.string(),
  kind: FileKind,
  /** Bytes, as kept. */
  size: z.number(),
  addedAt: z.string(),
  addedTitle: z.string(),
  removed: z.object({ at: z.string(), title: z.string() }).nullable(),
})
export type AttachedFile = z.infer<typeof AttachedFile>

const writers = { roles: ['recorder', 'compiler'] } as const

export const files = {
  ofEntry: endpoint({
    method: 'GET',
    path: '/files/of-entry',
    summary: 'Files of one entry, oldest first, those taken off too; of a guarded register none from above the unit',
    access: 'signed-in',
    query: z.object(ofEntry),
    body: Nothing,
    answer: z.object({ rows: z.array(AttachedFile), mayEdit: z.boolean(), isWithheld: z.boolean() }),
  }),
  remove: endpoint({
    method: 'POST',
    path: '/files/remove',
    summary: 'Take a file off its entry; that it was there stays readable',
    access: writers,
    query: Nothing,
    body: z.object({ commandId: CommandId, unit: UnitRef, id: z.uuid() }),
    answer: z.object({ id: z.string() }),
  }),
}

export const fileDoors = {
  /** Answers JSON `{ id }`. */
  attach: fileEndpoint({
    method: 'POST',
    path: '/files/attach',
    summary: 'Attach a file to an entry; the body is the file',
    access: writers,
    query: z.object({ ...ofEntry, name: z.string().min(1).max(1000), commandId: CommandId }),
    maxBytes: MOST_BYTES,
  }),
  attachment: fileEndpoint({
    method: 'GET',
    path: '/files/attachment',
    summary: 'An attached file',
    access: 'signed-in',
    /** `save`: to be kept, also where a browser could show it in place. */
    query: z.object({ unit: UnitRef, id: z.uuid(), save: Flag }),
  }),
}
