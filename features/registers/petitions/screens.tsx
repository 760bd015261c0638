// The petition register: its list and one entry's page with the reason of its deadline. Forms are in entry-form.tsx.
import { AppLink, pathTo, useAddress } from '@kheo/ui/address.tsx'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { showDay, showInstant } from '@kheo/ui/format.ts'
import { Badge, Notice, type Tone } from '@kheo/ui/parts/badge.tsx'
import { Button, PrintButton } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { EntryLife } from '@kheo/ui/parts/entry-life.tsx'
import { ChoiceFilter, ClearFilters, oneOf, SearchFilter } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { PagerLinks } from '@kheo/ui/parts/tab-links.tsx'
import type { Moment } from '@kheo/ui/parts/timeline.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { VoidDialog } from '@kheo/ui/parts/void-dialog.tsx'
import { newId, useCommand, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import {
  type DeadlineReason,
  type PetitionEntry,
  PetitionKind,
  type PetitionRow,
  PetitionState,
  petitions,
  type PetitionStepKind,
  type Timeliness,
} from './schema.ts'
import type { z } from 'zod'
import { StepDialog } from './step-dialog.tsx'

export const PETITIONS_PATH = '/so/don-thu'

type InTime = z.infer<typeof Timeliness>

const TONE: Readonly<Record<InTime, Tone>> = {
  none: 'plain',
  'in-time': 'info',
  'due-soon': 'warn',
  overdue: 'bad',
  'done-in-time': 'good',
  'done-late': 'warn',
}

const TimelinessBadge = ({ of }: { readonly of: InTime }) => (
  <Badge tone={TONE[of]}>{t(`petitions.timeliness_${of}`)}</Badge>
)

const LATE = ['due-soon', 'overdue'] as const
const FILTERS = ['q', 'kind', 'state', 'late'] as const
const kindChoices = PetitionKind.options.map((value) => ({ value, label: t(`petitions.kind_${value}`) }))
const stateChoices = PetitionState.options.map((value) => ({ value, label: t(`petitions.state_${value}`) }))
const lateChoices = LATE.map((value) => ({ value, label: t(`petitions.timeliness_${value}`) }))

const entryPath = (row: { readonly unitId: string; readonly id: string }): string =>
  pathTo(PETITIONS_PATH, row.unitId, row.id)

const columns: readonly Column<PetitionRow>[] = [
  {
    key: 'no',
    head: t('petitions.entry_no'),
    isMain: true,
    cell: (row) => (
      <AppLink to={entryPath(row)} className="row-link font-medium">
        {t('petitions.entry_title', { no: row.entryNo })}
      </AppLink>
    ),
  },
  { key: 'arrival', head: t('petitions.arrival_no'), cell: (row) => (row.arrivalNo === '' ? '—' : row.arrivalNo) },
  { key: 'day', head: t('petitions.day'), cell: (row) => showDay(row.happenedOn), isNumber: true },
  { key: 'kind', head: t('petitions.kind'), cell: (row) => t(`petitions.kind_${row.kind}`) },
  { key: 'topic', head: t('petitions.topic'), cell: (row) => t(`petitions.topic_${row.topic}`) },
  { key: 'unit', head: t('common.unit'), cell: (row) => row.unitName },
  {
    key: 'state',
    head: t('common.state'),
    cell: (row) => (row.isVoided ? t('petitions.is_voided') : t(`petitions.state_${row.state}`)),
  },
  {
    key: 'due',
    head: t('petitions.due'),
    cell: (row) => (row.dueOn === null ? '—' : showDay(row.dueOn)),
    isNumber: true,
  },
  { key: 'late', head: t('petitions.late_filter'), cell: (row) => <TimelinessBadge of={row.timeliness} /> },
]

const NewLink = () => (
  <AppLink to={`${PETITIONS_PATH}/moi`} className="btn btn-primary">
    {t('petitions.new')}
  </AppLink>
)

export function PetitionList() {
  const desk = useDesk()
  const { search } = useAddress()
  const page = Number(search['page'] ?? 1)
  const list = useServer(petitions.list, {
    unit: desk.unit.id,
    year: desk.year,
    q: search['q'],
    kind: oneOf(PetitionKind.options, search['kind']),
    state: oneOf(PetitionState.options, search['state']),
    late: oneOf(LATE, search['late']),
    page,
  })
  const mayRecord = hasRole(desk, 'recorder', 'compiler')
  const isFiltered = FILTERS.some((name) => (search[name] ?? '') !== '')
  return (
    <Page
      title={`${t('petitions.title')} · ${desk.year}`}
      {...(mayRecord ? { mainAction: <NewLink /> } : {})}
      actions={<PrintButton />}
    >
      <search
        className="filters no-print sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
        aria-label={t('common.filters')}
      >
        <SearchFilter label={t('petitions.search')} />
        <ChoiceFilter label={t('petitions.kind')} param="kind" choices={kindChoices} />
        <ChoiceFilter label={t('common.state')} param="state" choices={stateChoices} />
        <ChoiceFilter label={t('petitions.late_filter')} param="late" choices={lateChoices} />
        <ClearFilters params={FILTERS} />
      </search>
      <Answer of={list}>
        {({ rows, total, pageSize }) => (
          <>
            <output className="block">{t('petitions.count', { count: total })}</output>
            {rows.length === 0 ? (
              <Empty
                title={t(isFiltered ? 'petitions.empty_filtered' : 'petitions.empty')}
                action={!isFiltered && mayRecord && <NewLink />}
              >
                {!isFiltered && t('petitions.empty_help')}
              </Empty>
            ) : (
              <DataTable
                caption={t('petitions.title')}
                columns={
                  rows.every((row) => row.unitId === desk.unit.id) ? columns.filter((it) => it.key !== 'unit') : columns
                }
                rows={rows}
                keyOf={(row) => `${row.unitId}/${row.id}`}
                isStruck={(row) => row.isVoided}
              />
            )}
            <PagerLinks page={page} pageSize={pageSize} total={total} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Deadline({ reason }: { readonly reason: DeadlineReason }) {
  const unit = t(reason.areWorkingDays ? 'petitions.working_days' : 'petitions.calendar_days')
  return (
    <details className="card">
      <summary className="min-h-[var(--target)] font-medium">
        {t('petitions.due')}: {showDay(reason.dueOn)} — {t('petitions.why')}
      </summary>
      <div className="mt-2 grid gap-2">
        <p>
          {t('petitions.why_sentence', {
            from: showDay(reason.from),
            days: reason.days,
            unit,
            due: showDay(reason.dueOn),
          })}
        </p>
        <p>
          {t('petitions.rule')}: {reason.rule}
        </p>
        <p>
          {t('petitions.source')}: {reason.source}
        </p>
        {reason.skipped.length > 0 && (
          <>
            <p>{t('petitions.skipped')}:</p>
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

function Facts({ entry }: { readonly entry: PetitionEntry }) {
  const facts = [
    [t('petitions.kind'), t(`petitions.kind_${entry.kind}`)],
    [t('petitions.topic'), t(`petitions.topic_${entry.topic}`)],
    [t('petitions.day'), showDay(entry.happenedOn)],
    [t('petitions.arrival_no'), entry.arrivalNo],
    [t('petitions.village'), entry.village],
    [t('petitions.note'), entry.note],
  ] as const
  return (
    <section className="card">
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-[var(--muted)]">{name}</dt>
            <dd className="whitespace-pre-line">{value === '' ? '—' : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const saidOf = (value: boolean): string => t(value ? 'petitions.yes' : 'petitions.no')

function momentsOf(entry: PetitionEntry): readonly Moment[] {
  const start: Moment = {
    key: 0,
    title: t('petitions.step_received'),
    when: showDay(entry.happenedOn),
    who: entry.recordedTitle,
  }
  const steps = entry.steps.map((step) => ({
    key: step.seq,
    title: t(`petitions.step_${step.kind}`),
    when: showDay(step.happenedOn),
    who: step.actorTitle,
    body: (
      <>
        {step.admissible !== null && (
          <p>
            {t('petitions.admissible')}: {saidOf(step.admissible)}
          </p>
        )}
        {step.competent !== null && (
          <p>
            {t('petitions.competent')}: {saidOf(step.competent)}
          </p>
        )}
        {step.dueOn !== null && (
          <p>
            {t('petitions.due')}: {showDay(step.dueOn)}
          </p>
        )}
        {step.note !== '' && <p>{step.note}</p>}
      </>
    ),
  }))
  return [start, ...steps]
}

function Life({ entry }: { readonly entry: PetitionEntry }) {
  const [step, setStep] = useState<PetitionStepKind>()
  const next = entry.voidReason === null ? entry.nextSteps : []
  return (
    <>
      <EntryLife
        title={t('petitions.life')}
        moments={momentsOf(entry)}
        nextTitle={t('petitions.next_steps')}
        next={next.map((kind) => ({ kind, label: t(`petitions.step_${kind}`) }))}
        onNext={setStep}
        revisions={entry.revisions}
      />
      {step !== undefined && <StepDialog entry={entry} kind={step} onClose={() => setStep(undefined)} />}
    </>
  )
}

function Entry({ entry }: { readonly entry: PetitionEntry }) {
  const [isVoiding, setVoiding] = useState(false)
  const strike = useCommand(petitions.void, [petitions.entry, petitions.list])
  return (
    <Page
      title={t('petitions.entry_title', { no: entry.entryNo })}
      back={{ to: PETITIONS_PATH, label: t('petitions.title') }}
      actions={
        entry.mayEdit &&
        entry.voidReason === null && (
          <>
            <AppLink to={`${entryPath(entry)}/sua`} className="btn">
              {t('common.edit')}
            </AppLink>
            <Button variant="danger" onClick={() => setVoiding(true)}>
              {t('petitions.void')}
            </Button>
          </>
        )
      }
    >
      <p className="flex flex-wrap items-center gap-3 text-[var(--muted)]">
        <Badge tone="info">{t(`petitions.state_${entry.state}`)}</Badge>
        <TimelinessBadge of={entry.timeliness} />
        <span>{entry.unitName}</span>
        <span>{t('petitions.recorded_by', { who: entry.recordedTitle, when: showInstant(entry.recordedAt) })}</span>
      </p>
      {entry.voidReason !== null && <Notice tone="warn">{t('petitions.voided', { reason: entry.voidReason })}</Notice>}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(280px,1fr)]">
        <div className="grid content-start gap-4">
          {entry.deadline === null ? (
            <p className="card text-[var(--muted)]">{t('petitions.no_deadline')}</p>
          ) : (
            <Deadline reason={entry.deadline} />
          )}
          <Facts entry={entry} />
        </div>
        <Life entry={entry} />
      </div>
      {isVoiding && (
        <VoidDialog
          title={t('petitions.void_title')}
          consequence={t('petitions.void_consequence')}
          confirm={t('petitions.void')}
          onClose={() => setVoiding(false)}
          onVoid={async (reason) => {
            await strike.mutateAsync({
              commandId: newId(),
              unit: entry.unitId,
              id: entry.id,
              baseRev: entry.rev,
              reason,
            })
            toast(t('common.saved'))
          }}
        />
      )}
    </Page>
  )
}

export function PetitionDetail() {
  const { params } = useAddress()
  const entry = useServer(petitions.entry, { unit: params['unit'] ?? '', id: params['id'] ?? '' })
  return <ScreenAnswer of={entry}>{(it) => <Entry key={it.id} entry={it} />}</ScreenAnswer>
}
