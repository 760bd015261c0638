// Writes the sample papers into a folder, for looking at them. Not a test.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderDocx, renderDocxBatch } from '../src/docx-writer.ts'
import { renderXlsx } from '../src/xlsx-writer.ts'
import { decision, frontNotice, invitation, minutes, partyLetter } from './paper-samples.ts'
import { annexWorkbook, partyReport, profileOf, stateLetter, stateReport } from './samples.ts'

const folder = process.argv[2] ?? 'samples'
mkdirSync(folder, { recursive: true })
const papers = {
  state: stateReport(),
  letter: stateLetter(),
  party: partyReport(),
  decision: decision(),
  minutes: minutes(),
  partyLetter: partyLetter(),
  frontNotice: frontNotice(),
}
for (const [name, paper] of Object.entries(papers))
  writeFileSync(join(folder, `${name}.docx`), await renderDocx(paper, profileOf(paper.profile)))
writeFileSync(join(folder, 'annex.xlsx'), await renderXlsx(annexWorkbook()))
const invitations = ['Công an phường', 'Tổ dân phố số 1', 'Tổ dân phố số 2'].map(invitation)
writeFileSync(join(folder, 'invitations.docx'), await renderDocxBatch(invitations, profileOf('nha-nuoc-2020')))
