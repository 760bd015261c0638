// Database refusals that a person can cause: the constraint's name is all that is read, never the English text.

type PostgresError = { readonly code?: string; readonly constraint?: string }

/** The violated constraint, or undefined when the error is not a violation (a bug, a lost connection). */
export function violatedConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, constraint } = error as PostgresError
  return typeof code === 'string' && code.startsWith('23') && typeof constraint === 'string' ? constraint : undefined
}

/** Serialization failures and deadlocks may be tried again; nothing was saved. */
export function isRetryable(error: unknown): boolean {
  const code = (error as PostgresError | null)?.code
  return code === '40001' || code === '40P01'
}
