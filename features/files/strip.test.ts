// What is taken out of pictures, on pictures built byte by byte.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stripJpeg, stripPng, stripWebp } from './strip.ts'
import { chunk, exif, JFIF, joined, jpegOf, pngOf, riff, segment, text, webpOf } from './testing-files.ts'

const latin = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1')

describe('a JPEG', () => {
  const xmp = segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:GPSLatitude>20,32N</x:GPSLatitude>'))
  const rich = jpegOf(
    segment(0xe0, joined(text('JFIF\0'), [1, 2, 0, 0, 72, 0, 72, 1, 1], [9, 9, 9])),
    segment(0xe1, exif(1)),
    xmp,
    segment(0xe0, text('JFXX\0\x10thumbnail')),
    segment(0xe2, text('MPF\0second picture')),
    segment(0xe2, text('ICC_PROFILE\0\x01\x01colours')),
    segment(0xed, text('Photoshop 3.0\0 caption: place')),
    segment(0xee, text('Adobe\0d\0\0\0\0\0\x01')),
    segment(0xfe, text('made on a phone')),
  )

  it('loses place, device, caption, comment and small copies, and keeps picture and colours', () => {
    expect(stripJpeg(rich)).toEqual(
      jpegOf(JFIF, segment(0xe2, text('ICC_PROFILE\0\x01\x01colours')), segment(0xee, text('Adobe\0d\0\0\0\0\0\x01'))),
    )
  })

  it.each([
    [3, true],
    [6, true],
    [8, false],
  ])('stays the right way up (%i), told in a segment that tells nothing else', (orientation, isLittle) => {
    const bare = latin(stripJpeg(jpegOf(JFIF, segment(0xe1, exif(orientation, isLittle)))))
    expect(bare).not.toMatch(/GPS|MAYCHUP/)
    const upright = joined(
      text('Exif\0\0MM'),
      [0, 42, 0, 0, 0, 8, 0, 1],
      [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
    )
    expect(bare).toBe(latin(jpegOf(JFIF, segment(0xe1, upright))))
    expect(latin(stripJpeg(Buffer.from(bare, 'latin1')))).toBe(bare)
  })

  it.each([
    ['no number', 0],
    ['a number that means nothing', 77],
  ])('takes %s for upright', (_what, orientation) => {
    expect(stripJpeg(jpegOf(JFIF, segment(0xe1, exif(orientation))))).toEqual(jpegOf(JFIF))
  })

  it('loses EXIF that is cut short or points outside itself, without falling over it', () => {
    const whole = exif(6)
    for (let length = 0; length < whole.length; length += 1)
      expect(latin(stripJpeg(jpegOf(JFIF, segment(0xe1, whole.subarray(0, length)))))).not.toMatch(/GPS|MAYCHUP/)
    const astray = joined(text('Exif\0\0MM'), [0, 42, 0xff, 0xff, 0xff, 0xf0, 0, 0])
    expect(stripJpeg(jpegOf(JFIF, segment(0xe1, astray)))).toEqual(jpegOf(JFIF))
  })

  it('ends at its end: what follows is not kept', () => {
    const tail = joined(rich, text('<script>alert(1)</script>'), jpegOf(segment(0xe1, exif(1))))
    expect(stripJpeg(tail)).toEqual(stripJpeg(rich))
  })

  it('with several scans and fill bytes keeps all of them, and loses a comment between', () => {
    const scan = joined(segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), [1, 2, 0xff, 0, 3])
    const table = segment(0xc4, Uint8Array.of(0, 1, 2))
    const made = (between: Uint8Array): Uint8Array =>
      joined([0xff, 0xd8], JFIF, scan, between, table, scan, [0xff, 0xd9])
    expect(stripJpeg(made(joined(segment(0xfe, text('place')), [0xff, 0xff])))).toEqual(made(new Uint8Array()))
  })

  it('that is cut short anywhere is refused', () => {
    for (let length = 0; length < rich.length; length += 1) expect(stripJpeg(rich.subarray(0, length))).toBeUndefined()
  })
})

describe('a PNG', () => {
  const colours = [chunk('gAMA', Uint8Array.of(0, 0, 0xb1, 0x8f)), chunk('iCCP', text('p\0\0x'))]
  const tells = [
    chunk('tEXt', text('Author\0phone')),
    chunk('zTXt', text('place\0\0x')),
    chunk('iTXt', text('XML:com.adobe.xmp\0\0\0\0\0<GPS/>')),
    chunk('eXIf', exif(1).subarray(6)),
    chunk('tIME', Uint8Array.of(7, 0xea, 3, 2, 8, 0, 0)),
    chunk('prVt', text('of some program')),
  ]

  it('loses texts, EXIF, time and private notes, and keeps picture and colours', () => {
    expect(stripPng(pngOf(...colours, ...tells))).toEqual(pngOf(...colours))
    expect(stripPng(joined(pngOf(...tells), text('PK\x03\x04 tail')))).toEqual(pngOf())
  })

  it('that is cut short, has no picture or holds a part that must be known and is not, is refused', () => {
    const whole = pngOf(...colours)
    for (let length = 0; length < whole.length; length += 1) expect(stripPng(whole.subarray(0, length))).toBeUndefined()
    expect(stripPng(pngOf(chunk('EVIL')))).toBeUndefined()
    expect(stripPng(pngOf(chunk('IHDR')))).toBeUndefined()
    expect(stripPng(joined(whole.subarray(0, 8 + 25), chunk('IEND')))).toBeUndefined()
    expect(stripPng(joined(whole.subarray(0, 8), chunk('tEXt'), whole.subarray(8)))).toBeUndefined()
  })
})

describe('a WebP', () => {
  const head = (flags: number): Uint8Array => riff('VP8X', Uint8Array.of(flags, 0, 0, 0, 9, 0, 0, 9, 0, 0))
  const picture = riff('VP8 ', text('pixel'))

  it('loses EXIF and XMP with the flags that promise them, and keeps picture, colours and transparency', () => {
    const rest = [riff('ICCP', text('colour')), riff('ALPH', text('a')), picture]
    const rich = webpOf(
      head(0x3c),
      ...rest,
      riff('EXIF', exif(1)),
      riff('XMP ', text('<GPS/>')),
      riff('JUNK', text('x')),
    )
    expect(stripWebp(joined(rich, text('tail')))).toEqual(webpOf(head(0x30), ...rest))
    expect(stripWebp(webpOf(picture))).toEqual(webpOf(picture))
  })

  it('that is cut short or has no picture is refused', () => {
    const whole = webpOf(head(0), picture)
    for (let length = 0; length < whole.length; length += 1)
      expect(stripWebp(whole.subarray(0, length))).toBeUndefined()
    expect(stripWebp(webpOf(head(0)))).toBeUndefined()
    expect(stripWebp(webpOf(riff('JUNK', text('x')), picture))).toBeUndefined()
  })
})

describe('any bytes behind the right beginning', () => {
  const heads = [
    [stripJpeg, Uint8Array.of(0xff, 0xd8, 0xff)],
    [stripPng, pngOf().subarray(0, 33)],
    [stripWebp, webpOf(riff('VP8 ', text('p'))).subarray(0, 16)],
  ] as const

  it('are refused or stripped once and for all, and never grow', () => {
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), ([strip, head], rest) => {
        const sent = joined(head, rest)
        const kept = strip(sent)
        if (kept === undefined) return
        expect(kept.length).toBeLessThanOrEqual(sent.length + 36)
        expect(strip(kept)).toEqual(kept)
      }),
      { numRuns: 500 },
    )
  })
})
