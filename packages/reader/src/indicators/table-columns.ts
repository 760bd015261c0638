// What the columns of a table hold, told by its heading, however many lines that has and however they are merged.
import { foldVietnamese } from '@kheo/core/text/fold.ts'

/** `now`: the period reported. `year`: a year, the period of which is told by the options. */
export type ColumnRole =
  | 'order'
  | 'code'
  | 'name'
  | 'unit'
  | 'unit-name'
  | 'now'
  | 'plan'
  | 'cumulative'
  | 'previous'
  | 'last-year'
  | 'change'
  | 'note'
  | 'other'

export type Column = { readonly role: ColumnRole; readonly title: string }
export type Heading = { readonly columns: readonly Column[]; readonly firstBodyRow: number }

type Cells = readonly string[]

/** In order: the first that fits decides. */
const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['order', /^(?:stt|tt|so tt|so thu tu|#)$/],
  ['code', /^(?:ma|ma so|ma chi tieu)$/],
  ['note', /ghi chu/],
  ['change', /^so (?:cung|voi|sanh|ke)|so voi|ty le|ti le|tang|giam|^%|% ?(?:so|thuc|hoan|dat)|dat ?%/],
  ['unit', /^(?:don vi tinh|dvt|dv tinh|don vi do)/],
  ['plan', /ke hoach|chi tieu (?:giao|nam|ke)|muc tieu|^kh(?: |$)/],
  ['cumulative', /luy ke|tu dau (?:nam|nhiem ky)|cong don/],
  ['last-year', /cung ky|nam truoc|nam ngoai/],
  ['previous', /(?:ky|thang|quy) truoc/],
  [
    'unit-name',
    /^(?:don vi|ten don vi|xa, phuong|phuong, xa|xa|xa phuong|dia phuong|don vi bao cao|ten xa|ten xa, phuong|co quan, don vi)$/,
  ],
  [
    'name',
    /^(?:ten )?(?:chi tieu|noi dung|tieu chi|linh vuc|danh muc|dien giai|hang muc|chi so|noi dung chi tieu|noi dung, chi tieu)/,
  ],
  [
    'now',
    /trong ky|ky bao cao|ky nay|ket qua|thuc hien|so luong|so lieu|(?:thang|quy|nam) nay|dat duoc|^tong(?: so)?$|^quy |^thang |^6 thang|^9 thang|6 thang dau nam/,
  ],
]

function roleOf(title: string, year: number | undefined): ColumnRole {
  const folded = foldVietnamese(title)
  const written = /(?:^|nam )(20\d\d)$/.exec(folded)?.[1]
  if (written !== undefined && year !== undefined)
    return Number(written) === year ? 'now' : Number(written) === year - 1 ? 'last-year' : 'other'
  return ROLES.find(([, sign]) => sign.test(folded))?.[0] ?? 'other'
}

/** `1`, `(2)`, `A`, `5=4/3`: the line that numbers the columns. */
const NUMBERING = /^(?:\(?\d{1,2}\)?|\(?[A-EĐ]\)?|\d{1,2} ?= ?[\d/*x+: %-]+)$/
const isNumbering = (cells: Cells): boolean => {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length > 2 && filled.every((cell) => NUMBERING.test(cell)) && new Set(filled).size === filled.length
}
const NUMERIC = /^[-–—+]?[\d.,]*\d%?$|^[-–—]$|^\d+\/\d+$/
const isYear = (cell: string): boolean => /^(?:19|20)\d\d$/.test(cell)
const GROUP_MARK = /^(?:[IVX]{1,5}|[A-HĐ]|\d{1,2})[.)]?$/

/** A row that says figures, or one that opens a group of them. */
function isBody(cells: Cells, at: number): boolean {
  const filled = cells.filter((cell) => cell !== '')
  if (at > 0 && filled.length === 2 && GROUP_MARK.test(filled[0] ?? '') && !GROUP_MARK.test(filled[1] ?? ''))
    return true
  const hasFigure = cells.slice(1).some((cell) => NUMERIC.test(cell) && !isYear(cell))
  return hasFigure && filled.some((cell) => /\p{L}{2}/u.test(cell)) && !isNumbering(cells)
}

const MOST_HEADING_ROWS = 5

/** The number of cells that most rows of the body have. */
function widthOf(rows: readonly Cells[]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const widest = Math.max(0, ...counts.keys())
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]).find(([width]) => width > 2)?.[0] ?? widest
}

const groupness = (title: string): number => {
  const folded = foldVietnamese(title)
  if (/^(?:stt|tt|ma|chi tieu|noi dung|don vi|dvt|ghi chu|don vi tinh|ky truoc|ke hoach nam)/.test(folded)) return 0
  return /ky bao cao|so sanh|ket qua|thuc hien|trong do|so lieu|phan loai|chia ra|theo |ke hoach/.test(folded) ? 2 : 1
}

/** Titles of the lower line put under those of the upper line that stretch over more than one column. */
function spread(upper: Cells, lower: Cells, width: number): { above: Cells; below: Cells } {
  const groups = upper.length + lower.length - width
  if (upper.length >= width || groups < 1 || groups > upper.length) return { above: upper, below: lower }
  const chosen = new Set(
    upper
      .map((title, at) => ({ at, worth: groupness(title) }))
      .toSorted((a, b) => b.worth - a.worth || a.at - b.at)
      .slice(0, groups)
      .map(({ at }) => at),
  )
  const above: string[] = []
  const below: string[] = []
  let next = 0
  let left = groups
  for (const [at, title] of upper.entries()) {
    const count = chosen.has(at) ? Math.ceil((lower.length - next) / left) : 1
    for (let column = 0; column < count; column += 1) {
      above.push(title)
      below.push(chosen.has(at) ? (lower[next + column] ?? '') : '')
    }
    if (!chosen.has(at)) continue
    next += count
    left -= 1
  }
  return { above, below }
}

/** Titles of the columns, the upper lines before the lower. A blank beside a title that has something below it is that title again. */
function titlesOf(lines: readonly Cells[], width: number): string[][] {
  let rows = lines
  const [first, second] = lines
  if (first !== undefined && second !== undefined && first.length < width) {
    const { above, below } = spread(first, second, width)
    rows = [above, below, ...lines.slice(2)]
  }
  return Array.from({ length: width }, (_, column) =>
    rows.flatMap((cells, line) => {
      const own = cells[column] ?? ''
      const hasBelow = rows.slice(line + 1).some((other) => (other[column] ?? '') !== '')
      if (own !== '' || !hasBelow) return own === '' ? [] : [own]
      const before = cells.slice(0, column).findLast((cell) => cell !== '')
      return before === undefined ? [] : [before]
    }),
  )
}

/** `year`: of the period reported; without it a column of a year is the period's when no later year stands beside it. */
export function headingOf(rows: readonly Cells[], year: number | undefined): Heading {
  const body = rows.slice(0, MOST_HEADING_ROWS + 1).findIndex((cells, at) => isBody(cells, at))
  const firstBodyRow = body < 0 ? 0 : body
  const width = widthOf(rows.slice(firstBodyRow))
  const lines = rows.slice(0, firstBodyRow).filter((cells) => !isNumbering(cells))
  const titles = titlesOf(lines, width)
  const years = titles.flatMap((title) => (/(20\d\d)$/.exec(title.at(-1) ?? '')?.[1] ?? []) as string | [])
  const latest = year ?? (years.length > 0 ? Math.max(...years.map(Number)) : undefined)
  const columns = titles.map((title): Column => {
    const [leaf = '', above = ''] = title.toReversed()
    const role = roleOf(leaf, latest)
    return { role: role === 'other' && above !== '' ? roleOf(above, latest) : role, title: title.join(' ') }
  })
  return { columns: withMissing(columns, rows.slice(firstBodyRow)), firstBodyRow }
}

/** Where the heading is silent, the column with the most words is the name, and the first with figures the period's. */
function withMissing(columns: readonly Column[], body: readonly Cells[]): readonly Column[] {
  const sample = body.slice(0, 40)
  const lettersIn = (column: number): number => sample.reduce((sum, cells) => sum + (cells[column] ?? '').length, 0)
  const figuresIn = (column: number): number =>
    sample.filter((cells) => /\d/.test(cells[column] ?? '') && NUMERIC.test(cells[column] ?? '')).length
  const result = [...columns]
  const open = (): number[] => result.flatMap(({ role }, at) => (role === 'other' ? [at] : []))
  const put = (at: number | undefined, role: ColumnRole): void => {
    const column = result[at ?? -1]
    if (at !== undefined && column !== undefined) result[at] = { ...column, role }
  }
  const has = (role: ColumnRole): boolean => result.some((column) => column.role === role)
  if (!has('name') && !has('code') && !has('unit-name'))
    put(open().toSorted((a, b) => lettersIn(b) - lettersIn(a))[0], 'name')
  if (has('name') && has('unit-name') && !has('unit'))
    put(
      result.findIndex(({ role }) => role === 'unit-name'),
      'unit',
    )
  const name = result.findIndex(({ role }) => role === 'name')
  if (name >= 0 && !has('now') && !has('cumulative'))
    put(
      open().find((at) => at > name && figuresIn(at) > 0),
      'now',
    )
  return result
}
