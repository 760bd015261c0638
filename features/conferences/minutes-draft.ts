// What was said and concluded, as it is typed. Pure.
import { issueSentence } from '@kheo/kit/issue.ts'
import { clockOf, countOf, type Errors } from './plan-draft.ts'
import { MinutesGiven } from './plan-shapes.ts'
import type { WrittenMinutes } from './schema.ts'

type Keyed = { readonly key: string }
export type RemarkLine = Keyed & { readonly post: string; readonly body: string; readonly words: string }
export type ConclusionLine = Keyed & {
  readonly content: string
  readonly lead: string
  readonly helpers: string
  readonly dueOn: string
  readonly product: string
}
export type MinutesDraft = {
  readonly endedAt: string
  readonly agreed: string
  readonly against: string
  readonly abstained: string
  readonly remarks: readonly RemarkLine[]
  readonly conclusions: readonly ConclusionLine[]
}

const textOf = (count: number | undefined): string => (count === undefined ? '' : String(count))

export const minutesDraftOf = ({ endedAt, votes, remarks, conclusions }: WrittenMinutes): MinutesDraft => ({
  endedAt,
  agreed: textOf(votes?.agreed),
  against: textOf(votes?.against),
  abstained: textOf(votes?.abstained),
  remarks: remarks.map((remark, at) => ({ ...remark, key: String(at) })),
  conclusions: conclusions.map(({ content, lead, helpers, dueOn, product }, at) => ({
    key: String(at),
    content,
    lead,
    helpers,
    dueOn: dueOn ?? '',
    product,
  })),
})

const BOX_OF: Readonly<Record<string, string>> = {
  'votes.agreed': 'agreed',
  'votes.against': 'against',
  'votes.abstained': 'abstained',
}

/** Minutes as the server takes them, or what is wrong with which box. No votes are given when all three boxes are empty. */
export function readMinutes(
  draft: MinutesDraft,
  language: 'vi' | 'en',
): { readonly ok: true; readonly minutes: MinutesGiven } | { readonly ok: false; readonly errors: Errors } {
  const votes = [draft.agreed, draft.against, draft.abstained]
  const read = MinutesGiven.safeParse({
    endedAt: draft.endedAt.trim() === '' ? '' : clockOf(draft.endedAt),
    votes: votes.every((text) => text.trim() === '')
      ? null
      : {
          agreed: countOf(draft.agreed),
          against: countOf(draft.against.trim() || '0'),
          abstained: countOf(draft.abstained.trim() || '0'),
        },
    remarks: draft.remarks,
    conclusions: draft.conclusions.map((line) => ({ ...line, dueOn: line.dueOn === '' ? null : line.dueOn })),
  })
  if (read.success) return { ok: true, minutes: read.data }
  const told = read.error.issues.map((issue) => {
    const path = issue.path.join('.')
    return [BOX_OF[path] ?? path, issueSentence(issue, language)] as const
  })
  return { ok: false, errors: Object.fromEntries(told.toReversed()) }
}
