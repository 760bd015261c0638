// Files of one entry: pictures and papers, adding with progress, taking off with a confirmation. It knows no room.
import { useRef, useState } from 'react'
import { showInstant, showSize } from '../format.ts'
import { isRefused, messageOf, newId } from '../server.ts'
import { t } from '../text.ts'
import { fitPhoto, type TellSent } from '../upload.ts'
import { Notice } from './badge.tsx'
import { Button } from './button.tsx'
import { CommandDialog } from './command-dialog.tsx'
import { Progress } from './progress.tsx'
import { toast } from './toast.tsx'

export type Attachment = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly isImage: boolean
  /** Bytes. */
  readonly size: number
  readonly addedAt: string
  readonly addedTitle: string
  readonly removed: { readonly at: string; readonly title: string } | null
  readonly address: string
}

type AttachmentsProps = {
  readonly files: readonly Attachment[]
  readonly mayEdit: boolean
  readonly isWithheld: boolean
  readonly mostBytes: number
  readonly mostFiles: number
  /** As of the attribute of a file field. */
  readonly accept: string
  readonly onUpload: (file: File, commandId: string, tell: TellSent) => Promise<void>
  readonly onRemove: (id: string, commandId: string) => Promise<unknown>
}

/** A file on its way. The command's id stays the same when it is sent again. */
type Sending = {
  readonly file: File
  readonly commandId: string
  readonly share: number | null
  readonly problem: string | undefined
  /** What the server has refused it will refuse again; what did not reach it may go the next time. */
  readonly mayRetry: boolean
}

const Thumbnail = ({ file }: { readonly file: Attachment }) => (
  <span className="grid h-16 w-16 shrink-0 place-items-center overflow-hidden rounded border border-[var(--line)] bg-[var(--canvas)] text-sm font-medium text-[var(--muted)]">
    {file.isImage ? (
      <img src={file.address} alt="" loading="lazy" decoding="async" className="h-full w-full object-cover" />
    ) : (
      file.kind.toUpperCase()
    )}
  </span>
)

function FileLine({ file, onRemove }: { readonly file: Attachment; readonly onRemove: (() => void) | undefined }) {
  // What cannot be shown in place is saved; a picture opens beside, so that the entry stays where it is.
  const opening = file.isImage ? { target: '_blank', rel: 'noopener' } : { download: file.name }
  return (
    <li className="flex items-center gap-3 py-2">
      <Thumbnail file={file} />
      <div className="min-w-0 flex-1">
        <a href={file.address} {...opening} className="font-medium">
          {file.name}
        </a>
        <p className="text-sm text-[var(--muted)]">
          {t('files.added', { size: showSize(file.size), at: showInstant(file.addedAt), by: file.addedTitle })}
        </p>
      </div>
      {onRemove !== undefined && (
        <Button
          variant="quiet"
          className="no-print"
          aria-label={t('files.remove_of', { name: file.name })}
          onClick={onRemove}
        >
          {t('files.remove')}
        </Button>
      )}
    </li>
  )
}

type SendingLineProps = {
  readonly of: Sending
  readonly onRetry: () => void
  readonly onDismiss: () => void
}

function SendingLine({ of, onRetry, onDismiss }: SendingLineProps) {
  const { file, share, problem, mayRetry } = of
  if (problem !== undefined)
    return (
      <li className="py-2">
        <Notice tone="bad" title={file.name} role="alert">
          <p>{problem}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            {mayRetry && <Button onClick={onRetry}>{t('common.retry')}</Button>}
            <Button onClick={onDismiss}>{t('files.dismiss')}</Button>
          </div>
        </Notice>
      </li>
    )
  const label = t('files.sending', { name: file.name })
  return (
    <li className="grid gap-1 py-2">
      <span className="flex justify-between gap-3">
        <span>{label}</span>
        <span>{share === null ? t('files.waiting') : t('files.percent', { percent: Math.round(share * 100) })}</span>
      </span>
      <Progress label={label} done={share ?? 0} all={1} />
    </li>
  )
}

/** Files on their way, one after the other in the order of choosing. */
function useSending({ mostBytes, onUpload }: Pick<AttachmentsProps, 'mostBytes' | 'onUpload'>) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const line = useRef<Promise<void>>(Promise.resolve())
  const drop = (commandId: string) => setSending((all) => all.filter((it) => it.commandId !== commandId))
  const change = (commandId: string, to: Partial<Sending>) =>
    setSending((all) => all.map((it) => (it.commandId === commandId ? { ...it, ...to } : it)))
  const sendOne = async ({ file, commandId }: Sending) => {
    change(commandId, { share: 0 })
    try {
      const fitted = await fitPhoto(file)
      if (fitted.size > mostBytes)
        return change(commandId, {
          problem: t('files.too_large', { size: showSize(fitted.size), most: showSize(mostBytes) }),
        })
      await onUpload(fitted, commandId, (share) => change(commandId, { share }))
      drop(commandId)
      toast(t('files.sent', { name: fitted.name }))
    } catch (error) {
      change(commandId, { problem: messageOf(error), mayRetry: !isRefused(error) || error.status >= 500 })
    }
    return undefined
  }
  const queue = (it: Sending) => {
    line.current = line.current.then(() => sendOne(it))
  }
  const add = (chosen: readonly File[]) => {
    const fresh = chosen.map((file) => ({ file, commandId: newId(), share: null, problem: undefined, mayRetry: false }))
    setSending((all) => [...all, ...fresh])
    for (const it of fresh) queue(it)
  }
  const retry = (it: Sending) => {
    change(it.commandId, { share: null, problem: undefined })
    queue(it)
  }
  return { sending, add, retry, drop }
}

const Removed = ({ files }: { readonly files: readonly Attachment[] }) => (
  <details>
    <summary className="min-h-[var(--target)] font-medium">{t('files.removed', { count: files.length })}</summary>
    <ul className="grid gap-1 text-sm text-[var(--muted)]">
      {files.map((file) => (
        <li key={file.id}>
          {t('files.removed_line', {
            name: file.name,
            at: showInstant(file.removed?.at ?? ''),
            by: file.removed?.title ?? '',
          })}
        </li>
      ))}
    </ul>
  </details>
)

type AddProps = Pick<AttachmentsProps, 'accept' | 'mostBytes' | 'mostFiles'> & {
  readonly isFull: boolean
  readonly onChoose: (files: readonly File[]) => void
}

function AddFiles({ accept, mostBytes, mostFiles, isFull, onChoose }: AddProps) {
  const field = useRef<HTMLInputElement>(null)
  if (isFull) return <p className="no-print text-[var(--muted)]">{t('files.full', { most: mostFiles })}</p>
  return (
    <div className="no-print grid justify-items-start gap-2">
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={t('files.add')}
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])])
          // The same file may be chosen again after it was refused.
          event.target.value = ''
        }}
      />
      <Button onClick={() => field.current?.click()}>{t('files.add')}</Button>
      <p className="text-sm text-[var(--muted)]">
        {t('files.help', { size: showSize(mostBytes), most: mostFiles })} {t('files.no_person')}
      </p>
    </div>
  )
}

export function Attachments(props: AttachmentsProps) {
  const { files, mayEdit, isWithheld, mostFiles, onRemove } = props
  const { sending, add, retry, drop } = useSending(props)
  const [removing, setRemoving] = useState<{ readonly file: Attachment; readonly commandId: string }>()
  const standing = files.filter((file) => file.removed === null)
  const removed = files.filter((file) => file.removed !== null)
  const isEmpty = standing.length + sending.length === 0
  const take = async () => {
    if (removing !== undefined) await onRemove(removing.file.id, removing.commandId)
    return undefined
  }
  return (
    <section className="card grid gap-3">
      <h2>{t('files.title')}</h2>
      {isWithheld && <p>{t('files.withheld')}</p>}
      {!isWithheld && isEmpty && (
        <p className="text-[var(--muted)]">{t(mayEdit ? 'files.empty' : 'files.empty_reader')}</p>
      )}
      {!isEmpty && (
        <ul className="divide-y divide-[var(--line)]">
          {standing.map((file) => (
            <FileLine
              key={file.id}
              file={file}
              onRemove={mayEdit ? () => setRemoving({ file, commandId: newId() }) : undefined}
            />
          ))}
          {sending.map((it) => (
            <SendingLine key={it.commandId} of={it} onRetry={() => retry(it)} onDismiss={() => drop(it.commandId)} />
          ))}
        </ul>
      )}
      {mayEdit && <AddFiles {...props} isFull={standing.length >= mostFiles} onChoose={add} />}
      {removed.length > 0 && <Removed files={removed} />}
      {removing !== undefined && (
        <CommandDialog
          title={t('files.remove_title')}
          consequence={t('files.remove_consequence', { name: removing.file.name })}
          confirm={t('files.remove')}
          variant="danger"
          onClose={() => setRemoving(undefined)}
          onConfirm={take}
        />
      )}
    </section>
  )
}
