// One door for every npm script: installs what is missing, then goes on with the Node that the lock file pins.
// It runs on Node 20 with nothing installed, so it uses only what Node brings.
import { spawnSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [command = 'start', ...rest] = process.argv.slice(2)
const isWindows = process.platform === 'win32'
const pinnedNode = () => {
  const local = join(root, 'node_modules', '.bin', isWindows ? 'node.cmd' : 'node')
  return existsSync(local) ? local : process.execPath
}

const hashFiles = (paths) => {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

const filesUnder = (folder, pattern) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && pattern.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .filter((path) => !path.includes('node_modules') && !path.includes(`${join('staff', 'dist')}`))
        .sort()
    : []

/** Runs `make` unless the stamp says that it was run for the same inputs. */
function once(stampPath, key, make) {
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === key) return
  make()
  mkdirSync(dirname(stampPath), { recursive: true })
  writeFileSync(stampPath, key)
}

function must(program, args, options = {}) {
  const made = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell: isWindows, ...options })
  if (made.status !== 0) process.exit(made.status ?? 1)
}

// `npm ci` refuses a lock file that lacks the packages of platforms which a mirror does not carry; `npm install` keeps to
// the same versions and hashes and passes over them (docs/decisions/0003). The lock file itself is left as it was.
function install() {
  const lock = join(root, 'package-lock.json')
  once(join(root, 'node_modules', '.kheo-installed'), hashFiles([lock]), () => {
    process.stderr.write('Cài các gói cần thiết (npm install)…\n')
    const before = readFileSync(lock)
    const npm = process.env.npm_execpath
    const args = [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
    ]
    // npm prints to standard output, which belongs to the command that was asked for.
    const options = { stdio: ['ignore', 2, 2] }
    if (npm === undefined) must('npm', args, options)
    else must(process.execPath, [npm, ...args], options)
    if (!readFileSync(lock).equals(before)) writeFileSync(lock, before)
  })
}

function buildStaff() {
  const sources = [
    ...filesUnder(join(root, 'apps', 'staff'), /\.(tsx?|css|html|json)$/),
    ...filesUnder(join(root, 'packages', 'ui'), /\.(tsx?|css|json)$/),
    ...filesUnder(join(root, 'packages', 'core', 'src'), /(?<!\.test)\.ts$/),
    ...filesUnder(join(root, 'packages', 'kit'), /\.ts$/),
    ...filesUnder(join(root, 'features'), /(\.tsx|schema\.ts|client\.ts)$/),
  ].filter((path) => statSync(path).isFile())
  once(join(root, 'apps', 'staff', 'dist', '.stamp'), hashFiles([...new Set(sources)]), () => {
    process.stderr.write('Dựng ứng dụng cho cán bộ…\n')
    must(
      pinnedNode(),
      [
        join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
        'build',
        join(root, 'apps', 'staff'),
        '--logLevel',
        'warn',
      ],
      { stdio: ['ignore', 2, 2] },
    )
  })
}

/** Hands over: signals reach the program, and its exit status is ours. */
function become(args) {
  const child = spawn(pinnedNode(), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, KHEO_CWD: process.env.INIT_CWD ?? process.cwd() },
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 143)))
}

install()
switch (command) {
  case 'setup':
    buildStaff()
    break
  case 'start':
    buildStaff()
    become([join(root, 'apps', 'server', 'src', 'main.ts')])
    break
  case 'kheo':
    become([join(root, 'apps', 'cli', 'src', 'main.ts'), ...rest])
    break
  case 'bench':
    become([join(root, 'bench', 'main.ts'), ...rest])
    break
  case 'test':
    buildStaff()
    become([join(root, 'checks', 'run-all.ts'), ...rest])
    break
  default:
    process.stderr.write(`Không có lệnh “${command}”.\n`)
    process.exit(2)
}
