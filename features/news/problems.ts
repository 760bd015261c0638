// Refusals of the room of news.

export type NewsProblem =
  | { readonly code: 'news.article_not_found' }
  | { readonly code: 'news.stale'; readonly title: string; readonly rev: number; readonly by: string }
  | { readonly code: 'news.empty_body'; readonly title: string }
  | { readonly code: 'news.published_already'; readonly title: string }
  | { readonly code: 'news.not_published'; readonly title: string }
  | { readonly code: 'news.day_ahead'; readonly title: string; readonly day: string }
  | { readonly code: 'news.conference_not_held'; readonly title: string }
