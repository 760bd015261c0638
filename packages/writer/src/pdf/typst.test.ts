// The drawing thread: each asker gets its own file, and a fault of one spoils nothing for the next.

import { describe, expect, it } from 'vitest'
import { denseText, readPdf } from '../../test/read-pdf.ts'
import { drawPdf } from './typst.ts'

const template = '#set document(date: none)\n#set text(font: "Tinos")\n#json("/data.json").word'

describe('the drawing thread', () => {
  it('gives each of many askers its own file', async () => {
    const words = Array.from({ length: 12 }, (_, index) => `số${index}`)
    const files = await Promise.all(words.map((word) => drawPdf(template, { word })))
    const read = await Promise.all(files.map(async (bytes) => denseText(await readPdf(bytes))))
    expect(read).toEqual(words)
  })

  it('rejects a fault of the template and goes on', async () => {
    await expect(drawPdf('#panic("hỏng")', {})).rejects.toThrow('hỏng')
    await expect(drawPdf('#read("../../package.json")', {})).rejects.toThrow('typst')
    expect(denseText(await readPdf(await drawPdf(template, { word: 'sau' })))).toBe('sau')
  })
})
