// `kheo papers`: every kind of paper of every conference, in Word, PDF, Excel and slides, each judged and listed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calendarDate } from '@kheo/core/calendar.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { demoConferences } from '@kheo/demo/papers/keys.ts'
import { listOfUnit, viewConference } from '@kheo/features/conferences/actions.ts'
import type { World } from '@kheo/features/context.ts'
import type { Booted } from '@kheo/server/boot.ts'
import { clerkOf, papersOfConference } from './conference-papers.ts'
import { dataFolderOf, isEmptyFolder, withDemoWorld } from './demo-world.ts'
import { filePapers, type Listed } from './paper-files.ts'
import { fromHere, type Options, type Outcome, wanted, withWorld } from './session.ts'

type Which = { readonly unit: string; readonly conference: string }
type Folder = {
  readonly folder: string
  readonly unit: string
  readonly unitName: string
  readonly conference: string
  readonly heldOn: string | null
  readonly papers: readonly Listed[]
}

const plain = (text: string): string =>
  foldVietnamese(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** Conferences of a unit that have a plan, oldest first. */
async function plannedAt(world: World, unit: string): Promise<Which[]> {
  const { rows } = await listOfUnit(world, clerkOf(world, unit), { unit })
  return rows
    .filter(({ hasPlan }) => hasPlan)
    .toReversed()
    .map(({ id }) => ({ unit, conference: id }))
}

async function writeFolder(world: World, out: string, { unit, conference }: Which): Promise<Folder> {
  const actor = clerkOf(world, unit)
  const view = await viewConference(world, actor, { unit, conference })
  const { day, heldOn } = view.facts
  const unitName = world.org().titleOf(unit, calendarDate(day))
  const folder = `${plain(unitName)}_${day}`
  const papers = filePapers(world, out, folder, await papersOfConference({ world, actor, unit }, view))
  return { folder, unit, unitName, conference: view.facts.title, heldOn, papers }
}

const sumOf = (folders: readonly Folder[], of: 'errors' | 'warnings'): number =>
  folders.flatMap(({ papers }) => papers).reduce((sum, paper) => sum + paper[of], 0)

function linesOf(folders: readonly Folder[], out: string): string[] {
  const wrong = folders
    .flatMap(({ papers }) => papers)
    .filter(({ errors }) => errors > 0)
    .flatMap(({ file, findings }) =>
      findings.filter(({ severity }) => severity === 'error').map(({ message }) => `✕ ${file}: ${message}`),
    )
  return [
    ...folders.map(({ folder, papers }) => `${folder}: ${papers.length} tệp`),
    ...wrong,
    `${join(out, 'papers.json')}: ${folders.reduce((sum, { papers }) => sum + papers.length, 0)} tệp, ${sumOf(folders, 'errors')} lỗi thể thức, ${sumOf(folders, 'warnings')} điều lưu ý`,
  ]
}

/** Exit status 1 when a Word file has an error of format; warnings alone leave it 0. @throws Refusal */
export function writePapers(options: Options): Promise<Outcome> {
  const out = fromHere(wanted(options, 'out'))
  const unit = typeof options['unit'] === 'string' ? options['unit'] : undefined
  const run = async ({ world }: Booted): Promise<Outcome> => {
    const chosen = unit === undefined ? demoConferences : await plannedAt(world, unit)
    const folders: Folder[] = []
    for (const which of chosen) folders.push(await writeFolder(world, out, which))
    const errors = sumOf(folders, 'errors')
    const json = { errors, warnings: sumOf(folders, 'warnings'), folders }
    writeFileSync(join(out, 'papers.json'), `${JSON.stringify(json, null, 2)}\n`)
    return { json, lines: linesOf(folders, out), isBad: errors > 0 }
  }
  const kept = dataFolderOf(options)
  return kept === undefined || isEmptyFolder(kept) ? withDemoWorld(options, run) : withWorld(options, run)
}
