// Where the bytes of files lie: once each, under the hash of their content, so that nothing is ever written over.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Keeps bytes by the SHA-256 of their content, in 64 hexadecimal letters. */
export type FileStore = {
  /** Returns only when the bytes would survive a power cut. The same bytes are kept once. */
  readonly put: (bytes: Uint8Array) => Promise<string>
  /** Undefined when there is nothing under the hash. @throws DamagedFile when what lies there is not what was put */
  readonly get: (hash: string) => Promise<Uint8Array | undefined>
  /** Whether the very bytes of the hash are there, whole. */
  readonly has: (hash: string) => Promise<boolean>
}

export class DamagedFile extends Error {
  readonly hash: string
  constructor(hash: string) {
    super(`the file ${hash} is not what was put`)
    this.name = 'DamagedFile'
    this.hash = hash
  }
}

const HASH = /^[0-9a-f]{64}$/
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const isMissing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT'

/** A folder's entries are on disk only when the folder itself is; Windows has no such notion and refuses. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const beside = `${path}.${randomUUID()}.tmp`
  try {
    const handle = await open(beside, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await syncFolder(folder)
  await syncFolder(dirname(folder))
}

/** A store in a folder: `<first two letters>/<hash>`. The folder is made with the first file. */
export function openFolderStore(folder: string): FileStore {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash)
  const read = async (hash: string): Promise<Uint8Array | undefined> => {
    if (!HASH.test(hash)) return undefined
    try {
      return new Uint8Array(await readFile(pathOf(hash)))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }
  const has = async (hash: string): Promise<boolean> => {
    const bytes = await read(hash)
    return bytes !== undefined && hashOf(bytes) === hash
  }
  return {
    has,
    put: async (bytes) => {
      const hash = hashOf(bytes)
      // A copy that has gone bad on the disk is healed by whoever brings the bytes again.
      if (!(await has(hash))) await writeWhole(pathOf(hash), bytes)
      return hash
    },
    get: async (hash) => {
      const bytes = await read(hash)
      if (bytes !== undefined && hashOf(bytes) !== hash) throw new DamagedFile(hash)
      return bytes
    },
  }
}
