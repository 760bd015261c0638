// What is typed about a plan, minutes and codes of attendance: nothing is lost on the way there and back, and what is wrong is told at its box.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf } from './code.ts'
import { minutesDraftOf, readMinutes } from './minutes-draft.ts'
import { clockOf, countOf, draftOf, EMPTY_PLAN, readPlan, speakingTime } from './plan-draft.ts'
import type { Plan } from './plan-shapes.ts'

const speech = (topic: string, order: number | null): Plan['speeches'][number] => ({
  topic,
  body: 'Công an phường',
  post: 'Trưởng Công an phường',
  dueOn: '2026-12-01',
  receivedOn: null,
  minutes: 7,
  isSpoken: order !== null,
  order,
})
const item = (title: string, minutes: number, kind: 'report' | 'paper' | 'discussion' = 'report') => ({
  kind,
  minutes,
  title,
  presenterPost: '',
})
const plan: Plan = {
  ...EMPTY_PLAN,
  purposes: ['Đánh giá kết quả công tác dân vận.', 'Thống nhất nhiệm vụ.'],
  agenda: [item('Báo cáo', 20), item('Tham luận', 15, 'paper'), item('Thảo luận', 30, 'discussion')],
  duties: [{ role: 'giay-moi', content: 'Gửi giấy mời', lead: 'Văn phòng', dueOn: '2026-12-01', doneOn: null }],
  askedReports: [{ body: 'Công an phường', title: 'Báo cáo năm', dueOn: '2026-12-01', receivedOn: '2026-12-02' }],
  speeches: [speech('Chủ đề A', 1), speech('Chủ đề B', 2), speech('Chủ đề C', null)],
  hall: { rows: 6, seatsPerRow: 8, aisleAfter: 4 },
}

const readBack = (given: Plan): Plan => {
  const read = readPlan(draftOf(given), 'vi')
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.plan
}

describe('a plan as it is typed', () => {
  test('comes back as it was', () => expect(readBack(plan)).toEqual(plan))

  test('keeps any list of words, line by line', () => {
    const words = fc.string({ minLength: 1, maxLength: 60 }).map((text) => text.replaceAll(/\s+/g, ' ').trim())
    const lines = fc.array(
      words.filter((text) => text !== '').map((text) => text.normalize('NFC')),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(lines, (purposes) => {
        expect(readBack({ ...plan, purposes }).purposes).toEqual(purposes)
      }),
    )
  })

  test('numbers what is spoken by its line; a paper that is only handed in has no order', () => {
    const draft = draftOf(plan)
    const [first, second, third] = draft.speeches
    if (first === undefined || second === undefined || third === undefined) throw new Error('three papers were given')
    const moved = readPlan(
      { ...draft, speeches: [{ ...third, isSpoken: true }, { ...first, isSpoken: false }, second] },
      'vi',
    )
    expect(moved.ok && moved.plan.speeches.map(({ topic, order }) => [topic, order])).toEqual([
      ['Chủ đề C', 1],
      ['Chủ đề A', null],
      ['Chủ đề B', 2],
    ])
  })

  test('opens in the order of speaking, whatever order it was kept in', () => {
    const mixed = { ...plan, speeches: [speech('Gửi', null), speech('Hai', 2), speech('Một', 1)] }
    expect(draftOf(mixed).speeches.map(({ topic }) => topic)).toEqual(['Một', 'Hai', 'Gửi'])
  })

  test('tells what is wrong at the box where it was typed', () => {
    const draft = draftOf(plan)
    const read = readPlan(
      {
        ...draft,
        startsAt: 'sáng',
        purposes: `${'x'.repeat(4001)}\nđúng`,
        agenda: draft.agenda.map((line, at) => (at === 1 ? { ...line, minutes: 'mười', title: ' ' } : line)),
        hall: { ...draft.hall, rows: '' },
      },
      'vi',
    )
    expect(read.ok ? [] : Object.keys(read.errors).toSorted()).toEqual([
      'agenda.1.minutes',
      'agenda.1.title',
      'hall.rows',
      'purposes',
      'startsAt',
    ])
  })

  test.each([
    ['8h', '08:00'],
    ['8h30', '08:30'],
    ['8:05', '08:05'],
    ['14g15', '14:15'],
    ['08.30', '08:30'],
    ['7', '07:00'],
    ['sáng', 'sáng'],
  ])('reads the hour %s as %s', (typed, clock) => expect(clockOf(typed)).toBe(clock))

  test('takes an hour that no day has for no hour', () => {
    expect(readPlan({ ...draftOf(plan), startsAt: '25h' }, 'vi').ok).toBe(false)
  })

  test('counts the minutes of papers read aloud against those of papers and discussion', () => {
    expect(speakingTime(draftOf(plan))).toEqual({ needed: 14, given: 45 })
    const draft = draftOf(plan)
    expect(speakingTime({ ...draft, agenda: draft.agenda.map((line) => ({ ...line, minutes: 'x' })) }).given).toBe(0)
  })

  test.each(['', '-1', '1,5', 'mười', '12345678'])('takes “%s” for no count', (text) => expect(countOf(text)).toBeNaN())
})

describe('minutes as they are typed', () => {
  const written = {
    endedAt: '11:10',
    votes: null,
    remarks: [{ post: 'Trưởng Công an phường', body: 'Công an phường', words: 'Đề nghị nhân rộng mô hình.' }],
    conclusions: [
      { content: 'Rà soát mô hình', lead: 'Ban Xây dựng Đảng', helpers: '', dueOn: null, product: '', taskId: 'a' },
    ],
  }

  test('a conclusion without a day keeps none, so that one that became a task stays the same', () => {
    const read = readMinutes(minutesDraftOf(written), 'vi')
    expect(read.ok && read.minutes.conclusions[0]).toEqual({
      content: 'Rà soát mô hình',
      lead: 'Ban Xây dựng Đảng',
      helpers: '',
      dueOn: null,
      product: '',
    })
  })

  test('votes are none while all boxes are empty, and nought where only some are', () => {
    const draft = minutesDraftOf(written)
    const votesOf = (patch: Partial<typeof draft>) => {
      const read = readMinutes({ ...draft, ...patch }, 'vi')
      return read.ok ? read.minutes.votes : Object.keys(read.errors)
    }
    expect(votesOf({})).toBeNull()
    expect(votesOf({ agreed: '45' })).toEqual({ agreed: 45, against: 0, abstained: 0 })
    expect(votesOf({ against: '2' })).toEqual(['agreed'])
  })
})

describe('a code of attendance', () => {
  const code = 'ab2cd3ef4gh5jk6m'
  test.each([
    code,
    'ab2c d3ef 4gh5 jk6m',
    'AB2C-D3EF-4GH5-JK6M',
    `https://kheo.example/app/hoi-nghi/diem-danh?ma=${code}`,
    `https://kheo.example/app/hoi-nghi/diem-danh?unit=X&ma=${code}&x=1`,
  ])('is found in %s', (text) => expect(codeOf(text)).toBe(code))
  test.each(['', 'abc', `${code}x`, 'ab1cd0ef4gh5jk6m', 'https://kheo.example/?ma=abc'])('is not in “%s”', (text) =>
    expect(codeOf(text)).toBeUndefined(),
  )
})
