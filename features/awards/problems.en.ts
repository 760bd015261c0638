// Sentences of refusal, commendation.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { AwardProblem } from './problems.ts'

const NEEDED: Readonly<Record<string, string>> = {
  'to-trinh': 'The proposal needs a nomination in the round. Put one in first.',
  'bien-ban-xet': 'The minutes need the council’s votes on a nomination. Record the votes first.',
  'quyet-dinh':
    'The decision needs a nomination with enough votes of the council that this office may decide. Look at the list again.',
  'danh-sach-trao': 'The list for presenting needs an award that was decided. Record the decision first.',
}

const FIELDS: Readonly<Record<string, string>> = {
  recipient: 'name of the winner',
  post: 'post',
  body: 'unit',
  achievement: 'achievement',
  form: 'form',
  decision: 'number of the decision',
  place_date: 'place and day',
  authority: 'authority',
  signer_post: 'post of the signer',
  signer_name: 'name of the signer',
  book_no: 'number in the book',
}
const FAULTS: Readonly<Record<string, string>> = {
  off_the_paper: 'lies off the paper',
  sizes_reversed: 'has a least size above its size',
}
const field = (code: string): string => FIELDS[code] ?? code
const others = (count: number): string => (count > 1 ? ` There are ${count - 1} more.` : '')

export const sentences = {
  'award.round_not_found': () => 'There is no such round, or it was dropped. Choose one from the list.',
  'award.round_stale': (p) => `${p.by} has just changed this round (revision ${p.rev}). Load the page again.`,
  'award.round_in_use': (p) => `The round holds ${p.count} nominations and cannot be dropped. Take them out first.`,
  'award.not_in_round': (p) =>
    `${p.name === '' ? 'A nomination' : `The nomination “${p.name}”`} is not in this round. Load the page again.`,
  'award.in_a_round_already': () => 'A nomination stands in another round already. Load the list again.',
  'award.not_open': (p) => `The nomination “${p.name}” is not at a step that allows this. Load the page again.`,
  'award.round_full': (p) => `A round holds at most ${p.most} nominations. Open another one.`,
  'award.finding_stops': (p) =>
    `${p.count === 1 ? 'One point is' : `${p.count} points are`} not settled, so no step was recorded. The first: ${p.says[1]}`,
  'award.finding_gone': () => 'This warning stands no more, or its facts have changed. Load the page again.',
  'award.finding_blocks': (p) => `This has to be mended; a reason does not lift it: ${p.says[1]}`,
  'award.votes_beyond': (p) =>
    `“${p.name}” has ${p.votes} votes, more than the ${p.members} members of the council. Check them.`,
  'award.present_beyond': (p) =>
    `${p.present} were present, more than the ${p.members} members of the council. Check the numbers.`,
  'award.decision_missing': () =>
    'There is no number and day of a decision. Issue the decision of the round, or write those of the decision from above.',
  'award.not_own_level': (p) =>
    `“${p.name}” is decided at another level, not by the decision of this office. Leave it out, and record that level’s number and day apart.`,
  'award.nothing_to_write': (p) => NEEDED[p.role] ?? 'There is not enough yet to write this paper.',
  'award.wrong_nomination': (p) => `Line ${p.line}: ${p.en}`,
  'award.layout_not_found': () => 'There is no such certificate blank. Choose one from the list.',
  'award.layout_stale': (p) => `Somebody has just saved this blank as version ${p.version}. Load the page again.`,
  'award.layout_wrong': (p) =>
    `The line “${field(p.field)}” ${FAULTS[p.fault] ?? 'has measures that cannot be used'}. Mend it and save.`,
  'award.nothing_to_print': () =>
    'There is no certificate to print on this blank. Record the decision first, or choose a blank for these winners.',
  'award.certificate_too_long': (p) =>
    `The certificate of “${p.name}”: ${field(p.field)} does not fit the blank even at the least size. Shorten it, or widen its place.${others(p.count)}`,
  'award.certificate_letters': (p) =>
    `The certificate of “${p.name}”: ${field(p.field)} holds letters that cannot be printed: ${p.letters}. Mend it in the register.${others(p.count)}`,
} satisfies Sentences<AwardProblem>
