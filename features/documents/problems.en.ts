// Refusals about papers, in English.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { DocumentProblem } from './problems.ts'

const day = (text: string): string => viDate(calendarDate(text))

export const sentences = {
  'document.not_found': () => 'There is no such document, or it belongs to another unit.',
  'document.issued_already': (p) =>
    `This document has been issued (No. ${p.number}), so its content can no longer change. To mend it, cancel it and draft a new one.`,
  'document.cancelled_already': () => 'This document was cancelled before.',
  'document.not_issued': () => 'The document has not been issued. Issue it first, with its number and day.',
  'document.stale': () => 'Somebody changed the draft after you opened it. Load the page again, then go on.',
  'document.not_editable': () => 'The content of this document is made elsewhere in the system. Change it there.',
  'document.no_profile': (p) => `No format profile is in force on ${day(p.day)}. Ask the administrator to add one.`,
  'document.no_issuer': (p) =>
    `No issuer of such documents is declared for ${p.unit}. Choose another family of documents, or ask the administrator to add it.`,
  'document.kind_unknown': (p) => `The format in force has no kind of document “${p.kind}”.`,
  'document.unfit': (p) =>
    `The document lacks components of its format: ${p.missing.join(', ')}. Add them and try again.`,
  'document.number_taken': (p) =>
    `Number ${p.number} is another document’s in this year. The next free number is ${p.next}.`,
  'document.series_only_upwards': (p) =>
    `Numbers up to ${p.last} are in use; the series can only start from ${p.last} upwards.`,
  'document.day_ahead': () => 'The day on the document has not come. Choose today or a day before.',
  'document.day_before_last': (p) =>
    `Number ${p.number} is dated ${day(p.day)}; numbers follow the order of time, so this document cannot have an earlier day. Choose ${day(p.day)} or later, or enter the number it got in the paper book.`,
  'document.received_before_written': (p) =>
    `The day of arrival ${day(p.received)} is before the day on the document ${day(p.written)}. Check both days.`,
  'document.block_not_text': () =>
    'Only paragraphs, headings and list items can be changed; tables come from the registers.',
  'document.not_incoming': () => 'This is for incoming documents only.',
  'document.done_already': () => 'This incoming document has been dealt with.',
  'document.file_kind': (p) =>
    `The file “${p.name}” is not a sound PDF or image (JPEG, PNG, WebP). Scan it again as PDF and attach it.`,
  'document.file_not_found': () => 'The document has no such file.',
  'document.file_lost': (p) =>
    `The file “${p.name}” is no longer whole in the store. Ask the administrator to restore it from a backup.`,
} satisfies Sentences<DocumentProblem>
