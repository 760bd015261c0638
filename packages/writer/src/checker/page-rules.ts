// Judges the page: paper, margins, and the number of the page. It reads no text.
import type { FormatProfile } from '../profile.ts'
import type { PageMark, PaperSection, ReadPaper } from './read-model.ts'
import {
  type ComponentSeen,
  decimal,
  finding,
  type Finding,
  isWithin,
  type Part,
  partNames,
  type Range,
  rangeWords,
  worstOf,
} from './report.ts'

const TOLERANCE_MM = 0.5
const SIZE_TOLERANCE_PT = 0.05
/** About what one page of an office's letter holds. */
const ONE_PAGE_LETTERS = 1500

const SIDES = [
  ['top', 'trên'],
  ['bottom', 'dưới'],
  ['left', 'trái'],
  ['right', 'phải'],
] as const

const sectionWords = (index: number, all: number): string => (all === 1 ? '' : ` (phần ${index + 1} của văn bản)`)

function paperSize(section: PaperSection, index: number, all: number, { page }: FormatProfile): Finding[] {
  const given = [section.widthMm, section.heightMm].toSorted((a, b) => a - b)
  const wanted = [page.widthMm, page.heightMm].toSorted((a, b) => a - b)
  if (given.every((value, at) => Math.abs(value - (wanted[at] ?? 0)) <= 1)) return []
  return [
    finding({
      code: 'paper_size',
      component: 'page',
      measured: `${decimal(section.widthMm)} × ${decimal(section.heightMm)} mm${sectionWords(index, all)}`,
      required: `${page.widthMm} × ${page.heightMm} mm`,
      message: `Khổ giấy không phải ${page.widthMm} × ${page.heightMm} mm. Đề nghị vào Bố trí, Kích thước, chọn A4.`,
    }),
  ]
}

const allowedAt = ({ page }: FormatProfile, side: (typeof SIDES)[number][0]): Range =>
  page.marginsRangeMm?.[side] ?? { least: page.marginsMm[side], most: page.marginsMm[side] }

function margins(section: PaperSection, index: number, all: number, profile: FormatProfile): Finding[] {
  const sides = SIDES.map(([side]) => allowedAt(profile, side))
  const isTurned = section.widthMm > section.heightMm
  const anySide = { least: Math.min(...sides.map((it) => it.least)), most: Math.max(...sides.map((it) => it.most)) }
  return SIDES.flatMap(([side, word]) => {
    // A page turned on its side is bound at another edge, so only the widest and narrowest margin are held to.
    const allowed: Range = isTurned ? anySide : allowedAt(profile, side)
    const value = section.marginsMm[side]
    if (isWithin(value, allowed, TOLERANCE_MM)) return []
    return finding({
      code: `margin_${side}`,
      component: 'page',
      measured: `${decimal(value)} mm${sectionWords(index, all)}`,
      required: rangeWords(allowed, 'mm'),
      message: `Lề ${word} là ${decimal(value)} mm, quy định ${rangeWords(allowed, 'mm')}. Đề nghị vào Bố trí, Lề, sửa lề ${word}.`,
    })
  })
}

const alignWords = { left: 'bên trái', center: 'ở giữa', right: 'bên phải', justify: 'hai bên' } as const
const placeWords = { header: 'đầu trang', footer: 'chân trang' } as const

function markFaults(mark: PageMark, { pageNumber }: FormatProfile): Finding[] {
  const found: Finding[] = []
  const isCustom = pageNumber.source?.includes('thông lệ') === true
  const severity = isCustom ? ('warning' as const) : ('error' as const)
  if (mark.align !== pageNumber.align)
    found.push(
      finding({
        code: 'page_number_align',
        component: 'page_number',
        severity,
        measured: alignWords[mark.align],
        required: alignWords[pageNumber.align],
        message: `Số trang đặt ${alignWords[mark.align]}, quy định đặt ${alignWords[pageNumber.align]}. Đề nghị canh lại dòng số trang.`,
      }),
    )
  const allowed = pageNumber.sizeRangePt ?? { least: pageNumber.sizePt, most: pageNumber.sizePt }
  if (!isWithin(mark.sizePt, allowed, SIZE_TOLERANCE_PT))
    found.push(
      finding({
        code: 'page_number_size',
        component: 'page_number',
        severity: 'warning',
        measured: `cỡ ${decimal(mark.sizePt)}`,
        required: `cỡ ${rangeWords(allowed, 'pt')}`,
        message: `Số trang cỡ ${decimal(mark.sizePt)}, quy định cỡ ${rangeWords(allowed, 'pt')}. Đề nghị đổi cỡ chữ số trang.`,
      }),
    )
  return found
}

const isShort = (paper: ReadPaper): boolean =>
  paper.pages === 1 ||
  (paper.pages === null && paper.paragraphs.reduce((sum, it) => sum + it.text.length, 0) < ONE_PAGE_LETTERS)

function missingMark(paper: ReadPaper, { pageNumber }: FormatProfile, other: PageMark | null): Finding[] {
  const required = `${placeWords[pageNumber.place]}, ${alignWords[pageNumber.align]}`
  if (other !== null) {
    const place = pageNumber.place === 'header' ? 'footer' : 'header'
    return [
      finding({
        code: 'page_number_place',
        component: 'page_number',
        measured: placeWords[place],
        required,
        message: `Số trang đặt ở ${placeWords[place]}, quy định đặt ở ${placeWords[pageNumber.place]}. Đề nghị xóa số trang rồi chèn lại đúng chỗ.`,
      }),
    ]
  }
  if (isShort(paper)) return []
  return [
    finding({
      code: 'page_number_missing',
      component: 'page_number',
      measured: 'không có',
      required,
      message: `Văn bản không đánh số trang. Đề nghị chèn số trang ở ${placeWords[pageNumber.place]}, ${alignWords[pageNumber.align]}, không hiện ở trang đầu.`,
    }),
  ]
}

function pageNumber(paper: ReadPaper, profile: FormatProfile): Finding[] {
  const rule = profile.pageNumber
  const [first] = paper.sections
  const other = rule.place === 'header' ? 'footer' : 'header'
  const mark = paper.sections.map((section) => section[rule.place].usual).find((it) => it !== null) ?? null
  const elsewhere = paper.sections.map((section) => section[other].usual).find((it) => it !== null) ?? null
  if (mark === null) return missingMark(paper, profile, elsewhere)
  const onFirst = first === undefined ? null : first.hasFirstPage ? first[rule.place].first : first[rule.place].usual
  const found = markFaults(mark, profile)
  if (rule.hiddenOnFirst && onFirst !== null)
    found.push(
      finding({
        code: 'page_number_on_first',
        component: 'page_number',
        measured: 'hiện ở trang thứ nhất',
        required: 'không hiện ở trang thứ nhất',
        message: 'Số trang hiện cả ở trang thứ nhất. Đề nghị chọn “Trang đầu khác biệt” rồi xóa số ở trang đầu.',
      }),
    )
  return found
}

export const pageRules = (paper: ReadPaper, profile: FormatProfile): Finding[] => [
  ...paper.sections.flatMap((section, index) => [
    ...paperSize(section, index, paper.sections.length, profile),
    ...margins(section, index, paper.sections.length, profile),
  ]),
  ...pageNumber(paper, profile),
]

/** Paper, margins and number of the page of the first section, measured beside what is required. */
export function pageSeen(paper: ReadPaper, profile: FormatProfile, findings: readonly Finding[]): ComponentSeen[] {
  const [first] = paper.sections
  if (first === undefined) return []
  const { page, pageNumber: rule } = profile
  const mark = first[rule.place].usual
  const margins = (of: (side: (typeof SIDES)[number][0]) => string) =>
    SIDES.map(([side, word]) => `${word} ${of(side)}`).join(', ')
  const seen = (component: Part, measured: string, required: string): ComponentSeen => ({
    component,
    name: partNames[component],
    severity: worstOf(findings, component),
    measured,
    required,
    where: null,
  })
  const marked =
    mark === null ? 'không có' : `${placeWords[rule.place]}, ${alignWords[mark.align]}, cỡ ${decimal(mark.sizePt)} pt`
  return [
    seen(
      'page',
      `${Math.round(first.widthMm)} × ${Math.round(first.heightMm)} mm; ${margins((side) => `${decimal(first.marginsMm[side])} mm`)}`,
      `${page.widthMm} × ${page.heightMm} mm; ${margins((side) => rangeWords(allowedAt(profile, side), 'mm'))}`,
    ),
    seen('page_number', marked, `${placeWords[rule.place]}, ${alignWords[rule.align]}`),
  ]
}
