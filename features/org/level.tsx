// Levels, extents and kinds of the unit model in words.
import { t } from '@kheo/ui/text.ts'

const LEVELS = ['centre', 'province', 'district', 'commune', 'village', 'office', 'unassigned'] as const
const EXTENTS = ['whole', 'part', 'remainder'] as const
const BASES = ['population', 'area', 'households', 'members'] as const
const METHODS = ['law', 'scheme', 'reported', 'overlay', 'assumed'] as const

/** A value that the words do not know comes back as it is. */
const words =
  <T extends string>(known: readonly T[], say: (value: T) => string) =>
  (value: string): string => {
    const found = known.find((it) => it === value)
    return found === undefined ? value : say(found)
  }

export const levelWords = words(LEVELS, (it) => t(`units.level_${it}`))
export const extentWords = words(EXTENTS, (it) => t(`units.extent_${it}`))
export const basisWords = words(BASES, (it) => t(`units.basis_${it}`))
export const methodWords = words(METHODS, (it) => t(`units.method_${it}`))

/** A bare number is a clause of the instrument's first article. */
export const clauseWords = (clause: string | null): string =>
  clause === null ? '' : /^\d+$/.test(clause) ? t('units.clause', { clause }) : clause
