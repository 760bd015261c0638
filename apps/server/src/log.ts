// One JSON line a request or job, on standard output. No bodies, no personal data.
export type Log = (level: 'error' | 'info', line: Readonly<Record<string, unknown>>) => void

export function openLog(level: 'silent' | 'error' | 'info'): Log {
  return (of, line) => {
    if (level === 'silent' || (level === 'error' && of === 'info')) return
    process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level: of, ...line })}\n`)
  }
}
