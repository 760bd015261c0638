// Printing the certificates of a round: a blank, numbers in the book given once, one PDF in the order of the list.
import { addressOf } from '@kheo/kit/client.ts'
import { AppLink } from '@kheo/ui/address.tsx'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button, buttonLook } from '@kheo/ui/parts/button.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { CheckField, SelectField } from '@kheo/ui/parts/field.tsx'
import { messageOf, useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { type LayoutRow, layoutDoors, layouts, MOST_CHOSEN } from './layout-schema.ts'
import { isAwarded } from './nomination.ts'
import { awards, type NominationRow, type RoundView } from './schema.ts'
import { LAYOUTS_PATH } from './words.tsx'

const isFor = ({ winner }: LayoutRow, row: NominationRow): boolean => winner === 'any' || winner === row.winner

type PrintProps = {
  readonly round: RoundView
  readonly winners: readonly NominationRow[]
  readonly rows: readonly LayoutRow[]
}

function Print({ round, winners, rows }: PrintProps) {
  const [commandId, renew] = useCommandId()
  const [code, setCode] = useState(() => rows.find((row) => winners.some((it) => isFor(row, it)))?.code ?? '')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [ready, setReady] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const number = useCommand(awards.number, [awards.round])
  const layout = rows.find((row) => row.code === code)
  const fitting = layout === undefined ? [] : winners.filter((it) => isFor(layout, it))
  const chosen = fitting.filter(({ entryId }) => !left.has(entryId)).map(({ entryId }) => entryId)
  const change = (run: () => void) => {
    run()
    setReady(undefined)
    setProblem(undefined)
  }
  const prepare = async () => {
    setProblem(undefined)
    // A few are named one by one; of a long list, all are printed.
    const entries = chosen.length === fitting.length ? undefined : chosen.join(',')
    try {
      await number.mutateAsync({ commandId, unit: round.unitId, round: round.id, entries: chosen })
      setReady(addressOf(layoutDoors.certificates, { unit: round.unitId, round: round.id, layout: code, entries }))
    } catch (error) {
      setProblem(messageOf(error))
    }
    renew()
  }
  return (
    <div className="grid gap-3">
      <SelectField
        label={t('awards.layout')}
        name="certificate-layout"
        value={code}
        onChange={(value) => change(() => setCode(value))}
        choices={rows.map((row) => ({ value: row.code, label: row.title }))}
      />
      <ul className="grid">
        {fitting.map((row) => (
          <li key={row.entryId}>
            <CheckField
              label={
                <>
                  {row.name}
                  {row.bookNo !== null && (
                    <span className="text-sm text-[var(--muted)]">
                      {' '}
                      · {t('awards.book_no')} {row.bookNo}
                    </span>
                  )}
                </>
              }
              checked={!left.has(row.entryId)}
              onChange={(isOn) =>
                change(() =>
                  setLeft((before) => {
                    const next = new Set(before)
                    if (isOn) next.delete(row.entryId)
                    else next.add(row.entryId)
                    return next
                  }),
                )
              }
            />
          </li>
        ))}
      </ul>
      {problem !== undefined && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      {ready === undefined ? (
        <p>
          <Button
            variant="primary"
            isBusy={number.isPending}
            disabled={chosen.length === 0 || (chosen.length < fitting.length && chosen.length > MOST_CHOSEN)}
            onClick={() => void prepare()}
          >
            {t('awards.print_all', { count: chosen.length })}
          </Button>
        </p>
      ) : (
        <output className="block">
          <Notice tone="good" title={t('awards.print_numbered')}>
            <a className={buttonLook('primary')} href={ready} download>
              {t('awards.print_ready')}
            </a>
          </Notice>
        </output>
      )}
    </div>
  )
}

export function Certificates({ round }: { readonly round: RoundView }) {
  const list = useServer(layouts.list, { unit: round.unitId })
  // What another level gives is printed there.
  const winners = round.nominations.filter(({ state, level }) => isAwarded(state) && level === round.level)
  return (
    <section className="card grid content-start gap-3 lg:col-span-2">
      <h2>{t('awards.certificates')}</h2>
      <p className="text-[var(--muted)]">
        {t('awards.certificates_help')} <AppLink to={LAYOUTS_PATH}>{t('awards.layouts')}</AppLink>
      </p>
      {winners.length === 0 || !round.mayEdit ? (
        <p>{t('awards.certificates_none')}</p>
      ) : (
        <Answer of={list}>{({ rows }) => <Print round={round} winners={winners} rows={rows} />}</Answer>
      )}
    </section>
  )
}
