// The way of help given: only houses are handed over later, by the day the office set for them. Pure.
import type { DeadlineReason } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import { setByOffice } from '@kheo/kit/register/office-deadline.ts'

export const HOUSES = ['house-built', 'house-repaired'] as const

const isHouses = (entry: Facts): boolean => HOUSES.some((kind) => kind === entry.values['kind'])

export const nextWelfareSteps = (
  entry: Facts,
  _: readonly TakenStep[],
  byState: readonly string[],
): readonly string[] => (isHouses(entry) ? byState : [])

export const handOverDeadline = (entry: Facts): DeadlineReason | null =>
  isHouses(entry)
    ? setByOffice(
        entry.happenedOn,
        entry.values['finishBy'],
        'Ngày dự kiến bàn giao nhà',
        String(entry.values['decision'] ?? ''),
      )
    : null
