// One paper: its sheet or its facts, what is done with it, its files, its life, its check code.
import { addressOf } from '@kheo/kit/client.ts'
import { AppLink, pathTo, useAddress } from '@kheo/ui/address.tsx'
import { showDay, showInstant, showSize } from '@kheo/ui/format.ts'
import { Notice, type Tone } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { Timeline } from '@kheo/ui/parts/timeline.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { AttachCopy, PaperDeeds } from './paper-dialogs.tsx'
import { PaperEditor } from './paper-edit.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import { type DocumentFile, documentFiles, documents, type DocumentView } from './schema.ts'
import { PATH, StateBadge } from './screens.tsx'

function titleOf(view: DocumentView): string {
  if (view.direction === 'in') return t('documents.incoming_title', { number: view.number ?? '' })
  return view.number === null
    ? t('documents.draft_title', { kind: view.kindTitle })
    : t('documents.paper_title', { kind: view.kindTitle, number: view.number })
}

type FileLine = { readonly format: 'docx' | 'pdf' | 'signed' | 'scan'; readonly help: string }

/** Kept files, newest of each role; what an outgoing paper can still be drawn as. */
function fileLines(view: DocumentView): FileLine[] {
  const kept = new Map(view.files.map((file) => [file.role, file]))
  const keptHelp = (file: DocumentFile): string =>
    file.role === 'docx' || file.role === 'pdf'
      ? t('documents.file_kept', { size: showSize(file.size) })
      : t('documents.file_added', { size: showSize(file.size), at: showInstant(file.addedAt), by: file.addedTitle })
  const drawn = view.sheet === null || view.lacks !== null ? [] : (['docx', 'pdf'] as const)
  const live = view.state === 'draft' ? t('documents.file_draft') : t('documents.file_drawn_now')
  return [
    ...drawn.filter((format) => !kept.has(format)).map((format) => ({ format, help: live })),
    ...[...kept.values()].map((file) => ({ format: file.role, help: keptHelp(file) })),
  ]
}

function Files({ view }: { readonly view: DocumentView }) {
  const lines = fileLines(view)
  if (lines.length === 0) return null
  return (
    <section className="card grid gap-2">
      <h2>{t('documents.files')}</h2>
      <ul className="grid gap-2">
        {lines.map(({ format, help }) => (
          <li key={format}>
            <a
              className="font-medium"
              href={addressOf(documentFiles.file, { unit: view.unit, id: view.id, format })}
              {...(format === 'docx' ? { download: '' } : { target: '_blank', rel: 'noopener' })}
            >
              {t(`documents.file_${format}`)}
            </a>
            <p className="text-sm text-[var(--muted)]">{help}</p>
          </li>
        ))}
        {lines.some(({ format }) => format === 'docx') && (
          <li>
            <AppLink className="font-medium" to={`${pathTo(PATH, view.unit, view.id)}/the-thuc`}>
              {t('check.certificate')}
            </AppLink>
            <p className="text-sm text-[var(--muted)]">{t('check.certificate_help')}</p>
          </li>
        )}
      </ul>
    </section>
  )
}

const STEP_TONES: Readonly<Record<DocumentView['steps'][number]['kind'], Tone>> = {
  drafted: 'info',
  received: 'info',
  assigned: 'warn',
  issued: 'good',
  signed: 'good',
  done: 'good',
  cancelled: 'bad',
}

const Life = ({ view }: { readonly view: DocumentView }) => (
  <section className="card grid gap-2">
    <h2>{t('documents.life')}</h2>
    <Timeline
      label={t('documents.life')}
      moments={view.steps.map((step, at) => ({
        key: at,
        title: t(`documents.step_${step.kind}`),
        when: showInstant(step.at),
        who: step.actorTitle,
        tone: STEP_TONES[step.kind],
        ...(step.says.length === 0 ? {} : { body: step.says.join(' · ') }),
      }))}
    />
  </section>
)

function Check({ view }: { readonly view: DocumentView }) {
  if (view.code === null || view.checkAddress === null) return null
  return (
    <section className="card grid gap-2">
      <h2>{t('documents.check')}</h2>
      <p className="font-mono text-lg">{view.code}</p>
      <p className="text-sm text-[var(--muted)]">{t('documents.check_help')}</p>
      <a href={view.checkAddress} target="_blank" rel="noopener">
        {t('documents.check_open')}
      </a>
    </section>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: string | null }) =>
  children === null || children === '' ? null : (
    <div>
      <dt className="text-sm text-[var(--muted)]">{name}</dt>
      <dd>{children}</dd>
    </div>
  )

const Facts = ({ view }: { readonly view: DocumentView }) => (
  <dl className="card grid content-start gap-3">
    <Fact name={t('documents.sender')}>{view.sender}</Fact>
    <Fact name={t('documents.sender_number')}>{view.senderNumber}</Fact>
    <Fact name={t('documents.sender_on')}>{view.senderOn === null ? null : showDay(view.senderOn)}</Fact>
    <Fact name={t('documents.kind')}>{view.kindTitle}</Fact>
    <Fact name={t('documents.summary')}>{view.summary}</Fact>
    <Fact name={t('documents.received_on')}>{showDay(view.date)}</Fact>
    <Fact name={t('documents.assigned_to')}>{view.assignedTo}</Fact>
    <Fact name={t('documents.assign_due')}>{view.dueOn === null ? null : showDay(view.dueOn)}</Fact>
  </dl>
)

function OfReport({ view }: { readonly view: DocumentView }) {
  if (view.source?.room !== 'reports') return null
  const [type = '', period = ''] = view.source.id.split('/')
  return (
    <Notice tone="info" title={t('documents.drawn_elsewhere')}>
      <AppLink to={`/bao-cao/${encodeURIComponent(view.unit)}/${type}/${period}`}>{t('documents.open_report')}</AppLink>
    </Notice>
  )
}

function Paper({ view, onChanged }: { readonly view: DocumentView; readonly onChanged: () => Promise<unknown> }) {
  return (
    <div className="grid min-w-0 gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 content-start gap-3">
        {view.lacks !== null && (
          <Notice tone="warn" title={t('documents.lacks')}>
            {view.lacks}
          </Notice>
        )}
        <OfReport view={view} />
        {view.sheet === null ? (
          view.direction === 'in' && <Facts view={view} />
        ) : (
          <>
            <PaperSheet sheet={view.sheet} />
            <p className="no-print text-sm text-[var(--muted)]">
              {t('documents.sheet_by', { profile: view.sheet.profileTitle })}
            </p>
          </>
        )}
      </div>
      <aside className="no-print grid content-start gap-4">
        <Files view={view} />
        {view.may.sign && <AttachCopy view={view} onDone={onChanged} />}
        <Check view={view} />
        <Life view={view} />
      </aside>
    </div>
  )
}

export function PaperScreen() {
  const { params, search, setSearch } = useAddress()
  const [unit, id] = [params['unit'] ?? '', params['id'] ?? '']
  const answer = useServer(documents.view, { unit, id })
  return (
    <Answer of={answer}>
      {(view) => {
        const isEditing = search['edit'] === '1' && view.may.edit && view.written !== null
        return (
          <Page
            key={`${view.id} ${isEditing}`}
            title={`${isEditing ? t('documents.edit_title') : titleOf(view)} · ${view.unitName}`}
            back={{ to: PATH, label: t('documents.back') }}
            isScreenOnly
            {...(isEditing
              ? {}
              : {
                  mainAction: <PaperDeeds view={view} of="main" />,
                  actions: (
                    <>
                      {view.may.edit && <Button onClick={() => setSearch({ edit: '1' })}>{t('documents.edit')}</Button>}
                      <PaperDeeds view={view} of="other" />
                      <Button onClick={() => print()}>{t('common.print')}</Button>
                    </>
                  ),
                })}
          >
            <p className="no-print flex flex-wrap items-center gap-2">
              <StateBadge state={view.state} />
              <span>{view.summary}</span>
            </p>
            {isEditing && view.written !== null ? (
              <PaperEditor view={view} written={view.written} onDone={() => setSearch({ edit: undefined })} />
            ) : (
              <Paper view={view} onChanged={() => answer.refetch()} />
            )}
          </Page>
        )
      }}
    </Answer>
  )
}
