// Files for the tests of reading: papers of the project's own writers, pages and old text made by hand.
import { readFileSync } from 'node:fs'
import type { Block, PaperDocument } from '@kheo/writer/block-model.ts'
import { type FormatProfile, parseProfiles } from '@kheo/writer/profile.ts'
import { strToU8, zipSync } from 'fflate'

export const profile = (): FormatProfile => {
  const json: unknown = JSON.parse(
    readFileSync(new URL('../../../catalogue/formats/profiles.json', import.meta.url), 'utf8'),
  )
  const parsed = parseProfiles(json)
  const found = parsed.ok ? parsed.value.find((one) => one.code === 'nha-nuoc-2011') : undefined
  if (found === undefined) throw new Error('no profile')
  return found
}

export const LONG =
  'Sáu tháng đầu năm 2025, phường Hòa Mạc tổ chức 12 hội nghị đối thoại với 1.250 lượt người dự; giải quyết 98,5% kiến nghị của nhân dân; khối dân vận các tổ dân phố giữ nền nếp giao ban hằng tháng, kịp thời nắm tình hình, tham mưu cấp ủy xử lý những việc phát sinh.'

const blocks: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'I. KẾT QUẢ' },
  { kind: 'paragraph', runs: [{ text: LONG }] },
  {
    kind: 'table',
    columns: [
      { widthMm: 15, align: 'center' },
      { widthMm: 90, align: 'left' },
      { widthMm: 30, align: 'right' },
      { widthMm: 30, align: 'right' },
    ],
    headerRows: [
      [
        { text: 'STT', rowSpan: 2 },
        { text: 'Nội dung', rowSpan: 2 },
        { text: 'Số lượng', colSpan: 2 },
      ],
      [{ text: 'Kỳ này' }, { text: 'Cùng kỳ' }],
    ],
    rows: [{ cells: ['1', 'Mô hình “Dân vận khéo”', '35', '28'] }, { cells: ['2', 'Buổi tuyên truyền', '1.204', ''] }],
  },
  { kind: 'paragraph', runs: [{ text: 'Trên đây là kết quả công tác dân vận của phường.' }] },
]

export const paper: PaperDocument = {
  profile: 'nha-nuoc-2011',
  language: 'vi-VN',
  components: {
    governingBody: 'UBND TỈNH NINH BÌNH',
    issuingBody: 'UBND PHƯỜNG HÒA MẠC',
    number: { value: 12, body: 'UBND' },
    place: 'Hòa Mạc',
    date: '2025-06-20',
    kind: 'bao-cao',
    summary: 'Kết quả công tác dân vận 6 tháng đầu năm 2025',
    signature: { post: 'CHỦ TỊCH', name: '' },
    recipients: ['UBND tỉnh', 'Lưu: VT'],
  },
  blocks,
}

const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The smallest .docx with the given body; `more` are further parts. */
export const docxOf = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
        '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${DOCUMENT}/officeDocument" Target="word/document.xml"/></Relationships>`,
        'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
        ...more,
      }).map(([path, text]) => [path, strToU8(text)]),
    ),
  )

export const runOf = (text: string, font?: string): string =>
  `<w:r>${font === undefined ? '' : `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

export const stylesOf = (font: string): Readonly<Record<string, string>> => ({
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Body"><w:basedOn w:val="Normal"/></w:style></w:styles>`,
})
