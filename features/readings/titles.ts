// The time that a paper's title names: "BÁO CÁO … 6 tháng đầu năm 2019", "… tháng 6 năm 2019". Articles are read by their event. Pure.
import { periodsOf } from '@kheo/reader/event/periods.ts'
import type { ReviewedPeriod } from '@kheo/reader/reading.ts'
import { scan } from '@kheo/reader/tokens/scan.ts'

/** A time reviewed; `month` 1 to 12 for a month's report. */
export type SaidPeriod = ReviewedPeriod & { readonly month?: number }

const HEAD = 6000
const MOST_LINES = 60
const LONGEST_TITLE = 400
/** Lines from the word of the kind on: a title is broken over a few. */
const TITLE_LINES = 6
const TITLE = /^(?:báo cáo|phụ lục|biểu|bảng số liệu|số liệu)(?![\p{L}\d])/u
const MONTH =
  /(?<!ngày\s{0,3}\d{0,2}\s{0,3})(?<![\p{L}\d])tháng\s{1,3}(\d{1,2})\s{0,3}(?:năm|\/|-)\s{0,3}((?:19|20)\d\d)(?!\d)/u

function monthIn(line: string): SaidPeriod | null {
  const [, month = '', year = ''] = MONTH.exec(line) ?? []
  const number = Number(month)
  return number >= 1 && number <= 12 ? { year: Number(year), month: number } : null
}

/** The period of one title, the year taken from its end where the first part leaves it out. */
function periodIn(line: string): SaidPeriod | null {
  const found = periodsOf(scan(line)).filter(({ sense }) => sense !== 'plan')
  const first = found[0]
  if (first === undefined) return monthIn(line)
  const year = first.year ?? periodsOf(scan(line)).find((each) => each.year !== null)?.year ?? null
  if (year === null) return null
  const { half, quarter, months, from } = first
  const isWholeYear = half === undefined && quarter === undefined && months === undefined && from === undefined
  return (
    (isWholeYear ? monthIn(line) : null) ?? {
      year,
      ...(half !== undefined && { half }),
      ...(quarter !== undefined && { quarter }),
      ...(months !== undefined && { months }),
      ...(from !== undefined && { from }),
    }
  )
}

/** What the title says; null when the text has none, or none with a time. A line with a day is the place and date of signing. */
export function periodOfTitle(text: string): SaidPeriod | null {
  const lines = text
    .slice(0, HEAD)
    .split(/[\n\t]/)
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
  const at = lines.findIndex((line) => TITLE.test(line) && line.length <= LONGEST_TITLE)
  if (at < 0) return null
  for (const line of lines.slice(at, at + TITLE_LINES)) {
    const found = line.length > LONGEST_TITLE || /ngày/u.test(line) ? null : periodIn(line)
    if (found !== null) return found
  }
  return null
}
