// One task given to a unit: what is asked, how far it is, and what may be done about it by either side.
import { AppLink, pathTo, useAddress } from '@kheo/ui/address.tsx'
import { showDay, showInstant } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { Timeline } from '@kheo/ui/parts/timeline.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { type ShareView, tasks } from './schema.ts'
import { type ShareDeed, ShareDialog } from './share-dialogs.tsx'
import { ShareBadges } from './task-shares.tsx'

const TASKS_PATH = '/so/nhiem-vu'

type Step = ShareView['steps'][number]

function stepWords(step: Step): string {
  const day = step.newDay === null ? '' : showDay(step.newDay)
  switch (step.kind) {
    case 'given':
      return t('tasks.step_given', { day })
    case 'asked':
      return t('tasks.step_asked', { day })
    case 'granted':
      return t('tasks.step_granted', { day })
    case 'received':
    case 'declined':
    case 'withdrawn':
      return t(`tasks.step_${step.kind}`)
  }
}

type Allowed = { readonly mayReceive: boolean; readonly mayAnswer: boolean }

/** What each side may do now, the likeliest first. */
function deedsOf(share: ShareView, { mayReceive, mayAnswer }: Allowed): readonly ShareDeed[] {
  const isOpen = share.state === 'given' || share.state === 'received' || share.state === 'in-progress'
  return [
    ...(mayReceive && share.state === 'given' ? (['receive'] as const) : []),
    ...(mayAnswer && share.asked !== null ? (['grant', 'decline'] as const) : []),
    ...(mayReceive && isOpen && share.asked === null ? (['ask'] as const) : []),
    ...(mayAnswer && share.state === 'given' ? (['withdraw'] as const) : []),
  ]
}

function Share({ share, allowed }: { readonly share: ShareView; readonly allowed: Allowed }) {
  const [deed, setDeed] = useState<ShareDeed>()
  const deeds = deedsOf(share, allowed)
  return (
    <Page
      title={`${t('tasks.share_title')} · ${share.unitName}`}
      back={{ to: '/', label: t('tasks.title') }}
      actions={deeds.map((each, index) => (
        <Button key={each} {...(index === 0 ? { variant: 'primary' as const } : {})} onClick={() => setDeed(each)}>
          {t(`tasks.${each}`)}
        </Button>
      ))}
    >
      <ShareBadges share={share} />
      {share.asked !== null && (
        <Notice tone="warn">
          {t('tasks.asked_waits', { day: showDay(share.asked.day), reason: share.asked.reason })}
        </Notice>
      )}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(280px,1fr)]">
        <section className="card grid content-start gap-2">
          <h2>{share.content}</h2>
          <p className="text-[var(--muted)]">
            {t('tasks.share_from', { unit: share.fromUnitName, day: showDay(share.dueOn) })}
          </p>
          {share.percent !== null && (
            <p>
              {t('tasks.share_progress')}: {t('tasks.share_percent', { percent: share.percent })}
            </p>
          )}
          {share.progress !== '' && <p className="whitespace-pre-line">{share.progress}</p>}
          {share.entryId !== null && (
            <p>
              <AppLink to={pathTo(TASKS_PATH, share.unitId, share.entryId)}>{t('tasks.share_entry')}</AppLink>
            </p>
          )}
        </section>
        <section className="card grid content-start gap-3">
          <h2>{t('tasks.share_life')}</h2>
          <Timeline
            label={t('tasks.share_life')}
            moments={share.steps.map((step, at) => ({
              key: at,
              title: stepWords(step),
              when: showInstant(step.at),
              who: step.actorTitle,
              ...(step.reason === '' ? {} : { body: step.reason }),
            }))}
          />
        </section>
      </div>
      {deed !== undefined && <ShareDialog share={share} deed={deed} onClose={() => setDeed(undefined)} />}
    </Page>
  )
}

export function ShareScreen() {
  const { params } = useAddress()
  const found = useServer(tasks.share, { unit: params['unit'] ?? '', id: params['id'] ?? '' })
  return <ScreenAnswer of={found}>{(it) => <Share key={it.share.id} share={it.share} allowed={it} />}</ScreenAnswer>
}
