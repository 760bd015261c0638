// Reads a PDF back with an independent program: its pages, what stands where, its properties.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Where a piece of text stands: millimetres from the left and the top edge to the start of its baseline; size in points. */
export type Placed = { readonly text: string; readonly xMm: number; readonly yMm: number; readonly sizePt: number }

/** `told` is what a program for the blind reads: the text in the order of the tags, without page numbers and repeated heads. */
export type ReadPage = {
  readonly widthMm: number
  readonly heightMm: number
  readonly placed: readonly Placed[]
  readonly told: string
}

export type ReadPdf = {
  readonly pages: readonly ReadPage[]
  readonly info: Readonly<Record<string, unknown>>
  readonly metadata: string
  readonly isTagged: boolean
}

const mm = (points: number): number => (points * 25.4) / 72

type Leaf = { readonly type: string; readonly id?: string }
type Branch = { readonly role: string; readonly children: readonly (Branch | Leaf)[] }
type Marked = { readonly type: string; readonly id?: string } | { readonly str: string }

// The text of each marked piece of the page, by its mark.
const byMark = (items: readonly Marked[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if ('str' in item) {
      const mark = open.at(-1) ?? ''
      texts.set(mark, (texts.get(mark) ?? '') + item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? '')
  }
  return texts
}

const toldBy = (branch: Branch | Leaf, texts: ReadonlyMap<string, string>): string =>
  'children' in branch
    ? branch.children.map((child) => toldBy(child, texts)).join('')
    : (texts.get(branch.id ?? '-') ?? '')

export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
  const file = await task.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ disableNormalization: true })
    const placed = items.flatMap((item): Placed[] => {
      if (!('str' in item) || item.str === '') return []
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as readonly number[]
      return [{ text: item.str, xMm: mm(x), yMm: mm(height - y), sizePt: Math.hypot(a, b) }]
    })
    const marked = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true })
    const tree: Branch | null = await page.getStructTree()
    const told = tree ? toldBy(tree, byMark(marked.items)) : ''
    pages.push({ widthMm: mm(width), heightMm: mm(height), placed, told })
  }
  const { info, metadata } = await file.getMetadata()
  const markInfo = await file.getMarkInfo()
  await task.destroy()
  return {
    pages,
    info: { ...info },
    metadata: metadata?.getRaw() ?? '',
    isTagged: markInfo?.Marked === true,
  }
}

/** Text without any blank, so that line ends and cut words do not matter. */
export const dense = (text: string): string => text.replace(/\s+/gu, '')

/** All text of a tagged file in the order of its tags, without blanks. */
export const denseText = ({ pages }: ReadPdf): string => dense(pages.map(({ told }) => told).join(''))
