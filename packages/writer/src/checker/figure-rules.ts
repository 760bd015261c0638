// Judges figures: a total against its rows, a number in the text against the same one in a table. It knows no indicator.
import type { Found } from './find.ts'
import { keyOf, wholeLine } from './lines.ts'
import type { PaperCell, PaperTable, ReadPaper } from './read-model.ts'
import { decimal, finding, type Finding, type Where, whereIs } from './report.ts'

const NUMBER = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/

/** `2.811,7` → 2811.7; undefined for what is no number. */
function numberIn(text: string): number | undefined {
  const plain = text.trim()
  return NUMBER.test(plain) ? Number(plain.replaceAll('.', '').replace(',', '.')) : undefined
}

type Grid = { readonly table: PaperTable; readonly rows: readonly (readonly (PaperCell | undefined)[])[] }

/** Cells by column of the grid, so that merged ones do not shift those after them. */
const gridOf = (table: PaperTable): Grid => ({
  table,
  rows: table.rows.map((row) =>
    row.flatMap((cell) => [cell, ...Array.from({ length: cell.span - 1 }, () => undefined)]),
  ),
})

const TOTAL = /^(?:TỔNG(?:\s+(?:CỘNG|SỐ))?|CỘNG|TOÀN (?:TỈNH|XÃ|PHƯỜNG|HUYỆN))$/u
const isTotal = (row: readonly (PaperCell | undefined)[]): boolean =>
  row.slice(0, 3).some((cell) => cell !== undefined && TOTAL.test(keyOf(cell.text)))

/** Columns that may not be added: order, shares, averages, comparisons. */
const NOT_ADDED = /^(?:STT|TT|SỐ TT|SỐ THỨ TỰ)$|%|TỶ LỆ|TỈ LỆ|BÌNH QUÂN|SO SÁNH|NĂM|MÃ/u
const UNIT_COLUMN = /ĐƠN VỊ TÍNH|^ĐVT$/u

const isHeadRow = (row: readonly (PaperCell | undefined)[]): boolean => {
  const filled = row.filter((cell) => cell !== undefined && cell.text !== '')
  const numbers = filled.map((cell) => numberIn((cell?.text ?? '').replaceAll(/[()]/g, '')))
  // A row that numbers the columns: 1, 2, 3 …
  const counts = numbers.length > 2 && numbers.every((value, index) => value === (numbers[0] ?? 0) + index)
  return counts || numbers.every((value) => value === undefined)
}

const isGroup = (row: readonly (PaperCell | undefined)[]): boolean =>
  /^(?:[IVXLC]+|[A-ZĐ])\.?$/u.test(row[0]?.text ?? '')

type Column = { readonly index: number; readonly heads: string }

const sumOf = (rows: readonly (readonly (PaperCell | undefined)[])[], column: number): number =>
  rows.reduce((sum, row) => sum + (numberIn(row[column]?.text ?? '') ?? 0), 0)

type Wrong = { readonly total: PaperCell; readonly given: number; readonly sum: number }

function wrongTotals({ rows }: Grid): Wrong[] {
  const firstData = rows.findIndex((row) => !isHeadRow(row))
  const totalAt = rows.findIndex((row, index) => index >= firstData && isTotal(row))
  if (firstData === -1 || totalAt === -1) return []
  const heads = rows.slice(0, firstData)
  const columns: Column[] = (rows[totalAt] ?? []).map((_, index) => ({
    index,
    heads: keyOf(heads.map((row) => row[index]?.text ?? '').join(' ')),
  }))
  const above = rows.slice(firstData, totalAt)
  const data = (above.length > 0 ? above : rows.slice(totalAt + 1)).filter((row) => !isTotal(row))
  const units = columns.find((column) => UNIT_COLUMN.test(column.heads))
  const kinds = new Set(data.map((row) => row[units?.index ?? -1]?.text ?? ''))
  if (data.length < 2 || (units !== undefined && kinds.size > 1)) return []
  return columns.flatMap(({ index, heads }): Wrong[] => {
    const total = rows[totalAt]?.[index]
    const given = numberIn(total?.text ?? '')
    const isSummed = data.every(
      (row) => (row[index]?.text ?? '') === '' || numberIn(row[index]?.text ?? '') !== undefined,
    )
    const filled = data.filter((row) => numberIn(row[index]?.text ?? '') !== undefined)
    if (total === undefined || given === undefined || !isSummed || filled.length < 2 || NOT_ADDED.test(heads)) return []
    const groups = filled.filter(isGroup)
    const sums = [filled, groups, filled.filter((row) => !isGroup(row))].map((some) => sumOf(some, index))
    // Rounded parts may miss their total by half a unit each.
    const slack = Number.isInteger(given) ? 0.001 : 0.051 * filled.length
    return sums.some((sum) => Math.abs(sum - given) <= slack) ? [] : [{ total, given, sum: sums[0] ?? 0 }]
  })
}

const whereCell = (paper: ReadPaper, cell: PaperCell): Where[] => {
  const [paragraph] = cell.paragraphs
  return paragraph === undefined ? [] : [whereIs(wholeLine(paragraph, paper.paragraphs.indexOf(paragraph)))]
}

const grouped = (value: number): string => {
  const [whole = '', part] = decimal(value).split(',')
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/g, '.') + (part === undefined ? '' : `,${part}`)
}

function sums(paper: ReadPaper, grids: readonly Grid[]): Finding[] {
  const wrong = grids.flatMap(wrongTotals)
  const [first] = wrong
  if (first === undefined) return []
  return [
    finding({
      code: 'sum_wrong',
      component: 'figures',
      measured: grouped(first.given),
      required: `${grouped(first.sum)} (cộng các dòng)`,
      at: wrong.flatMap(({ total }) => whereCell(paper, total)),
      message: `Dòng tổng ghi ${grouped(first.given)} nhưng các dòng cộng lại là ${grouped(first.sum)}. Đề nghị xem lại số của các dòng hoặc dòng tổng.`,
    }),
  ]
}

type Tagged = { readonly code: string; readonly text: string; readonly at: Where; readonly isInTable: boolean }

/** Numbers that keep the code of their indicator. */
const taggedIn = (paper: ReadPaper): Tagged[] =>
  paper.paragraphs.flatMap((paragraph, index) =>
    paragraph.pieces.flatMap(({ figure, text }): Tagged[] =>
      figure === null || numberIn(text) === undefined
        ? []
        : [
            {
              code: figure,
              text: text.trim(),
              at: whereIs(wholeLine(paragraph, index)),
              isInTable: paragraph.place.kind === 'cell' && paragraph.place.columns > 2,
            },
          ],
    ),
  )

function contradictions(paper: ReadPaper): Finding[] {
  const tagged = taggedIn(paper)
  const inTables = Map.groupBy(
    tagged.filter((it) => it.isInTable),
    (it) => it.code,
  )
  const wrong = tagged.filter((it) => {
    const same = inTables.get(it.code)
    return !it.isInTable && same !== undefined && !same.some((cell) => numberIn(cell.text) === numberIn(it.text))
  })
  const [first] = wrong
  if (first === undefined) return []
  const other = inTables.get(first.code)?.[0]?.text ?? ''
  return [
    finding({
      code: 'figure_contradiction',
      component: 'figures',
      measured: first.text,
      required: `${other} (trong bảng)`,
      at: wrong.map((it) => it.at),
      message: `Lời văn ghi ${first.text} nhưng bảng số liệu ghi ${other} cho cùng chỉ tiêu ${first.code}. Đề nghị xem lại hai chỗ.`,
    }),
  ]
}

type Labelled = { readonly label: string; readonly numbers: readonly number[] }
const MOST_ROWS = 2000
const LEAST_LABEL = 8
const MOST_LABEL = 200

const labelOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:[-–+•*]|\d+[.)]|[a-zđ]\))\s*/u, '')
    .replace(/^(?:tổng số|số lượng|số lượt|số)\s+/u, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

function labelledIn(grids: readonly Grid[]): ReadonlyMap<string, readonly Labelled[]> {
  const rows = grids
    .flatMap((grid) => grid.rows)
    .slice(0, MOST_ROWS)
    .flatMap((row): Labelled[] => {
      const at = row.findIndex((cell) => (cell?.text ?? '').split(/\s+/).length > 1)
      const label = labelOf(row[at]?.text ?? '')
      const numbers = row.slice(at + 1).flatMap((cell) => numberIn(cell?.text ?? '') ?? [])
      return at === -1 || label.length < LEAST_LABEL || numbers.length === 0 ? [] : [{ label, numbers }]
    })
  return Map.groupBy(rows, (row) => row.label.split(' ').slice(0, 2).join(' '))
}

/** “12 buổi đối thoại” in the text against the row “Số buổi đối thoại” of a table. Words alone prove nothing, so it only warns. */
function likelyContradictions(found: Found, grids: readonly Grid[]): Finding[] {
  const labelled = labelledIn(grids)
  const wrong = found.body.flatMap((line) => {
    const words = line.text.toLowerCase()
    return [...words.matchAll(/(?<![\d.,/])(\d[\d.]*(?:,\d+)?)\s+(?=(\p{L}+ \p{L}+))/gu)].flatMap((match) => {
      const [whole, text = '', two = ''] = match
      const after = words.slice(match.index + whole.length, match.index + whole.length + MOST_LABEL)
      const isNamed = ({ label }: Labelled) => after.startsWith(label) && !/^\p{L}/u.test(after.slice(label.length))
      const row = labelled.get(two)?.find(isNamed)
      const value = numberIn(text)
      return row === undefined || value === undefined || row.numbers.includes(value) ? [] : [{ line, text, row }]
    })
  })
  const [first] = wrong
  if (first === undefined) return []
  const inTable = first.row.numbers.map(grouped).join('; ')
  return [
    finding({
      code: 'figure_text_annex',
      component: 'figures',
      severity: 'warning',
      measured: `${first.text} ${first.row.label}`,
      required: `${inTable} (trong bảng)`,
      at: wrong.map(({ line, text, row }) => whereIs(line, `${text} ${row.label}`)),
      message: `Lời văn ghi “${first.text} ${first.row.label}” nhưng bảng ghi ${inTable}. Đề nghị xem lại hai chỗ.`,
    }),
  ]
}

/** Faults of figures. Frames without borders hold no figures. */
export function figureRules(paper: ReadPaper, found: Found): Finding[] {
  const grids = paper.tables.filter((table) => table.isBordered).map(gridOf)
  return [...sums(paper, grids), ...contradictions(paper), ...likelyContradictions(found, grids)]
}
