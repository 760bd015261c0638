// What every command on a round has in common: allowed at the round's own unit, the round locked, its revision raised.
import type { Db } from '@kheo/db/connect.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import { WRITERS } from '@kheo/kit/register/declare.ts'
import type { World } from '../context.ts'
import { act, allowAct } from '../people/allow.ts'
import { getRound, refuse } from './load.ts'
import { saveRound, type StoredRound } from './queries.ts'

type OnRound = { readonly commandId: string; readonly unit: string; readonly round: string }
type Done = { readonly id: string; readonly rev: number }
export type Change = Partial<Omit<StoredRound, 'unitId' | 'id' | 'path' | 'rev' | 'changedAt' | 'changedTitle'>>

type RoundCommand = {
  readonly name: string
  /** The revision that the officer saw; absent where the command stands on its own. */
  readonly baseRev?: number
  /** Does the deed and tells what of the round itself changes with it. */
  readonly run: (tx: Db, round: StoredRound, position: HeldPosition) => Promise<Change>
  readonly audit?: Readonly<Record<string, unknown>>
}

/** Runs a command on a round in one transaction, all of it or nothing. @throws Refusal */
export function onRound(world: World, actor: Actor, input: OnRound, it: RoundCommand): Promise<Done> {
  const position = allowAct(world, actor, input.unit, WRITERS.roles)
  return act(world, actor, {
    id: input.commandId,
    action: `awards.${it.name}`,
    unit: input.unit,
    position,
    run: async (tx) => {
      const round = await getRound(tx, input.unit, input.round, true)
      if (it.baseRev !== undefined && it.baseRev !== round.rev)
        refuse({ code: 'award.round_stale', rev: round.rev, by: round.changedTitle })
      const change = await it.run(tx, round, position)
      const rev = round.rev + 1
      await saveRound(tx, { ...round, ...change, rev, changedAt: world.now(), changedTitle: position.title })
      return { id: round.id, rev }
    },
    audit: (done) => ({ round: done.id, ...it.audit }),
  })
}
