// Bytes that a row stands on, from the store; what is gone or damaged is refused by its name.
import { Refusal } from '@kheo/kit/problem.ts'
import type { World } from '../context.ts'
import type { FileProblem } from './problems.ts'
import { DamagedFile } from './store.ts'

/** @throws Refusal `file.lost` */
export async function readKept(world: World, hash: string, name: string): Promise<Uint8Array> {
  const bytes = await world.files.get(hash).catch((error: unknown) => {
    if (error instanceof DamagedFile) return undefined
    throw error
  })
  if (bytes !== undefined) return bytes
  throw new Refusal({ code: 'file.lost', name } satisfies FileProblem as FileProblem)
}
