import ariaEnglish from 'react-aria/i18n/en-US'
import { describe, expect, it } from 'vitest'
import { ariaVi } from './aria-strings.ts'
import { readFigure, showDay, showFigure, showInstant } from './format.ts'
import { fill, t } from './text.ts'
import { en } from './texts/en.ts'
import { vi } from './texts/vi.ts'

const flat = (texts: Readonly<Record<string, Readonly<Record<string, string>>>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(texts).flatMap(([area, keys]) =>
      Object.entries(keys).map(([key, text]) => [`${area}.${key}`, text] as const),
    ),
  )

const holes = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((it) => it[1] ?? ''))].toSorted()

describe('texts', () => {
  const source = flat(vi)
  const english = flat(en)

  it('asks for no parameter in English that Vietnamese does not give', () => {
    const wrong = [...english].filter(([key, text]) =>
      holes(text).some((hole) => !holes(source.get(key) ?? '').includes(hole)),
    )
    expect(wrong).toEqual([])
  })

  it('is written in composed form and without exclamation marks', () => {
    const wrong = [...source, ...english].filter(
      ([, text]) => text !== text.normalize('NFC') || text.includes('!') || text !== text.trim(),
    )
    expect(wrong).toEqual([])
  })

  it('fills parameters and chooses the English form by number', () => {
    expect(fill('{n} {n?report:reports}', { n: 1 })).toBe('1 report')
    expect(fill('{n} {n?report:reports}', { n: 0 })).toBe('0 reports')
    expect(fill('{a} và {b}', { a: 1 })).toBe('1 và {b}')
    expect(t('reports.filled', { filled: 38, all: 42 })).toBe('38/42 chỉ tiêu')
  })
})

describe('words of the widgets', () => {
  // Packages whose widgets no part uses have no words here.
  const unused = new Set([
    '@react-stately/color',
    '@react-aria/color',
    '@react-aria/toast',
    '@react-aria/tag',
    '@react-aria/table',
    '@react-aria/steplist',
    '@react-aria/previewtrigger',
    '@react-aria/numberfield',
    '@react-aria/calendar',
    '@react-aria/breadcrumbs',
    '@react-aria/autocomplete',
    '@react-aria/dnd',
  ])

  it('says in Vietnamese every word that the used packages say in English', () => {
    const packages: Readonly<Record<string, Readonly<Record<string, unknown>>>> = ariaEnglish
    const missing = Object.entries(packages)
      .filter(([name]) => !unused.has(name))
      .flatMap(([name, words]) =>
        Object.keys(words)
          .filter((word) => ariaVi[name]?.[word] === undefined)
          .map((word) => `${name} ${word}`),
      )
    expect(missing).toEqual([])
  })
})

describe('figures, days and instants on screen', () => {
  it('shows a missing figure as a dash, never as nought', () => {
    expect(showFigure(null)).toBe('—')
    expect(showFigure(0)).toBe('0')
    expect(showFigure(2811.7, 1)).toBe('2.811,7')
  })

  it('shows days and instants as offices write them, in their own time zone', () => {
    expect(showDay('2026-07-02')).toBe('02/7/2026')
    expect(showInstant('2026-07-02T17:30:00Z')).toBe('00:30 03/7/2026')
  })

  it('reads the house style and says what is wrong', () => {
    expect(readFigure('9.081', 0)).toEqual({ ok: true, value: 9081 })
    expect(readFigure(' 2.811,7 ', 1)).toEqual({ ok: true, value: 2811.7 })
    expect(readFigure('', 0)).toEqual({ ok: true, value: null })
    const refused = [
      ['1.5', 1],
      ['1,5', 0],
      ['-3', 0],
      ['mười', 0],
      ['1,23', 1],
    ] as const
    expect(refused.map(([text, decimals]) => readFigure(text, decimals).ok)).toEqual(refused.map(() => false))
  })
})
