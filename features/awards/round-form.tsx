// What an officer writes about a round as a whole: opening one, and changing it later.
import { link } from '@kheo/kit/register/fields.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { SelectField, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { LinkInput } from '@kheo/ui/register/link-input.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { CONFERENCES } from './nomination.ts'
import { AWARD_FAMILIES, awards, type RoundView, type RoundWords, SUBJECTS } from './schema.ts'

const [FIRST_YEAR, LAST_YEAR] = [2000, 2100]
const LEAST_LETTERS = 3
const CONFERENCE = link(['Hội nghị trao thưởng', 'Conference of the presenting'], CONFERENCES, { isOptional: true })

type Draft = Omit<RoundWords, 'year'> & { readonly year: string }

const draftOf = (words: RoundWords): Draft => ({ ...words, year: String(words.year) })
const blank = (year: number): Draft => ({
  title: '',
  subject: 'dan-van',
  year: String(year),
  family: 'state',
  proposer: '',
  proposedTo: '',
  fund: '',
  proposal: '',
  proposedOn: null,
  councilChair: '',
  councilSecretary: '',
  occasion: '',
  conferenceId: null,
})

/** The words to send, or what is missing. */
function readDraft(draft: Draft): RoundWords | string {
  const year = Number(draft.year)
  if (draft.title.trim().length < LEAST_LETTERS) return t('awards.title_needed')
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return t('awards.year_needed')
  return { ...draft, year }
}

const TEXTS = ['proposer', 'proposedTo', 'fund', 'councilChair', 'councilSecretary', 'occasion', 'proposal'] as const
const LABELS = {
  proposer: 'awards.proposer',
  proposedTo: 'awards.addressee',
  fund: 'awards.fund',
  councilChair: 'awards.council_chair',
  councilSecretary: 'awards.council_secretary',
  occasion: 'awards.occasion',
  proposal: 'awards.proposal',
} as const
const HELPS = {
  proposer: 'awards.proposer_help',
  proposedTo: 'awards.addressee_help',
  fund: 'awards.fund_help',
} as const

type FieldsProps = { readonly draft: Draft; readonly onChange: (draft: Draft) => void }

function RoundFields({ draft, onChange }: FieldsProps) {
  const desk = useDesk()
  const set = (patch: Partial<Draft>) => onChange({ ...draft, ...patch })
  return (
    <div className="grid gap-4">
      <TextField
        label={t('awards.round_title')}
        help={t('awards.round_title_help')}
        name="award-title"
        maxLength={300}
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label={t('awards.subject')}
          name="award-subject"
          value={draft.subject ?? ''}
          onChange={(value) => set({ subject: SUBJECTS.find((each) => each === value) ?? null })}
          choices={[
            ...SUBJECTS.map((value) => ({ value, label: t(`awards.subject_${value}`) })),
            { value: '', label: t('awards.subject_none') },
          ]}
        />
        <TextField
          label={t('common.year')}
          name="award-year"
          inputMode="numeric"
          maxLength={4}
          value={draft.year}
          onChange={(year) => set({ year })}
        />
        <SelectField
          label={t('awards.family')}
          name="award-family"
          value={draft.family}
          onChange={(value) => set({ family: AWARD_FAMILIES.find((each) => each === value) ?? 'state' })}
          choices={AWARD_FAMILIES.map((value) => ({ value, label: t(`awards.family_${value}`) }))}
        />
      </div>
      <DateField
        label={t('awards.proposed_on')}
        help={t('awards.proposed_on_help')}
        name="award-proposed"
        isOptional
        value={draft.proposedOn ?? ''}
        onChange={(day) => set({ proposedOn: day === '' ? null : day })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {TEXTS.map((name) => (
          <TextField
            key={name}
            label={t(LABELS[name])}
            {...(name in HELPS ? { help: t(HELPS[name as keyof typeof HELPS]) } : {})}
            name={`award-${name}`}
            isOptional
            maxLength={300}
            value={draft[name]}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      <LinkInput
        field={CONFERENCE}
        unit={desk.unit.id}
        onPick={(conferenceId, name) =>
          set({ conferenceId, ...(draft.occasion === '' ? { occasion: name.slice(0, 300) } : {}) })
        }
      />
    </div>
  )
}

type OpenProps = { readonly onClose: () => void; readonly onOpened: (unit: string, id: string) => void }

export function OpenRoundDialog({ onClose, onOpened }: OpenProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [draft, setDraft] = useState(() => blank(desk.year))
  const open = useCommand(awards.open, [awards.rounds])
  const send = async () => {
    const words = readDraft(draft)
    if (typeof words === 'string') return words
    const { id } = await open.mutateAsync({ commandId, unit: desk.unit.id, words })
    toast(t('awards.opened'))
    onOpened(desk.unit.id, id)
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.open')}
      consequence={t('awards.open_consequence')}
      confirm={t('awards.open')}
      onClose={onClose}
      onConfirm={send}
    >
      <RoundFields draft={draft} onChange={setDraft} />
    </CommandDialog>
  )
}

export function EditRoundDialog({ round, onClose }: { readonly round: RoundView; readonly onClose: () => void }) {
  const [commandId] = useCommandId()
  const [draft, setDraft] = useState(() => draftOf(round))
  const edit = useCommand(awards.edit, [awards.round, awards.rounds])
  const send = async () => {
    const words = readDraft(draft)
    if (typeof words === 'string') return words
    await edit.mutateAsync({ commandId, unit: round.unitId, round: round.id, baseRev: round.rev, words })
    toast(t('common.saved'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.edit')}
      consequence={t('awards.edit_consequence')}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={send}
    >
      <RoundFields draft={draft} onChange={setDraft} />
    </CommandDialog>
  )
}
