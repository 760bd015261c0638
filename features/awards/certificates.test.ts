// Certificates of a round on blanks: an office's own measures, versions, printing in the order of the list, and what does not fit.
import { addressOf, CallRefused } from '@kheo/kit/client.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookOf } from '../../checks/harness/registers.ts'
import { type Client, openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { readPdf } from '../../packages/writer/test/read-pdf.ts'
import { layoutDoors, type LayoutRow, layouts } from './layout-schema.ts'
import { bookIn } from './load.ts'
import { awards } from './schema.ts'
import { honour, measureBlank, words } from './testing-round.ts'

const WARD = 'X13324@2025'
const BESIDE = 'X13330@2025'
const PERSONAL = 'giay-khen-ca-nhan-a4'

/** The words of each page. */
const pagesOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await readPdf(bytes)).pages.map(({ placed }) =>
    placed
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  )

describe('certificates', () => {
  let test: TestWorld
  let officer: Client
  let round = ''
  let ids: readonly string[] = []
  beforeAll(async () => {
    test = await openTestWorld('2026-07-20')
    await test.post('can-bo', WARD, 'compiler')
    await test.post('ghi-so', WARD, 'recorder')
    await test.post('can-bo-ben', BESIDE, 'compiler')
    officer = await test.as('can-bo')
    ;({ round, ids } = await honour(officer, WARD, 54))
  })
  afterAll(() => test.close())

  const get = async (door: { readonly path: string }, query: object, username = 'can-bo'): Promise<Response> =>
    (await test.fetchAs(username))(addressOf(door, query as never))
  const list = async (): Promise<LayoutRow> => {
    const { rows } = await officer(layouts.list, { query: { unit: WARD }, body: {} })
    const found = rows.find(({ code }) => code === PERSONAL)
    if (found === undefined) throw new Error('no such blank')
    return found
  }
  const save = (layout: LayoutRow, more: object = {}, client = officer) =>
    client(layouts.save, {
      query: {},
      body: {
        commandId: newId(),
        unit: WARD,
        code: layout.code,
        baseVersion: layout.version,
        title: layout.title,
        offset: layout.offset,
        fields: layout.fields,
        ...more,
      },
    })
  const refused = async (code: string, run: Promise<unknown>): Promise<CallRefused> => {
    const error = await run.then(
      () => undefined,
      (problem: unknown) => problem,
    )
    expect(error).toBeInstanceOf(CallRefused)
    expect((error as CallRefused).code).toBe(code)
    return error as CallRefused
  }

  it('come as one PDF, a page a winner in the order of the list, each with its number in the book', async () => {
    const reply = await get(layoutDoors.certificates, { unit: WARD, round, layout: PERSONAL })
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const bytes = new Uint8Array(await reply.arrayBuffer())
    const pages = await pagesOf(bytes)
    expect(pages.length).toBe(54)
    for (const [at, text] of pages.entries()) {
      expect(text.toLocaleUpperCase('vi')).toContain(`CÁN BỘ TỔNG HỢP THÔN ${at + 1}`)
      expect(text).toContain(`Vào sổ số: ${at + 1}`)
    }
    expect(pages[0]).toContain('ngày 15 tháng 7 năm 2026')
    const again = await get(layoutDoors.certificates, { unit: WARD, round, layout: PERSONAL })
    expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
  })

  it('can be printed again for some alone, and never on a blank for others', async () => {
    const some = [ids[4], ids[2]].join(',')
    const reply = await get(layoutDoors.certificates, { unit: WARD, round, layout: PERSONAL, entries: some })
    const pages = await pagesOf(new Uint8Array(await reply.arrayBuffer()))
    expect(pages.map((text) => /Vào sổ số: (\d+)/.exec(text)?.[1])).toEqual(['3', '5'])
    const wrong = await get(layoutDoors.certificates, { unit: WARD, round, layout: 'giay-khen-tap-the-a4' })
    expect([wrong.status, ((await wrong.json()) as { code: string }).code]).toEqual([422, 'award.nothing_to_print'])
  })

  it('are measured by an office as versions of its own, which nobody else’s blanks follow', async () => {
    const shipped = await list()
    expect(shipped.version).toBe(0)
    const fields = shipped.fields.map((field) =>
      field.name === 'recipient' ? { ...field, xMm: field.xMm + 1.5, yMm: field.yMm - 0.5 } : field,
    )
    expect(await save(shipped, { fields, offset: { x: -1.5, y: 2 } })).toEqual({ version: 1 })
    const own = await list()
    expect(own).toMatchObject({ version: 1, offset: { x: -1.5, y: 2 } })
    expect(own.fields.find(({ name }) => name === 'recipient')).toEqual(fields.find(({ name }) => name === 'recipient'))
    await refused('award.layout_stale', save(shipped))
    const beside = await test.as('can-bo-ben')
    await measureBlank(await test.as('can-bo'), WARD)
    const theirs = await beside(layouts.list, { query: { unit: BESIDE }, body: {} })
    expect(theirs.rows.every(({ version }) => version === 0)).toBe(true)
    await refused('access.outside_your_units', save(own, {}, beside))
    const recorder = await test.as('ghi-so')
    await expect(save(own, {}, recorder)).rejects.toMatchObject({ status: 403 })
    await save(own, { fields: shipped.fields, offset: shipped.offset })
  })

  it('refuse a measure off the paper, naming the line', async () => {
    const layout = await list()
    const fields = layout.fields.map((field) => (field.name === 'recipient' ? { ...field, xMm: 290 } : field))
    const error = await refused('award.layout_wrong', save(layout, { fields }))
    expect(error.message).toContain('tên người, tập thể được khen')
    await refused('award.layout_wrong', save(layout, { offset: { x: -50, y: 0 } }))
    expect((await list()).version).toBe(layout.version)
  })

  it('of another level are printed there: here they have neither a sheet nor a number', async () => {
    const book = bookOf(officer, bookIn(test.world), WARD)
    const values = { winner: 'individual', name: 'Cán bộ thôn số 99', ground: 'campaign', subject: 'dan-van' }
    const higher = { ...values, form: 'provincial-certificate', level: 'province' }
    const { id } = await book.record('2026-07-06', higher)
    const send = (name: 'open' | 'add' | 'number' | 'drop', body: object): Promise<{ id: string }> =>
      officer(awards[name], { query: {}, body: { commandId: newId(), unit: WARD, ...body } } as never) as never
    const { id: other } = await send('open', { words: { ...words, title: 'Đề nghị cấp trên' } })
    await send('add', { round: other, entries: [id] })
    await book.step(id, 'decided', '2026-07-16', { decision: '900/QĐ-UBND', awardMoney: 0 })
    await send('number', { round: other, entries: [id] })
    const { nominations } = await officer(awards.round, { query: { unit: WARD, round: other }, body: {} })
    expect(nominations.map(({ state, bookNo }) => [state, bookNo])).toEqual([['decided', null]])
    const reply = await get(layoutDoors.certificates, { unit: WARD, round: other, layout: PERSONAL })
    expect(((await reply.json()) as { code: string }).code).toBe('award.nothing_to_print')
    await book.strike(id, 1)
  })

  it('are not drawn at all when one name does not fit, which is said with its line', async () => {
    const layout = await list()
    const fields = layout.fields.map((field) =>
      field.name === 'recipient' ? { ...field, widthMm: 12, sizePt: 26, leastSizePt: 24, mostLines: 1 } : field,
    )
    await save(layout, { fields })
    const reply = await get(layoutDoors.certificates, { unit: WARD, round, layout: PERSONAL })
    const said = (await reply.json()) as { code: string; message: string }
    expect(said.code).toBe('award.certificate_too_long')
    expect(said.message.toLocaleUpperCase('vi')).toContain('CÁN BỘ TỔNG HỢP THÔN 1')
    expect(said.message).toContain('Còn 53 chỗ khác')
    await save(await list(), { fields: layout.fields })
  })

  it('have a test print with rulers, open to whoever looks at the unit', async () => {
    const reply = await get(layoutDoors.test, { unit: WARD, layout: PERSONAL }, 'ghi-so')
    expect(reply.status).toBe(200)
    expect((await pagesOf(new Uint8Array(await reply.arrayBuffer()))).length).toBe(1)
    const gone = await get(layoutDoors.test, { unit: WARD, layout: 'khong-co' })
    expect(gone.status).toBe(404)
  })

  it('keep their numbers when an award is revoked, and are not printed for it any more', async () => {
    const [first = ''] = ids
    await officer(awards.revoke, {
      query: {},
      body: {
        commandId: newId(),
        unit: WARD,
        round,
        entry: first,
        happenedOn: '2026-07-20',
        reason: 'Kê khai không đúng',
        revocation: '',
      },
    })
    const reply = await get(layoutDoors.certificates, { unit: WARD, round, layout: PERSONAL })
    const pages = await pagesOf(new Uint8Array(await reply.arrayBuffer()))
    expect([pages.length, /Vào sổ số: (\d+)/.exec(pages[0] ?? '')?.[1]]).toEqual([53, '2'])
    const counted = await bookOf(officer, bookIn(test.world), WARD).count('2026-01-01', '2026-12-31')
    expect(counted['TK02']).toBe(53)
  })
})
