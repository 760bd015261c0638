// Of which unit and period the figures of a reading are: what the text says, how it lies today, and choosing otherwise.
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { useCatalogue } from '../indicators/catalogue.tsx'
import { periods } from '../periods/schema.ts'
import { readings, type ReadingView } from './schema.ts'

/** Periods before this are in no catalogue. */
const FIRST_YEAR = 2017
const YEAR_LETTERS = 4

/** A period's name begins with its year. */
export const yearOf = (view: Pick<ReadingView, 'placement' | 'event'>, today: number): number =>
  Number(view.placement.periodId?.slice(0, YEAR_LETTERS)) || view.event.year || today

const wordsOf = ({ name, from, to, keeperName }: ReadingView['unitChoices'][number]): string => {
  if (to === null) return name
  const span = t('readings.unit_span', { name, from: showDay(from), to: showDay(to) })
  return keeperName === null ? span : `${span} · ${t('readings.unit_keeper', { unit: keeperName })}`
}

/** Periods of a year in which some report is made; where two are called the same, their days tell them apart. */
function usePeriods(year: number) {
  const { query } = useCatalogue(useDesk().today)
  const list = useServer(periods.list, { year })
  const regimes = new Set(query.data?.reportTypes.map((it) => it.regime))
  const rows = (list.data?.rows ?? []).filter((row) => regimes.has(row.regime))
  const called = Map.groupBy(rows, (row) => row.title)
  return rows.map(({ id, title, startOn, endOn }) => ({
    value: id,
    label:
      called.get(title)?.length === 1
        ? title
        : t('readings.unit_span', { name: title, from: showDay(startOn), to: showDay(endOn) }),
  }))
}

type PlaceDialogProps = { readonly view: ReadingView; readonly onClose: () => void }

function PlaceDialog({ view, onClose }: PlaceDialogProps) {
  const desk = useDesk()
  const { placement, unitChoices } = view
  const [unit, setUnit] = useState(placement.unitId ?? '')
  const [year, setYear] = useState(() => Math.min(desk.year, Math.max(FIRST_YEAR, yearOf(view, desk.year))))
  const [period, setPeriod] = useState(placement.periodId ?? '')
  const choices = usePeriods(year)
  const [commandId] = useCommandId()
  const place = useCommand(readings.place, [readings.view, readings.list])
  const last = Math.max(desk.year, Number(desk.today.slice(0, YEAR_LETTERS)))
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => String(last - index))
  const send = async () => {
    if (unit === '') return t('readings.place_unit_needed')
    const chosen = choices.find((it) => it.value === period)
    if (chosen === undefined) return t('readings.place_period_needed')
    await place.mutateAsync({ commandId, unit: view.unitId, id: view.id, baseRev: view.rev, placedUnit: unit, period })
    toast(t('readings.place_done', { period: chosen.label }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('readings.place')}
      consequence={t('readings.place_consequence')}
      confirm={t('readings.place_set')}
      onClose={onClose}
      onConfirm={send}
    >
      <SelectField
        label={t('common.unit')}
        name="placed-unit"
        value={unit}
        onChange={setUnit}
        choices={[
          ...(placement.unitId === null ? [{ value: '', label: t('common.choose') }] : []),
          ...unitChoices.map((it) => ({ value: it.id, label: wordsOf(it) })),
        ]}
      />
      <SelectField
        label={t('common.year')}
        name="placed-year"
        value={String(year)}
        onChange={(value) => setYear(Number(value))}
        choices={years.map((value) => ({ value, label: value }))}
      />
      <SelectField
        label={t('readings.of_period')}
        name="placed-period"
        value={choices.some((it) => it.value === period) ? period : ''}
        onChange={setPeriod}
        choices={[{ value: '', label: t(choices.length === 0 ? 'readings.period_none' : 'common.choose') }, ...choices]}
      />
    </CommandDialog>
  )
}

export function Place({ view }: { readonly view: ReadingView }) {
  const [isOpen, setOpen] = useState(false)
  const { placement, may } = view
  const { unitName, keeperName, periodTitle } = placement
  const isKnown = unitName !== null && periodTitle !== null
  return (
    <section className="card grid gap-2 !py-3" aria-label={t('readings.place')}>
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
        <p className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-[var(--muted)]">{t('readings.place_of')}</span>
          <strong className="font-semibold">
            {unitName ?? t('readings.unit_unknown')} · {periodTitle ?? t('readings.period_unknown')}
          </strong>
          {isKnown && (
            <Badge tone={placement.isProposed ? 'warn' : 'good'}>
              {t(placement.isProposed ? 'readings.place_proposed' : 'readings.place_chosen')}
            </Badge>
          )}
        </p>
        {may.work && (
          <Button className="no-print" onClick={() => setOpen(true)}>
            {t(isKnown ? 'readings.place_change' : 'readings.place_set')}
          </Button>
        )}
      </div>
      {keeperName !== null && unitName !== null && (
        <p>{t('readings.place_lineage', { unit: unitName, keeper: keeperName })}</p>
      )}
      {!placement.saysUnit && unitName !== null && placement.isProposed && <p>{t('readings.says_no_unit')}</p>}
      {!placement.saysPeriod && periodTitle !== null && placement.isProposed && <p>{t('readings.says_no_period')}</p>}
      {!isKnown && <p>{t('readings.place_unknown')}</p>}
      {isOpen && <PlaceDialog view={view} onClose={() => setOpen(false)} />}
    </section>
  )
}
