// A register as a workbook, as .csv and as JSON: the template to fill in, and what its book holds. Steps stand on a sheet of their own,
// so that what is written out can be read in again without loss.
import type { Table, TableBook, TableCell, TableColumn } from '@kheo/writer/table-book.ts'
import { csvLine, CSV_START } from '@kheo/writer/sheet-text.ts'
import type { Language } from '../problem.ts'
import type { EntryRow } from './contract.ts'
import type { AnyRegister } from './declare.ts'
import type { Field, Value, Values } from './fields.ts'
import {
  DAY_FIELD,
  entryColumnsOf,
  headOf,
  kindField,
  MARKER,
  OWN,
  pick,
  type RegisterColumn,
  SHEETS,
  stepColumnsOf,
} from './sheet-columns.ts'
import { type Namers, writeTyped } from './typed.ts'

export type ExportedStep = {
  readonly kind: string
  readonly happenedOn: string
  readonly values: Values
  readonly note: string
}
/** An entry as its reader may see it, with the steps that stand. */
export type ExportedEntry = EntryRow & { readonly steps: readonly ExportedStep[] }

export type Making = {
  readonly language: Language
  /** ISO day on which the file is made. */
  readonly date: string
  readonly namers?: Namers
}

const SPARE_ROWS = 2000
const WIDTHS: Readonly<Record<Field['kind'], number>> = {
  text: 32,
  village: 24,
  reference: 24,
  number: 14,
  money: 18,
  date: 14,
  choice: 28,
  choices: 36,
  flag: 11,
  unit: 28,
  link: 12,
}
const OWN_WIDTHS: Readonly<Record<string, number>> = {
  [OWN.entryNo]: 8,
  [OWN.day]: 14,
  [OWN.due]: 14,
  [OWN.voided]: 10,
  [OWN.errors]: 60,
  [OWN.note]: 36,
}

const DAYS: ReadonlySet<string> = new Set([OWN.day, OWN.due])

function holds({ key, field }: RegisterColumn): TableColumn['holds'] {
  if (field?.kind === 'date' || DAYS.has(key)) return 'day'
  return field?.kind === 'number' || field?.kind === 'money' || key === OWN.entryNo ? 'number' : 'text'
}

type Lists = ReadonlyMap<string, { readonly column: number; readonly values: readonly string[] }>

/** Every list of choices that the columns offer, by field. */
function listsOf(register: AnyRegister, columns: readonly RegisterColumn[], language: Language): Lists {
  const offered = columns.flatMap(({ key, field }) => {
    const it = key === OWN.kind ? kindField(register) : field
    if (it?.kind !== 'choice' && it?.kind !== 'choices') return []
    return [
      [
        key,
        Object.keys(it.choices).map((code) => String(writeTyped({ ...it, kind: 'choice' }, code, language))),
      ] as const,
    ]
  })
  return new Map(offered.map(([key, values], column) => [key, { column, values }]))
}

function tableColumn(column: RegisterColumn, lists: Lists, language: Language): TableColumn {
  const { key, field, help } = column
  const list = lists.get(key)
  const flag = field?.kind === 'flag' ? ({ from: { values: ['x'] }, isClosed: false } as const) : undefined
  return {
    head: headOf(column, language),
    ...(help !== undefined && { help: pick(help, language) }),
    width: field === undefined ? (OWN_WIDTHS[key] ?? 24) : WIDTHS[field.kind],
    holds: holds(column),
    decimals: field?.kind === 'number' ? field.decimals : 0,
    ...(flag !== undefined && { list: flag }),
    ...(list !== undefined && {
      list: {
        from: { table: pick(SHEETS.lists, language), column: list.column, rows: list.values.length },
        // Several choices stand in one cell, which a closed list would refuse.
        isClosed: field?.kind !== 'choices',
      },
    }),
  }
}

const dayCell = (day: string | null): TableCell => (day === null ? null : { day })

function fieldCell(field: Field, value: Value | undefined, { language, namers }: Making): TableCell {
  if (value === undefined || value === null) return null
  return field.kind === 'date' ? { day: String(value) } : writeTyped(field, value, language, namers)
}

function entryCell(
  register: AnyRegister,
  { key, field }: RegisterColumn,
  entry: ExportedEntry,
  making: Making,
): TableCell {
  if (field !== undefined) return fieldCell(field, entry.values[key], making)
  switch (key) {
    case OWN.entryNo:
      return entry.entryNo
    case OWN.unit:
      return entry.unitName
    case OWN.day:
      return dayCell(entry.happenedOn)
    case OWN.state:
      return pick(register.states[entry.state]?.label ?? [entry.state, entry.state], making.language)
    case OWN.due:
      return dayCell(entry.dueOn)
    case OWN.by:
      return entry.recordedTitle
    case OWN.voided:
      return entry.isVoided ? 'x' : ''
    default:
      return null
  }
}

function stepCell(
  register: AnyRegister,
  { key, field }: RegisterColumn,
  entry: ExportedEntry,
  step: ExportedStep,
  making: Making,
): TableCell {
  if (field !== undefined) {
    const its = register.steps[step.kind]?.fields?.[key]
    return its === undefined ? null : fieldCell(its, step.values[key], making)
  }
  switch (key) {
    case OWN.entryNo:
      return entry.entryNo
    case OWN.unit:
      return entry.unitName
    case OWN.kind:
      return writeTyped(kindField(register), step.kind, making.language)
    case OWN.day:
      return dayCell(step.happenedOn)
    case OWN.note:
      return step.note
    default:
      return null
  }
}

/** Columns that these entries need: the unit only when there are several, what is struck out only when something is. */
function shown(
  columns: readonly RegisterColumn[],
  register: AnyRegister,
  entries: readonly ExportedEntry[],
): RegisterColumn[] {
  const units = new Set(entries.map((entry) => entry.unitId))
  const hidden = new Set<string>([OWN.errors])
  if (units.size < 2) hidden.add(OWN.unit)
  if (!entries.some((entry) => entry.isVoided)) hidden.add(OWN.voided)
  if (register.deadline === undefined) hidden.add(OWN.due)
  if (entries.length === 0) for (const key of [OWN.state, OWN.due, OWN.by]) hidden.add(key)
  return columns.filter(({ key }) => !hidden.has(key))
}

const hiddenColumn = (head: string): TableColumn => ({ head, width: 24, holds: 'text' })

/** The hidden sheet that tells the register and which head is which field. */
export const markerTable = (
  register: AnyRegister,
  parts: Readonly<Record<'entries' | 'steps', readonly (readonly [key: string, head: string])[]>>,
): Table => ({
  name: MARKER,
  isHidden: true,
  columns: [hiddenColumn('kheo'), hiddenColumn(register.code), hiddenColumn(register.title[0])],
  rows: Object.entries(parts).flatMap(([part, heads]) => heads.map(([key, head]) => [part, key, head])),
})

function listTable(lists: Lists, heads: readonly string[], language: Language): Table {
  const columns = [...lists.values()]
  const longest = Math.max(0, ...columns.map(({ values }) => values.length))
  return {
    name: pick(SHEETS.lists, language),
    columns: heads.map((head) => ({ head, width: 30, holds: 'text' })),
    rows: Array.from({ length: longest }, (_, row) => columns.map(({ values }) => values[row] ?? null)),
  }
}

const hasSteps = (register: AnyRegister): boolean => Object.keys(register.steps).length > 0

/** The workbook of a register with these entries, in their order. */
export function workbookOf(register: AnyRegister, entries: readonly ExportedEntry[], making: Making): TableBook {
  const { language } = making
  const columns = shown(entryColumnsOf(register), register, entries)
  const steps = hasSteps(register) ? shown(stepColumnsOf(register), register, entries) : []
  const lists = listsOf(register, [...columns, ...steps], language)
  const named = [...columns, ...steps]
  const marks = (of: readonly RegisterColumn[]) => of.map((column) => [column.key, headOf(column, language)] as const)
  const spareRows = entries.length === 0 ? SPARE_ROWS : 0
  const stepRows = entries.flatMap((entry) =>
    entry.steps.map((step) => steps.map((column) => stepCell(register, column, entry, step, making))),
  )
  return {
    title: pick(register.title, language),
    creator: 'Khéo',
    date: making.date,
    tables: [
      {
        name: pick(SHEETS.entries, language),
        columns: columns.map((column) => tableColumn(column, lists, language)),
        rows: entries.map((entry) => columns.map((column) => entryCell(register, column, entry, making))),
        spareRows,
      },
      ...(steps.length === 0
        ? []
        : [
            {
              name: pick(SHEETS.steps, language),
              columns: steps.map((column) => tableColumn(column, lists, language)),
              rows: stepRows,
              spareRows,
            },
          ]),
      ...(lists.size === 0
        ? []
        : [
            listTable(
              lists,
              [...lists.keys()].map((key) => pick(named.find((each) => each.key === key)?.head ?? ['', ''], language)),
              language,
            ),
          ]),
      markerTable(register, { entries: marks(columns), steps: marks(steps) }),
    ],
  }
}

/** The empty workbook to fill in. */
export const templateOf = (register: AnyRegister, making: Making): TableBook => workbookOf(register, [], making)

/** Entries without their steps, as text: one line an entry, commas between, the head first. */
export function* csvOf(register: AnyRegister, entries: readonly ExportedEntry[], making: Making): Generator<string> {
  const columns = shown(entryColumnsOf(register), register, entries)
  yield `${CSV_START}${csvLine(columns.map((column) => headOf(column, making.language)))}`
  for (const entry of entries)
    yield csvLine(
      columns.map((column) => {
        const cell = entryCell(register, column, entry, making)
        if (typeof cell === 'object') return cell === null ? '' : writeTyped(DAY_FIELD, cell.day, making.language)
        return cell
      }),
    )
}

/** Everything that the reader may see, with codes instead of labels. */
export const jsonOf = (register: AnyRegister, entries: readonly ExportedEntry[], making: Making): string =>
  JSON.stringify({
    register: register.code,
    title: pick(register.title, making.language),
    exportedOn: making.date,
    entries: entries.map(
      ({
        unitId,
        unitName,
        id,
        rev,
        entryNo,
        happenedOn,
        state,
        dueOn,
        isVoided,
        isWithheld,
        recordedTitle,
        values,
        steps,
      }) => ({
        unitId,
        unitName,
        id,
        rev,
        entryNo,
        happenedOn,
        state,
        dueOn,
        isVoided,
        isWithheld,
        recordedTitle,
        values,
        steps,
      }),
    ),
  })
