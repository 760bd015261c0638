import { endpointsOf } from '@kheo/kit/register/contract.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type Client, type TestWorld } from '../../checks/harness/world.ts'
import { consolidation } from '../consolidation/schema.ts'
import { refreshAll } from '../figures/index.ts'
import { petitions } from '../registers/petitions/register.ts'
import { skilfulModels } from '../registers/skilful-models/register.ts'
import { reports } from './schema.ts'

const WARD = 'X13324@2025'
const OTHER_WARD = 'X13330@2025'
const PROVINCE = 'P37@2025'
const which = { unit: WARD, type: 'dan-van', period: '2026-H1' }

const models = endpointsOf(skilfulModels)
const model = (name: string, more: object = {}) => ({
  commandId: newId(),
  unit: WARD,
  happenedOn: '2026-03-02',
  values: { name, field: 'economy', bloc: 'localities', exemplar: 'collective', novelty: 'new', ...more },
})

describe('the way of one figure', () => {
  let test: TestWorld
  let officer: Client
  let province: Client
  let leader: Client
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo-khac', OTHER_WARD, 'compiler')
    await test.post('chuyen-vien', PROVINCE, 'consolidator')
    await test.post('chuyen-vien', PROVINCE, 'compiler')
    await test.post('lanh-dao', PROVINCE, 'approver')
    officer = await test.as('can-bo')
    province = await test.as('chuyen-vien')
    leader = await test.as('lanh-dao')
  })
  afterAll(() => test.close())

  const cell = async (client: Client, of: { unit: string; type: string; period: string }, code: string) => {
    const view = await client(reports.view, { query: of, body: {} })
    const found = view.sections.flatMap((section) => section.cells).find((each) => each.code === code)
    if (found === undefined) throw new Error(`no cell ${code}`)
    return found
  }

  it('shows a cell as not reported until the register is opened, then counts it', async () => {
    expect(await cell(officer, which, 'MH01')).toMatchObject({ total: null, text: '—', origin: 'typed' })
    await officer(models.record, { query: {}, body: model('Tổ tự quản đường hoa') })
    await officer(models.record, { query: {}, body: model('Góp vốn xoay vòng') })
    expect(await cell(officer, which, 'MH01')).toMatchObject({
      total: 2,
      text: '02',
      origin: 'register',
      isEditable: false,
    })
    expect(await cell(officer, which, 'MH12')).toMatchObject({ total: 0, text: '0' })
  })

  it('has what was saved in the total above at once, before anything is submitted', async () => {
    const total = await cell(province, { ...which, unit: PROVINCE }, 'MH01')
    expect(total).toMatchObject({ total: 2, reported: 1 })
    const view = await province(reports.view, { query: { ...which, unit: PROVINCE }, body: {} })
    expect(view.reported[0]).toBe(0)
    expect(view.missing.map((unit) => unit.id)).toContain(WARD)
  })

  it('walks through submission, return, correction and approval, and keeps what was said', async () => {
    await officer(reports.submit, { query: {}, body: { commandId: newId(), ...which, cells: { TD01: 31 } } })
    await expect(
      officer(reports.submit, { query: {}, body: { commandId: newId(), ...which, cells: {} } }),
    ).rejects.toMatchObject({ code: 'report.already_submitted' })
    await expect(
      officer(reports.saveCells, {
        query: {},
        body: { commandId: newId(), unit: WARD, period: which.period, baseRev: 1, cells: { TD01: 5 } },
      }),
    ).rejects.toMatchObject({ code: 'report.locked' })
    await expect(
      province(reports.return, { query: {}, body: { commandId: newId(), ...which, reason: '', cells: ['TD01'] } }),
    ).rejects.toMatchObject({ code: 'report.reason_required' })
    await province(reports.return, {
      query: {},
      body: { commandId: newId(), ...which, reason: 'Đếm lại lượt tiếp công dân', cells: ['TD01'] },
    })
    expect(await cell(officer, which, 'TD01')).toMatchObject({ isInQuestion: true, isEditable: true })
    await officer(reports.submit, { query: {}, body: { commandId: newId(), ...which, cells: { TD01: 29 } } })
    await expect(officer(reports.approve, { query: {}, body: { commandId: newId(), ...which } })).rejects.toMatchObject(
      { code: 'access.role_missing' },
    )
    await province(reports.approve, { query: {}, body: { commandId: newId(), ...which } })
    const view = await officer(reports.view, { query: which, body: {} })
    expect(view.state).toBe('approved')
    expect(view.steps.map((step) => step.kind)).toEqual(['submitted', 'returned', 'resubmitted', 'approved'])
    expect(view.steps[2]?.differences).toEqual([{ code: 'TD01', before: 31, after: 29 }])
  })

  it('keeps an approved figure when the register moves on, says that it moved, and shows the entries as they stood', async () => {
    await officer(models.record, { query: {}, body: model('Phân loại rác tại nguồn') })
    expect(await cell(officer, which, 'MH01')).toMatchObject({ total: 2, hasMoved: true })
    const source = await officer(reports.source, {
      query: { unit: WARD, period: which.period, code: 'MH01' },
      body: {},
    })
    expect(source.total).toBe(2)
    expect(source.own.entries.map((entry) => entry.title)).toEqual(['Tổ tự quản đường hoa', 'Góp vốn xoay vòng'])
    expect(source.own.entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(source.total)
  })

  it('lets the province approve with units missing only when it says so, and leads from its number to the entry', async () => {
    const own = { ...which, unit: PROVINCE }
    await province(reports.submit, { query: {}, body: { commandId: newId(), ...own, cells: {} } })
    await expect(leader(reports.approve, { query: {}, body: { commandId: newId(), ...own } })).rejects.toMatchObject({
      code: 'report.missing_units_unnamed',
    })
    await leader(reports.approve, { query: {}, body: { commandId: newId(), ...own, acceptMissing: true } })
    const top = await leader(reports.source, {
      query: { unit: PROVINCE, period: which.period, code: 'TD01' },
      body: {},
    })
    expect(top.total).toBe(29)
    expect(top.children.find((child) => child.unitId === WARD)?.value).toBe(29)
    const sum =
      (top.own.value ?? 0) +
      top.children.reduce((all, child) => all + (child.value ?? 0), 0) +
      top.adjustments.reduce((all, each) => all + each.delta, 0)
    expect(sum).toBe(top.total)
  })

  it('keeps official totals apart from provisional ones', async () => {
    const board = await province(consolidation.board, {
      query: { unit: PROVINCE, type: 'dan-van', period: '2026-H1', codes: 'MH01,TD01' },
      body: {},
    })
    expect(board.totals).toEqual([3, 29])
    expect(board.officialTexts).toEqual(['02', '29'])
    expect(board.counts).toMatchObject({ approved: 1 })
  })

  it('adds a named adjustment to the total and leaves the child as it is', async () => {
    const later = { ...which, unit: PROVINCE, period: '2026-Q3' }
    const { id } = await province(consolidation.adjust, {
      query: {},
      body: {
        commandId: newId(),
        unit: PROVINCE,
        period: '2026-Q3',
        code: 'TD01',
        delta: 4,
        reason: 'Số của ban tiếp công dân tỉnh',
      },
    })
    expect(await cell(province, later, 'TD01')).toMatchObject({ total: 4 })
    await expect(
      province(consolidation.adjust, {
        query: {},
        body: {
          commandId: newId(),
          unit: PROVINCE,
          period: '2026-Q3',
          code: 'DC16',
          delta: 4,
          reason: 'Số của ban tiếp công dân',
        },
      }),
    ).rejects.toMatchObject({ code: 'figure.not_adjustable' })
    await province(consolidation.annulAdjustment, { query: {}, body: { commandId: newId(), unit: PROVINCE, id } })
    expect((await cell(province, later, 'TD01')).total ?? 0).toBe(0)
  })

  it('answers a command sent twice with the first answer and changes nothing', async () => {
    const body = model('Ngày thứ sáu nghe dân nói')
    const first = await officer(models.record, { query: {}, body })
    const again = await officer(models.record, { query: {}, body })
    expect(again).toEqual(first)
    const list = await officer(models.list, { query: { unit: WARD, q: 'ngay thu sau' }, body: {} })
    expect(list.total).toBe(1)
  })

  it('does a command once when it is sent twice at the same moment', async () => {
    const body = model('Camera an ninh do dân góp')
    const answers = await Promise.all([1, 2, 3].map(() => officer(models.record, { query: {}, body })))
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    const list = await officer(models.list, { query: { unit: WARD, q: 'camera an ninh' }, body: {} })
    expect(list.total).toBe(1)
  })

  it('merges two officers’ typing cell by cell and shows only a true conflict', async () => {
    const at = { unit: WARD, period: '2026-Q3' }
    await officer(reports.saveCells, { query: {}, body: { commandId: newId(), ...at, baseRev: 0, cells: { TT01: 3 } } })
    await officer(reports.saveCells, {
      query: {},
      body: { commandId: newId(), ...at, baseRev: 0, cells: { TT02: 200 } },
    })
    await expect(
      officer(reports.saveCells, { query: {}, body: { commandId: newId(), ...at, baseRev: 0, cells: { TT01: 4 } } }),
    ).rejects.toMatchObject({ code: 'figure.conflict', message: expect.stringContaining('TT01 = 3') })
    expect(await cell(officer, { ...at, type: 'dan-van' }, 'TT01')).toMatchObject({ total: 3 })
  })

  it('opens a board with a number of statements that does not grow with the units', async () => {
    const open = () =>
      province(consolidation.board, {
        query: { unit: PROVINCE, type: 'dan-van', period: '2026-H1', codes: 'MH01' },
        body: {},
      })
    await refreshAll(test.world)
    await open()
    expect(await test.countQueries(open)).toBeLessThanOrEqual(10)
  })

  describe('refuses, in a sentence of its own, and changes nothing', () => {
    const save = (cells: Record<string, number | null>, more: Partial<{ unit: string; period: string }> = {}) =>
      officer(reports.saveCells, {
        query: {},
        body: { commandId: newId(), unit: WARD, period: '2026-Q3', baseRev: 99, cells, ...more },
      })

    it('text in a number cell', async () => {
      await expect(save({ TT01: 'mười hai' as never })).rejects.toMatchObject({
        status: 422,
        code: 'input.invalid',
        issues: [{ path: 'cells.TT01', message: 'Phải là một số.' }],
      })
    })
    it('a date that does not exist', async () => {
      await expect(
        officer(models.record, { query: {}, body: { ...model('Mô hình'), happenedOn: '2026-02-30' } }),
      ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('không có trong lịch') })
    })
    it('a day that has not come', async () => {
      await expect(
        officer(endpointsOf(petitions).record, {
          query: {},
          body: {
            commandId: newId(),
            unit: WARD,
            happenedOn: '2026-12-01',
            values: { kind: 'proposal', topic: 'land' },
          },
        }),
      ).rejects.toMatchObject({ code: 'entry.wrong_fields', issues: [{ path: 'happenedOn' }] })
    })
    it('an unknown unit', async () => {
      await expect(officer(reports.view, { query: { ...which, unit: 'X99999' }, body: {} })).rejects.toMatchObject({
        status: 404,
        code: 'org.unit_not_found',
      })
    })
    it('a stranger’s unit, to read and to write', async () => {
      await expect(officer(reports.view, { query: { ...which, unit: OTHER_WARD }, body: {} })).rejects.toMatchObject({
        status: 403,
        code: 'access.outside_your_units',
      })
      await expect(save({ TT01: 1 }, { unit: OTHER_WARD })).rejects.toMatchObject({ status: 403 })
    })
    it('a figure that a register counts, or a formula gives', async () => {
      await expect(save({ MH01: 7 })).rejects.toMatchObject({ code: 'figure.counted_by_register' })
      await expect(save({ TT05: 99 })).rejects.toMatchObject({ code: 'figure.derived' })
    })
    it('decimals in a count', async () => {
      await expect(save({ TT01: 1.5 })).rejects.toMatchObject({
        code: 'figure.not_whole',
        message: 'Ô TT01 phải là số nguyên, không âm.',
      })
    })
    it('an unknown indicator and an unknown period', async () => {
      await expect(save({ ZZ99: 1 })).rejects.toMatchObject({ code: 'catalogue.indicator_not_found' })
      await expect(save({ TT01: 1 }, { period: '2026-Q9' })).rejects.toMatchObject({ code: 'figure.period_not_found' })
    })
    it('telephone and identity numbers in free text', async () => {
      await expect(
        officer(models.record, {
          query: {},
          body: model('Mô hình số 9', { content: 'Liên hệ 0912 345 678' }),
        }),
      ).rejects.toMatchObject({ code: 'entry.wrong_fields', message: expect.stringContaining('số điện thoại') })
      await expect(
        officer(models.record, { query: {}, body: model('Mô hình số 9', { area: 'CCCD 035090001234' }) }),
      ).rejects.toMatchObject({ message: expect.stringContaining('giấy tờ tùy thân') })
    })
    it('a report whose figures contradict each other', async () => {
      const at = { ...which, period: '2026-Q3' }
      await save({ TT03: 100, TT04: 120 })
      await expect(
        officer(reports.submit, { query: {}, body: { commandId: newId(), ...at, cells: {} } }),
      ).rejects.toMatchObject({ code: 'report.checks_say' })
      await save({ TT04: 100 })
    })
    it('anything in a closed period', async () => {
      const { closePeriod } = await import('../periods/actions.ts')
      await test.post('trung-uong', 'VN', 'consolidator')
      await closePeriod(test.world, await test.actor('trung-uong'), {
        commandId: newId(),
        period: '2026-Q3',
        closedOn: '2026-06-14',
        reason: '',
      })
      await expect(save({ TT01: 9 })).rejects.toMatchObject({ code: 'report.period_closed', status: 409 })
      await closePeriod(test.world, await test.actor('trung-uong'), {
        commandId: newId(),
        period: '2026-Q3',
        closedOn: null,
        reason: 'mở lại',
      })
    })
    it('a caller who has not signed in, and a post from another site', async () => {
      await expect(test.anonymous(reports.view, { query: which, body: {} })).rejects.toMatchObject({ status: 401 })
      const send = await test.fetchAs('can-bo')
      const reply = await send('/api/reports/submit', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://khac.example' },
        body: '{}',
      })
      expect(reply.status).toBe(403)
    })
  })

  it('writes a paper and an annex of the approved report, the same bytes each time', async () => {
    const send = await test.fetchAs('can-bo')
    const get = async (format: string) =>
      new Uint8Array(
        await (
          await send(`/api/reports/document?unit=${WARD}&type=dan-van&period=2026-H1&format=${format}&profile=dang`)
        ).arrayBuffer(),
      )
    const [docx, again, xlsx] = [await get('docx'), await get('docx'), await get('xlsx')]
    expect(docx.byteLength).toBeGreaterThan(5000)
    expect(Buffer.from(docx).equals(Buffer.from(again))).toBe(true)
    expect(xlsx.byteLength).toBeGreaterThan(5000)
  })
})
