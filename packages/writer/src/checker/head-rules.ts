// Judges the words of the head: titles of the right family, lines drawn below them, number, day, kind and summary.
import type { ComponentCode, FormatProfile } from '../profile.ts'
import type { Found } from './find.ts'
import { isTail, isUnderlined, keyOf, type Line } from './lines.ts'
import { numberRules } from './number-rules.ts'
import type { PaperParagraph, ReadPaper } from './read-model.ts'
import { finding, type Finding, partNames, whereIs } from './report.ts'

const frameOf = ({ frame }: FormatProfile): readonly ComponentCode[] =>
  frame.headerRows.flatMap((row) => [...row.left, ...row.right])

const missing = (code: ComponentCode, required: string, mend: string): Finding =>
  finding({
    code: `${code}_missing`,
    component: code,
    measured: 'không thấy',
    required,
    message: `Không thấy ${partNames[code].charAt(0).toLowerCase()}${partNames[code].slice(1)}. Đề nghị ${mend}.`,
  })

const fixedText = (code: ComponentCode, profile: FormatProfile): string => {
  const style = profile.components.get(code)
  const text = style?.text ?? partNames[code]
  return style?.case === 'upper' ? text.toUpperCase() : text
}

function titles(found: Found, profile: FormatProfile): Finding[] {
  const frame = frameOf(profile)
  const all = ['national_name', 'motto', 'party_name', 'issuing_body', 'number', 'place_date'] as const
  const lost = all.filter((code) => frame.includes(code) && found.of(code).length === 0)
  const foreign = (['national_name', 'party_name'] as const).flatMap((code): Finding[] => {
    const [line] = found.of(code)
    if (line === undefined || frame.includes(code)) return []
    const isState = code === 'national_name'
    return [
      finding({
        code: isState ? 'national_name_in_party' : 'party_name_in_state',
        component: code,
        measured: line.text,
        required: `không có ${isState ? 'Quốc hiệu' : 'tiêu đề Đảng Cộng sản Việt Nam'}`,
        at: [whereIs(line)],
        message: isState
          ? 'Văn bản của Đảng không ghi Quốc hiệu, tiêu ngữ. Đề nghị thay bằng tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”.'
          : 'Văn bản này không ghi tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”. Đề nghị thay bằng Quốc hiệu, tiêu ngữ.',
      }),
    ]
  })
  return [
    ...foreign,
    ...lost.map((code) => missing(code, fixedText(code, profile), `ghi “${fixedText(code, profile)}” ở đầu văn bản`)),
  ]
}

function mottoWords(found: Found, profile: FormatProfile): Finding[] {
  const [line] = found.of('motto')
  const wanted = profile.components.get('motto')?.text
  if (line === undefined || wanted == null || line.text.replaceAll(/\s+/g, ' ').normalize('NFC') === wanted) return []
  return [
    finding({
      code: 'motto_text',
      component: 'motto',
      measured: line.text,
      required: wanted,
      at: [whereIs(line)],
      message: `Tiêu ngữ viết chưa đúng. Đề nghị viết “${wanted}”: chữ cái đầu các cụm từ viết hoa, giữa các cụm có gạch nối và dấu cách.`,
    }),
  ]
}

const isInCellOf = (paragraph: PaperParagraph, line: Line): boolean => {
  const [mine, theirs] = [paragraph.place, line.paragraph.place]
  if (theirs.kind === 'cell')
    return (
      mine.kind === 'cell' && mine.table === theirs.table && mine.row === theirs.row && mine.column === theirs.column
    )
  return theirs.kind === 'box' && mine.kind === 'box' && mine.box === theirs.box
}

type Below = 'drawn' | 'typed' | 'underlined' | 'none'

/** What stands below the last line of a component: a drawn line, one typed with signs, or nothing. */
function below(paper: ReadPaper, line: Line): Below {
  const own = line.paragraph
  const after = paper.paragraphs.slice(line.at + 1, line.at + 4)
  const nextWithText = after.findIndex((it) => it.text.trim() !== '')
  const empties = nextWithText === -1 ? after : after.slice(0, nextWithText)
  const next = nextWithText === -1 ? undefined : after[nextWithText]
  const isBordered =
    own.look.bottomRule ||
    empties.some((it) => it.look.topRule || it.look.bottomRule) ||
    (next?.look.topRule === true && (own.place.kind === 'page' || isInCellOf(next, line)))
  const inCell = paper.paragraphs.filter((it) => isInCellOf(it, line))
  const isDrawn = [own, ...empties, ...(next === undefined ? [] : [next]), ...inCell].some((it) => it.drawnLines > 0)
  if (isBordered || isDrawn) return 'drawn'
  if (next !== undefined && isTail(next.text) && /[-–—_]{3,}/.test(next.text)) return 'typed'
  return isUnderlined(line) ? 'underlined' : 'none'
}

const typedWords = { typed: 'gõ bằng dấu', underlined: 'gạch chân chữ', none: 'không có' } as const

function rules(paper: ReadPaper, found: Found, profile: FormatProfile): Finding[] {
  const ruled = [...profile.components].filter(([code, style]) => style.rule !== null && found.of(code).length > 0)
  const inHead = ruled.filter(([code]) => code !== 'summary')
  const drawnInHead = paper.paragraphs.slice(0, found.headEnd).reduce((sum, it) => sum + it.drawnLines, 0)
  // A drawn line may be anchored at any paragraph of the head; with one for each component none is missing.
  const hasAll = drawnInHead >= inHead.length && inHead.length > 0
  return ruled.flatMap(([code, style]): Finding[] => {
    const line = found.of(code).at(-1)
    if (line === undefined || (hasAll && code !== 'summary')) return []
    const stands = below(paper, line)
    if (stands === 'drawn') return []
    const isCustom = style.source?.includes('thông lệ') === true
    return [
      finding({
        code: `${code}_rule_missing`,
        component: code,
        severity: stands === 'none' && !isCustom ? 'error' : 'warning',
        measured: typedWords[stands],
        required: 'đường kẻ ngang nét liền bên dưới',
        at: [whereIs(line)],
        message: `Dưới ${partNames[code]} phải có đường kẻ ngang nét liền, vẽ bằng lệnh vẽ (Line)${stands === 'underlined' ? ', không dùng gạch chân chữ' : ''}. Đề nghị vẽ đường kẻ.`,
      }),
    ]
  })
}

function tails(paper: ReadPaper, found: Found, profile: FormatProfile): Finding[] {
  return [...profile.components].flatMap(([code, style]): Finding[] => {
    const line = found.of(code).at(-1)
    if (style.tail === null || line === undefined) return []
    const next = found.lines[found.lines.indexOf(line) + 1]
    if ((next !== undefined && isTail(next.text)) || below(paper, line) === 'drawn') return []
    return [
      finding({
        code: `${code}_tail_missing`,
        component: code,
        severity: code === 'issuing_body' ? 'error' : 'warning',
        measured: 'không có',
        required: `dòng “${style.tail}” bên dưới`,
        at: [whereIs(line)],
        message: `Dưới ${partNames[code]} chưa có dòng “${style.tail}”. Đề nghị ghi thêm, canh giữa.`,
      }),
    ]
  })
}

const PARTS = /^(.*?)[,.]?\s*ngày\s*([\d.…_\s]*?)\s*tháng\s*([\d.…_\s]*?)\s*năm\s*([\d.…_\s]*)\.?$/iu

function dateZeros(line: Line, day: string, month: string, { date }: FormatProfile): Finding[] {
  const isLow = (text: string, most: number) => /^[1-9]$/.test(text) && Number(text) <= most
  const at = [whereIs(line)]
  const lacks = isLow(day, 9) || isLow(month, date.padMonthsUpTo)
  const required = `ngày dưới 10${date.padMonthsUpTo > 0 ? `, tháng 1 đến ${date.padMonthsUpTo}` : ''} thêm số 0 ở trước`
  if (lacks)
    return [
      finding({
        code: 'date_zero',
        component: 'place_date',
        measured: line.text,
        required,
        at,
        message: `Ngày tháng thiếu số 0. Đề nghị viết ${required}.`,
      }),
    ]
  if (!/^0[1-9]$/.test(month) || Number(month) <= date.padMonthsUpTo) return []
  return [
    finding({
      code: 'date_zero_extra',
      component: 'place_date',
      severity: 'warning',
      measured: line.text,
      required: `chỉ tháng 1 đến ${date.padMonthsUpTo} thêm số 0`,
      at,
      message: `Tháng ${Number(month)} không cần số 0 ở trước. Đề nghị viết “tháng ${Number(month)}”.`,
    }),
  ]
}

function placeDate(found: Found, profile: FormatProfile): Finding[] {
  const [line] = found.of('place_date')
  if (line === undefined) return []
  const [, place, day, month, year] = PARTS.exec(line.text) ?? []
  if (
    place === undefined ||
    place.trim() === '' ||
    day === undefined ||
    month === undefined ||
    !/\d{4}/.test(year ?? '')
  )
    return [
      finding({
        code: 'place_date_pattern',
        component: 'place_date',
        measured: line.text,
        required: 'Địa danh, ngày … tháng … năm …',
        at: [whereIs(line)],
        message:
          'Dòng địa danh, ngày tháng chưa đúng mẫu. Đề nghị ghi địa danh, dấu phẩy, rồi ngày, tháng, năm bằng chữ số.',
      }),
    ]
  return dateZeros(line, day, month, profile)
}

/** Whether the paper is a công văn, which has no title. */
export function isLetterFound(found: Found, profile: FormatProfile): boolean {
  if (found.kind !== null) return false
  if (found.of('letter_summary').length > 0) return true
  const number = found.of('number')[0]?.text ?? ''
  const abbreviations = [...profile.kinds].flatMap(([code, kind]) =>
    code === profile.number.letterKind ? [] : [kind.abbreviation],
  )
  const isOfKind = number.split(/[\s/-]+/).some((part) => abbreviations.includes(part))
  return !isOfKind && found.of('addressee').length > 0
}

function kindAndSummary(found: Found, profile: FormatProfile): Finding[] {
  if (isLetterFound(found, profile)) {
    const [line] = found.of('letter_summary')
    return line === undefined
      ? [missing('letter_summary', 'V/v …, dưới số, ký hiệu', 'ghi trích yếu “V/v …” dưới số, ký hiệu')]
      : []
  }
  if (found.kind === null)
    return [missing('kind', 'tên loại in hoa, giữa trang', 'ghi tên loại văn bản bằng chữ in hoa, đậm, giữa trang')]
  const [kind] = found.of('kind')
  const title = profile.kinds.get(found.kind)?.title ?? ''
  const isJoined = kind !== undefined && keyOf(kind.text) !== keyOf(title)
  if (found.of('summary').length > 0 || isJoined) return []
  return [missing('summary', 'trích yếu dưới tên loại', 'ghi trích yếu nội dung dưới tên loại, chữ thường, đậm')]
}

/** Faults in what the head says and in the lines below its parts. */
export const headRules = (paper: ReadPaper, found: Found, profile: FormatProfile): Finding[] => [
  ...titles(found, profile),
  ...mottoWords(found, profile),
  ...rules(paper, found, profile),
  ...tails(paper, found, profile),
  ...numberRules(found, profile, isLetterFound(found, profile)),
  ...placeDate(found, profile),
  ...kindAndSummary(found, profile),
]
