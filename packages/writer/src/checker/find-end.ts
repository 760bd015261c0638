// The end of a paper: signature, recipients, and the heads of annexes. It judges nothing.
import { isBold, isUpper, keyOf, type Line } from './lines.ts'

export type AnnexFound = { readonly label: Line; readonly title: readonly Line[]; readonly reference: Line | null }

export type End = {
  /** Index in the lines of the first line of the signature; the number of lines when there is none. */
  readonly start: number
  readonly authority: readonly Line[]
  readonly post: readonly Line[]
  readonly signer: readonly Line[]
  readonly label: Line | null
  /** One for each recipient, with the lines it runs over. */
  readonly items: readonly Line[]
  readonly annexes: readonly AnnexFound[]
}

const LABEL = /^Nơi\s+nhận/iu
export const AUTHORITY = /^(?:TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L|T\/UQ|TUN)[./ ]\s*\S/u
const POST =
  /^(?:Q\. ?|QUYỀN )?(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG|GIÁM ĐỐC|CHÁNH|CHỦ TRÌ|CHỦ TỌA|THƯ KÝ|ỦY VIÊN|TỔ TRƯỞNG|HIỆU TRƯỞNG|CHỦ NHIỆM|TỔNG THƯ KÝ|ĐẠI DIỆN|NGƯỜI)/u
const ANNEX = /^PHỤ LỤC(?:\s+(?:SỐ\s*)?(?:[IVXLC]+|\d+))?(?:\s*[:.–-].*)?$/u
const REFERENCE = /^\(?\s*(?:Kèm theo|Ban hành kèm theo|Đính kèm)/iu
const TAIL_WITHOUT_LABEL = 25
const MOST_RECIPIENTS = 200

const isAnnexLabel = (line: Line): boolean => {
  if (line.paragraph.place.kind === 'cell' || !ANNEX.test(keyOf(line.text))) return false
  const { align } = line.paragraph.look
  return align === 'center' || align === 'right' || isBold(line)
}

function annexAt(lines: readonly Line[], at: number): AnnexFound | undefined {
  const label = lines[at]
  if (label === undefined) return undefined
  const title: Line[] = []
  for (const line of lines.slice(at + 1, at + 8)) {
    if (line.paragraph.place.kind === 'cell' || isAnnexLabel(line)) break
    if (REFERENCE.test(line.text)) return { label, title, reference: line }
    if (line.paragraph.look.align !== 'center' && !isUpper(line.text)) break
    title.push(line)
  }
  return { label, title, reference: null }
}

const isSameTable = (line: Line, as: Line): boolean =>
  line.paragraph.place.kind === 'cell' &&
  as.paragraph.place.kind === 'cell' &&
  line.paragraph.place.table === as.paragraph.place.table

/** Whether a line stands in the column of another: in its cell, or beside other lines in the same way. */
function isBelow(line: Line, label: Line): boolean {
  const [mine, theirs] = [line.paragraph.place, label.paragraph.place]
  if (theirs.kind === 'cell')
    return (
      mine.kind === 'cell' && mine.table === theirs.table && mine.row >= theirs.row && mine.column === theirs.column
    )
  if (theirs.kind === 'box') return mine.kind === 'box' && mine.box === theirs.box
  return mine.kind === 'page' && (line.column !== 'right' || label.column === 'right')
}

/** Lines of one recipient are put together; the list ends with what follows its full stop without a mark. */
function itemsBelow(zone: readonly Line[], label: Line): readonly Line[] {
  const items: Line[] = []
  const from = zone.indexOf(label) + 1
  for (const line of zone.slice(from, from + MOST_RECIPIENTS)) {
    if (!isBelow(line, label) || AUTHORITY.test(line.text)) continue
    const before = items.at(-1)
    const isMarked = /^[-–—+•*]/.test(line.text)
    if (isMarked) items.push(line)
    else if (before !== undefined && !before.text.endsWith('.'))
      items[items.length - 1] = { ...before, text: `${before.text} ${line.text}` }
    else if (before !== undefined || (line.column === null && items.length > 0)) break
    else items.push(line)
  }
  return items
}

const isPost = (line: Line): boolean => isUpper(line.text) && POST.test(keyOf(line.text))

/** A name stands in the cell of the post, or in plain lines below it; what follows the signature has a place of its own. */
const isUnder = (line: Line, post: Line): boolean =>
  post.paragraph.place.kind === 'cell' ? isBelow(line, post) : line.column === post.column && isBelow(line, post)

/** Who signs on the right: authority, posts, name. */
function signedIn(zone: readonly Line[], items: readonly Line[], label: Line | null) {
  const taken = new Set([label, ...items].map((line) => line?.at))
  const free = zone.filter((line) => line.column === 'right' || !taken.has(line.at))
  const authority = free.find((line) => AUTHORITY.test(line.text))
  const after = authority === undefined ? free : free.slice(free.indexOf(authority) + 1)
  const right = after.filter((line) => line.column === (authority?.column ?? line.column))
  const post = right.find(isPost) ?? after.find((line) => isUpper(line.text) && line.column === 'right')
  const below = post === undefined ? [] : right.slice(right.indexOf(post) + 1)
  const signer = below.findLast(
    (line) => post !== undefined && isUnder(line, post) && !isUpper(line.text) && line.text.length < 60,
  )
  return { authority, post, signer }
}

/** The end of the paper in its lines from `from` on. */
export function findEnd(lines: readonly Line[], from: number): End {
  const annexStarts = lines.flatMap((line, index) => (index > from && isAnnexLabel(line) ? [index] : []))
  const annexFrom = annexStarts[0] ?? lines.length
  const labelAt = lines.findIndex((line, index) => index > from && index < annexFrom && LABEL.test(line.text))
  const label = lines[labelAt] ?? null
  const first = label === null ? -1 : lines.findIndex((line) => line === label || isSameTable(line, label))
  const authorityAt = lines.findIndex(
    (line, index) =>
      index >= Math.max(from, annexFrom - TAIL_WITHOUT_LABEL) &&
      index < annexFrom &&
      (AUTHORITY.test(line.text) || isPost(line)),
  )
  const starts = [first, authorityAt].filter((at) => at !== -1)
  const start = starts.length === 0 ? annexFrom : Math.min(...starts)
  const zone = lines.slice(start, annexFrom)
  const items = label === null ? [] : itemsBelow(zone, label)
  const { authority, post, signer } = signedIn(zone, items, label)
  const one = (line: Line | undefined) => (line === undefined ? [] : [line])
  return {
    start,
    authority: one(authority),
    post: one(post),
    signer: one(signer),
    label,
    items,
    annexes: annexStarts.flatMap((at) => annexAt(lines, at) ?? []),
  }
}
