// The demonstration world for a command: built in a fresh folder, kept where the command says so, else thrown away afterwards.
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playDemo } from '@kheo/demo/play.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { Booted } from '@kheo/server/boot.ts'
import { fromHere, type Options, withWorld } from './session.ts'

/** The folder of `--data`; undefined where none was given. */
export const dataFolderOf = (options: Options): string | undefined =>
  typeof options['data'] === 'string' ? fromHere(options['data']) : undefined

export const isEmptyFolder = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0

/** Plays the demonstration and runs the command in it. @throws Refusal `cli.not_empty` */
export async function withDemoWorld<T>(options: Options, run: (booted: Booted) => Promise<T>): Promise<T> {
  const kept = dataFolderOf(options)
  if (kept !== undefined && !isEmptyFolder(kept)) throw new Refusal({ code: 'cli.not_empty', folder: kept } as never)
  const dataFolder = kept ?? mkdtempSync(join(tmpdir(), 'kheo-demo-'))
  // Where root runs us, PostgreSQL runs as another user: it must get in, or its files would be laid elsewhere and stay behind.
  if (kept === undefined) chmodSync(dataFolder, 0o711)
  const clock = { now: new Date() }
  try {
    return await withWorld(
      options,
      async (booted) => {
        await playDemo(booted.world, booted.accounts, clock, new Date(), (line) => process.stderr.write(`· ${line}\n`))
        return run(booted)
      },
      { now: () => clock.now, dataFolder },
    )
  } finally {
    if (kept === undefined) rmSync(dataFolder, { recursive: true, force: true })
  }
}
