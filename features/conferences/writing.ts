// Papers of a conference: drafted among the documents, or given out as a file of what stands now.
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf, QueryOf } from '@kheo/kit/endpoint.ts'
import { WRITERS } from '@kheo/kit/register/declare.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import { renderDocxBatch, renderDocx } from '@kheo/writer/docx-writer.ts'
import { renderPdf } from '@kheo/writer/pdf/render-pdf.ts'
import { inScope } from '@kheo/db/transaction.ts'
import { calendarDate } from '@kheo/core/calendar.ts'
import type { World } from '../context.ts'
import { composePaper, draftPaper, fitOrRefuse, issuedBytes, type WrittenPaper } from '../documents/index.ts'
import { MEDIA_TYPES } from '../files/rules.ts'
import { act, allowAct, today } from '../people/allow.ts'
import { refuseCancelled } from './actions.ts'
import { assemble, loadConference, ROOM } from './assemble.ts'
import { refuse } from './books.ts'
import type { ConferenceFacts, PaperRole } from './facts.ts'
import { conferencePapers, missingParts } from './papers/index.ts'
import { lockConference, type Of } from './queries.ts'
import type { conferenceDoors, conferenceRoom } from './schema.ts'

/** @throws Refusal `conference.paper_not_ready` with all that is missing */
function refuseUnready(role: PaperRole, facts: ConferenceFacts): void {
  const lacks = missingParts(role, facts)
  if (lacks.length > 0) refuse({ code: 'conference.paper_not_ready', role, lacks })
}

const listed = (written: WrittenPaper | readonly WrittenPaper[]): readonly WrittenPaper[] =>
  'blocks' in written ? [written] : written

/**
 * Writes a paper from what is known now and keeps it as a draft among the documents; a draft of before is replaced.
 * Invitations are one paper there, with the list of all guests.
 * @throws Refusal `conference.paper_not_ready`, `document.issued_already`
 */
export function writeConferencePaper(
  world: World,
  actor: Actor,
  { commandId, unit, conference, role }: BodyOf<typeof conferenceRoom.write>,
): Promise<{ id: string }> {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  const of = { unit, conference }
  return act(world, actor, {
    id: commandId,
    action: 'conferences.write',
    unit,
    position,
    run: async (tx) => {
      await lockConference(tx, of)
      const loaded = await loadConference(tx, world, of)
      refuseCancelled(loaded)
      if (loaded.stored === undefined) refuse({ code: 'conference.no_plan' })
      const { facts } = await assemble(tx, world, of, loaded)
      refuseUnready(role, facts)
      const [paper = refuse({ code: 'conference.paper_not_ready', role, lacks: [] })] = listed(
        conferencePapers[role](facts, { asOne: true }),
      )
      const drafter = { unit, position, accountId: actor.accountId }
      return draftPaper(tx, world, drafter, paper, { room: ROOM, id: conference, role })
    },
    audit: ({ id }) => ({ conference, role, document: id }),
  })
}

/**
 * The number and day that a copy bears. Invitations go out under the number of the one that was registered; of any other paper
 * only the bytes that were issued have its number, so what is written now is a draft: of a conference of the past with the names
 * of its day, for its office may be no more.
 */
function registeredOf(world: World, { numbers, day }: ConferenceFacts, role: PaperRole) {
  const issued = role === 'giay-moi' ? numbers[role] : undefined
  const number = issued === undefined ? Number.NaN : Number.parseInt(issued.number, 10)
  return issued === undefined || Number.isNaN(number)
    ? { number: null, day: day < today(world) ? calendarDate(day) : today(world) }
    : { number, day: calendarDate(issued.date) }
}

/** Drawn anew also after they were issued: one page a guest, and the list with the codes for the door. */
const ALWAYS_DRAWN: ReadonlySet<PaperRole> = new Set(['giay-moi', 'danh-sach-dai-bieu'])

const issuedCopy = async (
  world: World,
  { unit, conference }: Of,
  { family, numbers }: ConferenceFacts,
  { role, format }: { readonly role: PaperRole; readonly format: 'docx' | 'pdf' },
): Promise<Uint8Array | undefined> =>
  numbers[role] === undefined || ALWAYS_DRAWN.has(role)
    ? undefined
    : issuedBytes(world, unit, { source: { room: ROOM, id: conference, role }, family }, format)

/** A file of the paper: the bytes that were issued, else as it would be written now; of invitations one after another, a page for each guest. @throws Refusal */
export async function conferenceFile(
  world: World,
  actor: Actor,
  { unit, conference, role, format }: QueryOf<typeof conferenceDoors.file>,
): Promise<FileReply> {
  const position = allowAct(world, actor, unit, WRITERS.roles)
  const of = { unit, conference }
  const facts = await inScope(world.database.app, position.path, async (tx) => {
    const loaded = await loadConference(tx, world, of)
    if (loaded.stored === undefined) refuse({ code: 'conference.no_plan' })
    return (await assemble(tx, world, of, loaded)).facts
  })
  const kept = await issuedCopy(world, of, facts, { role, format })
  const name = `${role}_${facts.day}.${format}`
  if (kept !== undefined) return { name, type: MEDIA_TYPES[format], bytes: kept }
  refuseUnready(role, facts)
  const registered = registeredOf(world, facts, role)
  const papers = listed(conferencePapers[role](facts, { withQr: true }))
  const composed = papers.map((paper) => fitOrRefuse(composePaper(world, { unit, paper, ...registered })))
  const documents = composed.map((each) => each.document)
  const profile = (composed[0] ?? refuse({ code: 'conference.paper_not_ready', role, lacks: [] })).profile
  const [first] = documents
  const bytes =
    format === 'pdf'
      ? await renderPdf(documents, profile)
      : first !== undefined && documents.length === 1
        ? await renderDocx(first, profile)
        : await renderDocxBatch(documents, profile)
  return { name, type: MEDIA_TYPES[format], bytes }
}
