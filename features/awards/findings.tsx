// What the rules of the day say of a round, each with its source; a warning is gone past with a reason.
import { showInstant } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { TextArea } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { say, t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { awards, type FindingRow, type RoundView } from './schema.ts'
import { FindingBadge, markOf } from './words.tsx'

const LEAST_LETTERS = 3

type PassProps = { readonly round: RoundView; readonly finding: FindingRow; readonly onClose: () => void }

function PassDialog({ round, finding, onClose }: PassProps) {
  const [commandId] = useCommandId()
  const [reason, setReason] = useState('')
  const pass = useCommand(awards.pass, [awards.round])
  const send = async () => {
    if (reason.trim().length < LEAST_LETTERS) return t('common.reason_needed')
    const { rule, about, says } = finding
    await pass.mutateAsync({ commandId, unit: round.unitId, round: round.id, rule, about, sentence: says[0], reason })
    toast(t('awards.passed'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.pass_of')}
      consequence={
        <>
          <p className="font-medium">{say(finding.says)}</p>
          <p>{t('awards.pass_consequence')}</p>
        </>
      }
      confirm={t('awards.pass')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea label={t('common.reason')} name="pass-reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

type LineProps = { readonly finding: FindingRow; readonly mayEdit: boolean; readonly onPass: () => void }

function Line({ finding, mayEdit, onPass }: LineProps) {
  const { effect, passed, says } = finding
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-1">
      <div className="grid min-w-0 flex-[1_1_20rem] gap-1">
        <p>{say(says)}</p>
        {passed !== null && (
          <p className="text-sm text-[var(--muted)]">
            {t('awards.passed_by', { by: passed.byTitle, at: showInstant(passed.at), reason: passed.reason })}
          </p>
        )}
      </div>
      {mayEdit && effect === 'warn' && passed === null && (
        <Button onClick={onPass} aria-label={`${t('awards.pass')}: ${say(says)}`}>
          {t('awards.pass')}
        </Button>
      )}
    </li>
  )
}

/** Longer groups are folded: a list of fifty lacks the same thing fifty times before it is done. */
const FOLDED_FROM = 4

type GroupProps = {
  readonly findings: readonly FindingRow[]
  readonly mayEdit: boolean
  readonly onPass: (finding: FindingRow) => void
}

function Group({ findings, mayEdit, onPass }: GroupProps) {
  const [first] = findings
  if (first === undefined) return null
  const lines = (
    <ul>
      {findings.map((finding) => (
        <Line
          key={`${finding.about}/${finding.says[0]}`}
          finding={finding}
          mayEdit={mayEdit}
          onPass={() => onPass(finding)}
        />
      ))}
    </ul>
  )
  return (
    <li className="grid gap-1 border-b border-[var(--line)] py-2">
      <p className="flex flex-wrap items-center gap-2">
        <FindingBadge finding={first} />
        <span className="font-medium">{first.title}</span>
      </p>
      {findings.length < FOLDED_FROM ? (
        lines
      ) : (
        <details>
          <summary className="min-h-[var(--target)]">{t('awards.finding_count', { count: findings.length })}</summary>
          {lines}
        </details>
      )}
      <p className="text-sm text-[var(--muted)]">{t('awards.finding_source', { source: first.source })}</p>
    </li>
  )
}

export function Findings({ round }: { readonly round: RoundView }) {
  const [chosen, setChosen] = useState<FindingRow>()
  const { findings, nominations } = round
  if (nominations.length === 0) return null
  const groups = Map.groupBy(findings, (finding) => `${finding.rule} ${markOf(finding)}`)
  return (
    <section className="card grid gap-2" aria-labelledby="award-findings">
      <h2 id="award-findings">{t('awards.findings')}</h2>
      {findings.length === 0 ? (
        <Notice tone="good" title={t('awards.findings_none')}>
          {t('awards.findings_none_help')}
        </Notice>
      ) : (
        <ul>
          {[...groups].map(([key, of]) => (
            <Group key={key} findings={of} mayEdit={round.mayEdit} onPass={setChosen} />
          ))}
        </ul>
      )}
      {chosen !== undefined && <PassDialog round={round} finding={chosen} onClose={() => setChosen(undefined)} />}
    </section>
  )
}
