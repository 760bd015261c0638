// Who issues a paper: the issuer in force on a day, with the names of that day filled in. Pure.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import type { OrgIndex } from '@kheo/core/org/org-index.ts'
import type { Issuer } from '../indicators/index.ts'
import type { Family } from './paper.ts'

/** An issuer with the names of a day; every part is empty where the catalogue knows none. */
export type FilledIssuer = {
  readonly governing: string
  readonly issuing: string
  readonly body: string
  readonly place: string
  readonly authority: 'collective' | null
  readonly authorityOf: string
  readonly post: string
  readonly recipients: readonly string[]
  readonly speaker: string
}

/** Kind of unit → name of its Party committee. */
const COMMITTEES: Readonly<Record<string, string>> = {
  tỉnh: 'Tỉnh ủy',
  'thành phố trực thuộc trung ương': 'Thành ủy',
  'thành phố thuộc tỉnh': 'Thành ủy',
  'thành phố thuộc thành phố trực thuộc trung ương': 'Thành ủy',
  huyện: 'Huyện ủy',
  quận: 'Quận ủy',
  'thị xã': 'Thị ủy',
}

const EMPTY: FilledIssuer = {
  governing: '',
  issuing: '',
  body: '',
  place: '',
  authority: null,
  authorityOf: '',
  post: '',
  recipients: [],
  speaker: '',
}

type Words = Readonly<Record<string, string>>

function wordsOf(index: OrgIndex, unit: UnitId, day: CalendarDate, titleOf: (unit: string) => string): Words {
  const version = index.versionAt(unit, day) ?? index.versionsOf(unit).at(-1)
  const parentId = version?.parentId ?? null
  const parent = parentId === null ? undefined : (index.versionAt(parentId, day) ?? index.versionsOf(parentId).at(-1))
  const committee = (each: typeof version): string =>
    each === undefined ? '' : `${COMMITTEES[each.kind] ?? 'Đảng ủy'} ${each.name}`.trim()
  const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
  return {
    name: version?.name ?? '',
    unit: lower(titleOf(unit)),
    parent: parentId === null ? '' : lower(titleOf(parentId)),
    party: committee(version),
    parentParty: committee(parent),
  }
}

function fill(template: string, words: Words): string {
  return template.replaceAll(/\{([a-zA-Z]+)\}/g, (_, key: string) => {
    const isCapital = key === key.toUpperCase()
    const word = words[isCapital ? key.toLowerCase() : key] ?? ''
    return isCapital ? word.toLocaleUpperCase('vi') : word
  })
}

/** The issuer of a unit's papers on a day; empty parts where the catalogue knows none. */
export function issuerAt(
  issuers: readonly Issuer[],
  index: OrgIndex,
  it: { family: Family; unit: UnitId; day: CalendarDate; titleOf: (unit: string) => string },
): FilledIssuer {
  const level = index.levelOf(it.unit)
  const found = issuers.find(
    (issuer) =>
      issuer.family === it.family &&
      issuer.level === level &&
      issuer.validFrom <= it.day &&
      (issuer.validTo === null || it.day <= issuer.validTo),
  )
  if (found === undefined) return EMPTY
  const words = wordsOf(index, it.unit, it.day, it.titleOf)
  return {
    governing: fill(found.governing, words),
    issuing: fill(found.issuing, words),
    body: found.body,
    place: fill(found.place, words),
    authority: found.authority,
    authorityOf: found.authorityOf,
    post: found.post,
    recipients: found.recipients.map((recipient) => fill(recipient, words)),
    speaker: fill(found.speaker, words),
  }
}
