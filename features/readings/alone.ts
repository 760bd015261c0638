// A file read without a database: what its text says, and nothing kept.
import { Refusal } from '@kheo/kit/problem.ts'
import { setAside } from '@kheo/reader/furniture/set-aside.ts'
import { readText } from '@kheo/reader/read.ts'
import type { Reading } from '@kheo/reader/reading.ts'
import { readBytes } from './contents/read-bytes.ts'

export type ReadAlone = Reading & { readonly text: string }

/** The letters of a plain Unicode text as they stand in the file, with its line ends and mark; null when it is not UTF-8. */
function ownText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).normalize('NFC')
  } catch {
    return null
  }
}

/**
 * What a file says; places are offsets into its `text`, which for a .txt in UTF-8 is the file's own in NFC, sign for sign.
 * Throws a `Refusal` with a `ContentsProblem` where the file cannot be read. Takes its time in this very thread.
 */
export async function readAlone(name: string, bytes: Uint8Array): Promise<ReadAlone> {
  const contents = await readBytes(bytes, name)
  if (!contents.ok) throw new Refusal(contents.problem)
  const isConverted = contents.value.notes.includes('old-letters')
  const own = contents.value.kind === 'text' && !isConverted ? ownText(bytes) : null
  const text = own ?? contents.value.text
  const furniture = own === null ? contents.value.furniture : setAside(own)
  return { text, ...readText(text, { furniture }) }
}
