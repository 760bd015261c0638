// Live figures in the sentences of a report. A sentence whose figure is not known is left out, never filled with a guess.

import { comparisonPhrase } from '../text/comparison.ts'
import { formatCount, formatNumber, formatPair } from '../text/number-style.ts'
import type { Catalogue } from './catalogue.ts'
import { valueOf, type Values } from './model.ts'

/** `{{MH01}}` plain · `{{MH01|don-vi}}` with its unit · `{{MH01|cung-ky}}` against last year · `{{GQ02/GQ01}}` part of a whole. */
export type FigureToken = { readonly code: string; readonly whole: string | null; readonly style: TokenStyle }
const TOKEN_STYLES = ['so', 'don-vi', 'cung-ky', 'ky-truoc'] as const
export type TokenStyle = (typeof TOKEN_STYLES)[number]

export type NarrativeFigures = {
  readonly catalogue: Catalogue
  readonly values: Values
  readonly lastYear?: Values
  readonly previous?: Values
}

/** Where a figure stands in the text (`from` inclusive, `to` exclusive, in UTF-16 units) and what it came from. */
export type RenderedToken = {
  readonly code: string
  readonly from: number
  readonly to: number
  readonly value: number
  readonly style: TokenStyle
}
/** Words taken over as written: text `from` to `to` stands in the template from `at` on. */
export type PlainWords = { readonly from: number; readonly to: number; readonly at: number }
export type RenderedSentence = {
  readonly text: string
  readonly tokens: readonly RenderedToken[]
  readonly plain: readonly PlainWords[]
}

const PIECE = /\{\{([^{}]*)\}\}/g
const TOKEN = /^([A-Z]{2}\d{2,3})(?:\/([A-Z]{2}\d{2,3}))?(?:\|([a-z-]+))?$/

export type NarrativeProblem =
  | { readonly code: 'narrative.bad_token'; readonly token: string }
  | { readonly code: 'narrative.unknown_indicator'; readonly token: string; readonly indicator: string }

/** What is wrong with the tokens of a template, in order. */
export function checkSentence(template: string, catalogue: Catalogue): readonly NarrativeProblem[] {
  return [...template.matchAll(PIECE)].flatMap(([, inside = '']): readonly NarrativeProblem[] => {
    const token = parseToken(inside)
    if (token === null) return [{ code: 'narrative.bad_token', token: inside }]
    return [token.code, token.whole].flatMap((code) =>
      code === null || catalogue.byCode.has(code)
        ? []
        : [{ code: 'narrative.unknown_indicator' as const, token: inside, indicator: code }],
    )
  })
}

/** Figures that a template names, each once. */
export const sentenceCodes = (template: string): readonly string[] => [
  ...new Set(
    [...template.matchAll(PIECE)].flatMap(([, inside = '']) => {
      const token = parseToken(inside)
      return token === null ? [] : [token.code, ...(token.whole === null ? [] : [token.whole])]
    }),
  ),
]

function parseToken(inside: string): FigureToken | null {
  const [, code, whole = null, style = 'so'] = TOKEN.exec(inside.trim()) ?? []
  const known = TOKEN_STYLES.find((candidate) => candidate === style)
  return code === undefined || known === undefined ? null : { code, whole, style: known }
}

/**
 * Null when a figure outside brackets is unknown: the sentence is to be omitted.
 * A part in square brackets, such as `[, {{MH01|cung-ky}}]`, is dropped by itself when one of its figures is unknown.
 */
export function renderSentence(template: string, figures: NarrativeFigures): RenderedSentence | null {
  let text = ''
  let read = 0
  const tokens: RenderedToken[] = []
  const plain: PlainWords[] = []
  for (const segment of template.split(/(\[[^[\]]*\])/)) {
    const optional = segment.startsWith('[') && segment.endsWith(']')
    const inside = optional ? segment.slice(1, -1) : segment
    const rendered = renderSegment(inside, { text: text.length, template: read + (optional ? 1 : 0) }, figures)
    if (rendered === null && !optional) return null
    read += segment.length
    text += rendered?.text ?? ''
    tokens.push(...(rendered?.tokens ?? []))
    plain.push(...(rendered?.plain ?? []))
  }
  return { text, tokens, plain }
}

/** `offset`: where the segment begins in the text made so far and in the template. */
function renderSegment(
  segment: string,
  offset: { readonly text: number; readonly template: number },
  figures: NarrativeFigures,
): RenderedSentence | null {
  let text = ''
  let read = 0
  const tokens: RenderedToken[] = []
  const plain: PlainWords[] = []
  const takeOver = (to: number) => {
    if (to > read)
      plain.push({
        from: offset.text + text.length,
        to: offset.text + text.length + to - read,
        at: offset.template + read,
      })
    text += segment.slice(read, to)
  }
  for (const match of segment.matchAll(PIECE)) {
    const token = parseToken(match[1] ?? '')
    const written = token === null ? null : writeToken(token, figures)
    const value = token === null ? null : valueOf(figures.values, token.code)
    if (token === null || written === null || value === null) return null
    takeOver(match.index)
    tokens.push({
      code: token.code,
      from: offset.text + text.length,
      to: offset.text + text.length + written.length,
      value,
      style: token.style,
    })
    text += written
    read = match.index + match[0].length
  }
  takeOver(segment.length)
  return { text, tokens, plain }
}

function writeToken({ code, whole, style }: FigureToken, figures: NarrativeFigures): string | null {
  const value = valueOf(figures.values, code)
  if (value === null) return null
  if (whole !== null) {
    const total = valueOf(figures.values, whole)
    return total === null ? null : formatPair(value, total)
  }
  if (style === 'cung-ky') return comparisonPhrase(value, valueOf(figures.lastYear ?? {}, code))
  if (style === 'ky-truoc')
    return comparisonPhrase(value, valueOf(figures.previous ?? {}, code), { baseName: 'kỳ trước' })
  return writeFigure(value, figures.catalogue, code, style)
}

function writeFigure(value: number, catalogue: Catalogue, code: string, style: TokenStyle): string {
  const indicator = catalogue.byCode.get(code)
  const unit = indicator?.unit === '%' || style === 'don-vi' ? indicator?.unit : undefined
  if (indicator === undefined || indicator.decimals === 0) return formatCount(value, unit)
  return formatNumber(value, { decimals: indicator.decimals, ...(unit === undefined ? {} : { unit }) })
}
