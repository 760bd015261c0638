// A round of commendation played through: opened around nominations of the register, proposed, voted on, decided, numbered, presented.
import {
  addEntries,
  numberCertificates,
  openRound,
  orderEntries,
  passFinding,
  reviewRound,
} from '@kheo/features/awards/actions.ts'
import { considerRound, decideRound, presentRound } from '@kheo/features/awards/council.ts'
import type { PaperRole, RoundWords } from '@kheo/features/awards/schema.ts'
import { viewRound } from '@kheo/features/awards/view.ts'
import { writePaper } from '@kheo/features/awards/write.ts'
import { issuePaper, startSeries } from '@kheo/features/documents/actions.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import { v7 as newId } from 'uuid'
import { officer, setDay, type Stage } from '../stage.ts'

export type Line = { readonly entry: string; readonly money: number | null }
export type Round = {
  readonly unit: string
  readonly words: RoundWords
  readonly lines: readonly Line[]
  readonly reviewedOn: string
  readonly reviewer: string
}
type Council = { readonly on: string; readonly members: number; readonly present: number }
export type Opened = Round & { readonly id: string }

const command = ({ unit, id }: Opened) => ({ commandId: newId(), unit, round: id })
const entriesOf = ({ lines }: Round): string[] => lines.map(({ entry }) => entry)

/** Opens a round with its nominations in their order, and says that the office has looked at them. */
export async function openAwards(stage: Stage, round: Round): Promise<Opened> {
  const { world } = stage
  const actor = await officer(stage, round.unit, 'compiler')
  const { id } = await openRound(world, actor, { commandId: newId(), unit: round.unit, words: round.words })
  const opened = { ...round, id }
  await addEntries(world, actor, { ...command(opened), entries: entriesOf(round) })
  if (round.lines.some(({ money }) => money !== null))
    await orderEntries(world, actor, { ...command(opened), lines: [...round.lines] })
  const { reviewedOn: on, reviewer: post } = round
  await reviewRound(world, actor, { ...command(opened), entries: entriesOf(round), on, post })
  return opened
}

async function issue(stage: Stage, actor: Actor, round: Opened, role: PaperRole, on: string): Promise<void> {
  const { id } = await writePaper(stage.world, actor, { ...command(round), role })
  await issuePaper(stage.world, actor, { commandId: newId(), unit: round.unit, id, baseRev: 1, on, number: null })
}

/** The proposal goes out, its number after the last that the office used on paper. */
export async function propose(stage: Stage, round: Opened, on: string, last: number): Promise<void> {
  await setDay(stage, on)
  const actor = await officer(stage, round.unit, 'compiler')
  const series = { direction: 'out', family: round.words.family, kind: 'to-trinh', on, last } as const
  await startSeries(stage.world, actor, {
    ...series,
    commandId: newId(),
    unit: round.unit,
    reason: 'Nối tiếp sổ văn bản giấy',
  })
  await issue(stage, actor, round, 'to-trinh', on)
}

/** The council is of one mind but for one member on every fifth name. */
export async function vote(stage: Stage, round: Opened, { on, members, present }: Council): Promise<void> {
  await setDay(stage, on)
  const actor = await officer(stage, round.unit, 'compiler')
  const votes = entriesOf(round).map((entry, at) => ({ entry, votesFor: present - (at % 5 === 4 ? 1 : 0) }))
  await considerRound(stage.world, actor, { ...command(round), happenedOn: on, members, present, minutes: '', votes })
  await issue(stage, actor, round, 'bien-ban-xet', on)
}

/** Goes past the warnings that stand, with a reason. */
async function passWarnings(stage: Stage, actor: Actor, round: Opened): Promise<void> {
  const { findings } = await viewRound(stage.world, actor, { unit: round.unit, round: round.id })
  for (const { rule, about, says, effect, passed } of findings)
    if (effect === 'warn' && passed === null)
      await passFinding(stage.world, actor, {
        ...command(round),
        rule,
        about,
        sentence: says[0],
        reason: 'Báo cáo thành tích lưu bản giấy trong hồ sơ của đợt.',
      })
}

/** The decision goes out and counts for every award, whose certificates get their numbers. */
export async function decide(stage: Stage, round: Opened, on: string): Promise<void> {
  await setDay(stage, on)
  const { world } = stage
  const actor = await officer(stage, round.unit, 'compiler')
  await passWarnings(stage, actor, round)
  await issue(stage, actor, round, 'quyet-dinh', on)
  const entries = entriesOf(round)
  await decideRound(world, actor, { ...command(round), happenedOn: null, decision: '', entries })
  await numberCertificates(world, actor, { ...command(round), entries })
  await issue(stage, actor, round, 'danh-sach-trao', on)
}

/** Presented at the conference. */
export async function present(stage: Stage, round: Opened, on: string): Promise<void> {
  const actor = await officer(stage, round.unit, 'compiler')
  const { occasion } = round.words
  await presentRound(stage.world, actor, { ...command(round), happenedOn: on, occasion, entries: entriesOf(round) })
}
