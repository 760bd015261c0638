// Counting hands by household: large buttons, the sum against those present, and the verdict with its arithmetic.
import { parseDate } from '@kheo/core/calendar.ts'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Law } from '@kheo/core/period/law.ts'
import { Button } from '@kheo/ui/parts/button.tsx'
import { say, t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import {
  addUp,
  handsIn,
  type Helper,
  householdsOf,
  mayTap,
  presentOf,
  type Side,
  SIDES,
  talliesOf,
  tap,
  undo,
} from './helper-rules.ts'
import { verdictOf } from './rules.ts'

type CountProps = {
  readonly it: Helper
  readonly law: Law | undefined
  readonly change: (by: (it: Helper) => Helper) => void
}

const TONE = { true: 'tone-good', false: 'tone-warn' } as const

/** In big words what the hands so far decide. */
function Verdict({ it, law }: Omit<CountProps, 'change'>) {
  const { agree } = addUp(talliesOf(it))
  const day = parseDate(it.meeting.day)
  if (it.vote.matter === '') return <p className="notice tone-info">{t('meetings.pick_matter')}</p>
  if (law === undefined || day === undefined) return <p className="notice tone-info">{t('meetings.no_law')}</p>
  const verdict = verdictOf(law, it.vote.matter, householdsOf(it.meeting), agree, day)
  if (verdict === undefined) return <p className="notice tone-info">{t('meetings.no_rule')}</p>
  return (
    <output className={`notice ${TONE[`${verdict.isPassed}`]} block`}>
      <span className="block text-2xl font-semibold">
        <span aria-hidden="true">{verdict.isPassed ? '✓ ' : '▲ '}</span>
        {t(verdict.isPassed ? 'meetings.passed' : 'meetings.not_passed')}
        {!verdict.isPassed && `: ${t('meetings.missing', { count: formatNumber(verdict.needed - agree) })}`}
      </span>
      <span className="block text-lg">{say(verdict.says)}</span>
      <span className="block text-sm text-[var(--muted)]">{verdict.source}</span>
    </output>
  )
}

const KEY = 'min-h-16 min-w-16 text-2xl font-semibold touch-manipulation select-none'

type RowProps = {
  readonly it: Helper
  readonly cluster: number
  readonly side: Side
  readonly count: number
  readonly onTap: (by: 1 | -1) => void
}

function SideRow({ it, cluster, side, count, onTap }: RowProps) {
  const words = t(`meetings.${side}`)
  const isFull = !mayTap(it, { cluster, side, by: 1 })
  return (
    <div className="grid grid-cols-[5rem_1fr] items-center gap-x-3 gap-y-1">
      <span className="col-span-2 flex items-baseline justify-between gap-3">
        <span className="font-semibold">{words}</span>
        <span className="text-3xl font-semibold">{formatNumber(count)}</span>
      </span>
      <Button
        className={KEY}
        aria-label={t('meetings.take_one', { side: words })}
        disabled={count === 0}
        onClick={() => onTap(-1)}
      >
        −1
      </Button>
      <Button
        variant={side === 'agree' ? 'primary' : 'secondary'}
        className={KEY}
        aria-label={t('meetings.add_one', { side: words })}
        disabled={isFull}
        onClick={() => onTap(1)}
      >
        +1
      </Button>
    </div>
  )
}

function ClusterPick({
  count,
  at,
  onPick,
}: {
  readonly count: number
  readonly at: number
  readonly onPick: (cluster: number) => void
}) {
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="field-label">{t('meetings.cluster')}</legend>
      {Array.from({ length: count }, (_, cluster) => (
        <Button
          key={cluster}
          variant={cluster === at ? 'primary' : 'secondary'}
          aria-pressed={cluster === at}
          onClick={() => onPick(cluster)}
        >
          {t('meetings.cluster_n', { cluster: cluster + 1 })}
        </Button>
      ))}
    </fieldset>
  )
}

export function CountPart({ it, law, change }: CountProps) {
  const [picked, setPicked] = useState(0)
  const clusters = it.meeting.present.length
  const cluster = Math.min(picked, clusters - 1)
  const tallies = talliesOf(it)
  const [counted, present] = [handsIn(addUp(tallies)), presentOf(it.meeting)]
  return (
    <section className="card grid gap-4">
      <h2>{t('meetings.step_count')}</h2>
      <Verdict it={it} law={law} />
      {clusters > 1 && <ClusterPick count={clusters} at={cluster} onPick={setPicked} />}
      {SIDES.map((side) => (
        <SideRow
          key={side}
          it={it}
          cluster={cluster}
          side={side}
          count={tallies[cluster]?.[side] ?? 0}
          onTap={(by) => change((held) => tap(held, { cluster, side, by }))}
        />
      ))}
      <output className="block text-lg font-semibold">
        {counted === present && counted > 0
          ? t('meetings.counted_all', { present: formatNumber(present) })
          : t('meetings.counted', { counted: formatNumber(counted), present: formatNumber(present) })}
      </output>
      <p className="text-[var(--muted)]">{t('meetings.one_hand')}</p>
      {clusters > 1 && (
        <ul className="grid gap-1">
          {tallies.map((tally, at) => (
            // Clusters are told apart by their number alone.
            // biome-ignore lint/suspicious/noArrayIndexKey: the number is the cluster
            <li key={at}>
              {t('meetings.cluster_n', { cluster: at + 1 })}: {t('meetings.vote_counts', tally)}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button className="min-h-14" disabled={it.vote.taps.length === 0} onClick={() => change(undo)}>
          ↶ {t('meetings.undo')}
        </Button>
      </div>
    </section>
  )
}
