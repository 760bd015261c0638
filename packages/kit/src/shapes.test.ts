// Text as it is kept: what cannot be stored or printed is left out, everything else stays.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Line, Words } from './shapes.ts'

it('leaves out signs that the database and the paper cannot hold, and keeps broken lines', () => {
  expect(Words.parse(' K\u00E9 hoa\u0323ch\u0000 \u000Bhai\u0007 ')).toBe('K\u00E9 ho\u1EA1ch \nhai')
  expect(Line.parse('a\u000Bb\t c\u001F')).toBe('a b c')
  expect(Words.parse('x\uD800y')).toBe('x\uFFFDy')
})

it('gives text that may be kept as it is, twice the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const kept = Words.parse(text)
      expect(Words.parse(kept)).toBe(kept)
      expect(kept).not.toContain('\u0000')
      expect(kept.isWellFormed()).toBe(true)
    }),
  )
})
