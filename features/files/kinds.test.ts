// What a file is taken for, whatever it is called; and names as they are kept.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from './kinds.ts'
import { cleanName } from './rules.ts'
import { FileKind, MOST_LETTERS } from './schema.ts'
import {
  docx,
  docxParts,
  joined,
  jpeg,
  jpegOf,
  pdf,
  pngOf,
  riff,
  text,
  webpOf,
  xlsx,
  zipOf,
  type ZipPart,
} from './testing-files.ts'

const outcome = (bytes: Uint8Array): string => {
  const judged = judge(bytes)
  return 'refused' in judged ? judged.refused : judged.kind
}
const part = (name: string, content = 'x', said?: ZipPart['said']): ZipPart => ({
  name,
  content: text(content),
  ...(said === undefined ? {} : { said }),
})

describe('a file is what its bytes are', () => {
  it.each([
    ['jpeg', jpeg()],
    ['png', pngOf()],
    ['webp', webpOf(riff('VP8L', text('p')))],
    ['pdf', pdf()],
    ['docx', docx()],
    ['xlsx', xlsx()],
    ['docx', zipOf([...docxParts(), part('word/embeddings/Microsoft_Excel_Sheet1.xlsx')], new Uint8Array(), 'ghi chú')],
  ])('%s', (kind, bytes) => {
    expect(outcome(bytes)).toBe(kind)
  })

  it.each([
    ['nothing', text('')],
    ['a web page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing with a script', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', joined(text('MZ'), randomBytes(300))],
    ['a program of Linux', joined([0x7f], text('ELF'), randomBytes(300))],
    ['a moving picture', text('GIF89a;')],
    ['a photo of another kind', joined([0, 0, 0, 24], text('ftypheic'), randomBytes(100))],
    ['an old Word file', joined([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], randomBytes(600))],
    ['a zip of anything', zipOf([part('a.txt')])],
    ['a program packed as a library', zipOf([part('META-INF/MANIFEST.MF'), part('Main.class')])],
    ['two office files in one', zipOf([...docxParts(), part('xl/workbook.xml')])],
    ['an office file without its list of types', zipOf(docxParts().slice(1))],
    ['a picture behind a blank', joined(text(' '), jpeg())],
  ])('%s is refused as unknown', (_what, bytes) => {
    expect(outcome(bytes)).toBe('unknown')
  })

  it.each([
    ['a picture of three bytes', Uint8Array.of(0xff, 0xd8, 0xff)],
    ['a picture that is half a web page', joined([0xff, 0xd8, 0xff], text('<script>alert(1)</script>'))],
    ['a PDF that does not end', text('%PDF-1.7\n1 0 obj')],
    ['a PDF of no version', text('%PDF-<script>alert(1)</script>%%EOF')],
    ['a PDF that is a zip too', zipOf([part('a.txt')], pdf())],
    ['a zip cut short', docx().subarray(0, -5)],
    ['a zip with a tail', joined(docx(), text('<script>'))],
    ['a bomb by what it says', docx(part('word/media/a.xml', 'x', { size: 0x7f_ff_ff_ff }))],
    ['a locked part', docx(part('word/secret.xml', 'x', { flags: 1 }))],
    ['one name in the list, another at its place', docx(part('word/a.xml', 'x', { localName: 'word/vbaProject.bin' }))],
    ['the same part twice', docx(part('word/document.xml'))],
    ['a part outside', docx(part('../../etc/passwd'))],
    ['a part on a drive', docx(part('C:\\Windows\\a.exe'))],
  ])('%s is refused as unsound', (_what, bytes) => {
    expect(outcome(bytes)).toBe('unsound')
  })

  it('a bomb that unfolds to thousands of times its size is refused, and costs nothing', () => {
    const zeros = { name: 'word/document.xml', content: new Uint8Array(60 * 1024 * 1024) }
    const parts = docxParts().filter(({ name }) => name !== zeros.name)
    const bomb = zipOf([...parts, zeros, ...[1, 2, 3].map((nth) => ({ ...zeros, name: `word/media/${nth}.xml` }))])
    const started = performance.now()
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(outcome(bomb)).toBe('unsound')
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('a bomb in the list of types is not unfolded past its bound, also when it says less than it is', () => {
    const types = (said?: ZipPart['said']): ZipPart => ({
      name: '[Content_Types].xml',
      content: new Uint8Array(30 * 1024 * 1024),
      ...(said === undefined ? {} : { said }),
    })
    for (const said of [undefined, { size: 100 }])
      expect(outcome(zipOf([types(said), ...docxParts().slice(1)]))).toBe('unsound')
  })

  it('a bomb whose parts lie over each other is refused', () => {
    const noise = (nth: number, packed?: number): ZipPart => ({
      name: `word/media/${nth}.bin`,
      content: new Uint8Array(randomBytes(4000)),
      ...(packed === undefined ? {} : { said: { packed } }),
    })
    const parts = [0, 1, 2, 3, 4, 5, 6, 7]
    expect(outcome(docx(...parts.map((nth) => noise(nth))))).toBe('docx')
    expect(outcome(docx(...parts.map((nth) => noise(nth, (8 - nth) * 4000))))).toBe('unsound')
  })

  it.each([
    ['a program by its usual name', docx(part('word/vbaProject.bin'))],
    ['a program by its name in other letters', docx(part('word/VBAPROJECT.BIN'))],
    [
      'a program under another name',
      zipOf([
        ...docxParts(
          '<Types><Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        ),
        part('word/a.bin'),
      ]),
    ],
    [
      'a file for programs, renamed',
      zipOf(docxParts('<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>')),
    ],
  ])('%s is refused as carrying macros', (_what, bytes) => {
    expect(outcome(bytes)).toBe('macros')
  })

  it('another file behind a picture is not kept with it', () => {
    const judged = judge(joined(jpegOf(), docx(), text('<script>alert(1)</script>')))
    expect('bytes' in judged && judged.bytes).toEqual(jpegOf())
  })

  it('any bytes are judged without falling over them', () => {
    const head = fc.constantFrom(jpeg(), pngOf(), pdf(), docx(), webpOf(riff('VP8 ', text('p'))))
    fc.assert(
      fc.property(head, fc.nat(), fc.nat(255), fc.nat(), (whole, at, value, length) => {
        const broken = Uint8Array.from(whole)
        broken[at % whole.length] = value
        expect([...FileKind.options, 'unknown', 'unsound', 'macros']).toContain(outcome(broken))
        expect([...FileKind.options, 'unknown', 'unsound']).toContain(
          outcome(broken.subarray(0, length % whole.length)),
        )
      }),
      { numRuns: 500 },
    )
  })
})

describe('a name', () => {
  it.each([
    ['Ảnh họp dân.JPG', 'jpeg', 'Ảnh họp dân.JPG'],
    ['Ảnh', 'jpeg', 'Ảnh.jpg'],
    ['bao-cao.html', 'jpeg', 'bao-cao.html.jpg'],
    ['../../etc/passwd', 'pdf', '-..-etc-passwd.pdf'],
    ['C:\\anh\\a.png', 'png', 'C--anh-a.png'],
    ['quyet-dinh\u202Efdp.docx', 'docx', 'quyet-dinhfdp.docx'],
    ['a\u0000b\r\nc.pdf', 'pdf', 'ab c.pdf'],
    ['.pdf', 'pdf', 'pdf.pdf'],
    ['   ', 'xlsx', 'tệp.xlsx'],
    ['Quyết định. .docx', 'docx', 'Quyết định.docx'],
  ] as const)('%j becomes true and safe', (raw, kind, kept) => {
    expect(cleanName(raw, kind)).toBe(kept)
  })

  it('of any letters has no separators, no hidden signs, its true ending, and 120 letters at the most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...FileKind.options), (raw, kind) => {
        const name = cleanName(raw, kind)
        expect(name).toMatch(/^[^\\/\p{C}]+\.(jpg|jpeg|jfif|png|webp|pdf|docx|xlsx)$/iu)
        expect([...name].length).toBeLessThanOrEqual(MOST_LETTERS)
        expect(name).toBe(name.normalize('NFC'))
        expect(cleanName(name, kind)).toBe(name)
      }),
    )
  })
})
