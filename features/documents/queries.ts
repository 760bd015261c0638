// Every SQL of papers: their rows, steps and files. Numbers are in numbers.ts.
import type { Db } from '@kheo/db/connect.ts'
import type { PaperDocument } from '@kheo/writer/block-model.ts'
import { sql } from 'kysely'
import type { Family, PaperSource, WrittenPaper } from './paper.ts'
import type { StepKind } from './rules.ts'

export type StepBody = {
  readonly number?: string
  readonly date?: string
  readonly reason?: string
  readonly post?: string
  readonly dueOn?: string
  readonly result?: string
}
export type StoredStep = {
  readonly kind: StepKind
  readonly at: Date
  readonly actorTitle: string
  readonly body: StepBody
}

export type StoredDocument = {
  readonly unitId: string
  readonly id: string
  readonly direction: 'out' | 'in'
  readonly family: Family
  readonly body: string
  readonly kind: string
  readonly summary: string
  readonly paper: WrittenPaper | null
  readonly sourceRoom: string | null
  readonly sourceId: string | null
  readonly sourceRole: string | null
  readonly sender: string | null
  readonly senderNumber: string | null
  readonly senderOn: string | null
  readonly rev: number
  readonly recordedAt: Date
  readonly recordedTitle: string
  readonly number: number | null
  readonly series: string | null
  readonly year: number | null
  readonly datedOn: string | null
  readonly steps: readonly StoredStep[]
}

const columns = sql`d.unit_id as "unitId", d.id, d.direction, d.family, d.body, d.kind, d.summary, d.source_room as "sourceRoom", d.source_id as "sourceId", d.source_role as "sourceRole",
  d.sender, d.sender_number as "senderNumber", d.sender_on as "senderOn", d.rev, d.recorded_at as "recordedAt", d.recorded_title as "recordedTitle",
  n.number, n.series, n.year, n.dated_on as "datedOn", s.steps`
const joined = sql`document d
  left join document_number n on n.unit_id = d.unit_id and n.document_id = d.id
  cross join lateral (select jsonb_agg(jsonb_build_object('kind', s.kind, 'at', s.at, 'actorTitle', s.actor_title, 'body', s.body) order by s.seq) as steps
    from document_step s where s.unit_id = d.unit_id and s.document_id = d.id) s`

type Row = Omit<StoredDocument, 'steps' | 'paper'> & {
  readonly paper?: WrittenPaper | null
  readonly steps: readonly (Omit<StoredStep, 'at'> & { readonly at: string })[] | null
}
const read = ({ steps, paper = null, ...row }: Row): StoredDocument => ({
  ...row,
  paper,
  steps: (steps ?? []).map((step) => ({ ...step, at: new Date(step.at) })),
})

/** Keeps changes of one paper apart until the transaction ends. */
const DOCUMENT_SPACE = 21
const SOURCE_SPACE = 22

export async function lockDocument(tx: Db, unit: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${unit}|${id}`}, ${DOCUMENT_SPACE}))`.execute(tx)
}

export async function lockSource(tx: Db, unit: string, source: PaperSource): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${unit}|${source.room}|${source.id}|${source.role}`}, ${SOURCE_SPACE}))`.execute(
    tx,
  )
}

export async function findDocument(tx: Db, unit: string, id: string): Promise<StoredDocument | undefined> {
  const { rows } =
    await sql<Row>`select ${columns}, d.paper from ${joined} where d.unit_id = ${unit} and d.id = ${id}::uuid`.execute(
      tx,
    )
  return rows[0] === undefined ? undefined : read(rows[0])
}

/** Papers written from a thing of a room, oldest first, cancelled ones too. */
export async function listBySource(tx: Db, unit: string, room: string, sourceId: string): Promise<StoredDocument[]> {
  const { rows } =
    await sql<Row>`select ${columns} from ${joined} where d.unit_id = ${unit} and d.source_room = ${room} and d.source_id = ${sourceId} order by d.recorded_at, d.id`.execute(
      tx,
    )
  return rows.map(read)
}

export type NewDocument = {
  readonly unitId: string
  readonly id: string
  readonly path: string
  readonly direction: 'out' | 'in'
  readonly family: Family
  readonly body: string
  readonly kind: string
  readonly summary: string
  readonly searchFolded: string
  readonly paper: WrittenPaper | null
  readonly source: PaperSource | null
  readonly sender: string | null
  readonly senderNumber: string | null
  readonly senderOn: string | null
  readonly at: Date
  readonly by: string
  readonly title: string
}

const json = (value: unknown): string => JSON.stringify(value)

export async function insertDocument(tx: Db, it: NewDocument): Promise<void> {
  await sql`insert into document (unit_id, id, path, direction, family, body, kind, summary, search_folded, paper, source_room, source_id, source_role, sender, sender_number, sender_on, rev, recorded_at, recorded_by, recorded_title)
    values (${it.unitId}, ${it.id}, ${it.path}, ${it.direction}, ${it.family}, ${it.body}, ${it.kind}, ${it.summary}, ${it.searchFolded}, ${it.paper === null ? null : json(it.paper)}::jsonb,
      ${it.source?.room ?? null}, ${it.source?.id ?? null}, ${it.source?.role ?? null}, ${it.sender}, ${it.senderNumber}, ${it.senderOn}, 1, ${it.at}, ${it.by}, ${it.title})`.execute(
    tx,
  )
}

/** Puts new words in the place of a draft's; the revision goes up by one. */
export async function replaceDraft(
  tx: Db,
  it: Pick<NewDocument, 'unitId' | 'id' | 'family' | 'body' | 'kind' | 'summary' | 'searchFolded'> & {
    readonly paper: WrittenPaper
  },
): Promise<number> {
  const { rows } = await sql<{
    rev: number
  }>`update document set family = ${it.family}, body = ${it.body}, kind = ${it.kind}, summary = ${it.summary}, search_folded = ${it.searchFolded}, paper = ${json(it.paper)}::jsonb, rev = rev + 1
    where unit_id = ${it.unitId} and id = ${it.id}::uuid returning rev`.execute(tx)
  return rows[0]?.rev ?? 0
}

/** The body whose number it has is that of the day of issue. */
export async function setBody(tx: Db, unit: string, id: string, body: string): Promise<void> {
  await sql`update document set body = ${body} where unit_id = ${unit} and id = ${id}::uuid`.execute(tx)
}

export type NewStep = {
  readonly unitId: string
  readonly id: string
  readonly path: string
  readonly kind: StepKind
  readonly at: Date
  readonly by: string
  readonly title: string
  readonly body: StepBody
}

export async function insertStep(tx: Db, it: NewStep): Promise<void> {
  await sql`insert into document_step (unit_id, document_id, seq, path, kind, at, actor, actor_title, body)
    select ${it.unitId}, ${it.id}::uuid, coalesce(max(seq), 0) + 1, ${it.path}, ${it.kind}, ${it.at}, ${it.by}, ${it.title}, ${json(it.body)}::jsonb
    from document_step where unit_id = ${it.unitId} and document_id = ${it.id}::uuid`.execute(tx)
}

export async function insertPrint(
  tx: Db,
  it: { readonly unitId: string; readonly id: string; readonly path: string; readonly document: PaperDocument },
): Promise<void> {
  await sql`insert into document_print (unit_id, document_id, path, profile, body) values (${it.unitId}, ${it.id}, ${it.path}, ${it.document.profile}, ${json(it.document)}::jsonb)`.execute(
    tx,
  )
}

export async function findPrint(tx: Db, unit: string, id: string): Promise<PaperDocument | undefined> {
  const { rows } = await sql<{
    body: PaperDocument
  }>`select body from document_print where unit_id = ${unit} and document_id = ${id}::uuid`.execute(tx)
  return rows[0]?.body
}

export type FileRole = 'docx' | 'pdf' | 'signed' | 'scan'
export type StoredFile = {
  readonly role: FileRole
  readonly hash: string
  readonly name: string
  readonly type: 'jpeg' | 'png' | 'webp' | 'pdf' | 'docx'
  readonly size: number
  readonly addedAt: Date
  readonly addedTitle: string
}

/** Files of a paper; of several of one role the last is the one that counts. */
export async function listFiles(tx: Db, unit: string, id: string): Promise<StoredFile[]> {
  const { rows } =
    await sql<StoredFile>`select role, hash, name, type, size, added_at as "addedAt", added_title as "addedTitle" from document_file where unit_id = ${unit} and document_id = ${id}::uuid order by added_at, role`.execute(
      tx,
    )
  return rows
}

/** Keeps a file; what was drawn before stands. */
export async function insertFile(tx: Db, unit: string, id: string, path: string, file: StoredFile): Promise<void> {
  await sql`insert into document_file (unit_id, document_id, role, hash, path, name, type, size, added_at, added_title)
    values (${unit}, ${id}, ${file.role}, ${file.hash}, ${path}, ${file.name}, ${file.type}, ${file.size}, ${file.addedAt}, ${file.addedTitle}) on conflict do nothing`.execute(
    tx,
  )
}

export type CheckFacts = {
  readonly issuer: string
  readonly kind: string
  readonly number: string
  readonly datedOn: string
  readonly summary: string
}

export async function insertCheck(
  tx: Db,
  it: CheckFacts & { readonly code: string; readonly unitId: string; readonly id: string; readonly path: string },
): Promise<void> {
  await sql`insert into document_check (code, unit_id, document_id, path, issuer, kind, number, dated_on, summary)
    values (${it.code}, ${it.unitId}, ${it.id}, ${it.path}, ${it.issuer}, ${it.kind}, ${it.number}, ${it.datedOn}, ${it.summary})`.execute(
    tx,
  )
}

export async function markCheckCancelled(tx: Db, unit: string, id: string, on: string): Promise<void> {
  await sql`update document_check set cancelled_on = ${on} where unit_id = ${unit} and document_id = ${id}::uuid`.execute(
    tx,
  )
}

export async function findCode(tx: Db, unit: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{
    code: string
  }>`select code from document_check where unit_id = ${unit} and document_id = ${id}::uuid`.execute(tx)
  return rows[0]?.code
}
