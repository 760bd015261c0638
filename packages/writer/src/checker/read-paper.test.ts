// Papers laid out by other hands are read and judged like ours; what is no paper is refused with a reason, and nothing throws.
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPaper } from './check.ts'
import { findComponents } from './find.ts'
import { profileOf } from '../../test/samples.ts'
import { readPaper } from './read-paper.ts'
import {
  allProfiles,
  codesOf,
  edited,
  goodBytes,
  judged,
  NAMESPACES,
  options,
  put,
  strangerDocx,
  swap,
} from './testing-papers.ts'

const STATE = 'nha-nuoc-2020'

const STYLES = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Giua"><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="GiuaDam"><w:basedOn w:val="Giua"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="CoQuan"><w:basedOn w:val="GiuaDam"/><w:rPr><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Thuong13"><w:basedOn w:val="Giua"/><w:rPr><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="NghiengGiua"><w:basedOn w:val="Giua"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Than"><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="60" w:after="60" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Tron1"><w:basedOn w:val="Tron2"/></w:style><w:style w:type="paragraph" w:styleId="Tron2"><w:basedOn w:val="Tron1"/></w:style>`

const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`
const p = (style: string, text: string, run = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:rPr>${run}</w:rPr>${t(text)}</w:r></w:p>`
const LINE = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
const cell = (content: string) => `<w:tc><w:tcPr/>${content}</w:tc>`
const row = (...cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`
const table = (...rows: readonly string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`

const TEXT =
  'Trong kỳ, phường đã triển khai đầy đủ các nhiệm vụ công tác dân vận, được Nhân dân đồng tình và hưởng ứng tích cực.'
const TITLE = p('GiuaDam', 'BÁO CÁO') + p('GiuaDam', 'Kết quả công tác dân vận quý I năm 2026') + LINE
const BODY = p('Than', TEXT).repeat(3)
const SIGNED = table(
  row(
    p('Normal', 'Nơi nhận:', '<w:b/><w:i/><w:sz w:val="24"/>') +
      p('Normal', '- Thường trực Đảng ủy;', '<w:sz w:val="22"/>') +
      p('Normal', '- Lưu: VT.', '<w:sz w:val="22"/>'),
    p('GiuaDam', 'TM. ỦY BAN NHÂN DÂN') + p('GiuaDam', 'CHỦ TỊCH'),
  ),
)
const HEAD = table(
  row(
    p('Thuong13', 'ỦY BAN NHÂN DÂN TỈNH NINH BÌNH') +
      p('CoQuan', 'ỦY BAN NHÂN DÂN') +
      p('CoQuan', 'PHƯỜNG DUY TIÊN') +
      LINE,
    p('CoQuan', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + p('GiuaDam', 'Độc lập - Tự do - Hạnh phúc') + LINE,
  ),
  row(p('Thuong13', 'Số: 12/BC-UBND'), p('NghiengGiua', 'Duy Tiên, ngày 09 tháng 4 năm 2026')),
)

const half = (size: number, extra = '') => `<w:rPr>${extra}<w:sz w:val="${size}"/></w:rPr>`
const tabbed = (left: string, leftLook: string, right: string, rightLook: string) =>
  `<w:p><w:r>${leftLook}${t(left)}</w:r><w:r><w:tab/></w:r><w:r>${rightLook}${t(right)}</w:r></w:p>`
const TAB_HEAD =
  tabbed('UBND TỈNH NINH BÌNH', half(26), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', half(26, '<w:b/>')) +
  tabbed('UBND PHƯỜNG DUY TIÊN', half(26, '<w:b/>'), 'Độc lập - Tự do - Hạnh phúc', half(28, '<w:b/>')) +
  LINE.replace(
    '<w:drawing>',
    '<w:drawing><wps:wsp><wps:spPr><a:prstGeom prst="straightConnector1"/></wps:spPr></wps:wsp>',
  ) +
  tabbed('Số: 12/BC-UBND', half(26), 'Duy Tiên, ngày 09 tháng 4 năm 2026', half(28, '<w:i/>'))

const box = (content: string) =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:spPr><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
const BOX_HEAD =
  box(
    p('Thuong13', 'ỦY BAN NHÂN DÂN TỈNH NINH BÌNH') +
      p('CoQuan', 'ỦY BAN NHÂN DÂN PHƯỜNG DUY TIÊN') +
      LINE +
      p('Thuong13', 'Số: 12/BC-UBND'),
  ) +
  box(
    p('CoQuan', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
      p('GiuaDam', 'Độc lập - Tự do - Hạnh phúc') +
      LINE +
      p('NghiengGiua', 'Duy Tiên, ngày 09 tháng 4 năm 2026'),
  )

const wordsOf = (bytes: Uint8Array) => {
  const read = readPaper(bytes)
  if (!read.ok) throw new Error(read.problem.code)
  const found = findComponents(read.value, profileOf(STATE))
  return (
    ['governing_body', 'issuing_body', 'number', 'place_date', 'kind', 'summary', 'authority', 'post'] as const
  ).map((code) =>
    found
      .of(code)
      .map((line) => line.text)
      .join(' '),
  )
}
const WORDS = [
  'ỦY BAN NHÂN DÂN TỈNH NINH BÌNH',
  'ỦY BAN NHÂN DÂN PHƯỜNG DUY TIÊN',
  'Số: 12/BC-UBND',
  'Duy Tiên, ngày 09 tháng 4 năm 2026',
  'BÁO CÁO',
  'Kết quả công tác dân vận quý I năm 2026',
  'TM. ỦY BAN NHÂN DÂN',
  'CHỦ TỊCH',
]

describe('a paper of another hand', () => {
  it.each([
    ['made of styles, with drawn lines', HEAD, WORDS],
    ['with its head laid by tabs', TAB_HEAD, ['UBND TỈNH NINH BÌNH', 'UBND PHƯỜNG DUY TIÊN', ...WORDS.slice(2)]],
    ['with its head in text boxes', BOX_HEAD, WORDS],
  ])('%s is read component by component and passes', (_, head, words) => {
    const bytes = strangerDocx(head + TITLE + BODY + SIGNED, STYLES)
    expect(wordsOf(bytes)).toEqual(words)
    const report = judged(bytes, STATE)
    expect(report.findings.filter((it) => it.severity === 'error')).toEqual([])
  })

  it('with head and signature in plain lines is read too', () => {
    const signed =
      `<w:p><w:r><w:rPr><w:b/><w:i/><w:sz w:val="24"/></w:rPr>${t('Nơi nhận:')}</w:r><w:r><w:tab/></w:r><w:r><w:rPr><w:b/></w:rPr>${t('TM. ỦY BAN NHÂN DÂN')}</w:r></w:p>` +
      `<w:p><w:r><w:rPr><w:sz w:val="22"/></w:rPr>${t('- Thường trực Đảng ủy;')}</w:r><w:r><w:tab/></w:r><w:r><w:rPr><w:b/></w:rPr>${t('CHỦ TỊCH')}</w:r></w:p>` +
      p('Normal', '- Lưu: VT.', '<w:sz w:val="22"/>')
    expect(judged(strangerDocx(TAB_HEAD + TITLE + BODY + signed, STYLES), STATE).findings.map((it) => it.code)).toEqual(
      [],
    )
  })

  it('keeps its faults in whatever layout', () => {
    const spoilt = BOX_HEAD.replaceAll('Số: 12/BC-UBND', 'Số 12-BC/UBND').replaceAll('ngày 09', 'ngày 9')
    const report = judged(strangerDocx(spoilt + TITLE + BODY + SIGNED, STYLES), STATE)
    expect(codesOf(report, 'error')).toEqual(['date_zero', 'number_pattern'])
    expect(report.findings.find((it) => it.code === 'number_pattern')?.where?.words).toContain('khung chữ 1 dòng 3')
  })

  it('takes labels of lists, changed cases and circles of styles in its stride', () => {
    const bytes = strangerDocx(
      HEAD +
        `<w:p><w:pPr><w:pStyle w:val="GiuaDam"/></w:pPr><w:r><w:rPr><w:caps/></w:rPr>${t('Báo cáo')}</w:r></w:p>` +
        p('GiuaDam', 'Kết quả công tác dân vận quý I năm 2026') +
        LINE +
        p('Tron1', '') +
        BODY +
        SIGNED,
      STYLES,
    )
    expect(wordsOf(bytes)).toEqual(WORDS)
    expect(codesOf(judged(bytes, STATE), 'error')).toEqual([])
  })

  it('leaves out what was deleted, and counts it', () => {
    const read = readPaper(
      strangerDocx(
        `<w:p><w:del w:id="1"><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins w:id="2"><w:r>${t('mới')}</w:r></w:ins></w:p>`,
        STYLES,
      ),
    )
    expect(read).toMatchObject({ ok: true, value: { trackedChanges: 2 } })
    expect(read.ok ? read.value.paragraphs.map((it) => it.text) : []).toEqual(['mới'])
  })

  it('numbers its lists as Word shows them', () => {
    const numbered = (level: number, text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r>${t(text)}</w:r></w:p>`
    const level = (at: number, format: string, pattern: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`
    const bytes = edited(
      strangerDocx(
        numbered(0, 'Một') + numbered(1, 'a') + numbered(1, 'b') + numbered(0, 'Hai') + numbered(2, 'gạch'),
        STYLES,
      ),
      (parts) =>
        swap(
          '</Relationships>',
          '<Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
          'word/_rels/document.xml.rels',
        )(
          put(
            'word/numbering.xml',
            `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="3">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2)')}${level(2, 'bullet', '-')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
          )(parts),
        ),
    )
    const read = readPaper(bytes)
    expect(read.ok ? read.value.paragraphs.map((it) => it.text) : []).toEqual([
      'I. Một',
      'I.1) a',
      'I.2) b',
      'II. Hai',
      '- gạch',
    ])
  })
})

describe('the profile is found from the paper', () => {
  it.each(allProfiles.map((it) => it.code))('%s', async (code) => {
    const checked = checkPaper(await goodBytes(code, 'thong-bao'), allProfiles, 'auto', options)
    expect(checked).toMatchObject({ ok: true, value: { profile: { code }, isGuessed: true } })
  })

  it('and an unknown one is refused', async () => {
    const checked = checkPaper(await goodBytes(STATE, 'thong-bao'), allProfiles, 'khong-co', options)
    expect(checked).toEqual({ ok: false, problem: { code: 'paper.profile_not_found', profile: 'khong-co' } })
  })
})

const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0))
const locked = () => new Uint8Array(Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]))
const good = () => strangerDocx(HEAD + TITLE + BODY + SIGNED, STYLES)
const withDocument = (xml: string) => edited(good(), put('word/document.xml', xml))

describe('what is no paper', () => {
  it.each([
    ['an empty file', () => new Uint8Array(), 'paper.empty_file'],
    ['a text', () => strToU8('Kính gửi các đơn vị'), 'paper.not_a_docx'],
    ['a web page', () => strToU8('<html><body>BÁO CÁO</body></html>'), 'paper.not_a_docx'],
    ['an old .doc', () => OLE, 'paper.old_word'],
    ['a locked file', locked, 'paper.password_protected'],
    ['a file cut short', () => good().subarray(0, good().length - 60), 'paper.broken'],
    ['another package', () => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'paper.not_a_docx'],
    [
      'a paper with a program',
      () => edited(good(), swap('<Types ', '<Types macroEnabled="1" ', '[Content_Types].xml')),
      'paper.macros',
    ],
    ['entities', () => withDocument('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'paper.unsafe_xml'],
    ['broken XML', () => withDocument('<w:document><w:body>'), 'paper.broken'],
    ['bottomless nesting', () => withDocument('<a>'.repeat(50_000) + '</a>'.repeat(50_000)), 'paper.broken'],
    ['a burst package', () => zipSync({ 'word/document.xml': new Uint8Array(90_000_000) }), 'paper.too_large'],
    ['a paper too long to hold', () => withDocument(`<a>${'chữ '.repeat(3_000_000)}</a>`), 'paper.too_large'],
  ])('%s is refused', (_, bytes, code) => {
    expect(readPaper(bytes())).toEqual({ ok: false, problem: { code } })
  })

  it('random bytes and random damage never throw', () => {
    const whole = good()
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }),
        (noise, hits) => {
          const damaged = whole.slice()
          for (const [at, value] of hits) damaged[at] = value
          for (const bytes of [
            noise,
            Uint8Array.of(0x50, 0x4b, 3, 4, ...noise),
            damaged,
            whole.slice(0, hits[0]?.[0] ?? 0),
          ])
            expect(checkPaper(bytes, allProfiles, 'auto', options).ok).toBeTypeOf('boolean')
        },
      ),
      { numRuns: 150 },
    )
  })

  it('random structure never throws', () => {
    const names = [
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:sdt',
      'w:sdtContent',
      'w:pPr',
      'w:rPr',
      'w:ins',
      'w:sectPr',
      'w:numPr',
      'w:br',
      'w:tab',
    ]
    const words = [
      'Số: 05/BC',
      'Nơi nhận:',
      'BÁO CÁO',
      'Phụ lục',
      'Căn cứ',
      'Kính gửi:',
      'TM. X',
      'ngày tháng năm',
      '1.250',
      'Tổng',
    ]
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 7, withCrossShrink: true },
        fc.constantFrom(...words),
        fc
          .tuple(fc.constantFrom(...names), fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
      ),
    }))
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), (body) => {
        expect(checkPaper(strangerDocx(body.join(''), STYLES), allProfiles, 'auto', options).ok).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('a long paper is judged in time that grows with its length', () => {
    const long = (times: number) =>
      strangerDocx(HEAD + TITLE + p('Than', `${TEXT} 12 buổi, ngày 05/3/2024;  …`).repeat(times) + SIGNED, STYLES)
    const [small, large] = [long(500), long(4000)].map((bytes) => {
      const start = performance.now()
      checkPaper(bytes, allProfiles, 'auto', options)
      return performance.now() - start
    })
    expect(large ?? 0).toBeLessThan(40 * Math.max(small ?? 0, 20))
  })
})
