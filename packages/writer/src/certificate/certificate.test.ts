// Certificates read back from their PDF: a page a sheet, words in their places, shifts, fitting, refusals, the same bytes.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dense, denseText, type Placed, readPdf } from '../../test/read-pdf.ts'
import { textWidthMm } from '../pdf/font-metrics.ts'
import { type CertificateSheet, checkCertificates, fitSheet } from './fit.ts'
import { type CertificateLayout, parseCertificateLayout, parseCertificateLayouts, sheetSize } from './layout.ts'
import { renderCertificates } from './render-certificates.ts'

const json: { readonly layouts: readonly Readonly<Record<string, unknown>>[] } = JSON.parse(
  readFileSync(new URL('../../../../catalogue/formats/certificates.json', import.meta.url), 'utf8'),
)

const layouts = ((): readonly CertificateLayout[] => {
  const read = parseCertificateLayouts(json)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
})()

const layoutOf = (code: string): CertificateLayout => {
  const found = layouts.find((one) => one.code === code)
  if (!found) throw new Error(`no layout ${code}`)
  return found
}

const file = { date: '2025-12-20', title: 'Giấy khen công tác dân vận năm 2025' }

const sheetOf = (recipient: string): CertificateSheet => ({
  authority: 'Chủ tịch Ủy ban nhân dân phường Duy Tiên',
  form: 'Giấy khen',
  recipient,
  achievement: 'Đã có thành tích xuất sắc trong phong trào thi đua "Dân vận khéo" năm 2025',
  decision: 'Quyết định số 125/QĐ-UBND ngày 20 tháng 12 năm 2025',
  place_date: 'Duy Tiên, ngày 20 tháng 12 năm 2025',
  signer_post: 'TM. Ủy ban nhân dân\nChủ tịch',
  book_no: 'Vào sổ số: 07',
})

const collective = layoutOf('giay-khen-tap-the-a4')
const individual = layoutOf('giay-khen-ca-nhan-a4')
const plain = layoutOf('dan-van-kheo-a4')

const placeOf = (layout: CertificateLayout, name: string) => {
  const found = layout.fields.find((field) => field.name === name)
  if (!found) throw new Error(`no field ${name}`)
  return found
}

const pieceWith = (pieces: readonly Placed[], words: string): Placed => {
  const found = pieces.find(({ text }) => text.startsWith(words))
  if (!found) throw new Error(`"${words}" is not on the page`)
  return found
}

const problemOf = (change: (layout: Record<string, unknown>) => void) => {
  const copy = structuredClone(json.layouts[0] ?? {})
  change(copy)
  const read = parseCertificateLayout(copy)
  return read.ok ? null : read.problem
}

const fieldsOf = (layout: Record<string, unknown>) => layout['fields'] as Record<string, unknown>[]

describe('layouts of the catalogue', () => {
  it('are there for groups and persons, on A4 and A3, and for Dân vận khéo', () => {
    const kinds = layouts.map(({ winner, paper, preprinted }) => `${winner} ${paper} ${preprinted ? 'blank' : 'plain'}`)
    expect(kinds).toEqual([
      'collective A4 blank',
      'individual A4 blank',
      'collective A3 blank',
      'individual A3 blank',
      'any A4 plain',
    ])
    expect(layouts.every(({ source }) => source === 'theo thông lệ')).toBe(true)
  })

  it.each([
    ['field_twice', (layout: Record<string, unknown>) => fieldsOf(layout).push({ ...fieldsOf(layout)[0] })],
    ['off_the_paper', (layout: Record<string, unknown>) => Object.assign(fieldsOf(layout)[0] ?? {}, { width_mm: 290 })],
    [
      'sizes_reversed',
      (layout: Record<string, unknown>) => Object.assign(fieldsOf(layout)[0] ?? {}, { least_size_pt: 30 }),
    ],
    ['no_lines', (layout: Record<string, unknown>) => Object.assign(fieldsOf(layout)[0] ?? {}, { most_lines: 1.5 })],
    ['shape_mismatch', (layout: Record<string, unknown>) => Object.assign(layout, { offset_mm: { x: 'trái', y: 0 } })],
    ['shape_mismatch', (layout: Record<string, unknown>) => Object.assign(layout, { colour: 'đỏ' })],
  ])('are refused with %s', (code, change) => {
    expect(problemOf((layout) => void change(layout))?.code).toBe(code)
  })

  it('take a printer that pulls to the left', () => {
    expect(problemOf((layout) => void Object.assign(layout, { offset_mm: { x: -2.5, y: 1 } }))).toBeNull()
  })

  it('may not hold two of one code on one day', () => {
    const read = parseCertificateLayouts({ layouts: [json.layouts[0], json.layouts[0]] })
    expect(read.ok ? null : read.problem.code).toBe('layouts_overlap')
  })
})

describe('certificates in one file', () => {
  const sheets = Array.from({ length: 54 }, (_, index) => sheetOf(`Tổ dân phố số ${index + 1}`))

  it('have a page each, with all words of their sheet', async () => {
    const read = await readPdf(await renderCertificates(collective, sheets, file))
    expect(read.pages).toHaveLength(54)
    for (const [index, { told }] of read.pages.entries()) {
      expect(told).toContain(`TỔ DÂN PHỐ SỐ ${index + 1}`)
      expect(dense(told)).toContain(dense('CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG DUY TIÊN'))
      expect(dense(told)).toContain(dense('Đã có thành tích xuất sắc trong phong trào thi đua "Dân vận khéo" năm 2025'))
      expect(told).toContain('Vào sổ số: 07')
      expect(told).not.toContain('GIẤY KHEN')
    }
    expect(read.isTagged).toBe(true)
    expect(read.info).toMatchObject({ Title: file.title, Language: 'vi-VN' })
    expect(String(read.info['CreationDate'])).toMatch(/^D:20251220/)
  })

  it.each(layouts.map((layout) => [layout.code, layout] as const))(
    'stand where the layout says: %s',
    async (_, layout) => {
      const read = await readPdf(await renderCertificates(layout, [sheetOf('Tổ dân phố số 3')], file))
      const [page] = read.pages
      const { widthMm, heightMm } = sheetSize(layout)
      expect(page?.widthMm).toBeCloseTo(widthMm, 0)
      expect(page?.heightMm).toBeCloseTo(heightMm, 0)
      const pieces = page?.placed ?? []
      const decision = pieceWith(pieces, 'Quyết định số')
      const left = placeOf(layout, 'decision')
      expect(Math.abs(decision.xMm - left.xMm)).toBeLessThan(0.5)
      expect(Math.abs(decision.yMm - left.yMm)).toBeLessThan(0.5)
      const date = pieceWith(pieces, 'Duy Tiên, ngày')
      const middle = placeOf(layout, 'place_date')
      const half = textWidthMm('Duy Tiên, ngày 20 tháng 12 năm 2025', date.sizePt, middle) / 2
      expect(Math.abs(date.xMm + half - middle.xMm - middle.widthMm / 2)).toBeLessThan(0.5)
      expect(Math.abs(date.yMm - middle.yMm)).toBeLessThan(0.5)
    },
  )

  it('move as a whole with the shift of the printer', async () => {
    const moved = { ...plain, offsetMm: { x: -1.5, y: 2.25 } }
    const [before, after] = await Promise.all(
      [plain, moved].map(async (layout) =>
        readPdf(await renderCertificates(layout, [sheetOf('Tổ dân phố số 3')], file)),
      ),
    )
    const first = before?.pages[0]?.placed ?? []
    const second = after?.pages[0]?.placed ?? []
    expect(second.map(({ text }) => text)).toEqual(first.map(({ text }) => text))
    expect(first.length).toBeGreaterThan(8)
    for (const [index, { xMm, yMm }] of first.entries()) {
      expect(second[index]?.xMm).toBeCloseTo(xMm - 1.5, 1)
      expect(second[index]?.yMm).toBeCloseTo(yMm + 2.25, 1)
    }
  })

  it('bring the national name and the form along on plain paper, and not on a blank', async () => {
    const sheet = [sheetOf('Tổ dân phố số 3')]
    const onPlain = denseText(await readPdf(await renderCertificates(plain, sheet, file)))
    const onBlank = denseText(await readPdf(await renderCertificates({ ...plain, preprinted: true }, sheet, file)))
    expect(onPlain).toContain('CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM')
    expect(onPlain).toContain('GIẤYKHEN')
    expect(onBlank).not.toContain('VIỆTNAM')
    expect(onBlank).not.toContain('GIẤYKHEN')
  })

  it('are the same bytes each time; guides change the drawing and not the words', async () => {
    const sheet = [sheetOf('Tổ dân phố số 3')]
    const [first, second] = [
      await renderCertificates(collective, sheet, file),
      await renderCertificates(collective, sheet, file),
    ]
    expect(Buffer.from(first).equals(second)).toBe(true)
    const guided = await renderCertificates(collective, sheet, { ...file, withGuides: true })
    expect(Buffer.from(first).equals(guided)).toBe(false)
    expect(denseText(await readPdf(guided))).toBe(denseText(await readPdf(first)))
  })

  it('print hostile words as they are', async () => {
    const words = `#panic("x") $x$ *đậm* \\ <nhãn> @ref`
    const read = await readPdf(await renderCertificates(individual, [{ recipient: words, post: words }], file))
    expect(denseText(read)).toBe(dense(words + words))
  })

  it('come a hundred at a time within two seconds', async () => {
    const many = Array.from({ length: 100 }, (_, index) => sheetOf(`Tổ dân phố số ${index + 1}`))
    const start = performance.now()
    await renderCertificates(plain, many, file)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

describe('fitting', () => {
  const recipient = placeOf(individual, 'recipient')
  const linesOf = (name: string) => fitSheet(individual, { recipient: name }, 0).lines
  const longName = 'Ban Công tác Mặt trận và Ban Chấp hành Chi hội Phụ nữ Tổ dân phố số 3 phường Duy Tiên'

  it('keeps a short name large, makes a longer one smaller, and only then parts it', () => {
    expect(linesOf('Tổ trưởng tổ dân phố').map(({ sizePt }) => sizePt)).toEqual([recipient.sizePt])
    const smaller = linesOf('Trưởng ban Công tác Mặt trận Tổ dân phố số 3 phường Duy Tiên')
    expect(smaller).toHaveLength(1)
    expect(smaller[0]?.sizePt).toBeLessThan(recipient.sizePt)
    const parted = linesOf(`${longName}, tỉnh Ninh Bình`)
    expect(parted).toHaveLength(2)
    expect(parted.map(({ sizePt }) => sizePt)).toEqual([recipient.leastSizePt, recipient.leastSizePt])
    const [first, second] = parted.map(({ widthMm }) => widthMm)
    expect((second ?? 0) / (first ?? 1)).toBeGreaterThan(0.7)
  })

  it('names the sheet and the field of what cannot fit, before anything is drawn', async () => {
    const tooLong = Array.from({ length: 4 }, () => longName).join(' và ')
    const sheets = [sheetOf('Tổ dân phố số 1'), { ...sheetOf('Tổ dân phố số 2'), recipient: tooLong }]
    const checked = checkCertificates(individual, sheets)
    expect(checked).toEqual({
      ok: false,
      problem: {
        code: 'certificates_unfit',
        faults: [{ code: 'text_too_long', sheet: 1, field: 'recipient', text: tooLong }],
      },
    })
    await expect(renderCertificates(individual, sheets, file)).rejects.toThrow(
      'text_too_long: sheet 1, field recipient',
    )
  })

  it('finds every fault of a batch at once', () => {
    const checked = checkCertificates(individual, [
      { ...sheetOf('Tổ dân phố số 1'), recipient: '  ' },
      sheetOf('Tổ dân phố số 2'),
      sheetOf('Tổ 😀'),
      { ...sheetOf('Tổ dân phố số 4'), post: 'x'.repeat(300) },
    ])
    expect(checked.ok ? [] : checked.problem.faults.map(({ code, sheet }) => `${sheet} ${code}`)).toEqual([
      '0 recipient_missing',
      '2 letters_unprintable',
      '3 text_too_long',
    ])
  })

  it('says nothing of words the blank already carries', () => {
    expect(checkCertificates(collective, [{ ...sheetOf('Tổ dân phố số 1'), form: 'x'.repeat(500) }]).ok).toBe(true)
  })

  it('never leaves its place, loses a word or goes below the least size', () => {
    const name = fc.array(
      fc.stringMatching(/^[A-Za-zĐđÂâÊêÔôƠơƯưạảấầẩẫậắằẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ0-9]{1,9}$/u),
      {
        minLength: 1,
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(name, (words) => {
        const { lines, faults } = fitSheet(individual, { recipient: words.join(' ') }, 0)
        const isRefused = faults.some(({ code }) => code === 'text_too_long')
        expect(lines.map(({ text }) => text).join(' ')).toBe(isRefused ? '' : words.join(' ').normalize('NFC'))
        for (const { xMm, widthMm, sizePt } of lines) {
          expect(xMm).toBeGreaterThanOrEqual(recipient.xMm - 1e-6)
          expect(xMm + widthMm).toBeLessThanOrEqual(recipient.xMm + recipient.widthMm + 1e-6)
          expect(sizePt).toBeGreaterThanOrEqual(recipient.leastSizePt)
        }
      }),
    )
  })
})
