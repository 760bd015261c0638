// What the screens of all registers need from rooms that the ui does not know; the app gives it once, around all screens.
import type { Law } from '@kheo/core/period/law.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { SearchPatch } from '../address.tsx'

export type UnitPickProps = {
  readonly label: string
  readonly help?: string
  readonly day: string
  readonly start?: string
  readonly onPick: (unit: { readonly id: string; readonly name: string }) => void
}

export type SavedViewsProps = {
  readonly register: string
  /** The filters in use, as they stand in the address; empty when none is on. */
  readonly search: Readonly<Record<string, string>>
  readonly onApply: (search: SearchPatch) => void
}

export type AttachmentsProps = {
  readonly register: string
  readonly unit: string
  readonly entry: string
  readonly mayEdit: boolean
}

export type WithLawProps = { readonly day: string; readonly children: (law: Law | undefined) => ReactNode }

export type RegisterTools = {
  readonly UnitPicker: ComponentType<UnitPickProps>
  readonly SavedViews: ComponentType<SavedViewsProps>
  /** The name of an indicator by its code. */
  readonly IndicatorName: ComponentType<{ readonly code: string }>
  readonly Attachments: ComponentType<AttachmentsProps>
  /** By the code that the register has in the catalogue. */
  readonly registerOf: (code: string) => AnyRegister | undefined
  /** Draws by the law for what happens on a day, for values computed while typing; undefined until it is here. */
  readonly WithLaw: ComponentType<WithLawProps>
}

const ToolsContext = createContext<RegisterTools | undefined>(undefined)

export const RegisterToolsProvider = ToolsContext.Provider

/** @throws when used outside the app's provider */
export function useRegisterTools(): RegisterTools {
  const tools = useContext(ToolsContext)
  if (tools === undefined) throw new Error('no tools of registers above this screen')
  return tools
}
