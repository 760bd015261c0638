// Reads a file that a person hands in, in a thread with a limit of time and of memory, so that no file can hold up the server.
import { Worker } from 'node:worker_threads'
import { type Result, refuse } from '@kheo/core/result.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { ContentsProblem } from './problems.ts'
import { type FileContents, MOST_MEGABYTES } from './read-bytes.ts'

export type HandedIn = { readonly name: string; readonly bytes: Uint8Array }
type Answer = Result<FileContents, ContentsProblem>

const MOST_SECONDS = 30
const MOST_HEAP_MB = 768
/** Files read at once; the others wait for their turn. */
const MOST_AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

function readInThread({ name, bytes }: HandedIn, seconds: number): Promise<Answer> {
  return new Promise((answer) => {
    const worker = new Worker(new URL('./contents-thread.ts', import.meta.url), {
      workerData: { name, bytes },
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    })
    const end = (result: Answer): void => {
      clearTimeout(timer)
      answer(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(refuse({ code: 'reading.file_too_slow', name, seconds })), seconds * 1000)
    worker.once('message', end)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? refuse({ code: 'reading.file_too_large', name, mostMegabytes: MOST_MEGABYTES })
          : refuse({ code: 'reading.file_broken', name }),
      ),
    )
    worker.once('exit', () => end(refuse({ code: 'reading.file_broken', name })))
  })
}

/**
 * What the file gives to read. Its kind is told by its bytes: .docx, .doc, .pdf with text, .xlsx, .html, .txt. Throws a `Refusal`
 * with a `ContentsProblem` for any file that cannot be read, or not within `seconds`.
 */
export async function readContents(file: HandedIn, seconds: number = MOST_SECONDS): Promise<FileContents> {
  // Checked here too: a copy of too large a file need not be made for the thread.
  const answer =
    file.bytes.length > MOST_MEGABYTES * 1024 * 1024
      ? refuse({ code: 'reading.file_too_large' as const, name: file.name, mostMegabytes: MOST_MEGABYTES })
      : await inTurn(() => readInThread(file, seconds))
  if (!answer.ok) throw new Refusal(answer.problem)
  return answer.value
}
