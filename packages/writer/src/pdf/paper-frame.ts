// The frame of a paper as items: heads, title, those addressed, legal bases, signatures, the check line, annex heads.

import type { Components, PaperCheck, QrMark, Section, Signature } from '../block-model.ts'
import { addresseesOf, componentText, isLetter, legalBasisLines, recipientLines } from '../components.ts'
import { type ComponentCode, type ComponentStyle, type FormatProfile, styleOf } from '../profile.ts'
import { qrSvg } from '../qr.ts'
import { spell } from '../spelling.ts'
import { blockWidthMm } from '../text-width.ts'
import { cleanText } from '../xml-text.ts'
import { breakable, type ItemAlign, type LooseItem, roomOf, settle } from './items.ts'

type LineStyle = Pick<ComponentStyle, 'sizePt' | 'bold' | 'italic' | 'underline' | 'beforePt'> & {
  readonly align: ItemAlign
}

const line = (text: string, style: LineStyle, profile: FormatProfile, widthMm: number, leftMm = 0): LooseItem => ({
  beforePt: style.beforePt ?? 0,
  afterPt: 0,
  drawn: {
    kind: 'text',
    pieces: [
      {
        parts: breakable(text, style.sizePt, style.bold === true, widthMm - leftMm),
        sizePt: style.sizePt,
        bold: style.bold === true,
        italic: style.italic === true,
        underline: style.underline === true,
      },
    ],
    align: style.align,
    firstMm: 0,
    leftMm,
    line: profile.frame.frameLineMultiple,
    keep: false,
    level: 0,
  },
})

// Below a drawn line stands the same little room as in the Word file: one point of border space and an empty line of two.
const AFTER_RULE_PT = 3.3

const below = (text: string, style: ComponentStyle, profile: FormatProfile, columnMm: number): readonly LooseItem[] => {
  const { rule, tail, afterPt } = style
  const lengthMm = rule ? Math.min(columnMm, blockWidthMm(text, style.sizePt, columnMm) * rule.share) : 0
  const drawn = rule && ({ kind: 'rule', lengthMm, weightPt: rule.weightPt } as const)
  return [
    ...(drawn ? [{ drawn, beforePt: rule?.gapPt ?? 0, afterPt: AFTER_RULE_PT }] : []),
    ...(tail ? [line(tail, { ...style, beforePt: 0 }, profile, columnMm)] : []),
    ...(afterPt ? [roomOf(afterPt)] : []),
  ]
}

const lines = (text: string, style: ComponentStyle, profile: FormatProfile, columnMm: number): readonly LooseItem[] =>
  text.trim() === '' ? [] : [line(text, style, profile, columnMm), ...below(text, style, profile, columnMm)]

const draw = (codes: readonly ComponentCode[], profile: FormatProfile, components: Components, columnMm: number) =>
  codes.flatMap((code) => lines(componentText(profile, components, code), styleOf(profile, code), profile, columnMm))

type Row = readonly (readonly LooseItem[])[]

const columnsOf = (widthsMm: readonly number[], rows: readonly Row[]): LooseItem => ({
  beforePt: 0,
  afterPt: 0,
  drawn: { kind: 'columns', widthsMm, rows: rows.map((row) => row.map(settle)) },
})

/** The two-column head: bodies, national or Party title, number, place and day. */
export const headItem = (profile: FormatProfile, components: Components): LooseItem => {
  const { headerColumns, headerRows } = profile.frame
  const { leftMm, rightMm } = headerColumns
  const rows = headerRows.map(({ left, right }) => [
    draw(left, profile, components, leftMm),
    draw(right, profile, components, rightMm),
  ])
  return columnsOf([leftMm, rightMm], rows)
}

/** Kind and summary in the middle of the page; a letter has neither and gets only some room. */
export const titleItems = (profile: FormatProfile, components: Components, textMm: number): readonly LooseItem[] =>
  isLetter(profile, components) ? [roomOf(12)] : draw(['kind', 'summary'], profile, components, textMm)

/** Who decides, in a decision; nothing in other papers. */
export const decidedByItems = (profile: FormatProfile, components: Components, textMm: number): readonly LooseItem[] =>
  components.decidedBy === undefined ? [] : draw(['decided_by'], profile, components, textMm)

/** Kính gửi: one addressee on the same line, several as a list below. */
export const addresseeItems = (
  profile: FormatProfile,
  components: Components,
  textMm: number,
): readonly LooseItem[] => {
  const names = addresseesOf(profile, components)
  if (names.length === 0) return []
  const style = styleOf(profile, 'addressee')
  const { label } = profile.addressee
  const after = roomOf(style.afterPt ?? 0)
  if (names.length === 1) return [line(`${label} ${names[0]}`, style, profile, textMm), after]
  const { marker, separator, last } = profile.recipients
  const leftMm = textMm / 4
  const item = { ...style, align: 'left', beforePt: 0 } as const
  const ending = (index: number) => (index === names.length - 1 ? last : separator)
  return [
    line(label, { ...style, align: 'left' }, profile, textMm, leftMm),
    ...names.map((name, index) => line(marker + name + ending(index), item, profile, textMm, leftMm)),
    after,
  ]
}

export const legalBasisItems = (profile: FormatProfile, components: Components, textMm: number): readonly LooseItem[] =>
  legalBasisLines(profile, components).map((words) => {
    const style = styleOf(profile, 'legal_basis')
    const { beforePt, afterPt, firstLineMm, lineMultiple } = profile.body
    const { drawn } = line(words, style, profile, textMm)
    return {
      beforePt,
      afterPt,
      drawn: drawn?.kind === 'text' ? { ...drawn, firstMm: firstLineMm, line: lineMultiple } : drawn,
    }
  })

const signingItems = (
  profile: FormatProfile,
  components: Components,
  signature: Signature,
  columnMm: number,
): readonly LooseItem[] => {
  const signing = { ...components, signature }
  const signer = styleOf(profile, 'signer')
  const name = componentText(profile, signing, 'signer')
  // Without an authority line the post is the first line, and takes the style of the first line.
  const post = styleOf(profile, signature.authority ? 'post' : 'authority')
  return [
    ...draw(['authority'], profile, signing, columnMm),
    line(componentText(profile, signing, 'post'), post, profile, columnMm),
    ...Array.from({ length: profile.frame.signatureSpaceLines }, () => roomOf(signer.sizePt)),
    name === '' ? roomOf(signer.sizePt) : line(name, signer, profile, columnMm),
  ]
}

/** Recipients and the one who signs, kept on one page; with a second signer the recipients stand below the two. */
export const signatureItem = (profile: FormatProfile, components: Components): LooseItem => {
  const { leftMm, rightMm } = profile.frame.signatureColumns
  const item = styleOf(profile, 'recipients_item')
  const right = signingItems(profile, components, components.signature, rightMm)
  const recipients = [
    ...draw(['recipients_label'], profile, components, leftMm),
    ...recipientLines(profile, components).map((words) => line(words, item, profile, leftMm)),
  ]
  if (components.cosigner === undefined) return columnsOf([leftMm, rightMm], [[recipients, right]])
  const left = signingItems(profile, components, components.cosigner, leftMm)
  const below = [roomOf(styleOf(profile, 'signer').sizePt), ...recipients]
  return columnsOf(
    [leftMm, rightMm],
    [
      [left, right],
      [below, []],
    ],
  )
}

const QR_MM = 18
const QR_GAP_MM = 3

const besideQr = (text: string, words: readonly string[], style: LineStyle, profile: FormatProfile, at: QrPlace) => {
  const leftMm = at.sizeMm + QR_GAP_MM
  const rightMm = at.textMm - leftMm
  const drawn = { kind: 'qr', svg: qrSvg(text), alt: cleanText(text), sizeMm: at.sizeMm } as const
  const beside = words.map((one) => line(spell(one, profile.spelling), style, profile, rightMm))
  return columnsOf([leftMm, rightMm], [[[{ drawn, beforePt: 0, afterPt: 0 }], beside]])
}

type QrPlace = { readonly sizeMm: number; readonly textMm: number }

/** Where an issued paper can be checked: a small square code with its lines beside it. */
export const checkItem = (check: PaperCheck, profile: FormatProfile, textMm: number): LooseItem =>
  besideQr(check.address, check.lines, styleOf(profile, 'check_line'), profile, { sizeMm: QR_MM, textMm })

/** Items that stay on one page together. */
export const unbroken = (items: readonly LooseItem[], widthMm: number): LooseItem => columnsOf([widthMm], [[items]])

/** A square code within the text, with its lines in the size of a note. */
export const qrItem = (block: QrMark, profile: FormatProfile, textMm: number): LooseItem => {
  const style = { ...styleOf(profile, 'recipients_item'), sizePt: profile.note.sizePt, align: 'left' } as const
  return besideQr(block.text, block.lines, style, profile, { sizeMm: block.sizeMm ?? QR_MM, textMm })
}

/** The head of an annex page: label, title, and the paper it goes with. */
export const annexItems = (
  annex: NonNullable<Section['annex']>,
  profile: FormatProfile,
  textMm: number,
): readonly LooseItem[] => {
  const part = (code: ComponentCode, words: string) => {
    const style = styleOf(profile, code)
    const text = cleanText(spell(words, profile.spelling))
    return lines(style.case === 'upper' ? text.toUpperCase() : text, style, profile, textMm)
  }
  return [
    ...part('annex_label', annex.label),
    ...part('annex_title', annex.title),
    ...(annex.reference ? part('annex_reference', annex.reference) : [roomOf(8)]),
  ]
}
