import { describe, expect, it, vi } from 'vitest'
import { makeSaver, NOTHING, type Pending, type SaveStatus } from './saver.ts'

type Sent = { readonly content: Pending; readonly base: number; readonly id: string }

class Conflict extends Error {}

function setUp(start: Pending = NOTHING) {
  const sent: Sent[] = []
  const kept: Pending[] = []
  let refusal: Error | undefined
  let ids = 0
  const saver = makeSaver({
    start,
    base: 7,
    send: async (content, base, id) => {
      sent.push({ content, base, id })
      await Promise.resolve()
      if (refusal !== undefined) throw refusal
      return base + 1
    },
    statusOf: (error): SaveStatus =>
      error instanceof Conflict ? { kind: 'conflict' } : { kind: 'failed', message: String(error) },
    keep: (pending) => kept.push(pending),
    newId: () => `id-${++ids}`,
    pauseMs: 1000,
  })
  return { saver, sent, kept, refuse: (error: Error | undefined) => void (refusal = error) }
}

describe('the queue of typed figures', () => {
  it('sends after a pause, once, what was typed meanwhile', async () => {
    vi.useFakeTimers()
    const { saver, sent } = setUp()
    saver.put({ cells: { MH01: 1 } })
    await vi.advanceTimersByTimeAsync(900)
    saver.put({ cells: { MH01: 12, GQ01: null } })
    await vi.advanceTimersByTimeAsync(900)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(sent.map((it) => it.content.cells)).toEqual([{ MH01: 12, GQ01: null }])
    expect(saver.state().status.kind).toBe('saved')
    vi.useRealTimers()
  })

  it('keeps what was typed when the server cannot be reached, and repeats the same command (S1, S3)', async () => {
    const { saver, sent, kept, refuse } = setUp()
    refuse(new Error('no network'))
    saver.put({ cells: { MH01: 5 } })
    expect(await saver.flush()).toBe(false)
    expect(saver.state()).toMatchObject({ pending: { cells: { MH01: 5 } }, status: { kind: 'failed' } })
    expect(kept.at(-1)).toMatchObject({ cells: { MH01: 5 } })
    refuse(undefined)
    expect(await saver.flush()).toBe(true)
    expect(sent.map((it) => it.id)).toEqual(['id-1', 'id-1'])
    expect(kept.at(-1)).toEqual(NOTHING)
  })

  it('does not lose what is typed while a save is under way', async () => {
    const { saver, sent } = setUp()
    saver.put({ cells: { MH01: 5, MH02: 1 } })
    const first = saver.flush()
    saver.put({ cells: { MH01: 6 } })
    await first
    expect(saver.state().pending.cells).toEqual({ MH01: 6 })
    expect(await saver.flush()).toBe(true)
    expect(sent.map((it) => [it.content.cells, it.base])).toEqual([
      [{ MH01: 5, MH02: 1 }, 7],
      [{ MH01: 6 }, 8],
    ])
  })

  it('shows a conflict and writes over it only when told so (S2)', async () => {
    const { saver, sent, refuse } = setUp()
    saver.put({ cells: { MH01: 5 } })
    refuse(new Conflict())
    await saver.flush()
    saver.seen(11)
    refuse(undefined)
    expect(await saver.flush()).toBe(false)
    expect(sent).toHaveLength(1)
    expect(await saver.keepMine()).toBe(true)
    expect(sent.at(-1)).toMatchObject({ base: 11, content: { cells: { MH01: 5 } } })
  })

  it('lets go of what was typed when the other figures are taken', async () => {
    const { saver, sent, refuse } = setUp()
    refuse(new Conflict())
    saver.put({ cells: { MH01: 5 } })
    await saver.flush()
    saver.seen(9)
    saver.takeTheirs()
    expect(saver.state()).toEqual({ pending: NOTHING, status: { kind: 'clean' } })
    refuse(undefined)
    saver.put({ cells: { MH02: 2 } })
    await saver.flush()
    expect(sent.at(-1)?.base).toBe(9)
  })

  it('keeps the revision it was typed against although a newer one is seen (S2)', async () => {
    const { saver, sent } = setUp()
    saver.put({ cells: { MH01: 5 } })
    saver.seen(20)
    await saver.flush()
    expect(sent[0]?.base).toBe(7)
  })

  it('starts with what an earlier visit could not save', async () => {
    const { saver, sent } = setUp({ ...NOTHING, notes: { MH01: 'số cũ' } })
    expect(saver.state().status.kind).toBe('waiting')
    expect(await saver.flush()).toBe(true)
    expect(sent[0]?.content.notes).toEqual({ MH01: 'số cũ' })
  })

  it('sends a cell either whole or by parts, as it was typed last (S4)', async () => {
    const { saver, sent } = setUp()
    saver.put({ cells: { TK01: 22, TK02: 5 } })
    saver.put({ parts: { TK01: { 'dan-van': 11, qcdc: 11 } } })
    expect(saver.state().pending).toMatchObject({ cells: { TK02: 5 }, parts: { TK01: { 'dan-van': 11, qcdc: 11 } } })
    await saver.flush()
    expect(sent[0]?.content).toEqual({ cells: { TK02: 5 }, notes: {}, parts: { TK01: { 'dan-van': 11, qcdc: 11 } } })
    expect(saver.state().status.kind).toBe('saved')
    saver.put({ parts: { TK01: { qcdc: 4 } } })
    saver.put({ cells: { TK01: null } })
    expect(saver.state().pending).toEqual({ cells: { TK01: null }, notes: {}, parts: {} })
  })

  it('keeps parts typed anew while a save is under way', async () => {
    const { saver } = setUp()
    saver.put({ parts: { TK01: { qcdc: 1 } } })
    const first = saver.flush()
    saver.put({ parts: { TK01: { qcdc: 2 } } })
    await first
    expect(saver.state().pending.parts).toEqual({ TK01: { qcdc: 2 } })
  })
})
