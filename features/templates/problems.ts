// Refusals of the room of templates.
import type { MergeProblem } from '@kheo/writer/merge/merge-docx.ts'

export type TemplateProblem =
  | MergeProblem
  | { readonly code: 'template.not_found' }
  | { readonly code: 'template.removed_already'; readonly title: string }
  | { readonly code: 'template.title_missing' }
  | { readonly code: 'template.source_unknown'; readonly source: string }
  | { readonly code: 'template.no_known_mark' }
  | { readonly code: 'template.too_many_rows'; readonly most: number }
  | { readonly code: 'template.nothing_chosen'; readonly about: 'report' | 'span' }
