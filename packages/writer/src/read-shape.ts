// Reads untyped JSON into typed values and says where it does not fit. It knows no document format.

import { type Result, accept, refuse } from '@kheo/core/result.ts'

export type ShapeProblem = { readonly code: 'shape_mismatch'; readonly path: string; readonly expected: string }

export type Reader<T> = (value: unknown, path: string) => Result<T, ShapeProblem>

export type ReadValue<R> = R extends Reader<infer T> ? T : never

const mismatch = (path: string, expected: string) => refuse<ShapeProblem>({ code: 'shape_mismatch', path, expected })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Non-empty text in NFC. */
export const text: Reader<string> = (value, path) =>
  typeof value === 'string' && value.length > 0 && value === value.normalize('NFC')
    ? accept(value)
    : mismatch(path, 'text in NFC')

export const flag: Reader<boolean> = (value, path) =>
  typeof value === 'boolean' ? accept(value) : mismatch(path, 'true or false')

/** A measure: finite and not negative. */
export const measure: Reader<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? accept(value)
    : mismatch(path, 'number of 0 or more')

export const isoDay: Reader<string> = (value, path) =>
  typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)
    ? accept(value)
    : mismatch(path, 'day as yyyy-mm-dd')

export const oneOf =
  <const T extends string>(choices: readonly T[]): Reader<T> =>
  (value, path) => {
    const found = choices.find((choice) => choice === value)
    return found === undefined ? mismatch(path, choices.join(' | ')) : accept(found)
  }

/** Absent in the file means null in the value, so that a reader of the value cannot overlook it. */
export const optional =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, path) =>
    value === undefined || value === null ? accept(null) : reader(value, path)

export const listOf =
  <T>(reader: Reader<T>): Reader<readonly T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) return mismatch(path, 'list')
    const items: T[] = []
    for (const [index, item] of value.entries()) {
      const read = reader(item, `${path}[${index}]`)
      if (!read.ok) return read
      items.push(read.value)
    }
    return accept(items)
  }

/** A table from free keys to values of one shape. */
export const mapOf =
  <K extends string, T>(key: Reader<K>, reader: Reader<T>): Reader<ReadonlyMap<K, T>> =>
  (value, path) => {
    if (!isRecord(value)) return mismatch(path, 'object')
    const entries: [K, T][] = []
    for (const [name, item] of Object.entries(value)) {
      const readName = key(name, `${path}.${name}`)
      if (!readName.ok) return readName
      const read = reader(item, `${path}.${name}`)
      if (!read.ok) return read
      entries.push([readName.value, read.value])
    }
    return accept(new Map(entries))
  }

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type Fields = Readonly<Record<string, Reader<unknown>>>

/** An object with known fields: snake_case in the file, camelCase in the value. A field it does not know is a mismatch. */
export const shape =
  <F extends Fields>(fields: F): Reader<{ readonly [K in keyof F]: ReadValue<F[K]> }> =>
  (value, path) => {
    if (!isRecord(value)) return mismatch(path, 'object')
    const known = new Set(Object.keys(fields).map(snake))
    const stranger = Object.keys(value).find((name) => !known.has(name))
    if (stranger !== undefined) return mismatch(`${path}.${stranger}`, 'no such field')
    const result: Record<string, unknown> = {}
    for (const [name, reader] of Object.entries(fields)) {
      const read = reader(value[snake(name)], `${path}.${snake(name)}`)
      if (!read.ok) return read
      result[name] = read.value
    }
    // Every key of F was just read by its own reader; the type system cannot follow a loop over keys.
    return accept(result as { readonly [K in keyof F]: ReadValue<F[K]> })
  }
