// Small text tools under the writer: spelling, cleaning, widths, merged header cells, column widths.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HeaderCell } from './block-model.ts'
import { columnTwips } from './docx-table.ts'
import { placeHeader } from './header-grid.ts'
import { spell } from './spelling.ts'
import { blockWidthMm, lineWidthMm } from './text-width.ts'
import { cleanText, xmlText } from './xml-text.ts'

describe('spelling', () => {
  it('moves the tone in final pairs only', () => {
    expect(spell('Ủy ban, hòa giải, khỏe, quý, toàn, hoàn, thủy lợi', 'uỷ')).toBe(
      'Uỷ ban, hoà giải, khoẻ, quý, toàn, hoàn, thuỷ lợi',
    )
    expect(spell('UỶ BAN, HOÀ, quỹ, Quỳ, huỷnh, luỹ kế', 'ủy')).toBe('ỦY BAN, HÒA, quỹ, Quỳ, huỷnh, lũy kế')
  })

  it('there and back gives the first text again', () => {
    const words = fc.array(fc.constantFrom('ủy', 'Hòa', 'KHỎE', 'quý', 'toàn', 'thủy', 'xã', 'xòe', 'dân'), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ')
        expect(spell(spell(text, 'uỷ'), 'ủy')).toBe(text)
      }),
    )
  })
})

describe('text for XML', () => {
  it('never carries a forbidden sign or an open tag, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = xmlText(text)
        // oxlint-disable-next-line no-control-regex
        expect(written).not.toMatch(/[<>"\u0000-\u0008\u000B\u000C\u000D-\u001F\uE000]/)
        expect(written.isWellFormed()).toBe(true)
        expect(written.normalize('NFC')).toBe(written)
      }),
    )
    expect(cleanText('a\u0000b\uE0001\uE000\uD800')).toBe('ab1\uFFFD')
    expect(cleanText('Tiê\u0301n')).toBe('Tiến')
  })
})

describe('widths', () => {
  it('the national motto at 14 points is as wide as a typeset line, within half a millimetre', () => {
    expect(lineWidthMm('Độc lập - Tự do - Hạnh phúc', 14)).toBeCloseTo(60.4, 0)
  })

  it('a wrapped line is never wider than its column', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 10, max: 160 }), (text, columnMm) => {
        expect(blockWidthMm(text, 13, columnMm)).toBeLessThanOrEqual(columnMm)
      }),
    )
  })

  it('columns fill the text width to the twip', () => {
    const widths = fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(widths, (list) => {
        expect(columnTwips(list, 165).reduce((sum, width) => sum + width, 0)).toBe(9354)
      }),
    )
  })
})

describe('merged header', () => {
  // Cuts a rectangle of places into merged cells, so that the header is right by construction.
  const cut = (width: number, height: number, picks: readonly number[]): HeaderCell[][] => {
    const taken = Array.from({ length: height }, () => Array.from({ length: width }, () => false))
    let pick = 0
    const next = (most: number) => 1 + ((picks[pick++ % picks.length] ?? 0) % most)
    return taken.map((places, row) =>
      places.flatMap((busy, column) => {
        if (busy || taken[row]?.[column]) return []
        const free = taken[row]?.findIndex((used, at) => at > column && used) ?? -1
        const colSpan = next((free === -1 ? width : free) - column)
        const rowSpan = next(height - row)
        for (const line of taken.slice(row, row + rowSpan)) line.fill(true, column, column + colSpan)
        return [{ text: `${row}.${column}`, colSpan, rowSpan }]
      }),
    )
  }

  it('every place is covered once and the text stands where it was cut', () => {
    const picks = fc.array(fc.nat(9), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 }), picks, (width, height, list) => {
        const placed = placeHeader(cut(width, height, list), width)
        if (!placed.ok) throw new Error(JSON.stringify(placed.problem))
        const area = placed.value.reduce((sum, cell) => sum + cell.colSpan * cell.rowSpan, 0)
        expect(area).toBe(width * height)
        for (const cell of placed.value) expect(cell.text).toBe(`${cell.row}.${cell.column}`)
      }),
    )
  })

  it('refuses a hole, an overhang and a cell too many', () => {
    expect(placeHeader([[{ text: 'a' }]], 2)).toEqual({
      ok: false,
      problem: { code: 'header_misfit', row: 0, column: 1 },
    })
    expect(placeHeader([[{ text: 'a', rowSpan: 2 }]], 1)).toMatchObject({ ok: false })
    expect(placeHeader([[{ text: 'a' }, { text: 'b' }]], 1)).toMatchObject({ problem: { row: 0, column: 1 } })
  })
})
