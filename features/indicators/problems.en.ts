// Sentences of refusal, catalogue of indicators.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { CatalogueRefusal } from './problems.ts'

export const sentences = {
  'catalogue.import_refused': (p) =>
    `The catalogue has ${p.count} wrong cells; nothing was imported: ${p.cells
      .slice(0, 20)
      .map((cell) => `${cell.file} line ${cell.line}, column ${cell.column} ("${cell.value}"): ${cell.code}`)
      .join('; ')}.`,
  'catalogue.report_type_refused': (p) =>
    `The report type "${p.type}" has errors: ${p.problems.slice(0, 10).join('; ')}.`,
  'catalogue.hints_refused': (p) =>
    `The words that tell indicators (reading.json) are wrong, nothing was imported: ${p.problem}.`,
  'catalogue.annexes_refused': (p) =>
    `The templates of annexes (annexes.json) are wrong; nothing was imported: ${p.problem}.`,
  'catalogue.indicator_not_found': (p) => `There is no indicator "${p.indicator}" in the catalogue.`,
  'catalogue.report_type_not_found': (p) => `There is no report type "${p.type}". Choose one from the list.`,
} satisfies Sentences<CatalogueRefusal>
