// How an entry stands, and how it stands against its deadline.
import type { AnyRegister, Timeliness } from '@kheo/kit/register/declare.ts'
import { Badge, type Tone } from '../parts/badge.tsx'
import { say, t } from '../text.ts'

const TONE: Readonly<Record<Timeliness, Tone>> = {
  none: 'plain',
  'in-time': 'info',
  'due-soon': 'warn',
  overdue: 'bad',
  'done-in-time': 'good',
  'done-late': 'warn',
}

export const TimelinessBadge = ({ of }: { readonly of: Timeliness }) => (
  <Badge tone={TONE[of]}>{t(`registers.timeliness_${of}`)}</Badge>
)

export function StateBadge({ register, state }: { readonly register: AnyRegister; readonly state: string }) {
  const known = register.states[state]
  return <Badge tone={known?.tone ?? 'plain'}>{known === undefined ? state : say(known.label)}</Badge>
}
