// Cutting a text at its marks: nothing lost, nothing twice, marks whole, tables told apart.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, blocksOf, type Piece, type Span } from './marking.ts'

const piecesIn = <M>(blocks: readonly Block<M>[]): Piece<M>[] =>
  blocks.flatMap((block) =>
    (block.kind === 'paragraph' ? [block.line] : block.rows).flatMap((line) => line.cells.flat()),
  )

const shown = (text: string, marks: readonly Span[], aside: readonly Span[] = []): string[] =>
  piecesIn(blocksOf(text, marks, aside)).map(
    ({ text: words, mark, isAside }) => `${mark === undefined ? '' : '*'}${isAside ? '-' : ''}${words}`,
  )

test('a mark is a piece of its own', () => {
  expect(shown('Tặng 45 suất quà.', [{ start: 5, end: 7 }])).toEqual(['Tặng ', '*45', ' suất quà.'])
})

test('a mark at both ends of a line', () => {
  expect(
    shown('12 và 13', [
      { start: 6, end: 8 },
      { start: 0, end: 2 },
    ]),
  ).toEqual(['*12', ' và ', '*13'])
})

test('what is set aside is told, with the marks in it', () => {
  const text = 'Lượt xem: 1520\nBài viết'
  expect(shown(text, [{ start: 10, end: 14 }], [{ start: 0, end: 14 }])).toEqual(['-Lượt xem: ', '*-1520', 'Bài viết'])
})

test('a mark that runs over a break goes on in the next line', () => {
  expect(shown('2.811,7\ntriệu đồng', [{ start: 0, end: 13 }])).toEqual(['*2.811,7', '*triệu', ' đồng'])
})

test('rows with tabs that follow each other are one table; empty cells stay', () => {
  const blocks = blocksOf('Phụ lục\nChỉ tiêu\tTrong kỳ\nTrong đó:\t\n\nHết', [], [])
  expect(blocks.map((it) => it.kind)).toEqual(['paragraph', 'table', 'paragraph'])
  const table = blocks[1]
  if (table?.kind !== 'table') throw new Error('no table')
  expect(table.rows.map((row) => row.cells.map((cell) => cell.map((it) => it.text).join('')))).toEqual([
    ['Chỉ tiêu', 'Trong kỳ'],
    ['Trong đó:', ''],
  ])
})

test('marks that overlap, are empty or lie outside are dropped, not drawn twice', () => {
  const marks = [
    { start: 0, end: 4 },
    { start: 2, end: 6 },
    { start: 5, end: 5 },
    { start: 7, end: 99 },
  ]
  expect(shown('08/24 đơn', marks)).toEqual(['*08/2', '4 đơn'])
})

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(12)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 12 },
)
const text = fc.string({ unit: fc.constantFrom('a', 'đ', '5', ' ', '\t', '\n'), maxLength: 60 })

test('every letter stands in one piece, in order, at its place', () => {
  fc.assert(
    fc.property(text, spans, spans, (words, marks, aside) => {
      const pieces = piecesIn(blocksOf(words, marks, aside))
      expect(
        pieces
          .map((it) => it.text)
          .join('')
          .replaceAll(/\s/g, ''),
      ).toBe(words.replaceAll(/\s/g, ''))
      for (const piece of pieces) {
        expect(words.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text)
        expect(piece.text).not.toBe('')
        const { start, end } = piece.mark ?? { start: 0, end: words.length }
        expect(piece.start).toBeGreaterThanOrEqual(start)
        expect(piece.start + piece.text.length).toBeLessThanOrEqual(end)
      }
    }),
  )
})
