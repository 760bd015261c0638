// Where a model was copied and which levels recognised it, from the steps that stand. Pure.
import type { EntryView } from '@kheo/kit/register/contract.ts'

type Site = { readonly seq: number; readonly count: number; readonly where: string; readonly on: string }
type RecognisedLevel = { readonly level: 'commune' | 'province'; readonly on: string }

const standing = (entry: EntryView) => entry.steps.filter((step) => step.retracted === null)

export const sitesOf = (entry: EntryView): readonly Site[] =>
  standing(entry)
    .filter((step) => step.kind === 'replicated')
    .map((step) => ({
      seq: step.seq,
      count: Number(step.values['sites'] ?? 0),
      where: String(step.values['sitesAt'] ?? ''),
      on: step.happenedOn,
    }))

/** The latest recognition of each level, the lower first. */
export const levelsOf = (entry: EntryView): readonly RecognisedLevel[] =>
  (['commune', 'province'] as const).flatMap((level) => {
    const step = standing(entry).findLast((each) => each.kind === `recognised-${level}`)
    return step === undefined ? [] : [{ level, on: step.happenedOn }]
  })
