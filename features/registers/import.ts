// Rows of a sheet into a unit's book: read, judged like typed entries, then recorded in one command, all or the good ones.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { findPersonalNumber } from '@kheo/core/privacy/screening.ts'
import type { Result } from '@kheo/core/result.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import { type Language, type ProblemData, Refusal } from '@kheo/kit/problem.ts'
import { type AnyRegister, type Facts, type Step, WRITERS } from '@kheo/kit/register/declare.ts'
import { type Fields, isAsked, isEmpty, type Words } from '@kheo/kit/register/fields.ts'
import {
  type CellIssue,
  columnName,
  type EntryIn,
  issueAt,
  type Layout,
  rowsIn,
  type RowsIn,
} from '@kheo/kit/register/sheet-in.ts'
import { OWN, pick, SHEETS } from '@kheo/kit/register/sheet-columns.ts'
import { markedOf } from '@kheo/kit/register/sheet-marked.ts'
import { listEntries } from '@kheo/kit/register/store.ts'
import { listEntryIds } from '@kheo/kit/register/store-sheet.ts'
import type { SheetData, SheetProblem } from '@kheo/writer/sheet-data.ts'
import { readSheets } from '@kheo/writer/sheet-reader.ts'
import { readSheetText } from '@kheo/writer/sheet-text.ts'
import { renderTables } from '@kheo/writer/table-xlsx.ts'
import { otherThanPackage } from '@kheo/writer/zip-guard.ts'
import type { World } from '../context.ts'
import { refuseClosed } from '../figures/index.ts'
import { act, allowAct, getPath, look, today } from '../people/allow.ts'
import { judgeEntry } from './judge.ts'
import { sentences as entryEn } from './problems.en.ts'
import type { EntryProblem } from './problems.ts'
import { sentences as entryVi } from './problems.vi.ts'
import { type GivenEntry, recordEntries, stepsOf } from './record.ts'
import type { SheetRefusal } from './sheet-problems.ts'
import { unitsNamed } from './unit-names.ts'

const SAID = 1000
const SAME_DAY_ENTRIES = 20_000
const PAGE = 2000

export type ImportMode = 'check' | 'all' | 'good'
type SaidCell = {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly label: string
  readonly message: string
}
type Days = { readonly first: string; readonly last: string }
export type ImportAnswer = {
  readonly rows: number
  readonly good: number
  readonly recorded: number
  /** Of the good rows; null when there is none. */
  readonly days: Days | null
  readonly wrong: readonly SaidCell[]
  readonly warnings: readonly (SaidCell & { readonly isDuplicate: boolean })[]
}

export function refuseSheet(problem: SheetRefusal): never {
  throw new Refusal(problem)
}

/** A workbook by its content, or text with tabs, commas or semicolons between its cells. */
async function readGiven(bytes: Uint8Array): Promise<Result<readonly SheetData[], SheetProblem>> {
  return otherThanPackage(bytes)?.code === 'sheet.text_file' ? readSheetText(bytes) : readSheets(bytes)
}

type Ground = {
  readonly world: World
  readonly register: AnyRegister
  readonly unit: string
  /** Kinds of steps that this actor may take at this unit. */
  readonly maySteps: ReadonlySet<string>
}
type Checked = {
  readonly read: RowsIn
  readonly good: readonly GivenEntry[]
  readonly wrong: readonly CellIssue[]
  readonly warnings: readonly CellIssue[]
  readonly duplicates: readonly CellIssue[]
}

function sentencesOf(problem: EntryProblem): Words {
  const say = (book: object): string =>
    (book as Record<string, (it: EntryProblem) => string>)[problem.code]?.(problem) ?? problem.code
  return [say(entryVi), say(entryEn)]
}

/** Runs what refuses; undefined when it did not. */
function refusalOf(run: () => unknown): ProblemData | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.problem
    throw error
  }
}

const NOT_YOURS: Words = [
  'Vai trò của anh/chị không được ghi bước này. Đề nghị bỏ dòng này, để người có thẩm quyền ghi.',
  'Your role does not take this step. Leave the row out for whoever does.',
]
const NUMBER_IN_NOTE: Words = [
  'Ghi chú có số điện thoại hoặc số giấy tờ tùy thân. Đề nghị bỏ đi; thông tin cá nhân chỉ giữ ở sổ giấy.',
  'The note holds a telephone number or the number of an identity paper. Take it out; personal data stay in the paper log.',
]

function stepIssues({ world, register, maySteps }: Ground, row: EntryIn, entry: Facts, layout: Layout): CellIssue[] {
  const issues = row.steps.flatMap(({ at, kind, note }): CellIssue[] => [
    ...(maySteps.has(kind) ? [] : [issueAt(layout, at, OWN.kind, NOT_YOURS)]),
    ...(findPersonalNumber(note) === undefined ? [] : [issueAt(layout, at, OWN.note, NUMBER_IN_NOTE)]),
  ])
  // Each step is judged after those before it: the first that is refused is the one to mend.
  for (const [index, step] of row.steps.entries()) {
    const problem = refusalOf(() => stepsOf(world, register, { ...entry, steps: row.steps.slice(0, index + 1) }, '')) as
      | EntryProblem
      | undefined
    if (problem === undefined) continue
    if (problem.code === 'entry.wrong_fields')
      return [
        ...issues,
        ...problem.issues.map(({ field, says }) => issueAt(layout, step.at, field.split('.')[0] ?? '', says)),
      ]
    const isDay = problem.code === 'entry.step_before' || problem.code === 'entry.in_future'
    const named =
      problem.code === 'entry.step_not_next'
        ? { ...problem, step: register.steps[step.kind]?.label[0] ?? step.kind }
        : problem
    return [...issues, issueAt(layout, step.at, isDay ? OWN.day : OWN.kind, sentencesOf(named))]
  }
  return issues
}

const NOT_ASKED: Words = [
  'Ô này không hỏi đến với các lựa chọn của dòng nên không được ghi.',
  'This cell is not asked for with the choices of its row and is not recorded.',
]

type RowJudged = {
  readonly row: EntryIn
  readonly entry: GivenEntry | undefined
  readonly issues: readonly CellIssue[]
  readonly warnings: readonly CellIssue[]
}

function judgeRow(ground: Ground, row: EntryIn, layouts: RowsIn['layouts']): RowJudged {
  const { world, register, unit } = ground
  const at = (field: string, says: Words) =>
    issueAt(layouts.entries, row.at, field === 'happenedOn' ? OWN.day : (field.split('.')[0] ?? ''), says)
  if (row.issues.length > 0) return { row, entry: undefined, issues: row.issues, warnings: [] }
  const judged = judgeEntry(world, register, unit, row)
  if (!judged.ok)
    return { row, entry: undefined, issues: judged.issues.map(({ field, says }) => at(field, says)), warnings: [] }
  const { entry } = judged
  const issues = layouts.steps === undefined ? [] : stepIssues(ground, row, entry, layouts.steps)
  if (issues.length > 0) return { row, entry: undefined, issues, warnings: [] }
  const warnings = Object.entries(register.fields as Fields).flatMap(([name, field]) =>
    !isEmpty(row.values[name]) && row.values[name] !== false && !isAsked(field, row.values)
      ? [at(name, NOT_ASKED)]
      : [],
  )
  return { row, entry: { ...entry, steps: row.steps }, issues: [], warnings }
}

/** Days in closed periods, with the sentence that says so. */
async function closedDays(
  tx: Db,
  world: World,
  unit: string,
  days: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Words>> {
  const closed = new Map<string, Words>()
  for (const day of days)
    try {
      await refuseClosed(tx, world, unit, day)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { period = '' } = error.problem as ProblemData & { readonly period?: string }
      closed.set(day, [
        `Kỳ ${period} đã chốt nên không ghi thêm được ngày này. Đề nghị báo người quản lý kỳ nếu cần mở lại.`,
        `The period ${period} is closed, and nothing more is recorded for this day. Ask for it to be opened again if need be.`,
      ])
    }
  return closed
}

function closedIssues(
  { row, entry }: RowJudged,
  closed: ReadonlyMap<string, Words>,
  layouts: RowsIn['layouts'],
): CellIssue[] {
  if (entry === undefined) return []
  const own = closed.get(entry.happenedOn)
  const { steps } = layouts
  return [
    ...(own === undefined ? [] : [issueAt(layouts.entries, row.at, OWN.day, own)]),
    ...row.steps.flatMap(({ at, happenedOn }) => {
      const says = closed.get(happenedOn)
      return says === undefined || steps === undefined ? [] : [issueAt(steps, at, OWN.day, says)]
    }),
  ]
}

const sameKey = (register: AnyRegister, { happenedOn, values }: Facts): string =>
  JSON.stringify([happenedOn, ...Object.keys(register.fields as Fields).map((name) => values[name] ?? null)])

function daysOf(entries: readonly GivenEntry[]): Days | null {
  const days = entries.map((entry) => entry.happenedOn).toSorted()
  return days[0] === undefined ? null : { first: days[0], last: days.at(-1) ?? days[0] }
}

/** Keys of the entries that the book holds on these days. */
async function keysInBook(
  tx: Db,
  { world, register, unit }: Ground,
  days: Days | null,
): Promise<ReadonlyMap<string, number>> {
  const keys = new Map<string, number>()
  if (days === null) return keys
  const path = getPath(world, unit)
  for (let offset = 0; offset < SAME_DAY_ENTRIES; offset += PAGE) {
    const page = await listEntries(tx, register, { path, unit, from: days.first, to: days.last, limit: PAGE, offset })
    for (const entry of page) if (entry.voidedAt === null) keys.set(sameKey(register, entry), entry.entryNo)
    if (page.length < PAGE) break
  }
  return keys
}

function duplicatesOf(
  ground: Ground,
  judged: readonly RowJudged[],
  layout: Layout,
  inBook: ReadonlyMap<string, number>,
): CellIssue[] {
  const seen = new Map<string, number>()
  return judged.flatMap(({ row, entry }): CellIssue[] => {
    if (entry === undefined) return []
    const key = sameKey(ground.register, entry)
    const [first, no] = [seen.get(key), inBook.get(key)]
    seen.set(key, first ?? row.at)
    const place = { part: layout.part, row: row.at, column: null, label: ['', ''] as Words }
    if (no !== undefined)
      return [
        { ...place, says: [`Giống hệt dòng số ${no} đã có trong sổ.`, `The same as entry number ${no} of the book.`] },
      ]
    if (first === undefined) return []
    return [{ ...place, says: [`Giống hệt dòng ${first} của tệp.`, `The same as row ${first} of the file.`] }]
  })
}

async function findersOf(tx: Db, { world, register, unit }: Ground) {
  const targets = Object.values(register.fields as Fields).flatMap((field) => (field.kind === 'link' ? [field.to] : []))
  const numbers = new Map<string, ReadonlyMap<number, string>>()
  for (const code of new Set(targets)) {
    const target = world.books.find((each) => each.code === code)
    if (target !== undefined) numbers.set(code, await listEntryIds(tx, target, unit))
  }
  const [org, day] = [world.org(), today(world)]
  return {
    finders: {
      unitsNamed: (typed: string) => unitsNamed(org, day, typed),
      entryNumbered: (code: string, no: number) => numbers.get(code)?.get(no),
    },
    isUnit: (name: string) =>
      unitsNamed(org, day, name).includes(unit) || name === org.titleOf(unit, day as CalendarDate),
  }
}

/** Reads and judges; changes nothing. @throws Refusal for a sheet that is refused as a whole */
async function check(tx: Db, ground: Ground, sheets: readonly SheetData[]): Promise<Checked> {
  const { world, register, unit } = ground
  const found = rowsIn(register, sheets, await findersOf(tx, ground))
  if (!found.ok) return refuseSheet(found.problem)
  const read = found.value
  const judged = read.rows.map((row) => judgeRow(ground, row, read.layouts))
  const days = new Set(
    judged.flatMap(({ entry }) =>
      entry === undefined ? [] : [entry.happenedOn, ...(entry.steps ?? []).map((step) => step.happenedOn)],
    ),
  )
  const closed = await closedDays(tx, world, unit, days)
  const open = judged.map((it): RowJudged => {
    const issues = closedIssues(it, closed, read.layouts)
    return issues.length === 0 ? it : { ...it, entry: undefined, issues }
  })
  const good = open.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))
  const inBook = await keysInBook(tx, ground, daysOf(good))
  return {
    read,
    good,
    wrong: [...open.flatMap(({ issues }) => issues), ...read.loose],
    warnings: [...read.warnings, ...open.flatMap(({ warnings }) => warnings)],
    duplicates: duplicatesOf(ground, open, read.layouts.entries, inBook),
  }
}

function groundOf(
  world: World,
  actor: Actor,
  register: AnyRegister,
  unit: string,
): { ground: Ground; position: HeldPosition } {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  const may = ([, step]: [string, Step]): boolean => {
    const who = step.who ?? WRITERS
    return refusalOf(() => allowAct(world, actor, unit, who.roles, who.at)) === undefined
  }
  const kinds = Object.entries(register.steps as Readonly<Record<string, Step>>).filter(may)
  return { ground: { world, register, unit, maySteps: new Set(kinds.map(([kind]) => kind)) }, position }
}

function saidCell({ read }: Checked, issue: CellIssue, language: Language): SaidCell {
  const { entries, steps } = read.layouts
  const sheet = (issue.part === 'entries' ? entries : steps)?.sheet.name ?? ''
  return {
    sheet: sheet === '' ? pick(SHEETS[issue.part], language) : sheet,
    row: issue.row,
    column: columnName(issue),
    label: pick(issue.label, language),
    message: pick(issue.says, language),
  }
}

const answerOf = (checked: Checked, recorded: number, language: Language): ImportAnswer => ({
  rows: checked.read.rows.length,
  good: checked.good.length,
  recorded,
  days: daysOf(checked.good),
  wrong: checked.wrong.slice(0, SAID).map((issue) => saidCell(checked, issue, language)),
  warnings: [
    ...checked.duplicates.slice(0, SAID).map((issue) => ({ ...saidCell(checked, issue, language), isDuplicate: true })),
    ...checked.warnings.slice(0, SAID).map((issue) => ({ ...saidCell(checked, issue, language), isDuplicate: false })),
  ],
})

export type ImportInput = {
  readonly unit: string
  readonly mode: ImportMode
  readonly commandId: string
  readonly bytes: Uint8Array
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly SheetData[]> {
  const sheets = await readGiven(bytes)
  return sheets.ok ? sheets.value : refuseSheet(sheets.problem)
}

/**
 * Checks a sheet and, unless only that was asked, records its rows: `all` only when none is wrong, `good` those that are not.
 * One command and one transaction; sent twice, the first answer counts.
 * @throws Refusal
 */
export async function runImport(
  world: World,
  actor: Actor,
  register: AnyRegister,
  { unit, mode, commandId, bytes }: ImportInput,
  language: Language,
): Promise<ImportAnswer> {
  const { ground, position } = groundOf(world, actor, register, unit)
  const sheets = await sheetsOf(bytes)
  const checked = await look(world, actor, unit, (tx) => check(tx, ground, sheets))
  const mayRecord = mode === 'good' || (mode === 'all' && checked.wrong.length === 0)
  if (!mayRecord || checked.good.length === 0) return answerOf(checked, 0, language)
  const { recorded } = await act(world, actor, {
    id: commandId,
    action: `registers.${register.name}.import`,
    unit,
    position,
    run: async (tx) => {
      const ids = await recordEntries(tx, world, register, {
        unit,
        position,
        accountId: actor.accountId,
        entries: checked.good,
      })
      return { recorded: ids.length }
    },
    audit: (answer) => ({ rows: checked.read.rows.length, recorded: answer.recorded, mode }),
  })
  return answerOf(checked, recorded, language)
}

/** The workbook with its mistakes marked. @throws Refusal */
export async function markImport(
  world: World,
  actor: Actor,
  register: AnyRegister,
  { unit, bytes }: Pick<ImportInput, 'unit' | 'bytes'>,
  language: Language,
): Promise<Uint8Array> {
  const { ground } = groundOf(world, actor, register, unit)
  const sheets = await sheetsOf(bytes)
  const checked = await look(world, actor, unit, (tx) => check(tx, ground, sheets))
  return renderTables(markedOf(register, checked.read, checked.wrong, { language, date: today(world) }))
}
