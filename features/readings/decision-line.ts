// Decisions waiting to be kept, sent in the order they were made: what is on its way is sent again as it was, so that it counts once. It knows no screen.
import type { DecisionOf } from './reviewing.ts'

export type Parcel = {
  readonly commandId: string
  readonly baseRev: number
  readonly decisions: readonly DecisionOf[]
}

type LineProps = {
  /** The revision that the first decision builds on. */
  readonly rev: number
  readonly newId: () => string
  /** Answers the revision after it. */
  readonly send: (parcel: Parcel) => Promise<number>
}

export function makeLine({ rev, newId, send }: LineProps) {
  const waiting = new Map<string, DecisionOf>()
  let parcel: Parcel | undefined
  let known = rev
  return {
    /** `seen`: the revision on screen. */
    add: (decisions: readonly DecisionOf[], seen: number): void => {
      known = Math.max(known, seen)
      for (const decision of decisions) {
        // What is decided again is the last.
        waiting.delete(decision.key)
        waiting.set(decision.key, decision)
      }
    },
    holds: (key: string): boolean => waiting.has(key) || parcel?.decisions.some((it) => it.key === key) === true,
    isEmpty: (): boolean => parcel === undefined && waiting.size === 0,
    /** The revision that a command after all of these builds on. */
    rev: (seen: number): number => Math.max(known, seen),
    /** Gives up what was not kept. */
    drop: (): void => {
      parcel = undefined
      waiting.clear()
    },
    /** Sends until nothing waits. What was thrown by `send` is thrown; what it had stays and goes first the next time. */
    drain: async (): Promise<void> => {
      while (parcel !== undefined || waiting.size > 0) {
        parcel ??= { commandId: newId(), baseRev: known, decisions: [...waiting.values()] }
        // A decision that was made again meanwhile still waits.
        for (const sent of parcel.decisions) if (waiting.get(sent.key) === sent) waiting.delete(sent.key)
        known = await send(parcel)
        parcel = undefined
      }
    },
  }
}
