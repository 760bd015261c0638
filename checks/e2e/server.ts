// The product itself, started as a newcomer would, on an empty data folder with the demonstration world.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => (typeof at === 'object' && at !== null ? done(at.port) : fail(new Error('no port'))))
    })
  })

const DEADLINE_MS = 120_000

export default async function start(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-e2e-'))
  const port = await freePort()
  const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', new URL('clock.ts', import.meta.url).href, main], {
    env: {
      ...process.env,
      KHEO_DATA: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      KHEO_LOG: 'error',
      KHEO_DEMO: '1',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  let isStopping = false
  // Every test after an early end fails for the same reason: it is said once, with how the server ended.
  child.once('exit', (code, signal) => {
    if (!isStopping) process.stderr.write(`\nthe server ended by itself: exit ${code}, signal ${signal}\n`)
  })
  const until = Date.now() + DEADLINE_MS
  for (;;) {
    if (child.exitCode !== null) throw new Error('the server ended at its start')
    const isUp = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (reply) => reply.ok,
      () => false,
    )
    if (isUp) break
    if (Date.now() > until) throw new Error('the server did not come up')
    await new Promise((wake) => setTimeout(wake, 200))
  }
  process.env['KHEO_E2E_URL'] = `http://127.0.0.1:${port}`
  return async () => {
    isStopping = true
    if (child.exitCode !== null || child.signalCode !== null) return rmSync(folder, { recursive: true, force: true })
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}
