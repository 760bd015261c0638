// npm start: settings → database → reference data → demonstration, if there is nothing yet → listen.
import { demoAccounts, playDemo } from '@kheo/demo/play.ts'
import { DatabaseRefusal } from '@kheo/db/problems.ts'
import { databaseSentence } from '@kheo/db/problems.vi.ts'
import { countPositions } from '@kheo/features/people/queries.ts'
import { boot } from './boot.ts'
import { readConfig } from './config.ts'
import { openLog } from './log.ts'
import { startServer } from './server.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const config = readConfig()
  const log = openLog(config.log)
  const clock: { now: Date | null } = { now: null }
  const baseUrl = config.url ?? `http://${config.host}:${config.port}`
  const booted = await boot({ ...config, baseUrl, now: () => clock.now ?? new Date() })
  if (config.withDemo && (await countPositions(booted.database.owner)) === 0) {
    say('Cơ sở dữ liệu còn trống: nạp thế giới minh họa (KHEO_DEMO=0 để bỏ qua).')
    const demoClock = { now: new Date() }
    const demo = { ...booted, world: { ...booted.world, now: () => demoClock.now } }
    await playDemo(demo.world, demo.accounts, demoClock, new Date(), (line) => say(`  · ${line}`))
    await booted.world.reload()
  }
  const running = await startServer(booted, config, log)
  const shown = config.url ?? running.address
  say(
    `\nKhéo đang chạy.\n  Cổng công khai   ${shown}/\n  Cán bộ           ${shown}/app\n  API              ${shown}/api/openapi.json\n`,
  )
  if (config.withDemo) {
    say('Tài khoản minh họa:')
    for (const account of demoAccounts(booted.world))
      say(`  ${account.username.padEnd(28)} ${account.password}   ${account.who}`)
  }
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    void running.stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  const message =
    error instanceof DatabaseRefusal
      ? databaseSentence(error.problem)
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
  process.stderr.write(`${message}\n`)
  process.exit(1)
})
