// Judges số, ký hiệu: the pattern of the family, the zero below 10, the abbreviation of the kind.
import type { FormatProfile } from '../profile.ts'
import type { Found } from './find.ts'
import { finding, type Finding, whereIs } from './report.ts'

/** A longer line is no number, and would only cost time to match. */
const MOST_LETTERS = 120
const LETTERS = String.raw`[\p{L}\d.&]+`
const HOLES: Readonly<Record<string, string>> = {
  number: String.raw`(?<number>\d+[a-z]?|[\s.…_]*)`,
  kind: String.raw`(?<kind>\p{L}+)`,
  body: `(?<body>${LETTERS}(?:[-/]${LETTERS})*)`,
  unit: `(?<unit>${LETTERS}(?:[-/]${LETTERS})*)`,
}

const escaped = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s*`)

/** The pattern of the profile as a pattern to match; what drafts the letter may be left out. */
function matcher(pattern: string): RegExp {
  const parts = pattern.split(/\{(\w+)\}/)
  const made = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : (HOLES[part] ?? '.+')))
  const unitAt = parts.indexOf('unit')
  if (unitAt > 0) {
    made[unitAt - 1] = `(?:${made[unitAt - 1] ?? ''}`
    made[unitAt] = `${made[unitAt] ?? ''})?`
  }
  return new RegExp(`^${made.join(String.raw`\s*`)}$`, 'u')
}

const shownPattern = (pattern: string, abbreviation: string): string =>
  pattern
    .replace('{number}', '05')
    .replace('{kind}', abbreviation)
    .replace('{body}', '(cơ quan)')
    .replace('{unit}', '(đơn vị soạn)')

function kindFault(
  found: Found,
  profile: FormatProfile,
  groups: Record<string, string | undefined>,
  isLetter: boolean,
) {
  const [line] = found.of('number')
  if (line === undefined) return []
  const code = isLetter ? profile.number.letterKind : found.kind
  const kind = profile.kinds.get(code ?? '')
  const given = groups['kind']
  const others = [...profile.kinds.values()].map((it) => it.abbreviation)
  const first = (groups['body'] ?? '').split(/[-/]/)[0] ?? ''
  const isStray = given === undefined && isLetter && others.includes(first)
  if (kind === undefined || (given === undefined ? !isStray : given === kind.abbreviation)) return []
  const wanted = given === undefined ? 'không ghi tên loại' : kind.abbreviation
  return [
    finding({
      code: 'number_kind_mismatch',
      component: 'number',
      measured: given ?? first,
      required: wanted,
      at: [whereIs(line)],
      message:
        given === undefined
          ? 'Công văn không ghi chữ viết tắt tên loại trong ký hiệu. Đề nghị bỏ phần ấy.'
          : `Ký hiệu ghi “${given}” nhưng văn bản là ${kind.title.toLowerCase()} (${kind.abbreviation}). Đề nghị sửa ký hiệu hoặc tên loại.`,
    }),
  ]
}

/** Faults of the number line; a number left blank for the registry is none. */
export function numberRules(found: Found, profile: FormatProfile, isLetter: boolean): Finding[] {
  const [line] = found.of('number')
  if (line === undefined) return []
  const rule = profile.number
  const pattern = isLetter ? rule.letterPattern : rule.pattern
  const read = matcher(pattern).exec(line.text.slice(0, MOST_LETTERS))
  const code = isLetter ? rule.letterKind : found.kind
  const shown = shownPattern(pattern, profile.kinds.get(code ?? '')?.abbreviation ?? '(loại)')
  if (read?.groups === undefined)
    return [
      finding({
        code: 'number_pattern',
        component: 'number',
        measured: line.text,
        required: shown,
        at: [whereIs(line)],
        message: `Số, ký hiệu chưa đúng mẫu “${shown}”. Đề nghị sửa dấu hai chấm, gạch chéo, gạch nối theo mẫu.`,
      }),
    ]
  const number = read.groups['number']?.trim() ?? ''
  const short = /^\d+$/.test(number) && number.length < rule.minDigits
  return [
    ...(short
      ? [
          finding({
            code: 'number_zero',
            component: 'number',
            measured: number,
            required: number.padStart(rule.minDigits, '0'),
            at: [whereIs(line)],
            message: `Số dưới 10 phải thêm số 0 ở trước. Đề nghị viết “${number.padStart(rule.minDigits, '0')}”.`,
          }),
        ]
      : []),
    ...kindFault(found, profile, read.groups, isLetter),
  ]
}
