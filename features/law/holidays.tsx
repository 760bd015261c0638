// Days off and make-up working days of the year at the desk; administrators at the centre enter and withdraw them.
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { ChoiceField, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { type HolidayRow, law, type LawList } from './schema.ts'
import { weekdayWords } from './words.tsx'

const LEAST_WORDS = 3
const TONES = { off: 'info', 'make-up': 'warn', ordinary: 'plain' } as const
const KINDS = ['off', 'make-up'] as const
const refreshed = [law.list, law.why]

const SourceField = ({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) => (
  <TextField
    label={t('law.source')}
    name="day-source"
    help={t('law.source_help')}
    maxLength={300}
    value={value}
    onChange={onChange}
  />
)

type DialogProps = { readonly rev: number; readonly onClose: () => void }

function AddDay({ rev, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [day, setDay] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('off')
  const [name, setName] = useState('')
  const [source, setSource] = useState('')
  const say = useCommand(law.holidays, refreshed)
  const send = async () => {
    if (day === '') return t('common.day_needed')
    if (name.trim() === '') return t('law.occasion_needed')
    if (source.trim().length < LEAST_WORDS) return t('law.source_needed')
    await say.mutateAsync({ commandId, baseRev: rev, day, kind, name, source })
    toast(t('law.day_said', { day: showDay(day) }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('law.add_day')}
      consequence={t('law.add_consequence')}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={send}
    >
      <ChoiceField
        label={t('law.kind')}
        name="day-kind"
        value={kind}
        onChange={(value) => setKind(value === 'make-up' ? 'make-up' : 'off')}
        choices={KINDS.map((value) => ({ value, label: t(`law.kind_${value}`) }))}
      />
      <DateField label={t('law.day')} name="day" value={day} onChange={setDay} help={weekdayWords(day)} />
      <TextField label={t('law.occasion')} name="day-name" maxLength={300} value={name} onChange={setName} />
      <SourceField value={source} onChange={setSource} />
    </CommandDialog>
  )
}

function Withdraw({ rev, row, onClose }: DialogProps & { readonly row: HolidayRow }) {
  const [commandId] = useCommandId()
  const [source, setSource] = useState('')
  const say = useCommand(law.holidays, refreshed)
  const day = showDay(row.day)
  const send = async () => {
    if (source.trim().length < LEAST_WORDS) return t('law.source_needed')
    await say.mutateAsync({ commandId, baseRev: rev, day: row.day, kind: 'ordinary', source })
    toast(t('law.day_said', { day }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('law.withdraw_of', { day, name: row.name })}
      consequence={t('law.withdraw_consequence', { day })}
      confirm={t('law.withdraw')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    >
      <SourceField value={source} onChange={setSource} />
    </CommandDialog>
  )
}

const columnsOf = (onWithdraw: ((row: HolidayRow) => void) | undefined): readonly Column<HolidayRow>[] => [
  {
    key: 'day',
    head: t('law.day'),
    isMain: true,
    cell: (row) => `${weekdayWords(row.day)}, ${showDay(row.day)}`,
  },
  {
    key: 'kind',
    head: t('law.kind'),
    cell: (row) => <Badge tone={TONES[row.kind]}>{t(`law.kind_${row.kind}`)}</Badge>,
  },
  { key: 'name', head: t('law.occasion'), cell: (row) => row.name },
  {
    key: 'note',
    head: t('common.note'),
    cell: (row) => row.source ?? (row.note || (row.basis === 'approximate' ? t('law.basis_approximate') : '—')),
  },
  ...(onWithdraw === undefined
    ? []
    : [
        {
          key: 'acts',
          head: t('law.withdraw'),
          cell: (row: HolidayRow) =>
            row.kind === 'ordinary' ? (
              '—'
            ) : (
              <Button
                onClick={() => onWithdraw(row)}
                aria-label={t('law.withdraw_of', { day: showDay(row.day), name: row.name })}
              >
                {t('law.withdraw')}
              </Button>
            ),
        },
      ]),
]

type HolidayListProps = { readonly holidays: LawList['holidays']; readonly mayChange: boolean }

export function HolidayList({ holidays, mayChange }: HolidayListProps) {
  const { year } = useDesk()
  const [isAdding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<HolidayRow>()
  const rows = holidays.days.filter(({ day }) => day.startsWith(`${year}-`))
  return (
    <section className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2>{t('law.holidays_of', { year })}</h2>
        {mayChange && (
          <Button variant="primary" onClick={() => setAdding(true)}>
            {t('law.add_day')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <Empty title={t('law.holidays_empty', { year })}>{t('law.holidays_empty_help')}</Empty>
      ) : (
        <DataTable
          caption={t('law.holidays_of', { year })}
          columns={columnsOf(mayChange ? setChosen : undefined)}
          rows={rows}
          keyOf={(row) => row.day}
          isStruck={(row) => row.kind === 'ordinary'}
        />
      )}
      {isAdding && <AddDay rev={holidays.rev} onClose={() => setAdding(false)} />}
      {chosen !== undefined && <Withdraw rev={holidays.rev} row={chosen} onClose={() => setChosen(undefined)} />}
    </section>
  )
}
