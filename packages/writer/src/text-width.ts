// How wide a line of Times New Roman Bold is, near enough to draw a rule below it. It does not lay text out.

const widths: readonly (readonly [number, string])[] = [
  [1000, 'W'],
  [944, 'M'],
  [833, 'm'],
  [778, 'GHKOQ'],
  [722, 'ACDĐNRUVXYw'],
  [667, 'BELTZ'],
  [611, 'FP'],
  [556, 'Sbdđhknpqu'],
  [500, 'Jagovxy0123456789'],
  [444, 'cez'],
  [389, 'Irs'],
  [333, 'fjt-():;'],
  [278, 'il/'],
  [250, ' .,'],
]

// In thousandths of the letter size.
const thousandths = new Map(
  widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
)

const mmPerPoint = 25.4 / 72

/** Width in millimetres of one unwrapped bold line. */
export const lineWidthMm = (line: string, sizePt: number): number => {
  const letters = line.normalize('NFD').replace(/\p{M}/gu, '')
  const sum = [...letters].reduce((total, letter) => total + (thousandths.get(letter) ?? 600), 0)
  return (sum / 1000) * sizePt * mmPerPoint
}

/** Width in millimetres of the longest line after wrapping at words into a column. */
export const blockWidthMm = (words: string, sizePt: number, columnMm: number): number => {
  let longest = 0
  let line = ''
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    line = lineWidthMm(longer, sizePt) <= columnMm ? longer : word
    longest = Math.max(longest, lineWidthMm(line, sizePt))
  }
  return Math.min(longest, columnMm)
}
