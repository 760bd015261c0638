// For the checker's tests: good papers of ours, ways to spoil their XML, and papers laid out by other hands.
import { readFileSync } from 'node:fs'
import { profileOf, profilesJson } from '../../test/samples.ts'
import type { Block, Components, PaperDocument, Table } from '../block-model.ts'
import { renderDocx } from '../docx-writer.ts'
import { packText, unpackText } from '../fixed-zip.ts'
import { type FormatProfile, parseProfiles } from '../profile.ts'
import { spell } from '../spelling.ts'
import { type CheckOptions, judgePaper } from './check.ts'
import { parseEndedBodies } from './ended-bodies.ts'
import { readPaper } from './read-paper.ts'
import type { CheckReport } from './report.ts'

const endedJson: unknown = JSON.parse(
  readFileSync(new URL('../../../../catalogue/formats/ended-bodies.json', import.meta.url), 'utf8'),
)

const must = <T>(read: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

export const allProfiles = must(parseProfiles(profilesJson))
export const options: CheckOptions = { ended: must(parseEndedBodies(endedJson)), today: '2026-11-20' }

export const judged = (bytes: Uint8Array, profile: FormatProfile | string): CheckReport =>
  judgePaper(must(readPaper(bytes)), typeof profile === 'string' ? profileOf(profile) : profile, options)

export const codesOf = (report: CheckReport, severity: 'error' | 'warning'): string[] =>
  report.findings
    .filter((it) => it.severity === severity)
    .map((it) => it.code)
    .toSorted()

const figure = (code: string, text: string) => ({ text, figureCode: code })

const annexTable: Table = {
  kind: 'table',
  columns: [
    { widthMm: 12, align: 'center' },
    { widthMm: 90, align: 'left' },
    { widthMm: 30, align: 'right' },
    { widthMm: 30, align: 'right' },
  ],
  headerRows: [[{ text: 'STT' }, { text: 'Nội dung' }, { text: 'Kỳ này' }, { text: 'Cùng kỳ' }]],
  rows: [
    { cells: ['1', 'Buổi đối thoại với Nhân dân', figure('DT01', '12'), '9'] },
    { cells: ['2', 'Buổi tuyên truyền tại tổ dân phố', figure('TT01', '1.250'), '1.100'] },
    { cells: ['3', 'Buổi tập huấn nghiệp vụ', '8', '7'] },
  ],
  totalRow: { cells: [{ text: 'Tổng cộng', colSpan: 2 }, '1.270', '1.116'] },
}

const sentence =
  'Cấp ủy, chính quyền quan tâm chỉ đạo, các tổ dân phố phối hợp chặt chẽ, Nhân dân đồng tình hưởng ứng và tham gia tích cực vào các phong trào ở địa phương.'

const blocksOf = ({ spelling }: FormatProfile): readonly Block[] => [
  {
    kind: 'paragraph',
    runs: [
      { text: 'Thực hiện nhiệm vụ được giao, trong kỳ đã tổ chức ' },
      { figure: { code: 'TT01', text: '1.250' } },
      { text: ' buổi tuyên truyền tại tổ dân phố và 12 buổi đối thoại với Nhân dân. Kết quả như sau:' },
    ],
  },
  { kind: 'heading', level: 1, text: 'I. Kết quả thực hiện' },
  { kind: 'heading', level: 2, text: '1. Công tác tuyên truyền, vận động Nhân dân' },
  ...Array.from({ length: 12 }, (): Block => ({ kind: 'paragraph', runs: [{ text: spell(sentence, spelling) }] })),
  { kind: 'heading', level: 1, text: 'II. Phương hướng' },
  {
    kind: 'paragraph',
    runs: [{ text: 'Tiếp tục nắm tình hình Nhân dân, giải quyết kịp thời kiến nghị ngay từ cơ sở.' }],
  },
  {
    kind: 'section',
    orientation: 'landscape',
    annex: {
      label: 'Phụ lục',
      title: 'Kết quả theo nội dung',
      reference: '(Kèm theo văn bản của cơ quan ban hành)',
    },
  },
  annexTable,
]

const bodies = {
  state: {
    governingBody: 'Ủy ban nhân dân tỉnh Ninh Bình',
    issuingBody: 'Ủy ban nhân dân phường Duy Tiên',
    number: { value: 5, body: 'UBND', unit: 'VX' },
    signature: { authority: { form: 'collective', of: 'Ủy ban nhân dân' }, post: 'Chủ tịch', name: '' },
    recipients: ['Như trên', 'Thường trực Đảng ủy phường', 'Lưu: VT, VX'],
  },
  party: {
    governingBody: 'Đảng bộ tỉnh Ninh Bình',
    issuingBody: 'Đảng ủy phường Duy Tiên',
    number: { value: 5, body: 'ĐU' },
    signature: { authority: { form: 'collective', of: 'Ban Thường vụ' }, post: 'Bí thư', name: '' },
    recipients: ['Như trên', 'Các chi bộ trực thuộc', 'Lưu Văn phòng Đảng ủy'],
  },
  front: {
    governingBody: 'Ủy ban MTTQ Việt Nam tỉnh Ninh Bình',
    issuingBody: 'Ủy ban MTTQ Việt Nam phường Duy Tiên',
    number: { value: 5, body: 'MTTQ', unit: 'BTT' },
    signature: { authority: { form: 'collective', of: 'Ban Thường trực' }, post: 'Chủ tịch', name: '' },
    recipients: ['Như trên', 'Thường trực Đảng ủy phường', 'Lưu: VT'],
  },
} satisfies Record<string, Pick<Components, 'governingBody' | 'issuingBody' | 'number' | 'signature' | 'recipients'>>

const laterOf = (a: string, b: string): string => (a > b ? a : b)

/** A paper without fault of a kind, under a profile, on a day of its force. */
export function goodPaper(profile: FormatProfile, kind: string): PaperDocument {
  const isLetter = kind === profile.number.letterKind
  const [year = '2018'] = laterOf(profile.validFrom, '2012-01-01').split('-')
  return {
    profile: profile.code,
    language: 'vi-VN',
    components: {
      ...bodies[profile.family],
      place: 'Duy Tiên',
      date: laterOf(`${year}-07-05`, profile.validFrom),
      kind,
      summary: isLetter ? 'V/v gửi báo cáo công tác dân vận' : 'Kết quả công tác dân vận 6 tháng đầu năm',
      ...(profile.addressee.kinds.includes(kind) && { addressees: ['Các tổ dân phố', 'Công an phường'] }),
      legalBases: [
        'Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022',
        'Căn cứ chương trình công tác năm của phường',
      ],
    },
    blocks: blocksOf(profile),
  }
}

export const goodBytes = (profile: string, kind: string): Promise<Uint8Array> =>
  renderDocx(goodPaper(profileOf(profile), kind), profileOf(profile))

export type Edit = (parts: ReadonlyMap<string, string>) => ReadonlyMap<string, string>

export const edited = (bytes: Uint8Array, edit: Edit): Uint8Array => packText(edit(unpackText(bytes)))

const DOCUMENT = 'word/document.xml'

const inPart =
  (path: string, change: (xml: string) => string): Edit =>
  (parts) => {
    const before = parts.get(path) ?? ''
    const after = change(before)
    if (after === before) throw new Error(`nothing to change in ${path}`)
    return new Map([...parts, [path, after]])
  }

/** Replaces text in a part; a text that is not there is a mistake of the test. */
export const swap = (from: string | RegExp, to: string, path = DOCUMENT): Edit =>
  inPart(path, (xml) => (typeof from === 'string' ? xml.replaceAll(from, to) : xml.replace(from, to)))

/** Changes the first paragraph that holds the words; `offset` counts paragraphs on from it. */
export const paragraph = (words: string, change: (xml: string) => string, offset = 0): Edit =>
  inPart(DOCUMENT, (xml) => {
    const pieces = xml.split(/(?=<w:p>)/)
    const at = pieces.findIndex((piece) => piece.includes(words)) + offset
    return pieces
      .map((piece, index) => {
        if (index !== at) return piece
        const end = piece.indexOf('</w:p>') + '</w:p>'.length
        return change(piece.slice(0, end)) + piece.slice(end)
      })
      .join('')
  })

export const allOf =
  (...edits: readonly Edit[]): Edit =>
  (parts) =>
    edits.reduce((sum, edit) => edit(sum), parts)

/** A part that the file did not have, or had otherwise. */
export const put =
  (path: string, xml: string): Edit =>
  (parts) =>
    new Map([...parts, [path, xml]])

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATION}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`

const relations = (rows: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** A .docx by another hand: the body as given, styles as given, the number of the page in the middle of the header. */
export function strangerDocx(body: string, styles: string): Uint8Array {
  const header = `<w:hdr ${NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="r2"/><w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/><w:titlePg/></w:sectPr>'
  return packText(
    new Map([
      ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
      ['_rels/.rels', relations([['r1', 'officeDocument', 'word/document.xml']])],
      [
        'word/_rels/document.xml.rels',
        relations([
          ['r1', 'styles', 'styles.xml'],
          ['r2', 'header', 'header1.xml'],
        ]),
      ],
      ['word/styles.xml', `<w:styles ${NAMESPACES}>${styles}</w:styles>`],
      ['word/header1.xml', header],
      ['word/document.xml', `<w:document ${NAMESPACES}><w:body>${body}${section}</w:body></w:document>`],
    ]),
  )
}
