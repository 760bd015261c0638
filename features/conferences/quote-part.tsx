// What the conference builds on: the approved report whose figures are quoted, the conference before, awards given out, what comes next.
import type { AnswerOf } from '@kheo/kit/endpoint.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Button } from '@kheo/ui/parts/button.tsx'
import { ChecksField } from '@kheo/ui/parts/checks-field.tsx'
import { Dialog } from '@kheo/ui/parts/dialog.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { CheckField, SelectField, TextArea } from '@kheo/ui/parts/field.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { nameOf, useCatalogue } from '../indicators/catalogue.tsx'
import type { PlanDesk } from './box-state.tsx'
import type { Plan } from './plan-shapes.ts'
import { conferenceRoom, type View } from './schema.ts'

type Choices = AnswerOf<typeof conferenceRoom.choices>
type Report = NonNullable<Plan['report']>

const MOST_CODES = 60
const keyOf = ({ type, period }: Pick<Report, 'type' | 'period'>): string => `${type}|${period}`

type CodesProps = {
  readonly report: Report
  readonly onChange: (codes: string[]) => void
  readonly onClose: () => void
}

/** Every indicator of the report's type, section by section. */
function CodesDialog({ report, onChange, onClose }: CodesProps) {
  const { today } = useDesk()
  const { query, byCode } = useCatalogue(today)
  const sections = query.data?.reportTypes.find((each) => each.code === report.type)?.sections ?? []
  const isFull = report.codes.length >= MOST_CODES
  const toggle = (code: string, isOn: boolean) => {
    if (isOn && isFull) return
    const chosen = new Set(isOn ? [...report.codes, code] : report.codes.filter((each) => each !== code))
    onChange(sections.flatMap((section) => section.indicators).filter((each) => chosen.has(each)))
  }
  return (
    <Dialog title={t('conferences.codes')} isOpen onClose={onClose}>
      <output className="field-help block">
        {t('conferences.codes_chosen', { count: report.codes.length, most: MOST_CODES })}
      </output>
      {sections.map((section) => (
        <fieldset key={section.title} className="grid">
          <legend className="field-label">{section.title}</legend>
          {section.indicators.map((code) => (
            <CheckField
              key={code}
              label={`${code} ${nameOf(byCode.get(code))}`}
              checked={report.codes.includes(code)}
              onChange={(isOn) => toggle(code, isOn)}
            />
          ))}
        </fieldset>
      ))}
      <p>
        <Button variant="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      </p>
    </Dialog>
  )
}

type ReportProps = { readonly view: View; readonly desk: PlanDesk; readonly choices: Choices }

function Quoted({ view, desk, choices }: ReportProps) {
  const [isChoosing, setChoosing] = useState(false)
  const { byCode } = useCatalogue(useDesk().today)
  const { report } = desk.draft
  const pick = (key: string) => {
    const found = choices.reports.find((each) => keyOf(each) === key)
    if (found === undefined) return desk.change({ report: null })
    const codes = found.type === report?.type ? report.codes : []
    return desk.change({ report: { type: found.type, period: found.period, codes } })
  }
  const isKnown = report === null || choices.reports.some((each) => keyOf(each) === keyOf(report))
  const textOf = (code: string) => view.facts.figures.find((figure) => figure.code === code)?.text
  return (
    <div className="grid content-start gap-2">
      <SelectField
        label={t('conferences.report')}
        help={t(choices.reports.length === 0 ? 'conferences.report_none' : 'conferences.report_help')}
        name="report"
        value={report === null ? '' : keyOf(report)}
        onChange={pick}
        choices={[
          { value: '', label: t('conferences.report_no') },
          ...choices.reports.map((each) => ({ value: keyOf(each), label: each.title })),
          ...(isKnown ? [] : [{ value: keyOf(report), label: `${report.type}, ${report.period}` }]),
        ]}
      />
      {report !== null && (
        <>
          {report.codes.length > 0 && (
            <ul className="list-disc pl-5 text-sm">
              {report.codes.map((code) => (
                <li key={code}>
                  {nameOf(byCode.get(code)) || code}
                  {textOf(code) !== undefined && <strong>: {textOf(code)}</strong>}
                </li>
              ))}
            </ul>
          )}
          <p className="no-print">
            <Button onClick={() => setChoosing(true)}>
              {t('conferences.codes_choose', { count: report.codes.length })}
            </Button>
          </p>
          {isChoosing && (
            <CodesDialog
              report={report}
              onChange={(codes) => desk.change({ report: { ...report, codes } })}
              onClose={() => setChoosing(false)}
            />
          )}
        </>
      )}
    </div>
  )
}

function Awards({ desk, choices }: Omit<ReportProps, 'view'>) {
  if (choices.awards.length === 0) return <p className="text-[var(--muted)]">{t('conferences.awards_none')}</p>
  const chosen = new Set(desk.draft.awards)
  const decisions = [...Map.groupBy(choices.awards, (award) => award.decision)].filter(([decision]) => decision !== '')
  /** Takes all of a decision, or none of it when all were taken. */
  const take = (ids: readonly string[]) => {
    const isWhole = ids.every((id) => chosen.has(id))
    const all = choices.awards.map((award) => award.id)
    desk.change({ awards: all.filter((id) => (ids.includes(id) ? !isWhole : chosen.has(id))) })
  }
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-2">
        {decisions.map(([decision, awards]) => (
          <Button key={decision} onClick={() => take(awards.map((award) => award.id))}>
            {t('conferences.awards_of', { decision, count: awards.length })}
          </Button>
        ))}
      </p>
      <ChecksField
        label={t('conferences.awards')}
        help={t('conferences.awards_help')}
        name="awards"
        choices={choices.awards.map((award) => ({
          value: award.id,
          label: [award.to, award.form, award.decision].filter((part) => part !== '').join(' · '),
        }))}
        value={desk.draft.awards}
        onChange={(awards) => desk.change({ awards })}
      />
    </div>
  )
}

export function QuotePart({ view, desk }: { readonly view: View; readonly desk: PlanDesk }) {
  const { unit, id } = view.facts
  const choices = useServer(conferenceRoom.choices, { unit, conference: id })
  const { draft, change, errors } = desk
  return (
    <section className="card grid gap-4">
      <h2>{t('conferences.quotes')}</h2>
      <Answer of={choices}>
        {(answer) => (
          <>
            <div className="grid gap-4 lg:grid-cols-2">
              <Quoted view={view} desk={desk} choices={answer} />
              <SelectField
                label={t('conferences.earlier')}
                help={t('conferences.earlier_help')}
                name="earlier"
                value={draft.earlier}
                onChange={(earlier) => change({ earlier })}
                choices={[
                  { value: '', label: t('conferences.earlier_no') },
                  ...answer.earlier.map((each) => ({ value: each.id, label: `${showDay(each.day)} · ${each.title}` })),
                ]}
              />
            </div>
            <Awards desk={desk} choices={answer} />
          </>
        )}
      </Answer>
      <TextArea
        label={t('conferences.next_tasks')}
        help={t('conferences.next_tasks_help')}
        name="nextTasks"
        isOptional
        rows={4}
        most={20_000}
        value={draft.nextTasks}
        error={errors['nextTasks']}
        onChange={(nextTasks) => change({ nextTasks })}
      />
    </section>
  )
}
