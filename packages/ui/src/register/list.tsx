// The list of a register: narrowed, ordered and shared by its address.
import { addressOf } from '@kheo/kit/client.ts'
import { endpointsOf, type ListAnswer } from '@kheo/kit/register/contract.ts'
import { type ReactNode, useEffect } from 'react'
import { AppLink, useAddress } from '../address.tsx'
import { hasRole, useDesk } from '../desk.tsx'
import { Notice } from '../parts/badge.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { Answer, Empty } from '../parts/empty.tsx'
import { Menu } from '../parts/menu.tsx'
import { Page } from '../parts/page.tsx'
import { PagerLinks } from '../parts/tab-links.tsx'
import { useServer } from '../server.ts'
import { say, t } from '../text.ts'
import { Counted, whenOf } from './counted.tsx'
import { columnsOf } from './list-columns.tsx'
import { ListFilters } from './list-filters.tsx'
import { atPage, filtersOn, type Narrowed, queryOf } from './list-query.ts'
import { rememberRegister } from './recent.ts'
import { listPath, type RegisterRoom, type RoomProps } from './room.ts'
import { useRegisterTools } from './tools.tsx'

const FORMATS = ['xlsx', 'csv', 'json'] as const

function Exports({ room, query }: { readonly room: RegisterRoom; readonly query: Narrowed }) {
  const door = { path: `/registers/${room.register.name}/export` }
  return (
    <Menu
      label={t('registers.export')}
      name={t('registers.export_of')}
      choices={FORMATS.map((format) => ({
        id: format,
        label: t(`registers.export_${format}`),
        // The answer is a file to save: the page stays.
        onChoose: () => location.assign(addressOf(door, { ...query, format })),
      }))}
    />
  )
}

const NewLink = ({ room }: { readonly room: RegisterRoom }) => (
  <AppLink to={room.parts.newHref ?? `${listPath(room.register)}/moi`} className="btn btn-primary">
    {t('registers.new', { entry: say(room.register.entry) })}
  </AppLink>
)

const ImportLink = ({ room }: { readonly room: RegisterRoom }) => (
  <AppLink to={`${listPath(room.register)}/nhap`} className="btn">
    {t('registers.import')}
  </AppLink>
)

function NothingYet({ room, action }: { readonly room: RegisterRoom; readonly action: ReactNode }) {
  const { register } = room
  return (
    <Empty title={t('registers.empty', { entry: say(register.entry) })} action={action}>
      <p>{say(register.about)}</p>
      <p>
        {t('registers.kept_by', { owner: say(register.owner) })} {t('registers.follows', { source: register.source })}
      </p>
    </Empty>
  )
}

function Rows({ room, answer }: { readonly room: RegisterRoom; readonly answer: ListAnswer }) {
  const desk = useDesk()
  const { search } = useAddress()
  const { register } = room
  const { rows, total, isMore, pageSize, sums } = answer
  const isFromAbove = rows.some((row) => row.unitId !== desk.unit.id)
  return (
    <>
      <output className="block">{t(isMore ? 'registers.count_more' : 'registers.count', { count: total })}</output>
      {rows.some((row) => row.isWithheld) && <Notice tone="info">{t('registers.withheld')}</Notice>}
      <DataTable
        caption={say(register.title)}
        columns={columnsOf(register, { rows, sums, search, isFromAbove })}
        rows={rows}
        keyOf={(row) => `${row.unitId}/${row.id}`}
        isStruck={(row) => row.isVoided}
        footHead={t('registers.total')}
      />
      {isMore && <p className="text-sm text-[var(--muted)]">{t('registers.total_unknown', { count: total })}</p>}
      <PagerLinks page={Number(search['page'] ?? 1)} pageSize={pageSize} total={total} />
    </>
  )
}

export function EntryList({ room }: RoomProps) {
  const { register, parts } = room
  const desk = useDesk()
  const { SavedViews } = useRegisterTools()
  const { search, setSearch } = useAddress()
  useEffect(() => rememberRegister(desk.accountId, register.name), [desk.accountId, register])
  const query = queryOf(register, { unit: desk.unit.id, year: desk.year }, search)
  const list = useServer(endpointsOf(register).list, atPage(query, search['page'] ?? 1))
  const mayRecord = hasRole(desk, 'recorder', 'compiler')
  const on = filtersOn(register, search)
  const Beside = parts.besideList
  const actions = mayRecord && (
    <div className="flex flex-wrap gap-2">
      <NewLink room={room} />
      <ImportLink room={room} />
    </div>
  )
  return (
    <Page
      title={`${say(register.title)} · ${search['from'] || search['to'] ? whenOf(desk.year, search) : desk.year}`}
      {...(mayRecord ? { mainAction: <NewLink room={room} /> } : {})}
      actions={
        <>
          <Exports room={room} query={query} />
          {mayRecord && <ImportLink room={room} />}
          <BookLink room={room} />
        </>
      }
    >
      {Beside !== undefined && <Beside />}
      <ListFilters register={register}>
        <SavedViews
          register={register.name}
          search={on}
          onApply={(saved) => setSearch({ ...cleared(room), ...saved })}
        />
      </ListFilters>
      <Answer of={list}>
        {(answer) =>
          answer.rows.length > 0 ? (
            <Rows room={room} answer={answer} />
          ) : Object.keys(on).length > 0 ? (
            <Empty title={t('registers.empty_filtered')} />
          ) : (
            <NothingYet room={room} action={actions} />
          )
        }
      </Answer>
      <Counted register={register} />
    </Page>
  )
}

const cleared = ({ register }: RegisterRoom): Readonly<Record<string, undefined>> =>
  Object.fromEntries(['q', 'state', 'late', 'from', 'to', 'page', ...register.filters].map((name) => [name, undefined]))

/** The book is printed as the list is narrowed. */
function BookLink({ room }: { readonly room: RegisterRoom }) {
  const { search } = useAddress()
  return (
    <AppLink
      to={`${listPath(room.register)}/in`}
      search={{ ...filtersOn(room.register, search), ...pick(search, ['sort', 'order']) }}
      className="btn max-sm:hidden"
    >
      {t('registers.book')}
    </AppLink>
  )
}

const pick = (search: Readonly<Record<string, string | undefined>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, search[name]]))
