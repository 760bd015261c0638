// Columns of words and days that lines of every part share.
import { TextArea } from '@kheo/ui/parts/field.tsx'
import type { LineColumn } from './line-table.tsx'
import type { Errors } from './plan-draft.ts'
import { DayBox } from './words.tsx'

type ColumnOf<L> = {
  /** The name of the list, with which the boxes' names begin. */
  readonly list: string
  readonly key: keyof L & string
  readonly head: string
  readonly errors: Errors
  readonly look?: string
  readonly most?: number
}

const LINE_LETTERS = 300

export const wordColumn = <L extends object>(of: ColumnOf<L>): LineColumn<L> => ({
  key: of.key,
  head: of.head,
  ...(of.look === undefined ? {} : { look: of.look }),
  cell: (line, at, set) => (
    <TextArea
      label={of.head}
      name={`${of.list}.${at}.${of.key}`}
      rows={1}
      most={of.most ?? LINE_LETTERS}
      value={String(line[of.key])}
      error={of.errors[`${of.list}.${at}.${of.key}`]}
      // Every column named to this function holds text.
      onChange={(text) => set({ [of.key]: text } as Partial<L>)}
    />
  ),
})

export const dayColumn = <L extends object>(of: ColumnOf<L>): LineColumn<L> => ({
  key: of.key,
  head: of.head,
  ...(of.look === undefined ? {} : { look: of.look }),
  cell: (line, at, set) => (
    <DayBox
      label={of.head}
      name={`${of.list}.${at}.${of.key}`}
      value={String(line[of.key])}
      error={of.errors[`${of.list}.${at}.${of.key}`]}
      onChange={(day) => set({ [of.key]: day } as Partial<L>)}
    />
  ),
})
