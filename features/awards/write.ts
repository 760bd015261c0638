// Writes the papers of a round among the unit's papers, and the book of decisions as a workbook.
import { type CalendarDate, calendarDate, viDate } from '@kheo/core/calendar.ts'
import { inForce } from '@kheo/core/period/law-catalogue.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf, QueryOf } from '@kheo/kit/endpoint.ts'
import { WRITERS } from '@kheo/kit/register/declare.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import { renderTables } from '@kheo/writer/table-xlsx.ts'
import type { World } from '../context.ts'
import { issuerFor } from '../documents/compose.ts'
import { draftPaper } from '../documents/index.ts'
import { act, allowAct, look, today } from '../people/allow.ts'
import { bookIn, type InRoundHeld, levelOf, type LoadedRound, loadRound, refuse, ROOM } from './load.ts'
import { choiceWords, nominationOf } from './nomination.ts'
import { lowerFirst } from './papers/blocks.ts'
import { type AwardFacts, awardPapers, COUNCIL } from './papers/index.ts'
import { listDecidedIn, listStepsOf } from './queries.ts'
import type { awardDoors, awards } from './schema.ts'

/** The money of a line: as decided, else as typed, else as the law sets. */
const moneyOf = (it: InRoundHeld): number | null => it.moneyGiven ?? it.money ?? it.lawfulMoney

/** What the papers of a round are written from, with the names and the law of a day. @throws Refusal `document.no_issuer` */
export function factsOf(
  world: World,
  { round, nominations, register, papers }: LoadedRound,
  day: CalendarDate,
): AwardFacts {
  const issuer = issuerFor(world, round.family, round.unitId, day)
  const lines = nominations.map((it) => ({ ...it, money: moneyOf(it) }))
  const collective = issuer.authorityOf === '' ? '' : `${issuer.authorityOf} `
  const decidedBy = round.family === 'state' ? `CHỦ TỊCH ${issuer.issuing}` : `${collective}${issuer.issuing}`
  const proposal = papers.findLast(({ role, state }) => role === 'to-trinh' && state === 'issued')
  const written =
    proposal?.number == null || proposal.date === null
      ? round.proposal
      : `${proposal.number} ngày ${viDate(calendarDate(proposal.date))}`
  return {
    family: round.family,
    title: round.title,
    subjectWords: round.subject === null ? null : lowerFirst(choiceWords(register, 'subject', round.subject)),
    year: round.year,
    speaker: issuer.speaker,
    decidedBy,
    proposer: round.proposer === '' ? COUNCIL : round.proposer,
    addressee: round.proposedTo === '' ? issuer.speaker : round.proposedTo,
    isInternal: round.proposedTo === '',
    fund: round.fund === '' ? 'quỹ thi đua, khen thưởng' : round.fund,
    proposal: written,
    bases: inForce(world.catalogue().awardLaw.bases, day)
      .filter(({ family }) => family === round.family)
      .map(({ title }) => title),
    council: {
      on: round.councilOn,
      members: round.councilMembers,
      present: round.councilPresent,
      chair: round.councilChair,
      secretary: round.councilSecretary,
    },
    occasion: round.occasion,
    presentedOn: round.presentedOn,
    level: levelOf(world, round.unitId),
    lines: lines.filter(({ state }) => state !== 'refused' && state !== 'revoked'),
    voted: lines.filter(({ consideredOn }) => consideredOn !== null && consideredOn === round.councilOn),
  }
}

/** Drafts a paper of a round; an earlier draft of it is replaced. @throws Refusal `award.nothing_to_write`, `document.issued_already` */
export function writePaper(world: World, actor: Actor, input: BodyOf<typeof awards.write>): Promise<{ id: string }> {
  const { unit, role } = input
  const position = allowAct(world, actor, unit, WRITERS.roles)
  return act(world, actor, {
    id: input.commandId,
    action: 'awards.write',
    unit,
    position,
    run: async (tx) => {
      const loaded = await loadRound(tx, world, unit, input.round)
      const paper =
        awardPapers[role](factsOf(world, loaded, today(world))) ?? refuse({ code: 'award.nothing_to_write', role })
      return draftPaper(tx, world, { unit, position, accountId: actor.accountId }, paper, {
        room: ROOM,
        id: input.round,
        role,
      })
    },
    audit: ({ id }) => ({ round: input.round, role, paper: id }),
  })
}

const COLUMNS = [
  ['STT', 6, 'number'],
  ['Quyết định', 30, 'text'],
  ['Ngày quyết định', 14, 'day'],
  ['Họ tên, tên tập thể', 36, 'text'],
  ['Chức vụ', 24, 'text'],
  ['Đơn vị', 30, 'text'],
  ['Thành tích', 46, 'text'],
  ['Hình thức', 26, 'text'],
  ['Cấp quyết định', 22, 'text'],
  ['Tiền thưởng (đồng)', 18, 'number'],
  ['Số vào sổ', 10, 'number'],
  ['Tình trạng', 16, 'text'],
] as const

/** Sổ quyết định khen thưởng of a unit and year; those revoked stay in it, marked so. @throws Refusal */
export function decisionBook(
  world: World,
  actor: Actor,
  query: QueryOf<typeof awardDoors.decisionBook>,
): Promise<FileReply> {
  const { unit, year } = query
  const register = bookIn(world)
  return look(world, actor, unit, async (tx): Promise<FileReply> => {
    const entries = await listDecidedIn(tx, register, unit, year)
    const steps = await listStepsOf(
      tx,
      register,
      entries.map(({ id }) => id),
    )
    const rows = entries.map((entry) => ({
      ...nominationOf(register, entry, steps.get(entry.id) ?? []),
      bookNo: entry.bookNo,
    }))
    const day = today(world)
    const bytes = renderTables({
      title: `Sổ quyết định khen thưởng năm ${year} - ${world.org().titleOf(unit, calendarDate(day))}`,
      creator: world.org().titleOf(unit, day),
      date: day,
      tables: [
        {
          name: `Năm ${year}`,
          columns: COLUMNS.map(([head, width, holds]) => ({ head, width, holds })),
          rows: rows
            .toSorted((a, b) => (a.decidedOn ?? '').localeCompare(b.decidedOn ?? ''))
            .map((it, at) => [
              at + 1,
              it.decision,
              it.decidedOn === null ? null : { day: it.decidedOn },
              it.name,
              it.post,
              it.body,
              it.achievement,
              it.formWords,
              choiceWords(register, 'level', it.level),
              it.moneyGiven,
              it.bookNo,
              register.states[it.state]?.label[0] ?? it.state,
            ]),
        },
      ],
    })
    return {
      name: `so-quyet-dinh-khen-thuong_${year}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
    }
  })
}
