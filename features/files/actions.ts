// Commands on attached files, and giving one out.
import { positionFor, type Actor, type HeldPosition } from '@kheo/kit/actor.ts'
import type { AnswerOf, BodyOf, QueryOf, Role } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { findEntry } from '@kheo/kit/register/store.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { act, allowAct, bookHolder, getPath, look } from '../people/allow.ts'
import { refuse as refuseEntry, refusePersonalData } from '../registers/judge.ts'
import { isFromAbove } from '../registers/view.ts'
import { readKept } from './kept.ts'
import { judge } from './kinds.ts'
import type { FileProblem } from './problems.ts'
import {
  findAttachment,
  insertAttachment,
  listAttachments,
  lockEntryFiles,
  markRemoved,
  type StoredAttachment,
} from './queries.ts'
import { cleanName, MEDIA_TYPES } from './rules.ts'
import { MOST_FILES, MOST_LETTERS, type fileDoors, type files } from './schema.ts'

const WRITERS: readonly Role[] = ['recorder', 'compiler']

function refuse(problem: FileProblem): never {
  throw new Refusal(problem)
}

const registerOf = (world: World, code: string): AnyRegister =>
  world.books.find((each) => each.code === code) ?? refuseEntry({ code: 'entry.not_found' })

/** Words of a guarded register are for its own unit; a paper or a photo says more than words. */
const isWithheld = (world: World, register: AnyRegister, looker: HeldPosition, unit: string): boolean =>
  looker.unitId !== unit && isFromAbove(world, register, looker)

const REFUSALS = { unknown: 'file.kind_unknown', unsound: 'file.unsound', macros: 'file.macros' } as const

/**
 * Attaches a file to an entry of the actor's own unit. What the file is comes from its bytes alone.
 * @throws Refusal
 */
export async function attachFile(
  world: World,
  actor: Actor,
  of: QueryOf<typeof fileDoors.attach>,
  sent: Uint8Array,
): Promise<{ id: string }> {
  const position = allowAct(world, actor, of.unit, WRITERS)
  const register = registerOf(world, of.register)
  const judged = judge(sent)
  if ('refused' in judged)
    return refuse({ code: REFUSALS[judged.refused], name: of.name.normalize('NFC').slice(0, MOST_LETTERS) })
  const { kind, bytes } = judged
  const name = cleanName(of.name, kind)
  refusePersonalData({ 'Tên tệp': name })
  const id = newId()
  let hash = ''
  return act(world, actor, {
    id: of.commandId,
    action: 'files.attach',
    unit: of.unit,
    position,
    run: async (tx) => {
      await lockEntryFiles(tx, of.unit, of.register, of.entry)
      const entry = (await findEntry(tx, register, of.unit, of.entry)) ?? refuseEntry({ code: 'entry.not_found' })
      if (entry.voidedAt !== null) refuseEntry({ code: 'entry.voided_already' })
      const standing = (await listAttachments(tx, of)).filter((file) => file.removedAt === null)
      if (standing.length >= MOST_FILES) refuse({ code: 'file.too_many', most: MOST_FILES })
      // Bytes before the row: a row without its file would be a promise that is not kept.
      hash = await world.files.put(bytes)
      const same = standing.find((file) => file.hash === hash)
      if (same !== undefined) refuse({ code: 'file.attached_already', name: same.name })
      await insertAttachment(tx, {
        unitId: of.unit,
        register: of.register,
        entryId: of.entry,
        id,
        path: getPath(world, of.unit),
        hash,
        name,
        kind,
        size: bytes.length,
        addedAt: world.now(),
        addedBy: actor.accountId,
        addedTitle: position.title,
      })
      return { id }
    },
    audit: () => ({ id, register: of.register, entry: of.entry, hash, kind, size: bytes.length }),
  })
}

/** Takes a file off its entry. @throws Refusal */
export function removeFile(
  world: World,
  actor: Actor,
  { commandId, unit, id }: BodyOf<typeof files.remove>,
): Promise<{ id: string }> {
  const position = allowAct(world, actor, unit, WRITERS)
  let taken: StoredAttachment | undefined
  return act(world, actor, {
    id: commandId,
    action: 'files.remove',
    unit,
    position,
    run: async (tx) => {
      taken = (await findAttachment(tx, unit, id)) ?? refuse({ code: 'file.not_found' })
      const isMarked = await markRemoved(tx, unit, id, world.now(), position.title)
      if (!isMarked) refuse({ code: 'file.removed_already', name: taken.name })
      return { id }
    },
    audit: () => ({ id, register: taken?.register, entry: taken?.entryId, hash: taken?.hash }),
  })
}

/** Files of an entry, for whoever may look at its unit. @throws Refusal */
export const filesOfEntry = (
  world: World,
  actor: Actor,
  query: QueryOf<typeof files.ofEntry>,
): Promise<AnswerOf<typeof files.ofEntry>> =>
  look(world, actor, query.unit, async (tx, looker) => {
    if (isWithheld(world, registerOf(world, query.register), looker, query.unit))
      return { rows: [], mayEdit: false, isWithheld: true }
    const holder = bookHolder(world, query.unit)
    const own = { ...actor, positions: actor.positions.filter((position) => position.unitId === holder) }
    const rows = await listAttachments(tx, query)
    return {
      rows: rows.map(({ id, name, kind, size, addedAt, addedTitle, removedAt, removedTitle }) => ({
        id,
        name,
        kind,
        size,
        addedAt: addedAt.toISOString(),
        addedTitle,
        removed: removedAt === null ? null : { at: removedAt.toISOString(), title: removedTitle ?? '' },
      })),
      mayEdit: positionFor(own, getPath(world, query.unit), WRITERS) !== undefined,
      isWithheld: false,
    }
  })

/** One file's bytes, as long as it stands on its entry. @throws Refusal */
export async function giveFile(
  world: World,
  actor: Actor,
  { unit, id, save = false }: QueryOf<typeof fileDoors.attachment>,
): Promise<FileReply> {
  const found = await look(world, actor, unit, async (tx, looker) => {
    const file = await findAttachment(tx, unit, id)
    if (file === undefined || file.removedAt !== null) return refuse({ code: 'file.not_found' })
    if (isWithheld(world, registerOf(world, file.register), looker, unit))
      return refuse({ code: 'access.file_withheld' })
    return file
  })
  const bytes = await readKept(world, found.hash, found.name)
  const isInline = !save && found.kind !== 'docx' && found.kind !== 'xlsx'
  return { name: found.name, type: MEDIA_TYPES[found.kind], bytes, isInline }
}
