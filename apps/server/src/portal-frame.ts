// The frame of every public page: head, mark, language, the way to the staff app. Plain HTML, no script.
import type { Language } from '@kheo/kit/problem.ts'
import { html, raw } from 'hono/html'

export type Html = ReturnType<typeof html>

const words = {
  vi: {
    news: 'Tin tức',
    calendar: 'Lịch công tác',
    signIn: 'Đăng nhập dành cho cán bộ',
    other: 'English',
    skip: 'Đến nội dung chính',
  },
  en: {
    news: 'News',
    calendar: 'Work calendar',
    signIn: 'Staff sign-in',
    other: 'Tiếng Việt',
    skip: 'Skip to content',
  },
} as const

/** An address on the public pages that keeps the language of the reader; `query` holds what else stands behind it. */
export function publicAddress(
  path: string,
  language: Language,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams({ lang: language })
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, value)
  return `${path}?${search.toString()}`
}

type PublicPage = {
  readonly language: Language
  readonly title: string
  readonly description: string
  /** The same page in the other language. */
  readonly otherAddress: string
  readonly main: Html
}

/** A whole page; everything within `main` is already escaped by the template that made it. */
export function publicPage({ language, title, description, otherAddress, main }: PublicPage): string {
  const w = words[language]
  const other = language === 'vi' ? 'en' : 'vi'
  const page = html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Khéo</title><meta name="description" content="${description}"><link rel="stylesheet" href="/portal.css"></head>
<body>
<a class="skip" href="#main">${w.skip}</a>
<header><a class="mark" href="${publicAddress('/', language)}">Khéo</a><nav><a href="${publicAddress('/tin', language)}">${w.news}</a><a href="${publicAddress('/lich', language)}">${w.calendar}</a><a href="${otherAddress}" lang="${other}">${w.other}</a><a class="button" href="/app">${w.signIn}</a></nav></header>
<main id="main">${main}</main>
</body></html>`
  return raw(page).toString()
}
