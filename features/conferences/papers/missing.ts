// What a paper still lacks before it can be written whole, by role. Pure.
import type { Words } from '@kheo/kit/register/fields.ts'
import type { ConferenceFacts, PaperRole } from '../facts.ts'

const PARTS = {
  place: ['Nơi họp', 'The place'],
  chair: ['Chức danh chủ trì', 'The chair’s post'],
  secretary: ['Chức danh thư ký', 'The secretary’s post'],
  purposes: ['Mục đích của hội nghị', 'The purposes'],
  agenda: ['Chương trình', 'The programme'],
  duties: ['Phân công chuẩn bị', 'The duties'],
  guests: ['Danh sách đại biểu', 'The guests'],
  asked: ['Báo cáo hoặc tham luận cần yêu cầu', 'Reports or papers to ask for'],
  speeches: ['Danh sách tham luận', 'The papers to be read'],
  seating: ['Chỗ ngồi trong hội trường', 'The seats in the hall'],
  presenters: ['Người trình bày của từng mục chương trình', 'Who presents each item of the programme'],
  held: ['Bước “Đã tổ chức”', 'The step “Held”'],
  ended: ['Giờ kết thúc', 'The time it ended'],
  conclusions: ['Các kết luận', 'The conclusions'],
  earlier: ['Kết luận của hội nghị trước', 'Conclusions of earlier conferences'],
} as const satisfies Readonly<Record<string, Words>>

export type MissingPart = keyof typeof PARTS
/** How each missing part is named, Vietnamese and English. */
export const MISSING_WORDS: Readonly<Record<MissingPart, Words>> = PARTS

const isSpoken = (facts: ConferenceFacts): boolean => facts.state !== 'planned' && facts.state !== 'cancelled'

const LACKS: Readonly<Record<MissingPart, (facts: ConferenceFacts) => boolean>> = {
  place: (facts) => facts.place === '' && facts.mode !== 'online',
  chair: (facts) => facts.chairPosts.length === 0,
  secretary: (facts) => facts.secretaryPost === '',
  purposes: (facts) => facts.purposes.length === 0,
  agenda: (facts) => facts.agenda.length === 0,
  duties: (facts) => facts.duties.length === 0,
  guests: (facts) => facts.guests.length === 0,
  asked: (facts) => facts.speeches.length === 0 && facts.askedReports.length === 0,
  speeches: (facts) => facts.speeches.length === 0,
  seating: (facts) => facts.seating.length === 0,
  presenters: (facts) =>
    facts.agenda.some((item) => (item.kind === 'report' || item.kind === 'thematic') && item.presenterPost === ''),
  held: (facts) => !isSpoken(facts),
  ended: (facts) => facts.minutes.endedAt === '',
  conclusions: (facts) => facts.conclusions.length === 0,
  earlier: (facts) => facts.earlierConclusions.length === 0,
}

const NEEDS: Readonly<Record<PaperRole, readonly MissingPart[]>> = {
  'ke-hoach': ['place', 'chair', 'purposes', 'agenda', 'duties'],
  'cong-van': ['asked'],
  'giay-moi': ['place', 'chair', 'guests'],
  'chuong-trinh': ['agenda'],
  'danh-sach-dai-bieu': ['guests'],
  'tham-luan': ['speeches'],
  'so-do-cho-ngoi': ['guests', 'seating'],
  'kich-ban': ['chair', 'agenda', 'presenters'],
  'bien-ban': ['held', 'chair', 'secretary', 'agenda', 'ended'],
  'ket-luan': ['held', 'chair', 'conclusions'],
  'ket-qua-ket-luan': ['earlier'],
}

/** What the paper of a role lacks, in the order of its own parts; an empty list when it can be written whole. */
export const missingParts = (role: PaperRole, facts: ConferenceFacts): readonly MissingPart[] =>
  NEEDS[role].filter((part) => LACKS[part](facts))
