// The checks of a report, failed errors first; a click leads to the cell.
import { t } from '@kheo/ui/text.ts'
import type { Finding } from './schema.ts'

type ChecksProps = { readonly findings: readonly Finding[]; readonly onCell: (code: string) => void }

function Group({ title, findings, onCell, look }: ChecksProps & { readonly title: string; readonly look: string }) {
  if (findings.length === 0) return null
  return (
    <section className="grid gap-2">
      <h2>{title}</h2>
      <ul className="grid gap-2">
        {findings.map((it) => (
          <li key={it.check} className={`notice ${look}`}>
            <p>{it.sentence}</p>
            <p className="flex flex-wrap gap-2">
              {it.cells.map((code) => (
                <button
                  key={code}
                  type="button"
                  className="number-button"
                  aria-label={t('reports.check_go', { code })}
                  onClick={() => onCell(code)}
                >
                  {code}
                </button>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Checks({ findings, onCell }: ChecksProps) {
  const failed = findings.filter((it) => it.status === 'failed')
  const passed = findings.filter((it) => it.status === 'passed')
  if (findings.length === 0) return <p className="card">{t('reports.checks_none')}</p>
  return (
    <div className="grid gap-5">
      {failed.length === 0 && <p className="notice tone-good">✓ {t('reports.checks_all_passed')}</p>}
      <Group
        title={t('reports.checks_failed')}
        findings={failed.filter((it) => it.severity === 'error')}
        onCell={onCell}
        look="tone-bad"
      />
      <Group
        title={t('reports.checks_warned')}
        findings={failed.filter((it) => it.severity === 'warn')}
        onCell={onCell}
        look="tone-warn"
      />
      <Group
        title={t('reports.checks_open')}
        findings={findings.filter((it) => it.status === 'not-checkable')}
        onCell={onCell}
        look=""
      />
      {passed.length > 0 && (
        <details className="card">
          <summary className="min-h-[var(--target)] font-medium">
            {t('reports.checks_passed', { count: passed.length })}
          </summary>
          <ul className="list-disc pl-5 text-sm">
            {passed.map((it) => (
              <li key={it.check}>{it.sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
