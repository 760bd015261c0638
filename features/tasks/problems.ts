// Refusals of the room of tasks.

export type TaskProblem =
  | { readonly code: 'task.not_below'; readonly unit: string; readonly of: string }
  | { readonly code: 'task.shared_already'; readonly unit: string }
  | { readonly code: 'task.closed'; readonly task: string }
  | { readonly code: 'task.share_not_found' }
  | { readonly code: 'task.share_closed'; readonly state: 'withdrawn' | 'received' | 'ended' }
  | { readonly code: 'task.due_in_past'; readonly day: string }
  | { readonly code: 'task.due_not_later'; readonly day: string; readonly dueOn: string }
  | { readonly code: 'task.nothing_asked' }
  | { readonly code: 'task.asked_already'; readonly day: string }
