// Every SQL of the room of news.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'
import type { StepTaken } from './rules.ts'
import type { ArticleText } from './schema.ts'

export type StoredArticle = {
  readonly unitId: string
  readonly id: string
  readonly conference: string | null
  readonly slug: string | null
  readonly rev: number
  readonly savedAt: Date
  readonly savedTitle: string
  readonly text: ArticleText
}

export type StoredStep = StepTaken & { readonly at: Date; readonly title: string; readonly reason: string | null }

const COLUMNS = sql`unit_id as "unitId", id, conference_id as conference, slug, rev, saved_at as "savedAt", saved_title as "savedTitle",
  json_build_object('day', to_char(day, 'YYYY-MM-DD'), 'title', title, 'lead', lead, 'paragraphs', paragraphs, 'captions', captions) as text`

export async function findArticle(tx: Db, unit: string, id: string): Promise<StoredArticle | undefined> {
  const { rows } =
    await sql<StoredArticle>`select ${COLUMNS} from article where unit_id = ${unit} and id = ${id}`.execute(tx)
  return rows[0]
}

/** As `findArticle`; nobody else changes it until the transaction ends. */
export async function lockArticle(tx: Db, unit: string, id: string): Promise<StoredArticle | undefined> {
  const { rows } =
    await sql<StoredArticle>`select ${COLUMNS} from article where unit_id = ${unit} and id = ${id} for update`.execute(
      tx,
    )
  return rows[0]
}

export async function listArticles(
  tx: Db,
  unit: string,
  page: { readonly size: number; readonly offset: number },
): Promise<{ rows: (StoredArticle & { readonly steps: readonly StepTaken[] })[]; count: number }> {
  const { rows } = await sql<StoredArticle & { steps: StepTaken[] }>`select ${COLUMNS},
      coalesce((select json_agg(json_build_object('kind', s.kind, 'rev', s.rev) order by s.seq) from article_step s where s.unit_id = article.unit_id and s.article_id = article.id), '[]') as steps
    from article where unit_id = ${unit} order by day desc, id desc limit ${page.size} offset ${page.offset}`.execute(
    tx,
  )
  const counted = await sql<{ n: number }>`select count(*)::int as n from article where unit_id = ${unit}`.execute(tx)
  return { rows, count: counted.rows[0]?.n ?? 0 }
}

/** The newest article that tells of a conference. */
export async function findOfConference(tx: Db, unit: string, conference: string): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string
  }>`select id from article where unit_id = ${unit} and conference_id = ${conference} order by id desc limit 1`.execute(
    tx,
  )
  return rows[0]?.id
}

export async function listSteps(tx: Db, unit: string, id: string): Promise<StoredStep[]> {
  const { rows } =
    await sql<StoredStep>`select kind, rev, at, done_title as title, reason from article_step where unit_id = ${unit} and article_id = ${id} order by seq`.execute(
      tx,
    )
  return rows
}

type Writing = {
  readonly unit: string
  readonly id: string
  readonly path: string
  readonly conference: string | null
  readonly text: ArticleText
  readonly rev: number
  readonly at: Date
  readonly by: string
  readonly title: string
}

/** Inserts revision 1, or overwrites the wording of the article that is there; its conference and address stay. */
export async function writeArticle(tx: Db, it: Writing): Promise<void> {
  const { day, title, lead } = it.text
  await sql`insert into article (unit_id, id, path, conference_id, day, title, lead, paragraphs, captions, rev, saved_at, saved_by, saved_title)
    values (${it.unit}, ${it.id}, ${it.path}, ${it.conference}, ${day}, ${title}, ${lead}, ${JSON.stringify(it.text.paragraphs)}, ${JSON.stringify(it.text.captions)}, ${it.rev}, ${it.at}, ${it.by}, ${it.title})
    on conflict (unit_id, id) do update set day = excluded.day, title = excluded.title, lead = excluded.lead, paragraphs = excluded.paragraphs,
      captions = excluded.captions, rev = excluded.rev, saved_at = excluded.saved_at, saved_by = excluded.saved_by, saved_title = excluded.saved_title`.execute(
    tx,
  )
}

type Taking = {
  readonly unit: string
  readonly id: string
  readonly path: string
  readonly kind: 'published' | 'withdrawn'
  readonly rev: number
  readonly at: Date
  readonly by: string
  readonly title: string
  readonly reason: string | null
}

export async function addStep(tx: Db, it: Taking): Promise<void> {
  await sql`insert into article_step (unit_id, article_id, seq, path, kind, rev, at, done_by, done_title, reason)
    select ${it.unit}, ${it.id}, coalesce(max(seq), 0) + 1, ${it.path}, ${it.kind}, ${it.rev}, ${it.at}::timestamptz, ${it.by}, ${it.title}, ${it.reason}
    from article_step where unit_id = ${it.unit} and article_id = ${it.id}`.execute(tx)
}

/** Puts the wording that stands on the public pages. */
export async function showArticle(
  tx: Db,
  it: StoredArticle,
  shown: { slug: string; unitTitle: string; at: Date },
): Promise<void> {
  const { day, title, lead, paragraphs } = it.text
  await sql`update article set slug = ${shown.slug} where unit_id = ${it.unitId} and id = ${it.id}`.execute(tx)
  await sql`insert into published_article (unit_id, article_id, slug, unit_title, day, title, lead, paragraphs, published_at)
    values (${it.unitId}, ${it.id}, ${shown.slug}, ${shown.unitTitle}, ${day}, ${title}, ${lead}, ${JSON.stringify(paragraphs)}, ${shown.at})
    on conflict (unit_id, article_id) do update set slug = excluded.slug, unit_title = excluded.unit_title, day = excluded.day, title = excluded.title,
      lead = excluded.lead, paragraphs = excluded.paragraphs, published_at = excluded.published_at`.execute(tx)
}

export async function hideArticle(tx: Db, unit: string, id: string): Promise<void> {
  await sql`delete from published_article where unit_id = ${unit} and article_id = ${id}`.execute(tx)
}

export type PublishedArticle = {
  readonly slug: string
  readonly unitTitle: string
  readonly day: string
  readonly title: string
  readonly lead: string
  readonly paragraphs: readonly string[]
  readonly publishedAt: Date
}

const SHOWN = sql`slug, unit_title as "unitTitle", to_char(day, 'YYYY-MM-DD') as day, title, lead, paragraphs, published_at as "publishedAt"`

/** The newest articles that the public may read. */
export async function listPublishedArticles(db: Db, limit: number, offset = 0): Promise<PublishedArticle[]> {
  const { rows } =
    await sql<PublishedArticle>`select ${SHOWN} from published_article order by day desc, published_at desc limit ${limit} offset ${offset}`.execute(
      db,
    )
  return rows
}

export async function findPublishedArticle(db: Db, slug: string): Promise<PublishedArticle | undefined> {
  const { rows } = await sql<PublishedArticle>`select ${SHOWN} from published_article where slug = ${slug}`.execute(db)
  return rows[0]
}
