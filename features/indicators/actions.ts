// Loads the shipped catalogue files, all or nothing: every wrong cell is reported, and only what differs becomes a new revision.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue, SheetRows } from '@kheo/core/indicator/catalogue.ts'
import { parseCatalogue } from '@kheo/core/indicator/parse-catalogue.ts'
import { checkReportType, type ReportType } from '@kheo/core/indicator/report-type.ts'
import { periodsOfYear } from '@kheo/core/period/generate.ts'
import type { Regime } from '@kheo/core/period/model.ts'
import type { Db } from '@kheo/db/connect.ts'
import { inTx } from '@kheo/db/transaction.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { parseHints } from '@kheo/reader/indicators/hints.ts'
import { parseAnnexes } from '@kheo/writer/annex-template.ts'
import Papa from 'papaparse'
import { keepOwnLaw, lawDocuments, readLawFiles } from '../law/files.ts'
import type { CatalogueRefusal } from './problems.ts'
import { addPeriods, assignSlots, listDocuments, reviseDocuments, type CatalogueDocument } from './queries.ts'

/** The first year of the record of units; periods are made from it on. */
const FIRST_YEAR = 2016

const refuse = (problem: CatalogueRefusal): never => {
  throw new Refusal(problem)
}

function readSheet(folder: string, file: string): SheetRows {
  const text = readFileSync(join(folder, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
  return { file, rows: Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' }).data }
}

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8').normalize('NFC')) as T

function readAnnexes(folder: string, { indicators }: Catalogue, types: readonly ReportType[]): unknown {
  const body = readJson<unknown>(folder, 'formats', 'annexes.json')
  const names = {
    indicators: new Set(indicators.map((indicator) => indicator.code)),
    reportTypes: new Set(types.map((type) => type.code)),
  }
  const parsed = parseAnnexes(body, names)
  return parsed.ok ? body : refuse({ code: 'catalogue.annexes_refused', problem: JSON.stringify(parsed.problem) })
}

function readHints(folder: string, catalogue: Catalogue): unknown {
  const body = readJson<unknown>(folder, 'indicators', 'reading.json')
  const parsed = parseHints(body, (code) => catalogue.byCode.has(code))
  return parsed.ok
    ? body
    : refuse({ code: 'catalogue.hints_refused', problem: JSON.stringify(parsed.problem.slice(0, 20)) })
}

/** What the files of a catalogue folder hold, checked together. @throws Refusal */
function readCatalogueFiles(folder: string): {
  documents: CatalogueDocument[]
  regimes: readonly Regime[]
  codes: readonly string[]
} {
  const sheets = {
    groups: readSheet(join(folder, 'indicators'), 'groups.csv'),
    indicators: readSheet(join(folder, 'indicators'), 'indicators.csv'),
    checks: readSheet(join(folder, 'indicators'), 'checks.csv'),
  }
  const { law, problems: wrongLaw } = readLawFiles(join(folder, 'law'))
  if (wrongLaw.length > 0)
    refuse({ code: 'catalogue.import_refused', count: wrongLaw.length, cells: wrongLaw.slice(0, 200) })
  const known = new Set(law.parameters.map((parameter) => parameter.code))
  const read = parseCatalogue(sheets, (code) => known.has(code))
  if (!read.ok)
    return refuse({ code: 'catalogue.import_refused', count: read.problem.length, cells: read.problem.slice(0, 200) })
  const regimes = readJson<readonly Regime[]>(folder, 'periods', 'regimes.json')
  const regimeCodes = new Set(regimes.map((regime) => regime.code))
  const types = readJson<readonly ReportType[]>(folder, 'indicators', 'report-types.json')
  for (const type of types) {
    const problems = checkReportType(type, read.value, regimeCodes)
    if (problems.length > 0)
      refuse({
        code: 'catalogue.report_type_refused',
        type: type.code,
        problems: problems.map((problem) => JSON.stringify(problem)),
      })
  }
  const documents: CatalogueDocument[] = [
    ...sheets.groups.rows.map((body) => ({ kind: 'group' as const, code: body['code'] ?? '', body })),
    ...sheets.indicators.rows.map((body) => ({ kind: 'indicator' as const, code: body['code'] ?? '', body })),
    ...sheets.checks.rows.map((body) => ({ kind: 'check' as const, code: body['id'] ?? body['code'] ?? '', body })),
    ...types.map((body) => ({ kind: 'report-type' as const, code: body.code, body })),
    ...regimes.map((body) => ({ kind: 'regime' as const, code: body.code, body })),
    ...lawDocuments(law),
    ...readJson<readonly { code: string }[]>(folder, 'indicators', 'dimensions.json').map((body) => ({
      kind: 'dimension' as const,
      code: body.code,
      body,
    })),
    { kind: 'reading-hints', code: 'shipped', body: readHints(folder, read.value) },
    { kind: 'issuers', code: 'shipped', body: readJson(folder, 'formats', 'issuers.json') },
    { kind: 'format-profiles', code: 'shipped', body: readJson(folder, 'formats', 'profiles.json') },
    { kind: 'certificate-layouts', code: 'shipped', body: readJson(folder, 'formats', 'certificates.json') },
    { kind: 'annexes', code: 'shipped', body: readAnnexes(folder, read.value, types) },
  ]
  return { documents, regimes, codes: read.value.indicators.map((indicator) => indicator.code) }
}

/** The shipped files' own mark: an import of the very same files is not made again, so that changes made at run time stand. */
const markOf = (documents: readonly CatalogueDocument[]): CatalogueDocument => ({
  kind: 'shipped',
  code: 'mark',
  body: createHash('sha256').update(JSON.stringify(documents)).digest('hex'),
})

/** Imports a catalogue folder and makes the periods of its regimes up to the year after `year`; returns how many documents changed. */
export async function importCatalogue(owner: Db, folder: string, year: number): Promise<number> {
  if (readdirSync(folder).length === 0) return 0
  const { documents, regimes, codes } = readCatalogueFiles(folder)
  return inTx(owner, async (tx) => {
    const isNew = (await reviseDocuments(tx, [markOf(documents)])) > 0
    const changed = isNew ? await reviseDocuments(tx, keepOwnLaw(documents, await listDocuments(tx))) : 0
    await assignSlots(tx, codes)
    const years = Array.from({ length: year + 2 - FIRST_YEAR }, (_, at) => FIRST_YEAR + at)
    for (const regime of regimes)
      await addPeriods(
        tx,
        years.flatMap((each) => periodsOfYear(regime, each)),
      )
    return changed
  })
}
