// All books of phường Duy Tiên for 2026, in the order in which rows may point at each other.
import type { Book } from '../books.ts'
import { democracyBooks } from './democracy.ts'
import { honourBook } from './honours.ts'
import { contributionBook, meetingBook } from './meetings.ts'
import { movementBooks } from './movement.ts'
import { officeBooks } from './office.ts'
import { oversightBooks } from './oversight.ts'
import { peopleBooks } from './people.ts'
import { placeBooks } from './place.ts'
import { receptionBooks } from './receptions.ts'

export const duyTienBooks: readonly Book[] = [
  ...placeBooks,
  ...peopleBooks,
  ...receptionBooks,
  meetingBook,
  ...movementBooks,
  contributionBook,
  ...democracyBooks,
  ...oversightBooks,
  honourBook,
  ...officeBooks,
]
