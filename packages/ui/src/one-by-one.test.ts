import { describe, expect, it } from 'vitest'
import { runOneByOne, type Told } from './one-by-one.ts'

function setUp(refused: ReadonlySet<string> = new Set(), stopAfter = Number.POSITIVE_INFINITY) {
  const sent: string[] = []
  let most = 0
  let under = 0
  const steps: number[] = []
  const run = runOneByOne<string>({
    items: ['a', 'b', 'c'],
    send: async (item) => {
      most = Math.max(most, ++under)
      await Promise.resolve()
      sent.push(item)
      under -= 1
      if (refused.has(item)) throw new Error(`không được: ${item}`)
    },
    wordsOf: (error) => (error instanceof Error ? error.message : '?'),
    isStopped: () => sent.length >= stopAfter,
    onTold: (told: readonly Told<string>[]) => steps.push(told.length),
  })
  return { run, sent, steps, most: () => most }
}

describe('one after the other', () => {
  it('sends in order, never two at a time, and tells each step', async () => {
    const { run, sent, steps, most } = setUp()
    expect(await run).toMatchObject({ isStopped: false })
    expect(sent).toEqual(['a', 'b', 'c'])
    expect(steps).toEqual([1, 2, 3])
    expect(most()).toBe(1)
  })

  it('goes on after a refusal and keeps its sentence', async () => {
    const { told } = await setUp(new Set(['b'])).run
    expect(told.map((it) => it.refusal)).toEqual([undefined, 'không được: b', undefined])
  })

  it('stops before the next one, and says that it stopped', async () => {
    const { run, sent } = setUp(new Set(), 2)
    expect(await run).toMatchObject({ isStopped: true, told: [{ item: 'a' }, { item: 'b' }] })
    expect(sent).toEqual(['a', 'b'])
  })
})
