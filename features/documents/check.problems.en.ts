// Refusals of the format checker, in English.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { CheckRefusal } from './check.problems.ts'

export const sentences = {
  'paper.empty_file': () => 'The file is empty. Choose the file again.',
  'paper.not_a_docx': () =>
    'This is not a Word paper (.docx). Open it in Word, save it as “Word Document (.docx)” and send it again.',
  'paper.old_word': () => 'The file is of an old Word (.doc). Save it as “Word Document (.docx)” and send it again.',
  'paper.password_protected': () =>
    'The file has a password and cannot be read. Take the password off, save it and send it again.',
  'paper.macros': () =>
    'The file carries a program (macro) and is not taken. Save it as a plain .docx and send it again.',
  'paper.broken': () => 'The file is damaged or was not sent whole. Open it in Word, save it anew and send it again.',
  'paper.unsafe_xml': () =>
    'The file has parts that no word processor writes and is not taken. Copy its content into a new paper and send that.',
  'paper.too_large': () =>
    'The paper is too long, or swells when opened. Put annexes into a file of their own, make pictures smaller and send it again.',
  'paper.profile_not_found': (p) =>
    `There is no format “${p.profile}”. Choose one from the list, or let the system find it.`,
  'paper.file_not_found': (p) => `The file “${p.file}” cannot be opened. Look at its path again.`,
} satisfies Sentences<CheckRefusal>
