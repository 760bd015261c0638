// The columns that a register has on a sheet: what their heads say, which head means which field, and the marker that tells whose sheet it is.
import { foldVietnamese, spellingKey } from '@kheo/core/text/fold.ts'
import type { CellData, SheetData } from '@kheo/writer/sheet-data.ts'
import type { Language } from '../problem.ts'
import type { AnyRegister, Step } from './declare.ts'
import { type Field, type Fields, type Words } from './fields.ts'

/** What a column holds: a field by its name, or one of the entry's own facts. */
export type ColumnKey = string

/** Names that no field can have. The first group is read from a sheet, the rest only written to it. */
export const OWN = {
  day: '#day',
  entryNo: '#entryNo',
  unit: '#unit',
  kind: '#kind',
  note: '#note',
  state: '#state',
  due: '#due',
  by: '#by',
  voided: '#voided',
  errors: '#errors',
} as const

export type RegisterColumn = {
  readonly key: ColumnKey
  readonly head: Words
  /** Other heads by which it is known. */
  readonly alsoKnownAs: readonly string[]
  readonly help?: Words
  readonly field?: Field
  readonly isRequired: boolean
}

/** Names of the sheets of a register's workbook. */
export const SHEETS = {
  entries: ['Sổ', 'Register'],
  steps: ['Quá trình', 'Steps'],
  lists: ['Danh mục', 'Lists'],
} as const satisfies Record<string, Words>
export const MARKER = '_kheo'

const OWN_HEADS: Readonly<Record<string, Words>> = {
  [OWN.entryNo]: ['Số', 'No.'],
  [OWN.unit]: ['Đơn vị ghi sổ', 'Recorded at'],
  [OWN.kind]: ['Bước', 'Step'],
  [OWN.note]: ['Ghi chú của bước', 'Note of the step'],
  [OWN.state]: ['Trạng thái', 'State'],
  [OWN.due]: ['Hạn', 'Due'],
  [OWN.by]: ['Người ghi sổ', 'Recorded by'],
  [OWN.voided]: ['Gạch bỏ', 'Struck out'],
  [OWN.errors]: ['Lỗi', 'Errors'],
}

const own = (key: ColumnKey, isRequired = false): RegisterColumn => ({
  key,
  head: OWN_HEADS[key] ?? ['', ''],
  alsoKnownAs: [],
  isRequired,
})

export const pick = (words: Words, language: Language): string => words[language === 'vi' ? 0 : 1]

function unitOf(field: Field): Words | undefined {
  if (field.kind === 'number') return field.unit
  if (field.kind === 'money') return ['đồng', 'đồng']
  return field.kind === 'flag' ? ['x = có', 'x = yes'] : undefined
}

const isNeeded = (field: Field): boolean =>
  field.isOptional !== true && field.onlyWhen === undefined && field.kind !== 'flag' && field.kind !== 'choices'

/** Labels may repeat; heads may not. */
function fieldColumns(fields: Fields, taken: readonly RegisterColumn[], mayRequire: boolean): RegisterColumn[] {
  const used = new Set(taken.flatMap(({ head }) => head.map(spellingKey)))
  return Object.entries(fields).map(([key, field]) => {
    let times = 1
    const labelled = (label: string): string => (times === 1 ? label : `${label} (${times})`)
    while (field.label.some((label) => used.has(spellingKey(labelled(label))))) times += 1
    const label: Words = [labelled(field.label[0]), labelled(field.label[1])]
    for (const each of label) used.add(spellingKey(each))
    const unit = unitOf(field)
    return {
      key,
      head: unit === undefined ? label : [`${label[0]} (${unit[0]})`, `${label[1]} (${unit[1]})`],
      alsoKnownAs: label,
      ...(field.help !== undefined && { help: field.help }),
      field,
      isRequired: mayRequire && isNeeded(field),
    }
  })
}

/** Columns of the entries that are typed: the number only links to the steps. */
export function entryColumnsOf(register: AnyRegister): RegisterColumn[] {
  const day: RegisterColumn = {
    key: OWN.day,
    head: register.day.label,
    alsoKnownAs: ['Ngày', 'Day'],
    ...(register.day.help !== undefined && { help: register.day.help }),
    isRequired: true,
  }
  const first = [own(OWN.entryNo), own(OWN.unit), day]
  const last = [OWN.state, OWN.due, OWN.by, OWN.voided, OWN.errors].map((key) => own(key))
  const fields = fieldColumns(register.fields, [...first, ...last], true)
  return [...first, ...fields, ...last]
}

/** Fields that a person gives with steps, by name, over all kinds. */
const typedStepFields = (register: AnyRegister): Fields =>
  Object.assign(
    {},
    ...Object.values(register.steps as Readonly<Record<string, Step>>).map((step) => step.fields ?? {}),
  ) as Fields

export function stepColumnsOf(register: AnyRegister): RegisterColumn[] {
  const day: RegisterColumn = {
    key: OWN.day,
    head: ['Ngày của bước', 'Day of the step'],
    alsoKnownAs: ['Ngày', 'Day'],
    isRequired: true,
  }
  const first = [own(OWN.entryNo, true), own(OWN.unit), own(OWN.kind, true), day]
  const last = [own(OWN.note), own(OWN.errors)]
  return [...first, ...fieldColumns(typedStepFields(register), [...first, ...last], false), ...last]
}

const kinds = new WeakMap<object, Field>()

/** Kinds of steps as choices of one field, the same object at every call. */
export function kindField(register: AnyRegister): Field {
  const steps: Readonly<Record<string, Step>> = register.steps
  const made = kinds.get(register) ?? {
    kind: 'choice',
    label: OWN_HEADS[OWN.kind] ?? ['', ''],
    choices: Object.fromEntries(Object.entries(steps).map(([kind, step]) => [kind, step.label])),
  }
  kinds.set(register, made)
  return made
}

export const DAY_FIELD: Field = { kind: 'date', label: ['Ngày', 'Day'] }

/** A head on a sheet; `*` says that the column must be filled. */
export const headOf = ({ head, isRequired }: RegisterColumn, language: Language): string =>
  `${pick(head, language)}${isRequired ? ' *' : ''}`

export type Marker = {
  readonly code: string
  readonly title: string
  /** Head → key, as the file was written. */
  readonly entries: ReadonlyMap<string, ColumnKey>
  readonly steps: ReadonlyMap<string, ColumnKey>
}

const textOf = (cell: CellData | undefined): string => (typeof cell === 'string' ? cell : '')
const MOST_TITLE = 120

/** Whose sheets these are, when a workbook of this system says so. */
export function markerIn(sheets: readonly SheetData[]): Marker | undefined {
  const sheet = sheets.find((each) => each.name === MARKER)
  const [head, ...rows] = sheet?.rows.map((row) => row.cells.map(textOf)) ?? []
  if (head?.[0] !== 'kheo' || head[1] === undefined) return undefined
  const part = (name: string): ReadonlyMap<string, ColumnKey> =>
    new Map(rows.flatMap(([part, key = '', text = '']) => (part === name ? [[text, key] as const] : [])))
  return { code: head[1], title: (head[2] ?? '').slice(0, MOST_TITLE), entries: part('entries'), steps: part('steps') }
}

const bare = (head: string): string =>
  head
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*\*+\s*$/, '')
    .trim()

/** The column that a head names: as the file says, else by any of its heads, else without tones when only one reads so. */
export function columnNamed(
  columns: readonly RegisterColumn[],
  head: string,
  said: ReadonlyMap<string, ColumnKey> | undefined,
): RegisterColumn | undefined {
  const key = said?.get(head)
  const marked = key === undefined ? undefined : columns.find((column) => column.key === key)
  if (marked !== undefined) return marked
  for (const fold of [spellingKey, foldVietnamese]) {
    const wanted = fold(bare(head))
    if (wanted === '') return undefined
    const exact = columns.filter((column) => column.head.some((each) => fold(each) === wanted))
    const found =
      exact.length > 0 ? exact : columns.filter((column) => column.alsoKnownAs.some((each) => fold(each) === wanted))
    if (found.length === 1) return found[0]
  }
  return undefined
}
