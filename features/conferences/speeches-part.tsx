// Tham luận & báo cáo: what was asked of whom, what came, in which order papers are read, and whether they fit the programme.
import { useDesk } from '@kheo/ui/desk.tsx'
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CheckField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { t } from '@kheo/ui/text.ts'
import { useContext } from 'react'
import type { PlanDesk } from './box-state.tsx'
import { wordColumn } from './line-boxes.tsx'
import { type LineColumn, LineTable } from './line-table.tsx'
import { type AskedLine, type Errors, type SpeechLine, speakingTime } from './plan-draft.ts'
import { labelOf } from './plan-labels.tsx'
import { SavedForm } from './save-bar.tsx'
import type { View } from './schema.ts'
import { DayBox, MayEdit } from './words.tsx'

type Asked = { readonly dueOn: string; readonly receivedOn: string }
type ReceivedProps<L extends Asked> = {
  readonly name: string
  readonly line: L
  readonly error: string | undefined
  readonly onChange: (receivedOn: string) => void
}

/** The day it came; until then a button for today, and whether it is late. */
function Received<L extends Asked>({ name, line, error, onChange }: ReceivedProps<L>) {
  const { today } = useDesk()
  const mayEdit = useContext(MayEdit)
  const isLate = line.receivedOn === '' ? line.dueOn < today : line.receivedOn > line.dueOn
  return (
    <span className="grid justify-items-start gap-1">
      <DayBox
        label={t('conferences.received_on')}
        name={name}
        isOptional
        value={line.receivedOn}
        error={error}
        onChange={onChange}
      />
      <span className="flex flex-wrap items-center gap-2">
        {line.receivedOn !== '' && (
          <Badge tone={isLate ? 'warn' : 'good'}>{t(isLate ? 'conferences.came_late' : 'conferences.received')}</Badge>
        )}
        {line.receivedOn === '' && isLate && <Badge tone="bad">{t('conferences.clock_late')}</Badge>}
        {line.receivedOn === '' && mayEdit && (
          <Button variant="quiet" className="no-print" onClick={() => onChange(today)}>
            {t('conferences.received_today')}
          </Button>
        )}
      </span>
    </span>
  )
}

type WordBoxProps = {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly errors: Errors
  readonly onChange: (text: string) => void
}

const WordBox = ({ errors, ...props }: WordBoxProps) => (
  <TextArea {...props} rows={1} most={300} error={errors[props.name]} />
)

/** Due and received, one under the other. */
const daysColumn = <L extends Asked>(list: 'speeches' | 'askedReports', errors: Errors): LineColumn<L> => ({
  key: 'dueOn',
  head: t('conferences.due_received'),
  look: 'w-52',
  isLabelled: true,
  cell: (line, at, set) => (
    <span className="grid gap-2">
      <DayBox
        label={t('conferences.due_on')}
        name={`${list}.${at}.dueOn`}
        value={line.dueOn}
        error={errors[`${list}.${at}.dueOn`]}
        // Both columns named here hold days.
        onChange={(dueOn) => set({ dueOn } as Partial<L>)}
      />
      <Received
        name={`${list}.${at}.receivedOn`}
        line={line}
        error={errors[`${list}.${at}.receivedOn`]}
        onChange={(receivedOn) => set({ receivedOn } as Partial<L>)}
      />
    </span>
  ),
})

function speechColumns(lines: readonly SpeechLine[], errors: Errors): readonly LineColumn<SpeechLine>[] {
  const orderOf = (at: number): number => lines.slice(0, at + 1).filter((line) => line.isSpoken).length
  return [
    wordColumn({ list: 'speeches', key: 'topic', head: t('conferences.topic'), errors, look: 'min-w-56' }),
    {
      key: 'body',
      head: t('conferences.speaker'),
      look: 'w-64',
      isLabelled: true,
      cell: (line, at, set) => (
        <span className="grid gap-2">
          <WordBox
            label={t('conferences.body')}
            name={`speeches.${at}.body`}
            value={line.body}
            errors={errors}
            onChange={(body) => set({ body })}
          />
          <WordBox
            label={t('conferences.post')}
            name={`speeches.${at}.post`}
            value={line.post}
            errors={errors}
            onChange={(post) => set({ post })}
          />
        </span>
      ),
    },
    {
      key: 'isSpoken',
      head: t('conferences.spoken'),
      look: 'w-36',
      isLabelled: true,
      cell: (line, at, set) => (
        <span className="grid gap-1">
          <CheckField
            label={line.isSpoken ? t('conferences.spoken_order', { order: orderOf(at) }) : t('conferences.written')}
            name={`speeches.${at}.isSpoken`}
            checked={line.isSpoken}
            onChange={(isSpoken) => set({ isSpoken })}
          />
          {line.isSpoken && (
            <TextField
              label={t('conferences.minutes')}
              name={`speeches.${at}.minutes`}
              inputMode="numeric"
              maxLength={3}
              value={line.minutes}
              error={errors[`speeches.${at}.minutes`]}
              onChange={(minutes) => set({ minutes })}
            />
          )}
        </span>
      ),
    },
    daysColumn<SpeechLine>('speeches', errors),
  ]
}

const countIn = (lines: readonly Asked[]): number => lines.filter((line) => line.receivedOn !== '').length

type PartProps = { readonly desk: PlanDesk; readonly day: string }

function Speeches({ desk: { draft, change, errors }, day }: PartProps) {
  const { needed, given } = speakingTime(draft)
  return (
    <section className="card grid min-w-0 gap-3">
      <h2>{t('conferences.speeches')}</h2>
      <p className="field-help">{t('conferences.speeches_help')}</p>
      <LineTable
        caption={t('conferences.speeches')}
        name="speeches"
        columns={speechColumns(draft.speeches, errors)}
        lines={draft.speeches}
        onChange={(speeches) => change({ speeches })}
        blank={{ topic: '', body: '', post: '', dueOn: day, receivedOn: '', minutes: '7', isSpoken: true }}
        add={t('conferences.speeches_add')}
        none={t('conferences.speeches_none')}
      />
      {draft.speeches.length > 0 && (
        <Notice tone={needed > given ? 'warn' : 'info'}>
          {t('conferences.speeches_total', {
            came: countIn(draft.speeches),
            all: draft.speeches.length,
            needed,
            given,
          })}
          {needed > given && ` ${t('conferences.speeches_over', { over: needed - given })}`}
        </Notice>
      )}
    </section>
  )
}

const askedColumns = (errors: Errors): readonly LineColumn<AskedLine>[] => [
  wordColumn({ list: 'askedReports', key: 'body', head: t('conferences.body'), errors, look: 'w-64' }),
  wordColumn({ list: 'askedReports', key: 'title', head: t('conferences.report_title'), errors, look: 'min-w-56' }),
  daysColumn<AskedLine>('askedReports', errors),
]

function Reports({ desk: { draft, change, errors }, day }: PartProps) {
  return (
    <section className="card grid min-w-0 gap-3">
      <h2>{t('conferences.asked')}</h2>
      <LineTable
        caption={t('conferences.asked')}
        name="askedReports"
        columns={askedColumns(errors)}
        lines={draft.askedReports}
        onChange={(askedReports) => change({ askedReports })}
        blank={{ body: '', title: '', dueOn: day, receivedOn: '' }}
        add={t('conferences.asked_add')}
        none={t('conferences.asked_none')}
      />
      {draft.askedReports.length > 0 && (
        <output className="block">
          {t('conferences.asked_total', { came: countIn(draft.askedReports), all: draft.askedReports.length })}
        </output>
      )}
    </section>
  )
}

/** Reports and papers are asked for by the day on which the letter's work must be done. */
const askedBy = (view: View): string =>
  view.facts.duties.find((duty) => duty.role === null && duty.dueOn < view.facts.day)?.dueOn ?? view.facts.day

export function SpeechesPart({ view, desk }: { readonly view: View; readonly desk: PlanDesk }) {
  const day = askedBy(view)
  return (
    <SavedForm desk={desk} mayEdit={view.mayEdit} save={t('conferences.save_plan')} labelOf={labelOf}>
      <Speeches desk={desk} day={day} />
      <Reports desk={desk} day={day} />
    </SavedForm>
  )
}
