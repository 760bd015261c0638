// What a commendation must be, as dated data: the rules that nominations are judged by, which form goes to whom, what its file holds, and the legal bases of its papers.

/** How a rule is judged; the numbers it compares with are parameters of the law. */
export const AWARD_RULE_KINDS = [
  'one-form',
  'non-leaders-share',
  'no-counting-up',
  'reviewed',
  'form-fits',
  'money',
  'council',
  'vote-share',
  'late',
  'file-whole',
] as const
export type AwardRuleKind = (typeof AWARD_RULE_KINDS)[number]

type Dated = {
  readonly code: string
  readonly title: string
  /** Days inclusive. */
  readonly valid_from: string
  readonly valid_to?: string
  readonly source: string
  /** False when the text of the law has still to be checked by the office that uses it. */
  readonly verified: boolean
}

export type AwardRule = Dated & {
  readonly kind: AwardRuleKind
  /** `block`: the step may not be taken. `warn`: it may be, with a reason that is kept. */
  readonly effect: 'block' | 'warn'
  /** The step of a nomination before which the rule is judged. */
  readonly before: 'considered' | 'decided'
}

/** Which winners a form is for, and who may decide it; the code is that of the form. */
export type AwardForm = Dated & {
  readonly winners: readonly ('collective' | 'individual')[]
  readonly levels: readonly string[]
}

export type AwardFileItem = Dated & {
  /** One for the whole round, or one for each nomination. */
  readonly of: 'round' | 'nomination'
}

export type AwardBasis = Dated & { readonly family: 'state' | 'party' }

/** All versions; `inForce` picks those of a day. */
export type AwardLaw = {
  readonly rules: readonly AwardRule[]
  readonly forms: readonly AwardForm[]
  readonly file: readonly AwardFileItem[]
  /** In the order in which papers name them. */
  readonly bases: readonly AwardBasis[]
}

export const NO_AWARD_LAW: AwardLaw = { rules: [], forms: [], file: [], bases: [] }
