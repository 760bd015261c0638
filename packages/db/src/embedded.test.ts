// Our own PostgreSQL as an operator meets it: one process a folder, a kill without warning, a clean stop; and migrations.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, parseNumericArray, type Database } from './connect.ts'
import { lockData } from './data-lock.ts'
import { startCluster, type Cluster } from './embedded.ts'
import { migrate, readMigrations, splitStatements } from './migrate.ts'
import { inScope } from './transaction.ts'

const LIVES_ON = fileURLToPath(new URL('../test/cluster-child.ts', import.meta.url))

/** Not closed to other users: root's PostgreSQL runs as one of them. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-db-test-'))
  chmodSync(folder, 0o711)
  return folder
}

type Child = { readonly line: string; readonly kill: (signal: NodeJS.Signals) => Promise<void> }

/** A process of its own that holds a folder; resolves with its first line, or with its error. */
function startChild(folder: string, deed: 'lock' | 'cluster'): Promise<Child> {
  const child = spawn(process.execPath, [LIVES_ON, folder, deed], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`the child ended with ${code}`)))
    child.stdout.once('data', (chunk: Buffer) =>
      done({
        line: chunk.toString('utf8').trim(),
        kill: async (signal) => {
          child.kill(signal)
          await gone
        },
      }),
    )
  })
}

const query = async (cluster: Cluster, text: string): Promise<unknown[]> => {
  const client = new pg.Client(cluster.address('owner'))
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

describe('a data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = openFolder()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is held by one holder in a process, and free again when let go', () => {
    const lock = lockData(folder)
    expect(() => lockData(folder)).toThrow(
      expect.objectContaining({ problem: { code: 'db.data_in_use', folder, pid: process.pid } }),
    )
    lock.release()
    lockData(folder).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is held against other processes, whose number is told, and taken over from one that was killed', async () => {
    const child = await startChild(folder, 'lock')
    try {
      expect(() => lockData(folder)).toThrow(
        expect.objectContaining({ problem: { code: 'db.data_in_use', folder, pid: Number(child.line) } }),
      )
      await expect(startCluster(folder)).rejects.toMatchObject({ problem: { code: 'db.data_in_use' } })
      expect(existsSync(join(folder, 'postgres'))).toBe(false)
    } finally {
      await child.kill('SIGKILL')
    }
    lockData(folder).release()
  })

  it('is taken over from a process whose number another one has now', () => {
    writeFileSync(join(folder, 'kheo.lock'), `${process.pid} 1`)
    lockData(folder).release()
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the cluster', () => {
  let folder: string
  beforeAll(() => {
    folder = openFolder()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('starts after a kill without warning, ends the server that was left behind, and has what was committed', async () => {
    const child = await startChild(folder, 'cluster')
    expect(child.line).toBe('committed')
    await child.kill('SIGKILL')
    const cluster = await startCluster(folder)
    try {
      expect(await query(cluster, 'select n from kept')).toEqual([{ n: 42 }])
    } finally {
      await cluster.stop()
    }
  })

  it('stops cleanly: no lock, no server, no socket; and starts again on the same data', async () => {
    const first = await startCluster(folder)
    const { host } = first.address('owner')
    expect(await query(first, 'show fsync')).toEqual([{ fsync: 'on' }])
    await first.stop()
    expect(existsSync(join(folder, 'kheo.lock'))).toBe(false)
    expect(readdirSync(join(folder, 'postgres', 'data'))).not.toContain('postmaster.pid')
    expect(process.platform !== 'win32' && existsSync(host)).toBe(false)
    await expect(query(first, 'select 1')).rejects.toThrow('connect')
    const again = await startCluster(folder)
    expect(await query(again, 'select n from kept')).toEqual([{ n: 42 }])
    await again.stop()
  })
})

describe('migrations', () => {
  let folder: string
  let database: Database
  beforeAll(async () => {
    folder = openFolder()
    database = await openDatabase({ dataFolder: folder, durable: false })
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const first = {
    name: '20260101000000_create-a.sql',
    text: 'create table a (n integer);\ngrant select on a to kheo_app;\n',
  }
  const second = {
    name: '20260102000000_add-b.sql',
    text: "alter table a add column b text;\ninsert into a values (1, 'x');\n",
  }
  const columns = async () =>
    (
      await sql<{
        name: string
      }>`select attname as name from pg_attribute where attrelid = 'a'::regclass and attnum > 0 order by attnum`.execute(
        database.owner,
      )
    ).rows.map((row) => row.name)

  it('run once, in order, and say what they ran', async () => {
    expect(await migrate(database.owner, [first])).toEqual([first.name])
    expect(await migrate(database.owner, [first, second])).toEqual([second.name])
    expect(await migrate(database.owner, [first, second])).toEqual([])
    expect(await columns()).toEqual(['n', 'b'])
  })

  it('stop at a file that was changed or taken away after it had run', async () => {
    await expect(migrate(database.owner, [first, { ...second, text: `${second.text}-- sửa\n` }])).rejects.toMatchObject(
      { problem: { code: 'db.migration_changed', name: second.name } },
    )
    await expect(migrate(database.owner, [first])).rejects.toMatchObject({
      problem: { code: 'db.migration_missing', name: second.name },
    })
  })

  it('run all or nothing', async () => {
    const good = { name: '20260103000000_add-c.sql', text: 'alter table a add column c text;\n' }
    const bad = { name: '20260104000000_add-d.sql', text: 'alter table nowhere add column d text;\n' }
    await expect(migrate(database.owner, [first, second, good, bad])).rejects.toThrow('nowhere')
    expect(await columns()).toEqual(['n', 'b'])
    expect(await migrate(database.owner, [first, second])).toEqual([])
  })

  it('are read from all rooms by the time in their names; any other name is refused', () => {
    const rooms = ['a', 'b'].map((room) => join(folder, 'rooms', room))
    for (const room of rooms) mkdirSync(room, { recursive: true })
    writeFileSync(join(rooms[0] ?? '', '20260301000000_later.sql'), 'select 3;')
    writeFileSync(join(rooms[0] ?? '', '20260101000000_first.sql'), 'select 1;')
    writeFileSync(join(rooms[1] ?? '', '20260201000000_between.sql'), 'select 2;')
    expect(readMigrations(rooms).map((migration) => migration.text)).toEqual(['select 1;', 'select 2;', 'select 3;'])
    writeFileSync(join(rooms[1] ?? '', 'notes.txt'), '')
    expect(() => readMigrations(rooms)).toThrow('notes.txt')
  })

  it('see a scope as a path only', async () => {
    for (const path of [`00'; drop table a; --`, `0001'`, '', '0001 ', '00', 'ABCD', '0001%'])
      await expect(
        inScope(database.app, path, async () => 1),
        path,
      ).rejects.toThrow('not a path')
    const seen = await inScope(
      database.app,
      '0000000a',
      async (tx) => (await sql<{ path: string }>`select current_setting('app.path') as path`.execute(tx)).rows,
    )
    expect(seen).toEqual([{ path: '0000000a' }])
    const after = await sql<{
      path: string | null
    }>`select nullif(current_setting('app.path', true), '') as path`.execute(database.app)
    expect(after.rows).toEqual([{ path: null }])
  })

  it('read decimals, days and lists of them as they stand', async () => {
    const { rows } =
      await sql<object>`select 2811.7::numeric as n, date '2026-02-28' as d, array[1, null, 2.5]::numeric[] as ns, array[date '2026-01-01'] as ds, 9007199254740991::bigint as big`.execute(
        database.app,
      )
    expect(rows).toEqual([
      { n: 2811.7, d: '2026-02-28', ns: [1, null, 2.5], ds: ['2026-01-01'], big: 9_007_199_254_740_991 },
    ])
    expect(parseNumericArray('{}')).toEqual([])
  })
})

describe('statements of a migration', () => {
  it('end where a line ends with a semicolon', () => {
    expect(splitStatements('-- lời đầu\nselect 1;\nselect\n  2;\n')).toEqual(['select 1', 'select\n  2'])
  })
  it('may hold a semicolon inside a line, and the last one may lack its own', () => {
    expect(splitStatements(`insert into a values (';');\nselect 3`)).toEqual([`insert into a values (';')`, 'select 3'])
  })
  it('are not cut inside $$ … $$', () => {
    const body =
      'create function f() returns integer language plpgsql as $$\nbegin\n  perform 1;\n  return 2;\nend;\n$$;'
    expect(splitStatements(`${body}\nselect 1;`)).toEqual([body.slice(0, -1), 'select 1'])
  })
  it('are none in an empty file', () => {
    expect(splitStatements('\n-- chỉ có lời\n')).toEqual([])
  })
})
