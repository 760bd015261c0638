// Sentences of refusal, accounts and positions.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { AccessProblem } from './problems.ts'

export const sentences = {
  'access.sign_in_required': () => 'The session has ended, or nobody has signed in. Sign in.',
  'access.outside_your_units': (p) =>
    `${p.unit} is outside this account's units. Choose another unit, or ask an administrator.`,
  'access.role_missing': (p) =>
    `At ${p.unit} this needs the role ${p.roles.join(' or ')}. Ask the unit's administrator.`,
  'access.cross_site': () => 'The request came from another site and was refused. Open Khéo again and repeat.',
  'people.position_not_found': () => 'There is no such position, or it has ended.',
  'people.password_needed': (p) =>
    `There is no account "${p.username}". Give a password of at least 10 characters to make it.`,
  'people.duplicate_position': (p) =>
    `The account already holds the position "${p.title}" at this unit. End the old one first.`,
  'people.end_before_start': (p) => `The position begins on ${p.from}; its last day must be later.`,
  'people.administrator_exists': () => 'There is an administrator already. Ask them to give the rights.',
  'people.too_many_views': (p) => `A register keeps ${p.most} sets of filters. Delete an old one and save again.`,
  'people.view_holds_personal_number': (p) =>
    `The filters "${p.name}" hold an identity or phone number. Take it out and save again.`,
} satisfies Sentences<AccessProblem>
