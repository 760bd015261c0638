// Kế hoạch: how the conference will be held, its programme, who prepares what, and what it builds on.
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { CheckField, ChoiceField, SelectField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { call } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { AgendaLines, DutyLines, endOf } from './agenda-part.tsx'
import type { PlanDesk } from './box-state.tsx'
import { CONFERENCE_MODES } from './facts.ts'
import { draftOf, EMPTY_PLAN } from './plan-draft.ts'
import { labelOf } from './plan-labels.tsx'
import { QuotePart } from './quote-part.tsx'
import { SavedForm } from './save-bar.tsx'
import { conferenceRoom, type View } from './schema.ts'

const ISSUERS = ['party', 'state', 'front'] as const
type Issuer = (typeof ISSUERS)[number]

const issuerChoices = () => ISSUERS.map((value) => ({ value, label: t(`conferences.issuer_${value}`) }))
const issuerOf = (value: string): Issuer => ISSUERS.find((each) => each === value) ?? 'party'

type ProposeProps = { readonly view: View; readonly desk: PlanDesk; readonly onClose: () => void }

function ProposeDialog({ view, desk, onClose }: ProposeProps) {
  const [issuer, setIssuer] = useState<Issuer>(desk.draft.issuer)
  const propose = async () => {
    const { unit, id } = view.facts
    const { plan } = await call(conferenceRoom.propose, { query: { unit, conference: id, issuer }, body: {} })
    desk.change(draftOf(plan))
    return undefined
  }
  return (
    <CommandDialog
      title={t('conferences.propose')}
      consequence={t(view.plan === null && !desk.isDirty ? 'conferences.propose_first' : 'conferences.propose_again')}
      confirm={t('conferences.propose')}
      onClose={onClose}
      onConfirm={propose}
    >
      <ChoiceField
        label={t('conferences.issuer')}
        help={t('conferences.issuer_help')}
        name="propose-issuer"
        value={issuer}
        onChange={(value) => setIssuer(issuerOf(value))}
        choices={issuerChoices()}
      />
    </CommandDialog>
  )
}

type PartProps = { readonly desk: PlanDesk }

function Frame({ desk }: PartProps) {
  const { draft, change, errors } = desk
  return (
    <section className="card grid gap-4">
      <h2>{t('conferences.frame')}</h2>
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          label={t('conferences.issuer')}
          name="issuer"
          value={draft.issuer}
          onChange={(value) => change({ issuer: issuerOf(value) })}
          choices={issuerChoices()}
        />
        <TextField
          label={t('conferences.starts_at')}
          help={t('conferences.ends_at', { time: endOf(draft) })}
          name="startsAt"
          isShort
          maxLength={6}
          value={draft.startsAt}
          error={errors['startsAt']}
          onChange={(startsAt) => change({ startsAt })}
        />
        <SelectField
          label={t('conferences.mode')}
          name="mode"
          value={draft.mode}
          onChange={(value) => change({ mode: CONFERENCE_MODES.find((mode) => mode === value) ?? 'in-person' })}
          choices={CONFERENCE_MODES.map((value) => ({ value, label: t(`conferences.mode_${value}`) }))}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextArea
          label={t('conferences.chair_posts')}
          help={t('conferences.chair_posts_help')}
          name="chairPosts"
          rows={2}
          isOptional
          value={draft.chairPosts}
          error={errors['chairPosts']}
          onChange={(chairPosts) => change({ chairPosts })}
        />
        {draft.mode !== 'in-person' && (
          <TextArea
            label={t('conferences.points')}
            help={t('conferences.points_help')}
            name="points"
            most={200_000}
            isOptional
            value={draft.points}
            error={errors['points']}
            onChange={(points) => change({ points })}
          />
        )}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('conferences.secretary_post')}
          name="secretaryPost"
          isOptional
          maxLength={300}
          value={draft.secretaryPost}
          error={errors['secretaryPost']}
          onChange={(secretaryPost) => change({ secretaryPost })}
        />
        <TextField
          label={t('conferences.contact_post')}
          name="contactPost"
          isOptional
          maxLength={300}
          value={draft.contactPost}
          error={errors['contactPost']}
          onChange={(contactPost) => change({ contactPost })}
        />
      </div>
      <CheckField
        label={t('conferences.is_public')}
        name="isPublic"
        checked={draft.isPublic}
        onChange={(isPublic) => change({ isPublic })}
      />
    </section>
  )
}

const Aims = ({ desk: { draft, change, errors } }: PartProps) => (
  <section className="card grid gap-4 sm:grid-cols-2">
    <TextArea
      label={t('conferences.purposes')}
      help={t('conferences.one_a_line')}
      name="purposes"
      rows={5}
      most={20_000}
      value={draft.purposes}
      error={errors['purposes']}
      onChange={(purposes) => change({ purposes })}
    />
    <TextArea
      label={t('conferences.requirements')}
      help={t('conferences.one_a_line')}
      name="requirements"
      rows={5}
      most={20_000}
      value={draft.requirements}
      error={errors['requirements']}
      onChange={(requirements) => change({ requirements })}
    />
  </section>
)

export function PlanPart({ view, desk }: { readonly view: View; readonly desk: PlanDesk }) {
  const [isProposing, setProposing] = useState(false)
  const propose = (variant: 'primary' | 'secondary') => (
    <Button variant={variant} onClick={() => setProposing(true)}>
      {t('conferences.propose')}
    </Button>
  )
  const isBlank = view.plan === null && !desk.isDirty
  return (
    <>
      {isBlank ? (
        <Empty
          title={t('conferences.no_plan')}
          action={
            view.mayEdit ? (
              <span className="flex flex-wrap gap-2">
                {propose('primary')}
                <Button onClick={() => desk.change(draftOf(EMPTY_PLAN))}>{t('conferences.begin_blank')}</Button>
              </span>
            ) : undefined
          }
        >
          {t('conferences.no_plan_help')}
        </Empty>
      ) : (
        <SavedForm desk={desk} mayEdit={view.mayEdit} save={t('conferences.save_plan')} labelOf={labelOf}>
          {view.mayEdit && <p className="no-print">{propose('secondary')}</p>}
          <Frame desk={desk} />
          <Aims desk={desk} />
          <AgendaLines desk={desk} />
          <DutyLines desk={desk} day={view.facts.day} />
          <QuotePart view={view} desk={desk} />
        </SavedForm>
      )}
      {isProposing && <ProposeDialog view={view} desk={desk} onClose={() => setProposing(false)} />}
    </>
  )
}
