// Numbers under a rush: none twice, none skipped, whatever comes to nothing; and the numbers of one office are not another's.
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type Client, type TestWorld } from '../../checks/harness/world.ts'
import { act, allowAct } from '../people/allow.ts'
import { composePaper, registerIssued, type WrittenPaper } from './index.ts'
import { documents } from './schema.ts'

const WARD = 'X13324@2025'
const TODAY = '2026-06-15'

describe('numbers of papers', () => {
  let test: TestWorld
  let officer: Client
  beforeAll(async () => {
    test = await openTestWorld(TODAY)
    await test.post('can-bo', WARD, 'compiler')
    officer = await test.as('can-bo')
  })
  afterAll(() => test.close())

  it.each([
    ['front', Infinity, 200],
    ['state', 5, 160],
  ] as const)(
    'take consecutive numbers when 200 are issued at once (%s; each %i. undone after it had one)',
    async (family, undone, expected) => {
      const actor = await test.actor('can-bo')
      const position = allowAct(test.world, actor, WARD, ['compiler'])
      const paper: WrittenPaper = { family, kind: 'thong-bao', summary: 'về việc họp', blocks: [] }
      const one = (at: number) =>
        act(test.world, actor, {
          id: newId(),
          action: 'test.issue',
          unit: WARD,
          position,
          run: async (tx) => {
            const issued = await registerIssued(
              tx,
              test.world,
              { unit: WARD, position, accountId: actor.accountId },
              {
                family,
                kind: 'thong-bao',
                summary: paper.summary,
                day: TODAY as never,
                asked: null,
                compose: (number) => composePaper(test.world, { unit: WARD, paper, day: TODAY as never, number }),
              },
              { room: 'tests', id: `${family}${at}`, role: 'thong-bao' },
            )
            if (at % undone === 0 && undone !== Infinity) throw new Error('the command comes to nothing')
            return { value: issued.value }
          },
          audit: (answer) => answer,
        })
      const { number: first, body } = await officer(documents.next, {
        query: { unit: WARD, family, kind: 'thong-bao', on: TODAY },
        body: {},
      })
      const results = await Promise.allSettled(Array.from({ length: 200 }, (_, at) => one(at)))
      const values = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.value] : []))
      expect(values.toSorted((x, y) => x - y)).toEqual(Array.from({ length: expected }, (_, at) => first + at))
      const { rows } = await sql<{
        n: number
      }>`select count(*)::integer as n from document_number where body = ${body} and number >= ${first}`.execute(
        test.world.database.owner,
      )
      expect(rows[0]?.n).toBe(expected)
    },
  )

  it('begin again with the year, and run apart for what comes in', async () => {
    const next = async (on: string, direction: 'out' | 'in' = 'out') =>
      (
        await officer(documents.next, {
          query: { unit: WARD, family: 'front', kind: 'thong-bao', on, direction },
          body: {},
        })
      ).number
    expect(await next('2026-12-31')).toBe(201)
    expect(await next('2027-01-01')).toBe(1)
    expect(await next(TODAY, 'in')).toBe(1)
  })
})
