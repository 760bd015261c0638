// A claim as it is shown: what was proposed, what was decided, and what stands in the figures.
import type { ReadFigure } from '@kheo/reader/reading.ts'
import type { World } from '../context.ts'
import { writtenFigure } from '../reports/index.ts'
import { figureKey } from './found.ts'
import { type Held, holdingOf, NOWHERE } from './holdings.ts'
import { type Decided, type StoredClaim, isContradiction } from './rules.ts'
import type { Claim } from './schema.ts'
import { nameOf } from './told.ts'

/** Codes of rules → words. */
export type Say = (codes: readonly string[]) => string[]

type Shown = Pick<Claim, 'indicator' | 'indicatorName' | 'unitOfMeasure' | 'value' | 'valueText' | 'holding'>

function shown(world: World, held: Held | undefined, indicator: string, value: number): Shown {
  const known = world.catalogue().catalogue.byCode.get(indicator)
  return {
    indicator,
    indicatorName: nameOf(world, indicator),
    unitOfMeasure: known?.unit ?? '',
    value,
    valueText: writtenFigure(known, value),
    holding: held === undefined ? NOWHERE : holdingOf(world, held, indicator, value),
  }
}

const isDecided = (decided: Decided | undefined): decided is Decided =>
  decided !== undefined && decided.verdict !== 'open'

/** A judged claim with what was decided of it. */
export function claimOf(
  world: World,
  held: Held | undefined,
  claim: StoredClaim,
  decided: Decided | undefined,
  grade: Claim['grade'],
  say: Say,
): Claim {
  const { indicator, value } = isDecided(decided) ? decided : claim
  const { alternatives, because, ...rest } = claim
  return {
    ...rest,
    ...shown(world, held, indicator, value),
    proposed: { indicator: claim.indicator, value: claim.value, confidence: claim.confidence },
    grade,
    alternatives: alternatives.map((each) => ({ ...each, name: nameOf(world, each.indicator) })),
    because: say(because),
    contradicts: say(because.filter(isContradiction)),
    verdict: decided?.verdict ?? 'open',
    replace: decided?.replace ?? false,
  }
}

/** A figure to which an officer gave an indicator. */
export function givenClaim(world: World, held: Held | undefined, figure: ReadFigure, decided: Decided): Claim {
  return {
    key: decided.key,
    figure: figureKey(figure.start),
    part: decided.key.endsWith(':of') ? 'of' : 'value',
    start: figure.start,
    end: figure.start + figure.number.length,
    text: figure.number,
    proposed: null,
    ...shown(world, held, decided.indicator, decided.value),
    confidence: 1,
    grade: 'sure',
    kindOfValue: 'actual',
    ofOtherPeriod: false,
    ofPlace: null,
    fromTable: false,
    alternatives: [],
    because: [],
    contradicts: [],
    verdict: decided.verdict,
    replace: decided.replace,
  }
}
