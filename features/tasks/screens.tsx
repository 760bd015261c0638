// "Việc của tôi": what is owed, grouped by how soon it needs attention.
import { AppLink } from '@kheo/ui/address.tsx'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, type Tone } from '@kheo/ui/parts/badge.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { lazy, Suspense } from 'react'
import { tasks, type WorkItem } from './schema.ts'

const CaptureBox = lazy(async () => ({ default: (await import('../registers/quick-capture.tsx')).CaptureBox }))

const SOON_DAYS = 3
const WEEK_DAYS = 7

type Group = 'now' | 'week' | 'later'

// What was returned or is late needs attention today, whatever its date says.
function groupOf(item: WorkItem): Group {
  if (item.kind === 'report-returned' || item.kind === 'entry-overdue') return 'now'
  if (item.daysLeft === null) return 'later'
  return item.daysLeft <= SOON_DAYS ? 'now' : item.daysLeft <= WEEK_DAYS ? 'week' : 'later'
}

const toneOf = (item: WorkItem): Tone => {
  if (item.kind === 'report-returned') return 'bad'
  if (item.daysLeft === null) return 'plain'
  return item.daysLeft < 0 ? 'bad' : item.daysLeft <= SOON_DAYS ? 'warn' : 'info'
}

function left(days: number): string {
  if (days === 0) return t('tasks.due_today')
  return days < 0 ? t('tasks.overdue', { days: -days }) : t('tasks.days_left', { days })
}

function Task({ item }: { readonly item: WorkItem }) {
  return (
    <li className="card grid items-center gap-x-6 gap-y-2 !py-2 sm:grid-cols-[minmax(0,1fr)_7rem_10.5rem]">
      <div className="min-w-0">
        <AppLink to={item.href.replace(/^\/app(?=\/|$)/, '')} className="row-link font-medium">
          {item.title}
        </AppLink>
        <p className="text-sm text-[var(--muted)]">
          {t(`tasks.kind_${item.kind}`)} · {item.unitName}
          {item.detail !== '' && ` · ${item.detail}`}
        </p>
      </div>
      {item.dueOn !== null && (
        <div className="flex flex-wrap items-center gap-2 text-sm sm:contents">
          <span className="text-sm sm:text-right">{t('tasks.due', { day: showDay(item.dueOn) })}</span>
          <span>{item.daysLeft !== null && <Badge tone={toneOf(item)}>{left(item.daysLeft)}</Badge>}</span>
        </div>
      )}
    </li>
  )
}

const GROUPS: readonly Group[] = ['now', 'week', 'later']

export function MyWork() {
  const work = useServer(tasks.mine, {})
  const desk = useDesk()
  return (
    <Page title={t('tasks.title')}>
      {hasRole(desk, 'recorder', 'compiler') && (
        <Suspense>
          <CaptureBox rows={2} />
        </Suspense>
      )}
      <Answer of={work}>
        {(answer) =>
          answer.items.length === 0 ? (
            <Empty
              title={t('tasks.empty')}
              action={
                <AppLink to="/bao-cao" className="btn">
                  {t('tasks.to_reports')}
                </AppLink>
              }
            >
              {t('tasks.empty_help')}
            </Empty>
          ) : (
            GROUPS.map((group) => {
              const items = answer.items.filter((item) => groupOf(item) === group)
              return items.length === 0 ? null : (
                <section key={group} className="grid gap-2" aria-labelledby={`tasks-${group}`}>
                  <h2 id={`tasks-${group}`}>
                    {t(`tasks.${group}`)} <span className="font-normal text-[var(--muted)]">({items.length})</span>
                  </h2>
                  <ul className="grid gap-2">
                    {items.map((item) => (
                      <Task key={`${item.kind}${item.href}${item.title}`} item={item} />
                    ))}
                  </ul>
                </section>
              )
            })
          )
        }
      </Answer>
    </Page>
  )
}
