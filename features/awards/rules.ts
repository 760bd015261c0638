// Whether nominations may be considered and decided: each rule of the day judged, each finding a sentence with its source. Pure.
//
// E1  A rule holds by its dates in the catalogue; numbers it compares with are parameters of the same day.
// E2  A block stops its step. A warning stops it too, until an officer goes past it with a reason.
// E3  A reason stands for the very sentence it was given for: other facts, another decision.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { AwardFileItem, AwardLaw, AwardRule, AwardRuleKind } from '@kheo/core/period/award-rules.ts'
import { inForce } from '@kheo/core/period/law-catalogue.ts'
import { type Law, lawValue } from '@kheo/core/period/law.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { formatCount, formatNumber, formatPair } from '@kheo/core/text/number-style.ts'
import type { Words } from '@kheo/kit/register/fields.ts'
import { isAwarded, isOpen, type Nomination } from './nomination.ts'

/** A nomination with what the round adds to it. */
export type InRound = Nomination & {
  /** As typed for the decision; null = as the law sets. */
  readonly money: number | null
  /** What the law sets on the day; null where it sets nothing. */
  readonly lawfulMoney: number | null
  readonly reviewedOn: string | null
  readonly reviewedPost: string | null
  /** Files attached to the entry. */
  readonly files: number
}
/** An award of another round or of none, given before. */
export type Earlier = Nomination & { readonly year: number; readonly unitName: string }

export type Judged = {
  readonly awardLaw: AwardLaw
  readonly law: Law
  /** The day whose rules hold. */
  readonly day: string
  readonly year: number
  readonly proposedOn: string | null
  readonly nominations: readonly InRound[]
  readonly earlier: readonly Earlier[]
  /** Papers of the round that are there, by role. */
  readonly papers: ReadonlySet<string>
}

export type Finding = {
  readonly rule: string
  readonly effect: AwardRule['effect']
  readonly before: AwardRule['before']
  /** An entry; null for the whole round. */
  readonly about: string | null
  readonly says: Words
  readonly title: string
  readonly source: string
}

type Found = { readonly about: string | null; readonly says: Words; readonly effect?: 'warn' }
type Judge = (it: Judged) => readonly Found[]

const named = (it: Nomination): string =>
  it.winner === 'individual' && it.post !== '' ? `${it.name} (${it.post})` : it.name
const open = ({ nominations }: Judged): readonly InRound[] => nominations.filter(({ state }) => isOpen(state))
const standing = ({ nominations }: Judged): readonly InRound[] =>
  nominations.filter(({ state }) => state !== 'refused' && state !== 'revoked')
const onEach =
  (says: (one: InRound, it: Judged) => Words | undefined): Judge =>
  (it) =>
    open(it).flatMap((one) => {
      const words = says(one, it)
      return words === undefined ? [] : [{ about: one.entryId, says: words }]
    })

const ALIKE = 0.5
const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(
    foldVietnamese(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  )

/** Share of words that two texts have in common, 0..1. */
export function sharedWords(a: string, b: string): number {
  const [mine, theirs] = [wordsIn(a), wordsIn(b)]
  const both = [...mine].filter((word) => theirs.has(word)).length
  const all = mine.size + theirs.size - both
  return all === 0 ? 0 : both / all
}

type Winner = Nomination & { readonly unitName?: string }
/** A body and the unit whose book names it, as whole words. */
const placesOf = ({ body, unitName = '' }: Winner): readonly string[] =>
  [body, unitName].flatMap((text) => (text === '' ? [] : [` ${[...wordsIn(text)].join(' ')} `]))

/**
 * The same person or collective, as far as names tell: tones and case apart. Of two bodies that are both named one may be
 * within the other: the village in one book, its ward in that of those above.
 */
export function isSameWinner(a: Winner, b: Winner): 'yes' | 'maybe' | 'no' {
  if (a.winner !== b.winner || foldVietnamese(a.name) !== foldVietnamese(b.name)) return 'no'
  if (a.body !== '' && b.body !== '') {
    if (foldVietnamese(a.body) === foldVietnamese(b.body)) return 'yes'
    const [mine, theirs] = [placesOf(a), placesOf(b)]
    return mine.some((one) => theirs.some((other) => one.includes(other) || other.includes(one))) ? 'maybe' : 'no'
  }
  return a.unitId === b.unitId ? 'yes' : 'maybe'
}

/** Whether two awards of one year are for one achievement; `maybe` where their words differ or one has none. */
function isSameAchievement(a: Nomination, b: Nomination): 'yes' | 'maybe' | 'no' {
  if (a.subject !== b.subject || a.ground !== b.ground) return 'no'
  if (a.achievement === '' || b.achievement === '') return 'yes'
  return sharedWords(a.achievement, b.achievement) >= ALIKE ? 'yes' : 'maybe'
}

function doubled(one: InRound, other: Nomination, where: Words): Found | undefined {
  const [who, what] = [isSameWinner(one, other), isSameAchievement(one, other)]
  if (who === 'no' || what === 'no') return undefined
  const isSure = who === 'yes' && what === 'yes'
  return {
    about: one.entryId,
    says: isSure
      ? [
          `${named(one)}: thành tích này đã được đề nghị hoặc khen bằng ${other.formWords} ${where[0]}. Đề nghị giữ một hình thức.`,
          `${named(one)}: this achievement already has ${other.formWords} ${where[1]}. Keep one form.`,
        ]
      : [
          `${named(one)}: có ${other.formWords} cùng năm, cùng chuyên đề ${where[0]}. Đề nghị đối chiếu có phải một thành tích không.`,
          `${named(one)}: there is ${other.formWords} of the same year and subject ${where[1]}. Check whether it is for the same achievement.`,
        ],
    ...(isSure ? {} : { effect: 'warn' as const }),
  }
}

const oneForm: Judge = (it) =>
  open(it).flatMap((one) => {
    const here = standing(it)
    const place = here.indexOf(one)
    const before = here
      .slice(0, place)
      .concat(here.slice(place).filter(({ state }) => isAwarded(state)))
      .flatMap(
        (other) =>
          doubled(one, other, [
            `tại dòng ${here.indexOf(other) + 1} của đợt này`,
            `in line ${here.indexOf(other) + 1} of this round`,
          ]) ?? [],
      )
    const held = it.earlier
      .filter((other) => other.year === it.year)
      .flatMap((other) => {
        const decision = other.decision === '' ? '' : ` (${other.decision})`
        return doubled(one, other, [`của ${other.unitName}${decision}`, `of ${other.unitName}${decision}`]) ?? []
      })
    return [...before, ...held].slice(0, 1)
  })

const nonLeaders: Judge = (it) => {
  const least = lawValue(it.law, 'commendation.non-leaders.percent-min', calendarDate(it.day))
  const people = standing(it).filter(({ winner }) => winner === 'individual')
  const [others, all] = [people.filter(({ isLeader }) => !isLeader).length, people.length]
  if (least === undefined || all === 0 || others * 100 >= least * all) return []
  return [
    {
      about: null,
      says: [
        `${formatPair(others, all)} cá nhân được đề nghị không giữ chức vụ lãnh đạo, quản lý; mức tối thiểu là ${formatNumber(least)}%.`,
        `${others} of ${all} persons nominated hold no leading post; the least is ${formatNumber(least)}%.`,
      ],
    },
  ]
}

const HIGHER = ['provincial-certificate', 'state-award', 'emulation-fighter', 'excellent-collective']
const noCountingUp: Judge = (it) =>
  open(it).flatMap((one) => {
    if (one.ground !== 'merit' || !HIGHER.includes(one.form)) return []
    const held = it.earlier.filter((other) => isSameWinner(one, other) !== 'no')
    if (held.length === 0 || held.some(({ ground }) => ground === 'merit')) return []
    return [
      {
        about: one.entryId,
        says: [
          `${named(one)}: ${formatCount(held.length)} lần khen trước đều theo chuyên đề hoặc đột xuất, không tính để đề nghị ${one.formWords} theo công trạng.`,
          `${named(one)}: the ${held.length} earlier awards are all campaign or sudden ones and do not count towards ${one.formWords} for merit.`,
        ],
      },
    ]
  })

const reviewed = onEach((one) =>
  one.reviewedOn === null
    ? [
        `${named(one)}: chưa ghi việc rà soát điều kiện khen thưởng (kỷ luật, thanh tra, tố cáo).`,
        `${named(one)}: no review of the conditions for an award is on record.`,
      ]
    : undefined,
)

const formFits = onEach((one, it) => {
  const form = inForce(it.awardLaw.forms, it.day).find(({ code }) => code === one.form)
  if (form === undefined) return undefined
  if (!form.winners.includes(one.winner))
    return [
      `${named(one)}: ${form.title} không dành cho ${one.winner === 'individual' ? 'cá nhân' : 'tập thể'}.`,
      `${named(one)}: ${form.title} is not for ${one.winner === 'individual' ? 'a person' : 'a collective'}.`,
    ]
  return form.levels.includes(one.level)
    ? undefined
    : [
        `${named(one)}: ngày ${viDate(calendarDate(it.day))} cấp được ghi không có thẩm quyền quyết định ${form.title}. Đề nghị sửa cấp quyết định hoặc hình thức.`,
        `${named(one)}: on ${viDate(calendarDate(it.day))} the level recorded may not decide ${form.title}. Mend the level or the form.`,
      ]
})

const money = onEach((one) =>
  one.money === null || one.lawfulMoney === null || one.money === one.lawfulMoney
    ? undefined
    : [
        `${named(one)}: tiền thưởng ${formatNumber(one.money)} đồng, mức quy định là ${formatNumber(one.lawfulMoney)} đồng.`,
        `${named(one)}: the money is ${formatNumber(one.money)} đồng, the law sets ${formatNumber(one.lawfulMoney)} đồng.`,
      ],
)

const council = onEach((one) =>
  one.consideredOn === null
    ? [`${named(one)}: Hội đồng chưa xét.`, `${named(one)}: the council has not considered it.`]
    : undefined,
)

const voteShare = onEach((one) =>
  one.verdict === 'too-few'
    ? [
        `${named(one)}: được ${formatPair(one.votesFor ?? 0, one.votesOf ?? 0)} phiếu, chưa đủ tỷ lệ cho ${one.formWords}. Đề nghị ghi “Không khen”.`,
        `${named(one)}: ${one.votesFor} of ${one.votesOf} votes are too few for ${one.formWords}. Record “Refuse”.`,
      ]
    : undefined,
)

const late = onEach((one, it) =>
  it.proposedOn !== null && one.nominatedOn > it.proposedOn
    ? [
        `${named(one)}: đề nghị ngày ${viDate(calendarDate(one.nominatedOn))}, sau ngày trình ${viDate(calendarDate(it.proposedOn))}.`,
        `${named(one)}: nominated on ${viDate(calendarDate(one.nominatedOn))}, after the proposal of ${viDate(calendarDate(it.proposedOn))}.`,
      ]
    : undefined,
)

export type FileState = AwardFileItem & {
  readonly isThere: boolean
  /** Entries without it, for an item of each nomination. */
  readonly missing: readonly string[]
}

const PAPER_OF: Readonly<Record<string, string>> = { proposal: 'to-trinh', minutes: 'bien-ban-xet' }

/** The round's file of the day, item by item: what is there and what is not. */
export function fileOf(it: Judged): readonly FileState[] {
  const lines = standing(it)
  return inForce(it.awardLaw.file, it.day).map((item) => {
    if (item.of === 'nomination') {
      const missing = lines.filter(({ files }) => files === 0).map(({ entryId }) => entryId)
      return { ...item, isThere: lines.length > 0 && missing.length === 0, missing }
    }
    const paper = PAPER_OF[item.code]
    const isGiven = item.code === 'proposal' && lines.length > 0 && lines.every(({ proposal }) => proposal !== '')
    return { ...item, isThere: isGiven || (paper !== undefined && it.papers.has(paper)), missing: [] }
  })
}

const fileWhole: Judge = (it) => {
  if (open(it).length === 0) return []
  const missing = fileOf(it).filter(({ isThere }) => !isThere)
  if (missing.length === 0) return []
  const titles = missing.map(({ title, missing: entries }) =>
    entries.length === 0 ? title : `${title} (${formatCount(entries.length)} hồ sơ)`,
  )
  return [
    {
      about: null,
      says: [
        `Hồ sơ của đợt còn thiếu: ${titles.join('; ')}.`,
        `The file of the round still lacks: ${titles.join('; ')}.`,
      ],
    },
  ]
}

const JUDGES: Readonly<Record<AwardRuleKind, Judge>> = {
  'one-form': oneForm,
  'non-leaders-share': nonLeaders,
  'no-counting-up': noCountingUp,
  reviewed,
  'form-fits': formFits,
  money,
  council,
  'vote-share': voteShare,
  late,
  'file-whole': fileWhole,
}

/** All findings on the nominations that are still open, by the rules of the day, blocks first. */
export const judgeRound = (it: Judged): readonly Finding[] =>
  inForce(it.awardLaw.rules, it.day)
    .flatMap((rule) =>
      JUDGES[rule.kind](it).map(({ about, says, effect }) => ({
        rule: rule.code,
        effect: effect ?? rule.effect,
        before: rule.before,
        about,
        says,
        title: rule.title,
        source: rule.source,
      })),
    )
    .toSorted((a, b) => a.effect.localeCompare(b.effect))

export type Pass = { readonly rule: string; readonly about: string | null; readonly sentence: string }

export const isPassed = (finding: Finding, passes: readonly Pass[]): boolean =>
  finding.effect === 'warn' &&
  passes.some((pass) => pass.rule === finding.rule && pass.about === finding.about && pass.sentence === finding.says[0])

/** What stops a step of these entries: findings of that step and of those before it that nobody went past. */
export function stopsOf(
  findings: readonly Finding[],
  passes: readonly Pass[],
  step: 'considered' | 'decided',
  entries: ReadonlySet<string>,
): readonly Finding[] {
  return findings.filter(
    (finding) =>
      (step === 'decided' || finding.before === 'considered') &&
      (finding.about === null || entries.has(finding.about)) &&
      !isPassed(finding, passes),
  )
}
