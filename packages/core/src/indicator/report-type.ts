// Report types: which figures and sentences make a report, and the eleven attributes that the state rule asks for. Data, checked here.

import { parseDate } from '../calendar.ts'
import type { PeriodKind } from '../period/model.ts'
import type { Catalogue } from './catalogue.ts'
import { checkSentence, type NarrativeProblem } from './narrative.ts'

/** The eleven elements of a periodic report regime (Nghị định 09/2019/NĐ-CP), Vietnamese text as printed. */
export type ReportAttributes = {
  readonly name: string
  readonly content: string
  readonly sender: string
  readonly receiver: string
  readonly method: string
  readonly deadline: string
  readonly cutoff: string
  readonly frequency: string
  readonly outline: string
  readonly form: string
  readonly guidance: string
}

/** Who approves a report of that level: the unit above, or the unit itself. */
export type Approval = 'parent' | 'own'

export type ReportSection = { readonly title: string; readonly indicators: readonly string[] }
/** Each sentence stands alone, so that one with an unknown figure can be left out. */
export type NarrativeSection = { readonly heading: string; readonly sentences: readonly string[] }

/** Loại báo cáo. */
export type ReportType = {
  readonly code: string
  readonly title: string
  readonly regime: string
  readonly kinds: readonly PeriodKind[]
  readonly attributes: ReportAttributes
  readonly sections: readonly ReportSection[]
  readonly narrative: readonly NarrativeSection[]
  readonly approval: { readonly commune: Approval; readonly district: Approval; readonly province: Approval }
  readonly validFrom: string
}

export type ReportTypeProblem =
  | { readonly code: 'report_type.unknown_indicator'; readonly section: string; readonly indicator: string }
  | { readonly code: 'report_type.repeated_indicator'; readonly section: string; readonly indicator: string }
  | { readonly code: 'report_type.unknown_regime'; readonly regime: string }
  | { readonly code: 'report_type.bad_date'; readonly value: string }
  | {
      readonly code: 'report_type.sentence'
      readonly heading: string
      readonly sentence: string
      readonly problem: NarrativeProblem
    }
  | { readonly code: 'report_type.empty_attribute'; readonly attribute: string }

/** Every problem of a report type against the catalogue and the known regimes. */
export function checkReportType(
  type: ReportType,
  catalogue: Catalogue,
  regimes: ReadonlySet<string>,
): readonly ReportTypeProblem[] {
  return [...headProblems(type, regimes), ...sectionProblems(type, catalogue), ...narrativeProblems(type, catalogue)]
}

function headProblems(type: ReportType, regimes: ReadonlySet<string>): readonly ReportTypeProblem[] {
  const empty = Object.entries(type.attributes).filter(([, text]) => text.trim() === '')
  return [
    ...empty.map(([attribute]) => ({ code: 'report_type.empty_attribute' as const, attribute })),
    ...(regimes.has(type.regime) ? [] : [{ code: 'report_type.unknown_regime' as const, regime: type.regime }]),
    ...(parseDate(type.validFrom) === undefined
      ? [{ code: 'report_type.bad_date' as const, value: type.validFrom }]
      : []),
  ]
}

function sectionProblems(type: ReportType, catalogue: Catalogue): readonly ReportTypeProblem[] {
  const seen = new Set<string>()
  return type.sections.flatMap(({ title, indicators }) =>
    indicators.flatMap((indicator): readonly ReportTypeProblem[] => {
      if (!catalogue.byCode.has(indicator))
        return [{ code: 'report_type.unknown_indicator', section: title, indicator }]
      if (seen.has(indicator)) return [{ code: 'report_type.repeated_indicator', section: title, indicator }]
      seen.add(indicator)
      return []
    }),
  )
}

const narrativeProblems = (type: ReportType, catalogue: Catalogue): readonly ReportTypeProblem[] =>
  type.narrative.flatMap(({ heading, sentences }) =>
    sentences.flatMap((sentence) =>
      checkSentence(sentence, catalogue).map((problem) => ({
        code: 'report_type.sentence' as const,
        heading,
        sentence,
        problem,
      })),
    ),
  )

/** The codes a report of this type carries, in the order of its sections. */
export const indicatorsOf = (type: ReportType): readonly string[] =>
  type.sections.flatMap((section) => section.indicators)
