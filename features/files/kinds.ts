// What a file is, judged by its content alone; neither its name nor what the sender calls it counts.
import { endsAsZip, readArchive, readPart } from './archive.ts'
import type { FileKind } from './schema.ts'
import { stripJpeg, stripPng, stripWebp } from './strip.ts'

/** What may be kept of a file, or why it may not. */
export type Judged =
  | { readonly kind: FileKind; readonly bytes: Uint8Array }
  | { readonly refused: 'unknown' | 'unsound' | 'macros' }

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const startsWith = (bytes: Uint8Array, text: string): boolean => latin(bytes.subarray(0, text.length)) === text

const image = (kind: FileKind, bytes: Uint8Array | undefined): Judged =>
  bytes === undefined ? { refused: 'unsound' } : { kind, bytes }

/** How far before its end a PDF may write its end mark, by its own standard. */
const PDF_END_WITHIN = 1024

function judgePdf(bytes: Uint8Array): Judged {
  const isWhole =
    /^%PDF-[12]\.\d/.test(latin(bytes.subarray(0, 8))) && latin(bytes.subarray(-PDF_END_WITHIN)).includes('%%EOF')
  return isWhole && !endsAsZip(bytes) ? { kind: 'pdf', bytes } : { refused: 'unsound' }
}

const TYPES_PART = '[Content_Types].xml'
const MOST_TYPES = 512 * 1024
const BODIES: readonly (readonly [FileKind, string])[] = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
]

function judgeOffice(bytes: Uint8Array): Judged {
  const parts = readArchive(bytes)
  if (parts === undefined) return { refused: 'unsound' }
  const types = parts.get(TYPES_PART)
  const kinds = BODIES.filter(([, body]) => parts.has(body)).map(([kind]) => kind)
  const [kind] = kinds
  if (types === undefined || !parts.has('_rels/.rels') || kind === undefined || kinds.length > 1)
    return { refused: 'unknown' }
  const said = readPart(bytes, types, MOST_TYPES)
  if (said === undefined) return { refused: 'unsound' }
  // A program may lie under any name, but the list of types must tell of it, or the office suite does not run it.
  const hasProgram = [...parts.keys()].some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))
  return hasProgram || /macroEnabled|vbaProject/i.test(said) ? { refused: 'macros' } : { kind, bytes }
}

/**
 * Judges a file and, for an image, takes away what tells of its place, device and day. Only what was understood to the end
 * is kept: bytes behind an image's end, where another file can hide, are dropped.
 */
export function judge(bytes: Uint8Array): Judged {
  if (startsWith(bytes, '\u00FF\u00D8\u00FF')) return image('jpeg', stripJpeg(bytes))
  if (startsWith(bytes, '\u0089PNG\r\n\u001A\n')) return image('png', stripPng(bytes))
  if (startsWith(bytes, 'RIFF') && latin(bytes.subarray(8, 12)) === 'WEBP') return image('webp', stripWebp(bytes))
  if (startsWith(bytes, '%PDF-')) return judgePdf(bytes)
  if (startsWith(bytes, 'PK\u0003\u0004')) return judgeOffice(bytes)
  return { refused: 'unknown' }
}
