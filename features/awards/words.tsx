// Small words and marks that the screens of commendation share.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import { Badge, type Tone } from '@kheo/ui/parts/badge.tsx'
import { say, t } from '@kheo/ui/text.ts'
import { useRegisterTools } from '@kheo/ui/register/tools.tsx'
import { BOOK } from './nomination.ts'
import { type FindingRow, type NominationRow, STAGES, type Stage, SUBJECTS } from './schema.ts'

export const ROUNDS_PATH = '/khen-thuong'
export const LAYOUTS_PATH = '/khen-thuong/phoi'
/** Where the register of commendations is kept. */
export const BOOK_PATH = '/so/khen-thuong'

export const subjectWords = (subject: string | null): string => {
  const known = SUBJECTS.find((each) => each === subject)
  return known === undefined ? t('awards.subject_none') : t(`awards.subject_${known}`)
}

export const moneyWords = (money: number | null): string => (money === null ? '—' : formatNumber(money))

/** What goes with an award: as decided, else as typed, else as the law sets. */
export const moneyOf = (row: NominationRow): number | null => row.moneyGiven ?? row.money ?? row.lawfulMoney

export const placeWords = ({ post, body }: NominationRow): string =>
  [post, body].filter((part) => part !== '').join(', ') || '—'

/** The state of a nomination, in the words of its register. */
export function StateBadge({ state }: { readonly state: string }) {
  const { registerOf } = useRegisterTools()
  const found = registerOf(BOOK)?.states[state]
  return <Badge tone={(found?.tone ?? 'plain') as Tone}>{found === undefined ? state : say(found.label)}</Badge>
}

/** The life of a round as a line of steps; those that lie behind are ticked. */
export function StageLine({ stage, days }: { readonly stage: Stage; readonly days: Partial<Record<Stage, string>> }) {
  const at = STAGES.indexOf(stage)
  return (
    <ol className="flex flex-wrap gap-x-2 gap-y-2" aria-label={t('awards.stages')}>
      {STAGES.map((each, index) => (
        <li key={each} className="flex items-center gap-2" aria-current={index === at ? 'step' : undefined}>
          {index > 0 && (
            <span aria-hidden="true" className="text-[var(--faint)]">
              →
            </span>
          )}
          <Badge tone={index < at ? 'good' : index === at ? 'info' : 'plain'}>
            {t(`awards.stage_${each}`)}
            {days[each] !== undefined && ` ${days[each]}`}
          </Badge>
        </li>
      ))}
    </ol>
  )
}

/** Not a fault but work still ahead, which every nomination has before it. */
const AHEAD: readonly string[] = ['reviewed', 'council']

const MARKS = { block: 'bad', warn: 'warn', ahead: 'info', passed: 'plain' } as const
export type Mark = keyof typeof MARKS

export const markOf = ({ rule, effect, passed }: FindingRow): Mark => {
  if (passed !== null) return 'passed'
  return AHEAD.includes(rule) ? 'ahead' : effect
}

const MarkBadge = ({ mark }: { readonly mark: Mark }) => <Badge tone={MARKS[mark]}>{t(`awards.finding_${mark}`)}</Badge>

export const FindingBadge = ({ finding }: { readonly finding: FindingRow }) => <MarkBadge mark={markOf(finding)} />

/** What the rules say of one nomination: the gravest of its marks. */
export function FindingMark({ findings }: { readonly findings: readonly FindingRow[] }) {
  const marks = new Set(findings.map(markOf))
  const gravest = (Object.keys(MARKS) as Mark[]).find((mark) => marks.has(mark))
  return gravest === undefined ? <Badge tone="good">{t('awards.finding_fine')}</Badge> : <MarkBadge mark={gravest} />
}
