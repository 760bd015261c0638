// Processor time of processes and their children, read from /proc: Linux only.
import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second of /proc, the same on every Linux that Node runs on. */
const TICKS = 100

type Stat = {
  readonly pid: number
  readonly name: string
  readonly parent: number
  readonly own: number
  readonly ended: number
}

function statOf(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = text.lastIndexOf(')')
    const fields = text
      .slice(end + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    return {
      pid: Number(pid),
      name: text.slice(text.indexOf('(') + 1, end),
      parent: fields[1] ?? 0,
      own: user + system,
      ended: endedUser + endedSystem,
    }
  } catch {
    return undefined
  }
}

const allStats = (): Stat[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => statOf(entry) ?? [])

/** The postgres that a process started. */
export function postmasterOf(pid: number): number {
  const found = allStats().find((stat) => stat.parent === pid && stat.name.startsWith('postgres'))
  if (found === undefined) throw new Error('no postgres among the children of this process')
  return found.pid
}

/** Milliseconds of processor time of processes with all their children, living and ended. */
export function cpuMs(...roots: readonly number[]): number {
  const stats = allStats()
  const inside = new Set(roots)
  for (let grew = true; grew; ) {
    const more = stats.filter((stat) => inside.has(stat.parent) && !inside.has(stat.pid))
    for (const stat of more) inside.add(stat.pid)
    grew = more.length > 0
  }
  const ticks = stats.filter((stat) => inside.has(stat.pid)).reduce((sum, stat) => sum + stat.own + stat.ended, 0)
  return (ticks * 1000) / TICKS
}
