// One report of a unit for a period: state, figures, checks, words, steps and what may be done with it.
import { useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { keptKey } from '@kheo/ui/drafts.ts'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button, PrintButton } from '@kheo/ui/parts/button.tsx'
import { Menu } from '@kheo/ui/parts/menu.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { Progress } from '@kheo/ui/parts/progress.tsx'
import { TabLinks } from '@kheo/ui/parts/tab-links.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useLeaveGuard } from '@kheo/ui/use-leave-guard.ts'
import { useCatalogue } from '../indicators/catalogue.tsx'
import { inputId } from './cell-input.tsx'
import { CellTable, SectionJump } from './cell-table.tsx'
import { Checks } from './checks.tsx'
import { daysTo, daysWords, StateBadge } from './look.tsx'
import { Narrative } from './narrative.tsx'
import { ReportActions } from './report-actions.tsx'
import { SaveLine } from './save-line.tsx'
import { type ReportView, reports } from './schema.ts'
import { SourceDrawer } from './source-drawer.tsx'
import { Steps } from './steps.tsx'
import { useCellSaver } from './use-cell-saver.tsx'

const TABS = ['cells', 'checks', 'narrative', 'steps'] as const
const SOURCE = 'nguon'
const SUBMITTED = 'ban'

function Header({ view }: { readonly view: ReportView }) {
  const desk = useDesk()
  const failed = view.findings.filter((it) => it.status === 'failed')
  const errors = failed.filter((it) => it.severity === 'error').length
  const warnings = failed.length - errors
  const all = view.sections.reduce((count, section) => count + section.cells.length, 0)
  const days = daysTo(desk.today, view.period.dueOn)
  const isOpen = view.state === 'draft' || view.state === 'returned'
  const [reported, expected] = view.reported
  return (
    <div className="card flex flex-wrap items-center gap-x-5 gap-y-1 !py-3">
      <StateBadge state={view.state} />
      <span className="flex items-center gap-2">
        {t('reports.filled', { filled: view.filled, all })}
        <span className="hidden w-24 sm:inline-block">
          <Progress label={t('reports.filled', { filled: view.filled, all })} done={view.filled} all={all} />
        </span>
      </span>
      {errors > 0 && <Badge tone="bad">{t('reports.errors', { count: errors })}</Badge>}
      {warnings > 0 && <Badge tone="warn">{t('reports.warnings', { count: warnings })}</Badge>}
      {failed.length === 0 && <Badge tone="good">{t('reports.clean')}</Badge>}
      <span>
        {t('reports.due_on', { day: showDay(view.period.dueOn) })}
        {isOpen && ` (${daysWords(days)})`}
      </span>
      {expected > 0 && (
        <span className="flex items-center gap-2">
          {t('reports.reported', { count: reported, all: expected })}
          {reported < expected && (
            <Badge tone="warn" shape="≈">
              {t('reports.provisional')}
            </Badge>
          )}
        </span>
      )}
      <span className="text-sm text-[var(--muted)]">
        {t('reports.boundaries', { day: showDay(view.boundariesOn) })}
      </span>
      {view.period.closedOn !== null && <span>{t('reports.closed', { day: showDay(view.period.closedOn) })}</span>}
    </div>
  )
}

const FILES = [
  { id: 'docx_party', format: 'docx', profile: 'dang' },
  { id: 'pdf_party', format: 'pdf', profile: 'dang' },
  { id: 'xlsx_party', format: 'xlsx', profile: 'dang' },
  { id: 'pptx_party', format: 'pptx', profile: 'dang' },
  { id: 'docx_state', format: 'docx', profile: 'nha-nuoc' },
  { id: 'pdf_state', format: 'pdf', profile: 'nha-nuoc' },
  { id: 'xlsx_state', format: 'xlsx', profile: 'nha-nuoc' },
  { id: 'pptx_state', format: 'pptx', profile: 'nha-nuoc' },
] as const

function Downloads({ view }: { readonly view: ReportView }) {
  const address = (format: string, profile: string) =>
    `/api/reports/document?${new URLSearchParams({ unit: view.unitId, type: view.type, period: view.period.id, format, profile }).toString()}`
  const fetchFile = (format: string, profile: string) => {
    const link = document.createElement('a')
    link.href = address(format, profile)
    link.download = ''
    link.click()
  }
  return (
    <Menu
      label={t('reports.download')}
      name={t('reports.download')}
      choices={FILES.map(({ id, format, profile }) => ({
        id,
        label: t(`reports.download_${id}`),
        onChoose: () => fetchFile(format, profile),
      }))}
    />
  )
}

/** Waits for the tab to open before looking for the cell. */
function leadToCell(code: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const target = document.getElementById(inputId(code)) ?? document.getElementById(`cell-${code}`)
      target?.scrollIntoView({ block: 'center' })
      target?.focus()
    }),
  )
}

function Report({ view }: { readonly view: ReportView }) {
  const desk = useDesk()
  const { search, setSearch } = useAddress()
  const { byCode } = useCatalogue(view.period.endOn)
  const isSubmittedView = search[SUBMITTED] === 'da-gui'
  const mayEdit = view.may.edit && !isSubmittedView
  const saver = useCellSaver({
    unit: view.unitId,
    period: view.period.id,
    figureRev: view.figureRev,
    keptKey: keptKey(desk.accountId, 'cells', view.unitId, view.period.id),
    isOn: mayEdit,
  })
  const isStuck = saver.status.kind === 'failed' || saver.status.kind === 'conflict'
  useLeaveGuard(isStuck, saver.isUnsaved)
  const tab = TABS.find((it) => it === search['tab']) ?? 'cells'
  const showSource = (code: string) => setSearch({ [SOURCE]: code })
  const toCell = (code: string) => {
    setSearch({ tab: 'cells' })
    leadToCell(code)
  }
  const shown = search[SOURCE]
  const returned = view.state === 'returned' ? view.steps.findLast((it) => it.kind === 'returned') : undefined
  return (
    <Page
      title={`${view.typeTitle} ${view.period.title} · ${view.unitName}`}
      back={{ to: '/bao-cao', label: t('reports.title') }}
      {...(isSubmittedView
        ? {}
        : { mainAction: <ReportActions of="main" view={view} names={byCode} flush={saver.flush} /> })}
      actions={
        <>
          {!isSubmittedView && <ReportActions of="other" view={view} names={byCode} flush={saver.flush} />}
          <Downloads view={view} />
          <PrintButton />
        </>
      }
    >
      <Header view={view} />
      {returned !== undefined && (
        <Notice tone="bad" title={t('reports.state_returned')}>
          <p>
            {returned.actorTitle}: “{returned.reason}”
          </p>
        </Notice>
      )}
      {isSubmittedView && <Notice tone="info">{t('reports.as_submitted_notice')}</Notice>}
      <TabLinks
        label={t('reports.cell_count')}
        param="tab"
        current={tab}
        tabs={TABS.map((value) => ({ value, label: t(`reports.tab_${value}`) }))}
      />
      <div className="no-print -my-2 grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          {tab === 'cells' && <SectionJump titles={view.sections.map((section) => section.title)} />}
          {view.steps.length > 0 && (
            <Button
              variant="quiet"
              className="-ml-2 sm:ml-auto"
              onClick={() => setSearch({ [SUBMITTED]: isSubmittedView ? undefined : 'da-gui' })}
            >
              {t(isSubmittedView ? 'reports.as_live' : 'reports.as_submitted')}
            </Button>
          )}
        </div>
        {mayEdit && (tab === 'cells' || saver.isUnsaved) && (
          <div className="flex flex-wrap items-center gap-x-4">
            <SaveLine saver={saver} view={view} />
            {tab === 'cells' && (
              <p className="hidden text-[13px] text-[var(--muted)] pointer-fine:block">{t('reports.keys_help')}</p>
            )}
          </div>
        )}
      </div>
      {tab === 'cells' && (
        <CellTable view={view} names={byCode} saver={saver} mayEdit={mayEdit} onSource={showSource} />
      )}
      {tab === 'checks' && <Checks findings={view.findings} onCell={toCell} />}
      {tab === 'narrative' && <Narrative view={view} names={byCode} mayEdit={mayEdit} onSource={showSource} />}
      {tab === 'steps' && <Steps steps={view.steps} />}
      {shown !== undefined && (
        <SourceDrawer
          key={shown}
          unit={{ id: view.unitId, name: view.unitName }}
          period={view.period.id}
          code={shown}
          onClose={() => setSearch({ [SOURCE]: undefined })}
        />
      )}
    </Page>
  )
}

export function ReportScreen() {
  const { params, search } = useAddress()
  const which = { unit: params['unit'] ?? '', type: params['type'] ?? '', period: params['period'] ?? '' }
  const view = useServer(reports.view, search[SUBMITTED] === 'da-gui' ? { ...which, asSubmitted: '1' } : which)
  // Saving state belongs to one report: another report starts afresh.
  return (
    <ScreenAnswer of={view}>
      {(it) => <Report key={`${it.unitId}/${it.type}/${it.period.id}`} view={it} />}
    </ScreenAnswer>
  )
}
