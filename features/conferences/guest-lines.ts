// Guests from pasted lines: “post; body; group”, or the columns of a sheet. Pure.
import { accept, refuse, type Result } from '@kheo/core/result.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { GuestGroup } from './facts.ts'
import type { NewGuest } from './plan-shapes.ts'

/** Words, without tones, by which an office names a group. */
const GROUPS: Readonly<Record<GuestGroup, readonly string[]>> = {
  chair: ['chu tri', 'chu toa', 'doan chu tich'],
  leader: ['lanh dao', 'dai bieu cap tren', 'cap tren'],
  delegate: ['dai bieu', 'thanh phan', ''],
  guest: ['khach moi', 'khach'],
  award: ['khen thuong', 'duoc khen', 'duoc khen thuong', 'nhan khen thuong'],
  press: ['bao chi', 'truyen thong', 'phong vien'],
}
const HEADS = ['chuc danh', 'chuc vu', 'stt', 'tt']
const MOST = 300

const groupOf = (text: string): GuestGroup | undefined => {
  const folded = foldVietnamese(text).trim()
  return (Object.keys(GROUPS) as GuestGroup[]).find((group) => GROUPS[group].includes(folded))
}

/** Chairs and leaders keep the order of the lines as their rank; nobody else has one. */
export const OTHERS = 100

type Unread = { readonly code: 'conference.line_unreadable'; readonly line: number; readonly text: string }

/** Empty lines and a line of headings are passed over; the first line that cannot be read is refused, with its number. */
export function readLines(text: string): Result<readonly NewGuest[], Unread> {
  const guests: NewGuest[] = []
  for (const [index, raw] of text.normalize('NFC').split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '') continue
    const cells = line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.replaceAll(/\s+/g, ' ').trim())
    if (HEADS.includes(foldVietnamese(cells[0] ?? ''))) continue
    const [post = '', body = '', named = ''] = /^\d+\.?$/.test(cells[0] ?? '') ? cells.slice(1) : cells
    const group = groupOf(named)
    if (post === '' || group === undefined || post.length > MOST || body.length > MOST)
      return refuse({ code: 'conference.line_unreadable', line: index + 1, text: line.slice(0, 80) })
    const isRanked = group === 'chair' || group === 'leader'
    guests.push({ name: '', post, body, group, rank: isRanked ? guests.length + 1 : OTHERS, point: null })
  }
  return accept(guests)
}

/** Guests who are not on the list yet, each once: the same post of the same body is the same guest. */
export function newAmong(
  held: readonly Pick<NewGuest, 'name' | 'post' | 'body'>[],
  given: readonly NewGuest[],
): readonly NewGuest[] {
  const keyOf = ({ name, post, body }: Pick<NewGuest, 'name' | 'post' | 'body'>): string =>
    [name, post, body].map(foldVietnamese).join('|')
  const seen = new Set(held.map(keyOf))
  return given.filter((guest) => {
    const key = keyOf(guest)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
