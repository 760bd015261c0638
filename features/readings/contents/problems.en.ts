// Sentences of refusal, files handed in to be read.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { RefusedKind } from './kinds.ts'
import type { ContentsProblem } from './problems.ts'

const REFUSED: Readonly<Record<RefusedKind, string>> = {
  rtf: 'is an RTF file, which is not read. Open it in Word, save it as .docx and hand it in again.',
  mhtml: 'is a page saved as .mht, which is not read. Save it as .html, or copy its words and paste them.',
  xls: 'is an older Excel workbook. Open it in Excel, save it as .xlsx and hand it in again.',
  ppt: 'is a presentation; reports are not read from it. Hand in the Word or PDF file of the report.',
  odf: 'is an OpenDocument file. Save it as .docx and hand it in again.',
  image: 'is a picture without text. Hand in the original file (.docx, .doc, or .pdf with text).',
  archive: 'is an archive. Unpack it and hand in the files one by one.',
}

export const sentences = {
  'reading.file_empty': (p) => `The file “${p.name}” is empty. Choose another one.`,
  'reading.file_not_there': (p) => `There is no file “${p.name}”. Look at the path again.`,
  'reading.file_too_large': (p) =>
    `The file “${p.name}” is larger than ${p.mostMegabytes} MB (unpacked). Leave out pictures, or split it.`,
  'reading.file_too_long': (p) => `The file “${p.name}” is longer than ${p.mostPages} pages. Split it.`,
  'reading.file_kind_unknown': (p) =>
    `The kind of the file “${p.name}” is not known. Files read are .docx, .doc, .pdf with text, .xlsx, .html and .txt.`,
  'reading.file_kind_refused': (p) => `The file “${p.name}” ${REFUSED[p.kind]}`,
  'reading.file_with_password': (p) => `The file “${p.name}” has a password. Take it off and hand the file in again.`,
  'reading.file_broken': (p) =>
    `The file “${p.name}” is damaged or was not sent whole. Open it, save it again and hand it in again.`,
  'reading.file_unsafe': (p) =>
    `The file “${p.name}” holds unsafe content and was not opened. Copy its words to a new file.`,
  'reading.file_without_text': (p) => `The file “${p.name}” holds no text. Choose another one.`,
  'reading.file_scanned': (p) =>
    `The file “${p.name}” is a scan (${p.pages} pages of pictures) without text. Hand in the original file (.docx, .doc, or .pdf with text).`,
  'reading.file_too_slow': (p) =>
    `Reading the file “${p.name}” took longer than ${p.seconds} seconds and was stopped. Split it.`,
} satisfies Sentences<ContentsProblem>
