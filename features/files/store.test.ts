// The store in a folder: what was put comes back whole, or is said to be gone.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DamagedFile, openFolderStore } from './store.ts'
import { text } from './testing-files.ts'

describe('the store', () => {
  let folder: string
  const inside = (): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kheo-store-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('keeps bytes under the hash of their content, once', async () => {
    const store = openFolderStore(join(folder, 'files'))
    const bytes = text('Đường hoa tự quản')
    const hash = await store.put(bytes)
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await store.put(Uint8Array.from(bytes))).toBe(hash)
    expect(inside()).toEqual([join('files', hash.slice(0, 2), hash)])
    expect(await store.get(hash)).toEqual(bytes)
    expect(await store.has(hash)).toBe(true)
  })

  it('is opened again over the same folder, and closed to other accounts of the machine', async () => {
    const hash = await openFolderStore(folder).put(text('a'))
    expect(await openFolderStore(folder).get(hash)).toEqual(text('a'))
    const { mode } = statSync(join(folder, hash.slice(0, 2), hash))
    expect(process.platform === 'win32' ? 0 : mode & 0o077).toBe(0)
  })

  it('puts the same bytes from many hands at one moment, and leaves nothing half written', async () => {
    const store = openFolderStore(folder)
    const bytes = new Uint8Array(500_000).fill(7)
    const hashes = await Promise.all(Array.from({ length: 12 }, () => store.put(bytes)))
    expect(new Set(hashes).size).toBe(1)
    expect(inside().length).toBe(1)
    expect(await store.get(hashes[0] ?? '')).toEqual(bytes)
  })

  it('has nothing under a hash that was never put, nor under what is no hash', async () => {
    const store = openFolderStore(folder)
    writeFileSync(join(folder, 'secret'), 'x')
    for (const hash of ['0'.repeat(64), '../secret', 'secret', '', '0'.repeat(63), 'A'.repeat(64)]) {
      expect(await store.get(hash)).toBeUndefined()
      expect(await store.has(hash)).toBe(false)
    }
  })

  it('says when what lies there is not what was put, and heals by putting it again', async () => {
    const store = openFolderStore(folder)
    const hash = await store.put(text('whole'))
    for (const damage of ['whole ', '', 'other']) {
      writeFileSync(join(folder, hash.slice(0, 2), hash), damage)
      await expect(store.get(hash)).rejects.toThrow(DamagedFile)
      expect(await store.has(hash)).toBe(false)
      await store.put(text('whole'))
      expect(await store.get(hash)).toEqual(text('whole'))
    }
  })

  it('leaves no trace of a write that failed', async () => {
    writeFileSync(join(folder, 'file'), '')
    const store = openFolderStore(join(folder, 'file'))
    await expect(store.put(text('a'))).rejects.toThrow('ENOTDIR')
    expect(inside()).toEqual(['file'])
  })
})
