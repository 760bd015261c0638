// Refusals in English, attached files.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { FileProblem } from './problems.ts'

export const sentences = {
  'access.file_withheld': () =>
    'Files of this register are for the unit that keeps it. Ask the unit when they are needed.',
  'file.not_found': () => 'There is no such file, or it was taken off or belongs to another unit.',
  'file.kind_unknown': (p) =>
    `What is in “${p.name}” is no picture (JPEG, PNG, WebP), PDF, Word (.docx) or Excel (.xlsx), whatever its name says. Save it as one of these and attach it again.`,
  'file.unsound': (p) =>
    `The file “${p.name}” is damaged, cut short, locked by a password, or holds foreign parts. Open it, save it anew and attach that.`,
  'file.macros': (p) => `The file “${p.name}” carries a program (macro). Save it as plain .docx or .xlsx, or as PDF.`,
  'file.too_many': (p) => `An entry carries ${p.most} files at the most. Take some off or join them.`,
  'file.attached_already': (p) => `This file is attached to this entry already, as “${p.name}”.`,
  'file.removed_already': (p) => `The file “${p.name}” has been taken off before.`,
  'file.lost': (p) =>
    `The file “${p.name}” is no longer whole in the store. Ask the administrator to restore it from a backup, or take it off and attach it again.`,
} satisfies Sentences<FileProblem>
