// The text of a reading with what was found in it: figures by kind, their verdicts, cited papers, days, and furniture set aside.
import { t } from '@kheo/ui/text.ts'
import { memo, useEffect, useMemo, useRef } from 'react'
import { LOOKS, type Look, VERDICT_SIGN } from './look.tsx'
import { type Block, blocksOf, type Piece, type Span } from './marking.ts'
import type { Claim, ReadingView, Verdict } from './schema.ts'

type Mark = Span & {
  readonly look: Look
  /** Key of a figure, or of a claim that stands on none. */
  readonly key: string | undefined
  readonly title: string
}

type Sign = { readonly verdict: Verdict; readonly name: string }

/** What the officer has said so far of each mark, by its key. */
export type Signs = ReadonlyMap<string, Sign>

export const markKey = (claim: Claim): string => claim.figure ?? claim.key

type Cell = Span & { readonly key: string }

/** Cells of tables: claims that stand on no figure of the text. */
function cellsOf({ figureMarks, claimList }: ReadingView): readonly Cell[] {
  const known = new Set(figureMarks.map((it) => it.key))
  return claimList.filter((it) => it.figure === null || !known.has(it.figure))
}

type Found = Pick<ReadingView, 'figureMarks' | 'otherMarks' | 'documentMarks'>

function marksOf({ figureMarks, otherMarks, documentMarks }: Found, cells: readonly Cell[]): readonly Mark[] {
  const mark = ({ start, end }: Span, look: Look, title: string, key?: string): Mark => ({
    start,
    end,
    look,
    title,
    key,
  })
  return [
    ...figureMarks.map((it) => mark(it, it.kind, t(`readings.look_${it.kind}`), it.key)),
    ...cells.map((it) => mark(it, 'count', t('readings.look_count'), it.key)),
    ...documentMarks.map((it) => mark(it, 'document', t('readings.look_document'))),
    ...otherMarks.map((it) => mark(it, 'quiet', t(`readings.why_${it.why}`))),
  ]
}

/** Decisions do not change where things stand: the text is cut again only when it was read or placed again. */
function useBlocks(view: ReadingView) {
  const { text, furniture, figureMarks, otherMarks, documentMarks } = view
  const cells = JSON.stringify(cellsOf(view).map(({ start, end, key }) => ({ start, end, key })))
  return useMemo(() => {
    const marks = marksOf({ figureMarks, otherMarks, documentMarks }, JSON.parse(cells) as Cell[])
    const present = new Set<Look>(marks.map((it) => it.look))
    if (furniture.length > 0) present.add('aside')
    return { blocks: blocksOf(text, marks, furniture), present }
  }, [text, furniture, figureMarks, otherMarks, documentMarks, cells])
}

export const markId = (key: string): string => `mark-${key}`

function wordsOf(mark: Mark, text: string, sign: Sign | undefined): string {
  const said =
    sign === undefined ? t('readings.mark_no_claim') : t(`readings.mark_${sign.verdict}`, { name: sign.name })
  return t('readings.mark_label', { text, what: `${mark.title}, ${said}` })
}

type Drawn = {
  readonly signs: Signs
  readonly hidden: ReadonlySet<Look>
  readonly current: string | undefined
  readonly onMark: (key: string) => void
}

function PieceView({
  piece,
  drawn,
  isFirst,
}: {
  readonly piece: Piece<Mark>
  readonly drawn: Drawn
  readonly isFirst: boolean
}) {
  const { mark, text, isAside } = piece
  if (isAside && drawn.hidden.has('aside')) return null
  const aside = isAside ? 'is-aside' : ''
  if (mark === undefined) return aside === '' ? text : <span className={aside}>{text}</span>
  const look = drawn.hidden.has(mark.look) ? '' : `figure-mark look-${mark.look}`
  if (mark.key === undefined)
    return (
      <span className={`${look} ${aside}`} title={mark.title}>
        {text}
      </span>
    )
  const { key } = mark
  const sign = drawn.signs.get(key)
  // Reached from the list by keyboard; a stop at every figure would make the page endless for Tab.
  return (
    <button
      type="button"
      id={isFirst ? markId(key) : undefined}
      tabIndex={-1}
      className={`${look} ${aside} verdict-${sign?.verdict ?? 'none'}`}
      aria-label={wordsOf(mark, text, sign)}
      aria-current={key === drawn.current ? 'true' : undefined}
      title={mark.title}
      onClick={() => drawn.onMark(key)}
    >
      {text}
      {sign !== undefined && sign.verdict !== 'open' && (
        <span aria-hidden="true" className="verdict-sign">
          {VERDICT_SIGN[sign.verdict]}
        </span>
      )}
    </button>
  )
}

const Pieces = ({ pieces, drawn }: { readonly pieces: readonly Piece<Mark>[]; readonly drawn: Drawn }) =>
  pieces.map((piece) => (
    <PieceView key={piece.start} piece={piece} drawn={drawn} isFirst={piece.start === piece.mark?.start} />
  ))

type BlockProps = { readonly block: Block<Mark>; readonly drawn: Drawn }

const DrawnBlock = ({ block, drawn }: BlockProps) =>
  block.kind === 'paragraph' ? (
    <p>
      <Pieces pieces={block.line.cells[0] ?? []} drawn={drawn} />
    </p>
  ) : (
    <table className="reading-table">
      <tbody>
        {block.rows.map((row) => (
          <tr key={row.start}>
            {row.cells.map((cell, index) => (
              // A cell has no name but its place in the row.
              // oxlint-disable-next-line react/no-array-index-key
              <td key={index}>
                <Pieces pieces={cell} drawn={drawn} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )

const linesIn = (block: Block<Mark>) => (block.kind === 'paragraph' ? [block.line] : block.rows)

const isAnswering = (block: Block<Mark>): boolean =>
  linesIn(block).some((line) => line.cells.some((cell) => cell.some((piece) => piece.mark?.key !== undefined)))

/** A block without figures is drawn once. */
const BlockView = memo(
  DrawnBlock,
  (before, now) => before.block === now.block && before.drawn.hidden === now.drawn.hidden && !isAnswering(now.block),
)

const startOf = (block: Block<Mark>): number => linesIn(block)[0]?.start ?? 0

type LegendProps = {
  readonly hidden: ReadonlySet<Look>
  readonly onToggle: (look: Look) => void
  readonly present: ReadonlySet<Look>
}

function Legend({ hidden, onToggle, present }: LegendProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="text-sm text-[var(--muted)]">
        {t('readings.legend')} <span className="no-print">{t('readings.legend_help')}</span>
      </legend>
      <div className="flex flex-wrap gap-1">
        {LOOKS.filter((look) => present.has(look)).map((look) => (
          <button
            key={look}
            type="button"
            className="legend-key"
            aria-pressed={!hidden.has(look)}
            onClick={() => onToggle(look)}
          >
            <span aria-hidden="true">{hidden.has(look) ? '☐' : '☑'}</span>
            <span className={hidden.has(look) ? '' : look === 'aside' ? 'is-aside' : `figure-mark look-${look}`}>
              {t(`readings.look_${look}`)}
            </span>
          </button>
        ))}
      </div>
      <p className="text-sm text-[var(--muted)]">{t('readings.legend_signs')}</p>
    </fieldset>
  )
}

/** Brings the mark to the middle of its pane; where text and list stand side by side, the page is brought so that both are seen. */
function useScrollTo(current: string | undefined) {
  const pane = useRef<HTMLDivElement>(null)
  const before = useRef(current)
  useEffect(() => {
    const mark = current === undefined ? null : document.getElementById(markId(current))
    const box = pane.current?.closest<HTMLElement>('.reading-pane')
    if (pane.current === null || box == null || mark === null) return
    const isMoved = before.current !== current
    before.current = current
    if (isMoved && getComputedStyle(box).position === 'sticky') box.scrollIntoView({ block: 'nearest' })
    const inPane = mark.getBoundingClientRect().top - pane.current.getBoundingClientRect().top
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    pane.current.scrollBy({
      top: inPane - pane.current.clientHeight / 2,
      behavior: isCalm ? 'instant' : 'smooth',
    })
  }, [current])
  return pane
}

// What scrolls must be reachable by keys.
const SCROLLED = { role: 'region', tabIndex: 0 } as const

type TextPaneProps = Drawn & { readonly view: ReadingView; readonly onToggle: (look: Look) => void }

export function TextPane({ view, onToggle, ...drawn }: TextPaneProps) {
  const { blocks, present } = useBlocks(view)
  const pane = useScrollTo(drawn.current)
  return (
    <section className="card reading-pane" aria-labelledby="reading-text">
      <h2 id="reading-text">{t('readings.text')}</h2>
      <Legend hidden={drawn.hidden} onToggle={onToggle} present={present} />
      <div ref={pane} {...SCROLLED} className="reading-scroll reading-text" aria-label={t('readings.text_label')}>
        {blocks.map((block) => (
          <BlockView key={startOf(block)} block={block} drawn={drawn} />
        ))}
      </div>
    </section>
  )
}
