// The face of the room of news to the public pages.
export { findPublishedArticle, listPublishedArticles, type PublishedArticle } from './queries.ts'
