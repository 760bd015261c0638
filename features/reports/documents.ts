// A report as a file: an approved one from what was kept at its approval, any other as a draft of what stands now.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { stateOf } from '@kheo/core/workflow/report-steps.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { World } from '../context.ts'
import { issuedBytes, type DrawnFormat, type PaperSource } from '../documents/index.ts'
import { renderAnnex } from './annex.ts'
import { look } from '../people/allow.ts'
import { besideOf } from './beside.ts'
import { renderReport, type Family, type Registered } from './paper.ts'
import { printOf } from './print.ts'
import type { StoredReport } from './queries.ts'
import { toSteps } from './rules.ts'
import { renderReportSlides } from './slides.ts'
import type { Print, Snapshot } from './snapshot.ts'
import { loadReport, standingValues } from './view.ts'

export type FileWanted = {
  readonly unit: string
  readonly type: string
  readonly period: string
  readonly format: 'docx' | 'pdf' | 'xlsx' | 'pptx'
  readonly profile: 'dang' | 'nha-nuoc'
}
export type ReportFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const

export const FAMILIES: Readonly<Record<FileWanted['profile'], Family>> = { dang: 'party', 'nha-nuoc': 'state' }

function registeredIn(report: StoredReport | undefined): Registered | null {
  if (report === undefined || stateOf(toSteps(report.steps)).state !== 'issued') return null
  const issued = report.steps.findLast((step) => step.kind === 'issued')
  return issued === undefined ? null : { number: Number(issued.body.number), date: issued.body.date as CalendarDate }
}

async function printFor(
  world: World,
  actor: Actor,
  wanted: FileWanted,
): Promise<{ print: Print; registered: Registered | null }> {
  const loaded = await loadReport(world, actor, wanted.unit, wanted.type, wanted.period)
  const { report, snapshot, content } = loaded
  const { state, locked } = stateOf(toSteps(report?.steps ?? []))
  if ((state === 'approved' || state === 'issued') && snapshot?.print != null)
    return { print: snapshot.print, registered: registeredIn(report) }
  const live: Snapshot = {
    own: content.totals.own,
    values: standingValues(loaded),
    reported: content.totals.reported,
    n: content.n,
    missing: content.missing,
    children: {},
    parts: content.parts,
    print: null,
  }
  const standing = locked && snapshot !== undefined ? snapshot : live
  const beside = await look(world, actor, wanted.unit, (tx) => besideOf(tx, world, content.frame))
  const print = printOf(world, content, standing, loaded.wordings, beside)
  return { print, registered: null }
}

/** Which paper of the documents' room a report becomes when it is issued. */
export const paperOf = ({ type, period }: { readonly type: string; readonly period: string }): PaperSource => ({
  room: 'reports',
  id: `${type}/${period}`,
  role: 'bao-cao',
})

/** An issued report is given out in the bytes of its issue; any other is drawn as it stands. */
async function drawReport(
  world: World,
  wanted: FileWanted,
  { print, registered }: { readonly print: Print; readonly registered: Registered | null },
  format: DrawnFormat,
): Promise<Uint8Array> {
  const family = FAMILIES[wanted.profile]
  const kept =
    registered === null ? undefined : await issuedBytes(world, wanted.unit, { source: paperOf(wanted), family }, format)
  return kept ?? renderReport(world, { print, family, registered }, format)
}

function fileBytes(
  world: World,
  wanted: FileWanted,
  drawn: { readonly print: Print; readonly registered: Registered | null },
): Promise<Uint8Array> {
  switch (wanted.format) {
    case 'xlsx':
      return renderAnnex(world, drawn.print, drawn.registered)
    case 'pptx':
      return renderReportSlides(drawn.print, FAMILIES[wanted.profile], drawn.registered)
    case 'docx':
    case 'pdf':
      return drawReport(world, wanted, drawn, wanted.format)
  }
}

/** The file of a report, named `bao-cao-dan-van_2019_D349.docx`. @throws Refusal */
export async function renderFile(world: World, actor: Actor, wanted: FileWanted): Promise<ReportFile> {
  const { print, registered } = await printFor(world, actor, wanted)
  const bytes = await fileBytes(world, wanted, { print, registered })
  const safe = (text: string): string => text.replaceAll(/[^A-Za-z0-9-]+/g, '-')
  return {
    name: `bao-cao-${safe(wanted.type)}_${safe(wanted.period)}_${safe(wanted.unit)}.${wanted.format}`,
    type: TYPES[wanted.format],
    bytes,
  }
}
