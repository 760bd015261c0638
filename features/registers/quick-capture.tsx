// Quick capture: one box for a sentence; what it says is shown with its words, and opens the register's own form as a draft. Nothing is saved here.
import { type Candidate, type Capture, captureOf, MOST_READ } from '@kheo/kit/register/capture.ts'
import { endpointsOf } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { type Desk, hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { keepDraft, keptKey, readDraft } from '@kheo/ui/drafts.ts'
import { showDay } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { ChoiceField, TextArea } from '@kheo/ui/parts/field.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { draftOf } from '@kheo/ui/register/form-values.ts'
import { listPath } from '@kheo/ui/register/room.ts'
import { showValue } from '@kheo/ui/register/shown.ts'
import { useServer } from '@kheo/ui/server.ts'
import { say, t } from '@kheo/ui/text.ts'
import { type FormEvent, useDeferredValue, useMemo, useState } from 'react'
import { registers } from './list.ts'

const EXAMPLES = [
  'capture.example_reception',
  'capture.example_mood',
  'capture.example_welfare',
  'capture.example_contribution',
] as const
const MOST_TYPED = 20_000

const hasVillageName = (it: AnyRegister): boolean =>
  Object.values(it.fields as Record<string, { kind: string; isOptional?: boolean }>).some(
    (field) => field.kind === 'village' && field.isOptional !== true,
  )
/** The register that is about villages themselves knows the most names. */
const knowsVillages =
  registers.find((it) => it.place === 'name' && hasVillageName(it)) ?? registers.find(hasVillageName)

function useVillageNames(unit: string): readonly string[] {
  const known = useServer(
    endpointsOf(knowsVillages as AnyRegister).villages,
    { unit },
    { enabled: knowsVillages !== undefined },
  )
  return known.data?.names ?? NO_NAMES
}
const NO_NAMES: readonly string[] = []

const keyOf = (desk: Desk, register: AnyRegister): string => keptKey(desk.accountId, register.name, desk.unit.id)

function Filled({ text, candidate }: { readonly text: string; readonly candidate: Candidate }) {
  const { register, filled, happenedOn } = candidate
  const labelOf = (name: string) =>
    say(name === 'happenedOn' ? register.day.label : (register.fields[name]?.label ?? register.day.label))
  const valueOf = ({ field, value }: Candidate['filled'][number]) => {
    const known = register.fields[field]
    return known === undefined ? showDay(String(value)) : showValue(known, value)
  }
  return (
    <section className="grid gap-2" aria-label={t('capture.filled')}>
      <h2>{t('capture.filled')}</h2>
      <dl className="grid gap-2">
        {!filled.some(({ field }) => field === 'happenedOn') && (
          <div>
            <dt className="text-sm text-[var(--muted)]">{say(register.day.label)}</dt>
            <dd>
              <span className="font-medium">{showDay(happenedOn)}</span>{' '}
              <span className="text-sm text-[var(--muted)]">{t('capture.day_missing')}</span>
            </dd>
          </div>
        )}
        {filled.map((it) => (
          <div key={it.field} className="min-w-0">
            <dt className="text-sm text-[var(--muted)]">{labelOf(it.field)}</dt>
            <dd className="break-words">
              <span className="font-medium">{valueOf(it)}</span>{' '}
              {valueOf(it) !== text.slice(...it.from) && (
                <span className="text-sm text-[var(--muted)]">
                  {t('capture.from', { words: text.slice(...it.from) })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {filled.every(({ field }) => field === 'happenedOn') && <p>{t('capture.nothing_more')}</p>}
    </section>
  )
}

function LeftOut({ text, read }: { readonly text: string; readonly read: Capture }) {
  return (
    <>
      {read.takenOut.length > 0 && (
        <Notice tone="warn">
          <p>{t('capture.taken_out')}</p>
          <ul className="list-disc pl-5 break-words">
            {read.takenOut.map(({ what, from }) => (
              <li key={from[0]}>{t(`capture.taken_${what}`, { words: text.slice(...from) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {read.isCut && <Notice tone="info">{t('capture.cut', { most: MOST_READ })}</Notice>}
    </>
  )
}

type UnderstoodProps = {
  readonly text: string
  readonly read: Capture
  readonly candidate: Candidate
  readonly onChoose: (name: string) => void
}

function Understood({ text, read, candidate, onChoose }: UnderstoodProps) {
  const desk = useDesk()
  const { register, because } = candidate
  const [openedAt] = useState(() => Date.now())
  const isReplacing = readDraft(localStorage, keyOf(desk, register), openedAt) !== undefined
  return (
    <div className="card grid min-w-0 gap-4">
      <output className="block">
        <strong>{t('capture.understood', { title: say(register.title) })}</strong>{' '}
        <span className="text-[var(--muted)]">
          ({t('capture.because', { words: because.map((it) => `“${it}”`).join(', ') })})
        </span>
      </output>
      {read.candidates.length > 1 && (
        <ChoiceField
          label={t('capture.others')}
          name="capture-register"
          value={register.name}
          onChange={onChoose}
          choices={read.candidates.map((it) => ({ value: it.register.name, label: say(it.register.title) }))}
        />
      )}
      <Filled text={text} candidate={candidate} />
      <LeftOut text={text} read={read} />
      {isReplacing && <Notice tone="warn">{t('capture.replaces')}</Notice>}
      <div>
        <Button type="submit" variant="primary">
          {t('capture.confirm')}
        </Button>
      </div>
    </div>
  )
}

const Unknown = () => (
  <Empty
    title={t('capture.unknown')}
    action={
      <AppLink to="/so" className="btn">
        {t('capture.to_registers')}
      </AppLink>
    }
  >
    {t('capture.unknown_help')}
  </Empty>
)

function Examples({ onPick }: { readonly onPick: (text: string) => void }) {
  return (
    <section className="grid gap-2" aria-labelledby="capture-examples">
      <h2 id="capture-examples">{t('capture.examples')}</h2>
      <ul className="grid gap-1">
        {EXAMPLES.map((key) => (
          <li key={key}>
            <Button variant="quiet" className="!h-auto !whitespace-normal text-left" onClick={() => onPick(t(key))}>
              {t(key)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The box and what it understood; for those who may record. */
export function CaptureBox({ rows, hasExamples = false }: { readonly rows: number; readonly hasExamples?: boolean }) {
  const desk = useDesk()
  const { go } = useAddress()
  const villages = useVillageNames(desk.unit.id)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string>()
  const text = useDeferredValue(typed)
  const read = useMemo(() => captureOf(registers, text, { today: desk.today, villages }), [text, desk.today, villages])
  const candidate = read.candidates.find((it) => it.register.name === chosen) ?? read.candidates[0]
  const isEmpty = text.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (candidate === undefined || text !== typed) return
    const { register, happenedOn, values } = candidate
    keepDraft(localStorage, keyOf(desk, register), draftOf(register.fields, happenedOn, values), Date.now())
    go(`${listPath(register)}/moi`)
  }
  return (
    <form noValidate className="grid max-w-3xl min-w-0 gap-4" onSubmit={submit}>
      <TextArea
        label={t('capture.label')}
        name="capture"
        help={t('capture.help')}
        rows={rows}
        most={MOST_TYPED}
        value={typed}
        onChange={setTyped}
      />
      {typed !== '' && (
        <div>
          <Button onClick={() => setTyped('')}>{t('capture.clear')}</Button>
        </div>
      )}
      {!isEmpty && candidate !== undefined && (
        <Understood text={text} read={read} candidate={candidate} onChoose={setChosen} />
      )}
      {!isEmpty && candidate === undefined && <Unknown />}
      {isEmpty && hasExamples && <Examples onPick={setTyped} />}
    </form>
  )
}

export function QuickCapture() {
  const desk = useDesk()
  return (
    <Page title={t('capture.title')} back={{ to: '/so', label: t('rail.registers') }}>
      {hasRole(desk, 'recorder', 'compiler') ? (
        <CaptureBox rows={5} hasExamples />
      ) : (
        <Notice tone="info">{t('capture.no_right')}</Notice>
      )}
    </Page>
  )
}
