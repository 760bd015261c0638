// Old reports given to be read: a box for files, what is being read, and the list of all with its filters.
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showInstant } from '@kheo/ui/format.ts'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { ChoiceFilter, ClearFilters, oneOf } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { Progress } from '@kheo/ui/parts/progress.tsx'
import { PagerLinks } from '@kheo/ui/parts/tab-links.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { messageOf, useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { language, t } from '@kheo/ui/text.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { AddFiles } from './add-files.tsx'
import { readingPath, StateBadge } from './look.tsx'
import { type ReadingRow, readings, ReadingState } from './schema.ts'
import { useUploads } from './use-uploads.tsx'

const PARAMS = ['state'] as const
const ASK_AGAIN_MS = 2000

type Counts = Partial<Record<ReadingState, number>>
const waitingIn = (counts: Counts): number => (counts.queued ?? 0) + (counts.reading ?? 0)

/** Asks again after a pause for as long as something is under way. */
export function useAskAgain(isUnderWay: boolean, ask: () => unknown): void {
  useEffect(() => {
    if (!isUnderWay) return undefined
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isUnderWay, ask])
}

function FileCell({ row }: { readonly row: ReadingRow }) {
  const failure = row.failure === null ? undefined : row.failure[language()]
  return (
    <>
      <AppLink to={readingPath(row.unitId, row.id)} className="row-link font-medium break-words">
        {row.name}
      </AppLink>
      {row.state === 'failed' && failure !== undefined && <span className="block text-sm">{failure}</span>}
      <span className="block text-[13px] font-normal text-[var(--muted)]">
        {t('readings.added_line', { at: showInstant(row.addedAt), by: row.addedTitle })}
      </span>
    </>
  )
}

type RowAction = { readonly onRetry: (row: ReadingRow) => void; readonly onDiscard: (row: ReadingRow) => void }

function RowActions({ row, onRetry, onDiscard }: RowAction & { readonly row: ReadingRow }) {
  if (row.state !== 'failed' && row.state !== 'read') return '—'
  return (
    <span className="no-print flex flex-wrap justify-end gap-1">
      {row.state === 'failed' && (
        <Button aria-label={t('readings.retry_of', { name: row.name })} onClick={() => onRetry(row)}>
          {t('common.retry')}
        </Button>
      )}
      <Button variant="quiet" aria-label={t('readings.discard_of', { name: row.name })} onClick={() => onDiscard(row)}>
        {t('readings.discard')}
      </Button>
    </span>
  )
}

const isRead = (row: ReadingRow): boolean => row.state === 'read' || row.state === 'saved'

function columnsOf(actions: RowAction | undefined): readonly Column<ReadingRow>[] {
  return [
    { key: 'file', head: t('readings.file'), isMain: true, cell: (row) => <FileCell row={row} /> },
    { key: 'state', head: t('common.state'), cell: (row) => <StateBadge state={row.state} /> },
    {
      key: 'place',
      head: t('readings.of_unit_period'),
      cell: (row) =>
        isRead(row)
          ? `${row.placedUnitName ?? t('readings.not_placed')} · ${row.periodTitle ?? t('readings.not_placed')}`
          : '—',
    },
    {
      key: 'decided',
      head: t('readings.decided'),
      isNumber: true,
      cell: (row) => (isRead(row) ? `${row.decided}/${row.claims}` : '—'),
    },
    {
      key: 'saved',
      head: t('readings.saved_cells'),
      isNumber: true,
      cell: (row) => (row.state === 'saved' ? row.saved : '—'),
    },
    ...(actions === undefined
      ? []
      : [{ key: 'do', head: t('readings.actions'), cell: (row: ReadingRow) => <RowActions row={row} {...actions} /> }]),
  ]
}

/** How far the reading is: of the batch just given when there is one, else only what still waits. */
function Queue({ counts, batch }: { readonly counts: Counts; readonly batch: Counts | undefined }) {
  const waiting = waitingIn(batch ?? counts)
  const all = Object.values(batch ?? {}).reduce((sum, count) => sum + count, 0)
  const words =
    batch === undefined || all === 0
      ? waiting > 0
        ? t('readings.queue_left', { count: waiting })
        : ''
      : waiting === 0
        ? t('readings.queue_done', { all, failed: batch.failed ?? 0 })
        : t('readings.queue_words', { done: all - waiting, all })
  return (
    <div className={words === '' ? '' : 'grid gap-1'}>
      <output className="font-medium">{words}</output>
      {waiting > 0 && all > 0 && <Progress label={words} done={all - waiting} all={all} />}
    </div>
  )
}

type DiscardProps = {
  readonly row: Pick<ReadingRow, 'unitId' | 'id' | 'rev' | 'name'>
  readonly onClose: () => void
  readonly onDone?: () => void
}

export function DiscardDialog({ row, onClose, onDone }: DiscardProps) {
  const [commandId] = useCommandId()
  const discard = useCommand(readings.discard, [readings.list, readings.view])
  const send = async () => {
    await discard.mutateAsync({ commandId, unit: row.unitId, id: row.id, baseRev: row.rev })
    toast(t('readings.discarded', { name: row.name }))
    onDone?.()
    return undefined
  }
  return (
    <CommandDialog
      title={t('readings.discard_title')}
      consequence={t('readings.discard_consequence', { name: row.name })}
      confirm={t('readings.discard')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    />
  )
}

const FILTERED: readonly ReadingState[] = ['queued', 'reading', 'read', 'failed', 'saved', 'discarded']

const Filters = ({ counts }: { readonly counts: Counts }) => (
  <search className="no-print flex flex-wrap items-end gap-3" aria-label={t('common.filters')}>
    <div className="min-w-52 flex-1 sm:flex-none">
      <ChoiceFilter
        label={t('common.state')}
        param="state"
        choices={FILTERED.map((value) => ({
          value,
          label: `${t(`readings.state_${value}`)} (${counts[value] ?? 0})`,
        }))}
      />
    </div>
    <ClearFilters params={PARAMS} />
  </search>
)

function useRetry() {
  const retry = useCommand(readings.retry, [readings.list, readings.view])
  const [commandId, renew] = useCommandId()
  return (row: ReadingRow) =>
    retry.mutate(
      { commandId, unit: row.unitId, id: row.id, baseRev: row.rev },
      { onSuccess: renew, onError: (error) => toast(messageOf(error), 'bad') },
    )
}

export function ReadingList() {
  const desk = useDesk()
  const { search } = useAddress()
  const unit = desk.unit.id
  const state = oneOf(ReadingState.options, search['state'])
  const page = Math.max(1, Number(search['page'] ?? 1) || 1)
  const list = useServer(readings.list, { unit, page, ...(state === undefined ? {} : { state }) })
  const cache = useQueryClient()
  // What was sent since the last look is in the queue, or read already.
  const uploads = useUploads(unit, () => void cache.invalidateQueries({ queryKey: [readings.list.path] }))
  const { batch, isSending } = uploads
  const ofBatch = useServer(readings.list, { unit, page: 1, batch }, { enabled: batch !== '' })
  const counts = list.data?.counts ?? {}
  const isUnderWay = isSending || waitingIn(counts) > 0 || waitingIn(ofBatch.data?.counts ?? {}) > 0
  useAskAgain(isUnderWay, list.refetch)
  useAskAgain(isUnderWay && batch !== '', ofBatch.refetch)
  const onRetry = useRetry()
  const [discarding, setDiscarding] = useState<ReadingRow>()
  return (
    <Page title={`${t('readings.title')} · ${desk.unit.name}`}>
      <p className="no-print max-w-3xl">{t('readings.intro')}</p>
      {list.data?.mayAdd === true && <AddFiles uploads={uploads} />}
      <Answer of={list}>
        {({ rows, total, pageSize, mayAdd }) => (
          <section className="grid min-w-0 gap-4" aria-label={t('readings.list')}>
            <Queue counts={counts} batch={batch === '' ? undefined : ofBatch.data?.counts} />
            {(total > 0 || state !== undefined) && <Filters counts={counts} />}
            {rows.length > 0 ? (
              <DataTable
                caption={t('readings.list')}
                columns={columnsOf(mayAdd ? { onRetry, onDiscard: setDiscarding } : undefined)}
                rows={rows}
                keyOf={(row) => row.id}
                isStruck={(row) => row.state === 'discarded'}
              />
            ) : state === undefined ? (
              <Empty title={t('readings.empty')}>{t('readings.empty_help')}</Empty>
            ) : (
              <Empty title={t('readings.none_found')}>{t('readings.none_found_help')}</Empty>
            )}
            <PagerLinks page={page} pageSize={pageSize} total={total} />
          </section>
        )}
      </Answer>
      {discarding !== undefined && <DiscardDialog row={discarding} onClose={() => setDiscarding(undefined)} />}
    </Page>
  )
}
