// Refusals about a paper that was handed in to be checked.
import type { CheckProblem } from '@kheo/writer/checker/check.ts'

export type CheckRefusal = CheckProblem | { readonly code: 'paper.file_not_found'; readonly file: string }
