// Refusals of the room of law.

export type LawProblem =
  | { readonly code: 'law.parameter_not_found'; readonly parameter: string }
  | {
      readonly code: 'law.before_existing'
      readonly parameter: string
      readonly day: string
      readonly startsOn: string
    }
  | { readonly code: 'law.source_missing'; readonly about: string }
  | {
      readonly code: 'law.value_out_of_bounds'
      readonly parameter: string
      readonly value: number
      readonly least: number
      readonly most: number
      readonly isWhole: boolean
    }
  | { readonly code: 'law.stale_revision' }
  | { readonly code: 'law.holiday_name_missing'; readonly day: string }
  | { readonly code: 'law.make_up_on_weekday'; readonly day: string }
  | { readonly code: 'law.holiday_not_found'; readonly day: string }
