// Another value or another indicator for a figure of the text; also an indicator for a figure that has none.
import { matchesFolded } from '@kheo/core/text/fold.ts'
import { readFigure, showFigure } from '@kheo/ui/format.ts'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { PickField } from '@kheo/ui/parts/pick-field.tsx'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { nameOf } from '../indicators/catalogue.tsx'
import type { IndicatorRow } from '../indicators/schema.ts'
import { around, type DecisionOf, type Item, valueIn } from './reviewing.ts'
import type { FigureMark } from './schema.ts'

const MOST_FOUND = 12
const LEAST_LETTERS = 2

type Names = ReadonlyMap<string, IndicatorRow>

const titleOf = (row: IndicatorRow | undefined): string => (row === undefined ? '' : `${row.code} ${nameOf(row)}`)

function found(names: Names, typed: string): readonly IndicatorRow[] {
  if (typed.trim().length < LEAST_LETTERS) return []
  return [...names.values()]
    .filter((row) => matchesFolded(`${row.code} ${row.nameVi} ${row.nameEn}`, typed))
    .slice(0, MOST_FOUND)
}

type CorrectProps = {
  readonly item: Item
  /** Of the mark that the claim stands on. */
  readonly figure: FigureMark | undefined
  readonly indicator: string | undefined
  readonly text: string
  readonly names: Names
  readonly onClose: () => void
  readonly onDecide: (decision: DecisionOf, name: string, value: string) => void
}

/** The value to begin with: what stands or is proposed for this indicator, else the figure in the unit of the indicator chosen. */
function firstValue({ item, figure }: Pick<CorrectProps, 'item' | 'figure'>, row: IndicatorRow | undefined): string {
  const { claim } = item
  if (claim !== undefined && (row === undefined || row.code === claim.indicator)) return showFigure(claim.value)
  const proposed = claim?.alternatives.find((it) => it.indicator === row?.code)
  if (proposed !== undefined) return showFigure(proposed.value)
  const mark = figure ?? item.figure
  if (mark === undefined) return claim === undefined ? '' : showFigure(claim.value)
  const whole = claim?.part === 'of' ? mark.of : null
  return showFigure(whole ?? valueIn(mark, row?.unit ?? ''))
}

export function CorrectDialog({ item, figure, indicator, text, names, onClose, onDecide }: CorrectProps) {
  const { claim } = item
  const place = claim ?? item.figure
  const [code, setCode] = useState(indicator ?? claim?.indicator ?? '')
  const [query, setQuery] = useState('')
  const row = names.get(code)
  const [value, setValue] = useState(() => firstValue({ item, figure }, row))
  const [before, written, after] = around(text, place.start, place.end)
  const pick = (next: string) => {
    setCode(next)
    setValue(firstValue({ item, figure }, names.get(next)))
  }
  const send = async () => {
    if (row === undefined) return t('readings.correct_indicator_needed')
    const typed = readFigure(value, row.decimals)
    if (!typed.ok) return typed.message
    if (typed.value === null) return t('readings.correct_value_needed')
    const decision = { key: item.key, verdict: 'corrected' as const, indicator: code, value: typed.value }
    onDecide({ ...decision, replace: claim?.replace ?? false }, nameOf(row), showFigure(typed.value))
    return undefined
  }
  return (
    <CommandDialog
      title={t(claim === undefined ? 'readings.give_title' : 'readings.correct_title', { text: place.text })}
      consequence={
        <blockquote className="claim-sentence">
          {before}
          <mark>{written}</mark>
          {after}
        </blockquote>
      }
      confirm={t(claim === undefined ? 'readings.give_indicator' : 'readings.correct')}
      onClose={onClose}
      onConfirm={send}
    >
      <PickField
        label={t('readings.indicator')}
        help={t('readings.correct_find')}
        start={titleOf(row)}
        rows={found(names, query).map((it) => ({ id: it.code, name: titleOf(it), detail: it.unit }))}
        words={t(query.trim().length < LEAST_LETTERS ? 'readings.correct_find_more' : 'readings.correct_find_none')}
        onType={(typed) => {
          setQuery(typed)
          // What was typed is not yet chosen.
          setCode('')
        }}
        onPick={(it) => pick(it.id)}
      />
      <TextField
        label={row === undefined ? t('readings.value') : t('readings.correct_value', { unit: row.unit })}
        name="claim-value"
        inputMode="decimal"
        isShort
        value={value}
        onChange={setValue}
      />
    </CommandDialog>
  )
}
