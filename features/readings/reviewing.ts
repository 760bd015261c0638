// What an officer sees while going through the claims of a reading: which are shown, which can be confirmed at once, what a decision makes of one. Pure.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { z } from 'zod'
import type { Claim, Decision, FigureMark, ReadingView } from './schema.ts'

export type DecisionOf = z.input<typeof Decision>

/** `main`: of this period and this unit; `side`: plans, other periods, parts of the unit; `bare`: figures without an indicator. */
export const SHOWN = ['main', 'open', 'conflict', 'side', 'bare'] as const
export type Shown = (typeof SHOWN)[number]

/** A line of the list: a claim, or a figure that no claim stands on. */
export type Item =
  | { readonly key: string; readonly claim: Claim; readonly figure: undefined }
  | { readonly key: string; readonly claim: undefined; readonly figure: FigureMark }

/** Plans, figures of another period and of one place alone are offered, but not among those to be confirmed. */
export const isSide = (claim: Claim): boolean =>
  claim.kindOfValue === 'plan' || claim.ofOtherPeriod || claim.ofPlace !== null

/** The figures say another value, and the document's may take its place. */
export const isChoice = (claim: Claim): boolean => claim.holding.state === 'other' && claim.holding.barred === null

export const isConflict = (claim: Claim): boolean => claim.holding.state === 'other' && claim.verdict !== 'rejected'

const isGoing = (claim: Claim): boolean => claim.verdict === 'confirmed' || claim.verdict === 'corrected'

const NEW_KEY = ':value'

/** A claim as it will stand once the decision has been kept. */
export function decided(claim: Claim, decision: DecisionOf): Claim {
  const { verdict, replace = false } = decision
  const back = verdict === 'open' ? claim.proposed : null
  const value = decision.value ?? back?.value ?? claim.value
  const indicator = decision.indicator ?? back?.indicator ?? claim.indicator
  const other = claim.alternatives.find((it) => it.indicator === indicator)
  return {
    ...claim,
    verdict,
    replace,
    indicator,
    // The name of any other comes with the server's answer.
    indicatorName: indicator === claim.indicator ? claim.indicatorName : (other?.name ?? ''),
    value,
    valueText: value === claim.value ? claim.valueText : formatNumber(value, { decimals: 6 }),
  }
}

/** The decision that brings a claim to where it stands now. */
export const decisionOf = ({ key, verdict, indicator, value, replace }: Claim): DecisionOf =>
  verdict === 'corrected' ? { key, verdict, indicator, value, replace } : { key, verdict, replace }

/** Claims with decisions that are on their way laid over them, in the order of the text. */
export const claimsNow = (view: ReadingView, pending: ReadonlyMap<string, DecisionOf>): readonly Claim[] =>
  view.claimList
    .map((claim) => {
      const decision = pending.get(claim.key)
      return decision === undefined ? claim : decided(claim, decision)
    })
    .toSorted((a, b) => a.start - b.start || b.part.localeCompare(a.part))

/** Figures that no claim stands on. */
export function bareFigures(view: ReadingView): readonly FigureMark[] {
  const claimed = new Set(view.claimList.map((it) => it.figure))
  return view.figureMarks.filter((it) => !claimed.has(it.key))
}

export function itemsOf(claims: readonly Claim[], bare: readonly FigureMark[], shown: Shown): readonly Item[] {
  if (shown === 'bare') return bare.map((figure) => ({ key: `${figure.key}${NEW_KEY}`, claim: undefined, figure }))
  const holds: Readonly<Record<Exclude<Shown, 'bare'>, (claim: Claim) => boolean>> = {
    main: (claim) => !isSide(claim) || isGoing(claim),
    open: (claim) => claim.verdict === 'open' && !isSide(claim),
    conflict: isConflict,
    side: isSide,
  }
  return claims.filter(holds[shown]).map((claim) => ({ key: claim.key, claim, figure: undefined }))
}

export type Tally = Readonly<
  Record<'confirmed' | 'corrected' | 'rejected' | 'undecided' | 'conflicts' | 'replaced', number>
>

export function tallyOf(claims: readonly Claim[]): Tally {
  const count = (holds: (claim: Claim) => boolean) => claims.filter(holds).length
  return {
    confirmed: count((it) => it.verdict === 'confirmed'),
    corrected: count((it) => it.verdict === 'corrected'),
    rejected: count((it) => it.verdict === 'rejected'),
    undecided: count((it) => it.verdict === 'open' && !isSide(it)),
    conflicts: count(isConflict),
    replaced: count((it) => isGoing(it) && it.replace && isChoice(it)),
  }
}

/**
 * Claims that may be confirmed without being looked at one by one: sure, of this period and unit, in no conflict with the
 * figures held, and the text says no other value for the same indicator.
 */
export function sureOnes(claims: readonly Claim[]): readonly Claim[] {
  const values = new Map<string, Set<number>>()
  for (const claim of claims) {
    if (isSide(claim) || claim.verdict === 'rejected' || (claim.grade === 'look' && !isGoing(claim))) continue
    const said = values.get(claim.indicator) ?? new Set()
    values.set(claim.indicator, said.add(claim.value))
  }
  return claims.filter(
    (it) =>
      it.verdict === 'open' &&
      it.grade === 'sure' &&
      !isSide(it) &&
      it.holding.state !== 'other' &&
      it.holding.barred === null &&
      values.get(it.indicator)?.size === 1,
  )
}

/** Other claims that would be written into the same cell with another value. */
export const rivalsOf = (claim: Claim, claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(
    (it) =>
      it.key !== claim.key &&
      it.indicator === claim.indicator &&
      it.value !== claim.value &&
      it.verdict !== 'rejected' &&
      !isSide(it),
  )

/** Open claims that say the same of the same indicator: a sentence and the line of an annex. One decision is for all. */
export const twinsOf = (claim: Claim, claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(
    (it) =>
      it.key !== claim.key &&
      it.verdict === 'open' &&
      it.indicator === claim.indicator &&
      it.value === claim.value &&
      isSide(it) === isSide(claim),
  )

/** The next line to be looked at after one was decided: the nearest open one below it, else the first open one above. */
export function nextOpen(items: readonly Item[], after: string): string | undefined {
  const at = items.findIndex((it) => it.key === after)
  const isOpen = (it: Item) => it.key !== after && (it.claim === undefined || it.claim.verdict === 'open')
  return (items.slice(at + 1).find(isOpen) ?? items.slice(0, Math.max(at, 0)).find(isOpen))?.key
}

const SIDE_LETTERS = 140
const STOP = /[.;?…]\s/g

/** The sentence around a place, as far as it lies in the same line: what comes before it, what stands there, what follows. */
export function around(text: string, start: number, end: number): readonly [string, string, string] {
  const before = text.slice(Math.max(0, start - SIDE_LETTERS), start)
  const after = text.slice(end, end + SIDE_LETTERS)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const stops = [...line.matchAll(STOP)]
  const last = stops.at(-1)
  const from = last === undefined ? 0 : last.index + last[0].length
  const [rest = ''] = after.split('\n')
  const stop = /[.;?…](\s|$)/.exec(rest)
  const isCutBefore = from === 0 && line.length === before.length && start > SIDE_LETTERS
  const isCutAfter = stop === null && rest.length === SIDE_LETTERS
  return [
    `${isCutBefore ? '… ' : ''}${line.slice(from)}`.replaceAll('\t', ' | '),
    text.slice(start, end),
    `${rest.slice(0, stop === null ? rest.length : stop.index + 1)}${isCutAfter ? ' …' : ''}`.replaceAll('\t', ' | '),
  ]
}

const MONEY: Readonly<Record<string, number>> = { 'nghìn đồng': 1e3, 'triệu đồng': 1e6, 'tỷ đồng': 1e9 }
const HECTARE_M2 = 10_000
const MILLIONTHS = 1e6

/** A figure's value in the unit of measure of an indicator: money is read in đồng, land in what the text says. */
export function valueIn(figure: Pick<FigureMark, 'kind' | 'value' | 'unit'>, measure: string): number {
  const scaled =
    figure.kind === 'money'
      ? figure.value / (MONEY[measure] ?? 1)
      : figure.kind === 'measure' && figure.unit.startsWith('ha') && measure === 'm²'
        ? figure.value * HECTARE_M2
        : figure.value
  return Math.round(scaled * MILLIONTHS) / MILLIONTHS
}
