// A paper as a sheet on the screen: the words of every component in their places, in the type of official papers.
import { Fragment } from 'react'
import type { Sheet, SheetBlock, SheetPart } from './schema.ts'

type Runs = SheetBlock['runs'][number]

const Words = ({ runs }: { readonly runs: Runs }) =>
  runs.map(({ text, bold, italic }, at) => {
    const words = italic ? <em>{text}</em> : text
    // Runs have no identity but their place.
    return <Fragment key={at}>{bold ? <strong>{words}</strong> : words}</Fragment>
  })

/** Sizes stand in proportion to the body of official papers. */
const BODY_PT = 14

const Part = ({ of }: { readonly of: SheetPart }) => (
  <>
    <p
      className={[
        of.isBold ? 'font-bold' : '',
        of.isItalic ? 'italic' : '',
        of.isUnderlined ? 'underline underline-offset-4' : '',
      ].join(' ')}
      style={{ fontSize: `${of.sizePt / BODY_PT}em` }}
    >
      {of.text}
    </p>
    {of.hasRule && <span className="paper-rule" aria-hidden="true" />}
    {of.tail !== '' && <p aria-hidden="true">{of.tail}</p>}
  </>
)

const Parts = ({ of }: { readonly of: readonly SheetPart[] }) => (
  <div className="grid content-start text-center">
    {of.map((each) => (
      <Part key={each.part} of={each} />
    ))}
  </div>
)

const TITLE_TEXT: Readonly<Record<number, string>> = {
  1: 'font-bold uppercase',
  2: 'font-bold',
  3: 'font-bold italic',
  4: 'italic',
}

// Wider than a phone, and without a link inside: the keyboard must reach it to scroll it.
const SCROLLED = { role: 'group', tabIndex: 0 } as const

function SheetTable({ block }: { readonly block: SheetBlock }) {
  return (
    <div className="overflow-x-auto" {...SCROLLED} aria-label={block.head[0]?.[0]?.text ?? ''}>
      <table className="paper-table">
        <thead>
          {block.head.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <th key={column} colSpan={cell.colSpan} rowSpan={cell.rowSpan} scope="col">
                  {cell.text}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at} className={row.emphasis === 'bold' ? 'font-bold' : row.emphasis === 'italic' ? 'italic' : ''}>
              {row.cells.map((cell, column) => (
                <td key={column} colSpan={cell.colSpan} style={{ textAlign: cell.align }}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function SheetBody({ block }: { readonly block: SheetBlock }) {
  const [first = []] = block.runs
  switch (block.kind) {
    case 'heading':
      return (
        <p className={`paper-text ${TITLE_TEXT[block.level] ?? ''}`}>
          <Words runs={first} />
        </p>
      )
    case 'paragraph':
      return (
        <p
          className={block.align === 'center' || block.align === 'right' ? '' : 'paper-text'}
          style={{ textAlign: block.align }}
        >
          <Words runs={first} />
        </p>
      )
    case 'note':
      return (
        <p className="text-[0.9em] italic">
          <Words runs={first} />
        </p>
      )
    case 'list':
      return block.runs.map((runs, at) => (
        <p key={at} className="paper-text">
          - <Words runs={runs} />
        </p>
      ))
    case 'table':
      return <SheetTable block={block} />
    case 'section':
      return (
        <div className="paper-section text-center font-bold">
          {block.runs.map((runs, at) => (
            <p key={at} className={at === 0 ? '' : at === 1 ? 'uppercase' : 'font-normal italic'}>
              <Words runs={runs} />
            </p>
          ))}
        </div>
      )
    case 'qr':
      return block.runs.map((runs, at) => (
        <p key={at} className="text-[0.85em]">
          <Words runs={runs} />
        </p>
      ))
    case 'pageBreak':
      return <hr className="no-print" />
  }
}

const Signature = ({ of }: { readonly of: Sheet['signature'] }) => (
  <div className="grid content-start text-center font-bold uppercase">
    {of.authority !== '' && <p>{of.authority}</p>}
    <p>{of.post}</p>
    <p className="mt-16 normal-case">{of.signer}</p>
  </div>
)

const Recipients = ({ of }: { readonly of: Sheet['recipients'] }) => (
  <div className="text-[0.85em]">
    <p className="font-bold italic">{of.label}</p>
    {of.lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </div>
)

/** Content before the first annex is what is signed. */
const splitAtAnnex = (blocks: readonly SheetBlock[]): readonly [readonly SheetBlock[], readonly SheetBlock[]] => {
  const annex = blocks.findIndex((block) => block.kind === 'section' && block.runs.length > 0)
  return annex === -1 ? [blocks, []] : [blocks.slice(0, annex), blocks.slice(annex)]
}

/** One addressee stands on the line of the word; several stand below it. */
function SentTo({ of: { label, bodies } }: { readonly of: Sheet['sentTo'] }) {
  if (bodies.length === 0) return null
  if (bodies.length === 1)
    return (
      <p className="mt-3 text-center">
        {label} {bodies[0]}
      </p>
    )
  return (
    <div className="mt-3 ml-[25%]">
      <p>{label}</p>
      {bodies.map((body, at) => (
        <p key={body}>
          - {body}
          {at === bodies.length - 1 ? '.' : ';'}
        </p>
      ))}
    </div>
  )
}

export function PaperSheet({ sheet }: { readonly sheet: Sheet }) {
  const [signed, annexes] = splitAtAnnex(sheet.blocks)
  return (
    <article className="paper">
      {sheet.head.map((row, at) => (
        <div key={at} className="paper-head">
          <Parts of={row.left} />
          <Parts of={row.right} />
        </div>
      ))}
      {sheet.title.length > 0 && (
        <div className="mt-4">
          <Parts of={sheet.title} />
        </div>
      )}
      {sheet.decidedBy !== '' && <p className="mt-2 text-center font-bold uppercase">{sheet.decidedBy}</p>}
      <SentTo of={sheet.sentTo} />
      <div className="mt-4 grid gap-2">
        {sheet.legalBases.map((line) => (
          <p key={line} className="paper-text italic">
            {line}
          </p>
        ))}
        {signed.map((block) => (
          <SheetBody key={block.at} block={block} />
        ))}
      </div>
      <div className="paper-head mt-6">
        {sheet.cosigner === null ? <Recipients of={sheet.recipients} /> : <Signature of={sheet.cosigner} />}
        <Signature of={sheet.signature} />
      </div>
      {sheet.cosigner !== null && <Recipients of={sheet.recipients} />}
      {annexes.length > 0 && (
        <div className="mt-6 grid gap-2">
          {annexes.map((block) => (
            <SheetBody key={block.at} block={block} />
          ))}
        </div>
      )}
    </article>
  )
}
