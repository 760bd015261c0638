// What is typed into the boxes of an article, and what is saved of it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ArticleForm, emptyTyped, typedOf, wordCount } from './form.ts'

const typed = {
  day: '2026-06-12',
  title: '  Tin   mới ',
  lead: 'Mở đầu.',
  paragraphs: 'Đoạn một\nxuống dòng.\n \n\n\nĐoạn hai.\n',
  captions: 'Ảnh một\n\n  Ảnh hai  ',
}

describe('the form of an article', () => {
  it('parts paragraphs by empty lines and captions by lines', () => {
    expect(ArticleForm.parse(typed)).toEqual({
      day: '2026-06-12',
      title: 'Tin mới',
      lead: 'Mở đầu.',
      paragraphs: ['Đoạn một xuống dòng.', 'Đoạn hai.'],
      captions: ['Ảnh một', 'Ảnh hai'],
    })
    expect(wordCount(typed)).toBe(8)
  })

  it('asks for a day, a title and a lead', () => {
    const read = ArticleForm.safeParse({ ...emptyTyped('2026-06-12'), day: '2026-06-31' })
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['day', 'title', 'lead'])
  })

  it('gives back what was saved', () => {
    const words = fc.constantFrom('một', 'hai ba', 'Nhân dân', 'công khai.')
    fc.assert(
      fc.property(fc.array(words, { maxLength: 9 }), fc.array(words, { maxLength: 9 }), (paragraphs, captions) => {
        const text = { day: '2026-06-12', title: 'Tin', lead: 'Mở đầu.', paragraphs, captions }
        expect(ArticleForm.parse(typedOf(text))).toEqual(text)
      }),
    )
  })
})
