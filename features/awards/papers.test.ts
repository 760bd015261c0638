// The papers of a round: what they say, when they have nothing to say, and that every family's format draws them whole.
import { calendarDate } from '@kheo/core/calendar.ts'
import { type Block, runText } from '@kheo/writer/block-model.ts'
import { checkDocument } from '@kheo/writer/components.ts'
import { renderDocx } from '@kheo/writer/docx-writer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { composePaper, type WrittenPaper } from '../documents/index.ts'
import type { AwardLine } from './papers/facts.ts'
import { type AwardFacts, awardPapers } from './papers/index.ts'
import { PAPER_ROLES } from './schema.ts'

const WARD = 'X13324@2025'

const line = (more: Partial<AwardLine> = {}): AwardLine => ({
  winner: 'collective',
  name: 'Tổ dân vận Thôn Một',
  post: '',
  body: 'Thôn Một',
  form: 'certificate-of-merit',
  formWords: 'Giấy khen',
  level: 'commune',
  achievement: 'Vận động hiến đất làm đường',
  state: 'decided',
  votesFor: 9,
  votesOf: 9,
  verdict: 'enough',
  consideredOn: '2026-07-13',
  decision: '45/QĐ-UBND ngày 15/7/2026',
  money: 710_000,
  ...more,
})
const many = (count: number, more: Partial<AwardLine>): AwardLine[] =>
  Array.from({ length: count }, (_, at) => line({ name: `Tập thể số ${at + 1}`, ...more }))

/** Lines of a round on all of which the council voted at its meeting. */
const listed = (lines: readonly AwardLine[]): Pick<AwardFacts, 'lines' | 'voted'> => ({
  lines,
  voted: lines.filter(({ consideredOn }) => consideredOn !== null),
})

const facts = (more: Partial<AwardFacts> = {}): AwardFacts => ({
  family: 'state',
  title: 'Tổng kết công tác dân vận năm 2026',
  subjectWords: 'công tác dân vận',
  year: 2026,
  speaker: 'Ủy ban nhân dân phường Duy Tiên',
  decidedBy: 'CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG DUY TIÊN',
  proposer: 'Phòng Văn hóa - Xã hội',
  addressee: 'Ủy ban nhân dân phường Duy Tiên',
  isInternal: true,
  fund: 'quỹ thi đua, khen thưởng năm 2026',
  proposal: '12/TTr-VHXH ngày 10/7/2026',
  bases: ['Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022', 'Nghị định số 98/2023/NĐ-CP'],
  council: { on: '2026-07-13', members: 11, present: 9, chair: 'Chủ tịch Hội đồng', secretary: 'Thư ký Hội đồng' },
  occasion: 'Hội nghị tổng kết',
  presentedOn: null,
  level: 'commune',
  ...listed([...many(11, {}), ...many(21, { winner: 'individual', post: 'Chi hội trưởng', money: 360_000 })]),
  ...more,
})

const textOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.runs.map(runText).join('')
    case 'heading':
      return block.text
    case 'table':
      return [...block.headerRows, ...block.rows.map(({ cells }) => cells), block.totalRow?.cells ?? []]
        .flat()
        .map((cell) => (typeof cell === 'string' ? cell : cell.text))
        .join(' | ')
    case 'section':
      return `${block.annex?.title ?? ''} ${block.annex?.reference ?? ''}`
    default:
      return ''
  }
}
const wordsOf = (paper: WrittenPaper | undefined): string => (paper?.blocks ?? []).map(textOf).join('\n')

describe('the papers of a round', () => {
  it('decide for 11 collectives and 21 persons, in three articles, with the sum of the money', () => {
    const paper = awardPapers['quyet-dinh'](facts())
    const words = wordsOf(paper)
    expect(words).toContain(
      'Điều 1. Tặng Giấy khen cho 11 tập thể và 21 cá nhân có thành tích xuất sắc trong công tác dân vận năm 2026 (có danh sách kèm theo).',
    )
    expect(words).toContain('tổng số 15.370.000 đồng, trích từ quỹ thi đua, khen thưởng năm 2026')
    expect(words).toContain('Điều 3.')
    expect(paper?.legalBases).toEqual([
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      'Căn cứ Nghị định số 98/2023/NĐ-CP',
      'Xét đề nghị của Phòng Văn hóa - Xã hội tại Tờ trình số 12/TTr-VHXH ngày 10/7/2026',
    ])
    const table = paper?.blocks.find((block) => block.kind === 'table')
    expect(table?.kind === 'table' && table.rows.length).toBe(11 + 21 + 2)
  })

  it('leave out of the decision what is not this office’s to decide, and ask those above for it in the proposal', () => {
    const lines = [line(), line({ name: 'Thôn Hai', level: 'province', formWords: 'Bằng khen cấp tỉnh', money: null })]
    expect(wordsOf(awardPapers['quyet-dinh'](facts(listed(lines))))).not.toContain('Thôn Hai')
    expect(wordsOf(awardPapers['to-trinh'](facts(listed(lines))))).toContain(
      'Trong đó 01 tập thể đề nghị cấp trên tặng Bằng khen cấp tỉnh',
    )
    expect(awardPapers['quyet-dinh'](facts(listed(lines.slice(1))))).toBeUndefined()
  })

  it('are proposed under the hand of whoever proposes, and to those above in the name of the office', () => {
    const signed = (more: Partial<AwardFacts>) => awardPapers['to-trinh'](facts(more))?.signature
    expect(signed({ proposer: 'Ban Xây dựng Đảng' })?.post).toBe('TRƯỞNG BAN XÂY DỰNG ĐẢNG')
    expect(signed({ proposer: 'Hội đồng Thi đua - Khen thưởng' })).toMatchObject({ authority: { form: 'collective' } })
    expect(signed({ isInternal: false })).toBeUndefined()
  })

  it('ask for nobody whom the council voted down, and name the office when the proposal goes above', () => {
    const lines = [line(), line({ name: 'Thôn Hai', verdict: 'too-few', votesFor: 4 })]
    const inside = wordsOf(awardPapers['to-trinh'](facts(listed(lines))))
    expect(inside).not.toContain('Thôn Hai')
    expect(inside).toContain('xét 02 hồ sơ; 01 hồ sơ đạt tỷ lệ phiếu')
    const above = wordsOf(
      awardPapers['to-trinh'](
        facts({ ...listed(lines), isInternal: false, addressee: 'Ủy ban nhân dân tỉnh Ninh Bình' }),
      ),
    )
    expect(above).toContain('Ủy ban nhân dân phường Duy Tiên trình Ủy ban nhân dân tỉnh Ninh Bình xem xét')
    expect(above).not.toContain('Phòng Văn hóa')
  })

  it('let nobody report to themselves, and name the head of the body that proposes', () => {
    const minutes = wordsOf(awardPapers['bien-ban-xet'](facts({ proposer: 'Hội đồng Thi đua - Khen thưởng' })))
    expect(minutes).toContain('Hội đồng nghe Thường trực Hội đồng báo cáo')
    const head = (proposer: string) => awardPapers['to-trinh'](facts({ proposer }))?.signature?.post
    expect(head('Văn phòng Đảng ủy')).toBe('CHÁNH VĂN PHÒNG ĐẢNG ỦY')
    expect(head('Hội Nông dân phường')).toBe('CHỦ TỊCH HỘI NÔNG DÂN PHƯỜNG')
  })

  it('leave no number of a proposal open, and call a title a title', () => {
    expect(awardPapers['quyet-dinh'](facts({ proposal: '' }))?.legalBases?.at(-1)).toBe(
      'Xét đề nghị của Phòng Văn hóa - Xã hội',
    )
    const title = line({ winner: 'individual', form: 'advanced-worker', formWords: 'Lao động tiên tiến' })
    expect(awardPapers['quyet-dinh'](facts(listed([title])))?.summary).toBe(
      'Về việc tặng danh hiệu “Lao động tiên tiến” cho cá nhân có thành tích xuất sắc trong công tác dân vận năm 2026',
    )
  })

  it('say no money where there is none', () => {
    expect(wordsOf(awardPapers['quyet-dinh'](facts({ lines: [line({ money: 0 })] })))).toContain(
      'không kèm tiền thưởng',
    )
  })

  it('keep minutes by number: present, absent, votes and verdict of each, two who sign', () => {
    const lines = [line(), line({ name: 'Thôn Hai', verdict: 'too-few', votesFor: 5 })]
    const paper = awardPapers['bien-ban-xet'](facts(listed(lines)))
    const words = wordsOf(paper)
    expect(words).toContain('Hội đồng có 11 thành viên; có mặt 09, vắng mặt 02.')
    expect(words).toContain('Thôn Hai - Thôn Một | Giấy khen | 05/09 | 55,6% | Chưa đủ tỷ lệ')
    expect(words).toContain('nhất trí đề nghị khen thưởng 01 tập thể; chưa đề nghị khen thưởng 01 tập thể')
    expect([paper?.signature?.post, paper?.cosigner?.post]).toEqual(['CHỦ TỊCH HỘI ĐỒNG', 'THƯ KÝ HỘI ĐỒNG'])
    expect(awardPapers['quyet-dinh'](facts(listed(lines.slice(1))))).toBeUndefined()
  })

  it('call winners up ten at a time, collectives first, numbered through', () => {
    const words = wordsOf(awardPapers['danh-sach-trao'](facts()))
    expect([...words.matchAll(/Lượt \d+\. [^\n]*/g)].map(([turn]) => turn)).toEqual([
      'Lượt 1. Tập thể nhận Giấy khen (10)',
      'Lượt 2. Tập thể nhận Giấy khen (01)',
      'Lượt 3. Cá nhân nhận Giấy khen (10)',
      'Lượt 4. Cá nhân nhận Giấy khen (10)',
      'Lượt 5. Cá nhân nhận Giấy khen (01)',
    ])
    expect(words).toContain('32 | ')
  })

  it('name a decision once, however its number was typed', () => {
    for (const decision of ['45/QĐ-UBND', 'số 45/QĐ-UBND', 'Quyết định số 45/QĐ-UBND', 'Quyết định số: 45/QĐ-UBND'])
      expect(wordsOf(awardPapers['danh-sach-trao'](facts({ lines: [line({ decision })] })))).toContain(
        'Công bố Quyết định số 45/QĐ-UBND và trao thưởng',
      )
  })

  it('have nothing to say before their time', () => {
    const early = facts({
      ...listed([line({ state: 'nominated', consideredOn: null, verdict: null })]),
      council: { on: null, members: null, present: null, chair: '', secretary: '' },
    })
    expect(PAPER_ROLES.map((role) => awardPapers[role](early) !== undefined)).toEqual([true, false, false, false])
    expect(PAPER_ROLES.map((role) => awardPapers[role](facts(listed([]))))).toEqual(Array(4).fill(undefined))
  })

  it('write Party papers with a small first letter, and name a round without a subject by its title', () => {
    expect(awardPapers['to-trinh'](facts({ family: 'party' }))?.summary).toMatch(/^về việc đề nghị/)
    expect(awardPapers['to-trinh'](facts({ subjectWords: null }))?.summary).toContain('trong tổng kết công tác')
  })

  describe('in the formats of the day', () => {
    let test: TestWorld
    beforeAll(async () => void (test = await openTestWorld('2026-07-20')))
    afterAll(() => test.close())

    it.each(PAPER_ROLES.flatMap((role) => (['state', 'party'] as const).map((family) => [role, family] as const)))(
      'draw %s of the %s family whole',
      async (role, family) => {
        const paper = awardPapers[role](facts({ family }))
        if (paper === undefined) throw new Error('nothing written')
        for (const day of ['2025-07-02', '2026-07-20']) {
          const { document, profile } = composePaper(test.world, {
            unit: WARD,
            paper,
            day: calendarDate(day),
            number: null,
          })
          expect(checkDocument(document, profile)).toMatchObject({ ok: true })
          expect((await renderDocx(document, profile)).length).toBeGreaterThan(2000)
        }
      },
    )
  })
})
