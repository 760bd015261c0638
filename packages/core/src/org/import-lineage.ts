// Rows of the lineage file read into events, edges and shares; the file's own words become the closed kinds. Units are already read.
import type { CalendarDate } from '../calendar.ts'
import { type UnitId, unitId } from '../ids.ts'
import type { Report, Row } from './import-problem.ts'
import { cellOf, hasColumns, readDay } from './import-units.ts'
import type { Edge, EdgeShare, EventAtom, EventKind, Extent, OrgEvent } from './model.ts'
import type { Span } from './span.ts'

export const LINEAGE_COLUMNS = [
  'date',
  'event',
  'from_unit',
  'to_unit',
  'extent',
  'area_share',
  'pop_share',
  'source',
] as const

export interface LineageTables {
  readonly events: readonly OrgEvent[]
  readonly edges: readonly Edge[]
  readonly shares: readonly EdgeShare[]
}

type SpanOf = (unit: UnitId) => Span | undefined

interface LineageRow {
  readonly day: CalendarDate
  readonly kinds: readonly EventKind[]
  readonly from: UnitId | null
  readonly to: UnitId | null
  readonly extent: Extent
  readonly assumed: boolean
  readonly shares: readonly (readonly ['area' | 'population', number])[]
  readonly instrument: string
  readonly clause: string
  readonly note: string
}

const ATTRIBUTE_WORDS = ['rename', 'reclassify', 'reparent'] as const
const SPLIT_WORDS = ['part-merge', 'split']

const isAttributeWord = (word: string): word is (typeof ATTRIBUTE_WORDS)[number] =>
  ATTRIBUTE_WORDS.some((known) => known === word)

/** The instrument, then `khoản n` when one clause is meant, then what the clause says in square brackets. */
const SOURCE = /^(.*?)(?: khoản ([^[]+?))?(?: ?\[(.*)\])?$/s

interface Parties {
  readonly day: CalendarDate
  readonly from: UnitId | null
  readonly to: UnitId | null
}

function splitKind(parties: Parties, spanOf: SpanOf): EventKind {
  const ends = parties.from !== null && spanOf(parties.from)?.to === parties.day
  const starts = parties.to !== null && spanOf(parties.to)?.from === parties.day
  if (ends) return 'split-new'
  return starts ? 'carve-out' : 'transfer-part'
}

/** One word of the `event` column as a closed kind; undefined for an unknown word. */
function kindOf(word: string, parties: Parties, spanOf: SpanOf): EventKind | undefined {
  if (isAttributeWord(word)) return word
  if (parties.to === null)
    return parties.from === null ? undefined : word === 'merge' || word === 'abolish' ? 'abolish' : undefined
  if (word === 'merge') return spanOf(parties.to)?.from === parties.day ? 'merge-new' : 'absorb'
  if (SPLIT_WORDS.includes(word)) return splitKind(parties, spanOf)
  if (word === 'create' || word === 'recode' || word === 'abolish-level') return word
  if (word === 'convert') return 'convert-level'
  return word === 'abolish' ? 'abolish-level' : undefined
}

function readUnit(row: Row, column: string, line: number, spanOf: SpanOf, report: Report): UnitId | null {
  const text = cellOf(row, column)
  if (text === '') return null
  const id = unitId(text)
  if (spanOf(id) === undefined) report('org.unknown_unit', line, column, text)
  return id
}

function readShare(row: Row, column: string, line: number, report: Report): number | undefined {
  const text = cellOf(row, column)
  if (text === '') return undefined
  const share = Number(text)
  if (Number.isFinite(share) && share >= 0 && share <= 1) return share
  report('org.bad_share', line, column, text)
  return undefined
}

/** `whole?` is a passage rebuilt from lists. A part whose clause speaks of the remainder is the remainder. */
function readExtent(text: string, note: string, line: number, report: Report): Extent {
  if (text === 'part') return note.includes('remainder') ? 'remainder' : 'part'
  if (text === 'remainder') return 'remainder'
  if (text !== 'whole' && text !== 'whole?' && text !== '') report('org.unknown_extent', line, 'extent', text)
  return 'whole'
}

function readShares(row: Row, line: number, report: Report): LineageRow['shares'] {
  const area = readShare(row, 'area_share', line, report)
  const population = readShare(row, 'pop_share', line, report)
  return [
    ...(area === undefined ? [] : [['area', area] as const]),
    ...(population === undefined ? [] : [['population', population] as const]),
  ]
}

function readRow(row: Row, line: number, spanOf: SpanOf, report: Report): LineageRow | undefined {
  const day = readDay(cellOf(row, 'date'), line, 'date', report)
  const from = readUnit(row, 'from_unit', line, spanOf, report)
  const to = readUnit(row, 'to_unit', line, spanOf, report)
  const [, instrument = '', clause = '', note = ''] = SOURCE.exec(cellOf(row, 'source')) ?? []
  const extentText = cellOf(row, 'extent')
  const extent = readExtent(extentText, note, line, report)
  const shares = readShares(row, line, report)
  const words = cellOf(row, 'event')
  if (from === null && to === null) report('org.empty_value', line, 'to_unit', '')
  if (day === null || (from === null && to === null)) return undefined
  const kinds = words.split('+').flatMap((word) => kindOf(word, { day, from, to }, spanOf) ?? [])
  if (kinds.length !== words.split('+').length) {
    report('org.unknown_event', line, 'event', words)
    return undefined
  }
  return { day, kinds, from, to, extent, assumed: extentText === 'whole?', shares, instrument, clause, note }
}

function reportDuplicates(rows: readonly Row[], report: Report): void {
  const seen = new Set<string>()
  for (const [place, row] of rows.entries()) {
    const key = Object.values(row).join('\u0000')
    if (seen.has(key)) report('org.duplicate_row', place + 2, '', '')
    seen.add(key)
  }
}

interface Draft {
  readonly id: string
  readonly first: LineageRow
  readonly atoms: Map<string, EventAtom>
  readonly notes: Set<string>
}

/** Rows about one unit, one day and one clause are one event, whose atoms are the kinds they name. */
function drafter(): {
  readonly draftFor: (row: LineageRow, about: UnitId) => Draft
  readonly drafts: Map<string, Draft>
} {
  const drafts = new Map<string, Draft>()
  const taken = new Map<string, number>()
  const draftFor = (row: LineageRow, about: UnitId): Draft => {
    const key = [row.day, about, row.instrument, row.clause].join('|')
    const held = drafts.get(key)
    if (held !== undefined) return held
    const base = `${row.day}/${about}`
    const nth = (taken.get(base) ?? 0) + 1
    taken.set(base, nth)
    const draft: Draft = { id: nth === 1 ? base : `${base}/${nth}`, first: row, atoms: new Map(), notes: new Set() }
    drafts.set(key, draft)
    return draft
  }
  return { draftFor, drafts }
}

function eventOf({ id, first, atoms, notes }: Draft): OrgEvent {
  const list = [...atoms.values()]
  const note = [...notes].join(' | ')
  return {
    id,
    effectiveOn: first.day,
    kind: list[0]?.kind ?? 'create',
    atoms: list,
    instrument: first.instrument,
    ...(first.clause === '' ? {} : { clause: first.clause }),
    ...(note === '' ? {} : { note }),
  }
}

const lawOf = (row: LineageRow): string =>
  row.clause === '' ? row.instrument : `${row.instrument} khoản ${row.clause}`

/** A district made a special zone passes its territory once, to the zone: the row that sends it to the province as well adds no second edge. */
function withoutDoubles(edges: readonly Edge[], kinds: ReadonlyMap<string, EventKind>): readonly Edge[] {
  const converted = new Set(
    edges.filter((edge) => kinds.get(edge.eventId) === 'convert-level').map((edge) => edge.fromId),
  )
  return edges.filter((edge) => kinds.get(edge.eventId) !== 'abolish-level' || !converted.has(edge.fromId))
}

/** Shares are kept for divided units only: a whole passage needs none. Those in the file are the law's own. */
export function readLineage(rows: readonly Row[], spanOf: SpanOf, report: Report): LineageTables {
  if (!hasColumns(rows, LINEAGE_COLUMNS, report)) return { events: [], edges: [], shares: [] }
  reportDuplicates(rows, report)
  const { draftFor, drafts } = drafter()
  const edges: Edge[] = []
  const shares: EdgeShare[] = []
  for (const [place, raw] of rows.entries()) {
    const row = readRow(raw, place + 2, spanOf, report)
    const about = row?.to ?? row?.from
    if (row === undefined || about === undefined || about === null) continue
    const draft = draftFor(row, about)
    for (const kind of row.kinds) draft.atoms.set(kind, { kind, unitId: about })
    if (row.note !== '') draft.notes.add(row.note)
    if (row.from === null || row.to === null || row.from === row.to) continue
    const edge: Edge = {
      eventId: draft.id,
      ordinal: 0,
      fromId: row.from,
      toId: row.to,
      extent: row.extent,
      assumed: row.assumed,
    }
    edges.push(edge)
    if (row.extent === 'whole') continue
    for (const [basis, share] of row.shares) shares.push({ edge, basis, share, method: 'law', source: lawOf(row) })
  }
  const events = [...drafts.values()].map(eventOf)
  return { events, edges: withoutDoubles(edges, new Map(events.map((event) => [event.id, event.kind]))), shares }
}
