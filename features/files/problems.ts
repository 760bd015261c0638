// Refusals about attached files.

export type FileProblem =
  | { readonly code: 'access.file_withheld' }
  | { readonly code: 'file.not_found' }
  | { readonly code: 'file.kind_unknown'; readonly name: string }
  | { readonly code: 'file.unsound'; readonly name: string }
  | { readonly code: 'file.macros'; readonly name: string }
  | { readonly code: 'file.too_many'; readonly most: number }
  | { readonly code: 'file.attached_already'; readonly name: string }
  | { readonly code: 'file.removed_already'; readonly name: string }
  | { readonly code: 'file.lost'; readonly name: string }
