// The news of a conference, drafted from its record: nothing stands in it that the record does not say. Pure.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { ConferenceFacts, QuotedFigure } from '../conferences/facts.ts'
import {
  awardGroups,
  addressed,
  chairsOf,
  conferenceName,
  dayWords,
  kindWords,
  lowerFirst,
  modeWords,
  partOfDay,
  postAndBody,
  speakerWords,
  subjectsTogether,
  subjectWords,
  unstopped,
  upperFirst,
} from '../conferences/papers/words.ts'
import type { ArticleText } from './schema.ts'

/** An article as it is drafted: the same parts as an article that is saved. */
export type Article = ArticleText

const MOST_WORDS = 450
const MOST_FIGURES = 8
const MOST_OPINIONS = 4
const OPINION_WORDS = 40
const MOST_TASKS = 6
const TASK_WORDS = 32
const MOST_AWARDS = 6

const countWords = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length

/** The whole text, or its first words up to a clause, without a broken sentence at the end. */
function shortened(text: string, most: number): string {
  const words = unstopped(text).split(/\s+/u)
  if (words.length <= most) return words.join(' ')
  const cut = words.slice(0, most).join(' ')
  const clause = cut.replace(/[,;:.][^,;:.]*$/u, '')
  return clause === '' || countWords(clause) < most / 2 ? `${cut}…` : clause
}

const figureWords = (figure: QuotedFigure): string =>
  `${lowerFirst(figure.name.replace(/^Trong đó:\s*/u, ''))} là ${figure.text}`

function leadOf(facts: ConferenceFacts): string {
  const day = dayWords(facts.heldOn ?? facts.day)
  const place = facts.place === '' ? '' : `, tại ${facts.place}`
  const chair = facts.chairPosts.length === 0 ? '' : ` ${upperFirst(chairsOf(facts))} chủ trì Hội nghị.`
  return `${partOfDay(facts.startsAt)} ngày ${day}${place}, ${facts.speaker} tổ chức ${conferenceName(facts)}.${chair}`
}

function presenceOf(facts: ConferenceFacts): string {
  const came = facts.guests.filter((guest) => guest.cameAt !== null)
  const leaders = [...new Set(came.filter((guest) => guest.group === 'leader').map(postAndBody))]
  const online = facts.points.length === 0 ? '' : `, kết nối ${formatCount(facts.points.length)} điểm cầu`
  const who =
    came.length === 0
      ? `Hội nghị diễn ra theo hình thức ${modeWords(facts.mode)}${online}.`
      : `Hội nghị diễn ra theo hình thức ${modeWords(facts.mode)}${online}, có ${formatCount(came.length)} đại biểu dự.`
  return leaders.length === 0 ? who : `${who} Cùng dự có ${leaders.slice(0, 4).join('; ')}.`
}

function contentOf(facts: ConferenceFacts): string {
  const subjects = subjectWords(facts.subjects)
  const about =
    subjects.length > 1
      ? `Trong cùng một buổi, Hội nghị xem xét ${formatCount(subjects.length)} nội dung: ${subjectsTogether(facts.subjects)}.`
      : `Nội dung chính của Hội nghị ${kindWords(facts.kind)} lần này là ${subjectsTogether(facts.subjects)}.`
  const reports = facts.agenda
    .filter((item) => item.kind === 'report' || item.kind === 'thematic')
    .map((item) => `“${unstopped(item.title)}”`)
  const heard = reports.length === 0 ? '' : ` Các đại biểu nghe trình bày ${reports.slice(0, 4).join('; ')}.`
  return about + heard
}

function purposeOf({ purposes }: ConferenceFacts): string {
  if (purposes.length === 0) return ''
  const words = purposes.slice(0, 2).map((it) => lowerFirst(shortened(it, TASK_WORDS)))
  return `Theo kế hoạch, việc tổ chức Hội nghị nhằm ${words.join('; ')}.`
}

function resultsOf(facts: ConferenceFacts): string {
  const shown = facts.figures.slice(0, MOST_FIGURES)
  const figures =
    shown.length === 0 ? '' : `Số liệu báo cáo tại Hội nghị ghi nhận: ${shown.map(figureWords).join('; ')}.`
  const earlier = facts.earlierConclusions
  const done = earlier.filter(({ state }) => state === 'done-in-time' || state === 'done-late').length
  const kept =
    earlier.length === 0
      ? ''
      : `Trong ${formatCount(earlier.length)} nội dung được kết luận ở kỳ họp trước, ${formatCount(done)} nội dung đã hoàn thành.`
  return [figures, kept].filter((it) => it !== '').join(' ')
}

function opinionsOf(facts: ConferenceFacts): string {
  const spoken = facts.speeches
    .filter((each) => each.isSpoken)
    .toSorted((a, b) => (a.order ?? a.seq) - (b.order ?? b.seq))
    .slice(0, MOST_OPINIONS)
    .map((each) => `${speakerWords(facts, each)} trình bày về ${lowerFirst(unstopped(each.topic))}`)
  const said = facts.minutes.opinions
    .slice(0, MOST_OPINIONS)
    .map((each) => `${upperFirst(speakerWords(facts, each))} nêu: ${lowerFirst(shortened(each.words, OPINION_WORDS))}.`)
  const papers = spoken.length === 0 ? '' : `Ở phần tham luận, ${spoken.join('; ')}.`
  return [papers, ...said].filter((it) => it !== '').join(' ')
}

function awardsOf({ awards }: ConferenceFacts): string {
  if (awards.length === 0) return ''
  const named =
    awards.length <= MOST_AWARDS ? ` Được khen thưởng đợt này có ${awards.map((line) => line.to).join('; ')}.` : ''
  return `Dịp này, trao ${awardGroups(awards).join('; ')}.${named}`
}

function tasksOf(facts: ConferenceFacts): string {
  const concluded = facts.conclusions.map((each) => {
    const lead = each.lead === '' ? '' : `, ${each.lead} chủ trì`
    return `${lowerFirst(shortened(each.content, TASK_WORDS))}${lead}, xong trước ngày ${dayWords(each.dueOn)}`
  })
  const lines =
    concluded.length > 0 ? concluded : facts.nextTasks.map((task) => lowerFirst(shortened(task, TASK_WORDS)))
  if (lines.length === 0) return ''
  const chair = facts.chairPosts[0] ?? ''
  const who = chair === '' ? 'Kết luận Hội nghị, chủ trì' : `Kết luận Hội nghị, ${addressed(facts, chair)}`
  const rest = lines.length - MOST_TASKS
  const more = rest > 0 ? `; cùng ${formatCount(rest)} nhiệm vụ khác` : ''
  return `${who} giao ${formatCount(lines.length)} nhiệm vụ thời gian tới: ${lines.slice(0, MOST_TASKS).join('; ')}${more}.`
}

function closingOf(facts: ConferenceFacts): string {
  const notice = facts.numbers['ket-luan']
  const follow =
    facts.conclusions.length === 0
      ? ''
      : `Tiến độ từng nhiệm vụ được theo dõi theo đơn vị chủ trì, thời hạn và sản phẩm${facts.contactPost === '' ? '' : `, đầu mối là ${facts.contactPost}`}; kết quả sẽ được báo cáo ở hội nghị kế tiếp.`
  return notice === undefined
    ? follow
    : `Các nội dung trên được nêu tại Thông báo kết luận số ${notice.number} ngày ${dayWords(notice.date)}. ${follow}`.trim()
}

function captionsOf(facts: ConferenceFacts): readonly string[] {
  const chair = facts.chairPosts[0]
  const guide = facts.agenda.find((item) => item.kind === 'guidance' && item.presenterPost !== '')
  return [
    `Quang cảnh ${conferenceName(facts)}`,
    ...(chair === undefined ? [] : [`${upperFirst(addressed(facts, chair))} kết luận Hội nghị`]),
    ...(guide === undefined ? [] : [`${upperFirst(addressed(facts, guide.presenterPost))} phát biểu chỉ đạo`]),
    ...(facts.speeches.some((each) => each.isSpoken) ? ['Đại biểu trình bày tham luận'] : []),
    ...(facts.awards.length === 0 ? [] : ['Trao khen thưởng cho các tập thể, cá nhân có thành tích']),
  ]
}

const MOST_TITLE = 300

/** Parts in the order of reading; a higher number is dropped sooner when the article grows too long. */
const partsOf = (facts: ConferenceFacts): readonly (readonly [text: string, dropped: number])[] => [
  [presenceOf(facts), 0],
  [contentOf(facts), 0],
  [purposeOf(facts), 3],
  [resultsOf(facts), 0],
  [opinionsOf(facts), 1],
  [awardsOf(facts), 0],
  [tasksOf(facts), 0],
  [closingOf(facts), 2],
]

/**
 * A draft of 200 to 450 words when the record is whole, shorter when it is thin: an empty part of the record is passed over,
 * never filled. Figures stand as the approved report has them.
 */
export function articleOf(facts: ConferenceFacts): Article {
  const lead = leadOf(facts)
  let parts = partsOf(facts).filter(([text]) => text !== '')
  const length = (): number => countWords(lead) + parts.reduce((sum, [text]) => sum + countWords(text), 0)
  for (const level of [3, 2, 1]) if (length() > MOST_WORDS) parts = parts.filter(([, dropped]) => dropped !== level)
  const room = (at: number): number =>
    Math.max(0, MOST_WORDS - countWords(lead) - parts.slice(0, at).reduce((sum, [text]) => sum + countWords(text), 0))
  const paragraphs = parts.map(([text], at) =>
    countWords(text) <= room(at) ? text : room(at) < 12 ? '' : `${unstopped(shortened(text, room(at) - 1))}.`,
  )
  return {
    day: facts.heldOn ?? facts.day,
    title: conferenceName(facts).slice(0, MOST_TITLE),
    lead,
    paragraphs: paragraphs.filter((text) => text !== ''),
    captions: [...captionsOf(facts)],
  }
}
