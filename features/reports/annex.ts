// The annex workbook of a print, laid out by the template of its report type in force on its day.
import { valueOf, type Values } from '@kheo/core/indicator/model.ts'
import { unitColumnSheets } from '@kheo/writer/annex-columns.ts'
import {
  type AnnexFacts,
  type AnnexSection,
  numberFormatOf,
  pageOf,
  remarkOf,
  sectionsFor,
  type Shown,
  STAR,
} from '@kheo/writer/annex-facts.ts'
import { unitRowSheets } from '@kheo/writer/annex-rows.ts'
import { annexAt, type AnnexSheet, type AnnexTemplate, parseAnnexes } from '@kheo/writer/annex-template.ts'
import type { Sheet, SheetColumn, SheetRow, Workbook } from '@kheo/writer/workbook-model.ts'
import { renderXlsx } from '@kheo/writer/xlsx-writer.ts'
import type { World } from '../context.ts'
import type { Registered } from './paper.ts'
import { OWN_PART, type Print, type PrintCell } from './snapshot.ts'

const lowered = (text: string): string => `${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}`

const titleLines = (print: Print, label: string, remark: string): Sheet['titleLines'] => [
  { text: print.unitName.toLocaleUpperCase('vi'), bold: true, align: 'left' },
  { text: label, bold: true, align: 'center' },
  { text: `${print.typeTitle} ${lowered(print.periodTitle)}`.toLocaleUpperCase('vi'), bold: true, align: 'center' },
  { text: remark, italic: true, align: 'center' },
]

const sectionOf = (title: string, cells: readonly PrintCell[]): AnnexSection => ({
  title,
  indicators: cells.map(({ code, nameVi, unit, decimals }) => ({ code, name: nameVi, unit, decimals })),
})

const LIST_HEAD: Sheet['headerRows'] = [
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
]

const LIST_COLUMNS: readonly SheetColumn[] = [
  { widthChars: 6, align: 'center' },
  { widthChars: 8, align: 'center' },
  { widthChars: 58, align: 'left' },
  { widthChars: 13, align: 'center' },
  ...Array.from({ length: 4 }, (): SheetColumn => ({ widthChars: 13, align: 'right', numberFormat: '#,##0' })),
  { widthChars: 34, align: 'left' },
]

/** All indicators of the report on one sheet: before, now, since the start of the year, a year ago. */
function listSheet(print: Print, sheet: AnnexSheet): Sheet {
  const sections = sectionsFor(
    sheet,
    print.sections.map(({ title, cells }) => sectionOf(title, cells)),
  )
  const rows = sections.flatMap(({ title, indicators }): SheetRow[] => [
    { emphasis: 'bold', cells: ['', '', title, '', null, null, null, null, ''] },
    ...indicators.map(
      (indicator, at): SheetRow => ({
        numberFormat: numberFormatOf(indicator),
        cells: [
          at + 1,
          indicator.code,
          indicator.name,
          indicator.unit,
          ...[print.previous, print.values, print.cumulative, print.lastYear].map((values) =>
            valueOf(values, indicator.code),
          ),
          print.notes[indicator.code] ?? '',
        ],
      }),
    ),
  ])
  return {
    name: `Phụ lục ${sheet.label}`,
    titleLines: titleLines(print, `PHỤ LỤC ${sheet.label}`, remarkOf(sheet, print.n)),
    columns: LIST_COLUMNS,
    headerRows: LIST_HEAD,
    rows,
    ...pageOf(sheet),
  }
}

type Part = { readonly id: string; readonly name: string; readonly values: Values }

const partsOf = (print: Print): readonly Part[] => [
  { id: OWN_PART, name: print.ownLabel, values: print.own },
  ...print.children,
]

/** What adds up from the units, without what happened nowhere. */
function unitSections(print: Print): AnnexSection[] {
  const parts = partsOf(print)
  const isHeld = ({ code }: PrintCell): boolean => parts.some(({ values }) => (valueOf(values, code) ?? 0) !== 0)
  const adds = ({ code }: PrintCell): boolean => print.children.some(({ values }) => code in values)
  return print.sections
    .map(({ title, cells }) =>
      sectionOf(
        title,
        cells.filter((cell) => cell.unit !== '%' && isHeld(cell) && adds(cell)),
      ),
    )
    .filter(({ indicators }) => indicators.length > 0)
}

/** The figure of a unit as the print tells it: withheld ones are a star. */
export function shownIn(print: Print, unit: string, values: Values, code: string): Shown {
  const hidden = print.withheld?.[code] ?? []
  return hidden === 'all' || hidden.includes(unit) ? STAR : valueOf(values, code)
}

function factsOf(print: Print): AnnexFacts {
  const parts = partsOf(print)
  const valuesOf = new Map(parts.map(({ id, values }) => [id, values]))
  return {
    titleLines: (label, remark) => titleLines(print, label, remark),
    reported: print.n,
    sections: unitSections(print),
    units: parts.map(({ id, name }) => ({ id, name })),
    shown: (unit, code) => shownIn(print, unit, valuesOf.get(unit) ?? {}, code),
    total: (code) => valueOf(print.values, code),
    addsUp: (code) => {
      const sum = parts.reduce((all, { values }) => all + (valueOf(values, code) ?? 0), 0)
      return Math.abs(sum - (valueOf(print.values, code) ?? 0)) < 1e-6
    },
  }
}

function sheetsOf(print: Print, sheet: AnnexSheet): readonly Sheet[] {
  switch (sheet.kind) {
    case 'indicators':
      return [listSheet(print, sheet)]
    case 'units-as-rows':
      return unitRowSheets(sheet, factsOf(print))
    case 'units-as-columns':
      return unitColumnSheets(sheet, factsOf(print))
  }
}

function templateFor(world: World, print: Print, day: string): AnnexTemplate {
  const parsed = parseAnnexes(world.catalogue().annexes)
  if (!parsed.ok) throw new Error(`annexes: ${JSON.stringify(parsed.problem)}`)
  const found = annexAt(parsed.value, print.typeCode, day)
  if (found === undefined) throw new Error(`annexes: none for ${print.typeCode} on ${day}`)
  return found
}

/** The annex workbook of a print as its template lays it out. */
export function annexOf(print: Print, template: AnnexTemplate, day: string): Workbook {
  return {
    title: `${print.typeTitle} ${print.periodTitle}`,
    creator: print.unitName,
    date: day,
    font: { name: 'Times New Roman', sizePt: 12 },
    sheets: template.sheets.flatMap((sheet) => sheetsOf(print, sheet)),
  }
}

/** The annex of a print as an .xlsx. The same print gives the same bytes. */
export function renderAnnex(world: World, print: Print, registered: Registered | null): Promise<Uint8Array> {
  const day = registered?.date ?? print.periodEnd
  return renderXlsx(annexOf(print, templateFor(world, print, day), day))
}
