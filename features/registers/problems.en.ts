// Sentences of refusal, registers.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { EntryProblem } from './problems.ts'

export const sentences = {
  'entry.not_found': () => 'There is no such entry, or it belongs to another unit.',
  'entry.stale': (p) =>
    `${p.by} has just changed this entry (revision ${p.rev}). Reload, compare, and go on; what you typed is still on the screen.`,
  'entry.voided_already': () => 'This entry has been struck out and can no longer be changed.',
  'entry.in_future': (p) => `${p.day} has not come yet. A register records what has happened.`,
  'entry.wrong_fields': (p) => `${p.issues.length} fields are not right. ${p.issues[0]?.says[1] ?? ''}`.trim(),
  'entry.step_not_yours': (p) => `The step "${p.step}" is taken by another unit or position.`,
  'entry.step_not_last': () => 'Only the last step can be taken back. Reload to see the last step.',
  'entry.personal_data': (p) =>
    `The field "${p.field}" holds a ${p.kind === 'phone' ? 'telephone number' : 'number of an identity paper'}. Take it out; personal data stay in the paper log.`,
  'entry.step_not_next': () => 'This step cannot follow the one before. Choose one from the list.',
  'entry.step_before': (p) => `The new step is dated ${p.day}, before the last one of ${p.last}. Check the day.`,
} satisfies Sentences<EntryProblem>
