// Entries as a reader may see them: names of units and states, timeliness, and what is withheld outside the unit.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import type { EntryRow, EntryView } from '@kheo/kit/register/contract.ts'
import {
  type AnyRegister,
  dueAfter,
  isClosed,
  nextSteps,
  timelinessOf,
  type Who,
  WRITERS,
} from '@kheo/kit/register/declare.ts'
import { type Fields, withoutWords } from '@kheo/kit/register/fields.ts'
import { findEntry, listRevisions, listSteps, standing, type StoredEntry } from '@kheo/kit/register/store.ts'
import type { World } from '../context.ts'
import { allowAct, today } from '../people/allow.ts'
import { refuse } from './judge.ts'

import { factsOf } from './steps.ts'

const AREAS = new Set(['centre', 'province', 'district'])

/** A position over other units, which sees of guarded registers only what is counted. */
export const isFromAbove = (world: World, register: AnyRegister, looker: HeldPosition): boolean =>
  register.privacy === 'guarded' && AREAS.has(world.org().index.levelOf(looker.unitId as UnitId) ?? '')

/** Whoever looks at another unit's guarded register from above it sees no words and no places. */
export const isWithheldFrom = (world: World, register: AnyRegister, looker: HeldPosition, unit: string): boolean =>
  looker.unitId !== unit && isFromAbove(world, register, looker)

/** One line of a list or an export. `looker` is the position that looks. */
export function toRow(world: World, register: AnyRegister, looker: HeldPosition, entry: StoredEntry): EntryRow {
  const isWithheld = isWithheldFrom(world, register, looker, entry.unitId)
  const values = isWithheld ? withoutWords(register.fields, entry.values) : entry.values
  // A withheld entry whose name was all words is still a link that must say where it leads.
  const named = register.named({ happenedOn: entry.happenedOn, values }, (words) => words[0])
  return {
    unitId: entry.unitId,
    unitName: world.org().titleOf(entry.unitId, calendarDate(entry.happenedOn)),
    id: entry.id,
    rev: entry.rev,
    entryNo: entry.entryNo,
    happenedOn: entry.happenedOn,
    name: named === '' ? `Số ${entry.entryNo}` : named,
    state: entry.state,
    dueOn: entry.dueOn,
    timeliness: timelinessOf(isClosed(register, entry.state), entry.dueOn, entry.lastOn, today(world)),
    recordedTitle: entry.recordedTitle,
    isVoided: entry.voidedAt !== null,
    isWithheld,
    values: values as EntryRow['values'],
  }
}

const may = (world: World, actor: Actor, unit: string, who: Who): boolean => {
  try {
    allowAct(world, actor, unit, who.roles, who.at)
    return true
  } catch {
    return false
  }
}

/** A unit by its name of the day, and whether it has ended since: a programme may have lost a party. */
function unitNow(world: World, unit: string, day: string): string {
  const title = world.org().titleOf(unit, calendarDate(day))
  const end = world.org().index.spanOf(unit as UnitId)?.to ?? null
  return end === null || end > today(world) ? title : `${title} (đã kết thúc hoạt động từ ngày ${viDate(end)})`
}

async function pointsAt(
  tx: Db,
  world: World,
  register: AnyRegister,
  entry: StoredEntry,
): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  for (const [name, field] of Object.entries(register.fields as Fields)) {
    const value = entry.values[name]
    if (typeof value !== 'string' || value === '') continue
    if (field.kind === 'unit') names[name] = unitNow(world, value, entry.happenedOn)
    const target = field.kind === 'link' ? world.books.find((each) => each.code === field.to) : undefined
    const found = target === undefined ? undefined : await findEntry(tx, target, entry.unitId, value)
    if (target !== undefined && found !== undefined) names[name] = target.named(factsOf(found), (words) => words[0])
  }
  return names
}

/** One entry with its life. @throws Refusal `entry.not_found` */
export async function viewEntry(
  tx: Db,
  world: World,
  register: AnyRegister,
  actor: Actor,
  which: { readonly unit: string; readonly id: string },
  looker: HeldPosition,
): Promise<EntryView> {
  const entry = (await findEntry(tx, register, which.unit, which.id)) ?? refuse({ code: 'entry.not_found' })
  const all = await listSteps(tx, register, which.unit, which.id)
  const steps = standing(all)
  const row = toRow(world, register, looker, entry)
  const isOpen = entry.voidedAt === null
  const last = steps.at(-1)
  const stepWho = (kind: string): Who => register.steps[kind]?.who ?? WRITERS
  return {
    ...row,
    recordedAt: entry.recordedAt,
    voidReason: entry.voidReason,
    deadline: dueAfter(register, factsOf(entry), steps, world.catalogue().law) as EntryView['deadline'],
    steps: all.map((step) => ({
      seq: step.seq,
      kind: step.kind,
      happenedOn: step.happenedOn,
      dueBefore: step.dueBefore,
      note: row.isWithheld ? '' : step.note,
      at: step.at,
      actorTitle: step.actorTitle,
      values: (row.isWithheld
        ? withoutWords(register.steps[step.kind]?.fields ?? {}, step.values)
        : step.values) as EntryRow['values'],
      retracted:
        step.retractedAt === null
          ? null
          : {
              at: step.retractedAt,
              by: step.retractedTitle ?? '',
              reason: row.isWithheld ? '' : (step.retractReason ?? ''),
            },
    })),
    nextSteps: isOpen
      ? nextSteps(register, factsOf(entry), steps).filter((kind) => may(world, actor, which.unit, stepWho(kind)))
      : [],
    mayRetract: isOpen && last !== undefined && may(world, actor, which.unit, stepWho(last.kind)),
    mayEdit: isOpen && may(world, actor, which.unit, WRITERS),
    revisions: [...(await listRevisions(tx, register, which.unit, which.id))],
    pointsAt: row.isWithheld ? {} : await pointsAt(tx, world, register, entry),
  }
}
