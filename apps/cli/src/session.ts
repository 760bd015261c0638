// A command's world: the data folder opened, and an actor for whoever may run commands on this machine.
import { isAbsolute, resolve } from 'node:path'
import { boot, type Booted } from '@kheo/server/boot.ts'
import { readConfig } from '@kheo/server/config.ts'
import { rootPath } from '@kheo/features/people/allow.ts'
import type { Actor } from '@kheo/kit/actor.ts'

export type Outcome = {
  readonly json: unknown
  /** `json` is a list, to be printed one line each. */
  readonly each?: true
  readonly lines: readonly string[]
  readonly isBad?: boolean
}
export type Options = Readonly<Record<string, string | boolean | undefined>>

/** npm runs scripts in the project's folder; paths that a person types are meant from where they stand. */
export const fromHere = (path: string): string =>
  isAbsolute(path) ? path : resolve(process.env['INIT_CWD'] ?? process.cwd(), path)

export const wanted = (options: Options, name: string): string => {
  const value = options[name]
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name}`)
  return value
}

/** A flag that is missing or wrong; the command's help is shown. */
export class UsageError extends Error {}

export async function withWorld<T>(
  options: Options,
  run: (booted: Booted) => Promise<T>,
  extra: { readonly units?: null; readonly now?: () => Date; readonly dataFolder?: string } = {},
): Promise<T> {
  const config = readConfig()
  const dataFolder =
    extra.dataFolder ?? (typeof options['data'] === 'string' ? fromHere(options['data']) : config.dataFolder)
  const booted = await boot({
    ...config,
    dataFolder,
    baseUrl: config.url ?? `http://${config.host}:${config.port}`,
    now: extra.now ?? (() => new Date()),
    ...(extra.units === null ? { units: null } : {}),
  })
  try {
    return await run(booted)
  } finally {
    await booted.database.close()
  }
}

/** Whoever can read the data folder can read the data: the command line looks from the centre, and changes nothing but through imports. */
export function lookerOf({ world }: Booted): Actor {
  const path = rootPath(world)
  const centre = world.org().index.records.units.find((unit) => unit.level === 'centre')?.id ?? ''
  return {
    accountId: 'cli',
    name: 'Dòng lệnh',
    positions: [{ id: 'cli', unitId: centre, path, role: 'auditor', title: 'Dòng lệnh' }],
  }
}
