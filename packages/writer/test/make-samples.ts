// Writes the sample papers into a folder, for looking at them. Not a test.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderDocx } from '../src/docx-writer.ts'
import { renderXlsx } from '../src/xlsx-writer.ts'
import { annexWorkbook, partyReport, profileOf, stateLetter, stateReport } from './samples.ts'

const folder = process.argv[2] ?? 'samples'
mkdirSync(folder, { recursive: true })
const papers = { state: stateReport(), letter: stateLetter(), party: partyReport() }
for (const [name, paper] of Object.entries(papers))
  writeFileSync(join(folder, `${name}.docx`), await renderDocx(paper, profileOf(paper.profile)))
writeFileSync(join(folder, 'annex.xlsx'), await renderXlsx(annexWorkbook()))
