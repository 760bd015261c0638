// What a file gives to read: its text, where its tables stand in it, and which parts are furniture of a page.

/** A place in the text, UTF-16 offsets, the end exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** A table whose cells stand in the text row by row, cells of a row parted by a tab; a merged cell stands where it begins. */
export type TextTable = { readonly rows: readonly (readonly Span[])[] }

export type Contents = {
  /** NFC, lines ended by \n. */
  readonly text: string
  readonly tables: readonly TextTable[]
  /** Menus, counters, dates of posting and the like: what the page says and its text does not. In order, apart. */
  readonly furniture: readonly Span[]
}
