// A model on one sheet of A4 for the province's round: what was registered, how it went, who recognised and copied it, its points.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import { endpointsOf, type EntryView } from '@kheo/kit/register/contract.ts'
import type { Fields } from '@kheo/kit/register/fields.ts'
import { useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay, showFigure } from '@kheo/ui/format.ts'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { entryPath } from '@kheo/ui/register/room.ts'
import { showValue } from '@kheo/ui/register/shown.ts'
import { useServer } from '@kheo/ui/server.ts'
import { say, t } from '@kheo/ui/text.ts'
import type { ReactNode } from 'react'
import { skilfulModels } from './register.ts'
import { models, type Scored } from './schema.ts'
import { latestOf, ScoreLineOf } from './score-table.tsx'
import { compareScores } from './scores.ts'
import { levelsOf, sitesOf } from './spread.ts'

type OfEntry = { readonly entry: EntryView }

const FIELDS: Fields = skilfulModels.fields
const SHORT = ['sponsor', 'field', 'exemplar', 'novelty'] as const
const ITEMS = [
  'situation',
  'goals',
  'content',
  'area',
  'forces',
  'resources',
  'schedule',
  'outputs',
  'sustainability',
] as const

function Line({ name, entry }: OfEntry & { readonly name: string }) {
  const field = FIELDS[name]
  if (field === undefined) return null
  return (
    <p className="whitespace-pre-line">
      <span className="font-semibold">{say(field.label)}: </span>
      {showValue(field, entry.values[name])}
    </p>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="mt-3 grid gap-1 print:mt-2 print:gap-0">
    <h3>{title}</h3>
    {children}
  </section>
)

function LifeLine({ entry }: OfEntry) {
  const steps: Readonly<Record<string, { readonly label: readonly [string, string] }>> = skilfulModels.steps
  const taken = entry.steps.filter((step) => step.retracted === null)
  return (
    <table className="book-table">
      <caption className="sr-only">{t('models.profile_life')}</caption>
      <colgroup>
        <col style={{ width: '20%' }} />
        <col style={{ width: '32%' }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('common.day')}</th>
          <th scope="col">{t('models.profile_step')}</th>
          <th scope="col">{t('common.note')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{showDay(entry.happenedOn)}</td>
          <td>{t('models.profile_registered')}</td>
          <td>{t('registers.entry_no_at', { no: entry.entryNo, unit: entry.unitName })}</td>
        </tr>
        {taken.map((step) => (
          <tr key={step.seq}>
            <td>{showDay(step.happenedOn)}</td>
            <td>{say(steps[step.kind]?.label ?? [step.kind, step.kind])}</td>
            <td>{step.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Results({ entry }: OfEntry) {
  const levels = levelsOf(entry)
  const sites = sitesOf(entry)
  return (
    <Part title={t('models.profile_results')}>
      <p>
        {levels.length === 0
          ? t('models.levels_none')
          : `${t('models.levels')}: ${levels
              .map(({ level, on }) => t('models.level_on', { level: t(`models.level_${level}`), day: showDay(on) }))
              .join('; ')}.`}
      </p>
      {sites.map((site) => (
        <p key={site.seq}>
          <span className="font-semibold">{t('models.spread')}: </span>
          {t('models.spread_sites', { count: formatNumber(site.count), day: showDay(site.on) })}
          {site.where !== '' && `. ${site.where}`}
        </p>
      ))}
    </Part>
  )
}

function Points({ scored }: { readonly scored: readonly Scored[] }) {
  const [self, council] = [latestOf(scored, 'self'), latestOf(scored, 'council')]
  const { lines } = compareScores(self, council)
  if (lines.length === 0) return null
  return (
    <Part title={t('models.profile_scores')}>
      <table className="book-table">
        <caption className="sr-only">{t('models.scores')}</caption>
        <colgroup>
          <col style={{ width: '52%' }} />
        </colgroup>
        <thead>
          <tr>
            {(['criterion', 'most', 'self', 'council'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`models.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <td>{line.title}</td>
              {[line.points, line.self, line.council].map((points, at) => (
                <td key={['most', 'self', 'council'][at]} className="text-center">
                  {showFigure(points)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {[self, council].map((side) => side !== undefined && <ScoreLineOf key={side.scorer} of={side} />)}
    </Part>
  )
}

function Profile({ entry }: OfEntry) {
  const desk = useDesk()
  const scores = useServer(models.scores, { unit: entry.unitId, id: entry.id })
  return (
    <Page
      title={t('models.profile')}
      back={{ to: entryPath(skilfulModels, entry), label: entry.name }}
      mainAction={
        <Button variant="primary" onClick={() => print()}>
          {t('common.print')}
        </Button>
      }
      isScreenOnly
    >
      <p className="no-print text-[var(--muted)]">{t('models.profile_help')}</p>
      <article className="profile">
        <div className="flex flex-wrap justify-between gap-x-6">
          <p className="font-semibold uppercase">{entry.unitName}</p>
          <p className="italic">{t('models.profile_day', { day: showDay(desk.today) })}</p>
        </div>
        <div className="my-3 text-center print:my-1">
          <h2 className="uppercase">{t('models.profile_title')}</h2>
          <p className="font-semibold">{entry.name}</p>
          <p>{t('models.profile_number', { no: entry.entryNo, day: showDay(entry.happenedOn) })}</p>
        </div>
        <Part title={t('models.profile_content')}>
          <Line name="name" entry={entry} />
          <div className="grid gap-x-6 sm:grid-cols-2 print:grid-cols-2">
            {SHORT.map((name) => (
              <Line key={name} name={name} entry={entry} />
            ))}
          </div>
          {ITEMS.map((name) => (
            <Line key={name} name={name} entry={entry} />
          ))}
        </Part>
        <Part title={t('models.profile_life')}>
          <LifeLine entry={entry} />
        </Part>
        <Results entry={entry} />
        {scores.data !== undefined && <Points scored={scores.data.scored} />}
        <div className="mt-6 ml-auto w-64 break-inside-avoid pb-16 text-center print:mt-2 print:pb-12">
          <p className="font-semibold uppercase">{t('models.profile_sign')}</p>
          <p className="italic">{t('models.profile_sign_help')}</p>
        </div>
      </article>
    </Page>
  )
}

export function ModelProfile() {
  const { params } = useAddress()
  const entry = useServer(endpointsOf(skilfulModels).entry, { unit: params['unit'] ?? '', id: params['id'] ?? '' })
  return <ScreenAnswer of={entry}>{(it) => <Profile key={it.id} entry={it} />}</ScreenAnswer>
}
