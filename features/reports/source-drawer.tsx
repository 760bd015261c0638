// "Số này ở đâu ra?": the parts of a figure adding up, and the way down through units to register entries.
import { AppLink } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay, showFigure, showInstant } from '@kheo/ui/format.ts'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Drawer } from '@kheo/ui/parts/dialog.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { type ComponentType, type ReactNode, useState } from 'react'
import { readingPath } from '../readings/look.tsx'
import { stateWords } from './look.tsx'
import { type FigureSource, reports, type SourceEntry } from './schema.ts'

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, value) => all + (value ?? 0), 0)

function Line({
  name,
  amount,
  isTotal = false,
}: {
  readonly name: ReactNode
  readonly amount: ReactNode
  readonly isTotal?: boolean
}) {
  return (
    <li
      className={`flex items-start justify-between gap-4 py-1 ${isTotal ? 'border-t-2 border-[var(--edge)] font-semibold' : 'border-t border-[var(--line)]'}`}
    >
      <div className="min-w-0">{name}</div>
      <div className="text-right whitespace-nowrap">{amount}</div>
    </li>
  )
}

function EntryName({ entry }: { readonly entry: SourceEntry }) {
  const desk = useDesk()
  const to = desk.entryAddress(entry.register, entry.unitId, entry.id)
  const title = entry.title === '' ? t('reports.source_entry', { no: entry.entryNo }) : entry.title
  return (
    <>
      {to === undefined ? title : <AppLink to={to}>{title}</AppLink>}
      <span className="block text-[13px] text-[var(--muted)]">
        {t('reports.source_entry', { no: entry.entryNo })} · {showDay(entry.on)}
        {entry.place !== '' && ` · ${entry.place}`}
      </span>
      <span className="block text-[13px] text-[var(--muted)]">
        {t('reports.source_recorded', { who: entry.recordedBy, when: showInstant(entry.recordedAt) })}
      </span>
    </>
  )
}

type PagerProps = { readonly page: number; readonly hasMore: boolean; readonly onPage: (page: number) => void }

function EntryPager({ page, hasMore, onPage }: PagerProps) {
  return (
    <div className="flex gap-2">
      {page > 1 && <Button onClick={() => onPage(page - 1)}>{t('reports.source_before')}</Button>}
      {hasMore && <Button onClick={() => onPage(page + 1)}>{t('reports.source_more')}</Button>}
    </div>
  )
}

/** The document that a figure was read from, the sentence it stands in, and the way to both. */
function Imported({ from }: { readonly from: NonNullable<FigureSource['own']['imported']> }) {
  return (
    <figure className="grid gap-1 text-sm" data-testid="source-imported">
      <blockquote className="claim-sentence">{from.says}</blockquote>
      <figcaption>
        {t('reports.source_document')}{' '}
        <AppLink to={readingPath(from.unitId, from.readingId)} className="break-words">
          {from.file}
        </AppLink>
      </figcaption>
    </figure>
  )
}

function Own({
  source,
  page,
  onPage,
}: {
  readonly source: FigureSource
  readonly page: number
  readonly onPage: (page: number) => void
}) {
  const { own } = source
  return (
    <section className="grid gap-1">
      <h3>
        {t('reports.source_own')}: {showFigure(own.value)}{' '}
        <span className="font-normal text-[var(--muted)]">({t(`reports.origin_${own.origin}`)})</span>
      </h3>
      {own.formula !== null && (
        <p className="text-sm">
          {t('reports.source_formula')}: {own.formula}
        </p>
      )}
      {own.typedBy !== null && (
        <p className="text-sm">
          {t(own.imported === null ? 'reports.source_typed' : 'reports.source_imported', {
            who: own.typedBy,
            when: own.typedAt === null ? '' : showInstant(own.typedAt),
          })}
        </p>
      )}
      {own.imported !== null && <Imported from={own.imported} />}
      {own.note !== null && own.note !== '' && <p className="text-sm">✎ {own.note}</p>}
      {own.entries.length > 0 && (
        <>
          <p className="text-sm text-[var(--muted)]">{t('reports.source_entries', { count: own.entryCount })}</p>
          <ul className="text-sm">
            {own.entries.map((entry) => (
              <Line
                key={`${entry.register}${entry.id}`}
                name={<EntryName entry={entry} />}
                amount={showFigure(entry.amount)}
              />
            ))}
            <Line
              isTotal
              name={t('reports.source_page_total', { count: own.entries.length })}
              amount={showFigure(sum(own.entries.map((it) => it.amount)))}
            />
          </ul>
          <EntryPager
            page={page}
            hasMore={
              own.entries.length < own.entryCount &&
              own.entries.length > 0 &&
              page * own.entries.length < own.entryCount
            }
            onPage={onPage}
          />
        </>
      )}
      {own.value === null && own.entries.length === 0 && (
        <p className="text-sm text-[var(--muted)]">{t('reports.source_none')}</p>
      )}
    </section>
  )
}

type Drill = (unitId: string, name: string) => void
type ChildrenProps = { readonly source: FigureSource; readonly onDrill: Drill }

function Children({ rows, onDrill }: { readonly rows: FigureSource['children']; readonly onDrill: Drill }) {
  return rows.map((child) => (
    <Line
      key={child.unitId}
      name={
        <button
          type="button"
          className="min-h-[var(--target)] text-left text-[var(--action)] underline"
          aria-label={t('reports.source_drill', { unit: child.unitName })}
          onClick={() => onDrill(child.unitId, child.unitName)}
        >
          {child.unitName}
        </button>
      }
      amount={
        <>
          {showFigure(child.value)}
          <span className="block text-[13px] text-[var(--muted)]">{stateWords(child.state)}</span>
        </>
      }
    />
  ))
}

function Below({ source, onDrill }: ChildrenProps) {
  const given = source.children.filter((it) => it.value !== null)
  const without = source.children.filter((it) => it.value === null)
  if (source.children.length === 0) return null
  return (
    <section className="grid gap-1">
      <h3>{t('reports.source_children')}</h3>
      {given.length > 0 && (
        <ul className="text-sm">
          <Children rows={given} onDrill={onDrill} />
          <Line isTotal name={t('reports.source_total')} amount={showFigure(sum(given.map((it) => it.value)))} />
        </ul>
      )}
      {without.length > 0 && (
        <details>
          <summary className="min-h-[var(--target)] text-sm text-[var(--muted)]">
            {t('reports.source_without', { count: without.length })}
          </summary>
          <ul className="text-sm">
            <Children rows={without} onDrill={onDrill} />
          </ul>
        </details>
      )}
    </section>
  )
}

type AdjustmentAction = ComponentType<{ readonly unit: string; readonly id: string }>

function Adjustments({
  source,
  Action,
}: {
  readonly source: FigureSource
  readonly Action: AdjustmentAction | undefined
}) {
  if (source.adjustments.length === 0) return null
  return (
    <section className="grid gap-1">
      <h3>{t('reports.source_adjustments')}</h3>
      <ul className="text-sm">
        {source.adjustments.map((it) => (
          <Line
            key={it.id}
            name={
              <>
                {it.reason}
                <span className="block text-[13px] text-[var(--muted)]">
                  {it.unitName} · {it.actorTitle} · {showInstant(it.at)}
                </span>
                {Action !== undefined && <Action unit={source.unitId} id={it.id} />}
              </>
            }
            amount={`${it.delta > 0 ? '+' : ''}${showFigure(it.delta)}`}
          />
        ))}
      </ul>
    </section>
  )
}

function Equation({ source }: { readonly source: FigureSource }) {
  const below = sum(source.children.map((it) => it.value))
  const adjusted = sum(source.adjustments.map((it) => it.delta))
  const adds = Math.abs(sum([source.own.value, below, adjusted]) - (source.total ?? 0)) < 1e-6
  // Ratios and distinct counts do not add up; the sentence explains those.
  const isOwnAlone = source.children.every((it) => it.value === null) && source.adjustments.length === 0
  if (!adds || isOwnAlone) return null
  return (
    <p className="font-medium">
      {t('reports.source_equation', {
        own: showFigure(source.own.value ?? 0),
        below: showFigure(below),
        adjusted: showFigure(adjusted),
        total: showFigure(source.total),
      })}
    </p>
  )
}

type Place = { readonly id: string; readonly name: string }

type SourceDrawerProps = {
  readonly unit: Place
  readonly period: string
  readonly code: string
  readonly onClose: () => void
  /** What may be done with an adjustment. */
  readonly AdjustmentAction?: AdjustmentAction
}

export function SourceDrawer({ unit, period, code, onClose, AdjustmentAction }: SourceDrawerProps) {
  const [trail, setTrail] = useState<readonly Place[]>([unit])
  const [page, setPage] = useState(1)
  const here = trail.at(-1) ?? unit
  const source = useServer(reports.source, { unit: here.id, period, code, page })
  const walk = (next: readonly Place[]) => {
    setTrail(next)
    setPage(1)
  }
  return (
    <Drawer title={t('reports.source_title', { code })} isOpen onClose={onClose}>
      <nav aria-label={t('reports.source_trail')}>
        <ol className="flex flex-wrap items-center gap-1 text-sm">
          {trail.map((place, index) => (
            <li key={place.id}>
              {index > 0 && <span aria-hidden="true">› </span>}
              {index === trail.length - 1 ? (
                <span aria-current="location">{place.name}</span>
              ) : (
                <button
                  type="button"
                  className="min-h-[var(--target)] text-[var(--action)] underline"
                  onClick={() => walk(trail.slice(0, index + 1))}
                >
                  {place.name}
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <Answer of={source}>
        {(it) => (
          <div className="grid gap-4" aria-busy={source.isPlaceholderData}>
            <div>
              <p>{it.nameVi}</p>
              <p className="text-[13px] text-[var(--muted)]">
                {it.unitName} · {it.periodTitle}
              </p>
              <p className="text-3xl font-semibold" data-testid="source-total">
                {it.total === null ? `— ${t('reports.not_reported')}` : it.text}
              </p>
              <p>{it.sentence}</p>
              {it.asSubmittedAt !== null && (
                <p className="text-sm text-[var(--muted)]" data-testid="source-as-submitted">
                  {t('reports.source_as_submitted', { at: showInstant(it.asSubmittedAt) })}
                </p>
              )}
              <Equation source={it} />
            </div>
            <Own source={it} page={page} onPage={setPage} />
            <Below source={it} onDrill={(id, name) => walk([...trail, { id, name }])} />
            <Adjustments source={it} Action={AdjustmentAction} />
          </div>
        )}
      </Answer>
    </Drawer>
  )
}
