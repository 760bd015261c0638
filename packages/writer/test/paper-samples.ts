// Papers of every family for the tests of format: a decision, minutes of two signers, a letter, a notice, an invitation. Positions only.

import type { Block, Components, PaperDocument } from '../src/block-model.ts'

const words = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] }))

const stateFrame: Components = {
  governingBody: 'Ủy ban nhân dân tỉnh Ninh Bình',
  issuingBody: 'Ủy ban nhân dân phường Duy Tiên',
  number: { value: 8, body: 'UBND' },
  place: 'Duy Tiên',
  date: '2026-03-09',
  kind: 'quyet-dinh',
  summary: 'Về việc công nhận mô hình "Dân vận khéo" năm 2025',
  signature: { authority: { form: 'collective', of: 'Ủy ban nhân dân' }, post: 'Chủ tịch', name: '' },
  recipients: ['Như Điều 3', 'Thường trực Đảng ủy phường', 'Lưu: VT'],
}

const partyFrame: Components = {
  governingBody: 'Đảng bộ tỉnh Ninh Bình',
  issuingBody: 'Đảng ủy phường Duy Tiên',
  number: { value: 45, body: 'ĐU' },
  place: 'Duy Tiên',
  date: '2026-03-09',
  kind: 'cong-van',
  summary: 'V/v chuẩn bị hội nghị sơ kết công tác dân vận',
  addressees: ['Các chi bộ trực thuộc Đảng bộ phường', 'Ủy ban MTTQ Việt Nam phường'],
  signature: { authority: { form: 'collective', of: 'Ban Thường vụ' }, post: 'Phó Bí thư Thường trực', name: '' },
  recipients: ['Như trên', 'Thường trực Đảng ủy', 'Lưu Văn phòng Đảng ủy'],
}

const frontFrame: Components = {
  governingBody: 'Ủy ban MTTQ Việt Nam phường Duy Tiên',
  issuingBody: 'Ban Thường trực',
  number: { value: 249, body: 'MTTQ-BTT' },
  place: 'Duy Tiên',
  date: '2026-03-09',
  kind: 'thong-bao',
  summary: 'Kết luận hội nghị giao ban công tác dân vận quý I năm 2026',
  signature: { authority: { form: 'collective', of: 'Ban Thường trực' }, post: 'Chủ tịch', name: '' },
  recipients: ['Các Ban Công tác Mặt trận', 'Lưu: VT'],
}

const paper = (profile: string, components: Components, blocks: readonly Block[]): PaperDocument => ({
  profile,
  language: 'vi-VN',
  components,
  blocks,
})

export const checkAddress = 'https://phuong-duy-tien.vi-du.vn/kiem-tra/kqzmwtabcdef'

export const decision = (): PaperDocument =>
  paper(
    'nha-nuoc-2020',
    {
      ...stateFrame,
      decidedBy: 'Ủy ban nhân dân phường Duy Tiên',
      legalBases: [
        'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
        'Theo đề nghị của Tổ thẩm định mô hình "Dân vận khéo" phường',
      ],
      check: { address: checkAddress, lines: ['Kiểm tra văn bản tại:', checkAddress] },
    },
    [
      { kind: 'paragraph', align: 'center', runs: [{ text: 'QUYẾT ĐỊNH:', bold: true }] },
      {
        kind: 'paragraph',
        runs: [{ text: 'Điều 1. ', bold: true }, { text: 'Công nhận 04 mô hình "Dân vận khéo" năm 2025.' }],
      },
      {
        kind: 'paragraph',
        runs: [{ text: 'Điều 2. ', bold: true }, { text: 'Quyết định này có hiệu lực kể từ ngày ký.' }],
      },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Điều 3. ', bold: true },
          { text: 'Văn phòng, các tổ dân phố có mô hình chịu trách nhiệm thi hành Quyết định này./.' },
        ],
      },
    ],
  )

export const minutes = (): PaperDocument =>
  paper(
    'nha-nuoc-2020',
    {
      ...stateFrame,
      kind: 'bien-ban',
      summary: 'Họp Tổ thẩm định mô hình "Dân vận khéo"',
      signature: { post: 'Chủ tọa', name: '' },
      cosigner: { post: 'Thư ký', name: '' },
      recipients: ['Thành phần dự họp', 'Lưu: VT'],
    },
    words(
      'Thời gian bắt đầu: 08 giờ 00 phút, ngày 09 tháng 3 năm 2026.',
      'Địa điểm: Phòng họp tầng 2, trụ sở Ủy ban nhân dân phường Duy Tiên.',
      'Cuộc họp kết thúc vào 10 giờ 30 phút cùng ngày, nội dung được các thành viên thống nhất./.',
    ),
  )

export const partyLetter = (): PaperDocument =>
  paper(
    'dang-2026',
    partyFrame,
    words(
      'Đảng ủy phường đề nghị các đơn vị chuẩn bị báo cáo theo đề cương gửi kèm.',
      'Báo cáo gửi về Văn phòng Đảng ủy trước ngày 25/3/2026.',
    ),
  )

export const frontNotice = (): PaperDocument =>
  paper(
    'mat-tran-2020',
    frontFrame,
    words(
      'Ban Thường trực thống nhất đánh giá kết quả quý I và giao các nhiệm vụ sau đây.',
      'Các Ban Công tác Mặt trận thực hiện và báo cáo trước ngày 20/6/2026.',
    ),
  )

export const invitation = (addressee: string): PaperDocument =>
  paper(
    'nha-nuoc-2020',
    {
      ...stateFrame,
      kind: 'giay-moi',
      summary: 'Dự hội nghị sơ kết công tác dân vận quý I năm 2026',
      addressees: [addressee],
      recipients: ['Như trên', 'Lưu: VT'],
    },
    words(
      'Thời gian: 08 giờ 00 phút, ngày 20 tháng 3 năm 2026.',
      'Địa điểm: Hội trường Ủy ban nhân dân phường Duy Tiên.',
    ),
  )

const frames = { state: stateFrame, party: partyFrame, front: frontFrame } as const

/** The plainest paper of a kind that a profile of a family may draw. */
export const plainPaper = (profile: string, family: keyof typeof frames, kind: string): PaperDocument => {
  const { addressees: _, ...frame } = frames[family]
  return paper(profile, { ...frame, kind }, words('Nội dung của văn bản.'))
}
