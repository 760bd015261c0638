// Decisions of the reports' room that need no database. Pure.
import type { Catalogue } from '@kheo/core/indicator/catalogue.ts'
import { valueOf, type Indicator, type Values } from '@kheo/core/indicator/model.ts'
import { renderSentence, type RenderedSentence } from '@kheo/core/indicator/narrative.ts'
import type { Approval, ReportType } from '@kheo/core/indicator/report-type.ts'
import { decimalsOf } from '@kheo/core/text/decimal.ts'
import { formatCount, formatNumber } from '@kheo/core/text/number-style.ts'
import type { ReportStep, StepKind } from '@kheo/core/workflow/report-steps.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import { positionFor } from '@kheo/kit/actor.ts'
import type { Role } from '@kheo/kit/endpoint.ts'
import type { FigureProblem } from '../figures/index.ts'
import type { StoredStep } from './queries.ts'
import type { PrintRun, PrintSection } from './snapshot.ts'

/** Stored rows as the steps that the fold reads. */
export const toSteps = (rows: readonly StoredStep[]): ReportStep[] =>
  rows.map((row): ReportStep => {
    const signed = { by: row.actor, at: row.at.toISOString() }
    const reason = row.body.reason ?? ''
    switch (row.kind) {
      case 'submitted':
      case 'resubmitted':
        return { ...signed, kind: row.kind }
      case 'returned':
        return { ...signed, kind: 'returned', reason, cells: row.body.cells ?? [] }
      case 'withdrawn':
      case 'reopened':
        return { ...signed, kind: row.kind, reason }
      case 'approved':
        return { ...signed, kind: 'approved', missingUnits: row.body.missingUnits ?? [] }
      case 'issued':
        return { ...signed, kind: 'issued', number: row.body.number ?? '', date: row.body.date ?? '' }
    }
  })

/** Who approves at a level; the centre and anything else approves its own. */
export function approvalOf(type: ReportType, level: string | undefined): Approval {
  return level === 'commune' || level === 'district' || level === 'province' ? type.approval[level] : 'own'
}

const SENDERS: readonly Role[] = ['compiler', 'consolidator', 'approver']
const REVIEWERS: readonly Role[] = ['approver', 'consolidator']

/** The steps an actor may take on a unit's report, before its state is looked at. */
export function stepsAllowed(actor: Actor, unit: string, path: string, approval: Approval): ReadonlySet<StepKind> {
  const own = { ...actor, positions: actor.positions.filter((position) => position.unitId === unit) }
  const above = { ...actor, positions: actor.positions.filter((position) => position.unitId !== unit) }
  const allowed = new Set<StepKind>()
  if (positionFor(own, path, SENDERS) !== undefined)
    for (const kind of ['submitted', 'resubmitted', 'withdrawn', 'issued'] as const) allowed.add(kind)
  const reviewer = approval === 'parent' ? positionFor(above, path, REVIEWERS) : positionFor(own, path, ['approver'])
  if (reviewer !== undefined) for (const kind of ['returned', 'approved', 'reopened'] as const) allowed.add(kind)
  return allowed
}

/** A figure in house style: counts with two digits, amounts with the indicator's decimals; a dash when not reported. */
export function writtenFigure(indicator: Indicator | undefined, value: number | null): string {
  if (value === null) return '—'
  if (indicator === undefined) return formatNumber(value)
  const unit = indicator.unit === '%' ? '%' : undefined
  if (indicator.decimals === 0) return formatCount(value, unit)
  return formatNumber(value, {
    decimals: Math.min(indicator.decimals, Math.max(decimalsOf(value), 0)),
    ...(unit === undefined ? {} : { unit }),
  })
}

/** What may be typed: not what registers count or formulas give, and with no more decimals than the indicator has. */
export function refuseTyped(catalogue: Catalogue, cells: Values, counted: ReadonlySet<string>): FigureProblem | null {
  const codes = Object.keys(cells)
  const derived = codes.filter((code) => isDerived(catalogue.byCode.get(code)))
  if (derived.length > 0) return { code: 'figure.derived', cells: derived }
  const fromRegister = codes.filter((code) => counted.has(code))
  if (fromRegister.length > 0) return { code: 'figure.counted_by_register', cells: fromRegister }
  for (const code of codes) {
    const decimals = catalogue.byCode.get(code)?.decimals ?? 0
    const value = valueOf(cells, code)
    if (value !== null && (value < 0 || decimalsOf(value) > decimals))
      return { code: 'figure.not_whole', cell: code, decimals }
  }
  return null
}

export const isDerived = (indicator: Indicator | undefined): boolean =>
  indicator?.tree.kind === 'ratio' || (indicator?.tree.kind === 'units' && indicator.tree.condition !== null)

export type Told = {
  readonly catalogue: Catalogue
  readonly values: Values
  readonly lastYear: Values
  readonly previous: Values
}

const runsOf = (sentence: RenderedSentence): PrintRun[] => {
  const runs: PrintRun[] = []
  let read = 0
  for (const token of sentence.tokens) {
    if (token.from > read) runs.push({ text: sentence.text.slice(read, token.from), code: null })
    runs.push({ text: sentence.text.slice(token.from, token.to), code: token.code })
    read = token.to
  }
  if (read < sentence.text.length) runs.push({ text: sentence.text.slice(read), code: null })
  return runs
}

/** Sentences with their live figures; one whose figure is unknown is left out, a section with none says so by being empty. */
export function tellSection(heading: string, sentences: readonly string[], told: Told): PrintSection {
  const runs = sentences.flatMap((sentence): PrintRun[][] => {
    const rendered = renderSentence(sentence, told)
    return rendered === null ? [] : [runsOf(rendered)]
  })
  // One paragraph a section: the sentences stand one after the other, as offices write.
  const joined = runs.flatMap((each, at) => (at === 0 ? each : [{ text: ' ', code: null }, ...each]))
  return { heading, paragraphs: joined.length === 0 ? [] : [joined] }
}

/** The wording of a section as it is edited: one sentence a line. */
export const wordingOf = (sentences: readonly string[]): string => sentences.join('\n')
export const sentencesOf = (wording: string): string[] =>
  wording
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
