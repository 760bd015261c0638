// For administrators: who holds which position at a unit and below it, granting one, ending one.
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { ErrorSummary } from '@kheo/ui/parts/error-summary.tsx'
import { SelectField, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { isRefused, useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t, type PlainKey } from '@kheo/ui/text.ts'
import { useForm } from '@kheo/ui/use-form.ts'
import { useState } from 'react'
import { UnitPicker } from '../org/unit-picker.tsx'
import { GrantPosition, people, type PositionRow, RoleName } from './schema.ts'

const Shape = GrantPosition.omit({ commandId: true })

type Draft = {
  unitId: string
  username: string
  name: string
  password: string | undefined
  role: string
  title: string
  from: string
  to: string | null
}

const LABELS: Readonly<Partial<Record<string, PlainKey>>> = {
  unitId: 'common.unit',
  username: 'account.username',
  name: 'account.name',
  password: 'account.grant_password',
  role: 'account.role',
  title: 'account.position_title',
  from: 'account.from',
  to: 'account.to',
}

const labelOf = (name: string): string => {
  const key = LABELS[name]
  return key === undefined ? '' : t(key)
}

type FieldsProps = { readonly form: ReturnType<typeof useForm<Draft, unknown>> }

function GrantFields({ form }: FieldsProps) {
  const desk = useDesk()
  const { values, set, errors } = form
  return (
    <>
      <ErrorSummary
        errors={Object.entries(errors).map(([name, message]) => ({ name, label: labelOf(name), message }))}
        attempt={form.attempt}
      />
      <UnitPicker
        label={t('common.unit')}
        help={t('units.pick_help')}
        day={desk.today}
        start={desk.unit.name}
        onPick={(unit) => set('unitId', unit.id)}
      />
      <TextField
        label={t('account.username')}
        help={t('account.username_help')}
        name="username"
        autoComplete="off"
        value={values.username}
        onChange={(it) => set('username', it)}
        error={errors['username']}
      />
      <TextField
        label={t('account.name')}
        name="name"
        autoComplete="off"
        value={values.name}
        onChange={(it) => set('name', it)}
        error={errors['name']}
      />
      <TextField
        label={t('account.grant_password')}
        help={t('account.grant_password_help')}
        name="password"
        type="password"
        autoComplete="new-password"
        isOptional
        value={values.password ?? ''}
        onChange={(it) => set('password', it === '' ? undefined : it)}
        error={errors['password']}
      />
      <SelectField
        label={t('account.role')}
        name="role"
        value={values.role}
        onChange={(it) => set('role', it)}
        error={errors['role']}
        choices={RoleName.options.map((value) => ({ value, label: t(`account.role_${value}`) }))}
      />
      <TextField
        label={t('account.position_title')}
        help={t('account.position_title_help')}
        name="title"
        value={values.title}
        onChange={(it) => set('title', it)}
        error={errors['title']}
      />
      <DateField
        label={t('account.from')}
        name="from"
        value={values.from}
        onChange={(it) => set('from', it)}
        error={errors['from']}
      />
      <DateField
        label={t('account.to')}
        name="to"
        isOptional
        value={values.to ?? ''}
        onChange={(it) => set('to', it === '' ? null : it)}
        error={errors['to']}
      />
    </>
  )
}

function Grant({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const grant = useCommand(people.grant, [people.list, people.me])
  const form = useForm<Draft, ReturnType<typeof Shape.parse>>(Shape, {
    unitId: desk.unit.id,
    username: '',
    name: '',
    password: undefined,
    role: 'recorder',
    title: '',
    from: desk.today,
    to: null,
  })
  const send = async () => {
    const value = form.check()
    if (value === undefined) return t('common.error_summary', { count: 1 })
    try {
      await grant.mutateAsync({ ...value, commandId })
    } catch (error) {
      if (isRefused(error)) form.refuseBy(error.issues)
      throw error
    }
    toast(t('account.granted'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('account.grant_title')}
      consequence={t('account.grant_help')}
      confirm={t('account.grant')}
      onClose={onClose}
      onConfirm={send}
    >
      <GrantFields form={form} />
    </CommandDialog>
  )
}

function End({ row, onClose }: { readonly row: PositionRow; readonly onClose: () => void }) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [on, setOn] = useState(row.from < desk.today ? desk.today : '')
  const end = useCommand(people.end, [people.list, people.me])
  const send = async () => {
    if (on === '') return t('common.day_needed')
    if (on <= row.from) return t('account.end_too_early', { day: showDay(row.from) })
    await end.mutateAsync({ commandId, id: row.id, on })
    toast(t('account.ended'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('account.end_title')}
      consequence={t('account.end_consequence', { name: row.name, title: row.title })}
      confirm={t('account.end')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('common.day')} name="end-day" value={on} onChange={setOn} />
    </CommandDialog>
  )
}

const columnsOf = (onEnd: ((row: PositionRow) => void) | undefined): readonly Column<PositionRow>[] => [
  {
    key: 'name',
    head: t('account.name'),
    isMain: true,
    cell: (row) => (
      <>
        {row.name} <span className="text-[13px] text-[var(--muted)]">({row.username})</span>
      </>
    ),
  },
  { key: 'title', head: t('account.position_title'), cell: (row) => row.title },
  { key: 'unit', head: t('common.unit'), cell: (row) => row.unitName },
  { key: 'role', head: t('account.role'), cell: (row) => t(`account.role_${row.role}`) },
  {
    key: 'held',
    head: t('account.held'),
    cell: (row) => (
      <>
        <span className="whitespace-nowrap">{t('account.since', { day: showDay(row.from) })}</span>{' '}
        {row.to !== null && <span className="whitespace-nowrap">{t('account.until', { day: showDay(row.to) })}</span>}
      </>
    ),
  },
  {
    key: 'state',
    head: t('common.state'),
    cell: (row) => (
      <span className="flex items-center justify-between gap-2 whitespace-nowrap sm:flex-wrap lg:flex-nowrap">
        <Badge tone={row.isActive ? 'good' : 'plain'}>{t(row.isActive ? 'account.active' : 'account.inactive')}</Badge>
        {row.isActive && onEnd !== undefined && <Button onClick={() => onEnd(row)}>{t('account.end')}</Button>}
      </span>
    ),
  },
]

export function Positions() {
  const desk = useDesk()
  const list = useServer(people.list, { unit: desk.unit.id })
  const [isGranting, setGranting] = useState(false)
  const [ending, setEnding] = useState<PositionRow>()
  const mayGrant = hasRole(desk, 'administrator')
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2>{t('account.positions_of', { unit: desk.unit.name })}</h2>
        {mayGrant && (
          <Button variant="primary" onClick={() => setGranting(true)}>
            {t('account.grant')}
          </Button>
        )}
      </div>
      <Answer of={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('account.positions_none')} />
          ) : (
            <DataTable
              caption={t('account.positions_of', { unit: desk.unit.name })}
              columns={columnsOf(mayGrant ? setEnding : undefined)}
              rows={rows}
              keyOf={(row) => row.id}
            />
          )
        }
      </Answer>
      {isGranting && <Grant onClose={() => setGranting(false)} />}
      {ending !== undefined && <End row={ending} onClose={() => setEnding(undefined)} />}
    </section>
  )
}
