// Bringing a sheet into a register: what is sent, what the check found, and what was recorded. It draws nothing.
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { endpointsOf } from '@kheo/kit/register/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf, newId, sendBytes } from '../server.ts'
import { t } from '../text.ts'
import { refreshedBy } from './room.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PASTED = 'text/tab-separated-values;charset=utf-8'
const MOST_BYTES = 8 * 1024 * 1024

type CellAt = { readonly row: number; readonly column: string; readonly label: string; readonly message: string }

/** What the server says of a sheet; `recorded` is 0 when it was only checked. */
export type ImportAnswer = {
  readonly rows: number
  readonly good: number
  readonly recorded: number
  /** The first and the last day of the good rows. */
  readonly days?: { readonly first: string; readonly last: string } | null
  readonly wrong: readonly CellAt[]
  readonly warnings?: readonly CellAt[]
  readonly problem?: { readonly code: string; readonly message: string }
}

/** A sheet to bring in. Its id stays the same for checking and recording, so that nothing is recorded twice. */
export type Sheet = { readonly name: string; readonly bytes: Blob; readonly commandId: string }
export type Mode = 'check' | 'all' | 'good'

export const fileSheet = (file: File): Sheet => ({
  name: file.name,
  bytes: file.type === '' || file.type === 'text/plain' ? new Blob([file], { type: XLSX }) : file,
  commandId: newId(),
})

export const pastedSheet = (text: string): Sheet => ({
  name: t('registers.import_paste'),
  bytes: new Blob([text], { type: PASTED }),
  commandId: newId(),
})

export type ImportState = {
  readonly sheet?: Sheet
  readonly busy?: Mode
  readonly problem?: string
  readonly answer?: ImportAnswer
}

export function useImport(register: AnyRegister, unit: string) {
  const cache = useQueryClient()
  const [state, setState] = useState<ImportState>({})
  const at = endpointsOf(register).list.path

  const run = async (sheet: Sheet, mode: Mode, before: ImportState) => {
    if (sheet.bytes.size > MOST_BYTES) return setState({ problem: t('registers.import_too_big', { name: sheet.name }) })
    setState({ ...before, sheet, busy: mode })
    try {
      const reply = await sendBytes(`${at}/import`, { unit, mode, commandId: sheet.commandId }, sheet.bytes)
      const answer = (await reply.json()) as ImportAnswer
      setState(answer.problem === undefined ? { sheet, answer } : { sheet, problem: answer.problem.message })
      if (answer.recorded > 0)
        await Promise.all(
          refreshedBy(register).map((endpoint) => cache.invalidateQueries({ queryKey: [endpoint.path] })),
        )
    } catch (error) {
      setState({ ...before, sheet, problem: messageOf(error) })
    }
  }

  /** Saves the sheet with its wrong cells marked. */
  const saveMarked = async (sheet: Sheet) => {
    try {
      const reply = await sendBytes(`${at}/import-marked`, { unit }, sheet.bytes)
      saveAs(await reply.blob(), nameIn(reply.headers.get('content-disposition')) ?? `${register.code}.xlsx`)
    } catch (error) {
      setState((now) => ({ ...now, problem: messageOf(error) }))
    }
  }

  return {
    state,
    check: (sheet: Sheet) => run(sheet, 'check', {}),
    record: (sheet: Sheet, mode: 'all' | 'good') => run(sheet, mode, state),
    saveMarked,
    restart: () => setState({}),
  }
}

/** The full name in a `content-disposition` header. */
export function nameIn(header: string | null): string | undefined {
  const [, full] = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '') ?? []
  try {
    return full === undefined ? undefined : decodeURIComponent(full)
  } catch {
    return undefined
  }
}

function saveAs(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
