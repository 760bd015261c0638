// Sentences of refusal in English, reading of old reports.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { OwnProblem } from './problems.ts'

const STATES: Readonly<Record<string, string>> = {
  queued: 'waits to be read',
  reading: 'is being read',
  read: 'has been read and its figures are not saved',
  failed: 'could not be read',
  saved: 'has its figures saved',
  discarded: 'has been discarded',
}

export const sentences = {
  'reading.not_found': () => 'There is no such document, or it belongs to another unit.',
  'reading.added_already': (p) => `This file is in the list already, as “${p.name}”.`,
  'reading.too_many_in_batch': (p) => `At most ${p.most} files can be added at a time. Please add them in parts.`,
  'reading.too_many_waiting': (p) =>
    `${p.most} files of the unit wait to be read. Please add more when they have been read.`,
  'reading.text_too_long': (p) =>
    `The text is longer than ${p.most} letters and was not read. Please divide it into single reports.`,
  'reading.gave_up': () =>
    'Reading was tried several times and did not finish. Please save the file anew (.docx or .pdf) and add it again.',
  'reading.state_locked': (p) => `The document ${STATES[p.state] ?? p.state}; this cannot be done now.`,
  'reading.stale': () => 'Somebody else has worked on the document. Please look at it again and repeat.',
  'reading.decided_conflict': (p) =>
    `${p.by} has just decided “${p.cells.join('”, “')}”. Please look again and decide if needed.`,
  'reading.mark_not_found': (p) => `The text has no figure “${p.key}”. Please load the page again.`,
  'reading.indicator_missing': (p) => `No indicator is chosen for “${p.text}”. Please choose one, then confirm.`,
  'reading.unit_out_of_reach': (p) =>
    `The books of ${p.unit} are not kept by your unit. Figures can be taken in for the unit itself and for those merged into it.`,
  'reading.not_placed': () => 'Unit and period of the figures are not known yet. Please choose both, then save.',
  'reading.nothing_confirmed': () => 'No figure is confirmed. Please confirm at least one, then save.',
  'reading.two_values': (p) =>
    `Indicator ${p.cell} is confirmed with ${p.values.length} different values: ${p.values.join('; ')}. Please keep one.`,
  'reading.undo_first': () => 'Figures of this document are saved. Please undo the save before discarding it.',
} satisfies Sentences<OwnProblem>
