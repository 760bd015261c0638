// Chỗ ngồi: the hall, who sits where, and moving a guest by a press on two seats or from the list.
import { addressOf } from '@kheo/kit/client.ts'
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button, buttonLook, PrintButton } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { SelectField, TextField } from '@kheo/ui/parts/field.tsx'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import type { PlanDesk } from './box-state.tsx'
import { type ConferenceFacts, type Guest, GUEST_GROUPS, type Hall, type Seat, type SeatedGuest } from './facts.ts'
import { guestWords } from './guests-part.tsx'
import { seatLabel } from './papers/words.ts'
import { countOf } from './plan-draft.ts'
import { labelOf } from './plan-labels.tsx'
import type { SeatingProblem } from './problems.ts'
import { SavedForm } from './save-bar.tsx'
import { conferenceDoors, type View } from './schema.ts'
import { isSame, SeatMap } from './seat-map.tsx'
import { seatsOf } from './seating.ts'
import { useSeatMoves } from './use-seat-moves.tsx'
import { GroupMark } from './words.tsx'

const HALL = [
  ['rows', 'conferences.hall_rows', 3],
  ['seatsPerRow', 'conferences.hall_seats', 3],
  ['aisleAfter', 'conferences.hall_aisle', 3],
] as const

const HallFields = ({ desk: { draft, change, errors } }: { readonly desk: PlanDesk }) => (
  <section className="card no-print grid gap-3">
    <h2>{t('conferences.hall')}</h2>
    <div className="grid items-end gap-4 sm:grid-cols-3">
      {HALL.map(([name, label, maxLength]) => (
        <TextField
          key={name}
          label={t(label)}
          name={`hall.${name}`}
          inputMode="numeric"
          isShort
          maxLength={maxLength}
          value={draft.hall[name]}
          error={errors[`hall.${name}`]}
          onChange={(text) => change({ hall: { ...draft.hall, [name]: text } })}
        />
      ))}
    </div>
    <p className="field-help">{t('conferences.hall_help')}</p>
  </section>
)

const MOST_ROWS = 200
const MOST_SEATS = 100

/** The hall as far as its boxes are whole numbers. */
function hallOf({ draft }: PlanDesk): Hall | undefined {
  const { rows, seatsPerRow, aisleAfter } = draft.hall
  const hall = { rows: countOf(rows), seatsPerRow: countOf(seatsPerRow), aisleAfter: countOf(aisleAfter) }
  const isWhole = Object.values(hall).every((count) => !Number.isNaN(count))
  return isWhole && hall.rows > 0 && hall.seatsPerRow > 0 && hall.rows <= MOST_ROWS && hall.seatsPerRow <= MOST_SEATS
    ? hall
    : undefined
}

function problemWords(problem: SeatingProblem): string {
  switch (problem.code) {
    case 'conference.hall_too_small':
      return t('conferences.hall_too_small', { people: problem.people, seats: problem.seats })
    case 'conference.seat_outside':
      return t('conferences.seat_outside', { seat: seatLabel(problem) })
    case 'conference.seat_duplicate':
      return t('conferences.seat_duplicate', { seat: seatLabel(problem) })
  }
}

const Legend = ({ guests }: { readonly guests: readonly Guest[] }) => (
  <p className="flex flex-wrap gap-2 text-sm">
    {GUEST_GROUPS.filter((group) => guests.some((guest) => guest.group === group)).map((group) => (
      <GroupMark key={group} group={group} />
    ))}
    <span className="no-print">{t('conferences.seat_signs')}</span>
  </p>
)

type BoardProps = {
  readonly view: View
  readonly hall: Hall
  readonly seating: readonly SeatedGuest[]
  readonly isUnsaved: boolean
}

function Board({ view, hall, seating, isUnsaved }: BoardProps) {
  const [at, setAt] = useState<Seat>({ row: 1, seat: 1 })
  const [picked, setPicked] = useState<number>()
  const moves = useSeatMoves(view)
  const { guests } = view.facts
  const here = guests.filter((guest) => guest.point === null)
  const guestAt = (seat: Seat) => {
    const found = seating.find((each) => isSame(each.seat, seat))
    return found === undefined ? undefined : guests.find((guest) => guest.seq === found.guest)
  }
  const seatOf = (seq: number) => seating.find((each) => each.guest === seq)?.seat
  const chosen = guests.find((guest) => guest.seq === picked)
  const mayMove = view.mayEdit && !isUnsaved
  const press = (seat: Seat) => {
    const guest = guestAt(seat)
    if (!mayMove || moves.isBusy) return
    if (chosen === undefined || guest?.seq === picked) return setPicked(guest?.seq === picked ? undefined : guest?.seq)
    setPicked(undefined)
    return void moves.move({ guest: chosen, from: seatOf(chosen.seq), to: seat, occupant: guest })
  }
  const inHall = at.row <= hall.rows && at.seat <= hall.seatsPerRow ? at : { row: 1, seat: 1 }
  return (
    <section className="grid min-w-0 gap-3">
      {isUnsaved && <Notice tone="info">{t('conferences.hall_unsaved')}</Notice>}
      {moves.problem !== undefined && (
        <Notice tone="bad" role="alert">
          {moves.problem}
        </Notice>
      )}
      {mayMove && (
        <div className="card no-print grid items-end gap-3 sm:grid-cols-[1fr_auto]">
          <SelectField
            label={t('conferences.move_guest')}
            help={t('conferences.move_help')}
            name="move-guest"
            value={picked === undefined ? '' : String(picked)}
            onChange={(value) => setPicked(value === '' ? undefined : Number(value))}
            choices={[
              { value: '', label: t('common.choose') },
              ...here.map((guest) => {
                const seat = seatOf(guest.seq)
                return {
                  value: String(guest.seq),
                  label: seat === undefined ? guestWords(guest) : `${guestWords(guest)} · ${seatLabel(seat)}`,
                }
              }),
            ]}
          />
          <span className="flex flex-wrap gap-2">
            {chosen?.seat != null && (
              <Button isBusy={moves.isBusy} onClick={() => void moves.release(chosen).then(() => setPicked(undefined))}>
                {t('conferences.release_seat')}
              </Button>
            )}
            {chosen !== undefined && <Button onClick={() => setPicked(undefined)}>{t('common.cancel')}</Button>}
          </span>
          <output className="sm:col-span-2">
            {moves.isBusy
              ? t('conferences.moving')
              : chosen !== undefined && t('conferences.picked', { who: guestWords(chosen) })}
          </output>
        </div>
      )}
      <div className="min-w-0 print:[page:book]">
        <SeatMap
          {...{ hall, guestAt, picked }}
          at={inHall}
          onWalk={setAt}
          onPress={press}
          onEscape={() => setPicked(undefined)}
        />
        <Legend guests={here} />
      </div>
    </section>
  )
}

type SeatRow = { readonly guest: Guest; readonly seat: Seat }

const listColumns = (): readonly Column<SeatRow>[] => [
  { key: 'seat', head: t('conferences.where'), cell: ({ seat }) => seatLabel(seat) },
  {
    key: 'who',
    head: t('conferences.guest'),
    isMain: true,
    cell: ({ guest }) => [guest.name, guestWords(guest)].filter((part) => part !== '').join(', '),
  },
  { key: 'group', head: t('conferences.group'), cell: ({ guest }) => <GroupMark group={guest.group} /> },
  {
    key: 'hand',
    head: t('conferences.seat_how'),
    cell: ({ guest }) => (
      <Badge tone={guest.seat === null ? 'plain' : 'info'}>
        {t(guest.seat === null ? 'conferences.seat_computed' : 'conferences.seat_by_hand')}
      </Badge>
    ),
  },
]

function SeatList({ facts, seating }: { readonly facts: ConferenceFacts; readonly seating: readonly SeatedGuest[] }) {
  const rows = seating
    .flatMap(({ guest: seq, seat }) => {
      const guest = facts.guests.find((each) => each.seq === seq)
      return guest === undefined ? [] : [{ guest, seat }]
    })
    .toSorted((a, b) => a.seat.row - b.seat.row || a.seat.seat - b.seat.seat)
  return (
    <section className="grid gap-3 print:[page:book] print:break-before-page">
      <h2>{t('conferences.seat_list')}</h2>
      <DataTable
        caption={t('conferences.seat_list')}
        columns={listColumns()}
        rows={rows}
        keyOf={({ guest }) => String(guest.seq)}
      />
    </section>
  )
}

const SheetLinks = ({ facts }: { readonly facts: ConferenceFacts }) => (
  <p className="no-print flex flex-wrap gap-2">
    <PrintButton />
    {(['docx', 'pdf'] as const).map((format) => (
      <a
        key={format}
        className={buttonLook('secondary')}
        download
        href={addressOf(conferenceDoors.file, {
          unit: facts.unit,
          conference: facts.id,
          role: 'so-do-cho-ngoi',
          format,
        })}
      >
        {t(`conferences.sheet_${format}`)}
      </a>
    ))}
  </p>
)

export function SeatingPart({ view, desk }: { readonly view: View; readonly desk: PlanDesk }) {
  const { facts } = view
  const hall = hallOf(desk)
  const seated = hall === undefined ? undefined : seatsOf({ guests: facts.guests, hall })
  const isUnsaved = JSON.stringify(hall) !== JSON.stringify(facts.hall)
  const hasGuests = facts.guests.some((guest) => guest.point === null)
  return (
    <SavedForm desk={desk} mayEdit={view.mayEdit} save={t('conferences.save_plan')} labelOf={labelOf}>
      <HallFields desk={desk} />
      {!hasGuests && <Empty title={t('conferences.seat_nobody')}>{t('conferences.seat_nobody_help')}</Empty>}
      {seated !== undefined && !seated.ok && (
        <Notice tone="bad" role="alert">
          {problemWords(seated.problem)}
        </Notice>
      )}
      {hall !== undefined && seated?.ok === true && hasGuests && (
        <>
          {view.mayEdit && !isUnsaved && <SheetLinks facts={facts} />}
          <Board view={view} hall={hall} seating={seated.value} isUnsaved={isUnsaved} />
          <SeatList facts={facts} seating={seated.value} />
        </>
      )}
    </SavedForm>
  )
}
