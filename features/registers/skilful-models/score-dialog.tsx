// Filling in a whole scoring sheet for one side: one input a criterion, with the sum and its band while typing.
import { formatNumber, parseNumber } from '@kheo/core/text/number-style.ts'
import type { EntryView } from '@kheo/kit/register/contract.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import { numberMessage } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { say, t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { models, type Scored, type SheetOfDay } from './schema.ts'
import { bandOf, type Criterion, scoreIssues, scoreIssueWords, type Scorer, totalOf } from './scores.ts'

type Typed = Readonly<Record<string, string>>
type Errors = Readonly<Record<string, string>>

/** Points that can be read so far, and what is wrong with the others. */
function readPoints(criteria: readonly Criterion[], typed: Typed): { points: Record<string, number>; errors: Errors } {
  const points: Record<string, number> = {}
  const unread: Record<string, string> = {}
  for (const { code } of criteria) {
    const text = typed[code] ?? ''
    const read = text.trim() === '' ? undefined : parseNumber(text)
    if (read?.ok === true) points[code] = read.value
    else if (read !== undefined) unread[code] = numberMessage(read.problem)
  }
  const wrong = scoreIssues(criteria, points).map(
    (issue) => [issue.criterion.code, say(scoreIssueWords(issue))] as const,
  )
  return { points, errors: { ...Object.fromEntries(wrong), ...unread } }
}

function Sum({ sheet, points }: { readonly sheet: SheetOfDay; readonly points: Readonly<Record<string, number>> }) {
  const total = totalOf(Object.values(points))
  const facts = {
    total: formatNumber(total),
    most: formatNumber(totalOf(sheet.criteria.map((each) => each.points))),
  }
  const isWhole = scoreIssues(sheet.criteria, points).length === 0
  const band = isWhole ? bandOf(sheet.bands, total) : undefined
  return (
    <output className="block font-semibold">
      {band === undefined
        ? t('models.score_sum', facts)
        : t('models.score_sum_band', { ...facts, band: band.title.toLocaleLowerCase('vi') })}
    </output>
  )
}

type ScoreDialogProps = {
  readonly entry: EntryView
  readonly scorer: Scorer
  /** What this side gave the last time; the form begins with it. */
  readonly last: Scored | undefined
  readonly onClose: () => void
}

export function ScoreDialog({ entry, scorer, last, onClose }: ScoreDialogProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [day, setDay] = useState(desk.today)
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries((last?.points ?? []).map((each) => [each.code, formatNumber(each.given)])),
  )
  const [errors, setErrors] = useState<Errors>({})
  const of = { unit: entry.unitId, id: entry.id }
  const found = useServer(models.scores, day === '' ? of : { ...of, day })
  const save = useCommand(models.score, [models.scores])
  const sheet = found.data?.sheet ?? undefined
  const send = async () => {
    if (day === '') return t('common.day_needed')
    if (sheet === undefined) return t('models.scores_no_sheet')
    const read = readPoints(sheet.criteria, typed)
    setErrors(read.errors)
    if (Object.keys(read.errors).length > 0) return t('models.score_mend')
    const { total } = await save.mutateAsync({
      ...of,
      commandId,
      scorer,
      scoredOn: day,
      sheetFrom: sheet.from,
      points: read.points,
      baseRev: last?.rev ?? 0,
    })
    toast(t('models.score_saved', { total: formatNumber(total) }))
    return undefined
  }
  return (
    <CommandDialog
      title={t(scorer === 'self' ? 'models.score_self' : 'models.score_council')}
      consequence={t('models.score_consequence')}
      confirm={t('models.score_save')}
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('models.score_day')} name="score-day" value={day} onChange={setDay} />
      {found.data !== undefined && sheet === undefined && <Notice tone="warn">{t('models.scores_no_sheet')}</Notice>}
      {sheet?.criteria.map((criterion) => (
        <TextField
          key={criterion.code}
          label={criterion.title}
          help={t('models.score_most', { most: formatNumber(criterion.points) })}
          name={`score-${criterion.code}`}
          inputMode="decimal"
          maxLength={10}
          value={typed[criterion.code] ?? ''}
          onChange={(it) => {
            setTyped((before) => ({ ...before, [criterion.code]: it }))
            setErrors((before) => ({ ...before, [criterion.code]: '' }))
          }}
          error={errors[criterion.code] === '' ? undefined : errors[criterion.code]}
        />
      ))}
      {sheet !== undefined && <Sum sheet={sheet} points={readPoints(sheet.criteria, typed).points} />}
    </CommandDialog>
  )
}
