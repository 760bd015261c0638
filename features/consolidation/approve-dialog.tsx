// Approving several reports, one after the other: how far it is, a way to stop, and what became of each.
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Dialog } from '@kheo/ui/parts/dialog.tsx'
import { Progress } from '@kheo/ui/parts/progress.tsx'
import { runOneByOne, type Told } from '@kheo/ui/one-by-one.ts'
import { call, messageOf, newId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { reports } from '../reports/schema.ts'
import { tasks } from '../tasks/schema.ts'
import { type BoardRow, consolidation } from './schema.ts'

const refreshed = [consolidation.board, reports.view, reports.mine, reports.source, tasks.mine]

/** Sent, and nothing was found against it. */
export const isClean = (row: BoardRow): boolean => row.state === 'submitted' && row.errors + row.warnings === 0

type Phase = 'asking' | 'running' | 'done'
type Which = { readonly type: string; readonly period: string }

function useApprovals(rows: readonly BoardRow[], { type, period }: Which) {
  const cache = useQueryClient()
  const [phase, setPhase] = useState<Phase>('asking')
  const [told, setTold] = useState<readonly Told<BoardRow>[]>([])
  const stopped = useRef(false)
  const run = async () => {
    setPhase('running')
    await runOneByOne({
      items: rows,
      send: (row) =>
        call(reports.approve, {
          query: {},
          body: { commandId: newId(), unit: row.unitId, type, period, reason: '', acceptMissing: false },
        }),
      wordsOf: messageOf,
      isStopped: () => stopped.current,
      onTold: setTold,
    })
    setPhase('done')
    await Promise.all(refreshed.map((it) => cache.invalidateQueries({ queryKey: [it.path] })))
  }
  const stop = () => {
    stopped.current = true
  }
  return { phase, told, run, stop }
}

function Summary({ told, all }: { readonly told: readonly Told<BoardRow>[]; readonly all: number }) {
  const refused = told.filter((it) => it.refusal !== undefined)
  const done = told.filter((it) => it.refusal === undefined)
  return (
    <div className="grid gap-3" data-testid="approve-summary">
      <p className="font-medium">
        {t('board.approve_done', { done: done.length, refused: refused.length, left: all - told.length })}
      </p>
      {done.length > 0 && (
        <p className="text-sm">
          <span aria-hidden="true">✓ </span>
          {done.map((it) => it.item.unitName).join(', ')}
        </p>
      )}
      {refused.length > 0 && (
        <Notice tone="warn" title={t('board.approve_refused')}>
          <ul className="list-disc pl-5 text-sm">
            {refused.map((it) => (
              <li key={it.item.unitId}>
                <b>{it.item.unitName}</b>: {it.refusal}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

type ApproveDialogProps = { readonly rows: readonly BoardRow[]; readonly which: Which; readonly onClose: () => void }

export function ApproveDialog({ rows: asked, which, onClose }: ApproveDialogProps) {
  // The board behind is read again meanwhile; what was asked for stays what it was.
  const [rows] = useState(asked)
  const { phase, told, run, stop } = useApprovals(rows, which)
  const count = rows.length
  return (
    <Dialog title={t('board.approve_many', { count })} isOpen onClose={phase === 'running' ? stop : onClose}>
      {phase === 'asking' && (
        <>
          <p>{t('board.approve_consequence')}</p>
          <ul className="max-h-64 list-disc overflow-auto pl-5 text-sm">
            {rows.map((row) => (
              <li key={row.unitId}>{row.unitName}</li>
            ))}
          </ul>
        </>
      )}
      {phase === 'running' && (
        <div className="grid gap-2">
          <output>{t('board.approve_running', { done: told.length, all: count })}</output>
          <Progress label={t('board.approve_many', { count })} done={told.length} all={count} />
        </div>
      )}
      {phase === 'done' && <Summary told={told} all={count} />}
      <div className="flex flex-wrap justify-end gap-2">
        {phase === 'asking' && <Button onClick={onClose}>{t('common.cancel')}</Button>}
        {phase === 'asking' && (
          <Button variant="primary" onClick={() => void run()}>
            {t('board.approve_many', { count })}
          </Button>
        )}
        {phase === 'running' && <Button onClick={stop}>{t('board.approve_stop')}</Button>}
        {phase === 'done' && (
          <Button variant="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
