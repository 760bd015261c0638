// The shape of a format profile: everything a printer draws is a value here. The values themselves are dated data in the catalogue.

import { type Result, accept, refuse } from '@kheo/core/result.ts'
import {
  flag,
  isoDay,
  listOf,
  mapOf,
  measure,
  oneOf,
  optional,
  type ReadValue,
  type ShapeProblem,
  shape,
  text,
} from './read-shape.ts'

export const componentCodes = [
  'national_name',
  'motto',
  'party_name',
  'governing_body',
  'issuing_body',
  'number',
  'place_date',
  'kind',
  'summary',
  'letter_summary',
  'addressee',
  'decided_by',
  'legal_basis',
  'authority',
  'post',
  'signer',
  'recipients_label',
  'recipients_item',
  'annex_label',
  'annex_title',
  'annex_reference',
  'check_line',
] as const

const align = oneOf(['left', 'center', 'right', 'justify'])
const letterCase = oneOf(['upper', 'as_given'])
/** What the rule allows, both ends included, where it leaves a choice; what is drawn is the one value beside it. */
const range = optional(shape({ least: measure, most: measure }))
const columns = shape({ leftMm: measure, rightMm: measure })
const componentCode = oneOf(componentCodes)

/**
 * `rule` is a drawn line below; its length is a share of the printed text. `tail` is a line of fixed signs below.
 * `box` is the number that the rule's own drawing of a page gives the component.
 */
const component = shape({
  text: optional(text),
  box: optional(text),
  case: letterCase,
  sizePt: measure,
  sizeRangePt: range,
  bold: optional(flag),
  italic: optional(flag),
  underline: optional(flag),
  align,
  beforePt: optional(measure),
  afterPt: optional(measure),
  rule: optional(shape({ share: measure, weightPt: measure, gapPt: measure })),
  tail: optional(text),
  source: optional(text),
})

const heading = shape({ case: letterCase, sizePt: measure, bold: flag, italic: flag, align, firstLineMm: measure })

const authorityForms = shape({ collective: text, deputy: text, order: text, authorised: text, acting: text })

const profile = shape({
  code: text,
  family: oneOf(['state', 'party', 'front']),
  validFrom: isoDay,
  validTo: optional(isoDay),
  title: text,
  source: text,
  font: text,
  spelling: oneOf(['ủy', 'uỷ']),
  page: shape({
    widthMm: measure,
    heightMm: measure,
    marginsMm: shape({ top: measure, bottom: measure, left: measure, right: measure }),
    marginsRangeMm: optional(shape({ top: range, bottom: range, left: range, right: range })),
    headerMm: measure,
    footerMm: measure,
    source: optional(text),
  }),
  pageNumber: shape({
    place: oneOf(['header', 'footer']),
    align,
    sizePt: measure,
    sizeRangePt: range,
    hiddenOnFirst: flag,
    annexRestarts: flag,
    source: optional(text),
  }),
  body: shape({
    sizePt: measure,
    sizeRangePt: range,
    align,
    firstLineMm: measure,
    firstLineRangeMm: range,
    beforePt: measure,
    afterPt: measure,
    lineMultiple: measure,
    lineRange: range,
    /** Least room between two paragraphs. */
    gapLeastPt: optional(measure),
    source: optional(text),
  }),
  headings: listOf(heading),
  listMarker: text,
  note: shape({ sizePt: measure, italic: flag }),
  table: shape({
    sizePt: measure,
    headerBold: flag,
    borderPt: measure,
    cellSideMm: measure,
    cellTopPt: measure,
    source: optional(text),
  }),
  frame: shape({
    headerColumns: columns,
    headerRows: listOf(shape({ left: listOf(componentCode), right: listOf(componentCode) })),
    signatureColumns: columns,
    signatureSpaceLines: measure,
    frameLineMultiple: measure,
  }),
  number: shape({ pattern: text, letterPattern: text, letterKind: text, minDigits: measure, blank: text }),
  /** What shares one run of numbers, and when it begins again at 1. Absent: all kinds of a body together, by the year. */
  numberSeries: optional(shape({ by: oneOf(['kind', 'all']), span: oneOf(['year']), source: optional(text) })),
  date: shape({ pattern: text, padMonthsUpTo: measure, blank: text }),
  /** How a day is written within the text. */
  dates: optional(shape({ body: oneOf(['dd/m/yyyy', 'dd/mm/yyyy']), source: optional(text) })),
  addressee: shape({ label: text, kinds: listOf(text) }),
  recipients: shape({ label: text, marker: text, separator: text, last: text }),
  legalBasis: shape({ separator: text, last: text }),
  authorityForms,
  kinds: mapOf(text, shape({ title: text, abbreviation: text })),
  components: mapOf(componentCode, component),
})

export type ComponentCode = (typeof componentCodes)[number]
export type ComponentStyle = ReadValue<typeof component>
export type HeadingStyle = ReadValue<typeof heading>
export type FormatProfile = ReadValue<typeof profile>
export type ProfileFamily = FormatProfile['family']

export type ProfilesProblem =
  | ShapeProblem
  | { readonly code: 'heading_levels'; readonly profile: string; readonly found: number }
  | { readonly code: 'component_undefined'; readonly profile: string; readonly component: ComponentCode }
  | {
      readonly code: 'profiles_overlap'
      readonly family: ProfileFamily
      readonly first: string
      readonly second: string
    }

const readFile = shape({ profiles: listOf(profile) })

const signedPart: readonly ComponentCode[] = [
  'kind',
  'summary',
  'authority',
  'post',
  'signer',
  'recipients_label',
  'recipients_item',
]

const faultOf = (one: FormatProfile): ProfilesProblem | null => {
  if (one.headings.length !== 4) return { code: 'heading_levels', profile: one.code, found: one.headings.length }
  const drawn = [...one.frame.headerRows.flatMap((row) => [...row.left, ...row.right]), ...signedPart]
  const missing = drawn.find((code) => !one.components.has(code))
  return missing === undefined ? null : { code: 'component_undefined', profile: one.code, component: missing }
}

const overlapOf = (profiles: readonly FormatProfile[]): ProfilesProblem | null => {
  const ordered = profiles.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  for (const [index, first] of ordered.entries()) {
    const second = ordered.slice(index + 1).find((later) => later.family === first.family)
    if (second !== undefined && (first.validTo === null || first.validTo >= second.validFrom))
      return { code: 'profiles_overlap', family: first.family, first: first.code, second: second.code }
  }
  return null
}

/** Profiles from the parsed JSON of the catalogue. Refuses a wrong shape, an undrawable component, or two profiles of one family on one day. */
export const parseProfiles = (json: unknown): Result<readonly FormatProfile[], ProfilesProblem> => {
  const read = readFile(json, '$')
  if (!read.ok) return read
  const profiles = read.value.profiles
  const fault = profiles.map(faultOf).find((found) => found !== null) ?? overlapOf(profiles)
  return fault ? refuse(fault) : accept(profiles)
}

/** The profile of a family in force on an ISO day, both ends included. */
export const profileAt = (
  profiles: readonly FormatProfile[],
  family: ProfileFamily,
  day: string,
): Result<
  FormatProfile,
  { readonly code: 'no_profile_in_force'; readonly family: ProfileFamily; readonly day: string }
> => {
  const found = profiles.find(
    (one) => one.family === family && one.validFrom <= day && (one.validTo === null || day <= one.validTo),
  )
  return found ? accept(found) : refuse({ code: 'no_profile_in_force', family, day })
}

/** The style of a component that the profile must have; parseProfiles has checked those of the frame. */
export const styleOf = (one: FormatProfile, code: ComponentCode): ComponentStyle => {
  const style = one.components.get(code)
  if (style === undefined) throw new RangeError(`profile ${one.code} has no component ${code}`)
  return style
}
