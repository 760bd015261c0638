// Small words, marks and addresses that the screens of conferences share.
import { pathTo } from '@kheo/ui/address.tsx'
import { useRegisterTools } from '@kheo/ui/register/tools.tsx'
import { Badge, type Tone } from '@kheo/ui/parts/badge.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { language, say, t } from '@kheo/ui/text.ts'
import { createContext, useContext } from 'react'
import type { GuestGroup, PaperRole } from './facts.ts'
import { paperRoles } from './papers/roles.ts'
import type { ClockRow } from './schema.ts'

export const LIST_PATH = '/hoi-nghi'
export const ATTEND_PATH = '/hoi-nghi/diem-danh'
/** Where the register of conferences is kept. */
export const BOOK_PATH = '/so/hoi-nghi'
export const TASKS_PATH = '/so/nhiem-vu'
/** Where the papers of a unit are kept. */
export const PAPERS_PATH = '/van-ban'
const BOOK = 'so_hoi_nghi'

export const PARTS = ['ke-hoach', 'dai-bieu', 'tham-luan', 'cho-ngoi', 'dien-bien', 'giay-to'] as const
export type Part = (typeof PARTS)[number]

export const boxPath = (unit: string, id: string): string => pathTo(LIST_PATH, unit, id)
export const entryPath = (unit: string, id: string): string => pathTo(BOOK_PATH, unit, id)

/** What the register calls a choice of one of its fields. */
export function useBookWords() {
  const { registerOf } = useRegisterTools()
  const register = registerOf(BOOK)
  const choice = (field: string, value: string): string => {
    const found = register?.fields[field]
    const words = found !== undefined && 'choices' in found ? found.choices[value] : undefined
    return words === undefined ? value : say(words)
  }
  return { register, choice }
}

export const roleWords = (role: PaperRole): string => say(paperRoles[role])

export const saidIn = (said: { readonly vi: string; readonly en: string }): string =>
  language() === 'vi' ? said.vi : said.en

const GROUP_TONES: Readonly<Record<GuestGroup, Tone>> = {
  chair: 'bad',
  leader: 'warn',
  delegate: 'info',
  guest: 'plain',
  award: 'good',
  press: 'plain',
}

/** A group as its two letters, which also stand on the seats. */
export const GroupMark = ({ group }: { readonly group: GuestGroup }) => (
  <Badge tone={GROUP_TONES[group]} shape={t(`conferences.mark_${group}`)}>
    {t(`conferences.group_${group}`)}
  </Badge>
)

const CLOCK_TONES: Readonly<Record<ClockRow['state'], Tone>> = {
  done: 'good',
  'done-late': 'warn',
  late: 'bad',
  today: 'warn',
  ahead: 'plain',
  off: 'plain',
}

export const ClockMark = ({ state }: { readonly state: ClockRow['state'] }) => (
  <Badge tone={CLOCK_TONES[state]}>{t(`conferences.clock_${state}`)}</Badge>
)

/** Whether what is shown may be changed; boxes of days ask it, for they are no inputs that a fieldset could close. */
export const MayEdit = createContext(true)

type DayBoxProps = {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly isOptional?: boolean
}

export function DayBox(props: DayBoxProps) {
  const mayEdit = useContext(MayEdit)
  return mayEdit ? <DateField {...props} /> : <span>{showDay(props.value === '' ? null : props.value)}</span>
}
