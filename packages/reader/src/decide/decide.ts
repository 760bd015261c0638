// One paragraph: every digit run gets its decision, from left to right, by the first rule that speaks.
//
// D1  The rules stand in order of certainty: shapes that mean one thing first, counting last.
// D2  A token belongs to one decision at most; a decision never reaches back over another.
import type { Token } from '../tokens/scan.ts'
import { amountAt } from '../numbers/amounts.ts'
import { nameLeftOut } from './left-out.ts'
import { inColumn, type TableHead, tableHeadOf } from './table-columns.ts'
import type { Decision, Place, Rule } from './decision.ts'
import { citesDocument } from './documents.ts'
import { isFigure } from './figures.ts'
import { continuesList, endsPlaceName, isNumbered } from './names.ts'
import { wordFigureAt } from './number-words.ts'
import { countsVisits, isCode, isCounterLine, isInAddress } from './page.ts'
import { isExponent, isGluedName, isTelephone, numbersHeading, tellsTime } from './signs.ts'
import { isSlogan } from './slogans.ts'
import { isDate, lasts, tellsYear } from './times.ts'

const RULES: readonly Rule[] = [
  citesDocument,
  tellsTime,
  isDate,
  isTelephone,
  countsVisits,
  isInAddress,
  isCode,
  numbersHeading,
  isGluedName,
  isSlogan,
  continuesList,
  tellsYear,
  isNumbered,
  endsPlaceName,
  lasts,
  isFigure,
]

function decideAt(place: Place): Decision | null {
  for (const rule of RULES) {
    const decision = rule(place)
    if (decision !== null) return decision
  }
  return null
}

/** What a paragraph leaves for the next one. */
export type Wake = {
  readonly isCounter: boolean
  /** The noun that was counted last, when the paragraph is a line of a list. */
  readonly unit: string
  /** The table whose rows go on. */
  readonly head: TableHead | null
}
export const NO_WAKE: Wake = { isCounter: false, unit: '', head: null }

const LIST_LINE = 24

export type Decided = { readonly decisions: readonly Decision[]; readonly wake: Wake }

/** Decisions of a paragraph in order of their places. */
export function decide(text: string, tokens: readonly Token[], isFurniture: boolean, before: Wake): Decided {
  const decided: Decision[] = []
  const isCounter = isCounterLine(tokens, before.isCounter)
  const isOfPage = isFurniture || isCounter
  for (let at = 0; at < tokens.length; at += 1) {
    const kind = tokens[at]?.kind
    if (kind === 'word') {
      const spoken = wordFigureAt(text, tokens, at)
      if (spoken !== null) decided.push(spoken)
      continue
    }
    if (kind !== 'digits') continue
    const place: Place = {
      text,
      tokens,
      at,
      amount: amountAt(tokens, at),
      free: decided.at(-1)?.to ?? 0,
      isFurniture: isOfPage,
      decided,
    }
    if (isExponent(place)) continue
    const decision = decideAt(place)
    if (decision === null) continue
    decided.push(decision)
    at = decision.to - 1
  }
  const isListLine = tokens.length <= LIST_LINE
  const isRow = tokens.some((token) => token.key === '\t')
  const head = isRow ? (tableHeadOf(text, tokens) ?? before.head) : null
  const placed =
    head === null
      ? decided
      : decided.map((each) => (each.list === 'figure' ? inColumn(text, tokens, head, each) : each))
  const decisions = nameLeftOut(text, tokens, placed, isListLine ? before.unit : '')
  const last = decisions.findLast((each) => each.list === 'figure' && each.kind === 'count')
  const unit = last?.list === 'figure' ? last.unit : before.unit
  return { decisions, wake: { isCounter, unit: isListLine ? unit : '', head } }
}
