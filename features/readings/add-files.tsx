// Giving files to be read: a box to drop many into, how far each one is, and what was refused.
import { showSize } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Progress } from '@kheo/ui/parts/progress.tsx'
import { t } from '@kheo/ui/text.ts'
import { MOST_BYTES, MOST_IN_BATCH } from './schema.ts'
import type { Upload, Uploads } from './use-uploads.tsx'

const ACCEPT = '.docx,.doc,.pdf,.xlsx,.txt,.html,.htm'

const DropBox = ({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) => (
  <div className="file-box">
    <span>
      <span className="font-medium text-[var(--action)]">{t('readings.drop')}</span>{' '}
      <span className="max-sm:hidden">{t('readings.drop_words')}</span>
    </span>
    <input
      type="file"
      multiple
      accept={ACCEPT}
      aria-label={t('readings.drop')}
      aria-describedby="readings-drop-help"
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])])
        // The same file may be chosen again after it was refused.
        event.target.value = ''
      }}
    />
  </div>
)

function OnTheWay({ upload }: { readonly upload: Upload }) {
  const { file, share } = upload
  const label = t('readings.sending_one', { name: file.name })
  return (
    <li className="grid gap-1 py-2">
      <span className="flex justify-between gap-3 text-sm">
        <span className="min-w-0 break-words">{share === null ? file.name : label}</span>
        <span className="whitespace-nowrap">
          {share === null ? t('readings.sending_waiting') : t('files.percent', { percent: Math.round(share * 100) })}
        </span>
      </span>
      {share !== null && <Progress label={label} done={share} all={1} />}
    </li>
  )
}

function Refused({ upload, onRetry }: { readonly upload: Upload; readonly onRetry: () => void }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-2 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium break-words">{upload.file.name}</p>
        <p className="text-sm">{upload.problem}</p>
      </div>
      {upload.mayRetry && (
        <Button aria-label={t('readings.send_again', { name: upload.file.name })} onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </li>
  )
}

const MOST_WAITING_SHOWN = 5

function Sending({ uploads }: { readonly uploads: Uploads }) {
  const { all, sent, isSending, stop } = uploads
  const going = uploads.uploads.filter((it) => it.problem === undefined)
  const words = t('readings.sending_all', { done: sent, all })
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <output className="font-medium">{words}</output>
        {isSending && going.length > 1 && <Button onClick={stop}>{t('readings.sending_stop')}</Button>}
      </div>
      <Progress label={words} done={sent} all={all} />
      <ul className="divide-y divide-[var(--line)]">
        {going.slice(0, MOST_WAITING_SHOWN).map((it) => (
          <OnTheWay key={it.commandId} upload={it} />
        ))}
      </ul>
      {going.length > MOST_WAITING_SHOWN && (
        <p className="text-sm text-[var(--muted)]">
          {t('readings.sending_more', { count: going.length - MOST_WAITING_SHOWN })}
        </p>
      )}
    </div>
  )
}

export function AddFiles({ uploads }: { readonly uploads: Uploads }) {
  const { refusal, add, retry, clear } = uploads
  const refused = uploads.uploads.filter((it) => it.problem !== undefined)
  return (
    <section className="card no-print grid gap-3" aria-label={t('readings.step_added')}>
      <DropBox onFiles={(files) => files.length > 0 && add(files)} />
      <div id="readings-drop-help" className="field-help grid gap-1">
        <p>{t('readings.drop_help', { size: showSize(MOST_BYTES), most: MOST_IN_BATCH })}</p>
        <p>{t('readings.drop_privacy')}</p>
      </div>
      {refusal !== undefined && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
      {uploads.all > 0 && <Sending uploads={uploads} />}
      {refused.length > 0 && (
        <Notice tone="bad" title={t('readings.sending_refused', { count: refused.length })} role="alert">
          <ul className="divide-y divide-[var(--line)]">
            {refused.map((it) => (
              <Refused key={it.commandId} upload={it} onRetry={() => retry(it)} />
            ))}
          </ul>
          <Button className="mt-2" onClick={clear}>
            {t('readings.sending_clear')}
          </Button>
        </Notice>
      )}
    </section>
  )
}
