// The law as rules of registers ask it, in the browser: for values that are computed while they are typed.
import { type CalendarDate, parseDate } from '@kheo/core/calendar.ts'
import type { Law } from '@kheo/core/period/law.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { type ReactNode, useMemo } from 'react'
import { law, type LawList } from './schema.ts'

/** The law of an answer that was asked for by a day; of disclosure it knows that day alone. */
export function lawIn({ parameters, holidays, disclosure }: LawList, day: string): Law {
  const of = (kind: string) =>
    new Set(holidays.days.filter((each) => each.kind === kind).map((each) => each.day as CalendarDate))
  return {
    parameters: parameters.flatMap((row) =>
      row.versions.map((version) => ({
        code: row.code,
        title: version.title,
        value: version.value,
        unit: row.unit,
        valid_from: version.validFrom,
        ...(version.validTo === null ? {} : { valid_to: version.validTo }),
        source: version.source,
        verified: version.verified,
      })),
    ),
    calendar: { off: of('off'), makeUp: of('make-up') },
    holidayNames: new Map(holidays.days.map((each) => [each.day, each.name])),
    // They were asked for as in force on that one day, and say nothing of others.
    disclosure: disclosure.map((item) => ({ ...item, valid_from: day, valid_to: day })),
  }
}

/** Undefined until it has come. */
function useLaw(day: string): Law | undefined {
  const { data, isPlaceholderData } = useServer(law.list, { day })
  return useMemo(
    () => (data === undefined || isPlaceholderData ? undefined : lawIn(data, day)),
    [data, isPlaceholderData, day],
  )
}

type WithLawProps = {
  /** `YYYY-MM-DD`; anything else is today. */
  readonly day: string
  readonly children: (law: Law | undefined) => ReactNode
}

/** Draws by the law for what happens on a day. */
export function WithLaw({ day, children }: WithLawProps) {
  const { today } = useDesk()
  return children(useLaw(parseDate(day) ?? today))
}
