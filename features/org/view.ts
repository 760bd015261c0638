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
