// The units' room, as other rooms see it.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import { buildOrgIndex, type OrgIndex } from '@kheo/core/org/org-index.ts'
import type { Db } from '@kheo/db/connect.ts'
import { loadOrg } from './queries.ts'

export type OrgView = {
  readonly revision: number
  readonly hungOn: CalendarDate | null
  readonly index: OrgIndex
  /** Undefined for a unit that does not exist. */
  readonly pathOf: (unit: string) => string | undefined
  /** `Phường Hòa Mạc` on a day; the last name it had when it stood, if it does not stand then. */
  readonly titleOf: (unit: string, day: CalendarDate) => string
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** `thành phố thuộc tỉnh` is a class, not a form of address: its units are called `Thành phố Tam Điệp`. */
const spokenKind = (kind: string): string => capital(kind.replace(/ (thuộc|trực thuộc) .*/, ''))

export async function openOrg(db: Db): Promise<OrgView> {
  const { records, places, revision, hungOn } = await loadOrg(db)
  const index = buildOrgIndex(records)
  return {
    revision,
    hungOn,
    index,
    pathOf: (unit) => places.get(unit)?.path,
    titleOf: (unit, day) => {
      const version = index.versionAt(unit as UnitId, day) ?? index.versionsOf(unit as UnitId).at(-1)
      return version === undefined ? unit : `${spokenKind(version.kind)} ${version.name}`.trim()
    },
  }
}

export type ListedCounts = {
  readonly provinces: number
  readonly districts: number
  readonly communes: number
  readonly unlisted: number
}

/**
 * How many units of each level the official list holds on a day. A unit without a code of the list (one that could not be
 * resolved at import, say) stands in the tree, but is counted apart.
 */
export function listedCounts({ index }: OrgView, day: CalendarDate): ListedCounts {
  const listed = new Set(
    index.records.codes
      .filter((code) => code.from <= day && (code.to === null || day < code.to))
      .map((code) => code.unitId),
  )
  const counts = { province: 0, district: 0, commune: 0 }
  let unlisted = 0
  for (const unit of index.aliveOn(day)) {
    const level = index.levelOf(unit)
    if (level !== 'province' && level !== 'district' && level !== 'commune') continue
    if (listed.has(unit)) counts[level] += 1
    else unlisted += 1
  }
  return { provinces: counts.province, districts: counts.district, communes: counts.commune, unlisted }
}
