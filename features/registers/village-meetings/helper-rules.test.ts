// The meeting on the phone: whatever is tapped, the counts stay within those present, and what is sent is what the server accepts.
import { stepShape } from '@kheo/kit/register/declare.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './helper-rules.ts'
import { addUp, handsIn, type Helper, SIDES, talliesOf } from './helper-rules.ts'
import { villageMeetings } from './register.ts'

const ID = '0197f3b2-6a51-7c3a-9d11-0c8f3a5b7e21'
const OTHER = '0197f3b2-6a51-7c3a-9d11-0c8f3a5b7e22'
const typed = (present: readonly string[] = ['290'], households = '318'): Helper => {
  const clusters = rules.setClusters(rules.startHelper('2026-06-15', ID), present.length)
  return rules.changeMeeting(clusters, { village: 'Thôn Đông', households, present })
}
const settled = (present?: readonly string[], households?: string): Helper => rules.settle(typed(present, households))
const question = { matter: 'contribution', question: 'Mỗi hộ góp làm đường ngõ' } as const
const times = (it: Helper, count: number, side: (typeof SIDES)[number], cluster = 0): Helper =>
  Array.from({ length: count }).reduce<Helper>((held) => rules.tap(held, { cluster, side, by: 1 }), it)
const whys = (it: Helper) => rules.whyUnsettled(it).map(({ field, why }) => `${field}: ${why}`)

describe('the number of households', () => {
  it('is settled when all is there, and not before', () => {
    expect(whys(rules.startHelper('2026-06-15', ID))).toEqual([
      'village: no_village',
      'households: no_households',
      'present-0: no_present',
    ])
    expect(whys(typed(['319']))).toEqual(['present-0: too_many_present'])
    expect(whys(typed(['200', '119']))).toEqual(['present-0: too_many_present'])
    expect(whys(typed(['200', 'ba'], '1.250'))).toEqual(['present-1: no_present'])
    expect(settled(['319']).isSettled).toBe(false)
    expect(settled(['1.000'], '1.250')).toMatchObject({ isSettled: true })
  })

  it('changes afterwards only with a reason, which is kept, and hands are counted anew', () => {
    const counting = times(rules.changeVote(settled(), question), 3, 'agree')
    expect(rules.changeMeeting(counting, { households: '300' })).toBe(counting)
    expect(rules.unlock(counting, '  ')).toBe(counting)
    const open = rules.unlock(counting, 'Đếm sót một ngõ')
    expect([open.isSettled, open.vote.taps.length, open.vote.question]).toEqual([false, 0, question.question])
    const again = rules.unlock(rules.settle(rules.changeMeeting(open, { households: '320' })), 'Thêm hộ mới tách')
    expect(rules.entryOf(again).values).toMatchObject({
      households: 320,
      recountReason: 'Đếm sót một ngõ; Thêm hộ mới tách',
    })
  })

  it('cannot fall below the hands of a vote that was written down', () => {
    const voted = rules.seal(times(rules.changeVote(settled(['5'], '8'), question), 5, 'agree'), OTHER)
    const open = rules.changeMeeting(rules.unlock(voted, 'Đếm lại'), { present: ['4'] })
    expect(whys(open)).toEqual(['present-0: too_few_present'])
    expect(rules.settle(open).isSettled).toBe(false)
  })

  it('is not unlocked once the meeting was sent', () => {
    const sent = rules.setOff(settled())
    expect(rules.unlock(sent, 'Đếm lại')).toBe(sent)
    const refused = rules.refused(sent, OTHER)
    expect([refused.recordId, rules.unlock(refused, 'Đếm lại').isSettled]).toEqual([OTHER, false])
    const recorded = rules.recorded(sent, 'dòng-1')
    expect(rules.refused(recorded, OTHER)).toBe(recorded)
  })
})

const present = fc.array(fc.nat(12), { minLength: 1, maxLength: 4 })
const taps = fc.array(
  fc.record({
    cluster: fc.nat(4),
    side: fc.constantFrom(...SIDES),
    by: fc.constantFrom<1 | -1>(1, 1, 1, -1),
  }),
  { maxLength: 80 },
)

describe('counting hands', () => {
  it('stays between none and those present in each cluster, and adds up', () => {
    fc.assert(
      fc.property(present, taps, (there, given) => {
        const start = settled(there.map(String), '60')
        const end = given.reduce<Helper>((it, one) => rules.tap(it, one), start)
        const tallies = talliesOf(end)
        for (const [cluster, tally] of tallies.entries()) {
          expect(Math.min(...SIDES.map((side) => tally[side]))).toBeGreaterThanOrEqual(0)
          expect(handsIn(tally)).toBeLessThanOrEqual(there[cluster] ?? 0)
        }
        expect(handsIn(addUp(tallies))).toBe(end.vote.taps.reduce((sum, { by }) => sum + by, 0))
      }),
    )
  })

  it('takes back tap by tap to where it began', () => {
    fc.assert(
      fc.property(present, taps, (there, given) => {
        let it = rules.changeVote(settled(there.map(String), '60'), question)
        const seen = [it]
        for (const one of given) {
          const next = rules.tap(it, one)
          if (next !== it) seen.push(next)
          it = next
        }
        for (const before of seen.slice(0, -1).toReversed()) {
          it = rules.undo(it)
          expect(talliesOf(it)).toEqual(talliesOf(before))
        }
        expect(rules.undo(it)).toEqual(it)
      }),
    )
  })

  it('sends only what the register accepts, with the votes of all clusters', () => {
    fc.assert(
      fc.property(present, taps, (there, given) => {
        const counted = given.reduce<Helper>(
          (it, one) => rules.tap(it, one),
          rules.changeVote(settled(there.map(String), '60'), question),
        )
        const entry = rules.entryOf(counted)
        expect(villageMeetings.form.safeParse(entry.values).success).toBe(true)
        const [vote] = rules.seal(counted, OTHER).votes
        expect(vote === undefined).toBe(handsIn(addUp(talliesOf(counted))) === 0)
        if (vote === undefined) return
        const step = rules.stepOf(vote)
        expect(stepShape(villageMeetings.steps['voted'] as never, entry, []).safeParse(step).success).toBe(true)
        expect([step['agree'], step['disagree'], step['other']]).toEqual(
          SIDES.map((side) => talliesOf(counted).reduce((sum, tally) => sum + tally[side], 0)),
        )
      }),
    )
  })
})

describe('a vote on its way', () => {
  const sealed = rules.seal(times(rules.changeVote(settled(['3', '4']), question), 2, 'agree', 1), OTHER)

  it('is written down once it says what was decided, and the table is cleared', () => {
    const nothing = settled()
    expect(rules.whyUnsealed(nothing).map(({ why }) => why)).toEqual(['no_matter', 'no_question', 'no_hands'])
    expect(rules.seal(nothing, OTHER)).toBe(nothing)
    expect(sealed.vote).toEqual({ matter: '', question: '', way: 'hands', taps: [] })
    expect(rules.stepOf(sealed.votes[0] as never)['byCluster']).toBe(
      'Cụm 1: 0 tán thành, 0 không tán thành, 0 ý kiến khác\nCụm 2: 2 tán thành, 0 không tán thành, 0 ý kiến khác',
    )
  })

  it('may be dropped only while the server surely does not have it', () => {
    const at = (standing: rules.SealedVote['standing']) => rules.drop(rules.mark(sealed, OTHER, standing), OTHER).votes
    expect([at('held').length, at('tried').length, at('sent').length, at('refused').length]).toEqual([0, 1, 1, 0])
    expect(rules.unsent(rules.mark(sealed, OTHER, 'tried'))).toHaveLength(1)
    expect(rules.unsent(rules.mark(sealed, OTHER, 'refused'))).toHaveLength(0)
  })

  it('is safe when the meeting and every vote are in the register and nothing is half counted', () => {
    const saved = rules.mark(rules.recorded(sealed, 'dòng-1'), OTHER, 'sent')
    expect([sealed, rules.recorded(sealed, 'dòng-1'), saved, times(saved, 1, 'agree')].map(rules.isSafe)).toEqual([
      false,
      false,
      true,
      false,
    ])
  })

  it('is read back as it was kept, and nothing else is', () => {
    expect(rules.readHelper(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed)
    for (const other of [undefined, null, 'x', {}, { version: 2 }]) expect(rules.readHelper(other)).toBeUndefined()
  })
})
