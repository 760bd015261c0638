// The thread that draws: one compiler, kept for the life of the process, with the fonts of the package and no others.

import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from './font-metrics.ts'
import type { TypstAnswer, TypstJob } from './typst.ts'

// A template sees no file outside this folder; its data stands here for the time of one drawing, and only in memory.
const room = import.meta.dirname
const dataPath = join(room, 'data.json')

const compiler = NodeCompiler.create({ workspace: room, fontArgs: [{ fontBlobs: [...fontFiles] }] })

// What may be memoised from earlier papers; enough for a batch drawn twice, little enough for a server that never stops.
const KEPT_GENERATIONS = 5

const ARCHIVE_STANDARD = 'a-2a'

// A letter that no shipped font has may not stand in an archive file. The paper is then an ordinary tagged PDF, with a blank
// in the place of that letter.
const exported = (compiled: Parameters<NodeCompiler['pdf']>[0]): Buffer => {
  try {
    return compiler.pdf(compiled, { pdfStandard: ARCHIVE_STANDARD })
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('PDF/A-2a error')) throw error
    return compiler.pdf(compiled)
  }
}

const draw = ({ template, data }: TypstJob): TypstAnswer => {
  compiler.mapShadow(dataPath, Buffer.from(data))
  try {
    const compiled = compiler.compile({ mainFileContent: template })
    const error = compiled.takeError()
    if (error) return { error: JSON.stringify(compiler.fetchDiagnostics(error)) }
    return compiled.result ? { bytes: exported(compiled.result) } : { error: 'typst gave neither a paper nor a reason' }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  } finally {
    compiler.unmapShadow(dataPath)
    compiler.evictCache(KEPT_GENERATIONS)
  }
}

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: TypstJob }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage({ id, answer: draw(job) })
})
