// Figures of a text taken for indicators, by the words in force on the last day of the period: claims for an officer to judge.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import { type Claimed, inUnit } from '@kheo/reader/indicators/claim.ts'
import { matchIndicators } from '@kheo/reader/indicators/match.ts'
import { matchTable } from '@kheo/reader/indicators/tables.ts'
import type { ReadyHints } from '@kheo/reader/indicators/hints.ts'
import type { World } from '../context.ts'
import { hintsOn } from '../indicators/index.ts'
import { today } from '../people/allow.ts'
import { figureKey, type Found } from './found.ts'
import type { Placement, StoredClaim } from './rules.ts'

const dayFor = (world: World, period: string | null): CalendarDate =>
  (period === null ? undefined : world.catalogue().periodOf(period)?.endOn) ?? today(world)

/** Names that the unit goes by in its own text, without the word for its kind. */
function placesOf(world: World, { unit }: Where, day: CalendarDate): string[] {
  if (unit === null) return []
  const { index } = world.org()
  const name = index.versionAt(unit as UnitId, day)?.name
  return name === undefined ? [] : [name]
}

type Unkeyed = Omit<StoredClaim, 'key'>

/** A key of its own for each claim, also where one number is taken twice. */
function keyed(claims: readonly Unkeyed[]): StoredClaim[] {
  const times = new Map<string, number>()
  return claims.map((claim) => {
    const base = `${figureKey(claim.start)}:${claim.part}`
    const time = (times.get(base) ?? 0) + 1
    times.set(base, time)
    return { ...claim, key: time === 1 ? base : `${base}:${time}` }
  })
}

type Where = Pick<Placement, 'unit' | 'period'>

/** What every claim says, whatever it was read from. */
const asClaim = (claim: Claimed & Pick<StoredClaim, 'part'>) => ({
  part: claim.part,
  indicator: claim.indicator,
  value: claim.value,
  confidence: claim.confidence,
  alternatives: claim.alternatives,
  kindOfValue: claim.kindOfValue,
  ofOtherPeriod: claim.ofOtherPeriod,
  ofPlace: claim.ofPlace,
  because: claim.because,
})

/** The number of a claim in a table, where its cell is; a figure of the text when it is one there too. */
function tableClaims(text: string, { figures, tables }: Found, hints: ReadyHints, year: number | undefined): Unkeyed[] {
  const atStart = new Map(figures.map((figure) => [figure.start, figure]))
  return tables.flatMap((table) => {
    const told = matchTable(text, table, { hints, ...(year === undefined ? {} : { year }) })
    // A year so far stands for the period only in a row that says nothing of the period itself.
    const rowsOfNow = new Set(told.filter(({ kind }) => kind === 'now').map(({ row }) => row))
    return told
      .filter(({ kind, row }) => kind === 'now' || kind === 'plan' || (kind === 'cumulative' && !rowsOfNow.has(row)))
      .map((claim): Unkeyed => {
        const { row, column, start } = claim
        const cell = table.rows[row]?.[column]
        const figure = atStart.get(start)
        const end = figure === undefined ? (cell?.end ?? start) : figure.start + figure.number.length
        const key = figure === undefined ? null : figureKey(figure.start)
        return { ...asClaim(claim), figure: key, start, end, text: text.slice(start, end), fromTable: true }
      })
  })
}

/** Claims of a text as of a unit and period, in the order of the text. */
export function judgeClaims(world: World, text: string, found: Found, where: Where): StoredClaim[] {
  const view = world.catalogue()
  const day = dayFor(world, where.period)
  const hints = hintsOn(view, day)
  const year = where.period === null ? undefined : view.periodOf(where.period)?.year
  const { figures, tables } = found
  const told = matchIndicators(text, figures, {
    hints,
    day,
    tables,
    places: placesOf(world, where, day),
    ...(year === undefined ? {} : { year }),
  }).flatMap((claim): Unkeyed[] => {
    const figure = figures[claim.figure]
    if (figure === undefined) return []
    const end = figure.start + figure.number.length
    const place = { figure: figureKey(figure.start), start: figure.start, end, text: figure.number }
    return [{ ...asClaim(claim), ...place, fromTable: false }]
  })
  return keyed([...told, ...tableClaims(text, found, hints, year)].toSorted((a, b) => a.start - b.start))
}

/** A number as read (money in đồng, areas in their measure) in the unit of an indicator. */
export function inUnitOf(world: World, period: string | null, code: string, value: number, readUnit: string): number {
  const view = world.catalogue()
  return inUnit(view.catalogue, hintsOn(view, dayFor(world, period)).scales, code, value, readUnit) ?? value
}
