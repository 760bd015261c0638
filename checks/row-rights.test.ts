// Rights on rows as the database itself keeps them, with no help from the application.
import { openPools, poolConfig, type Database } from '@kheo/db/connect.ts'
import { inScope } from '@kheo/db/transaction.ts'
import { consolidation } from '@kheo/features/consolidation/schema.ts'
import { documents } from '@kheo/features/documents/schema.ts'
import { fileDoors } from '@kheo/features/files/schema.ts'
import { registers } from '@kheo/features/registers/list.ts'
import { models } from '@kheo/features/registers/skilful-models/schema.ts'
import { tasks as taskBook } from '@kheo/features/registers/tasks/register.ts'
import { tasks } from '@kheo/features/tasks/schema.ts'
import { reports } from '@kheo/features/reports/schema.ts'
import { stepTable } from '@kheo/kit/register/columns.ts'
import { addressOf } from '@kheo/kit/client.ts'
import { refreshAll } from '@kheo/features/figures/index.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { bookOf } from './harness/registers.ts'
import { addForm, awardOne, issueOne, planConference, publishOne, readOne } from './harness/room-deeds.ts'
import { sampleEntries, sampleStep } from './harness/samples.ts'
import { type Client, openTestWorld, type TestWorld } from './harness/world.ts'

const WARD = 'X13324@2025'
const BESIDE = 'X13330@2025'
const PROVINCE = 'P37@2025'
const OTHER_PROVINCE = 'P79@2025'
const PERIOD = '2026-H1'
/** Reference data that everybody reads; its path says where the others hang. */
const OPEN = ['unit']
/** Tables that the deeds below leave empty. */
const EMPTY: readonly string[] = registers.filter((it) => Object.keys(it.steps).length === 0).map((it) => stepTable(it))

async function scoreWhole(officer: Client, unit: string, id: string): Promise<void> {
  const { sheet } = await officer(models.scores, { query: { unit, id }, body: {} })
  await officer(models.score, {
    query: {},
    body: {
      commandId: newId(),
      unit,
      id,
      scorer: 'self',
      scoredOn: '2026-07-03',
      sheetFrom: sheet?.from ?? '',
      points: Object.fromEntries((sheet?.criteria ?? []).map((each) => [each.code, each.points])),
      baseRev: 0,
    },
  })
}

async function fill(test: TestWorld, ward: string, name: string): Promise<void> {
  await test.post(name, ward, 'compiler')
  const officer = await test.as(name)
  const unit = ward
  let logged = { id: '', rev: 1 }
  let conference = ''
  for (const register of test.world.books) {
    const book = bookOf(officer, register, unit)
    const [values = {}] = sampleEntries(register, unit, 1)
    const made = await book.record('2026-07-02', values)
    if (register.code === 'so_don_thu') logged = made
    if (register.code === 'so_hoi_nghi') conference = made.id
    if (register.code === 'so_mo_hinh') await scoreWhole(officer, unit, made.id)
    const held = await book.entry(made.id)
    const [kind] = held.nextSteps
    if (kind !== undefined) await book.step(made.id, kind, '2026-07-06', sampleStep(register, kind, unit, 1, held))
  }
  const attached = await (await test.fetchAs(name))(
    addressOf(fileDoors.attach, {
      unit,
      register: 'so_don_thu',
      entry: logged.id,
      name: 'bien-ban.pdf',
      commandId: newId(),
    }),
    { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7\n%%EOF\n' },
  )
  expect(attached.status).toBe(200)
  const paper = { unit, family: 'party', kind: 'ke-hoach', summary: 'kiểm tra công tác dân vận' } as const
  const { id } = await officer(documents.draft, { query: {}, body: { commandId: newId(), ...paper } })
  await officer(documents.issue, {
    query: {},
    body: { commandId: newId(), unit, id, baseRev: 1, on: '2026-07-20', number: null },
  })
  await officer(reports.saveCells, {
    query: {},
    body: {
      commandId: newId(),
      unit,
      period: PERIOD,
      baseRev: 0,
      cells: { TD01: 5 },
      parts: { TK01: { 'dan-van': 1 } },
      notes: { TD01: 'Đếm theo sổ tiếp công dân' },
    },
  })
  await officer(reports.saveNarrative, {
    query: {},
    body: { commandId: newId(), unit, type: 'dan-van', period: PERIOD, section: 0, text: 'Đã tiếp {TD01} lượt.' },
  })
  await officer(reports.submit, {
    query: {},
    body: { commandId: newId(), unit, type: 'dan-van', period: PERIOD, cells: {} },
  })
  const at = { test, unit, officer }
  await publishOne(at, `${name}-bien-tap`)
  await issueOne(at, name)
  await planConference(at, conference)
  await awardOne(at)
  await addForm(at, `${name}-quan-tri`)
  await readOne(at, name)
}

describe('rights on rows', () => {
  let test: TestWorld
  let db: Database
  let tables: readonly string[]
  const pathOf = (unit: string): string => test.world.org().pathOf(unit) ?? ''
  /** Paths of the rows of a table that a role sees under a scope. */
  const seen = async (table: string, scope: string): Promise<string[]> =>
    inScope(db.app, scope, async (tx) =>
      (await sql<{ path: string }>`select distinct path from ${sql.table(table)}`.execute(tx)).rows.map(
        (row) => row.path,
      ),
    )
  const refused = (text: string): Promise<unknown> =>
    expect(sql.raw(text).execute(db.app), text).rejects.toMatchObject({ code: '42501' })

  beforeAll(async () => {
    test = await openTestWorld('2026-07-20')
    db = test.world.database
    const { rows } = await sql<{
      name: string
    }>`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'path' and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`.execute(db.owner)
    tables = rows.map((row) => row.name).filter((name) => !OPEN.includes(name))
    await fill(test, WARD, 'can-bo')
    await fill(test, BESIDE, 'can-bo-ben')
    for (const [name, province] of [
      ['chuyen-vien', PROVINCE],
      ['chuyen-vien-khac', OTHER_PROVINCE],
    ] as const) {
      await test.post(name, province, 'consolidator')
      const officer = await test.as(name)
      await officer(consolidation.adjust, {
        query: {},
        body: {
          commandId: newId(),
          unit: province,
          period: PERIOD,
          code: 'TD01',
          delta: 2,
          reason: 'Số của ban tiếp công dân',
        },
      })
    }
    await test.post('chuyen-vien-so', PROVINCE, 'compiler')
    const keeper = await test.as('chuyen-vien-so')
    const task = await bookOf(keeper, taskBook, PROVINCE).record('2026-07-10', {
      content: 'Rà soát mô hình',
      origin: 'other',
      lead: 'Văn phòng',
    })
    await keeper(tasks.give, {
      query: {},
      body: {
        commandId: newId(),
        unit: PROVINCE,
        id: task.id,
        shares: [WARD, BESIDE].map((unit) => ({ unit, content: 'Rà soát mô hình', dueOn: '2026-08-01' })),
      },
    })
    const province = await test.as('chuyen-vien')
    for (const unit of [WARD, BESIDE])
      await province(reports.approve, {
        query: {},
        body: { commandId: newId(), unit, type: 'dan-van', period: PERIOD },
      })
    while ((await refreshAll(test.world)) > 0);
  })
  afterAll(() => test.close())

  it('are on for every table with a path, by a policy that an empty scope does not open', async () => {
    expect(tables.length).toBeGreaterThan(15)
    const { rows } = await sql<{
      name: string
      on: boolean
      policies: string[]
    }>`select c.relname as name, c.relrowsecurity as on,
      array(select pg_get_expr(p.polqual, p.polrelid) from pg_policy p where p.polrelid = c.oid) as policies from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname = any(${[...tables]})`.execute(
      db.owner,
    )
    for (const { name, on, policies } of rows) {
      expect([name, on, policies.length]).toEqual([name, true, 1])
      expect(policies[0]?.toLowerCase(), name).toMatch(
        /path >= nullif\(current_setting\('app\.path'::text, true\), ''::text\)/,
      )
      expect(policies[0]?.toLowerCase(), name).toContain(
        `path < (nullif(current_setting('app.path'::text, true), ''::text) || '~'::text)`,
      )
    }
  })

  it('are tried here on rows of every such table', async () => {
    const found: string[] = []
    for (const name of tables)
      if ((await sql.raw<{ n: number }>(`select count(*) as n from "${name}"`).execute(db.owner)).rows[0]?.n === 0)
        found.push(name)
    expect(found).toEqual(EMPTY)
  })

  it('show nothing without a scope, and nothing with an empty one', async () => {
    for (const name of tables) {
      expect([name, (await sql`select from ${sql.table(name)}`.execute(db.app)).rows.length]).toEqual([name, 0])
      const emptied = await sql.raw<object>(`select set_config('app.path', '', false) from ${name}`).execute(db.app)
      expect([name, emptied.rows.length]).toEqual([name, 0])
    }
  })

  it('show a commune its own rows, and nothing beside or above', async () => {
    for (const name of tables)
      expect([name, (await seen(name, pathOf(WARD))).filter((path) => !path.startsWith(pathOf(WARD)))]).toEqual([
        name,
        [],
      ])
    expect(await seen('figure', pathOf(WARD))).toEqual([pathOf(WARD)])
  })

  it('show a province all below it, and nothing of its neighbour', async () => {
    for (const name of tables)
      expect([name, (await seen(name, pathOf(PROVINCE))).filter((path) => !path.startsWith(pathOf(PROVINCE)))]).toEqual(
        [name, []],
      )
    expect(new Set(await seen('figure', pathOf(PROVINCE)))).toEqual(
      new Set([pathOf(PROVINCE), pathOf(WARD), pathOf(BESIDE)]),
    )
    expect(await seen('adjustment', pathOf(PROVINCE))).toEqual([pathOf(PROVINCE)])
    expect(await seen('figure', pathOf(OTHER_PROVINCE))).toEqual([])
  })

  it('let nobody write a row beside their scope', async () => {
    const put = (path: string) =>
      inScope(db.app, pathOf(WARD), (tx) =>
        sql`insert into cell_note (unit_id, period_id, indicator, path, note, at, by) values (${BESIDE}, ${PERIOD}, 'TD02', ${path}, 'thử', now(), 'thử')`.execute(
          tx,
        ),
      )
    await expect(put(pathOf(BESIDE))).rejects.toMatchObject({ code: '42501' })
    const changed = await inScope(db.app, pathOf(WARD), (tx) =>
      sql`update figure set rev = rev + 1 where unit_id = ${BESIDE}`.execute(tx),
    )
    expect(changed.numAffectedRows).toBe(0n)
  })

  it('keep accounts closed to the application', async () => {
    await refused('select * from auth."user"')
    await refused('select * from auth.session')
    await refused('set role kheo_owner')
    await refused('set role kheo_auth')
  })

  it('keep what was signed as it was signed', async () => {
    for (const table of [
      'report_step',
      'report_snapshot',
      'audit',
      'figure_rev',
      ...test.world.books.flatMap((it) => [`${it.table}_rev`, `${it.table}_step`]),
      'skilful_model_score',
      'document_step',
      'document_number',
      'task_share_step',
      'article_step',
      'command',
    ]) {
      await refused(`update ${table} set path = path`)
      await refused(`delete from ${table}`)
      await refused(`truncate ${table}`)
    }
    for (const table of [
      'figure',
      'approved_figure',
      'report',
      'petition',
      'skilful_model',
      'adjustment',
      'position',
      'attachment',
      'document',
      'document_file',
      'task_share',
      'merge_template',
    ])
      await refused(`delete from ${table}`)
    await refused('update adjustment set delta = 0')
    await refused('update attachment set hash = hash')
    await refused('update attachment set name = name')
    await refused('update attachment set path = path')
    await refused('update position set role = role')
    await refused('update merge_template set hash = hash')
    await refused('update task_share set content = content')
    await refused('update document_file set hash = hash')
  })

  it('cannot be turned off by the application, which owns nothing and bypasses nothing', async () => {
    const owned =
      await sql`select relname from pg_class where relowner = 'kheo_app'::regrole union all select nspname from pg_namespace where nspowner = 'kheo_app'::regrole union all select proname from pg_proc where proowner = 'kheo_app'::regrole`.execute(
        db.owner,
      )
    expect(owned.rows).toEqual([])
    const { rows } =
      await sql<object>`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('kheo_app', 'kheo_auth')`.execute(
        db.owner,
      )
    const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    expect(rows).toEqual([none, none])
    await refused('alter table figure disable row level security')
    await refused('create table mine (id integer)')
  })

  it('leave nothing behind on a pooled connection when a scoped transaction ends, well or badly', async () => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db.app)
    const pools = openPools(() => poolConfig({ ...inject('addresses').app, database: rows[0]?.name ?? '' }), 1)
    const count = async (): Promise<number> => (await sql`select from figure`.execute(pools.app)).rows.length
    try {
      expect(
        await inScope(
          pools.app,
          pathOf(PROVINCE),
          async (tx) => (await sql`select from figure`.execute(tx)).rows.length,
        ),
      ).toBeGreaterThan(0)
      expect(await count()).toBe(0)
      await expect(inScope(pools.app, pathOf(PROVINCE), (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow(
        'division',
      )
      expect(await count()).toBe(0)
    } finally {
      await pools.close()
    }
  })
})
