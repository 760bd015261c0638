// The square code: a sound PNG, the same each time, with the marks a camera looks for.

import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { qrMatrix, qrPng, qrSvg } from './qr.ts'

const address = 'https://vi-du.gov.vn/kiem-tra/kqmvhtyzrwpd'

type Chunk = { readonly kind: string; readonly content: Buffer }

const chunksOf = (png: Uint8Array): readonly Chunk[] => {
  const bytes = Buffer.from(png)
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    chunks.push({ kind: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']
const corner = (rows: readonly (readonly boolean[])[], top: number, left: number) =>
  rows.slice(top, top + 7).map((row) =>
    row
      .slice(left, left + 7)
      .map(Number)
      .join(''),
  )

describe('square code', () => {
  it('has the three finder marks inside a quiet border of four cells', () => {
    const rows = qrMatrix(address)
    const last = rows.length - 11
    expect(rows.every((row) => row.length === rows.length)).toBe(true)
    expect((rows.length - 8 - 17) % 4).toBe(0)
    expect(corner(rows, 4, 4)).toEqual(finder)
    expect(corner(rows, 4, last)).toEqual(finder)
    expect(corner(rows, last, 4)).toEqual(finder)
    expect(rows.slice(0, 4).flat().some(Boolean)).toBe(false)
  })

  it('is a PNG whose pixels are the cells', () => {
    const rows = qrMatrix(address)
    const png = qrPng(address)
    expect(Buffer.from(png.slice(0, 8)).toString('hex')).toBe('89504e470d0a1a0a')
    const chunks = chunksOf(png)
    expect(chunks.map((chunk) => chunk.kind)).toEqual(['IHDR', 'IDAT', 'IEND'])
    const side = rows.length * 8
    expect(chunks[0]?.content.readUInt32BE(0)).toBe(side)
    expect(chunks[0]?.content.readUInt32BE(4)).toBe(side)
    const pixels = inflateSync(chunks[1]?.content ?? Buffer.alloc(0))
    const line = rows.length + 1
    expect(pixels.length).toBe(line * side)
    const read = rows.map((_, y) =>
      [...pixels.subarray(y * 8 * line + 1, (y * 8 + 1) * line)].map((byte) => byte === 0),
    )
    expect(read).toEqual(rows)
  })

  it('is the same each time, and another text is another code', () => {
    expect(qrPng(address)).toEqual(qrPng(address))
    expect(qrSvg(address)).toBe(qrSvg(address))
    expect(qrPng(`${address}x`)).not.toEqual(qrPng(address))
  })

  it('takes Vietnamese, composed or not, as the same text', () => {
    expect(qrPng('Phường Hòa Mạc'.normalize('NFD'))).toEqual(qrPng('Phường Hòa Mạc'))
  })

  it('refuses a text no code can hold', () => {
    expect(() => qrMatrix('x'.repeat(3_000))).toThrow(RangeError)
  })
})
