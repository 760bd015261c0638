// The text of a PDF: by its tags where it has them, else by where the words stand. Nothing is drawn and no script of it is run.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import { type Block, lineOf } from './blocks.ts'
import { linesOf, paragraphsOf, type PdfLine, type Placed } from './pdf-lines.ts'
import { type Branch, lettersOf, type Marked, taggedBlocks, wordsByMark } from './pdf-tags.ts'
import type { ContentsProblem } from './problems.ts'

export const MOST_PAGES = 400
/** A page of a scan may bear a stamp of a few words. */
const LETTERS_OF_A_PAGE = 40
/** Tags are believed when they hold nearly all the letters that the page has. */
const TAGGED_SHARE = 0.9

type Item = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly hasEOL: boolean
}
type PageRead = {
  readonly blocks: readonly Block[] | undefined
  readonly lines: readonly PdfLine[]
  readonly letters: number
}

function placed(item: Item): Placed[] {
  const [a = 0, b = 0, , , left = 0, base = 0] = item.transform
  const size = Math.hypot(a, b)
  // Words that run up the page are a stamp or a mark behind the text.
  return size === 0 || Math.abs(b) > Math.abs(a) / 4
    ? []
    : [{ text: item.str, left, right: left + item.width, base, size }]
}

/** What is used of the library's page. */
type Page = {
  getTextContent(options: { includeMarkedContent: boolean }): Promise<{ readonly items: readonly (Marked | Item)[] }>
  getStructTree(): Promise<Branch | null>
  cleanup(): void
}

async function readPage(page: Page): Promise<PageRead> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const lines = linesOf(items.filter((item): item is Item => 'str' in item && 'transform' in item).flatMap(placed))
  const letters = lines.reduce((sum, line) => sum + line.text.replace(/\s/g, '').length, 0)
  const tree = letters === 0 ? null : await page.getStructTree().catch(() => null)
  const tagged = tree === null ? [] : taggedBlocks(tree, wordsByMark(items))
  page.cleanup()
  return { blocks: lettersOf(tagged) >= TAGGED_SHARE * letters ? tagged : undefined, lines, letters }
}

/** A paragraph that runs over the edge of a page is one. */
function together(pages: readonly (readonly Block[])[]): readonly Block[] {
  const blocks: Block[] = []
  for (const page of pages)
    for (const [at, block] of page.entries()) {
      const last = blocks.at(-1)
      const isRest =
        at === 0 &&
        last?.kind === 'line' &&
        block.kind === 'line' &&
        /^\p{Ll}/u.test(block.text) &&
        !/[.;:!?]$/.test(last.text)
      if (isRest && last?.kind === 'line' && block.kind === 'line')
        blocks[blocks.length - 1] = lineOf(`${last.text} ${block.text}`)
      else blocks.push(block)
    }
  return blocks
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name

export type PdfRead = { readonly blocks: readonly Block[]; readonly pages: number; readonly emptyPages: number }

/** The blocks of all pages; refuses a scan, a locked file, a broken one and one that is too long. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Result<PdfRead, ContentsProblem>> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // The library takes the bytes away, and takes no Buffer.
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const file = await task.promise
    if (file.numPages > MOST_PAGES) return refuse({ code: 'reading.file_too_long', name, mostPages: MOST_PAGES })
    const pages: PageRead[] = []
    for (let number = 1; number <= file.numPages; number += 1)
      pages.push(await readPage((await file.getPage(number)) as unknown as Page))
    const letters = pages.reduce((sum, page) => sum + page.letters, 0)
    const emptyPages = pages.filter((page) => page.letters < LETTERS_OF_A_PAGE).length
    if (letters < LETTERS_OF_A_PAGE || emptyPages * 2 > pages.length)
      return refuse({ code: 'reading.file_scanned', name, pages: pages.length })
    const isTagged = pages.every((page) => page.letters === 0 || page.blocks !== undefined)
    const blocks = isTagged
      ? together(pages.map((page) => page.blocks ?? []))
      : paragraphsOf(pages.map((page) => page.lines)).map(lineOf)
    return accept({ blocks, pages: pages.length, emptyPages })
  } catch (error) {
    return refuse({
      code: isNamed(error, 'PasswordException') ? 'reading.file_with_password' : 'reading.file_broken',
      name,
    })
  } finally {
    await task.destroy()
  }
}
