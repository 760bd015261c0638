// The register of skilful-mobilisation models: its list and one entry's page. Forms are in entry-form.tsx.
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
import { Bloc, Field, type ModelEntry, type ModelRow, ModelState, type ModelStepKind, skilfulModels } from './schema.ts'
import { StepDialog } from './step-dialog.tsx'

export const MODELS_PATH = '/so/mo-hinh'

const TONE: Readonly<Record<ModelState, Tone>> = {
  registered: 'plain',
  appraised: 'info',
  approved: 'info',
  rejected: 'bad',
  running: 'info',
  'self-assessed': 'info',
  recognised: 'good',
  'not-recognised': 'warn',
  'put-forward': 'good',
  ended: 'plain',
}

const StateBadge = ({ state }: { readonly state: ModelState }) => (
  <Badge tone={TONE[state]}>{t(`models.state_${state}`)}</Badge>
)

const fieldChoices = Field.options.map((value) => ({ value, label: t(`models.field_${value}`) }))
const blocChoices = Bloc.options.map((value) => ({ value, label: t(`models.bloc_${value}`) }))
const stateChoices = ModelState.options.map((value) => ({ value, label: t(`models.state_${value}`) }))
const FILTERS = ['q', 'field', 'bloc', 'state'] as const

const entryPath = (row: { readonly unitId: string; readonly id: string }): string =>
  pathTo(MODELS_PATH, row.unitId, row.id)

const columns: readonly Column<ModelRow>[] = [
  { key: 'no', head: t('models.entry_no'), cell: (row) => row.entryNo, isNumber: true },
  {
    key: 'name',
    head: t('models.name'),
    isMain: true,
    cell: (row) => (
      <AppLink to={entryPath(row)} className="row-link font-medium">
        {row.name}
      </AppLink>
    ),
  },
  { key: 'unit', head: t('common.unit'), cell: (row) => row.unitName },
  { key: 'field', head: t('models.field'), cell: (row) => t(`models.field_${row.field}`) },
  { key: 'exemplar', head: t('models.exemplar'), cell: (row) => t(`models.exemplar_${row.exemplar}`) },
  { key: 'day', head: t('models.day'), cell: (row) => showDay(row.happenedOn), isNumber: true },
  {
    key: 'state',
    head: t('common.state'),
    cell: (row) =>
      row.isVoided ? (
        <Badge tone="plain" shape="✕">
          {t('models.is_voided')}
        </Badge>
      ) : (
        <StateBadge state={row.state} />
      ),
  },
]

const NewLink = () => (
  <AppLink to={`${MODELS_PATH}/moi`} className="btn btn-primary">
    {t('models.new')}
  </AppLink>
)

export function ModelList() {
  const desk = useDesk()
  const { search } = useAddress()
  const page = Number(search['page'] ?? 1)
  const list = useServer(skilfulModels.list, {
    unit: desk.unit.id,
    year: desk.year,
    q: search['q'],
    field: oneOf(Field.options, search['field']),
    bloc: oneOf(Bloc.options, search['bloc']),
    state: oneOf(ModelState.options, search['state']),
    page,
  })
  const mayRecord = hasRole(desk, 'recorder', 'compiler')
  const isFiltered = FILTERS.some((name) => (search[name] ?? '') !== '')
  return (
    <Page
      title={`${t('models.title')} · ${desk.year}`}
      {...(mayRecord ? { mainAction: <NewLink /> } : {})}
      actions={<PrintButton />}
    >
      <search
        className="filters no-print sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
        aria-label={t('common.filters')}
      >
        <SearchFilter label={t('models.search')} />
        <ChoiceFilter label={t('models.field')} param="field" choices={fieldChoices} />
        <ChoiceFilter label={t('models.bloc')} param="bloc" choices={blocChoices} />
        <ChoiceFilter label={t('common.state')} param="state" choices={stateChoices} />
        <ClearFilters params={FILTERS} />
      </search>
      <Answer of={list}>
        {({ rows, total, pageSize }) => (
          <>
            <output className="block">{t('models.count', { count: total })}</output>
            {rows.length === 0 ? (
              <Empty
                title={t(isFiltered ? 'models.empty_filtered' : 'models.empty')}
                action={!isFiltered && mayRecord && <NewLink />}
              >
                {!isFiltered && t('models.empty_help')}
              </Empty>
            ) : (
              <DataTable
                caption={t('models.title')}
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

const ITEMS = [
  'situation',
  'goals',
  'content',
  'area',
  'forces',
  'resources',
  'schedule',
  'outputs',
  'sustainability',
] as const

function Items({ entry }: { readonly entry: ModelEntry }) {
  const facts = [
    [t('models.field'), t(`models.field_${entry.field}`)],
    [t('models.bloc'), t(`models.bloc_${entry.bloc}`)],
    [t('models.exemplar'), t(`models.exemplar_${entry.exemplar}`)],
    [t('models.novelty'), t(`models.novelty_${entry.novelty}`)],
    [t('models.day'), showDay(entry.happenedOn)],
    [t('models.sponsor'), entry.sponsor],
  ] as const
  return (
    <section className="card grid gap-4">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-[var(--muted)]">{name}</dt>
            <dd>{value === '' ? '—' : value}</dd>
          </div>
        ))}
      </dl>
      {entry.isFriendlyGovernment && <p>✓ {t('models.friendly')}</p>}
      {entry.isSpecialArea && <p>✓ {t('models.special_area')}</p>}
      <dl className="grid gap-3 border-t border-[var(--line)] pt-4">
        <div>
          <dt className="font-medium">{t('models.item_name')}</dt>
          <dd>{entry.name}</dd>
        </div>
        {ITEMS.map((item) => (
          <div key={item}>
            <dt className="font-medium">{t(`models.item_${item}`)}</dt>
            <dd className="whitespace-pre-line">{entry[item] === '' ? '—' : entry[item]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function momentsOf(entry: ModelEntry): readonly Moment[] {
  const start: Moment = {
    key: 0,
    title: t('models.registered'),
    when: showDay(entry.happenedOn),
    who: entry.recordedTitle,
  }
  const steps = entry.steps.map((step) => ({
    key: step.seq,
    title: t(`models.step_${step.kind}`),
    when: showDay(step.happenedOn),
    who: step.actorTitle,
    body: (
      <>
        {step.sites !== null && <p>{t('models.sites', { count: step.sites })}</p>}
        {step.note !== '' && <p>{step.note}</p>}
      </>
    ),
  }))
  return [start, ...steps]
}

function Life({ entry }: { readonly entry: ModelEntry }) {
  const [step, setStep] = useState<ModelStepKind>()
  const next = entry.voidReason === null ? entry.nextSteps : []
  return (
    <>
      <EntryLife
        title={t('models.life')}
        moments={momentsOf(entry)}
        nextTitle={t('models.next_steps')}
        next={next.map((kind) => ({ kind, label: t(`models.step_${kind}`) }))}
        onNext={setStep}
        revisions={entry.revisions}
      />
      {step !== undefined && <StepDialog entry={entry} kind={step} onClose={() => setStep(undefined)} />}
    </>
  )
}

function Entry({ entry }: { readonly entry: ModelEntry }) {
  const [isVoiding, setVoiding] = useState(false)
  const strike = useCommand(skilfulModels.void, [skilfulModels.entry, skilfulModels.list])
  return (
    <Page
      title={entry.name}
      back={{ to: MODELS_PATH, label: t('models.title') }}
      actions={
        <>
          {entry.mayEdit && entry.voidReason === null && (
            <>
              <AppLink to={`${entryPath(entry)}/sua`} className="btn">
                {t('common.edit')}
              </AppLink>
              <Button variant="danger" onClick={() => setVoiding(true)}>
                {t('models.void')}
              </Button>
            </>
          )}
          <PrintButton />
        </>
      }
    >
      <p className="flex flex-wrap items-center gap-3 text-[var(--muted)]">
        <StateBadge state={entry.state} />
        <span>
          {t('models.entry_no')} {entry.entryNo} · {entry.unitName}
        </span>
        <span>{t('models.recorded_by', { who: entry.recordedTitle, when: showInstant(entry.recordedAt) })}</span>
      </p>
      {entry.voidReason !== null && <Notice tone="warn">{t('models.voided', { reason: entry.voidReason })}</Notice>}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(280px,1fr)]">
        <Items entry={entry} />
        <Life entry={entry} />
      </div>
      {isVoiding && (
        <VoidDialog
          title={t('models.void_title')}
          consequence={t('models.void_consequence')}
          confirm={t('models.void')}
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

export function ModelDetail() {
  const { params } = useAddress()
  const entry = useServer(skilfulModels.entry, { unit: params['unit'] ?? '', id: params['id'] ?? '' })
  return <ScreenAnswer of={entry}>{(it) => <Entry key={it.id} entry={it} />}</ScreenAnswer>
}
