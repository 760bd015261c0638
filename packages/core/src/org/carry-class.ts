// How far a carried figure can be trusted, and the ordering of those grades. No arithmetic on figures.

/** From best to worst. `not-convertible`: no value can be given, only bounds. */
export const CARRY_CLASSES = ['exact', 'exact-by-law', 'assumed', 'estimated', 'not-convertible'] as const
export type CarryClass = (typeof CARRY_CLASSES)[number]

const RANK: Readonly<Record<CarryClass, number>> = {
  exact: 0,
  'exact-by-law': 1,
  assumed: 2,
  estimated: 3,
  'not-convertible': 4,
}

export const worstClass = (a: CarryClass, b: CarryClass): CarryClass => (RANK[a] >= RANK[b] ? a : b)
