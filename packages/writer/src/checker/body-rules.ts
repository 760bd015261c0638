// Judges running text, legal bases, those addressed, the signature, recipients and annex heads.
import type { FormatProfile } from '../profile.ts'
import type { Found } from './find.ts'
import { isLetterFound } from './head-rules.ts'
import { type Line, sizeOf } from './lines.ts'
import { decimal, finding, type Finding, isWithin, rangeWords, whereIs } from './report.ts'

const SIZE_TOLERANCE_PT = 0.05
const INDENT_TOLERANCE_MM = 0.6
/** Times New Roman needs this many times its size; less cuts the marks over and under letters. */
const LETTER_HEIGHT = 1.149
const alignWords = { left: 'canh trái', center: 'canh giữa', right: 'canh phải', justify: 'canh đều' } as const

type BodyRule = {
  readonly code: string
  readonly severity?: 'warning'
  readonly isWrong: (line: Line) => boolean
  readonly measured: (line: Line) => string
  readonly required: string
  readonly mend: string
}

const INDENT_FREE = /^(?:[-–+•*]|[a-zđ]\)|\d+[.)])/u

function bodyRulesOf({ body }: FormatProfile): readonly BodyRule[] {
  const sizes = body.sizeRangePt ?? { least: body.sizePt, most: body.sizePt }
  const indents = body.firstLineRangeMm ?? { least: body.firstLineMm, most: body.firstLineMm }
  const lines = body.lineRange ?? { least: body.lineMultiple, most: body.lineMultiple }
  const gap = body.gapLeastPt ?? 0
  return [
    {
      code: 'body_size',
      isWrong: (line) => !isWithin(sizeOf(line.pieces) ?? sizes.least, sizes, SIZE_TOLERANCE_PT),
      measured: (line) => `cỡ ${decimal(sizeOf(line.pieces) ?? 0)} pt`,
      required: `cỡ ${rangeWords(sizes, 'pt')}`,
      mend: `đặt cỡ chữ ${rangeWords(sizes, 'pt')}`,
    },
    {
      code: 'body_align',
      isWrong: (line) => line.paragraph.look.align !== body.align,
      measured: (line) => alignWords[line.paragraph.look.align],
      required: alignWords[body.align],
      mend: `chọn đoạn văn rồi ${alignWords[body.align]} (Justify)`,
    },
    {
      code: 'body_first_line',
      isWrong: (line) =>
        !INDENT_FREE.test(line.text) && !isWithin(line.paragraph.look.firstLineMm, indents, INDENT_TOLERANCE_MM),
      measured: (line) => `lùi ${decimal(line.paragraph.look.firstLineMm)} mm`,
      required: `lùi đầu dòng ${rangeWords(indents, 'mm')}`,
      mend: `đặt lùi dòng đầu (First line) ${rangeWords(indents, 'mm')}, không dùng phím cách hay Tab`,
    },
    {
      code: 'body_line_exact',
      isWrong: (line) =>
        line.paragraph.look.lineRule === 'exact' &&
        line.paragraph.look.line < LETTER_HEIGHT * (sizeOf(line.pieces) ?? 0),
      measured: (line) => `đúng ${decimal(line.paragraph.look.line)} pt`,
      required: `từ ${decimal(LETTER_HEIGHT * sizes.least)} pt trở lên`,
      mend: 'đổi giãn dòng sang Single hoặc Multiple, vì giãn dòng cố định này cắt mất dấu chữ',
    },
    {
      code: 'body_line_range',
      isWrong: (line) => line.paragraph.look.lineRule === 'auto' && !isWithin(line.paragraph.look.line, lines, 0.02),
      measured: (line) => `${decimal(line.paragraph.look.line)} dòng`,
      required: rangeWords(lines, 'dòng'),
      mend: `đặt giãn dòng ${rangeWords(lines, 'dòng')}`,
    },
    {
      code: 'paragraph_gap',
      severity: 'warning',
      isWrong: ({ paragraph: { look } }) => look.beforePt + look.afterPt < gap - 0.1,
      measured: ({ paragraph: { look } }) => `${decimal(look.beforePt + look.afterPt)} pt`,
      required: `ít nhất ${gap} pt giữa hai đoạn`,
      mend: `đặt khoảng cách đoạn ít nhất ${gap} pt`,
    },
  ]
}

const runningText = (found: Found, profile: FormatProfile): Finding[] =>
  bodyRulesOf(profile).flatMap((rule): Finding[] => {
    const wrong = found.body.filter(rule.isWrong)
    const [first] = wrong
    if (first === undefined) return []
    return [
      finding({
        code: rule.code,
        component: 'body',
        ...(rule.severity !== undefined && { severity: rule.severity }),
        measured: rule.measured(first),
        required: rule.required,
        at: wrong.map((line) => whereIs(line)),
        message: `Đoạn nội dung ${rule.measured(first)}, quy định ${rule.required}. Đề nghị ${rule.mend}.`,
      }),
    ]
  })

/** Lines of a list that do not end as they should: each by the separator, the last by its own sign. */
const wronglyEnded = (lines: readonly Line[], separator: string, last: string): readonly Line[] =>
  lines.filter((line, index) => !line.text.endsWith(index === lines.length - 1 ? last : separator))

function legalBases(found: Found, { legalBasis }: FormatProfile): Finding[] {
  const wrong = wronglyEnded(found.of('legal_basis'), legalBasis.separator, legalBasis.last)
  const [first] = wrong
  if (first === undefined) return []
  return [
    finding({
      code: 'legal_basis_punctuation',
      component: 'legal_basis',
      measured: `kết thúc bằng “${first.text.slice(-1)}”`,
      required: `mỗi căn cứ kết thúc “${legalBasis.separator}”, căn cứ cuối kết thúc “${legalBasis.last}”`,
      at: wrong.map((line) => whereIs(line, line.text.slice(-60))),
      message: `Dấu câu của căn cứ chưa đúng. Đề nghị cuối mỗi căn cứ ghi “${legalBasis.separator}”, căn cứ cuối cùng ghi “${legalBasis.last}”.`,
    }),
  ]
}

function addressees(found: Found, profile: FormatProfile): Finding[] {
  const isLetter = isLetterFound(found, profile)
  const kind = isLetter ? profile.number.letterKind : found.kind
  const [line] = found.of('addressee')
  if (kind === null) return []
  const has = profile.addressee.kinds.includes(kind)
  const title = profile.kinds.get(kind)?.title.toLowerCase() ?? ''
  if (line !== undefined && !has)
    return [
      finding({
        code: 'addressee_unneeded',
        component: 'addressee',
        measured: line.text,
        required: `${title} không có “${profile.addressee.label}”`,
        at: [whereIs(line)],
        message: `Loại văn bản này (${title}) không ghi “${profile.addressee.label}”. Đề nghị bỏ dòng này và ghi nơi gửi vào Nơi nhận.`,
      }),
    ]
  const needs = has && (isLetter || kind === 'to-trinh')
  if (line !== undefined || !needs) return []
  return [
    finding({
      code: 'addressee_missing',
      component: 'addressee',
      measured: 'không thấy',
      required: `${profile.addressee.label} …`,
      message: `Loại văn bản này (${title}) phải có “${profile.addressee.label}”. Đề nghị ghi nơi nhận chính trước nội dung.`,
    }),
  ]
}

function signature(found: Found, profile: FormatProfile): Finding[] {
  const [line] = found.of('authority')
  const forms = Object.values(profile.authorityForms)
  if (line === undefined) {
    if (found.of('post').length > 0) return []
    return [
      finding({
        code: 'signature_missing',
        component: 'post',
        measured: 'không thấy',
        required: 'quyền hạn, chức vụ người ký ở cuối văn bản, bên phải',
        message: 'Không thấy phần ký: quyền hạn, chức vụ người ký. Đề nghị ghi ở cuối văn bản, bên phải, chữ in hoa.',
      }),
    ]
  }
  const sign = line.text.split(/\s/)[0] ?? ''
  if (forms.some((form) => line.text.startsWith(`${form} `))) return []
  const letters = sign.replaceAll(/[^\p{L}]/gu, '')
  const wanted = forms.find((form) => form.replaceAll(/[^\p{L}]/gu, '') === letters) ?? forms.join(', ')
  return [
    finding({
      code: 'authority_sign',
      component: 'authority',
      measured: sign,
      required: wanted,
      at: [whereIs(line)],
      message: `Quyền hạn ký ghi “${sign}”, thể thức này ghi “${wanted}”. Đề nghị sửa.`,
    }),
  ]
}

const noRecipients = (profile: FormatProfile): Finding =>
  finding({
    code: 'recipients_missing',
    component: 'recipients_item',
    measured: 'không thấy',
    required: `${profile.recipients.label} và danh sách, dòng cuối là nơi lưu`,
    message: `Không thấy “${profile.recipients.label}” hoặc danh sách nơi nhận. Đề nghị ghi ở cuối văn bản, bên trái.`,
  })

function recipients(found: Found, profile: FormatProfile): Finding[] {
  const { separator, last } = profile.recipients
  const items = found.of('recipients_item')
  const ending = items.at(-1)
  if (found.of('recipients_label').length === 0 || ending === undefined) return [noRecipients(profile)]
  const wrong = wronglyEnded(items, separator, last)
  const [first] = wrong
  const keep = items.find((line) => /(?:^|[-–\s])Lưu/u.test(line.text))
  return [
    ...(first === undefined
      ? []
      : [
          finding({
            code: 'recipients_punctuation',
            component: 'recipients_item',
            measured: `kết thúc bằng “${first.text.slice(-1)}”`,
            required: `mỗi nơi kết thúc “${separator}”, nơi cuối kết thúc “${last}”`,
            at: wrong.map((line) => whereIs(line)),
            message: `Dấu câu trong Nơi nhận chưa đúng. Đề nghị cuối mỗi dòng ghi “${separator}”, dòng cuối ghi “${last}”.`,
          }),
        ]),
    ...(keep === ending
      ? []
      : [
          finding({
            code: 'recipients_keep_last',
            component: 'recipients_item',
            measured: keep === undefined ? 'không có dòng Lưu' : `Lưu ở dòng ${items.indexOf(keep) + 1}`,
            required: 'dòng Lưu đứng cuối danh sách',
            at: [whereIs(keep ?? ending)],
            message: 'Nơi lưu phải là dòng cuối của Nơi nhận. Đề nghị ghi dòng “- Lưu: …” ở cuối.',
          }),
        ]),
  ]
}

const annexes = (found: Found): Finding[] => {
  const bare = found.annexes.filter((annex) => annex.reference === null)
  if (bare.length === 0) return []
  return [
    finding({
      code: 'annex_reference_missing',
      component: 'annex_reference',
      measured: 'không thấy',
      required: '(Kèm theo … số … ngày … của …)',
      at: bare.map((annex) => whereIs(annex.label)),
      message:
        'Phụ lục chưa có dòng “(Kèm theo … số … ngày … của …)”. Đề nghị ghi dưới tên phụ lục, chữ nghiêng, trong ngoặc đơn.',
    }),
  ]
}

/** Components that must be there or not, and how text is set. */
export const bodyRules = (found: Found, profile: FormatProfile): Finding[] => [
  ...runningText(found, profile),
  ...legalBases(found, profile),
  ...addressees(found, profile),
  ...signature(found, profile),
  ...recipients(found, profile),
  ...annexes(found),
]
