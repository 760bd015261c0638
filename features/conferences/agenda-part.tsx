// The programme with the hour of each item, and who prepares what by when.
import { SelectField, TextField } from '@kheo/ui/parts/field.tsx'
import { t } from '@kheo/ui/text.ts'
import type { PlanDesk } from './box-state.tsx'
import { ITEM_KINDS, PAPER_ROLES } from './facts.ts'
import { dayColumn, wordColumn } from './line-boxes.tsx'
import { type LineColumn, LineTable } from './line-table.tsx'
import { type AgendaLine, clockOf, countOf, type DutyLine, type Errors, type PlanDraft } from './plan-draft.ts'
import { timed } from './times.ts'
import { DayBox, roleWords } from './words.tsx'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

/** Hours as far as the boxes tell them: an item without minutes takes none. */
function hoursOf({ startsAt, agenda }: Pick<PlanDraft, 'startsAt' | 'agenda'>) {
  const start = clockOf(startsAt)
  if (!CLOCK.test(start)) return undefined
  return timed(
    start,
    agenda.map((item) => ({ ...item, minutes: countOf(item.minutes) || 0 })),
  )
}

/** The hour at which the last item ends. */
export const endOf = (draft: Pick<PlanDraft, 'startsAt' | 'agenda'>): string => hoursOf(draft)?.endsAt ?? '—'

function agendaColumns(hours: ReturnType<typeof hoursOf>, errors: Errors): readonly LineColumn<AgendaLine>[] {
  return [
    wordColumn({ list: 'agenda', key: 'title', head: t('conferences.content'), errors, look: 'min-w-60' }),
    wordColumn({ list: 'agenda', key: 'presenterPost', head: t('conferences.presenter'), errors, look: 'w-52' }),
    {
      key: 'kind',
      head: t('conferences.item_kind'),
      look: 'w-48',
      isHalf: true,
      cell: (line, at, set) => (
        <SelectField
          label={t('conferences.item_kind')}
          name={`agenda.${at}.kind`}
          value={line.kind}
          onChange={(value) => set({ kind: ITEM_KINDS.find((kind) => kind === value) ?? 'report' })}
          choices={ITEM_KINDS.map((value) => ({ value, label: t(`conferences.item_${value}`) }))}
        />
      ),
    },
    {
      key: 'minutes',
      head: t('conferences.minutes'),
      look: 'w-20 min-w-0!',
      isHalf: true,
      cell: (line, at, set) => (
        <TextField
          label={t('conferences.minutes')}
          name={`agenda.${at}.minutes`}
          inputMode="numeric"
          maxLength={3}
          value={line.minutes}
          error={errors[`agenda.${at}.minutes`]}
          onChange={(minutes) => set({ minutes })}
        />
      ),
    },
    {
      key: 'startsAt',
      head: t('conferences.from_hour'),
      look: 'w-16 min-w-0!',
      isHalf: true,
      cell: (_, at) => <span>{hours?.agenda[at]?.startsAt ?? '—'}</span>,
    },
  ]
}

type PartProps = { readonly desk: PlanDesk }

export function AgendaLines({ desk: { draft, change, errors } }: PartProps) {
  const hours = hoursOf(draft)
  const total = draft.agenda.reduce((sum, item) => sum + (countOf(item.minutes) || 0), 0)
  return (
    <section className="card grid min-w-0 gap-3">
      <h2>{t('conferences.agenda')}</h2>
      <p className="field-help">{t('conferences.agenda_help')}</p>
      <LineTable
        caption={t('conferences.agenda')}
        name="agenda"
        columns={agendaColumns(hours, errors)}
        lines={draft.agenda}
        onChange={(agenda) => change({ agenda })}
        blank={{ kind: 'report', minutes: '10', title: '', presenterPost: '' }}
        add={t('conferences.agenda_add')}
        none={t('conferences.agenda_none')}
      />
      <output className="block">{t('conferences.agenda_total', { minutes: total, end: hours?.endsAt ?? '—' })}</output>
    </section>
  )
}

type DoneProps = {
  readonly line: DutyLine
  readonly name: string
  readonly errors: Errors
  readonly set: (patch: Partial<DutyLine>) => void
}

/** A duty is done when its paper is issued, or else on the day recorded. */
const DutyDone = ({ line, name, errors, set }: DoneProps) => (
  <div className="grid gap-1">
    <SelectField
      label={t('conferences.duty_done')}
      name={`${name}.role`}
      value={line.role ?? ''}
      onChange={(value) => set({ role: PAPER_ROLES.find((role) => role === value) ?? null })}
      choices={[
        { value: '', label: t('conferences.duty_no_role') },
        ...PAPER_ROLES.map((value) => ({ value, label: t('conferences.duty_by', { paper: roleWords(value) }) })),
      ]}
    />
    {line.role === null && (
      <DayBox
        label={t('conferences.done_day')}
        name={`${name}.doneOn`}
        isOptional
        value={line.doneOn}
        error={errors[`${name}.doneOn`]}
        onChange={(doneOn) => set({ doneOn })}
      />
    )}
  </div>
)

const dutyColumns = (errors: Errors): readonly LineColumn<DutyLine>[] => [
  wordColumn({ list: 'duties', key: 'content', head: t('conferences.content'), errors, look: 'min-w-60', most: 4000 }),
  wordColumn({ list: 'duties', key: 'lead', head: t('conferences.lead'), errors, look: 'w-52' }),
  dayColumn({ list: 'duties', key: 'dueOn', head: t('conferences.due_on'), errors, look: 'w-40' }),
  {
    key: 'role',
    head: t('conferences.duty_done'),
    look: 'w-60',
    cell: (line, at, set) => <DutyDone line={line} name={`duties.${at}`} errors={errors} set={set} />,
  },
]

export function DutyLines({ desk: { draft, change, errors }, day }: PartProps & { readonly day: string }) {
  return (
    <section className="card grid min-w-0 gap-3">
      <h2>{t('conferences.duties')}</h2>
      <p className="field-help">{t('conferences.duties_help')}</p>
      <LineTable
        caption={t('conferences.duties')}
        name="duties"
        columns={dutyColumns(errors)}
        lines={draft.duties}
        onChange={(duties) => change({ duties })}
        blank={{ role: null, content: '', lead: '', dueOn: day, doneOn: '' }}
        add={t('conferences.duties_add')}
        none={t('conferences.duties_none')}
      />
    </section>
  )
}
