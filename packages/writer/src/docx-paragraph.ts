// Runs and paragraphs as Word objects, sized by the profile. It decides nothing about where they stand.

import { AlignmentType, BorderStyle, ImportedXmlComponent, LineRuleType, Paragraph, TextRun } from 'docx'
import type { Align, Run } from './block-model.ts'
import { eighths, halfPoints, lineHeight, twentieths, twips } from './docx-units.ts'
import type { ComponentStyle, FormatProfile } from './profile.ts'
import { cleanText } from './xml-text.ts'

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const

export const alignmentOf = (align: Align) => alignments[align]

/** Spacing in points around a paragraph and a multiple of single spacing inside it; never an exact height. */
export const spacingOf = (beforePt: number, afterPt: number, multiple: number) => ({
  before: twentieths(beforePt),
  after: twentieths(afterPt),
  line: lineHeight(multiple),
  lineRule: LineRuleType.AUTO,
})

type Look = { readonly sizePt: number; readonly bold: boolean; readonly italic: boolean; readonly underline?: boolean }

const textRun = (text: string, look: Look): TextRun =>
  new TextRun({
    text: cleanText(text),
    size: halfPoints(look.sizePt),
    bold: look.bold,
    italics: look.italic,
    ...(look.underline && { underline: {} }),
  })

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (TextRun | ImportedXmlComponent)[],
) => {
  const made = new ImportedXmlComponent(name, { ...attributes })
  for (const child of children) made.push(child)
  return made
}

// A figure is a content control without a visible frame; its tag is the code of its indicator.
const figureControl = (code: string, content: TextRun): ImportedXmlComponent =>
  element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      element('w:tag', { 'w:val': cleanText(code) }, []),
      element('w15:appearance', { 'w15:val': 'hidden' }, []),
    ]),
    element('w:sdtContent', {}, [content]),
  ])

const drawnRun = (run: Run, base: Look): TextRun | ImportedXmlComponent => {
  const look = { ...base, bold: base.bold || run.bold === true, italic: base.italic || run.italic === true }
  return 'figure' in run ? figureControl(run.figure.code, textRun(run.figure.text, look)) : textRun(run.text, look)
}

type Shape = {
  readonly align: Align
  readonly firstLineMm: number
  readonly beforePt: number
  readonly afterPt: number
  readonly lineMultiple: number
  readonly keepNext?: boolean
  readonly outlineLevel?: number
}

/** A paragraph of runs; marked figures stay marked. */
export const runsParagraph = (runs: readonly Run[], look: Look, shape: Shape): Paragraph => {
  const paragraph = new Paragraph({
    alignment: alignmentOf(shape.align),
    indent: { firstLine: twips(shape.firstLineMm) },
    spacing: spacingOf(shape.beforePt, shape.afterPt, shape.lineMultiple),
    ...(shape.keepNext && { keepNext: true }),
    ...(shape.outlineLevel !== undefined && { outlineLevel: shape.outlineLevel }),
  })
  for (const run of runs) paragraph.addChildElement(drawnRun(run, look))
  return paragraph
}

/** A frame component in its own style; single spacing as the profile's frame asks. */
export const componentParagraph = (
  text: string,
  style: ComponentStyle,
  profile: FormatProfile,
  indentMm = 0,
): Paragraph =>
  new Paragraph({
    alignment: alignmentOf(style.align),
    indent: { left: twips(indentMm) },
    spacing: spacingOf(style.beforePt ?? 0, 0, profile.frame.frameLineMultiple),
    children: [
      textRun(text, {
        sizePt: style.sizePt,
        bold: style.bold === true,
        italic: style.italic === true,
        underline: style.underline === true,
      }),
    ],
  })

/** Blank space of the given height; it may have to stay on the page of what follows. */
export const spaceParagraph = (sizePt: number, keepNext = false): Paragraph =>
  new Paragraph({ spacing: spacingOf(0, 0, 1), run: { size: halfPoints(sizePt) }, ...(keepNext && { keepNext }) })

/** A line `lengthMm` long in the middle of `columnMm`: the top border of an empty paragraph, so that it needs no drawing. */
export const ruleParagraph = (lengthMm: number, columnMm: number, weightPt: number, gapPt: number): Paragraph => {
  const side = twips(Math.max(0, (columnMm - lengthMm) / 2))
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: spacingOf(gapPt, 0, 1),
    border: { top: { style: BorderStyle.SINGLE, size: eighths(weightPt), space: 1, color: 'auto' } },
    run: { size: halfPoints(2) },
  })
}
