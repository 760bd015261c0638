// The law at run time: read on a day, changed by the centre alone, dated, audited, and kept through a newer catalogue.
import { readFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendarDate } from '@kheo/core/calendar.ts'
import { lawValue } from '@kheo/core/period/law.ts'
import type { LawParameter } from '@kheo/core/period/law-parameters.ts'
import { inScope } from '@kheo/db/transaction.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type Client, type TestWorld } from '../../checks/harness/world.ts'
import { importCatalogue } from '../indicators/actions.ts'
import { law, type LawRow } from './schema.ts'

const WARD = 'X13324@2025'
const PROVINCE = 'P37@2025'
const CATALOGUE = new URL('../../catalogue', import.meta.url).pathname

describe('the law', () => {
  let test: TestWorld
  let centre: Client
  let province: Client
  let officer: Client
  beforeAll(async () => {
    test = await openTestWorld('2026-06-15')
    await test.post('tinh', PROVINCE, 'administrator')
    await test.post('phuong', WARD, 'recorder')
    centre = await test.as('quantri')
    province = await test.as('tinh')
    officer = await test.as('phuong')
  })
  afterAll(() => test.close())

  const list = (day = '2026-06-15') => officer(law.list, { query: { day }, body: {} })
  const row = async (code: string, day?: string): Promise<LawRow> => {
    const found = (await list(day)).parameters.find((each) => each.code === code)
    if (found === undefined) throw new Error(`no ${code}`)
    return found
  }
  const why = async (code: string, from: string) => (await officer(law.why, { query: { code, from }, body: {} })).reason
  type Change = Partial<Parameters<typeof centre<typeof law.revise>>[1]['body']>
  const change = async (code: string, over: Change, as: Client = centre) =>
    as(law.revise, {
      query: {},
      body: {
        commandId: newId(),
        code,
        baseRev: (await row(code)).rev,
        value: 7,
        validFrom: '2026-07-01',
        source: 'Luật 136/2025/QH15',
        reason: 'Thời hạn mới',
        ...over,
      },
    })
  const audits = async (action: string): Promise<number> => {
    const { rows } = await sql<{ n: string }>`select count(*) as n from audit where action = ${action}`.execute(
      test.world.database.owner,
    )
    return Number(rows[0]?.n)
  }

  it('is read by anybody signed in, as of a day, with every version; and by no stranger', async () => {
    const delegation = await row('reception.delegation.allowed')
    expect(delegation.versions.map(({ validFrom, validTo, value }) => [validFrom, validTo, value])).toEqual([
      ['2026-07-01', null, 0],
      ['2014-07-01', '2026-06-30', 1],
    ])
    expect(delegation.inForce).toBe('2014-07-01')
    expect((await row('reception.delegation.allowed', '2026-07-01')).inForce).toBe('2026-07-01')
    expect((await row('complaint.accept', '2012-06-30')).inForce).toBeNull()
    const all = await list()
    expect(new Set(all.parameters.map(({ subject }) => subject))).not.toContain('other')
    expect(all.disclosure).toHaveLength(14)
    expect(all.disclosure[6]?.required.map(({ form }) => form)).toContain('loudspeaker')
    expect(all.sheets.map(({ code, bands }) => [code, bands[0]?.from])).toEqual([
      ['grassroots-democracy', 90],
      ['skilful-model', 90],
    ])
    await expect(test.anonymous(law.list, { query: { day: '2026-06-15' }, body: {} })).rejects.toMatchObject({
      status: 401,
    })
  })

  it('gives a deadline with its reasons, none where it sets none, and refuses an unknown rule', async () => {
    expect(await why('petition.route', '2026-04-24')).toMatchObject({ dueOn: '2026-05-13', areWorkingDays: true })
    expect(await why('reception.delegation.allowed', '2026-04-24')).toBeNull()
    expect(await why('denunciation.resolve', '2018-01-01')).toBeNull()
    await expect(why('no.such', '2026-04-24')).rejects.toMatchObject({ code: 'law.parameter_not_found' })
  })

  it('moves the deadlines that begin on or after a new version, never those before; and audits it', async () => {
    const before = await audits('law.revise')
    const [old, last] = [await why('complaint.accept', '2026-06-30'), await row('complaint.accept')]
    await change('complaint.accept', {})
    expect(await why('complaint.accept', '2026-06-30')).toEqual(old)
    expect(await why('complaint.accept', '2026-07-01')).toMatchObject({
      dueOn: '2026-07-08',
      days: 7,
      source: 'Luật 136/2025/QH15',
    })
    const now = await row('complaint.accept')
    expect(now.rev).toBe(last.rev + 1)
    expect(now.versions.map(({ validFrom, validTo, value }) => [validFrom, validTo, value])).toEqual([
      ['2026-07-01', null, 7],
      ['2012-07-01', '2026-06-30', 10],
    ])
    expect(now.inForce).toBe('2012-07-01')
    expect(await audits('law.revise')).toBe(before + 1)
  })

  it('corrects the version that begins on that day, and takes the same command once', async () => {
    await change('disclosure.loudspeaker', { value: 5, validFrom: '2026-07-01' })
    const commandId = newId()
    const { rev: baseRev } = await row('disclosure.loudspeaker')
    const first = await change('disclosure.loudspeaker', { value: 4, commandId, baseRev })
    const second = await change('disclosure.loudspeaker', { value: 4, commandId, baseRev })
    expect(second).toEqual(first)
    const { rev, versions } = await row('disclosure.loudspeaker')
    expect(rev).toBe(baseRev + 1)
    expect(versions.map(({ value }) => value)).toEqual([4, 3])
  })

  it.each([
    ['an unknown rule', { code: 'no.such' }, 'law.parameter_not_found', 404],
    ['a start before one that is there', { validFrom: '2014-01-01' }, 'law.before_existing', 422],
    ['no source', { source: '  ' }, 'law.source_missing', 422],
    ['a value below its bounds', { value: -1 }, 'law.value_out_of_bounds', 422],
    ['part of a day', { value: 2.5 }, 'law.value_out_of_bounds', 422],
    ['another’s change in between', { baseRev: 0 }, 'law.stale_revision', 409],
  ])('refuses %s with a sentence, and changes nothing', async (_what, over, code, status) => {
    const before = await row('petition.route')
    await expect(change('petition.route', over)).rejects.toMatchObject({
      code,
      status,
      message: expect.stringMatching(/\p{L}.*\.$/u),
    })
    expect(await row('petition.route')).toEqual(before)
  })

  it('lets two who change one rule at one moment through one after the other, never both on one basis', async () => {
    const { rev: baseRev } = await row('disclosure.posting')
    const results = await Promise.allSettled([
      change('disclosure.posting', { value: 20, baseRev }),
      change('disclosure.posting', { value: 25, baseRev }),
    ])
    const [refused, ...others] = results.filter(({ status }) => status === 'rejected')
    expect(others).toEqual([])
    expect((refused as PromiseRejectedResult).reason).toMatchObject({ code: 'law.stale_revision', status: 409 })
  })

  it('is changed by an administrator at the centre alone', async () => {
    await expect(change('petition.route', {}, province)).rejects.toMatchObject({
      code: 'access.role_missing',
      status: 403,
    })
    await expect(change('petition.route', {}, officer)).rejects.toMatchObject({ status: 403 })
    await expect(change('petition.route', {}, test.anonymous)).rejects.toMatchObject({ status: 401 })
  })

  it('is guarded by the database too: below the centre nothing is written, and nowhere anything but law', async () => {
    const write = (path: string, kind: string): Promise<unknown> =>
      inScope(test.world.database.app, path, (tx) =>
        sql`insert into catalogue_document (kind, code, revision, body) values (${kind}, 'x', 1, '{}')`.execute(tx),
      )
    const { pathOf, index } = test.world.org()
    const top = pathOf(index.records.units.find(({ level }) => level === 'centre')?.id ?? '') ?? ''
    await expect(write(pathOf(PROVINCE) ?? '', 'parameter')).rejects.toThrow(/row-level security/)
    await expect(write(top, 'indicator')).rejects.toThrow(/row-level security/)
    const undo = new Error('undo')
    const trial = inScope(test.world.database.app, top, async (tx) => {
      await sql`insert into catalogue_document (kind, code, revision, body) values ('parameter', 'x', 1, '{}')`.execute(
        tx,
      )
      throw undo
    })
    await expect(trial).rejects.toBe(undo)
    const erase = inScope(test.world.database.app, top, (tx) => sql`delete from catalogue_document`.execute(tx))
    await expect(erase).rejects.toThrow(/permission denied/)
  })

  type Said = Partial<Parameters<typeof centre<typeof law.holidays>>[1]['body']>
  const say = async (over: Said, as: Client = centre) =>
    as(law.holidays, {
      query: {},
      body: {
        commandId: newId(),
        baseRev: (await list()).holidays.rev,
        day: '2026-06-22',
        kind: 'off',
        name: 'Nghỉ theo thông báo',
        source: 'Thông báo nghỉ lễ',
        ...over,
      },
    })

  it('counts a day off that was entered, a make-up day, and no longer one that was withdrawn', async () => {
    const [plain, before] = [await why('petition.route', '2026-06-15'), await audits('law.holidays')]
    expect(plain?.dueOn).toBe('2026-06-29')
    await say({})
    const later = await why('petition.route', '2026-06-15')
    expect(later).toMatchObject({ dueOn: '2026-06-30' })
    expect(later?.skipped).toContainEqual({ day: '2026-06-22', why: 'Nghỉ theo thông báo' })
    await say({ day: '2026-06-20', kind: 'make-up', name: 'Làm bù ngày 22/6/2026' })
    expect((await why('petition.route', '2026-06-15'))?.dueOn).toBe('2026-06-29')
    await say({ kind: 'ordinary', source: 'Thông báo thu hồi' })
    await say({ day: '2026-06-20', kind: 'ordinary', source: 'Thông báo thu hồi' })
    expect(await why('petition.route', '2026-06-15')).toEqual(plain)
    expect(await audits('law.holidays')).toBe(before + 4)
  })

  it.each([
    ['a make-up day in the week', { kind: 'make-up' }, 'law.make_up_on_weekday'],
    ['the withdrawal of an ordinary day', { kind: 'ordinary', day: '2026-06-24' }, 'law.holiday_not_found'],
    ['a day off without a name', { name: '' }, 'law.holiday_name_missing'],
    ['a day off without a source', { source: '' }, 'law.source_missing'],
    ['another’s change in between', { baseRev: 0 }, 'law.stale_revision'],
  ] as const)('refuses %s', async (_what, over, code) => {
    const before = (await list()).holidays
    await expect(say(over)).rejects.toMatchObject({ code })
    expect((await list()).holidays).toEqual(before)
  })
  it('takes days off from the centre alone', async () => {
    await expect(say({}, province)).rejects.toMatchObject({ status: 403 })
  })

  describe('and a newer catalogue', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kheo-law-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    const bring = async (edit: (rows: LawParameter[]) => LawParameter[]): Promise<number> => {
      cpSync(CATALOGUE, folder, { recursive: true })
      const file = join(folder, 'law', 'parameters.json')
      writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(file, 'utf8')) as LawParameter[])))
      const changed = await importCatalogue(test.world.database.owner, folder, 2026)
      await test.world.reload()
      return changed
    }
    const valueOn = (code: string, day: string) => lawValue(test.world.catalogue().law, code, calendarDate(day))

    it('brings its own numbers and keeps those that an office entered', async () => {
      await change('mediation.team.members.min', { value: 4, validFrom: '2026-07-01' })
      const raised = (rows: LawParameter[]) =>
        rows.map((each) => (/^(mediation\.team|inspectorate)\.members/.test(each.code) ? { ...each, value: 6 } : each))
      expect(await bring(raised)).toBe(2)
      expect(valueOn('inspectorate.members.min', '2026-07-01')).toBe(6)
      expect(valueOn('mediation.team.members.min', '2026-06-30')).toBe(6)
      expect(valueOn('mediation.team.members.min', '2026-07-01')).toBe(4)
      expect(valueOn('complaint.accept', '2026-07-01')).toBe(7)
    })
    it('is refused whole for a wrong cell, which it names', async () => {
      const wrong = bring((rows) => [...rows, { ...(rows[0] as LawParameter), source: '' }])
      await expect(wrong).rejects.toBeInstanceOf(Refusal)
      await expect(wrong).rejects.toMatchObject({
        problem: {
          code: 'catalogue.import_refused',
          cells: expect.arrayContaining([
            expect.objectContaining({ file: 'parameters.json', column: 'source', code: 'catalogue.required' }),
            expect.objectContaining({ column: 'valid_from', code: 'catalogue.dates_overlap' }),
          ]),
        },
      })
    })
  })
})
