// Templates of annexes: which sheets a type of report has and how they are laid out. Dated data of the catalogue, checked here.
import { accept, refuse, type Result } from '@kheo/core/result.ts'
import {
  flag,
  isoDay,
  listOf,
  measure,
  oneOf,
  optional,
  shape,
  type ReadValue,
  type ShapeProblem,
  text,
} from './read-shape.ts'

/** Middle level of a head: a name over some of a section's indicators that stand side by side. */
const band = shape({ title: text, indicators: listOf(text) })

/** A column of its own, `part` in a hundred of `whole`, after the column of the indicator `after`. */
const ratio = shape({ title: text, part: text, whole: text, after: text, decimals: measure })

/** Units whose names begin so stand together under a row with their subtotal. */
const unitGroup = shape({ title: text, startsWith: listOf(text) })

const sheet = shape({
  kind: oneOf(['indicators', 'units-as-rows', 'units-as-columns']),
  /** Roman numeral behind "Phụ lục". */
  label: text,
  /** `{reported}` and `{all}` stand for numbers of units. */
  remark: text,
  paper: oneOf(['A3', 'A4']),
  orientation: oneOf(['portrait', 'landscape']),
  freezeColumns: measure,
  repeatColumns: measure,
  /** Codes, or groups by their two letters; all of the report when absent. */
  indicators: optional(listOf(text)),
  /** Columns of figures on one sheet; what is left goes on another sheet. */
  columnsASheet: optional(measure),
  bands: optional(listOf(band)),
  ratios: optional(listOf(ratio)),
  unitGroups: optional(listOf(unitGroup)),
  hasTotal: optional(flag),
})

const template = shape({
  /** Code of a type of report, or `*` for all that have no template of their own. */
  reportType: text,
  validFrom: isoDay,
  validTo: optional(isoDay),
  source: text,
  sheets: listOf(sheet),
})

export type AnnexTemplate = ReadValue<typeof template>
export type AnnexSheet = ReadValue<typeof sheet>
export type AnnexRatio = ReadValue<typeof ratio>

export type AnnexProblem =
  | ShapeProblem
  | { readonly code: 'annex_without_sheets'; readonly reportType: string }
  | { readonly code: 'annex_label_repeated'; readonly reportType: string; readonly label: string }
  | { readonly code: 'annex_no_columns'; readonly reportType: string; readonly label: string }
  | { readonly code: 'annex_unknown_indicator'; readonly reportType: string; readonly indicator: string }
  | { readonly code: 'annex_unknown_report_type'; readonly reportType: string }
  | { readonly code: 'annexes_overlap'; readonly reportType: string; readonly from: string }
  | { readonly code: 'annex_default_missing' }

/** What the names in a template are checked against. */
export type AnnexNames = { readonly indicators: ReadonlySet<string>; readonly reportTypes: ReadonlySet<string> }

const ANY_REPORT = '*'

const namedIn = (one: AnnexSheet): readonly string[] => [
  ...(one.indicators ?? []),
  ...(one.bands ?? []).flatMap(({ indicators }) => indicators),
  ...(one.ratios ?? []).flatMap(({ part, whole, after }) => [part, whole, after]),
]

function faultOf({ reportType, sheets }: AnnexTemplate, names: AnnexNames): AnnexProblem | undefined {
  if (reportType !== ANY_REPORT && !names.reportTypes.has(reportType))
    return { code: 'annex_unknown_report_type', reportType }
  if (sheets.length === 0) return { code: 'annex_without_sheets', reportType }
  const groups = new Set([...names.indicators].map((code) => code.slice(0, 2)))
  const stranger = sheets.flatMap(namedIn).find((code) => !names.indicators.has(code) && !groups.has(code))
  if (stranger !== undefined) return { code: 'annex_unknown_indicator', reportType, indicator: stranger }
  const repeated = sheets.find(({ label }, at) => sheets.slice(0, at).some((other) => other.label === label))
  if (repeated !== undefined) return { code: 'annex_label_repeated', reportType, label: repeated.label }
  const empty = sheets.find(({ kind, columnsASheet }) => kind !== 'indicators' && (columnsASheet ?? 0) < 1)
  return empty === undefined ? undefined : { code: 'annex_no_columns', reportType, label: empty.label }
}

function overlapOf(templates: readonly AnnexTemplate[]): AnnexProblem | undefined {
  const ordered = templates.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  for (const [at, first] of ordered.entries()) {
    const second = ordered.slice(at + 1).find(({ reportType }) => reportType === first.reportType)
    if (second !== undefined && (first.validTo === null || first.validTo >= second.validFrom))
      return { code: 'annexes_overlap', reportType: first.reportType, from: second.validFrom }
  }
  return undefined
}

/** Templates from the parsed JSON of the catalogue, or the first thing that is wrong with them. */
export function parseAnnexes(json: unknown, names?: AnnexNames): Result<readonly AnnexTemplate[], AnnexProblem> {
  const read = listOf(template)(json, '$')
  if (!read.ok) return read
  const templates = read.value
  const fault =
    (names === undefined
      ? undefined
      : templates.map((each) => faultOf(each, names)).find((found) => found !== undefined)) ?? overlapOf(templates)
  if (fault !== undefined) return refuse(fault)
  return templates.some(({ reportType }) => reportType === ANY_REPORT)
    ? accept(templates)
    : refuse({ code: 'annex_default_missing' })
}

/** The template of a type of report on an ISO day: its own, else that of all; undefined when the day lies before both. */
export function annexAt(
  templates: readonly AnnexTemplate[],
  reportType: string,
  day: string,
): AnnexTemplate | undefined {
  const inForce = templates.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
  return (
    inForce.find((each) => each.reportType === reportType) ?? inForce.find((each) => each.reportType === ANY_REPORT)
  )
}
