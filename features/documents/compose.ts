// From what a room wrote to a whole paper: the issuer's words, the format of the day, number and date, spelling.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import {
  type Block,
  type BodyCell,
  type Components,
  type PaperCheck,
  type PaperDocument,
  type Run,
  type Signature,
  type TableRow,
} from '@kheo/writer/block-model.ts'
import { checkDocument } from '@kheo/writer/components.ts'
import { parseProfiles, profileAt, type FormatProfile } from '@kheo/writer/profile.ts'
import { spell } from '@kheo/writer/spelling.ts'
import type { World } from '../context.ts'
import { issuerAt, type FilledIssuer } from './issuer.ts'
import type { Family, WrittenPaper } from './paper.ts'
import type { DocumentProblem } from './problems.ts'

function refuse(problem: DocumentProblem): never {
  throw new Refusal(problem)
}

function allProfiles(world: World): readonly FormatProfile[] {
  const parsed = parseProfiles(world.catalogue().formatProfiles)
  if (!parsed.ok) throw new Error(`format profiles: ${JSON.stringify(parsed.problem)}`)
  return parsed.value
}

/** The format of a family in force on a day. @throws Refusal `document.no_profile` */
export function profileFor(world: World, family: Family, day: CalendarDate): FormatProfile {
  const found = profileAt(allProfiles(world), family, day)
  return found.ok ? found.value : refuse({ code: 'document.no_profile', day })
}

/** The format with a code, of any day. @throws Error when the catalogue has lost it */
export function profileByCode(world: World, code: string): FormatProfile {
  const found = allProfiles(world).find((each) => each.code === code)
  if (found === undefined) throw new Error(`no format profile ${code}`)
  return found
}

/** Who issues a unit's papers of a family on a day. @throws Refusal `document.no_issuer` */
export function issuerFor(world: World, family: Family, unit: string, day: CalendarDate): FilledIssuer {
  const { index, titleOf } = world.org()
  const found = issuerAt(world.catalogue().issuers, index, {
    family,
    unit: unit as never,
    day,
    titleOf: (each) => titleOf(each, day),
  })
  return found.issuing === '' ? refuse({ code: 'document.no_issuer', unit: titleOf(unit, day) }) : found
}

const spelledRow = (row: TableRow, say: (text: string) => string): TableRow => ({
  ...row,
  cells: row.cells.map((cell): BodyCell => (typeof cell === 'string' ? say(cell) : { ...cell, text: say(cell.text) })),
})

/** A block in the spelling of the profile: Party papers write `uỷ`, state papers `ủy`. */
export function spelled(block: Block, profile: FormatProfile): Block {
  const say = (text: string): string => spell(text, profile.spelling)
  const runs = (given: readonly Run[]): readonly Run[] =>
    given.map((run) => ('text' in run ? { ...run, text: say(run.text) } : run))
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, runs: runs(block.runs) }
    case 'heading':
      return { ...block, text: say(block.text) }
    case 'list':
      return { ...block, items: block.items.map(runs) }
    case 'table':
      return {
        ...block,
        headerRows: block.headerRows.map((row) => row.map((cell) => ({ ...cell, text: say(cell.text) }))),
        rows: block.rows.map((row) => spelledRow(row, say)),
        ...(block.totalRow === undefined ? {} : { totalRow: spelledRow(block.totalRow, say) }),
      }
    default:
      return block
  }
}

/** How an issuer signs when the paper does not say otherwise; the name stays open. */
export const signatureOf = (issuer: FilledIssuer): Signature => ({
  ...(issuer.authority === null ? {} : { authority: { form: issuer.authority, of: issuer.authorityOf } }),
  post: issuer.post,
  name: '',
})

export type Composing = {
  readonly unit: string
  readonly paper: WrittenPaper
  readonly day: CalendarDate
  /** Null for a draft: number and day stay open. */
  readonly number: number | null
  readonly check?: PaperCheck
}

function componentsOf(
  issuer: FilledIssuer,
  { paper, day, number, check }: Composing,
  say: (text: string) => string,
): Components {
  return {
    ...(issuer.governing === '' ? {} : { governingBody: issuer.governing }),
    issuingBody: issuer.issuing,
    number: { value: number, body: issuer.body },
    place: issuer.place,
    date: day,
    ...(number === null ? { dateOpen: true } : {}),
    kind: paper.kind,
    summary: say(paper.summary),
    ...(paper.addressees === undefined || paper.addressees.length === 0
      ? {}
      : { addressees: paper.addressees.map(say) }),
    ...(paper.decidedBy === undefined ? {} : { decidedBy: say(paper.decidedBy) }),
    ...(paper.legalBases === undefined || paper.legalBases.length === 0
      ? {}
      : { legalBases: paper.legalBases.map(say) }),
    signature: paper.signature ?? signatureOf(issuer),
    ...(paper.cosigner === undefined ? {} : { cosigner: paper.cosigner }),
    recipients: [...(paper.recipients ?? []), ...issuer.recipients].map(say),
    ...(check === undefined ? {} : { check }),
  }
}

export type Composed = { readonly document: PaperDocument; readonly profile: FormatProfile }

/**
 * A paper as its issuer sends it out on a day: names and format of that day, the spelling of the profile.
 * @throws Refusal `document.no_profile`, `document.no_issuer`, `document.kind_unknown`
 */
export function composePaper(world: World, composing: Composing): Composed {
  const { unit, paper, day } = composing
  const profile = profileFor(world, paper.family, day)
  if (!profile.kinds.has(paper.kind)) refuse({ code: 'document.kind_unknown', kind: paper.kind })
  const issuer = issuerFor(world, paper.family, unit, day)
  const say = (text: string): string => spell(text, profile.spelling)
  return {
    document: {
      profile: profile.code,
      language: 'vi-VN',
      components: componentsOf(issuer, composing, say),
      blocks: paper.blocks.map((block) => spelled(block, profile)),
    },
    profile,
  }
}

const COMPONENTS: Readonly<Record<string, string>> = {
  kind: 'tên loại',
  summary: 'trích yếu',
  letter_summary: 'trích yếu',
  issuing_body: 'cơ quan ban hành',
  number: 'số, ký hiệu',
  place_date: 'địa danh, ngày tháng',
  authority: 'thẩm quyền ký',
  post: 'chức vụ người ký',
  recipients_item: 'nơi nhận',
}

/** The paper itself when nothing of its format is missing. @throws Refusal `document.unfit` */
export function fitOrRefuse(composed: Composed): Composed {
  const checked = checkDocument(composed.document, composed.profile)
  if (checked.ok) return composed
  const missing = checked.problem.faults.map((fault) => {
    switch (fault.code) {
      case 'component_missing':
        return COMPONENTS[fault.component] ?? fault.component
      case 'addressee_unused':
        return 'loại văn bản này không có Kính gửi'
      default:
        return fault.code
    }
  })
  return refuse({ code: 'document.unfit', missing })
}
