// What a text says: figures, the other digit runs, cited documents, officials and the event, each at its place in the text.
//
// Places are UTF-16 offsets into the NFC text, the end exclusive. Every digit run of a text lies in exactly one of
// `figures`, `notFigures` and `documents`; the exponent of m2, km2, m3 belongs to its unit.

/** Why a decision fell as it did: codes of the rules that spoke, the last one deciding. */
export type Reasons = readonly string[]

export const FIGURE_KINDS = ['count', 'money', 'percent', 'fraction', 'measure'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

export type ReadFigure = {
  /** The number with the noun that it counts, as written; the number alone where the noun stands before it or is left out. */
  readonly text: string
  /** The number as written, with its scale word and its percent sign. */
  readonly number: string
  readonly start: number
  /** `2.811,7 triệu` is 2811700000, `99,95%` is 99.95, `08/24` is 8. */
  readonly value: number
  /** The whole of `x/y`. */
  readonly of?: number
  /** The upper end of a range with a dash. */
  readonly to?: number
  /** Head noun phrase in lower case, single blanks; `%` for percents; `đồng` for money. */
  readonly unit: string
  readonly kind: FigureKind
  /** The number is written as a word. */
  readonly word?: true
  readonly because: Reasons
}

export const NOT_FIGURES = [
  'date',
  'year',
  'period',
  'ordinal',
  'resolutionName',
  'siteCounter',
  'phone',
  'docNumber',
  'other',
] as const
export type NotFigureWhy = (typeof NOT_FIGURES)[number]

export type NotFigure = {
  readonly number: string
  readonly start: number
  readonly why: NotFigureWhy
  readonly because: Reasons
}

export type CitedDocument = {
  readonly text: string
  readonly start: number
  /** `Nghị quyết`, `Chỉ thị` … as written. */
  readonly type: string
  readonly number: string
  readonly because: Reasons
}

export const ROLES = ['chair', 'report', 'speech', 'award', 'attend', 'other'] as const
export type Role = (typeof ROLES)[number]

/** An official named in a public function, once, where the name first stands. */
export type Official = {
  readonly name: string
  readonly start: number
  readonly titles: string
  readonly role: Role
  readonly because: Reasons
}

export const EVENT_KINDS = ['so-ket', 'tong-ket', 'giao-ban', 'trien-khai', 'tap-huan', 'kiem-tra', 'khac'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** The time whose work is reviewed. */
export type ReviewedPeriod = {
  readonly year: number
  readonly half?: 1 | 2
  readonly quarter?: 1 | 2 | 3 | 4
  readonly months?: number
  readonly from?: number
}

export type ReadEvent = {
  readonly kind: EventKind
  /** `YYYY-MM-DD` of the first day; null when the text does not say it. */
  readonly date: string | null
  readonly period: ReviewedPeriod | null
}

export type Reading = {
  readonly figures: readonly ReadFigure[]
  readonly notFigures: readonly NotFigure[]
  readonly documents: readonly CitedDocument[]
  readonly people: readonly Official[]
  readonly event: ReadEvent
}
