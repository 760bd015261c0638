// "Vì sao ra ngày này": the last day to act, the rule that sets it, and the days that did not count.
import type { DeadlineView } from '@kheo/kit/register/contract.ts'
import { showDay } from '../format.ts'
import { t } from '../text.ts'

export function Deadline({ reason }: { readonly reason: DeadlineView }) {
  const unit = t(reason.areWorkingDays ? 'registers.working_days' : 'registers.calendar_days')
  return (
    <details className="card">
      <summary className="min-h-[var(--target)] font-medium">
        {t('registers.due')}: {showDay(reason.dueOn)} — {t('registers.why')}
      </summary>
      <div className="mt-2 grid gap-2">
        <p>
          {t('registers.why_sentence', {
            from: showDay(reason.from),
            days: reason.days,
            unit,
            due: showDay(reason.dueOn),
          })}
        </p>
        <p>
          {t('registers.rule')}: {reason.rule}
        </p>
        <p>
          {t('registers.source')}: {reason.source}
        </p>
        {reason.skipped.length > 0 && (
          <>
            <p>{t('registers.skipped')}:</p>
            <ul className="list-disc pl-5 text-sm">
              {reason.skipped.map((it) => (
                <li key={it.day}>
                  {showDay(it.day)} — {it.why}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  )
}
