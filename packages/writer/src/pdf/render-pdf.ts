// A paper as a .pdf file, drawn from the same model and format profile as the Word file: parts, pages, properties.

import type { PaperDocument, Section } from '../block-model.ts'
import type { FormatProfile } from '../profile.ts'
import { cleanText } from '../xml-text.ts'
import { type LooseItem, roomOf, type SettledItem, settle } from './items.ts'
import { blockItems } from './paper-blocks.ts'
import {
  addresseeItems,
  annexItems,
  checkItem,
  decidedByItems,
  headItem,
  legalBasisItems,
  signatureItem,
  titleItems,
  unbroken,
} from './paper-frame.ts'
import { dayParts } from './paper-day.ts'
import { drawPdf, readTemplate } from './typst.ts'

type Part = { readonly section: Section | null; readonly items: LooseItem[] }

const template = readTemplate(new URL('./paper.typ', import.meta.url))

const textArea = ({ page }: FormatProfile, section: Section | null) => {
  const isWide = section?.orientation === 'landscape'
  const { top, bottom, left, right } = page.marginsMm
  const widthMm = isWide ? page.heightMm : page.widthMm
  const heightMm = isWide ? page.widthMm : page.heightMm
  return { widthMm, heightMm, textMm: widthMm - left - right, textHeightMm: heightMm - top - bottom }
}

const lastSignedIndex = ({ blocks }: PaperDocument): number => {
  const annex = blocks.findIndex((block) => block.kind === 'section' && block.annex !== undefined)
  return (annex === -1 ? blocks.length : annex) - 1
}

const firstItems = ({ components }: PaperDocument, profile: FormatProfile): LooseItem[] => {
  const { textMm } = textArea(profile, null)
  return [
    headItem(profile, components),
    ...titleItems(profile, components, textMm),
    ...addresseeItems(profile, components, textMm),
    ...decidedByItems(profile, components, textMm),
    ...legalBasisItems(profile, components, textMm),
  ]
}

const signedEnd = ({ components }: PaperDocument, profile: FormatProfile, textMm: number): readonly LooseItem[] => [
  roomOf(profile.body.sizePt / 2),
  components.check
    ? unbroken([signatureItem(profile, components), roomOf(6), checkItem(components.check, profile, textMm)], textMm)
    : signatureItem(profile, components),
]

// Invariant: the signature comes after all signed content and before the first annex, or at the end when there is none.
const partsOf = (document: PaperDocument, profile: FormatProfile): readonly Part[] => {
  let part: Part = { section: null, items: firstItems(document, profile) }
  const parts = [part]
  const sign = () => part.items.push(...signedEnd(document, profile, textArea(profile, part.section).textMm))
  let signed = false
  const lastSigned = lastSignedIndex(document)
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'section') {
      const { textMm, textHeightMm } = textArea(profile, part.section)
      const place = { textMm, heightMm: textHeightMm, keepNext: index === lastSigned }
      part.items.push(...blockItems(block, profile, place))
      continue
    }
    if (block.annex && !signed) {
      sign()
      signed = true
    }
    const items = block.annex ? [...annexItems(block.annex, profile, textArea(profile, block).textMm)] : []
    part = { section: block, items }
    parts.push(part)
  }
  if (!signed) sign()
  return parts
}

type PagePart = {
  readonly widthMm: number
  readonly heightMm: number
  readonly marginsMm: FormatProfile['page']['marginsMm']
  readonly hideFirst: boolean
  /** Index, in the file, of the part whose first page has number 1. */
  readonly countFrom: number
  readonly items: readonly SettledItem[]
}

const pagesOf = (document: PaperDocument, profile: FormatProfile, firstIndex: number): readonly PagePart[] => {
  let countFrom = firstIndex
  return partsOf(document, profile).map(({ section, items }, index): PagePart => {
    const restarts = profile.pageNumber.annexRestarts && section?.annex !== undefined
    if (restarts) countFrom = firstIndex + index
    const { widthMm, heightMm } = textArea(profile, section)
    return {
      widthMm,
      heightMm,
      marginsMm: profile.page.marginsMm,
      hideFirst: profile.pageNumber.hiddenOnFirst && index === 0,
      countFrom,
      items: settle(items),
    }
  })
}

const jobOf = (documents: readonly [PaperDocument, ...PaperDocument[]], profile: FormatProfile) => {
  const [{ components, language }] = documents
  const { page, pageNumber } = profile
  const [tongue = 'vi', region = null] = language.split('-')
  const parts: PagePart[] = []
  for (const document of documents) parts.push(...pagesOf(document, profile, parts.length))
  return {
    title: cleanText(components.summary),
    author: cleanText(components.issuingBody),
    language: tongue,
    region,
    date: dayParts(components.date),
    sizePt: profile.body.sizePt,
    pageNumber: {
      place: pageNumber.place,
      align: pageNumber.align,
      sizePt: pageNumber.sizePt,
      edgeMm: pageNumber.place === 'header' ? page.headerMm : page.footerMm,
    },
    parts,
  }
}

/**
 * The bytes of a tagged PDF (PDF/A-2a, unless a letter occurs that the shipped fonts lack). Several papers make one file, each
 * from a new page with a first page of its own. Every paper should have passed checkDocument under the same profile: an unknown
 * kind, a missing style, a malformed date or a table that does not fit its columns rejects with RangeError, as no paper does.
 */
export const renderPdf = async (
  documents: PaperDocument | readonly PaperDocument[],
  profile: FormatProfile,
): Promise<Uint8Array> => {
  const [first, ...others] = 'components' in documents ? [documents] : documents
  if (first === undefined) throw new RangeError('no paper to draw')
  return drawPdf(template, jobOf([first, ...others], profile))
}
