// Sentences and tables that the papers of a round share. Pure.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import { formatCount, formatNumber } from '@kheo/core/text/number-style.ts'
import type { Block, Run, Table, TableRow } from '@kheo/writer/block-model.ts'
import { type AwardFacts, type AwardLine, collectives, individuals } from './facts.ts'

export const paragraph = (...runs: readonly (string | Run)[]): Block => ({
  kind: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
})
export const bold = (text: string): Run => ({ text, bold: true })
export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
export const day = (text: string): string => viDate(calendarDate(text))
export const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
export const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** Number and day alone, of a reference typed as `Quyết định số 12/QĐ-UBND`, `số 12/QĐ-UBND` or `12/QĐ-UBND`. */
export const bareNumber = (reference: string): string =>
  reference.replace(/^\s*(?:(?:quyết định|tờ trình)\s+)?(?:số\s*:?\s+)?/iu, '')

/** Trích yếu as the family writes it: Party papers begin in small letters. */
export const summaryOf = ({ family }: AwardFacts, text: string): string =>
  family === 'party' ? lowerFirst(text) : upperFirst(text)

/** `11 tập thể và 21 cá nhân`. */
export function winnersWords(lines: readonly AwardLine[]): string {
  const [bodies, people] = [collectives(lines).length, individuals(lines).length]
  return [
    ...(bodies === 0 ? [] : [`${formatCount(bodies)} tập thể`]),
    ...(people === 0 ? [] : [`${formatCount(people)} cá nhân`]),
  ].join(' và ')
}

/** `các tập thể, cá nhân`, `tập thể`, … by who is on the list. */
export function whoWords(lines: readonly AwardLine[]): string {
  const [bodies, people] = [collectives(lines).length > 0, individuals(lines).length > 0]
  if (bodies && people) return 'các tập thể, cá nhân'
  const one = bodies ? 'tập thể' : 'cá nhân'
  return lines.length === 1 ? one : `các ${one}`
}

/** `công tác dân vận năm 2026`; with no subject, the words of the round’s own title. */
export const matterOf = ({ subjectWords, title, year }: AwardFacts): string =>
  subjectWords === null ? lowerFirst(title) : `${subjectWords} năm ${year}`

/** Titles of emulation are called so; the other forms are papers and have names of their own. */
const TITLES = new Set(['advanced-worker', 'emulation-fighter', 'advanced-collective', 'excellent-collective'])
const formName = ({ form, formWords }: AwardLine): string =>
  TITLES.has(form) ? `danh hiệu “${formWords}”` : form === 'other' ? lowerFirst(formWords) : formWords

/** Forms on the list, each once: `Giấy khen`, `Giấy khen, danh hiệu “Lao động tiên tiến”`. */
export const formsWords = (lines: readonly AwardLine[]): string => [...new Set(lines.map(formName))].join(', ')

const moneyText = (line: AwardLine): string => (line.money === null ? '' : formatNumber(line.money))
export const sumOf = (lines: readonly AwardLine[]): number => lines.reduce((sum, line) => sum + (line.money ?? 0), 0)

/** Post and body on one line, as the list of a decision has them. */
export const placeOf = ({ post, body }: AwardLine): string => [post, body].filter((part) => part !== '').join(', ')

type ListOptions = { readonly withMoney: boolean }

/** The list by collectives and persons: STT, tên, chức vụ – đơn vị, thành tích, hình thức and, when asked, tiền thưởng. */
export function listTable(lines: readonly AwardLine[], { withMoney }: ListOptions): Table {
  const groups = [
    ['Tập thể', collectives(lines)],
    ['Cá nhân', individuals(lines)],
  ] as const
  const shown = groups.filter(([, of]) => of.length > 0)
  // Where winners are named by post and body in one, nothing is left to say beside their names.
  const hasPlaces = lines.some((line) => placeOf(line) !== '')
  const beside = 3 + (hasPlaces ? 1 : 0)
  const rows = shown.flatMap(([name, of], at): TableRow[] => [
    {
      emphasis: 'bold',
      cells: [
        ['I', 'II'][at] ?? '',
        { text: `${name} (${formatCount(of.length)})`, colSpan: beside + (withMoney ? 1 : 0), align: 'left' },
      ],
    },
    ...of.map(
      (line, index): TableRow => ({
        cells: [
          String(index + 1),
          line.name,
          ...(hasPlaces ? [placeOf(line)] : []),
          line.achievement,
          line.formWords,
          ...(withMoney ? [moneyText(line)] : []),
        ],
      }),
    ),
  ])
  const total: TableRow = {
    emphasis: 'bold',
    cells: ['', { text: 'Cộng', colSpan: beside, align: 'left' }, formatNumber(sumOf(lines))],
  }
  return {
    kind: 'table',
    columns: [
      { widthMm: 12, align: 'center' },
      { widthMm: hasPlaces ? 56 : 86, align: 'left' },
      ...(hasPlaces ? [{ widthMm: 60, align: 'left' as const }] : []),
      { widthMm: 78, align: 'left' },
      { widthMm: 34, align: 'left' },
      ...(withMoney ? [{ widthMm: 28, align: 'right' as const }] : []),
    ],
    headerRows: [
      [
        { text: 'STT' },
        { text: 'Tên tập thể, họ và tên cá nhân' },
        ...(hasPlaces ? [{ text: 'Chức vụ, đơn vị' }] : []),
        { text: 'Thành tích' },
        { text: 'Hình thức' },
        ...(withMoney ? [{ text: 'Tiền thưởng (đồng)' }] : []),
      ],
    ],
    rows,
    ...(withMoney && lines.length > 0 ? { totalRow: total } : {}),
  }
}

/** The annex with the list, on a page of its own laid across. */
export const annex = (title: string, reference: string, table: Table): readonly Block[] => [
  { kind: 'section', orientation: 'landscape', annex: { label: 'Danh sách', title, reference } },
  table,
]
