// Checking the format of a paper: the catalogue's profiles and ended bodies are laid beside the bytes. Nothing is kept.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Actor } from '@kheo/kit/actor.ts'
import type { AnswerOf, QueryOf } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { checkPaper } from '@kheo/writer/checker/check.ts'
import { type EndedBody, parseEndedBodies } from '@kheo/writer/checker/ended-bodies.ts'
import { parseProfiles } from '@kheo/writer/profile.ts'
import type { World } from '../context.ts'
import { today } from '../people/allow.ts'
import type { CheckRefusal } from './check.problems.ts'
import type { CheckAnswer, checks } from './check.schema.ts'
import { givePaper } from './drawing.ts'
import type { DocumentProblem } from './problems.ts'
import { viewPaper } from './view.ts'

const shipped = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../catalogue/formats/${name}`, import.meta.url)), 'utf8'))

let ended: readonly EndedBody[] | undefined

function endedBodies(): readonly EndedBody[] {
  const parsed = parseEndedBodies(shipped('ended-bodies.json'))
  if (!parsed.ok) throw new Error(`ended bodies: ${JSON.stringify(parsed.problem)}`)
  return parsed.value
}

/** Judges the bytes of a .docx by profiles given as parsed JSON. `choice` is a code or `auto`; `day` is today, for drafts. */
function checkBy(profilesJson: unknown, bytes: Uint8Array, choice: string, day: string): CheckAnswer {
  const profiles = parseProfiles(profilesJson)
  if (!profiles.ok) throw new Error(`format profiles: ${JSON.stringify(profiles.problem)}`)
  ended ??= endedBodies()
  const checked = checkPaper(bytes, profiles.value, choice, { ended, today: day })
  if (!checked.ok) throw new Refusal(checked.problem satisfies CheckRefusal)
  return { ...checked.value }
}

/** By the formats of the running system. @throws Refusal when the file cannot be read or there is no such profile */
export const checkSent = (world: World, choice: string, bytes: Uint8Array): CheckAnswer =>
  checkBy(world.catalogue().formatProfiles, bytes, choice, today(world))

/** A paper of the office on its own file: the kept one once it is issued, as it stands before. @throws Refusal */
export async function certify(
  world: World,
  actor: Actor,
  of: QueryOf<typeof checks.certificate>,
): Promise<AnswerOf<typeof checks.certificate>> {
  const view = await viewPaper(world, actor, of)
  const file = await givePaper(world, actor, { ...of, format: 'docx' })
  if (!('bytes' in file)) throw new Refusal({ code: 'document.file_not_found' } satisfies DocumentProblem)
  return {
    kindTitle: view.kindTitle,
    number: view.number,
    date: view.date,
    summary: view.summary,
    unitName: view.unitName,
    hash: createHash('sha256').update(file.bytes).digest('hex'),
    checkedAt: world.now().toISOString(),
    found: checkSent(world, 'auto', file.bytes),
  }
}

/** By the formats that the product ships, without a database. @throws Refusal as `checkSent` does */
export const checkAlone = (bytes: Uint8Array, choice: string, day: string): CheckAnswer =>
  checkBy(shipped('profiles.json'), bytes, choice, day)
