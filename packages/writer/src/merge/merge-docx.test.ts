// Filling a template: what is said comes out as it was said, what is wrong in the template is named, what is hostile is refused.
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inspectTemplate, mergeDocx } from './merge-docx.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p>`

const template = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
        '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
        'word/document.xml': `${XML}<w:document xmlns:w="${W}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
        ...more,
      }).map(([path, text]) => [path, strToU8(text)]),
    ),
  )

const textOf = (bytes: Uint8Array): string[] =>
  [...strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(
    ([one]) =>
      [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
        .map((found) => found[1])
        .join('')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
  )

const filled = (body: string, data: Parameters<typeof mergeDocx>[1]): string[] => {
  const made = mergeDocx(template(body), data)
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return textOf(made.value)
}
const problem = (bytes: Uint8Array) => {
  const found = inspectTemplate(bytes)
  return found.ok ? undefined : found.problem
}

describe('filling a template', () => {
  it('replaces marks, also one that Word has torn into runs, and repeats rows', () => {
    const torn = '<w:p><w:r><w:t>{don</w:t></w:r><w:r><w:t>_vi}</w:t></w:r></w:p>'
    const body = `${torn}${paragraph('{#dong}')}${paragraph('{stt}. {ten}')}${paragraph('{/dong}')}`
    const data = {
      don_vi: 'Phường Hòa Mạc',
      dong: [
        { stt: '1', ten: 'Đường hoa' },
        { stt: '2', ten: 'Dân vận khéo' },
      ],
    }
    expect(filled(body, data)).toEqual(['Phường Hòa Mạc', '1. Đường hoa', '2. Dân vận khéo'])
  })
  it('leaves nothing of a mark without data, and finds nothing of the language itself', () => {
    expect(filled(paragraph('a{khong_co}b{constructor}{__proto__}c'), {})).toEqual(['abc'])
  })
  it('writes any text as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const plain = text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\uE000]/gu, '')
        // Papers are written in composed letters.
        expect(filled(paragraph('{x}'), { x: plain }).join('')).toBe(plain.normalize('NFC'))
      }),
      { numRuns: 150 },
    )
  })
  it('gives the same bytes for the same data', () => {
    const one = mergeDocx(template(paragraph('{x}')), { x: 'một' })
    const two = mergeDocx(template(paragraph('{x}')), { x: 'một' })
    expect(one.ok && two.ok && Buffer.from(one.value).equals(Buffer.from(two.value))).toBe(true)
  })
})

describe('judging a template', () => {
  it('lists its marks with those inside a row', () => {
    const found = inspectTemplate(template(paragraph('{ky} {#dong}{ten}{/dong}')))
    expect(found.ok && found.value).toEqual([
      { name: 'ky', inside: [] },
      { name: 'dong', inside: [{ name: 'ten', inside: [] }] },
    ])
  })
  it.each([
    ['{ky', { code: 'merge.broken_mark', fault: 'unclosed' }],
    ['ky}', { code: 'merge.broken_mark', fault: 'unopened' }],
    ['{#dong}{ten}', { code: 'merge.broken_mark', fault: 'loop_unclosed' }],
    ['{ten}{/dong}', { code: 'merge.broken_mark', fault: 'loop_unopened' }],
    ['{#a}{/b}', { code: 'merge.broken_mark' }],
    ['{@xml}', { code: 'merge.raw_mark', mark: '{@xml}' }],
  ])('names what is wrong in %s', (text, expected) => {
    expect(problem(template(paragraph(text)))).toMatchObject(expected)
  })
  it('refuses what would fetch from outside, not an address to click', () => {
    const rels = (type: string) => ({
      'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://example.org/x" TargetMode="External"/></Relationships>`,
    })
    expect(problem(template('', rels('attachedTemplate')))).toEqual({
      code: 'merge.outside_link',
      target: 'http://example.org/x',
    })
    expect(problem(template('', rels('hyperlink')))).toBeUndefined()
  })
  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(inspectTemplate(bytes).ok).toBe(false)
      }),
    )
    expect(problem(new Uint8Array())).toEqual({ code: 'merge.not_a_document' })
  })
})
