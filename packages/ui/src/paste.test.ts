import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnOf } from './paste.ts'

describe('columns pasted from a spreadsheet', () => {
  it('leaves a single value to the input', () => {
    expect(columnOf('12')).toBeUndefined()
    expect(columnOf('12\n')).toBeUndefined()
  })

  it('reads one line a row, whatever the line ends, and keeps empty rows', () => {
    expect(columnOf('12\r\n\r\n2.811,7\r\n')).toEqual(['12', '', '2.811,7'])
  })

  it('takes the first of several columns and undoes quotes', () => {
    expect(columnOf('1\t2\n"a ""b"""\t4')).toEqual(['1', 'a "b"'])
  })

  it('gives back every plain column of two rows or more', () => {
    const cell = fc.stringMatching(/^[0-9.,]{0,8}$/)
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 30 }), (cells) => {
        expect(columnOf(`${cells.join('\r\n')}\r\n`)).toEqual(cells)
      }),
    )
  })
})
