// Files of papers: drawn once when a paper was issued and kept; drawn anew each time while it is a draft.
import { inScope } from '@kheo/db/transaction.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { QueryOf } from '@kheo/kit/endpoint.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import type { PaperDocument } from '@kheo/writer/block-model.ts'
import { renderDocx } from '@kheo/writer/docx-writer.ts'
import { renderPdf } from '@kheo/writer/pdf/render-pdf.ts'
import type { FormatProfile } from '@kheo/writer/profile.ts'
import type { World } from '../context.ts'
import { MEDIA_TYPES, cleanName } from '../files/rules.ts'
import { DamagedFile } from '../files/store.ts'
import { getPath, look, today } from '../people/allow.ts'
import { composePaper, fitOrRefuse, profileByCode } from './compose.ts'
import { issuedNumber, stateOf } from './drafting.ts'
import type { DocumentProblem } from './problems.ts'
import type { Family, PaperSource } from './paper.ts'
import {
  findDocument,
  findPrint,
  insertFile,
  listBySource,
  listFiles,
  type StoredDocument,
  type StoredFile,
} from './queries.ts'
import type { documentFiles } from './schema.ts'

function refuse(problem: DocumentProblem): never {
  throw new Refusal(problem)
}

export type DrawnFormat = 'docx' | 'pdf'

/** The bytes of a paper; the same paper gives the same bytes. */
export const drawPaper = (format: DrawnFormat, document: PaperDocument, profile: FormatProfile): Promise<Uint8Array> =>
  format === 'docx' ? renderDocx(document, profile) : renderPdf(document, profile)

const DRAWN_TITLE = 'Hệ thống'

async function drawKept(world: World, unit: string, id: string, format: DrawnFormat): Promise<StoredFile> {
  const path = getPath(world, unit)
  const { print, found, held } = await inScope(world.database.app, path, async (tx) => ({
    print: await findPrint(tx, unit, id),
    found: await findDocument(tx, unit, id),
    held: (await listFiles(tx, unit, id)).find((file) => file.role === format),
  }))
  if (held !== undefined) return held
  if (print === undefined || found === undefined) return refuse({ code: 'document.file_not_found' })
  const bytes = await drawPaper(format, print, profileByCode(world, print.profile))
  const hash = await world.files.put(bytes)
  const number = (issuedNumber(found) ?? '').replaceAll('/', '-')
  const file: StoredFile = {
    role: format,
    hash,
    name: cleanName(`${number} ${found.datedOn ?? ''}.${format}`, format),
    type: format,
    size: bytes.length,
    addedAt: world.now(),
    addedTitle: DRAWN_TITLE,
  }
  return inScope(world.database.app, path, async (tx) => {
    await insertFile(tx, unit, id, path, file)
    return (await listFiles(tx, unit, id)).find((each) => each.role === format) ?? file
  })
}

/** Draws the files of an issued paper that are not kept yet, and keeps them. */
export async function keepDrawn(world: World, unit: string, id: string): Promise<void> {
  await drawKept(world, unit, id, 'docx')
  await drawKept(world, unit, id, 'pdf')
}

/**
 * The bytes kept of the issued paper of a source; undefined when none of that family was issued from it here, or the store
 * has lost them.
 */
export async function issuedBytes(
  world: World,
  unit: string,
  { source, family }: { readonly source: PaperSource; readonly family: Family },
  format: DrawnFormat,
): Promise<Uint8Array | undefined> {
  const papers = await inScope(world.database.app, getPath(world, unit), (tx) =>
    listBySource(tx, unit, source.room, source.id),
  )
  const issued = papers.findLast(
    (each) => each.sourceRole === source.role && each.family === family && stateOf(each) === 'issued',
  )
  return issued === undefined ? undefined : world.files.get((await drawKept(world, unit, issued.id, format)).hash)
}

async function give(world: World, file: StoredFile, save: boolean): Promise<FileReply> {
  const bytes = await world.files.get(file.hash).catch((error: unknown) => {
    if (error instanceof DamagedFile) return undefined
    throw error
  })
  if (bytes === undefined) return refuse({ code: 'document.file_lost', name: file.name })
  return { name: file.name, type: MEDIA_TYPES[file.type], bytes, isInline: !save && file.type !== 'docx' }
}

async function drawDraft(world: World, found: StoredDocument, format: DrawnFormat): Promise<FileReply> {
  if (found.paper === null) return refuse({ code: 'document.file_not_found' })
  const { document, profile } = fitOrRefuse(
    composePaper(world, { unit: found.unitId, paper: found.paper, day: today(world), number: null }),
  )
  return {
    name: cleanName(`Dự thảo ${profile.kinds.get(found.kind)?.title ?? ''}.${format}`, format),
    type: MEDIA_TYPES[format],
    bytes: await drawPaper(format, document, profile),
  }
}

/**
 * A file of a paper: of an issued one the bytes kept since then, drawn now if nobody came to it; a draft as it stands.
 * @throws Refusal
 */
export async function givePaper(
  world: World,
  actor: Actor,
  { unit, id, format, save = false }: QueryOf<typeof documentFiles.file>,
): Promise<FileReply> {
  const { found, files } = await look(world, actor, unit, async (tx) => ({
    found: (await findDocument(tx, unit, id)) ?? refuse({ code: 'document.not_found' }),
    files: await listFiles(tx, unit, id),
  }))
  const kept = files.findLast((file) => file.role === format)
  if (kept !== undefined) return give(world, kept, save)
  if (format === 'signed' || format === 'scan') return refuse({ code: 'document.file_not_found' })
  if (found.direction === 'out' && stateOf(found) === 'draft') return drawDraft(world, found, format)
  return give(world, await drawKept(world, unit, id, format), save)
}
