// The annex by unit that leaves a district: no small count of a commune stands in it, can be computed from it, or from it and an earlier one.
import { possibleOf, told } from '@kheo/core/privacy/testing-units.ts'
import type { PrintedUnits } from '@kheo/core/privacy/unit-table.ts'
import { linearRelations } from '@kheo/core/indicator/linear.ts'
import { readSheets } from '@kheo/writer/sheet-reader.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type Client, type TestWorld } from '../../checks/harness/world.ts'
import { reports } from './schema.ts'

const DISTRICT = 'D349'
const [A, B, C, D] = ['X13324', 'X13330', 'X13336', 'X13348'] as const
const NOTE = 'Dấu * : số nhỏ, không nêu riêng từng đơn vị; đã tính vào tổng.'

const clerkOf = (unit: string): string => `can-bo-${unit.slice(1)}`

type Cells = Readonly<Record<string, number>>
/** Petitions of one commune: complaints, denunciations, proposals; those that are its own matter, and those it passed on. */
const petitions = (complaints: number, denunciations: number, proposals: number, passedOn: number): Cells => {
  const all = complaints + denunciations + proposals
  const received: Cells = { XD01: all, XD02: 0, XD03: all, XD04: all, XD05: 0, XD06: all }
  const kinds: Cells = { XD07: complaints, XD08: denunciations, XD09: proposals }
  const ways: Cells = { XD10: all - passedOn, XD11: passedOn, XD12: passedOn, XD13: 0, XD14: 0 }
  return { ...received, ...kinds, ...ways }
}
const PETITIONS = ['XD06', 'XD07', 'XD08', 'XD09']

describe('the annex by unit of a district', () => {
  let test: TestWorld
  let officer: Client
  let send: Awaited<ReturnType<TestWorld['fetchAs']>>
  beforeAll(async () => {
    test = await openTestWorld('2023-07-10')
    for (const role of ['compiler', 'consolidator', 'approver'] as const) await test.post('huyen', DISTRICT, role)
    for (const unit of [A, B, C, D]) await test.post(clerkOf(unit), unit, 'compiler')
    officer = await test.as('huyen')
    send = await test.fetchAs('huyen')
  })
  afterAll(() => test.close())

  const save = async (period: string, figures: Readonly<Record<string, Cells>>): Promise<void> => {
    for (const [unit, cells] of Object.entries(figures))
      await (await test.as(clerkOf(unit)))(reports.saveCells, {
        query: {},
        body: { commandId: newId(), unit, period, baseRev: 99, cells },
      })
  }
  const which = (period: string) => ({ unit: DISTRICT, type: 'dan-van', period })
  const approve = async (period: string): Promise<void> => {
    await officer(reports.submit, { query: {}, body: { commandId: newId(), ...which(period), cells: {} } })
    await officer(reports.approve, { query: {}, body: { commandId: newId(), ...which(period), acceptMissing: true } })
  }
  const annex = async (period: string): Promise<Uint8Array> => {
    const reply = await send(
      `/api/reports/document?unit=${DISTRICT}&type=dan-van&period=${period}&format=xlsx&profile=dang`,
    )
    expect(reply.status).toBe(200)
    return new Uint8Array(await reply.arrayBuffer())
  }

  type Annex = {
    /** By code and unit, as written; the total under `Tổng`. */
    readonly cells: ReadonlyMap<string, ReadonlyMap<string, string>>
    readonly texts: readonly string[]
  }
  const opened = async (bytes: Uint8Array): Promise<Annex> => {
    const sheets = await readSheets(bytes)
    if (!sheets.ok) throw new Error(sheets.problem.code)
    const cells = new Map<string, Map<string, string>>()
    const read = sheets.value.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => ({ at: row.at, cells: row.cells.map((cell) => (cell === null ? '' : String(cell))) })),
    }))
    for (const { rows } of read.filter((sheet) => sheet.name.startsWith('Phụ lục II'))) {
      const heads = rows.find((row) => row.cells.some((cell) => /^[A-Z]{2}\d\d\. /.test(cell)))
      if (heads === undefined) throw new Error('no heads')
      heads.cells.forEach((head, column) => {
        const code = head.slice(0, 4)
        if (!/^[A-Z]{2}\d\d$/.test(code)) return
        const found = rows.filter((row) => row.at > heads.at && (row.cells[1] ?? '') !== '')
        cells.set(code, new Map(found.map((row) => [row.cells[1] ?? '', row.cells[column] ?? ''])))
      })
    }
    return { cells, texts: read.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells)) }
  }
  const nameOf = (unit: string): string => test.world.org().titleOf(unit, '2023-06-30' as never)
  const columns = PETITIONS.map((code) => ({ code, least: 3, time: 'flow' as const }))
  /** What an outsider is told of the petitions when he holds the workbook and tries everything. */
  const toldBy = ({ cells }: Annex, truth: Readonly<Record<string, Cells>>): string[] => {
    const units = [...(cells.get('XD06')?.keys() ?? [])].filter((name) => name !== 'Tổng' && name !== NOTE)
    const byName = new Map(Object.entries(truth).map(([unit, values]) => [nameOf(unit), values]))
    const starred = (code: string): string[] => units.filter((unit) => cells.get(code)?.get(unit) === '*')
    const print: PrintedUnits = {
      start: '',
      end: '',
      rows: units.map((unit) => ({ unit, values: byName.get(unit) ?? {} })),
      withheld: Object.fromEntries(
        PETITIONS.map((code) => [code, starred(code).length === units.length ? 'all' : starred(code)]),
      ),
    }
    const relations = linearRelations(test.world.catalogue().catalogue.checks, '2023-06-30').filter(({ terms }) =>
      [...terms.keys()].every((code) => PETITIONS.includes(code)),
    )
    expect(relations).toHaveLength(1)
    const known = { columns, relations }
    return told(known, print, possibleOf(known, print))
  }

  const first: Readonly<Record<string, Cells>> = {
    [A]: petitions(2, 0, 5, 0),
    [B]: petitions(4, 0, 3, 3),
    [C]: petitions(0, 1, 4, 0),
    [D]: petitions(5, 0, 0, 0),
  }

  it('withholds small counts of communes and what would give them back, and says so', async () => {
    await save('2023-Q1', first)
    await approve('2023-Q1')
    const made = await opened(await annex('2023-Q1'))
    expect(toldBy(made, first)).toEqual([])
    expect(made.cells.get('XD07')?.get(nameOf(A))).toBe('*')
    expect(made.cells.get('XD08')?.get(nameOf(C))).toBe('*')
    expect(made.texts).toContain(NOTE)
    const small = [...made.cells].flatMap(([code, column]) =>
      [...column].flatMap(([unit, text]) => (unit !== 'Tổng' && ['1', '2'].includes(text) ? [`${unit} ${code}`] : [])),
    )
    expect(small).toEqual([])
  })

  it('keeps the totals exact, in the annex, in the report and on the board', async () => {
    const { cells } = await opened(await annex('2023-Q1'))
    expect(PETITIONS.map((code) => cells.get(code)?.get('Tổng'))).toEqual(['24', '11', '1', '12'])
    const view = await officer(reports.view, { query: which('2023-Q1'), body: {} })
    const found = view.sections.flatMap((section) => section.cells).find((cell) => cell.code === 'XD08')
    expect(found?.total).toBe(1)
    const source = await officer(reports.source, {
      query: { unit: DISTRICT, period: '2023-Q1', code: 'XD08' },
      body: {},
    })
    expect(source.children.find((child) => child.unitId === C)?.value).toBe(1)
  })

  it('prints the same bytes again', async () => {
    const before = await annex('2023-Q1')
    await save('2023-H1', first)
    expect(Buffer.from(await annex('2023-Q1')).equals(Buffer.from(before))).toBe(true)
  })

  it('tells no small count of the second quarter by the half year less the first quarter', async () => {
    const half: Readonly<Record<string, Cells>> = {
      [A]: petitions(6, 4, 9, 0),
      [B]: petitions(9, 5, 6, 3),
      [C]: petitions(8, 7, 5, 0),
      [D]: petitions(10, 6, 8, 0),
    }
    await save('2023-H1', half)
    const draft = await opened(await annex('2023-H1'))
    await approve('2023-H1')
    const made = await opened(await annex('2023-H1'))
    expect(made.cells).toEqual(draft.cells)
    const [quarter] = [await opened(await annex('2023-Q1'))]
    const shown = (of: Annex, unit: string, code: string): number => Number(of.cells.get(code)?.get(nameOf(unit)))
    // Proposals of C rose from 4 to 5: one of the two stays out of sight.
    expect(shown(quarter, C, 'XD09') === 4 && shown(made, C, 'XD09') === 5).toBe(false)
    for (const unit of [A, B, C, D])
      for (const code of made.cells.keys()) {
        const change = shown(made, unit, code) - shown(quarter, unit, code)
        expect([1, 2], `${unit} ${code}`).not.toContain(change)
      }
    expect(toldBy(made, half)).toEqual([])
  })

  it('prints what was approved before there was such a rule as it was', async () => {
    await sql`update report_snapshot set body = body #- '{print,withheld}' where body -> 'print' is not null`.execute(
      test.world.database.owner,
    )
    const made = await opened(await annex('2023-Q1'))
    expect(made.cells.get('XD08')?.get(nameOf(C))).toBe('1')
    expect(made.texts).not.toContain(NOTE)
  })
})
