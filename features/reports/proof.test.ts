// "Soát lời văn": what the narrative says otherwise than the figures, itself and the record of units, and how it is put right.
import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestWorld, type Client, type TestWorld } from '../../checks/harness/world.ts'
import { endedUnit } from './proof-places.ts'
import { inWording, proofText } from './proof-text.ts'
import { reports } from './schema.ts'

const WARD = 'X13324@2025'
const OTHER_WARD = 'X13330@2025'
const PROVINCE = 'P37@2025'
const which = { unit: WARD, type: 'dan-van', period: '2026-H1' }
const TYPED = {
  TD01: 31,
  AS01: 120,
  AS02: 48.5,
  TT01: 12,
  TT03: 6220,
  TT04: 6215,
  MH01: 60,
  MH04: 21,
  DC01: 30,
  DC02: 29,
}

describe('the narrative of a report', () => {
  let test: TestWorld
  let officer: Client
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('noi-khac', OTHER_WARD, 'compiler')
    await test.post('tinh', PROVINCE, 'consolidator')
    officer = await test.as('can-bo')
    await officer(reports.saveCells, {
      query: {},
      body: { commandId: newId(), unit: WARD, period: which.period, baseRev: 0, cells: TYPED },
    })
  })
  afterAll(() => test.close())

  const write = (section: number, text: string) =>
    officer(reports.saveNarrative, { query: {}, body: { commandId: newId(), ...which, section, text } })
  const proof = async (client = officer) => (await client(reports.proof, { query: which, body: {} })).findings
  const viewed = () => officer(reports.view, { query: which, body: {} })
  const proofOf = async (text: string) => {
    await write(0, text)
    return proof()
  }
  beforeEach(async () => {
    for (const section of [0, 1]) await write(section, '')
  })

  it('has nothing against the standard wording with its live figures', async () => {
    const view = await viewed()
    expect(view.narrative.flatMap(({ paragraphs }) => paragraphs).length).toBeGreaterThan(2)
    expect(await proof()).toEqual([])
  })

  it('names a typed number that differs, and the live figure to put there', async () => {
    const [found, ...more] = await proofOf('Trong kỳ đã tiếp 35 lượt công dân.')
    expect(more).toEqual([])
    expect(found).toMatchObject({ code: 'proof.figure-differs', severity: 'error', section: 0, indicator: 'TD01' })
    expect(found?.sentence).toContain('35 lượt công dân')
    expect(found?.sentence).toContain('TD01 (Tổng số lượt tiếp công dân) là 31 lượt')
    expect(found?.words.map(({ text }) => text).join('')).toBe('Trong kỳ đã tiếp 35 lượt công dân.')
    expect(found?.words.find(({ isMarked }) => isMarked)?.text).toBe('35')
    expect(found?.replace).toEqual({ from: 17, to: 19, written: '35', token: '{{TD01}}' })
  })

  it('is put right by that live figure', async () => {
    const before =
      'Có {{AS01}} suất quà[, {{AS01|cung-ky}}][ trị giá {{AS02|don-vi}}].\nTrong kỳ đã tiếp 35 lượt công dân.'
    const [found] = await proofOf(before)
    const put = found?.replace
    if (put == null) throw new Error('nothing to put')
    const after = `${before.slice(0, put.from)}${put.token}${before.slice(put.to)}`
    expect(after).toContain('Trong kỳ đã tiếp {{TD01}} lượt công dân.')
    expect(await proofOf(after)).toEqual([])
  })

  it.each([
    ['as it stands', 'Trong kỳ đã tiếp 31 lượt công dân.'],
    ['as a plan', 'Phấn đấu sáu tháng cuối năm tiếp 50 lượt công dân.'],
    ['of another period', 'Cùng kỳ năm trước đã tiếp 45 lượt công dân.'],
    ['of another place', 'Riêng xã Bình Lục đã tiếp 9 lượt công dân.'],
    ['said about', 'Trong kỳ đã tiếp trên 30 lượt công dân.'],
    ['of what no indicator counts', 'Đã trồng 1.200 cây xanh ven đường.'],
    ['not reported', 'Đã mở 05 lớp bồi dưỡng nghiệp vụ công tác dân vận.'],
    ['rounded', 'Đã trao quà cho hộ nghèo, tổng trị giá quà 48,5 triệu đồng.'],
  ])('says nothing of a number %s', async (_, text) => {
    expect(await proofOf(text)).toEqual([])
  })

  it('offers money with its unit, and a fraction as a fraction', async () => {
    const [money] = await proofOf('Đã trao 120 suất quà cho hộ nghèo, tổng trị giá 60 triệu đồng.')
    expect(money).toMatchObject({ indicator: 'AS02', replace: { token: '{{AS02|don-vi}}' } })
    const text = 'Xã đã niêm yết công khai 27/30 nội dung theo Luật.'
    const [fraction] = await proofOf(text)
    expect(fraction?.replace?.token).toBe('{{DC02/DC01}}')
    expect(text.slice(fraction?.replace?.from, fraction?.replace?.to)).toBe('27/30')
  })

  it('tells a text that disagrees with itself, by its section', async () => {
    await write(1, 'Có 15/20 tổ dân phố tổ chức họp, đạt 80%.')
    const [found] = await proof()
    expect(found).toMatchObject({ code: 'sums.percent-differs', section: 1, replace: null })
    expect(found?.sentence).toBe('15/20 là 75%, lời văn ghi 80%. Đề nghị sửa tỷ lệ hoặc số liệu.')
  })

  it.each([
    [
      'Đã giải quyết 07/21 đơn kiến nghị, 13 đơn đang xem xét.',
      'Số đơn phải giải quyết bằng số đã giải quyết cộng số đang giải quyết',
      ['07', '21', '13'],
    ],
    [
      'Các tổ hòa giải tiếp nhận 28 vụ việc; hòa giải thành 25 vụ việc; không thành 2 vụ việc; đang hòa giải 0 vụ việc.',
      'Vụ việc hòa giải bằng hòa giải thành cộng không thành cộng đang hòa giải',
      ['28', '25', '02'],
    ],
  ])('tells where its numbers fail a check among themselves: %s', async (text, check, values) => {
    const found = (await proofOf(text)).filter(({ code }) => code === 'proof.check-fails')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ severity: 'warn', section: 0, replace: null })
    expect(found[0]?.sentence).toContain(check)
    for (const value of values) expect(found[0]?.sentence).toContain(` = ${value}`)
  })

  it('has nothing against numbers that agree, though the report has none of them', async () => {
    expect(await proofOf('Đã giải quyết 07/21 đơn kiến nghị, 14 đơn đang xem xét.')).toEqual([])
  })

  it('leaves what live figures alone disagree in to the checks, and speaks where a typed one does', async () => {
    expect(await proofOf('Toàn phường có {{MH04}} mô hình, trong đó {{MH01}} mô hình cấp phường.')).toEqual([])
    const [found] = await proofOf('Toàn phường có {{MH04}} mô hình, trong đó 40 mô hình cấp phường.')
    expect(found).toMatchObject({ code: 'sums.parts-exceed', severity: 'error' })
    expect(found?.words.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['21', '40'])
  })

  it('tells a unit that had ended by then, with its day and what it is now', async () => {
    const [found, ...more] = await proofOf('Tổ dân vận xã Yên Nam hoạt động nền nếp.')
    expect(more).toEqual([])
    expect(found).toMatchObject({ code: 'proof.unit-ended', severity: 'warn' })
    expect(found?.sentence).toMatch(/^Xã Yên Nam .* từ ngày 0?1\/0?7\/2025; nay là Phường Duy Tiên\./)
  })

  it.each([
    'Tổ dân vận xã Yên Nam (cũ) hoạt động nền nếp.',
    'Trước khi sáp nhập, xã Yên Nam có tổ dân vận mạnh.',
    'Địa bàn xã Yên Nam nay thuộc phường Duy Tiên có tổ dân vận mạnh.',
    'Năm 2024, xã Yên Nam được khen thưởng.',
    'Phường Duy Tiên phối hợp với phường Duy Tân, tỉnh Ninh Bình.',
    'Đoàn công tác xã Không Có Thật đến học tập.',
    'Tổ dân vận thôn Đông hoạt động nền nếp.',
  ])('does not mind: %s', async (text) => {
    expect(await proofOf(text)).toEqual([])
  })

  it('is read by who may see the report, and by no other', async () => {
    await write(0, 'Trong kỳ đã tiếp 35 lượt công dân.')
    expect(await proof(await test.as('tinh'))).toHaveLength(1)
    await expect(proof(await test.as('noi-khac'))).rejects.toMatchObject({ status: 403 })
    await expect(proof(test.anonymous)).rejects.toMatchObject({ status: 401 })
  })

  it('knows a unit by its name then, and none where one of that name stands', () => {
    const { index } = test.world.org()
    const ended = (kind: 'commune' | 'ward' | 'town' | 'province', name: string, day = '2026-06-30') =>
      endedUnit(index, WARD as never, { kind, name }, day as never)
    expect(ended('commune', 'Yên Nam')).toMatchObject({ day: '2025-07-01', successors: [WARD] })
    expect(ended('commune', 'Yên Nam', '2025-06-30')).toBeNull()
    expect(ended('ward', 'Hoà Mạc')?.successors.toSorted()).toEqual([WARD, OTHER_WARD])
    expect(ended('town', 'Duy Tiên')?.successors).toEqual([PROVINCE])
    expect(ended('province', 'Hà Nam')?.successors).toEqual([PROVINCE])
    expect(ended('ward', 'Duy Tiên')).toBeNull()
  })

  it('is put together as it is shown', async () => {
    await write(0, '  Dòng đầu có {{TD01}} lượt. \n\nCó {{MH02}} mô hình.\nDòng cuối[, {{TD01|cung-ky}}] hết.')
    const { narrative } = await viewed()
    const { catalogue } = test.world.catalogue()
    const { text, sections } = proofText(narrative, { catalogue, values: TYPED, lastYear: {}, previous: {} })
    const shown = narrative[0]?.paragraphs.flat().map((run) => run.text)
    expect(text.slice(sections[0]?.from, sections[0]?.to)).toBe(shown?.join(''))
  })

  it('finds every typed word where it stands in the wording', () => {
    const { catalogue } = test.world.catalogue()
    const piece = fc.constantFrom(
      'tiếp 35 lượt',
      '{{TD01}}',
      '[, tăng {{MH02}}]',
      '[ với {{AS01}} suất]',
      '. ',
      '\n',
      '  ',
      'và',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const source = pieces.join('')
        const told = { catalogue, values: { TD01: 31, AS01: 9 }, lastYear: {}, previous: {} }
        const proofed = proofText([{ index: 0, heading: 'Mục', source }], told)
        for (const { from, to } of proofed.typed) {
          const span = inWording(proofed, { from, to })
          expect(source.slice(span?.from, span?.to)).toBe(proofed.text.slice(from, to))
        }
      }),
    )
  })

  it('never bars the submission', async () => {
    await write(0, 'Trong kỳ đã tiếp 35 lượt công dân.')
    const sent = await officer(reports.submit, {
      query: {},
      body: { commandId: newId(), ...which, reason: 'Đã rà soát', cells: {} },
    })
    expect(sent.state).toBe('submitted')
  })
})
