// An entry's life: the steps taken and taken back, what may come next, and its wordings.
import { endpointsOf, type EntryView, type TakenStepView } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { isEmpty, isFreeText } from '@kheo/kit/register/fields.ts'
import { useState } from 'react'
import { showDay, showInstant } from '../format.ts'
import { Button } from '../parts/button.tsx'
import { EntryLife } from '../parts/entry-life.tsx'
import type { Moment } from '../parts/timeline.tsx'
import { toast } from '../parts/toast.tsx'
import { VoidDialog } from '../parts/void-dialog.tsx'
import { newId, useCommand } from '../server.ts'
import { say, t } from '../text.ts'
import { refreshedBy, type RegisterRoom } from './room.ts'
import { showValue } from './shown.ts'
import { StepDialog } from './step-dialog.tsx'

const stepName = (register: AnyRegister, kind: string): string => {
  const step = register.steps[kind]
  return step === undefined ? kind : say(step.label)
}

function StepFacts({ register, step }: { readonly register: AnyRegister; readonly step: TakenStepView }) {
  const { fields = {}, computed = {} } = register.steps[step.kind] ?? {}
  const facts = Object.entries({ ...fields, ...computed }).filter(
    ([name, field]) =>
      !isEmpty(step.values[name]) &&
      (field.kind !== 'flag' || field.onlyWhen === undefined || step.values[name] === true),
  )
  return (
    <>
      {facts.map(([name, field]) => (
        <p key={name} className={isFreeText(field) ? 'whitespace-pre-line' : ''}>
          {say(field.label)}: {showValue(field, step.values[name])}
          {name in computed && ` (${t('registers.computed')})`}
        </p>
      ))}
      {step.dueBefore !== null && <p>{t('registers.step_due_before', { day: showDay(step.dueBefore) })}</p>}
      {step.note !== '' && <p className="whitespace-pre-line">{step.note}</p>}
      {step.retracted !== null && (
        <p>
          {t('registers.retracted', {
            reason: step.retracted.reason,
            who: step.retracted.by,
            when: showInstant(step.retracted.at),
          })}
        </p>
      )}
    </>
  )
}

function momentsOf(register: AnyRegister, entry: EntryView): readonly Moment[] {
  const start: Moment = {
    key: 0,
    title: t('registers.recorded'),
    when: showDay(entry.happenedOn),
    who: entry.recordedTitle,
  }
  const steps = entry.steps.map(
    (step): Moment => ({
      key: step.seq,
      title: stepName(register, step.kind),
      when: showDay(step.happenedOn),
      who: step.actorTitle,
      tone: step.retracted === null ? 'info' : 'plain',
      isStruck: step.retracted !== null,
      body: <StepFacts register={register} step={step} />,
    }),
  )
  return [start, ...steps]
}

function Retract({ room, entry }: { readonly room: RegisterRoom; readonly entry: EntryView }) {
  const { register } = room
  const [isOpen, setOpen] = useState(false)
  const retract = useCommand(endpointsOf(register).retract, refreshedBy(register))
  const last = entry.steps.findLast((step) => step.retracted === null)
  if (!entry.mayRetract || last === undefined) return null
  return (
    <>
      <p className="card no-print">
        <Button variant="quiet" onClick={() => setOpen(true)}>
          {t('registers.retract')}
        </Button>
      </p>
      {isOpen && (
        <VoidDialog
          title={t('registers.retract_title', { step: stepName(register, last.kind) })}
          consequence={t('registers.retract_consequence')}
          confirm={t('registers.retract')}
          onClose={() => setOpen(false)}
          onVoid={async (reason) => {
            await retract.mutateAsync({
              commandId: newId(),
              unit: entry.unitId,
              id: entry.id,
              seq: last.seq,
              reason,
            })
            toast(t('common.saved'))
          }}
        />
      )}
    </>
  )
}

export function Life({ room, entry }: { readonly room: RegisterRoom; readonly entry: EntryView }) {
  const { register } = room
  const [step, setStep] = useState<string>()
  return (
    <div className="grid content-start gap-4">
      <EntryLife
        title={t('registers.life')}
        moments={momentsOf(register, entry)}
        nextTitle={t('registers.next_steps')}
        next={entry.nextSteps.map((kind) => ({ kind, label: stepName(register, kind) }))}
        onNext={setStep}
        revisions={entry.revisions}
      >
        <Retract room={room} entry={entry} />
      </EntryLife>
      {step !== undefined && <StepDialog room={room} entry={entry} kind={step} onClose={() => setStep(undefined)} />}
    </div>
  )
}
