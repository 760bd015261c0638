// What was typed and not yet sent, kept on this machine by account. It knows no form and no report.
//
// D1. A key names its account, so that nobody is shown what another person typed.
// D2. What is kept carries the time it was typed; after thirty days it is dropped.
// D3. Signing out erases the account's own, and nothing is written afterwards.
const PREFIX = 'kheo.kept.'
const KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** The part of Storage that is needed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** `kheo.kept.<account>.<what>…`; `what` tells forms and reports apart. */
export const keptKey = (account: string, ...what: readonly string[]): string =>
  `${PREFIX}${account}.${what.map(encodeURIComponent).join('.')}`

const keysOf = (shelf: Shelf, start: string): readonly string[] =>
  Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '').filter((key) => key.startsWith(start))

type Kept = { readonly at: number; readonly value: unknown }

function readKept(shelf: Shelf, key: string): Kept | undefined {
  try {
    const read: unknown = JSON.parse(shelf.getItem(key) ?? 'null')
    if (typeof read !== 'object' || read === null || !('at' in read) || !('value' in read)) return undefined
    return typeof read.at === 'number' ? { at: read.at, value: read.value } : undefined
  } catch {
    return undefined
  }
}

const isOld = (kept: Kept | undefined, now: number): boolean => kept === undefined || now - kept.at > KEPT_MS

/** Undefined when nothing is kept, or what is kept is too old (D2). The caller knows the shape it kept. */
export function readDraft(shelf: Shelf, key: string, now: number): unknown {
  const kept = readKept(shelf, key)
  return kept === undefined || isOld(kept, now) ? undefined : kept.value
}

/** Drops what is older than thirty days, of every account (D2). */
export function sweepDrafts(shelf: Shelf, now: number): void {
  for (const key of keysOf(shelf, PREFIX)) if (isOld(readKept(shelf, key), now)) shelf.removeItem(key)
}

/** How many things of an account wait on this machine. */
export const countDrafts = (shelf: Shelf, account: string): number => keysOf(shelf, `${PREFIX}${account}.`).length

let isClosed = false

/** Keeps a value; does nothing once the account has signed out (D3). */
export function keepDraft(shelf: Shelf, key: string, value: unknown, now: number): void {
  if (!isClosed) shelf.setItem(key, JSON.stringify({ at: now, value } satisfies Kept))
}

export const dropDraft = (shelf: Shelf, key: string): void => shelf.removeItem(key)

/** Erases all that an account kept here (D3). The page is to be left at once. */
export function eraseDrafts(shelf: Shelf, account: string): void {
  isClosed = true
  for (const key of keysOf(shelf, `${PREFIX}${account}.`)) shelf.removeItem(key)
}
