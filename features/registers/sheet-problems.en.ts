// Sentences of refusal, sheets of registers.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { SheetRefusal } from './sheet-problems.ts'

const sheet = (name: string): string => (name === '' ? 'What was given' : `The sheet “${name}”`)
const list = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')

export const sentences = {
  'sheet.empty_file': () => 'The file is empty. Choose another one.',
  'sheet.not_a_workbook': () => 'This file is no Excel workbook. Use the register’s .xlsx template.',
  'sheet.old_workbook': () =>
    'The file is of an old Excel (.xls). Open it, save it as “Excel Workbook (.xlsx)” and send that.',
  'sheet.password_protected': () =>
    'The file is locked by a password and cannot be read. Remove the password, save and send again.',
  'sheet.web_page': () =>
    'The file is a web page or XML that was renamed. Open it in Excel, save it as “Excel Workbook (.xlsx)” and send that.',
  'sheet.text_file': () =>
    'The file is plain text, not an .xlsx workbook. Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
  'sheet.not_unicode': () =>
    'The text of the file is not Unicode, and its tones may be lost. Save it as “CSV UTF-8” or .xlsx and send that.',
  'sheet.broken': () =>
    'The workbook is damaged or parts of it are missing. Open it in Excel, save it and send it again.',
  'sheet.unsafe_xml': () =>
    'The file holds a part that no Excel writes, and is not taken. Copy its rows into the register’s template.',
  'sheet.too_many_parts': (p) =>
    `The file has too many sheets or parts (over ${p.most}). Keep only the sheet to import.`,
  'sheet.too_large_unpacked': (p) =>
    `The file unpacks to too much (over ${p.mostMegabytes} MB, or out of all proportion). Delete empty rows, columns and pictures, or split it.`,
  'sheet.too_many_rows': (p) => `${sheet(p.sheet)} has too many rows (over ${p.most}). Split it into several files.`,
  'sheet.too_many_columns': (p) =>
    `${sheet(p.sheet)} has too many columns (over ${p.most}). Delete the spare ones on the right.`,
  'sheet.of_another_register': (p) =>
    `This file belongs to “${p.found}”, and the rows would go to “${p.wanted[1]}”. Choose the right register or the right file.`,
  'sheet.no_heads': (p) =>
    `There is no row of heads of “${p.wanted[1]}”. Use the template; paste rows together with their heads.`,
  'sheet.missing_heads': (p) =>
    `${sheet(p.sheet)} lacks columns that must be there: ${list(p.heads)}. Add them, or use the template.`,
  'sheet.duplicate_heads': (p) => `${sheet(p.sheet)} has two columns of one name: ${list(p.heads)}. Keep one of them.`,
  'sheet.merged_cells': (p) =>
    `${sheet(p.sheet)} has merged cells at ${p.ranges.join(', ')}. Unmerge them and fill in every row.`,
  'sheet.too_many_out': (p) => `The list has more than ${p.most} entries. Narrow it by year or unit and export again.`,
} satisfies Sentences<SheetRefusal>
