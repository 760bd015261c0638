// Refusals about papers.

export type DocumentProblem =
  | { readonly code: 'document.not_found' }
  | { readonly code: 'document.issued_already'; readonly number: string }
  | { readonly code: 'document.cancelled_already' }
  | { readonly code: 'document.not_issued' }
  | { readonly code: 'document.stale' }
  | { readonly code: 'document.not_editable' }
  | { readonly code: 'document.no_profile'; readonly day: string }
  | { readonly code: 'document.no_issuer'; readonly unit: string }
  | { readonly code: 'document.kind_unknown'; readonly kind: string }
  | { readonly code: 'document.unfit'; readonly missing: readonly string[] }
  | { readonly code: 'document.number_taken'; readonly number: number; readonly next: number }
  | { readonly code: 'document.series_only_upwards'; readonly last: number }
  | { readonly code: 'document.day_ahead' }
  | { readonly code: 'document.day_before_last'; readonly number: number; readonly day: string }
  | { readonly code: 'document.received_before_written'; readonly received: string; readonly written: string }
  | { readonly code: 'document.block_not_text' }
  | { readonly code: 'document.not_incoming' }
  | { readonly code: 'document.done_already' }
  | { readonly code: 'document.file_kind'; readonly name: string }
  | { readonly code: 'document.file_not_found' }
  | { readonly code: 'document.file_lost'; readonly name: string }
