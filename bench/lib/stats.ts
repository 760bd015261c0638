// Medians, percentiles and roundings of measured times. Pure.

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** The value below which `share` of the values lie; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Milliseconds of each of `rounds` runs, one after the other. */
export async function times(rounds: number, run: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let n = 0; n < rounds; n += 1) {
    const start = performance.now()
    await run()
    taken.push(performance.now() - start)
  }
  return taken
}
