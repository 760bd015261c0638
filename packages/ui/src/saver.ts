// A queue of typed values on its way to the server. It knows no widget, no clock of its own and no address.
//
// S1. What was typed is kept until the server has it, whatever fails in between.
// S2. A save carries the revision it was typed against; a conflict is shown, never overwritten in silence.
// S3. The same content sent again carries the same command id, so a lost answer does not count twice.
// S4. A cell typed whole gives up its parts, and a cell divided gives up what was typed whole: the last one typed counts.

export type Pending = {
  readonly cells: Readonly<Record<string, number | null>>
  readonly notes: Readonly<Record<string, string>>
  /** Cells typed by parts; a cell is either here or in `cells` (S4). */
  readonly parts: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export type SaveStatus =
  | { readonly kind: 'clean' | 'waiting' | 'saving' | 'saved' | 'conflict' }
  | { readonly kind: 'failed'; readonly message: string }

export type SaverState = { readonly pending: Pending; readonly status: SaveStatus }

export type SaverSettings = {
  /** What an earlier visit could not save. */
  readonly start: Pending
  /** The revision the figures on screen have. */
  readonly base: number
  /** Answers the new revision; throws when refused. */
  readonly send: (content: Pending, base: number, commandId: string) => Promise<number>
  readonly statusOf: (error: unknown) => SaveStatus
  /** Keeps what is waiting on this machine (S1). */
  readonly keep: (pending: Pending) => void
  readonly newId: () => string
  readonly pauseMs: number
}

export const NOTHING: Pending = { cells: {}, notes: {}, parts: {} }

export const isNothing = (it: Pending): boolean =>
  Object.keys(it.cells).length + Object.keys(it.notes).length + Object.keys(it.parts).length === 0

const without = <T>(all: Readonly<Record<string, T>>, sent: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([key, value]) => !(key in sent) || sent[key] !== value))

const except = <T>(all: Readonly<Record<string, T>>, taken: object): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !(key in taken)))

export function makeSaver(settings: SaverSettings) {
  const listeners = new Set<() => void>()
  let state: SaverState = { pending: settings.start, status: { kind: isNothing(settings.start) ? 'clean' : 'waiting' } }
  let base = settings.base
  let seenRev = settings.base
  let attempt = { content: '', id: '' }
  let flight: Promise<boolean> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const publish = (next: Partial<SaverState>) => {
    state = { ...state, ...next }
    if (next.pending !== undefined) settings.keep(next.pending)
    for (const listener of listeners) listener()
  }
  const commandFor = (content: string): string => {
    if (attempt.content !== content) attempt = { content, id: settings.newId() }
    return attempt.id
  }
  const send = async (): Promise<boolean> => {
    const sent = state.pending
    publish({ status: { kind: 'saving' } })
    try {
      base = await settings.send(sent, base, commandFor(JSON.stringify([sent, base])))
      seenRev = Math.max(seenRev, base)
      const pending = {
        cells: without(state.pending.cells, sent.cells),
        notes: without(state.pending.notes, sent.notes),
        parts: without(state.pending.parts, sent.parts),
      }
      publish({ pending, status: { kind: isNothing(pending) ? 'saved' : 'waiting' } })
      return isNothing(pending)
    } catch (error) {
      publish({ status: settings.statusOf(error) })
      return false
    }
  }
  /** Resolves true when the server has everything that was typed. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer)
    if (flight !== undefined) await flight
    if (isNothing(state.pending)) return true
    if (state.status.kind === 'conflict') return false
    flight = send()
    const done = await flight
    flight = undefined
    return done
  }
  /** Starts the pause again: somebody is still typing. */
  const touch = () => {
    clearTimeout(timer)
    if (!isNothing(state.pending)) timer = setTimeout(() => void flush(), settings.pauseMs)
  }
  const put = (typed: Partial<Pending>) => {
    const { cells, notes, parts } = { ...NOTHING, ...typed }
    const pending = {
      cells: { ...except(state.pending.cells, parts), ...cells },
      notes: { ...state.pending.notes, ...notes },
      parts: { ...except(state.pending.parts, cells), ...parts },
    }
    if (state.status.kind === 'conflict') return publish({ pending })
    publish({ pending, status: { kind: 'waiting' } })
    touch()
  }
  /** S2: a newer revision is the base only for what will be typed after it was seen. */
  const seen = (rev: number) => {
    seenRev = Math.max(seenRev, rev)
    if (isNothing(state.pending) && flight === undefined) base = seenRev
  }
  const keepMine = (): Promise<boolean> => {
    base = seenRev
    publish({ status: { kind: 'waiting' } })
    return flush()
  }
  const takeTheirs = () => {
    base = seenRev
    publish({ pending: NOTHING, status: { kind: 'clean' } })
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return { state: () => state, subscribe, put, touch, flush, seen, keepMine, takeTheirs }
}
