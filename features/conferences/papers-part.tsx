// Giấy tờ: every paper of the conference by what it is for — what it lacks, its draft, its number — and what else comes out of the box.
import { addressOf } from '@kheo/kit/client.ts'
import { AppLink, pathTo } from '@kheo/ui/address.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button, buttonLook } from '@kheo/ui/parts/button.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { messageOf, useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { articlePath, CONFERENCE, NEW } from '../news/look.tsx'
import { reportFiles } from '../reports/schema.ts'
import type { PaperRole } from './facts.ts'
import type { Plan } from './plan-shapes.ts'
import { conferenceDoors, conferenceRoom, type PaperState, type View } from './schema.ts'
import { PAPERS_PATH, roleWords, saidIn } from './words.tsx'

/** Papers in the order of the work. */
const STAGES = [
  ['before', ['ke-hoach', 'cong-van', 'giay-moi', 'chuong-trinh', 'danh-sach-dai-bieu']],
  ['day', ['tham-luan', 'so-do-cho-ngoi', 'kich-ban', 'ket-qua-ket-luan']],
  ['after', ['bien-ban', 'ket-luan']],
] as const satisfies readonly (readonly [string, readonly PaperRole[]])[]

type RowProps = {
  readonly view: View
  readonly paper: PaperState
  readonly isUnsaved: boolean
  readonly onProblem: (words: string | undefined) => void
}

function Standing({ paper: { held, missing } }: { readonly paper: PaperState }) {
  return (
    <span className="grid gap-1 text-sm">
      <span className="flex flex-wrap items-center gap-2">
        {held === null ? (
          <Badge tone={missing.length > 0 ? 'warn' : 'plain'}>
            {t(missing.length > 0 ? 'conferences.paper_missing' : 'conferences.paper_none')}
          </Badge>
        ) : (
          <Badge tone={held.state === 'issued' ? 'good' : 'info'}>{t(`conferences.paper_${held.state}`)}</Badge>
        )}
        {held?.number != null && t('conferences.paper_number', { number: held.number, day: showDay(held.date) })}
      </span>
      {missing.length > 0 && held?.state !== 'issued' && (
        <span className="text-[var(--muted)]">
          {t('conferences.paper_lacks', { parts: missing.map(saidIn).join('; ') })}
        </span>
      )}
    </span>
  )
}

function FileLinks({ view, role }: { readonly view: View; readonly role: PaperRole }) {
  const { unit, id } = view.facts
  return (['docx', 'pdf'] as const).map((format) => (
    <a
      key={format}
      className={buttonLook('quiet')}
      download
      aria-label={`${t(`conferences.file_${format}`)}: ${roleWords(role)}`}
      href={addressOf(conferenceDoors.file, { unit, conference: id, role, format })}
    >
      {t(`conferences.file_${format}`)}
    </a>
  ))
}

function PaperRow({ view, paper, isUnsaved, onProblem }: RowProps) {
  const [commandId, renew] = useCommandId()
  const write = useCommand(conferenceRoom.write, [conferenceRoom.view])
  const { role, held, missing } = paper
  const { unit, id } = view.facts
  const name = roleWords(role)
  const send = async () => {
    onProblem(undefined)
    try {
      await write.mutateAsync({ commandId, unit, conference: id, role })
      toast(t('conferences.paper_written', { paper: name }))
    } catch (error) {
      onProblem(messageOf(error))
    }
    renew()
  }
  const isReady = missing.length === 0
  return (
    <li className="grid items-center gap-x-4 gap-y-2 border-b border-[var(--line)] py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <span className="grid gap-1">
        <span className="font-medium">{name}</span>
        <Standing paper={paper} />
        {role === 'giay-moi' && <span className="field-help">{t('conferences.invitation_help')}</span>}
      </span>
      <span className="no-print flex flex-wrap items-center gap-2">
        {isReady && view.mayEdit && <FileLinks view={view} role={role} />}
        {held !== null && (
          <AppLink
            to={pathTo(PAPERS_PATH, unit, held.id)}
            className={buttonLook('secondary')}
            label={`${t('conferences.paper_open')}: ${name}`}
          >
            {t('conferences.paper_open')}
          </AppLink>
        )}
        {isReady && view.mayEdit && held?.state !== 'issued' && (
          <Button
            isBusy={write.isPending}
            disabled={isUnsaved}
            aria-label={`${t(held === null ? 'conferences.paper_write' : 'conferences.paper_rewrite')}: ${name}`}
            onClick={() => void send()}
          >
            {t(held === null ? 'conferences.paper_write' : 'conferences.paper_rewrite')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** Slides of the report that is quoted, and news of what was held. */
function Others({ view, plan }: { readonly view: View; readonly plan: Plan }) {
  const { unit, id, heldOn } = view.facts
  const { report } = plan
  return (
    <section className="card grid content-start gap-3">
      <h2>{t('conferences.others')}</h2>
      <div className="grid gap-1">
        <span className="font-medium">{t('conferences.slides')}</span>
        {report === null ? (
          <span className="field-help">{t('conferences.slides_none')}</span>
        ) : (
          <span>
            <a
              className={buttonLook('secondary')}
              download
              href={addressOf(reportFiles.document, {
                unit,
                type: report.type,
                period: report.period,
                format: 'pptx',
                profile: plan.issuer === 'party' ? 'dang' : 'nha-nuoc',
              })}
            >
              {t('conferences.slides_get')}
            </a>
          </span>
        )}
      </div>
      <div className="grid gap-1">
        <span className="font-medium">{t('conferences.article')}</span>
        {heldOn === null ? (
          <span className="field-help">{t('conferences.article_later')}</span>
        ) : (
          <span>
            <AppLink to={articlePath(unit, NEW)} search={{ [CONFERENCE]: id }} className={buttonLook('secondary')}>
              {t('conferences.article_draft')}
            </AppLink>
          </span>
        )}
      </div>
    </section>
  )
}

type PartProps = { readonly view: View; readonly plan: Plan; readonly isUnsaved: boolean }

export function PapersPart({ view, plan, isUnsaved }: PartProps) {
  const [problem, setProblem] = useState<string>()
  return (
    <div className="grid min-w-0 gap-4">
      {isUnsaved && <Notice tone="warn">{t('conferences.papers_unsaved')}</Notice>}
      {problem !== undefined && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      {STAGES.map(([stage, roles]) => (
        <section key={stage} className="card grid gap-1">
          <h2>{t(`conferences.papers_${stage}`)}</h2>
          <ul>
            {roles.map((role) => {
              const paper = view.papers.find((each) => each.role === role)
              return paper === undefined ? null : (
                <PaperRow key={role} view={view} paper={paper} isUnsaved={isUnsaved} onProblem={setProblem} />
              )
            })}
          </ul>
        </section>
      ))}
      <Others view={view} plan={plan} />
    </div>
  )
}
