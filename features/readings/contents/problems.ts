// Refusals about a file that was handed in to be read.
import type { RefusedKind } from './kinds.ts'

/** `name`: the file's own. */
export type ContentsProblem =
  | { readonly code: 'reading.file_not_there'; readonly name: string }
  | { readonly code: 'reading.file_empty'; readonly name: string }
  | { readonly code: 'reading.file_too_large'; readonly name: string; readonly mostMegabytes: number }
  | { readonly code: 'reading.file_too_long'; readonly name: string; readonly mostPages: number }
  | { readonly code: 'reading.file_kind_unknown'; readonly name: string }
  | { readonly code: 'reading.file_kind_refused'; readonly name: string; readonly kind: RefusedKind }
  | { readonly code: 'reading.file_with_password'; readonly name: string }
  | { readonly code: 'reading.file_broken'; readonly name: string }
  | { readonly code: 'reading.file_unsafe'; readonly name: string }
  | { readonly code: 'reading.file_without_text'; readonly name: string }
  | { readonly code: 'reading.file_scanned'; readonly name: string; readonly pages: number }
  | { readonly code: 'reading.file_too_slow'; readonly name: string; readonly seconds: number }
