import { describe, expect, it, vi } from 'vitest'
import type { Shelf } from './drafts.ts'

const DAY = 24 * 60 * 60 * 1000

function makeShelf(start: Readonly<Record<string, string>> = {}) {
  const held = new Map(Object.entries(start))
  const shelf: Shelf = {
    get length() {
      return held.size
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  }
  return { shelf, held }
}

/** Each test gets a page of its own: signing out closes the page for writing. */
async function openPage() {
  vi.resetModules()
  return import('./drafts.ts')
}

describe('what is kept on this machine', () => {
  it('gives back what was kept, for thirty days and not longer (D2)', async () => {
    const { keepDraft, keptKey, readDraft } = await openPage()
    const { shelf } = makeShelf()
    const key = keptKey('a1', 'cells', 'X13324@2025', '2026-H1')
    keepDraft(shelf, key, { MH01: 3 }, 1000)
    expect(readDraft(shelf, key, 1000 + 30 * DAY)).toEqual({ MH01: 3 })
    expect(readDraft(shelf, key, 1001 + 30 * DAY)).toBeUndefined()
  })

  it('sweeps away what is old or unreadable and leaves everything else alone (D2)', async () => {
    const { keepDraft, keptKey, sweepDrafts } = await openPage()
    const { shelf, held } = makeShelf({ 'kheo.theme': 'dark', 'kheo.kept.a1.broken': '{' })
    keepDraft(shelf, keptKey('a1', 'old'), 1, 0)
    keepDraft(shelf, keptKey('a1', 'new'), 2, 31 * DAY)
    sweepDrafts(shelf, 31 * DAY)
    expect([...held.keys()]).toEqual(['kheo.theme', keptKey('a1', 'new')])
  })

  it('erases one account only, and writes nothing after that (D1, D3)', async () => {
    const { countDrafts, eraseDrafts, keepDraft, keptKey } = await openPage()
    const { shelf, held } = makeShelf({ 'kheo.unit': 'VN' })
    keepDraft(shelf, keptKey('a1', 'model'), 'x', 0)
    keepDraft(shelf, keptKey('a1', 'cells'), 'y', 0)
    keepDraft(shelf, keptKey('a12', 'model'), 'z', 0)
    expect(countDrafts(shelf, 'a1')).toBe(2)
    eraseDrafts(shelf, 'a1')
    keepDraft(shelf, keptKey('a1', 'model'), 'late', 0)
    expect([...held.keys()]).toEqual(['kheo.unit', keptKey('a12', 'model')])
  })
})
