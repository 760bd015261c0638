// The public calendar and list of news as pages: spans, put-off days, words of outsiders, no script.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { CalendarEntry } from '@kheo/features/conferences/index.ts'
import type { PublishedArticle } from '@kheo/features/news/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarPage, spanOf } from './calendar-page.ts'
import { newsListPage } from './news-page.ts'

const TODAY = calendarDate('2026-06-17')
const entry = (over: Partial<CalendarEntry> = {}): CalendarEntry => ({
  unitId: 'X13324@2025',
  id: '0198c0de-0000-7000-8000-000000000001',
  unitName: 'Phường Duy Tiên',
  title: 'Hội nghị giao ban quý II',
  day: '2026-06-18',
  plannedOn: '2026-06-18',
  startsAt: '08:00',
  place: 'Hội trường phường',
  chairPost: 'Bí thư Đảng ủy phường',
  state: 'planned',
  ...over,
})
const week = spanOf('tuan', '2026-06-18', TODAY)

describe('the span of the calendar', () => {
  it('is the week from Monday, or the month, of the day asked for', () => {
    expect(week).toEqual({ by: 'week', from: '2026-06-15', to: '2026-06-21' })
    expect(spanOf('thang', '2028-02-10', TODAY)).toEqual({ by: 'month', from: '2028-02-01', to: '2028-02-29' })
    for (const bad of [undefined, 'hôm nay', '2026-02-30', '0001-01-01', '9999-12-31'])
      expect(spanOf(undefined, bad, TODAY)).toEqual(week)
  })

  it('holds its day and meets its neighbours without a gap', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2018-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.constantFrom('tuan', 'thang'),
        (at, by) => {
          const day = at.toISOString().slice(0, 10)
          const span = spanOf(by, day, TODAY)
          expect(span.from <= day && day <= span.to).toBe(true)
        },
      ),
    )
  })
})

describe('the calendar page', () => {
  it('says day, time, place, unit and chair, with time elements and no script', () => {
    const page = calendarPage('vi', week, [entry()], TODAY)
    expect(page).toContain('<time datetime="2026-06-18">Thứ Năm, 18/6/2026</time>')
    expect(page).toContain('<time datetime="2026-06-18T08:00+07:00">08:00</time>')
    for (const said of ['Hội nghị giao ban quý II', 'Phường Duy Tiên', 'Hội trường phường', 'Bí thư Đảng ủy phường'])
      expect(page).toContain(said)
    expect(page).not.toContain('<script')
    expect(page).toContain('Từ 15/6/2026 đến 21/6/2026')
    expect(calendarPage('en', week, [entry()], TODAY)).toContain('Thursday, 18/6/2026')
  })

  it('shows what was put off on both days, and what was cancelled as such', () => {
    const moved = entry({ plannedOn: '2026-06-16', day: '2026-06-19', state: 'postponed' })
    const page = calendarPage('vi', week, [moved, entry({ state: 'cancelled', title: 'Hội nghị khác' })], TODAY)
    expect(page).toContain('Chuyển ngày, chuyển sang ngày 19/6/2026')
    expect(page).toContain('Chuyển ngày, chuyển từ ngày 16/6/2026')
    expect(page.match(/Hội nghị khác/g)).toHaveLength(1)
    expect(page).toContain('Không tổ chức')
    expect(page.match(/<s>/g)).toHaveLength(2)
  })

  it('escapes what an office typed, and says so when nothing stands there', () => {
    expect(calendarPage('vi', week, [entry({ title: '<img src=x>' })], TODAY)).toContain('&lt;img src=x&gt;')
    expect(calendarPage('vi', week, [], TODAY)).toContain('Không có hội nghị nào được công khai')
    expect(calendarPage('vi', week, [], TODAY, entry({ day: '2026-08-20' }))).toContain('ngay=2026-08-20')
  })
})

describe('the list of news', () => {
  const article: PublishedArticle = {
    slug: 'tin-1',
    unitTitle: 'Phường Duy Tiên',
    day: '2026-06-12',
    title: 'Tin “một”',
    lead: 'Mở đầu & kết',
    paragraphs: [],
    publishedAt: new Date('2026-06-12T18:00:00Z'),
  }
  it('leads to newer and older pages only where there are any', () => {
    expect(newsListPage('vi', [article], { page: 1, hasOlder: false })).not.toMatch(/rel="(prev|next)"/)
    const middle = newsListPage('en', [article], { page: 2, hasOlder: true })
    expect(middle).toContain('<a rel="prev" href="/tin?lang=en">')
    expect(middle).toContain('<a rel="next" href="/tin?lang=en&amp;trang=3">')
    expect(middle).toContain('Mở đầu &amp; kết')
    expect(newsListPage('vi', [], { page: 1, hasOlder: false })).toContain('Chưa có tin nào được đăng')
  })
})
