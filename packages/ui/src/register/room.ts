// A register as its screens know it: the declaration, and what its room adds to the screens that follow from it.
import { endpointsOf, type EntryView, type RegisterEndpoints } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import type { ComponentType } from 'react'
import { pathTo } from '../address.tsx'
import type { Draft, Typed } from './form-values.ts'

export type UnderFieldProps = {
  readonly unit: string
  readonly values: Draft
  readonly set: (name: string, value: Typed) => void
  /** Undefined while a new entry is written. */
  readonly entry: EntryView | undefined
}
export type StepFormProps = {
  readonly entry: EntryView
  readonly values: Draft
  readonly set: (name: string, value: Typed) => void
}

/** What a room adds where the declaration cannot say it. */
export type RegisterParts = {
  /** Under an input, by field: a warning, a suggestion. */
  readonly underField?: Readonly<Record<string, ComponentType<UnderFieldProps>>>
  /** A further section on the entry's page. */
  readonly underFacts?: ComponentType<{ readonly entry: EntryView }>
  /** Above the list. */
  readonly besideList?: ComponentType
  /** Where a new entry is written, when that is not the form. */
  readonly newHref?: string
  /** In place of a step's fields, by kind. */
  readonly stepForm?: Readonly<Record<string, ComponentType<StepFormProps>>>
}

export type RegisterRoom = { readonly register: AnyRegister; readonly parts: RegisterParts }
export type RoomProps = { readonly room: RegisterRoom }

/** `/so/<address>`. */
export const listPath = (register: AnyRegister): string => `/so/${register.address}`

export const entryPath = (
  register: AnyRegister,
  { unitId, id }: { readonly unitId: string; readonly id: string },
): string => pathTo(listPath(register), unitId, id)

/** What is asked for again after an entry has changed. */
export function refreshedBy(register: AnyRegister): readonly RegisterEndpoints[keyof RegisterEndpoints][] {
  const { list, entry, count, villages } = endpointsOf(register)
  return [list, entry, count, villages]
}
