// What a room hangs into the frame: a lazily loaded screen with its path, and a place in the rail.
import type { ComponentType } from 'react'
import type { IconName } from './icons.tsx'
import type { PlainKey } from './text.ts'

export type Screen = {
  /** Under /app; `$name` is a parameter. */
  readonly path: string
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

export type RailItem = {
  readonly to: string
  readonly label: PlainKey
  readonly icon: IconName
  /** Units of these levels only. */
  readonly levels?: readonly string[]
  /** Holders of one of these roles only. */
  readonly roles?: readonly string[]
}

/** How an entry of a register is reached from a figure. */
export type EntryAddress = { readonly register: string; readonly to: string }
