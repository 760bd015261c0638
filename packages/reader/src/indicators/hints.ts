// By which words a figure of a sentence is known for an indicator: dated data of the catalogue, checked here and made ready for reading.
import type { Catalogue } from '@kheo/core/indicator/catalogue.ts'
import type { Indicator } from '@kheo/core/indicator/model.ts'
import { accept, refuse, type Result } from '@kheo/core/result.ts'
import { phraseTree, type PhraseTree } from './words.ts'

/** One way of saying an indicator. An indicator may have several. */
export type Hint = {
  readonly code: string
  /** Nouns that the figure counts; `%`, `đồng` and the units of `scales` stand for percents, money and measures. */
  readonly units: readonly string[]
  /** Of each group one phrase must stand in the figure's own part of the sentence, or before it in the sentence. */
  readonly near: readonly (readonly string[])[]
  /** Of each group one phrase must stand around: in the sentence, in the one before, in the heading. */
  readonly with: readonly (readonly string[])[]
  readonly helps: readonly string[]
  /** Phrases that, in the figure's own part of the sentence, say that another thing is meant. */
  readonly not: readonly string[]
  /** What it is worth that the unit alone fits, 0 to 1. */
  readonly base: number
  /** The indicator of y where this one is x of `x/y`. */
  readonly whole: string | null
}

export type HintEdition = {
  readonly validFrom: string
  readonly source: string
  /** Unit of an indicator → unit as written → what a written one is in the indicator's. */
  readonly scales: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly hints: readonly Hint[]
}

/** `path` as `[0].hints[3].near`. */
export type HintProblem = {
  readonly path: string
  readonly code: 'hint.wrong_type' | 'hint.unknown_indicator' | 'hint.no_units' | 'hint.bad_date' | 'hint.bad_scale'
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DEFAULT_BASE = 0.35

type Note = (path: string, code: HintProblem['code']) => void
type Fields = Readonly<Record<string, unknown>>
const isFields = (data: unknown): data is Fields => typeof data === 'object' && data !== null && !Array.isArray(data)

function phrases(data: unknown, path: string, note: Note): readonly string[] {
  if (data === undefined) return []
  if (Array.isArray(data) && data.every((item) => typeof item === 'string' && item.trim() !== '')) return data
  note(path, 'hint.wrong_type')
  return []
}

function groupsOf(data: unknown, path: string, note: Note): readonly (readonly string[])[] {
  if (data === undefined) return []
  if (Array.isArray(data)) return data.map((group, at) => phrases(group, `${path}[${at}]`, note))
  note(path, 'hint.wrong_type')
  return []
}

function hintFrom(data: unknown, path: string, isKnown: (code: string) => boolean, note: Note): Hint {
  const fields = isFields(data) ? data : {}
  if (!isFields(data)) note(path, 'hint.wrong_type')
  const code = typeof fields['code'] === 'string' ? fields['code'] : ''
  if (!isKnown(code)) note(`${path}.code`, 'hint.unknown_indicator')
  const whole = fields['whole'] ?? null
  if (whole !== null && (typeof whole !== 'string' || !isKnown(whole))) note(`${path}.whole`, 'hint.unknown_indicator')
  const base = fields['base'] ?? DEFAULT_BASE
  if (typeof base !== 'number' || !(base >= 0 && base <= 1)) note(`${path}.base`, 'hint.wrong_type')
  const units = phrases(fields['units'], `${path}.units`, note)
  if (units.length === 0) note(`${path}.units`, 'hint.no_units')
  return {
    code,
    units,
    near: groupsOf(fields['near'], `${path}.near`, note),
    with: groupsOf(fields['with'], `${path}.with`, note),
    helps: phrases(fields['helps'], `${path}.helps`, note),
    not: phrases(fields['not'], `${path}.not`, note),
    base: typeof base === 'number' ? base : DEFAULT_BASE,
    whole: typeof whole === 'string' ? whole : null,
  }
}

function scalesFrom(data: unknown, path: string, note: Note): HintEdition['scales'] {
  if (data === undefined) return {}
  const isScale = (scale: unknown): scale is Record<string, number> =>
    isFields(scale) &&
    Object.values(scale).every((times) => typeof times === 'number' && times > 0 && Number.isFinite(times))
  const entries = isFields(data) ? Object.entries(data) : []
  if (!isFields(data)) note(path, 'hint.bad_scale')
  return Object.fromEntries(
    entries.flatMap(([unit, scale]) => {
      if (isScale(scale)) return [[unit, scale] as const]
      note(`${path}.${unit}`, 'hint.bad_scale')
      return []
    }),
  )
}

/** The file `catalogue/indicators/reading.json` → editions, or every problem with its place. */
export function parseHints(
  data: unknown,
  isKnown: (code: string) => boolean,
): Result<readonly HintEdition[], readonly HintProblem[]> {
  const problems: HintProblem[] = []
  const note: Note = (path, code) => problems.push({ path, code })
  if (!Array.isArray(data)) return refuse([{ path: '', code: 'hint.wrong_type' }])
  const editions = data.map((item: unknown, at): HintEdition => {
    const path = `[${at}]`
    const fields = isFields(item) ? item : {}
    const validFrom = typeof fields['valid_from'] === 'string' ? fields['valid_from'] : ''
    if (!DAY.test(validFrom)) note(`${path}.valid_from`, 'hint.bad_date')
    const hints = Array.isArray(fields['hints']) ? fields['hints'] : []
    if (!Array.isArray(fields['hints'])) note(`${path}.hints`, 'hint.wrong_type')
    return {
      validFrom,
      source: typeof fields['source'] === 'string' ? fields['source'] : '',
      scales: scalesFrom(fields['scales'], `${path}.scales`, note),
      hints: hints.map((hint, index) => hintFrom(hint, `${path}.hints[${index}]`, isKnown, note)),
    }
  })
  return problems.length > 0 ? refuse(problems) : accept(editions)
}

/** A hint with its phrases as numbers of the tree. */
export type ReadyHint = {
  readonly code: string
  readonly near: readonly (readonly number[])[]
  readonly with: readonly (readonly number[])[]
  readonly helps: readonly number[]
  readonly not: readonly number[]
  readonly base: number
  readonly whole: string | null
}

export type ReadyHints = {
  readonly catalogue: Catalogue
  readonly tree: PhraseTree
  /** By the number of a unit's phrase. */
  readonly byUnit: ReadonlyMap<number, readonly ReadyHint[]>
  readonly percents: readonly ReadyHint[]
  readonly money: readonly ReadyHint[]
  /** Measures by the unit of the indicator, `m²`. */
  readonly measures: ReadonlyMap<string, readonly ReadyHint[]>
  readonly scales: HintEdition['scales']
  /** Indicator of x → indicator of y, where figures are written `x/y`. */
  readonly wholes: ReadonlyMap<string, string>
  /** Rates by the indicators that they are worked out from: `GQ02 GQ01` → `GQ04`. */
  readonly rates: ReadonlyMap<string, string>
}

function ratesOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map(
    catalogue.indicators.flatMap(({ code, tree, unit }) => {
      if (tree.kind !== 'ratio' || unit !== '%') return []
      const [part, whole] = [tree.numerator, tree.denominator]
      return part.kind === 'reference' &&
        part.reference.kind === 'figure' &&
        whole.kind === 'reference' &&
        whole.reference.kind === 'figure'
        ? [[`${part.reference.code} ${whole.reference.code}`, code] as const]
        : []
    }),
  )
}

const PERCENT = '%'
const MONEY = 'đồng'

/** The edition in force on a day, ready for many texts. Hints of indicators that are not yet in force are left out. */
export function readyHints(editions: readonly HintEdition[], catalogue: Catalogue, day: string): ReadyHints {
  const edition = editions
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted(byDay)
    .at(-1)
  const tree = phraseTree()
  const byUnit = new Map<number, ReadyHint[]>()
  const percents: ReadyHint[] = []
  const money: ReadyHint[] = []
  const measures = new Map<string, ReadyHint[]>()
  for (const hint of edition?.hints ?? []) {
    const indicator: Indicator | undefined = catalogue.byCode.get(hint.code)
    if (indicator === undefined || indicator.validFrom > day) continue
    const numbered = (group: readonly string[]): readonly number[] => group.map(tree.add)
    const ready: ReadyHint = {
      code: hint.code,
      near: hint.near.map(numbered),
      with: hint.with.map(numbered),
      helps: numbered(hint.helps),
      not: numbered(hint.not),
      base: hint.base,
      whole: hint.whole,
    }
    for (const unit of hint.units) {
      if (unit === PERCENT) percents.push(ready)
      else if (unit === MONEY) money.push(ready)
      else if (unit in (edition?.scales ?? {})) measures.set(unit, [...(measures.get(unit) ?? []), ready])
      else {
        const phrase = tree.add(unit)
        byUnit.set(phrase, [...(byUnit.get(phrase) ?? []), ready])
      }
    }
  }
  const wholes = (edition?.hints ?? []).flatMap(({ code, whole }) => (whole === null ? [] : [[code, whole] as const]))
  return {
    catalogue,
    tree,
    byUnit,
    percents,
    money,
    measures,
    scales: edition?.scales ?? {},
    wholes: new Map(wholes),
    rates: ratesOf(catalogue),
  }
}

const byDay = (a: HintEdition, b: HintEdition): number => (a.validFrom < b.validFrom ? -1 : 1)
