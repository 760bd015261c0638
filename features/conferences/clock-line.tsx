// The clock of preparation: what is owed in order of its day, late ones marked by a word and a shape.
import { showDay } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import type { ClockRow, View } from './schema.ts'
import { ClockMark, saidIn } from './words.tsx'

const isDone = (row: ClockRow): boolean => row.doneOn !== null

function summaryOf(clock: readonly ClockRow[]): string {
  const late = clock.filter((row) => row.state === 'late').length
  const next = clock.find((row) => row.state === 'today' || row.state === 'ahead')
  return [
    t('conferences.clock_done_count', { done: clock.filter(isDone).length, all: clock.length }),
    late === 0 ? '' : t('conferences.late_count', { count: late }),
    next === undefined ? '' : t('conferences.next_is', { title: next.title, day: showDay(next.dueOn) }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

const WIDE = '(min-width: 640px)'

export function ClockLine({ clock, isTold }: { readonly clock: readonly ClockRow[]; readonly isTold: boolean }) {
  // A phone, and every part but the plan, keeps its first screen for the work; what is late is told in the line itself.
  const [isOpen, setOpen] = useState(() => isTold && matchMedia(WIDE).matches)
  return (
    <details className="card no-print" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-[var(--target)] content-center">
        <span className="font-semibold">{t('conferences.clock')}</span>: {summaryOf(clock)}
      </summary>
      <ol className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]">
        {clock.map((row) => (
          <li
            key={row.key}
            className={`grid content-start justify-items-start gap-1 border-t-2 pt-2 ${
              row.state === 'late'
                ? 'border-[var(--bad)]'
                : isDone(row)
                  ? 'border-[var(--good)]'
                  : 'border-[var(--line)]'
            }`}
          >
            <span className="flex flex-wrap items-center gap-2">
              <time dateTime={row.dueOn} className="font-medium">
                {showDay(row.dueOn)}
              </time>
              <ClockMark state={row.state} />
            </span>
            <span className="text-sm">{row.title}</span>
            {(row.lead !== '' || row.doneOn !== null) && (
              <span className="text-[13px] text-[var(--muted)]">
                {[row.lead, row.doneOn === null ? '' : t('conferences.done_on', { day: showDay(row.doneOn) })]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            )}
            {row.rule !== '' && row.doneOn === null && (
              <span className="text-[13px] text-[var(--muted)]">{row.rule}</span>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

export function Warnings({ of }: { readonly of: View['warnings'] }) {
  if (of.length === 0) return null
  return (
    <div className="no-print">
      <Notice tone="warn" title={t('conferences.warnings')}>
        <ul className="list-disc pl-5">
          {of.map((said) => (
            <li key={`${said.code}${said.vi}`}>{saidIn(said)}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
