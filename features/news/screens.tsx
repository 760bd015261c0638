// Articles of a unit, and the two ways to begin one: blank, or from a conference that was held.
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { showDay, showInstant } from '@kheo/ui/format.ts'
import { Button, buttonLook } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { PagerLinks } from '@kheo/ui/parts/tab-links.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { type FormEvent, useState } from 'react'
import { conferenceRoom } from '../conferences/schema.ts'
import { ArticleBadges, articlePath, CONFERENCE, NEW } from './look.tsx'
import { type ArticleRow, news } from './schema.ts'

const PAGE_SIZE = 50
const HELD: ReadonlySet<string> = new Set(['held', 'concluded', 'filed'])

const columnsOf = (unit: string): readonly Column<ArticleRow>[] => [
  {
    key: 'title',
    head: t('news.article'),
    isMain: true,
    cell: (row) => (
      <AppLink to={articlePath(unit, row.id)} className="row-link font-medium">
        {row.title}
      </AppLink>
    ),
  },
  { key: 'day', head: t('news.day'), cell: (row) => showDay(row.day), isNumber: true },
  { key: 'state', head: t('common.state'), cell: (row) => <ArticleBadges of={row} /> },
  { key: 'saved', head: t('news.saved_by'), cell: (row) => `${showInstant(row.savedAt)}, ${row.savedTitle}` },
]

/** Nothing is shown where no conference of the unit was held. */
function FromConference({ unit }: { readonly unit: string }) {
  const { go } = useAddress()
  const [chosen, setChosen] = useState('')
  const list = useServer(conferenceRoom.list, { unit })
  const held = (list.data?.rows ?? []).filter((row) => HELD.has(row.state))
  if (held.length === 0) return null
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (chosen !== '') go(articlePath(unit, NEW), { [CONFERENCE]: chosen })
  }
  return (
    <form className="card no-print grid items-end gap-3 sm:grid-cols-[1fr_auto]" onSubmit={open}>
      <SelectField
        label={t('news.from_conference')}
        name="news-conference"
        value={chosen}
        onChange={setChosen}
        choices={[
          { value: '', label: t('news.choose_conference') },
          ...held.map((row) => ({
            value: row.id,
            label: t('news.of_conference', { title: row.title, day: showDay(row.day) }),
          })),
        ]}
      />
      <Button type="submit">{t('news.from_conference_do')}</Button>
    </form>
  )
}

export function NewsList() {
  const desk = useDesk()
  const { search } = useAddress()
  const unit = desk.unit.id
  const page = Math.max(1, Number(search['page'] ?? 1) || 1)
  const list = useServer(news.list, { unit, page })
  const mayWrite = hasRole(desk, 'compiler', 'editor') && list.data?.mayEdit === true
  return (
    <Page
      title={`${t('news.title')} · ${desk.unit.name}`}
      mainAction={
        mayWrite ? (
          <AppLink to={articlePath(unit, NEW)} className={buttonLook('primary')}>
            {t('news.write')}
          </AppLink>
        ) : undefined
      }
    >
      <p className="max-w-3xl text-[var(--muted)]">{t('news.about')}</p>
      {mayWrite && <FromConference key={unit} unit={unit} />}
      <Answer of={list}>
        {({ rows, count }) =>
          rows.length === 0 ? (
            <Empty title={t('news.empty')}>{t('news.empty_help')}</Empty>
          ) : (
            <>
              <DataTable caption={t('news.title')} columns={columnsOf(unit)} rows={rows} keyOf={(row) => row.id} />
              <PagerLinks page={page} pageSize={PAGE_SIZE} total={count} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}
