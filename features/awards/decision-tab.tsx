// The decision, the presenting, refusals and revocations of a round: chosen lines, one command.
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { CheckField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { awards, type NominationRow, type RoundView } from './schema.ts'
import { moneyOf, moneyWords, placeWords, StateBadge } from './words.tsx'

const refreshed = [awards.round, awards.rounds]
const LEAST_LETTERS = 3

type StepProps = { readonly round: RoundView; readonly entries: readonly string[]; readonly onClose: () => void }

function DecideDialog({ round, entries, onClose }: StepProps) {
  const [commandId] = useCommandId()
  const [decision, setDecision] = useState('')
  const [day, setDay] = useState('')
  const decide = useCommand(awards.decide, refreshed)
  const send = async () => {
    const isTyped = decision.trim() !== ''
    if (isTyped && day === '') return t('awards.decision_day_needed')
    const typed = isTyped ? { decision: `${decision.trim()} ngày ${showDay(day)}`, happenedOn: day } : {}
    await decide.mutateAsync({ commandId, unit: round.unitId, round: round.id, entries: [...entries], ...typed })
    toast(t('awards.decided'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.decide')}
      consequence={t('awards.decide_consequence', { count: entries.length })}
      confirm={t('awards.decide')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextField
        label={t('awards.decision')}
        help={t('awards.decision_help')}
        name="decide-number"
        isOptional
        maxLength={120}
        value={decision}
        onChange={setDecision}
      />
      <DateField label={t('awards.decided_on')} name="decide-day" isOptional value={day} onChange={setDay} />
    </CommandDialog>
  )
}

function PresentDialog({ round, entries, onClose }: StepProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [day, setDay] = useState(desk.today)
  const [occasion, setOccasion] = useState(round.occasion)
  const present = useCommand(awards.present, refreshed)
  const send = async () => {
    if (day === '') return t('common.day_needed')
    const on = { commandId, unit: round.unitId, round: round.id, happenedOn: day, occasion }
    await present.mutateAsync({ ...on, entries: [...entries] })
    toast(t('awards.presented'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.present')}
      consequence={t('awards.present_consequence', { count: entries.length })}
      confirm={t('awards.present')}
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('common.day')} name="present-day" value={day} onChange={setDay} />
      <TextField
        label={t('awards.occasion')}
        name="present-occasion"
        isOptional
        maxLength={300}
        value={occasion}
        onChange={setOccasion}
      />
    </CommandDialog>
  )
}

function RefuseDialog({ round, entries, onClose }: StepProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [day, setDay] = useState(desk.today)
  const [reason, setReason] = useState('')
  const refuse = useCommand(awards.refuse, refreshed)
  const send = async () => {
    if (day === '') return t('common.day_needed')
    if (reason.trim().length < LEAST_LETTERS) return t('common.reason_needed')
    const on = { commandId, unit: round.unitId, round: round.id, happenedOn: day, reason }
    await refuse.mutateAsync({ ...on, entries: [...entries] })
    toast(t('awards.refused'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.refuse')}
      consequence={t('awards.refuse_consequence', { count: entries.length })}
      confirm={t('awards.refuse')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('common.day')} name="refuse-day" value={day} onChange={setDay} />
      <TextArea label={t('common.reason')} name="refuse-reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

type RevokeProps = { readonly round: RoundView; readonly row: NominationRow; readonly onClose: () => void }

function RevokeDialog({ round, row, onClose }: RevokeProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [day, setDay] = useState(desk.today)
  const [reason, setReason] = useState('')
  const [revocation, setRevocation] = useState('')
  const revoke = useCommand(awards.revoke, refreshed)
  const send = async () => {
    if (day === '') return t('common.day_needed')
    if (reason.trim().length < LEAST_LETTERS) return t('common.reason_needed')
    const on = { commandId, unit: round.unitId, round: round.id, happenedOn: day }
    await revoke.mutateAsync({ ...on, reason, revocation, entry: row.entryId })
    toast(t('awards.revoked'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.revoke_of', { name: row.name })}
      consequence={t('awards.revoke_consequence', { name: row.name })}
      confirm={t('awards.revoke')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('common.day')} name="revoke-day" value={day} onChange={setDay} />
      <TextField
        label={t('awards.revocation')}
        name="revoke-number"
        isOptional
        maxLength={300}
        value={revocation}
        onChange={setRevocation}
      />
      <TextArea label={t('common.reason')} name="revoke-reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

type Deed = 'decide' | 'refuse' | 'present'
const DIALOGS = { decide: DecideDialog, refuse: RefuseDialog, present: PresentDialog } as const

type LinesProps = {
  readonly round: RoundView
  readonly title: string
  readonly none: string
  readonly rows: readonly NominationRow[]
  readonly deeds: readonly Deed[]
  /** Chosen at the start. */
  readonly start: readonly string[]
}

function Lines({ round, title, none, rows, deeds, start }: LinesProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(start))
  const [deed, setDeed] = useState<Deed>()
  const entries = rows.map(({ entryId }) => entryId).filter((id) => chosen.has(id))
  const toggle = (id: string, isOn: boolean) =>
    setChosen((before) => new Set(isOn ? [...before, id] : [...before].filter((each) => each !== id)))
  const Dialog = deed === undefined ? undefined : DIALOGS[deed]
  return (
    <section className="card grid gap-3">
      <h2>{title}</h2>
      {rows.length === 0 && <p className="text-[var(--muted)]">{none}</p>}
      <ul className="grid gap-1">
        {rows.map((row) => (
          <li
            key={row.entryId}
            className="flex flex-wrap items-center justify-between gap-x-4 border-b border-[var(--line)]"
          >
            <CheckField
              label={
                <span>
                  <span className="font-medium">{row.name}</span>{' '}
                  <span className="text-sm text-[var(--muted)]">
                    {row.formWords} · {placeWords(row)} · {moneyWords(moneyOf(row))}
                  </span>
                </span>
              }
              checked={chosen.has(row.entryId)}
              onChange={(isOn) => toggle(row.entryId, isOn)}
            />
            <StateBadge state={row.state} />
          </li>
        ))}
      </ul>
      {round.mayEdit && rows.length > 0 && (
        <div className="no-print flex flex-wrap gap-2">
          {deeds.map((each, at) => (
            <Button
              key={each}
              variant={at === 0 ? 'primary' : 'secondary'}
              disabled={entries.length === 0}
              onClick={() => setDeed(each)}
            >
              {t(`awards.${each}_count`, { count: entries.length })}
            </Button>
          ))}
        </div>
      )}
      {Dialog !== undefined && <Dialog round={round} entries={entries} onClose={() => setDeed(undefined)} />}
    </section>
  )
}

const idsOf = (rows: readonly NominationRow[]): readonly string[] => rows.map(({ entryId }) => entryId)

export function DecisionTab({ round }: { readonly round: RoundView }) {
  const [revoked, setRevoked] = useState<NominationRow>()
  const of = (...states: readonly string[]) => round.nominations.filter(({ state }) => states.includes(state))
  const [waiting, toPresent, ended] = [
    of('nominated', 'considered'),
    of('decided'),
    of('presented', 'refused', 'revoked'),
  ]
  const enough = waiting.filter(({ verdict, level }) => verdict !== 'too-few' && level === round.level)
  return (
    <>
      <Lines
        key={`waiting ${idsOf(waiting).join()}`}
        round={round}
        title={t('awards.waiting')}
        none={t('awards.waiting_none')}
        rows={waiting}
        deeds={['decide', 'refuse']}
        start={idsOf(enough)}
      />
      <Lines
        key={`present ${idsOf(toPresent).join()}`}
        round={round}
        title={t('awards.to_present')}
        none={t('awards.to_present_none')}
        rows={toPresent}
        deeds={['present']}
        start={idsOf(toPresent)}
      />
      {(toPresent.length > 0 || ended.length > 0) && (
        <section className="card grid gap-3">
          <h2>{t('awards.ended')}</h2>
          <ul className="grid gap-1">
            {[...toPresent, ...ended].map((row) => (
              <li
                key={row.entryId}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-[var(--line)] py-1"
              >
                <span>
                  <span className="font-medium">{row.name}</span>{' '}
                  <span className="text-sm text-[var(--muted)]">{row.decision === '' ? '—' : row.decision}</span>
                </span>
                <span className="flex flex-wrap items-center gap-2">
                  <StateBadge state={row.state} />
                  {round.mayEdit && (row.state === 'decided' || row.state === 'presented') && (
                    <Button
                      variant="quiet"
                      aria-label={t('awards.revoke_of', { name: row.name })}
                      onClick={() => setRevoked(row)}
                    >
                      {t('awards.revoke')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {revoked !== undefined && <RevokeDialog round={round} row={revoked} onClose={() => setRevoked(undefined)} />}
    </>
  )
}
