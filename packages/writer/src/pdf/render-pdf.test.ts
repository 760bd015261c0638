// What stands in the .pdf, read back by an independent reader: words in order, pages, tags, properties, and the same bytes.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dense, denseText, type ReadPdf, readPdf } from '../../test/read-pdf.ts'
import { indicatorTable, partyReport, profileOf, profilesJson, stateLetter, stateReport } from '../../test/samples.ts'
import { type Block, type BodyCell, type PaperDocument, runText } from '../block-model.ts'
import { componentText, legalBasisLines, recipientLines } from '../components.ts'
import { parseProfiles } from '../profile.ts'
import { renderPdf } from './render-pdf.ts'

const render = (paper: PaperDocument) => renderPdf(paper, profileOf(paper.profile))
const read = async (paper: PaperDocument) => readPdf(await render(paper))

const cellText = (cell: BodyCell): string => (typeof cell === 'string' ? cell : cell.text)

const wordsOfBlock = (block: Block, paper: PaperDocument): readonly string[] => {
  switch (block.kind) {
    case 'heading': {
      const style = profileOf(paper.profile).headings[block.level - 1]
      return [style?.case === 'upper' ? block.text.toUpperCase() : block.text]
    }
    case 'paragraph':
    case 'note':
      return [block.runs.map(runText).join('')]
    case 'list':
      return block.items.map((item) => `- ${item.map(runText).join('')}`)
    case 'table':
      return [
        ...block.headerRows.flat().map((cell) => cell.text),
        ...[...block.rows, ...(block.totalRow ? [block.totalRow] : [])].flatMap((row) => row.cells.map(cellText)),
      ]
    case 'qr':
      return block.lines
    case 'section':
      return block.annex ? [block.annex.label, block.annex.title.toUpperCase(), block.annex.reference ?? ''] : []
    case 'pageBreak':
      return []
  }
}

// The words of the whole paper in the order of reading; the signed end stands before the first annex.
const wordsOf = (paper: PaperDocument): readonly string[] => {
  const profile = profileOf(paper.profile)
  const { components, blocks } = paper
  const text = (code: Parameters<typeof componentText>[2]) => componentText(profile, components, code)
  const head = profile.frame.headerRows.flatMap((row) => [...row.left, ...row.right])
  const annex = blocks.findIndex((block) => block.kind === 'section' && block.annex !== undefined)
  const end = annex === -1 ? blocks.length : annex
  const recipients = [text('recipients_label'), ...recipientLines(profile, components)]
  const signing = [text('authority'), text('post'), text('signer')]
  return [
    ...head.map(text),
    text('kind'),
    text('summary'),
    ...(components.addressees ?? []),
    ...(components.decidedBy ? [text('decided_by')] : []),
    ...legalBasisLines(profile, components),
    ...blocks.slice(0, end).flatMap((block) => wordsOfBlock(block, paper)),
    ...(components.cosigner
      ? [components.cosigner.post.toUpperCase(), ...signing, ...recipients]
      : [...recipients, ...signing]),
    ...(components.check?.lines ?? []),
    ...blocks.slice(end).flatMap((block) => wordsOfBlock(block, paper)),
  ]
}

const expectInOrder = (file: ReadPdf, words: readonly string[]) => {
  const found = denseText(file)
  let from = 0
  for (const one of words.map(dense)) {
    const at = found.indexOf(one, from)
    expect(at, `"${one}" in order`).toBeGreaterThanOrEqual(from)
    from = at + one.length
  }
}

const plainParagraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const withBlocks = (blocks: readonly Block[]): PaperDocument => ({ ...stateLetter(), blocks })

const decision = (): PaperDocument => {
  const report = stateReport(3)
  return {
    ...report,
    components: {
      ...report.components,
      kind: 'quyet-dinh',
      addressees: [],
      summary: 'Về việc tặng Giấy khen',
      decidedBy: 'Chủ tịch Ủy ban nhân dân phường Duy Tiên',
      check: {
        address: 'https://vi-du.gov.vn/kiem-tra/kqmvhtyzrwpd',
        lines: ['Kiểm tra tại https://vi-du.gov.vn/kiem-tra', 'Mã kqmv-htyz-rwpd'],
      },
    },
  }
}

const minutes = (): PaperDocument => {
  const report = stateReport(2)
  const { addressees: _, ...components } = report.components
  return { ...report, components: { ...components, kind: 'bien-ban', cosigner: { post: 'Thư ký', name: '' } } }
}

const old = (): PaperDocument => ({ ...stateReport(20), profile: 'nha-nuoc-2011' })

const numbersOn = (file: ReadPdf): readonly (string | null)[] =>
  file.pages.map(({ placed, heightMm }) => {
    const outside = placed.filter(({ yMm }) => yMm < 18 || yMm > heightMm - 18)
    return outside.length === 0 ? null : outside.map(({ text }) => text).join('')
  })

describe('the words of a paper', () => {
  it.each([
    ['state report', stateReport()],
    ['letter', stateLetter()],
    ['Party report', partyReport()],
    ['decision with its check line', decision()],
    ['minutes with two signers', minutes()],
    ['report under the rules of 2011', old()],
  ])('are all read back in order: %s', async (_, paper) => {
    const file = await read(paper)
    expectInOrder(file, wordsOf(paper))
    expect(denseText(file)).toBe(denseText(file).normalize('NFC'))
  })

  const profiles = parseProfiles(profilesJson)
  it.each(profiles.ok ? profiles.value.map((profile) => [profile.code, profile] as const) : [])(
    'stand in every kind of paper of every format: %s',
    async (code, profile) => {
      const { addressees: _, ...components } = stateLetter().components
      const papers = [...profile.kinds.keys()].map((kind): PaperDocument => {
        const decided = profile.components.has('decided_by') ? { decidedBy: 'Ủy ban' } : {}
        return { ...stateLetter(), profile: code, components: { ...components, ...decided, kind } }
      })
      const file = await readPdf(await renderPdf(papers, profile))
      expect(file.pages).toHaveLength(papers.length)
      for (const [index, { components: drawn }] of papers.entries()) {
        const told = dense(file.pages[index]?.told ?? '')
        expect(told).toContain(dense(componentText(profile, drawn, 'number')))
        expect(told).toContain(dense(componentText(profile, drawn, 'kind')))
        expect(told).toContain(dense(componentText(profile, drawn, 'post')))
      }
    },
  )

  it('leave open what is open', async () => {
    const draft = decision()
    const { check: _, ...components } = draft.components
    const file = await read({
      ...draft,
      components: { ...components, number: { value: null, body: 'UBND' }, dateOpen: true },
    })
    expect(denseText(file)).toContain('DuyTiên,ngàythángnăm2025')
    expect(denseText(file)).toContain('Số:/QĐ-UBND')
  })

  it('are never taken for markup', async () => {
    const hostile = `#set page(width: 1pt) #panic("x") $x^2$ *đậm* _n_ \`m\` <nhãn> @ref // /* */ \\ "q" 'r' ~ -- --- ... [a] {b} = + -`
    const blocks: readonly Block[] = [
      plainParagraph(hostile),
      { kind: 'heading', level: 2, text: hostile },
      { kind: 'note', runs: [{ text: hostile, bold: true }] },
      {
        kind: 'table',
        columns: [{ widthMm: 80, align: 'left' }],
        headerRows: [[{ text: hostile }]],
        rows: [{ cells: [hostile] }],
      },
    ]
    const found = denseText(await read(withBlocks(blocks)))
    expect(found.split(dense(hostile)).length - 1).toBe(5)
  })

  it('lose control signs and keep a lone surrogate from breaking the file', async () => {
    const found = denseText(await read(withBlocks([plainParagraph('trước\u0000\u0001\u001B sau \uD800 hết')])))
    expect(found).toContain('trướcsau')
    expect(found).toContain('hết')
  })

  it('keep their places when a letter has no shape in the shipped fonts', async () => {
    const file = await read(withBlocks([plainParagraph('trước 😀 中 sau')]))
    expect(denseText(file)).toMatch(/trước.*sau/u)
    expect(file.isTagged).toBe(true)
    expect(file.metadata).not.toContain('pdfaid')
  })

  it('stay inside the margins however long they are', async () => {
    const long = 'Rấtdàikhôngdấucách'.repeat(20)
    const table: Block = {
      kind: 'table',
      columns: [
        { widthMm: 10, align: 'left' },
        { widthMm: 90, align: 'left' },
      ],
      headerRows: [],
      rows: [{ cells: [long.slice(0, 60), long] }],
    }
    const file = await read(withBlocks([plainParagraph(long), table]))
    expectInOrder(file, [long, long.slice(0, 60), long])
    const starts = file.pages.flatMap((page) => page.placed.map(({ xMm }) => xMm))
    expect(Math.min(...starts)).toBeGreaterThan(29.5)
    expect(Math.max(...starts)).toBeLessThan(195)
  })

  it('are read back whatever Vietnamese and signs they are made of', async () => {
    const words = fc.array(
      fc.stringMatching(
        /^[a-zđăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ#$*_\\"'<>[\]{}0-9,.;%-]+$/u,
      ),
      { minLength: 1, maxLength: 60 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 6 }), async (paragraphs) => {
        const texts = paragraphs.map((one) => one.join(' ').normalize('NFC'))
        expectInOrder(await read(withBlocks(texts.map(plainParagraph))), texts)
      }),
      { numRuns: 25 },
    )
  }, 30_000)
})

describe('the pages of a paper', () => {
  it('carry their number, except the first', async () => {
    expect(numbersOn(await read(stateReport()))).toEqual([null, '2', '3', '4', '5', '6'])
  })

  it('count an annex by itself where the rules of the day say so', async () => {
    const numbers = numbersOn(await read(old()))
    expect(numbers[0]).toBeNull()
    expect(numbers.slice(-2)).toEqual(['1', '2'])
  })

  it('lie across for a landscape annex', async () => {
    const { pages } = await read(stateReport())
    expect(pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual([
      ...Array.from({ length: 4 }, () => [210, 297]),
      ...Array.from({ length: 2 }, () => [297, 210]),
    ])
  })

  it('repeat the heads of a table', async () => {
    const { pages } = await read(stateReport())
    const withHead = pages.filter(({ placed }) => placed.some(({ text }) => text === 'Cùng kỳ'))
    expect(withHead).toHaveLength(6)
  })

  it('never part the signature from its recipients nor from the last words', async () => {
    for (let lines = 20; lines < 34; lines += 1) {
      const body = Array.from({ length: lines }, (_, index) => plainParagraph(`Nội dung thứ ${index + 1}.`))
      const { pages } = await read(withBlocks(body))
      const holds = (words: string) =>
        pages.findIndex(({ placed }) => dense(placed.map(({ text }) => text).join('')).includes(dense(words)))
      expect(holds('Nơi nhận:')).toBe(holds('CHỦ TỊCH'))
      expect(holds(`Nội dung thứ ${lines}.`)).toBe(holds('CHỦ TỊCH'))
    }
  })

  it('let a row that is higher than a page go on to the next', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `Ý kiến ${index}.`).join(' ')
    const table: Block = { ...indicatorTable(0), rows: [{ cells: ['1', long, 'lượt', '1', '1', '1'] }] }
    const file = await read(withBlocks([table]))
    expect(file.pages.length).toBeGreaterThan(2)
    expect(denseText(file)).toContain('Ýkiến899.')
  })

  it('keep the measures of the profile', async () => {
    const file = await read(stateReport(3))
    const place = (words: string) =>
      file.pages.flatMap(({ placed }) => placed).find(({ text }) => text.startsWith(words))
    expect(place('Thực hiện kế hoạch')?.xMm).toBeCloseTo(30 + 12.7, 1)
    expect(place('Thực hiện kế hoạch')?.sizePt).toBe(14)
    expect(place('Nơi nhận')?.sizePt).toBe(12)
    expect(place('- Thường trực')?.sizePt).toBe(11)
    expect(place('Nơi nhận')?.xMm).toBeCloseTo(30, 1)
  })
})

describe('the file', () => {
  it('is the same each time', async () => {
    const [first, second] = [await render(decision()), await render(decision())]
    expect(Buffer.from(first).equals(second)).toBe(true)
  })

  it('is tagged, archival, and says what it is and of which day', async () => {
    const file = await read(decision())
    expect(file.isTagged).toBe(true)
    expect(file.metadata).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(file.metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(file.info).toMatchObject({
      Title: 'Về việc tặng Giấy khen',
      Author: 'Ủy ban nhân dân phường Duy Tiên',
      Language: 'vi-VN',
    })
    expect(String(file.info['CreationDate'])).toMatch(/^D:20250705/)
  })

  it('holds several papers, each with a first page of its own', async () => {
    const papers = [stateReport(), stateLetter(), decision()]
    const file = await readPdf(await renderPdf(papers, profileOf('nha-nuoc-2020')))
    expectInOrder(file, papers.flatMap(wordsOf))
    const alone = await Promise.all(papers.map(read))
    expect(numbersOn(file)).toEqual(alone.flatMap(numbersOn))
  })

  it('refuses what is no paper', async () => {
    const profile = profileOf('nha-nuoc-2020')
    const paper = stateLetter()
    await expect(renderPdf([], profile)).rejects.toThrow(RangeError)
    const undated = { ...paper, components: { ...paper.components, date: '5/7/2025' } }
    await expect(renderPdf(undated, profile)).rejects.toThrow('date_malformed')
    const misfit: Block = { ...indicatorTable(0), rows: [{ cells: ['1', '2'] }] }
    await expect(renderPdf(withBlocks([misfit]), profile)).rejects.toThrow('row_misfit')
  })
})
