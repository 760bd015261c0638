// Names of files as they are kept. Pure.
import { MOST_LETTERS, type FileKind } from './schema.ts'

/** Endings by which a kind is known; the first is given to a name that has none of them. */
const ENDINGS: Readonly<Record<FileKind, readonly [string, ...string[]]>> = {
  jpeg: ['jpg', 'jpeg', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
}

export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * A name that is safe on every machine and true about its content: composed letters, no separators, no signs that are not
 * seen or turn the direction of writing, the ending of the kind, 120 letters at the most.
 */
export function cleanName(raw: string, kind: FileKind): string {
  const plain = raw
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\\/<>:"|?*]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\p{C}/gu, '')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const [, stem = plain, ending = ''] = /^(.*)\.([A-Za-z0-9]+)$/.exec(plain) ?? []
  const isTrue = ENDINGS[kind].includes(ending.toLowerCase())
  const last = isTrue ? ending : ENDINGS[kind][0]
  const letters = [...(isTrue ? stem : plain)].slice(0, MOST_LETTERS - last.length - 1)
  const kept = letters.join('').replaceAll(/[. ]+$/g, '')
  return `${kept === '' ? 'tệp' : kept}.${last}`
}
