// What changed between two versions of a report's figures. Says nothing about who or why.

export type CellChange = { readonly code: string; readonly before: number | null; readonly after: number | null }
type Cells = Readonly<Record<string, number | null>>

/** Changed cells by code. A cell left out is null (not reported), which differs from 0. */
export function diffCells(before: Cells, after: Cells): readonly CellChange[] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return codes
    .map((code) => ({ code, before: before[code] ?? null, after: after[code] ?? null }))
    .filter((change) => change.before !== change.after)
}
