// Claims that the checks of the catalogue bear out gain trust, those that they contradict lose it, and between readings the agreeing one is taken.
import type { Catalogue } from '@kheo/core/indicator/catalogue.ts'
import type { Check } from '@kheo/core/indicator/check-model.ts'
import { evaluate, type Lookup } from '@kheo/core/indicator/evaluate.ts'
import { codesOf, type Expression } from '@kheo/core/indicator/expression.ts'
import { type Claimed, isOfReport } from './claim.ts'

/** What a check that holds or fails is worth: an equation tells much, a limit little. */
type Worth = { readonly holds: number; readonly fails: number }
const EQUATION: Worth = { holds: 1, fails: -0.4 }
const LIMIT: Worth = { holds: 0.1, fails: -0.3 }
const TRUST = 0.12
const MOST = 0.99
const LEAST = 0.05

/** A reading may be changed for another only when that was nearly as good by its words. */
const REACH = 0.22
/** What a difference of trust by words counts against checks. */
const BY_WORDS = 2
/** Two figures for one indicator: one of them is something else. */
const TWICE = -0.5
const ROUNDS = 2
/** Beyond this a number is no figure of a report, and sums of it would not be exact. */
const GREATEST = 1e15

type Formula = { readonly check: Check; readonly expression: Expression; readonly worth: Worth }

const isEquation = (expression: Expression): boolean =>
  (expression.kind === 'comparison' &&
    (expression.first.kind === 'absolute' || expression.links.some(({ operator }) => operator === '='))) ||
  (expression.kind === 'logic' && (isEquation(expression.left) || isEquation(expression.right)))

function formulasOf(catalogue: Catalogue, day: string): ReadonlyMap<string, readonly Formula[]> {
  const byCode = new Map<string, Formula[]>()
  for (const check of catalogue.checks) {
    if (check.formula === null || check.validFrom > day || (check.validTo ?? '~') < day) continue
    const { expression } = check.formula
    const formula = { check, expression, worth: isEquation(expression) ? EQUATION : LIMIT }
    for (const code of new Set(codesOf(expression))) byCode.set(code, [...(byCode.get(code) ?? []), formula])
  }
  return byCode
}

type Reading = { indicator: string; value: number; confidence: number }

/** The readings chosen, and by indicator which of them speak for it. */
type Board = {
  readonly chosen: Reading[]
  readonly byCode: Map<string, number[]>
  readonly formulas: ReadonlyMap<string, readonly Formula[]>
}

/** The value of an indicator on the board: of the most trusted reading. */
function valueOn(board: Board, code: string): number | null {
  let best: Reading | undefined
  for (const at of board.byCode.get(code) ?? []) {
    const reading = board.chosen[at]
    if (reading !== undefined && reading.confidence > (best?.confidence ?? -1)) best = reading
  }
  return best?.value ?? null
}

const lookupOn =
  (board: Board): Lookup =>
  (reference) =>
    reference.kind === 'figure' && reference.when === 'now' && reference.whose === 'self'
      ? valueOn(board, reference.code)
      : null

/** Readings of one indicator that do not say the same. */
function clashes(board: Board, code: string): number {
  const values = new Set((board.byCode.get(code) ?? []).map((at) => board.chosen[at]?.value))
  return Math.max(0, values.size - 1)
}

function worthOf(board: Board, codes: readonly string[]): number {
  const formulas = new Set(codes.flatMap((code) => board.formulas.get(code) ?? []))
  let worth = codes.reduce((sum, code) => sum + TWICE * clashes(board, code), 0)
  for (const { expression, worth: counts } of formulas) {
    const value = evaluate(expression, lookupOn(board))
    if (value === true) worth += counts.holds
    if (value === false) worth += counts.fails
  }
  return worth
}

function put(board: Board, at: number, reading: Reading): void {
  const old = board.chosen[at]
  if (old !== undefined)
    board.byCode.set(
      old.indicator,
      (board.byCode.get(old.indicator) ?? []).filter((it) => it !== at),
    )
  board.chosen[at] = reading
  board.byCode.set(reading.indicator, [...(board.byCode.get(reading.indicator) ?? []), at])
}

/** Tries the other readings of one claim; the number of checks that name a code is bounded by the catalogue. */
function settle(board: Board, at: number, claim: Claimed): void {
  const readings = readingsOf(claim).filter(({ confidence }) => confidence >= claim.confidence - REACH)
  if (readings.length < 2) return
  const codes = [...new Set(readings.map(({ indicator }) => indicator))]
  const kept = board.chosen[at]
  let best = kept
  let most = Number.NEGATIVE_INFINITY
  for (const reading of readings) {
    put(board, at, reading)
    const worth = worthOf(board, codes) + BY_WORDS * reading.confidence
    if (worth > most + 1e-9) [best, most] = [reading, worth]
  }
  if (best !== undefined) put(board, at, best)
}

const readingsOf = ({ indicator, value, confidence, alternatives }: Claimed): Reading[] => [
  { indicator, value, confidence },
  ...alternatives,
]

const isFigure = (value: number): boolean => Number.isFinite(value) && Math.abs(value) < GREATEST

/** Of one indicator only the first so many are set against each other: a report says a figure once or twice. */
const MOST_OF_ONE = 12

/** Which claims are judged together: figures of the report, of each indicator the first ones. */
function onBoard(claims: readonly Claimed[]): number[] {
  const counts = new Map<string, number>()
  return claims.flatMap((claim, at) => {
    const count = counts.get(claim.indicator) ?? 0
    if (!isOfReport(claim) || count >= MOST_OF_ONE || !readingsOf(claim).every(({ value }) => isFigure(value)))
      return []
    counts.set(claim.indicator, count + 1)
    return [at]
  })
}

/**
 * The same claims in the same order, each with the trust and the reading that the checks in force on `day` leave it.
 * Only figures of this report's period and unit are compared. Time grows with the number of claims.
 */
export function agreed<C extends Claimed>(claims: readonly C[], catalogue: Catalogue, day: string): C[] {
  const board: Board = { chosen: [], byCode: new Map(), formulas: formulasOf(catalogue, day) }
  const places = onBoard(claims)
  const judged = places.flatMap((place) => claims[place] ?? [])
  for (const [at, claim] of judged.entries()) put(board, at, ownReading(claim))
  for (let round = 0; round < ROUNDS; round += 1) for (const [at, claim] of judged.entries()) settle(board, at, claim)
  const result = [...claims]
  for (const [at, claim] of judged.entries())
    result[places[at] ?? 0] = trusted(claim, board.chosen[at] ?? ownReading(claim), board)
  return result
}

const ownReading = ({ indicator, value, confidence }: Claimed): Reading => ({ indicator, value, confidence })

function trusted<C extends Claimed>(claim: C, chosen: Reading, board: Board): C {
  const isOwn = valueOn(board, chosen.indicator) === chosen.value
  const because: string[] = []
  let change = isOwn ? 0 : -TRUST
  if (!isOwn) because.push('agree.said-otherwise')
  for (const { check, expression, worth } of isOwn ? (board.formulas.get(chosen.indicator) ?? []) : []) {
    const value = evaluate(expression, lookupOn(board))
    if (value === null || typeof value === 'number') continue
    because.push(`${value ? 'agree' : 'disagree'}.${check.id}`)
    change += TRUST * (value ? worth.holds : worth.fails)
  }
  const others = readingsOf(claim).filter(({ indicator }) => indicator !== chosen.indicator)
  return {
    ...claim,
    indicator: chosen.indicator,
    value: chosen.value,
    confidence: Math.round(Math.min(MOST, Math.max(LEAST, chosen.confidence + change)) * 1000) / 1000,
    alternatives: others,
    because: [...claim.because, ...(chosen.indicator === claim.indicator ? [] : ['agree.other-reading']), ...because],
  }
}
