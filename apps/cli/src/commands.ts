// The commands. Each returns what it found; main prints it as JSON or as lines.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDate, type CalendarDate } from '@kheo/core/calendar.ts'
import { knownReports } from '@kheo/demo/papers/keys.ts'
import { boardOf } from '@kheo/features/consolidation/board.ts'
import { seriesOf } from '@kheo/features/consolidation/series.ts'
import { recountAll, replaceUnits } from '@kheo/features/figures/index.ts'
import { USERNAME } from '@kheo/features/people/accounts.ts'
import { createFirstAdministrator } from '@kheo/features/people/actions.ts'
import { renderFile } from '@kheo/features/reports/index.ts'
import { viewReport } from '@kheo/features/reports/view.ts'
import type { ReportView } from '@kheo/features/reports/schema.ts'
import { listedCounts } from '@kheo/features/org/index.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { Booted } from '@kheo/server/boot.ts'
import { checkFile } from './check.ts'
import { withDemoWorld } from './demo-world.ts'
import { examine } from './doctor.ts'
import { writePapers } from './papers.ts'
import { readFiles } from './read.ts'
import { listRegisters, purgeEntries, registerSql } from './registers.ts'
import { fromHere, lookerOf, UsageError, wanted, withWorld, type Options, type Outcome } from './session.ts'

const dayIn = (text: string | undefined, flag: string): CalendarDate => {
  const day = parseDate(text ?? '')
  if (day === undefined) throw new UsageError(flag)
  return day
}

const cellsOf = (view: ReportView): Record<string, number> =>
  Object.fromEntries(
    view.sections
      .flatMap((section) => section.cells)
      .flatMap((cell) => (cell.total === null ? [] : [[cell.code, cell.total]])),
  )

const partsIn = (view: ReportView): Record<string, Record<string, number>> =>
  Object.fromEntries(
    view.sections
      .flatMap((section) => section.cells)
      .flatMap((cell) => {
        const parts = cell.parts.flatMap((part) => (part.value === null ? [] : [[part.part, part.value]]))
        return parts.length === 0 ? [] : [[cell.code, Object.fromEntries(parts)]]
      }),
  )

const summary = (view: ReportView) => ({
  unit: view.unitId,
  unitName: view.unitName,
  type: view.type,
  period: view.period.id,
  state: view.state,
  cells: cellsOf(view),
  parts: partsIn(view),
  reported: view.reported,
})

async function writeFiles(
  booted: Booted,
  which: { unit: string; type: string; period: string },
  folder: string,
  profile: 'dang' | 'nha-nuoc',
): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const names: string[] = []
  for (const format of ['docx', 'xlsx'] as const) {
    const file = await renderFile(booted.world, lookerOf(booted), { ...which, format, profile })
    writeFileSync(join(folder, file.name), file.bytes)
    names.push(file.name)
  }
  return names
}

function demo(options: Options): Promise<Outcome> {
  const out = fromHere(wanted(options, 'out'))
  return withDemoWorld(options, async (booted) => {
    const reports = []
    for (const which of knownReports) {
      const view = await viewReport(booted.world, lookerOf(booted), which)
      reports.push({ ...summary(view), files: await writeFiles(booted, which, out, 'dang') })
    }
    return {
      json: { reports },
      lines: reports.map(
        (report) =>
          `${report.unitName}, ${report.period}: ${JSON.stringify(report.cells)} (${report.reported.join('/')} đơn vị)`,
      ),
    }
  })
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Refusal({ code: 'org.file_not_found', file: path } as never)
  }
}

function unitsImport(options: Options): Promise<Outcome> {
  const dir = typeof options['dir'] === 'string' ? fromHere(options['dir']) : undefined
  const units = readText(dir === undefined ? fromHere(wanted(options, 'units')) : join(dir, 'units.csv'))
  const lineage = readText(dir === undefined ? fromHere(wanted(options, 'lineage')) : join(dir, 'lineage.csv'))
  return withWorld(
    options,
    async ({ world }) => {
      const imported = await replaceUnits(world, units, lineage)
      return {
        json: imported,
        lines: [
          `Đã nhập ${imported.units} đơn vị, ${imported.versions} dòng hiệu lực, ${imported.edges} quan hệ, ${imported.events} sự kiện.`,
        ],
      }
    },
    { units: null },
  )
}

function unitsAt(options: Options, [text]: readonly string[]): Promise<Outcome> {
  const day = dayIn(text, 'NGÀY')
  return withWorld(options, async ({ world }) => {
    const json = { day, ...listedCounts(world.org(), day) }
    return {
      json,
      lines: [
        `${day}: ${json.provinces} tỉnh, ${json.districts} huyện, ${json.communes} xã${json.unlisted === 0 ? '' : `; ${json.unlisted} đơn vị chưa có mã trong danh mục`}`,
      ],
    }
  })
}

const KINDS = ['month', 'quarter', 'half', 'nine-months', 'year'] as const

function unitsSeries(options: Options, [indicator]: readonly string[]): Promise<Outcome> {
  if (indicator === undefined) throw new UsageError('CHỈ TIÊU')
  const boundaries = dayIn(wanted(options, 'boundaries'), '--boundaries')
  const kind = KINDS.find((each) => each === (options['kind'] ?? 'year'))
  if (kind === undefined) throw new UsageError('--kind')
  const year = (flag: string): number => {
    const found = Number(wanted(options, flag).slice(0, 4))
    if (!Number.isInteger(found)) throw new UsageError(`--${flag}`)
    return found
  }
  const unit = wanted(options, 'unit')
  return withWorld(options, async ({ world }) => {
    if (world.org().pathOf(unit) === undefined) throw new Refusal({ code: 'org.unit_not_found', unit } as never)
    const series = await seriesOf(world, { unit, indicator, from: year('from'), to: year('to'), kind, boundaries })
    return {
      json: series,
      lines: series.cells.map(
        (cell) =>
          `${cell.periodTitle.padEnd(24)} ${String(cell.value ?? '—').padStart(10)}  [${cell.low ?? '—'}; ${cell.high ?? '—'}]  ${cell.note}`,
      ),
    }
  })
}

const whichOf = (options: Options) => ({
  unit: wanted(options, 'unit'),
  type: wanted(options, 'type'),
  period: wanted(options, 'period'),
})

function reportShow(options: Options): Promise<Outcome> {
  const which = whichOf(options)
  return withWorld(options, async (booted) => {
    const view = await viewReport(booted.world, lookerOf(booted), which)
    const failed = view.findings.filter((finding) => finding.status === 'failed')
    const cells = view.sections.flatMap((section) => section.cells).filter((cell) => cell.total !== null)
    return {
      json: { ...summary(view), findings: failed },
      lines: [
        `${view.unitName} – ${view.typeTitle}, ${view.period.title}: ${view.state}; ${view.reported.join('/')} đơn vị đã báo cáo`,
        ...cells.map((cell) => `  ${cell.code}  ${cell.text}`),
        ...failed.map((finding) => `  ! ${finding.sentence}`),
      ],
    }
  })
}

function reportExport(options: Options): Promise<Outcome> {
  const which = whichOf(options)
  const folder = fromHere(wanted(options, 'out'))
  const profile = options['profile'] ?? 'dang'
  if (profile !== 'dang' && profile !== 'nha-nuoc') throw new UsageError('--profile')
  return withWorld(options, async (booted) => {
    const files = await writeFiles(booted, which, folder, profile)
    return { json: { files }, lines: files.map((name) => join(folder, name)) }
  })
}

function consolidate(options: Options): Promise<Outcome> {
  const which = whichOf(options)
  const codes = typeof options['codes'] === 'string' ? options['codes'] : 'MH01,TD01,GQ01,GQ02'
  return withWorld(options, async (booted) => {
    const board = await boardOf(booted.world, lookerOf(booted), { ...which, codes })
    const lines = board.rows.map(
      (row) =>
        `${row.unitName.padEnd(28)} ${row.state.padEnd(12)} ${row.texts.map((text) => text.padStart(10)).join('')}`,
    )
    return {
      json: board,
      lines: [
        `${board.unitName}, ${board.period.title}: ${board.counts.submitted + board.counts.approved}/${board.counts.all} đơn vị đã gửi`,
        ...lines,
        `${'Tổng'.padEnd(41)} ${board.totalTexts.map((text) => text.padStart(10)).join('')}`,
      ],
    }
  })
}

function admin(options: Options): Promise<Outcome> {
  const username = wanted(options, 'username')
  if (!USERNAME.test(username)) throw new UsageError('--username')
  return withWorld(options, async ({ world, accounts }) => {
    const password = randomBytes(12).toString('base64url')
    await createFirstAdministrator(world, accounts, {
      username,
      name: 'Quản trị hệ thống',
      password,
      title: 'Quản trị hệ thống',
    })
    return {
      json: { username, password },
      lines: [`Đã tạo quản trị “${username}”. Mật khẩu (chỉ hiện lần này): ${password}`],
    }
  })
}

function recount(options: Options): Promise<Outcome> {
  return withWorld(options, async ({ world }) => {
    const found = await recountAll(world)
    return {
      json: found,
      isBad: found.different > 0,
      lines: [
        `Đã cộng lại ${found.totals} tổng: ${found.different === 0 ? 'khớp hết.' : `${found.different} tổng khác, đã sửa.`}`,
      ],
    }
  })
}

const migrateDatabase = (options: Options): Promise<Outcome> =>
  withWorld(options, async () => ({ json: { ok: true }, lines: ['Cơ sở dữ liệu đã ở bản mới nhất.'] }))

function doctor(options: Options): Promise<Outcome> {
  return withWorld(options, async (booted) => {
    const findings = await examine(booted)
    const isBad = findings.some((finding) => !finding.ok)
    return {
      json: { ok: !isBad, findings },
      isBad,
      lines: findings.map((finding) => `${finding.ok ? '✓' : '✗'} ${finding.what}: ${finding.says}`),
    }
  })
}

export const commands: Readonly<Record<string, (options: Options, words: readonly string[]) => Promise<Outcome>>> = {
  demo,
  'units import': unitsImport,
  'units at': unitsAt,
  'units series': unitsSeries,
  'report show': reportShow,
  'report export': reportExport,
  papers: writePapers,
  check: checkFile,
  read: readFiles,
  registers: listRegisters,
  'registers sql': registerSql,
  purge: purgeEntries,
  consolidate,
  admin,
  recount,
  migrate: migrateDatabase,
  doctor,
}
