// Finds each component of a paper's frame and tells its running text from its headings. It judges nothing.
import type { ComponentCode, FormatProfile } from '../profile.ts'
import { type AnnexFound, findEnd } from './find-end.ts'
import { ADDRESSEE, findHead } from './find-head.ts'
import { isBold, isItalic, isUpper, keyOf, type Line, linesOf, wholeLine } from './lines.ts'
import type { ReadPaper } from './read-model.ts'

export type Found = {
  readonly lines: readonly Line[]
  readonly of: (component: ComponentCode) => readonly Line[]
  /** Code of the kind whose title stands on the paper. */
  readonly kind: string | null
  readonly annexes: readonly AnnexFound[]
  /** Running text between the head and the signature, by paragraph. */
  readonly body: readonly Line[]
  readonly headings: readonly Line[]
  /** Index among the paragraphs where the head ends, where the signature begins, and where annexes begin. */
  readonly headEnd: number
  readonly signatureStart: number
  readonly annexStart: number
  /** ISO day on the paper; null when it is open or no day. */
  readonly day: string | null
}

const HEADING = /^(?:Phần|Chương|Mục|Điều)\s+\S|^(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)/]\s*\S/u
const BASIS = /^(?:[-–]\s*)?(?:Căn\s+cứ|Xét|Theo\s+đề\s+nghị|Trên\s+cơ\s+sở)\s/iu
const BASIS_FIRST = /^(?:[-–]\s*)?Căn\s+cứ\s/iu
/** A sentence that begins with Căn cứ and goes on to say what is done is text, not a legal basis. */
const MAIN_CLAUSE = /như sau|:$|(?:ban hành|báo cáo|xây dựng|thông báo|kính đề nghị|kính mời|đề nghị)\s.{12,}\.$/iu
const MOST_CLAUSE = 600
const DECIDING = ['quyet-dinh', 'nghi-quyet', 'chi-thi', 'quy-dinh', 'quy-che']

/** Legal bases stand together, first in the text. */
function basesIn(text: readonly Line[], kind: string | null): readonly Line[] {
  const start = text.slice(0, 6).findIndex((line) => BASIS_FIRST.test(line.text))
  if (start === -1) return []
  const rest = text.slice(start)
  const end = rest.findIndex((line) => !BASIS.test(line.text))
  const bases = rest.slice(0, end === -1 ? undefined : end)
  const last = bases.at(-1)
  const isText =
    last !== undefined &&
    MAIN_CLAUSE.test(last.text.slice(-MOST_CLAUSE)) &&
    !isItalic(last) &&
    !DECIDING.includes(kind ?? '')
  return isText ? bases.slice(0, -1) : bases
}

/** Kính gửi and the list below it. */
function addresseesIn(text: readonly Line[]): readonly Line[] {
  const start = text.slice(0, 8).findIndex((line) => ADDRESSEE.test(line.text))
  const first = text[start]
  if (first === undefined) return []
  const list: Line[] = []
  if (first.text.endsWith(':'))
    for (const line of text.slice(start + 1)) {
      if (!/^[-–•+]/.test(line.text)) break
      list.push(line)
      if (line.text.endsWith('.')) break
    }
  return [first, ...list]
}

/** ISO day; null when a part is open or there is no such day. */
function dayIn(words: string): string | null {
  const [, day, month, year] = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(words) ?? []
  if (day === undefined || month === undefined || year === undefined) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const made = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(iso) ? iso : null
}

const isHeading = (line: Line): boolean =>
  line.paragraph.look.outline !== null ||
  (HEADING.test(line.text) && line.text.length < 160 && (isBold(line) || isItalic(line) || isUpper(line.text)))

/** Notes, centred lines and signs are no running text; a long paragraph always is. */
const isProse = (line: Line): boolean => {
  if (isItalic(line) && line.text.length < 200) return false
  return line.text.length >= 80 || (line.text.length >= 20 && line.paragraph.look.align !== 'center' && !isBold(line))
}

const without = (lines: readonly Line[], some: readonly Line[]): readonly Line[] => {
  const taken = new Set(some)
  return lines.filter((line) => !taken.has(line))
}

/** Every component of the paper, under the words of the profile's kinds. */
export function findComponents(paper: ReadPaper, profile: FormatProfile): Found {
  const lines = linesOf(paper)
  const head = findHead(lines, profile)
  const end = findEnd(lines, head.end - 1)
  const signatureStart = lines[end.start]?.at ?? paper.paragraphs.length
  const annexStart = end.annexes[0]?.label.at ?? paper.paragraphs.length
  const headEnd = lines[head.end]?.at ?? paper.paragraphs.length
  const text = paper.paragraphs.flatMap((paragraph, at) =>
    at >= headEnd && at < signatureStart && paragraph.place.kind === 'page' && paragraph.text.trim() !== ''
      ? [wholeLine(paragraph, at)]
      : [],
  )
  const addressees = addresseesIn(text)
  const free = without(text, addressees)
  const bases = basesIn(free, head.kind)
  const running = without(free, bases)
  const headings = running.filter(isHeading)
  const day = head.lines.get('place_date')?.[0]?.text
  const ends: Partial<Record<ComponentCode, readonly Line[]>> = {
    addressee: addressees,
    legal_basis: bases,
    authority: end.authority,
    post: end.post,
    signer: end.signer,
    recipients_label: end.label === null ? [] : [end.label],
    recipients_item: end.items,
    annex_label: end.annexes.map((annex) => annex.label),
    annex_title: end.annexes.flatMap((annex) => annex.title),
    annex_reference: end.annexes.flatMap((annex) => annex.reference ?? []),
  }
  return {
    lines,
    of: (component) => {
      const byHead: ReadonlyMap<string, readonly Line[]> = head.lines
      return byHead.get(component) ?? ends[component] ?? []
    },
    kind: head.kind,
    annexes: end.annexes,
    body: without(running, headings).filter(isProse),
    headings,
    headEnd,
    signatureStart,
    annexStart,
    day: day === undefined ? null : dayIn(day),
  }
}

/** The family that a head speaks for, by its titles first, by its bodies and number else. */
export function familyOf(paper: ReadPaper): 'party' | 'state' | 'front' {
  const head = linesOf(paper).slice(0, 40)
  const keys = head.map((line) => keyOf(line.text))
  if (keys.includes('ĐẢNG CỘNG SẢN VIỆT NAM')) return 'party'
  const isFront = keys.slice(0, 8).some((key) => /^(?:ỦY BAN )?(?:MẶT TRẬN|MTTQ)|^UBMTTQ|^ỦY BAN MẶT TRẬN/u.test(key))
  if (isFront || head.some((line) => /^Số\s.*MTTQ/u.test(line.text))) return 'front'
  const isParty = head.some((line) => /^Số\s*[\d.…]*\s*-\s*\p{L}+\s*\//u.test(line.text))
  return isParty && !keys.some((key) => key.startsWith('CỘNG H')) ? 'party' : 'state'
}
