// The house as it stands against its rules, and every rule against a house that breaks it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readModule, rules, type Modules } from './architecture-rules.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

function readHouse(): Modules {
  const files = ['packages', 'features', 'apps', 'bench', 'checks'].flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' })
      .map((path) => `${top}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path)),
  )
  return new Map(files.map((file) => [file, readModule(file, readFileSync(join(ROOT, file), 'utf8'))]))
}

const house = (files: Readonly<Record<string, string>>): Modules =>
  new Map(Object.entries(files).map(([file, text]) => [file, readModule(file, text)]))

describe('the house', () => {
  const modules = readHouse()

  it('has more than a hundred modules, and nearly all of their imports are found in it', () => {
    expect(modules.size).toBeGreaterThan(100)
    const inside = [...modules.values()]
      .flatMap(({ imports }) => imports)
      .filter(({ to }) => /^(packages|features|apps)\/.*\.tsx?$/.test(to))
    expect(inside.length).toBeGreaterThan(500)
    expect(inside.filter(({ to }) => !modules.has(to))).toEqual([])
  })

  it.each(Object.entries(rules))('keeps the rule %s', (_name, rule) => {
    expect(rule(modules)).toEqual([])
  })
})

const long = (first: string, lines: number): string =>
  [first, ...Array.from({ length: lines }, (_, at) => `  run(${at})`), '}', ''].join('\n')

const broken: readonly (readonly [name: keyof typeof rules, why: string, files: Readonly<Record<string, string>>])[] = [
  ['wrongArrows', 'core imports a package of npm', { 'packages/core/src/a.ts': `import { z } from 'zod'` }],
  ['wrongArrows', 'core imports Node', { 'packages/core/src/a.ts': `import { join } from 'node:path'` }],
  [
    'wrongArrows',
    'core takes a type of db',
    { 'packages/core/src/a.ts': `import type { Db } from '@kheo/db/connect.ts'` },
  ],
  ['wrongArrows', 'db imports core', { 'packages/db/src/a.ts': `import { accept } from '@kheo/core/result.ts'` }],
  [
    'wrongArrows',
    'writer imports db',
    { 'packages/writer/src/a.ts': `export { inTx } from '../../db/src/transaction.ts'` },
  ],
  [
    'wrongArrows',
    'kit imports a room',
    { 'packages/kit/src/a.ts': `const room = await import('@kheo/features/server.ts')` },
  ],
  [
    'wrongArrows',
    'ui takes more of kit than its contracts',
    { 'packages/ui/src/a.ts': `import type { Deed } from '@kheo/kit/action.ts'` },
  ],
  ['wrongArrows', 'a room imports an app', { 'features/org/a.ts': `import { boot } from '@kheo/server/boot.ts'` }],
  [
    'wrongArrows',
    'the demonstration imports the server',
    { 'apps/demo/src/a.ts': `import { boot } from '@kheo/server/boot.ts'` },
  ],
  ['wrongRooms', 'a register imports a register', { 'features/registers/a/x.ts': `import { b } from '../b/index.ts'` }],
  [
    'wrongRooms',
    'a register imports what is no spine',
    { 'features/registers/a/x.ts': `import { b } from '../../portal/index.ts'` },
  ],
  [
    'wrongRooms',
    'the spine imports a register',
    { 'features/reports/x.ts': `import { b } from '../registers/petitions/index.ts'` },
  ],
  [
    'wrongRooms',
    'the work list reaches behind an index',
    { 'features/tasks/work.ts': `import { b } from '../registers/petitions/queries.ts'` },
  ],
  [
    'cycles',
    'two files of types',
    { 'features/a.ts': `import type { B } from './b.ts'`, 'features/b.ts': `export * from './a.ts'` },
  ],
  ['serverInBrowser', 'a screen imports queries', { 'features/org/a.tsx': `import type { Row } from './queries.ts'` }],
  [
    'serverInBrowser',
    'the list of screens imports a context',
    { 'features/client.ts': `import { w } from './context.ts'` },
  ],
  [
    'serverInBrowser',
    'what a screen loads imports pg',
    { 'features/org/a.tsx': `import { b } from './b.ts'`, 'features/org/b.ts': `import pg from 'pg'` },
  ],
  ['bannedWords', 'the environment', { 'features/org/a.ts': `export const home = process.env['HOME']` }],
  ['bannedWords', 'a transaction', { 'features/org/a.ts': `db.transaction().execute(run)` }],
  ['bannedWords', 'the console', { 'apps/server/src/a.ts': `console.log(1)` }],
  ['bannedWords', 'today in core', { 'packages/core/src/a.ts': `export const now = new Date()` }],
  ['bannedWords', 'chance in core', { 'packages/core/src/a.ts': `export const dice = Math.random()` }],
  ['bannedFolders', 'utils', { 'features/utils/a.ts': '' }],
  ['bannedFolders', 'helpers', { 'packages/kit/src/helpers/a.ts': '' }],
  ['longFiles', '401 lines', { 'features/org/a.ts': 'x\n'.repeat(401) }],
  [
    'longFunctions',
    'a function of 62 lines',
    { 'features/org/a.ts': long('export async function go(world: World) {', 60) },
  ],
  ['longFunctions', 'a constant of 62 lines', { 'features/org/a.ts': long('const go = (world: World) => {', 60) }],
  [
    'longFunctions',
    'a function whose parameters take lines',
    { 'features/org/a.ts': long('function go(\n  a: number,\n) {', 58) },
  ],
  ['longFunctions', 'a component of 122 lines', { 'features/org/a.tsx': long('export function Screen() {', 120) }],
]

describe('a house that breaks a rule is caught', () => {
  it.each(broken)('%s: %s', (name, _why, files) => {
    expect(rules[name]?.(house(files))).toHaveLength(1)
    // A screen that reaches the server may break an arrow too.
    const others = Object.keys(rules).filter((other) => other !== name && name !== 'serverInBrowser')
    expect(others.flatMap((other) => rules[other]?.(house(files)) ?? [])).toEqual([])
  })

  it('lets through what is allowed', () => {
    const allowed = house({
      'features/org/a.tsx': `import type { UnitRow } from './schema.ts'\nimport { Page } from '@kheo/ui/parts/page.tsx'`,
      'features/registers/a/x.ts': `import { act } from '../../people/allow.ts'\nimport { refuse } from '../shared.ts'`,
      'features/registers/list.ts': `import { b } from './petitions/register.ts'`,
      'apps/cli/src/a.ts': `import { boot } from '@kheo/server/boot.ts'\nimport { playDemo } from '@kheo/demo/play.ts'`,
      'packages/core/src/a.ts': long('export function go(day: Date) {', 58),
    })
    expect(Object.entries(rules).flatMap(([, rule]) => rule(allowed))).toEqual([])
  })
})
