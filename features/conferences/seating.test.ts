// Seats: nobody without one, no seat twice, hand-given seats kept, leaders in front, the honoured at the aisle; programme, clock, warnings and pasted lines.
import type { Law } from '@kheo/core/period/law.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GUEST_GROUPS, type Guest, type GuestGroup, type Hall, type Seat } from './facts.ts'
import { newAmong, OTHERS, readLines } from './guest-lines.ts'
import { factsOf } from './papers/testing-facts.ts'
import { conferenceClock, conferenceWarnings } from './rules.ts'
import { timed } from './times.ts'
import { seatsOf } from './seating.ts'

const guest = (seq: number, group: GuestGroup, more: Partial<Guest> = {}): Guest => ({
  seq,
  name: '',
  post: `Chức danh ${seq}`,
  body: `Đơn vị ${seq % 3}`,
  group,
  rank: group === 'leader' || group === 'chair' ? seq : OTHERS,
  point: null,
  seat: null,
  code: 'a'.repeat(16),
  cameAt: null,
  ...more,
})
const many = (count: number, group: GuestGroup, from = 1): Guest[] =>
  Array.from({ length: count }, (_, at) => guest(from + at, group))
const placed = (guests: readonly Guest[], hall: Hall) => {
  const seats = seatsOf({ guests, hall })
  if (!seats.ok) throw new Error(seats.problem.code)
  return new Map(seats.value.map((each) => [each.guest, each.seat]))
}
const HALL: Hall = { rows: 6, seatsPerRow: 8, aisleAfter: 4 }

const anyHall = fc
  .record({ rows: fc.integer({ min: 0, max: 8 }), seatsPerRow: fc.integer({ min: 0, max: 10 }), aisle: fc.nat(10) })
  .map(({ rows, seatsPerRow, aisle }): Hall => ({ rows, seatsPerRow, aisleAfter: Math.min(aisle, seatsPerRow) }))
const anyGuests = fc
  .array(
    fc.record({
      group: fc.constantFrom(...GUEST_GROUPS),
      rank: fc.integer({ min: 1, max: 5 }),
      point: fc.option(fc.constant(1), { nil: null, freq: 4 }),
      seat: fc.option(fc.record({ row: fc.nat(8), seat: fc.integer({ min: 1, max: 10 }) }), { nil: null, freq: 6 }),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((each, at) => guest(at + 1, each.group, each)))

const at = ({ row, seat }: Seat): string => `${row}:${seat}`
const isWithin = (hall: Hall, { row, seat }: Seat): boolean =>
  row >= 0 && row <= hall.rows && seat >= 1 && seat <= hall.seatsPerRow

/** What is wrong with an answer: an empty list is a sound one, be it seats or a refusal. */
function faultsIn(guests: readonly Guest[], hall: Hall): string[] {
  const inHall = guests.filter((each) => each.point === null)
  const byHand = inHall.flatMap((each) => (each.seat === null ? [] : [each.seat]))
  const outside = byHand.some((seat) => !isWithin(hall, seat))
  const twice = new Set(byHand.map(at)).size < byHand.length
  const seats = seatsOf({ guests, hall })
  if (!seats.ok) {
    // Who must sit in a row: all but the chairs that the table still holds.
    const atTable = byHand.filter((seat) => seat.row === 0).length
    const chairs = inHall.filter((each) => each.group === 'chair' && each.seat === null).length
    const rowed = inHall.length - atTable - Math.min(chairs, hall.seatsPerRow - atTable)
    const holds = {
      'conference.seat_outside': outside,
      'conference.seat_duplicate': twice,
      'conference.hall_too_small': rowed > hall.rows * hall.seatsPerRow,
    }[seats.problem.code]
    return holds ? [] : [`refused for nothing: ${seats.problem.code}`]
  }
  const kept = new Map(seats.value.map((each) => [each.guest, at(each.seat)]))
  return [
    ...(outside || twice ? ['not refused'] : []),
    ...(seats.value.length === inHall.length && kept.size === inHall.length ? [] : ['not everybody once']),
    ...(new Set(kept.values()).size === inHall.length ? [] : ['a seat twice']),
    ...(seats.value.every(({ seat }) => isWithin(hall, seat)) ? [] : ['outside the hall']),
    ...inHall.flatMap(({ seq, seat }) => (seat === null || kept.get(seq) === at(seat) ? [] : [`moved ${seq}`])),
  ]
}

describe('seats', () => {
  it('are one for everybody in the hall and nobody twice, or the refusal is one that holds', () => {
    fc.assert(
      fc.property(anyGuests, anyHall, (guests, hall) => {
        expect(faultsIn(guests, hall)).toEqual([])
        expect(seatsOf({ guests, hall })).toEqual(seatsOf({ guests: [...guests], hall: { ...hall } }))
      }),
      { numRuns: 400 },
    )
  })

  it('are never refused while the seats of the rows are enough', () => {
    const guests = [
      ...many(3, 'chair'),
      ...many(20, 'leader', 10),
      ...many(20, 'delegate', 40),
      ...many(8, 'award', 70),
    ]
    expect(placed(guests, HALL).size).toBe(51)
    const one = [...guests, guest(99, 'press')]
    expect(seatsOf({ guests: one, hall: HALL })).toEqual({
      ok: false,
      problem: { code: 'conference.hall_too_small', people: 49, seats: 48 },
    })
  })

  it('put chairs at the table, the first leader in the middle of the first row, and those after by rank', () => {
    const seats = placed([...many(2, 'chair'), ...many(10, 'leader', 10), ...many(5, 'delegate', 30)], HALL)
    expect([seats.get(1), seats.get(2)]).toEqual([
      { row: 0, seat: 4 },
      { row: 0, seat: 5 },
    ])
    expect([seats.get(10), seats.get(11), seats.get(12)]).toEqual([
      { row: 1, seat: 4 },
      { row: 1, seat: 5 },
      { row: 1, seat: 3 },
    ])
    expect(Array.from({ length: 10 }, (_, at) => seats.get(10 + at)?.row)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 2])
  })

  it('put the honoured at the aisle behind the leaders, and those of one body together', () => {
    const seats = placed([...many(4, 'leader'), ...many(6, 'award', 20), ...many(9, 'delegate', 30)], HALL)
    for (const seq of [20, 21, 22, 23, 24, 25]) expect([4, 5]).toContain(seats.get(seq)?.seat)
    for (const seq of [20, 21, 22, 23, 24, 25]) expect(seats.get(seq)?.row).toBeGreaterThan(1)
    const order = [30, 31, 32, 33, 34, 35, 36, 37, 38]
      .map((seq) => ({ body: seq % 3, at: (seats.get(seq)?.row ?? 0) * 100 + (seats.get(seq)?.seat ?? 0) }))
      .toSorted((a, b) => a.at - b.at)
      .map((each) => each.body)
    expect(order).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2])
  })

  it('given by hand outside the hall, or twice, are refused with the seat', () => {
    const seat = { row: 2, seat: 9 }
    expect(seatsOf({ guests: [guest(1, 'delegate', { seat })], hall: HALL })).toMatchObject({
      problem: { code: 'conference.seat_outside', ...seat },
    })
    const twice = { row: 2, seat: 3 }
    const both = [guest(1, 'delegate', { seat: twice }), guest(2, 'press', { seat: twice })]
    expect(seatsOf({ guests: both, hall: HALL })).toMatchObject({
      problem: { code: 'conference.seat_duplicate', ...twice },
    })
  })
})

describe('the programme', () => {
  it('begins each item when the one before ends, past midnight too', () => {
    const item = (minutes: number) => ({ kind: 'report' as const, minutes, title: 'Báo cáo', presenterPost: '' })
    const { agenda, endsAt } = timed('07:45', [item(15), item(20), item(0), item(65)])
    expect([agenda.map((each) => each.startsAt), endsAt]).toEqual([['07:45', '08:00', '08:20', '08:20'], '09:25'])
    expect(timed('23:30', [item(45)]).endsAt).toBe('00:15')
    expect(timed('08:00', [])).toEqual({ agenda: [], endsAt: '08:00' })
  })
})

const parameter = (code: string, value: number) => ({
  code,
  title: `Quy định ${code}`,
  value,
  unit: 'day',
  valid_from: '2017-01-01',
  source: '',
  verified: false,
})
const LAW: Law = {
  parameters: [
    parameter('meeting.plan', 20),
    parameter('meeting.reports', 20),
    parameter('meeting.invitation.committee', 3),
    parameter('meeting.conclusion', 1),
  ],
  calendar: { off: new Set(), makeUp: new Set() },
  holidayNames: new Map(),
  disclosure: [],
}

describe('the clock of preparation', () => {
  const facts = factsOf({
    day: '2026-07-10',
    state: 'planned',
    heldOn: null,
    numbers: { 'ke-hoach': { number: '5-KH/ĐU', date: '2026-06-21' } },
    duties: [],
    speeches: [],
    askedReports: [],
  })
  const of = (key: string, today: string, more = {}) =>
    conferenceClock(LAW, { ...facts, ...more }, today).find((row) => row.key === key)

  it('counts back from the day by the law’s table and says what was late', () => {
    expect(of('paper:ke-hoach', '2026-07-01')).toMatchObject({
      dueOn: '2026-06-20',
      doneOn: '2026-06-21',
      state: 'done-late',
      rule: 'Quy định meeting.plan',
    })
    expect(of('paper:giay-moi', '2026-07-06')?.state).toBe('ahead')
    expect(of('paper:giay-moi', '2026-07-07')?.state).toBe('today')
    expect(of('paper:giay-moi', '2026-07-08')?.state).toBe('late')
    expect(of('paper:ket-luan', '2026-07-01')?.dueOn).toBe('2026-07-11')
  })

  it('asks for a letter only when something is to be asked, once though a duty does it too, and owes nothing when cancelled', () => {
    const asked = { seq: 1, body: 'Hội Nông dân', title: 'Báo cáo', dueOn: '2026-06-30', receivedOn: null }
    expect(of('paper:cong-van', '2026-07-01')).toBeUndefined()
    expect(of('paper:cong-van', '2026-07-01', { askedReports: [asked] })?.dueOn).toBe('2026-06-20')
    const duty = {
      seq: 1,
      role: 'giay-moi',
      content: 'Gửi giấy mời',
      lead: 'Văn phòng',
      dueOn: '2026-07-05',
      doneOn: null,
    }
    expect(of('paper:giay-moi', '2026-07-08', { duties: [duty] })).toBeUndefined()
    const issued = { 'giay-moi': { number: '7-GM/ĐU', date: '2026-07-04' } }
    expect(of('duty:1', '2026-07-08', { duties: [duty], numbers: issued })?.state).toBe('done')
    const states = conferenceClock(LAW, { ...facts, state: 'cancelled' }, '2026-08-01').map((row) => row.state)
    expect(states.filter((state) => state === 'late' || state === 'ahead')).toEqual([])
  })

  it('waits for the papers asked for until all have come', () => {
    const speech = (seq: number, receivedOn: string | null) => ({
      seq,
      topic: 'Nhóm liên gia tự quản',
      body: 'Hội Phụ nữ',
      post: '',
      dueOn: '2026-07-01',
      receivedOn,
      minutes: 7,
      isSpoken: true,
      order: seq,
    })
    const one = { speeches: [speech(1, '2026-06-28'), speech(2, null)] }
    expect(of('speeches', '2026-07-02', one)).toMatchObject({ state: 'late', title: 'Bài tham luận (đã nhận 1/2)' })
    const all = { speeches: [speech(1, '2026-06-28'), speech(2, '2026-06-30')] }
    expect(of('speeches', '2026-07-02', all)?.state).toBe('done')
    const codes = (more: object) =>
      conferenceWarnings(LAW, { ...facts, ...more }, '2026-07-02').map((each) => each.code)
    expect(codes({ ...one, agenda: [] })).toEqual(['speeches-too-long', 'speeches-missing'])
    expect(codes({ day: '2026-07-11', agenda: [] })).toContain('on-day-off')
    const long = { seq: 1, startsAt: '08:00', minutes: 300, kind: 'report', title: '', presenterPost: '' }
    expect(codes({ startsAt: '08:00', endsAt: '13:00', agenda: [long] })).toContain('after-noon')
  })
})

describe('pasted guests', () => {
  it('are read from lines and from the columns of a sheet; a line of headings and empty lines are passed over', () => {
    const read = readLines(
      'STT\tChức danh\tĐơn vị\tNhóm\n1\tBí thư Đảng ủy\tĐảng ủy phường\tChủ trì\n2\tPhó Trưởng ban\tBan Tuyên giáo và Dân vận\tLãnh đạo\n\nChủ tịch; Hội Nông dân phường\nTrưởng thôn;Thôn Đông;khen thưởng',
    )
    expect(read.ok && read.value.map(({ post, body, group, rank }) => [post, body, group, rank])).toEqual([
      ['Bí thư Đảng ủy', 'Đảng ủy phường', 'chair', 1],
      ['Phó Trưởng ban', 'Ban Tuyên giáo và Dân vận', 'leader', 2],
      ['Chủ tịch', 'Hội Nông dân phường', 'delegate', OTHERS],
      ['Trưởng thôn', 'Thôn Đông', 'award', OTHERS],
    ])
  })

  it('are refused with the number of the line that cannot be read', () => {
    expect(readLines('Chủ tịch; Hội Nông dân\nBí thư; Đoàn phường; ghế đầu')).toMatchObject({
      problem: { code: 'conference.line_unreadable', line: 2 },
    })
    expect(readLines('; Hội Nông dân')).toMatchObject({ ok: false })
  })

  it('keep a semicolon within a column of a sheet', () => {
    const read = readLines('Phó Chủ tịch; Trưởng Ban\tHội Nông dân phường')
    expect(read.ok && read.value.map(({ post, body }) => [post, body])).toEqual([
      ['Phó Chủ tịch; Trưởng Ban', 'Hội Nông dân phường'],
    ])
  })

  it('come on the list once, however they are spelt', () => {
    const of = (post: string) => ({
      name: '',
      post,
      body: 'Hội Nông dân',
      group: 'delegate' as const,
      rank: 100,
      point: null,
    })
    expect(newAmong([of('Chủ tịch')], [of('chủ  tịch'), of('Phó Chủ tịch'), of('Phó Chủ tịch')])).toHaveLength(1)
  })
})
