// PostgreSQL refuses to run as root. When we are root, this chooses the unprivileged user that runs it and a place that user can reach.
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { binariesUnder, type PostgresBinaries } from './postgres-binaries.ts'
import { DatabaseRefusal } from './problems.ts'

/** The user id that systems keep for "nobody"; it owns nothing else. */
const NOBODY = 65_534
const SYSTEM_HOME = '/var/lib/kheo'

export type Runner = { readonly uid?: number; readonly gid?: number }

export const isRoot = (): boolean => process.getuid?.() === 0

function canEnter(path: string): boolean {
  for (let at = resolve(path); at !== dirname(at); at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
  }
  return true
}

export function chooseRunner(dataFolder: string): Runner {
  if (!isRoot()) return {}
  const owner = existsSync(dataFolder) ? statSync(dataFolder).uid : 0
  return owner === 0 ? { uid: NOBODY, gid: NOBODY } : { uid: owner, gid: statSync(dataFolder).gid }
}

function makeOwned(folder: string, runner: Runner): string {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  if (runner.uid !== undefined) chownSync(folder, runner.uid, runner.gid ?? runner.uid)
  return folder
}

/**
 * The folder of the cluster: inside the data folder, or, when root keeps that where no other user may go (as under
 * /root), below /var/lib/kheo under a name made from the data folder's.
 */
export function clusterFolder(dataFolder: string, runner: Runner): string {
  mkdirSync(dataFolder, { recursive: true })
  // What must stay secret in the data folder is closed file by file; passing through it may be open.
  if (runner.uid !== undefined && canEnter(dirname(resolve(dataFolder))))
    chmodSync(dataFolder, statSync(dataFolder).mode | 0o011)
  if (runner.uid === undefined || canEnter(dataFolder)) return makeOwned(join(dataFolder, 'postgres'), runner)
  const name = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16)
  try {
    mkdirSync(SYSTEM_HOME, { recursive: true, mode: 0o755 })
    return makeOwned(join(SYSTEM_HOME, name), runner)
  } catch {
    throw new DatabaseRefusal({ code: 'db.needs_unprivileged_user', folder: dataFolder })
  }
}

/** The programs, copied to where the runner can reach them if they are not. */
export function reachableBinaries(found: PostgresBinaries, runner: Runner): PostgresBinaries {
  if (runner.uid === undefined || canEnter(found.root)) return found
  const copy = join(SYSTEM_HOME, 'programs', basename(dirname(found.root)))
  if (!existsSync(join(copy, 'bin'))) cpSync(found.root, copy, { recursive: true, verbatimSymlinks: true })
  return binariesUnder(copy)
}
