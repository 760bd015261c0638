// The reader against sentences of many hands, and what holds for any text.
import { formatCount, formatNumber, formatPair } from '@kheo/core/text/number-style.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'
import type { Reading } from './reading.ts'
import { loadSentences, type TestSentence } from './testing/sentences.ts'

const sentences = loadSentences()
const squeeze = (text: string): string => text.toLowerCase().replace(/\s+/g, '')
const isPrefix = (a: string, b: string): boolean => b !== '' && (a.startsWith(b) || b.startsWith(a))

/** Digit runs of a text by their offsets, without the exponents of units. */
const runsOf = (text: string): number[] =>
  [...text.matchAll(/\d+/g)]
    .filter(
      (run) => !(/^[23]$/.test(run[0]) && /(?<![\p{L}])(?:m|km|dm|cm)$/u.test(text.slice(0, run.index).toLowerCase())),
    )
    .map((run) => run.index)

type Item = { readonly start: number; readonly length: number }
const itemsOf = (reading: Reading): Item[] => [
  ...reading.figures.map((it) => ({ start: it.start, length: it.number.length })),
  ...reading.notFigures.map((it) => ({ start: it.start, length: it.number.length })),
  ...reading.documents.map((it) => ({ start: it.start, length: it.text.length })),
]

/** What the reader gets wrong of a sentence's figures, other numbers and documents; empty when all is right. */
function wrongIn(sentence: TestSentence): string[] {
  const reading = readText(sentence.text)
  const byStart = new Map(reading.figures.map((it) => [it.start, it]))
  const wrong: string[] = []
  for (const gold of sentence.figures) {
    const said = byStart.get(gold.start)
    if (said === undefined || said.value !== gold.value) wrong.push(`${gold.number}: ${said?.value ?? 'không thấy'}`)
    else {
      if (!isPrefix(squeeze(gold.unit), squeeze(said.unit))) wrong.push(`${gold.number}: đơn vị ${said.unit}`)
      if (said.kind !== gold.kind) wrong.push(`${gold.number}: ${said.kind}`)
      if (said.of !== gold.of || said.to !== gold.to) wrong.push(`${gold.number}: ${said.of ?? ''}/${said.to ?? ''}`)
    }
  }
  const starts = new Set(sentence.figures.map((it) => it.start))
  for (const said of reading.figures)
    if (said.word !== true && !starts.has(said.start)) wrong.push(`${said.number} không phải số liệu`)
  for (const gold of sentence.notFigures) {
    const [run = -1] = runsOf(gold.number).map((at) => gold.start + at)
    const said = reading.notFigures.find((it) => it.start <= run && run < it.start + it.number.length)
    if (said === undefined || (said.why !== gold.why && said.why !== gold.or))
      wrong.push(`${gold.number}: ${said?.why ?? 'không thấy'}`)
  }
  const documents = reading.documents.map((it) => squeeze(`${it.type} ${it.number}`)).sort()
  const cited = (sentence.documents ?? []).map((it) => squeeze(`${it.type} ${it.number}`)).sort()
  if (documents.join() !== cited.join()) wrong.push(`văn bản ${documents.join()}`)
  return wrong
}

/** Sentences that the reader is known to misread, by their first words. Shorter is better; a new one is a loss. */
const KNOWN: readonly string[] = [
  // Whether a noun left out is the one above or the one in its own bracket, only the sense tells.
  'a) Kinh tế: 31 mô hình',
  'Toàn đoàn có 210 đại biểu, nữ 98',
  'Kết quả có 11 tập thể và 21 cá nhân cấp tỉnh; 32, 45',
  'Hội Cựu chiến binh xã Đại Lịch có 212 hội viên',
]

describe('sentences of many hands', () => {
  it('are enough, and of many kinds', () => {
    expect(sentences.length).toBeGreaterThan(400)
    expect(new Set(sentences.map((it) => it.theme)).size).toBeGreaterThan(10)
  })
  for (const theme of new Set(sentences.map((it) => it.theme))) {
    it(`are read: ${theme}`, () => {
      const missed = sentences
        .filter((it) => it.theme === theme)
        .map((it) => ({ text: it.text, wrong: wrongIn(it) }))
        .filter(({ text, wrong }) => wrong.length > 0 && !KNOWN.some((start) => text.startsWith(start)))
      expect(missed).toEqual([])
    })
  }
  it('misreads what it is known to misread, and no less', () => {
    const stale = KNOWN.filter((start) => !sentences.some((it) => it.text.startsWith(start) && wrongIn(it).length > 0))
    expect(stale).toEqual([])
  })
})

const PIECES = [
  'Toàn xã có ',
  'mô hình',
  ' 12',
  '9.081',
  '2.811,7 triệu đồng',
  '99,95%',
  '08/24',
  ' đơn',
  ', ',
  '. ',
  '\n',
  'ngày ',
  '16/01/2020',
  'năm 2019',
  ' 6 tháng',
  'Nghị quyết số 25-NQ/TW',
  ' đồng chí ',
  'Lê Quý Đôn',
  ' - ',
  '3 - 5',
  'lần thứ 2',
  '5K',
  'm2',
  ' 120 m2',
  '(',
  ')',
  ':',
  '\t',
  'từ 3 đến 5 ',
  '1.',
  'Lượt truy cập: ',
  'uỷ ban',
  'a\u0302\u0301',
  '²',
  '7h30',
  ' và ',
  '/',
  '-',
  '0',
  '00',
  '000',
  '%',
  '“',
  '”',
  ' tỷ ',
  ' triệu ',
  '\u00a0',
  '1o',
  '+',
]
const prose = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(''))

function holdsFor(written: string): void {
  const text = written.normalize('NFC')
  const reading = readText(written)
  for (const it of reading.figures) {
    expect(text.startsWith(it.number, it.start)).toBe(true)
    expect(text.startsWith(it.text, it.start)).toBe(true)
    expect(Number.isFinite(it.value)).toBe(true)
    expect(it.because.length).toBeGreaterThan(0)
  }
  for (const it of reading.notFigures) expect(text.startsWith(it.number, it.start)).toBe(true)
  for (const it of reading.documents)
    expect(text.startsWith(it.text, it.start) && it.text.includes(it.number)).toBe(true)
  for (const it of reading.people) expect(text.startsWith(it.name, it.start)).toBe(true)
  const items = itemsOf(reading)
  const uncovered = runsOf(text).filter(
    (run) => items.filter((it) => it.start <= run && run < it.start + it.length).length !== 1,
  )
  expect(uncovered).toEqual([])
}

describe('any text', () => {
  it('has spans that point at what they say, and every digit run in exactly one list', () => {
    for (const sentence of sentences) holdsFor(sentence.text)
    fc.assert(fc.property(prose, holdsFor), { numRuns: 1500 })
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), holdsFor), { numRuns: 500 })
  })

  it('gives the same reading twice', () => {
    fc.assert(
      fc.property(prose, (text) => void expect(readText(text)).toEqual(readText(text))),
      { numRuns: 100 },
    )
  })

  const bytes = (length: number, of: (at: number) => number): string =>
    Buffer.from(Uint8Array.from({ length }, (_, at) => of(at))).toString('utf8')
  it.each([
    ['of every byte in turn', (at: number) => at & 255],
    ['of a muddle of bytes', (at: number) => (at * 2654435761) >>> 24],
    ['of digits without end', () => 0x37],
    ['of digits and points', (at: number) => (at % 4 === 3 ? 0x2e : 0x31)],
    ['of open brackets and quotes', (at: number) => (at % 2 === 0 ? 0x28 : 0x22)],
    ['of capitals', (at: number) => (at % 3 === 2 ? 0x20 : 0x41 + (at % 26))],
    ['of line ends', () => 0x0a],
  ])('a megabyte %s ends without a throw', (_, of) => {
    const reading = readText(bytes(1_000_000, of))
    expect(reading.figures.every((it) => Number.isFinite(it.value))).toBe(true)
  })
})

describe('house style', () => {
  const count = fc.integer({ min: 0, max: 999_999_999 })
  const valueOf = (written: string): readonly unknown[] => {
    const [figure] = readText(`Kết quả đạt ${written} trong kỳ.`).figures
    return [figure?.number, figure?.value, figure?.kind]
  }
  it('is read back as it was printed: counts', () => {
    fc.assert(
      fc.property(count, (value) => {
        const written = formatCount(value)
        expect(readText(`Toàn huyện tặng được ${written} suất quà.`).figures).toMatchObject([
          { number: written, value, unit: 'suất quà', kind: 'count' },
        ])
      }),
    )
  })
  it('is read back as it was printed: percents, money, parts of a whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const written = formatNumber(hundredths / 100, { unit: '%' })
        expect(valueOf(written)).toEqual([written, hundredths / 100, 'percent'])
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (thousands) => {
        const written = `${formatNumber(thousands / 1000)} triệu`
        const [figure] = readText(`Tổng trị giá ${written} đồng.`).figures
        expect([figure?.number, figure?.value, figure?.unit]).toEqual([written, thousands * 1000, 'đồng'])
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (part, more) => {
        const written = formatPair(part, part + more)
        const [figure] = readText(`Đã giải quyết ${written} đơn đề nghị.`).figures
        expect([figure?.number, figure?.value, figure?.of]).toEqual([written, part, part + more])
      }),
    )
  })
})
