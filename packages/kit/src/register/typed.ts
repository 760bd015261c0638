// Values as people type, paste and read them in a cell: read with forgiveness, written so that they read back the same.
//
// T1  readTyped(field, writeTyped(field, value)) is the value again, in either language.
// T2  What two people could read as two things is refused, never guessed.
import { parseDate, viDate, type CalendarDate } from '@kheo/core/calendar.ts'
import { foldVietnamese, spellingKey } from '@kheo/core/text/fold.ts'
import { parseNumber } from '@kheo/core/text/number-style.ts'
import type { Language } from '../problem.ts'
import { emptyOf, type Field, type Value, type Words } from './fields.ts'
import type { TypedProblem } from './typed-problems.ts'

/** A cell as a sheet gives it: a day is known to be one by the format of its cell. */
export type TypedCell = string | number | boolean | null | { readonly day: string }

export type ReadTyped =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: TypedProblem }

/** How names and numbers that people write become ids. */
export type Finders = {
  /** Ids of the units with this id or name; several when the name is shared. */
  readonly unitsNamed?: (typed: string) => readonly string[]
  /** Id of the entry with this number in the register that the field points at. */
  readonly entryNumbered?: (register: string, entryNo: number) => string | undefined
}

/** How ids become names and numbers that people read. Undefined = the id itself is written. */
export type Namers = {
  readonly unitName?: (id: string) => string | undefined
  readonly entryNo?: (register: string, id: string) => number | undefined
}

const good = (value: Value): ReadTyped => ({ ok: true, value })
const bad = (problem: TypedProblem): ReadTyped => ({ ok: false, problem })

const isDay = (cell: TypedCell): cell is { readonly day: string } => typeof cell === 'object' && cell !== null

/** A cell as one line of text: days in the house style, numbers with a decimal comma. */
export function cellText(cell: TypedCell): string {
  if (cell === null) return ''
  if (isDay(cell)) {
    const day = parseDate(cell.day)
    return day === undefined ? cell.day : viDate(day)
  }
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  return typeof cell === 'boolean' ? (cell ? 'x' : '') : cell.normalize('NFC')
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const DAY_FIRST = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/

function readDay(cell: TypedCell): ReadTyped {
  if (typeof cell === 'number') return bad({ code: 'day_as_number', typed: cellText(cell) })
  const typed = isDay(cell) ? cell.day : oneLine(cellText(cell))
  if (parseDate(typed) !== undefined) return good(typed)
  const [, date = '', month = '', year = ''] = DAY_FIRST.exec(typed) ?? []
  if (year.length === 2) return bad({ code: 'ambiguous_day', typed })
  const day = parseDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  if (day !== undefined) return good(day)
  return bad({ code: /^\d+$/.test(typed) ? 'day_as_number' : 'not_a_day', typed: cellText(cell) })
}

/** A spreadsheet keeps 2811.7 as its nearest binary fraction, and sums of such drift in the last digits. */
const tidied = (value: number): number => Number(value.toPrecision(15))

function withoutUnit(typed: string, units: readonly string[]): string {
  const [, figure = '', rest = ''] = /^([-−]?\s*[\d.,\s]*\d)\s*([^\d\s].*)$/.exec(typed) ?? []
  return rest !== '' && units.some((unit) => foldVietnamese(unit) === foldVietnamese(rest)) ? figure.trim() : typed
}

function readNumber(cell: TypedCell, decimals: number, units: readonly string[]): ReadTyped {
  const typed = oneLine(cellText(cell))
  if (isDay(cell) || typeof cell === 'boolean') return bad({ code: 'not_a_number', typed })
  let value: number
  if (typeof cell === 'number') value = tidied(cell)
  else {
    const read = parseNumber(withoutUnit(typed, units))
    if (!read.ok) {
      if (read.problem.code === 'number.ambiguous') return bad({ code: 'ambiguous_number', typed })
      return bad(
        read.problem.code === 'number.too_precise'
          ? { code: 'too_precise', typed, decimals }
          : { code: 'not_a_number', typed },
      )
    }
    value = read.value
  }
  if (!Number.isFinite(value)) return bad({ code: 'not_a_number', typed })
  const scaled = value * 10 ** decimals
  return Math.abs(scaled - Math.round(scaled)) < 1e-6 ? good(value) : bad({ code: 'too_precise', typed, decimals })
}

const TRUE = new Set(['x', 'v', '✓', '✔', '☑', 'co', '1', 'dung', 'yes', 'y', 'true'])
const FALSE = new Set(['', 'khong', '0', 'sai', 'no', 'n', 'false', '-'])

function readFlag(cell: TypedCell): ReadTyped {
  if (typeof cell === 'boolean') return good(cell)
  const typed = oneLine(cellText(cell))
  const folded = foldVietnamese(typed)
  if (TRUE.has(folded)) return good(true)
  return FALSE.has(folded) ? good(false) : bad({ code: 'not_a_flag', typed })
}

type Choices = Readonly<Record<string, Words>>

type Labels = {
  readonly spelled: ReadonlyMap<string, readonly string[]>
  readonly folded: ReadonlyMap<string, readonly string[]>
}
const labels = new WeakMap<Choices, Labels>()

/** Codes by what their labels read as; worked out once for a declaration, since a sheet asks for it at every row. */
function labelsOf(choices: Choices): Labels {
  const known = labels.get(choices)
  if (known !== undefined) return known
  const by = (key: (text: string) => string): Map<string, string[]> => {
    const codes = new Map<string, string[]>()
    for (const [code, words] of Object.entries(choices))
      for (const label of new Set(words.map(key))) codes.set(label, [...(codes.get(label) ?? []), code])
    return codes
  }
  const made = { spelled: by(spellingKey), folded: by(foldVietnamese) }
  labels.set(choices, made)
  return made
}

/** By code, else by a label of either language, else by a label without tones when only one reads so. */
function readChoice(choices: Choices, typed: string): ReadTyped {
  if (Object.hasOwn(choices, typed)) return good(typed)
  const { spelled, folded } = labelsOf(choices)
  const found = spelled.get(spellingKey(typed)) ?? folded.get(foldVietnamese(typed)) ?? []
  if (found.length === 1) return good(found[0] ?? null)
  const meant = found.length > 1 ? found : Object.keys(choices)
  return bad({
    code: found.length > 1 ? 'ambiguous_choice' : 'unknown_choice',
    typed,
    choices: meant.flatMap((code) => {
      const words = choices[code]
      return words === undefined ? [] : [words]
    }),
  })
}

function readChoices(choices: Choices, typed: string): ReadTyped {
  const read = typed
    .split(/[;\n]/)
    .map(oneLine)
    .filter((part) => part !== '')
    .map((part) => readChoice(choices, part))
  const wrong = read.find((each) => !each.ok)
  if (wrong !== undefined) return wrong
  return good([...new Set(read.flatMap((each) => (each.ok ? [String(each.value)] : [])))])
}

function readUnit(typed: string, finders: Finders): ReadTyped {
  const found = finders.unitsNamed?.(typed) ?? [typed]
  if (found.length > 1) return bad({ code: 'ambiguous_unit', typed })
  return found[0] === undefined ? bad({ code: 'unknown_unit', typed }) : good(found[0])
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

function readLink(to: string, typed: string, finders: Finders): ReadTyped {
  if (UUID.test(typed)) return good(typed.toLowerCase())
  const [, digits] = /^(?:so\s*)?(\d{1,9})$/.exec(foldVietnamese(typed)) ?? []
  const id = digits === undefined ? undefined : finders.entryNumbered?.(to, Number(digits))
  return id === undefined ? bad({ code: 'unknown_entry', typed }) : good(id)
}

/**
 * The value of a field from what was typed or pasted into a cell. An empty cell is the field's empty value, whether or not it
 * may be: the form decides that. Bounds of numbers and lengths of texts are the form's too.
 */
export function readTyped(field: Field, cell: TypedCell, finders: Finders = {}): ReadTyped {
  const typed = oneLine(cellText(cell))
  if (field.kind === 'flag') return readFlag(cell)
  if (typed === '') return good(emptyOf(field))
  switch (field.kind) {
    case 'text':
    case 'village':
    case 'reference':
      if (typeof cell === 'boolean') return bad({ code: 'not_a_text', typed })
      return good(
        field.kind === 'text' && field.lines === 'many' ? cellText(cell).replaceAll(/\r\n?/g, '\n').trim() : typed,
      )
    case 'number':
      return readNumber(cell, field.decimals, field.unit)
    case 'money':
      return readNumber(cell, 0, ['đồng', 'đ', '₫', 'VND', 'VNĐ'])
    case 'date':
      return readDay(cell)
    case 'choice':
      return readChoice(field.choices, typed)
    case 'choices':
      return readChoices(field.choices, typeof cell === 'string' ? cell : typed)
    case 'unit':
      return readUnit(typed, finders)
    case 'link':
      return readLink(field.to, typed, finders)
  }
}

/** The label when it reads back as this very choice, else the code. */
function writeChoice(choices: Choices, code: string, language: Language): string {
  const label = oneLine((choices[code]?.[language === 'vi' ? 0 : 1] ?? code).normalize('NFC'))
  if (/[;\n]/.test(label)) return code
  const back = readChoice(choices, label)
  return back.ok && back.value === code ? label : code
}

/** A value as a cell shows it. Numbers stay numbers; everything else is text, and an empty value is ''. */
export function writeTyped(field: Field, value: Value, language: Language, namers: Namers = {}): string | number {
  if (value === null || value === '' || value === false) return ''
  switch (field.kind) {
    case 'number':
    case 'money':
      return typeof value === 'number' ? value : ''
    case 'flag':
      return 'x'
    case 'date':
      return viDate(value as CalendarDate)
    case 'choice':
      return writeChoice(field.choices, String(value), language)
    case 'choices':
      return (value as readonly string[]).map((code) => writeChoice(field.choices, code, language)).join('; ')
    case 'unit':
      return namers.unitName?.(String(value)) ?? String(value)
    case 'link':
      return namers.entryNo?.(field.to, String(value)) ?? String(value)
    default:
      return String(value)
  }
}
