// What each component of a paper says under a profile, as text. It draws nothing.

import { type Result, accept, refuse } from '@kheo/core/result.ts'
import type { Components, PaperDocument } from './block-model.ts'
import { type ComponentCode, type FormatProfile, styleOf } from './profile.ts'
import { spell } from './spelling.ts'
import { cleanText } from './xml-text.ts'

export type ComponentFault =
  | { readonly code: 'wrong_profile'; readonly asked: string; readonly given: string }
  | { readonly code: 'kind_unknown'; readonly kind: string }
  | { readonly code: 'component_missing'; readonly component: ComponentCode }
  | { readonly code: 'addressee_unused'; readonly kind: string }
  | { readonly code: 'date_malformed'; readonly date: string }

const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

const kindOf = (profile: FormatProfile, code: string) => {
  const kind = profile.kinds.get(code)
  if (kind === undefined) throw new RangeError(`kind_unknown: ${code} in ${profile.code}`)
  return kind
}

/** True for công văn, which has no title line and carries its summary below its number. */
export const isLetter = (profile: FormatProfile, components: Components): boolean =>
  components.kind === profile.number.letterKind

/** The number and symbol; blank space stands for a number not yet given. */
export const numberLine = (profile: FormatProfile, { number, kind }: Components): string => {
  const { pattern, letterPattern, letterKind, minDigits, blank } = profile.number
  const line = fill(kind === letterKind ? letterPattern : pattern, {
    number: number.value === null ? blank : String(number.value).padStart(minDigits, '0'),
    kind: kindOf(profile, kind).abbreviation,
    body: number.body,
    unit: number.unit ?? '',
  })
  return line.replace(/-$/, '')
}

/** Place and day. A day below 10 and the first months get a zero; an open date keeps the year. */
export const placeDateLine = (profile: FormatProfile, { place, date, dateOpen }: Components): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  const { pattern, padMonthsUpTo, blank } = profile.date
  const plainMonth = Number(month) <= padMonthsUpTo ? month : String(Number(month))
  return fill(pattern, { place, year, month: dateOpen ? blank : plainMonth, day: dateOpen ? blank : day })
}

/** Those addressed, when this kind of paper has a Kính gửi under this profile; else none. */
export const addresseesOf = (profile: FormatProfile, components: Components): readonly string[] =>
  profile.addressee.kinds.includes(components.kind)
    ? (components.addressees ?? []).map((name) => spell(name, profile.spelling))
    : []

const punctuated = (lines: readonly string[], separator: string, last: string): readonly string[] =>
  lines.map((line, index) => line.replace(/[;.,\s]+$/, '') + (index === lines.length - 1 ? last : separator))

export const legalBasisLines = (profile: FormatProfile, components: Components): readonly string[] =>
  punctuated(components.legalBases ?? [], profile.legalBasis.separator, profile.legalBasis.last)

/** The list below Nơi nhận, each with its marker and ending. */
export const recipientLines = (profile: FormatProfile, components: Components): readonly string[] => {
  const { marker, separator, last } = profile.recipients
  const bodies = components.recipients.map((body) => spell(body, profile.spelling))
  return punctuated(bodies, separator, last).map((line) => marker + line)
}

const authorityLine = (profile: FormatProfile, { signature }: Components): string =>
  signature.authority ? `${profile.authorityForms[signature.authority.form]} ${signature.authority.of}` : ''

const frameTexts = (
  profile: FormatProfile,
  components: Components,
): Readonly<Partial<Record<ComponentCode, string>>> => {
  const letter = isLetter(profile, components)
  const summary = spell(components.summary, profile.spelling)
  return {
    governing_body: spell(components.governingBody ?? '', profile.spelling),
    issuing_body: spell(components.issuingBody, profile.spelling),
    number: numberLine(profile, components),
    place_date: placeDateLine(profile, components),
    kind: letter ? '' : kindOf(profile, components.kind).title,
    summary: letter ? '' : summary,
    decided_by: spell(components.decidedBy ?? '', profile.spelling),
    letter_summary: letter ? summary : '',
    authority: spell(authorityLine(profile, components), profile.spelling),
    post: spell(components.signature.post, profile.spelling),
    signer: components.signature.name,
    recipients_label: profile.recipients.label,
  }
}

/** The words of a one-line component in its case; empty when this paper has none. Fixed words come from the profile. */
export const componentText = (profile: FormatProfile, components: Components, code: ComponentCode): string => {
  const style = styleOf(profile, code)
  const words = cleanText(style.text ?? frameTexts(profile, components)[code] ?? '')
  return style.case === 'upper' ? words.toUpperCase() : words
}

const required = (profile: FormatProfile, components: Components): readonly ComponentCode[] => {
  const titles: readonly ComponentCode[] = isLetter(profile, components) ? ['letter_summary'] : ['kind', 'summary']
  const signed: readonly ComponentCode[] = components.signature.authority ? ['authority', 'post'] : ['post']
  const header = profile.frame.headerRows.flatMap((row) => [...row.left, ...row.right])
  const optionalHere = new Set<ComponentCode>(['governing_body', 'letter_summary'])
  return [...header.filter((code) => !optionalHere.has(code)), ...titles, ...signed]
}

// A format kept from before these components were known has no style for them.
const unstyled = (profile: FormatProfile, { decidedBy, check }: Components): readonly ComponentCode[] => [
  ...(decidedBy !== undefined && !profile.components.has('decided_by') ? (['decided_by'] as const) : []),
  ...(check !== undefined && !profile.components.has('check_line') ? (['check_line'] as const) : []),
]

/** Everything that would make the paper incomplete under its profile. An open number, date or signer's name is a draft, not a fault. */
export const checkDocument = (
  document: PaperDocument,
  profile: FormatProfile,
): Result<PaperDocument, { readonly code: 'paper_unfit'; readonly faults: readonly ComponentFault[] }> => {
  const { components } = document
  if (!profile.kinds.has(components.kind))
    return refuse({ code: 'paper_unfit', faults: [{ code: 'kind_unknown', kind: components.kind }] })
  const faults: ComponentFault[] = required(profile, components)
    .filter((code) => componentText(profile, components, code).trim() === '')
    .map((component) => ({ code: 'component_missing', component }))
  if (document.profile !== profile.code)
    faults.push({ code: 'wrong_profile', asked: document.profile, given: profile.code })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(components.date)) faults.push({ code: 'date_malformed', date: components.date })
  if (components.recipients.length === 0) faults.push({ code: 'component_missing', component: 'recipients_item' })
  for (const code of unstyled(profile, components)) faults.push({ code: 'component_missing', component: code })
  if (components.addressees?.length && addresseesOf(profile, components).length === 0)
    faults.push({ code: 'addressee_unused', kind: components.kind })
  return faults.length === 0 ? accept(document) : refuse({ code: 'paper_unfit', faults })
}
