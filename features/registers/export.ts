// A register's list as a file: the entries that its address asks for, as the reader may see them.
import type { Db } from '@kheo/db/connect.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import type { Language } from '@kheo/kit/problem.ts'
import type { ListQuery } from '@kheo/kit/register/contract.ts'
import type { AnyRegister, Step } from '@kheo/kit/register/declare.ts'
import { type Fields, withoutWords } from '@kheo/kit/register/fields.ts'
import {
  csvOf,
  type ExportedEntry,
  type ExportedStep,
  jsonOf,
  type Making,
  templateOf,
  workbookOf,
} from '@kheo/kit/register/sheet.ts'
import { pick } from '@kheo/kit/register/sheet-columns.ts'
import { findMatches, listEntries, type StoredEntry } from '@kheo/kit/register/store.ts'
import { listEntryNumbers, type ListedStep, listStandingSteps } from '@kheo/kit/register/store-sheet.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import { renderTables } from '@kheo/writer/table-xlsx.ts'
import type { World } from '../context.ts'
import { look, today } from '../people/allow.ts'
import { exportCounts } from './export-counts.ts'
import { refuseSheet } from './import.ts'
import { filterOf } from './routes.ts'
import { nameOfOne } from './unit-names.ts'
import { isFromAbove, toRow } from './view.ts'

const MOST_OUT = 50_000
const PAGE = 2000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type ExportFormat = 'xlsx' | 'csv' | 'json'
/** `only: 'own'`: of the unit's own book, without those of the units below. */
type ExportQuery = Omit<ListQuery, 'page'> & { readonly only?: 'own' | undefined }

/** Words of a step are withheld where the entry's are. */
function stepOf(register: AnyRegister, step: ListedStep, isWithheld: boolean): ExportedStep {
  if (!isWithheld) return step
  const fields: Fields = (register.steps as Readonly<Record<string, Step>>)[step.kind]?.fields ?? {}
  return { ...step, note: '', values: withoutWords(fields, step.values) }
}

async function gather(
  tx: Db,
  world: World,
  register: AnyRegister,
  looker: HeldPosition,
  { only, ...query }: ExportQuery,
): Promise<ExportedEntry[]> {
  const filter = await findMatches(tx, register, {
    ...filterOf(world, register, looker, query),
    ...(only === 'own' ? { unit: query.unit } : {}),
    limit: PAGE,
    offset: 0,
  })
  const entries: ExportedEntry[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = await listEntries(tx, register, { ...filter, offset })
    const steps = await listStandingSteps(tx, register, page)
    for (const entry of page) entries.push(exported(world, register, looker, entry, steps.get(entry.id) ?? []))
    if (entries.length > MOST_OUT) refuseSheet({ code: 'sheet.too_many_out', most: MOST_OUT })
    if (page.length < PAGE) return entries
  }
}

function exported(
  world: World,
  register: AnyRegister,
  looker: HeldPosition,
  entry: StoredEntry,
  steps: readonly ListedStep[],
): ExportedEntry {
  const row = toRow(world, register, looker, entry)
  return { ...row, steps: steps.map((step) => stepOf(register, step, row.isWithheld)) }
}

async function namersOf(
  tx: Db,
  world: World,
  register: AnyRegister,
  entries: readonly ExportedEntry[],
): Promise<NonNullable<Making['namers']>> {
  const numbers = new Map<string, ReadonlyMap<string, number>>()
  for (const [name, field] of Object.entries(register.fields as Fields)) {
    const target = field.kind === 'link' ? world.books.find((each) => each.code === field.to) : undefined
    if (target === undefined) continue
    const ids = entries.flatMap(({ values }) => (typeof values[name] === 'string' ? [values[name]] : []))
    numbers.set(
      target.code,
      new Map([...(numbers.get(target.code) ?? []), ...(await listEntryNumbers(tx, target, ids))]),
    )
  }
  const [org, day] = [world.org(), today(world)]
  return { unitName: (id) => nameOfOne(org, day, id), entryNo: (code, id) => numbers.get(code)?.get(id) }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function fileOf(
  register: AnyRegister,
  entries: readonly ExportedEntry[],
  making: Making,
  format: ExportFormat,
  name: string,
): FileReply {
  switch (format) {
    case 'xlsx':
      return { name: `${name}.xlsx`, type: XLSX, bytes: renderTables(workbookOf(register, entries, making)) }
    case 'csv':
      return {
        name: `${name}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: bytesOf([...csvOf(register, entries, making)].join('')),
      }
    case 'json':
      return {
        name: `${name}.json`,
        type: 'application/json; charset=utf-8',
        bytes: bytesOf(jsonOf(register, entries, making)),
      }
  }
}

/**
 * The list that the query asks for, up to 50,000 entries. Of a guarded register no entries of other units go out: whoever exports
 * it from above has counts by unit, without the small ones, unless it is the unit's own book that is asked for. @throws Refusal
 */
export function exportRegister(
  world: World,
  actor: Actor,
  register: AnyRegister,
  { format, ...query }: ExportQuery & { readonly format: ExportFormat },
  language: Language,
): Promise<FileReply> {
  return look(world, actor, query.unit, async (tx, looker) => {
    const date = today(world)
    const isOwnBook = query.only === 'own' && looker.unitId === query.unit
    if (isFromAbove(world, register, looker) && !isOwnBook)
      return exportCounts(tx, world, register, query as ExportQuery, { format, language, date })
    const entries = await gather(tx, world, register, looker, query as ExportQuery)
    const making: Making = { language, date, namers: await namersOf(tx, world, register, entries) }
    const name = `${pick(register.title, language)} - ${world.org().titleOf(query.unit, date)} - ${date}`
    return fileOf(register, entries, making, format, name)
  })
}

/** The empty workbook of a register. */
export const templateFile = (world: World, register: AnyRegister, language: Language): FileReply => ({
  name: `${language === 'vi' ? 'Mẫu' : 'Template'} - ${pick(register.title, language)}.xlsx`,
  type: XLSX,
  bytes: renderTables(templateOf(register, { language, date: today(world) })),
})

/** A workbook that was handed in, on its way back. */
export const markedFile = (register: AnyRegister, bytes: Uint8Array, language: Language): FileReply => ({
  name: `${pick(register.title, language)} - ${language === 'vi' ? 'cần sửa' : 'to mend'}.xlsx`,
  type: XLSX,
  bytes,
})
