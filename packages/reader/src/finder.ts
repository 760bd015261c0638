// One who watches a text go by, paragraph after paragraph, and says at the end what it saw. So a text is held once, however long.
import type { Token } from './tokens/scan.ts'

export type Paragraph = {
  /** Tokens of one line, without its break. */
  readonly tokens: readonly Token[]
  /** How many paragraphs with words came before it. */
  readonly order: number
  /** Furniture of a page: a menu, a counter. */
  readonly isFurniture: boolean
}

export type Finder<Found> = {
  readonly see: (paragraph: Paragraph) => void
  readonly found: () => Found
}
