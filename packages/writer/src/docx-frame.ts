// The frame of a paper in Word: heading tables, title, those addressed, legal bases, signature, annex heads. The content is not here.

import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import type { Components, PaperCheck, QrMark, Section, Signature } from './block-model.ts'
import { addresseesOf, componentText, isLetter, legalBasisLines, recipientLines } from './components.ts'
import { componentParagraph, ruleParagraph, runsParagraph, spaceParagraph } from './docx-paragraph.ts'
import { qrRun } from './docx-qr.ts'
import { twips } from './docx-units.ts'
import { type ComponentCode, type ComponentStyle, type FormatProfile, styleOf } from './profile.ts'
import { spell } from './spelling.ts'
import { blockWidthMm } from './text-width.ts'

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
} as const

const below = (text: string, style: ComponentStyle, profile: FormatProfile, columnMm: number): readonly Paragraph[] => [
  ...(style.rule
    ? [
        ruleParagraph(
          blockWidthMm(text, style.sizePt, columnMm) * style.rule.share,
          columnMm,
          style.rule.weightPt,
          style.rule.gapPt,
        ),
      ]
    : []),
  ...(style.tail ? [componentParagraph(style.tail, { ...style, beforePt: 0 }, profile)] : []),
  ...(style.afterPt ? [spaceParagraph(style.afterPt)] : []),
]

const drawn = (text: string, style: ComponentStyle, profile: FormatProfile, columnMm: number): readonly Paragraph[] =>
  text.trim() === '' ? [] : [componentParagraph(text, style, profile), ...below(text, style, profile, columnMm)]

const draw = (codes: readonly ComponentCode[], profile: FormatProfile, components: Components, columnMm: number) =>
  codes.flatMap((code) => drawn(componentText(profile, components, code), styleOf(profile, code), profile, columnMm))

const cell = (children: readonly Paragraph[], widthMm: number): TableCell =>
  new TableCell({
    width: { size: twips(widthMm), type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    // A cell may not be empty.
    children: children.length > 0 ? children : [spaceParagraph(2)],
  })

type Columns = { readonly leftMm: number; readonly rightMm: number }
type Side = readonly Paragraph[]

const frameTable = (columns: Columns, rows: readonly { readonly left: Side; readonly right: Side }[]): Table =>
  new Table({
    width: { size: twips(columns.leftMm + columns.rightMm), type: WidthType.DXA },
    columnWidths: [twips(columns.leftMm), twips(columns.rightMm)],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      ({ left, right }) =>
        new TableRow({ cantSplit: true, children: [cell(left, columns.leftMm), cell(right, columns.rightMm)] }),
    ),
  })

/** The two-column head: bodies, national or Party title, number, place and day. */
export const headTable = (profile: FormatProfile, components: Components): Table => {
  const { headerColumns, headerRows } = profile.frame
  return frameTable(
    headerColumns,
    headerRows.map((row) => ({
      left: draw(row.left, profile, components, headerColumns.leftMm),
      right: draw(row.right, profile, components, headerColumns.rightMm),
    })),
  )
}

/** Kind and summary in the middle of the page; a letter has neither and gets only some room. */
export const titleBlock = (profile: FormatProfile, components: Components, textMm: number): readonly Paragraph[] =>
  isLetter(profile, components) ? [spaceParagraph(12)] : draw(['kind', 'summary'], profile, components, textMm)

/** Who decides, in a decision; nothing in other papers. */
export const decidedByBlock = (profile: FormatProfile, components: Components, textMm: number): readonly Paragraph[] =>
  components.decidedBy === undefined ? [] : draw(['decided_by'], profile, components, textMm)

/** Kính gửi: one addressee on the same line, several as a list below. */
export const addresseeBlock = (
  profile: FormatProfile,
  components: Components,
  textMm: number,
): readonly Paragraph[] => {
  const names = addresseesOf(profile, components)
  if (names.length === 0) return []
  const style = styleOf(profile, 'addressee')
  const { label } = profile.addressee
  const after = spaceParagraph(style.afterPt ?? 0)
  if (names.length === 1) return [componentParagraph(`${label} ${names[0]}`, style, profile), after]
  const { marker, separator, last } = profile.recipients
  const leftMm = textMm / 4
  const item = { ...style, align: 'left', beforePt: 0 } as const
  return [
    componentParagraph(label, { ...style, align: 'left' }, profile, leftMm),
    ...names.map((name, index) =>
      componentParagraph(marker + name + (index === names.length - 1 ? last : separator), item, profile, leftMm),
    ),
    after,
  ]
}

export const legalBasisBlock = (profile: FormatProfile, components: Components): readonly Paragraph[] =>
  legalBasisLines(profile, components).map((line) => {
    const style = styleOf(profile, 'legal_basis')
    const look = { sizePt: style.sizePt, bold: style.bold === true, italic: style.italic === true }
    return runsParagraph([{ text: line }], look, { ...profile.body, align: style.align })
  })

// Authority, post, room to sign, name: at the right for the one who signs, at the left for the one who signs beside.
const signingLines = (
  profile: FormatProfile,
  components: Components,
  signature: Signature,
  columnMm: number,
): readonly Paragraph[] => {
  const signing = { ...components, signature }
  const signer = styleOf(profile, 'signer')
  return [
    ...draw(['authority'], profile, signing, columnMm),
    componentParagraph(
      componentText(profile, signing, 'post'),
      // Without an authority line the post is the first line, and takes the style of the first line.
      styleOf(profile, signature.authority ? 'post' : 'authority'),
      profile,
    ),
    ...Array.from({ length: profile.frame.signatureSpaceLines }, () => spaceParagraph(signer.sizePt)),
    componentParagraph(componentText(profile, signing, 'signer'), signer, profile),
  ]
}

/**
 * Recipients at the left, the one who signs at the right, kept on one page. With a second signer the two stand side by side,
 * and the recipients below them.
 */
export const signatureTable = (profile: FormatProfile, components: Components): Table => {
  const { signatureColumns } = profile.frame
  const { leftMm, rightMm } = signatureColumns
  const right = signingLines(profile, components, components.signature, rightMm)
  const recipients = [
    ...draw(['recipients_label'], profile, components, leftMm),
    ...recipientLines(profile, components).map((line) =>
      componentParagraph(line, styleOf(profile, 'recipients_item'), profile),
    ),
  ]
  if (components.cosigner === undefined) return frameTable(signatureColumns, [{ left: recipients, right }])
  return frameTable(signatureColumns, [
    { left: signingLines(profile, components, components.cosigner, leftMm), right },
    { left: [spaceParagraph(styleOf(profile, 'signer').sizePt), ...recipients], right: [] },
  ])
}

const QR_MM = 18
const QR_GAP_MM = 3

const besideQr = (text: string, lines: readonly Paragraph[], sizeMm: number, textMm: number): Table => {
  const leftMm = sizeMm + QR_GAP_MM
  const code = new Paragraph({ children: [qrRun(text, sizeMm)] })
  return frameTable({ leftMm, rightMm: textMm - leftMm }, [{ left: [code], right: lines }])
}

/** Where an issued paper can be checked: a small square code with its lines beside it. */
export const checkTable = (check: PaperCheck, profile: FormatProfile, textMm: number): Table => {
  const style = styleOf(profile, 'check_line')
  const lines = check.lines.map((line) => componentParagraph(spell(line, profile.spelling), style, profile))
  return besideQr(check.address, lines, QR_MM, textMm)
}

/** A square code within the text, with its lines in the size of a note. */
export const qrTable = (block: QrMark, profile: FormatProfile, textMm: number): Table => {
  const style = { ...styleOf(profile, 'recipients_item'), sizePt: profile.note.sizePt, align: 'left' } as const
  const lines = block.lines.map((line) => componentParagraph(spell(line, profile.spelling), style, profile))
  return besideQr(block.text, lines, block.sizeMm ?? QR_MM, textMm)
}

/** The head of an annex page: label, title, and the paper it goes with. */
export const annexHead = (
  annex: NonNullable<Section['annex']>,
  profile: FormatProfile,
  textMm: number,
): readonly Paragraph[] => {
  const line = (code: ComponentCode, words: string) => {
    const style = styleOf(profile, code)
    const text = spell(words, profile.spelling)
    return drawn(style.case === 'upper' ? text.toUpperCase() : text, style, profile, textMm)
  }
  return [
    ...line('annex_label', annex.label),
    ...line('annex_title', annex.title),
    ...(annex.reference ? line('annex_reference', annex.reference) : [spaceParagraph(8)]),
  ]
}
