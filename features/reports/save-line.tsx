// Whether what was typed is saved, and the choice that a conflict asks for.
import { sumDecimals } from '@kheo/core/text/decimal.ts'
import { showFigure } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { t } from '@kheo/ui/text.ts'
import type { ReportView } from './schema.ts'
import type { CellSaver } from './use-cell-saver.tsx'

const waitingOf = ({ pending }: CellSaver): readonly (readonly [string, number | null])[] => [
  ...Object.entries(pending.cells),
  ...Object.entries(pending.parts).map(([code, parts]) => [code, sumDecimals(Object.values(parts))] as const),
]

function Conflict({ saver, view }: { readonly saver: CellSaver; readonly view: ReportView }) {
  const cells = new Map(view.sections.flatMap((section) => section.cells).map((cell) => [cell.code, cell]))
  return (
    <Notice tone="warn" title={t('reports.conflict')} role="alert">
      <p>{t('reports.conflict_help')}</p>
      <ul className="list-disc pl-5">
        {waitingOf(saver).map(([code, value]) => (
          <li key={code}>
            {t('reports.conflict_line', {
              code,
              mine: showFigure(value),
              theirs: showFigure(cells.get(code)?.own ?? null),
            })}
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => void saver.keepMine()}>
          {t('reports.conflict_mine')}
        </Button>
        <Button onClick={saver.takeTheirs}>{t('reports.conflict_theirs')}</Button>
      </div>
    </Notice>
  )
}

export function SaveLine({ saver, view }: { readonly saver: CellSaver; readonly view: ReportView }) {
  const { status } = saver
  if (status.kind === 'conflict') return <Conflict saver={saver} view={view} />
  return (
    <output
      className="no-print flex flex-wrap items-center gap-3 text-[13px]"
      data-testid="save-status"
      data-state={status.kind}
    >
      {status.kind === 'failed' ? (
        <>
          <span className="text-[var(--bad)]">✕ {t('reports.save_failed', { message: status.message })}</span>
          <Button onClick={() => void saver.flush()}>{t('reports.save_now')}</Button>
        </>
      ) : (
        <span className="text-[var(--muted)]">
          {status.kind === 'clean' ? t('reports.save_clean') : t(`reports.save_${status.kind}`)}
        </span>
      )}
      {saver.wasRestored && saver.isUnsaved && <span>{t('reports.restored')}</span>}
    </output>
  )
}
