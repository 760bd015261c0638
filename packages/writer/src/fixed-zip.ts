// Packs files so that the same content gives the same bytes on every day and in every time zone.

import { crc32 } from 'node:zlib'
import { Deflate, deflateSync, strFromU8, unzipSync } from 'fflate'

/** A part may be text, bytes, or pieces of text that are compressed as they come and never stand in memory together. */
export type ZipContent = string | Uint8Array | Iterable<string>

type Packed = { readonly size: number; readonly crc: number; readonly data: readonly Uint8Array[] }

/** The library's own, not the machine's: other builds of zlib give other bytes. */
const LEVEL = 6
/** 1 January 1980, noon, as the format keeps it: the first year that it can hold. */
const TIME = 0x6000
const DAY = 0x0021
const VERSION = 20
const UTF8_NAMES = 0x0800
const DEFLATED = 8

/** Styles, settings and relations are the same in every paper of a format; they are compressed once. */
const REMEMBERED_LENGTH = 16_384
const MOST_REMEMBERED = 200
const remembered = new Map<string, Packed>()

function packBytes(bytes: Uint8Array): Packed {
  return { size: bytes.length, crc: crc32(bytes), data: [deflateSync(bytes, { level: LEVEL })] }
}

function packShort(text: string): Packed {
  const known = remembered.get(text)
  // What was asked for last is forgotten last.
  if (known !== undefined) remembered.delete(text)
  const packed = known ?? packBytes(Buffer.from(text))
  remembered.set(text, packed)
  const oldest = remembered.keys().next().value
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  return packed
}

function packPieces(pieces: Iterable<string>): Packed {
  const data: Uint8Array[] = []
  const deflate = new Deflate({ level: LEVEL }, (chunk) => data.push(chunk))
  let size = 0
  let crc = 0
  for (const piece of pieces) {
    const bytes = Buffer.from(piece)
    size += bytes.length
    crc = crc32(bytes, crc)
    deflate.push(bytes)
  }
  deflate.push(new Uint8Array(0), true)
  return { size, crc, data }
}

const isText = (content: ZipContent): content is string => typeof content === 'string'

function pack(content: ZipContent): Packed {
  if (isText(content)) return content.length <= REMEMBERED_LENGTH ? packShort(content) : packBytes(Buffer.from(content))
  return content instanceof Uint8Array ? packBytes(content) : packPieces(content)
}

const lengthOf = (data: readonly Uint8Array[]): number => data.reduce((sum, chunk) => sum + chunk.length, 0)

/** What the head of an entry and its line in the directory have in common. */
function describe(target: Buffer, at: number, { size, crc, data }: Packed, name: Buffer): void {
  target.writeUInt16LE(VERSION, at)
  target.writeUInt16LE(UTF8_NAMES, at + 2)
  target.writeUInt16LE(DEFLATED, at + 4)
  target.writeUInt16LE(TIME, at + 6)
  target.writeUInt16LE(DAY, at + 8)
  target.writeUInt32LE(crc, at + 10)
  target.writeUInt32LE(lengthOf(data), at + 14)
  target.writeUInt32LE(size, at + 18)
  target.writeUInt16LE(name.length, at + 22)
}

function headOf(packed: Packed, name: Buffer): Uint8Array {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  describe(head, 4, packed, name)
  return head
}

function directoryLine(packed: Packed, name: Buffer, offset: number): Uint8Array {
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(VERSION, 4)
  describe(line, 6, packed, name)
  line.writeUInt32LE(offset, 42)
  return line
}

function directoryEnd(entries: number, size: number, offset: number): Uint8Array {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

/** The parts of a package as bytes, by path; entries for folders are left out, the format does not need them. */
export const unpackBytes = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(unzipSync(bytes, { filter: (file) => !file.name.endsWith('/') })))

/** The parts of a package as text, by path. */
export const unpackText = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map([...unpackBytes(bytes)].map(([path, content]) => [path, strFromU8(content)]))

/** Entries in the order of their paths, with one fixed time. Parts are compressed in the order in which they are given, so that a later one may tell what an earlier one held. */
export function packText(
  parts: Iterable<readonly [path: string, content: ZipContent | (() => ZipContent)]>,
): Uint8Array {
  const packed = [...parts]
    .map(([path, content]) => ({ path, packed: pack(typeof content === 'function' ? content() : content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const body: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { path, packed: entry } of packed) {
    const name = Buffer.from(path)
    directory.push(directoryLine(entry, name, offset), name)
    const written = [headOf(entry, name), name, ...entry.data]
    body.push(...written)
    offset += lengthOf(written)
  }
  const end = directoryEnd(packed.length, lengthOf(directory), offset)
  return new Uint8Array(Buffer.concat([...body, ...directory, end]))
}
