import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const line = (name: string): Record<string, unknown> => {
  const text = execFileSync(process.execPath, [MAIN, name, '--small'], { encoding: 'utf8' })
  expect(text.trim().split('\n')).toHaveLength(1)
  return JSON.parse(text) as Record<string, unknown>
}
const aTime = expect.any(Number)

describe('the benches, on a few units', () => {
  it('times the carrying matrix', () => {
    expect(line('lineage')).toMatchObject({
      bench: 'lineage',
      units: 15_161,
      indexMs: aTime,
      matrixMs: aTime,
      baselineMs: aTime,
      ratio: aTime,
      applyMs: aTime,
    })
  })

  it('sends submissions through the HTTP stack, every one kept and audited, beside bare inserts', () => {
    const { bench, cells, clients } = line('submit')
    expect({ bench, cells }).toEqual({ bench: 'submit', cells: 120 })
    expect(clients).toEqual([
      {
        n: 2,
        perSecond: aTime,
        p50: aTime,
        p99: aTime,
        cpuMs: aTime,
        serverCpuMs: aTime,
        bareCpuMs: aTime,
        barePerSecond: aTime,
        overBareMs: aTime,
        ratio: expect.anything(),
      },
    ])
  })

  it('finds kept totals equal to the recount', () => {
    expect(line('rollup')).toMatchObject({
      bench: 'rollup',
      units: 8,
      cells: 120,
      quarters: 2,
      rows: 16,
      different: 0,
      totalsRebuilt: 6,
      readMs: aTime,
      recountMs: aTime,
      baselineMs: aTime,
      ratio: aTime,
      rebuildSeconds: aTime,
    })
  })

  it('reads and checks a workbook, every row of it', () => {
    expect(line('sheet')).toMatchObject({
      bench: 'sheet',
      rows: 200,
      good: 200,
      bytes: aTime,
      writeMs: aTime,
      readMs: aTime,
      checkMs: aTime,
      baselineMs: aTime,
      ratio: aTime,
    })
  })

  it('makes papers beside the usual way of making them', () => {
    const cost = { ms: aTime, mb: aTime }
    const compared = { ...cost, baseline: cost, ratio: aTime, aim: cost }
    expect(line('papers')).toEqual({
      bench: 'papers',
      communes: { perSecond: aTime, baselinePerSecond: aTime, ratio: aTime, aimPerSecond: 100 },
      long: compared,
      annex: compared,
      certificates: { n: 3, ms: aTime, baselineMs: aTime, ratio: aTime, aimMs: aTime },
      pdf: { ms: aTime, baselineMs: null, ratio: null, aimMs: aTime },
    })
  })

  it('asks a register as a province and as the centre, beside bare statements', () => {
    const place = Object.fromEntries(
      ['list', 'filter', 'searchRare', 'searchCommon', 'countQuarter'].map((name) => [
        name,
        { ms: aTime, bareMs: aTime, ratio: aTime },
      ]),
    )
    expect(line('registers')).toEqual({
      bench: 'registers',
      entries: 4000,
      loadSeconds: aTime,
      province: place,
      nation: place,
    })
  })

  it('lists what there is when a name is missing or unknown', () => {
    for (const words of [[], ['nothing-such'], ['toString']]) {
      const run = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' })
      expect(run.status).toBe(2)
      expect(run.stderr).toContain('lineage | submit | registers | rollup | sheet | papers')
    }
  })

  it('reads texts beside a plain scan for numbers', () => {
    const { bench, sizes, growth, anyBytesMs } = line('read')
    expect({ bench, growth, anyBytesMs }).toEqual({ bench: 'read', growth: 1, anyBytesMs: aTime })
    expect(sizes).toEqual([
      {
        bytes: aTime,
        figures: aTime,
        ms: aTime,
        mbPerSecond: aTime,
        baselineMbPerSecond: aTime,
        ratio: aTime,
      },
    ])
  })
})
