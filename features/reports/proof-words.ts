// What a proof-reading says of each thing found: what is so, and what to do. Pure.
import { type CalendarDate, viDate } from '@kheo/core/calendar.ts'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Disagreement, DisagreementCode } from '@kheo/reader/sums/disagreement.ts'

type FigureWords = {
  readonly written: string
  readonly code: string
  readonly name: string
  readonly held: string
  readonly isOfPrevious: boolean
  readonly hasToken: boolean
}

export function figureSentence({ written, code, name, held, isOfPrevious, hasToken }: FigureWords): string {
  const previous = isOfPrevious ? ' Số đang viết là số của kỳ trước.' : ''
  const advice = hasToken
    ? 'Đề nghị thay bằng số của báo cáo, hoặc sửa ô số liệu nếu lời văn đúng.'
    : 'Đề nghị sửa lời văn, hoặc sửa ô số liệu nếu lời văn đúng.'
  return `Lời văn ghi ${written}, số liệu của báo cáo ở ${code} (${name}) là ${held}.${previous} ${advice}`
}

type CheckWords = { readonly name: string; readonly told: readonly (readonly [code: string, written: string])[] }

export const checkSentence = ({ name, told }: CheckWords): string =>
  `Các số trong lời văn không khớp quy tắc “${name}”: ${told.map(([code, written]) => `${code} = ${written}`).join('; ')}. Đề nghị xem lại từng số.`

type Speaks = (told: readonly string[], makes: string) => string

const SENTENCES: Readonly<Record<DisagreementCode, Speaks>> = {
  'sums.parts-differ': ([whole, ...parts], makes) =>
    `Các phần cộng lại là ${makes} (${parts.join(' + ')}), số chung ghi ${whole}. Đề nghị xem lại từng số.`,
  'sums.parts-exceed': ([whole, ...parts], makes) =>
    parts.length === 1
      ? `Phần ghi ${parts[0]}, nhiều hơn số chung ${whole}. Đề nghị xem lại hai số.`
      : `Các phần cộng lại là ${makes} (${parts.join(' + ')}), nhiều hơn số chung ${whole}. Đề nghị xem lại từng số.`,
  'sums.part-over-whole': (told) =>
    `${told.join(' trên tổng số ')}: số đạt nhiều hơn tổng số. Đề nghị xem lại hai số; nếu là vượt kế hoạch, nên ghi rõ.`,
  'sums.percent-differs': (told, makes) =>
    `${told.slice(0, -1).join(' trên tổng số ')} là ${makes}%, lời văn ghi ${told.at(-1)}. Đề nghị sửa tỷ lệ hoặc số liệu.`,
  'sums.percent-over-hundred': ([share]) =>
    `${share} vượt quá toàn bộ (100%). Đề nghị xem lại tỷ lệ; nếu so với kế hoạch, nên ghi rõ.`,
  'sums.said-twice': ([first, second]) =>
    `Cùng một nội dung, chỗ trước ghi ${first}, chỗ này ghi ${second}. Đề nghị thống nhất một số.`,
  'sums.words-differ': ([digits, words]) =>
    `Số viết là ${digits}, chữ trong ngoặc là “${words}”. Đề nghị sửa cho khớp nhau.`,
}

/** `told` as written in the text, in the order of the disagreement. */
export const disagreementSentence = ({ code, makes }: Disagreement, told: readonly string[]): string =>
  SENTENCES[code](told, makes === null ? '' : formatNumber(makes))

/** A list of parts may leave one out and a thing may be told of two times: these are asked, the others are wrong. */
export const severityOf = (code: DisagreementCode): 'error' | 'warn' =>
  code === 'sums.parts-differ' || code === 'sums.said-twice' ? 'warn' : 'error'

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

export function endedSentence(written: string, day: CalendarDate, successors: readonly string[]): string {
  const now = successors.length === 0 ? '' : `; nay là ${successors.join(', ')}`
  return `${capital(written)} không còn mang tên này từ ngày ${viDate(day)}${now}. Đề nghị sửa tên, hoặc ghi “(cũ)” nếu nói về thời gian trước.`
}
