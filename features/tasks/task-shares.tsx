// Under a task: the units it was given to, and how far each is.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { EntryView } from '@kheo/kit/register/contract.ts'
import { AppLink, pathTo } from '@kheo/ui/address.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, type Tone } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { GiveDialog } from './give-dialog.tsx'
import { type ShareView, tasks } from './schema.ts'

const TONES: Readonly<Record<ShareView['state'], Tone>> = {
  given: 'plain',
  received: 'info',
  'in-progress': 'info',
  done: 'good',
  cancelled: 'warn',
  withdrawn: 'plain',
}

export const sharePath = (share: ShareView): string => pathTo('/nhiem-vu/duoc-giao', share.unitId, share.id)

export function ShareBadges({ share }: { readonly share: ShareView }) {
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={TONES[share.state]}>{t(`tasks.share_${share.state}`)}</Badge>
      {share.isLate && <Badge tone="bad">{t('tasks.share_late')}</Badge>}
      {share.asked !== null && <Badge tone="warn">{t('tasks.kind_task-asked')}</Badge>}
    </span>
  )
}

const columns = (): readonly Column<ShareView>[] => [
  {
    key: 'unit',
    head: t('tasks.share_unit'),
    isMain: true,
    cell: (share) => <AppLink to={sharePath(share)}>{share.unitName}</AppLink>,
  },
  { key: 'state', head: t('tasks.share_state'), cell: (share) => <ShareBadges share={share} /> },
  { key: 'due', head: t('tasks.share_due'), cell: (share) => showDay(share.dueOn) },
  {
    key: 'progress',
    head: t('tasks.share_progress'),
    cell: (share) =>
      [share.percent === null ? '' : t('tasks.share_percent', { percent: share.percent }), share.progress]
        .filter((text) => text !== '')
        .join(' · ') || '—',
  },
  {
    key: 'evidence',
    head: t('tasks.share_evidence'),
    isNumber: true,
    cell: (share) => (share.evidence === 0 ? '—' : t('tasks.share_files', { count: share.evidence })),
  },
]

function Summary({ rows }: { readonly rows: readonly ShareView[] }) {
  const standing = rows.filter((share) => share.state !== 'withdrawn')
  if (standing.length === 0) return null
  return (
    <p className="text-[var(--muted)]">
      {t('tasks.shares_of', {
        done: formatCount(standing.filter((share) => share.state === 'done').length),
        all: formatCount(standing.length),
        late: formatCount(standing.filter((share) => share.isLate).length),
      })}
    </p>
  )
}

export function TaskShares({ entry }: { readonly entry: EntryView }) {
  const shares = useServer(tasks.shares, { unit: entry.unitId, id: entry.id })
  const [isGiving, setGiving] = useState(false)
  const isOpen = !entry.isVoided && entry.state !== 'done' && entry.state !== 'cancelled'
  return (
    <Answer of={shares}>
      {({ rows, mayGive, below }) =>
        rows.length === 0 && (!mayGive || below.length === 0) ? null : (
          <section className="card grid gap-3">
            <h2>{t('tasks.shares')}</h2>
            <Summary rows={rows} />
            {rows.length === 0 ? (
              <p className="text-[var(--muted)]">{t('tasks.shares_none')}</p>
            ) : (
              <DataTable
                caption={t('tasks.shares')}
                columns={columns()}
                rows={rows}
                keyOf={(share) => share.id}
                isStruck={(share) => share.state === 'withdrawn'}
              />
            )}
            {mayGive && isOpen && below.length > 0 && (
              <p className="no-print">
                <Button onClick={() => setGiving(true)}>{t('tasks.give')}</Button>
              </p>
            )}
            {isGiving && (
              <GiveDialog
                entry={entry}
                below={below.filter(
                  (unit) => !rows.some((share) => share.unitId === unit.id && share.state !== 'withdrawn'),
                )}
                onClose={() => setGiving(false)}
              />
            )}
          </section>
        )
      }
    </Answer>
  )
}
