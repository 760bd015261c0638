// The points of both sides beside each other: a table by criterion, and a line a side with its band.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import { showDay, showFigure } from '@kheo/ui/format.ts'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { t } from '@kheo/ui/text.ts'
import type { Scored } from './schema.ts'
import { compareScores, type ScoreLine, type Scorer, totalOf } from './scores.ts'

export const sideWords = (scorer: Scorer): string => t(scorer === 'self' ? 'models.self' : 'models.council')

const showGap = (gap: number | null): string =>
  gap === null ? '—' : gap > 0 ? `+${formatNumber(gap)}` : formatNumber(gap)

/** The last sheet of each side. `scored` is newest first. */
export const latestOf = (scored: readonly Scored[], scorer: Scorer): Scored | undefined =>
  scored.find((each) => each.scorer === scorer)

export function ScoreLineOf({ of }: { readonly of: Scored }) {
  const facts = {
    side: sideWords(of.scorer),
    total: formatNumber(of.total),
    day: showDay(of.scoredOn),
    who: of.byTitle,
  }
  return (
    <p>
      {of.band === null
        ? t('models.score_line_plain', facts)
        : t('models.score_line', { ...facts, band: of.band.toLocaleLowerCase('vi') })}
    </p>
  )
}

type BothSides = { readonly self: Scored | undefined; readonly council: Scored | undefined }

export function ScoreTable({ self, council }: BothSides) {
  const { lines, gap } = compareScores(self, council)
  const columns: readonly Column<ScoreLine>[] = [
    { key: 'title', head: t('models.criterion'), cell: (line) => line.title, isMain: true },
    {
      key: 'most',
      head: t('models.most'),
      cell: (line) => formatNumber(line.points),
      isNumber: true,
      foot: formatNumber(totalOf((council ?? self)?.points.map((each) => each.points) ?? [])),
    },
    {
      key: 'self',
      head: t('models.self'),
      cell: (line) => showFigure(line.self),
      isNumber: true,
      foot: showFigure(self?.total ?? null),
    },
    {
      key: 'council',
      head: t('models.council'),
      cell: (line) => showFigure(line.council),
      isNumber: true,
      foot: showFigure(council?.total ?? null),
    },
    {
      key: 'gap',
      head: t('models.gap'),
      cell: (line) => showGap(line.gap),
      isNumber: true,
      foot: showGap(gap),
    },
  ]
  return (
    <>
      <DataTable
        caption={t('models.scores')}
        columns={columns}
        rows={lines}
        keyOf={(line) => line.code}
        footHead={t('models.total')}
      />
      {[self, council].map((side) => side !== undefined && <ScoreLineOf key={side.scorer} of={side} />)}
      {self !== undefined && council !== undefined && self.sheetFrom !== council.sheetFrom && (
        <p className="text-sm text-[var(--muted)]">{t('models.gap_unlike')}</p>
      )}
    </>
  )
}
