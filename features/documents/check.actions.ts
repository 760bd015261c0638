// Checking the format of a paper: the catalogue's profiles and ended bodies are laid beside the bytes. Nothing is kept.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Refusal } from '@kheo/kit/problem.ts'
import { checkPaper } from '@kheo/writer/checker/check.ts'
import { type EndedBody, parseEndedBodies } from '@kheo/writer/checker/ended-bodies.ts'
import { parseProfiles } from '@kheo/writer/profile.ts'
import type { World } from '../context.ts'
import { today } from '../people/allow.ts'
import type { CheckRefusal } from './check.problems.ts'
import type { CheckAnswer } from './check.schema.ts'

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

/** By the formats that the product ships, without a database. @throws Refusal as `checkSent` does */
export const checkAlone = (bytes: Uint8Array, choice: string, day: string): CheckAnswer =>
  checkBy(shipped('profiles.json'), bytes, choice, day)
