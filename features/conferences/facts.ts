// Everything that the papers of one conference say, as plain data: the plan, who comes, what was concluded. Pure shapes, shared with the browser.
import type { Family } from '../documents/paper.ts'

/** Kinds of the register so_hoi_nghi. */
export type ConferenceKind = 'briefing' | 'interim-review' | 'final-review' | 'thematic'
/** Subjects of the register so_hoi_nghi; several may share one hall. */
export type ConferenceSubject = 'dan-van' | 'qcdc' | 'dvk' | 'dvcq' | 'coordination' | 'other'

export const CONFERENCE_MODES = ['in-person', 'online', 'mixed'] as const
export type ConferenceMode = (typeof CONFERENCE_MODES)[number]

export const ITEM_KINDS = [
  'opening',
  'report',
  'thematic',
  'discussion',
  'paper',
  'awards',
  'guidance',
  'conclusion',
  'closing',
  'break',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const GUEST_GROUPS = ['chair', 'leader', 'delegate', 'guest', 'award', 'press'] as const
export type GuestGroup = (typeof GUEST_GROUPS)[number]

/** One line of the programme. */
export type AgendaItem = {
  readonly seq: number
  /** `HH:MM`, counted from the start of the conference and the minutes of the items before. */
  readonly startsAt: string
  readonly minutes: number
  readonly kind: ItemKind
  readonly title: string
  /** Empty when nobody was named yet. */
  readonly presenterPost: string
}

type OnlinePoint = { readonly seq: number; readonly name: string }

/** Row and seat count from 1; row 0 is the chairs' table in front. */
export type Seat = { readonly row: number; readonly seat: number }

export type Guest = {
  readonly seq: number
  /** Of an official in their public function only; empty when the post alone is invited. */
  readonly name: string
  readonly post: string
  readonly body: string
  readonly group: GuestGroup
  /** Order among leaders: 1 sits first. */
  readonly rank: number
  /** Seq of the online point where they sit; null in the main hall. */
  readonly point: number | null
  /** Put there by hand; it stays when the seating is computed again. */
  readonly seat: Seat | null
  /** Random code of attendance, printed as a QR. */
  readonly code: string
  /** Instant, ISO; null until they came. */
  readonly cameAt: string | null
}

/** A place in the computed seating: a guest of the main hall and where they sit. */
export type SeatedGuest = { readonly guest: number; readonly seat: Seat }

/** A paper read or handed in at the conference (tham luận). */
export type Speech = {
  readonly seq: number
  readonly topic: string
  readonly body: string
  readonly post: string
  readonly dueOn: string
  readonly receivedOn: string | null
  readonly minutes: number
  readonly isSpoken: boolean
  /** Among those spoken, from 1; null when it is not spoken. */
  readonly order: number | null
}

/** A report asked of a body before the conference. */
export type AskedReport = {
  readonly seq: number
  readonly body: string
  readonly title: string
  readonly dueOn: string
  readonly receivedOn: string | null
}

export type Duty = {
  readonly seq: number
  /** The paper that does it: the duty is done when that is issued. Null for any other work. */
  readonly role: PaperRole | null
  readonly content: string
  readonly lead: string
  readonly dueOn: string
  readonly doneOn: string | null
}

type Opinion = { readonly seq: number; readonly post: string; readonly body: string; readonly words: string }

export type Conclusion = {
  readonly seq: number
  readonly content: string
  readonly lead: string
  readonly helpers: string
  /** The day given; the default of the law's table is already filled in by `facts`. */
  readonly dueOn: string
  readonly product: string
  /** Entry of so_nhiem_vu once it was assigned. */
  readonly taskId: string | null
}

/** A conclusion of an earlier conference and what came of it by the day the facts were read. */
export type ConclusionResult = {
  /** Number of the notice of conclusions, such as `12-TB/ĐU`. */
  readonly notice: string
  readonly content: string
  readonly lead: string
  readonly dueOn: string | null
  readonly state: 'done-in-time' | 'done-late' | 'in-progress' | 'overdue'
  readonly doneOn: string | null
  readonly result: string
}

export type AwardLine = {
  readonly to: string
  readonly winner: 'collective' | 'individual'
  readonly form: string
  /** What it was given for, such as “Công tác dân vận”; empty where the register names none. */
  readonly subject: string
  readonly decision: string
}

/** A figure to quote from the approved report chosen for the conference; `text` is the number in house style with its unit. */
export type QuotedFigure = { readonly code: string; readonly name: string; readonly text: string }

export type Minutes = {
  readonly opinions: readonly Opinion[]
  readonly votes: { readonly agreed: number; readonly against: number; readonly abstained: number } | null
  /** `HH:MM`; empty until it ended. */
  readonly endedAt: string
}

export type Hall = {
  readonly rows: number
  readonly seatsPerRow: number
  /** Seats left of the aisle; 0 or `seatsPerRow` means no aisle. */
  readonly aisleAfter: number
}

export type ConferenceFacts = {
  readonly id: string
  readonly unit: string
  /** As the issuer speaks of itself in a sentence: “Đảng ủy phường Duy Tiên”, “Ủy ban nhân dân phường Duy Tiên”. */
  readonly speaker: string
  readonly unitTitle: string
  readonly family: Family
  readonly kind: ConferenceKind
  readonly title: string
  readonly subjects: readonly ConferenceSubject[]
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:MM` */
  readonly startsAt: string
  /** `HH:MM`, planned. */
  readonly endsAt: string
  /** Empty when not set yet. */
  readonly place: string
  readonly mode: ConferenceMode
  readonly points: readonly OnlinePoint[]
  readonly chairPosts: readonly string[]
  /** Empty when not set yet. */
  readonly secretaryPost: string
  /** Who contacts and questions go to, by post or office; empty when not set. */
  readonly contactPost: string
  readonly purposes: readonly string[]
  readonly requirements: readonly string[]
  readonly agenda: readonly AgendaItem[]
  readonly duties: readonly Duty[]
  readonly guests: readonly Guest[]
  readonly speeches: readonly Speech[]
  readonly askedReports: readonly AskedReport[]
  readonly hall: Hall
  readonly seating: readonly SeatedGuest[]
  readonly isPublic: boolean
  readonly state: 'planned' | 'held' | 'concluded' | 'filed' | 'cancelled'
  /** The day it was held, once it was. */
  readonly heldOn: string | null
  readonly minutes: Minutes
  readonly conclusions: readonly Conclusion[]
  readonly awards: readonly AwardLine[]
  readonly figures: readonly QuotedFigure[]
  readonly earlierConclusions: readonly ConclusionResult[]
  readonly nextTasks: readonly string[]
  /** Numbers of this conference's own papers that were issued, by role. */
  readonly numbers: Readonly<Record<string, { readonly number: string; readonly date: string }>>
  /** Prefix of the text in a guest's QR; the code is put behind it. */
  readonly attendanceAddress: string
}

export const PAPER_ROLES = [
  'ke-hoach',
  'cong-van',
  'giay-moi',
  'chuong-trinh',
  'danh-sach-dai-bieu',
  'tham-luan',
  'so-do-cho-ngoi',
  'kich-ban',
  'bien-ban',
  'ket-luan',
  'ket-qua-ket-luan',
] as const
export type PaperRole = (typeof PAPER_ROLES)[number]
