// The public pages of news: the list, and one article. Only what an editor published is read here.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import { findPublishedArticle, listPublishedArticles, type PublishedArticle } from '@kheo/features/news/index.ts'
import type { World } from '@kheo/features/context.ts'
import { dayOf } from '@kheo/features/people/allow.ts'
import type { Language } from '@kheo/kit/problem.ts'
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { languageOf, type Env } from './door.ts'
import { publicAddress, publicPage } from './portal-frame.ts'

const PAGE_SIZE = 20
const MOST_PAGES = 10_000

const words = {
  vi: {
    title: 'Tin tức',
    about: 'Tin của các đơn vị về hội nghị và hoạt động công tác dân vận.',
    none: 'Chưa có tin nào được đăng. Tin sẽ hiện ở đây ngay khi một đơn vị đăng.',
    none_here: 'Hết tin ở trang này.',
    newer: 'Tin mới hơn',
    older: 'Tin cũ hơn',
    pages: 'Các trang tin',
    all: 'Tất cả tin',
    missing: 'Không có tin này',
    missing_help: 'Địa chỉ có thể đã gõ nhầm, hoặc tin đã được đơn vị gỡ.',
    published: 'Đăng ngày',
  },
  en: {
    title: 'News',
    about: 'News of the offices on conferences and mobilisation work. Articles are in Vietnamese.',
    none: 'Nothing has been published yet. Articles appear here as soon as an office publishes one.',
    none_here: 'No more articles on this page.',
    newer: 'Newer',
    older: 'Older',
    pages: 'Pages of news',
    all: 'All news',
    missing: 'There is no such article',
    missing_help: 'The address may be mistyped, or the office has withdrawn the article.',
    published: 'Published on',
  },
} as const

const dayMark = (day: string) => html`<time datetime="${day}">${viDate(calendarDate(day))}</time>`

const shortItem = (it: PublishedArticle, language: Language) =>
  html`<article class="item" lang="vi"><h2><a href="${publicAddress(`/tin/${it.slug}`, language)}">${it.title}</a></h2><p class="quiet">${it.unitTitle} · ${dayMark(it.day)}</p><p>${it.lead}</p></article>`

const otherOf = (language: Language): Language => (language === 'vi' ? 'en' : 'vi')

/** The list: `page` counts from 1; `hasOlder` when another page follows. */
export function newsListPage(
  language: Language,
  rows: readonly PublishedArticle[],
  { page, hasOlder }: { readonly page: number; readonly hasOlder: boolean },
): string {
  const w = words[language]
  const to = (number: number) => publicAddress('/tin', language, { trang: number === 1 ? undefined : String(number) })
  const newer = page > 1 ? html`<a rel="prev" href="${to(page - 1)}">← ${w.newer}</a>` : ''
  const older = hasOlder ? html`<a rel="next" href="${to(page + 1)}">${w.older} →</a>` : ''
  const pages = page > 1 || hasOlder ? html`<nav class="pages" aria-label="${w.pages}">${newer}${older}</nav>` : ''
  const list =
    rows.length === 0
      ? html`<p class="empty">${page === 1 ? w.none : w.none_here}</p>`
      : html`${rows.map((row) => shortItem(row, language))}`
  return publicPage({
    language,
    title: w.title,
    description: w.about,
    otherAddress: publicAddress('/tin', otherOf(language), {
      trang: page === 1 ? undefined : String(page),
    }),
    main: html`<h1>${w.title}</h1><p class="quiet">${w.about}</p>${list}${pages}`,
  })
}

/** One article; undefined says that there is none at this address. */
export function newsPage(language: Language, slug: string, it: PublishedArticle | undefined): string {
  const w = words[language]
  const back = html`<p><a href="${publicAddress('/tin', language)}">← ${w.all}</a></p>`
  const otherAddress = publicAddress(`/tin/${encodeURIComponent(slug)}`, otherOf(language))
  if (it === undefined)
    return publicPage({
      language,
      title: w.missing,
      description: w.missing_help,
      otherAddress,
      main: html`${back}<h1>${w.missing}</h1><p>${w.missing_help}</p>`,
    })
  return publicPage({
    language,
    title: it.title,
    description: it.lead,
    otherAddress,
    main: html`${back}<article lang="vi"><h1>${it.title}</h1><p class="quiet">${it.unitTitle} · ${dayMark(it.day)}</p><p class="lead">${it.lead}</p>${it.paragraphs.map((text) => html`<p>${text}</p>`)}<footer class="quiet" lang="${language}">${w.published} ${dayMark(dayOf(it.publishedAt))}</footer></article>`,
  })
}

const pageOf = (text: string | undefined): number => {
  const page = Number(text ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1
}

/** Puts `/tin` and `/tin/<slug>` on the server. */
export function mountNews(app: Hono<Env>, world: World): void {
  const speaks = (lang: string | undefined, header: string | undefined): Language => languageOf(lang ?? header)
  app.get('/tin', async (c) => {
    const page = pageOf(c.req.query('trang'))
    const rows = await listPublishedArticles(world.database.app, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE)
    const language = speaks(c.req.query('lang'), c.req.header('accept-language'))
    return c.html(newsListPage(language, rows.slice(0, PAGE_SIZE), { page, hasOlder: rows.length > PAGE_SIZE }))
  })
  app.get('/tin/:slug', async (c) => {
    const slug = c.req.param('slug')
    const found = await findPublishedArticle(world.database.app, slug)
    const language = speaks(c.req.query('lang'), c.req.header('accept-language'))
    return c.html(newsPage(language, slug, found), found === undefined ? 404 : 200)
  })
}
