// What every register must do, tried on each from its declaration alone: a new one is held to it by its line in the list.
//
// C1  Its tables are those of its declaration.          C2  An entry is created, corrected, struck out; every wording stays.
// C3  Steps are taken in order, refused out of order, taken back.   C4  Lists filter, sort and search without tones.
// C5  Counts are those of the entries behind them, before and after every change.   C6  Rights inside, above and beside.
// C8  What is done with goes when its time of retention has run out; what is open stays, and so do the figures.
// C7  What is wrong is refused in a sentence at the field, and nothing is kept.
import type { AnyEndpoint } from '@kheo/kit/endpoint.ts'
import { inScope } from '@kheo/db/transaction.ts'
import { entryColumns, revTable, stepColumns, stepTable } from '@kheo/kit/register/columns.ts'
import { endpointsOf } from '@kheo/kit/register/contract.ts'
import { countingOf } from '@kheo/kit/register/counting.ts'
import { type AnyRegister, firstState, RESERVED, storedFields } from '@kheo/kit/register/declare.ts'
import { type Fields, isFreeText } from '@kheo/kit/register/fields.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { registers } from '@kheo/features/registers/list.ts'
import { purge, retainedFrom } from '@kheo/features/registers/retention.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../harness/registers.ts'
import { sampleEntries, sampleStep } from '../harness/samples.ts'
import { openTestWorld, type TestWorld } from '../harness/world.ts'

const WARD = 'X13324@2025'
const BESIDE = 'X13330@2025'
const PROVINCE = 'P37@2025'
const DAY = '2026-03-02'
const LATER = '2026-04-06'
const H1 = { periodId: '2026-H1', start: '2026-01-01', end: '2026-06-30' }
const Q1 = { periodId: '2026-Q1', start: '2026-01-01', end: '2026-03-31' }
const Q2 = { periodId: '2026-Q2', start: '2026-04-01', end: '2026-06-30' }

let test: TestWorld
beforeAll(async () => {
  test = await openTestWorld()
  await test.post('can-bo', WARD, 'compiler')
  await test.post('can-bo-ben', BESIDE, 'compiler')
  await test.post('chuyen-vien', PROVINCE, 'consolidator')
  await test.post('kiem-soat', WARD, 'auditor')
})
afterAll(() => test.close())

const shape = async (table: string): Promise<Record<string, string>> => {
  const { rows } = await sql<{
    name: string
    type: string
  }>`select a.attname as name, format_type(a.atttypid, null) as type
    from pg_attribute a where a.attrelid = to_regclass(${table}) and a.attnum > 0 and not a.attisdropped`.execute(
    test.world.database.owner,
  )
  return Object.fromEntries(rows.map((row) => [row.name, row.type]))
}

const columnsBeside = (all: Record<string, string>, own: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !own.includes(name)))

const ENTRY = [
  'unit_id',
  'id',
  'path',
  'entry_no',
  'rev',
  'happened_on',
  'state',
  'due_on',
  'voided_at',
  'void_reason',
  'search_folded',
  'recorded_at',
  'recorded_by',
  'recorded_title',
]
const STEP = [
  'unit_id',
  'entry_id',
  'seq',
  'path',
  'kind',
  'happened_on',
  'due_before',
  'due_on',
  'note',
  'at',
  'actor',
  'actor_title',
  'retracted_at',
  'retracted_title',
  'retract_reason',
]

describe.each(registers.map((register) => [register.name, register] as const))(
  'the register %s',
  (_, register: AnyRegister) => {
    const counting = countingOf(register)
    const fields = register.fields as Fields
    const pathOf = (unit: string): string => test.world.org().pathOf(unit) ?? ''
    const books = async (): Promise<{ mine: Book; beside: Book; above: Book }> => ({
      mine: bookOf(await test.as('can-bo'), register, WARD),
      beside: bookOf(await test.as('can-bo-ben'), register, WARD),
      above: bookOf(await test.as('chuyen-vien'), register, WARD),
    })
    /** Entries with a few steps each, as far as their lives go. */
    const live = async (book: Book, unit: string, count: number, seed: number): Promise<string[]> => {
      const ids: string[] = []
      for (const [at, values] of sampleEntries(register, unit, count, seed).entries()) {
        const { id } = await book.record(at % 2 === 0 ? DAY : LATER, values)
        ids.push(id)
        for (let turn = 0; turn < at % 4; turn += 1) {
          const held = await book.entry(id)
          const { nextSteps } = held
          const kind = nextSteps[(at + turn) % Math.max(nextSteps.length, 1)]
          if (kind === undefined) break
          await book.step(
            id,
            kind,
            `2026-0${4 + Math.min(turn, 1)}-2${turn}`,
            sampleStep(register, kind, unit, at + turn, held),
          )
        }
      }
      return ids
    }

    it('C1 is declared without a slip', () => {
      expect(register.name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      const names = [
        ...Object.keys(storedFields(register)),
        ...Object.values(register.steps).flatMap((step) => Object.keys({ ...step.fields, ...step.computed })),
      ]
      expect(names.filter((name) => RESERVED.has(name) || !/^[a-z][a-zA-Z0-9]*$/.test(name))).toEqual([])
      const known = new Set(Object.keys(storedFields(register)))
      const shown = [
        ...register.columns,
        ...register.filters,
        ...(register.place === undefined ? [] : [register.place]),
        ...(register.parts ?? []).flatMap((part) => part.fields),
      ]
      expect(shown.filter((name) => !known.has(name))).toEqual([])
      const states = new Set(Object.keys(register.states))
      const steps = Object.values(register.steps)
      expect(
        steps
          .flatMap((step) => [...(step.from === 'open' ? [] : step.from), ...(step.to === null ? [] : [step.to])])
          .filter((state) => !states.has(state)),
      ).toEqual([])
      for (const [vi, en] of [register.title, register.entry, register.about, register.owner]) {
        expect([vi.normalize('NFC') === vi, vi.trim() !== '', en.trim() !== '']).toEqual([true, true, true])
      }
    })

    it('C1 has the tables of its declaration', async () => {
      const expected = Object.fromEntries(entryColumns(register).map(({ column, type }) => [column, type]))
      const all = await shape(register.table)
      expect(Object.keys(all)).toEqual(expect.arrayContaining(ENTRY))
      expect(columnsBeside(all, ENTRY)).toEqual(expected)
      expect(columnsBeside(await shape(revTable(register)), ENTRY)).toEqual(expected)
      const steps = await shape(stepTable(register))
      expect(Object.keys(steps)).toEqual(expect.arrayContaining(STEP))
      expect(columnsBeside(steps, STEP)).toEqual(
        Object.fromEntries(stepColumns(register).map(({ column, type }) => [column, type])),
      )
    })

    it('C2 C5 keeps what is recorded, corrected and struck out, and counts it each time', async () => {
      const { mine } = await books()
      const before = await mine.count(H1.start, H1.end)
      const [first = {}, second = {}] = sampleEntries(register, WARD, 2, 5)
      const { id } = await mine.record(DAY, first)
      const entry = await mine.entry(id)
      expect(entry.values).toMatchObject(first)
      expect([entry.rev, entry.state, entry.happenedOn, entry.mayEdit]).toEqual([1, firstState(register), DAY, true])
      expect((await mine.correct(id, 1, DAY, second)).rev).toBe(2)
      expect((await mine.entry(id)).values).toMatchObject(second)
      await expect(mine.correct(id, 1, DAY, first)).rejects.toMatchObject({ status: 409, code: 'entry.stale' })
      await mine.strike(id, 2)
      expect(await mine.count(H1.start, H1.end)).toEqual(before)
      const struck = await mine.entry(id)
      expect([struck.isVoided, struck.mayEdit, struck.nextSteps, struck.revisions.map((each) => each.rev)]).toEqual([
        true,
        false,
        [],
        [1, 2, 3],
      ])
      await expect(mine.correct(id, 3, DAY, first)).rejects.toMatchObject({ code: 'entry.voided_already' })
    })

    it('C3 takes steps in order only, and takes the last one back', async () => {
      const { mine } = await books()
      const [values = {}] = sampleEntries(register, WARD, 1, 9)
      const { id } = await mine.record(DAY, values)
      const held = await mine.entry(id)
      const { nextSteps, state } = held
      const outOfOrder = Object.keys(register.steps).filter(
        (kind) => !nextSteps.includes(kind) && (register.steps[kind]?.who?.at ?? 'own') !== 'above',
      )
      for (const kind of outOfOrder) {
        const roles = register.steps[kind]?.who?.roles ?? ['compiler']
        const code = roles.includes('compiler') ? 'entry.step_not_next' : 'access.role_missing'
        await expect(mine.step(id, kind, LATER), kind).rejects.toMatchObject({ code })
      }
      const [kind] = nextSteps
      if (kind === undefined) return
      await expect(mine.step(id, kind, '2026-12-01')).rejects.toMatchObject({
        code: 'entry.in_future',
      })
      const before = await mine.count(H1.start, H1.end)
      const given = sampleStep(register, kind, WARD, 1, held)
      await mine.step(id, kind, LATER, given)
      const stepped = await mine.entry(id)
      expect(stepped.steps.map((step) => step.kind)).toEqual([kind])
      expect(stepped.steps[0]?.values).toMatchObject(given)
      expect(stepped.mayRetract).toBe(true)
      await mine.retract(id, 1)
      const back = await mine.entry(id)
      expect([back.state, back.nextSteps, back.steps[0]?.retracted?.reason]).toEqual([
        state,
        nextSteps,
        'Ghi nhầm bước',
      ])
      expect(await mine.count(H1.start, H1.end)).toEqual(before)
    })

    it('C4 lists by page, order, filter and words without tones', async () => {
      const { mine } = await books()
      const ids = await live(mine, WARD, 6, 21)
      const all = await mine.list()
      expect(ids.every((id) => all.rows.some((row) => row.id === id))).toBe(true)
      expect(all.total).toBe(all.rows.length)
      const days = all.rows.map((row) => row.happenedOn)
      expect(days).toEqual(days.toSorted().toReversed())
      const numbers = (await mine.list({ sort: 'entryNo', order: 'asc' })).rows.map((row) => row.entryNo)
      expect(numbers).toEqual(numbers.map((__, at) => at + 1))
      for (const name of register.filters) {
        const value = all.rows.map((row) => row.values[name]).find((each) => typeof each === 'string' && each !== '')
        if (typeof value !== 'string') continue
        const found = await mine.list({ [name]: value })
        expect([name, found.rows.map((row) => row.id)]).toEqual([
          name,
          all.rows.filter((row) => row.values[name] === value).map((row) => row.id),
        ])
      }
      const state = all.rows[0]?.state ?? ''
      expect((await mine.list({ state })).rows.map((row) => row.id)).toEqual(
        all.rows.filter((row) => row.state === state).map((row) => row.id),
      )
      const words = Object.entries(fields).flatMap(([name, field]) =>
        isFreeText(field) ? all.rows.map((row) => String(row.values[name] ?? '')).filter((each) => each !== '') : [],
      )
      const [word] = words
      if (word === undefined) return
      const found = await mine.list({ q: foldVietnamese(word) })
      expect(found.total).toBeGreaterThan(0)
      expect(
        found.rows.every((row) =>
          foldVietnamese([row.name, ...Object.values(row.values)].join(' ')).includes(
            foldVietnamese(word).split(' ')[0] ?? '',
          ),
        ),
      ).toBe(true)
      expect((await mine.list({ q: 'khong co tu nay dau' })).total).toBe(0)
    })

    it('C5 shows behind each count the entries that make it, live and as they stood', async () => {
      const { mine } = await books()
      await live(mine, WARD, 8, 33)
      await inScope(test.world.database.app, pathOf(WARD), async (tx) => {
        const now = test.world.now().toISOString()
        for (const window of [Q1, Q2, H1]) {
          const found = (await counting.count(tx, [WARD], [window])).get(window.periodId) ?? new Map<string, number>()
          for (const code of counting.indicators)
            for (const at of [undefined, now]) {
              const { rows } = await counting.entries(tx, [WARD], window, code, {
                limit: 500,
                offset: 0,
                ...(at === undefined ? {} : { at }),
              })
              const sum = rows.reduce((total, row) => total + row.amount, 0)
              expect([code, window.periodId, at, sum]).toEqual([
                code,
                window.periodId,
                at,
                expect.closeTo(found.get(code) ?? 0, 6),
              ])
            }
        }
      })
    })

    it('C5 keeps the figures equal to the count', async () => {
      await inScope(test.world.database.app, pathOf(WARD), async (tx) => {
        const found = (await counting.count(tx, [WARD], [H1])).get(H1.periodId) ?? new Map<string, number>()
        const { rows } = await sql<{
          grp: string
          vals: (number | null)[]
        }>`select grp, vals from figure where unit_id = ${WARD} and period_id = ${H1.periodId} and kind = 'actual'`.execute(
          tx,
        )
        const held = new Map(rows.map((row) => [row.grp, row.vals]))
        const view = test.world.catalogue()
        for (const [code, count] of found) {
          const { block, at } = view.slotOf(code)
          expect([code, held.get(block)?.[at] ?? null]).toEqual([code, expect.closeTo(count, 6)])
        }
      })
    })

    it('C6 belongs to its unit: read above, closed beside, written by its own officers only', async () => {
      const { mine, beside, above } = await books()
      const [values = {}] = sampleEntries(register, WARD, 1, 13)
      const { id } = await mine.record(DAY, values)
      await expect(beside.entry(id)).rejects.toMatchObject({ status: 403 })
      await expect(beside.record(DAY, values)).rejects.toMatchObject({ status: 403 })
      await expect(above.record(DAY, values)).rejects.toMatchObject({ status: 403 })
      await expect(bookOf(await test.as('can-bo-ben'), register, BESIDE).entry(id)).rejects.toMatchObject({
        code: 'entry.not_found',
      })
      const seen = await above.entry(id)
      expect([seen.mayEdit, seen.isWithheld]).toEqual([false, register.privacy === 'guarded'])
      const words = Object.entries(fields).flatMap(([name, field]) =>
        register.privacy === 'guarded' && isFreeText(field) ? [seen.values[name]] : [],
      )
      expect(words.filter((each) => each !== '')).toEqual([])
      const auditor = bookOf(await test.as('kiem-soat'), register, WARD)
      expect((await auditor.entry(id)).mayEdit).toBe(false)
      await expect(auditor.record(DAY, values)).rejects.toMatchObject({ status: 403, code: 'access.role_missing' })
    })

    it('C7 refuses what is wrong at the field, in a sentence, and keeps nothing', async () => {
      const { mine } = await books()
      const total = (await mine.list()).total
      const [values = {}] = sampleEntries(register, WARD, 1, 17)
      const wrong: [string, string, Record<string, unknown>][] = [['happenedOn', '2025-06-30', {}]]
      if (register.day.mayBeAhead !== true) wrong.push(['happenedOn', '2026-12-31', {}])
      for (const [name, field] of Object.entries(fields)) {
        if (field.onlyWhen !== undefined) continue
        if (field.kind === 'number' || field.kind === 'money')
          wrong.push([name, DAY, { [name]: -1 }], [name, DAY, { [name]: 'mười' }])
        if (field.kind === 'choice') wrong.push([name, DAY, { [name]: 'khong-co' }])
        if (field.kind === 'date') wrong.push([name, DAY, { [name]: '2026-02-30' }])
        if (isFreeText(field)) wrong.push([name, DAY, { [name]: 'Liên hệ 0912 345 678' }])
      }
      for (const [at, happenedOn, more] of wrong)
        await expect(
          mine.record(happenedOn, { ...values, ...more }),
          `${at} ${JSON.stringify(more)}`,
        ).rejects.toMatchObject({
          code: 'entry.wrong_fields',
          issues: expect.arrayContaining([{ path: at, message: expect.stringMatching(/\p{L}{2,}/u) }]),
        })
      expect((await mine.list()).total).toBe(total)
    })

    it('C8 keeps and erases by the settings of its privacy class', async () => {
      const { mine } = await books()
      const { rows } = await mine.list()
      const done = rows
        .filter((row) => register.states[row.state]?.isClosed === true || row.isVoided)
        .map((row) => row.id)
      const day = test.clock.now
      test.clock.now = new Date('2200-01-01T08:00:00+07:00')
      const before = retainedFrom(test.world, register) ?? ''
      const trial = (await purge(test.world, { isTrial: true })).find((each) => each.register === register.code)
      test.clock.now = day
      expect(before > '2100').toBe(true)
      expect(trial?.entries).toBeGreaterThanOrEqual(done.length)
      expect((await mine.list()).total).toBe(rows.length)
      expect(
        (await purge(test.world, { isTrial: true })).find((each) => each.register === register.code)?.entries,
      ).toBe(0)
    })

    it('C2 does a command once, however often it is sent', async () => {
      const officer = await test.as('can-bo')
      const [values = {}] = sampleEntries(register, WARD, 1, 19)
      const body = { commandId: newId(), unit: WARD, happenedOn: DAY, values }
      const record = () => officer(endpointsOf(register).record as AnyEndpoint, { query: {}, body } as never)
      const first = await record()
      expect(await record()).toEqual(first)
    })
  },
)
