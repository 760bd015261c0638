// What a file is, by its first bytes. Its name is not believed.

export const FILE_KINDS = ['docx', 'doc', 'pdf', 'html', 'text', 'xlsx'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** Kinds that are known and not read. */
export const REFUSED_KINDS = ['rtf', 'mhtml', 'xls', 'ppt', 'odf', 'image', 'archive'] as const
export type RefusedKind = (typeof REFUSED_KINDS)[number]

/** `package`: a zip; its parts tell more. `words`: text of some kind. */
export type Sniffed =
  | { readonly as: 'pdf' | 'doc' | 'package' | 'words' | 'locked' | 'empty' | 'unknown' }
  | { readonly as: 'refused'; readonly kind: RefusedKind }

const HEAD = 4096
const PDF_WITHIN = 1024

const starts = (bytes: Uint8Array, sign: readonly number[]): boolean => sign.every((byte, at) => bytes[at] === byte)
const ascii = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
const holds = (bytes: Uint8Array, stream: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, 'utf16le'))

const IMAGES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]
const ARCHIVES = [
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** Older Office files share one container; the names of its streams tell them apart. */
function ofContainer(bytes: Uint8Array): Sniffed {
  if (holds(bytes, 'EncryptedPackage')) return { as: 'locked' }
  if (holds(bytes, 'WordDocument')) return { as: 'doc' }
  if (holds(bytes, 'Workbook')) return { as: 'refused', kind: 'xls' }
  if (holds(bytes, 'PowerPoint Document')) return { as: 'refused', kind: 'ppt' }
  return { as: 'unknown' }
}

/** Signs that no text of a person has, among the first ones. UTF-16 is full of zeros and still text. */
function looksLikeWords(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD)
  const isMarked = starts(head, [0xff, 0xfe]) || starts(head, [0xfe, 0xff])
  if (isMarked) return true
  const zeros = head.filter((byte) => byte === 0).length
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length - zeros
  const isWide =
    zeros > 0 &&
    (head.filter((byte, at) => byte === 0 && at % 2 === 1).length === zeros ||
      head.filter((byte, at) => byte === 0 && at % 2 === 0).length === zeros)
  return (zeros === 0 || isWide) && odd * 50 <= head.length
}

export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { as: 'empty' }
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return { as: 'package' }
  if (starts(bytes, OLE)) return ofContainer(bytes)
  if (IMAGES.some((sign) => starts(bytes, sign))) return { as: 'refused', kind: 'image' }
  if (ARCHIVES.some((sign) => starts(bytes, sign))) return { as: 'refused', kind: 'archive' }
  const head = ascii(bytes.subarray(0, PDF_WITHIN))
  if (head.includes('%PDF-')) return { as: 'pdf' }
  if (head.startsWith('{\\rtf')) return { as: 'refused', kind: 'rtf' }
  if (/^(?:mime-version|from|content-type):/i.test(head.trimStart()) && /multipart\/related/i.test(head))
    return { as: 'refused', kind: 'mhtml' }
  return { as: looksLikeWords(bytes) ? 'words' : 'unknown' }
}

/** What a zip package is, by its parts. */
export function packageKind(parts: ReadonlyMap<string, unknown>): 'docx' | 'xlsx' | RefusedKind {
  const paths = [...parts.keys()]
  const has = (folder: string): boolean => paths.some((path) => path.startsWith(folder))
  if (has('word/')) return 'docx'
  if (has('xl/')) return 'xlsx'
  if (has('ppt/')) return 'ppt'
  return parts.has('content.xml') && parts.has('META-INF/manifest.xml') ? 'odf' : 'archive'
}

/** Whether words are a page: only its beginning is looked at. */
export const isPage = (text: string): boolean =>
  /^\s{0,500}(?:<!doctype\s{1,9}html|<(?:html|head|body|meta|title|table|div|p|h[1-6]|article|section|style|script|span|center)[\s>]|<!--|<\?xml)/i.test(
    text.slice(0, 2000),
  )
