// A unit's life as a line of names and events, and one event with the units before and after it.
import { AppLink, pathTo, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay, showFigure } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { Timeline } from '@kheo/ui/parts/timeline.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { basisWords, clauseWords, extentWords, levelWords, methodWords } from './level.tsx'
import { org, type OrgEventView, type UnitLife } from './schema.ts'

const UNITS_PATH = '/don-vi'

type Side = UnitLife['events'][number]['comesFrom']

function Sides({ title, side }: { readonly title: string; readonly side: Side }) {
  if (side.length === 0) return null
  return (
    <p>
      {title}:{' '}
      {side.map((it, index) => (
        <span key={it.id}>
          {index > 0 && '; '}
          <AppLink to={pathTo(UNITS_PATH, it.id)}>{it.name}</AppLink> ({extentWords(it.extent)}
          {it.isAssumed && `, ${t('units.assumed')}`})
        </span>
      ))}
    </p>
  )
}

const spanOf = (it: { readonly from: string; readonly to: string | null }): string =>
  it.to === null
    ? t('units.code_from', { from: showDay(it.from) })
    : t('units.code_to', { from: showDay(it.from), to: showDay(it.to) })

function Events({ life }: { readonly life: UnitLife }) {
  if (life.events.length === 0) return <p>{t('units.no_events')}</p>
  return (
    <Timeline
      label={t('units.events')}
      moments={life.events.map((event) => ({
        key: event.id,
        title: `${showDay(event.on)} · ${event.instrument}`,
        when: clauseWords(event.clause),
        body: (
          <>
            <Sides title={t('units.comes_from')} side={event.comesFrom} />
            <Sides title={t('units.goes_to')} side={event.goesTo} />
            <AppLink to={pathTo(UNITS_PATH, 'su-kien', event.id)} className="row-link">
              {t('units.before')} / {t('units.after')}
            </AppLink>
          </>
        ),
      }))}
    />
  )
}

function Life({ life }: { readonly life: UnitLife }) {
  return (
    <Page title={life.title} back={{ to: UNITS_PATH, label: t('units.title') }}>
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone={life.isAlive ? 'good' : 'plain'}>{t(life.isAlive ? 'units.alive' : 'units.ended')}</Badge>
        <span>{levelWords(life.level)}</span>
        {life.ancestors.length > 0 && (
          <span>
            {t('units.up')}:{' '}
            {life.ancestors.map((it, index) => (
              <span key={it.id}>
                {index > 0 && ' › '}
                <AppLink to={pathTo(UNITS_PATH, it.id)}>{it.name}</AppLink>
              </span>
            ))}
          </span>
        )}
      </p>
      <div className="grid gap-4 lg:grid-cols-2">
        <section className="card grid content-start gap-3">
          <h2>{t('units.events')}</h2>
          <Events life={life} />
        </section>
        <div className="grid content-start gap-4">
          <section className="card grid gap-3">
            <h2>{t('units.names')}</h2>
            <Timeline
              label={t('units.names')}
              moments={life.versions.map((it) => ({
                key: it.from,
                title: it.name,
                when: spanOf(it),
                who: it.parentName ?? '',
              }))}
            />
          </section>
          <section className="card grid gap-2">
            <h2>{t('units.codes')}</h2>
            <ul>
              {life.codes.map((it) => (
                <li key={`${it.scheme}${it.code}${it.from}`}>
                  <b>{it.code}</b> ({it.scheme === 'nso' ? t('units.scheme_nso') : it.scheme}, {spanOf(it)})
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </Page>
  )
}

export function UnitLifeScreen() {
  const desk = useDesk()
  const { params, search } = useAddress()
  const life = useServer(org.life, { id: params['id'] ?? '', day: search['day'] ?? desk.today })
  return <ScreenAnswer of={life}>{(it) => <Life key={it.id} life={it} />}</ScreenAnswer>
}

function EventUnits({ title, units }: { readonly title: string; readonly units: OrgEventView['before'] }) {
  return (
    <section className="card grid content-start gap-2">
      <h2>
        {title} <span className="font-normal text-[var(--muted)]">({units.length})</span>
      </h2>
      <ul className="grid gap-1">
        {units.map((it) => (
          <li key={it.id}>
            <AppLink to={pathTo(UNITS_PATH, it.id)} className="row-link">
              {it.name}
            </AppLink>
            {it.parentName !== null && <span className="text-[13px] text-[var(--muted)]"> · {it.parentName}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function EventView({ event }: { readonly event: OrgEventView }) {
  const names = new Map([...event.before, ...event.after].map((it) => [it.id, it.name]))
  return (
    <Page title={`${event.instrument} · ${showDay(event.on)}`} back={{ to: UNITS_PATH, label: t('units.title') }}>
      {event.clause !== null && <p>{clauseWords(event.clause)}</p>}
      {event.note !== null && <p className="text-[var(--muted)]">{event.note}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        <EventUnits title={t('units.before')} units={event.before} />
        <EventUnits title={t('units.after')} units={event.after} />
      </div>
      <section className="card grid gap-2">
        <h2>{t('units.edges')}</h2>
        <ul className="grid gap-2">
          {event.edges.map((edge) => (
            <li key={`${edge.fromId}${edge.toId}`}>
              {names.get(edge.fromId)} → {names.get(edge.toId)} ({extentWords(edge.extent)}
              {edge.isAssumed && `, ${t('units.assumed')}`})
              {edge.shares.map((it) => (
                <span key={it.basis} className="block text-[13px] text-[var(--muted)]">
                  {t('units.share', {
                    basis: basisWords(it.basis),
                    share: showFigure(it.share * 100, 2),
                    method: methodWords(it.method),
                  })}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}

export function OrgEventScreen() {
  const { params } = useAddress()
  const event = useServer(org.event, { id: params['event'] ?? '' })
  return <ScreenAnswer of={event}>{(it) => <EventView key={it.id} event={it} />}</ScreenAnswer>
}
