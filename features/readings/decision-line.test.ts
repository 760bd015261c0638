// The line of decisions: in order, each once, also over a bad line.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeLine, type Parcel } from './decision-line.ts'
import type { DecisionOf } from './reviewing.ts'

const confirmed = (key: string): DecisionOf => ({ key, verdict: 'confirmed' })
const rejected = (key: string): DecisionOf => ({ key, verdict: 'rejected' })

/** A server that keeps each command once, and fails when told to: before or after it has kept it. */
function serverOf(faults: ('before' | 'after' | undefined)[] = []) {
  const kept = new Map<string, Parcel>()
  const send = async (parcel: Parcel): Promise<number> => {
    const fault = faults.shift()
    await Promise.resolve()
    if (fault === 'before') throw new TypeError('lost on the way')
    kept.set(parcel.commandId, parcel)
    if (fault === 'after') throw new TypeError('the answer was lost')
    return [...kept.keys()].indexOf(parcel.commandId) + 2
  }
  let ids = 0
  const line = makeLine({ rev: 1, newId: () => `c${(ids += 1)}`, send })
  const standing = () => new Map([...kept.values()].flatMap((it) => it.decisions.map((d) => [d.key, d.verdict])))
  return { kept, line, standing }
}

test('decisions made while others are on their way go with the next parcel, on the new revision', async () => {
  const { kept, line } = serverOf()
  line.add([confirmed('a')], 1)
  const first = line.drain()
  line.add([confirmed('b'), rejected('c')], 1)
  await first
  expect([...kept.values()].map((it) => [it.baseRev, it.decisions.map((d) => d.key)])).toEqual([
    [1, ['a']],
    [2, ['b', 'c']],
  ])
  expect(line.isEmpty()).toBe(true)
  expect(line.rev(1)).toBe(3)
})

test('when the answer is lost, the same command goes again, and later decisions after it', async () => {
  const { kept, line, standing } = serverOf(['after'])
  line.add([confirmed('a')], 1)
  await expect(line.drain()).rejects.toThrow(TypeError)
  expect(line.holds('a')).toBe(true)
  line.add([rejected('a')], 1)
  await line.drain()
  expect([...kept.keys()]).toEqual(['c1', 'c2'])
  expect(standing().get('a')).toBe('rejected')
})

test('what is given up is not sent', async () => {
  const { kept, line } = serverOf(['before'])
  line.add([confirmed('a')], 1)
  await expect(line.drain()).rejects.toThrow(TypeError)
  line.drop()
  await line.drain()
  expect(kept.size).toBe(0)
  expect(line.isEmpty()).toBe(true)
})

test('whatever is lost and whenever one decides again, the last decision of each claim stands', async () => {
  const fault = fc.constantFrom('before' as const, 'after' as const, undefined)
  const decision = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean())
  await fc.assert(
    fc.asyncProperty(
      fc.array(decision, { minLength: 1, maxLength: 12 }),
      fc.array(fault, { maxLength: 8 }),
      async (made, faults) => {
        const { line, standing } = serverOf(faults)
        for (const [key, isYes] of made) {
          line.add([isYes ? confirmed(key) : rejected(key)], 1)
          await line.drain().catch(() => undefined)
        }
        while (!line.isEmpty()) await line.drain().catch(() => undefined)
        const last = new Map(made.map(([key, isYes]) => [key, isYes ? 'confirmed' : 'rejected']))
        expect(standing()).toEqual(last)
      },
    ),
  )
})
