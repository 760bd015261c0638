// Plain .sql migrations of all rooms, merged and run in order of their time stamps. Up only.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { DatabaseRefusal } from './problems.ts'
import { inTx } from './transaction.ts'

export type Migration = { readonly name: string; readonly text: string }

const NAME = /^\d{14}_[a-z0-9-]+\.sql$/

/** All migrations of the folders, oldest first. A file that is not named `YYYYMMDDHHMMSS_verb-noun.sql` stops the start. */
export function readMigrations(folders: readonly string[]): Migration[] {
  const found = folders.flatMap((folder) =>
    readdirSync(folder).map((name) => {
      if (!NAME.test(name)) throw new Error(`not a migration name: ${join(folder, name)}`)
      return { name, text: readFileSync(join(folder, name), 'utf8') }
    }),
  )
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A statement ends where a line ends with a semicolon, outside `$$ … $$`. One statement a call, as Citus demands. */
export function splitStatements(text: string): string[] {
  const statements: string[] = []
  let current = ''
  let isQuoted = false
  for (const line of text.split('\n')) {
    if (!isQuoted && current.trim() === '' && line.trimStart().startsWith('--')) continue
    if ((line.split('$$').length - 1) % 2 === 1) isQuoted = !isQuoted
    current += `${line}\n`
    if (!isQuoted && line.trimEnd().endsWith(';')) {
      statements.push(current.trim().replace(/;$/, ''))
      current = ''
    }
  }
  if (current.trim() !== '') statements.push(current.trim())
  return statements
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Brings the database up to date, all or nothing, and returns the names of what was run.
 * @throws DatabaseRefusal when a migration that has run was changed or removed since
 */
export async function migrate(owner: Db, migrations: readonly Migration[]): Promise<string[]> {
  return inTx(owner, async (tx) => {
    await sql`select pg_advisory_xact_lock(742001)`.execute(tx)
    await sql`create table if not exists migration (name text primary key, hash text not null, run_at timestamptz not null default now())`.execute(
      tx,
    )
    const { rows } = await sql<{ name: string; hash: string }>`select name, hash from migration order by name`.execute(
      tx,
    )
    const byName = new Map(migrations.map((migration) => [migration.name, migration]))
    for (const { name, hash } of rows) {
      const now = byName.get(name)
      if (now === undefined) throw new DatabaseRefusal({ code: 'db.migration_missing', name })
      if (hashOf(now.text) !== hash) throw new DatabaseRefusal({ code: 'db.migration_changed', name })
    }
    const done = new Set(rows.map((row) => row.name))
    const pending = migrations.filter((migration) => !done.has(migration.name))
    for (const { name, text } of pending) {
      for (const statement of splitStatements(text)) await sql.raw(statement).execute(tx)
      await sql`insert into migration (name, hash) values (${name}, ${hashOf(text)})`.execute(tx)
    }
    return pending.map((migration) => migration.name)
  })
}
