// Every SQL of conferences: the plan with its parts, guests, attendance, minutes, and what the public may see.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'
import type { Family } from '../documents/paper.ts'
import type { ConferenceMode, GuestGroup, ItemKind, PaperRole, Seat } from './facts.ts'
import type { MinutesGiven, Plan } from './plan-shapes.ts'

export type Of = { readonly unit: string; readonly conference: string }

export type StoredGuest = {
  readonly seq: number
  readonly name: string
  readonly post: string
  readonly body: string
  readonly group: GuestGroup
  readonly rank: number
  readonly point: number | null
  readonly seat: Seat | null
  readonly code: string
  /** Instant, ISO. */
  readonly cameAt: string | null
}
export type StoredConclusion = MinutesGiven['conclusions'][number] & {
  readonly seq: number
  readonly taskId: string | null
}
export type StoredPlan = {
  readonly rev: number
  readonly minutesRev: number
  readonly recordedTitle: string
  readonly plan: Plan
  readonly guests: readonly StoredGuest[]
  readonly minutes: Omit<MinutesGiven, 'conclusions'>
  readonly conclusions: readonly StoredConclusion[]
}

type PlanRow = {
  rev: number
  minutes_rev: number
  issuer: Family
  starts_at: string
  mode: ConferenceMode
  chair_posts: string[]
  secretary_post: string
  contact_post: string
  purposes: string[]
  requirements: string[]
  next_tasks: string[]
  hall_rows: number
  hall_seats: number
  hall_aisle: number
  is_public: boolean
  report_type: string | null
  report_period: string | null
  figure_codes: string[]
  awards: string[]
  earlier_id: string | null
  ended_at: string
  votes_agreed: number | null
  votes_against: number | null
  votes_abstained: number | null
  recorded_title: string
}
export type GuestRow = {
  seq: number
  name: string
  post: string
  body: string
  seating_group: GuestGroup
  rank: number
  point: number | null
  seat_row: number | null
  seat_no: number | null
  code: string
  came_at: string | null
}
type Parts = {
  p: PlanRow
  points: { title: string }[]
  items: { kind: ItemKind; minutes: number; title: string; presenter_post: string }[]
  duties: {
    kind: 'duty' | 'report'
    role: PaperRole | null
    content: string
    lead: string
    due_on: string
    done_on: string | null
  }[]
  speeches: {
    topic: string
    body: string
    post: string
    due_on: string
    received_on: string | null
    minutes: number
    is_spoken: boolean
    speaking_order: number | null
  }[]
  guests: GuestRow[]
  remarks: { post: string; body: string; words: string }[]
  conclusions: {
    seq: number
    content: string
    lead: string
    helpers: string
    due_on: string | null
    product: string
    task_id: string | null
  }[]
}

export const toGuest = (row: GuestRow): StoredGuest => ({
  seq: row.seq,
  name: row.name,
  post: row.post,
  body: row.body,
  group: row.seating_group,
  rank: row.rank,
  point: row.point,
  seat: row.seat_row === null || row.seat_no === null ? null : { row: row.seat_row, seat: row.seat_no },
  code: row.code,
  cameAt: row.came_at === null ? null : new Date(row.came_at).toISOString(),
})

const toPlan = ({ p, points, items, duties, speeches }: Parts): Plan => ({
  issuer: p.issuer,
  startsAt: p.starts_at,
  mode: p.mode,
  points: points.map((point) => point.title),
  chairPosts: p.chair_posts,
  secretaryPost: p.secretary_post,
  contactPost: p.contact_post,
  purposes: p.purposes,
  requirements: p.requirements,
  nextTasks: p.next_tasks,
  agenda: items.map(({ kind, minutes, title, presenter_post }) => ({
    kind,
    minutes,
    title,
    presenterPost: presenter_post,
  })),
  duties: duties
    .filter((duty) => duty.kind === 'duty')
    .map(({ role, content, lead, due_on, done_on }) => ({ role, content, lead, dueOn: due_on, doneOn: done_on })),
  askedReports: duties
    .filter((duty) => duty.kind === 'report')
    .map(({ content, lead, due_on, done_on }) => ({ body: lead, title: content, dueOn: due_on, receivedOn: done_on })),
  speeches: speeches.map((each) => ({
    topic: each.topic,
    body: each.body,
    post: each.post,
    dueOn: each.due_on,
    receivedOn: each.received_on,
    minutes: each.minutes,
    isSpoken: each.is_spoken,
    order: each.speaking_order,
  })),
  hall: { rows: p.hall_rows, seatsPerRow: p.hall_seats, aisleAfter: p.hall_aisle },
  isPublic: p.is_public,
  report:
    p.report_type === null || p.report_period === null
      ? null
      : { type: p.report_type, period: p.report_period, codes: p.figure_codes },
  awards: p.awards,
  earlier: p.earlier_id,
})

const votesOf = (p: PlanRow): MinutesGiven['votes'] =>
  p.votes_agreed === null || p.votes_against === null || p.votes_abstained === null
    ? null
    : { agreed: p.votes_agreed, against: p.votes_against, abstained: p.votes_abstained }

const part = (table: string, order = 't.seq') =>
  sql`coalesce((select jsonb_agg(to_jsonb(t) - 'path' order by ${sql.raw(order)}) from ${sql.table(table)} t where t.unit_id = p.unit_id and t.conference_id = p.conference_id), '[]'::jsonb)`

/** The plan of a conference with everything that hangs on it, in one statement; undefined before it was saved. */
export async function findPlan(tx: Db, { unit, conference }: Of): Promise<StoredPlan | undefined> {
  const { rows } = await sql<Parts>`select to_jsonb(p) as p, ${part('conference_point')} as points,
    ${part('conference_item')} as items, ${part('conference_duty')} as duties, ${part('conference_speech')} as speeches,
    ${part('conference_guest')} as guests, ${part('conference_remark')} as remarks, ${part('conference_conclusion')} as conclusions
    from conference_plan p where p.unit_id = ${unit} and p.conference_id = ${conference}::uuid`.execute(tx)
  const [row] = rows
  if (row === undefined) return undefined
  return {
    rev: row.p.rev,
    minutesRev: row.p.minutes_rev,
    recordedTitle: row.p.recorded_title,
    plan: toPlan(row),
    guests: row.guests.map(toGuest),
    minutes: {
      endedAt: row.p.ended_at,
      votes: votesOf(row.p),
      remarks: row.remarks.map(({ post, body, words }) => ({ post, body, words })),
    },
    conclusions: row.conclusions.map(({ due_on, task_id, seq, content, lead, helpers, product }) => ({
      seq,
      content,
      lead,
      helpers,
      dueOn: due_on,
      product,
      taskId: task_id,
    })),
  }
}

/** Keeps changes of one conference apart until the transaction ends, also before it has a plan. */
export async function lockConference(tx: Db, { unit, conference }: Of): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${unit}|${conference}`}, 17))`.execute(tx)
}

type Row = Readonly<Record<string, unknown>>

/** Puts rows in the place of those of the conference. Column names are those of this file. */
async function replaceRows(
  tx: Db,
  table: string,
  of: Of & { readonly path: string },
  rows: readonly Row[],
): Promise<void> {
  await sql`delete from ${sql.table(table)} where unit_id = ${of.unit} and conference_id = ${of.conference}::uuid`.execute(
    tx,
  )
  await insertRows(tx, table, of, rows)
}

export async function insertRows(
  tx: Db,
  table: string,
  of: Of & { readonly path: string },
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const whole = rows.map((row) => ({ unit_id: of.unit, conference_id: of.conference, path: of.path, ...row }))
  const listed = Object.keys(whole[0] ?? {}).join(', ')
  await sql`insert into ${sql.table(table)} (${sql.raw(listed)}) select ${sql.raw(listed)} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(whole)}::jsonb)`.execute(
    tx,
  )
}

export type Signed = { readonly at: Date; readonly by: string; readonly title: string }

async function writePlanRow(
  tx: Db,
  of: Of & { readonly path: string },
  rev: number,
  plan: Plan,
  by: Signed,
): Promise<void> {
  await sql`insert into conference_plan as p (unit_id, conference_id, path, rev, issuer, starts_at, mode, chair_posts, secretary_post, contact_post, purposes, requirements, next_tasks,
      hall_rows, hall_seats, hall_aisle, is_public, report_type, report_period, figure_codes, awards, earlier_id, recorded_at, recorded_by, recorded_title)
    values (${of.unit}, ${of.conference}, ${of.path}, ${rev}, ${plan.issuer}, ${plan.startsAt}, ${plan.mode}, ${plan.chairPosts}, ${plan.secretaryPost}, ${plan.contactPost},
      ${plan.purposes}, ${plan.requirements}, ${plan.nextTasks}, ${plan.hall.rows}, ${plan.hall.seatsPerRow}, ${plan.hall.aisleAfter}, ${plan.isPublic},
      ${plan.report?.type ?? null}, ${plan.report?.period ?? null}, ${plan.report?.codes ?? []}, ${plan.awards}, ${plan.earlier}, ${by.at}, ${by.by}, ${by.title})
    on conflict (unit_id, conference_id) do update set rev = excluded.rev, issuer = excluded.issuer, starts_at = excluded.starts_at, mode = excluded.mode, chair_posts = excluded.chair_posts,
      secretary_post = excluded.secretary_post, contact_post = excluded.contact_post, purposes = excluded.purposes, requirements = excluded.requirements, next_tasks = excluded.next_tasks,
      hall_rows = excluded.hall_rows, hall_seats = excluded.hall_seats, hall_aisle = excluded.hall_aisle, is_public = excluded.is_public, report_type = excluded.report_type,
      report_period = excluded.report_period, figure_codes = excluded.figure_codes, awards = excluded.awards, earlier_id = excluded.earlier_id,
      recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, recorded_title = excluded.recorded_title`.execute(
    tx,
  )
}

/** Work of preparation and reports asked for lie in one table. */
const dutyRows = ({ duties, askedReports }: Plan): readonly Row[] => [
  ...duties.map(({ role, content, lead, dueOn, doneOn }, at) => ({
    seq: at + 1,
    kind: 'duty',
    role,
    content,
    lead,
    due_on: dueOn,
    done_on: doneOn,
  })),
  ...askedReports.map(({ body, title, dueOn, receivedOn }, at) => ({
    seq: at + 1,
    kind: 'report',
    role: null,
    content: title,
    lead: body,
    due_on: dueOn,
    done_on: receivedOn,
  })),
]

/** Writes the plan and its parts whole; guests, minutes and conclusions stay. */
export async function writePlan(
  tx: Db,
  of: Of & { readonly path: string },
  rev: number,
  plan: Plan,
  by: Signed,
): Promise<void> {
  await writePlanRow(tx, of, rev, plan, by)
  const seq = (index: number): number => index + 1
  await replaceRows(
    tx,
    'conference_point',
    of,
    plan.points.map((title, at) => ({ seq: seq(at), title })),
  )
  await replaceRows(
    tx,
    'conference_item',
    of,
    plan.agenda.map(({ kind, minutes, title, presenterPost }, at) => ({
      seq: seq(at),
      kind,
      minutes,
      title,
      presenter_post: presenterPost,
    })),
  )
  await replaceRows(tx, 'conference_duty', of, dutyRows(plan))
  await replaceRows(
    tx,
    'conference_speech',
    of,
    plan.speeches.map(({ topic, body, post, dueOn, receivedOn, minutes, isSpoken, order }, at) => ({
      seq: seq(at),
      topic,
      body,
      post,
      due_on: dueOn,
      received_on: receivedOn,
      minutes,
      is_spoken: isSpoken,
      speaking_order: order,
    })),
  )
}

type MinutesWrite = Omit<MinutesGiven, 'conclusions'> & { readonly conclusions: readonly StoredConclusion[] }

/** Writes the minutes whole, with the conclusions and the tasks they have become. */
export async function writeMinutes(
  tx: Db,
  of: Of & { readonly path: string },
  rev: number,
  it: MinutesWrite,
  by: Signed,
): Promise<void> {
  await sql`update conference_plan set minutes_rev = ${rev}, ended_at = ${it.endedAt}, votes_agreed = ${it.votes?.agreed ?? null}, votes_against = ${it.votes?.against ?? null},
    votes_abstained = ${it.votes?.abstained ?? null}, recorded_at = ${by.at}, recorded_by = ${by.by}, recorded_title = ${by.title}
    where unit_id = ${of.unit} and conference_id = ${of.conference}::uuid`.execute(tx)
  await replaceRows(
    tx,
    'conference_remark',
    of,
    it.remarks.map((remark, at) => ({ seq: at + 1, ...remark })),
  )
  await replaceRows(
    tx,
    'conference_conclusion',
    of,
    it.conclusions.map(({ seq, content, lead, helpers, dueOn, product, taskId }) => ({
      seq,
      content,
      lead,
      helpers,
      due_on: dueOn,
      product,
      task_id: taskId,
    })),
  )
}

export async function markAssigned(tx: Db, of: Of, seq: number, taskId: string): Promise<void> {
  await sql`update conference_conclusion set task_id = ${taskId}::uuid where unit_id = ${of.unit} and conference_id = ${of.conference}::uuid and seq = ${seq}`.execute(
    tx,
  )
}

export type PublicConference = {
  readonly unitId: string
  readonly id: string
  readonly title: string
  /** ISO day on which it is or was held; for one that was put off the new day. */
  readonly day: string
  /** The day first planned. */
  readonly plannedOn: string
  readonly startsAt: string
  readonly place: string
  readonly chairPost: string
  readonly state: 'planned' | 'postponed' | 'held' | 'cancelled'
}

/** What units have made public, planned or now on one of these days; under no scope. */
export async function listPublic(db: Db, from: string, to: string): Promise<PublicConference[]> {
  const { rows } =
    await sql<PublicConference>`select unit_id as "unitId", id, title, day, planned_on as "plannedOn", starts_at as "startsAt", place, chair as "chairPost", state
    from public_conferences(${from}::date, ${to}::date)`.execute(db)
  return rows
}
