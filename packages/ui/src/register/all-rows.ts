// All rows of a list, page after page, up to a bound: for paper.
import { endpointsOf, type EntryRow } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../server.ts'
import { atPage, type Narrowed } from './list-query.ts'

export const MOST_ROWS = 1000

type Gathered = { readonly rows: readonly EntryRow[]; readonly total: number; readonly isMore: boolean }

async function gather(register: AnyRegister, query: Narrowed, onRows: (count: number) => void): Promise<Gathered> {
  const rows: EntryRow[] = []
  for (let page = 1; ; page += 1) {
    const answer = await call(endpointsOf(register).list, { query: atPage(query, page), body: {} })
    rows.push(...answer.rows)
    onRows(rows.length)
    const isWhole = answer.rows.length < answer.pageSize || (!answer.isMore && rows.length >= answer.total)
    if (isWhole || rows.length >= MOST_ROWS)
      return { rows: rows.slice(0, MOST_ROWS), total: answer.total, isMore: answer.isMore }
  }
}

/** `count` rises while pages come in. */
export function useAllRows(register: AnyRegister, query: Narrowed) {
  const [count, setCount] = useState(0)
  const answer = useQuery({
    queryKey: [endpointsOf(register).list.path, 'all', query],
    queryFn: () => gather(register, query, setCount),
  })
  return { answer, count }
}
