// What a decision returns: a value, or a refusal that is plain data. Core never throws for an expected refusal.

export type Result<T, P> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P }

export const accept = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem })
