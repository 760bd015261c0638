// Columns of the paper book: those that the law or custom sets, else the list's. Pure.
import type { EntryRow } from '@kheo/kit/register/contract.ts'
import { type AnyRegister, type PaperColumn, storedFields } from '@kheo/kit/register/declare.ts'
import { type Field, isFreeText, type Words } from '@kheo/kit/register/fields.ts'
import { showDay } from '../format.ts'
import { say, t } from '../text.ts'
import { labelOf, showCell } from './shown.ts'

/** Of the entry itself, beside its fields. */
const OWN: Readonly<Record<string, (register: AnyRegister, row: EntryRow) => string>> = {
  entryNo: (_, row) => String(row.entryNo),
  happenedOn: (_, row) => showDay(row.happenedOn),
  name: (_, row) => row.name,
  unitName: (_, row) => row.unitName,
  dueOn: (_, row) => (row.dueOn === null ? '' : showDay(row.dueOn)),
  state: (register, row) => {
    const state = register.states[row.state]
    return row.isVoided ? t('registers.is_voided') : state === undefined ? row.state : say(state.label)
  },
}

const NARROW = 6
const USUAL = 12
const WIDE = 24

const widthOf = (field: Field): number =>
  field.kind === 'text' && field.lines === 'many'
    ? WIDE
    : isFreeText(field)
      ? USUAL + NARROW
      : field.kind === 'flag'
        ? NARROW
        : USUAL

/** A text of the screens as a head of a column. */
const head = (text: string): Words => [text, text]

/** Widths are parts of the whole. */
export function paperColumnsOf(register: AnyRegister, isFromAbove: boolean): readonly PaperColumn[] {
  if (register.paper !== undefined) return register.paper
  const fields = storedFields(register)
  const own = register.columns.flatMap((name) => {
    const field = fields[name]
    return field === undefined ? [] : [{ head: head(labelOf(field)), field: name, width: widthOf(field) }]
  })
  return [
    { head: head(t('registers.entry_no')), field: 'entryNo', width: NARROW },
    { head: register.day.label, field: 'happenedOn', width: USUAL },
    ...(isFromAbove ? [{ head: head(t('common.unit')), field: 'unitName', width: USUAL }] : []),
    ...(register.columns.length < 2 ? [{ head: head(t('registers.entry_name')), field: 'name', width: WIDE }] : []),
    ...own,
    { head: head(t('common.state')), field: 'state', width: USUAL },
    ...(register.deadline === undefined ? [] : [{ head: head(t('registers.due')), field: 'dueOn', width: USUAL }]),
  ]
}

/** What stands in a cell of the book; empty cells stay empty, as on paper. A flag is a mark. */
export function paperCell(register: AnyRegister, column: PaperColumn, row: EntryRow): string {
  // A field may carry a name that the entry has of itself.
  const field = storedFields(register)[column.field]
  if (field === undefined) return OWN[column.field]?.(register, row) ?? ''
  const value = row.values[column.field]
  if (row.isWithheld && isFreeText(field)) return '—'
  if (field.kind === 'flag') return value === true ? 'x' : ''
  const shown = showCell(field, value)
  return shown === '—' ? '' : shown
}

/** Figures to the right, days and marks in the middle, words to the left. */
export function paperAlign(register: AnyRegister, column: PaperColumn): 'figure' | 'mark' | 'words' {
  const kind = storedFields(register)[column.field]?.kind
  if (kind === 'number' || kind === 'money') return 'figure'
  const isMark = kind === undefined ? /^(?:entryNo|happenedOn|dueOn)$/.test(column.field) : /^(?:date|flag)$/.test(kind)
  return isMark ? 'mark' : 'words'
}
