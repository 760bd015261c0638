// The one way of a command on a reading: allowed, locked, loaded, decided, signed, answered.
import type { Db } from '@kheo/db/connect.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import type { Role } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { World } from '../context.ts'
import { act, allowAct } from '../people/allow.ts'
import type { ReadingProblem } from './problems.ts'
import { findReading, insertStep, listSteps, lockReading, type StoredReading } from './queries.ts'
import { type Status, stateAfter, statusOf, type StepBody, type StepKind, type StoredStep } from './rules.ts'
import type { ReadingState } from './schema.ts'

/** Those that may type figures of the unit. */
export const ROLES: readonly Role[] = ['recorder', 'compiler', 'consolidator']

export function refuse(problem: ReadingProblem): never {
  throw new Refusal(problem)
}

export type Loaded = { readonly reading: StoredReading; readonly steps: readonly StoredStep[]; readonly status: Status }

/** @throws Refusal `reading.not_found` */
export async function loadReading(tx: Db, unit: string, id: string): Promise<Loaded> {
  const reading = (await findReading(tx, unit, id)) ?? refuse({ code: 'reading.not_found' })
  const steps = await listSteps(tx, unit, id)
  return { reading, steps, status: statusOf(steps) }
}

type Input = {
  readonly commandId: string
  readonly unit: string
  readonly id: string
  readonly baseRev: number
}
export type StepAnswer = { readonly id: string; readonly rev: number; readonly state: ReadingState }

type Taking<M> = {
  readonly name: string
  readonly kind: StepKind
  /** States in which the step may be taken. */
  readonly from: readonly ReadingState[]
  /** Steps since the base are looked at by `run` itself. */
  readonly isMerged?: boolean
  /** What the step says, and what the answer says besides. */
  readonly run: (
    tx: Db,
    loaded: Loaded,
    position: HeldPosition,
  ) => Promise<{ readonly body: StepBody; readonly more: M }>
  readonly audit?: (more: M) => object
}

/** Takes one step of a reading of the actor's own unit. @throws Refusal */
export function takeStep<M extends object>(
  world: World,
  actor: Actor,
  input: Input,
  taking: Taking<M>,
): Promise<StepAnswer & M> {
  const position = allowAct(world, actor, input.unit, ROLES)
  return act(world, actor, {
    id: input.commandId,
    action: `readings.${taking.name}`,
    unit: input.unit,
    position,
    run: async (tx) => {
      await lockReading(tx, input.unit, input.id)
      const loaded = await loadReading(tx, input.unit, input.id)
      const { reading, status } = loaded
      if (!taking.from.includes(status.state)) refuse({ code: 'reading.state_locked', state: status.state })
      if (taking.isMerged !== true && input.baseRev !== status.rev) refuse({ code: 'reading.stale' })
      const { body, more } = await taking.run(tx, loaded, position)
      const seq = status.rev + 1
      await insertStep(tx, {
        unitId: reading.unitId,
        id: reading.id,
        path: reading.path,
        seq,
        kind: taking.kind,
        at: world.now(),
        actor: actor.accountId,
        actorTitle: position.title,
        body,
      })
      const state = taking.kind === 'placed' || taking.kind === 'decided' ? status.state : stateAfter(taking.kind)
      return { id: input.id, rev: seq, state, ...more }
    },
    audit: ({ id, rev, ...rest }) => ({ id, rev, ...taking.audit?.(rest as unknown as M) }),
  })
}
