// Rules of commendations by the day: doubles, shares, levels before and after a change of law, what stops a step and what a reason lifts. Pure.
import { readFileSync } from 'node:fs'
import type { AwardLaw } from '@kheo/core/period/award-rules.ts'
import { checkEligibility } from '@kheo/core/period/check-law-files.ts'
import { inForce } from '@kheo/core/period/law-catalogue.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lawChanged, shippedLaw } from '../../checks/harness/law.ts'
import {
  type Earlier,
  fileOf,
  type InRound,
  isPassed,
  isSameWinner,
  type Judged,
  judgeRound,
  sharedWords,
  stopsOf,
} from './rules.ts'

const awardLaw = JSON.parse(
  readFileSync(new URL('../../catalogue/law/eligibility.json', import.meta.url), 'utf8'),
) as AwardLaw

let made = 0
const one = (more: Partial<InRound> = {}): InRound => {
  made += 1
  return {
    entryId: `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    entryNo: made,
    unitId: 'X1',
    nominatedOn: '2026-06-01',
    winner: 'collective',
    name: `Tổ dân vận số ${made}`,
    post: '',
    isLeader: false,
    body: '',
    form: 'certificate-of-merit',
    formWords: 'Giấy khen',
    level: 'commune',
    ground: 'campaign',
    subject: 'dan-van',
    achievement: '',
    proposal: '',
    state: 'considered',
    votesFor: 9,
    votesOf: 9,
    verdict: 'enough',
    consideredOn: '2026-06-05',
    decision: '',
    decidedOn: null,
    moneyGiven: null,
    presentedOn: null,
    money: null,
    lawfulMoney: 710_000,
    reviewedOn: '2026-06-02',
    reviewedPost: 'Phó Chủ tịch phường',
    files: 1,
    ...more,
  }
}
const earlier = (more: Partial<Earlier> = {}): Earlier => ({
  ...one({ state: 'decided', decision: '12/QĐ-UBND', decidedOn: '2026-02-03' }),
  year: 2026,
  unitName: 'Phường Hòa Mạc',
  ...more,
})
const judged = (nominations: readonly InRound[], more: Partial<Judged> = {}): Judged => ({
  awardLaw,
  law: shippedLaw(),
  day: '2026-06-10',
  year: 2026,
  proposedOn: '2026-06-03',
  nominations,
  earlier: [],
  papers: new Set(['to-trinh', 'bien-ban-xet']),
  ...more,
})
const rulesOf = (it: Judged): readonly string[] => judgeRound(it).map(({ rule, effect }) => `${rule} ${effect}`)

describe('rules of commendations', () => {
  it('find nothing where nothing is wrong', () => {
    expect(judgeRound(judged([one(), one(), one({ winner: 'individual', name: 'Công chức Văn hóa phường' })]))).toEqual(
      [],
    )
  })

  it.each<[string, Partial<InRound>, readonly string[]]>([
    ['a nomination that nobody reviewed', { reviewedOn: null, reviewedPost: null }, ['reviewed block']],
    ['a personal title for a collective', { form: 'advanced-worker' }, ['form-fits block']],
    ['a level that does not decide the form', { level: 'central' }, ['form-fits block']],
    ['money that differs from the law', { money: 1_000_000 }, ['money warn']],
    ['no money where the law sets none', { money: 500_000, lawfulMoney: null }, []],
    ['money as the law sets', { money: 710_000 }, []],
    [
      'a nomination that the council did not see',
      { state: 'nominated', consideredOn: null, verdict: null },
      ['council block'],
    ],
    ['too few votes', { verdict: 'too-few', votesFor: 5 }, ['vote-share block']],
    ['a nomination after the proposal', { nominatedOn: '2026-06-04' }, ['late warn']],
    ['a nomination without its report', { files: 0 }, ['file-whole warn']],
    ['nothing of what was refused', { state: 'refused', reviewedOn: null, files: 1, verdict: 'too-few' }, []],
  ])('find %s', (_, more, found) => {
    expect(rulesOf(judged([one(more)]))).toEqual(found)
  })

  it('change with the law: a district decides until the end of June 2025, and a commune decides more after it', () => {
    const at = (day: string, level: string, form = 'certificate-of-merit', winner: InRound['winner'] = 'collective') =>
      rulesOf(judged([one({ level, form, winner })], { day })).filter((rule) => rule.startsWith('form-fits'))
    expect(at('2025-06-30', 'district')).toEqual([])
    expect(at('2025-07-01', 'district')).toEqual(['form-fits block'])
    expect(at('2025-06-30', 'commune', 'emulation-fighter', 'individual')).toEqual(['form-fits block'])
    expect(at('2025-07-01', 'commune', 'emulation-fighter', 'individual')).toEqual([])
  })

  it('hold only from their day: before 2024 there is no rule of votes, reviews or shares', () => {
    expect(rulesOf(judged([one({ reviewedOn: null, verdict: 'too-few', files: 1 })], { day: '2023-12-31' }))).toEqual(
      [],
    )
  })

  it('find one achievement honoured twice, in the round and in awards of before, whatever the tones', () => {
    const [a, b] = [one({ name: 'Chi hội Phụ nữ thôn Một' }), one({ name: 'chi hội phụ nữ Thôn  Một' })]
    expect(judgeRound(judged([a, b])).map(({ rule, effect, about }) => [rule, effect, about])).toEqual([
      ['one-form', 'block', b.entryId],
    ])
    const it = judged([a], { earlier: [earlier({ name: 'CHI HỘI PHỤ NỮ THÔN MỘT' })] })
    const [found] = judgeRound(it)
    expect(found).toMatchObject({ rule: 'one-form', effect: 'block', about: a.entryId })
    expect(found?.says[0]).toContain('Phường Hòa Mạc (12/QĐ-UBND)')
  })

  it('only warn where the words of the achievement differ, or the body is not said', () => {
    const it = (more: Partial<Earlier>, mine: Partial<InRound> = {}) =>
      rulesOf(
        judged([one({ name: 'Chi hội Phụ nữ thôn Một', ...mine })], {
          earlier: [earlier({ name: 'Chi hội Phụ nữ thôn Một', ...more })],
        }),
      )
    expect(
      it({ achievement: 'Vận động hiến đất làm đường' }, { achievement: 'Giữ gìn an ninh trật tự khu dân cư' }),
    ).toEqual(['one-form warn'])
    expect(
      it({ achievement: 'Vận động hiến đất làm đường' }, { achievement: 'Vận động hiến đất, làm đường thôn' }),
    ).toEqual(['one-form block'])
    expect(it({ unitId: 'X2' })).toEqual(['one-form warn'])
    expect(it({ unitId: 'X2', body: 'Thôn Một' }, { body: 'Thôn Hai' })).toEqual([])
    expect(it({ year: 2025 })).toEqual([])
    expect(it({ subject: 'qcdc' })).toEqual([])
    expect(it({ winner: 'individual' })).toEqual([])
  })

  it('count the share of those without a leading post by the number of the day', () => {
    const people = [true, true, false].map((isLeader, at) =>
      one({ winner: 'individual', name: `Cán bộ số ${at}`, isLeader }),
    )
    const [found] = judgeRound(judged(people))
    expect(found).toMatchObject({ rule: 'non-leaders-share', effect: 'warn', about: null })
    expect(found?.says[0]).toContain('01/03')
    const law = lawChanged(shippedLaw(), 'commendation.non-leaders.percent-min', 30, '2026-07-01')
    expect(rulesOf(judged(people, { law }))).toEqual(['non-leaders-share warn'])
    expect(rulesOf(judged(people, { law, day: '2026-07-01' }))).toEqual([])
  })

  it('warn when campaign awards alone stand behind a higher award for merit', () => {
    const mine = one({
      name: 'Thôn Một',
      ground: 'merit',
      subject: null,
      form: 'provincial-certificate',
      level: 'province',
    })
    const campaign = earlier({ name: 'Thôn Một', year: 2024, ground: 'campaign' })
    expect(rulesOf(judged([mine], { earlier: [campaign] }))).toEqual(['no-counting-up warn'])
    const merit = earlier({ name: 'Thôn Một', year: 2025, ground: 'merit', subject: null })
    expect(rulesOf(judged([mine], { earlier: [campaign, merit] }))).toEqual([])
    expect(rulesOf(judged([mine]))).toEqual([])
  })

  it('stop a step until mended, or for a warning until a reason is given for that very sentence', () => {
    const [late, blocked] = [one({ nominatedOn: '2026-06-04' }), one({ reviewedOn: null })]
    const findings = judgeRound(judged([late, blocked]))
    const ids = new Set([late.entryId, blocked.entryId])
    const stops = (step: 'considered' | 'decided', passes: Parameters<typeof stopsOf>[1] = [], of = ids) =>
      stopsOf(findings, passes, step, of).map(({ rule }) => rule)
    expect(stops('considered')).toEqual(['late'])
    expect(stops('decided')).toEqual(['reviewed', 'late'])
    expect(stops('decided', [], new Set([late.entryId]))).toEqual(['late'])
    const pass = {
      rule: 'late',
      about: late.entryId,
      sentence: findings.find(({ rule }) => rule === 'late')?.says[0] ?? '',
    }
    expect(stops('considered', [pass])).toEqual([])
    expect(stops('considered', [{ ...pass, sentence: 'khác' }])).toEqual(['late'])
    const block = findings.find(({ rule }) => rule === 'reviewed')
    expect(
      block !== undefined && isPassed(block, [{ rule: 'reviewed', about: blocked.entryId, sentence: block.says[0] }]),
    ).toBe(false)
  })

  it('tell what of the file is there', () => {
    const state = (it: Judged) => fileOf(it).map(({ code, isThere }) => `${code} ${isThere}`)
    expect(state(judged([one()]))).toEqual(['proposal true', 'report true', 'minutes true'])
    expect(state(judged([one({ files: 0 })], { papers: new Set() }))).toEqual([
      'proposal false',
      'report false',
      'minutes false',
    ])
    expect(state(judged([one({ proposal: '12/TTr-MTTQ' })], { papers: new Set() }))).toEqual([
      'proposal true',
      'report true',
      'minutes false',
    ])
    expect(state(judged([], { papers: new Set() }))).toEqual(['proposal false', 'report false', 'minutes false'])
  })

  it('say every finding with its source, in both languages, and never find more for an order changed', () => {
    const pool = [
      one(),
      one({ reviewedOn: null }),
      one({ money: 5 }),
      one({ winner: 'individual', name: 'Bí thư chi bộ thôn Hai', isLeader: true }),
      one({ files: 0, verdict: 'too-few' }),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), (lines) => {
        const findings = judgeRound(judged(lines))
        for (const { says, source, title } of findings)
          expect([...says, source, title].every((words) => words.trim().length > 5)).toBe(true)
        const keys = (of: readonly { rule: string; about: string | null }[]) =>
          of.map(({ rule, about }) => `${rule} ${about}`).toSorted()
        expect(keys(findings)).toEqual(keys(judgeRound(judged(lines.toReversed()))))
      }),
    )
  })

  it('compare names and words without regard to order', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(sharedWords(a, b)).toBe(sharedWords(b, a))
        const [x, y] = [one({ name: a, body: b }), one({ name: b, body: a })]
        expect(isSameWinner(x, y)).toBe(isSameWinner(y, x))
      }),
    )
    expect(sharedWords('', '')).toBe(0)
  })

  it('look across books that name a village in one and its ward in the other', () => {
    const [village, ward] = ['Thôn Một', 'Phường Duy Tiên']
    const mine = one({ name: 'Tổ dân vận', body: village })
    expect(isSameWinner(mine, one({ name: 'tổ dân vận', body: 'Thôn Một, phường Duy Tiên' }))).toBe('maybe')
    expect(isSameWinner(one({ name: 'Tổ dân vận', body: ward }), earlier({ name: 'Tổ dân vận', body: village }))).toBe(
      'no',
    )
    const below = earlier({ name: 'Tổ dân vận', body: village, unitName: ward })
    expect(isSameWinner(one({ name: 'Tổ dân vận', body: ward }), below)).toBe('maybe')
    expect(isSameWinner(mine, one({ name: 'Tổ dân vận', body: 'Thôn Mười' }))).toBe('no')
  })

  it('are read from the catalogue only when every row is right', () => {
    expect(checkEligibility('eligibility.json', awardLaw)).toEqual([])
    const [rule, ...rules] = awardLaw.rules
    const wrong = {
      ...awardLaw,
      rules: [{ ...rule, kind: 'unknown', effect: 'stop' }, ...rules],
      forms: awardLaw.forms.map((form, at) => (at === 0 ? { ...form, winners: [], valid_to: undefined } : form)),
    }
    const found = checkEligibility('eligibility.json', wrong)
    expect(found.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['kind', 'effect', 'winners', 'valid_from']),
    )
  })

  it('have one version of each form and basis on any day', () => {
    for (const day of ['2022-12-20', '2024-05-01', '2025-07-01', '2026-11-22']) {
      expect(inForce(awardLaw.bases, day).filter(({ family }) => family === 'state').length).toBeGreaterThanOrEqual(3)
      expect(inForce(awardLaw.forms, day).length).toBe(7)
    }
  })
})
