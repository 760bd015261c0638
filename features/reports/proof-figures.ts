// Numbers typed by hand in the narrative that the reader takes for an indicator, and that are not the report's figure of it. Pure.
import type { Values } from '@kheo/core/indicator/model.ts'
import { valueOf } from '@kheo/core/indicator/model.ts'
import { type IndicatorClaim, isOfReport } from '@kheo/reader/indicators/claim.ts'
import type { ReadyHints } from '@kheo/reader/indicators/hints.ts'
import { matchIndicators } from '@kheo/reader/indicators/match.ts'
import type { ReadFigure } from '@kheo/reader/reading.ts'
import { isToldAbout, slackOf } from '@kheo/reader/sums/lines.ts'
import { isLive, type ProofText } from './proof-text.ts'

/** Below this the words leave too much doubt to hold a number against anybody. */
const SURE = 0.75
const EPSILON = 1e-9

export type Standing = {
  readonly values: Values
  /** Of the year so far: a number may be told of it. */
  readonly cumulative: Values
  readonly previous: Values
  /** Codes of the report. */
  readonly codes: readonly string[]
}

export type Context = {
  readonly hints: ReadyHints
  readonly day: string
  readonly year: number
  /** Names of the unit, without the word for its kind. */
  readonly places: readonly string[]
}

export type Differing = {
  readonly figure: ReadFigure
  readonly indicator: string
  readonly held: number
  /** The number is that of the period before. */
  readonly isOfPrevious: boolean
  /** Characters of the text to put `token` in place of; null when no live figure says the same thing. */
  readonly put: { readonly from: number; readonly to: number; readonly token: string } | null
}

export const endOf = (figure: ReadFigure): number => figure.start + figure.number.length

/** What a claim may be off by, in the indicator's unit: as far as the number was written. */
function slack(figure: ReadFigure, claim: IndicatorClaim): number {
  const own = figure.kind === 'percent' ? 2 * slackOf(figure) - EPSILON : slackOf(figure)
  const scale = figure.value === 0 || claim.part === 'of' ? 1 : claim.value / figure.value
  return own * scale + EPSILON
}

/** The live figure that says what the typed one does, and the words that it takes the place of. */
function putFor(
  figure: ReadFigure,
  claims: readonly IndicatorClaim[],
  { hints }: Context,
  values: Values,
): Differing['put'] {
  const [value, of] = (['value', 'of'] as const).map((part) => claims.find((claim) => claim.part === part))
  const number = { from: figure.start, to: endOf(figure) }
  if (value === undefined) return null
  const unit = hints.catalogue.byCode.get(value.indicator)?.unit ?? ''
  if (figure.kind === 'fraction')
    return of === undefined || valueOf(values, of.indicator) === null
      ? null
      : { ...number, token: `{{${value.indicator}/${of.indicator}}}` }
  if ((unit === '%') !== (figure.kind === 'percent')) return null
  if (hints.scales[unit] === undefined || unit === '%') return { ...number, token: `{{${value.indicator}}}` }
  const written = figure.text.slice(figure.number.length).trim().toLowerCase()
  return written === figure.unit && !written.includes('/')
    ? { from: figure.start, to: figure.start + figure.text.length, token: `{{${value.indicator}|don-vi}}` }
    : null
}

function isRight(figure: ReadFigure, claim: IndicatorClaim, standing: Standing): boolean {
  const off = slack(figure, claim)
  const isClose = (values: Values, code: string, value: number): boolean => {
    const held = valueOf(values, code)
    return held !== null && Math.abs(held - value) <= off
  }
  return (
    isClose(standing.values, claim.indicator, claim.value) ||
    isClose(standing.cumulative, claim.indicator, claim.value) ||
    claim.alternatives.some(({ indicator, value }) => isClose(standing.values, indicator, value))
  )
}

/** Typed figures of a narrative that differ from the report's, in order; where the words leave a doubt, none. */
export function differing(
  proof: ProofText,
  figures: readonly ReadFigure[],
  context: Context,
  standing: Standing,
): Differing[] {
  const { hints, day, year, places } = context
  const claims = Map.groupBy(
    matchIndicators(proof.text, figures, { hints, day, year, places, isByWords: true }),
    ({ figure }) => figure,
  )
  const codes = new Set(standing.codes)
  return [...claims].flatMap(([at, told]) => {
    const figure = figures[at]
    if (figure === undefined || isToldAbout(proof.text, figure)) return []
    if (isLive(proof, { from: figure.start, to: endOf(figure) })) return []
    const wrong = told.find(
      (claim) =>
        isOfReport(claim) &&
        claim.confidence >= SURE &&
        codes.has(claim.indicator) &&
        valueOf(standing.values, claim.indicator) !== null &&
        !isRight(figure, claim, standing),
    )
    if (wrong === undefined) return []
    const held = valueOf(standing.values, wrong.indicator) ?? 0
    const before = valueOf(standing.previous, wrong.indicator)
    return [
      {
        figure,
        indicator: wrong.indicator,
        held,
        isOfPrevious: before !== null && Math.abs(before - wrong.value) <= slack(figure, wrong),
        put: putFor(figure, told, context, standing.values),
      },
    ]
  })
}
