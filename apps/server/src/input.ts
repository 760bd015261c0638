// What a person sent that does not have the right shape: every field at once, in short sentences.
import { issueSentence } from '@kheo/kit/issue.ts'
import type { Language } from '@kheo/kit/problem.ts'
import type { z } from 'zod'

export type InputProblem = {
  readonly code: 'input.invalid'
  readonly message: string
  readonly issues: readonly { readonly path: string; readonly message: string }[]
}

export function inputProblem(error: z.ZodError, language: Language): InputProblem {
  const issues = error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issueSentence(issue, language),
  }))
  const first = issues[0]
  const where =
    first === undefined || first.path === ''
      ? ''
      : language === 'vi'
        ? ` Ô “${first.path}”: ${first.message}`
        : ` "${first.path}": ${first.message}`
  return {
    code: 'input.invalid',
    message: `${language === 'vi' ? `Có ${issues.length} ô chưa đúng.` : `${issues.length} fields are not right.`}${where}`,
    issues,
  }
}
