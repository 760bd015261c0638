// Reads the files that wait, one after the other. Nothing of an attempt stays until all of it stands; a worker that dies is followed by another.
import { inScope } from '@kheo/db/transaction.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { readText } from '@kheo/reader/read.ts'
import type { World } from '../context.ts'
import { DamagedFile } from '../files/store.ts'
import { rootPath } from '../people/allow.ts'
import { readContents } from './contents/read-contents.ts'
import { loadReading } from './command.ts'
import { withoutPeople } from './found.ts'
import { judgeClaims } from './judge.ts'
import { blotOut, maskNumbers } from './masking.ts'
import { propose } from './place.ts'
import type { ReadingProblem } from './problems.ts'
import {
  delayJob,
  endJob,
  findReading,
  insertStep,
  type Job,
  lockReading,
  type StoredContent,
  type StoredReading,
  takeJob,
  writeContent,
} from './queries.ts'
import { NOTHING_YET, type Placement, type StepBody } from './rules.ts'

/** Letters of one text; a year's report of a province has a tenth of it. */
const MOST_TEXT = 1_000_000
const MOST_TRIES = 3
/** How long a worker may hold a file; after that it is taken for dead. */
const LEASE_MS = 180_000
/** Before the same file is tried again. */
const REST_MS = 20_000

type Opened = Awaited<ReturnType<typeof readContents>>
/** How a file is opened; tests put one of their own in its place to let a worker fail. */
export type Opener = (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<Opened>

type Read = { readonly content: StoredContent; readonly placement: Placement }

function refuse(problem: ReadingProblem): never {
  throw new Refusal(problem)
}

/** A file read to the end: its text without numbers of persons, what was found, and what it may mean. */
async function readFile(world: World, reading: StoredReading, open: Opener): Promise<Read> {
  const bytes = await world.files.get(reading.hash)
  if (bytes === undefined) throw new DamagedFile(reading.hash)
  const contents = await open({ name: reading.name, bytes })
  if (contents.text.length > MOST_TEXT) refuse({ code: 'reading.text_too_long', most: MOST_TEXT })
  const masked = maskNumbers(contents.text)
  const { furniture, tables, notes } = contents
  const read = readText(masked, { furniture })
  const phones = read.notFigures.filter(({ why }) => why === 'phone')
  const spans = phones.map(({ start, number }) => ({ start, end: start + number.length }))
  const text = blotOut(masked, spans)
  const found = withoutPeople(read, { furniture, tables, notes })
  const told = {
    ...found,
    notFigures: found.notFigures.map((each) =>
      each.why === 'phone' ? { ...each, number: text.slice(each.start, each.start + each.number.length) } : each,
    ),
  }
  const placement = propose(world, reading.unitId, text, read.event)
  const claims = judgeClaims(world, text, told, placement)
  return {
    content: { kind: contents.kind, encoding: contents.encoding ?? null, text, found: told, claims },
    placement,
  }
}

/** What is said of an attempt that failed: a typed refusal at once, anything else after several tries. */
function problemOf(error: unknown, job: Job, name: string): { readonly code: string } | undefined {
  if (error instanceof Refusal) return error.problem
  if (error instanceof DamagedFile) return { code: 'file.lost', name } as { readonly code: string }
  return job.tries >= MOST_TRIES ? { code: 'reading.gave_up' } : undefined
}

type Outcome = { readonly kind: 'read' | 'failed'; readonly body: StepBody; readonly content?: StoredContent }

/** Keeps the outcome, unless the reading was thrown away or read by another meanwhile. */
async function settle(world: World, job: Job, { kind, body, content }: Outcome): Promise<void> {
  await inScope(world.database.app, job.path, async (tx) => {
    await lockReading(tx, job.unitId, job.id)
    const { reading, status } = await loadReading(tx, job.unitId, job.id)
    await endJob(tx, job)
    if (status.state !== 'queued') return
    if (content !== undefined) await writeContent(tx, reading, content)
    await insertStep(tx, {
      unitId: reading.unitId,
      id: reading.id,
      path: reading.path,
      seq: status.rev + 1,
      kind,
      at: world.now(),
      actor: 'system',
      actorTitle: 'Hệ thống',
      body,
    })
  })
}

async function attempt(world: World, job: Job, open: Opener): Promise<void> {
  const reading = await inScope(world.database.app, job.path, (tx) => findReading(tx, job.unitId, job.id))
  if (reading === undefined) return
  if (job.tries > MOST_TRIES) {
    const body = { tally: NOTHING_YET, problem: { code: 'reading.gave_up' } }
    return settle(world, job, { kind: 'failed', body })
  }
  try {
    const { content, placement } = await readFile(world, reading, open)
    const tally = { ...NOTHING_YET, figures: content.found.figures.length, claims: content.claims.length }
    await settle(world, job, { kind: 'read', body: { tally, placement }, content })
  } catch (error) {
    const problem = problemOf(error, job, reading.name)
    if (problem !== undefined) return settle(world, job, { kind: 'failed', body: { tally: NOTHING_YET, problem } })
    const due = new Date(world.now().getTime() + REST_MS)
    await inScope(world.database.app, job.path, (tx) => delayJob(tx, job, due))
    throw error
  }
}

/** Takes the next file that is due; undefined when none waits. */
export function takeNext(world: World): Promise<Job | undefined> {
  const now = world.now()
  return inScope(world.database.app, rootPath(world), (tx) => takeJob(tx, now, new Date(now.getTime() + LEASE_MS)))
}

/**
 * Reads the file that has waited longest; false when none waits.
 * @throws whatever went wrong with one file; it will be tried again, and the others are not touched
 */
export async function readNext(world: World, open: Opener = readContents): Promise<boolean> {
  const job = await takeNext(world)
  if (job === undefined) return false
  await attempt(world, job, open)
  return true
}
