// The catalogue in memory: indicators, checks, report types, regimes, periods and law, as the other rooms read them.
import { calendarDate, type CalendarDate } from '@kheo/core/calendar.ts'
import type { Catalogue, SheetRows } from '@kheo/core/indicator/catalogue.ts'
import type { Indicator, Values } from '@kheo/core/indicator/model.ts'
import { parseCatalogue } from '@kheo/core/indicator/parse-catalogue.ts'
import type { ReportType } from '@kheo/core/indicator/report-type.ts'
import { type AwardLaw, NO_AWARD_LAW } from '@kheo/core/period/award-rules.ts'
import type { Law } from '@kheo/core/period/law.ts'
import type { DisclosureRules, Holidays, ScoringSheet } from '@kheo/core/period/law-catalogue.ts'
import type { LawParameter } from '@kheo/core/period/law-parameters.ts'
import type { Regime } from '@kheo/core/period/model.ts'
import type { WorkCalendar } from '@kheo/core/period/working-days.ts'
import type { Db } from '@kheo/db/connect.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { CatalogueRefusal } from './problems.ts'
import {
  listDocuments,
  listPeriods,
  listSlots,
  type CatalogueDocument,
  type DocumentKind,
  type StoredPeriod,
} from './queries.ts'

/** Parts into which some indicators' figures are divided; the parts add up to the figure. */
export type Dimension = {
  readonly code: string
  readonly title: string
  readonly indicators: readonly string[]
  readonly parts: readonly { readonly code: string; readonly title: string }[]
}

/** Who issues a paper at a level in a stretch of time. `{unit}`, `{parent}`, `{party}` … are filled in; in capitals when written so. */
export type Issuer = {
  readonly family: 'party' | 'state' | 'front'
  readonly level: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly governing: string
  readonly issuing: string
  readonly body: string
  readonly place: string
  readonly authority: 'collective' | null
  readonly authorityOf: string
  readonly post: string
  readonly recipients: readonly string[]
  /** How the issuer calls itself within a sentence. */
  readonly speaker: string
}

export type Slot = { readonly block: string; readonly at: number }

/** Past some 2 kB a row is stored apart and every subscript reads it again; 150 figures stay below. */
const BLOCK_SIZE = 150

export type CatalogueView = {
  readonly catalogue: Catalogue
  readonly reportTypes: readonly ReportType[]
  readonly regimes: readonly Regime[]
  readonly parameters: readonly LawParameter[]
  readonly workCalendar: WorkCalendar
  readonly holidayNames: ReadonlyMap<string, string>
  /** The three above and the items of disclosure, as `lawValue` and `deadlineFrom` ask for them. */
  readonly law: Law
  readonly disclosure: DisclosureRules
  /** All versions of all sheets. */
  readonly scoringSheets: readonly ScoringSheet[]
  /** What commendations are judged by, all versions. */
  readonly awardLaw: AwardLaw
  readonly formatProfiles: unknown
  /** Blanks of certificates as shipped, all versions, each as the writer parses it. */
  readonly certificateLayouts: readonly unknown[]
  /** Words by which figures of a text are taken for indicators, all versions, as the reader's `parseHints` reads them. */
  readonly readingHints: unknown
  /** Templates of annexes, as `parseAnnexes` reads them. */
  readonly annexes: unknown
  readonly issuers: readonly Issuer[]
  /** How a cell may be divided, such as awards by subject; undefined when it is not. */
  readonly dimensionOf: (code: string) => Dimension | undefined
  readonly periods: readonly StoredPeriod[]
  readonly periodOf: (id: string) => StoredPeriod | undefined
  /** Where an indicator's figures lie among the wide arrays. */
  readonly slotOf: (code: string) => Slot
  /** The codes of a block, by place. */
  readonly codesIn: (block: string) => readonly string[]
  /** @throws Refusal `catalogue.report_type_not_found` */
  readonly getReportType: (code: string) => ReportType
  /** @throws Refusal `catalogue.indicator_not_found` */
  readonly getIndicator: (code: string) => Indicator
}

const refuse = (problem: CatalogueRefusal): never => {
  throw new Refusal(problem)
}

const sheet = (file: string, documents: readonly CatalogueDocument[]): SheetRows => ({
  file,
  rows: documents.map((document) => document.body as Record<string, string>),
})

function lawOf(parameters: readonly LawParameter[], bodies: readonly Holidays[], disclosure: DisclosureRules): Law {
  const days = bodies.flatMap((body) => body.days)
  const of = (kind: string): Set<CalendarDate> =>
    new Set(days.filter((day) => day.kind === kind).map((day) => calendarDate(day.day)))
  return {
    parameters,
    calendar: { off: of('off'), makeUp: of('make-up') },
    holidayNames: new Map(days.map((day) => [day.day, day.name])),
    disclosure: disclosure.items,
  }
}

/** The catalogue from its documents; problems here mean that the database was changed by hand. */
export function viewOf(
  documents: readonly CatalogueDocument[],
  periods: readonly StoredPeriod[],
  slots: ReadonlyMap<string, number>,
): CatalogueView {
  const of = (kind: DocumentKind): readonly CatalogueDocument[] =>
    documents.filter((document) => document.kind === kind)
  const bodies = <T>(kind: DocumentKind): readonly T[] => of(kind).map((document) => document.body as T)
  const read = parseCatalogue({
    groups: sheet('groups', of('group')),
    indicators: sheet('indicators', of('indicator')),
    checks: sheet('checks', of('check')),
  })
  if (!read.ok)
    return refuse({ code: 'catalogue.import_refused', count: read.problem.length, cells: read.problem.slice(0, 100) })
  const catalogue = read.value
  const places = new Map<string, Slot>()
  const blocks = new Map<string, string[]>()
  for (const [code, slot] of slots) {
    const block = `B${Math.floor(slot / BLOCK_SIZE)}`
    places.set(code, { block, at: slot % BLOCK_SIZE })
    const codes = blocks.get(block) ?? []
    codes[slot % BLOCK_SIZE] = code
    blocks.set(block, codes)
  }
  const reportTypes = bodies<ReportType>('report-type')
  const dimensions = bodies<Dimension>('dimension')
  const disclosure = bodies<DisclosureRules>('disclosure')[0] ?? { forms: [], items: [] }
  const law = lawOf(bodies<readonly LawParameter[]>('parameter').flat(), bodies<Holidays>('holidays'), disclosure)
  const byId = new Map(periods.map((period) => [period.id as string, period]))
  return {
    catalogue,
    reportTypes,
    regimes: bodies<Regime>('regime'),
    parameters: law.parameters,
    workCalendar: law.calendar,
    holidayNames: law.holidayNames,
    law,
    disclosure,
    scoringSheets: bodies<readonly ScoringSheet[]>('scoring-sheet').flat(),
    awardLaw: bodies<AwardLaw>('eligibility')[0] ?? NO_AWARD_LAW,
    formatProfiles: bodies('format-profiles')[0],
    certificateLayouts: bodies<{ readonly layouts: readonly unknown[] }>('certificate-layouts').flatMap(
      ({ layouts }) => layouts,
    ),
    readingHints: bodies('reading-hints')[0],
    annexes: bodies('annexes')[0],
    issuers: bodies<readonly Issuer[]>('issuers').flat(),
    dimensionOf: (code) => dimensions.find((dimension) => dimension.indicators.includes(code)),
    periods,
    periodOf: (id) => byId.get(id),
    slotOf: (code) => places.get(code) ?? refuse({ code: 'catalogue.indicator_not_found', indicator: code }),
    codesIn: (block) => blocks.get(block) ?? [],
    getReportType: (code) =>
      reportTypes.find((type) => type.code === code) ?? refuse({ code: 'catalogue.report_type_not_found', type: code }),
    getIndicator: (code) =>
      catalogue.byCode.get(code) ?? refuse({ code: 'catalogue.indicator_not_found', indicator: code }),
  }
}

export const openCatalogue = async (db: Db): Promise<CatalogueView> =>
  viewOf(await listDocuments(db), await listPeriods(db), await listSlots(db))

/** Figures of one unit and period: block → wide array, the way they are stored. */
export type Wide = ReadonlyMap<string, readonly (number | null)[]>

export function toValues(view: CatalogueView, wide: Wide): Values {
  const values: Record<string, number | null> = {}
  for (const [block, cells] of wide) {
    for (const [at, code] of view.codesIn(block).entries()) values[code] = cells[at] ?? null
  }
  return values
}

/** Puts figures over a wide array; cells that are not named keep what they held. */
export function mergeWide(view: CatalogueView, held: Wide, changes: Values): Map<string, (number | null)[]> {
  const merged = new Map<string, (number | null)[]>()
  for (const [code, value] of Object.entries(changes)) {
    const { block, at } = view.slotOf(code)
    const cells =
      merged.get(block) ??
      Array.from({ length: view.codesIn(block).length }, (_, each) => held.get(block)?.[each] ?? null)
    cells[at] = value
    merged.set(block, cells)
  }
  return merged
}
