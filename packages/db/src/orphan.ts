// A server left behind by a process that was killed (kill -9 leaves no time to stop it). It is asked to stop before a new one starts.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

function isPostmaster(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return process.platform !== 'linux'
  }
}

/** Resolves when no server holds the cluster's files. SIGINT is PostgreSQL's fast and clean stop. */
export async function endOrphan(files: string): Promise<void> {
  const path = join(files, 'postmaster.pid')
  if (!existsSync(path)) return
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0])
  if (!(pid > 0) || !isPostmaster(pid)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 30_000 && isPostmaster(pid); waited += 50)
    await new Promise((wake) => setTimeout(wake, 50))
}
