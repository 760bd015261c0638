// The ways to invite: pasted lines, one by one, from an earlier conference, from the units below; and to change or take off.
import { CheckField, SelectField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { type Guest, GUEST_GROUPS, type GuestGroup } from './facts.ts'
import { OTHERS } from './guest-lines.ts'
import { countOf } from './plan-draft.ts'
import type { NewGuest } from './plan-shapes.ts'
import { conferenceRoom, type View } from './schema.ts'

const SEEN = [conferenceRoom.view, conferenceRoom.list]

type DialogProps = { readonly view: View; readonly onClose: () => void }

const tellAdded = ({ added, skipped }: { readonly added: number; readonly skipped: number }): void =>
  toast(
    skipped === 0
      ? t('conferences.added', { added })
      : `${t('conferences.added', { added })} ${t('conferences.skipped', { skipped })}`,
  )

const which = (view: View) => ({ unit: view.facts.unit, conference: view.facts.id })

export function PasteDialog({ view, onClose }: DialogProps) {
  const [commandId, renew] = useCommandId()
  const [lines, setLines] = useState('')
  const paste = useCommand(conferenceRoom.pasteGuests, SEEN)
  const send = async () => {
    if (lines.trim() === '') return t('conferences.paste_needed')
    try {
      tellAdded(await paste.mutateAsync({ commandId, ...which(view), lines }))
    } finally {
      renew()
    }
    return undefined
  }
  return (
    <CommandDialog
      title={t('conferences.paste')}
      consequence={
        <>
          <p>{t('conferences.paste_consequence')}</p>
          <p className="text-sm text-[var(--muted)]">
            {t('conferences.paste_groups', {
              groups: GUEST_GROUPS.map((group) => t(`conferences.group_${group}`)).join('; '),
            })}
          </p>
        </>
      }
      confirm={t('conferences.invite')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea
        label={t('conferences.paste_lines')}
        help={t('conferences.paste_help')}
        name="guest-lines"
        rows={10}
        most={200_000}
        value={lines}
        onChange={setLines}
      />
    </CommandDialog>
  )
}

export function CopyDialog({ view, onClose }: DialogProps) {
  const [commandId, renew] = useCommandId()
  const [from, setFrom] = useState('')
  const choices = useServer(conferenceRoom.choices, which(view))
  const copy = useCommand(conferenceRoom.copyGuests, SEEN)
  const earlier = choices.data?.earlier ?? []
  const send = async () => {
    if (from === '') return t('conferences.copy_needed')
    try {
      tellAdded(await copy.mutateAsync({ commandId, ...which(view), from }))
    } finally {
      renew()
    }
    return undefined
  }
  return (
    <CommandDialog
      title={t('conferences.copy')}
      consequence={t('conferences.copy_consequence')}
      confirm={t('conferences.invite')}
      onClose={onClose}
      onConfirm={send}
    >
      <SelectField
        label={t('conferences.earlier')}
        name="copy-from"
        value={from}
        onChange={setFrom}
        choices={[
          { value: '', label: t('common.choose') },
          ...earlier.map((each) => ({ value: each.id, label: `${showDay(each.day)} · ${each.title}` })),
        ]}
      />
    </CommandDialog>
  )
}

export function BelowDialog({ view, onClose }: DialogProps) {
  const [commandId, renew] = useCommandId()
  const [areOnline, setOnline] = useState(view.facts.mode !== 'in-person')
  const invite = useCommand(conferenceRoom.inviteBelow, SEEN)
  const send = async () => {
    try {
      tellAdded(await invite.mutateAsync({ commandId, ...which(view), areOnline }))
    } finally {
      renew()
    }
    return undefined
  }
  return (
    <CommandDialog
      title={t('conferences.below')}
      consequence={t('conferences.below_consequence')}
      confirm={t('conferences.invite')}
      onClose={onClose}
      onConfirm={send}
    >
      {view.facts.points.length > 0 && (
        <CheckField label={t('conferences.below_online')} checked={areOnline} onChange={setOnline} />
      )}
    </CommandDialog>
  )
}

type GuestDraft = Omit<NewGuest, 'rank' | 'point'> & { readonly rank: string; readonly point: string }

const draftOf = (guest: Guest | undefined): GuestDraft => ({
  name: guest?.name ?? '',
  post: guest?.post ?? '',
  body: guest?.body ?? '',
  group: guest?.group ?? 'delegate',
  rank: String(guest?.rank ?? OTHERS),
  point: guest?.point == null ? '' : String(guest.point),
})

const isRanked = (group: GuestGroup): boolean => group === 'chair' || group === 'leader'

type FieldsProps = {
  readonly view: View
  readonly draft: GuestDraft
  readonly onChange: (draft: GuestDraft) => void
}

function GuestFields({ view, draft, onChange }: FieldsProps) {
  const set = (patch: Partial<GuestDraft>) => onChange({ ...draft, ...patch })
  return (
    <div className="grid gap-4">
      <TextField
        label={t('conferences.post')}
        name="guest-post"
        maxLength={300}
        value={draft.post}
        onChange={(post) => set({ post })}
      />
      <TextField
        label={t('conferences.body')}
        name="guest-body"
        isOptional
        maxLength={300}
        value={draft.body}
        onChange={(body) => set({ body })}
      />
      <TextField
        label={t('conferences.guest_name')}
        help={t('conferences.guest_name_help')}
        name="guest-name"
        isOptional
        maxLength={300}
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <SelectField
        label={t('conferences.group')}
        name="guest-group"
        value={draft.group}
        onChange={(value) => set({ group: GUEST_GROUPS.find((group) => group === value) ?? 'delegate' })}
        choices={GUEST_GROUPS.map((value) => ({ value, label: t(`conferences.group_${value}`) }))}
      />
      {isRanked(draft.group) && (
        <TextField
          label={t('conferences.rank')}
          help={t('conferences.rank_help')}
          name="guest-rank"
          inputMode="numeric"
          isShort
          maxLength={4}
          value={draft.rank}
          onChange={(rank) => set({ rank })}
        />
      )}
      {view.facts.points.length > 0 && (
        <SelectField
          label={t('conferences.where')}
          name="guest-point"
          value={draft.point}
          onChange={(point) => set({ point })}
          choices={[
            { value: '', label: t('conferences.in_hall') },
            ...view.facts.points.map((point) => ({ value: String(point.seq), label: point.name })),
          ]}
        />
      )}
    </div>
  )
}

/** A new guest, or one to change. */
export function GuestDialog({ view, guest, onClose }: DialogProps & { readonly guest: Guest | undefined }) {
  const [commandId, renew] = useCommandId()
  const [draft, setDraft] = useState(() => draftOf(guest))
  const add = useCommand(conferenceRoom.addGuests, SEEN)
  const change = useCommand(conferenceRoom.changeGuest, SEEN)
  const send = async () => {
    const rank = isRanked(draft.group) ? countOf(draft.rank) : OTHERS
    if (draft.post.trim() === '') return t('conferences.post_needed')
    if (Number.isNaN(rank) || rank < 1 || rank > 9999) return t('conferences.rank_needed')
    const given: NewGuest = { ...draft, rank, point: draft.point === '' ? null : Number(draft.point) }
    try {
      if (guest === undefined) tellAdded(await add.mutateAsync({ commandId, ...which(view), guests: [given] }))
      else {
        await change.mutateAsync({ commandId, ...which(view), seq: guest.seq, guest: given, seat: guest.seat })
        toast(t('common.saved'))
      }
    } finally {
      renew()
    }
    return undefined
  }
  return (
    <CommandDialog
      title={t(guest === undefined ? 'conferences.add_guest' : 'conferences.edit_guest')}
      consequence={t(guest === undefined ? 'conferences.add_guest_consequence' : 'conferences.edit_guest_consequence')}
      confirm={t(guest === undefined ? 'conferences.invite' : 'common.save')}
      onClose={onClose}
      onConfirm={send}
    >
      <GuestFields view={view} draft={draft} onChange={setDraft} />
    </CommandDialog>
  )
}

export function RemoveDialog({ view, guest, onClose }: DialogProps & { readonly guest: Guest }) {
  const [commandId] = useCommandId()
  const remove = useCommand(conferenceRoom.removeGuest, SEEN)
  const send = async () => {
    await remove.mutateAsync({ commandId, ...which(view), seq: guest.seq })
    toast(t('conferences.removed'))
    return undefined
  }
  const who = [guest.post, guest.body].filter((part) => part !== '').join(', ')
  return (
    <CommandDialog
      title={t('conferences.remove_guest')}
      consequence={t('conferences.remove_consequence', { who })}
      confirm={t('conferences.remove')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    />
  )
}
