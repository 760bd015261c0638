// Decisions of an officer on their way to the server: shown at once, sent in order, kept over a bad line.
import { call, isRefused, messageOf, newId } from '@kheo/ui/server.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { makeLine, type Parcel } from './decision-line.ts'
import type { DecisionOf } from './reviewing.ts'
import { readings, type ReadingView } from './schema.ts'

const NONE: ReadonlyMap<string, DecisionOf> = new Map()

const sender = (unit: string, id: string) => async (parcel: Parcel) => {
  const { rev } = await call(readings.decide, {
    query: {},
    body: { ...parcel, unit, id, decisions: [...parcel.decisions] },
  })
  return rev
}

export function useDecisions({ unitId, id, rev: seen }: Pick<ReadingView, 'unitId' | 'id' | 'rev'>) {
  const cache = useQueryClient()
  const [pending, setPending] = useState(NONE)
  const [problem, setProblem] = useState<string>()
  const [line] = useState(() => makeLine({ rev: seen, newId, send: sender(unitId, id) }))
  const running = useRef<Promise<void>>(undefined)

  const settle = async () => {
    await cache.invalidateQueries({ queryKey: [readings.view.path] })
    setPending((all) => new Map([...all].filter(([key]) => line.holds(key))))
  }
  const run = async () => {
    try {
      setProblem(undefined)
      await line.drain()
    } catch (error) {
      setProblem(messageOf(error))
      if (!isRefused(error)) return
      // What the server refuses it will refuse again: the screen goes back to what stands there.
      line.drop()
    }
    await settle()
  }
  const start = (): Promise<void> => {
    running.current ??= run().finally(() => {
      running.current = undefined
    })
    return running.current
  }
  /** Waits until everything decided is kept; false when something could not be. */
  const flush = async (): Promise<boolean> => {
    // What was decided while the screen was brought up to date goes on its way now.
    for (let tries = 0; tries < 2 && (tries === 0 || !line.isEmpty()); tries += 1) await start()
    return line.isEmpty()
  }
  const decide = (decisions: readonly DecisionOf[]) => {
    line.add(decisions, seen)
    setPending((all) => new Map([...all, ...decisions.map((it) => [it.key, it] as const)]))
    void flush()
  }
  const isWaiting = pending.size > 0
  return { pending, problem, decide, flush, isWaiting, revNow: () => line.rev(seen) }
}
