// One article: as the public would read it, its steps, and what may be done: edit, publish, withdraw.
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showInstant } from '@kheo/ui/format.ts'
import { Button, buttonLook, PrintButton } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { TextArea } from '@kheo/ui/parts/field.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { Timeline } from '@kheo/ui/parts/timeline.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { ArticleEditor } from './editor.tsx'
import { emptyTyped, typedOf } from './form.ts'
import { ArticleBadges, ArticleSheet, articlePath, CONFERENCE, LIST_PATH, NEW } from './look.tsx'
import { type ArticleView, news } from './schema.ts'

const LEAST_REASON = 3
const refreshed = [news.list, news.view]

type DialogProps = { readonly of: ArticleView; readonly onClose: () => void }

function Publish({ of, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const publish = useCommand(news.publish, refreshed)
  return (
    <CommandDialog
      title={t('news.publish_of', { title: of.title })}
      consequence={t('news.publish_consequence')}
      confirm={t(of.isChanged ? 'news.publish_again' : 'news.publish')}
      onClose={onClose}
      onConfirm={async () => {
        await publish.mutateAsync({ commandId, unit: of.unit, id: of.id, baseRev: of.rev })
        toast(t('news.published'))
        return undefined
      }}
    />
  )
}

function Withdraw({ of, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [reason, setReason] = useState('')
  const withdraw = useCommand(news.withdraw, refreshed)
  const send = async () => {
    if (reason.trim().length < LEAST_REASON) return t('common.reason_needed')
    await withdraw.mutateAsync({ commandId, unit: of.unit, id: of.id, reason })
    toast(t('news.withdrawn'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('news.withdraw_of', { title: of.title })}
      consequence={t('news.withdraw_consequence')}
      confirm={t('news.withdraw')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea label={t('common.reason')} name="withdraw-reason" most={300} value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

type Deed = 'publish' | 'withdraw'

function Actions({ of, onDeed }: { readonly of: ArticleView; readonly onDeed: (deed: Deed) => void }) {
  return (
    <>
      {of.slug !== null && (
        <a className={buttonLook('quiet')} href={`/tin/${of.slug}`} target="_blank" rel="noopener">
          {t('news.public_page')}
        </a>
      )}
      {of.mayEdit && (
        <AppLink to={articlePath(of.unit, of.id)} search={{ xem: 'sua' }} className={buttonLook('secondary')}>
          {t('common.edit')}
        </AppLink>
      )}
      {of.mayPublish && of.state === 'published' && (
        <Button onClick={() => onDeed('withdraw')}>{t('news.withdraw')}</Button>
      )}
      <PrintButton />
    </>
  )
}

function Beside({ of }: { readonly of: ArticleView }) {
  const moments = of.steps.map((step, at) => ({
    key: at,
    title: t(`news.state_${step.kind}`),
    when: showInstant(step.at),
    who: step.title,
    tone: step.kind === 'published' ? ('good' as const) : ('warn' as const),
    ...(step.reason === null ? {} : { body: step.reason }),
  }))
  return (
    <div className="no-print grid content-start gap-5">
      <section className="grid gap-2">
        <h2>{t('news.life')}</h2>
        <ArticleBadges of={of} />
        {moments.length === 0 ? (
          <p className="text-[var(--muted)]">{t('news.not_yet')}</p>
        ) : (
          <Timeline label={t('news.life')} moments={moments} />
        )}
        {of.mayEdit && !of.mayPublish && <p className="text-sm text-[var(--muted)]">{t('news.wait_editor')}</p>}
      </section>
      <section className="grid gap-2">
        <h2>{t('news.captions')}</h2>
        {of.text.captions.length === 0 ? (
          <p className="text-[var(--muted)]">{t('news.no_captions')}</p>
        ) : (
          <ul className="list-disc pl-5" lang="vi">
            {of.text.captions.map((caption) => (
              <li key={caption}>{caption}</li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function Reading({ of }: { readonly of: ArticleView }) {
  const [deed, setDeed] = useState<Deed>()
  const close = () => setDeed(undefined)
  const isNew = of.state !== 'published' || of.isChanged
  return (
    <Page
      title={of.title}
      back={{ to: LIST_PATH, label: t('news.title') }}
      isScreenOnly
      mainAction={
        of.mayPublish && isNew ? (
          <Button variant="primary" onClick={() => setDeed('publish')}>
            {t(of.isChanged ? 'news.publish_again' : 'news.publish')}
          </Button>
        ) : undefined
      }
      actions={<Actions of={of} onDeed={setDeed} />}
    >
      <div className="grid min-w-0 gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <ArticleSheet text={of.text} unitName={of.unitName} />
        <Beside of={of} />
      </div>
      {deed === 'publish' && <Publish of={of} onClose={close} />}
      {deed === 'withdraw' && <Withdraw of={of} onClose={close} />}
    </Page>
  )
}

type UnitProps = { readonly unit: string; readonly unitName: string }

function FromConference({ unit, unitName, conference }: UnitProps & { readonly conference: string }) {
  const draft = useServer(news.draft, { unit, conference })
  return (
    <ScreenAnswer of={draft}>
      {({ text, existing }) => (
        <ArticleEditor
          unit={unit}
          unitName={unitName}
          id={null}
          rev={0}
          conference={conference}
          start={typedOf(text)}
          existing={existing}
        />
      )}
    </ScreenAnswer>
  )
}

type SavedProps = { readonly unit: string; readonly id: string; readonly isEdited: boolean }

function Saved({ unit, id, isEdited }: SavedProps) {
  const article = useServer(news.view, { unit, id })
  return (
    <ScreenAnswer of={article}>
      {(of) =>
        isEdited && of.mayEdit ? (
          <ArticleEditor
            key={of.rev}
            unit={unit}
            unitName={of.unitName}
            id={id}
            rev={of.rev}
            conference={of.conference}
            start={typedOf(of.text)}
          />
        ) : (
          <Reading of={of} />
        )
      }
    </ScreenAnswer>
  )
}

export function ArticleScreen() {
  const desk = useDesk()
  const { params, search } = useAddress()
  const { unit = '', id = '' } = params
  const conference = search[CONFERENCE]
  const unitName = desk.unit.name
  if (id !== NEW) return <Saved key={id} unit={unit} id={id} isEdited={search['xem'] === 'sua'} />
  if (conference !== undefined) return <FromConference unit={unit} unitName={unitName} conference={conference} />
  return (
    <ArticleEditor unit={unit} unitName={unitName} id={null} rev={0} conference={null} start={emptyTyped(desk.today)} />
  )
}
