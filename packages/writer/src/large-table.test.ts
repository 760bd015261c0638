// An appendix of thousands of rows must not cost what a library object per cell costs.

import { expect, it } from 'vitest'
import { profileOf, stateReport } from '../test/samples.ts'
import { unpackText } from './fixed-zip.ts'
import { renderDocx } from './docx-writer.ts'

it('prints 3,000 rows of 6 columns within the time of a click', async () => {
  const start = performance.now()
  const files = unpackText(await renderDocx(stateReport(3_000), profileOf('nha-nuoc-2020')))
  const spent = performance.now() - start
  expect(files.get('word/document.xml')?.split('<w:tr>').length).toBeGreaterThan(3_000)
  // About 0.3 s on a plain machine; the limit leaves room for a busy one.
  expect(spent).toBeLessThan(5_000)
})
