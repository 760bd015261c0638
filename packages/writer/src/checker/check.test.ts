// Our own papers of every family and kind pass; a paper spoilt in one way is told of just that.
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../docx-writer.ts'
import {
  allOf,
  allProfiles,
  codesOf,
  type Edit,
  edited,
  goodBytes,
  goodPaper,
  judged,
  paragraph,
  put,
  swap,
} from './testing-papers.ts'

const STATE = 'nha-nuoc-2020'
const PARTY = 'dang-2018'

describe('our own papers', () => {
  it.each(allProfiles.map((profile) => [profile.code, profile] as const))(
    '%s pass in every kind',
    async (_, profile) => {
      for (const kind of profile.kinds.keys()) {
        const report = judged(await renderDocx(goodPaper(profile, kind), profile), profile)
        expect({ kind, errors: codesOf(report, 'error'), warnings: codesOf(report, 'warning') }).toEqual({
          kind,
          errors: [],
          warnings: [],
        })
        expect(report.passes).toBe(true)
      }
    },
  )

  it('are seen component by component, each with its place', async () => {
    const report = judged(await goodBytes(STATE, 'to-trinh'), STATE)
    expect(report.components.map((it) => it.component)).toEqual(
      expect.arrayContaining([
        'national_name',
        'motto',
        'governing_body',
        'issuing_body',
        'number',
        'place_date',
        'kind',
        'summary',
        'addressee',
        'legal_basis',
        'authority',
        'post',
        'recipients_label',
        'recipients_item',
        'annex_label',
        'annex_title',
        'annex_reference',
      ]),
    )
    const number = report.components.find((it) => it.component === 'number')
    expect(number).toMatchObject({ severity: 'ok', where: { words: 'đoạn 5, ô trái dòng 1' } })
    expect(number?.measured).toContain('Số: 05/TTr-UBND')
  })

  it('pass with who decides, two who sign, and a line to look the paper up by', async () => {
    for (const profile of allProfiles) {
      const good = goodPaper(profile, 'quyet-dinh')
      const whole = {
        ...good,
        components: {
          ...good.components,
          decidedBy: 'Hội đồng',
          cosigner: { post: 'Thư ký', name: '' },
          check: {
            address: 'https://kheo.example/tra-cuu/abc',
            lines: ['Tra cứu văn bản tại địa chỉ trong mã vuông.'],
          },
        },
      }
      const report = judged(await renderDocx(whole, profile), profile)
      expect({ profile: profile.code, found: report.findings.map((it) => it.code) }).toEqual({
        profile: profile.code,
        found: [],
      })
      expect(report.components.map((it) => it.component)).toEqual(
        expect.arrayContaining(['decided_by', 'authority', 'post']),
      )
    }
  })

  it('with an open number and day are drafts, not faults', async () => {
    const [profile] = allProfiles.filter((it) => it.code === STATE)
    if (profile === undefined) throw new Error('no profile')
    const good = goodPaper(profile, 'bao-cao')
    const draft = {
      ...good,
      components: { ...good.components, number: { value: null, body: 'UBND' }, dateOpen: true },
    }
    expect(codesOf(judged(await renderDocx(draft, profile), profile), 'error')).toEqual([])
  })
})

type Case = readonly [
  code: string,
  paper: readonly [profile: string, kind: string],
  edit: Edit,
  companions?: readonly string[],
]

const S = [STATE, 'bao-cao'] as const
const L = [STATE, 'cong-van'] as const
const P = [PARTY, 'bao-cao'] as const
const gone = () => ''
const bold = (xml: string) => xml.replaceAll('<w:b w:val="false"/>', '<w:b/>')
const light = (xml: string) => xml.replaceAll('<w:b/>', '<w:b w:val="false"/>')
const sized = (half: number) => (xml: string) => xml.replaceAll(/<w:sz w:val="\d+"\/>/g, `<w:sz w:val="${half}"/>`)
const upright = (xml: string) => xml.replaceAll('<w:i/>', '<w:i w:val="false"/>')
const BODY = 'Tiếp tục nắm tình hình'

const errors: readonly Case[] = [
  ['paper_size', S, swap('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')],
  ['margin_top', S, swap(/w:top="1134"/, 'w:top="700"')],
  ['margin_bottom', S, swap(/w:bottom="1134"/, 'w:bottom="2200"')],
  ['margin_left', S, swap(/w:left="1701"/, 'w:left="1134"')],
  ['margin_right', S, swap(/w:right="850"/, 'w:right="1701"')],
  ['font_wrong', S, swap('Times New Roman', 'Arial', 'word/styles.xml')],
  ['body_size', S, paragraph(BODY, sized(24))],
  ['body_align', S, paragraph(BODY, (xml) => xml.replace('w:val="both"', 'w:val="left"'))],
  ['body_first_line', S, paragraph(BODY, (xml) => xml.replace(/w:firstLine="\d+"/, 'w:firstLine="0"'))],
  [
    'body_line_exact',
    S,
    paragraph(BODY, (xml) => xml.replace(/w:line="\d+" w:lineRule="auto"/, 'w:line="280" w:lineRule="exact"')),
  ],
  ['body_line_range', S, paragraph(BODY, (xml) => xml.replace(/w:line="\d+"/, 'w:line="480"'))],
  ['national_name_missing', S, paragraph('CỘNG HÒA XÃ HỘI', gone)],
  ['motto_missing', S, allOf(paragraph('Độc lập - Tự do', gone, 1), paragraph('Độc lập - Tự do', gone))],
  ['party_name_missing', P, allOf(paragraph('ĐẢNG CỘNG SẢN', gone, 1), swap('ĐẢNG CỘNG SẢN VIỆT NAM', ' '))],
  [
    'national_name_in_party',
    P,
    swap('ĐẢNG CỘNG SẢN VIỆT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    ['party_name_missing'],
  ],
  [
    'party_name_in_state',
    S,
    swap('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'ĐẢNG CỘNG SẢN VIỆT NAM'),
    ['national_name_missing'],
  ],
  ['national_name_bold', S, paragraph('CỘNG HÒA XÃ HỘI', light)],
  ['motto_text', S, swap('Độc lập - Tự do - Hạnh phúc', 'Độc Lập – Tự Do – Hạnh Phúc')],
  ['motto_rule_missing', S, paragraph('Độc lập - Tự do', (xml) => xml.replace(/<w:pBdr>.*?<\/w:pBdr>/, ''), 1)],
  ['party_name_rule_missing', P, paragraph('ĐẢNG CỘNG SẢN', (xml) => xml.replace(/<w:pBdr>.*?<\/w:pBdr>/, ''), 1)],
  ['issuing_body_rule_missing', S, paragraph('PHƯỜNG DUY TIÊN', (xml) => xml.replace(/<w:pBdr>.*?<\/w:pBdr>/, ''), 1)],
  ['issuing_body_tail_missing', P, paragraph('>*<', gone)],
  ['governing_body_bold', S, paragraph('TỈNH NINH BÌNH', bold)],
  ['issuing_body_bold', S, paragraph('PHƯỜNG DUY TIÊN', light)],
  ['issuing_body_missing', S, allOf(paragraph('TỈNH NINH BÌNH', gone), swap('ỦY BAN NHÂN DÂN PHƯỜNG DUY TIÊN', ' '))],
  ['number_missing', S, swap('Số: 05/BC-UBND', ' ')],
  ['number_pattern', S, swap('Số: 05/BC-UBND', 'Số 05-BC/UBND')],
  ['number_pattern', P, swap('Số 05-BC/ĐU', 'Số: 05/BC-ĐU')],
  ['number_zero', S, swap('Số: 05/BC-UBND', 'Số: 5/BC-UBND')],
  ['number_kind_mismatch', S, swap('Số: 05/BC-UBND', 'Số: 05/KH-UBND')],
  ['number_kind_mismatch', L, swap('Số: 05/UBND-VX', 'Số: 05/CV-UBND')],
  ['number_size', S, paragraph('Số: 05/BC', sized(20))],
  ['date_zero', S, swap('ngày 05 tháng', 'ngày 5 tháng')],
  ['date_zero', S, swap('ngày 05 tháng 7', 'ngày 15 tháng 2')],
  ['place_date_italic', S, paragraph('Duy Tiên, ngày', upright)],
  ['place_date_pattern', S, swap('Duy Tiên, ngày 05', 'Ngày 05')],
  ['place_date_missing', S, swap(/Duy Tiên, ngày 05 tháng 7 năm \d+/, 'Duy Tiên, 05/7/2020')],
  ['date_impossible', S, swap('ngày 05 tháng 7', 'ngày 31 tháng 6')],
  ['kind_case', S, swap('>BÁO CÁO<', '>Báo cáo<')],
  ['kind_bold', S, paragraph('>BÁO CÁO<', light)],
  ['kind_align', S, paragraph('>BÁO CÁO<', (xml) => xml.replace('w:val="center"', 'w:val="left"'))],
  ['kind_missing', S, paragraph('>BÁO CÁO<', gone)],
  ['summary_missing', S, allOf(paragraph('Kết quả công tác', gone, 1), paragraph('Kết quả công tác', gone))],
  ['summary_bold', S, paragraph('Kết quả công tác', light)],
  ['summary_rule_missing', S, paragraph('Kết quả công tác', (xml) => xml.replace(/<w:pBdr>.*?<\/w:pBdr>/, ''), 1)],
  ['letter_summary_missing', L, paragraph('V/v gửi', gone)],
  ['legal_basis_punctuation', S, swap('năm 2022;', 'năm 2022,')],
  ['legal_basis_punctuation', S, swap('của phường.<', 'của phường;<')],
  ['legal_basis_italic', S, paragraph('Căn cứ chương trình', upright)],
  [
    'addressee_unneeded',
    [PARTY, 'ket-luan'],
    paragraph('Căn cứ Luật', (xml) => xml.replace(/<w:t [^>]*>[^<]*/, '<w:t>Kính gửi: Các chi bộ') + xml),
  ],
  [
    'addressee_missing',
    L,
    allOf(paragraph('Kính gửi', gone), paragraph('- Các tổ dân phố', gone), paragraph('- Công an phường', gone)),
  ],
  ['authority_sign', S, swap('TM. ỦY BAN', 'T/M ỦY BAN')],
  ['authority_sign', P, swap('T/M BAN', 'TM. BAN')],
  ['signature_missing', S, allOf(swap('TM. ỦY BAN NHÂN DÂN', ' '), swap('>CHỦ TỊCH<', '> <'))],
  [
    'recipients_missing',
    S,
    allOf(
      swap('Nơi nhận:', ' '),
      paragraph('- Như trên', gone),
      paragraph('- Thường trực', gone),
      paragraph('- Lưu', gone),
    ),
  ],
  ['recipients_punctuation', S, swap('Đảng ủy phường;', 'Đảng ủy phường,')],
  ['recipients_keep_last', S, allOf(swap('- Như trên;', '- Lưu: VT;'), swap('- Lưu: VT, VX.', '- Công an phường.'))],
  ['recipients_item_size', S, paragraph('- Như trên', sized(28))],
  ['page_number_missing', S, swap(/<w:headerReference [^>]*\/>/g, '')],
  ['page_number_on_first', S, swap('<w:titlePg/>', '')],
  ['page_number_place', S, swap('w:headerReference', 'w:footerReference')],
  [
    'page_number_align',
    S,
    (parts) =>
      new Map(
        [...parts].map(([path, xml]) => [
          path,
          /header\d/.test(path) ? xml.replace('w:val="center"', 'w:val="right"') : xml,
        ]),
      ),
  ],
  ['spelling_mixed', S, swap('Cấp ủy, chính quyền', 'Cấp uỷ, chính quyền')],
  ['text_not_nfc', S, swap(BODY, BODY.normalize('NFD'))],
  [
    'text_legacy_encoding',
    S,
    paragraph(BODY, (xml) => xml.replace('<w:rPr>', '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')),
  ],
  ['text_legacy_encoding', S, swap(BODY, 'Céng hßa x· héi chñ nghÜa viÖt nam, nh©n d©n vµ c¸c tæ chøc')],
  ['text_legacy_encoding', S, swap(BODY, 'Coäng hoøa xaõ hoäi chuû nghóa, nhaân daân ñoàng loøng')],
  ['placeholder_left', S, swap(BODY, '[ghi nội dung] tiếp tục nắm')],
  ['placeholder_left', S, swap(BODY, 'Tiếp tục giao …… nắm tình hình')],
  ['placeholder_left', S, swap(BODY, 'Tiếp tục giao ......... nắm tình hình')],
  ['placeholder_left', S, swap(BODY, 'Tiếp tục giao {don_vi} nắm tình hình')],
  ['placeholder_left', S, swap(BODY, 'Tiếp tục giao xxx nắm tình hình')],
  ['placeholder_left', S, swap(BODY, 'Lorem ipsum nắm tình hình')],
  [
    'ended_body',
    S,
    allOf(
      swap('tháng 7 năm 2020', 'tháng 7 năm 2026'),
      swap('Thường trực Đảng ủy phường', 'Ủy ban nhân dân huyện Lý Nhân'),
    ),
  ],
  [
    'ended_body',
    S,
    allOf(swap('tháng 7 năm 2020', 'tháng 7 năm 2025'), swap('Thường trực Đảng ủy phường', 'Ban Dân vận Tỉnh ủy')),
  ],
  ['annex_reference_missing', S, paragraph('(Kèm theo', gone)],
  ['annex_title_case', S, swap('KẾT QUẢ THEO NỘI DUNG', 'Kết quả theo nội dung')],
  ['figure_contradiction', S, swap(/>1\.250</, '>1.350<')],
  ['sum_wrong', S, swap('>1.270<', '>1.280<')],
]

describe('a spoilt paper', () => {
  it.each(errors.map((one, index) => [`${one[0]} (${index + 1})`, ...one] as const))(
    '%s',
    async (_, code, [profile, kind], edit, companions = []) => {
      const report = judged(edited(await goodBytes(profile, kind), edit), profile)
      expect(codesOf(report, 'error')).toEqual([code, ...companions].toSorted())
      expect(report.passes).toBe(false)
      const found = report.findings.find((it) => it.code === code)
      expect(found?.message).toMatch(/Đề nghị .*\.$/)
      expect([found?.measured, found?.required].every((words) => words !== undefined && words !== '')).toBe(true)
    },
  )

  it('is told of in at least thirty different ways', () => {
    expect(new Set(errors.map(([code]) => code)).size).toBeGreaterThanOrEqual(50)
  })
})

const EMPTY = '<w:p><w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:pPr></w:p>'
const warnings: readonly Case[] = [
  ['double_space', S, swap('tình hình Nhân dân,', 'tình  hình Nhân dân,')],
  ['space_before_mark', S, swap('tình hình Nhân dân,', 'tình hình Nhân dân ,')],
  [
    'tracked_changes',
    S,
    paragraph(BODY, (xml) =>
      xml.replace('<w:r>', '<w:del w:id="1"><w:r><w:delText>cũ …… </w:delText></w:r></w:del><w:r>'),
    ),
  ],
  [
    'comments_left',
    S,
    allOf(
      put(
        'word/comments.xml',
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"/></w:comments>',
      ),
      swap(
        '</Relationships>',
        '<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
        'word/_rels/document.xml.rels',
      ),
    ),
  ],
  [
    'hidden_text',
    S,
    paragraph(BODY, (xml) => xml.replace('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr><w:t>[ẩn]</w:t></w:r><w:r>')),
  ],
  ['empty_paragraphs', S, paragraph(BODY, (xml) => EMPTY + EMPTY + EMPTY + xml)],
  ['figure_text_annex', S, swap('và 12 buổi đối thoại', 'và 15 buổi đối thoại')],
  ['date_zero_extra', S, swap('ngày 05 tháng 7', 'ngày 05 tháng 07')],
  [
    'spelling_other',
    P,
    (parts) => new Map([...parts].map(([path, xml]) => [path, xml.replaceAll('uỷ', 'ủy').replaceAll('UỶ', 'ỦY')])),
  ],
  [
    'paragraph_gap',
    S,
    paragraph(BODY, (xml) => xml.replace(/w:after="\d+"/, 'w:after="0"').replace(/w:before="\d+"/, 'w:before="0"')),
  ],
  [
    'motto_rule_missing',
    S,
    paragraph(
      'Độc lập - Tự do',
      (xml) => xml.replace(/<w:p>.*/, '<w:p><w:r><w:t>-----------------</w:t></w:r></w:p>'),
      1,
    ),
  ],
]

describe('a careless paper', () => {
  it.each(warnings.map(([code, paper, edit]) => [code, paper, edit] as const))(
    '%s is warned of, and the paper passes',
    async (code, [profile, kind], edit) => {
      const report = judged(edited(await goodBytes(profile, kind), edit), profile)
      expect(codesOf(report, 'warning')).toEqual([code])
      expect(codesOf(report, 'error')).toEqual([])
      expect(report.passes).toBe(true)
    },
  )
})

describe('what is no fault', () => {
  it.each([
    ['a check code that ends like a blank', 'Kiểm tra văn bản bằng mã 4fs2-zq8w-7xxx hoặc mã xxxx-9pbk-xxx4.'],
    ['a district named as what it was', 'Tiếp nhận hồ sơ của Ủy ban nhân dân huyện Lý Nhân (cũ) để quản lý.'],
    [
      'a decision of a time when there were districts',
      'Thay Quyết định ngày 05/3/2024 của Ủy ban nhân dân huyện Lý Nhân.',
    ],
    ['an unfinished list', 'Tuyên truyền trên loa, bảng tin, … tới từng tổ dân phố và từng hộ gia đình.'],
    ['a footnote in brackets', 'Kết quả đã nêu trong báo cáo trước [1] của phường và các tổ dân phố.'],
    ['a name with its own spelling', 'Tuyên dương tổ dân phố Thuý Sơn và tổ dân phố Hoà Mạc đã hoàn thành sớm.'],
    ['a Roman number', 'Thực hiện nghị quyết Đại hội khóa XXX và các nghị quyết chuyên đề của phường.'],
  ])('%s', async (_, words) => {
    const bytes = edited(
      await goodBytes(STATE, 'bao-cao'),
      allOf(
        swap('tháng 7 năm 2020', 'tháng 7 năm 2026'),
        paragraph(BODY, (xml) => xml.replace(/(<w:t [^>]*>)[^<]*/, `$1${words}`)),
      ),
    )
    expect(codesOf(judged(bytes, STATE), 'error')).toEqual([])
  })
})
