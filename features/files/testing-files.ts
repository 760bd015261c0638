// Files built by hand for tests: sound ones, and ones that mean harm.
import { crc32, deflateRawSync } from 'node:zlib'

export const text = (from: string): Uint8Array => new TextEncoder().encode(from)
export const joined = (...pieces: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(pieces.flatMap((piece) => [...piece]))
const u16 = (value: number): number[] => [value >>> 8, value & 0xff]
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xff_ff)]
const little = (bytes: number[]): number[] => bytes.toReversed()

// JPEG

export const segment = (marker: number, content: Uint8Array): Uint8Array =>
  joined([0xff, marker], u16(content.length + 2), content)
export const JFIF = segment(0xe0, joined(text('JFIF\0'), [1, 2, 0, 0, 72, 0, 72, 0, 0]))
const TABLE = segment(
  0xdb,
  Uint8Array.from({ length: 65 }, (_, at) => at),
)
const FRAME = segment(0xc0, Uint8Array.of(8, 0, 1, 0, 1, 1, 1, 0x11, 0))
/** A scan with a stuffed FF, a restart, and bytes that look like nothing else. */
const SCAN = joined(segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])

/** EXIF as phones write it: which way up, the maker's name, and a position (its IFD stands for more). */
export function exif(orientation: number, isLittle = true): Uint8Array {
  const order = (bytes: number[]): number[] => (isLittle ? little(bytes) : bytes)
  const entry = (tag: number, type: number, count: number, value: number[]): number[] => [
    ...order(u16(tag)),
    ...order(u16(type)),
    ...order(u32(count)),
    ...value,
  ]
  return joined(
    text(isLittle ? 'Exif\0\0II' : 'Exif\0\0MM'),
    [...order(u16(42)), ...order(u32(8)), ...order(u16(3))],
    entry(0x01_0f, 2, 9, order(u32(50))),
    entry(0x01_12, 3, 1, [...order(u16(orientation)), 0, 0]),
    entry(0x88_25, 4, 1, order(u32(60))),
    [0, 0, 0, 0],
    text('MAYCHUP-A\0GPS 20.5411N 105.9139E'),
  )
}

export const jpegOf = (...segments: readonly Uint8Array[]): Uint8Array =>
  joined([0xff, 0xd8], ...segments, TABLE, FRAME, SCAN, [0xff, 0xd9])
/** A picture that differs from the others by one number. */
export const jpeg = (nth = 0): Uint8Array => jpegOf(JFIF, segment(0xdb, Uint8Array.of(1, nth)))

// PNG

export const chunk = (type: string, content: Uint8Array = new Uint8Array()): Uint8Array => {
  const body = joined(text(type), content)
  return joined(u32(content.length), body, u32(crc32(body)))
}
export const pngOf = (...chunks: readonly Uint8Array[]): Uint8Array =>
  joined(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', Uint8Array.of(...u32(1), ...u32(1), 8, 0, 0, 0, 0)),
    ...chunks,
    chunk('IDAT', Uint8Array.of(0x78, 0x9c, 0x63, 0, 0, 0, 2, 0, 1)),
    chunk('IEND'),
  )

// WebP

export const riff = (type: string, content: Uint8Array): Uint8Array =>
  joined(text(type), little(u32(content.length)), content, content.length % 2 === 1 ? [0] : [])
export const webpOf = (...chunks: readonly Uint8Array[]): Uint8Array => {
  const body = joined(text('WEBP'), ...chunks)
  return joined(text('RIFF'), little(u32(body.length)), body)
}

// PDF

export const pdf = (inside = ''): Uint8Array => text(`%PDF-1.7\n1 0 obj\n<<${inside}>>\nendobj\ntrailer\n<<>>\n%%EOF\n`)

// Zip

export type ZipPart = {
  readonly name: string
  readonly content: Uint8Array
  /** What the list says, when it does not tell the truth. */
  readonly said?: {
    readonly size?: number
    readonly packed?: number
    readonly localName?: string
    readonly flags?: number
  }
}

export function zipOf(parts: readonly ZipPart[], before: Uint8Array = new Uint8Array(), comment = ''): Uint8Array {
  const locals: Uint8Array[] = []
  const list: Uint8Array[] = []
  let at = before.length
  for (const { name, content, said = {} } of parts) {
    const packed = deflateRawSync(content)
    const size = little(u32(said.size ?? content.length))
    const facts = [...little(u16(said.flags ?? 0)), ...little(u16(8)), 0, 0, 0, 0, ...little(u32(crc32(content)))]
    const names = text(name)
    const localNames = text(said.localName ?? name)
    const local = joined(
      [0x50, 0x4b, 3, 4, 20, 0, ...facts, ...little(u32(packed.length)), ...size],
      [...little(u16(localNames.length)), 0, 0],
      localNames,
      packed,
    )
    list.push(
      joined(
        [0x50, 0x4b, 1, 2, 20, 0, 20, 0, ...facts, ...little(u32(said.packed ?? packed.length)), ...size],
        [...little(u16(names.length)), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...little(u32(at))],
        names,
      ),
    )
    locals.push(local)
    at += local.length
  }
  const directory = joined(...list)
  const counts = [...little(u16(parts.length)), ...little(u16(parts.length))]
  return joined(
    before,
    ...locals,
    directory,
    [0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...counts, ...little(u32(directory.length)), ...little(u32(at))],
    little(u16(text(comment).length)),
    text(comment),
  )
}

const part = (name: string, content = '<x/>'): ZipPart => ({ name, content: text(content) })
const TYPES = '<Types><Override PartName="/word/document.xml" ContentType="application/xml"/></Types>'
export const docxParts = (types = TYPES): ZipPart[] => [
  part('[Content_Types].xml', types),
  part('_rels/.rels'),
  part('word/document.xml', '<w:document/>'),
]
export const docx = (...more: readonly ZipPart[]): Uint8Array => zipOf([...docxParts(), ...more])
export const xlsx = (): Uint8Array =>
  zipOf([part('[Content_Types].xml', '<Types/>'), part('_rels/.rels'), part('xl/workbook.xml')])
