// What anybody may ask of an issued paper who has its check code; and whether a file is one of its files.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { World } from '../context.ts'
import { keepDrawn } from './drawing.ts'
import type { CheckFacts, FileRole } from './queries.ts'
import { readCode } from './rules.ts'

export type PublicFile = { readonly role: FileRole; readonly hash: string; readonly size: number }
export type CheckedPaper = CheckFacts & { readonly cancelledOn: string | null; readonly files: readonly PublicFile[] }

type Found = CheckedPaper & { readonly unitId: string; readonly id: string }

async function ask(world: World, code: string): Promise<Found | undefined> {
  const { rows } =
    await sql<Found>`select unit_id as "unitId", document_id as id, issuer, kind, number, dated_on as "datedOn", summary, cancelled_on as "cancelledOn", files from check_paper(${code})`.execute(
      world.database.app,
    )
  return rows[0]
}

/** The issued paper with a check code as it was typed; undefined when there is none. Its files are drawn if nobody asked for them before. */
export async function checkIssued(world: World, typed: string): Promise<CheckedPaper | undefined> {
  const code = readCode(typed)
  if (code === null) return undefined
  const found = await ask(world, code)
  if (found === undefined) return undefined
  const isDrawn = (['docx', 'pdf'] as const).every((role) => found.files.some((file) => file.role === role))
  if (isDrawn) return found
  // What was issued is told even when its files cannot be drawn now.
  await keepDrawn(world, found.unitId, found.id).catch(() => undefined)
  return (await ask(world, code)) ?? found
}

/** The file of the paper that has these very bytes. */
export function sameFile(paper: CheckedPaper, bytes: Uint8Array): PublicFile | undefined {
  const hash = createHash('sha256').update(bytes).digest('hex')
  return paper.files.find((file) => file.hash === hash)
}
