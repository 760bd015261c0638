// On a model's page, under its facts: where it was copied, who recognised it, and its points.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { EntryView } from '@kheo/kit/register/contract.ts'
import { AppLink } from '@kheo/ui/address.tsx'
import { showDay, showInstant } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { entryPath } from '@kheo/ui/register/room.ts'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { skilfulModels } from './register.ts'
import { models, type Scored, type ScoresOfModel } from './schema.ts'
import { ScoreDialog } from './score-dialog.tsx'
import { latestOf, ScoreTable, sideWords } from './score-table.tsx'
import type { Scorer } from './scores.ts'
import { levelsOf, sitesOf } from './spread.ts'

type OfEntry = { readonly entry: EntryView }

function Spread({ entry }: OfEntry) {
  const sites = sitesOf(entry)
  const levels = levelsOf(entry)
  const total = sites.reduce((sum, site) => sum + site.count, 0)
  return (
    <section className="card grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2>{t('models.spread')}</h2>
        {total > 0 && <Badge tone="good">{t('models.spread_total', { count: formatNumber(total) })}</Badge>}
      </div>
      {sites.length === 0 && <p className="text-[var(--muted)]">{t('models.spread_none')}</p>}
      {sites.length > 0 && (
        <ul className="grid gap-2">
          {sites.map((site) => (
            <li key={site.seq}>
              <p className="font-medium">
                {t('models.spread_sites', { count: formatNumber(site.count), day: showDay(site.on) })}
              </p>
              {site.where !== '' && <p className="whitespace-pre-line">{site.where}</p>}
            </li>
          ))}
        </ul>
      )}
      <h3 className="text-base font-semibold">{t('models.levels')}</h3>
      {levels.length === 0 && <p className="text-[var(--muted)]">{t('models.levels_none')}</p>}
      {levels.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {levels.map(({ level, on }) => (
            <li key={level}>
              <Badge tone="good">{t('models.level_on', { level: t(`models.level_${level}`), day: showDay(on) })}</Badge>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function History({ scored }: { readonly scored: readonly Scored[] }) {
  return (
    <details className="no-print">
      <summary className="min-h-[var(--target)] font-medium">
        {t('models.score_history', { count: scored.length })}
      </summary>
      <ul className="grid gap-3">
        {scored.map((each) => (
          <li key={`${each.scorer}${each.rev}`} className="text-sm">
            <p>
              {t('models.score_revision', {
                side: sideWords(each.scorer),
                rev: each.rev,
                total: formatNumber(each.total),
                day: showDay(each.scoredOn),
                who: each.byTitle,
                when: showInstant(each.at),
                sheet: each.sheetTitle,
              })}
            </p>
            <p className="text-[var(--muted)]">
              {each.points
                .map(({ title, given, points }) => `${title}: ${formatNumber(given)}/${formatNumber(points)}`)
                .join('; ')}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Scores({ entry, of }: OfEntry & { readonly of: ScoresOfModel }) {
  const [scorer, setScorer] = useState<Scorer>()
  const [self, council] = [latestOf(of.scored, 'self'), latestOf(of.scored, 'council')]
  const earlier = of.scored.filter((each) => each !== self && each !== council)
  return (
    <>
      {of.scored.length === 0 ? (
        <p className="text-[var(--muted)]">{t('models.scores_none')}</p>
      ) : (
        <ScoreTable self={self} council={council} />
      )}
      {of.sheet === null ? (
        <p className="text-[var(--muted)]">{t('models.scores_no_sheet')}</p>
      ) : (
        <p className="text-sm text-[var(--muted)]">
          {t('models.scores_of', { title: of.sheet.title, source: of.sheet.source })}
        </p>
      )}
      <div className="no-print flex flex-wrap gap-2">
        {of.may.self && <Button onClick={() => setScorer('self')}>{t('models.score_self')}</Button>}
        {of.may.council && <Button onClick={() => setScorer('council')}>{t('models.score_council')}</Button>}
      </div>
      {earlier.length > 0 && <History scored={earlier} />}
      {scorer !== undefined && (
        <ScoreDialog
          entry={entry}
          scorer={scorer}
          last={scorer === 'self' ? self : council}
          onClose={() => setScorer(undefined)}
        />
      )}
    </>
  )
}

export function UnderModel({ entry }: OfEntry) {
  const scores = useServer(models.scores, { unit: entry.unitId, id: entry.id })
  return (
    <>
      <Spread entry={entry} />
      <section className="card grid gap-3">
        <h2>{t('models.scores')}</h2>
        <Answer of={scores}>{(it) => <Scores entry={entry} of={it} />}</Answer>
      </section>
      <p className="no-print">
        <AppLink to={`${entryPath(skilfulModels, entry)}/ho-so`} className="btn">
          {t('models.profile')}
        </AppLink>
      </p>
    </>
  )
}
