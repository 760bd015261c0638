// The words of a draft as fields: its components, and its content block by block. Blocks that come from registers stay.
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { messageOf, newId, useCommand } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useLeaveGuard } from '@kheo/ui/use-leave-guard.ts'
import { type FormEvent, useState } from 'react'
import { SheetBody } from './paper-sheet.tsx'
import { documents, type DocumentView, type EditedBlock, type SheetBlock } from './schema.ts'

const MOST_LETTERS = 20_000
type WordKind = 'heading' | 'paragraph' | 'list' | 'note'
type Held = {
  readonly key: string
  readonly kind: WordKind
  readonly level: number
  readonly text: string
  readonly of: SheetBlock | null
}
type Piece = Held | { readonly key: string; readonly fixed: SheetBlock }

const pieceOf = (block: SheetBlock): Piece =>
  block.source === null
    ? { key: newId(), fixed: block }
    : { key: newId(), kind: block.kind as WordKind, level: block.level, text: block.source, of: block }

/** What was not touched is kept as it is, with the marks of its figures. */
function sentOf(piece: Piece): EditedBlock {
  if ('fixed' in piece) return { keep: piece.fixed.at }
  if (piece.of !== null && piece.of.source === piece.text) return { keep: piece.of.at }
  return { kind: piece.kind, level: Math.max(1, piece.level), text: piece.text }
}

type PieceProps = {
  readonly n: number
  readonly piece: Piece
  readonly onText: (text: string) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  readonly isFirst: boolean
  readonly isLast: boolean
}

const rowsFor = (text: string): number =>
  Math.min(12, Math.max(2, Math.ceil(text.length / 90) + text.split('\n').length - 1))

function PieceEditor({ n, piece, onText, onMove, onRemove, isFirst, isLast }: PieceProps) {
  return (
    <li className="card grid gap-2">
      {'fixed' in piece ? (
        <>
          <p className="text-sm text-[var(--muted)]">{t('documents.block_fixed')}</p>
          <div className="paper is-part">
            <SheetBody block={piece.fixed} />
          </div>
        </>
      ) : (
        <TextArea
          label={t('documents.block', { n, kind: t(`documents.block_${piece.kind}`) })}
          name={`block-${piece.key}`}
          rows={rowsFor(piece.text)}
          most={MOST_LETTERS}
          value={piece.text}
          onChange={onText}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="quiet"
          disabled={isFirst}
          aria-label={t('documents.move_up_of', { n })}
          onClick={() => onMove(-1)}
        >
          {t('documents.move_up')}
        </Button>
        <Button
          variant="quiet"
          disabled={isLast}
          aria-label={t('documents.move_down_of', { n })}
          onClick={() => onMove(1)}
        >
          {t('documents.move_down')}
        </Button>
        {!('fixed' in piece) && (
          <Button variant="quiet" aria-label={t('documents.remove_of', { n })} onClick={onRemove}>
            {t('documents.remove')}
          </Button>
        )}
      </div>
    </li>
  )
}

const swapped = (pieces: readonly Piece[], at: number, by: -1 | 1): readonly Piece[] => {
  const [one, other] = [pieces[at], pieces[at + by]]
  if (one === undefined || other === undefined) return pieces
  return pieces.with(at, other).with(at + by, one)
}

type ContentProps = { readonly pieces: readonly Piece[]; readonly onChange: (pieces: readonly Piece[]) => void }

function Content({ pieces, onChange }: ContentProps) {
  const add = (kind: WordKind) => onChange([...pieces, { key: newId(), kind, level: 2, text: '', of: null }])
  return (
    <section className="grid gap-3">
      <h2>{t('documents.content')}</h2>
      <p className="text-sm text-[var(--muted)]">{t('documents.content_help')}</p>
      {pieces.length === 0 && <Empty title={t('documents.no_content')}>{t('documents.no_content_help')}</Empty>}
      <ol className="grid gap-3">
        {pieces.map((piece, at) => (
          <PieceEditor
            key={piece.key}
            n={at + 1}
            piece={piece}
            isFirst={at === 0}
            isLast={at === pieces.length - 1}
            onText={(text) => onChange(pieces.map((each) => (each === piece ? { ...piece, text } : each)))}
            onMove={(by) => onChange(swapped(pieces, at, by))}
            onRemove={() => onChange(pieces.filter((each) => each !== piece))}
          />
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => add('paragraph')}>{t('documents.add_paragraph')}</Button>
        <Button onClick={() => add('heading')}>{t('documents.add_heading')}</Button>
        <Button onClick={() => add('list')}>{t('documents.add_list')}</Button>
      </div>
    </section>
  )
}

type Written = NonNullable<DocumentView['written']>
const fieldsOf = (written: Written) => ({
  summary: written.summary,
  sentTo: written.sentTo.join('\n'),
  legalBases: written.legalBases.join('\n'),
  recipients: written.recipients.join('\n'),
  decidedBy: written.decidedBy,
  signerPost: written.signerPost,
  signer: written.signer,
})
type Fields = ReturnType<typeof fieldsOf>
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

type PartsProps = {
  readonly view: DocumentView
  readonly fields: Fields
  readonly set: (field: keyof Fields) => (value: string) => void
  readonly takesSentTo: boolean
}

const Parts = ({ view, fields, set, takesSentTo }: PartsProps) => (
  <section className="grid gap-3">
    <h2>{t('documents.parts')}</h2>
    <TextArea
      label={t('documents.summary')}
      name="summary"
      rows={2}
      most={1000}
      value={fields.summary}
      onChange={set('summary')}
    />
    {takesSentTo && (
      <TextArea
        label={t('documents.sent_to')}
        name="sent-to"
        help={t('documents.one_a_line')}
        isOptional
        value={fields.sentTo}
        onChange={set('sentTo')}
      />
    )}
    {view.kind === 'quyet-dinh' && (
      <TextField
        label={t('documents.decided_by')}
        name="decided-by"
        help={t('documents.decided_by_help')}
        maxLength={300}
        isOptional
        value={fields.decidedBy}
        onChange={set('decidedBy')}
      />
    )}
    <TextArea
      label={t('documents.legal_bases')}
      name="legal-bases"
      help={t('documents.one_a_line')}
      isOptional
      value={fields.legalBases}
      onChange={set('legalBases')}
    />
    <TextArea
      label={t('documents.recipients')}
      name="recipients"
      help={`${t('documents.one_a_line')} ${t('documents.recipients_help')}`}
      isOptional
      value={fields.recipients}
      onChange={set('recipients')}
    />
    <div className="grid items-end gap-3 sm:grid-cols-2">
      <TextField
        label={t('documents.signer_post')}
        name="signer-post"
        maxLength={300}
        value={fields.signerPost}
        onChange={set('signerPost')}
      />
      <TextField
        label={t('documents.signer')}
        name="signer"
        help={t('documents.signer_help')}
        maxLength={300}
        isOptional
        value={fields.signer}
        onChange={set('signer')}
      />
    </div>
  </section>
)

type EditorProps = { readonly view: DocumentView; readonly written: Written; readonly onDone: () => void }

export function PaperEditor({ view, written, onDone }: EditorProps) {
  const [commandId, setCommandId] = useState(newId)
  const [fields, setFields] = useState(() => fieldsOf(written))
  const [pieces, setPieces] = useState<readonly Piece[]>(() => (view.sheet?.blocks ?? []).map(pieceOf))
  const [isTouched, setTouched] = useState(false)
  const [problem, setProblem] = useState<string>()
  const save = useCommand(documents.save, [documents.view, documents.list])
  useLeaveGuard(isTouched)
  const touch = () => {
    setTouched(true)
    setProblem(undefined)
  }
  const set = (field: keyof Fields) => (value: string) => {
    touch()
    setFields((before) => ({ ...before, [field]: value }))
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await save.mutateAsync({
        commandId,
        unit: view.unit,
        id: view.id,
        baseRev: view.rev,
        ...fields,
        sentTo: linesOf(fields.sentTo),
        legalBases: linesOf(fields.legalBases),
        recipients: linesOf(fields.recipients),
        blocks: pieces.map(sentOf),
      })
      toast(t('documents.saved'))
      onDone()
    } catch (error) {
      setCommandId(newId())
      setProblem(messageOf(error))
    }
  }
  return (
    <form noValidate className="grid max-w-[60rem] gap-6" onSubmit={(event) => void send(event)}>
      <Parts view={view} fields={fields} set={set} takesSentTo={written.takesSentTo} />
      <Content
        pieces={pieces}
        onChange={(next) => {
          touch()
          setPieces(next)
        }}
      />
      {problem !== undefined && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isBusy={save.isPending}>
          {t('documents.save')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
