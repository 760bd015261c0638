// The shipped catalogue and hints, for tests.
import { readFileSync } from 'node:fs'
import { type Catalogue, type SheetRows } from '@kheo/core/indicator/catalogue.ts'
import { parseCatalogue } from '@kheo/core/indicator/parse-catalogue.ts'
import Papa from 'papaparse'
import { parseHints, readyHints } from './hints.ts'

const folder = new URL('../../../../catalogue/indicators/', import.meta.url)
export const catalogueFile = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const sheet = (file: string): SheetRows => ({
  file,
  rows: Papa.parse<Record<string, string>>(catalogueFile(file), { header: true, skipEmptyLines: true }).data,
})

const loaded = parseCatalogue({
  groups: sheet('groups.csv'),
  indicators: sheet('indicators.csv'),
  checks: sheet('checks.csv'),
})
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem, null, 1))
export const catalogue: Catalogue = loaded.value

const parsed = parseHints(JSON.parse(catalogueFile('reading.json')), (code) => catalogue.byCode.has(code))
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem, null, 1))
export const editions = parsed.value

export const DAY = '2026-06-30'
export const hints = readyHints(editions, catalogue, DAY)
