// The file of a round, its papers and its certificates.
import { AppLink, pathTo } from '@kheo/ui/address.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { messageOf, useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { Certificates } from './certificates-part.tsx'
import { awards, PAPER_ROLES, type PaperRole, type RoundView } from './schema.ts'

/** Where the papers of a unit are kept. */
const PAPERS_PATH = '/van-ban'

function File({ round }: { readonly round: RoundView }) {
  return (
    <section className="card grid content-start gap-2">
      <h2>{t('awards.file')}</h2>
      <ul className="grid gap-2">
        {round.file.map(({ code, title, isThere, missing, source }) => (
          <li key={code} className="grid gap-1 border-b border-[var(--line)] pb-2">
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone={isThere ? 'good' : 'warn'}>
                {isThere
                  ? t('awards.file_there')
                  : missing.length > 0
                    ? t('awards.file_missing_count', { count: missing.length })
                    : t('awards.file_missing')}
              </Badge>
              {title}
            </span>
            <span className="text-sm text-[var(--muted)]">{t('awards.finding_source', { source })}</span>
          </li>
        ))}
      </ul>
      <p className="field-help">{t('awards.file_help')}</p>
    </section>
  )
}

type PaperProps = { readonly round: RoundView; readonly role: PaperRole; readonly onProblem: (words?: string) => void }

function Paper({ round, role, onProblem }: PaperProps) {
  const [commandId, renew] = useCommandId()
  const write = useCommand(awards.write, [awards.round])
  const paper = round.papers.findLast((each) => each.role === role && each.state !== 'cancelled')
  const name = t(`awards.paper_${role}`)
  const writeWords = t(paper === undefined ? 'awards.paper_write' : 'awards.paper_rewrite')
  const send = async () => {
    onProblem(undefined)
    try {
      await write.mutateAsync({ commandId, unit: round.unitId, round: round.id, role })
      toast(t('awards.paper_written'))
    } catch (error) {
      onProblem(messageOf(error))
    }
    renew()
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-[var(--line)] py-2">
      <span className="grid gap-1">
        <span className="font-medium">{name}</span>
        <span className="flex flex-wrap items-center gap-2 text-sm">
          <Badge tone={paper === undefined ? 'plain' : paper.state === 'issued' ? 'good' : 'info'}>
            {paper === undefined ? t('awards.paper_none') : t(`awards.paper_${paper.state}`)}
          </Badge>
          {paper?.number != null && `${paper.number}, ${showDay(paper.date)}`}
        </span>
      </span>
      <span className="no-print flex flex-wrap gap-2">
        {paper !== undefined && (
          <AppLink
            to={pathTo(PAPERS_PATH, round.unitId, paper.id)}
            className="btn"
            label={`${t('awards.paper_open')}: ${name}`}
          >
            {t('awards.paper_open')}
          </AppLink>
        )}
        {round.mayEdit && paper?.state !== 'issued' && (
          <Button isBusy={write.isPending} aria-label={`${writeWords}: ${name}`} onClick={() => void send()}>
            {writeWords}
          </Button>
        )}
      </span>
    </li>
  )
}

export function PapersTab({ round }: { readonly round: RoundView }) {
  const [problem, setProblem] = useState<string>()
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <section className="card grid content-start gap-2">
        <h2>{t('awards.papers')}</h2>
        {problem !== undefined && (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        )}
        <ul>
          {PAPER_ROLES.map((role) => (
            <Paper key={role} round={round} role={role} onProblem={setProblem} />
          ))}
        </ul>
      </section>
      <File round={round} />
      <Certificates round={round} />
    </div>
  )
}
