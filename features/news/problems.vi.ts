// Câu trả lời khi từ chối, tin bài.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { NewsProblem } from './problems.ts'

export const sentences = {
  'news.article_not_found': () => 'Không có tin bài này ở đơn vị. Đề nghị mở lại từ danh sách tin bài.',
  'news.stale': (p) =>
    `Tin “${p.title}” vừa được ${p.by} ghi lần ${p.rev}. Đề nghị tải lại, đối chiếu rồi ghi tiếp phần của mình.`,
  'news.empty_body': (p) =>
    `Tin “${p.title}” chưa có đoạn nào dưới phần mở đầu. Cần viết ít nhất một đoạn trước khi đăng.`,
  'news.published_already': (p) => `Tin “${p.title}” đã đăng đúng như lần ghi này, không có gì mới để đăng.`,
  'news.not_published': (p) => `Tin “${p.title}” chưa đăng, hoặc đã được gỡ, nên không có gì để gỡ.`,
  'news.day_ahead': (p) =>
    `Tin “${p.title}” nói về việc của ngày ${viDate(calendarDate(p.day))}, ngày này chưa tới. Tin chỉ đăng khi việc đã diễn ra; đề nghị kiểm tra lại ngày.`,
  'news.conference_not_held': (p) =>
    `Hội nghị “${p.title}” chưa ghi bước “Đã tổ chức” ở sổ hội nghị. Tin viết sau khi hội nghị diễn ra; đề nghị ghi bước đó trước.`,
} satisfies Sentences<NewsProblem>
