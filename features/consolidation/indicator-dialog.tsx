// Which indicators stand on the board: one to twelve.
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { CheckField } from '@kheo/ui/parts/field.tsx'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { nameOf } from '../indicators/catalogue.tsx'
import type { IndicatorRow } from '../indicators/schema.ts'

const MOST = 12

type IndicatorDialogProps = {
  readonly codes: readonly string[]
  readonly byCode: ReadonlyMap<string, IndicatorRow>
  readonly onClose: () => void
  readonly onShow: (codes: readonly string[]) => void
}

export function IndicatorDialog({ codes, byCode, onClose, onShow }: IndicatorDialogProps) {
  const [chosen, setChosen] = useState(codes)
  const show = async () => {
    if (chosen.length < 1 || chosen.length > MOST) return t('board.indicators_bad')
    onShow(chosen)
    return undefined
  }
  const tick = (code: string, on: boolean) => setChosen(on ? [...chosen, code] : chosen.filter((it) => it !== code))
  return (
    <CommandDialog
      title={t('board.indicators_title')}
      consequence={t('board.indicators_help')}
      confirm={t('board.indicators_show')}
      onClose={onClose}
      onConfirm={show}
    >
      <div className="max-h-80 overflow-auto rounded border border-[var(--line)] px-3 py-1">
        {[...byCode.values()].map((row) => (
          <CheckField
            key={row.code}
            label={`${row.code} ${nameOf(row)}`}
            checked={chosen.includes(row.code)}
            onChange={(on) => tick(row.code, on)}
          />
        ))}
      </div>
    </CommandDialog>
  )
}
