// Giấy mời, danh sách đại biểu and sơ đồ chỗ ngồi: who is invited, where they sit, how they are found at the door. Pure.
import { formatCount } from '@kheo/core/text/number-style.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { Block, QrMark, TableColumn, TableRow } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import type { ConferenceFacts, Guest, Speech } from '../facts.ts'
import {
  addressed,
  annexOf,
  bold,
  chairsOf,
  conferenceName,
  GROUP_TITLES,
  groupsOf,
  hourWords,
  longDay,
  paragraph,
  placeOf,
  postAndBody,
  unstopped,
  upperFirst,
} from './words.ts'

const QR_MM = 22
/** A long title that already stands as the summary is not said again: an invitation keeps to one page. */
const LONG_NAME = 90

/** How a guest is named on paper: an official by name and post, else the post alone. */
const namedGuest = (facts: ConferenceFacts, guest: Guest): string => {
  const post = postAndBody(guest)
  if (guest.name === '') return upperFirst(addressed(facts, post))
  const named = facts.family === 'state' ? `Ông (bà) ${guest.name}` : `Đồng chí ${guest.name}`
  return post === '' ? named : `${named}, ${post}`
}

const qrOf = (facts: ConferenceFacts, guest: Guest, extra: readonly string[]): QrMark => ({
  kind: 'qr',
  text: `${facts.attendanceAddress}${guest.code}`,
  lines: [namedGuest(facts, guest), ...extra].filter((line) => line !== ''),
  sizeMm: QR_MM,
})

/** Papers that this guest was asked to read. */
const speechesOf = (facts: ConferenceFacts, guest: Guest): readonly Speech[] =>
  facts.speeches.filter(
    (each) =>
      each.isSpoken &&
      guest.body !== '' &&
      foldVietnamese(each.body) === foldVietnamese(guest.body) &&
      (each.post === '' || foldVietnamese(each.post) === foldVietnamese(guest.post)),
  )

function besides(facts: ConferenceFacts, guest: Guest): readonly Block[] {
  const speeches = speechesOf(facts, guest).map((each) =>
    paragraph(
      'Tham luận: ',
      bold(`“${unstopped(each.topic)}”`),
      each.minutes > 0 ? `, thời gian trình bày không quá ${formatCount(each.minutes)} phút.` : '.',
    ),
  )
  const award =
    guest.group === 'award'
      ? [paragraph('Đề nghị có mặt trước giờ khai mạc 15 phút để nhận hướng dẫn về phần trao khen thưởng.')]
      : []
  return [...speeches, ...award]
}

const labelled = (label: string, words: string): readonly Block[] =>
  words === '' ? [] : [paragraph(bold(`${label}: `), `${upperFirst(unstopped(words))}.`)]

const eventBlocks = (facts: ConferenceFacts): readonly Block[] => [
  ...labelled('Thời gian', `${hourWords(facts.startsAt)}, ${longDay(facts.day)}`),
  ...labelled('Địa điểm', facts.place),
  ...labelled('Chủ trì', chairsOf(facts)),
]

const isLong = (facts: ConferenceFacts): boolean => conferenceName(facts).length > LONG_NAME

const sentWith = (facts: ConferenceFacts): string => {
  const programme = facts.numbers['chuong-trinh']
  const papers = [
    ...(facts.agenda.length === 0
      ? []
      : [programme === undefined ? 'chương trình Hội nghị' : `Chương trình số ${programme.number}`]),
    ...(isLong(facts) ? [] : facts.agenda.filter((item) => item.kind === 'report')).map(
      (item) => `dự thảo ${unstopped(item.title)}`,
    ),
  ]
  return papers.join('; ')
}

const contentLine = (facts: ConferenceFacts): string =>
  facts.agenda
    .filter((item) => item.kind === 'report' || item.kind === 'thematic' || item.kind === 'discussion')
    .map((item) => unstopped(item.title))
    .join('; ')

function closingBlocks(facts: ConferenceFacts): readonly Block[] {
  const contact = facts.contactPost === '' ? '' : ` Trường hợp không thể dự, đề nghị báo về ${facts.contactPost}.`
  return [paragraph(`Trân trọng kính mời dự Hội nghị đúng thành phần và thời gian.${contact}`)]
}

const frameOf = (facts: ConferenceFacts): Pick<WrittenPaper, 'family' | 'kind' | 'summary'> => ({
  family: facts.family,
  kind: 'giay-moi',
  summary: facts.family === 'party' ? `dự ${conferenceName(facts)}` : `Dự ${conferenceName(facts)}`,
})

function invitationOf(facts: ConferenceFacts, guest: Guest): WrittenPaper {
  const place = placeOf(facts, guest)
  const seat = guest.point === null ? 'Vị trí ngồi' : 'Dự tại điểm cầu'
  const own = besides(facts, guest)
  return {
    ...frameOf(facts),
    blocks: [
      paragraph(`${facts.speaker} trân trọng kính mời:`),
      { kind: 'paragraph', align: 'center', runs: [bold(namedGuest(facts, guest))] },
      paragraph(isLong(facts) ? 'Tới dự Hội nghị nêu trên.' : `Tới dự ${conferenceName(facts)}.`),
      ...eventBlocks(facts),
      ...(isLong(facts) || own.length > 0 ? [] : labelled('Nội dung', contentLine(facts))),
      ...labelled(seat, place),
      ...own,
      ...labelled('Tài liệu gửi kèm', sentWith(facts)),
      ...closingBlocks(facts),
      qrOf(facts, guest, ['Xuất trình mã này tại bàn đón tiếp để điểm danh']),
    ],
  }
}

/** One invitation a guest, each with the guest's own code; none when nobody is invited. */
export const invitationPapers = (facts: ConferenceFacts): readonly WrittenPaper[] =>
  facts.guests.map((guest) => invitationOf(facts, guest))

/** The copy that the office keeps under its number: one invitation with the list of all who were invited. */
export const keptInvitation = (facts: ConferenceFacts): WrittenPaper => ({
  ...frameOf(facts),
  blocks: [
    paragraph(
      `${facts.speaker} trân trọng kính mời các thành phần có tên trong danh sách kèm theo (${formatCount(facts.guests.length)} đại biểu) tới dự ${conferenceName(facts)}.`,
    ),
    ...eventBlocks(facts),
    ...labelled('Nội dung', contentLine(facts)),
    ...labelled('Tài liệu gửi kèm', sentWith(facts)),
    ...closingBlocks(facts),
    annexOf(facts, { label: 'Danh sách', title: 'Đại biểu được mời dự Hội nghị', paper: 'Giấy mời' }),
    guestTable(facts, false),
  ],
})

type Column = TableColumn & { readonly head: string; readonly cell: (guest: Guest, at: number) => string }

const guestColumns = (facts: ConferenceFacts, isSigned: boolean): readonly Column[] => {
  const hasPlaces = facts.guests.some((guest) => placeOf(facts, guest) !== '')
  const hasNames = facts.guests.some((guest) => guest.name !== '')
  return [
    { head: 'STT', widthMm: 12, align: 'center', cell: (_, at) => String(at) },
    ...(hasNames
      ? [{ head: 'Họ và tên', widthMm: 40, align: 'left' as const, cell: (guest: Guest) => guest.name }]
      : []),
    { head: 'Chức vụ', widthMm: hasNames ? 45 : 55, align: 'left', cell: (guest) => guest.post },
    { head: 'Cơ quan, đơn vị', widthMm: 48, align: 'left', cell: (guest) => guest.body },
    ...(hasPlaces
      ? [{ head: 'Vị trí', widthMm: 24, align: 'center' as const, cell: (guest: Guest) => placeOf(facts, guest) }]
      : []),
    ...(isSigned ? [{ head: 'Ký', widthMm: 28, align: 'left' as const, cell: () => '' }] : []),
  ]
}

function guestTable(facts: ConferenceFacts, isSigned: boolean): Block {
  const columns = guestColumns(facts, isSigned)
  let at = 0
  const rows = groupsOf(facts.guests).flatMap(({ group, guests }): readonly TableRow[] => [
    {
      emphasis: 'bold',
      cells: [
        { text: `${GROUP_TITLES[group]}: ${formatCount(guests.length)}`, colSpan: columns.length, align: 'left' },
      ],
    },
    ...guests.map((guest) => {
      at += 1
      return { cells: columns.map((column) => column.cell(guest, at)) }
    }),
  ])
  return {
    kind: 'table',
    columns: columns.map(({ widthMm, align }) => ({ widthMm, align })),
    headerRows: [columns.map(({ head }) => ({ text: head }))],
    rows,
  }
}

const pointCounts = (facts: ConferenceFacts): string => {
  const apart = facts.guests.filter((guest) => guest.point !== null).length
  if (apart === 0) return ''
  return ` Trong đó dự tại hội trường ${formatCount(facts.guests.length - apart)}, dự tại ${formatCount(facts.points.length)} điểm cầu trực tuyến ${formatCount(apart)}.`
}

/** Danh sách đại biểu by group, with a place to sign; with codes, an annex of square codes for the desk at the door. */
export const guestListPaper = (facts: ConferenceFacts, withQr: boolean): WrittenPaper => ({
  family: facts.family,
  kind: 'danh-sach',
  summary: `${facts.family === 'party' ? 'đại' : 'Đại'} biểu dự ${conferenceName(facts)}`,
  blocks: [
    ...eventBlocks(facts),
    paragraph(`Tổng số đại biểu được mời: ${formatCount(facts.guests.length)}.${pointCounts(facts)}`),
    ...(facts.guests.length === 0 ? [] : [guestTable(facts, true)]),
    ...(withQr && facts.guests.length > 0
      ? [
          annexOf(facts, { label: 'Phụ lục', title: 'Mã điểm danh của đại biểu', paper: 'Danh sách đại biểu' }),
          ...groupsOf(facts.guests)
            .flatMap(({ guests }) => guests)
            .map((guest) => qrOf(facts, guest, [placeOf(facts, guest)])),
        ]
      : []),
  ],
})
