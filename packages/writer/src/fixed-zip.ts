// Packs files so that the same content gives the same bytes on every day and in every time zone.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

// The format keeps local time, so the moment is built from local parts at each call; 1980 is the first year it can hold.
const momentOfZip = (): Date => new Date(1980, 0, 1, 12)

/** The text parts of a package, by path; entries for folders are left out, the format does not need them. */
export const unpackText = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const files = unzipSync(bytes, { filter: (file) => !file.name.endsWith('/') })
  return new Map(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]))
}

/** Entries in the order of their paths, with one fixed time. */
export const packText = (parts: ReadonlyMap<string, string>): Uint8Array => {
  const paths = [...parts.keys()].sort()
  const files = Object.fromEntries(paths.map((path) => [path, strToU8(parts.get(path) ?? '')]))
  return zipSync(files, { mtime: momentOfZip(), level: 6 })
}
