// Work dealt out to so many clients, each doing one thing at a time; every piece is timed.

/** Milliseconds of each piece of work, in the order in which they ended. */
export async function each<T>(
  clients: number,
  work: readonly T[],
  run: (piece: T, client: number) => Promise<void>,
): Promise<number[]> {
  const taken: number[] = []
  let next = 0
  const client = async (_: unknown, number: number): Promise<void> => {
    while (next < work.length) {
      const piece = work[next++] as T
      const start = performance.now()
      await run(piece, number)
      taken.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return taken
}
