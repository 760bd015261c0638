// Columns of a register's list: number, name, unit, day, the declared ones, state and deadline.
import type { EntryRow } from '@kheo/kit/register/contract.ts'
import { type AnyRegister, storedFields } from '@kheo/kit/register/declare.ts'
import { type Field, isEmpty, isFreeText } from '@kheo/kit/register/fields.ts'
import { AppLink, pathTo } from '../address.tsx'
import { type Desk, useDesk } from '../desk.tsx'
import { showDay, showFigure } from '../format.ts'
import { Badge } from '../parts/badge.tsx'
import type { Column } from '../parts/data-table.tsx'
import { SortLink } from '../parts/sort-link.tsx'
import { language, say, t } from '../text.ts'
import { nextSort, type Sort, sortOf } from './list-query.ts'
import { entryPath } from './room.ts'
import { labelOf, showCell } from './shown.ts'
import { StateBadge, TimelinessBadge } from './state-badges.tsx'

type Search = Readonly<Record<string, string | undefined>>

/** The words of an entry in the reader's language; the server names entries in Vietnamese. */
export const nameOf = (register: AnyRegister, row: EntryRow): string =>
  language() === 'vi' || row.isWithheld ? row.name : register.named(row, say)

function pointer(desk: Desk, field: Field, row: EntryRow, value: string): string | undefined {
  if (field.kind === 'unit') return pathTo('/don-vi', value)
  return field.kind === 'link' ? desk.entryAddress(field.to, row.unitId, value) : undefined
}

function Cell({ field, name, row }: { readonly field: Field; readonly name: string; readonly row: EntryRow }) {
  const desk = useDesk()
  const value = row.values[name]
  if (row.isWithheld && isFreeText(field)) return '—'
  if ((field.kind === 'unit' || field.kind === 'link') && value !== undefined && !isEmpty(value)) {
    const to = pointer(desk, field, row, String(value))
    return to === undefined ? '—' : <AppLink to={to}>{t('registers.open')}</AppLink>
  }
  return showCell(field, value)
}

const isFigure = (field: Field): boolean => field.kind === 'number' || field.kind === 'money'

function sortable(search: Search, sort: Sort, head: string): Pick<Column<EntryRow>, 'headLink' | 'sorted'> {
  const now = sortOf(search)
  const link = (
    <SortLink patch={nextSort(search, sort)} label={t('registers.sort_by', { column: head })}>
      {head}
      {now.sort === sort && <span aria-hidden="true">{now.order === 'asc' ? ' ▲' : ' ▼'}</span>}
    </SortLink>
  )
  return now.sort === sort
    ? { headLink: link, sorted: now.order === 'asc' ? 'ascending' : 'descending' }
    : { headLink: link }
}

/** The field that entries of this page are called by, if there is one. */
const namingField = (register: AnyRegister, rows: readonly EntryRow[]): string | undefined =>
  register.columns.find((name) => rows.every((row) => !row.isWithheld && row.values[name] === row.name))

/** Declared columns without the one that names the entries, which stands first already, and those of which nothing may be read. */
function ownColumns(
  register: AnyRegister,
  rows: readonly EntryRow[],
  sums: Readonly<Record<string, number>>,
): readonly Column<EntryRow>[] {
  const fields = storedFields(register)
  const naming = namingField(register, rows)
  return register.columns.flatMap((name): readonly Column<EntryRow>[] => {
    const field = fields[name]
    if (field === undefined || name === naming) return []
    if (isFreeText(field) && rows.every((row) => row.isWithheld)) return []
    const sum = sums[name]
    return [
      {
        key: name,
        head: labelOf(field),
        cell: (row) => <Cell field={field} name={name} row={row} />,
        isNumber: isFigure(field) || field.kind === 'date',
        ...(sum === undefined ? {} : { foot: showFigure(sum) }),
      },
    ]
  })
}

const Due = ({ row }: { readonly row: EntryRow }) =>
  row.dueOn === null ? (
    '—'
  ) : (
    <span className="inline-grid justify-items-start gap-1 max-sm:justify-items-end">
      {showDay(row.dueOn)}
      {!row.isVoided && <TimelinessBadge of={row.timeliness} />}
    </span>
  )

function standing(register: AnyRegister, search: Search): readonly Column<EntryRow>[] {
  const due = t('registers.due')
  return [
    {
      key: 'state',
      head: t('common.state'),
      cell: (row) =>
        row.isVoided ? (
          <Badge tone="plain" shape="✕">
            {t('registers.is_voided')}
          </Badge>
        ) : (
          <StateBadge register={register} state={row.state} />
        ),
    },
    ...(register.deadline === undefined
      ? []
      : [
          {
            key: 'due',
            head: due,
            ...sortable(search, 'dueOn', due),
            cell: (row: EntryRow) => <Due row={row} />,
          },
        ]),
  ]
}

type Listed = {
  readonly rows: readonly EntryRow[]
  readonly sums: Readonly<Record<string, number>>
  readonly search: Search
  /** Rows of other units stand in the list. */
  readonly isFromAbove: boolean
}

export function columnsOf(
  register: AnyRegister,
  { rows, sums, search, isFromAbove }: Listed,
): readonly Column<EntryRow>[] {
  const no = t('registers.entry_no')
  const day = say(register.day.label)
  const naming: Field | undefined = register.fields[namingField(register, rows) ?? '']
  return [
    { key: 'no', head: no, ...sortable(search, 'entryNo', no), cell: (row) => row.entryNo, isNumber: true },
    {
      key: 'name',
      head: naming === undefined ? t('registers.entry_name') : say(naming.label),
      isMain: true,
      cell: (row) => (
        <AppLink to={entryPath(register, row)} className="row-link font-medium">
          {nameOf(register, row)}
        </AppLink>
      ),
    },
    ...(isFromAbove ? [{ key: 'unit', head: t('common.unit'), cell: (row: EntryRow) => row.unitName }] : []),
    {
      key: 'day',
      head: day,
      ...sortable(search, 'happenedOn', day),
      cell: (row) => showDay(row.happenedOn),
      isNumber: true,
    },
    ...ownColumns(register, rows, sums),
    ...(Object.keys(register.states).length > 1 || register.deadline !== undefined ? standing(register, search) : []),
  ]
}
