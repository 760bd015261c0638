// What is kept of a report when it is submitted and when it is approved. Never changed afterwards.
import type { Values } from '@kheo/core/indicator/model.ts'
import type { Withheld } from '@kheo/core/privacy/unit-table.ts'
import type { FilledIssuer } from '../documents/index.ts'

export type PrintRun = { readonly text: string; readonly code: string | null }
export type PrintSection = { readonly heading: string; readonly paragraphs: readonly (readonly PrintRun[])[] }
export type PrintCell = {
  readonly code: string
  readonly nameVi: string
  readonly unit: string
  readonly decimals: number
}

/** What came of a task that a conclusion had set, as it stood at the end of the period. */
export type PrintConclusion = {
  /** Number of the notice of conclusions. */
  readonly notice: string
  readonly content: string
  readonly lead: string
  readonly dueOn: string | null
  readonly state: 'done-in-time' | 'done-late' | 'in-progress' | 'overdue'
  readonly doneOn: string | null
  readonly result: string
}
export type PrintConclusions = { readonly sentence: string; readonly lines: readonly PrintConclusion[] }

/** Everything a printer needs, with the names of the day: the same print gives the same bytes for ever. */
export type Print = {
  /** Who issues it, in either family of formats, with names filled in. */
  readonly issuers: Readonly<Record<'party' | 'state', FilledIssuer>>
  readonly unitName: string
  readonly parentName: string | null
  readonly level: string
  readonly typeCode: string
  readonly typeTitle: string
  readonly periodTitle: string
  readonly periodEnd: string
  readonly sections: readonly { readonly title: string; readonly cells: readonly PrintCell[] }[]
  readonly values: Values
  readonly previous: Values
  readonly lastYear: Values
  readonly lastYearClass: string
  readonly cumulative: Values
  readonly notes: Readonly<Record<string, string>>
  readonly parts: Readonly<Record<string, readonly { readonly title: string; readonly value: number }[]>>
  readonly narrative: readonly PrintSection[]
  readonly n: readonly [number, number]
  readonly missing: readonly { readonly id: string; readonly name: string }[]
  /** Units below, for the annex by unit; empty where nothing is below. */
  readonly children: readonly { readonly id: string; readonly name: string; readonly values: Values }[]
  readonly ownLabel: string
  readonly own: Values
  /** Cells of the annex by unit that are not shown, its own part under `OWN_PART`. Prints made before there was such a rule have none. */
  readonly withheld?: Withheld
  /** Absent from prints made before they were told, and where there are none. */
  readonly conclusions?: PrintConclusions
}

/** The row of the unit's own part among those of the units below. */
export const OWN_PART = 'own'

/** As it is stored: a unit with nothing below it has its own figures as totals, and they are kept once. */
export type StoredSnapshot = Omit<Snapshot, 'own'> & { readonly own: Values | null }

export type Snapshot = {
  readonly own: Values
  readonly values: Values
  readonly reported: Readonly<Record<string, number>>
  readonly n: readonly [number, number]
  readonly missing: readonly { readonly id: string; readonly name: string }[]
  /** Figures of the units below as they were added, by unit. */
  readonly children: Readonly<Record<string, Values>>
  readonly parts: readonly { readonly indicator: string; readonly part: string; readonly value: number }[]
  /** Present from the approval on. */
  readonly print: Print | null
}
