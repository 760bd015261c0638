// A paper as a sheet on the screen: the words of every component in their places, in the type of official papers.
import { Fragment } from 'react'
import type { Sheet, SheetBlock } from './schema.ts'

type Runs = SheetBlock['runs'][number]

const Words = ({ runs }: { readonly runs: Runs }) =>
  runs.map(({ text, bold, italic }, at) => {
    const words = italic ? <em>{text}</em> : text
    // Runs have no identity but their place.
    return <Fragment key={at}>{bold ? <strong>{words}</strong> : words}</Fragment>
  })

const HEAD_LOOK: Readonly<Record<string, string>> = {
  governing_body: '',
  issuing_body: 'font-bold',
  national_name: 'font-bold',
  party_name: 'font-bold underline underline-offset-4',
  motto: 'font-bold underline underline-offset-4',
  place_date: 'italic',
  number: '',
  letter_summary: '',
}

const HeadColumn = ({ parts }: { readonly parts: Sheet['head'][number]['left'] }) => (
  <div className="grid content-start text-center">
    {parts.map(({ part, text }) => (
      <p key={part} className={HEAD_LOOK[part] ?? ''}>
        {text}
      </p>
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
const SCROLLED = { role: 'region', tabIndex: 0 } as const

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
        <p className="paper-text">
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

export function PaperSheet({ sheet }: { readonly sheet: Sheet }) {
  const [signed, annexes] = splitAtAnnex(sheet.blocks)
  return (
    <article className="paper">
      {sheet.head.map((row, at) => (
        <div key={at} className="paper-head">
          <HeadColumn parts={row.left} />
          <HeadColumn parts={row.right} />
        </div>
      ))}
      {sheet.title !== '' && <p className="mt-4 text-center text-[1.1em] font-bold uppercase">{sheet.title}</p>}
      {sheet.summary !== '' && <p className="text-center font-bold">{sheet.summary}</p>}
      {sheet.decidedBy !== '' && <p className="mt-2 text-center font-bold uppercase">{sheet.decidedBy}</p>}
      {sheet.sentTo.bodies.length > 0 && (
        <p className="mt-3 text-center">
          {sheet.sentTo.label} {sheet.sentTo.bodies.join('; ')}
        </p>
      )}
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
