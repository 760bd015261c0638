// The public work calendar by week or month: title, day, time, place, unit and the chair's post of what units made public.
import { addDays, addMonths, calendarDate, parseDate, viDate, weekday, type CalendarDate } from '@kheo/core/calendar.ts'
import { publicCalendar, type CalendarEntry } from '@kheo/features/conferences/index.ts'
import type { World } from '@kheo/features/context.ts'
import { today } from '@kheo/features/people/allow.ts'
import type { Language } from '@kheo/kit/problem.ts'
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { languageOf, type Env } from './door.ts'
import { publicAddress, publicPage } from './portal-frame.ts'

export type CalendarSpan = { readonly by: 'week' | 'month'; readonly from: CalendarDate; readonly to: CalendarDate }

const words = {
  vi: {
    title: 'Lịch công tác',
    about: 'Hội nghị mà các đơn vị công khai: tên, ngày giờ, nơi họp, đơn vị, chức danh chủ trì.',
    week: 'Tuần',
    month: 'Tháng',
    span: (from: string, to: string) => `Từ ${from} đến ${to}`,
    views: 'Cách xem',
    moves: 'Chuyển thời gian',
    earlier: 'Trước',
    later: 'Sau',
    today: 'Hôm nay',
    none: 'Không có hội nghị nào được công khai trong thời gian này.',
    next: (day: string) => `Hội nghị gần nhất: ngày ${day}`,
    chair: 'Chủ trì',
    place: 'Nơi họp',
    days: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
    state: { planned: '', held: 'Đã họp', cancelled: 'Không tổ chức', postponed: 'Chuyển ngày' },
    moved: (day: string) => `chuyển từ ngày ${day}`,
    moved_to: (day: string) => `chuyển sang ngày ${day}`,
  },
  en: {
    title: 'Work calendar',
    about: 'Conferences that offices made public: title, day and time, place, office, the chair’s post.',
    week: 'Week',
    month: 'Month',
    span: (from: string, to: string) => `From ${from} to ${to}`,
    views: 'View',
    moves: 'Other days',
    earlier: 'Earlier',
    later: 'Later',
    today: 'Today',
    none: 'No conference was made public for these days.',
    next: (day: string) => `The next one: ${day}`,
    chair: 'Chair',
    place: 'Place',
    days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    state: { planned: '', held: 'Held', cancelled: 'Cancelled', postponed: 'Put off' },
    moved: (day: string) => `put off from ${day}`,
    moved_to: (day: string) => `put off to ${day}`,
  },
} as const

/** Years that the calendar can be turned to. */
const FIRST = calendarDate('2017-01-01')
const LAST = calendarDate('2099-12-31')

/** The week from Monday or the month that holds a day; what cannot be read is today's week. */
export function spanOf(by: string | undefined, day: string | undefined, today: CalendarDate): CalendarSpan {
  const given = day === undefined ? undefined : parseDate(day)
  const within = given !== undefined && given >= FIRST && given <= LAST ? given : today
  if (by === 'thang') {
    const from = calendarDate(`${within.slice(0, 7)}-01`)
    return { by: 'month', from, to: addDays(addMonths(from, 1), -1) }
  }
  const from = addDays(within, -((weekday(within) + 6) % 7))
  return { by: 'week', from, to: addDays(from, 6) }
}

/** How far ahead an empty calendar looks. */
const AHEAD_DAYS = 180

const addressOf = (language: Language, by: CalendarSpan['by'], day: CalendarDate): string =>
  publicAddress('/lich', language, { xem: by === 'month' ? 'thang' : 'tuan', ngay: day })

function stateMark(language: Language, it: CalendarEntry, shownOn: string) {
  const w = words[language]
  const word = w.state[it.state]
  const moved =
    it.day === it.plannedOn || it.state === 'cancelled'
      ? ''
      : shownOn === it.day
        ? w.moved(viDate(calendarDate(it.plannedOn)))
        : w.moved_to(viDate(calendarDate(it.day)))
  const said = [word, moved].filter((each) => each !== '').join(', ')
  return said === '' ? '' : html`<p class="state">${said}</p>`
}

function eventItem(language: Language, it: CalendarEntry, shownOn: string) {
  const w = words[language]
  const isOff = it.state === 'cancelled' || shownOn !== it.day
  const at = it.startsAt === '' ? shownOn : `${shownOn}T${it.startsAt}+07:00`
  const shown = it.startsAt === '' ? viDate(calendarDate(shownOn)) : it.startsAt
  const when = isOff
    ? html`<s><time datetime="${at}">${shown}</time></s>`
    : html`<time datetime="${at}">${shown}</time>`
  const place = it.place === '' ? '' : html`<p>${w.place}: <span lang="vi">${it.place}</span></p>`
  const chair = it.chairPost === '' ? '' : html`<p>${w.chair}: <span lang="vi">${it.chairPost}</span></p>`
  return html`<li class="event">${when}<div><h3 lang="vi">${it.title}</h3><p class="quiet" lang="vi">${it.unitName}</p>${place}${chair}${stateMark(language, it, shownOn)}</div></li>`
}

/** On its day; what was put off also on the day first planned, so that whoever kept that day in mind finds it. */
const onDay = (entries: readonly CalendarEntry[], day: string): readonly CalendarEntry[] =>
  entries
    .filter((it) => it.day === day || (it.plannedOn === day && it.state !== 'cancelled'))
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.unitName.localeCompare(b.unitName, 'vi'))

const daysOf = ({ from, to }: CalendarSpan): readonly CalendarDate[] => {
  const days: CalendarDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** Where there is nothing to show, the way to what comes next. */
function nothing(language: Language, span: CalendarSpan, coming: CalendarEntry | undefined) {
  const w = words[language]
  if (coming === undefined) return html`<p class="empty">${w.none}</p>`
  const day = calendarDate(coming.day)
  return html`<p class="empty">${w.none} <a href="${addressOf(language, span.by, day)}">${w.next(viDate(day))}</a></p>`
}

/** The calendar of a span as a page; days without anything are passed over. `coming` is the first one after it. */
export function calendarPage(
  language: Language,
  span: CalendarSpan,
  entries: readonly CalendarEntry[],
  today: CalendarDate,
  coming?: CalendarEntry,
): string {
  const w = words[language]
  const shown = daysOf(span).flatMap((day) => {
    const own = onDay(entries, day)
    return own.length === 0
      ? []
      : [
          html`<section><h2><time datetime="${day}">${w.days[weekday(day)]}, ${viDate(day)}</time></h2><ul class="events">${own.map((it) => eventItem(language, it, day))}</ul></section>`,
        ]
  })
  const other: Language = language === 'vi' ? 'en' : 'vi'
  const view = (by: CalendarSpan['by']) =>
    html`<a href="${addressOf(language, by, span.from)}"${by === span.by ? html` aria-current="true"` : ''}>${w[by]}</a>`
  return publicPage({
    language,
    title: w.title,
    description: w.about,
    otherAddress: publicAddress('/lich', other, {
      xem: span.by === 'month' ? 'thang' : 'tuan',
      ngay: span.from,
    }),
    main: html`<h1>${w.title}</h1><p class="quiet">${w.about}</p>
<nav class="pages" aria-label="${w.views}">${view('week')}${view('month')}</nav>
<nav class="pages" aria-label="${w.moves}"><a rel="prev" href="${addressOf(language, span.by, addDays(span.from, -1))}">← ${w.earlier}</a><a href="${addressOf(language, span.by, today)}">${w.today}</a><a rel="next" href="${addressOf(language, span.by, addDays(span.to, 1))}">${w.later} →</a></nav>
<p><strong>${w.span(viDate(span.from), viDate(span.to))}</strong></p>${shown.length === 0 ? nothing(language, span, coming) : shown}`,
  })
}

/** Puts `/lich` on the server: `xem` is `tuan` or `thang`, `ngay` any day within it. */
export function mountCalendar(app: Hono<Env>, world: World): void {
  app.get('/lich', async (c) => {
    const day = today(world)
    const span = spanOf(c.req.query('xem'), c.req.query('ngay'), day)
    const language = languageOf(c.req.query('lang') ?? c.req.header('accept-language'))
    const entries = await publicCalendar(world, span.from, span.to)
    const later =
      entries.length > 0 ? [] : await publicCalendar(world, addDays(span.to, 1), addDays(span.to, AHEAD_DAYS))
    const coming = later.find((it) => it.state === 'planned' && it.day > span.to)
    return c.html(calendarPage(language, span, entries, day, coming))
  })
}
