// A workbook of a register's entries read and checked row by row, against the library that reads its cells alone.
import { petitions } from '@kheo/features/registers/petitions/register.ts'
import type { Values } from '@kheo/kit/register/fields.ts'
import { type ExportedEntry, workbookOf } from '@kheo/kit/register/sheet.ts'
import { rowsIn } from '@kheo/kit/register/sheet-in.ts'
import { readSheets } from '@kheo/writer/sheet-reader.ts'
import { renderTables } from '@kheo/writer/table-xlsx.ts'
import readXlsx from 'read-excel-file/universal'
import { median, round, times } from './lib/stats.ts'

const KINDS = ['complaint', 'denunciation', 'proposal']
const TOPICS = ['land', 'policy', 'officials', 'other']

export type SheetLine = {
  bench: 'sheet'
  rows: number
  bytes: number
  good: number
  writeMs: number
  readMs: number
  checkMs: number
  baselineMs: number
  ratio: number
}

const entryOf = (at: number): ExportedEntry => ({
  unitId: 'X0',
  unitName: 'Xã số 0',
  id: `0197f3b2-6a51-7c3a-9d11-${String(at).padStart(12, '0')}`,
  rev: 1,
  entryNo: at + 1,
  happenedOn: `2026-0${(at % 9) + 1}-1${at % 9}`,
  name: '',
  state: 'received',
  dueOn: null,
  timeliness: 'none',
  recordedTitle: 'Cán bộ tổng hợp xã số 0',
  isVoided: false,
  isWithheld: false,
  values: {
    arrivalNo: `${at + 1}/TD`,
    kind: KINDS[at % KINDS.length] ?? '',
    topic: TOPICS[at % TOPICS.length] ?? '',
    village: `Thôn số ${at % 40}`,
    remark: at % 3 === 0 ? 'Kèm bản sao giấy tờ về đất của hộ' : '',
  },
  steps: [],
})

async function check(bytes: Uint8Array): Promise<number> {
  const sheets = await readSheets(bytes)
  if (!sheets.ok) throw new Error(sheets.problem.code)
  const read = rowsIn(petitions, sheets.value)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value.rows.filter(
    (row) => row.issues.length === 0 && petitions.form.safeParse(row.values satisfies Values).success,
  ).length
}

const alone = (bytes: Uint8Array): Promise<unknown> => readXlsx(bytes.slice().buffer as ArrayBuffer, { trim: false })

export async function run({ small }: { readonly small: boolean }): Promise<SheetLine> {
  const [rows, rounds] = small ? [200, 1] : [10_000, 7]
  const entries = Array.from({ length: rows }, (_, at) => entryOf(at))
  const write = (): Uint8Array => renderTables(workbookOf(petitions, entries, { language: 'vi', date: '2026-06-15' }))
  const bytes = write()
  const good = await check(bytes)
  await alone(bytes)
  const taken = { write: [] as number[], read: [] as number[], check: [] as number[], alone: [] as number[] }
  // In turns, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < rounds; round += 1) {
    taken.alone.push(...(await times(1, () => alone(bytes))))
    taken.check.push(...(await times(1, () => check(bytes))))
    taken.read.push(...(await times(1, () => readSheets(bytes))))
    taken.write.push(...(await times(1, async () => write())))
  }
  const [checkMs, baselineMs] = [median(taken.check), median(taken.alone)]
  return {
    bench: 'sheet',
    rows,
    bytes: bytes.length,
    good,
    writeMs: round(median(taken.write), 0),
    readMs: round(median(taken.read), 0),
    checkMs: round(checkMs, 0),
    baselineMs: round(baselineMs, 0),
    ratio: round(checkMs / baselineMs),
  }
}
