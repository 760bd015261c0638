// Hands papers to the drawing thread, so that a long annex does not hold up the server, and hands the bytes back.

import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

/** `template` is trusted text of this package; all words of a paper are in `data`, as JSON, and never become markup. */
export type TypstJob = { readonly template: string; readonly data: string }

export type TypstAnswer = { readonly bytes: Uint8Array } | { readonly error: string }

type Waiting = { readonly accept: (bytes: Uint8Array) => void; readonly refuse: (error: Error) => void }

type Desk = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }

let desk: Desk | null = null
let lastId = 0

const close = (closing: Desk, reason: Error): void => {
  if (desk === closing) desk = null
  for (const one of closing.waiting.values()) one.refuse(reason)
  closing.waiting.clear()
}

const open = (): Desk => {
  const worker = new Worker(new URL('./typst-thread.ts', import.meta.url))
  const opened: Desk = { worker, waiting: new Map() }
  worker.on('message', ({ id, answer }: { readonly id: number; readonly answer: TypstAnswer }) => {
    const one = opened.waiting.get(id)
    opened.waiting.delete(id)
    // An idle thread must not keep a program from ending.
    if (opened.waiting.size === 0) worker.unref()
    if ('error' in answer) one?.refuse(new Error(`typst: ${answer.error}`))
    else one?.accept(new Uint8Array(answer.bytes))
  })
  worker.on('error', (error) => close(opened, error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => close(opened, new Error('the drawing thread ended')))
  return opened
}

/** The template of the given file in this folder or beside it. */
export const readTemplate = (place: URL): string => readFileSync(place, 'utf8')

/** The bytes of a PDF. The same template and data give the same bytes; a fault in the template rejects. */
export const drawPdf = (template: string, data: unknown): Promise<Uint8Array> => {
  desk ??= open()
  const { worker, waiting } = desk
  lastId += 1
  const id = lastId
  return new Promise((accept, refuse) => {
    waiting.set(id, { accept, refuse })
    worker.ref()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage({ id, job: { template, data: JSON.stringify(data) } satisfies TypstJob })
  })
}
