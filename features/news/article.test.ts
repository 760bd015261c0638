// The article drafted from a conference: whole enough to print, never longer than a page, and saying only what the record says.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConferenceFacts } from '../conferences/facts.ts'
import { bare, briefing, factsOf, fourSubjects } from '../conferences/papers/testing-facts.ts'
import { articleOf } from './article.ts'
import { ArticleText } from './schema.ts'

const wordsOf = (facts: ConferenceFacts): string => {
  const { lead, paragraphs } = articleOf(facts)
  return [lead, ...paragraphs].join('\n')
}
const countOf = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

describe('the article of a conference', () => {
  it.each([
    ['an interim review', factsOf()],
    ['a final review of a state office', factsOf({ kind: 'final-review', family: 'state' })],
    ['four subjects in one hall', fourSubjects()],
    ['a briefing without awards', briefing()],
    ['one of the Front', factsOf({ family: 'front', kind: 'thematic' })],
  ])('of %s has 200 to 450 words and is ready to be saved', (_, facts) => {
    expect(countOf(wordsOf(facts))).toBeGreaterThanOrEqual(200)
    expect(countOf(wordsOf(facts))).toBeLessThanOrEqual(450)
    expect(ArticleText.parse(articleOf(facts))).toEqual(articleOf(facts))
    expect(wordsOf(facts)).not.toMatch(/undefined|null|NaN|\.\.|;\.| {2}|, ,/)
  })

  it('says who, when, where, with which figures, awards and tasks', () => {
    const { lead, paragraphs, title, captions, day } = articleOf(factsOf())
    const text = paragraphs.join('\n')
    expect(day).toBe('2026-07-03')
    expect(title).toBe('Hội nghị sơ kết công tác dân vận 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2026')
    expect(lead).toContain(
      'Sáng ngày 03/7/2026, tại hội trường Đảng ủy phường, Đảng ủy phường Duy Tiên tổ chức Hội nghị',
    )
    expect(lead).toContain('Đồng chí Phó Bí thư Thường trực Đảng ủy phường chủ trì')
    for (const said of [
      '117 lượt',
      '2.811,7 triệu đồng',
      'Giấy khen cho 02 tập thể thuộc chuyên đề “Dân vận khéo”',
      'Tổ dân vận tổ dân phố Ninh Lão',
      'trước ngày 05/8/2026',
    ])
      expect(text).toContain(said)
    expect(captions[0]).toMatch(/^Quang cảnh Hội nghị/)
    expect(captions).toContain('Trao khen thưởng cho các tập thể, cá nhân có thành tích')
  })

  it('keeps to the record: no award, no paper, no figure that was not there', () => {
    expect(wordsOf(briefing())).not.toMatch(/khen thưởng|tham luận/i)
    const thin = wordsOf(bare('thematic'))
    expect(thin).not.toMatch(/đại biểu|nhiệm vụ|khen|ghi nhận/i)
    expect(countOf(thin)).toBeLessThan(80)
  })

  it('does not tell the public which tasks others were late with', () => {
    expect(wordsOf(factsOf())).not.toContain('quá hạn')
  })

  it('names the notice once it is issued', () => {
    const numbers = { 'ket-luan': { number: '31-TB/ĐU', date: '2026-07-04' } }
    expect(wordsOf(briefing({ numbers }))).toContain('Thông báo kết luận số 31-TB/ĐU ngày 04/7/2026')
  })

  it('stays within 450 words and its shape however long the record is', () => {
    const sentence = fc
      .array(fc.constantFrom('vận động', 'rà soát', 'tổ dân phố', 'mô hình', 'công khai;', 'giám sát,', 'Nhân dân.'), {
        minLength: 1,
        maxLength: 60,
      })
      .map((words) => words.join(' '))
    const many = <T>(make: (words: string, at: number) => T) =>
      fc.array(sentence, { maxLength: 25 }).map((all) => all.map(make))
    fc.assert(
      fc.property(
        many((words, at) => ({
          seq: at + 1,
          content: words,
          lead: 'Đơn vị',
          helpers: '',
          dueOn: '2026-08-05',
          product: '',
          taskId: null,
        })),
        many((words, at) => ({ seq: at + 1, post: 'Chức danh', body: `Đơn vị ${at}`, words })),
        many((words, at) => ({ code: 'MH01', name: words, text: String(at) })),
        many((words) => words),
        many((words) => ({ to: words, winner: 'collective', form: 'Giấy khen', subject: '', decision: '' }) as const),
        (conclusions, opinions, figures, purposes, awards) => {
          const facts = fourSubjects({
            conclusions,
            figures,
            purposes,
            awards,
            minutes: { ...factsOf().minutes, opinions },
          })
          expect(countOf(wordsOf(facts))).toBeLessThanOrEqual(450)
          expect(ArticleText.safeParse(articleOf(facts)).success).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})
