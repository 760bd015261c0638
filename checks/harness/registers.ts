// A register's endpoints in the hands of one signed-in person, for tests.
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import { endpointsOf, type EntryView, type ListAnswer, type RegisterEndpoints } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { v7 as newId } from 'uuid'
import type { Client } from './world.ts'

type Values = Readonly<Record<string, unknown>>
type Done = { readonly id: string; readonly rev: number }

export type Book = {
  readonly record: (happenedOn: string, values: Values) => Promise<Done>
  readonly correct: (id: string, baseRev: number, happenedOn: string, values: Values) => Promise<Done>
  readonly step: (id: string, kind: string, happenedOn: string, values?: Values) => Promise<Done>
  readonly retract: (id: string, seq: number, reason?: string) => Promise<Done>
  readonly strike: (id: string, baseRev: number, reason?: string) => Promise<Done>
  readonly list: (query?: Readonly<Record<string, string | number>>) => Promise<ListAnswer>
  readonly entry: (id: string) => Promise<EntryView>
  readonly count: (from: string, to: string) => Promise<Readonly<Record<string, number>>>
}

/** The book of a unit, kept (or only looked at) by whoever the client is. */
export function bookOf(client: Client, register: AnyRegister, unit: string): Book {
  const it = endpointsOf(register)
  const send = <K extends 'record' | 'correct' | 'step' | 'retract' | 'void'>(
    name: K,
    body: Omit<BodyOf<RegisterEndpoints[K]>, 'commandId' | 'unit'>,
  ): Promise<Done> =>
    client(it[name], { query: {}, body: { ...body, commandId: newId(), unit } } as never) as Promise<Done>
  return {
    record: (happenedOn, values) => send('record', { happenedOn, values }),
    correct: (id, baseRev, happenedOn, values) => send('correct', { id, baseRev, happenedOn, values }),
    step: (id, kind, happenedOn, values = {}) => send('step', { id, kind, happenedOn, values, note: '' }),
    retract: (id, seq, reason = 'Ghi nhầm bước') => send('retract', { id, seq, reason }),
    strike: (id, baseRev, reason = 'Ghi trùng') => send('void', { id, baseRev, reason }),
    list: (query = {}) => client(it.list, { query: { unit, ...query }, body: {} } as never),
    entry: (id) => client(it.entry, { query: { unit, id }, body: {} }),
    count: async (from, to) => (await client(it.count, { query: { unit, from, to }, body: {} })).counts,
  }
}
