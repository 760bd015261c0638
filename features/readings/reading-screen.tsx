// One old report: its text with what was found, claim after claim to be confirmed, and the way into the figures.
import { addressOf } from '@kheo/kit/client.ts'
import { useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay, showInstant, showSize } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button, buttonLook, PrintButton } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { Loading } from '@kheo/ui/parts/progress.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { Timeline } from '@kheo/ui/parts/timeline.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { messageOf, useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { language, t } from '@kheo/ui/text.ts'
import { useLeaveGuard } from '@kheo/ui/use-leave-guard.ts'
import { useState } from 'react'
import { useCatalogue } from '../indicators/catalogue.tsx'
import { periods } from '../periods/schema.ts'
import { ClaimList } from './claim-list.tsx'
import { rowId } from './claim-row.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { PATH, StateBadge } from './look.tsx'
import { Place, yearOf } from './place-card.tsx'
import { nextOpen } from './reviewing.ts'
import { LastSave, SaveDialog } from './save-dialogs.tsx'
import { readingDoors, readings, type ReadingView } from './schema.ts'
import { DiscardDialog, useAskAgain } from './screens.tsx'
import { markKey, TextPane } from './text-pane.tsx'
import { type Review, useReview } from './use-review.tsx'

const EVENTS = ['so-ket', 'tong-ket', 'giao-ban', 'trien-khai', 'tap-huan', 'kiem-tra'] as const

function eventWords({ event }: ReadingView): string | undefined {
  const kind = EVENTS.find((it) => it === event.kind)
  const parts = [
    kind === undefined ? undefined : t(`readings.event_${kind}`),
    event.date === null ? undefined : showDay(event.date),
  ]
  const words = parts.filter((it) => it !== undefined).join(', ')
  return words === '' ? undefined : words
}

function Facts({ view }: { readonly view: ReadingView }) {
  const event = eventWords(view)
  return (
    <div className="card grid gap-1 !py-3">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <StateBadge state={view.state} />
        <span>{t('readings.facts', { figures: view.figureMarks.length, papers: view.documentMarks.length })}</span>
        {event !== undefined && <span>{t('readings.event', { event })}</span>}
        <span className="text-sm text-[var(--muted)]">
          {showSize(view.size)} · {t('readings.added_line', { at: showInstant(view.addedAt), by: view.addedTitle })}
        </span>
      </div>
      {view.notes.map((note) => (
        <p key={note} className="text-sm">
          ▲ {note}
        </p>
      ))}
    </div>
  )
}

const Steps = ({ steps }: Pick<ReadingView, 'steps'>) => (
  <section className="card grid gap-3" aria-labelledby="reading-steps">
    <h2 id="reading-steps">{t('readings.history')}</h2>
    <Timeline
      label={t('readings.history')}
      moments={steps.map((it) => ({
        key: it.seq,
        title: t(`readings.step_${it.kind}`),
        when: showInstant(it.at),
        who: it.actorTitle,
      }))}
    />
  </section>
)

function SureDialog({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) {
  const { sure, keep } = review
  const confirm = async () => {
    keep(
      sure.map((it) => ({ key: it.key, verdict: 'confirmed' as const })),
      t('readings.sure_done', { count: sure.length }),
    )
    toast(t('readings.sure_done', { count: sure.length }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('readings.confirm_sure_title')}
      consequence={t('readings.confirm_sure_consequence', { count: sure.length })}
      confirm={t('readings.confirm_sure', { count: sure.length })}
      onClose={onClose}
      onConfirm={confirm}
    />
  )
}

function Summary({ view, review }: { readonly view: ReadingView; readonly review: Review }) {
  const [isOpen, setOpen] = useState(false)
  const { tally, sure, items, current, takeBack, open } = review
  const goOn = () => {
    const isHere = current?.claim?.verdict === 'open'
    const next = isHere ? current.key : (nextOpen(items, current?.key ?? '') ?? current?.key)
    if (next === undefined) return
    open(next)
    requestAnimationFrame(() => {
      const row = document.getElementById(rowId(next))
      row?.closest('.reading-pane')?.scrollIntoView({ block: 'start' })
      row?.focus()
    })
  }
  return (
    <div className="reading-summary">
      <output>{t('readings.summary', tally)}</output>
      {view.may.work && (
        <div className="no-print flex flex-wrap gap-2">
          {tally.undecided > 0 && <Button onClick={goOn}>{t('readings.go_on')}</Button>}
          {sure.length > 0 && (
            <Button onClick={() => setOpen(true)}>{t('readings.confirm_sure', { count: sure.length })}</Button>
          )}
          <Button variant="quiet" onClick={takeBack}>
            {t('readings.undo_decision')}
          </Button>
        </div>
      )}
      {isOpen && <SureDialog review={review} onClose={() => setOpen(false)} />}
    </div>
  )
}

/** The catalogue in force at the end of the period that the figures are of. */
function useNames(view: ReadingView) {
  const desk = useDesk()
  const list = useServer(periods.list, { year: yearOf(view, desk.year) })
  const end = list.data?.rows.find((row) => row.id === view.placement.periodId)?.endOn
  return useCatalogue(end ?? desk.today).byCode
}

function Panes({ view, review }: { readonly view: ReadingView; readonly review: Review }) {
  const names = useNames(view)
  const { current, correcting, endCorrecting, keep } = review
  const mark =
    current === undefined ? undefined : current.claim === undefined ? current.figure.key : markKey(current.claim)
  return (
    <>
      <div className="reading-panes">
        <TextPane
          view={view}
          signs={review.signs}
          hidden={review.hidden}
          current={mark}
          onMark={review.openMark}
          onToggle={review.toggle}
        />
        <ClaimList
          items={review.items}
          claims={review.claims}
          text={view.text}
          shown={review.shown}
          counts={review.counts}
          current={current?.key}
          mayWork={view.may.work}
          isPlaced={view.placement.unitId !== null && view.placement.periodId !== null}
          deeds={review.deeds}
          onShown={review.show}
          onMove={review.open}
          onTakeBack={review.takeBack}
        />
      </div>
      {correcting !== undefined && (
        <CorrectDialog
          item={correcting.item}
          indicator={correcting.indicator}
          figure={view.figureMarks.find((it) => it.key === correcting.item.claim?.figure)}
          text={view.text}
          names={names}
          onClose={endCorrecting}
          onDecide={(decision, name, value) => keep([decision], t('readings.correct_done', { name, value }))}
        />
      )}
    </>
  )
}

function ReadText({ view, review }: { readonly view: ReadingView; readonly review: Review }) {
  return (
    <>
      <LastSave view={view} />
      <Place view={view} />
      <Summary view={view} review={review} />
      {review.problem !== undefined && (
        <Notice tone="bad" role="alert">
          <p>{review.problem}</p>
          {review.isWaiting && (
            <Button className="mt-2" onClick={() => void review.flush()}>
              {t('common.retry')}
            </Button>
          )}
        </Notice>
      )}
      <output className="sr-only" data-testid="said">
        {review.said}
      </output>
      <Panes view={view} review={review} />
    </>
  )
}

function Failed({ view }: { readonly view: ReadingView }) {
  const retry = useCommand(readings.retry, [readings.view, readings.list])
  const [commandId, renew] = useCommandId()
  const again = () =>
    retry.mutate(
      { commandId, unit: view.unitId, id: view.id, baseRev: view.rev },
      { onSuccess: renew, onError: (error) => toast(messageOf(error), 'bad') },
    )
  return (
    <Notice tone="bad" title={t('readings.failed')}>
      {view.failure !== null && <p>{view.failure[language()]}</p>}
      {view.may.retry && (
        <Button className="mt-2" isBusy={retry.isPending} onClick={again}>
          {t('common.retry')}
        </Button>
      )}
    </Notice>
  )
}

function Reading({ view }: { readonly view: ReadingView }) {
  const { go } = useAddress()
  const review = useReview(view)
  const [open, setOpen] = useState<'save' | 'discard'>()
  const close = () => setOpen(undefined)
  const { state, may } = view
  const going = review.tally.confirmed + review.tally.corrected
  const isText = state === 'read' || state === 'saved'
  useLeaveGuard(review.problem !== undefined && review.isWaiting, review.isWaiting)
  const trySave = () => (going === 0 ? toast(t('readings.save_nothing'), 'warn') : setOpen('save'))
  return (
    <Page
      title={view.name}
      back={{ to: PATH, label: t('readings.title') }}
      {...(may.save
        ? {
            mainAction: (
              <Button variant="primary" onClick={trySave}>
                {t('readings.save')}
              </Button>
            ),
          }
        : {})}
      actions={
        <>
          <a
            className={buttonLook('secondary')}
            href={addressOf(readingDoors.file, { unit: view.unitId, id: view.id })}
          >
            {t('readings.open_file')}
          </a>
          {may.discard && <Button onClick={() => setOpen('discard')}>{t('readings.discard')}</Button>}
          {isText && <PrintButton />}
        </>
      }
    >
      <Facts view={view} />
      {state === 'queued' && <Loading what={t('readings.waiting')} />}
      {state === 'reading' && <Loading what={t('readings.reading_now')} />}
      {state === 'failed' && <Failed view={view} />}
      {state === 'discarded' && <Notice tone="plain">{t('readings.discarded_notice')}</Notice>}
      {isText && <ReadText view={view} review={review} />}
      {view.steps.length > 0 && <Steps steps={view.steps} />}
      {open === 'save' && (
        <SaveDialog view={view} tally={review.tally} flush={review.flush} revNow={review.revNow} onClose={close} />
      )}
      {open === 'discard' && (
        <DiscardDialog row={{ ...view, rev: review.revNow() }} onClose={close} onDone={() => go(PATH)} />
      )}
    </Page>
  )
}

export function ReadingScreen() {
  const { params } = useAddress()
  const view = useServer(readings.view, { unit: params['unit'] ?? '', id: params['id'] ?? '' })
  const state = view.data?.state
  useAskAgain(state === 'queued' || state === 'reading', view.refetch)
  return <ScreenAnswer of={view}>{(it) => <Reading key={it.id} view={it} />}</ScreenAnswer>
}
