// From a sentence with marks to its text, its figures and what each of them is.
import type { FigureKind, ReadFigure } from '../reading.ts'

export type Expected = {
  readonly start: number
  readonly indicator: string | null
  readonly of: string | null
  readonly isPlan: boolean
  readonly isOther: boolean
  readonly isOfPlace: boolean
}
export type Marked = {
  readonly text: string
  readonly figures: readonly ReadFigure[]
  readonly expected: readonly Expected[]
}

const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9 }
const NUMBER = /^([\d.]+(?:,\d+)?)(?:\/([\d.]+))?( (?:nghìn|triệu|tỷ)(?= đồng))?(%?)\s*/

function kindOf(unit: string, percent: string, of: string | undefined): FigureKind {
  if (percent !== '') return 'percent'
  if (unit.startsWith('đồng')) return 'money'
  if (/^(m2|ha)$/.test(unit)) return 'measure'
  return of === undefined ? 'count' : 'fraction'
}

const numberIn = (digits: string): number => Number(digits.replaceAll('.', '').replace(',', '.'))

/** One figure as its reader gives it, by the shape of a marked number with its noun. */
export function figureFrom(written: string, start: number): ReadFigure {
  const [all = '', digits = '0', of, scale = '', percent = ''] = NUMBER.exec(written) ?? []
  const unit = percent === '' ? written.slice(all.length).toLowerCase() : '%'
  const value = numberIn(digits) * (SCALES[scale.trim()] ?? 1)
  return {
    text: written,
    number: all.trim(),
    start,
    value,
    ...(of === undefined ? {} : { of: numberIn(of) }),
    unit,
    kind: kindOf(unit, percent, of),
    because: ['test'],
  }
}

export function readMarked(marked: string): Marked {
  let text = ''
  const figures: ReadFigure[] = []
  const expected: Expected[] = []
  for (const [at, piece] of marked.split(/[[\]]/).entries()) {
    const [written = '', said = ''] = piece.split('|')
    if (at % 2 === 1) {
      const codes = /[A-Z]{2}\d{2}/g
      const [indicator = null, of = null] = said.match(codes) ?? []
      figures.push(figureFrom(written, text.length))
      expected.push({
        start: text.length,
        indicator,
        of,
        isPlan: said.includes('plan'),
        isOther: said.includes('other'),
        isOfPlace: said.includes('@'),
      })
    }
    text += written
  }
  return { text, figures, expected }
}
