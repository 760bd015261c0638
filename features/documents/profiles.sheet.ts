// A paper laid out as lines of one page for a screen: each knows its measures and which rule it shows. Pure; long papers are not broken into pages.
import { type Block, runText, type PaperDocument, type Signature } from '@kheo/writer/block-model.ts'
import { addresseesOf, componentText, isLetter, legalBasisLines, recipientLines } from '@kheo/writer/components.ts'
import { styleOf, type ComponentCode, type ComponentStyle, type FormatProfile } from '@kheo/writer/profile.ts'
import { blockWidthMm } from '@kheo/writer/text-width.ts'
import type { FormatSheet, SheetLine, TwoColumns } from './profiles.schema.ts'

const plain = (about: string, text: string, sizePt: number): SheetLine => ({
  about,
  lead: '',
  text,
  sizePt,
  bold: false,
  italic: false,
  underline: false,
  align: 'left',
  beforePt: 0,
  afterPt: 0,
  indentMm: 0,
  firstLineMm: 0,
  lineMultiple: 1,
  rule: null,
})

function styled(about: ComponentCode, text: string, style: ComponentStyle, columnMm: number): SheetLine[] {
  if (text.trim() === '') return []
  const afterPt = style.afterPt ?? 0
  const line: SheetLine = {
    ...plain(about, text, style.sizePt),
    bold: style.bold === true,
    italic: style.italic === true,
    underline: style.underline === true,
    align: style.align,
    beforePt: style.beforePt ?? 0,
    afterPt: style.tail === null ? afterPt : 0,
    rule:
      style.rule === null
        ? null
        : {
            lengthMm: blockWidthMm(text, style.sizePt, columnMm) * style.rule.share,
            weightPt: style.rule.weightPt,
          },
  }
  if (style.tail === null) return [line]
  return [line, { ...line, text: style.tail, beforePt: 0, afterPt, rule: null }]
}

type Drawing = { readonly profile: FormatProfile; readonly document: PaperDocument }

const drawn = ({ profile, document }: Drawing, codes: readonly ComponentCode[], columnMm: number): SheetLine[] =>
  codes.flatMap((code) =>
    styled(code, componentText(profile, document.components, code), styleOf(profile, code), columnMm),
  )

function addresseeLines({ profile, document }: Drawing, textMm: number): SheetLine[] {
  const names = addresseesOf(profile, document.components)
  const style = styleOf(profile, 'addressee')
  const { label } = profile.addressee
  const [first] = names
  if (first === undefined) return []
  if (names.length === 1) return styled('addressee', `${label} ${first}`, style, textMm)
  const { marker, separator, last } = profile.recipients
  const rows = names.map((name, at) => marker + name + (at === names.length - 1 ? last : separator))
  return [label, ...rows].flatMap((text, at) =>
    styled('addressee', text, { ...style, align: 'left', beforePt: at === 0 ? style.beforePt : 0 }, textMm).map(
      (line) => ({ ...line, indentMm: textMm / 4, afterPt: at === rows.length ? line.afterPt : 0 }),
    ),
  )
}

function blockLines(block: Block, { body, headings }: FormatProfile): SheetLine[] {
  const text = {
    ...plain('body', '', body.sizePt),
    align: body.align,
    beforePt: body.beforePt,
    afterPt: body.afterPt,
    firstLineMm: body.firstLineMm,
    lineMultiple: body.lineMultiple,
  }
  if (block.kind === 'paragraph') {
    const isTitle = block.align === 'center'
    const [lead, ...rest] = block.runs
    const hasLead = lead?.bold === true && rest.length > 0
    return [
      {
        ...text,
        lead: hasLead ? runText(lead) : '',
        text: (hasLead ? rest : block.runs).map(runText).join(''),
        align: block.align ?? body.align,
        bold: isTitle && block.runs.every((run) => run.bold === true),
        firstLineMm: isTitle ? 0 : body.firstLineMm,
      },
    ]
  }
  const style = block.kind === 'heading' ? headings[block.level - 1] : undefined
  if (block.kind !== 'heading' || style === undefined) return []
  const { bold, italic, align, sizePt, firstLineMm } = style
  const words = style.case === 'upper' ? block.text.toUpperCase() : block.text
  return [{ ...text, about: 'headings', text: words, bold, italic, align, sizePt, firstLineMm }]
}

function signing({ profile, document }: Drawing, signature: Signature, columnMm: number): SheetLine[] {
  const of: Drawing = { profile, document: { ...document, components: { ...document.components, signature } } }
  const post = componentText(profile, of.document.components, 'post')
  const signer = styleOf(profile, 'signer')
  // The place left open for the signature and the name.
  const room = signer.sizePt * profile.frame.signatureSpaceLines
  return [
    ...drawn(of, ['authority'], columnMm),
    ...styled('post', post, styleOf(profile, signature.authority ? 'post' : 'authority'), columnMm),
    { ...plain('signer', '', signer.sizePt), beforePt: room, align: 'center' },
  ]
}

function signatureOf(of: Drawing): TwoColumns {
  const { profile, document } = of
  const { components } = document
  const { leftMm, rightMm } = profile.frame.signatureColumns
  const right = signing(of, components.signature, rightMm)
  const recipients = [
    ...drawn(of, ['recipients_label'], leftMm),
    ...recipientLines(profile, components).flatMap((line) =>
      styled('recipients_item', line, styleOf(profile, 'recipients_item'), leftMm),
    ),
  ]
  if (components.cosigner === undefined) return { leftMm, rightMm, rows: [{ left: recipients, right }] }
  const left = signing(of, components.cosigner, leftMm)
  return {
    leftMm,
    rightMm,
    rows: [
      { left, right },
      { left: recipients, right: [] },
    ],
  }
}

/** The lines of a paper under a format, from the head to the square code. A format without a style for a part leaves it out. */
export function sheetOf(profile: FormatProfile, document: PaperDocument): FormatSheet {
  const { page, frame, pageNumber } = profile
  const { components, blocks } = document
  const textMm = page.widthMm - page.marginsMm.left - page.marginsMm.right
  const of = { profile, document }
  const basis = styleOf(profile, 'legal_basis')
  const { beforePt, afterPt, firstLineMm, lineMultiple } = profile.body
  const spacing = { beforePt, afterPt, firstLineMm, lineMultiple }
  const hasDecider = components.decidedBy !== undefined && profile.components.has('decided_by')
  const check = profile.components.get('check_line')
  return {
    widthMm: page.widthMm,
    heightMm: page.heightMm,
    marginsMm: page.marginsMm,
    pageNumber: {
      place: pageNumber.place,
      align: pageNumber.align,
      sizePt: pageNumber.sizePt,
      edgeMm: pageNumber.place === 'header' ? page.headerMm : page.footerMm,
    },
    head: {
      ...frame.headerColumns,
      rows: frame.headerRows.map((row) => ({
        left: drawn(of, row.left, frame.headerColumns.leftMm),
        right: drawn(of, row.right, frame.headerColumns.rightMm),
      })),
    },
    middle: [
      ...(isLetter(profile, components) ? [] : drawn(of, ['kind', 'summary'], textMm)),
      ...addresseeLines(of, textMm),
      ...(hasDecider ? drawn(of, ['decided_by'], textMm) : []),
      ...legalBasisLines(profile, components).flatMap((line) =>
        styled('legal_basis', line, basis, textMm).map((it) => ({ ...it, ...spacing })),
      ),
      ...blocks.flatMap((block) => blockLines(block, profile)),
    ],
    signature: signatureOf(of),
    check:
      check === undefined
        ? []
        : (components.check?.lines ?? []).flatMap((line) => styled('check_line', line, check, textMm)),
  }
}
