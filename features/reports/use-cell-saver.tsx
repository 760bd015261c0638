// Joins the queue of typed figures with one report: where it is kept, how it is sent, what a refusal means.
import { dropDraft, keepDraft, readDraft } from '@kheo/ui/drafts.ts'
import { isNothing, makeSaver, NOTHING, type Pending } from '@kheo/ui/saver.ts'
import { isRefused, messageOf, newId, useCommand } from '@kheo/ui/server.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { reports } from './schema.ts'

const PAUSE_MS = 1000

// Only this queue writes under its key.
const readKept = (key: string): Pending => ({
  ...NOTHING,
  ...(readDraft(localStorage, key, Date.now()) as Partial<Pending> | undefined),
})

type SaverOf = {
  readonly unit: string
  readonly period: string
  readonly figureRev: number
  readonly keptKey: string
  readonly isOn: boolean
}

export function useCellSaver({ unit, period, figureRev, keptKey, isOn }: SaverOf) {
  const cache = useQueryClient()
  const { mutateAsync } = useCommand(reports.saveCells)
  const [saver] = useState(() => {
    const refresh = () =>
      Promise.all([reports.view, reports.source].map((it) => cache.invalidateQueries({ queryKey: [it.path] })))
    return makeSaver({
      start: isOn ? readKept(keptKey) : NOTHING,
      base: figureRev,
      send: async (content, baseRev, commandId) => {
        const answer = await mutateAsync({
          commandId,
          unit,
          period,
          baseRev,
          cells: content.cells,
          notes: content.notes,
          parts: content.parts,
        })
        void refresh()
        return answer.figureRev
      },
      statusOf: (error) => {
        if (!isRefused(error, 409) || !/conflict|stale/.test(error.code))
          return { kind: 'failed', message: messageOf(error) }
        void refresh()
        return { kind: 'conflict' }
      },
      keep: (pending) =>
        isNothing(pending) ? dropDraft(localStorage, keptKey) : keepDraft(localStorage, keptKey, pending, Date.now()),
      newId,
      pauseMs: PAUSE_MS,
    })
  })
  const state = useSyncExternalStore(saver.subscribe, saver.state)
  const [wasRestored] = useState(() => !isNothing(state.pending))
  useEffect(() => saver.seen(figureRev), [saver, figureRev])
  // What an earlier visit could not save is sent at once; what is still waiting goes when the report is left.
  useEffect(() => {
    void saver.flush()
    return () => void saver.flush()
  }, [saver])
  return { ...saver, ...state, wasRestored, isUnsaved: !isNothing(state.pending) }
}

export type CellSaver = ReturnType<typeof useCellSaver>
