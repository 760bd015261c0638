// Columns pasted from a spreadsheet. It reads text only; what fits where is decided by the grid.

/** The first column of pasted cells, one line a row; undefined when the text is a single value. */
export function columnOf(text: string): readonly string[] | undefined {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')
  if (lines.length === 1 && !text.includes('\t')) return undefined
  return lines.map((line) => unquote((line.split('\t')[0] ?? '').trim()))
}

// Spreadsheets quote a cell that holds a quote or a line break.
const unquote = (cell: string): string => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell)
