// Sentences of refusal, units' room.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { ImportLine, OrgProblem } from './problems.ts'

const lineSentence = (line: ImportLine): string =>
  `${line.file}.csv line ${line.line}${line.column === '' ? '' : `, column ${line.column}`}: ${line.code.replace('org.', '').replaceAll('_', ' ')}${line.value === '' ? '' : ` ("${line.value}")`}`

export const sentences = {
  'org.unit_not_found': (p) => `There is no unit "${p.unit}". Choose one from the list.`,
  'org.event_not_found': (p) => `There is no event "${p.event}".`,
  'org.unit_not_alive': (p) =>
    `${p.name} does not exist on ${p.day}. Choose another day, or the unit that succeeded it.`,
  'org.import_refused': (p) =>
    `The unit files have ${p.count} errors; nothing was imported: ${p.lines.slice(0, 20).map(lineSentence).join('; ')}${p.count > 20 ? '; …' : '.'}`,
  'org.invariants_broken': (p) =>
    `The units break ${p.count} rules; nothing was imported: ${p.violations.slice(0, 10).join('; ')}${p.count > 10 ? '; …' : '.'}`,
  'org.file_not_found': (p) => `The file ${p.file} cannot be read. Check the path.`,
} satisfies Sentences<OrgProblem>
