// A whole paper as the sheet on the screen: the same words and order as the printers draw, without their measures. Pure.
import type { BodyCell, Block, Run, Signature, Table } from '@kheo/writer/block-model.ts'
import { runText } from '@kheo/writer/block-model.ts'
import { addresseesOf, componentText, legalBasisLines, recipientLines } from '@kheo/writer/components.ts'
import type { ComponentCode, FormatProfile } from '@kheo/writer/profile.ts'
import { spell } from '@kheo/writer/spelling.ts'
import type { Composed } from './compose.ts'
import type { Sheet, SheetBlock, SheetPart } from './schema.ts'
import { typedWords } from './words.ts'

const shownRuns = (runs: readonly Run[]): SheetBlock['runs'][number] =>
  runs.map((run) => ({ text: runText(run), bold: run.bold === true, italic: run.italic === true }))

const plain = (text: string): SheetBlock['runs'] => [[{ text, bold: false, italic: false }]]

type Cell = SheetBlock['rows'][number]['cells'][number]

function bodyCell(cell: BodyCell, align: Cell['align']): Cell {
  if (typeof cell === 'string') return { text: cell, colSpan: 1, rowSpan: 1, align }
  return { text: cell.text, colSpan: cell.colSpan ?? 1, rowSpan: 1, align: cell.align ?? align }
}

function tableOf(table: Table): Pick<SheetBlock, 'head' | 'rows'> {
  const aligned = (cells: readonly BodyCell[]): Cell[] => {
    let column = 0
    return cells.map((cell) => {
      const made = bodyCell(cell, table.columns[column]?.align ?? 'left')
      column += made.colSpan
      return made
    })
  }
  const rows = [
    ...table.rows,
    ...(table.totalRow === undefined ? [] : [{ ...table.totalRow, emphasis: 'bold' as const }]),
  ]
  return {
    head: table.headerRows.map((row) =>
      row.map((cell) => ({
        text: cell.text,
        colSpan: cell.colSpan ?? 1,
        rowSpan: cell.rowSpan ?? 1,
        align: 'center' as const,
      })),
    ),
    rows: rows.map((row) => ({ emphasis: row.emphasis ?? 'plain', cells: aligned(row.cells) })),
  }
}

const wordsOf = (block: Block): SheetBlock['runs'] => {
  switch (block.kind) {
    case 'heading':
      return plain(block.text)
    case 'paragraph':
    case 'note':
      return [shownRuns(block.runs)]
    case 'list':
      return block.items.map(shownRuns)
    case 'qr':
      return block.lines.flatMap(plain)
    case 'section':
      return block.annex === undefined
        ? []
        : [block.annex.label, block.annex.title, block.annex.reference ?? '']
            .filter((line) => line !== '')
            .flatMap(plain)
    default:
      return []
  }
}

const blockOf = (block: Block, at: number): SheetBlock => ({
  at,
  kind: block.kind,
  level: block.kind === 'heading' ? block.level : 0,
  runs: wordsOf(block),
  align: ('align' in block ? block.align : undefined) ?? (block.kind === 'note' ? 'left' : 'justify'),
  source: typedWords(block),
  ...(block.kind === 'table' ? tableOf(block) : { head: [], rows: [] }),
})

const signs = (profile: FormatProfile, signature: Signature): Sheet['signature'] => ({
  authority:
    signature.authority === undefined
      ? ''
      : spell(`${profile.authorityForms[signature.authority.form]} ${signature.authority.of}`, profile.spelling),
  post: spell(signature.post, profile.spelling),
  signer: signature.name,
})

function partOf(profile: FormatProfile, part: ComponentCode, text: string): SheetPart {
  const style = profile.components.get(part)
  return {
    part,
    text,
    isBold: style?.bold === true,
    isItalic: style?.italic === true,
    isUnderlined: style?.underline === true,
    sizePt: style?.sizePt ?? profile.body.sizePt,
    hasRule: style?.rule != null,
    tail: style?.tail ?? '',
  }
}

/** Every component in its words and case, and the blocks with their places in the paper. */
export function sheetOf({ document, profile }: Composed): Sheet {
  const { components } = document
  const say = (code: ComponentCode): string =>
    profile.components.has(code) ? componentText(profile, components, code).trim() : ''
  const parts = (codes: readonly ComponentCode[]) =>
    codes.map((part) => partOf(profile, part, say(part))).filter(({ text }) => text !== '')
  return {
    profileTitle: profile.title,
    head: profile.frame.headerRows.map((row) => ({ left: parts(row.left), right: parts(row.right) })),
    title: parts(['kind', 'summary']),
    decidedBy: say('decided_by'),
    sentTo: { label: profile.addressee.label, bodies: [...addresseesOf(profile, components)] },
    legalBases: [...legalBasisLines(profile, components)],
    blocks: document.blocks.map(blockOf),
    signature: signs(profile, components.signature),
    cosigner: components.cosigner === undefined ? null : signs(profile, components.cosigner),
    recipients: { label: profile.recipients.label, lines: [...recipientLines(profile, components)] },
  }
}
