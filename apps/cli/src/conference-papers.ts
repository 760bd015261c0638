// Every paper of one conference, gathered from the rooms: the report, the box, the round of commendation, the article, the books.
import { calendarDate } from '@kheo/core/calendar.ts'
import { printCertificates } from '@kheo/features/awards/layouts.ts'
import { listOfRounds, viewRound } from '@kheo/features/awards/view.ts'
import { decisionBook } from '@kheo/features/awards/write.ts'
import { listOfUnit, viewConference } from '@kheo/features/conferences/actions.ts'
import type { View } from '@kheo/features/conferences/schema.ts'
import { conferenceFile } from '@kheo/features/conferences/writing.ts'
import type { World } from '@kheo/features/context.ts'
import { exportBook } from '@kheo/features/documents/book.ts'
import { givePaper } from '@kheo/features/documents/drawing.ts'
import { type Family, profileFor } from '@kheo/features/documents/index.ts'
import { listNews, viewNews } from '@kheo/features/news/actions.ts'
import { getPath, today } from '@kheo/features/people/allow.ts'
import { exportRegister } from '@kheo/features/registers/export.ts'
import { renderFile } from '@kheo/features/reports/index.ts'
import { fillTemplate, viewTemplates } from '@kheo/features/templates/actions.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import type { Paper } from './paper-files.ts'

export type At = { readonly world: World; readonly actor: Actor; readonly unit: string }

/** Whoever can read the data folder may print what a unit's own clerk may print. */
export const clerkOf = (world: World, unit: string): Actor => ({
  accountId: 'cli',
  name: 'Dòng lệnh',
  positions: [{ id: 'cli', unitId: unit, path: getPath(world, unit), role: 'compiler', title: 'Dòng lệnh' }],
})

const FORMATS = ['docx', 'pdf'] as const

/** The file that a door gives. */
async function fileOf(reply: Promise<FileReply>): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const given = await reply
  if ('bytes' in given) return given
  throw new Error('a door gave no file')
}
type Held = { readonly id: string; readonly state: string; readonly date: string | null }

const profileOf = (world: World, family: Family, day: string | null): string =>
  profileFor(world, family, day === null ? today(world) : calendarDate(day)).code

/** A paper of the documents' room in Word and as PDF; none of a cancelled one. */
async function heldPaper(
  { world, actor, unit }: At,
  { id, state, date }: Held,
  family: Family,
  kind: string,
): Promise<Paper[]> {
  if (state === 'cancelled') return []
  const profile = profileOf(world, family, date)
  const papers: Paper[] = []
  for (const format of FORMATS) {
    const { bytes } = await fileOf(givePaper(world, actor, { unit, id, format, save: true }))
    papers.push({ kind, ending: format, bytes, profile })
  }
  return papers
}

async function boxPapers(at: At, { facts, papers }: View): Promise<Paper[]> {
  const found: Paper[] = []
  for (const { role, held } of papers) if (held !== null) found.push(...(await heldPaper(at, held, facts.family, role)))
  return found
}

/** What is printed for each guest: invitations one after another, and the list with codes for the desk at the door. */
const EACH_GUEST = [
  ['giay-moi', 'giay-moi-tung-dai-bieu'],
  ['danh-sach-dai-bieu', 'diem-danh'],
] as const

async function guestPapers({ world, actor, unit }: At, { facts, papers }: View): Promise<Paper[]> {
  const found: Paper[] = []
  for (const [role, kind] of EACH_GUEST) {
    const held = papers.find((paper) => paper.role === role)?.held ?? null
    if (held === null || held.state === 'cancelled') continue
    // Written again after the conference, the list is a draft, and a draft is judged by the bodies of today.
    const isJudged = role === 'giay-moi' || facts.heldOn === null
    const judged = isJudged ? { profile: profileOf(world, facts.family, held.date) } : {}
    for (const format of FORMATS) {
      const { bytes } = await fileOf(conferenceFile(world, actor, { unit, conference: facts.id, role, format }))
      found.push({ kind, ending: format, bytes, ...judged })
    }
  }
  return found
}

/** What became of the conclusions, as a later conference of the unit heard it. */
async function resultPapers(at: At, conference: string): Promise<Paper[]> {
  const { world, actor, unit } = at
  const { rows } = await listOfUnit(world, actor, { unit })
  const found: Paper[] = []
  for (const { id, hasPlan } of rows) {
    if (!hasPlan || id === conference) continue
    const later = await viewConference(world, actor, { unit, conference: id })
    const held = later.papers.find((paper) => paper.role === 'ket-qua-ket-luan')?.held ?? null
    if (later.plan?.earlier === conference && held !== null)
      found.push(...(await heldPaper(at, held, later.facts.family, 'ket-qua-ket-luan')))
  }
  return found
}

async function reportFiles({ world, actor, unit }: At, { plan, facts }: View): Promise<Paper[]> {
  if (plan?.report == null) return []
  const { type, period } = plan.report
  const found: Paper[] = []
  for (const format of ['docx', 'pdf', 'xlsx', 'pptx'] as const) {
    const { bytes } = await renderFile(world, actor, { unit, type, period, format, profile: 'dang' })
    found.push({ kind: 'bao-cao', ending: format, bytes, profile: profileOf(world, 'party', facts.day) })
  }
  return found
}

/** Certificates without a printed frame: for everybody on the list. */
const CERTIFICATE = 'dan-van-kheo-a4'
const AWARDED = new Set(['decided', 'presented'])

async function roundPapers(at: At, round: string): Promise<Paper[]> {
  const { world, actor, unit } = at
  const view = await viewRound(world, actor, { unit, round })
  const found: Paper[] = []
  for (const paper of view.papers) found.push(...(await heldPaper(at, paper, view.family, paper.role)))
  if (!view.nominations.some(({ state }) => AWARDED.has(state))) return found
  const certificates = await fileOf(printCertificates(world, actor, { unit, round, layout: CERTIFICATE }))
  const year = Number((view.decidedOn ?? '').slice(0, 4))
  const decisions = await fileOf(decisionBook(world, actor, { unit, year }))
  return [
    ...found,
    { kind: 'giay-khen', ending: 'pdf', bytes: certificates.bytes },
    { kind: 'so-quyet-dinh-khen-thuong', ending: 'xlsx', bytes: decisions.bytes },
  ]
}

/** Of the rounds that end at this conference and, before one has its day, of those of its year that name none. */
async function awardPapers(at: At, { facts }: View): Promise<Paper[]> {
  const { world, actor, unit } = at
  const { rows } = await listOfRounds(world, actor, { unit })
  const found: Paper[] = []
  for (const { id, unitId, year } of rows) {
    if (unitId !== unit) continue
    const { conferenceId } = await viewRound(world, actor, { unit, round: id })
    const isOpen = facts.state === 'planned' && conferenceId === null && year === Number(facts.day.slice(0, 4))
    if (conferenceId === facts.id || isOpen) found.push(...(await roundPapers(at, id)))
  }
  return found
}

async function articles({ world, actor, unit }: At, { facts }: View): Promise<Paper[]> {
  const { rows } = await listNews(world, actor, { unit, page: 1 })
  const found: Paper[] = []
  for (const { id } of rows) {
    const { conference, text } = await viewNews(world, actor, { unit, id })
    if (conference !== facts.id) continue
    const photographs = text.captions.map((caption) => `[Ảnh: ${caption}]`)
    const lines = [text.title, text.lead, ...text.paragraphs, ...photographs]
    found.push({ kind: 'bai-viet', ending: 'txt', bytes: new TextEncoder().encode(`${lines.join('\n\n')}\n`) })
  }
  return found
}

/** Books of the year of the conference: papers that went out and came in, and tasks. */
async function books({ world, actor, unit }: At, { facts }: View): Promise<Paper[]> {
  const year = Number(facts.day.slice(0, 4))
  const tasks = world.books.find(({ code }) => code === 'so_nhiem_vu')
  const own = { unit, year, only: 'own', sort: 'happenedOn', order: 'asc' } as const
  const listed = tasks && (await fileOf(exportRegister(world, actor, tasks, { ...own, format: 'xlsx' }, 'vi')))
  const found: Paper[] = listed === undefined ? [] : [{ kind: 'so-nhiem-vu', ending: 'xlsx', bytes: listed.bytes }]
  for (const [direction, kind] of [
    ['out', 'so-van-ban-di'],
    ['in', 'so-van-ban-den'],
  ] as const) {
    const { bytes } = await fileOf(exportBook(world, actor, { unit, direction, year, q: '' }))
    found.push({ kind, ending: 'xlsx', bytes })
  }
  return found
}

/** Forms that those above give to their communes, filled from the books of a year in which they were there. */
async function forms({ world, actor, unit }: At, { facts }: View): Promise<Paper[]> {
  const { rows } = await viewTemplates(world, actor, { unit })
  const year = facts.day.slice(0, 4)
  const isCommune = world.org().index.levelOf(unit as never) === 'commune'
  const found: Paper[] = []
  for (const { id, unitId, source, addedAt } of rows) {
    if (!isCommune || !source.startsWith('register:') || addedAt.slice(0, 4) > year) continue
    const span = { for: unit, from: `${year}-01-01`, to: `${year}-12-31` } as const
    const { name, bytes } = await fileOf(fillTemplate(world, actor, { unit: unitId, id, ...span }))
    found.push({
      kind: 'mau-dien-san',
      name: `mau-dien-san_${name.replace(/(-\d+)*\.docx$/, '')}`,
      ending: 'docx',
      bytes,
    })
  }
  return found
}

/** All papers of a conference, those of its preparation first. @throws Refusal */
export async function papersOfConference(at: At, view: View): Promise<Paper[]> {
  return [
    ...(await reportFiles(at, view)),
    ...(await boxPapers(at, view)),
    ...(await guestPapers(at, view)),
    ...(await resultPapers(at, view.facts.id)),
    ...(await awardPapers(at, view)),
    ...(await articles(at, view)),
    ...(await books(at, view)),
    ...(await forms(at, view)),
  ]
}
