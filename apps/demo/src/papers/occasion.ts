// What a conference of the demonstration is made of: a few figures and sentences, from which its whole box of papers follows.
import type { ItemKind } from '@kheo/features/conferences/facts.ts'
import type { MinutesGiven, NewGuest, Plan } from '@kheo/features/conferences/plan-shapes.ts'
import type { conferences } from '@kheo/features/registers/conferences/register.ts'
import type { InputOf } from '@kheo/kit/register/declare.ts'
import type { StepRow } from '../books.ts'

type ConferenceInput = InputOf<typeof conferences>
type Speech = readonly [topic: string, body: string, post: string, receivedOn: string | null]
type Asked = readonly [body: string, title: string, receivedOn: string | null]
type Conclusion = readonly [content: string, lead: string, dueOn: string, helpers: string, product: string]

/** The next conference of the same office, which hears what became of the conclusions. */
export type FollowUp = {
  readonly on: string
  readonly title: string
  readonly kind: ConferenceInput['kind']
  /** Steps of each task, in the order of the conclusions. */
  readonly results: readonly (readonly StepRow[])[]
}

export type Occasion = {
  readonly unit: string
  /** Names the entry of the register. */
  readonly key: string
  readonly heldOn: string
  readonly entry: Pick<ConferenceInput, 'kind' | 'title'> & {
    readonly subjects: NonNullable<ConferenceInput['subjects']>
    readonly place: string
    readonly chair: string
  }
  /** The day the plan and the letter go out, the day of the invitations, the day of the notice of conclusions. */
  readonly plannedOn: string
  readonly invitedOn: string
  readonly concludedOn: string
  readonly startsAt: string
  readonly endedAt: string
  readonly secretary: string
  readonly contact: string
  /** Who presents the items of a kind, in their order; the last one presents the rest. The chair, where nobody is named. */
  readonly presenters: Readonly<Partial<Record<ItemKind, readonly string[]>>>
  readonly report: NonNullable<Plan['report']> | null
  readonly dueOn: string
  readonly asked: readonly Asked[]
  readonly speeches: readonly Speech[]
  readonly nextTasks: readonly string[]
  readonly hall: Plan['hall']
  readonly guests: readonly NewGuest[]
  /** Every how many guests one stayed away. */
  readonly absentEvery: number
  readonly remarks: MinutesGiven['remarks']
  readonly votes: MinutesGiven['votes']
  readonly conclusions: readonly Conclusion[]
  /** Numbers that the office had used that year before its plan and its letter: of each kind of paper, the last. */
  readonly before: Readonly<Record<string, number>>
  readonly hasAwards: boolean
  /** Online points; nobody sits at one where there are none. */
  readonly points?: readonly string[]
}
/** A conference that a later one has looked back on. */
export type Followed = Occasion & { readonly followUp: FollowUp }

const MINUTES_EACH = 8

type Item = Plan['agenda'][number]

/** The proposed order, with papers, awards and guidance where there are some, and somebody named for every item. */
function agendaOf(proposed: readonly Item[], it: Occasion): Item[] {
  const spoken: Item = { kind: 'paper', minutes: 40, title: 'Tham luận của các cơ quan, đơn vị', presenterPost: '' }
  const kept = proposed
    .filter(
      ({ kind }) =>
        kind !== 'paper' &&
        (it.hasAwards || kind !== 'awards') &&
        (it.presenters.guidance !== undefined || kind !== 'guidance'),
    )
    .flatMap((item) => (item.kind === 'discussion' && it.speeches.length > 0 ? [spoken, item] : [item]))
  const turns = new Map<ItemKind, number>()
  return kept.map((item) => {
    const turn = turns.get(item.kind) ?? 0
    turns.set(item.kind, turn + 1)
    const named = it.presenters[item.kind] ?? []
    return { ...item, presenterPost: named[turn] ?? named.at(-1) ?? it.entry.chair }
  })
}

/** The plan as the office keeps it: what the product proposes, and what belongs to this conference. */
export function planOf(proposed: Plan, it: Occasion): Plan {
  return {
    ...proposed,
    startsAt: it.startsAt,
    mode: it.points === undefined ? 'in-person' : 'mixed',
    points: [...(it.points ?? [])],
    chairPosts: [it.entry.chair],
    secretaryPost: it.secretary,
    contactPost: it.contact,
    purposes: it.hasAwards ? proposed.purposes : proposed.purposes.filter((each) => !each.includes('khen thưởng')),
    nextTasks: [...it.nextTasks],
    agenda: agendaOf(proposed.agenda, it),
    askedReports: it.asked.map(([body, title, receivedOn]) => ({ body, title, dueOn: it.dueOn, receivedOn })),
    speeches: it.speeches.map(([topic, body, post, receivedOn], at) => ({
      topic,
      body,
      post,
      dueOn: it.dueOn,
      receivedOn,
      minutes: MINUTES_EACH,
      isSpoken: true,
      order: at + 1,
    })),
    hall: it.hall,
    isPublic: true,
    report: it.report,
    earlier: null,
  }
}

export const minutesOf = (it: Occasion): MinutesGiven => ({
  endedAt: it.endedAt,
  votes: it.votes,
  remarks: [...it.remarks],
  conclusions: it.conclusions.map(([content, lead, dueOn, helpers, product]) => ({
    content,
    lead,
    helpers,
    dueOn,
    product,
  })),
})

type Named = readonly [post: string, body: string]

/** Guests of a group, each a post and a body; leaders in the order of rank. */
export const guests = (group: NewGuest['group'], named: readonly Named[]): NewGuest[] =>
  named.map(([post, body], at) => ({
    name: '',
    post,
    body,
    group,
    rank: group === 'chair' || group === 'leader' ? at + 1 : 100,
    point: null,
  }))

/** One post of each of these bodies. */
export const oneOf = (post: string, bodies: readonly string[]): Named[] => bodies.map((body) => [post, body])
