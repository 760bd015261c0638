// Files of papers as they are written out: named, hashed, each Word file judged by its own format, all listed in the manifest.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSent } from '@kheo/features/documents/check.actions.ts'
import type { World } from '@kheo/features/context.ts'

type Said = { readonly code: string; readonly severity: string; readonly message: string }
export type Listed = {
  /** From the folder of all papers, with `/`. */
  readonly file: string
  readonly kind: string
  /** Code of the format that a Word file was judged by; null for files that have none. */
  readonly profile: string | null
  readonly sha256: string
  readonly bytes: number
  readonly errors: number
  readonly warnings: number
  readonly findings: readonly Said[]
}

export type Paper = {
  readonly kind: string
  /** The file's own name; the kind, unless there are several. */
  readonly name?: string
  readonly ending: string
  readonly bytes: Uint8Array
  /** Of a Word file that is an office's paper. */
  readonly profile?: string
}

type Judged = Pick<Listed, 'profile' | 'errors' | 'warnings' | 'findings'>
const UNJUDGED: Judged = { profile: null, errors: 0, warnings: 0, findings: [] }

function judge(world: World, { ending, bytes, profile }: Paper): Judged {
  if (ending !== 'docx' || profile === undefined) return UNJUDGED
  const found = checkSent(world, profile, bytes)
  return {
    profile: found.profile.code,
    errors: found.errors,
    warnings: found.warnings,
    findings: found.findings.map(({ code, severity, message }) => ({ code, severity, message })),
  }
}

/** Writes papers into a folder below `out` and tells what each is. @throws Refusal when a Word file cannot be read again */
export function filePapers(world: World, out: string, folder: string, papers: readonly Paper[]): Listed[] {
  mkdirSync(join(out, folder), { recursive: true })
  return papers.map((paper) => {
    const { kind, ending, bytes } = paper
    const file = `${folder}/${paper.name ?? kind}.${ending}`
    writeFileSync(join(out, file), bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { file, kind, sha256, bytes: bytes.length, ...judge(world, paper) }
  })
}
