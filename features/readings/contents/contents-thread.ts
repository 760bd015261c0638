// The thread that reads one file and ends. It sees the file's bytes and no setting of the server.
import { parentPort, workerData } from 'node:worker_threads'
import { readBytes } from './read-bytes.ts'

const { bytes, name } = workerData as { readonly bytes: Uint8Array; readonly name: string }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(await readBytes(bytes, name))
