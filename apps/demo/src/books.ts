// A unit's books as plain rows, and the command that writes those of some days into the register: many entries at once.
import type { World } from '@kheo/features/context.ts'
import { act, allowAct } from '@kheo/features/people/allow.ts'
import { judgeEntry } from '@kheo/features/registers/judge.ts'
import { type GivenEntry, recordEntries } from '@kheo/features/registers/record.ts'
import { takeStep } from '@kheo/features/registers/steps.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import { type AnyRegister, type Register, WRITERS } from '@kheo/kit/register/declare.ts'
import type { Fields, GivenOf } from '@kheo/kit/register/fields.ts'
import { v5 as idFrom, v7 as newId } from 'uuid'
import { officer, type Stage } from './stage.ts'

const NAMES = '5b0c6f0e-2f0a-4c1d-9a53-0f6f2c7d1a11'

/** The id of the row with this key, so that rows of other books can point at it. */
export const idOf = (key: string): string => idFrom(key, NAMES)

export type StepRow = readonly [kind: string, on: string, values?: Readonly<Record<string, unknown>>]
type RowOf<V> = {
  readonly on: string
  readonly key?: string
  /** The day it was written down, where that is before its own day. */
  readonly noted?: string
  readonly values: V
  readonly steps?: readonly StepRow[]
}
export type Row<F extends Fields> = RowOf<GivenOf<F>>
/** What a row of a register is made of, for tables that are shorter than their rows. */
export type RowIn<R> = R extends Register<infer F> ? Row<F> : never
type AnyRow = RowOf<Readonly<Record<string, unknown>>>
export type Book = { readonly register: AnyRegister; readonly rows: readonly AnyRow[] }

/** The compiler checks the rows against the register's declaration. */
export const book = <F extends Fields>(register: Register<F>, rows: readonly Row<F>[]): Book => ({
  register,
  rows: rows as unknown as readonly AnyRow[],
})

const writtenOn = (row: AnyRow): string => row.noted ?? row.on
const given = ([kind, happenedOn, values = {}]: StepRow) => ({ kind, happenedOn, values, note: '' })

function judged(world: World, unit: string, register: AnyRegister, row: AnyRow): GivenEntry {
  const found = judgeEntry(world, register, unit, { happenedOn: row.on, values: row.values })
  if (found.ok) return found.entry
  throw new Error(`the demonstration's row of ${register.name} on ${row.on}: ${JSON.stringify(found.issues)}`)
}

async function record(stage: Stage, actor: Actor, unit: string, register: AnyRegister, entries: readonly GivenEntry[]) {
  const { world } = stage
  const position = allowAct(world, actor, unit, WRITERS.roles)
  await act(world, actor, {
    id: newId(),
    action: `registers.${register.name}.import`,
    unit,
    position,
    run: async (tx) => {
      const { accountId } = actor
      const ids = await recordEntries(tx, world, register, { unit, position, accountId, entries })
      return { recorded: ids.length }
    },
    audit: (answer) => ({ rows: entries.length, recorded: answer.recorded }),
  })
}

/** Writes what a unit's book says of the days after `from` up to `to`: new rows in one command, later steps of older rows one by one. */
export async function keepBook(stage: Stage, unit: string, it: Book, from: string, to: string): Promise<void> {
  const { register, rows } = it
  const actor = await officer(stage, unit, 'compiler')
  const named = rows.map((row, at) => ({ row, id: idOf(row.key ?? `${unit}/${register.code}/${row.on}/${at}`) }))
  const isDue = (day: string): boolean => day > from && day <= to
  const entries = named
    .filter(({ row }) => isDue(writtenOn(row)))
    .toSorted((a, b) => (a.row.on < b.row.on ? -1 : a.row.on > b.row.on ? 1 : 0))
    .map(({ row, id }) => ({
      ...judged(stage.world, unit, register, row),
      id,
      steps: (row.steps ?? []).filter(([, on]) => on <= to).map(given),
    }))
  if (entries.length > 0) await record(stage, actor, unit, register, entries)
  for (const { row, id } of named.filter((each) => writtenOn(each.row) <= from))
    for (const step of (row.steps ?? []).filter(([, on]) => isDue(on)))
      await takeStep(stage.world, actor, register, { commandId: newId(), unit, id, ...given(step) })
}

/** Writes a whole book at once. */
export const openBook = (stage: Stage, unit: string, it: Book): Promise<void> =>
  keepBook(stage, unit, it, '', '9999-12-31')
