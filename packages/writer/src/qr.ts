// A text as a square code: its cells, a drawing of it, and a picture for Word. The same text gives the same bytes.

import { zlibSync } from 'fflate'
import { encode } from 'uqr'
import { cleanText } from './xml-text.ts'

// The standard asks for four empty cells around the code, so that a camera finds its edge.
const QUIET_CELLS = 4

/**
 * Rows of cells, true where dark, the quiet border included. Level M bears the loss of about 15% of the cells.
 * A text too long for the largest code (about 2,300 bytes) throws RangeError.
 */
export const qrMatrix = (text: string): readonly (readonly boolean[])[] =>
  encode(cleanText(text), { ecc: 'M', boostEcc: false, border: QUIET_CELLS }).data

/** One path of unit squares, black on nothing. */
export const qrSvg = (text: string): string => {
  const rows = qrMatrix(text)
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}"><path fill="#000" d="${path}"/></svg>`
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

const crc32 = (bytes: Uint8Array): number =>
  (bytes.reduce((crc, byte) => (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0), 0xffffffff) ^ 0xffffffff) >>> 0

const uint32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 0xff,
  (value >>> 8) & 0xff,
  value & 0xff,
]

const chunk = (kind: string, content: Uint8Array): readonly number[] => {
  const body = Uint8Array.from([...new TextEncoder().encode(kind), ...content])
  return [...uint32(content.length), ...body, ...uint32(crc32(body))]
}

const PIXELS_PER_CELL = 8

// Each line starts with filter 0; a dark cell is eight zero bits, so one cell is one byte wide.
const scanlines = (rows: readonly (readonly boolean[])[]): Uint8Array =>
  Uint8Array.from(
    rows.flatMap((row) => {
      const line = [0, ...row.map((dark) => (dark ? 0x00 : 0xff))]
      return Array.from({ length: PIXELS_PER_CELL }, () => line).flat()
    }),
  )

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const ONE_BIT_GREY = [1, 0, 0, 0, 0]

/** A PNG of eight pixels a cell, one bit a pixel. */
export const qrPng = (text: string): Uint8Array => {
  const rows = qrMatrix(text)
  const side = uint32(rows.length * PIXELS_PER_CELL)
  return Uint8Array.from([
    ...PNG_SIGNATURE,
    ...chunk('IHDR', Uint8Array.from([...side, ...side, ...ONE_BIT_GREY])),
    ...chunk('IDAT', zlibSync(scanlines(rows), { level: 9 })),
    ...chunk('IEND', new Uint8Array()),
  ])
}
