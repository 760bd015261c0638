// A reminder to the units that still owe a report: a text to be copied into whatever the office writes in. It sends nothing.
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { TextArea } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { daysTo } from '../reports/look.tsx'
import type { Board, BoardRow } from './schema.ts'

const OWING: ReadonlySet<BoardRow['state']> = new Set(['not-started', 'draft', 'returned'])

/** Who still has to send: nothing sent yet, or sent back to them. */
export const owingOf = (board: Board): readonly BoardRow[] => board.rows.filter((row) => OWING.has(row.state))

type Reminder = {
  readonly board: Board
  readonly rows: readonly BoardRow[]
  readonly typeTitle: string
  readonly today: string
  readonly from: string
}

// The text is a paper of the office, so it is Vietnamese whatever language the screen speaks.
const lateWords = (days: number): string =>
  days < 0 ? `, đã quá ${-days} ngày` : days === 0 ? ', là hôm nay' : `, còn ${days} ngày`

function reminderText({ board, rows, typeTitle, today, from }: Reminder): string {
  const { title, dueOn } = board.period
  const lines = rows.map(
    (row, index) => `${index + 1}. ${row.unitName}${row.state === 'returned' ? ' (đã trả lại, chờ gửi lại)' : ''}`,
  )
  return [
    `Đến ngày ${showDay(today)}, ${board.unitName} chưa nhận được ${typeTitle} ${title} của ${rows.length} đơn vị (hạn gửi ${showDay(dueOn)}${lateWords(daysTo(today, dueOn))}):`,
    ...lines,
    'Đề nghị các đơn vị hoàn thành và gửi báo cáo; có vướng mắc xin trao đổi với người gửi tin này.',
    from,
  ]
    .join('\n')
    .normalize('NFC')
}

type ReminderDialogProps = { readonly board: Board; readonly typeTitle: string; readonly onClose: () => void }

export function ReminderDialog({ board, typeTitle, onClose }: ReminderDialogProps) {
  const desk = useDesk()
  const rows = owingOf(board)
  const from = desk.positions.find((it) => it.isActive && it.unitId === desk.unit.id)?.title ?? desk.name
  const [text, setText] = useState(() => reminderText({ board, rows, typeTitle, today: desk.today, from }))
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return t('board.remind_not_copied')
    }
    toast(t('board.reminded'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('board.remind', { count: rows.length })}
      consequence={t('board.remind_help')}
      confirm={t('board.remind_copy')}
      onClose={onClose}
      onConfirm={copy}
    >
      <TextArea label={t('board.remind_text')} name="reminder" rows={10} value={text} onChange={setText} />
    </CommandDialog>
  )
}
