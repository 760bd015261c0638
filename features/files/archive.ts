// The list of contents of a zip, read with suspicion: office files are zips, and a zip can be many other things at once.
import { inflateRawSync } from 'node:zlib'

type Part = {
  readonly name: string
  /** Bytes as packed and as they will be. */
  readonly packed: number
  readonly size: number
  readonly method: number
  readonly start: number
}

const END = 0x06_05_4b_50
const CENTRAL = 0x02_01_4b_50
const LOCAL = 0x04_03_4b_50
const END_LENGTH = 22
const CENTRAL_LENGTH = 46
const LOCAL_LENGTH = 30
const MOST_PARTS = 5000
/** Office files of 8 MB seldom unfold to more than a tenth of this. */
const MOST_UNPACKED = 200 * 1024 * 1024
const STORED = 0
const DEFLATED = 8

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)

/** Whether bytes end as a zip does: then some program will open them as one, whatever they are besides. */
export const endsAsZip = (bytes: Uint8Array): boolean => endOf(bytes) !== undefined

function endOf(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes)
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - 0xff_ff); at -= 1)
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === bytes.length) return at
  return undefined
}

/** A part as the list tells of it; undefined when it is locked, folded in an odd way, or said otherwise at its own place. */
function partAt(bytes: Uint8Array, at: number): { part: Part; next: number } | undefined {
  const view = viewOf(bytes)
  if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) return undefined
  const isLocked = (view.getUint16(at + 8, true) & 1) === 1
  const method = view.getUint16(at + 10, true)
  const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
  const nameLength = view.getUint16(at + 28, true)
  const local = view.getUint32(at + 42, true)
  const name = bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength)
  const next = at + CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (isLocked || (method !== STORED && method !== DEFLATED)) return undefined
  if (local + LOCAL_LENGTH > bytes.length || view.getUint32(local, true) !== LOCAL) return undefined
  const localName = view.getUint16(local + 26, true)
  const start = local + LOCAL_LENGTH + localName + view.getUint16(local + 28, true)
  const said = bytes.subarray(local + LOCAL_LENGTH, local + LOCAL_LENGTH + localName)
  if (textOf(said) !== textOf(name) || start + packed > bytes.length) return undefined
  return { part: { name: textOf(name), packed, size, method, start }, next }
}

const isOdd = (name: string): boolean => /^[/\\]|\\|(?:^|\/)\.\.(?:\/|$)|:|\p{Cc}/u.test(name)

/**
 * The parts of a zip that begins and ends with the bytes themselves. Undefined when the list does not hold together,
 * a part is locked, parts overlap, or all would unfold to more than any office file does.
 */
export function readArchive(bytes: Uint8Array): ReadonlyMap<string, Part> | undefined {
  const end = endOf(bytes)
  if (end === undefined || viewOf(bytes).getUint32(0, true) !== LOCAL) return undefined
  const view = viewOf(bytes)
  const count = view.getUint16(end + 10, true)
  const listStart = view.getUint32(end + 16, true)
  if (listStart + view.getUint32(end + 12, true) !== end || count > MOST_PARTS) return undefined
  const parts = new Map<string, Part>()
  let [at, packed, unpacked] = [listStart, 0, 0]
  while (at < end) {
    const found = partAt(bytes, at)
    if (found === undefined || isOdd(found.part.name) || parts.has(found.part.name)) return undefined
    parts.set(found.part.name, found.part)
    packed += found.part.packed
    unpacked += found.part.size
    at = found.next
  }
  const holds = at === end && parts.size === count && packed <= listStart && unpacked <= MOST_UNPACKED
  return holds ? parts : undefined
}

/** A part's text, unfolded to `most` bytes at the most; undefined when it is longer than that or broken. */
export function readPart(bytes: Uint8Array, part: Part, most: number): string | undefined {
  const packed = bytes.subarray(part.start, part.start + part.packed)
  if (part.size > most) return undefined
  if (part.method === STORED) return textOf(packed)
  try {
    return textOf(inflateRawSync(packed, { maxOutputLength: most }))
  } catch {
    return undefined
  }
}
