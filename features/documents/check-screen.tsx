// Checking the format of a paper: give a .docx, see what is wrong, where, and how to mend it. The file is not kept.
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, Notice, type Tone } from '@kheo/ui/parts/badge.tsx'
import { PrintButton } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { Loading } from '@kheo/ui/parts/progress.tsx'
import { messageOf, sendBytes, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import {
  type CheckAnswer,
  checkDoors,
  type CheckFinding,
  type ComponentSeen,
  MOST_CHECKED_BYTES,
} from './check.schema.ts'
import { type FormatRow, formats } from './profiles.schema.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const AUTO = 'auto'

type Given = { readonly name: string; readonly file: Blob }
type State = {
  readonly given?: Given
  readonly isBusy?: boolean
  readonly problem?: string
  readonly answer?: CheckAnswer
}

function useCheck() {
  const [state, setState] = useState<State>({})
  const check = async (given: Given, profile: string) => {
    if (given.file.size > MOST_CHECKED_BYTES)
      return setState({ given, problem: t('check.too_big', { name: given.name }) })
    setState({ given, isBusy: true })
    try {
      const body = new Blob([given.file], { type: DOCX })
      const reply = await sendBytes(checkDoors.check.path, { profile }, body)
      setState({ given, answer: (await reply.json()) as CheckAnswer })
    } catch (error) {
      setState({ given, problem: messageOf(error) })
    }
  }
  return { state, check }
}

function formatWords({ family, title, validFrom, validTo }: FormatRow): string {
  const from = showDay(validFrom)
  const span = validTo === null ? t('check.from', { from }) : t('check.from_to', { from, to: showDay(validTo) })
  return `${t(`check.family_${family}`)}: ${title} (${span})`
}

type GiveProps = {
  readonly state: State
  readonly profile: string
  readonly onProfile: (code: string) => void
  readonly onFile: (given: Given) => void
}

function Give({ state, profile, onProfile, onFile }: GiveProps) {
  const desk = useDesk()
  const list = useServer(formats.list, { day: desk.today })
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file !== undefined && state.isBusy !== true) onFile({ name: file.name, file })
  }
  return (
    <section className="card no-print grid gap-4" aria-labelledby="check-give">
      <h2 id="check-give">{t('check.give')}</h2>
      <SelectField
        label={t('check.profile')}
        help={t('check.profile_help')}
        name="check-profile"
        value={profile}
        onChange={onProfile}
        choices={[
          { value: AUTO, label: t('check.auto') },
          ...(list.data?.formats ?? []).map((row) => ({ value: row.code, label: formatWords(row) })),
        ]}
      />
      <div className="file-box">
        <span>
          <span className="font-medium text-[var(--action)]">{t('check.file')}</span>{' '}
          <span className="max-sm:hidden">{t('check.drop')}</span>
        </span>
        {state.given !== undefined && <span className="text-sm break-all text-[var(--muted)]">{state.given.name}</span>}
        <input
          type="file"
          accept=".docx"
          aria-label={t('check.file')}
          disabled={state.isBusy === true}
          // The same file, once mended, may be chosen again.
          onClick={(event) => {
            event.currentTarget.value = ''
          }}
          onChange={(event) => take(event.target.files)}
        />
      </div>
      <p className="field-help">{t('check.not_kept')}</p>
    </section>
  )
}

const toneOf = (severity: 'error' | 'warning' | 'ok'): Tone =>
  severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'good'

function Fault({ fault }: { readonly fault: CheckFinding }) {
  const places = [...(fault.where === null ? [] : [fault.where]), ...fault.alsoAt]
  return (
    <li className="grid gap-1 border-t border-[var(--line)] pt-3 first:border-0 first:pt-0">
      <p className="flex flex-wrap items-baseline gap-2">
        <Badge tone={toneOf(fault.severity)}>{t(`check.severity_${fault.severity}`)}</Badge>
        <span className="min-w-0 flex-1 basis-60">{fault.message}</span>
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
        <dt className="text-[var(--muted)]">{t('check.measured')}</dt>
        <dd className="break-words">{fault.measured}</dd>
        <dt className="text-[var(--muted)]">{t('check.required')}</dt>
        <dd className="break-words">{fault.required}</dd>
        {places.length > 0 && (
          <>
            <dt className="text-[var(--muted)]">{t('check.where')}</dt>
            <dd className="grid gap-1">
              {places.map((place, index) => (
                <span key={`${index} ${place.words}`} className="break-words">
                  {place.words}: “{place.excerpt}”
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </li>
  )
}

function Faults({ findings }: { readonly findings: readonly CheckFinding[] }) {
  return [...Map.groupBy(findings, (it) => it.name)].map(([name, faults]) => (
    <section key={name} className="card grid gap-3">
      <h3>{name}</h3>
      <ul className="grid gap-3">
        {faults.map((fault) => (
          <Fault key={`${fault.code} ${fault.measured} ${fault.where?.words}`} fault={fault} />
        ))}
      </ul>
    </section>
  ))
}

const columns: readonly Column<ComponentSeen>[] = [
  { key: 'name', head: t('check.component'), cell: (it) => it.name, isMain: true },
  {
    key: 'state',
    head: t('check.state'),
    cell: (it) => <Badge tone={toneOf(it.severity)}>{t(`check.severity_${it.severity}`)}</Badge>,
  },
  { key: 'measured', head: t('check.measured'), cell: (it) => it.measured },
  { key: 'required', head: t('check.required'), cell: (it) => it.required },
  { key: 'where', head: t('check.where'), cell: (it) => it.where?.words ?? '' },
]

export function Found({ name, answer }: { readonly name: string; readonly answer: CheckAnswer }) {
  const { passes, errors, warnings, profile, isGuessed, findings, components } = answer
  return (
    <>
      <output className="block">
        <Notice
          tone={passes ? (warnings === 0 ? 'good' : 'warn') : 'bad'}
          title={passes ? t('check.passes', { name }) : t('check.fails', { name, errors })}
        >
          <p>{warnings === 0 ? t('check.no_warnings') : t('check.warnings', { warnings })}</p>
          <p>
            {t(isGuessed ? 'check.by_guessed' : 'check.by', { title: profile.title, code: profile.code })}{' '}
            {t('check.source', { source: profile.source })}
          </p>
        </Notice>
      </output>
      {findings.length > 0 && (
        <section className="grid gap-3" aria-labelledby="check-faults">
          <h2 id="check-faults">{t('check.faults')}</h2>
          <Faults findings={findings} />
        </section>
      )}
      <section className="card grid gap-3" aria-labelledby="check-components">
        <h2 id="check-components">{t('check.components', { count: components.length })}</h2>
        <DataTable
          caption={t('check.components', { count: components.length })}
          columns={columns}
          rows={components}
          keyOf={(it) => it.component}
        />
      </section>
    </>
  )
}

export function CheckScreen() {
  const [profile, setProfile] = useState(AUTO)
  const { state, check } = useCheck()
  const { given, isBusy, problem, answer } = state
  const choose = (code: string) => {
    setProfile(code)
    if (given !== undefined) void check(given, code)
  }
  return (
    <Page title={t('check.title')} actions={answer === undefined ? undefined : <PrintButton />}>
      <p className="no-print">{t('check.intro')}</p>
      <div className="grid max-w-5xl gap-4">
        <Give state={state} profile={profile} onProfile={choose} onFile={(file) => void check(file, profile)} />
        {isBusy === true && <Loading what={t('check.checking')} />}
        {problem !== undefined && (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        )}
        {answer !== undefined && given !== undefined && <Found name={given.name} answer={answer} />}
      </div>
    </Page>
  )
}
