// Judges how each component of the frame looks: case, size, weight, slant, place on the line; and the font of all text.
import { type ComponentStyle, type FormatProfile, componentCodes, type ComponentCode } from '../profile.ts'
import type { Found } from './find.ts'
import { isBold, isItalic, isUnderlined, isUpper, type Line, sizeOf } from './lines.ts'
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
  shortened,
  whereIs,
  worstOf,
} from './report.ts'

const SIZE_TOLERANCE_PT = 0.05
const alignWords = { left: 'canh trái', center: 'canh giữa', right: 'canh phải', justify: 'canh đều' } as const

/** Elsewhere offices lay lines out by hand, and the eye sees no fault. */
const ALIGN_MATTERS = new Set<Part>([
  'national_name',
  'motto',
  'party_name',
  'kind',
  'summary',
  'annex_label',
  'annex_title',
])
const ALIGN_FREE = new Set<Part>([
  'addressee',
  'recipients_item',
  'recipients_label',
  'annex_reference',
  'letter_summary',
])
const isCustom = (style: ComponentStyle): boolean => style.source?.includes('thông lệ') === true

const sizeRange = (style: ComponentStyle): Range => style.sizeRangePt ?? { least: style.sizePt, most: style.sizePt }
const alike = (given: string, wanted: string): boolean =>
  given === wanted || (['left', 'justify'].includes(given) && ['left', 'justify'].includes(wanted))

/** Required look in words. */
const wanted = (style: ComponentStyle, part: Part): string =>
  [
    style.case === 'upper' ? 'chữ in hoa' : 'chữ thường',
    `cỡ ${rangeWords(sizeRange(style), 'pt')}`,
    style.italic === true ? 'nghiêng' : 'đứng',
    ...(style.bold === true ? ['đậm'] : []),
    ...(style.underline === true ? ['gạch chân'] : []),
    ...(ALIGN_FREE.has(part) ? [] : [alignWords[style.align]]),
  ].join(', ')

const measuredLook = (line: Line): string =>
  [
    isUpper(line.text) ? 'chữ in hoa' : 'chữ thường',
    `cỡ ${decimal(sizeOf(line.pieces) ?? 0)} pt`,
    isItalic(line) ? 'nghiêng' : 'đứng',
    ...(isBold(line) ? ['đậm'] : []),
    ...(isUnderlined(line) ? ['gạch chân'] : []),
    ...(line.isBeside ? [] : [alignWords[line.paragraph.look.align]]),
  ].join(', ')

type Aspect = {
  readonly name: string
  readonly isWrong: (line: Line, style: ComponentStyle, part: Part) => boolean
  readonly measured: (line: Line) => string
  readonly required: (style: ComponentStyle) => string
  readonly mend: (style: ComponentStyle) => string
}

const aspects: readonly Aspect[] = [
  {
    name: 'case',
    isWrong: (line, style) => style.case === 'upper' && !isUpper(line.text),
    measured: () => 'chữ thường',
    required: () => 'chữ in hoa',
    mend: () => 'viết bằng chữ in hoa',
  },
  {
    name: 'size',
    isWrong: (line, style) => {
      const size = sizeOf(line.pieces)
      return size !== null && !isWithin(size, sizeRange(style), SIZE_TOLERANCE_PT)
    },
    measured: (line) => `cỡ ${decimal(sizeOf(line.pieces) ?? 0)} pt`,
    required: (style) => `cỡ ${rangeWords(sizeRange(style), 'pt')}`,
    mend: (style) => `đặt cỡ chữ ${rangeWords(sizeRange(style), 'pt')}`,
  },
  {
    name: 'bold',
    isWrong: (line, style) => isBold(line) !== (style.bold === true),
    measured: (line) => (isBold(line) ? 'đậm' : 'không đậm'),
    required: (style) => (style.bold === true ? 'đậm' : 'không đậm'),
    mend: (style) => (style.bold === true ? 'đặt chữ đậm' : 'bỏ chữ đậm'),
  },
  {
    name: 'italic',
    isWrong: (line, style) => isItalic(line) !== (style.italic === true),
    measured: (line) => (isItalic(line) ? 'nghiêng' : 'đứng'),
    required: (style) => (style.italic === true ? 'nghiêng' : 'đứng'),
    mend: (style) => (style.italic === true ? 'đặt chữ nghiêng' : 'đặt chữ đứng'),
  },
  {
    name: 'underline',
    isWrong: (line, style) => isUnderlined(line) !== (style.underline === true) && style.rule === null,
    measured: (line) => (isUnderlined(line) ? 'gạch chân' : 'không gạch chân'),
    required: (style) => (style.underline === true ? 'gạch chân' : 'không gạch chân'),
    mend: (style) => (style.underline === true ? 'gạch chân chữ' : 'bỏ gạch chân chữ'),
  },
  {
    name: 'align',
    isWrong: (line, style, part) =>
      !line.isBeside && !ALIGN_FREE.has(part) && !alike(line.paragraph.look.align, style.align),
    measured: (line) => alignWords[line.paragraph.look.align],
    required: (style) => alignWords[style.align],
    mend: (style) => alignWords[style.align],
  },
]

function severityOf(aspect: Aspect, part: Part, style: ComponentStyle): Finding['severity'] {
  if (isCustom(style) || aspect.name === 'underline') return 'warning'
  return aspect.name === 'align' && !ALIGN_MATTERS.has(part) ? 'warning' : 'error'
}

/** The post takes the look of the first line when nothing stands above it; a name in minutes or drafts may be missing. */
const styleFor = (code: ComponentCode, found: Found, profile: FormatProfile): ComponentStyle | undefined =>
  code === 'post' && found.of('authority').length === 0
    ? profile.components.get('authority')
    : profile.components.get(code)

function componentFaults(code: ComponentCode, found: Found, profile: FormatProfile): Finding[] {
  const style = styleFor(code, found, profile)
  if (style === undefined) return []
  const name = partNames[code]
  return aspects.flatMap((aspect) => {
    const wrong = found.of(code).filter((line) => aspect.isWrong(line, style, code))
    const [first] = wrong
    if (first === undefined) return []
    return finding({
      code: `${code}_${aspect.name}`,
      component: code,
      severity: severityOf(aspect, code, style),
      measured: aspect.measured(first),
      required: aspect.required(style),
      at: wrong.map((line) => whereIs(line)),
      message: `${name}: ${aspect.measured(first)}, quy định ${aspect.required(style)}. Đề nghị ${aspect.mend(style)}.`,
    })
  })
}

const isLegacyFont = (font: string): boolean => /^(?:\.Vn|VNI-|VnTime|\.VN)/i.test(font)

function fontFaults(found: Found, { font }: FormatProfile): Finding[] {
  const isWrong = (name: string) => name.toLowerCase() !== font.toLowerCase()
  const fontsOf = (line: Line): string[] =>
    line.pieces
      .filter((piece) => /[\p{L}\d]/u.test(piece.text))
      .flatMap(({ text, look }) => [
        ...(/[A-Za-z\d]/.test(text) ? [look.font] : []),
        ...(/[^ -~\s]/.test(text) ? [look.wideFont] : []),
      ])
  const pick = (is: (name: string) => boolean) => found.lines.filter((line) => fontsOf(line).some(is))
  const names = (lines: readonly Line[], is: (name: string) => boolean) =>
    [...new Set(lines.flatMap(fontsOf).filter(is))].slice(0, 4).join(', ')
  const legacy = pick(isLegacyFont)
  const isOther = (name: string) => isWrong(name) && !isLegacyFont(name)
  const other = pick(isOther)
  return [
    ...(legacy.length === 0
      ? []
      : [
          finding({
            code: 'text_legacy_encoding',
            component: 'font',
            measured: `phông ${names(legacy, isLegacyFont)}`,
            required: `${font}, bộ mã Unicode`,
            at: legacy.map((line) => whereIs(line)),
            message: `Chữ dùng phông của bộ mã cũ (TCVN3 hoặc VNI). Đề nghị chuyển mã sang Unicode rồi đặt phông ${font}.`,
          }),
        ]),
    ...(other.length === 0
      ? []
      : [
          finding({
            code: 'font_wrong',
            component: 'font',
            measured: names(other, isOther),
            required: font,
            at: other.map((line) => whereIs(line)),
            message: `Có chữ không phải phông ${font}. Đề nghị chọn các chỗ đã nêu và đặt phông ${font}.`,
          }),
        ]),
  ]
}

/** Faults in the look of the components that are there; what is missing is said by other rules. */
export const lookRules = (found: Found, profile: FormatProfile): Finding[] => [
  ...componentCodes.flatMap((code) => componentFaults(code, found, profile)),
  ...fontFaults(found, profile),
]

/** The components that were found, in the order of the profile, with what was measured and required. */
export function componentsSeen(found: Found, profile: FormatProfile, findings: readonly Finding[]): ComponentSeen[] {
  return componentCodes.flatMap((code): ComponentSeen[] => {
    const [first] = found.of(code)
    const style = styleFor(code, found, profile)
    if (first === undefined || style === undefined) return []
    return [
      {
        component: code,
        name: partNames[code],
        severity: worstOf(findings, code),
        measured: `“${shortened(first.text)}”: ${measuredLook(first)}`,
        required: wanted(style, code),
        where: whereIs(first),
      },
    ]
  })
}
