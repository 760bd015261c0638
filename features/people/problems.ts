// Refusals about who may do what.

export type AccessProblem =
  | { readonly code: 'access.sign_in_required' }
  | { readonly code: 'access.outside_your_units'; readonly unit: string }
  | { readonly code: 'access.role_missing'; readonly unit: string; readonly roles: readonly string[] }
  | { readonly code: 'access.cross_site' }
  | { readonly code: 'people.position_not_found' }
  | { readonly code: 'people.password_needed'; readonly username: string }
  | { readonly code: 'people.duplicate_position'; readonly title: string }
  | { readonly code: 'people.administrator_exists' }
  | { readonly code: 'people.end_before_start'; readonly from: string }
  | { readonly code: 'people.too_many_views'; readonly most: number }
  | { readonly code: 'people.view_holds_personal_number'; readonly name: string }
