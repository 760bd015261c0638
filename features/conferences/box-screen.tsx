// A conference in a box: its days and clock on top, and its parts from the plan to the papers, each with an address.
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { buttonLook } from '@kheo/ui/parts/button.tsx'
import { oneOf } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { TabLinks } from '@kheo/ui/parts/tab-links.tsx'
import { StateBadge } from '@kheo/ui/register/state-badges.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useLeaveGuard } from '@kheo/ui/use-leave-guard.ts'
import { type MinutesDesk, type PlanDesk, useMinutes, usePlan } from './box-state.tsx'
import { ClockLine, Warnings } from './clock-line.tsx'
import { GuestsPart } from './guests-part.tsx'
import { MinutesPart } from './minutes-part.tsx'
import { PapersPart } from './papers-part.tsx'
import { PlanPart } from './plan-part.tsx'
import { conferenceRoom, type View } from './schema.ts'
import { SeatingPart } from './seating-part.tsx'
import { SpeechesPart } from './speeches-part.tsx'
import { ATTEND_PATH, entryPath, LIST_PATH, type Part, PARTS, useBookWords } from './words.tsx'

function Head({ view }: { readonly view: View }) {
  const { facts } = view
  const { register, choice } = useBookWords()
  const hours = view.plan === null ? '' : t('conferences.hours', { from: facts.startsAt, to: facts.endsAt })
  const words = [
    choice('kind', facts.kind),
    facts.subjects.map((subject) => choice('subjects', subject)).join(', '),
    facts.place,
    facts.unitTitle,
  ]
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {register !== undefined && <StateBadge register={register} state={facts.state} />}
        <strong>
          {facts.heldOn === null
            ? t('conferences.on_day', { day: showDay(facts.day) })
            : t('conferences.held_on', { day: showDay(facts.heldOn) })}
          {hours !== '' && `, ${hours}`}
        </strong>
      </p>
      <p className="text-[var(--muted)]">{words.filter((part) => part !== '').join(' · ')}</p>
    </div>
  )
}

const Links = ({ view }: { readonly view: View }) => (
  <>
    <AppLink to={entryPath(view.facts.unit, view.facts.id)} className={buttonLook('secondary')}>
      {view.facts.state === 'planned' ? t('conferences.entry_steps') : t('conferences.entry')}
    </AppLink>
    {view.mayEdit && view.facts.guests.length > 0 && (
      <AppLink to={ATTEND_PATH} className={buttonLook('secondary')}>
        {t('conferences.attend')}
      </AppLink>
    )}
  </>
)

type OpenProps = {
  readonly part: Part
  readonly view: View
  readonly plan: PlanDesk
  readonly minutes: MinutesDesk
}

/** What stands on the plan waits until one was saved. */
function Open({ part, view, plan, minutes }: OpenProps) {
  if (part === 'ke-hoach') return <PlanPart view={view} desk={plan} />
  if (part === 'tham-luan') return <SpeechesPart view={view} desk={plan} />
  if (view.plan === null)
    return (
      <Notice tone="info" title={t('conferences.plan_first')}>
        <p>{t('conferences.plan_first_help')}</p>
      </Notice>
    )
  if (part === 'dai-bieu') return <GuestsPart view={view} />
  if (part === 'cho-ngoi') return <SeatingPart view={view} desk={plan} />
  if (part === 'dien-bien') return <MinutesPart view={view} desk={minutes} />
  return <PapersPart view={view} plan={view.plan} isUnsaved={plan.isDirty || minutes.isDirty} />
}

function Box({ view }: { readonly view: View }) {
  const { search } = useAddress()
  const plan = usePlan(view)
  const minutes = useMinutes(view)
  useLeaveGuard(plan.isDirty || minutes.isDirty)
  const part = oneOf(PARTS, search['phan']) ?? 'ke-hoach'
  return (
    <Page
      title={view.facts.title}
      back={{ to: LIST_PATH, label: t('conferences.title') }}
      actions={<Links view={view} />}
    >
      <Head view={view} />
      {view.plan !== null && (
        <ClockLine key={part === 'ke-hoach' ? 'plan' : 'other'} clock={view.clock} isTold={part === 'ke-hoach'} />
      )}
      <Warnings of={view.warnings} />
      <TabLinks
        label={t('conferences.parts')}
        param="phan"
        tabs={PARTS.map((value) => ({ value, label: t(`conferences.part_${value}`) }))}
        current={part}
      />
      <Open part={part} view={view} plan={plan} minutes={minutes} />
    </Page>
  )
}

export function ConferenceBox() {
  const { params } = useAddress()
  const found = useServer(conferenceRoom.view, { unit: params['unit'] ?? '', conference: params['id'] ?? '' })
  return <ScreenAnswer of={found}>{(view) => <Box key={view.facts.id} view={view} />}</ScreenAnswer>
}
