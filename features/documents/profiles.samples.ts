// The paper that shows a format: an office's usual words, with positions only and no person. Pure.
import type { Block, Components, PaperDocument } from '@kheo/writer/block-model.ts'
import type { FormatProfile } from '@kheo/writer/profile.ts'
import { spell } from '@kheo/writer/spelling.ts'

type Kind = 'cong-van' | 'bao-cao' | 'quyet-dinh' | 'bien-ban' | 'giay-moi'
type Words = Pick<Components, 'summary'> & Partial<Components> & { readonly blocks: readonly Block[] }

const UNIT = 'phường Hòa Mạc'
/** The first day without districts: papers of earlier days name the town that stood above the ward. */
const TWO_LEVELS = '2025-07-01'

const said = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] }))

const articles = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text, at) => ({ kind: 'paragraph', runs: [{ text: `Điều ${at + 1}. `, bold: true }, { text }] }))

const wordsOf = (kind: Kind, issuing: string): Words => {
  switch (kind) {
    case 'cong-van':
      return {
        summary: 'V/v gửi báo cáo công tác dân vận quý I',
        addressees: ['Các tổ dân phố', 'Các ban, ngành, đoàn thể phường'],
        blocks: said(
          'Để chuẩn bị hội nghị giao ban quý I, đề nghị các đơn vị báo cáo kết quả công tác dân vận theo đề cương gửi kèm.',
          'Báo cáo gửi về Văn phòng trước ngày 20 tháng 3 để tổng hợp./.',
        ),
      }
    case 'bao-cao':
      return {
        summary: 'Kết quả công tác dân vận quý I',
        blocks: [
          { kind: 'heading', level: 1, text: 'I. Kết quả thực hiện' },
          ...said('Trong quý I, toàn phường duy trì 12 mô hình "Dân vận khéo", tổ chức 04 hội nghị đối thoại.'),
          { kind: 'heading', level: 1, text: 'II. Nhiệm vụ quý II' },
          ...said('Tiếp tục nắm tình hình Nhân dân, giải quyết kiến nghị ngay từ cơ sở./.'),
        ],
      }
    case 'quyet-dinh':
      return {
        summary: 'Về việc công nhận mô hình "Dân vận khéo"',
        decidedBy: issuing,
        legalBases: ['Căn cứ quy chế làm việc của cơ quan', 'Theo đề nghị của Tổ thẩm định mô hình'],
        blocks: [
          { kind: 'paragraph', align: 'center', runs: [{ text: 'QUYẾT ĐỊNH:', bold: true }] },
          ...articles(
            'Công nhận 04 mô hình "Dân vận khéo" (có danh sách kèm theo).',
            'Quyết định này có hiệu lực kể từ ngày ký.',
            'Các đơn vị có tên tại Điều 1 thi hành Quyết định này./.',
          ),
        ],
      }
    case 'bien-ban':
      return {
        summary: 'Họp Tổ thẩm định mô hình "Dân vận khéo"',
        signature: { post: 'Chủ tọa', name: '' },
        cosigner: { post: 'Thư ký', name: '' },
        blocks: said(
          'Thời gian bắt đầu: 08 giờ 00 phút. Địa điểm: Phòng họp tầng 2.',
          'Nội dung: thẩm định 06 mô hình đăng ký công nhận.',
          'Cuộc họp kết thúc vào 10 giờ 30 phút cùng ngày, biên bản được các thành viên thống nhất./.',
        ),
      }
    case 'giay-moi':
      return {
        summary: 'Dự hội nghị giao ban công tác dân vận quý I',
        addressees: ['Trưởng các tổ dân phố'],
        blocks: said(
          'Thời gian: 08 giờ 00 phút, ngày 25 tháng 3.',
          'Địa điểm: Hội trường tầng 1, trụ sở phường. Rất mong các đồng chí đến dự./.',
        ),
      }
  }
}

const issuerOf = ({ family }: FormatProfile, day: string) => {
  const parent = day < TWO_LEVELS ? 'thị xã Duy Tiên' : 'tỉnh Ninh Bình'
  switch (family) {
    case 'state':
      return {
        governingBody: `UBND ${parent}`,
        issuingBody: `Ủy ban nhân dân ${UNIT}`,
        number: { value: 5, body: 'UBND', unit: 'VP' },
        signature: { authority: { form: 'collective', of: 'Ủy ban nhân dân' }, post: 'Chủ tịch', name: '' },
        recipients: ['Thường trực Đảng ủy phường', 'Lưu: VT'],
      } as const
    case 'party':
      return {
        governingBody: `Đảng bộ ${parent}`,
        issuingBody: `Đảng ủy ${UNIT}`,
        number: { value: 5, body: 'ĐU' },
        signature: { authority: { form: 'collective', of: 'Ban Thường vụ' }, post: 'Phó Bí thư', name: '' },
        recipients: ['Thường trực Đảng ủy', 'Lưu Văn phòng Đảng ủy'],
      } as const
    case 'front':
      return {
        governingBody: `Ủy ban MTTQ Việt Nam ${UNIT}`,
        issuingBody: 'Ban Thường trực',
        number: { value: 5, body: 'MTTQ-BTT' },
        signature: { authority: { form: 'collective', of: 'Ban Thường trực' }, post: 'Chủ tịch', name: '' },
        recipients: ['Thường trực Đảng ủy phường', 'Lưu: VT'],
      } as const
  }
}

const spelledBlock = (block: Block, profile: FormatProfile): Block => {
  const say = (text: string): string => spell(text, profile.spelling)
  if (block.kind === 'heading') return { ...block, text: say(block.text) }
  if (block.kind !== 'paragraph') return block
  return { ...block, runs: block.runs.map((run) => ('text' in run ? { ...run, text: say(run.text) } : run)) }
}

const firstRecipient = (kind: Kind): readonly string[] => {
  if (kind === 'quyet-dinh') return ['Như Điều 3']
  return kind === 'cong-van' || kind === 'giay-moi' ? ['Như trên'] : []
}

/** A paper of a kind under a format, dated on an ISO day on which the format was in force. */
export function samplePaper(profile: FormatProfile, kind: Kind, day: string): PaperDocument {
  const issuer = issuerOf(profile, day)
  const { blocks, ...own } = wordsOf(kind, issuer.issuingBody)
  const legalBases = own.legalBases?.map((line) => spell(line, profile.spelling))
  return {
    profile: profile.code,
    language: 'vi-VN',
    components: {
      ...issuer,
      place: 'Hòa Mạc',
      date: day,
      kind,
      ...own,
      recipients: [...firstRecipient(kind), ...issuer.recipients],
      ...(legalBases === undefined ? {} : { legalBases }),
      check: { address: '', lines: ['Kiểm tra văn bản tại địa chỉ ghi ở đây.'] },
    },
    blocks: blocks.map((block) => spelledBlock(block, profile)),
  }
}
