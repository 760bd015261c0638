// Opens a package of parts that a stranger made: what it claims is not believed, what it unpacks to is counted while it unpacks.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import { Unzip, UnzipInflate } from 'fflate'
import type { SheetProblem } from './sheet-data.ts'

const MEGABYTE = 1024 * 1024
/** What one package may hold: parts, and megabytes of them all once unpacked. */
export type PackageLimits = { readonly mostParts: number; readonly mostMegabytes: number }
const WORKBOOK_LIMITS: PackageLimits = { mostParts: 200, mostMegabytes: 60 }
/** Text of a sheet packs to a tenth or a thirtieth; only what was made to burst packs to less than a two-hundredth. */
const MOST_RATIO = 200
const RATIO_FROM = MEGABYTE
/** A piece of this size bursts to 16 MB at the very most before it is counted. */
const PIECE = 16 * 1024

const starts = (bytes: Uint8Array, sign: readonly number[]): boolean => sign.every((byte, at) => bytes[at] === byte)
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const END = [0x50, 0x4b, 0x05, 0x06]
/** The closing record is 22 bytes and a comment of at most 65,535. */
const END_WITHIN = 65_557
const LOOKED_AT = 4096

/** Older and locked workbooks share one container; the locked one names its stream in it. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** A file that was cut short has no closing record, though parts of it may be whole. */
const isWhole = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(Math.max(0, bytes.length - END_WITHIN))
    .includes(Buffer.from(END))

function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, LOOKED_AT)
  if (starts(head, [0xff, 0xfe]) || starts(head, [0xfe, 0xff])) return true
  return !head.includes(0)
}

/** What a file that is no workbook is instead; undefined for a zip package. */
export function otherThanPackage(bytes: Uint8Array): SheetProblem | undefined {
  if (bytes.length === 0) return { code: 'sheet.empty_file' }
  if (starts(bytes, ZIP)) return undefined
  if (starts(bytes, OLE)) return { code: isLocked(bytes) ? 'sheet.password_protected' : 'sheet.old_workbook' }
  const head = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT)).trimStart().toLowerCase()
  if (/^(?:<!--|<!doctype html|<html|<table|<meta|<\?xml|<head|<style|mime-version:)/.test(head))
    return { code: 'sheet.web_page' }
  return { code: looksLikeText(bytes) ? 'sheet.text_file' : 'sheet.not_a_workbook' }
}

const isKept = (name: string): boolean => /\.(?:xml|rels)$/i.test(name)
const joined = (pieces: readonly Uint8Array[]): string =>
  Buffer.concat(pieces)
    .toString('utf8')
    .replace(/^\uFEFF/, '')

class Unpacking {
  readonly parts = new Map<string, Uint8Array[]>()
  problem: SheetProblem | undefined
  readonly #limits: PackageLimits
  #total = 0
  #count = 0

  constructor(limits: PackageLimits) {
    this.#limits = limits
  }

  /** Follows one part until it ends or is too much. */
  follow(name: string, packed: number | undefined, most: number): (piece: Uint8Array) => void {
    const { mostParts, mostMegabytes } = this.#limits
    this.#count += 1
    if (this.#count > mostParts) this.problem ??= { code: 'sheet.too_many_parts', most: mostParts }
    if (this.parts.has(name)) this.problem ??= { code: 'sheet.broken' }
    const pieces: Uint8Array[] = []
    this.parts.set(name, pieces)
    let size = 0
    return (piece) => {
      size += piece.length
      this.#total += piece.length
      const isBurst = size > RATIO_FROM && size > MOST_RATIO * (packed ?? most)
      if (this.#total > mostMegabytes * MEGABYTE || isBurst)
        this.problem ??= { code: 'sheet.too_large_unpacked', mostMegabytes }
      if (this.problem === undefined && isKept(name)) pieces.push(piece)
    }
  }
}

/** The XML parts of a package, by path. Stops at the first piece that is too much. */
export function unpackGuarded(
  bytes: Uint8Array,
  limits: PackageLimits = WORKBOOK_LIMITS,
): Result<ReadonlyMap<string, string>, SheetProblem> {
  if (!isWhole(bytes)) return refuse({ code: 'sheet.broken' })
  const state = new Unpacking(limits)
  const unzip = new Unzip((file) => {
    if ((file.originalSize ?? 0) > limits.mostMegabytes * MEGABYTE)
      state.problem ??= { code: 'sheet.too_large_unpacked', mostMegabytes: limits.mostMegabytes }
    const take = state.follow(file.name, file.size, bytes.length)
    file.ondata = (error, piece) => {
      if (error === null) take(piece)
      else state.problem ??= { code: 'sheet.broken' }
    }
    if (state.problem === undefined) file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && state.problem === undefined; at += PIECE)
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
  } catch {
    return refuse(state.problem ?? { code: 'sheet.broken' })
  }
  if (state.problem !== undefined) return refuse(state.problem)
  const texts = new Map(
    [...state.parts].filter(([name]) => isKept(name)).map(([name, pieces]) => [name, joined(pieces)]),
  )
  // A package that defines entities asks its reader to fetch or to multiply; no spreadsheet program writes one.
  if ([...texts.values()].some((text) => /<!(?:DOCTYPE|ENTITY)/i.test(text)))
    return refuse({ code: 'sheet.unsafe_xml' })
  return accept(texts)
}
