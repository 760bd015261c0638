// The village-meeting helper on a phone: settle the households, count hands, know the verdict, save it all when the net allows.
import { AppLink } from '@kheo/ui/address.tsx'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { Page, ThumbBar } from '@kheo/ui/parts/page.tsx'
import { entryPath, listPath } from '@kheo/ui/register/room.ts'
import { newId } from '@kheo/ui/server.ts'
import { say, t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { CountPart } from './helper-count.tsx'
import { MatterPart, MeetingPart, SettledPart, sentenceAt, VotesPart } from './helper-parts.tsx'
import { type Helper, isSafe, seal, unsent, whyUnsealed } from './helper-rules.ts'
import { villageMeetings } from './register.ts'
import { useHelper, useKeptLaw } from './use-helper.tsx'

function Another({ it, onRestart }: { readonly it: Helper; readonly onRestart: () => void }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => (isSafe(it) ? onRestart() : setAsking(true))}>{t('meetings.next_meeting')}</Button>
      {isAsking && (
        <CommandDialog
          title={t('meetings.next_title')}
          consequence={t('meetings.next_consequence')}
          confirm={t('meetings.next_meeting')}
          variant="danger"
          onClose={() => setAsking(false)}
          onConfirm={() => {
            onRestart()
            return Promise.resolve(undefined)
          }}
        />
      )}
    </>
  )
}

/** How far the meeting is on its way into the register. */
function SavedPart({ helper }: { readonly helper: ReturnType<typeof useHelper> }) {
  const desk = useDesk()
  const { it, problem, isBusy } = helper
  const waiting = unsent(it).length
  return (
    <section className="card grid gap-3">
      <h2>{t('meetings.step_save')}</h2>
      {problem !== undefined && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      <output className="block">
        {isSafe(it) ? (
          <span className="notice tone-good block">✓ {t('meetings.all_saved', { count: it.votes.length })}</span>
        ) : waiting > 0 ? (
          t('meetings.waiting', { count: waiting })
        ) : (
          it.entryId === null && t('meetings.waiting_meeting')
        )}
      </output>
      <p className="text-sm text-[var(--muted)]">{t('meetings.kept')}</p>
      <div className="flex flex-wrap gap-2">
        {(it.entryId === null || waiting > 0) && (
          <Button variant="primary" className="min-h-14" isBusy={isBusy} onClick={() => void helper.save()}>
            {t(it.isOnItsWay ? 'meetings.save_again' : 'meetings.save')}
          </Button>
        )}
        {it.entryId !== null && (
          <AppLink to={entryPath(villageMeetings, { unitId: desk.unit.id, id: it.entryId })} className="btn">
            {t('meetings.open_entry')}
          </AppLink>
        )}
        <Another it={it} onRestart={helper.restart} />
      </div>
    </section>
  )
}

function Voting({ helper }: { readonly helper: ReturnType<typeof useHelper> }) {
  const [wasTried, setTried] = useState(false)
  const { it, change } = helper
  const law = useKeptLaw(it.meeting.day)
  const found = wasTried ? whyUnsealed(it) : []
  const finish = () => {
    setTried(whyUnsealed(it).length > 0)
    change((held) => seal(held, newId()))
  }
  return (
    <>
      <SettledPart it={it} change={change} />
      <MatterPart it={it} change={change} found={found} />
      <CountPart it={it} law={law} change={change} />
      {sentenceAt(found, 'hands') !== undefined && <p className="field-error">{sentenceAt(found, 'hands')}</p>}
      {found.length > 0 && (
        <Notice tone="bad" role="alert">
          {found.map(({ field }) => sentenceAt(found, field)).join(' ')}
        </Notice>
      )}
      <ThumbBar>
        <Button variant="primary" className="min-h-14 text-lg" onClick={finish}>
          {t('meetings.done_vote')}
        </Button>
      </ThumbBar>
      <VotesPart it={it} change={change} />
      <SavedPart helper={helper} />
    </>
  )
}

function Helping() {
  const helper = useHelper()
  return helper.it.isSettled ? (
    <Voting helper={helper} />
  ) : (
    <>
      <MeetingPart it={helper.it} change={helper.change} />
      <VotesPart it={helper.it} change={helper.change} />
    </>
  )
}

export function MeetingHelper() {
  const desk = useDesk()
  return (
    <Page title={t('meetings.title')} back={{ to: listPath(villageMeetings), label: say(villageMeetings.title) }}>
      <div className="grid max-w-xl gap-5">
        {hasRole(desk, 'recorder', 'compiler') ? (
          <Helping key={desk.unit.id} />
        ) : (
          <Notice tone="info">{t('meetings.may_not')}</Notice>
        )}
      </div>
    </Page>
  )
}
