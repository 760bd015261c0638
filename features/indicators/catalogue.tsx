// The catalogue for screens: names, units and decimals of indicators by code. It changes seldom, so it is kept.
import { call, keyOf } from '@kheo/ui/server.ts'
import { language } from '@kheo/ui/text.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Catalogue, type IndicatorRow, indicators } from './schema.ts'

const HOUR_MS = 3_600_000

/** The catalogue in force on `day` (`YYYY-MM-DD`). */
export function useCatalogue(day: string) {
  const query = useQuery<Catalogue>({
    queryKey: keyOf(indicators.catalogue, { day }),
    queryFn: () => call(indicators.catalogue, { query: { day }, body: {} }),
    staleTime: HOUR_MS,
  })
  const byCode = useMemo<ReadonlyMap<string, IndicatorRow>>(
    () => new Map(query.data?.indicators.map((row) => [row.code, row])),
    [query.data],
  )
  return { query, byCode }
}

export const nameOf = (row: IndicatorRow | undefined): string =>
  row === undefined ? '' : language() === 'en' && row.nameEn !== '' ? row.nameEn : row.nameVi
