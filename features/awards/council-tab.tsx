// The council's votes on the whole list, entered on one screen and recorded all at once.
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { messageOf, useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { type FormEvent, useState } from 'react'
import { awards, type NominationRow, type RoundView } from './schema.ts'
import { placeWords } from './words.tsx'

/** A whole number that is not negative; undefined when it is none. */
function countOf(text: string): number | undefined {
  const clean = text.trim()
  return /^\d{1,4}$/.test(clean) ? Number(clean) : undefined
}

type VoteLine = { readonly entry: string; readonly votesFor: number }

function readVotes(rows: readonly NominationRow[], typed: Readonly<Record<string, string>>): VoteLine[] | string {
  const lines: VoteLine[] = []
  for (const { entryId, name } of rows) {
    const votesFor = countOf(typed[entryId] ?? '')
    if (votesFor === undefined) return t('awards.council_votes_needed', { name })
    lines.push({ entry: entryId, votesFor })
  }
  return lines
}

const numberText = (value: number | null): string => (value === null ? '' : String(value))

function VoteForm({ round, rows }: { readonly round: RoundView; readonly rows: readonly NominationRow[] }) {
  const desk = useDesk()
  const [commandId, renew] = useCommandId()
  const [day, setDay] = useState(desk.today)
  const [members, setMembers] = useState(numberText(round.councilMembers))
  const [present, setPresent] = useState(numberText(round.councilPresent))
  const [minutes, setMinutes] = useState('')
  const [votes, setVotes] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const consider = useCommand(awards.consider, [awards.round, awards.rounds])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const [all, here] = [countOf(members), countOf(present)]
    if (day === '') return setProblem(t('common.day_needed'))
    if (!all || !here) return setProblem(t('awards.council_number_needed'))
    const lines = readVotes(rows, votes)
    if (typeof lines === 'string') return setProblem(lines)
    setProblem(undefined)
    const head = { commandId, unit: round.unitId, round: round.id, happenedOn: day }
    try {
      await consider.mutateAsync({ ...head, members: all, present: here, minutes, votes: lines })
      toast(t('awards.council_saved'))
    } catch (error) {
      renew()
      setProblem(messageOf(error))
    }
  }
  return (
    <form noValidate className="card grid gap-4" onSubmit={(event) => void send(event)}>
      <p className="text-[var(--muted)]">{t('awards.council_help')}</p>
      <div className="grid gap-4 sm:grid-cols-4">
        <DateField label={t('awards.council_on')} name="council-day" value={day} onChange={setDay} />
        <TextField
          label={t('awards.council_members')}
          name="council-members"
          inputMode="numeric"
          maxLength={4}
          value={members}
          onChange={setMembers}
        />
        <TextField
          label={t('awards.council_present')}
          name="council-present"
          inputMode="numeric"
          maxLength={4}
          value={present}
          onChange={setPresent}
        />
        <TextField
          label={t('awards.council_minutes')}
          name="council-minutes"
          isOptional
          maxLength={300}
          value={minutes}
          onChange={setMinutes}
        />
      </div>
      <p>
        <Button
          disabled={!countOf(present)}
          onClick={() => setVotes(Object.fromEntries(rows.map(({ entryId }) => [entryId, present.trim()])))}
        >
          {t('awards.council_fill')}
        </Button>
      </p>
      <ol className="grid gap-3">
        {rows.map((row, at) => (
          <li key={row.entryId} className="grid gap-2 border-b border-[var(--line)] pb-3 sm:grid-cols-[1fr_16rem]">
            <span>
              {at + 1}. <span className="font-medium">{row.name}</span>
              <span className="block text-sm text-[var(--muted)]">
                {row.formWords} · {placeWords(row)}
              </span>
            </span>
            <TextField
              label={t('awards.council_votes_for', { name: row.name })}
              name={`votes-${row.entryId}`}
              inputMode="numeric"
              maxLength={4}
              isShort
              value={votes[row.entryId] ?? ''}
              onChange={(value) => setVotes((before) => ({ ...before, [row.entryId]: value }))}
            />
          </li>
        ))}
      </ol>
      {problem !== undefined && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      <p>
        <Button type="submit" variant="primary" isBusy={consider.isPending}>
          {t('awards.council_save', { count: rows.length })}
        </Button>
      </p>
    </form>
  )
}

const columnsOf = (): readonly Column<NominationRow>[] => [
  { key: 'name', head: t('awards.name'), isMain: true, cell: (row) => row.name },
  { key: 'form', head: t('awards.form'), cell: (row) => row.formWords },
  { key: 'day', head: t('awards.council_on'), cell: (row) => showDay(row.consideredOn) },
  { key: 'votes', head: t('awards.votes'), isNumber: true, cell: (row) => `${row.votesFor}/${row.votesOf}` },
  {
    key: 'verdict',
    head: t('awards.state'),
    cell: ({ verdict }) =>
      verdict === 'enough' || verdict === 'too-few' ? (
        <Badge tone={verdict === 'enough' ? 'good' : 'bad'}>{t(`awards.verdict_${verdict}`)}</Badge>
      ) : (
        '—'
      ),
  },
]

export function CouncilTab({ round }: { readonly round: RoundView }) {
  const waiting = round.nominations.filter(({ state }) => state === 'nominated')
  const done = round.nominations.filter(({ consideredOn }) => consideredOn !== null)
  return (
    <>
      {waiting.length > 0 && round.mayEdit && (
        <VoteForm key={waiting.map(({ entryId }) => entryId).join()} round={round} rows={waiting} />
      )}
      {waiting.length === 0 && done.length === 0 && (
        <Empty title={t('awards.council_nothing')}>{t('awards.council_nothing_help')}</Empty>
      )}
      {done.length > 0 && (
        <section className="grid gap-3">
          <h2>{t('awards.council_done')}</h2>
          <DataTable
            caption={t('awards.council_done')}
            columns={columnsOf()}
            rows={done}
            keyOf={(row) => row.entryId}
          />
        </section>
      )}
    </>
  )
}
