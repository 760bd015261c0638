// The words on screen: keys and their parameters are checked by the compiler. It holds no text itself.
import type { Words } from '@kheo/kit/register/fields.ts'
import { vi, type Texts } from './texts/vi.ts'

type Vi = typeof vi
export type Language = 'vi' | 'en'

export type TextKey = { [A in keyof Vi & string]: `${A}.${keyof Vi[A] & string}` }[keyof Vi & string]

type TextOf<K> = K extends `${infer A}.${infer N}`
  ? A extends keyof Vi
    ? N extends keyof Vi[A]
      ? Vi[A][N]
      : never
    : never
  : never
type ParamsIn<T> = T extends `${string}{${infer P}}${infer Rest}` ? P | ParamsIn<Rest> : never
type Args<K> = [ParamsIn<TextOf<K>>] extends [never]
  ? []
  : [params: Readonly<Record<ParamsIn<TextOf<K>>, string | number>>]

/** Keys whose text stands as it is. */
export type PlainKey = { [K in TextKey]: [ParamsIn<TextOf<K>>] extends [never] ? K : never }[TextKey]

const STORE = 'kheo.language'

const stored = (): string | null => {
  try {
    return localStorage.getItem(STORE)
  } catch {
    return null
  }
}

let texts: Texts = vi
let current: Language = 'vi'

export const language = (): Language => current

/** Reads the remembered language and, for English, loads its texts. To be awaited before the first render. */
export async function loadLanguage(): Promise<Language> {
  current = stored() === 'en' ? 'en' : 'vi'
  texts = current === 'en' ? (await import('./texts/en.ts')).en : vi
  document.documentElement.lang = current
  return current
}

/** Remembers the language and starts the page again: the strings of the widgets are fixed at start. */
export function chooseLanguage(next: Language): void {
  localStorage.setItem(STORE, next)
  location.reload()
}

const HOLE = /\{(\w+)(?:\?([^:}]*):([^}]*))?\}/g

/** `{n}` is replaced; `{n?report:reports}` takes the first word for 1, the second otherwise. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(HOLE, (whole, name: string, one?: string, many?: string) => {
    const value = params[name]
    if (one !== undefined) return (value === 1 || value === '1' ? one : many) ?? ''
    return value === undefined ? whole : String(value)
  })
}

/** The text of a key in the language chosen, with its parameters filled in. */
export function t<K extends TextKey>(key: K, ...args: Args<K>): string {
  const [area, name] = key.split('.') as [keyof Texts, never]
  const text: string = texts[area][name]
  return args[0] === undefined ? text : fill(text, args[0])
}

/** A text of a declaration in the language chosen. */
export const say = (words: Words): string => words[current === 'vi' ? 0 : 1]
