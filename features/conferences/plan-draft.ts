// A plan as it is typed: numbers and lists are text until the whole is read by the same shape as the server's. Pure.
import { issueSentence } from '@kheo/kit/issue.ts'
import type { ConferenceMode, ItemKind, PaperRole } from './facts.ts'
import { Plan } from './plan-shapes.ts'

/** Lines have keys of their own, so that a line keeps its boxes when it moves. */
type Keyed = { readonly key: string }
export type AgendaLine = Keyed & {
  readonly kind: ItemKind
  readonly minutes: string
  readonly title: string
  readonly presenterPost: string
}
export type DutyLine = Keyed & {
  readonly role: PaperRole | null
  readonly content: string
  readonly lead: string
  readonly dueOn: string
  readonly doneOn: string
}
export type AskedLine = Keyed & {
  readonly body: string
  readonly title: string
  readonly dueOn: string
  readonly receivedOn: string
}
export type SpeechLine = Keyed & {
  readonly topic: string
  readonly body: string
  readonly post: string
  readonly dueOn: string
  readonly receivedOn: string
  readonly minutes: string
  readonly isSpoken: boolean
}
export type HallDraft = { readonly rows: string; readonly seatsPerRow: string; readonly aisleAfter: string }

export type PlanDraft = {
  readonly issuer: Plan['issuer']
  readonly startsAt: string
  readonly mode: ConferenceMode
  /** One a line, like all lists of words here. */
  readonly points: string
  readonly chairPosts: string
  readonly secretaryPost: string
  readonly contactPost: string
  readonly purposes: string
  readonly requirements: string
  readonly nextTasks: string
  readonly agenda: readonly AgendaLine[]
  readonly duties: readonly DutyLine[]
  readonly askedReports: readonly AskedLine[]
  readonly speeches: readonly SpeechLine[]
  readonly hall: HallDraft
  readonly isPublic: boolean
  readonly report: Plan['report']
  readonly awards: readonly string[]
  readonly earlier: string
}

/** What a plan begins with when nothing is proposed. */
export const EMPTY_PLAN: Plan = {
  issuer: 'party',
  startsAt: '08:00',
  mode: 'in-person',
  points: [],
  chairPosts: [],
  secretaryPost: '',
  contactPost: '',
  purposes: [],
  requirements: [],
  nextTasks: [],
  agenda: [],
  duties: [],
  askedReports: [],
  speeches: [],
  hall: { rows: 0, seatsPerRow: 0, aisleAfter: 0 },
  isPublic: false,
  report: null,
  awards: [],
  earlier: null,
}

const joined = (lines: readonly string[]): string => lines.join('\n')
const keyed = <T extends object>(items: readonly T[]): (T & Keyed)[] =>
  items.map((item, at) => ({ ...item, key: String(at) }))

/** Those that are spoken first, in their order: the place in the list is the order. */
function bySpeaking(speeches: Plan['speeches']): Plan['speeches'] {
  const rank = (speech: Plan['speeches'][number]): number => (speech.isSpoken ? (speech.order ?? 1000) : 2000)
  return speeches.toSorted((a, b) => rank(a) - rank(b))
}

export function draftOf(plan: Plan): PlanDraft {
  return {
    ...plan,
    points: joined(plan.points),
    chairPosts: joined(plan.chairPosts),
    purposes: joined(plan.purposes),
    requirements: joined(plan.requirements),
    nextTasks: joined(plan.nextTasks),
    agenda: keyed(plan.agenda.map((item) => ({ ...item, minutes: String(item.minutes) }))),
    duties: keyed(plan.duties.map((duty) => ({ ...duty, doneOn: duty.doneOn ?? '' }))),
    askedReports: keyed(plan.askedReports.map((asked) => ({ ...asked, receivedOn: asked.receivedOn ?? '' }))),
    speeches: keyed(
      bySpeaking(plan.speeches).map(({ topic, body, post, dueOn, receivedOn, minutes, isSpoken }) => ({
        topic,
        body,
        post,
        dueOn,
        receivedOn: receivedOn ?? '',
        minutes: String(minutes),
        isSpoken,
      })),
    ),
    hall: {
      rows: String(plan.hall.rows),
      seatsPerRow: String(plan.hall.seatsPerRow),
      aisleAfter: String(plan.hall.aisleAfter),
    },
    earlier: plan.earlier ?? '',
  }
}

/** A whole number that is not negative; NaN for anything else, which the shape refuses. */
export const countOf = (text: string): number => (/^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN)

/** `8h`, `8h30`, `8:30` as `08:30`; what is no time of day stays as it is, for the shape to refuse. */
export function clockOf(text: string): string {
  const [, hour, minute = ''] = /^(\d{1,2})(?:[:hg.](\d{2})?)?$/.exec(text.replaceAll(/\s/g, '').toLowerCase()) ?? []
  return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute === '' ? '00' : minute}`
}

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '')
const orNull = (text: string): string | null => (text === '' ? null : text)

function planOf(draft: PlanDraft): unknown {
  let spoken = 0
  return {
    ...draft,
    startsAt: clockOf(draft.startsAt),
    points: linesOf(draft.points),
    chairPosts: linesOf(draft.chairPosts),
    purposes: linesOf(draft.purposes),
    requirements: linesOf(draft.requirements),
    nextTasks: linesOf(draft.nextTasks),
    agenda: draft.agenda.map((item) => ({ ...item, minutes: countOf(item.minutes) })),
    duties: draft.duties.map((duty) => ({ ...duty, doneOn: orNull(duty.doneOn) })),
    askedReports: draft.askedReports.map((asked) => ({ ...asked, receivedOn: orNull(asked.receivedOn) })),
    speeches: draft.speeches.map((speech) => ({
      ...speech,
      minutes: countOf(speech.minutes),
      receivedOn: orNull(speech.receivedOn),
      order: speech.isSpoken ? ++spoken : null,
    })),
    hall: {
      rows: countOf(draft.hall.rows),
      seatsPerRow: countOf(draft.hall.seatsPerRow),
      aisleAfter: countOf(draft.hall.aisleAfter),
    },
    awards: [...draft.awards],
    earlier: orNull(draft.earlier),
  }
}

/** Sentences by the path of their box: `agenda.2.title`, `purposes`, `hall.rows`. */
export type Errors = Readonly<Record<string, string>>

/** Lists of words are one box each. */
const BOXES = new Set(['points', 'chairPosts', 'purposes', 'requirements', 'nextTasks', 'report', 'awards'])

/** The plan as the server takes it, or what is wrong with which box. */
export function readPlan(
  draft: PlanDraft,
  language: 'vi' | 'en',
): { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly errors: Errors } {
  const read = Plan.safeParse(planOf(draft))
  if (read.success) return { ok: true, plan: read.data }
  const told = read.error.issues.map((issue) => {
    const [first = ''] = issue.path
    const box = BOXES.has(String(first)) ? String(first) : issue.path.join('.')
    return [box, issueSentence(issue, language)] as const
  })
  return { ok: false, errors: Object.fromEntries(told.toReversed()) }
}

/** Minutes that papers read aloud take, and minutes that the programme gives to papers and discussion. */
export function speakingTime(draft: Pick<PlanDraft, 'speeches' | 'agenda'>): {
  readonly needed: number
  readonly given: number
} {
  const sum = (texts: readonly string[]): number => texts.reduce((total, text) => total + (countOf(text) || 0), 0)
  return {
    needed: sum(draft.speeches.filter((speech) => speech.isSpoken).map((speech) => speech.minutes)),
    given: sum(
      draft.agenda.filter((item) => item.kind === 'paper' || item.kind === 'discussion').map((item) => item.minutes),
    ),
  }
}
