// The register of disclosures: forms and times by the law of the day, what is counted right, and in which period.
import { readFileSync } from 'node:fs'
import type { DisclosureRules } from '@kheo/core/period/law-catalogue.ts'
import type { Values } from '@kheo/kit/register/fields.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lawChanged, shippedLaw } from '../../../checks/harness/law.ts'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { disclosures } from './register.ts'
import { type Form, judgeDisclosure, judgeTakingDown, requiredForms, startDeadline, STARTS } from './rules.ts'

const law = shippedLaw()
const judged = (happenedOn: string, values: Record<string, unknown>, by = law): Values =>
  judgeDisclosure({ happenedOn, values: values as Values }, by)

/** Decided on Monday 2 March: to start by Monday 9 March. */
const DAY = '2026-03-02'
const POSTED = { item: 'budget', postedFrom: '2026-03-04', postedUntil: '2026-04-03', webFrom: '2026-03-04' }
const ALL_FOUR = {
  ...POSTED,
  item: 'procedures',
  loudspeakerFrom: '2026-03-05',
  loudspeakerDays: 3,
  villageHeadsOn: '2026-03-09',
}

describe('the declaration and the law files', () => {
  const file = JSON.parse(
    readFileSync(new URL('../../../catalogue/law/disclosure-items.json', import.meta.url), 'utf8'),
  ) as DisclosureRules
  it('know the same items and the same forms', () => {
    expect(Object.keys(disclosures.fields.item.choices)).toEqual([...new Set(file.items.map(({ code }) => code))])
    expect(Object.keys(STARTS).toSorted()).toEqual(file.forms.map(({ code }) => code).toSorted())
    for (const field of Object.values(STARTS)) expect(disclosures.fields[field].kind).toBe('date')
  })
})

describe('the verdict on a disclosure', () => {
  it('is right when every form of its item began in time and lasted', () => {
    expect(judged(DAY, POSTED)).toMatchObject({
      verdict: 'correct',
      formsVerdict: 'complete',
      timeVerdict: 'enough',
      required: ['posting', 'website'],
      missing: [],
      startBy: '2026-03-09',
      postUntil: '2026-04-03',
    })
    expect(judged(DAY, ALL_FOUR)).toMatchObject({ verdict: 'correct' })
    expect(judged(DAY, { ...POSTED, item: 'procedures' })).toMatchObject({
      verdict: 'incorrect',
      formsVerdict: 'incomplete',
      missing: ['loudspeaker', 'village-head'],
    })
  })

  it.each([
    ['begun a day late', { ...POSTED, webFrom: '2026-03-10' }, 'late', { startedLate: ['website'] }],
    ['taken down a day early', { ...POSTED, postedUntil: '2026-04-02' }, 'too-short', { tooShort: ['posting'] }],
    ['broadcast for two days', { ...ALL_FOUR, loudspeakerDays: 2 }, 'too-short', { tooShort: ['loudspeaker'] }],
    ['broadcast for no days', { ...ALL_FOUR, loudspeakerDays: null }, 'too-short', { tooShort: ['loudspeaker'] }],
    ['off the web early', { ...POSTED, webUntil: '2029-03-03' }, 'too-short', { tooShort: ['website'] }],
  ])('is not right when %s', (_, values, timeVerdict, more) => {
    expect(judged(DAY, values)).toMatchObject({ verdict: 'incorrect', timeVerdict, ...more })
  })

  it('is right so far while it is posted with no last day, and on the web to the very day', () => {
    expect(judged(DAY, { ...POSTED, postedUntil: null })).toMatchObject({ verdict: 'running', timeVerdict: 'running' })
    expect(judged(DAY, { ...POSTED, webUntil: '2029-03-04' })).toMatchObject({ verdict: 'correct' })
  })

  it('passes over holidays when it counts days to start', () => {
    expect(judged('2026-04-24', { item: 'budget' })['startBy']).toBe('2026-05-06')
  })

  it('follows the law of the day, before it and after a change', () => {
    expect(judged('2023-06-01', { item: 'procedures', postedFrom: '2023-07-20' })).toMatchObject({
      verdict: 'running',
      required: [],
      startBy: '2023-06-01',
    })
    const longer = lawChanged(law, 'disclosure.posting', 45, '2026-03-05')
    expect(judged(DAY, POSTED, longer)['verdict']).toBe('correct')
    expect(judged(DAY, { ...POSTED, postedFrom: '2026-03-05' }, longer)['verdict']).toBe('incorrect')
    const lawful = { ...law, disclosure: law.disclosure.map((item) => ({ ...item, valid_to: '2026-12-31' })) }
    expect(requiredForms(lawful, 'budget', '2026-12-31')).toEqual(['posting', 'website'])
    expect(requiredForms(lawful, 'budget', '2027-01-01')).toEqual([])
  })

  it('is never right with a required form missing, and owes a start exactly until none is', () => {
    const forms = Object.keys(STARTS) as Form[]
    fc.assert(
      fc.property(fc.constantFrom(...law.disclosure.map(({ code }) => code)), fc.subarray(forms), (item, begun) => {
        const values = {
          item,
          loudspeakerDays: 3,
          ...Object.fromEntries(begun.map((form) => [STARTS[form], '2026-03-03'])),
        }
        const verdict = judged(DAY, values)
        const missing = requiredForms(law, item, DAY).filter((form) => !begun.includes(form))
        expect(verdict['missing']).toEqual(missing)
        expect(verdict['verdict'] === 'incorrect').toBe(missing.length > 0)
        const due = startDeadline({ happenedOn: DAY, values }, [], law)
        expect(due?.dueOn).toBe(missing.length > 0 ? '2026-03-09' : undefined)
      }),
    )
  })

  it('knows a posting that was cut short by the day it was taken down', () => {
    const entry = { happenedOn: DAY, values: { postUntil: '2026-04-03' } }
    const on = (happenedOn: string, of = entry) => judgeTakingDown({ happenedOn, values: {} }, of)['isCutShort']
    expect([on('2026-04-02'), on('2026-04-03'), on('2026-03-03', { ...entry, values: {} as never })]).toEqual([
      true,
      false,
      false,
    ])
  })
})

const WARD = 'X13324@2025'
const BLANK = { subject: 'Quyết toán ngân sách năm 2025' }

describe('the register of disclosures', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), disclosures, WARD)
  })
  afterAll(() => test.close())

  const counted = async (from: string, to: string): Promise<[number, number]> => {
    const found = await book.count(from, to)
    return [found['DC01'] ?? 0, found['DC02'] ?? 0]
  }
  const Q1 = () => counted('2026-01-01', '2026-03-31')
  const Q2 = () => counted('2026-04-01', '2026-06-30')
  const H1 = () => counted('2026-01-01', '2026-06-30')

  it('counts an item where its last day to start falls, so that quarters add up to the half year', async () => {
    await book.record(DAY, { ...BLANK, ...POSTED })
    await book.record('2026-03-30', { ...BLANK, item: 'budget', postedFrom: '2026-04-01', webFrom: '2026-04-01' })
    await book.record('2026-04-01', { ...BLANK, item: 'budget', postedFrom: '2026-04-02' })
    const [first, second, half] = [await Q1(), await Q2(), await H1()]
    expect([first, second, half]).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ])
  })

  it('counts as right no more what was taken down too early, from that day on', async () => {
    const before = await Q1()
    const { id } = await book.record('2026-03-03', { ...BLANK, ...POSTED, postedUntil: null })
    expect(await Q1()).toEqual([before[0] + 1, before[1] + 1])
    await book.step(id, 'taken-down', '2026-03-20')
    expect(await Q1()).toEqual([before[0] + 1, before[1]])
    await book.retract(id, 1)
    await book.step(id, 'taken-down', '2026-04-03')
    expect(await Q1()).toEqual([before[0] + 1, before[1] + 1])
    await book.strike(id, 1)
    expect(await Q1()).toEqual(before)
  })

  it('reminds of the start until all forms have begun', async () => {
    const { id } = await book.record('2026-06-10', { ...BLANK, item: 'budget' })
    expect((await book.entry(id)).deadline).toMatchObject({
      dueOn: '2026-06-17',
      areWorkingDays: true,
      source: expect.stringMatching(/Luật Thực hiện dân chủ/),
    })
    await book.correct(id, 1, '2026-06-10', {
      ...BLANK,
      item: 'budget',
      postedFrom: '2026-06-11',
      webFrom: '2026-06-12',
    })
    expect(await book.entry(id)).toMatchObject({ deadline: null, values: { verdict: 'running' } })
  })

  it('refuses an end before or without its beginning', async () => {
    const given = (more: object) => book.record(DAY, { ...BLANK, item: 'budget', ...more })
    await expect(given({ postedUntil: '2026-03-20' })).rejects.toMatchObject({
      issues: [{ path: 'postedUntil', message: expect.stringMatching(/chưa có ngày bắt đầu/) }],
    })
    await expect(given({ webFrom: '2026-03-20', webUntil: '2026-03-19' })).rejects.toMatchObject({
      issues: [{ path: 'webUntil', message: expect.stringMatching(/sớm hơn ngày bắt đầu/) }],
    })
  })
})
