// The annex workbook of a print: all cells on one sheet, and units as rows on the next.
import { valueOf, type Values } from '@kheo/core/indicator/model.ts'
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Sheet, SheetColumn, SheetRow, Workbook } from '@kheo/writer/workbook-model.ts'
import { renderXlsx } from '@kheo/writer/xlsx-writer.ts'
import type { Registered } from './paper.ts'
import { OWN_PART, type Print, type PrintCell } from './snapshot.ts'

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

/** What stands for a figure of a unit that is not shown. */
const STAR = '*'
const STAR_NOTE = 'Dấu * : số nhỏ, không nêu riêng từng đơn vị; đã tính vào tổng.'

type Part = { readonly id: string; readonly name: string; readonly values: Values }

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
  const parts: Part[] = [{ id: OWN_PART, name: print.ownLabel, values: print.own }, ...print.children]
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
    (part, at): SheetRow => ({ cells: [at + 1, part.name, ...cells.map((cell) => partCell(print, part, cell.code))] }),
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
    rows: [...rows, total, ...(cells.some(({ code }) => isStarred(print, code)) ? [starNote(cells.length)] : [])],
    freezeColumns: 2,
    orientation: 'landscape',
  }
}

const isStarred = (print: Print, code: string): boolean => (print.withheld?.[code] ?? []).length > 0

function partCell(print: Print, { id, values }: Part, code: string): SheetRow['cells'][number] {
  const hidden = print.withheld?.[code] ?? []
  return hidden === 'all' || hidden.includes(id) ? STAR : valueOf(values, code)
}

const starNote = (columns: number): SheetRow => ({
  emphasis: 'italic',
  cells: ['', STAR_NOTE, ...Array.from({ length: columns }, () => null)],
})

const isPlain = (cell: PrintCell): boolean => cell.unit !== '%'

/** The formula where the rows add up to the total; the plain total where an adjustment or a star stands among them. */
function totalCell(print: Print, parts: readonly Part[], cell: PrintCell, formula: string): SheetRow['cells'][number] {
  const value = valueOf(print.values, cell.code)
  if (value === null) return null
  const sum = parts.reduce((all, part) => all + (valueOf(part.values, cell.code) ?? 0), 0)
  return Math.abs(sum - value) < 1e-6 && !isStarred(print, cell.code) ? { formula, value } : value
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
