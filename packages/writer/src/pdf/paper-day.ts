// The day of a paper in parts, as it is written inside a PDF.

/** Parts of an ISO day; anything else throws RangeError. */
export const dayParts = (date: string): { readonly year: number; readonly month: number; readonly day: number } => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  if (year === undefined) throw new RangeError(`date_malformed: ${date}`)
  return { year: Number(year), month: Number(month), day: Number(day) }
}
