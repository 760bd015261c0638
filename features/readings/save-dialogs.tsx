// Writing what was confirmed into the figures, what came of it, and taking it back.
import { AppLink } from '@kheo/ui/address.tsx'
import { showFigure } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { useDesk } from '@kheo/ui/desk.tsx'
import { useCatalogue } from '../indicators/catalogue.tsx'
import { reportPath } from '../reports/look.tsx'
import { reports } from '../reports/schema.ts'
import type { Tally } from './reviewing.ts'
import { readings, type ReadingView, type Saved } from './schema.ts'

const REFRESHED = [readings.view, readings.list, reports.view, reports.source]

type SaveDialogProps = {
  readonly view: ReadingView
  readonly tally: Tally
  /** Waits until every decision is kept. */
  readonly flush: () => Promise<boolean>
  readonly revNow: () => number
  readonly onClose: () => void
}

export function SaveDialog({ view, tally, flush, revNow, onClose }: SaveDialogProps) {
  const [commandId] = useCommandId()
  const save = useCommand(readings.save, REFRESHED)
  const { placement } = view
  const send = async () => {
    if (!(await flush())) return t('readings.save_waits')
    const answer = await save.mutateAsync({ commandId, unit: view.unitId, id: view.id, baseRev: revNow() })
    toast(t('readings.saved', { count: answer.saved.written.length }))
    return undefined
  }
  const given = { unit: placement.unitName ?? '', period: placement.periodTitle ?? '' }
  return (
    <CommandDialog
      title={t('readings.save')}
      consequence={
        <div className="grid gap-2">
          <p>{t('readings.save_consequence', { count: tally.confirmed + tally.corrected, ...given })}</p>
          {tally.undecided > 0 && <p>{t('readings.save_undecided', { count: tally.undecided })}</p>}
          {tally.replaced > 0 && <p>▲ {t('readings.save_replaces', { count: tally.replaced })}</p>}
        </div>
      }
      confirm={t('readings.save_confirm')}
      onClose={onClose}
      onConfirm={send}
    />
  )
}

type Left = Saved['kept']

const Cells = ({ cells }: { readonly cells: Left }) => (
  <ul className="list-disc pl-5">
    {cells.map((it) => (
      <li key={it.indicator}>
        {it.indicator} {it.indicatorName}: {showFigure(it.value)} ({t(`readings.kept_${it.why}`)}
        {it.by === null ? '' : `, ${it.by}`})
      </li>
    ))}
  </ul>
)

type UndoProps = { readonly view: ReadingView; readonly onClose: () => void; readonly onLeft: (cells: Left) => void }

function UndoDialog({ view, onClose, onLeft }: UndoProps) {
  const [commandId] = useCommandId()
  const undo = useCommand(readings.undo, REFRESHED)
  const send = async () => {
    const answer = await undo.mutateAsync({ commandId, unit: view.unitId, id: view.id, baseRev: view.rev })
    toast(t('readings.undo_done', { count: answer.restored.length }))
    onLeft(answer.kept)
    return undefined
  }
  return (
    <CommandDialog
      title={t('readings.undo_title')}
      consequence={t('readings.undo_consequence')}
      confirm={t('readings.undo')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    />
  )
}

function SavedNotice({
  view,
  saved,
  onUndo,
}: {
  readonly view: ReadingView
  readonly saved: Saved
  readonly onUndo: () => void
}) {
  const { query } = useCatalogue(useDesk().today)
  const titles = new Map(query.data?.reportTypes.map((it) => [it.code, it.title]))
  const counts = { written: saved.written.length, verified: saved.verified.length, kept: saved.kept.length }
  return (
    <Notice tone="good" title={t('readings.saved_notice', { unit: saved.unitName, period: saved.periodTitle })}>
      <div className="grid gap-2">
        <p>{t('readings.saved_counts', counts)}</p>
        {saved.kept.length > 0 && (
          <details>
            <summary className="flex min-h-[var(--target)] items-center">▸ {t('readings.saved_kept')}</summary>
            <Cells cells={saved.kept} />
          </details>
        )}
        <p className="no-print flex flex-wrap gap-2">
          {saved.reportTypes.map((type) => (
            <AppLink key={type} className="btn" to={reportPath(saved.unitId, type, saved.periodId)}>
              {t('readings.to_report', { type: titles.get(type) ?? type })}
            </AppLink>
          ))}
          {view.may.undo && (
            <Button variant="danger" onClick={onUndo}>
              {t('readings.undo')}
            </Button>
          )}
        </p>
      </div>
    </Notice>
  )
}

/** What the last save did, while it stands; after an undo, what could not be put back. */
export function LastSave({ view }: { readonly view: ReadingView }) {
  const [isOpen, setOpen] = useState(false)
  const [left, setLeft] = useState<Left>()
  return (
    <>
      {view.state === 'saved' && view.lastSave !== null && (
        <SavedNotice view={view} saved={view.lastSave} onUndo={() => setOpen(true)} />
      )}
      {left !== undefined && view.state !== 'saved' && (
        <Notice tone={left.length === 0 ? 'good' : 'warn'} title={t('readings.undone_notice')}>
          {left.length > 0 && (
            <>
              <p>{t('readings.undo_left', { count: left.length })}</p>
              <Cells cells={left} />
            </>
          )}
        </Notice>
      )}
      {isOpen && <UndoDialog view={view} onClose={() => setOpen(false)} onLeft={setLeft} />}
    </>
  )
}
