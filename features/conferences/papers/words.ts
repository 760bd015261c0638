// Words and blocks that all papers of a conference share: days, hours, names of kinds and subjects, people by post, tables. Pure.
import { calendarDate, viDate, weekday } from '@kheo/core/calendar.ts'
import { formatCount } from '@kheo/core/text/number-style.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { BodyCell, Block, Run, Table, TableColumn, TableRow } from '@kheo/writer/block-model.ts'
import type {
  AwardLine,
  ConferenceFacts,
  ConferenceKind,
  ConferenceMode,
  ConferenceSubject,
  Guest,
  GuestGroup,
  QuotedFigure,
  Seat,
} from '../facts.ts'
import { clockAt, minutesOf } from '../times.ts'

export const dayWords = (day: string): string => viDate(calendarDate(day))

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const

/** `thứ Sáu, ngày 10/7/2026` */
export const longDay = (day: string): string => `${WEEKDAYS[weekday(calendarDate(day))]}, ngày ${dayWords(day)}`

/** `08:05` → `08 giờ 05` */
export const hourWords = (clock: string): string => clock.replace(':', ' giờ ')
/** `08:05` → `08h05`, for tables. */
export const hourMark = (clock: string): string => clock.replace(':', 'h')

/** The clock so many minutes later, within the day. */
export const laterBy = (clock: string, minutes: number): string => clockAt(minutesOf(clock) + minutes)

const counted = (lines: readonly AwardLine[], winner: AwardLine['winner'], word: string): string[] => {
  const count = lines.filter((line) => line.winner === winner).length
  return count === 0 ? [] : [`${formatCount(count)} ${word}`]
}

/** One phrase a form and subject: `Giấy khen cho 11 tập thể, 21 cá nhân thuộc chuyên đề “Công tác dân vận”`. */
export const awardGroups = (awards: readonly AwardLine[]): readonly string[] =>
  [...Map.groupBy(awards, ({ form, subject }) => JSON.stringify([form, subject])).values()].map((lines) => {
    const { form = '', subject = '' } = lines[0] ?? {}
    const winners = [...counted(lines, 'collective', 'tập thể'), ...counted(lines, 'individual', 'cá nhân')]
    const about = subject === '' ? '' : ` thuộc chuyên đề “${subject}”`
    return `${form} cho ${winners.join(', ')}${about}`
  })

const NOON = 12 * 60
const EVENING = 18 * 60
export const partOfDay = (clock: string): string => {
  const at = minutesOf(clock)
  if (at < NOON) return 'Sáng'
  return at < EVENING ? 'Chiều' : 'Tối'
}

/** The first letter small, unless an abbreviation begins there. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
export const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
/** Without a full stop or semicolon at the end, to be joined into a sentence. */
export const unstopped = (text: string): string => text.trim().replace(/[\s.;,:]+$/u, '')

const KIND: Readonly<Record<ConferenceKind, string>> = {
  briefing: 'giao ban',
  'interim-review': 'sơ kết',
  'final-review': 'tổng kết',
  thematic: 'chuyên đề',
}
export const kindWords = (kind: ConferenceKind): string => KIND[kind]

/** The title as a name within a sentence; it begins with “Hội nghị” whatever the officer typed. */
export function conferenceName({ title, kind }: Pick<ConferenceFacts, 'title' | 'kind'>): string {
  const typed = unstopped(title.normalize('NFC'))
  const folded = foldVietnamese(typed)
  if (folded.startsWith('hoi nghi')) return upperFirst(typed)
  const says = Object.values(KIND).some((word) => folded.startsWith(foldVietnamese(word)))
  return says ? `Hội nghị ${lowerFirst(typed)}` : `Hội nghị ${KIND[kind]} ${lowerFirst(typed)}`
}

/** Beside the number of a letter there is room for a few lines only. */
const LONG_NAME = 90
/** The name, or kind and day where the name is too long to stand in a narrow place. */
export const shortName = (facts: Pick<ConferenceFacts, 'title' | 'kind' | 'day'>): string => {
  const name = conferenceName(facts)
  return name.length > LONG_NAME ? `Hội nghị ${KIND[facts.kind]} ngày ${dayWords(facts.day)}` : name
}

const SUBJECT: Readonly<Record<ConferenceSubject, string>> = {
  'dan-van': 'công tác dân vận',
  qcdc: 'việc thực hiện quy chế dân chủ ở cơ sở',
  dvk: 'phong trào thi đua “Dân vận khéo”',
  dvcq: 'công tác dân vận chính quyền',
  coordination: 'các chương trình phối hợp',
  other: '',
}
export const subjectWords = (subjects: readonly ConferenceSubject[]): readonly string[] =>
  subjects.map((it) => SUBJECT[it]).filter((it) => it !== '')
/** `a; b; c`, as one hall that reviews several works is announced. */
export const subjectsTogether = (subjects: readonly ConferenceSubject[]): string => {
  const words = subjectWords(subjects)
  return words.length === 0 ? 'các nội dung theo chương trình' : words.join('; ')
}

const MODE: Readonly<Record<ConferenceMode, string>> = {
  'in-person': 'trực tiếp',
  online: 'trực tuyến',
  mixed: 'trực tiếp kết hợp trực tuyến',
}
export const modeWords = (mode: ConferenceMode): string => MODE[mode]

export const GROUP_TITLES: Readonly<Record<GuestGroup, string>> = {
  chair: 'Chủ trì Hội nghị',
  leader: 'Lãnh đạo dự và chỉ đạo',
  delegate: 'Đại biểu',
  guest: 'Khách mời',
  award: 'Tập thể, cá nhân được khen thưởng',
  press: 'Cơ quan báo chí, truyền thông',
}
export const groupsOf = (
  guests: readonly Guest[],
): readonly { readonly group: GuestGroup; readonly guests: readonly Guest[] }[] =>
  (Object.keys(GROUP_TITLES) as GuestGroup[])
    .map((group) => ({
      group,
      guests: guests.filter((guest) => guest.group === group).toSorted((a, b) => a.rank - b.rank || a.seq - b.seq),
    }))
    .filter((each) => each.guests.length > 0)

/** Words that lead on to the body itself: `Đại diện lãnh đạo Sở Nội vụ`. */
const SPEAKS_FOR = /^(đại diện|đại diện lãnh đạo|lãnh đạo|phóng viên)$/iu

/** Who is invited, by post: `Bí thư Đảng ủy, phường Hòa Mạc`. A body that the post already names is not said twice. */
export const postAndBody = ({ post, body }: { readonly post: string; readonly body: string }): string => {
  if (body === '' || foldVietnamese(post).includes(foldVietnamese(body))) return post
  if (post === '') return body
  return SPEAKS_FOR.test(post) ? `${post} ${body}` : `${post}, ${body}`
}

/** Who is named in a row: those of one post together, `Đại diện lãnh đạo Sở Nội vụ, Công an tỉnh`; the rest only counted. */
export function peopleTogether(
  guests: readonly Guest[],
  most: number,
): { readonly named: readonly string[]; readonly others: number } {
  const wordsOf = (guest: Guest): string => [guest.name, postAndBody(guest)].filter((it) => it !== '').join(', ')
  const each = [...new Map(guests.map((guest) => [wordsOf(guest), guest])).values()].filter((it) => wordsOf(it) !== '')
  const shown = each.slice(0, most)
  const together = Map.groupBy(shown, (guest) => (guest.name === '' && guest.body !== '' ? guest.post : wordsOf(guest)))
  const named = [...together.values()].map((some) => {
    const [first, ...more] = some
    if (first === undefined) return ''
    return more.length === 0 || first.post === ''
      ? some.map(wordsOf).join(', ')
      : `${first.post} ${some.map(({ body }) => body).join(', ')}`
  })
  return { named, others: each.length - shown.length }
}

/** Posts that name several people or a role of the day, not one official. */
const NO_ONE_PERSON = /^(đại diện|lãnh đạo|các|tập thể|tổ|nhóm|phóng viên) /iu

/** Comrades in the Party and the Front; a state office speaks to anyone without a form of address. */
export const addressed = ({ family }: Pick<ConferenceFacts, 'family'>, post: string): string => {
  if (NO_ONE_PERSON.test(post)) return lowerFirst(post)
  return family === 'state' || post === '' ? post : `đồng chí ${post}`
}

/** Who speaks, when perhaps only their body is known. */
export const speakerWords = (facts: ConferenceFacts, who: { readonly post: string; readonly body: string }): string =>
  who.post === '' ? `đại diện ${who.body}` : addressed(facts, postAndBody(who))

export const chairsOf = (facts: ConferenceFacts): string =>
  facts.chairPosts.map((post) => addressed(facts, post)).join('; ')

const ALPHABET = 26
const rowLabel = (row: number): string =>
  row <= ALPHABET
    ? String.fromCharCode(64 + row)
    : rowLabel(Math.floor((row - 1) / ALPHABET)) + rowLabel(((row - 1) % ALPHABET) + 1)
/** `A05`; row 0 is the chairs' table. */
export const seatLabel = ({ row, seat }: Seat): string =>
  row === 0 ? `Bàn chủ trì ${formatCount(seat)}` : `${rowLabel(row)}${String(seat).padStart(2, '0')}`

/** Where a guest sits, or their online point; empty while nothing is decided. */
export function placeOf(facts: ConferenceFacts, guest: Guest): string {
  if (guest.point !== null) return facts.points.find((point) => point.seq === guest.point)?.name ?? ''
  const seated = facts.seating.find((each) => each.guest === guest.seq)
  return seated === undefined ? '' : seatLabel(seated.seat)
}

export const heldDay = (facts: ConferenceFacts): string => facts.heldOn ?? facts.day

export const runs = (...parts: readonly (string | Run)[]): readonly Run[] =>
  parts.map((part) => (typeof part === 'string' ? { text: part } : part))
export const bold = (text: string): Run => ({ text, bold: true })
export const paragraph = (...parts: readonly (string | Run)[]): Block => ({ kind: 'paragraph', runs: runs(...parts) })
export const list = (items: readonly (string | readonly Run[])[]): readonly Block[] =>
  items.length === 0
    ? []
    : [{ kind: 'list', items: items.map((item) => (typeof item === 'string' ? runs(item) : item)) }]
/** Lines of a list, each closed with a semicolon and the last with a full stop. */
export const closedList = (items: readonly string[]): readonly Block[] =>
  list(items.map((item, at) => `${unstopped(item)}${at === items.length - 1 ? '.' : ';'}`))

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'] as const
export type Part = { readonly title: string; readonly blocks: readonly Block[] }
/** Parts under Roman numbers; one with nothing to say is left out and the numbers close up. */
export const numberedParts = (parts: readonly Part[]): readonly Block[] =>
  parts
    .filter((part) => part.blocks.length > 0)
    .flatMap((part, at): readonly Block[] => [
      { kind: 'heading', level: 1, text: `${ROMAN[at] ?? at + 1}. ${part.title}` },
      ...part.blocks,
    ])
/** As `numberedParts`, one level below: `1. Mục đích`. */
export const numberedSections = (parts: readonly Part[]): readonly Block[] =>
  parts
    .filter((part) => part.blocks.length > 0)
    .flatMap((part, at): readonly Block[] => [
      { kind: 'heading', level: 2, text: `${at + 1}. ${part.title}` },
      ...part.blocks,
    ])

export const tableOf = (
  columns: readonly (TableColumn & { readonly head: string })[],
  rows: readonly (readonly BodyCell[] | TableRow)[],
): Table => ({
  kind: 'table',
  columns: columns.map(({ widthMm, align }) => ({ widthMm, align })),
  headerRows: [columns.map(({ head }) => ({ text: head }))],
  rows: rows.map((row) => ('cells' in row ? row : { cells: row })),
})

/** A new page for what goes with the paper: a page of its own, its title, and which paper it belongs to. */
export const annexOf = (
  { speaker }: Pick<ConferenceFacts, 'speaker'>,
  { label, title, paper, isWide = false }: { label: string; title: string; paper: string; isWide?: boolean },
): Block => ({
  kind: 'section',
  orientation: isWide ? 'landscape' : 'portrait',
  annex: { label, title, reference: `(Kèm theo ${paper} của ${speaker})` },
})

/** A decision by its number, however it was typed: `Quyết định số 15/QĐ-UBND`. */
export const decisionWords = (typed: string): string =>
  `Quyết định số ${typed.replace(/^\s*(?:quyết định\s+)?(?:số\s*:?\s+)?/iu, '')}`

/** The first words of a summary as the family begins them: the Party in small letters after “về”. */
export const summaryFor = ({ family }: ConferenceFacts, words: string): string =>
  family === 'party' ? `về ${lowerFirst(words)}` : upperFirst(words)

/** `số lượt tiếp công dân là 117 lượt`; the number keeps its indicator. */
export const figureRuns = (figure: QuotedFigure): readonly Run[] => [
  { text: `${lowerFirst(figure.name.replace(/^Trong đó:\s*/u, ''))} là ` },
  { figure: { code: figure.code, text: figure.text } },
]
/** Figures one after another, closed by a full stop. */
export const figureSentence = (before: string, figures: readonly QuotedFigure[]): readonly Run[] => [
  { text: before },
  ...figures.flatMap((figure, at) => [...(at === 0 ? [] : [{ text: '; ' }]), ...figureRuns(figure)]),
  { text: '.' },
]
