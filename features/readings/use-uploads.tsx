// Many files on their way to be read: a few at a time, each told how far it is, refused ones kept with the reason.
import { showSize } from '@kheo/ui/format.ts'
import { isRefused, messageOf, newId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { sendFile } from '@kheo/ui/upload.ts'
import { useRef, useState } from 'react'
import { MOST_BYTES, MOST_IN_BATCH, readingDoors } from './schema.ts'

/** A file on its way. The command's id stays the same when it is sent again. */
export type Upload = {
  readonly file: File
  readonly commandId: string
  /** From 0 to 1; null while it waits. */
  readonly share: number | null
  readonly problem: string | undefined
  /** What the server has refused it will refuse again; what did not reach it may go the next time. */
  readonly mayRetry: boolean
}

type Run = { readonly batch: string; readonly all: number; readonly sent: number; readonly uploads: readonly Upload[] }

const NONE: Run = { batch: '', all: 0, sent: 0, uploads: [] }
/** More at once do not go faster over the line of an office. */
const LANES = 2
const SERVER_FAULT = 500
const TOO_MANY_REQUESTS = 429

function problemOf(file: File): string | undefined {
  if (file.size === 0) return t('readings.empty_file')
  return file.size > MOST_BYTES
    ? t('readings.too_large', { size: showSize(file.size), most: showSize(MOST_BYTES) })
    : undefined
}

const mayGoAgain = (error: unknown): boolean =>
  !isRefused(error) || error.status >= SERVER_FAULT || error.status === TOO_MANY_REQUESTS

const changed = (run: Run, commandId: string, to: Partial<Upload>): Run => ({
  ...run,
  uploads: run.uploads.map((it) => (it.commandId === commandId ? { ...it, ...to } : it)),
})

const without = (run: Run, isGone: (upload: Upload) => boolean): Run => ({
  ...run,
  uploads: run.uploads.filter((it) => !isGone(it)),
})

const fresh = (file: File): Upload => ({
  file,
  commandId: newId(),
  share: null,
  problem: problemOf(file),
  mayRetry: false,
})

type Lanes = {
  readonly send: (upload: Upload) => Promise<void>
  readonly onRest: () => void
}

/** Files waiting for one of a few lanes. */
function makeLanes() {
  let queue: Upload[] = []
  let busy = 0
  const lane = async ({ send, onRest }: Lanes) => {
    busy += 1
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await send(next)
    busy -= 1
    if (busy === 0) onRest()
  }
  return {
    isBusy: () => busy > 0,
    push: (uploads: readonly Upload[], lanes: Lanes) => {
      queue.push(...uploads)
      for (let free = LANES - busy; free > 0 && queue.length > 0; free -= 1) void lane(lanes)
    },
    /** Takes back what has not begun. */
    empty: () => {
      const left = new Set(queue.map((it) => it.commandId))
      queue = []
      return left
    },
  }
}

/** `onRest` is called when nothing is on its way any more. */
export function useUploads(unit: string, onRest: () => void) {
  const [run, setRun] = useState<Run>(NONE)
  const [refusal, setRefusal] = useState<string>()
  const [lanes] = useState(makeLanes)
  const batch = useRef('')

  const change = (commandId: string, to: Partial<Upload>) => setRun((it) => changed(it, commandId, to))
  const send = async ({ file, commandId }: Upload) => {
    change(commandId, { share: 0 })
    try {
      const query = { unit, name: file.name.normalize('NFC'), batch: batch.current, commandId }
      await sendFile(readingDoors.add, query, file, (share) => change(commandId, { share }))
      setRun((it) => ({ ...without(it, (each) => each.commandId === commandId), sent: it.sent + 1 }))
    } catch (error) {
      change(commandId, { share: null, problem: messageOf(error), mayRetry: mayGoAgain(error) })
    }
  }
  const add = (files: readonly File[]) => {
    const before = lanes.isBusy() ? run : NONE
    const all = before.all + files.length
    if (all > MOST_IN_BATCH) return setRefusal(t('readings.too_many', { count: all, most: MOST_IN_BATCH }))
    setRefusal(undefined)
    if (!lanes.isBusy()) batch.current = newId()
    const uploads = files.map(fresh)
    setRun((it) => {
      const base = before === NONE ? NONE : it
      return { batch: batch.current, all, sent: base.sent, uploads: [...base.uploads, ...uploads] }
    })
    return lanes.push(
      uploads.filter((it) => it.problem === undefined),
      { send, onRest },
    )
  }
  const retry = (upload: Upload) => {
    change(upload.commandId, { share: null, problem: undefined })
    lanes.push([upload], { send, onRest })
  }
  const stop = () => {
    const left = lanes.empty()
    setRun((it) => ({ ...without(it, (each) => left.has(each.commandId)), all: it.all - left.size }))
  }
  const clear = () => setRun((it) => without(it, (each) => each.problem !== undefined))
  const isSending = run.uploads.some((it) => it.problem === undefined)
  return { ...run, refusal, isSending, add, retry, stop, clear }
}

export type Uploads = ReturnType<typeof useUploads>
