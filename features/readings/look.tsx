// How readings are shown wherever they appear: states, how sure a claim is, verdicts, kinds of marks, and where things are found.
import { pathTo } from '@kheo/ui/address.tsx'
import { Badge, type Tone } from '@kheo/ui/parts/badge.tsx'
import { t } from '@kheo/ui/text.ts'
import type { Claim, ReadingState, Verdict } from './schema.ts'

export const PATH = '/doc-bao-cao'
export const readingPath = (unit: string, id: string): string => pathTo(PATH, unit, id)

const TONES: Readonly<Record<ReadingState, Tone>> = {
  queued: 'plain',
  reading: 'info',
  read: 'warn',
  failed: 'bad',
  saved: 'good',
  discarded: 'plain',
}

export const StateBadge = ({ state }: { readonly state: ReadingState }) => (
  <Badge tone={TONES[state]}>{t(`readings.state_${state}`)}</Badge>
)

const GRADES: Readonly<Record<Claim['grade'], { readonly tone: Tone; readonly shape: string }>> = {
  sure: { tone: 'good', shape: '●' },
  likely: { tone: 'info', shape: '◐' },
  look: { tone: 'warn', shape: '○' },
}

export const GradeBadge = ({ grade }: { readonly grade: Claim['grade'] }) => (
  <Badge {...GRADES[grade]}>{t(`readings.grade_${grade}`)}</Badge>
)

export const VERDICT_SIGN: Readonly<Record<Verdict, string>> = {
  open: '',
  confirmed: '✓',
  corrected: '✎',
  rejected: '✕',
}

/** What can be told apart, shown and hidden in the text. */
export const LOOKS = ['count', 'money', 'percent', 'fraction', 'measure', 'document', 'quiet', 'aside'] as const
export type Look = (typeof LOOKS)[number]
