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
  it.each([
    ['single quotes', "TargetMode='External' Target='http://example.org/x' Type='a/image' Id='r1'"],
    ['spaces and letters by number', 'TargetMode = "&#69;xternal" Target="http://example.org/x" Type="a/image"'],
    ['a second Type of another name', 'x:Type="a/hyperlink" Type="a/image" TargetMode="External" Target="http://e/x"'],
    ['no mode, but an address', 'Type="a/image" Target="file:///c:/x"'],
    ['a share on another machine', 'Type="a/image" Target="\\\\example.org\\x"'],
    ['a page of another format', 'Type="a/aFChunk" Target="/word/page.html"'],
  ])('refuses a link outside that hides behind %s', (_, attributes) => {
    const rels = `${XML}<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships" xmlns:x="urn:x"><p:Relationship ${attributes}/></p:Relationships>`
    expect(problem(template('', { 'word/_rels/document.xml.rels': rels }))).toMatchObject({
      code: 'merge.outside_link',
    })
  })
  it('refuses fields that fetch or start something, torn into pieces or not', () => {
    const torn =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://example.org/x.png"</w:instrText></w:r></w:p>'
    expect(problem(template(torn))).toEqual({ code: 'merge.outside_link', target: 'INCLUDEPICTURE' })
    expect(problem(template('<w:p><w:fldSimple w:instr="DDEAUTO cmd"/></w:p>'))).toMatchObject({ target: 'DDEAUTO' })
    const plain = '<w:p><w:fldSimple w:instr=" PAGE "/><w:fldSimple w:instr="HYPERLINK link"/></w:p>'
    expect(problem(template(plain))).toBeUndefined()
  })
  it('refuses programs, by their types and by their links', () => {
    const types = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`
    expect(problem(template('', { '[Content_Types].xml': types }))).toEqual({ code: 'merge.program' })
    const rels = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`
    expect(problem(template('', { 'word/_rels/document.xml.rels': rels }))).toEqual({ code: 'merge.program' })
  })
  it('knows no other signs of marks than its own', () => {
    const made = mergeDocx(template(paragraph('{=[[ ]]=}[[@x]]')), { x: '<w:p/>' })
    expect(made.ok && textOf(made.value)).toEqual(['[[@x]]'])
  })
  it('refuses a package whose directory tells of another part than its beginning does', () => {
    const outer = template(paragraph('{x}'))
    const hidden = strToU8(paragraph('{y}'))
    const name = strToU8('word/document.xml')
    // A second part of the same name, which only a reader from the front meets.
    const head = new Uint8Array(30 + name.length + hidden.length)
    const view = new DataView(head.buffer)
    view.setUint32(0, 0x04034b50, true)
    view.setUint16(4, 20, true)
    view.setUint32(18, hidden.length, true)
    view.setUint32(22, hidden.length, true)
    view.setUint16(26, name.length, true)
    head.set(name, 30)
    head.set(hidden, 30 + name.length)
    const both = new Uint8Array([...head, ...outer])
    const end = new DataView(both.buffer)
    const at = both.length - 22
    const start = end.getUint32(at + 16, true) + head.length
    end.setUint32(at + 16, start, true)
    for (let line = start; line < at; ) {
      end.setUint32(line + 42, end.getUint32(line + 42, true) + head.length, true)
      line += 46 + end.getUint16(line + 28, true) + end.getUint16(line + 30, true) + end.getUint16(line + 32, true)
    }
    expect(problem(both)).toEqual({ code: 'merge.not_a_document' })
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
