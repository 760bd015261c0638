// The labels of numbered and bulleted paragraphs, which a file keeps apart from its text.
import { childOf, childrenOf, valueOf, type XmlNode } from './xml-tree.ts'

type Level = { readonly format: string; readonly pattern: string; readonly start: number }

const ROMANS: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  let left = Math.min(value, 3999)
  let made = ''
  for (const [size, letters] of ROMANS) for (; left >= size; left -= size) made += letters
  return made
}

const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26))

function written(value: number, format: string): string {
  if (format === 'upperRoman') return roman(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  if (format === 'lowerLetter') return letter(value)
  if (format === 'upperLetter') return letter(value).toUpperCase()
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  return format === 'none' ? '' : String(value)
}

const levelOf = (node: XmlNode): Level => ({
  format: valueOf(node, 'w:numFmt') ?? 'decimal',
  pattern: valueOf(node, 'w:lvlText') ?? '',
  start: Number(valueOf(node, 'w:start') ?? 1) || 1,
})

/** Gives the label of the next paragraph of a list, such as `II.` or `-`; empty when the list is not one. */
export type Numberer = (numbering: { readonly id: string; readonly level: number } | null) => string

export function readNumbering(root: XmlNode | undefined): Numberer {
  const lists = new Map(
    childrenOf(root, 'w:abstractNum').map((list) => [list.attributes.get('w:abstractNumId') ?? '', list]),
  )
  const listOf = new Map(
    childrenOf(root, 'w:num').map((num) => [
      num.attributes.get('w:numId') ?? '',
      valueOf(num, 'w:abstractNumId') ?? '',
    ]),
  )
  const levelsOf = new Map<string, readonly Level[]>()
  for (const [id, list] of lists)
    levelsOf.set(
      id,
      childrenOf(list, 'w:lvl')
        .toSorted((a, b) => Number(a.attributes.get('w:ilvl')) - Number(b.attributes.get('w:ilvl')))
        .map(levelOf),
    )
  const counters = new Map<string, number[]>()

  return (numbering) => {
    const list = listOf.get(numbering?.id ?? '') ?? ''
    const levels = levelsOf.get(list) ?? []
    const at = numbering?.level ?? 0
    const level = levels[at]
    if (numbering === null || level === undefined || childOf(lists.get(list), 'w:lvl') === undefined) return ''
    // Signs of symbol fonts lie in the private area; what matters is that a bullet stands there.
    if (level.format === 'bullet') return /^[-–—+*•]$/.test(level.pattern) ? level.pattern : '•'
    const counts = counters.get(list) ?? []
    counts[at] = (counts[at] ?? level.start - 1) + 1
    counts.length = at + 1
    counters.set(list, counts)
    return level.pattern.replaceAll(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const of = levels[index]
      return of === undefined ? '' : written(counts[index] ?? of.start, of.format)
    })
  }
}
