// Who sits where in the main hall: computed from the list of guests, the same list always giving the same seats. Pure.
//
// S1  Row 0 is the table of the chairs in front; row 1 is nearest to it. Guests at online points have no seat here.
// S2  A seat given by hand stays. Leaders take the first rows by rank, from the middle outwards.
// S3  Those who are honoured sit at the aisle behind the leaders, for they walk to the stage; then delegates by body, guests, the press.
import { accept, refuse, type Result } from '@kheo/core/result.ts'
import type { Guest, GuestGroup, Hall, Seat, SeatedGuest } from './facts.ts'
import type { SeatingProblem } from './problems.ts'

const keyOf = ({ row, seat }: Seat): string => `${row}:${seat}`

/** Whether the hall has this seat. The chairs' table is as wide as a row. */
export const isInHall = ({ rows, seatsPerRow }: Hall, { row, seat }: Seat): boolean =>
  row >= 0 && row <= rows && seat >= 1 && seat <= seatsPerRow

const byRank = (a: Guest, b: Guest): number => a.rank - b.rank || a.seq - b.seq
const byBody = (a: Guest, b: Guest): number => a.body.localeCompare(b.body, 'vi') || a.rank - b.rank || a.seq - b.seq

const seatsOfRow = ({ seatsPerRow }: Hall, row: number): Seat[] =>
  Array.from({ length: seatsPerRow }, (_, at) => ({ row, seat: at + 1 }))

/** From the middle outwards, the left before the right. */
const middleFirst = (hall: Hall, row: number): Seat[] =>
  seatsOfRow(hall, row).toSorted(
    (a, b) =>
      Math.abs(2 * a.seat - hall.seatsPerRow - 1) - Math.abs(2 * b.seat - hall.seatsPerRow - 1) || a.seat - b.seat,
  )

/** Seats between a seat and the nearest way out of its row. */
function fromAisle({ seatsPerRow, aisleAfter }: Hall, { seat }: Seat): number {
  const hasAisle = aisleAfter > 0 && aisleAfter < seatsPerRow
  if (!hasAisle) return Math.min(seat - 1, seatsPerRow - seat)
  return seat <= aisleAfter ? aisleAfter - seat : seat - aisleAfter - 1
}

function handSeats(hall: Hall, guests: readonly Guest[]): Result<Map<string, SeatedGuest>, SeatingProblem> {
  const taken = new Map<string, SeatedGuest>()
  for (const { seq, seat } of guests) {
    if (seat === null) continue
    if (!isInHall(hall, seat)) return refuse({ code: 'conference.seat_outside', row: seat.row, seat: seat.seat })
    if (taken.has(keyOf(seat))) return refuse({ code: 'conference.seat_duplicate', row: seat.row, seat: seat.seat })
    taken.set(keyOf(seat), { guest: seq, seat })
  }
  return accept(taken)
}

const LAST: readonly GuestGroup[] = ['delegate', 'guest', 'press']

/**
 * Seats for everybody who sits in the main hall, in the order of the list of guests.
 * Refused when the hall has too few seats, or when a seat given by hand is outside it or given twice.
 */
export function seatsOf(given: {
  readonly guests: readonly Guest[]
  readonly hall: Hall
}): Result<readonly SeatedGuest[], SeatingProblem> {
  const { hall } = given
  const guests = given.guests.filter((guest) => guest.point === null)
  const byHand = handSeats(hall, guests)
  if (!byHand.ok) return byHand
  const taken = byHand.value
  const put = (waiting: readonly Guest[], seats: readonly Seat[]): Guest[] => {
    const free = seats.filter((seat) => !taken.has(keyOf(seat)))
    for (const [at, seat] of free.slice(0, waiting.length).entries())
      taken.set(keyOf(seat), { guest: waiting[at]?.seq ?? 0, seat })
    return waiting.slice(free.length)
  }
  const unseated = guests.filter((guest) => guest.seat === null)
  const of = (group: GuestGroup, order: (a: Guest, b: Guest) => number): Guest[] =>
    unseated.filter((guest) => guest.group === group).toSorted(order)
  const rows = Array.from({ length: hall.rows }, (_, at) => at + 1)
  const overflow = put(of('chair', byRank), middleFirst(hall, 0))
  let leaders = [...overflow, ...of('leader', byRank)]
  let lastRow = 0
  for (const row of rows) {
    if (leaders.length === 0) break
    leaders = put(leaders, middleFirst(hall, row))
    lastRow = row
  }
  const behind = rows.toSorted((a, b) => Number(a <= lastRow) - Number(b <= lastRow) || a - b)
  const atAisle = behind
    .flatMap((row, order) => seatsOfRow(hall, row).map((seat) => ({ seat, order })))
    .toSorted(
      (a, b) => fromAisle(hall, a.seat) - fromAisle(hall, b.seat) || a.order - b.order || a.seat.seat - b.seat.seat,
    )
    .map(({ seat }) => seat)
  const honoured = put(of('award', byBody), atAisle)
  const others = LAST.flatMap((group) => of(group, group === 'delegate' ? byBody : byRank))
  const left = put(
    [...leaders, ...honoured, ...others],
    rows.flatMap((row) => seatsOfRow(hall, row)),
  )
  if (left.length > 0) {
    const atTable = [...taken.values()].filter(({ seat }) => seat.row === 0).length
    return refuse({
      code: 'conference.hall_too_small',
      people: guests.length - atTable,
      seats: hall.rows * hall.seatsPerRow,
    })
  }
  const places = new Map([...taken.values()].map((each) => [each.guest, each]))
  return accept(guests.flatMap((guest) => places.get(guest.seq) ?? []))
}
