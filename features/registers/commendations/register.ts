// Sổ khen thưởng: one nominated collective or individual a line, from the nomination to the certificate (domain §6).
//
// T1  An award counts on the day of its decision; one revoked by the end of the period counts no more.
// T2  A nomination of an earlier period that was decided in this one is among those this one dealt with: so approved ≤ nominated.
// T3  Certificates by subject are those whose subject is named; an award of general merit has none and counts in the whole alone.
import {
  choice,
  type FieldIssue,
  flag,
  link,
  longText,
  money,
  number,
  reference,
  text,
} from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import {
  all,
  any,
  type Condition,
  entriesThat,
  happened,
  is,
  type Measure,
  not,
  steps,
  took,
} from '@kheo/kit/register/measures.ts'
import { awardDeadline, councilVerdict, moneyOfDecision } from './rules.ts'

const stands: Condition = not(took('revoked', 'by the end'))
const decided: Condition = all(took('decided', 'within'), stands)
const awarded = (form: string, winner: string): Measure =>
  entriesThat(all(is({ form, winner }), decided), { dividedBy: 'subject' })
const VOTES = ['phiếu', 'votes'] as const
const reason = text(['Lý do', 'Reason'], { isOptional: true })

const COLLECTIVE_ONLY = ['excellent-collective', 'advanced-collective']
const INDIVIDUAL_ONLY = ['advanced-worker', 'emulation-fighter']

function formFits(values: {
  readonly form: string
  readonly winner: string
  readonly level: string
}): readonly FieldIssue[] {
  const { form, winner, level } = values
  if (
    (COLLECTIVE_ONLY.includes(form) && winner === 'individual') ||
    (INDIVIDUAL_ONLY.includes(form) && winner === 'collective')
  )
    return [
      {
        field: 'form',
        says: [
          'Hình thức này không dành cho đối tượng đã chọn. Đề nghị chọn lại hình thức hoặc đối tượng.',
          'This form is not for the kind of winner chosen. Choose the form or the winner again.',
        ],
      },
    ]
  if (form === 'provincial-certificate' && level !== 'province')
    return [
      {
        field: 'level',
        says: [
          'Bằng khen cấp tỉnh do cấp tỉnh quyết định. Đề nghị chọn lại cấp quyết định.',
          'A provincial certificate is decided by the province. Choose the level again.',
        ],
      },
    ]
  return []
}

const votesFit = (values: { readonly votesFor: number; readonly votesOf: number }): readonly FieldIssue[] =>
  values.votesFor > values.votesOf
    ? [
        {
          field: 'votesFor',
          says: [
            'Số phiếu đồng ý nhiều hơn số thành viên Hội đồng. Đề nghị kiểm tra lại hai số này.',
            'More agreed than the council has members. Check both numbers.',
          ],
        },
      ]
    : []

export const commendations = register({
  name: 'commendations',
  code: 'so_khen_thuong',
  table: 'commendation',
  address: 'khen-thuong',
  group: 'honours',
  title: ['Sổ khen thưởng', 'Commendations'],
  entry: ['hồ sơ khen thưởng', 'nomination'],
  about: [
    'Mỗi tập thể, cá nhân được đề nghị khen là một dòng; danh sách dài nên nhập từ tệp Excel. Quyết định, tiền thưởng, trao thưởng ghi thành bước. Các chỉ tiêu TK01–TK07 tự đếm từ sổ này.',
    'Every nominated collective or individual is one line; long lists are best read from Excel. Decision, money and presentation are steps. TK01–TK07 are counted from here.',
  ],
  owner: ['Cán bộ thi đua, khen thưởng', 'Officer for emulation and commendation'],
  source: 'Luật Thi đua, khen thưởng 2022; Nghị định 98/2023/NĐ-CP; Nghị định 152/2025/NĐ-CP',
  privacy: 'internal',
  day: {
    label: ['Ngày đề nghị', 'Nominated on'],
    help: ['Ngày của tờ trình, văn bản đề nghị.', 'The day of the proposal.'],
  },
  fields: {
    winner: choice(['Đối tượng', 'Winner'], {
      collective: ['Tập thể', 'Collective'],
      individual: ['Cá nhân', 'Individual'],
    }),
    name: text(['Tên tập thể hoặc họ tên cá nhân', 'Name'], {
      help: [
        'Như sẽ in trên quyết định, giấy khen. Chỉ ghi tên, chức vụ, đơn vị, thành tích; không ghi thông tin cá nhân khác.',
        'As it will stand on the certificate. Name, post, unit and achievement only; no other personal data.',
      ],
    }),
    post: text(['Chức vụ', 'Post'], { isOptional: true, onlyWhen: { field: 'winner', is: ['individual'] } }),
    isLeader: flag(['Giữ chức vụ lãnh đạo, quản lý', 'Holds a leading post'], {
      onlyWhen: { field: 'winner', is: ['individual'] },
      isOptional: true,
      help: ['Để biết tỷ lệ khen người trực tiếp lao động, công tác.', 'To see the share of those without a post.'],
    }),
    body: text(['Đơn vị', 'Unit'], {
      isOptional: true,
      help: ['Thôn, cơ quan, tổ chức của người hoặc tập thể được khen.', 'Village, office or organisation.'],
    }),
    form: choice(['Hình thức đề nghị', 'Form'], {
      'certificate-of-merit': ['Giấy khen', 'Certificate of merit'],
      'provincial-certificate': ['Bằng khen cấp tỉnh', 'Provincial certificate'],
      'advanced-worker': ['Lao động tiên tiến', 'Advanced worker'],
      'emulation-fighter': ['Chiến sĩ thi đua cơ sở', 'Emulation fighter'],
      'advanced-collective': ['Tập thể lao động tiên tiến', 'Advanced collective'],
      'excellent-collective': ['Tập thể lao động xuất sắc', 'Excellent collective'],
      'state-award': ['Khen thưởng cấp Nhà nước', 'State award'],
      other: ['Hình thức khác', 'Other'],
    }),
    level: choice(['Cấp quyết định', 'Decided by'], {
      commune: ['Cấp xã', 'Commune'],
      district: ['Cấp huyện (trước 01/7/2025)', 'District, before July 2025'],
      department: ['Sở, ban, ngành, đoàn thể cấp tỉnh', 'Department of the province'],
      province: ['Cấp tỉnh', 'Province'],
      central: ['Trung ương', 'The centre'],
    }),
    ground: choice(['Loại khen thưởng', 'Ground'], {
      merit: ['Theo công trạng', 'Merit'],
      campaign: ['Theo chuyên đề, đợt thi đua', 'Campaign'],
      sudden: ['Đột xuất', 'Sudden achievement'],
    }),
    subject: choice(
      ['Chuyên đề', 'Subject'],
      {
        'dan-van': ['Công tác dân vận', 'Mobilisation work'],
        qcdc: ['Quy chế dân chủ ở cơ sở', 'Grassroots democracy'],
        dvk: ['Dân vận khéo', 'Skilful mobilisation'],
        dvcq: ['Dân vận chính quyền', 'Government mobilisation work'],
      },
      { isOptional: true, help: ['Để trống nếu thuộc chuyên đề khác.', 'Leave empty for another subject.'] },
    ),
    achievement: longText(['Thành tích', 'Achievement'], {
      isOptional: true,
      help: ['Ngắn gọn, như sẽ ghi trong danh sách kèm quyết định.', 'Short, as in the list of the decision.'],
    }),
    proposal: reference(['Tờ trình, văn bản đề nghị', 'Proposal'], { isOptional: true }),
    model: link(['Mô hình, điển hình Dân vận khéo', 'Model'], 'so_mo_hinh', { isOptional: true }),
  },
  check: formFits,
  parts: [
    { title: ['Người được đề nghị', 'Who is nominated'], fields: ['winner', 'name', 'post', 'isLeader', 'body'] },
    {
      title: ['Đề nghị khen', 'The nomination'],
      fields: ['form', 'level', 'ground', 'subject', 'achievement', 'proposal', 'model'],
    },
  ],
  states: {
    nominated: { label: ['Đã đề nghị', 'Nominated'] },
    considered: { label: ['Hội đồng đã xét', 'Considered'], tone: 'info' },
    decided: { label: ['Đã có quyết định', 'Decided'], tone: 'good' },
    presented: { label: ['Đã trao', 'Presented'], tone: 'good', isClosed: true },
    refused: { label: ['Không khen', 'Refused'], isClosed: true },
    revoked: { label: ['Đã hủy quyết định', 'Revoked'], tone: 'bad', isClosed: true },
  },
  steps: {
    considered: {
      label: ['Hội đồng xét', 'Council'],
      from: ['nominated'],
      to: 'considered',
      fields: {
        votesFor: number(['Số phiếu đồng ý', 'In favour'], VOTES, { most: 1000 }),
        votesOf: number(['Tổng số thành viên Hội đồng', 'Members'], ['thành viên', 'members'], {
          least: 1,
          most: 1000,
        }),
        minutes: reference(['Biên bản', 'Minutes'], { isOptional: true }),
      },
      check: votesFit,
      computed: {
        verdict: choice(
          ['Tỷ lệ phiếu', 'Share of votes'],
          {
            enough: ['Đủ tỷ lệ', 'Enough'],
            'too-few': ['Chưa đủ tỷ lệ', 'Too few'],
          },
          { isOptional: true },
        ),
      },
      compute: councilVerdict,
      help: ['Chỉ ghi số phiếu, không ghi ai bỏ phiếu thế nào.', 'Numbers only, never who voted how.'],
    },
    decided: {
      label: ['Quyết định khen', 'Decide'],
      from: ['nominated', 'considered'],
      to: 'decided',
      fields: {
        decision: reference(['Số, ngày quyết định', 'Decision']),
        awardMoney: money(['Tiền thưởng', 'Money'], {
          isOptional: true,
          help: ['Để trống thì tính theo quy định; không có thì ghi 0.', 'When empty, as the law sets; 0 for none.'],
        }),
      },
      computed: { moneyGiven: money(['Tiền thưởng tính vào số liệu', 'Money as counted'], { isOptional: true }) },
      compute: moneyOfDecision,
    },
    refused: {
      label: ['Không khen', 'Refuse'],
      from: ['nominated', 'considered'],
      to: 'refused',
      fields: { reason },
    },
    presented: {
      label: ['Trao thưởng', 'Present'],
      from: ['decided'],
      to: 'presented',
      fields: { occasion: text(['Nơi, dịp trao', 'Occasion'], { isOptional: true }) },
    },
    revoked: {
      label: ['Hủy quyết định', 'Revoke'],
      from: ['decided', 'presented'],
      to: 'revoked',
      fields: { reason, revocation: reference(['Quyết định hủy', 'Decision to revoke'], { isOptional: true }) },
    },
  },
  deadline: awardDeadline,
  named: ({ values }) => String(values['name']),
  place: 'body',
  columns: ['name', 'winner', 'body', 'form', 'level', 'subject'],
  filters: ['winner', 'form', 'level', 'ground', 'subject'],
  measures: {
    TK01: awarded('certificate-of-merit', 'collective'),
    TK02: awarded('certificate-of-merit', 'individual'),
    TK03: awarded('provincial-certificate', 'collective'),
    TK04: awarded('provincial-certificate', 'individual'),
    TK05: entriesThat(any(happened('within'), decided)),
    TK06: entriesThat(decided),
    TK07: steps('decided', { field: 'moneyGiven', when: stands, scale: 0.000001 }),
  },
  paper: [
    { head: ['Họ tên, tên tập thể', 'Name'], field: 'name', width: 36 },
    { head: ['Chức vụ', 'Post'], field: 'post', width: 24 },
    { head: ['Đơn vị', 'Unit'], field: 'body', width: 30 },
    { head: ['Thành tích', 'Achievement'], field: 'achievement', width: 46 },
    { head: ['Hình thức', 'Form'], field: 'form', width: 26 },
    { head: ['Cấp quyết định', 'Decided by'], field: 'level', width: 22 },
    { head: ['Chuyên đề', 'Subject'], field: 'subject', width: 26 },
    { head: ['Tờ trình', 'Proposal'], field: 'proposal', width: 26 },
  ],
  capture: [
    'khen thưởng',
    'giấy khen',
    'bằng khen',
    'đề nghị khen',
    'tặng giấy khen',
    'tuyên dương',
    'biểu dương',
    'chiến sĩ thi đua',
  ],
})
