// A round of commendation from its opening to the presenting, on the real database: rules in the way, all or nothing, what is counted, who may, and its papers.
import { inScope } from '@kheo/db/transaction.ts'
import { addressOf, CallRefused } from '@kheo/kit/client.ts'
import { readSheets } from '@kheo/writer/sheet-reader.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../checks/harness/registers.ts'
import { type Client, openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { bookIn } from './load.ts'
import { documents } from '../documents/schema.ts'
import { awardDoors, awards, type RoundView, type RoundWords } from './schema.ts'

const WARD = 'X13324@2025'
const BESIDE = 'X13330@2025'
const PROVINCE = 'P37@2025'
const YEAR = ['2026-01-01', '2026-12-31'] as const

const words = (more: Partial<RoundWords> = {}): RoundWords => ({
  title: 'Tổng kết công tác dân vận năm 2026',
  subject: 'dan-van',
  year: 2026,
  family: 'state',
  proposer: 'Phòng Văn hóa - Xã hội',
  proposedTo: '',
  fund: '',
  proposal: '',
  proposedOn: '2026-07-10',
  councilChair: 'Chủ tịch Hội đồng',
  councilSecretary: 'Thư ký Hội đồng',
  occasion: 'Hội nghị tổng kết công tác dân vận năm 2026',
  conferenceId: null,
  ...more,
})
const nominee = (name: string, more: object = {}) => ({
  happenedOn: '2026-07-06',
  values: {
    winner: 'collective',
    name,
    form: 'certificate-of-merit',
    level: 'commune',
    ground: 'campaign',
    subject: 'dan-van',
    achievement: `Thành tích của ${name}`,
    ...more,
  },
})
const person = (name: string, more: object = {}) =>
  nominee(name, { winner: 'individual', post: 'Chi hội trưởng', body: 'Thôn Một', ...more })

describe('a round of commendation', () => {
  let test: TestWorld
  let officer: Client
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-07-20')
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo-ben', BESIDE, 'compiler')
    await test.post('chuyen-vien', PROVINCE, 'consolidator')
    officer = await test.as('can-bo')
    book = bookOf(officer, bookIn(test.world), WARD)
  })
  afterAll(() => test.close())

  type Command =
    | 'open'
    | 'edit'
    | 'drop'
    | 'add'
    | 'nominate'
    | 'remove'
    | 'order'
    | 'review'
    | 'pass'
    | 'consider'
    | 'decide'
    | 'present'
    | 'refuse'
    | 'revoke'
    | 'write'
    | 'number'
  const send = <K extends Command>(name: K, body: object, client = officer) =>
    client(awards[name], { query: {}, body: { commandId: newId(), unit: WARD, ...body } } as never) as Promise<{
      id: string
      rev: number
      ids: string[]
    }>
  const view = (round: string, client = officer): Promise<RoundView> =>
    client(awards.round, { query: { unit: WARD, round }, body: {} })
  const refused = async (code: string, run: Promise<unknown>): Promise<CallRefused> => {
    const error = await run.then(
      () => undefined,
      (problem: unknown) => problem,
    )
    expect(error).toBeInstanceOf(CallRefused)
    expect((error as CallRefused).code).toBe(code)
    return error as CallRefused
  }
  const counts = async () => {
    const found = await book.count(...YEAR)
    return ['TK01', 'TK02', 'TK05', 'TK06', 'TK07'].map((code) => found[code] ?? 0)
  }
  const strikeAll = async (ids: readonly string[]) => {
    for (const id of ids) await book.strike(id, 1)
  }
  /** A round with these nominations, reviewed. */
  const opened = async (entries: readonly object[], more: Partial<RoundWords> = {}) => {
    const { id: round } = await send('open', { words: words(more) })
    const { ids } = await send('nominate', { round, entries })
    await send('review', { round, entries: ids, on: '2026-07-08', post: 'Phó Chủ tịch phường' })
    return { round, ids }
  }
  /** Goes past every warning that stands. */
  const passAll = async (round: string) => {
    for (const { rule, about, says, effect, passed } of (await view(round)).findings)
      if (effect === 'warn' && passed === null)
        await send('pass', { round, rule, about, sentence: says[0], reason: 'Đã kiểm tra hồ sơ giấy' })
  }
  const consider = (round: string, ids: readonly string[], votesFor = 9) =>
    send('consider', {
      round,
      happenedOn: '2026-07-13',
      members: 9,
      present: 9,
      votes: ids.map((entry) => ({ entry, votesFor })),
    })

  it('goes from nominations to presented awards, which TK01 and TK02 count after the decision', async () => {
    const { round, ids } = await opened([
      nominee('Tổ dân vận Thôn Một'),
      nominee('Tổ dân vận Thôn Hai'),
      person('Cán bộ thôn số 1'),
    ])
    const start = await view(round)
    expect(start).toMatchObject({ stage: 'proposed', level: 'commune', mayEdit: true })
    expect(start.nominations.map(({ name, lawfulMoney }) => [name, lawfulMoney])).toEqual([
      ['Tổ dân vận Thôn Một', 710_000],
      ['Tổ dân vận Thôn Hai', 710_000],
      ['Cán bộ thôn số 1', 360_000],
    ])
    await consider(round, ids)
    await passAll(round)
    expect(await counts()).toEqual([0, 0, 3, 0, 0])
    await send('decide', { round, entries: ids, decision: '45/QĐ-UBND ngày 15/7/2026', happenedOn: '2026-07-15' })
    expect(await counts()).toEqual([2, 1, 3, 3, 1.78])
    await send('present', { round, happenedOn: '2026-07-18', occasion: '', entries: ids })
    const done = await view(round)
    expect(done).toMatchObject({ stage: 'presented', councilMembers: 9, decidedOn: '2026-07-15', findings: [] })
    expect(new Set(done.nominations.map(({ state }) => state))).toEqual(new Set(['presented']))
    const [first = ''] = ids
    await send('revoke', { round, entry: first, happenedOn: '2026-07-20', reason: 'Kê khai không đúng thành tích' })
    expect(await counts()).toEqual([1, 1, 3, 2, 1.07])
    await strikeAll(ids)
  })

  it('takes all steps or none: one nomination that may not be decided keeps the others back', async () => {
    const { round, ids } = await opened([nominee('Chi hội Một'), nominee('Chi hội Hai')])
    const [good = '', short = ''] = ids
    await send('consider', {
      round,
      happenedOn: '2026-07-13',
      members: 10,
      present: 9,
      votes: [
        { entry: good, votesFor: 9 },
        { entry: short, votesFor: 5 },
      ],
    })
    await passAll(round)
    const decision = { round, decision: '46/QĐ-UBND ngày 15/7/2026', happenedOn: '2026-07-15' }
    const error = await refused('award.finding_stops', send('decide', { ...decision, entries: ids }))
    expect(error.message).toContain('Chi hội Hai: được 05/10 phiếu')
    expect((await view(round)).nominations.map(({ state }) => state)).toEqual(['considered', 'considered'])
    await send('refuse', { round, happenedOn: '2026-07-14', reason: 'Chưa đủ tỷ lệ phiếu', entries: [short] })
    await refused('award.not_open', send('decide', { ...decision, entries: [good, short] }))
    expect((await view(round)).nominations.map(({ state }) => state)).toEqual(['considered', 'refused'])
    // The sentence on the whole round has changed with its list, so the reason is asked for again.
    await refused('award.finding_stops', send('decide', { ...decision, entries: [good] }))
    await passAll(round)
    await refused('entry.step_before', send('decide', { ...decision, happenedOn: '2026-07-12', entries: [good] }))
    await send('decide', { ...decision, entries: [good] })
    expect(await counts()).toEqual([1, 0, 2, 1, 0.71])
    await strikeAll(ids)
  })

  it('takes back the first line when a later one cannot take its step', async () => {
    const { round, ids } = await opened([
      nominee('Đội xung kích số 1'),
      { ...nominee('Đội xung kích số 2'), happenedOn: '2026-07-14' },
    ])
    await passAll(round)
    await refused('entry.step_before', consider(round, ids))
    expect((await view(round)).nominations.map(({ state, votesFor }) => [state, votesFor])).toEqual([
      ['nominated', null],
      ['nominated', null],
    ])
    await strikeAll(ids)
  })

  it('refuses votes beyond the council before anything is recorded', async () => {
    const { round, ids } = await opened([nominee('Tổ liên gia số 1'), nominee('Tổ liên gia số 2')])
    const votes = ids.map((entry, at) => ({ entry, votesFor: 9 + at * 4 }))
    await refused(
      'award.votes_beyond',
      send('consider', { round, happenedOn: '2026-07-13', members: 10, present: 9, votes }),
    )
    await refused(
      'award.present_beyond',
      send('consider', { round, happenedOn: '2026-07-13', members: 9, present: 10, votes }),
    )
    expect((await view(round)).nominations.every(({ state }) => state === 'nominated')).toBe(true)
    await strikeAll(ids)
  })

  it('finds an achievement that was honoured before, and keeps the reason for going past a warning', async () => {
    const before = await opened([nominee('Mặt trận thôn Ba', { achievement: 'Vận động hiến đất làm đường' })])
    await consider(before.round, before.ids)
    await passAll(before.round)
    await send('decide', { round: before.round, entries: before.ids, decision: '50/QĐ-UBND', happenedOn: '2026-07-15' })
    const { round, ids } = await opened(
      [nominee('mặt trận Thôn Ba', { achievement: 'Vận động hiến đất làm đường thôn' })],
      { title: 'Biểu dương giữa năm' },
    )
    const [id = ''] = ids
    const double = (await view(round)).findings.find(({ rule }) => rule === 'one-form')
    expect(double).toMatchObject({ effect: 'block', about: id, passed: null })
    expect(double?.says[0]).toContain('50/QĐ-UBND')
    const pass = { round, rule: 'one-form', about: id, reason: 'Đã đối chiếu' }
    await refused('award.finding_blocks', send('pass', { ...pass, sentence: double?.says[0] }))
    await book.correct(id, 1, '2026-07-06', nominee('mặt trận Thôn Ba', { achievement: 'Giữ vệ sinh chợ' }).values)
    await refused('award.finding_gone', send('pass', { ...pass, sentence: double?.says[0] }))
    const maybe = (await view(round)).findings.find(({ rule }) => rule === 'one-form')
    expect(maybe?.effect).toBe('warn')
    await send('pass', { ...pass, sentence: maybe?.says[0] })
    expect((await view(round)).findings.find(({ rule }) => rule === 'one-form')?.passed).toMatchObject({
      reason: 'Đã đối chiếu',
      byTitle: `compiler ${WARD}`,
    })
    await strikeAll(before.ids)
    await book.strike(id, 2)
  })

  it('holds each nomination once, takes loose ones of the register, and is dropped only when empty', async () => {
    const made = await book.record('2026-07-06', nominee('Ban công tác Mặt trận thôn Tư').values)
    const loose = async () => (await officer(awards.candidates, { query: { unit: WARD }, body: {} })).rows
    expect((await loose()).map(({ entryId }) => entryId)).toContain(made.id)
    const { id: round } = await send('open', { words: words() })
    await send('add', { round, entries: [made.id] })
    expect((await loose()).map(({ entryId }) => entryId)).not.toContain(made.id)
    const other = await send('open', { words: words({ title: 'Đợt khác' }) })
    await refused('award.in_a_round_already', send('add', { round: other.id, entries: [made.id] }))
    await refused('award.round_in_use', send('drop', { round, baseRev: 2 }))
    await refused('award.round_stale', send('edit', { round, baseRev: 1, words: words() }))
    const line = { entry: made.id, money: 1_000_000 }
    await refused('award.round_stale', send('order', { round, baseRev: 1, lines: [line] }))
    await refused('award.not_in_round', send('order', { round, baseRev: 2, lines: [] }))
    await send('order', { round, baseRev: 2, lines: [line] })
    expect((await view(round)).findings.some(({ rule }) => rule === 'money')).toBe(true)
    await send('remove', { round, entry: made.id })
    await send('drop', { round: other.id, baseRev: 1 })
    await refused('award.round_not_found', view(other.id))
    await book.strike(made.id, 1)
  })

  it('records nominations typed in a row all or none, and says the line that is wrong', async () => {
    const { id: round } = await send('open', { words: words() })
    const before = (await book.list()).total
    const error = await refused(
      'award.wrong_nomination',
      send('nominate', {
        round,
        entries: [nominee('Đội dân phòng'), nominee('Đội văn nghệ', { form: 'advanced-worker' })],
      }),
    )
    expect(error.message).toMatch(/^Dòng 2: /)
    expect((await book.list()).total).toBe(before)
  })

  it('is seen from above, changed by its own office alone, and unknown beside', async () => {
    const { round, ids } = await opened([nominee('Hội Nông dân phường')])
    const above = await test.as('chuyen-vien')
    const beside = await test.as('can-bo-ben')
    expect(await view(round, above)).toMatchObject({ mayEdit: false, title: words().title })
    const list = await above(awards.rounds, { query: { unit: PROVINCE, year: 2026 }, body: {} })
    expect(list.rows.some(({ id, unitId }) => id === round && unitId === WARD)).toBe(true)
    expect(list.mayOpen).toBe(false)
    await refused('access.outside_your_units', view(round, beside))
    const own = await beside(awards.rounds, { query: { unit: BESIDE }, body: {} })
    expect(own.rows).toEqual([])
    for (const client of [above, beside])
      await expect(send('remove', { round, entry: ids[0] }, client)).rejects.toMatchObject({ status: 403 })
    await strikeAll(ids)
  })

  it('is reviewed by today and before the decision, and decided by a number that has its day', async () => {
    const { round, ids } = await opened([nominee('Câu lạc bộ Dân vận số 1')])
    const review = { round, entries: ids, post: 'Phó Chủ tịch phường' }
    await refused('entry.in_future', send('review', { ...review, on: '2026-07-21' }))
    await consider(round, ids)
    await passAll(round)
    const [decision, happenedOn] = ['53/QĐ-UBND', '2026-07-16']
    await refused('award.decision_missing', send('decide', { round, entries: ids, decision }))
    await refused('award.decision_missing', send('decide', { round, entries: ids, happenedOn }))
    await send('decide', { round, entries: ids, decision, happenedOn })
    await refused('award.not_open', send('review', { ...review, on: '2026-07-18' }))
    await strikeAll(ids)
  })

  it('keeps in the minutes whom the council voted down, also when they were refused after it', async () => {
    const { round, ids } = await opened([nominee('Đội thông tin số 1'), nominee('Đội thông tin số 2')])
    const [good = '', short = ''] = ids
    const votes = [
      { entry: good, votesFor: 9 },
      { entry: short, votesFor: 3 },
    ]
    await send('consider', { round, happenedOn: '2026-07-13', members: 9, present: 9, votes })
    await send('refuse', { round, happenedOn: '2026-07-14', reason: 'Chưa đủ tỷ lệ phiếu', entries: [short] })
    const { id } = await send('write', { round, role: 'bien-ban-xet' })
    const minutes = await officer(documents.view, { query: { unit: WARD, id }, body: {} })
    expect(JSON.stringify(minutes)).toContain('Đội thông tin số 2')
    await strikeAll(ids)
  })

  it('keeps no personal number in its words', async () => {
    await refused('entry.personal_data', send('open', { words: words({ fund: 'Quỹ, liên hệ 0912345678' }) }))
    await refused('entry.personal_data', send('open', { words: words({ title: 'Đợt khen, liên hệ 0912345678' }) }))
  })

  it('writes its papers, takes the number of the issued decision, and numbers certificates once', async () => {
    const { round, ids } = await opened([nominee('Hội Phụ nữ phường'), person('Cán bộ thôn số 2')])
    await refused('award.nothing_to_write', send('write', { round, role: 'bien-ban-xet' }))
    const proposal = await send('write', { round, role: 'to-trinh' })
    expect((await send('write', { round, role: 'to-trinh' })).id).toBe(proposal.id)
    await consider(round, ids)
    await send('write', { round, role: 'bien-ban-xet' })
    await send('write', { round, role: 'quyet-dinh' })
    await passAll(round)
    expect((await view(round)).papers.map(({ role, state }) => [role, state])).toEqual([
      ['to-trinh', 'draft'],
      ['bien-ban-xet', 'draft'],
      ['quyet-dinh', 'draft'],
    ])
    await refused('award.decision_missing', send('decide', { round, entries: ids }))
    const decision = (await view(round)).papers.find(({ role }) => role === 'quyet-dinh')?.id ?? ''
    await officer(documents.issue, {
      query: {},
      body: { commandId: newId(), unit: WARD, id: decision, baseRev: 1, on: '2026-07-16', number: 51 },
    })
    const higher = person('Cán bộ thôn số 3', { form: 'provincial-certificate', level: 'province' })
    const { ids: above } = await send('nominate', { round, entries: [higher] })
    await refused('award.not_own_level', send('decide', { round, entries: [...ids, ...above] }))
    await send('remove', { round, entry: above[0] })
    await strikeAll(above)
    await send('decide', { round, entries: ids })
    expect(await view(round)).toMatchObject({ decision: '51/QĐ-UBND ngày 16/7/2026', decidedOn: '2026-07-16' })
    await refused('document.issued_already', send('write', { round, role: 'quyet-dinh' }))
    await send('write', { round, role: 'danh-sach-trao' })
    await send('number', { round, entries: ids })
    const numbers = (await view(round)).nominations.map(({ bookNo }) => bookNo)
    await send('number', { round, entries: ids.toReversed() })
    expect((await view(round)).nominations.map(({ bookNo }) => bookNo)).toEqual(numbers)
    expect(numbers).toEqual([1, 2])
    const reply = await (await test.fetchAs('can-bo'))(addressOf(awardDoors.decisionBook, { unit: WARD, year: 2026 }))
    const sheets = await readSheets(new Uint8Array(await reply.arrayBuffer()))
    expect(JSON.stringify(sheets)).toContain('51/QĐ-UBND ngày 16/7/2026')
    await strikeAll(ids)
  })

  it('gives numbers without a gap or a double when two offices’ desks print at once', async () => {
    const rounds = await Promise.all(
      [1, 2].map((at) => opened([nominee(`Tổ hòa giải số ${at}`), nominee(`Tổ tự quản số ${at}`)])),
    )
    for (const { round, ids } of rounds) {
      await consider(round, ids)
      await passAll(round)
      await send('decide', { round, entries: ids, decision: '52/QĐ-UBND', happenedOn: '2026-07-16' })
    }
    await Promise.all(rounds.map(({ round, ids }) => send('number', { round, entries: ids })))
    const seen = await inScope(
      test.world.database.app,
      test.world.org().pathOf(WARD) ?? '',
      async (tx) =>
        (await tx
          .selectFrom('award_certificate' as never)
          .select('book_no' as never)
          .execute()) as { book_no: number }[],
    )
    expect(seen.map(({ book_no }) => book_no).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
    for (const { ids } of rounds) await strikeAll(ids)
  })
})
