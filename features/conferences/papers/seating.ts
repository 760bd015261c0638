// Sơ đồ chỗ ngồi: the hall seen from the door, the stage on top, the aisle, and who sits where. Pure.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { BodyCell, Block, HeaderCell, Table, TableColumn, TableRow } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import type { ConferenceFacts, Guest, Seat } from '../facts.ts'
import {
  annexOf,
  conferenceName,
  GROUP_TITLES,
  groupsOf,
  list,
  paragraph,
  postAndBody,
  seatLabel,
  tableOf,
  unstopped,
  upperFirst,
} from './words.ts'

/** Rows with few seats have room for the post itself; wider halls show the label and the list tells who it is. */
const MOST_NAMED_SEATS = 8
const EMPTY = '–'

const namesOf = (guest: Guest): string => [guest.name, postAndBody(guest)].filter((words) => words !== '').join(', ')

type Placed = { readonly guest: Guest; readonly seat: Seat }

const placedOf = ({ guests, seating }: ConferenceFacts): readonly Placed[] =>
  seating
    .flatMap(({ guest, seat }) => {
      const found = guests.find((each) => each.seq === guest)
      return found === undefined ? [] : [{ guest: found, seat }]
    })
    .toSorted((a, b) => a.seat.row - b.seat.row || a.seat.seat - b.seat.seat)

function rowCells(facts: ConferenceFacts, placed: readonly Placed[], row: number): readonly BodyCell[] {
  const { seatsPerRow, aisleAfter } = facts.hall
  const cells = Array.from({ length: seatsPerRow }, (_, at): BodyCell => {
    const found = placed.find((each) => each.seat.row === row && each.seat.seat === at + 1)
    if (found === undefined) return EMPTY
    const label = seatLabel(found.seat)
    return seatsPerRow <= MOST_NAMED_SEATS ? `${label}: ${namesOf(found.guest)}` : label
  })
  const hasAisle = aisleAfter > 0 && aisleAfter < seatsPerRow
  return hasAisle ? [...cells.slice(0, aisleAfter), '', ...cells.slice(aisleAfter)] : cells
}

function hallTable(facts: ConferenceFacts, placed: readonly Placed[]): Table {
  const { rows, seatsPerRow, aisleAfter } = facts.hall
  const hasAisle = aisleAfter > 0 && aisleAfter < seatsPerRow
  const seatMm = 240 / (seatsPerRow + (hasAisle ? 1 : 0))
  const seat: TableColumn = { widthMm: seatMm, align: 'center' }
  const columns = Array.from({ length: seatsPerRow + (hasAisle ? 1 : 0) }, () => seat)
  const stage: readonly HeaderCell[] = [{ text: 'Sân khấu', colSpan: columns.length }]
  const chairs = placed.filter((each) => each.seat.row === 0)
  const table: readonly TableRow[] =
    chairs.length === 0
      ? []
      : [
          {
            emphasis: 'bold',
            cells: [
              {
                text: `Bàn chủ trì: ${chairs.map((each) => `${formatCount(each.seat.seat)}. ${namesOf(each.guest)}`).join('; ')}`,
                colSpan: columns.length,
                align: 'center',
              },
            ],
          },
        ]
  return {
    kind: 'table',
    columns,
    headerRows: [stage],
    rows: [
      ...table,
      ...Array.from({ length: rows }, (_, at): TableRow => ({ cells: rowCells(facts, placed, at + 1) })),
    ],
  }
}

const finderTable = (placed: readonly Placed[]): Block =>
  tableOf(
    [
      { head: 'Vị trí', widthMm: 35, align: 'center' },
      { head: 'Đại biểu', widthMm: 130, align: 'left' },
      { head: 'Thành phần', widthMm: 75, align: 'left' },
    ],
    placed.map(({ guest, seat }) => [seatLabel(seat), namesOf(guest), GROUP_TITLES[guest.group]]),
  )

const aisleWords = ({ hall: { aisleAfter, seatsPerRow } }: ConferenceFacts): string =>
  aisleAfter > 0 && aisleAfter < seatsPerRow
    ? `, lối đi giữa ghế ${formatCount(aisleAfter)} và ghế ${formatCount(aisleAfter + 1)}`
    : ''

function groupRows(facts: ConferenceFacts, placed: readonly Placed[]): readonly Block[] {
  const lines = groupsOf(placed.map((each) => each.guest)).map(({ group, guests }) => {
    const seats = guests.flatMap((guest) => placed.filter((each) => each.guest.seq === guest.seq))
    const rows = [
      ...new Set(seats.map(({ seat }) => (seat.row === 0 ? 'bàn chủ trì' : `hàng ${seatLabel(seat).slice(0, -2)}`))),
    ]
    return `${GROUP_TITLES[group]} (${formatCount(guests.length)}): ${rows.join(', ')}.`
  })
  return list(lines)
}

/** Sơ đồ chỗ ngồi: how the hall is divided, then the hall itself and a table to find a guest by seat. */
export function seatingPaper(facts: ConferenceFacts): WrittenPaper {
  const placed = placedOf(facts)
  const { rows, seatsPerRow } = facts.hall
  const where = facts.place === '' ? 'hội trường' : unstopped(facts.place)
  return {
    family: facts.family,
    kind: 'so-do',
    summary: `${facts.family === 'party' ? 'chỗ' : 'Chỗ'} ngồi tại ${conferenceName(facts)}`,
    blocks: [
      paragraph(
        `${upperFirst(where)} bố trí ${formatCount(rows)} hàng ghế, mỗi hàng ${formatCount(seatsPerRow)} ghế${aisleWords(facts)}. Hàng A gần sân khấu nhất; ghế số 01 ở bên trái khi nhìn lên sân khấu.`,
      ),
      paragraph(
        `Đã xếp ${formatCount(placed.length)} vị trí cho ${formatCount(facts.guests.filter((guest) => guest.point === null).length)} đại biểu dự tại hội trường:`,
      ),
      ...groupRows(facts, placed),
      ...(placed.length === 0
        ? []
        : [
            annexOf(facts, {
              label: 'Sơ đồ',
              title: 'Chỗ ngồi của đại biểu',
              paper: 'Sơ đồ chỗ ngồi',
              isWide: true,
            }),
            hallTable(facts, placed),
            finderTable(placed),
          ]),
    ],
  }
}
