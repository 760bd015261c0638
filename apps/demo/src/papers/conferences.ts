// A conference of the demonstration played through: planned, invited to, held, concluded, told of, and followed up at the next one.
import { addGuests, attendByHand } from '@kheo/features/conferences/guests.ts'
import { proposePlan, savePlan, viewConference } from '@kheo/features/conferences/actions.ts'
import type { PaperRole } from '@kheo/features/conferences/facts.ts'
import { assignConclusions, holdConference, saveMinutes } from '@kheo/features/conferences/holding.ts'
import { writeConferencePaper } from '@kheo/features/conferences/writing.ts'
import { issuePaper, startSeries } from '@kheo/features/documents/actions.ts'
import { draftNews, publishNews, saveNews } from '@kheo/features/news/actions.ts'
import { conferences } from '@kheo/features/registers/conferences/register.ts'
import { takeStep } from '@kheo/features/registers/steps.ts'
import { tasks } from '@kheo/features/registers/tasks/register.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { InputOf } from '@kheo/kit/register/declare.ts'
import { v7 as newId } from 'uuid'
import { book, idOf, keepBook } from '../books.ts'
import { officer, setDay, type Stage } from '../stage.ts'
import { type Followed, minutesOf, type Occasion, planOf } from './occasion.ts'

type At = { readonly stage: Stage; readonly actor: Actor; readonly unit: string; readonly conference: string }

async function at(stage: Stage, { unit, key }: Pick<Occasion, 'unit' | 'key'>): Promise<At> {
  return { stage, actor: await officer(stage, unit, 'compiler'), unit, conference: idOf(key) }
}

const command = ({ unit, conference }: At) => ({ commandId: newId(), unit, conference })

/** Writes these papers and, under a day, sends them out with their numbers. */
async function issue(it: At, on: string, roles: readonly PaperRole[]): Promise<void> {
  const { world } = it.stage
  for (const role of roles) {
    const { id } = await writeConferencePaper(world, it.actor, { ...command(it), role })
    await issuePaper(world, it.actor, { commandId: newId(), unit: it.unit, id, baseRev: 1, on, number: null })
  }
}

type Planned = { readonly unit: string; readonly key: string; readonly on: string; readonly notedOn: string }

/** Enters a conference of a later day into the register, as it is planned. */
async function enter(stage: Stage, { unit, key, on, notedOn }: Planned, values: InputOf<typeof conferences>) {
  const row = { on, key, noted: notedOn, values }
  await keepBook(stage, unit, book(conferences, [row]), '', notedOn)
}

/** The numbers go on from those that the office used before it had the system. */
async function goOnFrom(it: At, on: string, before: Occasion['before']): Promise<void> {
  for (const [kind, last] of Object.entries(before))
    await startSeries(it.stage.world, it.actor, {
      commandId: newId(),
      unit: it.unit,
      direction: 'out',
      family: 'party',
      kind,
      on,
      last,
      reason: 'Nối tiếp sổ văn bản giấy',
    })
}

/** Plan and guests of a conference that stands in the register. */
export async function prepare(stage: Stage, occasion: Occasion): Promise<void> {
  const it = await at(stage, occasion)
  const { unit, conference } = it
  const { plan } = await proposePlan(stage.world, it.actor, { unit, conference, issuer: 'party' })
  await savePlan(stage.world, it.actor, { ...command(it), baseRev: 0, plan: planOf(plan, occasion) })
  await addGuests(stage.world, it.actor, { ...command(it), guests: [...occasion.guests] })
}

/** Papers that are written and not sent out yet. */
export async function draft(stage: Stage, occasion: Occasion, roles: readonly PaperRole[]): Promise<void> {
  const it = await at(stage, occasion)
  for (const role of roles) await writeConferencePaper(stage.world, it.actor, { ...command(it), role })
}

/** The plan and the letter that asks for reports go out. */
export async function announce(stage: Stage, occasion: Occasion): Promise<void> {
  const it = await at(stage, occasion)
  await goOnFrom(it, occasion.plannedOn, occasion.before)
  await issue(it, occasion.plannedOn, ['ke-hoach', 'cong-van'])
}

/** A conference of a later day: entered, planned and announced. */
export async function planConference(stage: Stage, occasion: Occasion): Promise<void> {
  const { unit, key, heldOn: on, plannedOn: notedOn, entry } = occasion
  await enter(stage, { unit, key, on, notedOn }, { ...entry, subjects: [...entry.subjects] })
  await prepare(stage, occasion)
  await announce(stage, occasion)
}

const INVITING = ['chuong-trinh', 'giay-moi', 'danh-sach-dai-bieu', 'tham-luan', 'so-do-cho-ngoi'] as const

/** Invitations go out; awards that were decided meanwhile are taken into the plan. */
export async function inviteTo(stage: Stage, occasion: Occasion, awards: readonly string[] = []): Promise<void> {
  const it = await at(stage, occasion)
  if (awards.length > 0) {
    const { plan, rev } = await viewConference(stage.world, it.actor, { unit: it.unit, conference: it.conference })
    if (plan === null) throw new Error(`no plan of ${occasion.key}`)
    await savePlan(stage.world, it.actor, { ...command(it), baseRev: rev, plan: { ...plan, awards: [...awards] } })
  }
  await issue(it, occasion.invitedOn, INVITING)
}

/** The day itself: the script with the figures of the report, who came, what was said, the minutes. */
export async function hold(stage: Stage, occasion: Occasion): Promise<void> {
  const it = await at(stage, occasion)
  const { world } = stage
  await issue(it, occasion.heldOn, ['kich-ban'])
  for (const [index, guest] of occasion.guests.entries()) {
    const isAway = guest.group === 'delegate' && (index + 1) % occasion.absentEvery === 0
    if (!isAway) await attendByHand(world, it.actor, { ...command(it), seq: index + 1 })
  }
  const counted = { delegates: null, pointsJoined: null, papersRead: null }
  await holdConference(world, it.actor, { ...command(it), on: occasion.heldOn, ...counted })
  await saveMinutes(world, it.actor, { ...command(it), baseRev: 0, minutes: minutesOf(occasion) })
  await issue(it, occasion.heldOn, ['bien-ban'])
}

/** The notice of conclusions goes out and they become tasks; the news of the conference is written and published. */
export async function conclude(stage: Stage, occasion: Occasion): Promise<void> {
  await setDay(stage, occasion.concludedOn)
  const it = await at(stage, occasion)
  const { world } = stage
  await issue(it, occasion.concludedOn, ['ket-luan'])
  await assignConclusions(world, it.actor, { ...command(it), notice: '', on: null })
  const editor = await officer(stage, it.unit, 'editor')
  const { unit, conference } = it
  const { text } = await draftNews(world, editor, { unit, conference })
  const saved = await saveNews(world, editor, { commandId: newId(), unit, id: null, baseRev: 0, conference, text })
  await publishNews(world, editor, { commandId: newId(), unit, id: saved.id, baseRev: saved.rev })
}

/** The tasks that the conclusions have become, in their order. */
export async function tasksOf(stage: Stage, occasion: Pick<Occasion, 'unit' | 'key'>): Promise<readonly string[]> {
  const it = await at(stage, occasion)
  const { facts } = await viewConference(stage.world, it.actor, { unit: it.unit, conference: it.conference })
  return facts.conclusions.flatMap(({ taskId }) => taskId ?? [])
}

export const followUpKey = (key: string): string => `${key}/sau`

/** The next conference hears what became of the conclusions. */
export async function followUp(stage: Stage, occasion: Followed): Promise<void> {
  const { unit, followUp: next } = occasion
  const key = followUpKey(occasion.key)
  await setDay(stage, next.on)
  const owed = await tasksOf(stage, occasion)
  const { world } = stage
  const it = await at(stage, { unit, key })
  for (const [index, steps] of next.results.entries())
    for (const [kind, happenedOn, values = {}] of steps)
      await takeStep(world, it.actor, tasks, {
        commandId: newId(),
        unit,
        id: owed[index] ?? '',
        kind,
        happenedOn,
        values,
        note: '',
      })
  const { place, chair, subjects } = occasion.entry
  const values = { kind: next.kind, title: next.title, subjects: [...subjects], place, chair }
  await enter(stage, { unit, key, on: next.on, notedOn: next.on }, values)
  const { plan } = await proposePlan(world, it.actor, { unit, conference: it.conference, issuer: 'party' })
  const kept = {
    ...plan,
    secretaryPost: occasion.secretary,
    contactPost: occasion.contact,
    earlier: idOf(occasion.key),
  }
  await savePlan(world, it.actor, { ...command(it), baseRev: 0, plan: kept })
  await issue(it, next.on, ['ket-qua-ket-luan'])
  const counted = { delegates: null, pointsJoined: null, papersRead: null }
  await holdConference(world, it.actor, { ...command(it), on: next.on, ...counted })
}
