// Lengths of the profile (millimetres, points) in the units Word keeps.

/** 1 mm = 1440 / 25.4 twips; 20 mm is 1134. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)

/** Spacing is kept in twentieths of a point. */
export const twentieths = (pt: number): number => Math.round(pt * 20)

/** Letter size is kept in half-points. */
export const halfPoints = (pt: number): number => Math.round(pt * 2)

/** Border weight is kept in eighths of a point. */
export const eighths = (pt: number): number => Math.round(pt * 8)

/** Single spacing is 240. Used with the AUTO rule only: an exact height cuts the marks over and under Vietnamese letters. */
export const lineHeight = (multiple: number): number => Math.round(multiple * 240)
