// One sentence for each thing that a shape refuses, in the reader's language: the same in a form, at the server's door and in a sheet.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { z } from 'zod'
import type { Language } from './problem.ts'

type Issue = z.core.$ZodIssue
type Pair = readonly [vi: string, en: string]

const MISSING: Pair = ['Cần điền.', 'Needed.']
const CHOOSE: Pair = ['Cần chọn một mục trong danh mục.', 'Choose one of the list.']
const WRONG: Pair = ['Chưa đúng.', 'Not right.']

/** What the shapes of fields refuse of their own accord (`params.code`). */
function ownPair(params: Readonly<Record<string, unknown>>): Pair {
  switch (params['code']) {
    case 'not_a_day':
      return [
        'Ngày chưa đủ hoặc không có trong lịch. Đề nghị ghi đủ ngày/tháng/năm.',
        'The date is not complete or not in the calendar. Write day/month/year.',
      ]
    case 'too_precise':
      return Number(params['decimals']) === 0
        ? ['Số này đếm nguyên, không có phần lẻ.', 'This is a whole number, without decimals.']
        : [`Nhiều nhất ${params['decimals']} số lẻ.`, `At most ${params['decimals']} decimals.`]
    case 'missing':
      return MISSING
    case 'says':
      return [String(params['vi']), String(params['en'])]
    default:
      return WRONG
  }
}

function boundPair(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Pair {
  const isLeast = issue.code === 'too_small'
  const bound = formatNumber(Number(isLeast ? issue.minimum : issue.maximum))
  if (issue.origin === 'number' || issue.origin === 'int' || issue.origin === 'bigint')
    return isLeast
      ? [`Số phải từ ${bound} trở lên.`, `The number must be ${bound} or more.`]
      : [`Số phải từ ${bound} trở xuống.`, `The number must be ${bound} or less.`]
  if (issue.origin === 'string')
    return isLeast
      ? bound === '1'
        ? MISSING
        : [`Cần ít nhất ${bound} ký tự.`, `At least ${bound} characters are needed.`]
      : [`Dài quá ${bound} ký tự.`, `Longer than ${bound} characters.`]
  return isLeast
    ? [`Cần ít nhất ${bound} mục.`, `At least ${bound} of them are needed.`]
    : [`Nhiều nhất ${bound} mục.`, `At most ${bound} of them.`]
}

// The library says only in its own sentence that nothing was given at all.
const isNothing = (issue: Issue): boolean => /received (?:undefined|null)$/.test(issue.message)

function pairOf(issue: Issue): Pair {
  switch (issue.code) {
    case 'custom':
      return ownPair(issue.params ?? {})
    case 'too_small':
    case 'too_big':
      return boundPair(issue)
    case 'invalid_type':
      if (isNothing(issue)) return MISSING
      return issue.expected === 'number'
        ? ['Phải là một số.', 'Must be a number.']
        : ['Không đúng kiểu dữ liệu.', 'Wrong type.']
    case 'invalid_value':
      return CHOOSE
    case 'invalid_format':
      return ['Không đúng dạng.', 'Wrong form.']
    case 'unrecognized_keys':
      return ['Có ô lạ.', 'Unknown field.']
    default:
      return WRONG
  }
}

/** What is wrong and how to mend it, in one sentence; the library's own sentences are never shown. */
export const issueSentence = (issue: Issue, language: Language): string => pairOf(issue)[language === 'vi' ? 0 : 1]
