// The head of a paper: titles, bodies, number, place and day, kind and summary, by their words and place. It judges nothing.
import type { FormatProfile } from '../profile.ts'
import { isBold, isTail, isUpper, keyOf, type Line } from './lines.ts'

export type HeadComponent =
  | 'national_name'
  | 'motto'
  | 'party_name'
  | 'governing_body'
  | 'issuing_body'
  | 'number'
  | 'place_date'
  | 'kind'
  | 'summary'
  | 'letter_summary'
  | 'decided_by'

export type Head = {
  readonly lines: ReadonlyMap<HeadComponent, readonly Line[]>
  /** Code of the kind whose title was found. */
  readonly kind: string | null
  /** Index in the lines where the head ends. */
  readonly end: number
}

const MOST_LINES = 60
const LONG = 160

export const ADDRESSEE = /^Kính\s+gửi/iu
const STOP = /^(?:Kính\s+gửi|Căn\s+cứ|Nơi\s+nhận)/iu
const NUMBER = /^Số\s*(?::|\d|[.…_]|\s*[/-])/iu
const PLACE_DATE = /ngày.*tháng.*năm/iu
/** Words of an annex's reference; a place whose name stands in brackets goes on with a comma and the day. */
const ANNEX_WORDS = /^\((?![^()]*\),\s*ngày)|kèm theo/iu
const LETTER_SUMMARY = /^(?:V\/v|v\/v|Về việc)/u

/** A line that begins with one of these names a body; any other goes on with the name above. */
const BODY =
  /^(?:ỦY BAN|UBND|UBMTTQ|HĐND|HỘI|ĐẢNG BỘ|ĐẢNG ỦY|ĐẢNG|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|BAN|MẶT TRẬN|MTTQ|LIÊN ĐOÀN|ĐOÀN|TỈNH ĐOÀN|SỞ|PHÒNG|VĂN PHÒNG|BỘ|TRUNG TÂM|CHI BỘ|CHI CỤC|CỤC|CÔNG ĐOÀN|CÔNG AN|TRƯỜNG|TRẠM|THƯỜNG TRỰC|KHỐI|CƠ QUAN|TỔ|ĐẠI HỘI|THANH TRA|BAN CHỈ HUY)(?:\s|$)/u
/** Names that need the next line even when that one could stand alone. */
const UNFINISHED = /(?:BAN CHẤP HÀNH|BAN THƯỜNG VỤ|HỘI ĐỒNG|THƯỜNG TRỰC)$/u

const NATIONAL = /^CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/u
const isNational = (text: string): boolean => NATIONAL.test(keyOf(text))
const isMotto = (text: string): boolean => /độc\s+lập.{0,4}tự\s+do.{0,4}hạnh\s+phúc/iu.test(text)
const isParty = (text: string): boolean => keyOf(text) === 'ĐẢNG CỘNG SẢN VIỆT NAM'

/** The kinds of a profile by the key of their titles, the longest first. */
const titlesOf = (profile: FormatProfile): readonly (readonly [string, string])[] =>
  [...profile.kinds]
    .filter(([code]) => code !== profile.number.letterKind)
    .map(([code, kind]) => [keyOf(kind.title), code] as const)
    .toSorted((a, b) => b[0].length - a[0].length)

function kindIn(line: Line, titles: readonly (readonly [string, string])[]): string | undefined {
  const key = keyOf(line.text)
  const exact = titles.find(([title]) => title === key)
  if (exact !== undefined) return exact[1]
  const isTitle = isUpper(line.text) && isBold(line) && line.column === null && line.paragraph.look.align === 'center'
  return isTitle ? titles.find(([title]) => key.startsWith(`${title} `))?.[1] : undefined
}

const isFrame = (text: string): boolean =>
  text.length < LONG &&
  (isNational(text) || isMotto(text) || isParty(text) || NUMBER.test(text) || PLACE_DATE.test(text))

/** Where the head gives way to those addressed, to legal bases or to running text. */
function stopOf(lines: readonly Line[]): number {
  const at = lines.findIndex(
    (line, index) =>
      index >= MOST_LINES ||
      STOP.test(line.text) ||
      (line.text.length > LONG && !isUpper(line.text) && !LETTER_SUMMARY.test(line.text)) ||
      (/[:;]$/.test(line.text) && !isFrame(line.text) && index > 6),
  )
  return at === -1 ? Math.min(lines.length, MOST_LINES) : at
}

/** Bodies from lines: the last is the one that issues. */
function bodiesIn(lines: readonly Line[]): readonly (readonly Line[])[] {
  const bodies: Line[][] = []
  for (const line of lines) {
    const before = bodies.at(-1)
    const isNext =
      before === undefined || (BODY.test(keyOf(line.text)) && !UNFINISHED.test(keyOf(before.at(-1)?.text ?? '')))
    if (isNext) bodies.push([line])
    else before.push(line)
  }
  return bodies
}

/** After the title: the summary, and who decides, in capitals below it. */
function titleIn(
  lines: readonly Line[],
  from: number,
  kind: string,
): { summary: Line[]; decidedBy: Line[]; end: number } {
  const summary: Line[] = []
  const decidedBy: Line[] = []
  const decides = kind === 'quyet-dinh' || kind === 'nghi-quyet'
  let at = from
  for (; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined || line.paragraph.place.kind === 'cell' || STOP.test(line.text)) break
    if (isTail(line.text)) continue
    const isCentred = line.paragraph.look.align === 'center'
    if (!isCentred && !(isBold(line) && summary.length === 0)) break
    if (line.text.length > 2 * LONG || (line.text.endsWith(':') && isUpper(line.text))) break
    if (isUpper(line.text) && (decides || summary.length > 0)) decidedBy.push(line)
    else if (decidedBy.length > 0 || (summary.length > 0 && /^(?:[IVX]+|\d+)[.)]\s/.test(line.text))) break
    else summary.push(line)
  }
  return { summary, decidedBy, end: at }
}

function letterSummaryIn(head: readonly Line[], number: Line | undefined): readonly Line[] {
  const start = head.findIndex((line) => LETTER_SUMMARY.test(line.text))
  const first = head[start]
  const isSameCell = (line: Line, as: Line) =>
    line.paragraph.place.kind === 'cell' && as.paragraph.place.kind === 'cell'
      ? line.paragraph.place.table === as.paragraph.place.table &&
        line.paragraph.place.row === as.paragraph.place.row &&
        line.paragraph.place.column === as.paragraph.place.column
      : line.at === as.at
  if (first !== undefined)
    return [first, ...head.slice(start + 1).filter((line) => isSameCell(line, first) && !isFrame(line.text))]
  if (number === undefined) return []
  return head
    .slice(head.indexOf(number) + 1)
    .filter((line) => isSameCell(line, number) && !isFrame(line.text) && !isTail(line.text))
}

/** The components of the head. What is not there has no lines. */
export function findHead(lines: readonly Line[], profile: FormatProfile): Head {
  const stop = stopOf(lines)
  const titles = titlesOf(profile)
  const kindAt = lines.slice(0, stop).findIndex((line) => !isFrame(line.text) && kindIn(line, titles) !== undefined)
  const kindLine = kindAt === -1 ? undefined : lines[kindAt]
  const kind = kindLine === undefined ? null : (kindIn(kindLine, titles) ?? null)
  const head = lines.slice(0, kindAt === -1 ? stop : kindAt)
  const number = head.find((line) => line.text.length < LONG && NUMBER.test(line.text))
  const date = head.find((line) => line.text.length < 100 && PLACE_DATE.test(line.text) && !ANNEX_WORDS.test(line.text))
  const above = head.slice(0, number === undefined ? undefined : head.indexOf(number))
  const bodies = bodiesIn(
    above.filter(
      (line) =>
        line.column !== 'right' && line !== date && !isFrame(line.text) && !isTail(line.text) && line.text.length < 120,
    ),
  )
  const title = kind === null ? undefined : titleIn(lines, kindAt + 1, kind)
  const found = new Map<HeadComponent, readonly Line[]>()
  const put = (code: HeadComponent, some: readonly (Line | undefined)[]) => {
    const kept = some.filter((line) => line !== undefined)
    if (kept.length > 0) found.set(code, kept)
  }
  put('national_name', [head.find((line) => isNational(line.text))])
  put('motto', [head.find((line) => line.text.length < LONG && isMotto(line.text))])
  put('party_name', [head.find((line) => isParty(line.text))])
  put('governing_body', bodies.slice(0, -1).flat())
  put('issuing_body', bodies.at(-1) ?? [])
  put('number', [number])
  put('place_date', [date])
  put('kind', [kindLine])
  put('summary', title?.summary ?? [])
  put('decided_by', title?.decidedBy ?? [])
  if (kind === null) put('letter_summary', letterSummaryIn(head, number))
  return { lines: found, kind, end: title?.end ?? stop }
}
