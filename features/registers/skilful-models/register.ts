// Sổ mô hình, điển hình "Dân vận khéo": the ten-item form, the life of a model, and how models are counted (domain §3).
import { choice, flag, longText, number, text } from '@kheo/kit/register/fields.ts'
import { register, type Who } from '@kheo/kit/register/declare.ts'
import { all, entries, entriesThat, is, not, steps, took } from '@kheo/kit/register/measures.ts'

/** What happened, written down by the office or by those above it. */
const NOTED: Who = { roles: ['recorder', 'compiler', 'approver', 'consolidator'], at: 'any' }
/** What a council or a leader decided. Until the middle of 2025 that was the district for its communes. */
const DECIDED: Who = { roles: ['compiler', 'approver', 'consolidator'], at: 'any' }
/** A recognition by those above is theirs alone to write. */
const ABOVE: Who = { roles: ['compiler', 'approver', 'consolidator'], at: 'above' }

export const skilfulModels = register({
  name: 'skilful-models',
  code: 'so_mo_hinh',
  table: 'skilful_model',
  address: 'mo-hinh',
  group: 'movement',
  title: ['Sổ mô hình, điển hình “Dân vận khéo”', 'Skilful-mobilisation models'],
  entry: ['mô hình, điển hình', 'model'],
  about: [
    'Mỗi mô hình, điển hình đăng ký là một dòng, theo bản đăng ký 10 mục. Các chỉ tiêu MH01–MH17 trong báo cáo tự đếm từ sổ này.',
    'Every registered model is one line, by the ten-item form. MH01–MH17 are counted from here.',
  ],
  owner: ['Cán bộ tổng hợp dân vận', 'Officer for mobilisation work'],
  source: 'Hướng dẫn phong trào thi đua “Dân vận khéo”; bản đăng ký 10 mục',
  privacy: 'open',
  day: {
    label: ['Ngày đăng ký', 'Day of registration'],
    help: [
      'Ngày ghi trên bản đăng ký; quyết định mô hình tính vào kỳ nào.',
      'The day on the form; it decides the period.',
    ],
  },
  fields: {
    name: text(['1. Tên mô hình', '1. Name'], {
      help: ['Ngắn gọn, dễ nhớ, nói được việc làm.', 'Short, and says what is done.'],
    }),
    sponsor: text(['Chủ thể thực hiện', 'Sponsor'], {
      isOptional: true,
      help: [
        'Chi bộ, tổ chức, đoàn thể đứng tên. Không trùng với mô hình của tổ chức khác cùng địa bàn.',
        'The cell or organisation that answers for it; not the same thing as another body’s model in the place.',
      ],
    }),
    field: choice(['Lĩnh vực', 'Field'], {
      economy: ['Kinh tế', 'Economy'],
      'culture-society': ['Văn hóa - xã hội', 'Culture and society'],
      'defence-security': ['Quốc phòng - an ninh', 'Defence and security'],
      'political-system': ['Xây dựng hệ thống chính trị', 'Political system'],
    }),
    bloc: choice(['Khối', 'Bloc'], {
      offices: ['Khối phòng, ban, ngành, đoàn thể', 'Offices and mass organisations'],
      localities: ['Khối xã, phường', 'Communes and wards'],
    }),
    exemplar: choice(['Hình thức', 'Form'], {
      collective: ['Tập thể', 'Collective'],
      individual: ['Cá nhân', 'Individual'],
    }),
    novelty: choice(['Đăng ký', 'Registration'], {
      new: ['Mới trong năm', 'New this year'],
      continued: ['Duy trì từ năm trước', 'Continued from last year'],
    }),
    isFriendlyGovernment: flag([
      'Mô hình “Chính quyền thân thiện, vì Nhân dân phục vụ”',
      'A “friendly government” model',
    ]),
    isSpecialArea: flag(
      ['Ở vùng đồng bào dân tộc thiểu số, vùng có đạo', 'In an area of ethnic minorities or of a religion'],
      {
        help: ['Nói về địa bàn, không nói về người.', 'It is said of the place, not of people.'],
      },
    ),
    situation: longText(['2. Thực trạng, lý do', '2. Situation and reason'], {
      isOptional: true,
      help: ['Vấn đề gì đang bức xúc? Vì sao cần làm?', 'What is pressing, and why act?'],
    }),
    goals: longText(['3. Mục tiêu, tiêu chí', '3. Goals'], {
      isOptional: true,
      help: ['Đo được: bao nhiêu hộ, bao nhiêu việc, đến khi nào.', 'Measurable: how many, by when.'],
    }),
    content: longText(['4. Nội dung, cách thức', '4. Content and way'], {
      isOptional: true,
      help: ['Làm những việc gì, dân bàn và dân quyết ra sao.', 'What is done, and how people decide.'],
    }),
    area: longText(['5. Địa bàn, đối tượng', '5. Place and people served'], {
      isOptional: true,
      help: ['Thôn, tổ dân phố nào; bao nhiêu hộ tham gia, hưởng lợi.', 'Which villages; how many households.'],
    }),
    forces: longText(['6. Lực lượng', '6. Forces'], {
      isOptional: true,
      help: ['Ai chủ trì, ai phối hợp, vai trò từng lực lượng.', 'Who leads, who helps.'],
    }),
    resources: longText(['7. Nguồn lực', '7. Resources'], {
      isOptional: true,
      help: ['Kinh phí, cơ sở vật chất, ngày công, xã hội hóa.', 'Money, means, labour.'],
    }),
    schedule: longText(['8. Thời gian', '8. Time'], {
      isOptional: true,
      help: ['Bắt đầu, tiến độ, thời điểm đánh giá.', 'Start, progress, review.'],
    }),
    outputs: longText(['9. Sản phẩm, kết quả', '9. Outputs'], {
      isOptional: true,
      help: ['Kết quả có thể kiểm chứng.', 'Results that can be verified.'],
    }),
    sustainability: longText(['10. Khả năng duy trì, nhân rộng', '10. Staying and spreading'], {
      isOptional: true,
      help: ['Sau năm nay ai giữ, nơi nào làm theo được.', 'Who keeps it, who can copy it.'],
    }),
  },
  parts: [
    { title: ['Mô hình', 'The model'], fields: ['name', 'sponsor'] },
    {
      title: ['Để thống kê', 'For counting'],
      fields: ['field', 'bloc', 'exemplar', 'novelty', 'isFriendlyGovernment', 'isSpecialArea'],
    },
    {
      title: ['Nội dung đăng ký', 'Content'],
      fields: ['situation', 'goals', 'content', 'area', 'forces', 'resources', 'schedule', 'outputs', 'sustainability'],
    },
  ],
  states: {
    registered: { label: ['Đã đăng ký', 'Registered'] },
    appraised: { label: ['Đã thẩm định', 'Appraised'], tone: 'info' },
    approved: { label: ['Đã duyệt', 'Approved'], tone: 'info' },
    rejected: { label: ['Trả lại để sửa', 'Returned'], tone: 'bad' },
    running: { label: ['Đang thực hiện', 'Running'], tone: 'info' },
    'self-assessed': { label: ['Đã tự đánh giá', 'Self-assessed'], tone: 'info' },
    recognised: { label: ['Được công nhận', 'Recognised'], tone: 'good' },
    'not-recognised': { label: ['Không được công nhận', 'Not recognised'], tone: 'warn' },
    'put-forward': { label: ['Đề nghị cấp tỉnh', 'Put forward'], tone: 'good' },
    ended: { label: ['Đã kết thúc', 'Ended'], isClosed: true },
  },
  steps: {
    appraised: {
      label: ['Thẩm định', 'Appraise'],
      from: ['registered', 'rejected'],
      to: 'appraised',
      who: DECIDED,
    },
    approved: {
      label: ['Duyệt danh mục', 'Approve'],
      from: ['registered', 'appraised'],
      to: 'approved',
      who: DECIDED,
    },
    rejected: {
      label: ['Trả lại', 'Return'],
      from: ['registered', 'appraised'],
      to: 'rejected',
      help: [
        'Ghi chú chỗ cần sửa. Bản đăng ký sửa xong thì thẩm định lại.',
        'Note what to mend. Once mended it is appraised again.',
      ],
      who: DECIDED,
    },
    launched: { label: ['Ra mắt', 'Launch'], from: ['approved'], to: 'running', who: NOTED },
    monitored: {
      label: ['Kiểm tra, theo dõi', 'Monitor'],
      from: ['registered', 'approved', 'running', 'self-assessed', 'recognised', 'put-forward', 'not-recognised'],
      to: null,
      who: NOTED,
    },
    effective: {
      label: ['Đánh giá hiệu quả', 'Judge effective'],
      from: ['approved', 'running', 'self-assessed'],
      to: null,
      who: NOTED,
    },
    'self-assessed': {
      label: ['Tự đánh giá', 'Self-assess'],
      from: ['approved', 'running', 'not-recognised'],
      to: 'self-assessed',
      who: NOTED,
    },
    'recognised-commune': {
      label: ['Công nhận cấp xã', 'Recognise at commune level'],
      from: ['self-assessed'],
      to: 'recognised',
      who: DECIDED,
    },
    'put-forward': {
      label: ['Đề nghị cấp tỉnh', 'Put forward to the province'],
      from: ['recognised'],
      to: 'put-forward',
      who: DECIDED,
    },
    'recognised-province': {
      label: ['Công nhận cấp tỉnh', 'Recognise at province level'],
      from: ['put-forward'],
      to: 'recognised',
      who: ABOVE,
    },
    'declined-province': {
      label: ['Cấp tỉnh không chọn', 'Not chosen by the province'],
      from: ['put-forward'],
      to: 'recognised',
      help: ['Công nhận của cấp xã vẫn giữ.', 'What the commune recognised stays.'],
      who: DECIDED,
    },
    'not-recognised': {
      label: ['Không công nhận', 'Not recognise'],
      from: ['self-assessed'],
      to: 'not-recognised',
      who: DECIDED,
    },
    replicated: {
      label: ['Nhân rộng', 'Replicate'],
      from: ['running', 'recognised', 'put-forward'],
      to: null,
      fields: {
        sites: number(['Số nơi nhân rộng', 'Sites'], ['nơi', 'sites'], { least: 1, most: 9999 }),
        sitesAt: longText(['Những nơi làm theo', 'Where'], {
          isOptional: true,
          help: ['Thôn, tổ dân phố, đơn vị làm theo.', 'Villages and units that copy it.'],
        }),
      },
      who: NOTED,
    },
    ended: { label: ['Kết thúc', 'End'], from: 'open', to: 'ended', who: NOTED },
  },
  // The province recognises a model once.
  next: (_, taken, byState) =>
    byState.filter((kind) => kind !== 'put-forward' || taken.every((step) => step.kind !== 'recognised-province')),
  named: (entry) => String(entry.values['name']),
  place: 'area',
  columns: ['name', 'field', 'exemplar'],
  filters: ['field', 'bloc', 'exemplar', 'novelty', 'isFriendlyGovernment', 'isSpecialArea'],
  measures: {
    MH01: entries(),
    MH02: entries({ novelty: 'new' }),
    MH03: entries({ novelty: 'continued' }),
    MH04: entries({ bloc: 'offices' }),
    MH05: entries({ bloc: 'localities' }),
    MH06: entries({ field: 'economy' }),
    MH07: entries({ field: 'culture-society' }),
    MH08: entries({ field: 'defence-security' }),
    MH09: entries({ field: 'political-system' }),
    MH10: entries({ exemplar: 'collective' }),
    MH11: entries({ exemplar: 'individual' }),
    MH12: entriesThat(took('monitored', 'within')),
    MH13: entriesThat(took('effective', 'within')),
    MH14: entriesThat(took('recognised-commune', 'within')),
    MH15: entriesThat(took('put-forward', 'within')),
    MH16: entriesThat(took('recognised-province', 'within')),
    MH17: steps('replicated', { field: 'sites' }),
    CQ10: entriesThat(all(is({ isFriendlyGovernment: true }), not(took('ended', 'by the end')))),
    TG02: entries({ isSpecialArea: true }),
  },
  capture: ['mô hình', 'điển hình', 'dân vận khéo', 'đăng ký mô hình', 'ra mắt mô hình'],
})
