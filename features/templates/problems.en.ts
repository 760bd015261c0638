// Refusals of the room of templates, in English.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { TemplateProblem } from './problems.ts'

const FAULTS = {
  unclosed: 'opens with { and has no }',
  unopened: 'has a } without a { before it',
  loop_unclosed: 'opens a repetition {#…} that no {/…} closes',
  loop_unopened: 'closes a repetition {/…} that no {#…} opens',
  loop_crossed: 'closes another repetition than the one that is open',
  other: 'is not written rightly',
} as const

export const sentences = {
  'merge.not_a_document': () =>
    'This is no whole Word document (.docx). Open it in Word, save it as .docx and send it again.',
  'merge.outside_link': (p) =>
    `The file takes content from elsewhere (${p.target}), which can give away who opens it. Copy the content into the file and send it again.`,
  'merge.program': () =>
    'The file carries a program (a macro or an ActiveX control), so it cannot be a form. Open it in Word, take that out, save it as .docx and send it again.',
  'merge.raw_mark': (p) =>
    `The form uses ${p.mark}, which inserts raw code and is not allowed. Use a plain mark such as {don_vi}.`,
  'merge.broken_mark': (p) => `In the form, “${p.mark}” ${FAULTS[p.fault]}. Mend the file and send it again.`,
  'template.not_found': () => 'This form was not found. It may have been removed; load the list again.',
  'template.removed_already': (p) => `“${p.title}” was removed already.`,
  'template.title_missing': () => 'A form needs a name, so that it can be chosen.',
  'template.source_unknown': (p) => `There is no source “${p.source}”. Choose a report or a register of the list.`,
  'template.no_known_mark': () =>
    'The form has no mark that its source knows. See the list of marks and write them into the file, such as {don_vi}.',
  'template.too_many_rows': (p) =>
    `There are more than ${formatCount(p.most)} rows in this span. Choose a shorter one.`,
  'template.nothing_chosen': (p) =>
    p.about === 'report' ? 'Choose a period.' : 'Choose both days, the first not after the last.',
} satisfies Sentences<TemplateProblem>
