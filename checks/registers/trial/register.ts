// A register as a newcomer would add it: admissions of members into a mass organisation, by counts.
import { choice, number, reference } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { sumOf } from '@kheo/kit/register/measures.ts'

export const admissions = register({
  name: 'admissions',
  code: 'so_ket_nap',
  table: 'admission',
  address: 'ket-nap',
  group: 'movement',
  title: ['Sổ kết nạp đoàn viên, hội viên', 'Admissions of members'],
  entry: ['đợt kết nạp', 'admission'],
  about: ['Mỗi đợt kết nạp là một dòng, chỉ ghi số lượng.', 'Every round of admissions is one line, as a count.'],
  owner: ['Cán bộ đoàn thể', 'Officer of the organisation'],
  source: 'Điều lệ của từng tổ chức',
  privacy: 'internal',
  day: { label: ['Ngày kết nạp', 'Day of admission'] },
  fields: {
    organisation: choice(['Tổ chức', 'Organisation'], {
      youth: ['Đoàn Thanh niên', 'Youth union'],
      women: ['Hội Liên hiệp Phụ nữ', 'Women’s union'],
      farmers: ['Hội Nông dân', 'Farmers’ union'],
      veterans: ['Hội Cựu chiến binh', 'Veterans’ association'],
    }),
    admitted: number(['Số người kết nạp', 'Admitted'], ['người', 'people'], { least: 1 }),
    decision: reference(['Quyết định', 'Decision'], { isOptional: true }),
  },
  states: { admitted: { label: ['Đã kết nạp', 'Admitted'], isClosed: true } },
  steps: {},
  named: ({ values }, say) => `${say(['Kết nạp', 'Admission of'])} ${String(values['admitted'])}`,
  columns: ['organisation', 'admitted', 'decision'],
  filters: ['organisation'],
  measures: { DT02: sumOf('admitted') },
})
