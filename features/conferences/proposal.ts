// The plan that a new conference begins with, from its kind, subjects and day; the office changes what it likes. Pure.
import { addDays, calendarDate } from '@kheo/core/calendar.ts'
import type { Law } from '@kheo/core/period/law.ts'
import type { Family } from '../documents/paper.ts'
import type { ConferenceFacts, ConferenceKind, ConferenceSubject, ItemKind } from './facts.ts'
import { subjectsTogether, subjectWords } from './papers/words.ts'
import { dayBefore, type Counted } from './rules.ts'
import type { Plan } from './plan-shapes.ts'

export type Occasion = Pick<ConferenceFacts, 'kind' | 'subjects' | 'day'> & {
  readonly issuer: Family
  /** As it stands in the register; empty when nobody was named. */
  readonly chairPost: string
  readonly isProvince: boolean
  readonly earlier: string | null
}

const VERBS: Readonly<Record<ConferenceKind, string>> = {
  briefing: 'giao ban',
  'interim-review': 'sơ kết',
  'final-review': 'tổng kết',
  thematic: 'chuyên đề',
}

/** In the first quarter an office still sums up the year before. */
const yearReviewed = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) <= '03' ? 1 : 0)

function timeWords({ kind, day }: Pick<Occasion, 'kind' | 'day'>): string {
  if (kind === 'final-review') return ` năm ${yearReviewed(day)}`
  if (kind !== 'interim-review') return ''
  const half = day.slice(5, 7) <= '03' ? 'cuối' : 'đầu'
  return ` 6 tháng ${half} năm ${yearReviewed(day)}`
}

function purposesOf(it: Occasion): string[] {
  const what = subjectsTogether(it.subjects)
  const when = timeWords(it)
  switch (it.kind) {
    case 'briefing':
      return [
        `Nắm kết quả ${what} từ kỳ giao ban trước; kịp thời gỡ khó khăn, vướng mắc của cơ sở.`,
        'Thống nhất việc trọng tâm, người làm và thời hạn đến kỳ giao ban sau.',
      ]
    case 'thematic':
      return [
        `Bàn sâu ${what}; làm rõ việc đã làm được, việc còn khó và nguyên nhân.`,
        'Thống nhất giải pháp, phân công rõ cơ quan chủ trì và thời hạn thực hiện.',
      ]
    default:
      return [
        `Đánh giá kết quả ${what}${when}; chỉ rõ hạn chế, nguyên nhân và bài học kinh nghiệm.`,
        'Thống nhất phương hướng, nhiệm vụ, giải pháp của thời gian tới.',
        ...(it.kind === 'final-review'
          ? ['Biểu dương, khen thưởng tập thể, cá nhân có thành tích, nhân rộng cách làm hay.']
          : []),
      ]
  }
}

const REQUIREMENTS: readonly string[] = [
  'Tổ chức thiết thực, đúng thời gian, tiết kiệm, tránh hình thức.',
  'Báo cáo, tham luận ngắn gọn, có số liệu, nêu rõ kiến nghị; gửi đúng thời hạn.',
]

type Item = Plan['agenda'][number]
const item = (kind: ItemKind, minutes: number, title: string, presenterPost = ''): Item => ({
  kind,
  minutes,
  title,
  presenterPost,
})

function reportsOf({ kind, subjects, day }: Occasion): Item[] {
  const words = subjectWords(subjects)
  const when = timeWords({ kind, day })
  if (kind === 'thematic')
    return (words.length === 0 ? [''] : words).map((what) => item('thematic', 20, `Báo cáo chuyên đề ${what}`.trim()))
  const [first = 'kết quả thực hiện nhiệm vụ', ...others] = words
  return [
    item('report', 20, `Báo cáo ${kind === 'briefing' ? 'kết quả' : VERBS[kind]} ${first}${when}`),
    ...others.map((what) =>
      item('thematic', 10, `Báo cáo ${kind === 'briefing' ? 'kết quả' : VERBS[kind]} ${what}${when}`),
    ),
  ]
}

/** The order of domain: opening, reports, papers and discussion, awards, guidance, conclusion. */
function agendaOf(it: Occasion): Item[] {
  const isReview = it.kind === 'interim-review' || it.kind === 'final-review'
  const earlier =
    it.earlier === null ? [] : [item('report', 10, 'Báo cáo kết quả thực hiện kết luận của Hội nghị trước')]
  const middle = it.kind === 'briefing' ? [] : [item('paper', 30, 'Tham luận của các cơ quan, đơn vị')]
  const awards =
    it.kind === 'final-review' || (isReview && it.subjects.includes('dvk'))
      ? [item('awards', 15, 'Công bố quyết định và trao khen thưởng')]
      : []
  return [
    item('opening', 10, 'Tuyên bố lý do, giới thiệu đại biểu, khai mạc'),
    ...reportsOf(it),
    ...earlier,
    ...middle,
    item('discussion', 30, 'Thảo luận'),
    ...awards,
    ...(it.kind === 'briefing' ? [] : [item('guidance', 15, 'Phát biểu chỉ đạo')]),
    item('conclusion', 10, 'Kết luận Hội nghị', it.chairPost),
    item('closing', 5, 'Bế mạc'),
  ]
}

const OFFICES: Readonly<Record<Family, string>> = {
  party: 'Văn phòng cấp ủy',
  state: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
  front: 'Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam',
}

function dutiesOf(law: Law, it: Occasion): Plan['duties'] {
  const by = (what: Counted): string => dayBefore(law, it.day, what) ?? it.day
  const office = OFFICES[it.issuer]
  const duty = (content: string, dueOn: string, lead: string, role: Plan['duties'][number]['role'] = null) => ({
    role,
    content,
    lead,
    dueOn,
    doneOn: null,
  })
  const field = it.isProvince ? 'Phòng chuyên môn phụ trách' : 'Cán bộ tổng hợp công tác dân vận'
  return [
    duty('Ban hành văn bản đề nghị các cơ quan, đơn vị gửi báo cáo, tham luận', by('cong-van'), field, 'cong-van'),
    duty('Xây dựng dự thảo báo cáo, gửi lấy ý kiến góp ý', by('draft'), field),
    duty('Hoàn chỉnh báo cáo, tham luận, tài liệu; gửi văn phòng kiểm tra', by('office'), field),
    duty('Xây dựng chương trình, kịch bản điều hành, danh sách và sơ đồ chỗ ngồi đại biểu', by('office'), field),
    duty('Gửi giấy mời và tài liệu', by('giay-moi'), office, 'giay-moi'),
    duty(
      'Chuẩn bị hội trường, trang trí, âm thanh, đường truyền; đón tiếp, điểm danh đại biểu',
      addDays(calendarDate(it.day), -1),
      office,
    ),
  ]
}

/** A whole plan to begin with. Days are counted back from the day of the conference by the law's table of that day. */
export function newConferencePlan(law: Law, it: Occasion): Plan {
  const subjects: readonly ConferenceSubject[] = it.subjects
  return {
    issuer: it.issuer,
    startsAt: '08:00',
    mode: it.isProvince ? 'mixed' : 'in-person',
    points: [],
    chairPosts: it.chairPost === '' ? [] : [it.chairPost],
    secretaryPost: '',
    contactPost: '',
    purposes: purposesOf(it),
    requirements: [...REQUIREMENTS],
    nextTasks: [],
    agenda: agendaOf({ ...it, subjects }),
    duties: dutiesOf(law, it),
    askedReports: [],
    speeches: [],
    hall: { rows: 10, seatsPerRow: 12, aisleAfter: 6 },
    isPublic: false,
    report: null,
    awards: [],
    earlier: it.earlier,
  }
}
