// From a report's content to what printers read, and from that to .docx and .xlsx. The same print gives the same bytes.
import { calendarDate, viDate, type CalendarDate } from '@kheo/core/calendar.ts'
import { valueOf, type Values } from '@kheo/core/indicator/model.ts'
import { changeBetween } from '@kheo/core/text/comparison.ts'
import { decimalsOf } from '@kheo/core/text/decimal.ts'
import { formatCount, formatNumber } from '@kheo/core/text/number-style.ts'
import type { Db } from '@kheo/db/connect.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { Block, PaperDocument, TableRow } from '@kheo/writer/block-model.ts'
import { checkDocument, numberLine } from '@kheo/writer/components.ts'
import { renderDocx } from '@kheo/writer/docx-writer.ts'
import { parseProfiles, profileAt, type FormatProfile } from '@kheo/writer/profile.ts'
import { spell } from '@kheo/writer/spelling.ts'
import type { Sheet, SheetColumn, SheetRow, Workbook } from '@kheo/writer/workbook-model.ts'
import { renderXlsx } from '@kheo/writer/xlsx-writer.ts'
import type { World } from '../context.ts'
import { dayOf } from '../people/allow.ts'
import { addsUp } from '../figures/index.ts'
import { issuerAt } from './issuer.ts'
import type { Content } from './content.ts'
import type { ReportProblem } from './problems.ts'
import type { Wording } from './queries.ts'
import { sentencesOf, tellSection } from './rules.ts'
import type { Print, PrintCell, Snapshot } from './snapshot.ts'

export type Family = 'party' | 'state'
/** What the registry of papers gave, or null for a draft. */
export type Registered = { readonly number: number; readonly date: CalendarDate }

/** The print of a report whose values are those of a snapshot, with the names of the period's last day. */
export async function printOf(
  _tx: Db,
  world: World,
  content: Content,
  snapshot: Snapshot,
  wordings: readonly Wording[],
): Promise<Print> {
  const { frame } = content
  const { catalogue } = world.catalogue()
  const { index } = world.org()
  // Names are those of the day on which the print is made, where the unit still stands: a report of 2019 approved in 2020 goes out under the name of 2020.
  const made = dayOf(world.now())
  const day = index.versionAt(frame.unit, made) === undefined ? frame.period.endOn : made
  const titleOf = (unit: string): string => world.org().titleOf(unit, day)
  const told = { catalogue, values: snapshot.values, lastYear: content.lastYear.values, previous: content.previous }
  const parent = index.versionAt(frame.unit, day)?.parentId ?? null
  const issuer = (family: Family) =>
    issuerAt(world.catalogue().issuers, index, { family, unit: frame.unit, day, titleOf })
  return {
    issuers: { party: issuer('party'), state: issuer('state') },
    unitName: titleOf(frame.unit),
    parentName: parent === null ? null : titleOf(parent),
    level: index.levelOf(frame.unit) ?? '',
    typeCode: frame.type.code,
    typeTitle: frame.type.title,
    periodTitle: frame.period.title,
    periodEnd: frame.period.endOn,
    sections: frame.type.sections.map((section) => ({
      title: section.title,
      cells: section.indicators.map((code): PrintCell => {
        const indicator = catalogue.byCode.get(code)
        return {
          code,
          nameVi: indicator?.nameVi ?? code,
          unit: indicator?.unit ?? '',
          decimals: indicator?.decimals ?? 0,
        }
      }),
    })),
    values: snapshot.values,
    previous: pick(content.previous, frame.codes),
    lastYear: pick(content.lastYear.values, frame.codes),
    lastYearClass: content.lastYear.class,
    cumulative: content.cumulative,
    parts: partTitles(world, snapshot),
    notes: Object.fromEntries([...content.notes].map(([code, note]) => [code, note.note])),
    narrative: frame.type.narrative.map((section, at) => {
      const own = wordings.find((wording) => wording.section === at)
      return tellSection(section.heading, own === undefined ? section.sentences : sentencesOf(own.text), told)
    }),
    n: snapshot.n,
    missing: snapshot.missing,
    children: content.children.map((child) => ({
      id: child.id,
      name: child.name,
      values: pick(
        child.totals.values,
        frame.codes.filter((code) => adds(world, code)),
      ),
    })),
    ownLabel: `Khối trực thuộc ${titleOf(frame.unit)}`,
    own: snapshot.own,
  }
}

const partTitles = (world: World, snapshot: Snapshot): Print['parts'] => {
  const titled = snapshot.parts.map(({ indicator, part, value }) => ({
    indicator,
    value,
    title:
      world
        .catalogue()
        .dimensionOf(indicator)
        ?.parts.find((each) => each.code === part)?.title ?? part,
  }))
  return Object.fromEntries(
    [...new Set(titled.map((part) => part.indicator))].map((code) => [
      code,
      titled.filter((part) => part.indicator === code).map(({ title, value }) => ({ title, value })),
    ]),
  )
}

const adds = (world: World, code: string): boolean => {
  const indicator = world.catalogue().catalogue.byCode.get(code)
  return indicator !== undefined && addsUp(indicator)
}

const pick = (values: Values, codes: readonly string[]): Values =>
  Object.fromEntries(
    codes.filter((code) => valueOf(values, code) !== null).map((code) => [code, valueOf(values, code)]),
  )

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
  return [{ kind: 'paragraph', runs: [{ text: lead }] }, ...sections, ...empty, ...reported]
}

function annexBlocks(print: Print, reference: string): Block[] {
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
        label: 'Phụ lục',
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

function profileFor(world: World, family: Family, day: CalendarDate): FormatProfile {
  const parsed = parseProfiles(world.catalogue().formatProfiles)
  if (!parsed.ok) throw new Error(`format profiles: ${JSON.stringify(parsed.problem)}`)
  const found = profileAt(parsed.value, family, day)
  if (!found.ok) throw new Refusal({ code: 'report.no_profile', day } as ReportProblem)
  return found.value
}

/** Paragraphs in the spelling of the profile: Party papers write `uỷ`, state papers `ủy`. */
function spelled(block: Block, profile: FormatProfile): Block {
  if (block.kind !== 'paragraph') return block
  return {
    ...block,
    runs: block.runs.map((run) => ('text' in run ? { ...run, text: spell(run.text, profile.spelling) } : run)),
  }
}

/** The paper of a print. A draft has no number and leaves the day open. */
export async function renderReport(
  world: World,
  print: Print,
  family: Family,
  registered: Registered | null,
): Promise<Uint8Array> {
  const day = registered?.date ?? calendarDate(print.periodEnd)
  const profile = profileFor(world, family, day)
  const issuer = print.issuers[family]
  const summary = `${family === 'party' ? 'về ' : ''}${print.typeTitle.replace(/^Báo cáo /, '')} ${print.periodTitle.charAt(0).toLocaleLowerCase('vi')}${print.periodTitle.slice(1)}`
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
      summary: family === 'party' ? summary : summary.charAt(0).toLocaleUpperCase('vi') + summary.slice(1),
      signature: {
        ...(issuer.authority === null ? {} : { authority: { form: issuer.authority, of: issuer.authorityOf } }),
        post: issuer.post,
        name: '',
      },
      recipients: issuer.recipients,
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
    blocks: [...bodyBlocks(print, issuer.speaker), ...annexBlocks(print, reference)].map((block) =>
      spelled(block, profile),
    ),
  }
  const checked = checkDocument(document, profile)
  if (!checked.ok) throw new Error(`paper: ${JSON.stringify(checked.problem)}`)
  return renderDocx(document, profile)
}

const numberFormat = (cell: PrintCell): string => (cell.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.decimals)}`)

function listSheet(print: Print): Sheet {
  const columns: SheetColumn[] = [
    { widthChars: 6, align: 'center' },
    { widthChars: 8, align: 'center' },
    { widthChars: 58, align: 'left' },
    { widthChars: 13, align: 'center' },
    ...Array.from({ length: 4 }, (): SheetColumn => ({ widthChars: 13, align: 'right', numberFormat: '#,##0' })),
    { widthChars: 34, align: 'left' },
  ]
  const rows = print.sections.flatMap((section): SheetRow[] => {
    const cells = section.cells
    return [
      { emphasis: 'bold', cells: ['', '', section.title, '', null, null, null, null, ''] },
      ...cells.map(
        (cell, at): SheetRow => ({
          numberFormat: numberFormat(cell),
          cells: [
            at + 1,
            cell.code,
            cell.nameVi,
            cell.unit,
            valueOf(print.previous, cell.code),
            valueOf(print.values, cell.code),
            valueOf(print.cumulative, cell.code),
            valueOf(print.lastYear, cell.code),
            print.notes[cell.code] ?? '',
          ],
        }),
      ),
    ]
  })
  return {
    name: 'Phụ lục I',
    titleLines: titleLines(print, 'PHỤ LỤC I', 'Ô trống: chưa báo cáo; 0: không phát sinh'),
    columns,
    headerRows: [
      [
        { text: 'STT', rowSpan: 2 },
        { text: 'Mã', rowSpan: 2 },
        { text: 'Chỉ tiêu', rowSpan: 2 },
        { text: 'Đơn vị tính', rowSpan: 2 },
        { text: 'Kỳ trước', rowSpan: 2 },
        { text: 'Kỳ báo cáo', colSpan: 2 },
        { text: 'Cùng kỳ năm trước', rowSpan: 2 },
        { text: 'Ghi chú', rowSpan: 2 },
      ],
      [{ text: 'Trong kỳ' }, { text: 'Lũy kế' }],
    ],
    rows,
    freezeColumns: 3,
    orientation: 'landscape',
  }
}

const titleLines = (print: Print, label: string, remark: string): Sheet['titleLines'] => [
  { text: print.unitName.toLocaleUpperCase('vi'), bold: true, align: 'left' },
  { text: label, bold: true, align: 'center' },
  {
    text: `${print.typeTitle} ${print.periodTitle.charAt(0).toLocaleLowerCase('vi')}${print.periodTitle.slice(1)}`.toLocaleUpperCase(
      'vi',
    ),
    bold: true,
    align: 'center',
  },
  { text: remark, italic: true, align: 'center' },
]

const columnName = (at: number): string =>
  at < 26 ? String.fromCodePoint(65 + at) : columnName(Math.floor(at / 26) - 1) + String.fromCodePoint(65 + (at % 26))

/** More columns than this cannot be read on a printed page; the annex goes on on another sheet. */
const COLUMNS_A_SHEET = 10

type Part = { readonly name: string; readonly values: Values }

/** What adds up from the units, without what happened nowhere. */
function unitCells(print: Print): { title: string; cell: PrintCell }[] {
  const held = (cell: PrintCell): boolean =>
    isPlain(cell) &&
    [print.own, ...print.children.map((child) => child.values)].some(
      (values) => (valueOf(values, cell.code) ?? 0) !== 0,
    )
  const adds = (cell: PrintCell): boolean => print.children.some((child) => cell.code in child.values)
  return print.sections.flatMap((section) =>
    section.cells.filter((cell) => held(cell) && adds(cell)).map((cell) => ({ title: section.title, cell })),
  )
}

/** Units as rows, figures that add up as columns, and a total by formula whose value is kept beside it. */
function unitSheets(print: Print): Sheet[] {
  const all = unitCells(print)
  const parts: Part[] = [{ name: print.ownLabel, values: print.own }, ...print.children]
  const count = Math.ceil(all.length / COLUMNS_A_SHEET)
  return Array.from({ length: count }, (_, at) =>
    unitSheet(
      print,
      parts,
      all.slice(at * COLUMNS_A_SHEET, (at + 1) * COLUMNS_A_SHEET),
      count === 1 ? 'II' : `II.${at + 1}`,
    ),
  )
}

function unitSheet(
  print: Print,
  parts: readonly Part[],
  chosen: readonly { title: string; cell: PrintCell }[],
  label: string,
): Sheet {
  const cells = chosen.map((each) => each.cell)
  const sections = [...new Set(chosen.map((each) => each.title))].map((title) => ({
    text: title,
    colSpan: chosen.filter((each) => each.title === title).length,
  }))
  const titles = titleLines(
    print,
    `PHỤ LỤC ${label}`,
    `Theo đơn vị; ${formatCount(print.n[0])}/${formatCount(print.n[1])} đơn vị đã báo cáo; ô trống: chưa báo cáo; chỉ tiêu không phát sinh ở mọi đơn vị thì không in`,
  )
  const first = titles.length + 3
  const last = first + parts.length - 1
  const rows = parts.map(
    (part, at): SheetRow => ({ cells: [at + 1, part.name, ...cells.map((cell) => valueOf(part.values, cell.code))] }),
  )
  const total: SheetRow = {
    emphasis: 'bold',
    cells: [
      '',
      'Tổng',
      ...cells.map((cell, at) =>
        totalCell(print, parts, cell, `SUM(${columnName(at + 2)}${first}:${columnName(at + 2)}${last})`),
      ),
    ],
  }
  return {
    name: `Phụ lục ${label}`,
    titleLines: titles,
    columns: [
      { widthChars: 6, align: 'center' },
      { widthChars: 34, align: 'left' },
      ...cells.map((cell): SheetColumn => ({ widthChars: 15, align: 'right', numberFormat: numberFormat(cell) })),
    ],
    headerRows: [
      [{ text: 'STT', rowSpan: 2 }, { text: 'Đơn vị', rowSpan: 2 }, ...sections],
      cells.map((cell) => ({ text: `${cell.code}. ${cell.nameVi} (${cell.unit})` })),
    ],
    rows: [...rows, total],
    freezeColumns: 2,
    orientation: 'landscape',
  }
}

const isPlain = (cell: PrintCell): boolean => cell.unit !== '%'

/** The formula where the rows add up to the total; the plain total where an adjustment stands beside them. */
function totalCell(print: Print, parts: readonly Part[], cell: PrintCell, formula: string): SheetRow['cells'][number] {
  const value = valueOf(print.values, cell.code)
  if (value === null) return null
  const sum = parts.reduce((all, part) => all + (valueOf(part.values, cell.code) ?? 0), 0)
  return Math.abs(sum - value) < 1e-6 ? { formula, value } : value
}

/** The annex workbook of a print. */
export function renderAnnex(print: Print, registered: Registered | null): Promise<Uint8Array> {
  const workbook: Workbook = {
    title: `${print.typeTitle} ${print.periodTitle}`,
    creator: print.unitName,
    date: registered?.date ?? print.periodEnd,
    font: { name: 'Times New Roman', sizePt: 12 },
    sheets: [listSheet(print), ...unitSheets(print)],
  }
  return renderXlsx(workbook)
}
