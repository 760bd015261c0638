// Filling a round: choosing nominations of the register, adding one by one, the order with its money, and the office's review.
import { parseNumber } from '@kheo/core/text/number-style.ts'
import type { Fields } from '@kheo/kit/register/fields.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import { numberMessage } from '@kheo/ui/format.ts'
import { Button } from '@kheo/ui/parts/button.tsx'
import { ChecksField } from '@kheo/ui/parts/checks-field.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { CheckField, ChoiceField, SelectField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useRegisterTools } from '@kheo/ui/register/tools.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { say, t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { BOOK, isOpen } from './nomination.ts'
import { awards, type RoundView } from './schema.ts'
import { moneyWords, placeWords } from './words.tsx'

type DialogProps = { readonly round: RoundView; readonly onClose: () => void }

const refreshed = [awards.round, awards.rounds, awards.candidates]
const LEAST_LETTERS = 3

export function AddDialog({ round, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const found = useServer(awards.candidates, { unit: round.unitId })
  const add = useCommand(awards.add, refreshed)
  const send = async () => {
    if (chosen.length === 0) return t('awards.add_needed')
    await add.mutateAsync({ commandId, unit: round.unitId, round: round.id, entries: [...chosen] })
    toast(t('awards.added', { count: chosen.length }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.add')}
      consequence={t('awards.add_consequence')}
      confirm={t('awards.add')}
      onClose={onClose}
      onConfirm={send}
    >
      <Answer of={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{t('awards.add_none')}</p>
          ) : (
            <>
              <p>
                <Button onClick={() => setChosen(rows.map(({ entryId }) => entryId))}>
                  {t('awards.add_all', { count: rows.length })}
                </Button>
              </p>
              <ChecksField
                label={t('awards.add_choose')}
                name="award-add"
                choices={rows.map((row) => ({
                  value: row.entryId,
                  label: `${row.name} · ${row.formWords} · ${placeWords(row)}`,
                }))}
                value={chosen}
                onChange={setChosen}
              />
            </>
          )
        }
      </Answer>
    </CommandDialog>
  )
}

type Typed = {
  readonly winner: string
  readonly name: string
  readonly post: string
  readonly isLeader: boolean
  readonly body: string
  readonly form: string
  readonly level: string
  readonly ground: string
  readonly achievement: string
}

/** The choices of a field of the register, in the reader's language. */
function useChoices(field: string) {
  const { registerOf } = useRegisterTools()
  const found = (registerOf(BOOK)?.fields as Fields | undefined)?.[field]
  const choices = found !== undefined && 'choices' in found ? found.choices : {}
  return Object.entries(choices).map(([value, words]) => ({ value, label: say(words) }))
}

type NomineeProps = { readonly typed: Typed; readonly onChange: (patch: Partial<Typed>) => void }

function NomineeFields({ typed, onChange }: NomineeProps) {
  const [winners, forms, levels, grounds] = [
    useChoices('winner'),
    useChoices('form'),
    useChoices('level'),
    useChoices('ground'),
  ]
  return (
    <>
      <ChoiceField
        label={t('awards.winner')}
        name="nominee-winner"
        value={typed.winner}
        onChange={(winner) => onChange({ winner })}
        choices={winners}
      />
      <TextField
        label={t('awards.name_label')}
        name="nominee-name"
        maxLength={300}
        value={typed.name}
        onChange={(name) => onChange({ name })}
      />
      {typed.winner === 'individual' && (
        <>
          <TextField
            label={t('awards.post')}
            name="nominee-post"
            isOptional
            maxLength={300}
            value={typed.post}
            onChange={(post) => onChange({ post })}
          />
          <CheckField
            label={t('awards.is_leader')}
            checked={typed.isLeader}
            onChange={(isLeader) => onChange({ isLeader })}
          />
        </>
      )}
      <TextField
        label={t('awards.body')}
        name="nominee-body"
        isOptional
        maxLength={300}
        value={typed.body}
        onChange={(body) => onChange({ body })}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label={t('awards.form')}
          name="nominee-form"
          value={typed.form}
          onChange={(form) => onChange({ form })}
          choices={forms}
        />
        <SelectField
          label={t('awards.level')}
          name="nominee-level"
          value={typed.level}
          onChange={(level) => onChange({ level })}
          choices={levels}
        />
        <SelectField
          label={t('awards.ground')}
          name="nominee-ground"
          value={typed.ground}
          onChange={(ground) => onChange({ ground })}
          choices={grounds}
        />
      </div>
      <TextArea
        label={t('awards.achievement')}
        name="nominee-achievement"
        value={typed.achievement}
        onChange={(achievement) => onChange({ achievement })}
      />
    </>
  )
}

export function NominateDialog({ round, onClose }: DialogProps) {
  const desk = useDesk()
  const [commandId, renew] = useCommandId()
  const [day, setDay] = useState(round.proposedOn ?? desk.today)
  const [typed, setTyped] = useState<Typed>({
    winner: 'collective',
    name: '',
    post: '',
    isLeader: false,
    body: '',
    form: 'certificate-of-merit',
    level: round.level,
    ground: 'campaign',
    achievement: '',
  })
  const nominate = useCommand(awards.nominate, refreshed)
  const send = async () => {
    if (typed.name.trim() === '') return t('awards.name_needed')
    if (day === '') return t('common.day_needed')
    const values = { ...typed, subject: round.subject }
    await nominate.mutateAsync({
      commandId,
      unit: round.unitId,
      round: round.id,
      entries: [{ happenedOn: day, values }],
    })
    toast(t('awards.nominated', { name: typed.name.trim() }))
    renew()
    setTyped((before) => ({ ...before, name: '', post: '', isLeader: false, achievement: '' }))
    return undefined
  }
  return (
    <CommandDialog
      // A new form for the next nomination: the dialog is busy no more.
      key={commandId}
      title={t('awards.nominate')}
      consequence={t('awards.nominate_consequence')}
      confirm={t('awards.nominate')}
      staysOpen
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('awards.nominated_on')} name="nominee-day" value={day} onChange={setDay} />
      <NomineeFields typed={typed} onChange={(patch) => setTyped((before) => ({ ...before, ...patch }))} />
    </CommandDialog>
  )
}

export function OrderDialog({ round, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [rows, setRows] = useState(round.nominations)
  const [baseRev] = useState(round.rev)
  const [money, setMoney] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(rows.map((row) => [row.entryId, row.money === null ? '' : moneyWords(row.money)])),
  )
  const order = useCommand(awards.order, [awards.round])
  const move = (at: number, by: number) =>
    setRows((before) => {
      const [row, other] = [before[at], before[at + by]]
      return row === undefined || other === undefined ? before : before.with(at, other).with(at + by, row)
    })
  const send = async () => {
    const lines: { entry: string; money: number | null }[] = []
    for (const { entryId, name } of rows) {
      const text = (money[entryId] ?? '').trim()
      const read = text === '' ? undefined : parseNumber(text)
      if (read !== undefined && !read.ok) return `${name}: ${numberMessage(read.problem)}`
      lines.push({ entry: entryId, money: read === undefined ? null : Math.round(read.value) })
    }
    await order.mutateAsync({ commandId, unit: round.unitId, round: round.id, baseRev, lines })
    toast(t('awards.ordered'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.order')}
      consequence={t('awards.order_consequence')}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={send}
    >
      <ol className="grid gap-2">
        {rows.map((row, at) => (
          <li key={row.entryId} className="grid gap-2 border-b border-[var(--line)] pb-2 sm:grid-cols-[1fr_auto_10rem]">
            <span className="self-center">
              {at + 1}. {row.name}
            </span>
            <span className="flex gap-2 self-end">
              <Button
                disabled={at === 0}
                aria-label={t('awards.order_up', { name: row.name })}
                onClick={() => move(at, -1)}
              >
                <span aria-hidden="true">↑</span>
              </Button>
              <Button
                disabled={at === rows.length - 1}
                aria-label={t('awards.order_down', { name: row.name })}
                onClick={() => move(at, 1)}
              >
                <span aria-hidden="true">↓</span>
              </Button>
            </span>
            <TextField
              label={t('awards.money_of', { name: row.name })}
              name={`money-${row.entryId}`}
              inputMode="numeric"
              maxLength={18}
              placeholder={moneyWords(row.lawfulMoney)}
              value={money[row.entryId] ?? ''}
              onChange={(value) => setMoney((before) => ({ ...before, [row.entryId]: value }))}
            />
          </li>
        ))}
      </ol>
    </CommandDialog>
  )
}

export function ReviewDialog({ round, onClose }: DialogProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [day, setDay] = useState(desk.today)
  const [post, setPost] = useState('')
  const review = useCommand(awards.review, [awards.round])
  const entries = round.nominations
    .filter(({ reviewedOn, state }) => reviewedOn === null && isOpen(state))
    .map(({ entryId }) => entryId)
  const send = async () => {
    if (day === '') return t('common.day_needed')
    if (post.trim().length < LEAST_LETTERS) return t('awards.review_post_needed')
    await review.mutateAsync({ commandId, unit: round.unitId, round: round.id, entries, on: day, post })
    toast(t('awards.reviewed'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.review')}
      consequence={t('awards.review_consequence', { count: entries.length })}
      confirm={t('awards.review')}
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('common.day')} name="review-day" value={day} onChange={setDay} />
      <TextField label={t('awards.review_post')} name="review-post" maxLength={300} value={post} onChange={setPost} />
    </CommandDialog>
  )
}
