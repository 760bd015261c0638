// A sentence for everything that a shape may refuse, in both languages.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { issueSentence } from './issue.ts'
import { Day } from './shapes.ts'

const says = (shape: z.ZodType, given: unknown, language: 'vi' | 'en' = 'vi'): string[] =>
  (shape.safeParse(given).error?.issues ?? []).map((issue) => issueSentence(issue, language))

const own = (params: Record<string, unknown>) => z.string().refine(() => false, { params })

describe('sentences of what a shape refuses', () => {
  it.each([
    [z.string(), undefined, 'Cần điền.'],
    [z.number(), null, 'Cần điền.'],
    [z.number(), 'ba', 'Phải là một số.'],
    [z.boolean(), 'ba', 'Không đúng kiểu dữ liệu.'],
    [z.string().min(1), '', 'Cần điền.'],
    [z.string().min(3), 'ab', 'Cần ít nhất 3 ký tự.'],
    [z.string().max(4000), 'a'.repeat(4001), 'Dài quá 4.000 ký tự.'],
    [z.number().min(0), -1, 'Số phải từ 0 trở lên.'],
    [z.number().int().max(9999), 10_000, 'Số phải từ 9.999 trở xuống.'],
    [z.array(z.string()).min(1), [], 'Cần ít nhất 1 mục.'],
    [z.enum(['a', 'b']), null, 'Cần chọn một mục trong danh mục.'],
    [z.uuid(), 'x', 'Không đúng dạng.'],
    [z.strictObject({}), { a: 1 }, 'Có ô lạ.'],
    [own({ code: 'missing' }), 'x', 'Cần điền.'],
    [own({ code: 'too_precise', decimals: 0 }), 'x', 'Số này đếm nguyên, không có phần lẻ.'],
    [own({ code: 'too_precise', decimals: 2 }), 'x', 'Nhiều nhất 2 số lẻ.'],
    [own({ code: 'says', vi: 'Câu riêng.', en: 'Own sentence.' }), 'x', 'Câu riêng.'],
    [own({}), 'x', 'Chưa đúng.'],
  ])('%#', (shape, given, sentence) => expect(says(shape as z.ZodType, given)).toEqual([sentence]))

  it('says of a day that it is none', () => {
    expect(says(Day, '2026-02-30')[0]).toContain('Ngày')
    expect(says(own({ code: 'says', vi: 'Câu riêng.', en: 'Own sentence.' }), 'x', 'en')).toEqual(['Own sentence.'])
  })
})
