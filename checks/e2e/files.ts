// Files of tests: what a page gave to save, a Word form made by hand, what stands in a Word file, and one that was changed.
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const BODY = 'word/document.xml'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const DOCX = `${WORD}.document`

/** Presses what gives a file, and reads the file. */
export async function saved(page: Page, giver: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), giver.click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** The least that a word processor takes for a document, a paragraph a line. */
export const formWith = (...lines: readonly string[]): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${BODY}" ContentType="${WORD}.document.main+xml"/></Types>`,
      ),
      [BODY]: strToU8(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
      ),
    }),
  )

const bodyOf = (docx: Uint8Array): string => strFromU8(unzipSync(docx)[BODY] ?? new Uint8Array())

/** The words of a Word file, in order. */
export const wordsOf = (docx: Uint8Array): string =>
  [...bodyOf(docx).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((found) => found[1]).join(' ')

/** The same Word file with its body changed. */
export const changed = (docx: Uint8Array, change: (body: string) => string): Buffer =>
  Buffer.from(zipSync({ ...unzipSync(docx), [BODY]: strToU8(change(bodyOf(docx))) }))

/** How many pages a PDF has. */
export const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
