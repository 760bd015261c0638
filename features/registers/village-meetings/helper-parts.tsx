// The other steps of the meeting helper: the meeting with its settled households, the matter, and what is saved.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import { endpointsOf } from '@kheo/kit/register/contract.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import { Badge, type Tone } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { ChoiceField, SelectField, TextField } from '@kheo/ui/parts/field.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { say, t } from '@kheo/ui/text.ts'
import { useId, useState } from 'react'
import {
  addUp,
  changeMeeting,
  changeVote,
  countIn,
  drop,
  type Helper,
  householdsOf,
  mayDrop,
  type Meeting,
  MOST_CLUSTERS,
  presentOf,
  type SealedVote,
  setClusters,
  settle,
  unlock,
  type Unsealed,
  type Unsettled,
  whyUnsettled,
} from './helper-rules.ts'
import { type Matter, MATTERS } from './rules.ts'
import { villageMeetings } from './register.ts'

type PartProps = { readonly it: Helper; readonly change: (by: (it: Helper) => Helper) => void }
export type Why = { readonly field: string; readonly why: Unsettled | Unsealed }

/** The sentence to show at a field, once somebody tried to go on. */
export const sentenceAt = (found: readonly Why[], field: string): string | undefined => {
  const first = found.find((each) => each.field === field)
  return first && t(`meetings.${first.why}`)
}

const CALLERS = villageMeetings.fields.caller.choices

function VillageField({ it, change, error }: PartProps & { readonly error: string | undefined }) {
  const list = useId()
  const desk = useDesk()
  const used = useServer(endpointsOf(villageMeetings).villages, { unit: desk.unit.id })
  return (
    <>
      <TextField
        label={t('meetings.village')}
        name="village"
        list={list}
        maxLength={300}
        value={it.meeting.village}
        onChange={(village) => change((held) => changeMeeting(held, { village }))}
        error={error}
      />
      <datalist id={list}>
        {(used.data?.names ?? []).map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}

function PresentFields({ it, change, found }: PartProps & { readonly found: readonly Why[] }) {
  const { present } = it.meeting
  return present.map((typed, cluster) => (
    <TextField
      // biome-ignore lint/suspicious/noArrayIndexKey: the number is the cluster
      key={cluster}
      label={present.length === 1 ? t('meetings.present') : t('meetings.present_in', { cluster: cluster + 1 })}
      name={`present-${cluster}`}
      inputMode="numeric"
      maxLength={7}
      value={typed}
      onChange={(next) =>
        change((held) =>
          changeMeeting(held, { present: held.meeting.present.map((each, at) => (at === cluster ? next : each)) }),
        )
      }
      error={sentenceAt(found, `present-${cluster}`)}
    />
  ))
}

function Unlocking({ change, onClose }: Omit<PartProps, 'it'> & { readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <CommandDialog
      title={t('meetings.unlock_title')}
      consequence={t('meetings.unlock_consequence')}
      confirm={t('meetings.unlock')}
      onClose={onClose}
      onConfirm={() => {
        if (reason.trim() === '') return Promise.resolve(t('meetings.unlock_reason_missing'))
        change((held) => unlock(held, reason))
        return Promise.resolve(undefined)
      }}
    >
      <TextField
        label={t('meetings.unlock_reason')}
        name="unlock-reason"
        maxLength={120}
        value={reason}
        onChange={setReason}
      />
    </CommandDialog>
  )
}

/** What was settled, and the way to unlock it. */
export function SettledPart({ it, change }: PartProps) {
  const [isAsking, setAsking] = useState(false)
  const [households, present] = [householdsOf(it.meeting), presentOf(it.meeting)].map((each) => formatNumber(each))
  return (
    <section className="card grid gap-2">
      <h2>{it.meeting.village}</h2>
      <p className="text-lg font-semibold">
        {t('meetings.settled', { households: households ?? '', present: present ?? '' })}
      </p>
      {it.isOnItsWay ? (
        <p className="text-sm text-[var(--muted)]">{t('meetings.on_its_way')}</p>
      ) : (
        <div>
          <Button onClick={() => setAsking(true)}>{t('meetings.unlock')}</Button>
        </div>
      )}
      {isAsking && <Unlocking change={change} onClose={() => setAsking(false)} />}
    </section>
  )
}

export function MeetingPart({ it, change }: PartProps) {
  const [wasTried, setTried] = useState(false)
  const { meeting } = it
  const found = wasTried ? whyUnsettled(it) : []
  const put = (next: Partial<Meeting>) => change((held) => changeMeeting(held, next))
  const households = countIn(meeting.households)
  const places = Array.from({ length: MOST_CLUSTERS }, (_, at) => ({
    value: String(at + 1),
    label: at === 0 ? t('meetings.one_place') : t('meetings.places', { count: at + 1 }),
  }))
  return (
    <section className="card grid gap-4">
      <h2>{t('meetings.step_meeting')}</h2>
      <VillageField it={it} change={change} error={sentenceAt(found, 'village')} />
      <DateField
        label={t('meetings.day')}
        name="meeting-day"
        value={meeting.day}
        onChange={(day) => day !== '' && put({ day })}
      />
      <ChoiceField
        label={t('meetings.caller')}
        name="caller"
        value={meeting.caller}
        onChange={(caller) => put({ caller: caller as Meeting['caller'] })}
        choices={Object.entries(CALLERS).map(([value, words]) => ({ value, label: say(words) }))}
      />
      <SelectField
        label={t('meetings.clusters')}
        help={t('meetings.clusters_help')}
        name="clusters"
        value={String(meeting.present.length)}
        onChange={(count) => change((held) => setClusters(held, Number(count)))}
        choices={places}
      />
      <TextField
        label={t('meetings.households')}
        help={t('meetings.households_help')}
        name="households"
        inputMode="numeric"
        maxLength={7}
        value={meeting.households}
        onChange={(typed) => put({ households: typed })}
        error={sentenceAt(found, 'households')}
      />
      <PresentFields it={it} change={change} found={found} />
      <Button
        variant="primary"
        className="min-h-14 text-lg"
        onClick={() => {
          setTried(true)
          change(settle)
        }}
      >
        {households === undefined || households === 0
          ? t('meetings.settle_plain')
          : t('meetings.settle', { count: formatNumber(households) })}
      </Button>
    </section>
  )
}

export function MatterPart({ it, change, found }: PartProps & { readonly found: readonly Why[] }) {
  const { vote } = it
  const matters = Object.entries(MATTERS).map(([value, words]) => ({ value, label: say(words) }))
  return (
    <section className="card grid gap-4">
      <h2>{t('meetings.step_matter')}</h2>
      <ChoiceField
        label={t('meetings.matter')}
        name="matter"
        value={vote.matter}
        onChange={(matter) => change((held) => changeVote(held, { matter: matter as Matter }))}
        choices={matters}
        error={sentenceAt(found, 'matter')}
      />
      <TextField
        label={t('meetings.question')}
        help={t('meetings.question_help')}
        name="question"
        maxLength={300}
        value={vote.question}
        onChange={(question) => change((held) => changeVote(held, { question }))}
        error={sentenceAt(found, 'question')}
      />
      <ChoiceField
        label={t('meetings.way')}
        name="way"
        value={vote.way}
        onChange={(way) => change((held) => changeVote(held, { way: way as SealedVote['way'] }))}
        choices={[
          { value: 'hands', label: t('meetings.way_hands') },
          { value: 'secret', label: t('meetings.way_secret') },
        ]}
      />
    </section>
  )
}

const STANDING: Readonly<Record<SealedVote['standing'], { readonly tone: Tone; readonly words: () => string }>> = {
  held: { tone: 'plain', words: () => t('meetings.is_waiting') },
  tried: { tone: 'plain', words: () => t('meetings.is_waiting') },
  sent: { tone: 'good', words: () => t('meetings.is_sent') },
  refused: { tone: 'bad', words: () => t('meetings.is_refused') },
}

export function VotesPart({ it, change }: PartProps) {
  if (it.votes.length === 0) return null
  return (
    <section className="card grid gap-3">
      <h2>{t('meetings.votes')}</h2>
      <ul className="grid gap-3">
        {it.votes.map((vote) => (
          <li key={vote.id} className="grid gap-1">
            <span className="font-semibold">{vote.question}</span>
            <span>{t('meetings.vote_counts', addUp(vote.tallies))}</span>
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone={STANDING[vote.standing].tone}>{STANDING[vote.standing].words()}</Badge>
              {mayDrop(vote) && (
                <Button variant="quiet" onClick={() => change((held) => drop(held, vote.id))}>
                  {t('meetings.drop')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
