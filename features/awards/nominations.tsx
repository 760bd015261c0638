// The list of a round: who is nominated for what, what the rules say of each, and how the list is filled.
import { AppLink, pathTo } from '@kheo/ui/address.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button, buttonLook } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { AddDialog, NominateDialog, OrderDialog, ReviewDialog } from './fill-dialogs.tsx'
import { Findings } from './findings.tsx'
import { isOpen } from './nomination.ts'
import { awards, type NominationRow, type RoundView } from './schema.ts'
import { BOOK_PATH, FindingMark, type Mark, markOf, moneyOf, moneyWords, placeWords, StateBadge } from './words.tsx'

type RemoveProps = { readonly round: RoundView; readonly row: NominationRow; readonly onClose: () => void }

function RemoveDialog({ round, row, onClose }: RemoveProps) {
  const [commandId] = useCommandId()
  const remove = useCommand(awards.remove, [awards.round, awards.rounds, awards.candidates])
  const send = async () => {
    await remove.mutateAsync({ commandId, unit: round.unitId, round: round.id, entry: row.entryId })
    toast(t('awards.removed'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.remove_of', { name: row.name })}
      consequence={t('awards.remove_consequence', { name: row.name })}
      confirm={t('awards.remove')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    />
  )
}

function NameCell({ round, row }: { readonly round: RoundView; readonly row: NominationRow }) {
  return (
    <span className="grid gap-1">
      <AppLink to={pathTo(BOOK_PATH, round.unitId, row.entryId)}>{row.name}</AppLink>
      <span className="text-sm font-normal text-[var(--muted)]">{placeWords(row)}</span>
    </span>
  )
}

const columnsOf = (round: RoundView, onRemove: (row: NominationRow) => void): readonly Column<NominationRow>[] => [
  { key: 'no', head: t('awards.number'), isNumber: true, cell: (row) => round.nominations.indexOf(row) + 1 },
  { key: 'name', head: t('awards.name'), isMain: true, cell: (row) => <NameCell round={round} row={row} /> },
  {
    key: 'form',
    head: t('awards.form'),
    cell: (row) => (row.level === round.level ? row.formWords : `${row.formWords} (${row.levelWords})`),
  },
  {
    key: 'rules',
    head: t('awards.findings'),
    cell: (row) => (
      <span className="grid justify-items-start gap-1">
        {isOpen(row.state) && <FindingMark findings={round.findings.filter(({ about }) => about === row.entryId)} />}
        <span className="text-sm">
          {row.reviewedOn === null
            ? t('awards.not_reviewed')
            : t('awards.reviewed_on', { day: showDay(row.reviewedOn) })}
        </span>
      </span>
    ),
  },
  {
    key: 'votes',
    head: t('awards.votes'),
    isNumber: true,
    cell: (row) => (row.votesFor === null ? '—' : `${row.votesFor}/${row.votesOf}`),
  },
  {
    key: 'money',
    head: t('awards.money'),
    isNumber: true,
    cell: (row) => moneyWords(moneyOf(row)),
  },
  { key: 'state', head: t('awards.state'), cell: (row) => <StateBadge state={row.state} /> },
  ...(round.mayEdit
    ? [
        {
          key: 'acts',
          head: t('awards.acts'),
          cell: (row: NominationRow) =>
            isOpen(row.state) ? (
              <Button
                variant="quiet"
                className="no-print"
                aria-label={`${t('awards.remove')}: ${row.name}`}
                onClick={() => onRemove(row)}
              >
                {t('awards.remove')}
              </Button>
            ) : (
              '—'
            ),
        },
      ]
    : []),
]

type Dialog = 'add' | 'nominate' | 'order' | 'review'

function Tools({ round, onOpen }: { readonly round: RoundView; readonly onOpen: (dialog: Dialog) => void }) {
  const { nominations } = round
  return (
    <div className="no-print flex flex-wrap gap-2">
      <Button variant="primary" onClick={() => onOpen('nominate')}>
        {t('awards.nominate')}
      </Button>
      <Button onClick={() => onOpen('add')}>{t('awards.add')}</Button>
      <AppLink to={`${BOOK_PATH}/nhap`} className={buttonLook('secondary')}>
        {t('awards.import')}
      </AppLink>
      {nominations.length > 0 && <Button onClick={() => onOpen('order')}>{t('awards.order')}</Button>}
      {nominations.some((row) => isOpen(row.state) && row.reviewedOn === null) && (
        <Button onClick={() => onOpen('review')}>{t('awards.review')}</Button>
      )}
    </div>
  )
}

const DIALOGS = { add: AddDialog, nominate: NominateDialog, order: OrderDialog, review: ReviewDialog } as const

export function NominationList({ round }: { readonly round: RoundView }) {
  const [dialog, setDialog] = useState<Dialog>()
  const [removed, setRemoved] = useState<NominationRow>()
  const Chosen = dialog === undefined ? undefined : DIALOGS[dialog]
  return (
    <>
      {round.mayEdit && <Tools round={round} onOpen={setDialog} />}
      {round.nominations.length === 0 ? (
        <Empty title={t('awards.no_nominations')}>{t('awards.no_nominations_help')}</Empty>
      ) : (
        <DataTable
          caption={t('awards.tab_list')}
          columns={columnsOf(round, setRemoved)}
          rows={round.nominations}
          keyOf={(row) => row.entryId}
          isStruck={({ state }) => state === 'refused' || state === 'revoked'}
        />
      )}
      <Findings round={round} />
      {Chosen !== undefined && <Chosen round={round} onClose={() => setDialog(undefined)} />}
      {removed !== undefined && <RemoveDialog round={round} row={removed} onClose={() => setRemoved(undefined)} />}
    </>
  )
}

/** How many points of a round are still to be settled. */
export function FindingCount({ round }: { readonly round: RoundView }) {
  const count = (mark: Mark): number => round.findings.filter((finding) => markOf(finding) === mark).length
  const [block, warn] = [count('block'), count('warn')]
  return block + warn === 0 ? null : (
    <Badge tone={block > 0 ? 'bad' : 'warn'}>{t('awards.finding_marks', { block, warn })}</Badge>
  )
}
