// A deadline worked out for any rule and day, with every day that did not count and why.
import { parseDate } from '@kheo/core/calendar.ts'
import { useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { type DeadlineReason, law, type LawRow, SUBJECTS } from './schema.ts'
import { titleOf, weekdayWords } from './words.tsx'

const TIME_UNITS = ['day', 'working-day', 'month', 'year']

function Reason({ reason }: { readonly reason: DeadlineReason }) {
  const { dueOn, from, days, skipped } = reason
  const words = { days, from: showDay(from) }
  return (
    <section className="card grid gap-2">
      <h2>{t('law.trial_due', { weekday: weekdayWords(dueOn), day: showDay(dueOn) })}</h2>
      <p>{reason.areWorkingDays ? t('law.trial_working', words) : t('law.trial_calendar', words)}</p>
      <p className="text-[var(--muted)]">
        {reason.rule}. {reason.source}.
      </p>
      {skipped.length === 0 ? (
        <p>{t('law.trial_nothing_skipped')}</p>
      ) : (
        <>
          <h3>{t('law.trial_skipped', { count: skipped.length })}</h3>
          <ul className="grid gap-1">
            {skipped.map(({ day, why }) => (
              <li key={day}>
                {weekdayWords(day)}, {showDay(day)}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

export function Trial({ rows }: { readonly rows: readonly LawRow[] }) {
  const desk = useDesk()
  const { search, setSearch } = useAddress()
  const rules = SUBJECTS.flatMap((subject) =>
    rows.filter((row) => row.subject === subject && TIME_UNITS.includes(row.unit)),
  )
  const code = rules.find((row) => row.code === search['rule'])?.code ?? rules[0]?.code ?? ''
  const from = parseDate(search['from'] ?? '') ?? desk.today
  const answer = useServer(law.why, { code, from }, { enabled: code !== '' })
  return (
    <>
      <search className="filters sm:grid-cols-[2fr_1fr]" aria-label={t('law.part_trial')}>
        <SelectField
          label={t('law.trial_rule')}
          name="rule"
          value={code}
          onChange={(rule) => setSearch({ rule })}
          choices={rules.map((row) => ({ value: row.code, label: titleOf(row) }))}
        />
        <DateField
          label={t('law.trial_from')}
          name="from"
          value={from}
          onChange={(day) => day !== '' && setSearch({ from: day })}
        />
      </search>
      <div aria-live="polite">
        <Answer of={answer}>
          {({ reason }) =>
            reason === null ? <Empty title={t('law.trial_none', { day: showDay(from) })} /> : <Reason reason={reason} />
          }
        </Answer>
      </div>
    </>
  )
}
