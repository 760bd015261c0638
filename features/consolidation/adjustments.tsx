// Named adjustments of a total: adding one, and taking one back.
import { parseNumber } from '@kheo/core/text/number-style.ts'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { SelectField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { nameOf } from '../indicators/catalogue.tsx'
import type { IndicatorRow } from '../indicators/schema.ts'
import { reports } from '../reports/schema.ts'
import { consolidation } from './schema.ts'

const refreshed = [consolidation.board, reports.view, reports.source]

type AdjustDialogProps = {
  readonly unit: string
  readonly period: string
  readonly first: string
  readonly byCode: ReadonlyMap<string, IndicatorRow>
  readonly onClose: () => void
}

export function AdjustDialog({ unit, period, first, byCode, onClose }: AdjustDialogProps) {
  const [commandId] = useCommandId()
  const [code, setCode] = useState(first)
  const [delta, setDelta] = useState('')
  const [reason, setReason] = useState('')
  const adjust = useCommand(consolidation.adjust, refreshed)
  const send = async () => {
    const read = parseNumber(delta)
    if (!read.ok || read.value === 0) return t('board.adjust_bad_delta')
    if (reason.trim().length < 5) return t('board.adjust_bad_reason')
    await adjust.mutateAsync({ commandId, unit, period, code, delta: read.value, reason })
    toast(t('board.adjusted'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('board.adjust_title')}
      consequence={t('board.adjust_consequence')}
      confirm={t('board.adjust')}
      onClose={onClose}
      onConfirm={send}
    >
      <SelectField
        label={t('board.adjust_code')}
        name="adjust-code"
        value={code}
        onChange={setCode}
        choices={[...byCode.values()].map((row) => ({ value: row.code, label: `${row.code} ${nameOf(row)}` }))}
      />
      <TextField
        label={t('board.adjust_delta')}
        help={t('board.adjust_delta_help')}
        name="adjust-delta"
        value={delta}
        onChange={setDelta}
      />
      <TextArea
        label={t('common.reason')}
        help={t('board.adjust_reason_help')}
        name="adjust-reason"
        value={reason}
        onChange={setReason}
      />
    </CommandDialog>
  )
}

export function AnnulButton({ unit, id }: { readonly unit: string; readonly id: string }) {
  const desk = useDesk()
  const [isOpen, setOpen] = useState(false)
  const [commandId] = useCommandId()
  const annul = useCommand(consolidation.annulAdjustment, refreshed)
  if (!hasRole(desk, 'consolidator', 'approver')) return null
  const send = async () => {
    await annul.mutateAsync({ commandId, unit, id })
    toast(t('board.annulled'))
    return undefined
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t('board.annul')}
      </Button>
      {isOpen && (
        <CommandDialog
          title={t('board.annul')}
          consequence={t('board.annul_consequence')}
          confirm={t('board.annul')}
          variant="danger"
          onClose={() => setOpen(false)}
          onConfirm={send}
        />
      )}
    </>
  )
}
