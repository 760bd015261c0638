// What `npm test` runs, step after step: types, lint, format, unused code, tests, browser. It ends with one line of counts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Counts = { readonly passed: number; readonly failed: number }
type Step = { readonly name: string; readonly title: string; readonly run: () => Counts }

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT_OF_TIME_MS = 30 * 60_000
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Runs a program of node_modules by its file, with this very Node; its exit status, or 1 when it could not run to its end. */
function runTool(file: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): number {
  const path = join(ROOT, 'node_modules', file)
  if (!existsSync(path)) {
    say(`missing: ${path}`)
    return 1
  }
  const ran = spawnSync(process.execPath, [path, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    timeout: OUT_OF_TIME_MS,
    env: { ...process.env, ...environment },
  })
  if (ran.error !== undefined) say(`${file}: ${ran.error.message}`)
  return ran.status ?? 1
}

const once = (file: string, ...args: readonly string[]): Counts =>
  runTool(file, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
const sum = (all: readonly Counts[]): Counts =>
  all.reduce((total, each) => ({ passed: total.passed + each.passed, failed: total.failed + each.failed }), {
    passed: 0,
    failed: 0,
  })

/** A reporter's numbers are believed only with an exit status that agrees: a run that dies after its last test has failed. */
function believe(counts: Counts, status: number): Counts {
  if (status === 0 && counts.passed === 0) return { ...counts, failed: counts.failed + 1 }
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    say('the run wrote no report')
    return {}
  }
}

function inFolder<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-checks-'))
  try {
    return run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const vitest = (): Counts =>
  inFolder((folder) => {
    const file = join(folder, 'vitest.json')
    const status = runTool('vitest/vitest.mjs', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ])
    const {
      numPassedTests = 0,
      numFailedTests = 0,
      numFailedTestSuites = 0,
    } = readReport(file) as { numPassedTests?: number; numFailedTests?: number; numFailedTestSuites?: number }
    // A file that cannot be loaded has no failed test of its own.
    return believe(
      { passed: numPassedTests, failed: numFailedTests === 0 ? numFailedTestSuites : numFailedTests },
      status,
    )
  })

const BROWSER_CONFIG = 'checks/e2e/playwright.config.ts'

const playwright = (): Counts => {
  if (!existsSync(join(ROOT, BROWSER_CONFIG))) {
    say(`FAILED: there is no ${BROWSER_CONFIG}; nothing was tried in a browser`)
    return { passed: 0, failed: 1 }
  }
  return inFolder((folder) => {
    const file = join(folder, 'playwright.json')
    const status = runTool('@playwright/test/cli.js', ['test', '--config', BROWSER_CONFIG, '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    })
    const { stats = {} } = readReport(file) as { stats?: { expected?: number; unexpected?: number; flaky?: number } }
    return believe({ passed: (stats.expected ?? 0) + (stats.flaky ?? 0), failed: stats.unexpected ?? 0 }, status)
  })
}

const steps: readonly Step[] = [
  {
    name: 'types',
    title: 'Types',
    run: () =>
      sum(
        ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.browser.json'].map((config) =>
          once('typescript/bin/tsc', '-p', config, '--pretty', 'false'),
        ),
      ),
  },
  { name: 'lint', title: 'Lint', run: () => once('oxlint/bin/oxlint', '--deny-warnings') },
  {
    name: 'format',
    title: 'Format',
    run: () => once('@biomejs/biome/bin/biome', 'format', '--max-diagnostics=20', '.'),
  },
  { name: 'unused', title: 'Unused code', run: () => once('knip/bin/knip.js') },
  { name: 'vitest', title: 'Tests', run: vitest },
  { name: 'playwright', title: 'Browser', run: playwright },
]

function runStep(step: Step): Counts {
  say(`\n== ${step.title} ==`)
  try {
    const counts = step.run()
    say(`${step.title}: ${counts.passed} passed, ${counts.failed} failed`)
    return counts
  } catch (error) {
    say(`${step.title} crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return { passed: 0, failed: 1 }
  }
}

function chosenSteps(args: readonly string[]): readonly Step[] {
  const at = args.indexOf('--only')
  if (at === -1) return steps
  const names = (args[at + 1] ?? '').split(',')
  const chosen = steps.filter((step) => names.includes(step.name))
  if (chosen.length !== names.length) say(`--only takes: ${steps.map((step) => step.name).join(', ')}`)
  return chosen.length === names.length ? chosen : []
}

const chosen = chosenSteps(process.argv.slice(2))
const total = chosen.length === 0 ? { passed: 0, failed: 1 } : sum(chosen.map(runStep))
process.exitCode = total.failed === 0 ? 0 : 1
say(`\n${total.passed} passed, ${total.failed} failed`)
