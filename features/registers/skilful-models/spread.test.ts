// Sites and levels are read from the steps that stand: what was taken back counts nowhere.
import type { EntryView, TakenStepView } from '@kheo/kit/register/contract.ts'
import { describe, expect, it } from 'vitest'
import { levelsOf, sitesOf } from './spread.ts'

const step = (seq: number, kind: string, happenedOn: string, more: Partial<TakenStepView> = {}): TakenStepView => ({
  seq,
  kind,
  happenedOn,
  dueBefore: null,
  note: '',
  at: `${happenedOn}T02:00:00.000Z`,
  actorTitle: 'Cán bộ tổng hợp phường Hòa Mạc',
  values: {},
  retracted: null,
  ...more,
})
const after = (...steps: readonly TakenStepView[]) => ({ steps }) as unknown as EntryView
const retracted = { reason: 'Ghi nhầm', by: 'Cán bộ tổng hợp phường Hòa Mạc', at: '2026-12-02T02:00:00.000Z' }

describe('spreading of a model', () => {
  it('lists each time it was copied, with number, place and day', () => {
    expect(
      sitesOf(
        after(
          step(1, 'recognised-commune', '2026-11-01'),
          step(2, 'replicated', '2026-11-05', { values: { sites: 3, sitesAt: 'Thôn Một' } }),
          step(3, 'replicated', '2026-11-09', { values: { sites: 1, sitesAt: '' } }),
          step(4, 'replicated', '2026-12-01', { values: { sites: 9, sitesAt: 'Thôn Hai' }, retracted }),
        ),
      ),
    ).toEqual([
      { seq: 2, count: 3, where: 'Thôn Một', on: '2026-11-05' },
      { seq: 3, count: 1, where: '', on: '2026-11-09' },
    ])
  })

  it('names each level that recognised it, by the last day that stands', () => {
    expect(
      levelsOf(
        after(
          step(1, 'recognised-commune', '2025-11-01'),
          step(2, 'recognised-commune', '2026-11-01'),
          step(3, 'recognised-province', '2026-12-01', { retracted }),
        ),
      ),
    ).toEqual([{ level: 'commune', on: '2026-11-01' }])
    expect(levelsOf(after())).toEqual([])
  })
})
