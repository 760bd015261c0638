// Sổ theo dõi hòa giải ở cơ sở: cases by kind and result; never who the parties are or what they quarrel over.
//
// H1  A case ends once, settled or not; one that has not ended by a day is in progress on that day. So cases taken, with those
//     carried over, are always settled + not settled + in progress (R33).
import { register } from '@kheo/kit/register/declare.ts'
import { choice, flag, link, number, reference, village } from '@kheo/kit/register/fields.ts'
import { all, entriesThat, happened, not, took } from '@kheo/kit/register/measures.ts'
import { mediationDeadline } from './rules.ts'

const ENDS = ['settled', 'not-settled']

export const mediations = register({
  name: 'mediations',
  code: 'so_hoa_giai',
  table: 'mediation',
  address: 'hoa-giai',
  group: 'democracy',
  title: ['Sổ theo dõi hòa giải ở cơ sở', 'Grassroots mediation'],
  entry: ['vụ việc hòa giải', 'mediation case'],
  about: [
    'Mỗi vụ việc tổ hòa giải nhận là một dòng: loại việc và kết quả. Không ghi họ tên, nơi ở, nội dung mâu thuẫn của các bên; những điều đó chỉ ở sổ giấy của tổ. Các chỉ tiêu DC21–DC24 tự đếm từ sổ này.',
    'Every case that a mediation team took: its kind and its result. No names, no homes, nothing of what the parties said; that stays in the team’s paper book. DC21–DC24 are counted from here.',
  ],
  owner: ['Công chức tư pháp, tổ trưởng tổ hòa giải', 'Justice officer, heads of mediation teams'],
  source: 'Luật Hòa giải ở cơ sở 2013; Nghị định 15/2014/NĐ-CP',
  privacy: 'guarded',
  day: {
    label: ['Ngày tiếp nhận, phân công hòa giải viên', 'Day taken and assigned'],
    help: [
      'Vụ việc chưa xong được chuyển sang kỳ sau; ngày kết thúc ghi ở bước kết quả.',
      'Unfinished cases are carried over; the result has its own day.',
    ],
  },
  fields: {
    bookNo: reference(['Số trong sổ của tổ', 'Number in the team’s book'], {
      isOptional: true,
      help: ['Để tìm lại trong sổ giấy.', 'To find it in the paper book.'],
    }),
    kind: choice(['Loại vụ việc', 'Kind'], {
      discord: ['Mâu thuẫn giữa các bên', 'Discord between parties'],
      civil: ['Tranh chấp dân sự, đất đai', 'Civil and land dispute'],
      family: ['Hôn nhân và gia đình', 'Marriage and family'],
      offence: ['Vi phạm pháp luật được hòa giải', 'Offence that may be mediated'],
      other: ['Khác', 'Other'],
    }),
    grounds: choice(
      ['Căn cứ tiến hành', 'Begun upon'],
      {
        request: ['Một bên hoặc các bên yêu cầu', 'Request of a party'],
        witnessed: ['Hòa giải viên chứng kiến hoặc biết việc', 'The mediator saw or learnt of it'],
        assigned: ['Tổ trưởng phân công', 'Assigned by the head of the team'],
        proposed: ['Cơ quan, tổ chức, cá nhân đề nghị', 'Proposal of an office or another'],
      },
      { isOptional: true },
    ),
    team: link(['Tổ hòa giải', 'Mediation team'], 'so_to_chuc', {
      isOptional: true,
      help: ['Chọn trong sổ tổ chức.', 'From the register of bodies.'],
    }),
    village: village(undefined, { isOptional: true }),
  },
  states: {
    taken: { label: ['Đã tiếp nhận', 'Taken'] },
    'in-progress': { label: ['Đang hòa giải', 'In progress'], tone: 'info' },
    settled: { label: ['Hòa giải thành', 'Settled'], tone: 'good', isClosed: true },
    'not-settled': { label: ['Hòa giải không thành', 'Not settled'], tone: 'warn', isClosed: true },
  },
  steps: {
    session: {
      label: ['Tiến hành hòa giải', 'Hold a session'],
      from: 'open',
      to: 'in-progress',
      fields: {
        mediators: number(['Số hòa giải viên tham gia', 'Mediators'], ['người', 'people'], {
          isOptional: true,
          most: 99,
        }),
      },
    },
    settled: {
      label: ['Hòa giải thành', 'Settled'],
      from: 'open',
      to: 'settled',
      fields: {
        agreement: choice(
          ['Thỏa thuận', 'Agreement'],
          {
            whole: ['Toàn bộ', 'On everything'],
            part: ['Một phần', 'On a part'],
          },
          { isOptional: true },
        ),
        isWritten: flag(['Đã lập văn bản hòa giải thành', 'Put in writing']),
      },
    },
    'not-settled': {
      label: ['Hòa giải không thành', 'Not settled'],
      from: 'open',
      to: 'not-settled',
      fields: {
        reason: choice(['Vì sao kết thúc', 'Why it ended'], {
          'no-agreement': ['Các bên không thỏa thuận được', 'No agreement'],
          stopped: ['Một bên hoặc các bên yêu cầu chấm dứt', 'Stopped at the wish of a party'],
          'out-of-scope': [
            'Không thuộc phạm vi hòa giải, hướng dẫn đến cơ quan có thẩm quyền',
            'Out of scope, pointed to an authority',
          ],
        }),
      },
    },
    'followed-up': {
      label: ['Theo dõi thực hiện thỏa thuận', 'Follow up'],
      from: ['settled'],
      to: null,
      fields: {
        fulfilment: choice(['Thực hiện', 'Fulfilment'], {
          done: ['Đã thực hiện xong', 'Fulfilled'],
          'in-part': ['Đang thực hiện', 'In part'],
          none: ['Không thực hiện', 'Not fulfilled'],
        }),
      },
    },
  },
  deadline: mediationDeadline,
  named: ({ values }, say) =>
    `${say(['Vụ việc hòa giải', 'Mediation case'])}${values['bookNo'] === '' ? '' : ` ${say(['số', 'no.'])} ${String(values['bookNo'])}`}`,
  place: 'village',
  columns: ['bookNo', 'kind', 'grounds', 'team', 'village'],
  filters: ['kind', 'grounds'],
  measures: {
    DC21: entriesThat(all(happened('by the end'), not(took(ENDS, 'before the start')))),
    DC22: entriesThat(took('settled', 'within')),
    DC23: entriesThat(took('not-settled', 'within')),
    DC24: entriesThat(all(happened('by the end'), not(took(ENDS, 'by the end')))),
  },
  capture: [
    'hòa giải',
    'tổ hòa giải',
    'hòa giải thành',
    'hòa giải không thành',
    'vụ việc mâu thuẫn',
    'mâu thuẫn hàng xóm',
  ],
})
