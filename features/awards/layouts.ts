// Certificate blanks: the shipped ones, an office's own versions of them, and printing on them.
import { type CalendarDate, calendarDate } from '@kheo/core/calendar.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { AnswerOf, BodyOf, QueryOf, Role } from '@kheo/kit/endpoint.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import { WRITERS } from '@kheo/kit/register/declare.ts'
import type { Db } from '@kheo/db/connect.ts'
import {
  type CertificateFault,
  type CertificateSheet,
  checkCertificates,
  drawnPlaces,
} from '@kheo/writer/certificate/fit.ts'
import {
  type CertificateField,
  type CertificateLayout,
  parseCertificateLayout,
  sheetSize,
} from '@kheo/writer/certificate/layout.ts'
import { renderCertificates } from '@kheo/writer/certificate/render-certificates.ts'
import type { World } from '../context.ts'
import { act, allowAct, getPath, look, today } from '../people/allow.ts'
import { refusePersonalData } from '../registers/judge.ts'
import type { FieldShape, LayoutRow, layoutDoors, layouts } from './layout-schema.ts'
import { type InRoundHeld, levelOf, type LoadedRound, loadRound, refuse } from './load.ts'
import { isAwarded } from './nomination.ts'
import { insertLayout, listLayouts, lockLayouts } from './queries.ts'
import { certificateWords, sampleSheet } from './certificate-words.ts'
import type { AwardFacts } from './papers/index.ts'
import { mayAct } from './view.ts'
import { factsOf } from './write.ts'

const EDITORS: readonly Role[] = ['compiler', 'administrator']

type Shipped = { readonly code: string; readonly valid_from: string; readonly valid_to: string | null }
type Held = { readonly layout: CertificateLayout; readonly body: unknown; readonly version: number }

function parsed(body: unknown): CertificateLayout {
  const read = parseCertificateLayout(body)
  if (!read.ok) throw new Error(`certificate layout: ${JSON.stringify(read.problem)}`)
  return read.value
}

/** The blanks of a unit: of each code its own newest version, else the shipped one in force on the day. */
async function layoutsOf(tx: Db, world: World, unit: string): Promise<readonly Held[]> {
  const own = new Map((await listLayouts(tx, unit)).map((each) => [each.code, each]))
  const day = today(world)
  const shipped = (world.catalogue().certificateLayouts as readonly Shipped[]).filter(
    (each) => each.valid_from <= day && (each.valid_to === null || day <= each.valid_to),
  )
  const codes = [...new Set([...shipped.map(({ code }) => code), ...own.keys()])]
  return codes.flatMap((code) => {
    const mine = own.get(code)
    const body = mine?.body ?? shipped.find((each) => each.code === code)
    return body === undefined ? [] : [{ layout: parsed(body), body, version: mine?.version ?? 0 }]
  })
}

/** @throws Refusal `award.layout_not_found` */
const getLayout = async (tx: Db, world: World, unit: string, code: string): Promise<Held> =>
  (await layoutsOf(tx, world, unit)).find(({ layout }) => layout.code === code) ??
  refuse({ code: 'award.layout_not_found' })

function toRow({ layout, version }: Held): LayoutRow {
  return {
    code: layout.code,
    title: layout.title,
    version,
    winner: layout.winner,
    paper: layout.paper,
    orientation: layout.orientation,
    ...sheetSize(layout),
    preprinted: layout.preprinted,
    source: layout.source,
    offset: layout.offsetMm,
    fields: drawnPlaces(layout).map(({ fit: _fit, plainOnly: _plain, ...field }) => field),
  }
}

/** @throws Refusal */
export const viewLayouts = (
  world: World,
  actor: Actor,
  { unit }: QueryOf<typeof layouts.list>,
): Promise<AnswerOf<typeof layouts.list>> =>
  look(world, actor, unit, async (tx) => ({
    rows: (await layoutsOf(tx, world, unit)).map(toRow),
    mayEdit: mayAct(world, actor, unit, EDITORS),
  }))

type RawField = { readonly name: string }
type RawLayout = { readonly fields: readonly RawField[] }

const rawOf = (field: FieldShape) => ({
  x_mm: field.xMm,
  y_mm: field.yMm,
  width_mm: field.widthMm,
  align: field.align,
  size_pt: field.sizePt,
  least_size_pt: field.leastSizePt,
  bold: field.bold,
  italic: field.italic,
  upper: field.upper,
  most_lines: field.mostLines,
})

/** The blank with what was measured; what was not touched stays as it was. @throws Refusal `award.layout_wrong` */
function measured(base: Held, input: BodyOf<typeof layouts.save>): unknown {
  const given = new Map(input.fields.map((field) => [field.name as string, rawOf(field)]))
  const raw = base.body as RawLayout
  const body = {
    ...raw,
    title: input.title,
    offset_mm: input.offset,
    fields: raw.fields.map((field) => ({ ...field, ...given.get(field.name) })),
  }
  const read = parseCertificateLayout(body)
  if (read.ok) return body
  const field = 'field' in read.problem ? read.problem.field : 'recipient'
  return refuse({ code: 'award.layout_wrong', field, fault: read.problem.code })
}

/** @throws Refusal `award.layout_stale`, `award.layout_wrong` */
export function saveLayout(
  world: World,
  actor: Actor,
  input: BodyOf<typeof layouts.save>,
): Promise<{ version: number }> {
  const { unit, code, baseVersion } = input
  const position = allowAct(world, actor, unit, EDITORS)
  refusePersonalData({ 'Tên phôi': input.title })
  return act(world, actor, {
    id: input.commandId,
    action: 'awards.layout',
    unit,
    position,
    run: async (tx) => {
      await lockLayouts(tx, unit)
      const base = await getLayout(tx, world, unit, code)
      if (base.version !== baseVersion) refuse({ code: 'award.layout_stale', version: base.version })
      const version = baseVersion + 1
      const body = measured(base, input)
      await insertLayout(tx, {
        unitId: unit,
        path: getPath(world, unit),
        code,
        version,
        body,
        at: world.now(),
        byTitle: position.title,
      })
      return { version }
    },
    audit: ({ version }) => ({ layout: code, version }),
  })
}

const PDF = 'application/pdf'

function refuseFaults(faults: readonly CertificateFault[], names: readonly string[]): never {
  const [first] = faults
  if (first === undefined || first.code === 'recipient_missing') return refuse({ code: 'award.nothing_to_print' })
  const name = names[first.sheet] ?? ''
  const at = { name, field: first.field satisfies CertificateField, count: faults.length }
  return first.code === 'text_too_long'
    ? refuse({ code: 'award.certificate_too_long', ...at })
    : refuse({ code: 'award.certificate_letters', ...at, letters: first.letters.join(' ') })
}

/** All sheets, or none: what will not fit is said before anything is drawn. @throws Refusal */
async function drawn(
  layout: CertificateLayout,
  sheets: readonly CertificateSheet[],
  file: { readonly name: string; readonly title: string; readonly date: CalendarDate; readonly withGuides: boolean },
): Promise<FileReply> {
  const checked = checkCertificates(layout, sheets)
  if (!checked.ok)
    return refuseFaults(
      checked.problem.faults,
      sheets.map(({ recipient }) => recipient ?? ''),
    )
  const { title, date, withGuides } = file
  const bytes = await renderCertificates(layout, sheets, { title, date, withGuides })
  return { name: file.name, type: PDF, bytes }
}

const isFor = (layout: CertificateLayout, { winner }: InRoundHeld): boolean =>
  layout.winner === 'any' || layout.winner === winner

/** The facts of each day of decision: an office may have had another name then. */
function factsByDay(world: World, loaded: LoadedRound): (day: string) => AwardFacts {
  const held = new Map<string, AwardFacts>()
  return (day) => {
    const facts = held.get(day) ?? factsOf(world, loaded, calendarDate(day))
    held.set(day, facts)
    return facts
  }
}

/** Certificates of a round in the order of its list; those that another level gives are printed there. @throws Refusal */
export async function printCertificates(
  world: World,
  actor: Actor,
  query: QueryOf<typeof layoutDoors.certificates>,
): Promise<FileReply> {
  const { unit, round: id, guides = false } = query
  allowAct(world, actor, unit, WRITERS.roles)
  const chosen = query.entries === undefined ? undefined : new Set(query.entries.split(','))
  const { layout, sheets, title, date } = await look(world, actor, unit, async (tx) => {
    const held = await getLayout(tx, world, unit, query.layout)
    const loaded = await loadRound(tx, world, unit, id)
    const own = levelOf(world, unit)
    const winners = loaded.nominations.filter(
      (it) =>
        isAwarded(it.state) &&
        it.level === own &&
        isFor(held.layout, it) &&
        (chosen === undefined || chosen.has(it.entryId)),
    )
    if (winners.length === 0) return refuse({ code: 'award.nothing_to_print' })
    const day = calendarDate(winners[0]?.decidedOn ?? today(world))
    const factsOn = factsByDay(world, loaded)
    return {
      layout: held.layout,
      sheets: winners.map((it) => certificateWords(world, loaded.round, factsOn(it.decidedOn ?? day), it)),
      title: loaded.round.title,
      date: day,
    }
  })
  return drawn(layout, sheets, { name: `giay-khen_${layout.code}.pdf`, title, date, withGuides: guides })
}

/** One sheet with rulers and outlines, to be laid on the real blank. @throws Refusal */
export async function testPrint(
  world: World,
  actor: Actor,
  { unit, layout: code }: QueryOf<typeof layoutDoors.test>,
): Promise<FileReply> {
  const { layout } = await look(world, actor, unit, (tx) => getLayout(tx, world, unit, code))
  const file = { name: `in-thu_${code}.pdf`, title: layout.title, date: today(world), withGuides: true }
  return drawn(layout, [sampleSheet(layout.winner)], file)
}
