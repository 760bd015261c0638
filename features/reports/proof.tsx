// "Soát lời văn": what the narrative says otherwise than the figures, with the words marked and a live figure to put in their place.
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Failure } from '@kheo/ui/parts/empty.tsx'
import { messageOf, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useRef, useState } from 'react'
import { type NarrativeSection, type ProofFinding, type ReportView, reports } from './schema.ts'
import { useWording } from './use-wording.tsx'

type ProofProps = {
  readonly view: ReportView
  readonly mayEdit: boolean
  readonly onSource: (code: string) => void
}

type Put = { readonly section: NarrativeSection; readonly text: string }

/** The wording with the live figure in it; null when the wording has changed since it was read. */
function wordingWith(section: NarrativeSection, put: NonNullable<ProofFinding['replace']>): string | null {
  const { source } = section
  if (source.slice(put.from, put.to) !== put.written) return null
  return `${source.slice(0, put.from)}${put.token}${source.slice(put.to)}`
}

type RowProps = {
  readonly finding: ProofFinding
  readonly heading: string
  readonly isBusy: boolean
  readonly onPut: (() => void) | undefined
  readonly onSource: (code: string) => void
}

function Row({ finding, heading, isBusy, onPut, onSource }: RowProps) {
  const { severity, words, sentence, indicator } = finding
  return (
    <li className="grid gap-2 border-t border-[var(--line)] pt-3">
      <p className="flex flex-wrap items-center gap-2 text-sm text-[var(--muted)]">
        <Badge tone={severity === 'error' ? 'bad' : 'warn'}>{t(`reports.proof_${severity}`)}</Badge>
        {heading}
      </p>
      <blockquote className="claim-sentence">
        {words.map(({ text, isMarked }, place) => (isMarked ? <mark key={place}>{text}</mark> : text))}
      </blockquote>
      <p className="max-w-prose">{sentence}</p>
      <div className="flex flex-wrap gap-2">
        {onPut !== undefined && (
          <Button isBusy={isBusy} onClick={onPut}>
            {t('reports.proof_replace')}
          </Button>
        )}
        {indicator !== null && (
          <Button variant="quiet" onClick={() => onSource(indicator)}>
            {t('reports.proof_source', { code: indicator })}
          </Button>
        )}
      </div>
    </li>
  )
}

type FindingsProps = ProofProps & { readonly findings: readonly ProofFinding[]; readonly onMoved: () => void }

function Findings({ view, mayEdit, onSource, findings, onMoved }: FindingsProps) {
  const [before, setBefore] = useState<Put>()
  const status = useRef<HTMLOutputElement>(null)
  const wording = useWording(view)
  const sectionOf = (index: number) => view.narrative.find((section) => section.index === index)
  // The row that was pressed goes away: the focus stays with the news of it.
  const send = (section: NarrativeSection, text: string, undo: Put | undefined) =>
    wording.send(section.index, text).then(
      () => {
        setBefore(undo)
        status.current?.focus()
      },
      () => undefined,
    )
  const put = (section: NarrativeSection, replace: NonNullable<ProofFinding['replace']>) => {
    const text = wordingWith(section, replace)
    if (text === null) return onMoved()
    // What was the standard wording is restored as such, so that it follows the catalogue again.
    void send(section, text, { section, text: section.isOwnWording ? section.source : '' })
  }
  return (
    <>
      <output ref={status} tabIndex={-1} className="font-semibold">
        {before !== undefined && `${t('reports.proof_replaced', { heading: before.section.heading })} `}
        {findings.length === 0 ? `✓ ${t('reports.proof_clean')}` : t('reports.proof_found', { count: findings.length })}
      </output>
      {before !== undefined && (
        <Button
          className="justify-self-start"
          isBusy={wording.isBusy}
          onClick={() => void send(before.section, before.text, undefined)}
        >
          {t('reports.proof_undo')}
        </Button>
      )}
      {wording.error !== null && (
        <Notice tone="bad" role="alert">
          {messageOf(wording.error)}
        </Notice>
      )}
      {findings.length > 0 && (
        <ol className="grid gap-4" aria-label={t('reports.proof_list')}>
          {findings.map((finding) => {
            const section = sectionOf(finding.section)
            const { replace } = finding
            const canPut = mayEdit && section !== undefined && replace !== null
            return (
              <Row
                key={`${finding.section}/${finding.from}/${finding.code}`}
                finding={finding}
                heading={section?.heading ?? ''}
                isBusy={wording.isBusy}
                onPut={canPut ? () => put(section, replace) : undefined}
                onSource={onSource}
              />
            )
          })}
        </ol>
      )}
    </>
  )
}

export function Proof(props: ProofProps) {
  const { view } = props
  const [isAsked, setAsked] = useState(false)
  const found = useServer(
    reports.proof,
    { unit: view.unitId, type: view.type, period: view.period.id },
    { enabled: isAsked },
  )
  // An answer of an earlier visit may be of other figures: each press reads anew.
  const ask = () => {
    setAsked(true)
    void found.refetch()
  }
  return (
    <section className="card no-print grid gap-3" data-testid="proof" aria-label={t('reports.proof_start')}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="max-w-prose text-sm text-[var(--muted)]">{t('reports.proof_help')}</p>
        <Button isBusy={found.isFetching} onClick={ask}>
          {t(isAsked ? 'reports.proof_again' : 'reports.proof_start')}
        </Button>
      </div>
      {isAsked && found.isError && <Failure error={found.error} onRetry={ask} />}
      {isAsked && found.data !== undefined && <Findings {...props} findings={found.data.findings} onMoved={ask} />}
    </section>
  )
}
