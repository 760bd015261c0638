// What an entry must be before it is kept: its shape, its day, its words, and what it points at. The same for forms, sheets and pasted rows.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import { findPersonalNumber } from '@kheo/core/privacy/screening.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { Db } from '@kheo/db/connect.ts'
import { issueSentence } from '@kheo/kit/issue.ts'
import { type AnyRegister, dueAfter, firstState, type Facts } from '@kheo/kit/register/declare.ts'
import { type Fields, isFreeText, type Values, type Words } from '@kheo/kit/register/fields.ts'
import { findEntry } from '@kheo/kit/register/store.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { World } from '../context.ts'
import type { OrgProblem } from '../org/index.ts'
import { today } from '../people/allow.ts'

import type { EntryIssue, EntryProblem } from './problems.ts'

export function refuse(problem: EntryProblem | OrgProblem): never {
  throw new Refusal(problem)
}

const NUMBER_FOUND: Readonly<Record<'id-card' | 'phone', Words>> = {
  phone: [
    'Ô này có số điện thoại. Đề nghị bỏ đi; thông tin cá nhân chỉ giữ ở sổ giấy.',
    'There is a telephone number here. Take it out; personal data stay in the paper log.',
  ],
  'id-card': [
    'Ô này có số giấy tờ tùy thân. Đề nghị bỏ đi; thông tin cá nhân chỉ giữ ở sổ giấy.',
    'There is the number of an identity paper here. Take it out; personal data stay in the paper log.',
  ],
}

/** Words that hold a number of a person's papers or telephone. */
export function personalNumbers(fields: Fields, values: Values): EntryIssue[] {
  return Object.entries(fields).flatMap(([field, it]) => {
    const found = isFreeText(it) ? findPersonalNumber(String(values[field] ?? '')) : undefined
    return found === undefined ? [] : [{ field, says: NUMBER_FOUND[found.kind] }]
  })
}

/** Refuses a note that holds a number of a person's papers or telephone. @throws Refusal `entry.personal_data` */
export function refusePersonalData(texts: Readonly<Record<string, string>>): void {
  for (const [field, text] of Object.entries(texts)) {
    const found = findPersonalNumber(text)
    if (found !== undefined) refuse({ code: 'entry.personal_data', field, kind: found.kind })
  }
}

/** What a shape refuses, said in both languages. */
export const issueWords = (issue: Parameters<typeof issueSentence>[0]): Words => [
  issueSentence(issue, 'vi'),
  issueSentence(issue, 'en'),
]

export type Judged =
  | { readonly ok: true; readonly entry: Facts }
  | { readonly ok: false; readonly issues: readonly EntryIssue[] }

function dayIssues(world: World, register: AnyRegister, unit: string, day: string): EntryIssue[] {
  if (register.day.mayBeAhead !== true && day > today(world))
    return [
      {
        field: 'happenedOn',
        says: [
          'Ngày này chưa tới. Sổ chỉ ghi việc đã xảy ra.',
          'This day has not come yet. The register records what has happened.',
        ],
      },
    ]
  return world.org().index.versionAt(unit as UnitId, day as CalendarDate) === undefined
    ? [
        {
          field: 'happenedOn',
          says: [
            `Ngày này ${world.org().titleOf(unit, day as CalendarDate)} chưa thành lập hoặc đã kết thúc. Đề nghị kiểm tra ngày, hoặc chọn đơn vị của ngày đó.`,
            'The unit did not exist on this day. Check the day, or choose the unit of that day.',
          ],
        },
      ]
    : []
}

/** Judges what was typed, pasted or read from a sheet for a unit's book, without asking the database. */
export function judgeEntry(
  world: World,
  register: AnyRegister,
  unit: string,
  given: { readonly happenedOn: string; readonly values: Readonly<Record<string, unknown>> },
): Judged {
  const read = register.form.safeParse(given.values)
  const days = dayIssues(world, register, unit, given.happenedOn)
  if (!read.success)
    return {
      ok: false,
      issues: [
        ...days,
        ...read.error.issues.map((issue) => ({ field: issue.path.join('.'), says: issueWords(issue) })),
      ],
    }
  const typed = read.data as Values
  const issues = [...days, ...personalNumbers(register.fields, typed), ...wrongUnits(world, register.fields, typed)]
  if (issues.length > 0) return { ok: false, issues }
  return {
    ok: true,
    entry: {
      happenedOn: given.happenedOn,
      values: { ...typed, ...computedOf(world, register, given.happenedOn, typed) },
    },
  }
}

const computedOf = (world: World, register: AnyRegister, happenedOn: string, values: Values): Values =>
  register.compute?.({ happenedOn, values }, world.catalogue().law) ?? {}

const wrongUnits = (world: World, fields: Fields, values: Values): EntryIssue[] =>
  Object.entries(fields).flatMap(([field, it]) =>
    it.kind === 'unit' && values[field] !== null && world.org().index.levelOf(values[field] as never) === undefined
      ? [{ field, says: ['Không có đơn vị này trong danh mục.', 'There is no such unit.'] as Words }]
      : [],
  )

/** Refuses links to entries that the unit's books do not hold. @throws Refusal */
export async function refuseLooseLinks(
  tx: Db,
  world: World,
  register: AnyRegister,
  unit: string,
  values: Values,
): Promise<void> {
  for (const [field, it] of Object.entries(register.fields as Fields)) {
    const id = values[field]
    if (it.kind !== 'link' || typeof id !== 'string') continue
    const target = world.books.find((each) => each.code === it.to)
    const found = target === undefined ? undefined : await findEntry(tx, target, unit, id)
    if (found === undefined || found.voidedAt !== null)
      refuse({
        code: 'entry.wrong_fields',
        issues: [
          {
            field,
            says: [
              'Dòng được chọn không còn trong sổ của đơn vị. Đề nghị chọn lại.',
              'The chosen entry is not in the unit’s book any more. Choose again.',
            ],
          },
        ],
      })
  }
}

/** What an entry is found by, without tones. */
export const foldedOf = (register: AnyRegister, entryNo: number, entry: Facts): string =>
  foldVietnamese(
    [
      String(entryNo),
      register.named(entry, (words) => words[0]),
      ...Object.entries(register.fields as Fields).flatMap(([field, it]) =>
        isFreeText(it) ? [String(entry.values[field] ?? '')] : [],
      ),
    ].join(' '),
  )

/** The state and deadline of an entry that has just been recorded. */
export const startOf = (
  world: World,
  register: AnyRegister,
  entry: Facts,
): { readonly state: string; readonly dueOn: string | null } => ({
  state: firstState(register),
  dueOn: dueAfter(register, entry, [], world.catalogue().law)?.dueOn ?? null,
})
