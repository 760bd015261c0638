// Đại biểu: who is invited, in which group, where they sit, and who came.
import { formatCount } from '@kheo/core/text/number-style.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { addressOf } from '@kheo/kit/client.ts'
import { useAddress } from '@kheo/ui/address.tsx'
import { showInstant } from '@kheo/ui/format.ts'
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button, buttonLook, PrintButton } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { ChoiceFilter, ClearFilters, oneOf, SearchFilter } from '@kheo/ui/parts/filters.tsx'
import { PagerLinks } from '@kheo/ui/parts/tab-links.tsx'
import { messageOf, newId, useCommand } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { type ConferenceFacts, type Guest, GUEST_GROUPS } from './facts.ts'
import { BelowDialog, CopyDialog, GuestDialog, PasteDialog, RemoveDialog } from './guest-dialogs.tsx'
import { seatLabel } from './papers/words.ts'
import { conferenceDoors, conferenceRoom, type View } from './schema.ts'
import { GroupMark } from './words.tsx'

const PAGE_SIZE = 100
/** The last column holds buttons: on paper it is left out. */
const ACTS_ON_SCREEN = 'min-w-0 print:[&_tr>:last-child]:hidden'
const FILTERS = ['tim', 'nhom', 'den'] as const
const CAME = ['came', 'absent'] as const

const whereOf = ({ points, seating }: ConferenceFacts, guest: Guest): string => {
  if (guest.point !== null) return points.find((point) => point.seq === guest.point)?.name ?? ''
  const seated = seating.find((each) => each.guest === guest.seq)
  return seated === undefined ? '' : seatLabel(seated.seat)
}

export const guestWords = ({ post, body }: Pick<Guest, 'post' | 'body'>): string =>
  [post, body].filter((part) => part !== '').join(', ')

function useShown(guests: readonly Guest[]): readonly Guest[] {
  const { search } = useAddress()
  const wanted = foldVietnamese(search['tim'] ?? '')
  const group = oneOf(GUEST_GROUPS, search['nhom'])
  const came = oneOf(CAME, search['den'])
  return guests.filter(
    (guest) =>
      (group === undefined || guest.group === group) &&
      (came === undefined || (guest.cameAt !== null) === (came === 'came')) &&
      (wanted === '' || foldVietnamese(`${guest.name} ${guest.post} ${guest.body}`).includes(wanted)),
  )
}

const Filters = () => (
  <search className="filters no-print sm:grid-cols-[2fr_1fr_1fr_auto]" aria-label={t('common.filters')}>
    <SearchFilter label={t('conferences.find_guest')} param="tim" />
    <ChoiceFilter
      label={t('conferences.group')}
      param="nhom"
      choices={GUEST_GROUPS.map((value) => ({ value, label: t(`conferences.group_${value}`) }))}
    />
    <ChoiceFilter
      label={t('conferences.presence')}
      param="den"
      choices={CAME.map((value) => ({ value, label: t(`conferences.presence_${value}`) }))}
    />
    <ClearFilters params={FILTERS} />
  </search>
)

/** Numbers by group: came of invited. */
function Counts({ guests }: { readonly guests: readonly Guest[] }) {
  const groups = GUEST_GROUPS.map((group) => ({ group, all: guests.filter((guest) => guest.group === group) }))
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <strong>
        {t('conferences.guests_total', {
          came: formatCount(guests.filter((guest) => guest.cameAt !== null).length),
          all: formatCount(guests.length),
        })}
      </strong>
      {groups
        .filter(({ all }) => all.length > 0)
        .map(({ group, all }) => (
          <span key={group} className="inline-flex items-center gap-1">
            <GroupMark group={group} /> {formatCount(all.filter((guest) => guest.cameAt !== null).length)}/
            {formatCount(all.length)}
          </span>
        ))}
    </p>
  )
}

type AttendanceProps = {
  readonly view: View
  readonly guest: Guest
  readonly onProblem: (words: string | undefined) => void
}

function Attendance({ view, guest, onProblem }: AttendanceProps) {
  const note = useCommand(conferenceRoom.attendByHand, [conferenceRoom.view])
  const undo = useCommand(conferenceRoom.undoAttendance, [conferenceRoom.view])
  const { unit, id } = view.facts
  const command = guest.cameAt === null ? note : undo
  const isBusy = note.isPending || undo.isPending
  const send = async () => {
    onProblem(undefined)
    try {
      await command.mutateAsync({ commandId: newId(), unit, conference: id, seq: guest.seq })
    } catch (error) {
      onProblem(messageOf(error))
    }
  }
  const words = t(guest.cameAt === null ? 'conferences.note_came' : 'conferences.undo_came')
  return (
    <Button
      className="whitespace-nowrap"
      isBusy={isBusy}
      aria-label={`${words}: ${guestWords(guest)}`}
      onClick={() => void send()}
    >
      {words}
    </Button>
  )
}

type Acts = {
  readonly view: View
  readonly onEdit: (guest: Guest) => void
  readonly onRemove: (guest: Guest) => void
  readonly onProblem: (words: string | undefined) => void
}

const actsColumn = ({ view, onEdit, onRemove, onProblem }: Acts): Column<Guest> => ({
  key: 'acts',
  head: t('conferences.line_acts'),
  cell: (guest) => (
    <span className="no-print flex gap-1 max-sm:flex-wrap max-sm:justify-end">
      <Attendance view={view} guest={guest} onProblem={onProblem} />
      <Button variant="quiet" aria-label={`${t('common.edit')}: ${guestWords(guest)}`} onClick={() => onEdit(guest)}>
        {t('common.edit')}
      </Button>
      {guest.cameAt === null && (
        <Button
          variant="quiet"
          aria-label={`${t('conferences.remove')}: ${guestWords(guest)}`}
          onClick={() => onRemove(guest)}
        >
          {t('conferences.remove')}
        </Button>
      )}
    </span>
  ),
})

function columnsOf({ view, ...acts }: Acts): readonly Column<Guest>[] {
  return [
    {
      key: 'who',
      head: t('conferences.guest'),
      isMain: true,
      cell: (guest) => (
        <>
          <span className="font-medium">{guest.name === '' ? guest.post : `${guest.name}, ${guest.post}`}</span>
          {guest.body !== '' && <span className="block text-[var(--muted)]">{guest.body}</span>}
        </>
      ),
    },
    { key: 'group', head: t('conferences.group'), cell: (guest) => <GroupMark group={guest.group} /> },
    { key: 'where', head: t('conferences.where'), cell: (guest) => whereOf(view.facts, guest) || '—' },
    ...(view.mayEdit
      ? [
          {
            key: 'code',
            head: t('conferences.code'),
            cell: (guest: Guest) => (
              <span className="font-mono text-[13px] whitespace-nowrap">
                {guest.code.replaceAll(/(.{4})(?=.)/g, '$1 ')}
              </span>
            ),
          },
        ]
      : []),
    {
      key: 'came',
      head: t('conferences.came'),
      cell: (guest) =>
        guest.cameAt === null ? (
          <Badge tone="plain">{t('conferences.presence_absent')}</Badge>
        ) : (
          <Badge tone="good">{showInstant(guest.cameAt)}</Badge>
        ),
    },
    ...(view.mayEdit ? [actsColumn({ view, ...acts })] : []),
  ]
}

type Adding = 'paste' | 'add' | 'copy' | 'below'

const AddButtons = ({ onOpen }: { readonly onOpen: (adding: Adding) => void }) => (
  <p className="no-print flex flex-wrap gap-2">
    <Button variant="primary" onClick={() => onOpen('paste')}>
      {t('conferences.paste')}
    </Button>
    <Button onClick={() => onOpen('add')}>{t('conferences.add_guest')}</Button>
    <Button onClick={() => onOpen('copy')}>{t('conferences.copy')}</Button>
    <Button onClick={() => onOpen('below')}>{t('conferences.below')}</Button>
  </p>
)

const ListLinks = ({ facts }: { readonly facts: ConferenceFacts }) => (
  <p className="no-print flex flex-wrap gap-2">
    {(['docx', 'pdf'] as const).map((format) => (
      <a
        key={format}
        className={buttonLook('secondary')}
        download
        href={addressOf(conferenceDoors.file, {
          unit: facts.unit,
          conference: facts.id,
          role: 'danh-sach-dai-bieu',
          format,
        })}
      >
        {t(`conferences.list_${format}`)}
      </a>
    ))}
    <PrintButton />
  </p>
)

type Open = { readonly adding: Adding } | { readonly editing: Guest } | { readonly removing: Guest }

function Dialogs({ view, open, onClose }: { readonly view: View; readonly open: Open; readonly onClose: () => void }) {
  if ('editing' in open) return <GuestDialog view={view} guest={open.editing} onClose={onClose} />
  if ('removing' in open) return <RemoveDialog view={view} guest={open.removing} onClose={onClose} />
  if (open.adding === 'paste') return <PasteDialog view={view} onClose={onClose} />
  if (open.adding === 'copy') return <CopyDialog view={view} onClose={onClose} />
  if (open.adding === 'below') return <BelowDialog view={view} onClose={onClose} />
  return <GuestDialog view={view} guest={undefined} onClose={onClose} />
}

export function GuestsPart({ view }: { readonly view: View }) {
  const { search } = useAddress()
  const [open, setOpen] = useState<Open>()
  const [problem, setProblem] = useState<string>()
  const { guests } = view.facts
  const shown = useShown(guests)
  const last = Math.max(1, Math.ceil(shown.length / PAGE_SIZE))
  const page = Math.min(last, Math.max(1, Number(search['page'] ?? 1) || 1))
  const columns = columnsOf({
    view,
    onEdit: (editing) => setOpen({ editing }),
    onRemove: (removing) => setOpen({ removing }),
    onProblem: setProblem,
  })
  return (
    <section className="grid min-w-0 gap-4">
      {view.mayEdit && <AddButtons onOpen={(adding) => setOpen({ adding })} />}
      {problem !== undefined && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      {guests.length === 0 ? (
        <Empty title={t('conferences.no_guests')}>{t('conferences.no_guests_help')}</Empty>
      ) : (
        <>
          <Counts guests={guests} />
          {view.mayEdit && <ListLinks facts={view.facts} />}
          <Filters />
          {shown.length === 0 ? (
            <Empty title={t('conferences.no_guest_found')} />
          ) : (
            <div className={view.mayEdit ? ACTS_ON_SCREEN : ''}>
              <DataTable
                caption={t('conferences.part_dai-bieu')}
                columns={columns}
                rows={shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
                keyOf={(guest) => String(guest.seq)}
              />
            </div>
          )}
          <PagerLinks page={page} pageSize={PAGE_SIZE} total={shown.length} />
        </>
      )}
      {open !== undefined && <Dialogs view={view} open={open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
