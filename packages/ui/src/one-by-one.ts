// Sends one thing after the other, tells how far it is, and stops when told to. It knows no screen.
export type Told<T> = { readonly item: T; readonly refusal: string | undefined }
type Run<T> = { readonly told: readonly Told<T>[]; readonly isStopped: boolean }

export type OneByOne<T> = {
  readonly items: readonly T[]
  readonly send: (item: T) => Promise<unknown>
  /** The sentence for whatever was thrown: one refusal does not keep the others waiting. */
  readonly wordsOf: (error: unknown) => string
  /** Asked before each item; what is under way is finished. */
  readonly isStopped: () => boolean
  readonly onTold: (told: readonly Told<T>[]) => void
}

/** Answers what became of each item that was tried, in order. Never throws. */
export async function runOneByOne<T>({ items, send, wordsOf, isStopped, onTold }: OneByOne<T>): Promise<Run<T>> {
  let told: readonly Told<T>[] = []
  for (const item of items) {
    if (isStopped()) return { told, isStopped: true }
    const refusal = await send(item).then(() => undefined, wordsOf)
    told = [...told, { item, refusal }]
    onTold(told)
  }
  return { told, isStopped: false }
}
