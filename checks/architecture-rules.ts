// The rules of the house about who may import what and what may stand where, as functions of a map of modules. It reads no files.
//
// A1  Arrows between rooms run one way. A2  Registers stand apart from each other, and the spine does not know them.
// A3  No import cycles. A4  What runs in a browser reaches no server file. A5  Some words may stand in named places only.
// A6  Files and functions stay short.
import { posix } from 'node:path'

type Import = { readonly to: string; readonly isType: boolean }
export type Module = { readonly text: string; readonly imports: readonly Import[] }
/** Path from the root of the project → module. */
export type Modules = ReadonlyMap<string, Module>

const STATEMENT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'\s*\)/g
const PACKAGES = /^@kheo\/(core|reader|writer|db|kit|ui)\/(.+)$/

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  const inPackage = PACKAGES.exec(specifier)
  if (inPackage !== null) return `packages/${inPackage[1]}/src/${inPackage[2]}`
  const [, room = '', rest = ''] = /^@kheo\/([a-z]+)\/(.+)$/.exec(specifier) ?? []
  if (room === 'features') return `features/${rest}`
  return room === '' ? specifier : `apps/${room}/src/${rest}`
}

/** Reads every import and re-export of a module, also those of types alone and those made while running. */
export function readModule(file: string, text: string): Module {
  const imports = [...text.matchAll(STATEMENT)].map(([, type, fixed, lazy]) => ({
    to: targetOf(file, fixed ?? lazy ?? ''),
    isType: type !== undefined,
  }))
  return { text, imports }
}

const isTest = (file: string): boolean => /\.test\.ts$|\/testing[^/]*\.ts$|^packages\/writer\/test\//.test(file)
const roomOf = (file: string): string | undefined =>
  /^(?:packages\/([a-z]+)|(features)|(apps\/[a-z]+))\//
    .exec(file)
    ?.slice(1)
    .find((name) => name !== undefined)

/** For each room, the rooms it may import from besides itself. Packages of npm are judged apart. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  core: [],
  reader: ['core'],
  writer: ['core'],
  db: [],
  ui: ['core', 'kit'],
  kit: ['core', 'db', 'writer'],
  features: ['core', 'reader', 'writer', 'db', 'ui', 'kit'],
  'apps/staff': ['core', 'ui', 'kit', 'features'],
  'apps/demo': ['core', 'db', 'kit', 'features'],
  'apps/server': ['core', 'db', 'kit', 'features', 'apps/demo'],
  'apps/cli': ['core', 'db', 'kit', 'features', 'apps/demo', 'apps/server'],
}
/** What the kit shares with a browser. */
const CONTRACTS =
  /^packages\/kit\/src\/(client|endpoint|issue|problem|shapes|register\/(fields|declare|contract|measures|typed|typed-problems))\.ts$/

type Rule = (modules: Modules) => string[]
const eachImport = (modules: Modules, judge: (file: string, to: string, isType: boolean) => string | false): string[] =>
  [...modules].flatMap(([file, module]) =>
    isTest(file) ? [] : module.imports.flatMap(({ to, isType }) => judge(file, to, isType) || []),
  )

const wrongArrows: Rule = (modules) =>
  eachImport(modules, (file, to) => {
    const from = roomOf(file)
    if (from === undefined) return false
    const room = roomOf(to)
    if (room === undefined) return from === 'core' && !modules.has(to) && `${file} → ${to}: core imports nothing`
    if (room === from) return false
    if (from === 'ui' && room === 'kit')
      return !CONTRACTS.test(to) && `${file} → ${to}: ui sees only the contracts of kit`
    return MAY[from]?.includes(room) !== true && `${file} → ${to}: ${from} may not import ${room}`
  })

const registerOf = (file: string): string | undefined => /^features\/registers\/([a-z-]+)\//.exec(file)?.[1]
const SPINE = [
  'org',
  'periods',
  'indicators',
  'reports',
  'consolidation',
  'people',
  'law',
  'figures',
  'files',
  'tasks',
  'audit',
] as const
/** Spine files that may look into a register, and why. */
const LOOKS_INTO_REGISTERS: Readonly<Record<string, string>> = {
  'features/server.ts': 'the list of rooms',
  'features/client.ts': 'the list of screens',
  'features/registers/list.ts': 'the list of registers',
}

const wrongRooms: Rule = (modules) =>
  eachImport(modules, (file, to) => {
    if (!to.startsWith('features/')) return false
    const [mine, theirs] = [registerOf(file), registerOf(to)]
    if (mine !== undefined) {
      if (theirs !== undefined) return mine !== theirs && `${file} → ${to}: a register may not import a register`
      const isKnown =
        to === 'features/context.ts' ||
        /^features\/registers\/[a-z.-]+\.ts$/.test(to) ||
        SPINE.some((room) => to.startsWith(`features/${room}/`))
      return !isKnown && `${file} → ${to}: a register may import from the spine only`
    }
    if (theirs === undefined || !file.startsWith('features/')) return false
    const isAllowed = LOOKS_INTO_REGISTERS[file] !== undefined
    return !isAllowed && `${file} → ${to}: the spine may not import a register`
  })

const cycles: Rule = (modules) => {
  const found: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) return void found.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    for (const { to } of modules.get(file)?.imports ?? []) if (modules.has(to)) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of modules.keys()) walk(file, [])
  return found
}

const SERVER_FILE =
  /\/(queries|actions|routes|context|accounts|allow)\.ts$|^features\/(context|server)\.ts$|^packages\/(db|writer)\/|^apps\/(server|cli|demo)\/|^node:|^kysely$|^pg$|^hono/
const runsInBrowser = (file: string): boolean =>
  !isTest(file) &&
  (file.endsWith('.tsx') ||
    file === 'features/client.ts' ||
    file.startsWith('packages/ui/') ||
    file.startsWith('apps/staff/src/'))

/** A screen may name no server file, not even its types; what it loads may load none either. */
const serverInBrowser: Rule = (modules) => {
  const found = new Set(
    eachImport(modules, (file, to) => runsInBrowser(file) && SERVER_FILE.test(to) && `${file} → ${to}`),
  )
  const seen = new Set<string>()
  const walk = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { to, isType } of modules.get(file)?.imports ?? []) {
      if (isType) continue
      if (SERVER_FILE.test(to)) found.add(`${file} → ${to}`)
      else walk(to)
    }
  }
  for (const file of modules.keys()) if (runsInBrowser(file)) walk(file)
  return [...found]
}

type Words = {
  readonly word: RegExp
  readonly what: string
  readonly where: (file: string) => boolean
  readonly unless?: Readonly<Record<string, string>>
}
const inProduct = (file: string): boolean => /^(packages|features|apps)\//.test(file) && !isTest(file)
const BANNED: readonly Words[] = [
  {
    word: /process\.env/,
    what: 'process.env',
    where: (file) => inProduct(file) && !file.endsWith('/config.ts'),
    unless: {
      'apps/cli/src/session.ts': 'npm tells where a person stands only in INIT_CWD',
      'packages/db/src/embedded.ts': 'the programs of PostgreSQL are found by PATH',
    },
  },
  {
    word: /\.transaction\(/,
    what: '.transaction(',
    where: (file) => inProduct(file) && !file.startsWith('packages/db/'),
  },
  { word: /\bconsole\./, what: 'console', where: inProduct },
  {
    word: /Date\.now\(|new Date\(\)|Math\.random\(/,
    what: 'a clock or chance',
    where: (file) => inProduct(file) && file.startsWith('packages/core/'),
  },
]

const bannedWords: Rule = (modules) =>
  [...modules].flatMap(([file, { text }]) =>
    BANNED.filter(({ word, where, unless }) => where(file) && unless?.[file] === undefined && word.test(text)).map(
      ({ what }) => `${file}: ${what}`,
    ),
  )

const bannedFolders: Rule = (modules) =>
  [...modules.keys()].filter((file) => /\/(utils?|helpers?|common|misc)\//.test(file))

/** Longer than the house likes, and why it stays so. */
const LONG_FILES: Readonly<Record<string, string>> = {}
const LONG_FUNCTIONS: Readonly<Record<string, string>> = {
  'packages/ui/src/saver.ts#makeSaver': 'small functions over the state of one saver, which nothing else may touch',
  'features/consolidation/board.ts#boardOf': 'one answer, written out field by field',
  'features/reports/steps.ts#takeStep': 'the one transaction of every step; its order is to be read as a whole',
  'features/reports/source.ts#sourceOf': 'one answer, written out field by field',
  'packages/kit/src/register/contract.ts#makeEndpoints': 'a list of endpoints',
  'packages/kit/src/register/counting.ts#writer': 'one case an operation, over the names of one register',
  'packages/kit/src/register/explain.ts#teller': 'one case an operation, over the words of one register',
  'apps/server/src/edge.ts#createEdge': 'the order of what stands before every request',
  'checks/harness/random-deeds.ts#run': 'a list of deeds, each of a few lines',
  'checks/harness/world.ts#openTestWorld': 'all that a test file is given, in one value',
}

const longFiles: Rule = (modules) =>
  [...modules].flatMap(([file, { text }]) =>
    LONG_FILES[file] === undefined && text.split('\n').length > 401
      ? [`${file}: ${text.split('\n').length} lines`]
      : [],
  )

const FUNCTION = /^( *)(?:export )?(?:default )?(?:async )?(?:function\*? (\w+)|const (\w+)\b.*=>)/

/** Functions and components at the top of a file, by the brace that closes them at the same indent. */
const longFunctions: Rule = (modules) =>
  [...modules].flatMap(([file, { text }]) => {
    if (isTest(file)) return []
    const lines = text.split('\n')
    return lines.flatMap((line, at) => {
      const [, indent = '', declared, constant] = FUNCTION.exec(line) ?? []
      const name = declared ?? constant
      if (name === undefined || !/[({[`]$/.test(line.trimEnd())) return []
      const length =
        lines
          .slice(at + 1)
          .findIndex((each) => new RegExp(`^${indent}[\\])}]`).test(each) && !/^ *\)(:.*)? (=> )?\{$/.test(each)) + 2
      const most = file.endsWith('.tsx') && /^[A-Z]/.test(name) ? 120 : 60
      return length > most && LONG_FUNCTIONS[`${file}#${name}`] === undefined
        ? [`${file}#${name}: ${length} lines`]
        : []
    })
  })

export const rules: Readonly<Record<string, Rule>> = {
  wrongArrows,
  wrongRooms,
  cycles,
  serverInBrowser,
  bannedWords,
  bannedFolders,
  longFiles,
  longFunctions,
}
