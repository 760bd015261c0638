// Drafts of what the chair says at the opening and at the end, made of the record: subjects, figures, conclusions. Pure.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Block } from '@kheo/writer/block-model.ts'
import type { ConclusionResult, ConferenceFacts } from '../facts.ts'
import {
  awardGroups,
  closedList,
  conferenceName,
  dayWords,
  figureSentence,
  kindWords,
  paragraph,
  subjectsTogether,
  subjectWords,
  unstopped,
} from './words.ts'

const MOST_FIGURES = 6
const MOST_TASKS = 8

const isLate = ({ state }: ConclusionResult): boolean => state === 'overdue'
const isDone = ({ state }: ConclusionResult): boolean => state === 'done-in-time' || state === 'done-late'

function subjectSentence(facts: ConferenceFacts): string {
  const subjects = subjectWords(facts.subjects)
  const doing =
    facts.kind === 'thematic'
      ? 'bàn chuyên sâu về'
      : facts.kind === 'briefing'
        ? 'nắm tiến độ, tháo gỡ vướng mắc trong'
        : `${kindWords(facts.kind)}, đánh giá thực chất`
  return subjects.length > 1
    ? `Hội nghị hôm nay cùng ${doing} ${formatCount(subjects.length)} nội dung: ${subjectsTogether(facts.subjects)}.`
    : `Hội nghị hôm nay nhằm ${doing} ${subjectsTogether(facts.subjects)}.`
}

function earlierSentence({ earlierConclusions }: ConferenceFacts): readonly Block[] {
  if (earlierConclusions.length === 0) return []
  const done = earlierConclusions.filter(isDone).length
  const late = earlierConclusions.filter(isLate)
  return [
    paragraph(
      `Các kết luận của hội nghị trước đã hoàn thành ${formatCount(done)}/${formatCount(earlierConclusions.length)} nội dung.${late.length === 0 ? '' : ` Còn ${formatCount(late.length)} nội dung quá hạn; đề nghị các đơn vị chủ trì báo cáo rõ nguyên nhân và thời gian hoàn thành.`}`,
    ),
  ]
}

/** Lời khai mạc: why we meet, what the figures say, what is asked of the meeting. */
export const openingSpeech = (facts: ConferenceFacts): readonly Block[] => [
  paragraph('Kính thưa các vị đại biểu, thưa toàn thể Hội nghị.'),
  paragraph(
    `Thay mặt ${facts.speaker}, tôi trân trọng cảm ơn các vị đại biểu đã dành thời gian dự ${conferenceName(facts)}.`,
  ),
  paragraph(subjectSentence(facts)),
  ...(facts.figures.length === 0
    ? []
    : [
        {
          kind: 'paragraph' as const,
          runs: figureSentence('Số liệu tổng hợp đến nay cho thấy: ', facts.figures.slice(0, MOST_FIGURES)),
        },
      ]),
  ...earlierSentence(facts),
  paragraph('Tôi đề nghị các vị đại biểu tập trung trao đổi ba vấn đề:'),
  ...closedList([
    'Việc gì làm được, nhờ đâu; việc gì chưa được, vướng ở khâu nào',
    'Cách làm nào ở cơ sở nên nhân rộng, cần điều kiện gì',
    'Thời gian tới làm gì trước, đơn vị nào chủ trì, khi nào xong',
  ]),
  paragraph(`Với tinh thần đó, tôi tuyên bố khai mạc ${conferenceName(facts)}. Chúc Hội nghị thành công.`),
]

function taskLines(facts: ConferenceFacts): readonly string[] {
  if (facts.conclusions.length > 0)
    return facts.conclusions.map(
      (each) =>
        `${unstopped(each.content)}${each.lead === '' ? '' : ` (${each.lead} chủ trì, xong trước ngày ${dayWords(each.dueOn)})`}`,
    )
  return facts.nextTasks
}

/** Lời bế mạc: what was done today, what comes next, thanks. */
export function closingSpeech(facts: ConferenceFacts): readonly Block[] {
  const tasks = taskLines(facts).slice(0, MOST_TASKS)
  const spoken = facts.speeches.filter((each) => each.isSpoken).length
  const did = [
    'nghe các báo cáo theo chương trình',
    ...(spoken === 0 ? [] : [`${formatCount(spoken)} tham luận`]),
    ...(facts.awards.length === 0 ? [] : [`trao ${awardGroups(facts.awards).join('; ')}`]),
  ]
  return [
    paragraph('Kính thưa các vị đại biểu.'),
    paragraph(
      `Sau thời gian làm việc khẩn trương, nghiêm túc, Hội nghị đã ${did.join(', ')} và hoàn thành các nội dung đề ra.`,
    ),
    ...(tasks.length === 0
      ? [paragraph('Nhiệm vụ thời gian tới thực hiện theo thông báo kết luận của Hội nghị.')]
      : [paragraph('Thời gian tới, đề nghị tập trung vào các việc sau:'), ...closedList(tasks)]),
    paragraph(
      `Đề nghị các cơ quan, đơn vị căn cứ thông báo kết luận để triển khai ngay trong phạm vi của mình, báo cáo kết quả đúng hạn về ${facts.contactPost === '' ? facts.speaker : facts.contactPost}.`,
    ),
    paragraph(`Thay mặt ${facts.speaker}, tôi cảm ơn các vị đại biểu và tuyên bố bế mạc Hội nghị.`),
  ]
}
