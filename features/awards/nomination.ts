// A nomination as the room's rules and papers see it: an entry of the register with its steps and its place in a round. Pure.
import type { AnyRegister, TakenStep } from '@kheo/kit/register/declare.ts'
import type { Fields, Values } from '@kheo/kit/register/fields.ts'

/** The register's name in the catalogue. */
export const BOOK = 'so_khen_thuong'
/** The register of conferences, at which awards are presented. */
export const CONFERENCES = 'so_hoi_nghi'

export type Winner = 'collective' | 'individual'
export type AwardFamily = 'state' | 'party'

export type Nomination = {
  readonly entryId: string
  readonly entryNo: number
  readonly unitId: string
  readonly nominatedOn: string
  readonly winner: Winner
  readonly name: string
  readonly post: string
  readonly isLeader: boolean
  readonly body: string
  readonly form: string
  readonly formWords: string
  readonly level: string
  readonly ground: string
  readonly subject: string | null
  readonly achievement: string
  readonly proposal: string
  readonly state: string
  readonly votesFor: number | null
  readonly votesOf: number | null
  readonly verdict: string | null
  readonly consideredOn: string | null
  readonly decision: string
  readonly decidedOn: string | null
  /** Đồng, as counted by the register; null before the decision. */
  readonly moneyGiven: number | null
  readonly presentedOn: string | null
}

/** Not decided on yet. */
export const isOpen = (state: string): boolean => state === 'nominated' || state === 'considered'
/** The state a nomination comes to when it is decided, presented, refused or revoked. */
export const isAwarded = (state: string): boolean => state === 'decided' || state === 'presented'

const text = (values: Values, name: string): string => String(values[name] ?? '').trim()
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** The Vietnamese label of a choice of the register; the code itself when the declaration knows none. */
export function choiceWords(register: AnyRegister, field: string, code: string | null): string {
  const found = (register.fields as Fields)[field]
  return code !== null && found !== undefined && 'choices' in found ? (found.choices[code]?.[0] ?? code) : (code ?? '')
}

type Stored = {
  readonly id: string
  readonly unitId: string
  readonly entryNo: number
  readonly happenedOn: string
  readonly state: string
  readonly values: Values
}

/** An entry with the steps that stand, in order. */
export function nominationOf(register: AnyRegister, entry: Stored, steps: readonly TakenStep[]): Nomination {
  const { values } = entry
  const last = (kind: string) => steps.findLast((step) => step.kind === kind)
  const [considered, decided, presented] = [last('considered'), last('decided'), last('presented')]
  const form = text(values, 'form')
  return {
    entryId: entry.id,
    entryNo: entry.entryNo,
    unitId: entry.unitId,
    nominatedOn: entry.happenedOn,
    winner: values['winner'] === 'collective' ? 'collective' : 'individual',
    name: text(values, 'name'),
    post: text(values, 'post'),
    isLeader: values['isLeader'] === true,
    body: text(values, 'body'),
    form,
    formWords: choiceWords(register, 'form', form),
    level: text(values, 'level'),
    ground: text(values, 'ground'),
    subject: text(values, 'subject') || null,
    achievement: text(values, 'achievement'),
    proposal: text(values, 'proposal'),
    state: entry.state,
    votesFor: numberOf(considered?.values['votesFor']),
    votesOf: numberOf(considered?.values['votesOf']),
    verdict: (considered?.values['verdict'] as string | null | undefined) ?? null,
    consideredOn: considered?.happenedOn ?? null,
    decision: String(decided?.values['decision'] ?? ''),
    decidedOn: decided?.happenedOn ?? null,
    moneyGiven: numberOf(decided?.values['moneyGiven']),
    presentedOn: presented?.happenedOn ?? null,
  }
}
