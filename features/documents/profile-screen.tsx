// The formats of papers as an annotated page: choose a version and a kind, see each component drawn and told.
import { useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { oneOf } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { TabLinks } from '@kheo/ui/parts/tab-links.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { drawnOn, PaperSheet, type Pointing } from './profile-sheet.tsx'
import { type FormatNote, type FormatRow, formats, type FormatView, SHOWN_KINDS } from './profiles.schema.ts'

function optionWords({ family, validFrom, validTo, isInForce }: FormatRow): string {
  const names = { family: t(`formats.family_${family}`), from: showDay(validFrom) }
  const span =
    validTo === null ? t('formats.option_from', names) : t('formats.option_span', { ...names, to: showDay(validTo) })
  return isInForce ? t('formats.option_now', { span }) : span
}

type NoteProps = { readonly note: FormatNote; readonly pointing: Pointing }

function Note({ note, pointing }: NoteProps) {
  const number = pointing.numberOf(note.about)
  const isActive = pointing.active === note.about
  return (
    <li>
      <button
        type="button"
        className={isActive ? 'format-note is-active' : 'format-note'}
        aria-pressed={isActive}
        onFocus={() => pointing.point(note.about)}
        onMouseEnter={() => pointing.point(note.about)}
        onClick={() => pointing.point(note.about)}
      >
        <span className="flex flex-wrap items-center gap-2">
          {number !== undefined && <span className="format-number">{number}</span>}
          <strong>{note.title}</strong>
          {note.box !== null && (
            <span className="text-sm text-[var(--muted)]">({t('formats.box', { box: note.box })})</span>
          )}
        </span>
        {note.where !== '' && <span className="text-sm">{note.where}</span>}
        <span className="text-sm">{note.look}</span>
        <span className="text-sm text-[var(--muted)]">
          {note.isCustom ? t('formats.custom') : t('formats.source', { source: note.source })}
        </span>
      </button>
    </li>
  )
}

type NoteListProps = { readonly title: string; readonly notes: readonly FormatNote[]; readonly pointing: Pointing }

function NoteList({ title, notes, pointing }: NoteListProps) {
  if (notes.length === 0) return null
  return (
    <section className="grid gap-2">
      <h3>{title}</h3>
      <ol className="grid gap-2">
        {notes.map((note) => (
          <Note key={note.about} note={note} pointing={pointing} />
        ))}
      </ol>
    </section>
  )
}

function Head({ format }: { readonly format: FormatRow }) {
  return (
    <div className="grid gap-1">
      <h2>{format.title}</h2>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={format.isInForce ? 'good' : 'plain'}>
          {t(format.isInForce ? 'formats.in_force' : 'formats.not_in_force')}
        </Badge>
        <span>{t('formats.source', { source: format.source })}</span>
      </p>
    </div>
  )
}

function Annotated({ view }: { readonly view: FormatView }) {
  const [active, setActive] = useState<string | null>(null)
  const [isLarge, setLarge] = useState(false)
  const drawn = drawnOn(view.sheet)
  const here = [...drawn].flatMap((about) => view.notes.filter((note) => note.about === about))
  const isComponent = (note: FormatNote): boolean => note.where !== ''
  const rest = view.notes.filter((note) => !drawn.has(note.about))
  const numbers = new Map(here.map((note, at) => [note.about, at + 1]))
  const pointing: Pointing = { active, point: setActive, numberOf: (about) => numbers.get(about) }
  const kind = view.kinds.find((each) => each.code === view.kind)?.title ?? view.kind
  return (
    <div className="grid min-w-0 items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <figure className="grid min-w-0 gap-2 lg:sticky lg:top-3">
        <div className="max-w-full overflow-x-auto">
          <div className={isLarge ? 'sheet-frame is-large' : 'sheet-frame'} onMouseLeave={() => setActive(null)}>
            <PaperSheet
              sheet={view.sheet}
              label={t('formats.page_label', { kind, title: view.format.title })}
              pointing={pointing}
            />
          </div>
        </div>
        <figcaption className="flex flex-wrap items-center justify-between gap-2 text-sm">
          <span>
            {t('formats.page_help')} {t('formats.sample_note')}
          </span>
          <span className="no-print lg:hidden">
            <Button aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
              {t(isLarge ? 'formats.fit' : 'formats.larger')}
            </Button>
          </span>
        </figcaption>
      </figure>
      <section className="grid min-w-0 gap-4" aria-label={t('formats.notes')} lang="vi">
        <NoteList title={t('formats.notes_here')} notes={here} pointing={pointing} />
        <NoteList title={t('formats.notes_elsewhere')} notes={rest.filter(isComponent)} pointing={pointing} />
        <NoteList
          title={t('formats.notes_whole')}
          notes={rest.filter((note) => !isComponent(note))}
          pointing={pointing}
        />
      </section>
    </div>
  )
}

type ChosenProps = { readonly code: string; readonly kind: (typeof SHOWN_KINDS)[number] }

function Chosen({ code, kind }: ChosenProps) {
  const desk = useDesk()
  const view = useServer(formats.view, { day: desk.today, code, kind })
  return (
    <Answer of={view}>
      {({ view: held }) =>
        held === null ? (
          <Empty title={t('formats.unknown')}>{t('formats.unknown_help')}</Empty>
        ) : (
          <>
            <Head format={held.format} />
            <TabLinks
              label={t('formats.kind')}
              param="kind"
              tabs={held.kinds.map(({ code: value, title }) => ({ value, label: title }))}
              current={held.kind}
            />
            <Annotated key={`${held.format.code} ${held.kind}`} view={held} />
          </>
        )
      }
    </Answer>
  )
}

export function FormatScreen() {
  const desk = useDesk()
  const { search, setSearch } = useAddress()
  const list = useServer(formats.list, { day: desk.today })
  const kind = oneOf(SHOWN_KINDS, search['kind']) ?? 'cong-van'
  return (
    <Page title={t('formats.title')}>
      <p>{t('formats.intro')}</p>
      <Answer of={list}>
        {({ formats: rows }) => {
          const code = search['format'] ?? rows.find((row) => row.isInForce)?.code ?? rows[0]?.code ?? ''
          return (
            <>
              <div className="no-print max-w-xl">
                <SelectField
                  label={t('formats.format')}
                  name="format"
                  value={code}
                  onChange={(value) => setSearch({ format: value })}
                  choices={rows.map((row) => ({ value: row.code, label: optionWords(row) }))}
                />
              </div>
              <Chosen code={code} kind={kind} />
            </>
          )
        }}
      </Answer>
    </Page>
  )
}
