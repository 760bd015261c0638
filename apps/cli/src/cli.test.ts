// The command line as a person meets it: help in two languages, one line for every mistake, and the figures of the demonstration.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lockData } from '@kheo/db/data-lock.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takenIn } from '@kheo/features/readings/testing-readings.ts'
import { commands } from './commands.ts'
import { help } from './texts.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

type Ran = { readonly status: number | null; readonly out: string; readonly err: string }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kheo-cli-test-'))
  chmodSync(folder, 0o711)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function kheo(...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, KHEO_DATA: join(folder, 'data'), INIT_CWD: folder },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (status) => done({ status, out, err }))
  })
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

describe('help', () => {
  it('is there for every command, and every command for it', () => {
    expect(Object.keys(help).toSorted()).toEqual(Object.keys(commands).toSorted())
  })

  it.each(Object.keys(help))('of %s is in both languages, and starts no database', async (name) => {
    const { status, out, err } = await kheo(...name.split(' '), '--help')
    expect([status, err]).toEqual([0, ''])
    expect(out).toContain(help[name]?.usage)
    expect(out).toContain(help[name]?.vi)
    expect(out).toContain(help[name]?.en)
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })

  it('of everything lists every command', async () => {
    const { status, out } = await kheo()
    expect(status).toBe(0)
    expect(Object.keys(help).filter((name) => !out.includes(name))).toEqual([])
  })
})

describe('a mistake', () => {
  it.each([
    ['an unknown command', ['fly']],
    ['an unknown command of two words', ['units', 'fly']],
    ['an unknown flag', ['recount', '--loud']],
    ['a flag without its value', ['demo', '--out']],
    ['a missing flag', ['report', 'show', '--unit', 'VN']],
    ['a missing day', ['units', 'at']],
    ['a day that does not exist', ['units', 'at', '2025-02-30']],
    [
      'an unknown kind of period',
      [
        'units',
        'series',
        'MH01',
        '--unit',
        'VN',
        '--from',
        '2019',
        '--to',
        '2020',
        '--boundaries',
        '2020-01-01',
        '--kind',
        'week',
      ],
    ],
  ])('%s ends with status 2 and one line', async (_why, args) => {
    const { status, out, err } = await kheo(...args)
    expect(status).toBe(2)
    expect(linesOf(err)).toHaveLength(1)
    expect(err).toMatch(/^cli\.(usage|unknown_command): /)
    expect(out).toBe('')
  })
})

describe('a data folder', () => {
  it('that another process holds is refused in one line with its code', async () => {
    mkdirSync(join(folder, 'data'), { recursive: true })
    const lock = lockData(join(folder, 'data'))
    try {
      const { status, out, err } = await kheo('units', 'at', '2025-07-01')
      expect([status, out, linesOf(err).length]).toEqual([1, '', 1])
      expect(err).toMatch(/^db\.data_in_use: Thư mục dữ liệu .* đang được một tiến trình khác dùng/)
      expect(err).toContain(String(process.pid))
    } finally {
      lock.release()
    }
  })

  it('answers in JSON, on the day that is asked for', async () => {
    const { status, out, err } = await kheo('units', 'at', '2025-07-01', '--json')
    expect([status, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toEqual({
      unlisted: 3,
      day: '2025-07-01',
      provinces: expect.any(Number),
      districts: 0,
      communes: expect.any(Number),
    })
    expect(linesOf(out)).toHaveLength(1)
  })

  it('refuses what is not there in one line', async () => {
    const { status, err } = await kheo('report', 'show', '--unit', 'X0', '--type', 'dan-van', '--period', '2019')
    expect([status, linesOf(err).length]).toEqual([1, 1])
    expect(err).toMatch(/^org\.unit_not_found: Không có đơn vị “X0”/)
    expect((await kheo('units', 'import', '--dir', 'nowhere')).err).toMatch(/^org\.file_not_found: /)
  })

  it('is found to be sound', async () => {
    const { status, out } = await kheo('doctor', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ok: true })
    expect(JSON.parse((await kheo('recount', '--json')).out)).toMatchObject({ different: 0 })
  })
})

type Shown = {
  readonly unit: string
  readonly type: string
  readonly period: string
  readonly state: string
  readonly cells: Record<string, number>
  readonly parts: Record<string, Record<string, number>>
  readonly reported: readonly number[]
  readonly files: readonly string[]
}

type Manifest = {
  readonly errors: number
  readonly folders: readonly {
    readonly unit: string
    readonly heldOn: string | null
    readonly papers: readonly {
      readonly file: string
      readonly kind: string
      readonly profile: string | null
      readonly errors: number
      readonly findings: readonly unknown[]
      readonly sha256: string
      readonly bytes: number
    }[]
  }[]
}

const inBoth = (kinds: readonly string[]) => kinds.flatMap((kind) => [[kind, 'docx'] as const, [kind, 'pdf'] as const])
const OF_EACH = [
  ...inBoth([
    'bao-cao',
    'ke-hoach',
    'cong-van',
    'giay-moi',
    'giay-moi-tung-dai-bieu',
    'chuong-trinh',
    'danh-sach-dai-bieu',
    'diem-danh',
    'tham-luan',
    'so-do-cho-ngoi',
    'kich-ban',
    'bien-ban',
    'ket-luan',
    'ket-qua-ket-luan',
  ]),
  ['bao-cao', 'xlsx'],
  ['bao-cao', 'pptx'],
  ['bai-viet', 'txt'],
  ['so-nhiem-vu', 'xlsx'],
  ['so-van-ban-di', 'xlsx'],
  ['so-van-ban-den', 'xlsx'],
] as const
const OF_AWARDS = [
  ...inBoth(['to-trinh', 'bien-ban-xet', 'quyet-dinh', 'danh-sach-trao']),
  ['giay-khen', 'pdf'],
  ['so-quyet-dinh-khen-thuong', 'xlsx'],
] as const
const HONOURING = new Set(['D-A', 'D724'])

describe('the demonstration', () => {
  let reports: readonly Shown[]
  let ran: Ran
  beforeAll(async () => {
    ran = await kheo('demo', '--out', 'papers', '--data', 'demo', '--json')
    reports = (JSON.parse(ran.out) as { reports: readonly Shown[] }).reports
  }, 180_000)
  const of = (unit: string): Shown => {
    const found = reports.find((report) => report.unit === unit)
    if (found === undefined) throw new Error(`no report of ${unit}`)
    return found
  }

  it.each([
    ['D349', 'dan-van', '2019', { MH01: 60, MH04: 21, MH05: 39, CQ10: 2, TC04: 108, TC05: 976, HN01: 1 }, [18, 18]],
    [
      'D370',
      'dan-van',
      '2021-H1',
      { TD01: 117, GQ01: 24, GQ02: 8, GQ03: 16, AS01: 9081, AS02: 2811.7, TT05: 99.95, TT06: 5 },
      [9, 9],
    ],
    ['D-A', 'dvk', '2019', { MH01: 55, MH15: 2, TK01: 10, TK02: 8 }, [5, 5]],
    ['D724', 'dan-van', '2022', { TK01: 22, TK02: 32, TC06: 7 }, [7, 7]],
    ['P-A', 'dan-van', '2017-Q3', { HN01: 1 }, null],
  ])('prints what %s published: %s, %s', (unit, type, period, cells, reported) => {
    const report = of(unit)
    expect(report).toMatchObject({ type, period, state: 'issued', cells, ...(reported === null ? {} : { reported }) })
  })

  it('adds its parts up', () => {
    const { cells } = of('D349')
    expect((cells['MH04'] ?? 0) + (cells['MH05'] ?? 0)).toBe(cells['MH01'])
    const visits = of('D370').cells
    expect((visits['TD04'] ?? 0) + (visits['TD05'] ?? 0) + (visits['TD06'] ?? 0)).toBe(visits['TD01'])
    expect(of('D724').parts).toEqual({ TK01: { 'dan-van': 11, qcdc: 11 }, TK02: { 'dan-van': 21, qcdc: 11 } })
  })

  it('says nothing of what was not reported', () => {
    expect(of('D-A').cells).not.toHaveProperty('TD01')
  })

  it('writes a paper and a table for each report', () => {
    const names = reports.flatMap((report) => report.files)
    expect(names).toHaveLength(10)
    expect(readdirSync(join(folder, 'papers')).toSorted()).toEqual([...names].toSorted())
    for (const name of names) expect([name, statSync(join(folder, 'papers', name)).size > 4000]).toEqual([name, true])
  })

  it('is read back from its paper of 2019 into an empty world, confirmed, and gives the same figures', async () => {
    const { files, cells } = of('D349')
    const name = files.find((file) => file.endsWith('.docx')) ?? ''
    const taken = await takenIn(readFileSync(join(folder, 'papers', name)), name, {
      home: 'P37@2025',
      at: 'D349',
      period: '2019',
    })
    expect(taken.written).toEqual(cells)
    expect(taken.cells).toEqual(cells)
  })

  it('can be looked into afterwards, and is sound', async () => {
    const shown = await kheo(
      'report',
      'show',
      '--unit',
      'D349',
      '--type',
      'dan-van',
      '--period',
      '2019',
      '--data',
      'demo',
      '--json',
    )
    expect([shown.status, shown.err]).toEqual([0, ''])
    expect(JSON.parse(shown.out)).toMatchObject({ cells: { MH01: 60 }, reported: [18, 18] })
    const doctor = await kheo('doctor', '--data', 'demo', '--json')
    expect([doctor.status, JSON.parse(doctor.out)]).toMatchObject([0, { ok: true }])
  })

  it('has counted the wards of today from their books, in every period that holds the days', async () => {
    const figuresOf = async (unit: string, period: string): Promise<Partial<Shown> & { findings?: unknown }> => {
      const which = ['--unit', unit, '--type', 'dan-van', '--period', period]
      const shown = await kheo('report', 'show', ...which, '--data', 'demo', '--json')
      return JSON.parse(shown.out) as Partial<Shown>
    }
    const half = await figuresOf('X13324@2025', '2026-H1')
    expect(half).toMatchObject({
      state: 'returned',
      findings: [],
      cells: { MH01: 3, XD03: 10, TD01: 71, DC05: 10, DC06: 9 },
    })
    const second = await figuresOf('X13324@2025', '2026-Q2')
    expect(second.cells).toMatchObject({ MH01: 1, TD01: 34, TC01: 14 })
    expect(await figuresOf('X13330@2025', '2026-H1')).toMatchObject({ state: 'approved', findings: [] })
    expect(JSON.parse((await kheo('recount', '--data', 'demo', '--json')).out)).toMatchObject({ different: 0 })
  }, 60_000)

  it('writes every kind of paper of every known conference, each Word file without an error of format', async () => {
    const ran = await kheo('papers', '--out', 'all', '--data', 'demo', '--json')
    const manifest = JSON.parse(ran.out) as Manifest
    // Named first: an exit status alone does not tell which paper is at fault.
    const faulty = manifest.folders.flatMap(({ papers }) => papers.filter(({ errors }) => errors > 0))
    expect(faulty).toEqual([])
    expect([ran.status, ran.err]).toEqual([0, ''])
    expect(manifest).toMatchObject({ errors: 0, warnings: expect.any(Number) })
    expect(manifest).toEqual(JSON.parse(readFileSync(join(folder, 'all', 'papers.json'), 'utf8')))
    expect(manifest.folders.map(({ unit, heldOn }) => [unit, heldOn])).toEqual([
      ['D349', '2020-01-16'],
      ['D370', '2021-07-02'],
      ['P-A', '2017-10-17'],
      ['D-A', '2020-01-03'],
      ['D724', '2023-02-17'],
      ['P37@2025', '2026-10-08'],
      ['X13324@2025', null],
    ])
    for (const { unit, papers } of manifest.folders.slice(0, 5)) {
      const lacking = [...OF_EACH, ...(HONOURING.has(unit) ? OF_AWARDS : [])].filter(
        ([kind, ending]) => !papers.some((paper) => paper.kind === kind && paper.file.endsWith(`.${ending}`)),
      )
      expect([unit, lacking]).toEqual([unit, []])
    }
    const listed = manifest.folders.flatMap(({ papers }) => papers)
    for (const { file, sha256, bytes } of listed) {
      expect(file).toMatch(/^[\w./-]+$/)
      const written = readFileSync(join(folder, 'all', file))
      expect([file, written.length, createHash('sha256').update(written).digest('hex')]).toEqual([file, bytes, sha256])
    }
    const judged = listed.filter(({ profile }) => profile !== null)
    expect(judged.every(({ file }) => file.endsWith('.docx'))).toBe(true)
    expect(new Set(judged.map(({ profile }) => profile))).toEqual(
      new Set(['dang-2004', 'dang-2018', 'dang-2026', 'nha-nuoc-2011', 'nha-nuoc-2020']),
    )
  }, 120_000)

  it('gives out an issued paper in the same bytes each time', async () => {
    const ran = await kheo('papers', '--out', 'again', '--data', 'demo', '--unit', 'D370', '--json')
    const again = (JSON.parse(ran.out) as Manifest).folders.flatMap(({ papers }) => papers)
    const before = JSON.parse(readFileSync(join(folder, 'all', 'papers.json'), 'utf8')) as Manifest
    const hashes = new Map(before.folders.flatMap(({ papers }) => papers.map(({ file, sha256 }) => [file, sha256])))
    const issued = again.filter(({ kind, file }) => hashes.has(file) && /^(ke-hoach|ket-luan|bao-cao)$/.test(kind))
    expect(issued).toHaveLength(8)
    for (const { file, sha256 } of issued) expect([file, hashes.get(file)]).toEqual([file, sha256])
  }, 60_000)

  it('refuses a folder that is not empty', async () => {
    const { status, err } = await kheo('demo', '--out', 'papers', '--data', 'demo')
    expect([status, linesOf(err).length]).toEqual([1, 1])
    expect(err).toMatch(/^cli\.not_empty: /)
  })
})
