// The hall as it is seen from the door: the stage on top, rows towards it, the aisle; walked by arrow keys.
import { t } from '@kheo/ui/text.ts'
import { Fragment, type KeyboardEvent } from 'react'
import type { Guest, GuestGroup, Hall, Seat } from './facts.ts'
import { seatLabel } from './papers/words.ts'

// Seats are cells of a grid with one stop of the tab key; no element of HTML is that.
const GRID = { role: 'grid' } as const
const GRID_ROW = { role: 'row' } as const
const cellOf = (isPicked: boolean) => ({ role: 'gridcell', 'aria-selected': isPicked }) as const

/** Rows with more seats have no room for posts: the seat then shows the group's two letters. */
const MOST_NAMED = 14

const TINTS: Readonly<Record<GuestGroup, string>> = {
  chair: 'tone-bad',
  leader: 'tone-warn',
  delegate: 'tone-info',
  guest: '',
  award: 'tone-good',
  press: '',
}

export const isSame = (a: Seat | undefined, b: Seat): boolean => a?.row === b.row && a.seat === b.seat
const idOf = (seat: Seat): string => `seat-${seat.row}-${seat.seat}`

const STEPS: Readonly<Record<string, readonly [row: number, seat: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The seat that a key leads to; undefined for other keys and at the walls. */
export function seatTowards(hall: Hall, from: Seat, key: string): Seat | undefined {
  if (key === 'Home') return { row: from.row, seat: 1 }
  if (key === 'End') return { row: from.row, seat: hall.seatsPerRow }
  const step = STEPS[key]
  if (step === undefined) return undefined
  const to = { row: from.row + step[0], seat: from.seat + step[1] }
  return to.row < 0 || to.row > hall.rows || to.seat < 1 || to.seat > hall.seatsPerRow ? undefined : to
}

export type SeatMapProps = {
  readonly hall: Hall
  readonly guestAt: (seat: Seat) => Guest | undefined
  /** The seat that the tab key reaches. */
  readonly at: Seat
  readonly picked: number | undefined
  readonly onWalk: (seat: Seat) => void
  readonly onPress: (seat: Seat) => void
  readonly onEscape: () => void
}

type SeatBoxProps = Omit<SeatMapProps, 'guestAt'> & { readonly seat: Seat; readonly guest: Guest | undefined }

const wordsOf = (seat: Seat, guest: Guest | undefined): string =>
  guest === undefined
    ? t('conferences.seat_free', { seat: seatLabel(seat) })
    : t('conferences.seat_of', {
        seat: seatLabel(seat),
        who: [guest.name, guest.post, guest.body].filter((part) => part !== '').join(', '),
      })

function SeatBox({ hall, seat, guest, at, picked, onWalk, onPress, onEscape }: SeatBoxProps) {
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onEscape()
    const to = seatTowards(hall, seat, event.key)
    if (to === undefined || event.altKey) return undefined
    event.preventDefault()
    return document.getElementById(idOf(to))?.focus()
  }
  const isNamed = hall.seatsPerRow <= MOST_NAMED
  const isPicked = guest !== undefined && guest.seq === picked
  const words = wordsOf(seat, guest)
  const look = ['seat relative', guest === undefined ? 'is-free' : TINTS[guest.group], isPicked ? 'is-picked' : '']
  return (
    <button
      {...cellOf(isPicked)}
      type="button"
      id={idOf(seat)}
      className={look.filter((part) => part !== '').join(' ')}
      tabIndex={isSame(at, seat) ? 0 : -1}
      onFocus={() => onWalk(seat)}
      onClick={() => onPress(seat)}
      onKeyDown={walk}
    >
      <span className="contents" aria-hidden="true" title={words}>
        <span className="seat-head">
          {seat.row === 0 ? seat.seat : seatLabel(seat)}
          {guest !== undefined && (
            <b>
              {guest.seat !== null && '✎ '}
              {guest.cameAt !== null && '✓ '}
              {t(`conferences.mark_${guest.group}`)}
            </b>
          )}
        </span>
        {isNamed && guest !== undefined && (
          <span className="seat-words">{guest.name === '' ? guest.post : guest.name}</span>
        )}
      </span>
      <span className="sr-only">{words}</span>
    </button>
  )
}

const hasAisle = ({ aisleAfter, seatsPerRow }: Hall): boolean => aisleAfter > 0 && aisleAfter < seatsPerRow

function columnsOf(hall: Hall): string {
  const seats = (count: number) =>
    `repeat(${count}, minmax(${hall.seatsPerRow <= MOST_NAMED ? '4.75rem' : '3.25rem'}, 1fr))`
  return hasAisle(hall)
    ? `2.5rem ${seats(hall.aisleAfter)} 1.5rem ${seats(hall.seatsPerRow - hall.aisleAfter)}`
    : `2.5rem ${seats(hall.seatsPerRow)}`
}

export function SeatMap(props: SeatMapProps) {
  const { hall, guestAt } = props
  const columns = columnsOf(hall)
  return (
    <div className="seat-scroll">
      <div {...GRID} className="seat-map" aria-label={t('conferences.part_cho-ngoi')}>
        <div className="seat-stage" aria-hidden="true">
          <span>{t('conferences.stage')}</span>
        </div>
        {Array.from({ length: hall.rows + 1 }, (_, row) => (
          // Rows are told apart by nothing but their place.
          <div key={`row-${row}`} {...GRID_ROW} className="seat-row" style={{ gridTemplateColumns: columns }}>
            <span className="seat-row-name" aria-hidden="true">
              {row === 0 ? t('conferences.chair_table') : seatLabel({ row, seat: 1 }).replace(/\d+$/, '')}
            </span>
            {Array.from({ length: hall.seatsPerRow }, (__, index) => {
              const seat = { row, seat: index + 1 }
              return (
                <Fragment key={idOf(seat)}>
                  {hasAisle(hall) && index === hall.aisleAfter && <span aria-hidden="true" />}
                  <SeatBox {...props} seat={seat} guest={guestAt(seat)} />
                </Fragment>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
