// A command, from allowed to committed: one transaction, audited, and answered the same when it is sent twice.
import type { Db } from '@kheo/db/connect.ts'
import { inScope, type Lock } from '@kheo/db/transaction.ts'
import { violatedConstraint } from '@kheo/db/constraints.ts'
import { sql } from 'kysely'
import type { HeldPosition } from './actor.ts'
import { Refusal, type ProblemData } from './problem.ts'

/** Where a command acts: the unit whose chain of audit it joins. */
export type Place = { readonly unitId: string; readonly path: string }

/** Constraint name → problem code, declared by the rooms. */
export type ConstraintBook = ReadonlyMap<string, string>

export type Command<O> = {
  readonly id: string
  readonly action: string
  readonly place: Place
  readonly position: HeldPosition
  readonly accountId: string
  readonly now: Date
  /** Held from the first statement to the end. */
  readonly lock?: Lock
  /** Sees only the rows at or below the position; throws a Refusal to change nothing. */
  readonly run: (tx: Db) => Promise<O>
  /** What the audit keeps: ids and facts, no personal data. */
  readonly audit: (answer: O) => unknown
}

async function findAnswer<O>(tx: Db, place: Place, id: string): Promise<O | undefined> {
  const { rows } = await sql<{
    answer: O
  }>`select answer from command where unit_id = ${place.unitId} and id = ${id}`.execute(tx)
  return rows[0]?.answer
}

/** One statement: the command's answer, the head of the unit's chain, and the audit row hashed onto it. */
async function seal<O>(tx: Db, command: Command<O>, answer: O): Promise<void> {
  const { place, now } = command
  const doc = JSON.stringify({
    at: now.toISOString(),
    by: command.accountId,
    as: command.position.title,
    action: command.action,
    command: command.id,
    what: command.audit(answer),
  })
  const bytes = Buffer.from(doc, 'utf8')
  await sql`
    with kept as (
      insert into command (unit_id, id, path, action, answer, at)
      values (${place.unitId}, ${command.id}, ${place.path}, ${command.action}, ${JSON.stringify(answer)}, ${now})
    ), head as (
      insert into audit_head as h (unit_id, path, seq, hash)
      values (${place.unitId}, ${place.path}, 1, sha256(${bytes}::bytea))
      on conflict (unit_id) do update set seq = h.seq + 1, hash = sha256(h.hash || ${bytes}::bytea)
      returning seq, hash
    )
    insert into audit (unit_id, seq, path, at, actor, action, doc, hash)
    select ${place.unitId}, seq, ${place.path}, ${now}, ${command.accountId}, ${command.action}, ${doc}, hash from head`.execute(
    tx,
  )
}

/**
 * Runs a command. A repeated id gets the first answer and changes nothing; a violated constraint that a room has named
 * becomes its problem. Ids are hardly ever repeated, so a repetition is looked for only when the command comes to nothing:
 * it cannot pass twice, since the first answer's key stands.
 * @throws Refusal
 */
export async function perform<O>(app: Db, constraints: ConstraintBook, command: Command<O>): Promise<O> {
  const { position, place, id } = command
  const once = async (tx: Db): Promise<O> => {
    const answer = await command.run(tx)
    await seal(tx, command, answer)
    return answer
  }
  try {
    return await inScope(app, position.path, once, { lock: command.lock, plan: 'once' })
  } catch (error) {
    // Where even this cannot be asked, the first error says more.
    const before = await inScope(app, position.path, (tx) => findAnswer<O>(tx, place, id)).catch(() => undefined)
    if (before !== undefined) return before
    const constraint = violatedConstraint(error)
    const code = constraint === undefined ? undefined : constraints.get(constraint)
    if (code !== undefined) throw new Refusal({ code } satisfies ProblemData)
    throw error
  }
}
