// One entry's page: its facts by the parts of its form, its deadline with the reason, its life, its papers.
import { endpointsOf, type EntryView } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { type Field, isEmpty, isFreeText } from '@kheo/kit/register/fields.ts'
import { type ReactNode, useState } from 'react'
import { AppLink, pathTo, useAddress } from '../address.tsx'
import { useDesk } from '../desk.tsx'
import { showDay, showInstant } from '../format.ts'
import { Badge, Notice } from '../parts/badge.tsx'
import { Button, PrintButton } from '../parts/button.tsx'
import { Page } from '../parts/page.tsx'
import { ScreenAnswer } from '../parts/screen-answer.tsx'
import { toast } from '../parts/toast.tsx'
import { VoidDialog } from '../parts/void-dialog.tsx'
import { newId, useCommand, useServer } from '../server.ts'
import { say, t } from '../text.ts'
import { Deadline } from './deadline.tsx'
import { partsOf } from './form-values.ts'
import { Life } from './life.tsx'
import { nameOf } from './list-columns.tsx'
import { entryPath, listPath, refreshedBy, type RegisterRoom, type RoomProps } from './room.ts'
import { showValue } from './shown.ts'
import { StateBadge, TimelinessBadge } from './state-badges.tsx'
import { useRegisterTools } from './tools.tsx'

type OfEntry = { readonly room: RegisterRoom; readonly entry: EntryView }

function FactValue({
  name,
  field,
  entry,
}: {
  readonly name: string
  readonly field: Field
  readonly entry: EntryView
}) {
  const desk = useDesk()
  const value = entry.values[name]
  const words = entry.isWithheld && isFreeText(field) ? '—' : showValue(field, value, entry.pointsAt[name])
  if (isEmpty(value) || (field.kind !== 'unit' && field.kind !== 'link')) return words
  const to =
    field.kind === 'unit' ? pathTo('/don-vi', String(value)) : desk.entryAddress(field.to, entry.unitId, String(value))
  return to === undefined ? words : <AppLink to={to}>{words}</AppLink>
}

function Fact({
  label,
  isLong,
  children,
}: {
  readonly label: ReactNode
  readonly isLong: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={isLong ? 'sm:col-span-2' : ''}>
      <dt className="text-sm text-[var(--muted)]">{label}</dt>
      <dd className={isLong ? 'whitespace-pre-line' : ''}>{children}</dd>
    </div>
  )
}

const isLong = (field: Field): boolean => field.kind === 'text' && field.lines === 'many'
/** What was not asked for, as the other answers stand, is no gap. */
const isGap = (field: Field, entry: EntryView, name: string): boolean =>
  field.onlyWhen !== undefined && isEmpty(entry.values[name])

function Facts({ room, entry }: OfEntry) {
  const { register } = room
  const parts = partsOf(register.fields, register.parts)
  const computed = Object.entries<Field>(register.computed ?? {})
  return (
    <section className="card grid gap-5">
      {parts.map((part, index) => (
        <div key={part.fields.join()} className="grid gap-2">
          {parts.length > 1 && (
            <h2 className="text-base">{say(part.title ?? [t('registers.others'), t('registers.others')])}</h2>
          )}
          <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
            {index === 0 && (
              <Fact label={say(register.day.label)} isLong={false}>
                {showDay(entry.happenedOn)}
              </Fact>
            )}
            {part.fields.map((name) => {
              const field: Field | undefined = register.fields[name]
              if (field === undefined || isGap(field, entry, name)) return null
              return (
                <Fact key={name} label={say(field.label)} isLong={isLong(field)}>
                  <FactValue name={name} field={field} entry={entry} />
                </Fact>
              )
            })}
          </dl>
        </div>
      ))}
      {computed.length > 0 && (
        <div className="grid gap-2 border-t border-[var(--line)] pt-4">
          <h2 className="text-base">{t('registers.computed')}</h2>
          <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
            {computed.map(([name, field]) => (
              <Fact key={name} label={say(field.label)} isLong={isLong(field)}>
                <FactValue name={name} field={field} entry={entry} />
              </Fact>
            ))}
          </dl>
        </div>
      )}
    </section>
  )
}

function Strike({ room, entry, onClose }: OfEntry & { readonly onClose: () => void }) {
  const strike = useCommand(endpointsOf(room.register).void, refreshedBy(room.register))
  return (
    <VoidDialog
      title={t('registers.void_title')}
      consequence={t('registers.void_consequence')}
      confirm={t('registers.void')}
      onClose={onClose}
      onVoid={async (reason) => {
        await strike.mutateAsync({
          commandId: newId(),
          unit: entry.unitId,
          id: entry.id,
          baseRev: entry.rev,
          reason,
        })
        toast(t('common.saved'))
      }}
    />
  )
}

function Actions({ room, entry, onVoid }: OfEntry & { readonly onVoid: () => void }) {
  return (
    <>
      {entry.mayEdit && entry.voidReason === null && (
        <>
          <AppLink to={`${entryPath(room.register, entry)}/sua`} className="btn">
            {t('common.edit')}
          </AppLink>
          <Button variant="danger" onClick={onVoid}>
            {t('registers.void')}
          </Button>
        </>
      )}
      <PrintButton />
    </>
  )
}

const Standing = ({ register, entry }: { readonly register: AnyRegister; readonly entry: EntryView }) => (
  <p className="flex flex-wrap items-center gap-3 text-[var(--muted)]">
    {entry.isVoided ? (
      <Badge tone="plain" shape="✕">
        {t('registers.is_voided')}
      </Badge>
    ) : (
      <StateBadge register={register} state={entry.state} />
    )}
    {register.deadline !== undefined && <TimelinessBadge of={entry.timeliness} />}
    <span>{t('registers.entry_no_at', { no: entry.entryNo, unit: entry.unitName })}</span>
    <span>{t('registers.recorded_by', { who: entry.recordedTitle, when: showInstant(entry.recordedAt) })}</span>
  </p>
)

function Entry({ room, entry }: OfEntry) {
  const { register, parts } = room
  const { Attachments } = useRegisterTools()
  const [isVoiding, setVoiding] = useState(false)
  const Under = parts.underFacts
  return (
    <Page
      title={nameOf(register, entry)}
      back={{ to: listPath(register), label: say(register.title) }}
      actions={<Actions room={room} entry={entry} onVoid={() => setVoiding(true)} />}
    >
      <Standing register={register} entry={entry} />
      {entry.voidReason !== null && <Notice tone="warn">{t('registers.voided', { reason: entry.voidReason })}</Notice>}
      {entry.isWithheld && <Notice tone="info">{t('registers.withheld')}</Notice>}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(280px,1fr)]">
        <div className="grid content-start gap-4">
          {entry.deadline !== null && <Deadline reason={entry.deadline} />}
          {entry.deadline === null && register.deadline !== undefined && (
            <p className="card text-[var(--muted)]">{t('registers.no_deadline')}</p>
          )}
          <Facts room={room} entry={entry} />
          {Under !== undefined && <Under entry={entry} />}
          <Attachments
            register={register.code}
            unit={entry.unitId}
            entry={entry.id}
            mayEdit={entry.mayEdit && entry.voidReason === null}
          />
        </div>
        <Life room={room} entry={entry} />
      </div>
      {isVoiding && <Strike room={room} entry={entry} onClose={() => setVoiding(false)} />}
    </Page>
  )
}

export function EntryDetail({ room }: RoomProps) {
  const { params } = useAddress()
  const entry = useServer(endpointsOf(room.register).entry, { unit: params['unit'] ?? '', id: params['id'] ?? '' })
  return <ScreenAnswer of={entry}>{(it) => <Entry key={it.id} room={room} entry={it} />}</ScreenAnswer>
}
