// The screens of a register, made from its declaration and loaded when first opened.
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import type { ComponentType } from 'react'
import type { Screen } from '../screen.ts'
import { listPath, type RegisterParts, type RegisterRoom, type RoomProps } from './room.ts'

/** The screen for this one register. */
const bind = (Room: ComponentType<RoomProps>, room: RegisterRoom) => ({ default: () => <Room room={room} /> })

/** List, new entry, entry, correction, import and paper book of a register, under `/so/<address>`. */
export function screensOf(register: AnyRegister, parts: RegisterParts = {}): readonly Screen[] {
  const room = { register, parts }
  const at = listPath(register)
  return [
    { path: at, load: async () => bind((await import('./list.tsx')).EntryList, room) },
    { path: `${at}/moi`, load: async () => bind((await import('./entry-form.tsx')).EntryNew, room) },
    { path: `${at}/nhap`, load: async () => bind((await import('./import.tsx')).EntryImport, room) },
    { path: `${at}/in`, load: async () => bind((await import('./book.tsx')).PaperBook, room) },
    { path: `${at}/$unit/$id`, load: async () => bind((await import('./detail.tsx')).EntryDetail, room) },
    { path: `${at}/$unit/$id/sua`, load: async () => bind((await import('./entry-form.tsx')).EntryEdit, room) },
  ]
}
