// One process per data folder. PostgreSQL guards its own files; this refuses earlier, with the process that holds them.
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseRefusal } from './problems.ts'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A process number is reused after a restart of the machine; the start time of the process tells the two apart. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** Takes the lock or throws `db.data_in_use`. A lock left by a killed process is taken over. */
export function lockData(folder: string): { release(): void } {
  const path = join(folder, 'kheo.lock')
  const mine = `${process.pid} ${startedAt(process.pid)}`
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, mine)
      closeSync(file)
      return { release: () => existsSync(path) && readFileSync(path, 'utf8') === mine && rmSync(path) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const [pid = '0', started = ''] = readFileSync(path, 'utf8').split(' ')
      const holder = Number(pid)
      if (holder > 0 && isAlive(holder) && startedAt(holder) === started)
        throw new DatabaseRefusal({ code: 'db.data_in_use', folder, pid: holder })
      rmSync(path, { force: true })
    }
  }
  throw new DatabaseRefusal({ code: 'db.data_in_use', folder, pid: 0 })
}
