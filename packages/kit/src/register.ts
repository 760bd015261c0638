// What a register offers to the spine: how its entries are counted, and which entries stand behind a count.
import type { Db } from '@kheo/db/connect.ts'

/** First and last day of a period of facts, both inside. */
export type Window = { readonly periodId: string; readonly start: string; readonly end: string }

export type CountedEntry = {
  readonly unitId: string
  readonly id: string
  readonly rev: number
  readonly entryNo: number
  readonly on: string
  readonly place: string
  readonly title: string
  /** The title without what a person wrote in words or numbers of papers; empty where nothing else is in it. */
  readonly titleWithoutWords: string
  readonly recordedBy: string
  readonly recordedAt: string
  readonly amount: number
}

/** A share of a figure that is divided by a dimension, such as awards by subject. */
export type CountedPart = {
  readonly periodId: string
  readonly indicator: string
  readonly part: string
  readonly value: number
}

export type CountingRegister = {
  /** The catalogue's name of the register, such as `so_mo_hinh`. */
  readonly code: string
  readonly titleVi: string
  /** Where its entries lie; a unit with no row there has never opened the register. */
  readonly table: string
  readonly indicators: readonly string[]
  /**
   * Counts entries of the units for several windows in one statement: periodId → indicator → count.
   * A unit that has never opened the register gets no row: not reported, which is not zero.
   */
  readonly count: (
    db: Db,
    units: readonly string[],
    windows: readonly Window[],
  ) => Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>
  /** Indicators whose figures are divided by a dimension. */
  readonly divided: readonly string[]
  /** The parts of divided figures, of the same units and windows. */
  readonly parts: (db: Db, units: readonly string[], windows: readonly Window[]) => Promise<readonly CountedPart[]>
  /** The entries behind one count, oldest first, and how many there are in all; `at` shows them as they stood then. */
  readonly entries: (
    db: Db,
    units: readonly string[],
    window: Window,
    indicator: string,
    page: { readonly limit: number; readonly offset: number; readonly at?: string },
  ) => Promise<{ readonly rows: readonly CountedEntry[]; readonly total: number }>
}
