// Takes out of an image what is not picture: place, device, day, names, small copies. Pure; the pixels are not touched.
//
// A photo's position and the phone it was taken with are data about a person, and nobody who attaches one means to give them.

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCodePoint(...bytes.subarray(from, Math.min(to, bytes.length)))

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

// JPEG

const ORIENTATION = 0x01_12
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COMMENT = 0xfe
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
const JFIF_LENGTH = 14

/** Which way up a photo is, 1 to 8, from an EXIF segment's content; 1 when it does not say. */
function orientationOf(content: Uint8Array): number {
  if (latin(content, 0, 6) !== 'Exif\0\0' || content.length < 14) return 1
  const view = viewOf(content.subarray(6))
  const isLittle = view.getUint16(0) === 0x49_49
  const start = view.getUint32(4, isLittle)
  if (start + 2 > view.byteLength) return 1
  for (let nth = 0; nth < view.getUint16(start, isLittle); nth += 1) {
    const at = start + 2 + nth * 12
    if (at + 12 > view.byteLength) return 1
    const value = view.getUint16(at + 8, isLittle)
    if (view.getUint16(at, isLittle) === ORIENTATION) return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An EXIF segment that says which way up, and nothing else. */
const uprightSegment = (orientation: number): Uint8Array =>
  joined([
    Uint8Array.of(0xff, 0xe1, 0, 34),
    new TextEncoder().encode('Exif\0\0MM'),
    Uint8Array.of(0, 42, 0, 0, 0, 8, 0, 1),
    Uint8Array.of(ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0),
  ])

/** The plain JFIF head without its small copy of the picture. */
function plainJfif(content: Uint8Array): Uint8Array {
  const head = content.slice(0, JFIF_LENGTH)
  head.set([0, 0], 12)
  return joined([Uint8Array.of(0xff, 0xe0, 0, JFIF_LENGTH + 2), head])
}

/** An application's segment as it may stay: JFIF, the colour profile, Adobe's note on colours; undefined for all else. */
function keptSegment(marker: number, segment: Uint8Array): Uint8Array | undefined {
  const content = segment.subarray(4)
  if (marker === 0xe0 && latin(content, 0, 5) === 'JFIF\0' && content.length >= JFIF_LENGTH) return plainJfif(content)
  const stays =
    (marker === 0xe2 && latin(content, 0, 12) === 'ICC_PROFILE\0') ||
    (marker === 0xee && latin(content, 0, 5) === 'Adobe')
  return stays ? segment : undefined
}

/** Where the coded picture that begins at `from` ends: at the next marker that is neither a restart nor a stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isAlone(next)) return at
  }
  return bytes.length
}

/** A JPEG without EXIF, XMP, GPS, comments, small copies and whatever follows its end; undefined when it is not sound. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = []
  let [at, orientation, hasScan] = [2, 1, false]
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (marker === 0xff) at += 1
    else if (isAlone(marker)) at += 2
    else if (marker === EOI) {
      const upright = orientation === 1 ? [] : [uprightSegment(orientation)]
      const [first, ...rest] = kept
      // JFIF, when there is one, must come first.
      const head = first?.[1] === 0xe0 ? [first, ...upright, ...rest] : [...upright, ...kept]
      return hasScan ? joined([Uint8Array.of(0xff, SOI), ...head, Uint8Array.of(0xff, EOI)]) : undefined
    } else {
      if (at + 4 > bytes.length) return undefined
      const end = at + 2 + viewOf(bytes).getUint16(at + 2)
      if (end > bytes.length || end < at + 4 || marker === SOI) return undefined
      const segment = bytes.subarray(at, end)
      if (marker === 0xe1 && orientation === 1) orientation = orientationOf(segment.subarray(4))
      const stays = isApplication(marker) ? keptSegment(marker, segment) : segment
      if (stays !== undefined && marker !== COMMENT) kept.push(stays)
      at = end
      if (marker === SOS) {
        hasScan = true
        at = endOfScan(bytes, end)
        kept.push(bytes.subarray(end, at))
      }
    }
  }
  return undefined
}

// PNG

const PNG_HEAD = 8
/** Colours, transparency, size on paper, moving pictures; everything else tells of something beside the picture. */
const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
)
const isCritical = (type: string): boolean => /^[A-Z]/.test(type)

/** A PNG without texts, EXIF, times and whatever follows its end; undefined when it is not sound. */
export function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes)
  const kept = [bytes.subarray(0, PNG_HEAD)]
  let [at, hasPicture] = [PNG_HEAD, false]
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at)
    const type = latin(bytes, at + 4, at + 8)
    if (end > bytes.length || (at === PNG_HEAD) !== (type === 'IHDR')) return undefined
    if (PNG_KEPT.has(type)) kept.push(bytes.subarray(at, end))
    else if (isCritical(type)) return undefined
    hasPicture ||= type === 'IDAT'
    if (type === 'IEND') return hasPicture ? joined(kept) : undefined
    at = end
  }
  return undefined
}

// WebP

const RIFF_HEAD = 12
const WEBP_PICTURES = new Set(['VP8 ', 'VP8L', 'ANMF'])
const WEBP_KEPT = new Set([...WEBP_PICTURES, 'VP8X', 'ALPH', 'ANIM', 'ICCP'])
/** Flags of the head that promise EXIF and XMP. */
const WEBP_TELLS = 0x08 | 0x04

/** A WebP without EXIF, XMP and whatever follows its end; undefined when it is not sound. */
export function stripWebp(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes)
  if (bytes.length < RIFF_HEAD + 8) return undefined
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length || !/^VP8[ LX]$/.test(latin(bytes, RIFF_HEAD, RIFF_HEAD + 4))) return undefined
  const kept: Uint8Array[] = []
  let [at, hasPicture] = [RIFF_HEAD, false]
  while (at + 8 <= end) {
    const type = latin(bytes, at, at + 4)
    const size = view.getUint32(at + 4, true)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > end) return undefined
    const chunk = bytes.slice(at, Math.min(next, end))
    if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~WEBP_TELLS
    if (WEBP_KEPT.has(type)) kept.push(chunk)
    hasPicture ||= WEBP_PICTURES.has(type)
    at = next
  }
  if (!hasPicture) return undefined
  const whole = joined([bytes.slice(0, RIFF_HEAD), ...kept])
  viewOf(whole).setUint32(4, whole.length - 8, true)
  return whole
}
