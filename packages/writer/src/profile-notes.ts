// A format profile told in sentences: what each component is called, where it stands, how it looks and which rule says so.

import { type ComponentCode, type ComponentStyle, type FormatProfile, componentCodes } from './profile.ts'

/** What a note is about: a component of the paper, or one of the rules for the whole page. */
export type NoteAbout =
  | ComponentCode
  | 'page'
  | 'margins'
  | 'page_number'
  | 'body'
  | 'headings'
  | 'table'
  | 'number_pattern'
  | 'number_series'
  | 'date_pattern'
  | 'spelling'
  | 'authority_forms'
  | 'punctuation'

export type ProfileNote = {
  readonly about: NoteAbout
  /** The number that the rule's own drawing of a page gives it; null where it has none. */
  readonly box: string | null
  readonly title: string
  /** Where it stands; empty for rules of the whole page. */
  readonly where: string
  readonly look: string
  readonly source: string
  /** True where the value comes from practice, not from the text of a rule. */
  readonly isCustom: boolean
}

const titles: Readonly<Record<ComponentCode, string>> = {
  national_name: 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  party_name: 'Tiêu đề "Đảng Cộng sản Việt Nam"',
  governing_body: 'Tên cơ quan, tổ chức chủ quản trực tiếp',
  issuing_body: 'Tên cơ quan, tổ chức ban hành văn bản',
  number: 'Số và ký hiệu của văn bản',
  place_date: 'Địa danh, ngày, tháng, năm ban hành',
  kind: 'Tên loại văn bản',
  summary: 'Trích yếu nội dung văn bản',
  letter_summary: 'Trích yếu nội dung công văn',
  addressee: 'Nơi kính gửi',
  decided_by: 'Thẩm quyền ban hành quyết định',
  legal_basis: 'Căn cứ ban hành',
  authority: 'Quyền hạn của người ký',
  post: 'Chức vụ của người ký',
  signer: 'Chữ ký và họ tên người ký',
  recipients_label: 'Chữ "Nơi nhận"',
  recipients_item: 'Danh sách nơi nhận',
  annex_label: 'Số thứ tự phụ lục',
  annex_title: 'Tên phụ lục',
  annex_reference: 'Dòng chỉ dẫn kèm theo của phụ lục',
  check_line: 'Địa chỉ kiểm tra văn bản',
}

const places: Readonly<Partial<Record<ComponentCode, string>>> = {
  kind: 'Giữa trang, dưới phần đầu văn bản',
  summary: 'Giữa trang, ngay dưới tên loại',
  addressee: 'Trên phần nội dung; nhiều nơi thì mỗi nơi một dòng',
  decided_by: 'Giữa trang, dưới trích yếu, trên các căn cứ (chỉ ở quyết định)',
  legal_basis: 'Đầu phần nội dung, mỗi căn cứ một dòng',
  authority: 'Cuối văn bản, cột bên phải, dòng đầu',
  post: 'Cuối văn bản, cột bên phải, dưới quyền hạn của người ký',
  signer: 'Cuối văn bản, cột bên phải, dưới khoảng trống để ký',
  recipients_label: 'Cuối văn bản, cột bên trái',
  recipients_item: 'Cuối văn bản, cột bên trái, dưới chữ "Nơi nhận"',
  annex_label: 'Đầu trang của phụ lục',
  annex_title: 'Đầu trang của phụ lục, dưới số thứ tự',
  annex_reference: 'Đầu trang của phụ lục, dưới tên phụ lục',
  check_line: 'Cuối văn bản, dưới phần ký, bên phải mã vuông',
}

const figure = (value: number): string => String(value).replace('.', ',')
const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)

const aligns = { left: 'căn trái', center: 'căn giữa', right: 'căn phải', justify: 'căn đều hai lề' } as const

type Range = { readonly least: number; readonly most: number } | null
const size = (sizePt: number, range: Range): string =>
  range === null || range.least === range.most
    ? `cỡ chữ ${figure(sizePt)}`
    : `cỡ chữ ${figure(sizePt)} (cho phép ${figure(range.least)}–${figure(range.most)})`

const weight = ({ bold, italic, underline }: Pick<ComponentStyle, 'bold' | 'italic' | 'underline'>): string =>
  [italic === true ? 'kiểu nghiêng' : 'kiểu đứng', bold === true ? 'đậm' : '', underline === true ? 'gạch chân' : '']
    .filter((word) => word !== '')
    .join(', ')

const ruleWords = ({ rule, tail }: ComponentStyle): string => {
  if (rule !== null) {
    const length = rule.share === 1 ? 'dài bằng dòng chữ' : `dài khoảng ${figure(rule.share * 100)}% dòng chữ`
    return `bên dưới có đường kẻ nét liền ${figure(rule.weightPt)} pt, ${length}`
  }
  return tail === null ? '' : `bên dưới có dấu "${tail}"`
}

const lookOf = (style: ComponentStyle): string => {
  const parts = [
    style.text === null ? '' : `ghi "${style.case === 'upper' ? style.text.toUpperCase() : style.text}"`,
    style.case === 'upper' ? 'chữ in hoa' : 'chữ thường',
    size(style.sizePt, style.sizeRangePt),
    weight(style),
    aligns[style.align],
    ruleWords(style),
  ]
  return `${capital(parts.filter((part) => part !== '').join('; '))}.`
}

const placeOf = ({ frame }: FormatProfile, code: ComponentCode): string => {
  for (const side of ['left', 'right'] as const) {
    const row = frame.headerRows.findIndex((each) => each[side].includes(code))
    if (row === -1) continue
    const column = side === 'left' ? 'trái' : 'phải'
    const widthMm = side === 'left' ? frame.headerColumns.leftMm : frame.headerColumns.rightMm
    const line = (frame.headerRows[row]?.[side].indexOf(code) ?? 0) + 1
    return `Đầu trang, cột bên ${column} rộng ${figure(widthMm)} mm, hàng ${row + 1}, dòng ${line}.`
  }
  const words = places[code]
  return words === undefined ? '' : `${words}.`
}

const custom = 'theo thông lệ'
const isCustom = (source: string): boolean => source.includes(custom)

const sourced = (profile: FormatProfile, source: string | null) => {
  const said = source ?? profile.source
  return { source: capital(said), isCustom: source !== null && isCustom(source) }
}

const componentNote = (profile: FormatProfile, code: ComponentCode): ProfileNote[] => {
  const style = profile.components.get(code)
  if (style === undefined) return []
  return [
    {
      about: code,
      box: style.box,
      title: titles[code],
      where: placeOf(profile, code),
      look: lookOf(style),
      ...sourced(profile, style.source),
    },
  ]
}

const millimetres = (value: number, range: Range | undefined): string =>
  range == null || range.least === range.most
    ? `${figure(value)} mm`
    : `${figure(value)} mm (cho phép ${figure(range.least)}–${figure(range.most)})`

const pageNotes = (profile: FormatProfile): ProfileNote[] => {
  const { page, pageNumber } = profile
  const { marginsMm: margins, marginsRangeMm: ranges } = page
  const shared = { box: null, where: '' }
  const place = pageNumber.place === 'header' ? 'ở lề trên' : 'ở lề dưới'
  const first = pageNumber.hiddenOnFirst ? ', không ghi ở trang thứ nhất' : ''
  const annex = pageNumber.annexRestarts ? '; phụ lục đánh số lại từ 1' : ''
  return [
    {
      ...shared,
      about: 'page',
      title: 'Khổ giấy, phông chữ',
      look: `${figure(page.widthMm)} × ${figure(page.heightMm)} mm; phông ${profile.font}, bộ mã Unicode, màu đen.`,
      ...sourced(profile, page.source),
    },
    {
      ...shared,
      about: 'margins',
      title: 'Lề trang',
      look: `Trên ${millimetres(margins.top, ranges?.top)}; dưới ${millimetres(margins.bottom, ranges?.bottom)}; trái ${millimetres(margins.left, ranges?.left)}; phải ${millimetres(margins.right, ranges?.right)}.`,
      ...sourced(profile, page.source),
    },
    {
      ...shared,
      about: 'page_number',
      title: 'Số trang',
      look: `Chữ số Ả Rập ${place}, ${aligns[pageNumber.align]}, ${size(pageNumber.sizePt, pageNumber.sizeRangePt)}${first}${annex}.`,
      ...sourced(profile, pageNumber.source),
    },
  ]
}

const levelWords = (profile: FormatProfile): string =>
  profile.headings
    .map((heading, index) => {
      const letters = heading.case === 'upper' ? 'chữ in hoa' : 'chữ thường'
      return `cấp ${index + 1}: ${letters}, cỡ ${figure(heading.sizePt)}, ${weight({ ...heading, underline: null })}`
    })
    .join('; ')

const textNotes = (profile: FormatProfile): ProfileNote[] => {
  const { body, table } = profile
  const shared = { box: null, where: '' }
  return [
    {
      ...shared,
      about: 'body',
      title: 'Nội dung văn bản',
      look: `Chữ thường, ${size(body.sizePt, body.sizeRangePt)}, kiểu đứng, ${aligns[body.align]}; dòng đầu lùi ${figure(body.firstLineMm)} mm; cách đoạn trên ${figure(body.beforePt)} pt, dưới ${figure(body.afterPt)} pt; giãn dòng ${figure(body.lineMultiple)}.`,
      ...sourced(profile, body.source),
    },
    {
      ...shared,
      about: 'headings',
      title: 'Đề mục',
      look: `${capital(levelWords(profile))}.`,
      ...sourced(profile, body.source),
    },
    {
      ...shared,
      about: 'table',
      title: 'Bảng biểu',
      look: `Cỡ chữ ${figure(table.sizePt)}; hàng đầu ${table.headerBold ? 'chữ đậm' : 'chữ thường'}, lặp lại ở mỗi trang; đường kẻ ${figure(table.borderPt)} pt.`,
      ...sourced(profile, table.source),
    },
  ]
}

const shown = (pattern: string, words: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '')

const numberNotes = (profile: FormatProfile): ProfileNote[] => {
  const { number, numberSeries, date, dates } = profile
  const shared = { box: null, where: '' }
  const body = { state: 'UBND', party: 'ĐU', front: 'MTTQ-BTT' }[profile.family]
  const sample = { number: '5'.padStart(number.minDigits, '0'), body, unit: 'VP' }
  const letter = profile.kinds.get(number.letterKind)?.abbreviation ?? ''
  const report = profile.kinds.get('bao-cao')?.abbreviation ?? ''
  const run = numberSeries?.by === 'kind' ? 'mỗi tên loại một dãy số riêng' : 'một dãy số chung cho mọi tên loại'
  const months = date.padMonthsUpTo > 0 ? ` và tháng 1 đến tháng ${date.padMonthsUpTo}` : ''
  const inBody = dates?.body === 'dd/mm/yyyy' ? '05/07/2026' : '05/7/2026'
  return [
    {
      ...shared,
      about: 'number_pattern',
      title: 'Cách ghi số, ký hiệu',
      look: `Báo cáo: "${shown(number.pattern, { ...sample, kind: report })}"; công văn: "${shown(number.letterPattern, { ...sample, kind: letter })}". Số nhỏ hơn 10 ghi thêm số 0 ở trước.`,
      ...sourced(profile, profile.components.get('number')?.source ?? null),
    },
    {
      ...shared,
      about: 'number_series',
      title: 'Dãy số của văn bản đi',
      look: `${capital(run)}, bắt đầu từ số 01 ngày 01 tháng 01 và kết thúc ngày 31 tháng 12 hằng năm.`,
      ...sourced(profile, numberSeries === null ? custom : numberSeries.source),
    },
    {
      ...shared,
      about: 'date_pattern',
      title: 'Cách ghi ngày, tháng, năm',
      look: `"${shown(date.pattern, { place: 'Địa danh', day: '05', month: date.padMonthsUpTo >= 7 ? '07' : '7', year: '2026' })}"; ngày nhỏ hơn 10${months} ghi thêm số 0 ở trước. Trong nội dung ghi ${inBody}.`,
      ...sourced(profile, dates?.source ?? null),
    },
  ]
}

const signNotes = (profile: FormatProfile): ProfileNote[] => {
  const { authorityForms: forms, recipients, legalBasis, spelling } = profile
  const shared = { box: null, where: '' }
  const words = spelling === 'uỷ' ? 'dấu đặt ở âm chính: hoà, uỷ' : 'dấu đặt như thường viết: hòa, ủy'
  return [
    {
      ...shared,
      about: 'spelling',
      title: 'Cách đặt dấu thanh',
      look: `${capital(words)}.`,
      ...sourced(profile, custom),
    },
    {
      ...shared,
      about: 'authority_forms',
      title: 'Chữ ghi quyền hạn của người ký',
      look: `Thay mặt tập thể "${forms.collective}"; ký thay "${forms.deputy}"; thừa lệnh "${forms.order}"; thừa ủy quyền "${forms.authorised}"; quyền cấp trưởng "${forms.acting}".`,
      ...sourced(profile, profile.components.get('authority')?.source ?? null),
    },
    {
      ...shared,
      about: 'punctuation',
      title: 'Dấu câu ở căn cứ và nơi nhận',
      look: `Mỗi căn cứ kết thúc bằng "${legalBasis.separator}", căn cứ cuối bằng "${legalBasis.last}". Mỗi nơi nhận bắt đầu bằng "${recipients.marker.trim()}", kết thúc bằng "${recipients.separator}", nơi cuối bằng "${recipients.last}".`,
      ...sourced(profile, profile.components.get('recipients_item')?.source ?? null),
    },
  ]
}

/** Every rule of a profile as sentences: the page first, then the components from the head of the paper to its annexes, then the manner of writing. */
export const describeProfile = (profile: FormatProfile): readonly ProfileNote[] => [
  ...pageNotes(profile),
  ...componentCodes.flatMap((code) => componentNote(profile, code)),
  ...textNotes(profile),
  ...numberNotes(profile),
  ...signNotes(profile),
]
