// Judges a paper that was read by a format profile: every rule, one report. It reads no file and no clock.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import { type FormatProfile, profileAt } from '../profile.ts'
import { bodyRules } from './body-rules.ts'
import type { EndedBody } from './ended-bodies.ts'
import { figureRules } from './figure-rules.ts'
import { familyOf, findComponents } from './find.ts'
import { headRules } from './head-rules.ts'
import { componentsSeen, lookRules } from './look-rules.ts'
import { pageRules, pageSeen } from './page-rules.ts'
import type { PaperProblem, ReadPaper } from './read-model.ts'
import { readPaper } from './read-paper.ts'
import type { CheckReport, Finding, Part } from './report.ts'
import { textRules } from './text-rules.ts'

export type CheckOptions = {
  readonly ended: readonly EndedBody[]
  /** ISO day to judge a draft by, whose own day is open. */
  readonly today: string
  readonly isGuessed?: boolean
}

const ORDER: readonly Part[] = [
  'page',
  'page_number',
  'font',
  'national_name',
  'motto',
  'party_name',
  'governing_body',
  'issuing_body',
  'number',
  'letter_summary',
  'place_date',
  'kind',
  'summary',
  'decided_by',
  'addressee',
  'legal_basis',
  'body',
  'authority',
  'post',
  'signer',
  'recipients_label',
  'recipients_item',
  'annex_label',
  'annex_title',
  'annex_reference',
  'annex',
  'figures',
  'text',
]

const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted(
    (a, b) =>
      Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
      ORDER.indexOf(a.component) - ORDER.indexOf(b.component),
  )

/** Everything that is wrong with a paper under a profile, errors first, in the order of the page. */
export function judgePaper(paper: ReadPaper, profile: FormatProfile, options: CheckOptions): CheckReport {
  const found = findComponents(paper, profile)
  const held = { ended: options.ended, day: found.day ?? options.today }
  const findings = inOrder([
    ...pageRules(paper, profile),
    ...lookRules(found, profile),
    ...headRules(paper, found, profile),
    ...bodyRules(found, profile),
    ...textRules(paper, found, profile, held),
    ...figureRules(paper, found),
  ])
  const errors = findings.filter((it) => it.severity === 'error').length
  return {
    profile: { code: profile.code, title: profile.title, family: profile.family, source: profile.source },
    isGuessed: options.isGuessed === true,
    passes: errors === 0,
    errors,
    warnings: findings.length - errors,
    findings,
    components: [...pageSeen(paper, profile, findings), ...componentsSeen(found, profile, findings)],
  }
}

/** The profile that a paper itself asks for: the family of its head, on its own day or, while that is open, today. */
export function profileFor(
  paper: ReadPaper,
  profiles: readonly FormatProfile[],
  today: string,
): FormatProfile | undefined {
  const family = familyOf(paper)
  const families = profiles.some((it) => it.family === family) ? [family] : (['state'] as const)
  for (const one of families) {
    const any = profiles.filter((it) => it.family === one).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    const [latest] = any
    if (latest === undefined) continue
    const day = findComponents(paper, latest).day ?? today
    const found = profileAt(profiles, one, day)
    return found.ok ? found.value : latest
  }
  return undefined
}

export type CheckProblem = PaperProblem | { readonly code: 'paper.profile_not_found'; readonly profile: string }

/** Reads and judges the bytes of a .docx; `choice` is the code of a profile, or `auto`. */
export function checkPaper(
  bytes: Uint8Array,
  profiles: readonly FormatProfile[],
  choice: string,
  options: Omit<CheckOptions, 'isGuessed'>,
): Result<CheckReport, CheckProblem> {
  const read = readPaper(bytes)
  if (!read.ok) return read
  const isGuessed = choice === 'auto'
  const profile = isGuessed
    ? profileFor(read.value, profiles, options.today)
    : profiles.find((one) => one.code === choice)
  if (profile === undefined) return refuse({ code: 'paper.profile_not_found', profile: choice })
  return accept(judgePaper(read.value, profile, { ...options, isGuessed }))
}
