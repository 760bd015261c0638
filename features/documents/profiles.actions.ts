// The formats of papers for reading: the dated versions, and one of them as a drawn page with its rules in sentences.
import type { QueryOf } from '@kheo/kit/endpoint.ts'
import { describeProfile } from '@kheo/writer/profile-notes.ts'
import { parseProfiles, type FormatProfile } from '@kheo/writer/profile.ts'
import type { World } from '../context.ts'
import { samplePaper } from './profiles.samples.ts'
import { SHOWN_KINDS, type FormatRow, type FormatView, type formats } from './profiles.schema.ts'
import { sheetOf } from './profiles.sheet.ts'

function allFormats(world: World): readonly FormatProfile[] {
  const parsed = parseProfiles(world.catalogue().formatProfiles)
  if (!parsed.ok) throw new Error(`format profiles: ${JSON.stringify(parsed.problem)}`)
  return parsed.value
}

const isInForce = ({ validFrom, validTo }: FormatProfile, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo)

const rowOf = (profile: FormatProfile, day: string): FormatRow => ({
  code: profile.code,
  family: profile.family,
  title: profile.title,
  source: profile.source,
  validFrom: profile.validFrom,
  validTo: profile.validTo,
  isInForce: isInForce(profile, day),
})

/** All dated versions of all families, newest first within a family. */
export const listFormats = (world: World, { day }: QueryOf<typeof formats.list>): { formats: FormatRow[] } => ({
  formats: allFormats(world)
    .map((profile) => rowOf(profile, day))
    .toSorted((a, b) => (a.family === b.family ? (a.validFrom < b.validFrom ? 1 : -1) : 0)),
})

/** A format drawn on a paper of a kind, dated within the format's own time. */
export function viewFormat(
  world: World,
  { code, kind, day }: QueryOf<typeof formats.view>,
): { readonly view: FormatView | null } {
  const profile = allFormats(world).find((each) => each.code === code)
  if (profile === undefined) return { view: null }
  const kinds = SHOWN_KINDS.flatMap((each) => {
    const known = profile.kinds.get(each)
    return known === undefined ? [] : [{ code: each, title: known.title }]
  })
  const shown = profile.kinds.has(kind) ? kind : 'bao-cao'
  const paper = samplePaper(profile, shown, isInForce(profile, day) ? day : (profile.validTo ?? profile.validFrom))
  return {
    view: {
      format: rowOf(profile, day),
      kind: shown,
      kinds,
      sheet: sheetOf(profile, paper),
      notes: describeProfile(profile).map((note) => ({ ...note })),
    },
  }
}
