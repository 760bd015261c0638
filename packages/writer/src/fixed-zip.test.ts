// Packages come out as they went in, whether given whole, as bytes or in pieces, and as the same bytes each time.
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { packText, unpackBytes, unpackText } from './fixed-zip.ts'

const path = fc.stringMatching(/^[a-zà-ỹ][a-zà-ỹ\d]{0,8}(?:\/[a-z\d]{1,8})?\.xml$/)
const content = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.integer({ min: 16_000, max: 70_000 }).map((length) => 'Đơn thư, kiến nghị. '.repeat(length / 20)),
)

describe('a package', () => {
  it('gives its parts back, in the order of their paths', () => {
    fc.assert(
      fc.property(fc.dictionary(path, content, { maxKeys: 8 }), (parts) => {
        const bytes = packText(Object.entries(parts))
        expect(Object.fromEntries(unpackText(bytes))).toEqual(
          Object.fromEntries(Object.entries(parts).map(([at, text]) => [at, text.toWellFormed()])),
        )
        expect([...unpackBytes(bytes).keys()]).toEqual(Object.keys(parts).sort())
      }),
      { numRuns: 60 },
    )
  })

  it('is the same bytes when it is made again after many others', () => {
    const parts = new Map([
      ['a.xml', 'một'],
      ['b.xml', 'hai'.repeat(9_000)],
    ])
    const first = packText(parts)
    for (let at = 0; at < 500; at += 1) packText([['c.xml', `khác ${at}`]])
    expect(Buffer.from(packText(parts)).equals(Buffer.from(first))).toBe(true)
  })

  it('takes a part in pieces of any size as the text that they make', () => {
    fc.assert(
      fc.property(fc.array(content, { maxLength: 6 }), (pieces) => {
        const found = unzipSync(packText([['sheet.xml', pieces]]))['sheet.xml']
        expect(strFromU8(found ?? new Uint8Array())).toBe(pieces.map((piece) => piece.toWellFormed()).join(''))
      }),
      { numRuns: 40 },
    )
  })

  it('keeps bytes that are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        expect(unpackBytes(packText([['word/media/1.png', bytes]])).get('word/media/1.png')).toEqual(bytes)
      }),
    )
  })

  it('asks for a later part only when the earlier ones are written', () => {
    const order: string[] = []
    packText([
      ['z.xml', () => (order.push('z'), 'một')],
      ['a.xml', () => (order.push('a'), 'hai')],
    ])
    expect(order).toEqual(['z', 'a'])
  })
})
