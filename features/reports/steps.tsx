// The life of a report as a line of steps: posts, times, reasons, and what changed on a resubmission.
import { showFigure, showInstant } from '@kheo/ui/format.ts'
import type { Tone } from '@kheo/ui/parts/badge.tsx'
import { Timeline } from '@kheo/ui/parts/timeline.tsx'
import { t } from '@kheo/ui/text.ts'
import type { Step } from './schema.ts'

const TONE: Readonly<Record<Step['kind'], Tone>> = {
  submitted: 'info',
  resubmitted: 'info',
  returned: 'bad',
  approved: 'good',
  issued: 'good',
  reopened: 'warn',
  withdrawn: 'warn',
}

function Body({ step }: { readonly step: Step }) {
  return (
    <>
      {step.reason !== null && step.reason !== '' && <p>“{step.reason}”</p>}
      {step.number !== null && <p>{t('reports.step_number', { number: step.number })}</p>}
      {step.cells.length > 0 && <p>{t('reports.step_cells', { cells: step.cells.join(', ') })}</p>}
      {step.differences.length > 0 && (
        <details open={step.differences.length <= 5}>
          <summary className="min-h-[var(--target)]">
            {t('reports.step_changes')} ({step.differences.length})
          </summary>
          <ul className="list-disc pl-5">
            {step.differences.map((it) => (
              <li key={it.code}>
                {t('reports.step_change', {
                  code: it.code,
                  before: showFigure(it.before),
                  after: showFigure(it.after),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  if (steps.length === 0) return <p className="card">{t('reports.steps_none')}</p>
  return (
    <div className="card">
      <Timeline
        label={t('reports.tab_steps')}
        moments={steps.map((step) => ({
          key: step.seq,
          title: t(`reports.step_${step.kind}`),
          when: showInstant(step.at),
          who: step.actorTitle,
          tone: TONE[step.kind],
          body: <Body step={step} />,
        }))}
      />
    </div>
  )
}
