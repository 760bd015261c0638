// A print as a paper: narrative, signature and annex table, drawn by the format profile of the day. The same print gives the same bytes.
import { calendarDate, viDate, type CalendarDate } from '@kheo/core/calendar.ts'
import { valueOf } from '@kheo/core/indicator/model.ts'
import { changeBetween } from '@kheo/core/text/comparison.ts'
import { decimalsOf } from '@kheo/core/text/decimal.ts'
import { formatCount, formatNumber } from '@kheo/core/text/number-style.ts'
import type { Block, PaperCheck, PaperDocument, TableRow } from '@kheo/writer/block-model.ts'
import { checkDocument, numberLine } from '@kheo/writer/components.ts'
import type { World } from '../context.ts'
import { drawPaper, profileFor, spelled, type Composed, type DrawnFormat } from '../documents/index.ts'
import { conclusionBlocks, toldConclusions } from './conclusions.ts'
import type { Print, PrintCell } from './snapshot.ts'

export type Family = 'party' | 'state'
/** What the registry of papers gave, or null for a draft. */
export type Registered = { readonly number: number; readonly date: CalendarDate }

const written = (cell: PrintCell, value: number | null): string => {
  if (value === null) return '—'
  const unit = cell.unit === '%' ? '%' : undefined
  if (cell.decimals === 0) return formatCount(value, unit)
  return formatNumber(value, {
    decimals: Math.min(cell.decimals, decimalsOf(value)),
    ...(unit === undefined ? {} : { unit }),
  })
}

/** `+12,5%` against last year; a dash when there is no base. */
function againstLastYear(cell: PrintCell, print: Print): string {
  const change = changeBetween(valueOf(print.values, cell.code), valueOf(print.lastYear, cell.code))
  if (change === null) return '—'
  const base = valueOf(print.lastYear, cell.code) ?? 0
  const percent =
    base === 0 ? null : Math.round((((valueOf(print.values, cell.code) ?? 0) - base) / base) * 10_000) / 100
  return percent === null
    ? '—'
    : `${percent > 0 ? '+' : ''}${formatNumber(percent, { decimals: decimalsOf(percent), unit: '%' })}`
}

const shows = (print: Print, cell: PrintCell): boolean =>
  [print.values, print.previous, print.lastYear].some((values) => valueOf(values, cell.code) !== null)

const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
] as const

function annexRows(print: Print): TableRow[] {
  const rows: TableRow[] = []
  let group = 0
  let line = 0
  for (const section of print.sections) {
    const cells = section.cells.filter((cell) => shows(print, cell))
    if (cells.length === 0) continue
    rows.push({
      emphasis: 'bold',
      cells: [ROMAN[group] ?? String(group + 1), { text: section.title, colSpan: 7, align: 'left' }],
    })
    group += 1
    for (const cell of cells) {
      line += 1
      const mark = { figureCode: cell.code }
      rows.push({
        cells: [
          String(line),
          cell.nameVi,
          cell.unit,
          written(cell, valueOf(print.previous, cell.code)),
          { text: written(cell, valueOf(print.values, cell.code)), ...mark },
          written(cell, valueOf(print.cumulative, cell.code)),
          written(cell, valueOf(print.lastYear, cell.code)),
          againstLastYear(cell, print),
        ],
      })
      for (const part of print.parts[cell.code] ?? [])
        rows.push({
          emphasis: 'italic',
          cells: ['', `– ${part.title}`, cell.unit, '', { text: written(cell, part.value), ...mark }, '', '', ''],
        })
    }
  }
  return rows
}

const CLASS_NOTES: Readonly<Record<string, string>> = {
  'exact-by-law': 'Số cùng kỳ được tính theo địa giới hiện hành; phần chia tách theo văn bản.',
  assumed: 'Số cùng kỳ được tính theo địa giới hiện hành từ việc sáp nhập được dựng lại.',
  estimated: 'Số cùng kỳ là ước tính do địa giới thay đổi.',
  'not-convertible': 'Không so sánh được với cùng kỳ do địa giới thay đổi.',
}

function bodyBlocks(print: Print, speaker: string): Block[] {
  const told = print.narrative.filter((section) => section.paragraphs.length > 0)
  const sections = told.flatMap((section, at): Block[] => [
    { kind: 'heading', level: 2, text: `${at + 1}. ${section.heading}` },
    ...section.paragraphs.map(
      (runs): Block => ({
        kind: 'paragraph',
        runs: runs.map((run) =>
          run.code === null ? { text: run.text } : { figure: { code: run.code, text: run.text } },
        ),
      }),
    ),
  ])
  const lead = `${speaker} báo cáo kết quả ${print.typeTitle.replace(/^Báo cáo /, '')} ${print.periodTitle.charAt(0).toLocaleLowerCase('vi')}${print.periodTitle.slice(1)} như sau:`
  const [n, all] = print.n
  const reported: Block[] =
    all === 0
      ? []
      : [
          {
            kind: 'paragraph',
            runs: [
              {
                text: `Số liệu tổng hợp từ ${formatCount(n)}/${formatCount(all)} đơn vị đã báo cáo.${print.missing.length === 0 ? '' : ` Chưa báo cáo: ${print.missing.map((unit) => unit.name).join(', ')}.`}`,
              },
            ],
          },
        ]
  const empty: Block[] =
    told.length > 0
      ? []
      : [
          {
            kind: 'paragraph',
            runs: [{ text: 'Trong kỳ chưa có số liệu được báo cáo cho các nội dung của báo cáo này.' }],
          },
        ]
  return [
    { kind: 'paragraph', runs: [{ text: lead }] },
    ...sections,
    ...empty,
    ...toldConclusions(print, told.length + 1),
    ...reported,
  ]
}

function annexBlocks(print: Print, reference: string, label: string): Block[] {
  const rows = annexRows(print)
  if (rows.length === 0) return []
  const silent = print.sections.flatMap((section) => section.cells).filter((cell) => !shows(print, cell)).length
  const notes = [
    ...(silent === 0 ? [] : [`Còn ${formatCount(silent)} chỉ tiêu chưa báo cáo, không in trong phụ lục này.`]),
    ...(CLASS_NOTES[print.lastYearClass] === undefined || Object.keys(print.lastYear).length === 0
      ? []
      : [CLASS_NOTES[print.lastYearClass] ?? '']),
  ]
  return [
    {
      kind: 'section',
      orientation: 'landscape',
      annex: {
        label,
        title: `Số liệu ${print.typeTitle.replace(/^Báo cáo /, '')} ${print.periodTitle.charAt(0).toLocaleLowerCase('vi')}${print.periodTitle.slice(1)}`,
        reference,
      },
    },
    {
      kind: 'table',
      columns: [
        { widthMm: 12, align: 'center' },
        { widthMm: 92, align: 'left' },
        { widthMm: 24, align: 'center' },
        { widthMm: 22, align: 'right' },
        { widthMm: 22, align: 'right' },
        { widthMm: 22, align: 'right' },
        { widthMm: 26, align: 'right' },
        { widthMm: 24, align: 'right' },
      ],
      headerRows: [
        [
          { text: 'STT', rowSpan: 2 },
          { text: 'Chỉ tiêu', rowSpan: 2 },
          { text: 'Đơn vị tính', rowSpan: 2 },
          { text: 'Kỳ trước', rowSpan: 2 },
          { text: 'Kỳ báo cáo', colSpan: 2 },
          { text: 'So sánh', colSpan: 2 },
        ],
        [{ text: 'Trong kỳ' }, { text: 'Lũy kế' }, { text: 'Cùng kỳ năm trước' }, { text: 'So cùng kỳ' }],
      ],
      rows,
    },
    ...notes.map((text): Block => ({ kind: 'note', runs: [{ text, italic: true }] })),
  ]
}

/** The figures' annex, and after it the list of conclusions where there is one. */
function annexes(print: Print, reference: string): Block[] {
  const conclusions = conclusionBlocks(print, reference)
  const [first, second] = conclusions.length === 0 ? ['Phụ lục'] : ['Phụ lục I', 'Phụ lục II']
  const figures = annexBlocks(print, reference, first ?? '')
  const isAlone = figures.length === 0
  return [...figures, ...conclusionBlocks(print, reference, isAlone ? 'Phụ lục' : second)]
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** What a report is about, as it stands below its title. */
export function summaryOf(print: Print, family: Family): string {
  const summary = `${print.typeTitle.replace(/^Báo cáo /, '')} ${lowerFirst(print.periodTitle)}`
  return family === 'party' ? `về ${summary}` : summary.charAt(0).toLocaleUpperCase('vi') + summary.slice(1)
}

/** The paper of a print. A draft has no number and leaves the day open. */
export function composeReport(
  world: World,
  print: Print,
  family: Family,
  registered: Registered | null,
  check?: PaperCheck,
): Composed {
  const day = registered?.date ?? calendarDate(print.periodEnd)
  const profile = profileFor(world, family, day)
  const issuer = print.issuers[family]
  const frame: PaperDocument = {
    profile: profile.code,
    language: 'vi-VN',
    components: {
      ...(issuer.governing === '' ? {} : { governingBody: issuer.governing }),
      issuingBody: issuer.issuing,
      number: { value: registered?.number ?? null, body: issuer.body },
      place: issuer.place,
      date: day,
      ...(registered === null ? { dateOpen: true } : {}),
      kind: 'bao-cao',
      summary: summaryOf(print, family),
      signature: {
        ...(issuer.authority === null ? {} : { authority: { form: issuer.authority, of: issuer.authorityOf } }),
        post: issuer.post,
        name: '',
      },
      recipients: issuer.recipients,
      ...(check === undefined ? {} : { check }),
    },
    blocks: [],
  }
  const number = numberLine(profile, frame.components).replace(/^Số:? ?/, 'số ')
  const reference =
    registered === null
      ? `(Kèm theo Báo cáo dự thảo của ${issuer.speaker})`
      : `(Kèm theo Báo cáo ${number} ngày ${viDate(day)} của ${issuer.speaker})`
  const document: PaperDocument = {
    ...frame,
    blocks: [...bodyBlocks(print, issuer.speaker), ...annexes(print, reference)].map((block) =>
      spelled(block, profile),
    ),
  }
  const checked = checkDocument(document, profile)
  if (!checked.ok) throw new Error(`paper: ${JSON.stringify(checked.problem)}`)
  return { document, profile }
}

/** The file of a print's paper. */
export function renderReport(
  world: World,
  it: { readonly print: Print; readonly family: Family; readonly registered: Registered | null },
  format: DrawnFormat,
): Promise<Uint8Array> {
  const { document, profile } = composeReport(world, it.print, it.family, it.registered)
  return drawPaper(format, document, profile)
}
