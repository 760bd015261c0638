// Checks of the catalogue that the numbers of the wording fail among themselves, whatever the report's own figures are. Pure.
import { type IndicatorClaim, isOfReport } from '@kheo/reader/indicators/claim.ts'
import { matchIndicators } from '@kheo/reader/indicators/match.ts'
import type { ReadFigure } from '@kheo/reader/reading.ts'
import { isToldAbout } from '@kheo/reader/sums/lines.ts'
import { type Context, endOf } from './proof-figures.ts'
import { isLive, type ProofText } from './proof-text.ts'

/** Words tell of an indicator at least this surely after the failing check has cost them trust. */
const LIKELY = 0.6
const FAILS = 'disagree.'

export type Failing = {
  readonly check: string
  readonly told: readonly { readonly figure: ReadFigure; readonly indicator: string; readonly value: number }[]
}

const checksFailedBy = ({ because }: IndicatorClaim): string[] =>
  because.filter((code) => code.startsWith(FAILS)).map((code) => code.slice(FAILS.length))

/** Each failing check with the numbers that it sets against each other, when one of them at least was typed by hand. */
export function failing(proof: ProofText, figures: readonly ReadFigure[], context: Context): Failing[] {
  const { hints, day, year, places } = context
  const claims = matchIndicators(proof.text, figures, { hints, day, year, places }).filter(
    (claim) => isOfReport(claim) && claim.confidence >= LIKELY,
  )
  const byCheck = new Map<string, Map<string, Failing['told'][number]>>()
  for (const claim of claims) {
    const figure = figures[claim.figure]
    if (figure === undefined || isToldAbout(proof.text, figure)) continue
    for (const check of checksFailedBy(claim)) {
      const told = byCheck.get(check) ?? new Map<string, Failing['told'][number]>()
      byCheck.set(check, told)
      if (!told.has(claim.indicator))
        told.set(claim.indicator, { figure, indicator: claim.indicator, value: claim.value })
    }
  }
  return [...byCheck].flatMap(([check, told]) => {
    const all = [...told.values()]
    const isTyped = all.some(({ figure }) => !isLive(proof, { from: figure.start, to: endOf(figure) }))
    return all.length > 1 && isTyped ? [{ check, told: all }] : []
  })
}
