// What a person sent that does not have the right shape: every field at once, in short sentences.
import type { Language } from '@kheo/kit/problem.ts'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type Say = (issue: Issue) => string

const vi: Readonly<Record<string, Say>> = {
  invalid_type: (issue) =>
    /received undefined/.test(issue.message)
      ? 'Chưa nhập.'
      : (issue as { expected?: string }).expected === 'number'
        ? 'Phải là một số.'
        : 'Không đúng kiểu dữ liệu.',
  too_small: () => 'Quá ngắn hoặc quá nhỏ.',
  too_big: () => 'Quá dài hoặc quá lớn.',
  invalid_format: () => 'Không đúng dạng.',
  invalid_value: () => 'Không có trong danh mục.',
  invalid_key: () => 'Mã không đúng dạng.',
  unrecognized_keys: () => 'Có ô lạ.',
  custom: (issue) =>
    (issue as { params?: { code?: string } }).params?.code === 'not_a_day'
      ? 'Ngày không có trong lịch. Đề nghị ghi dạng ngày/tháng/năm.'
      : 'Không hợp lệ.',
}

const en: Readonly<Record<string, Say>> = {
  invalid_type: (issue) =>
    /received undefined/.test(issue.message)
      ? 'Missing.'
      : (issue as { expected?: string }).expected === 'number'
        ? 'Must be a number.'
        : 'Wrong type.',
  too_small: () => 'Too short or too small.',
  too_big: () => 'Too long or too large.',
  invalid_format: () => 'Wrong form.',
  invalid_value: () => 'Not in the list.',
  invalid_key: () => 'The code has a wrong form.',
  unrecognized_keys: () => 'Unknown field.',
  custom: (issue) =>
    (issue as { params?: { code?: string } }).params?.code === 'not_a_day'
      ? 'There is no such day in the calendar.'
      : 'Not valid.',
}

export type InputProblem = {
  readonly code: 'input.invalid'
  readonly message: string
  readonly issues: readonly { readonly path: string; readonly message: string }[]
}

export function inputProblem(error: z.ZodError, language: Language): InputProblem {
  const book = language === 'vi' ? vi : en
  const issues = error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: (book[issue.code] ?? book['custom'])?.(issue) ?? '',
  }))
  const first = issues[0]
  const where =
    first === undefined || first.path === ''
      ? ''
      : language === 'vi'
        ? ` Ô “${first.path}”: ${first.message}`
        : ` "${first.path}": ${first.message}`
  return {
    code: 'input.invalid',
    message: `${language === 'vi' ? `Có ${issues.length} ô chưa đúng.` : `${issues.length} fields are not right.`}${where}`,
    issues,
  }
}
