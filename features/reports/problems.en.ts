// Sentences of refusal, reports.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { ReportProblem } from './problems.ts'

export const sentences = {
  'report.not_allowed': (p) => `Your position may not take the step "${p.step}" on this report.`,
  'report.already_submitted': () =>
    'The report has been submitted. To change it, withdraw it, or wait until it is returned.',
  'report.already_approved': () => 'The report has been approved already.',
  'report.returned': () => 'The report was returned. Correct it and resubmit.',
  'report.not_submitted': (p) => `The report is ${p.state}; there is nothing to review.`,
  'report.not_returned': (p) => `The report is ${p.state}; it need not be resubmitted.`,
  'report.not_approved': (p) => `The report is ${p.state}. Only an approved report can be issued or reopened.`,
  'report.locked': (p) =>
    `The report is ${p.state}, so its figures are locked. Ask the level above to return or reopen it.`,
  'report.period_closed': () => 'The period is closed. Ask the level above to open it, or record in the next one.',
  'report.reason_required': () => 'This step needs a reason.',
  'report.checks_failed': (p) => `Checks ${p.checks.join(', ')} still fail. Mend the figures, then submit.`,
  'report.checks_say': (p) =>
    `It cannot be submitted yet: ${p.sentences.slice(0, 5).join(' ')}${p.sentences.length > 5 ? ` And ${p.sentences.length - 5} more.` : ''}`,
  'report.missing_units_unnamed': (p) =>
    `${p.units.length} units have not reported: ${p.units.slice(0, 10).join(', ')}. Confirm that it is to be approved without them.`,
  'report.number_required': () => 'Issuing needs the document number.',
  'report.date_invalid': (p) => `"${p.date}" is not a day of the calendar.`,
  'report.not_found': () => 'There is no such report yet.',
  'report.kind_not_in_type': (p) => `${p.type} is not made for ${p.period}. Choose another period.`,
  'report.differs_from_approved': (p) =>
    `Figures differ from an approved report of the same period: ${p.cells
      .slice(0, 10)
      .map((cell) => `${cell.code} ${cell.before} → ${cell.after ?? 'not reported'}`)
      .join('; ')}. Give a reason with the submission.`,
  'report.token_unknown': (p) => `The figure token "{{${p.token}}}" is not in the catalogue.`,
  'report.not_submitted_yet': () => 'The report has never been submitted.',
} satisfies Sentences<ReportProblem>
