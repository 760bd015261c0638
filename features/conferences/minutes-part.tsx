// Diễn biến & kết luận: that it was held, what was said, votes, conclusions and what came of those before.
import { AppLink } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, Notice, type Tone } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import type { MinutesDesk } from './box-state.tsx'
import type { ConclusionResult } from './facts.ts'
import { AssignDialog, HoldDialog } from './holding-dialogs.tsx'
import { wordColumn } from './line-boxes.tsx'
import { type LineColumn, LineTable } from './line-table.tsx'
import type { ConclusionLine, RemarkLine } from './minutes-draft.ts'
import type { Errors } from './plan-draft.ts'
import { labelOf } from './plan-labels.tsx'
import { SavedForm } from './save-bar.tsx'
import type { View } from './schema.ts'
import { DayBox, TASKS_PATH } from './words.tsx'

const VOTES = ['agreed', 'against', 'abstained'] as const
const TASKS = 'so_nhiem_vu'

type PartProps = { readonly view: View; readonly desk: MinutesDesk }

function Remarks({ desk: { draft, change, errors } }: { readonly desk: MinutesDesk }) {
  return (
    <section className="card grid min-w-0 gap-3">
      <h2>{t('conferences.remarks')}</h2>
      <p className="field-help">{t('conferences.remarks_help')}</p>
      <LineTable
        caption={t('conferences.remarks')}
        name="remarks"
        columns={[
          wordColumn<RemarkLine>({ list: 'remarks', key: 'post', head: t('conferences.post'), errors, look: 'w-48' }),
          wordColumn<RemarkLine>({ list: 'remarks', key: 'body', head: t('conferences.body'), errors, look: 'w-48' }),
          wordColumn<RemarkLine>({ list: 'remarks', key: 'words', head: t('conferences.words'), errors, most: 4000 }),
        ]}
        lines={draft.remarks}
        onChange={(remarks) => change({ remarks })}
        blank={{ post: '', body: '', words: '' }}
        add={t('conferences.remarks_add')}
        none={t('conferences.remarks_none')}
      />
      <div className="grid gap-4 sm:grid-cols-4">
        {VOTES.map((name) => (
          <TextField
            key={name}
            label={t(`conferences.votes_${name}`)}
            name={name}
            isOptional
            inputMode="numeric"
            maxLength={7}
            value={draft[name]}
            error={errors[name]}
            onChange={(text) => change({ [name]: text })}
          />
        ))}
        <TextField
          label={t('conferences.ended_at')}
          name="endedAt"
          isOptional
          maxLength={6}
          value={draft.endedAt}
          error={errors['endedAt']}
          onChange={(endedAt) => change({ endedAt })}
        />
      </div>
    </section>
  )
}

type Tasks = readonly (string | null)[]

function conclusionColumns(view: View, tasks: Tasks, errors: Errors, to: (id: string) => string | undefined) {
  const unlessTask = (column: LineColumn<ConclusionLine>): LineColumn<ConclusionLine> => ({
    ...column,
    cell: (line, at, set) =>
      tasks[at] == null ? column.cell(line, at, set) : <span>{line[column.key as keyof ConclusionLine] || '—'}</span>,
  })
  const due: LineColumn<ConclusionLine> = {
    key: 'dueOn',
    head: t('conferences.due_on'),
    look: 'w-40',
    cell: (line, at, set) => {
      const task = tasks[at]
      const address = task == null ? undefined : to(task)
      if (task != null)
        return (
          <span className="grid justify-items-start gap-1">
            {showDay(view.facts.conclusions[at]?.dueOn ?? null)}
            <Badge tone="good">{t('conferences.assigned')}</Badge>
            {address !== undefined && (
              <AppLink to={address} label={`${t('conferences.open_task')}: ${line.content}`}>
                {t('conferences.open_task')}
              </AppLink>
            )}
          </span>
        )
      return (
        <DayBox
          label={t('conferences.due_on')}
          name={`conclusions.${at}.dueOn`}
          isOptional
          value={line.dueOn}
          error={errors[`conclusions.${at}.dueOn`]}
          onChange={(dueOn) => set({ dueOn })}
        />
      )
    },
  }
  const words = (key: 'content' | 'lead' | 'helpers' | 'product', head: string, look: string) =>
    unlessTask(wordColumn<ConclusionLine>({ list: 'conclusions', key, head, errors, look }))
  return [
    words('content', t('conferences.conclusion'), 'min-w-56'),
    words('lead', t('conferences.lead'), 'w-44'),
    words('helpers', t('conferences.helpers'), 'w-44'),
    due,
    words('product', t('conferences.product'), 'w-32'),
  ]
}

function Conclusions({ view, desk }: PartProps) {
  const { entryAddress } = useDesk()
  const [isAssigning, setAssigning] = useState(false)
  const { draft, change, errors, isDirty } = desk
  const { unit, state, heldOn } = view.facts
  const tasks = view.minutes.conclusions.map((conclusion) => conclusion.taskId)
  const owed = tasks.filter((task) => task === null).length
  return (
    <section className="card grid min-w-0 gap-3">
      <h2>{t('conferences.conclusions')}</h2>
      <p className="field-help">{t('conferences.conclusions_help')}</p>
      <LineTable
        caption={t('conferences.conclusions')}
        name="conclusions"
        columns={conclusionColumns(view, tasks, errors, (id) => entryAddress(TASKS, unit, id))}
        lines={draft.conclusions}
        onChange={(conclusions) => change({ conclusions })}
        blank={{ content: '', lead: '', helpers: '', dueOn: '', product: '' }}
        add={t('conferences.conclusions_add')}
        none={t('conferences.conclusions_none')}
        locked={tasks.findLastIndex((task) => task !== null) + 1}
      />
      {view.mayEdit && owed > 0 && (
        <div className="no-print flex flex-wrap items-center gap-3">
          <Button disabled={isDirty || heldOn === null} onClick={() => setAssigning(true)}>
            {t('conferences.assign', { count: owed })}
          </Button>
          {heldOn === null && <span className="text-[var(--muted)]">{t('conferences.assign_not_held')}</span>}
          {heldOn !== null && isDirty && <span className="text-[var(--muted)]">{t('conferences.assign_unsaved')}</span>}
        </div>
      )}
      {state !== 'planned' && tasks.length > 0 && owed === 0 && (
        <p>
          <Badge tone="good">{t('conferences.all_assigned')}</Badge>{' '}
          <AppLink to={TASKS_PATH}>{t('conferences.tasks')}</AppLink>
        </p>
      )}
      {isAssigning && <AssignDialog view={view} owed={owed} onClose={() => setAssigning(false)} />}
    </section>
  )
}

const RESULT_TONES: Readonly<Record<ConclusionResult['state'], Tone>> = {
  'done-in-time': 'good',
  'done-late': 'warn',
  'in-progress': 'info',
  overdue: 'bad',
}

const resultColumns = (): readonly Column<ConclusionResult>[] => [
  { key: 'content', head: t('conferences.conclusion'), isMain: true, cell: (row) => row.content },
  { key: 'notice', head: t('conferences.notice'), cell: (row) => row.notice || '—' },
  { key: 'lead', head: t('conferences.lead'), cell: (row) => row.lead },
  { key: 'due', head: t('conferences.due_on'), cell: (row) => showDay(row.dueOn) },
  {
    key: 'state',
    head: t('common.state'),
    cell: (row) => (
      <Badge tone={RESULT_TONES[row.state]}>
        {t(`conferences.result_${row.state}`)}
        {row.doneOn !== null && ` ${showDay(row.doneOn)}`}
      </Badge>
    ),
  },
  { key: 'result', head: t('conferences.result'), cell: (row) => row.result || '—' },
]

function Earlier({ results }: { readonly results: readonly ConclusionResult[] }) {
  if (results.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2>{t('conferences.results')}</h2>
      <DataTable
        caption={t('conferences.results')}
        columns={resultColumns()}
        rows={results}
        keyOf={(row) => `${row.notice}|${row.content}`}
      />
    </section>
  )
}

function Hold({ view }: { readonly view: View }) {
  const { today } = useDesk()
  const [isHolding, setHolding] = useState(false)
  if (view.facts.state !== 'planned' || !view.mayEdit) return null
  if (view.facts.day > today) return <Notice tone="info">{t('conferences.hold_later')}</Notice>
  return (
    <div className="no-print">
      <Notice tone="info" title={t('conferences.hold_now')}>
        <p>{t('conferences.hold_help')}</p>
        <Button variant="primary" className="mt-2" onClick={() => setHolding(true)}>
          {t('conferences.hold')}
        </Button>
      </Notice>
      {isHolding && <HoldDialog view={view} onClose={() => setHolding(false)} />}
    </div>
  )
}

export function MinutesPart({ view, desk }: PartProps) {
  return (
    <>
      <Hold view={view} />
      <SavedForm desk={desk} mayEdit={view.mayEdit} save={t('conferences.save_minutes')} labelOf={labelOf}>
        <Remarks desk={desk} />
        <Conclusions view={view} desk={desk} />
      </SavedForm>
      <Earlier results={view.facts.earlierConclusions} />
    </>
  )
}
