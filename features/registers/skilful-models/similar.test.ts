// Models that are alike, asked through the front door: who sees what, why, and how much the database is asked.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { type Client, openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { skilfulModels } from './register.ts'
import { models, type SimilarModel } from './schema.ts'

const WARD = 'X13324@2025'
const BESIDE = 'X13330@2025'
const PROVINCE = 'P37@2025'
const FORM = { field: 'culture-society', bloc: 'localities', exemplar: 'collective', novelty: 'new' } as const

type Asked = Partial<Record<'goals' | 'content' | 'area' | 'field' | 'sponsor' | 'except', string>>

describe('models that are alike', () => {
  let test: TestWorld
  let officer: Client
  let above: Client
  let mine: Book
  let beside: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo-ben', BESIDE, 'recorder')
    await test.post('chuyen-vien', PROVINCE, 'compiler')
    await test.post('kiem-soat', WARD, 'auditor')
    officer = await test.as('can-bo')
    above = await test.as('chuyen-vien')
    mine = bookOf(officer, skilfulModels, WARD)
    beside = bookOf(await test.as('can-bo-ben'), skilfulModels, BESIDE)
  })
  afterAll(() => test.close())

  const ask = async (client: Client, name: string, more: Asked = {}, unit = WARD): Promise<SimilarModel[]> =>
    (await client(models.similar, { query: { unit, name, ...more }, body: {} })).rows

  it('are found across sponsors with the reasons, without tones, and lead to the entry', async () => {
    const { id } = await mine.record('2026-03-02', {
      ...FORM,
      name: 'Tuyến đường hoa phụ nữ tự quản',
      sponsor: 'Hội Liên hiệp Phụ nữ phường',
      area: 'Tổ dân phố số 3',
    })
    await mine.record('2026-03-03', { ...FORM, name: 'Camera an ninh', sponsor: 'Công an phường' })
    const [found, ...rest] = await ask(officer, 'duong hoa tu quan', {
      sponsor: 'Chi bộ tổ dân phố số 3',
      field: 'culture-society',
      area: 'tổ dân phố số 3',
    })
    expect(rest).toEqual([])
    expect(found).toMatchObject({ id, unitId: WARD, happenedOn: '2026-03-02', state: 'registered', isClash: true })
    expect(found?.reasons.map(([vi]) => vi)).toEqual([
      'cùng từ: duong hoa, tu quan',
      'cùng lĩnh vực: Văn hóa - xã hội',
      'cùng thôn, tổ dân phố: tổ dân phố số 3',
      'khác chủ thể: Chi bộ tổ dân phố số 3 ↔ Hội Liên hiệp Phụ nữ phường',
      'mô hình của chi bộ không được trùng với phong trào của Mặt trận, đoàn thể cùng địa bàn',
    ])
    expect(await ask(officer, 'Đường hoa tự quản', { except: id })).toEqual([])
  })

  it('are found by what they do when the names differ', async () => {
    const goals = 'Vận động 120 hộ phân loại rác tại nguồn, đến hết năm không còn điểm đổ rác tự phát ven kênh'
    const { id } = await mine.record('2026-03-04', { ...FORM, name: 'Kênh xanh', goals })
    expect(await ask(officer, 'Phụ nữ nói không với đồ nhựa')).toEqual([])
    const found = await ask(officer, 'Phụ nữ nói không với đồ nhựa', { goals })
    expect(found.map((row) => row.id)).toEqual([id])
    expect(found[0]?.reasons.map(([vi]) => vi)).toContain('mục tiêu, nội dung giống 100%')
  })

  it('stay within what the reader may see, and leave out what was struck out', async () => {
    const name = 'Bếp ăn nghĩa tình bệnh viện'
    const there = await beside.record('2026-04-02', { ...FORM, name })
    expect(await ask(officer, name)).toEqual([])
    expect((await ask(above, name, {}, PROVINCE)).map((row) => [row.id, row.unitId])).toEqual([[there.id, BESIDE]])
    await beside.strike(there.id, 1)
    expect(await ask(above, name, {}, PROVINCE)).toEqual([])
    await expect(ask(officer, name, {}, BESIDE)).rejects.toMatchObject({ status: 403 })
    await expect(ask(await test.as('kiem-soat'), name)).rejects.toMatchObject({ status: 403 })
  })

  it('are the best five of thousands, by the database’s own search and in a steady number of statements', async () => {
    await ask(officer, 'Dòng sông không rác')
    const few = await test.countQueries(() => ask(officer, 'Dòng sông không rác'))
    expect(few).toBeLessThan(5)
    // The book as the product writes it, many times over.
    await sql`insert into skilful_model (unit_id, id, path, entry_no, rev, happened_on, state, search_folded, name, field, bloc, exemplar, novelty, recorded_at, recorded_by, recorded_title)
      select ${WARD}, gen_random_uuid(), ${test.world.org().pathOf(WARD)}, 1000 + n, 1, '2026-01-05', 'registered',
        case when n % 500 = 0 then 'dong song khong rac ' || n else 'to hop tac so ' || n || ' cua thon' end,
        case when n % 500 = 0 then 'Dòng sông không rác ' || n else 'Tổ hợp tác số ' || n || ' của thôn' end, 'economy', 'localities', 'collective', 'new', now(), 'x', 'Cán bộ tổng hợp'
      from generate_series(1, 4000) n`.execute(test.world.database.owner)
    let found: SimilarModel[] = []
    expect(await test.countQueries(async () => (found = await ask(officer, 'Dòng sông không rác')))).toBe(few)
    expect(found.map((row) => row.name.replace(/ \d+$/, ''))).toEqual(
      Array.from({ length: 5 }, () => 'Dòng sông không rác'),
    )
    const likely = found.map((row) => row.likeness)
    expect(likely).toEqual(likely.toSorted((a, b) => b - a))
    const { rows } = await sql<{
      n: number
    }>`select count(*)::integer as n from skilful_model_alike('to hop tac so', 40)`.execute(test.world.database.owner)
    expect(rows).toEqual([{ n: 0 }])
    await sql`revoke execute on function skilful_model_alike(text, integer) from kheo_app`.execute(
      test.world.database.owner,
    )
    await expect(ask(officer, 'Dòng sông không rác')).rejects.toMatchObject({ status: 500 })
    await sql`grant execute on function skilful_model_alike(text, integer) to kheo_app`.execute(
      test.world.database.owner,
    )
    expect(await ask(officer, 'Dòng sông không rác')).toEqual(found)
  })
})
