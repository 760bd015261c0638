// Where a text disagrees with itself: sums, shares, repeats, amounts in words.
import type { ReadFigure } from '../reading.ts'
import type { Disagreement } from './disagreement.ts'
import { linesOf } from './lines.ts'
import { partsWatch } from './parts.ts'
import { repeatsWatch } from './repeats.ts'
import { sharesIn } from './shares.ts'
import { spokenIn } from './spoken.ts'

/**
 * Disagreements within `text`, by the place of what they speak of first. `figures` as `readText` finds them, by their places.
 * Nothing is said where the words leave a doubt: `trong đó` may name less than all, `kế hoạch` may be passed. Time grows with the text.
 */
export function disagreements(text: string, figures: readonly ReadFigure[]): Disagreement[] {
  const parts = partsWatch()
  const repeats = repeatsWatch()
  const found: Disagreement[] = []
  for (const line of linesOf(text, figures))
    found.push(...parts.see(line), ...sharesIn(line), ...repeats(line), ...spokenIn(line))
  found.push(...parts.end())
  return found.toSorted((a, b) => (a.told[0]?.start ?? 0) - (b.told[0]?.start ?? 0))
}
