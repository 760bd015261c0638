// Bytes of any file → what it gives to read, or a refusal. Runs in a thread of its own: a file may be made to take long.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import type { Contents } from '@kheo/reader/contents.ts'
import { decodeText } from '@kheo/reader/encoding/decode.ts'
import { setAside } from '@kheo/reader/furniture/set-aside.ts'
import type { SheetProblem } from '@kheo/writer/sheet-data.ts'
import { readSheets } from '@kheo/writer/sheet-reader.ts'
import { unpackGuarded } from '@kheo/writer/zip-guard.ts'
import { assemble, type Block } from './blocks.ts'
import { isLockedDoc, readDoc } from './doc.ts'
import { readDocx } from './docx.ts'
import { htmlBlocks } from './html.ts'
import { type FileKind, isPage, packageKind, sniff } from './kinds.ts'
import { readPdf } from './pdf.ts'
import type { ContentsProblem } from './problems.ts'
import { sheetBlocks } from './sheets.ts'

export const MOST_MEGABYTES = 20
const MEGABYTE = 1024 * 1024
/** Pictures count too, though they are not kept. */
const PACKAGE_LIMITS = { mostParts: 1000, mostMegabytes: 100 }
/** Some six hundred pages; more is no report, and would be slow for whoever reads on. */
const MOST_LETTERS = 2_000_000
const MOST_TEXT_PAGES = 600

/** `old-letters`: letters of an old font were converted; `hidden-sheets`, `pages-without-text`: something was passed over. */
export type ContentsNote = 'old-letters' | 'hidden-sheets' | 'pages-without-text'

export type FileContents = Contents & {
  readonly kind: FileKind
  /** The coding that the letters had, where it is not Unicode, or that of a text file. */
  readonly encoding?: string
  readonly notes: readonly ContentsNote[]
}

type Answer = Result<FileContents, ContentsProblem>

const OF_PACKAGE: Readonly<Record<SheetProblem['code'], 'broken' | 'unsafe' | 'too_large' | 'with_password'>> = {
  'sheet.empty_file': 'broken',
  'sheet.not_a_workbook': 'broken',
  'sheet.old_workbook': 'broken',
  'sheet.password_protected': 'with_password',
  'sheet.web_page': 'broken',
  'sheet.text_file': 'broken',
  'sheet.not_unicode': 'broken',
  'sheet.broken': 'broken',
  'sheet.unsafe_xml': 'unsafe',
  'sheet.too_many_parts': 'too_large',
  'sheet.too_large_unpacked': 'too_large',
  'sheet.too_many_rows': 'too_large',
  'sheet.too_many_columns': 'too_large',
}

function ofPackage(problem: SheetProblem, name: string): ContentsProblem {
  const kind = OF_PACKAGE[problem.code]
  if (kind !== 'too_large') return { code: `reading.file_${kind}`, name }
  return { code: 'reading.file_too_large', name, mostMegabytes: PACKAGE_LIMITS.mostMegabytes }
}

function finished(
  kind: FileKind,
  blocks: readonly Block[],
  name: string,
  notes: readonly ContentsNote[] = [],
  read?: string,
): Answer {
  const { encoding: old, ...contents } = assemble(blocks, kind === 'html')
  const encoding = old ?? read
  const all: readonly ContentsNote[] =
    old === undefined || notes.includes('old-letters') ? notes : [...notes, 'old-letters']
  return checked({ ...contents, kind, ...(encoding !== undefined && { encoding }), notes: all }, name)
}

function checked(contents: FileContents, name: string): Answer {
  if (contents.text.length > MOST_LETTERS)
    return refuse({ code: 'reading.file_too_long', name, mostPages: MOST_TEXT_PAGES })
  return /[\p{L}\d]/u.test(contents.text) ? accept(contents) : refuse({ code: 'reading.file_without_text', name })
}

async function readPackage(bytes: Uint8Array, name: string): Promise<Answer> {
  const parts = unpackGuarded(bytes, PACKAGE_LIMITS)
  if (!parts.ok) return refuse(ofPackage(parts.problem, name))
  const kind = packageKind(parts.value)
  if (kind === 'docx') {
    const { blocks, encoding } = await readDocx(parts.value)
    return finished(kind, blocks, name, encoding === undefined ? [] : ['old-letters'], encoding)
  }
  if (kind !== 'xlsx') return refuse({ code: 'reading.file_kind_refused', name, kind })
  const sheets = await readSheets(bytes)
  if (!sheets.ok) return refuse(ofPackage(sheets.problem, name))
  const isHidden = sheets.value.some((sheet) => sheet.isHidden && sheet.rows.length > 0)
  return finished(kind, sheetBlocks(sheets.value), name, isHidden ? ['hidden-sheets'] : [])
}

function readWords(bytes: Uint8Array, name: string): Answer {
  const { text, encoding } = decodeText(bytes)
  const isOld = !encoding.startsWith('utf') && encoding !== 'windows-1252'
  const notes: readonly ContentsNote[] = isOld ? ['old-letters'] : []
  if (isPage(text)) return finished('html', htmlBlocks(text), name, notes, encoding)
  // Only line ends are changed: whoever compares with the file finds every word where it was.
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\0', ' ')
  return checked({ text: plain, tables: [], furniture: setAside(plain), kind: 'text', encoding, notes }, name)
}

async function readKnown(bytes: Uint8Array, name: string): Promise<Answer> {
  const sniffed = sniff(bytes)
  switch (sniffed.as) {
    case 'empty':
      return refuse({ code: 'reading.file_empty', name })
    case 'unknown':
      return refuse({ code: 'reading.file_kind_unknown', name })
    case 'locked':
      return refuse({ code: 'reading.file_with_password', name })
    case 'refused':
      return refuse({ code: 'reading.file_kind_refused', name, kind: sniffed.kind })
    case 'words':
      return readWords(bytes, name)
    case 'package':
      return readPackage(bytes, name)
    case 'doc':
      return isLockedDoc(bytes)
        ? refuse({ code: 'reading.file_with_password', name })
        : finished('doc', await readDoc(bytes), name)
    case 'pdf': {
      const read = await readPdf(bytes, name)
      if (!read.ok) return read
      return finished('pdf', read.value.blocks, name, read.value.emptyPages > 0 ? ['pages-without-text'] : [])
    }
  }
}

/** `name` stands only in the sentences of a refusal; what the file is, its bytes say. Never throws. */
export async function readBytes(bytes: Uint8Array, name: string): Promise<Answer> {
  if (bytes.length > MOST_MEGABYTES * MEGABYTE)
    return refuse({ code: 'reading.file_too_large', name, mostMegabytes: MOST_MEGABYTES })
  try {
    return await readKnown(bytes, name)
  } catch {
    // The libraries throw whatever they stumble over.
    return refuse({ code: 'reading.file_broken', name })
  }
}
