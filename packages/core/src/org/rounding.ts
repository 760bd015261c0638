// Rounding of counts that keeps their total. Not a display format.

/**
 * Largest remainder: whole numbers whose sum is the rounded sum of the values (or `total`). Ties go to the earlier key.
 * Values and total must be finite; `total` may differ from the rounded sum by less than the number of values.
 */
export function largestRemainder<K>(values: ReadonlyMap<K, number>, total?: number): ReadonlyMap<K, number> {
  const rows = [...values].map(([key, value], place) => {
    const near = Math.round(value)
    // A whole number that arrived with floating-point dust is that whole number.
    const clean = Math.abs(value - near) < 1e-9 * Math.max(1, Math.abs(value)) ? near : value
    return { key, place, floor: Math.floor(clean), rest: clean - Math.floor(clean) }
  })
  const goal = total ?? Math.round([...values.values()].reduce((sum, value) => sum + value, 0))
  const given = rows.reduce((sum, row) => sum + row.floor, 0)
  const order = [...rows].sort((a, b) => b.rest - a.rest || a.place - b.place)
  const raised = new Set(order.slice(0, Math.max(0, goal - given)).map((row) => row.place))
  return new Map(rows.map((row) => [row.key, row.floor + (raised.has(row.place) ? 1 : 0)]))
}
