// Two commands after the meeting: it was held, with the numbers of the day; and its conclusions become tasks.
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { countOf } from './plan-draft.ts'
import { conferenceRoom, type View } from './schema.ts'

const SEEN = [conferenceRoom.view, conferenceRoom.list]
type DialogProps = { readonly view: View; readonly onClose: () => void }

const NUMBERS = ['delegates', 'pointsJoined', 'papersRead'] as const
type Typed = Readonly<Record<(typeof NUMBERS)[number], string>>

/** Null where the box is empty: it is then counted. */
const numberOf = (text: string): number | null => (text.trim() === '' ? null : countOf(text))

export function HoldDialog({ view, onClose }: DialogProps) {
  const { today } = useDesk()
  const [commandId, renew] = useCommandId()
  const { unit, id, day, guests } = view.facts
  const [on, setOn] = useState(day <= today ? day : today)
  const [typed, setTyped] = useState<Typed>({ delegates: '', pointsJoined: '', papersRead: '' })
  const hold = useCommand(conferenceRoom.hold, SEEN)
  const came = guests.filter((guest) => guest.cameAt !== null).length
  const send = async () => {
    if (on === '') return t('common.day_needed')
    const numbers = {
      delegates: numberOf(typed.delegates),
      pointsJoined: numberOf(typed.pointsJoined),
      papersRead: numberOf(typed.papersRead),
    }
    if (Object.values(numbers).some(Number.isNaN)) return t('conferences.number_needed')
    try {
      await hold.mutateAsync({ commandId, unit, conference: id, on, ...numbers })
    } finally {
      renew()
    }
    toast(t('conferences.held'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('conferences.hold')}
      consequence={t('conferences.hold_consequence', { came })}
      confirm={t('conferences.hold')}
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('conferences.hold_on')} name="hold-on" value={on} onChange={setOn} />
      {NUMBERS.map((name) => (
        <TextField
          key={name}
          label={t(`conferences.hold_${name}`)}
          name={`hold-${name}`}
          inputMode="numeric"
          isShort
          isOptional
          maxLength={7}
          value={typed[name]}
          onChange={(text) => setTyped({ ...typed, [name]: text })}
        />
      ))}
    </CommandDialog>
  )
}

export function AssignDialog({ view, owed, onClose }: DialogProps & { readonly owed: number }) {
  const { today } = useDesk()
  const [commandId, renew] = useCommandId()
  const { unit, id, numbers } = view.facts
  const issued = numbers['ket-luan']
  const [notice, setNotice] = useState('')
  const [on, setOn] = useState(today)
  const assign = useCommand(conferenceRoom.assign, SEEN)
  const send = async () => {
    if (issued === undefined && (notice.trim() === '' || on === '')) return t('conferences.notice_needed')
    try {
      const { assigned } = await assign.mutateAsync({
        commandId,
        unit,
        conference: id,
        notice: issued === undefined ? notice : '',
        on: issued === undefined ? on : null,
      })
      toast(t('conferences.assign_done', { count: assigned }))
    } finally {
      renew()
    }
    return undefined
  }
  return (
    <CommandDialog
      title={t('conferences.assign', { count: owed })}
      consequence={
        issued === undefined
          ? t('conferences.assign_consequence', { count: owed })
          : t('conferences.assign_by', { count: owed, number: issued.number, day: showDay(issued.date) })
      }
      confirm={t('conferences.assign_do')}
      onClose={onClose}
      onConfirm={send}
    >
      {issued === undefined && (
        <>
          <TextField
            label={t('conferences.notice')}
            help={t('conferences.notice_help')}
            name="assign-notice"
            maxLength={300}
            value={notice}
            onChange={setNotice}
          />
          <DateField label={t('conferences.notice_on')} name="assign-on" value={on} onChange={setOn} />
        </>
      )}
    </CommandDialog>
  )
}
