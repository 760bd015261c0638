// One round of commendation: its life as a line, its list, its council, its decision, its papers.
import { useAddress } from '@kheo/ui/address.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { oneOf } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { TabLinks } from '@kheo/ui/parts/tab-links.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { CouncilTab } from './council-tab.tsx'
import { DecisionTab } from './decision-tab.tsx'
import { FindingCount, NominationList } from './nominations.tsx'
import { PapersTab } from './papers-tab.tsx'
import { EditRoundDialog } from './round-form.tsx'
import { awards, type RoundView, type Stage } from './schema.ts'
import { ROUNDS_PATH, StageLine, subjectWords } from './words.tsx'

const TABS = ['list', 'council', 'decision', 'papers'] as const
const PARTS = { list: NominationList, council: CouncilTab, decision: DecisionTab, papers: PapersTab } as const

function daysOf(round: RoundView): Partial<Record<Stage, string>> {
  const { proposedOn, councilOn, decidedOn, presentedOn } = round
  const days = { proposed: proposedOn, considered: councilOn, decided: decidedOn, presented: presentedOn }
  return Object.fromEntries(
    Object.entries(days).flatMap(([stage, day]) => (day === null ? [] : [[stage, showDay(day)]])),
  )
}

type DropProps = { readonly round: RoundView; readonly onClose: () => void; readonly onDropped: () => void }

function DropDialog({ round, onClose, onDropped }: DropProps) {
  const [commandId] = useCommandId()
  const drop = useCommand(awards.drop, [awards.rounds])
  const send = async () => {
    await drop.mutateAsync({ commandId, unit: round.unitId, round: round.id, baseRev: round.rev })
    toast(t('awards.dropped'))
    onDropped()
    return undefined
  }
  return (
    <CommandDialog
      title={t('awards.drop')}
      consequence={t('awards.drop_consequence', { title: round.title })}
      confirm={t('awards.drop')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    />
  )
}

function Round({ round }: { readonly round: RoundView }) {
  const { search, go } = useAddress()
  const [dialog, setDialog] = useState<'edit' | 'drop'>()
  const tab = oneOf(TABS, search['tab']) ?? 'list'
  const Part = PARTS[tab]
  const close = () => setDialog(undefined)
  return (
    <Page
      title={`${round.title} · ${round.unitName}`}
      back={{ to: ROUNDS_PATH, label: t('awards.title') }}
      actions={
        round.mayEdit && (
          <>
            <Button onClick={() => setDialog('edit')}>{t('awards.edit')}</Button>
            {round.nominations.length === 0 && <Button onClick={() => setDialog('drop')}>{t('awards.drop')}</Button>}
          </>
        )
      }
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[var(--muted)]">
        <span>
          {subjectWords(round.subject)} · {round.year} · {t(`awards.family_${round.family}`)}
        </span>
        <FindingCount round={round} />
      </p>
      <StageLine stage={round.stage} days={daysOf(round)} />
      <TabLinks
        label={t('awards.tabs')}
        param="tab"
        tabs={TABS.map((value) => ({ value, label: t(`awards.tab_${value}`) }))}
        current={tab}
      />
      <Part round={round} />
      {dialog === 'edit' && <EditRoundDialog round={round} onClose={close} />}
      {dialog === 'drop' && <DropDialog round={round} onClose={close} onDropped={() => go(ROUNDS_PATH)} />}
    </Page>
  )
}

export function AwardRound() {
  const { params } = useAddress()
  const found = useServer(awards.round, { unit: params['unit'] ?? '', round: params['id'] ?? '' })
  return <ScreenAnswer of={found}>{(round) => <Round key={round.id} round={round} />}</ScreenAnswer>
}
