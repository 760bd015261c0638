// What the checker answers: findings with measured and required, each at its place, and the components that it saw.
import type { ComponentCode } from '../profile.ts'
import type { Line } from './lines.ts'
import type { Place } from './read-model.ts'

/** What a finding is about: a component of the frame, or the page, the text or its figures. */
export type Part = ComponentCode | 'page' | 'page_number' | 'font' | 'body' | 'annex' | 'figures' | 'text'

export type Severity = 'error' | 'warning' | 'ok'

export type Where = {
  /** Among paragraphs with text, from 1. */
  readonly paragraph: number
  /** Such as “đoạn 12, ô trái dòng 2”: true on any page layout. */
  readonly words: string
  readonly excerpt: string
}

export type Finding = {
  readonly code: string
  readonly component: Part
  /** Of the component, in Vietnamese. */
  readonly name: string
  readonly severity: Exclude<Severity, 'ok'>
  readonly measured: string
  readonly required: string
  /** Null when it concerns the whole paper, or what is not there. */
  readonly where: Where | null
  /** More places of the same fault, at most eight. */
  readonly alsoAt: readonly Where[]
  /** In Vietnamese: what is wrong and how to mend it. */
  readonly message: string
}

export type ComponentSeen = {
  readonly component: Part
  readonly name: string
  readonly severity: Severity
  readonly measured: string
  readonly required: string
  readonly where: Where | null
}

export type CheckReport = {
  readonly profile: { readonly code: string; readonly title: string; readonly family: string; readonly source: string }
  /** Whether the profile was found from the paper's head and day. */
  readonly isGuessed: boolean
  /** True when there is no error; warnings may remain. */
  readonly passes: boolean
  readonly errors: number
  readonly warnings: number
  readonly findings: readonly Finding[]
  readonly components: readonly ComponentSeen[]
}

export const partNames: Readonly<Record<Part, string>> = {
  national_name: 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  party_name: 'Tiêu đề “Đảng Cộng sản Việt Nam”',
  governing_body: 'Cơ quan chủ quản, cấp trên',
  issuing_body: 'Cơ quan ban hành',
  number: 'Số, ký hiệu',
  place_date: 'Địa danh, ngày tháng năm',
  kind: 'Tên loại văn bản',
  summary: 'Trích yếu',
  letter_summary: 'Trích yếu công văn',
  decided_by: 'Thẩm quyền ban hành',
  addressee: 'Kính gửi',
  legal_basis: 'Căn cứ ban hành',
  authority: 'Quyền hạn ký',
  post: 'Chức vụ người ký',
  signer: 'Họ tên người ký',
  recipients_label: 'Nơi nhận',
  recipients_item: 'Danh sách nơi nhận',
  annex_label: 'Số phụ lục',
  annex_title: 'Tên phụ lục',
  annex_reference: 'Dòng kèm theo của phụ lục',
  check_line: 'Dòng tra cứu văn bản',
  page: 'Khổ giấy, lề',
  page_number: 'Số trang',
  font: 'Phông chữ',
  body: 'Nội dung',
  annex: 'Phụ lục',
  figures: 'Số liệu',
  text: 'Chữ viết',
}

const MOST_PLACES = 8
const EXCERPT = 80

const placeWords = (place: Place): string => {
  if (place.kind === 'box') return `, khung chữ ${place.box} dòng ${place.line}`
  if (place.kind === 'page') return ''
  if (place.columns === 2) return `, ô ${place.column === 1 ? 'trái' : 'phải'} dòng ${place.line}`
  return `, bảng ${place.table} hàng ${place.row} cột ${place.column}`
}

/** A long text keeps its beginning. */
export const shortened = (text: string): string =>
  text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT - 1).trimEnd()}…`

/** The place of a line; `excerpt` when only a part of it matters. */
export const whereIs = (line: Line, excerpt: string = line.text): Where => ({
  paragraph: line.paragraph.number,
  words: `đoạn ${line.paragraph.number}${placeWords(line.paragraph.place)}`,
  excerpt: shortened(excerpt),
})

type Given = {
  readonly code: string
  readonly component: Part
  readonly severity?: Finding['severity']
  readonly measured: string
  readonly required: string
  readonly at?: readonly Where[]
  readonly message: string
}

/** One finding for all places of the same fault. */
export const finding = ({ severity = 'error', at = [], ...given }: Given): Finding => ({
  code: given.code,
  component: given.component,
  name: partNames[given.component],
  severity,
  measured: shortened(given.measured),
  required: given.required,
  where: at[0] ?? null,
  alsoAt: at.slice(1, 1 + MOST_PLACES),
  message: at.length > 1 ? `${given.message} Có ${at.length} chỗ như vậy.` : given.message,
})

/** 12.7 → `12,7`. */
export const decimal = (value: number): string => String(Math.round(value * 10) / 10).replace('.', ',')

export type Range = { readonly least: number; readonly most: number }
export const isWithin = (value: number, { least, most }: Range, tolerance: number): boolean =>
  value >= least - tolerance && value <= most + tolerance
export const rangeWords = ({ least, most }: Range, unit: string): string =>
  least === most ? `${decimal(least)} ${unit}` : `${decimal(least)}–${decimal(most)} ${unit}`

/** The heaviest of the findings about a part. */
export const worstOf = (findings: readonly Finding[], part: Part): Severity => {
  const about = findings.filter((it) => it.component === part)
  return about.some((it) => it.severity === 'error') ? 'error' : about.length > 0 ? 'warning' : 'ok'
}
