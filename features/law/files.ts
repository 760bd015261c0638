// The law files of a catalogue folder, checked by cell, as documents; and what an office entered, kept when a newer catalogue comes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CatalogueProblem } from '@kheo/core/indicator/catalogue.ts'
import type { AwardLaw } from '@kheo/core/period/award-rules.ts'
import {
  checkDisclosure,
  checkEligibility,
  checkHolidays,
  checkParameters,
  checkScoringSheets,
} from '@kheo/core/period/check-law-files.ts'
import type { DisclosureRules, Holidays, ScoringSheet } from '@kheo/core/period/law-catalogue.ts'
import type { LawParameter } from '@kheo/core/period/law-parameters.ts'
import { keepOwnHolidays, keepOwnVersions } from '@kheo/core/period/law-versions.ts'
import type { CatalogueDocument } from '../indicators/queries.ts'

type LawFiles = {
  readonly parameters: readonly LawParameter[]
  readonly holidays: Holidays
  readonly disclosure: DisclosureRules
  readonly sheets: readonly ScoringSheet[]
  readonly eligibility: AwardLaw
}

/** The five files of the folder with everything that is wrong with them; they may be used only when nothing is. */
export function readLawFiles(folder: string): { law: LawFiles; problems: readonly CatalogueProblem[] } {
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8').normalize('NFC')) as T
  const law: LawFiles = {
    parameters: read('parameters.json'),
    holidays: read('holidays.json'),
    disclosure: read('disclosure-items.json'),
    sheets: read('scoring-sheets.json'),
    eligibility: read('eligibility.json'),
  }
  const codes = new Set(law.parameters.map((parameter) => parameter.code))
  const problems = [
    ...checkParameters('parameters.json', law.parameters),
    ...checkHolidays('holidays.json', law.holidays),
    ...checkDisclosure('disclosure-items.json', law.disclosure),
    ...checkScoringSheets('scoring-sheets.json', law.sheets, codes),
    ...checkEligibility('eligibility.json', law.eligibility),
  ]
  return { law, problems }
}

const byCode = <T extends { readonly code: string }>(
  kind: 'parameter' | 'scoring-sheet',
  rows: readonly T[],
): CatalogueDocument[] => [...Map.groupBy(rows, (row) => row.code)].map(([code, body]) => ({ kind, code, body }))

/** One document for each parameter and each sheet, with all its versions; one for all days off, one for disclosure, one for commendations. */
export const lawDocuments = (law: LawFiles): CatalogueDocument[] => [
  ...byCode('parameter', law.parameters),
  { kind: 'holidays', code: 'vn', body: law.holidays },
  { kind: 'disclosure', code: 'vn', body: law.disclosure },
  ...byCode('scoring-sheet', law.sheets),
  { kind: 'eligibility', code: 'vn', body: law.eligibility },
]

/** The documents of a newer catalogue with the versions and days that an office entered itself laid over them. */
export function keepOwnLaw(
  documents: readonly CatalogueDocument[],
  held: readonly CatalogueDocument[],
): CatalogueDocument[] {
  const bodies = new Map(held.map(({ kind, code, body }) => [`${kind} ${code}`, body]))
  return documents.map((document) => {
    const before = bodies.get(`${document.kind} ${document.code}`)
    if (before === undefined) return document
    if (document.kind === 'parameter') {
      const body = keepOwnVersions(document.body as readonly LawParameter[], before as readonly LawParameter[])
      return { ...document, body }
    }
    if (document.kind !== 'holidays') return document
    const shipped = document.body as Holidays
    return { ...document, body: { ...shipped, days: keepOwnHolidays(shipped.days, (before as Holidays).days) } }
  })
}
