// Which marks a form of a source may have, by their Vietnamese names without tones. Pure.
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { type AnyRegister, storedFields } from '@kheo/kit/register/declare.ts'
import type { MergeMark } from '@kheo/writer/merge/merge-docx.ts'
import type { Mark } from './schema.ts'

type Named = { readonly name: string; readonly meaning: string }

/** `Tên mô hình (Dân vận khéo)` → `ten_mo_hinh_dan_van_kheo`. */
export const markName = (label: string): string =>
  foldVietnamese(label)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')

const plain = (name: string, meaning: string): Mark => ({ name, meaning, inside: [] })

const OF_UNIT: readonly Mark[] = [
  plain('don_vi', 'Tên đơn vị, ví dụ: Phường Duy Tiên'),
  plain('DON_VI', 'Tên đơn vị viết hoa'),
  plain('cap_tren', 'Tên đơn vị cấp trên'),
  plain('CAP_TREN', 'Tên đơn vị cấp trên viết hoa'),
  plain('hom_nay', 'Ngày điền mẫu, ví dụ: 05/6/2026'),
]

type Counted = { readonly code: string; readonly nameVi: string }

/** Marks of a report: whole paragraphs of its narrative, every indicator, and a table of them. */
export const reportMarks = (indicators: readonly Counted[]): readonly Mark[] => [
  ...OF_UNIT,
  plain('bao_cao', 'Tên báo cáo'),
  plain('ky', 'Tên kỳ, ví dụ: 6 tháng đầu năm 2026'),
  plain('tu_ngay', 'Ngày đầu kỳ'),
  plain('den_ngay', 'Ngày cuối kỳ'),
  plain('da_bao_cao', 'Số đơn vị đã báo cáo trên tổng số, ví dụ: 38/42'),
  {
    name: 'muc',
    meaning: 'Lặp theo từng mục lời văn',
    inside: [
      { name: 'tieu_de', meaning: 'Tiêu đề mục' },
      { name: 'noi_dung', meaning: 'Lời văn của mục, có số liệu' },
    ],
  },
  {
    name: 'chi_tieu',
    meaning: 'Lặp theo từng chỉ tiêu đã báo cáo',
    inside: [
      { name: 'ma', meaning: 'Mã chỉ tiêu' },
      { name: 'ten', meaning: 'Tên chỉ tiêu' },
      { name: 'don_vi_tinh', meaning: 'Đơn vị tính' },
      { name: 'gia_tri', meaning: 'Số trong kỳ' },
      { name: 'cung_ky', meaning: 'Số cùng kỳ năm trước' },
    ],
  },
  ...indicators.flatMap(({ code, nameVi }) => [
    plain(code, nameVi),
    plain(`${code}_cung_ky`, `${nameVi}, cùng kỳ năm trước`),
  ]),
]

/** Field → the mark of its label; two fields of one label are told apart by number. */
export function fieldMarks(register: AnyRegister): ReadonlyMap<string, Named> {
  const taken = new Set(['stt', 'so', 'ngay', 'trang_thai', 'ten_goi'])
  const marks = new Map<string, Named>()
  for (const [field, { label }] of Object.entries(storedFields(register))) {
    const base = markName(label[0])
    let name = base
    for (let at = 2; taken.has(name); at += 1) name = `${base}_${at}`
    taken.add(name)
    marks.set(field, { name, meaning: label[0] })
  }
  return marks
}

/** Marks of a register: its rows between two days. */
export const registerMarks = (register: AnyRegister): readonly Mark[] => [
  ...OF_UNIT,
  plain('so', 'Tên sổ'),
  plain('tu_ngay', 'Từ ngày'),
  plain('den_ngay', 'Đến ngày'),
  plain('so_dong', 'Số dòng'),
  {
    name: 'dong',
    meaning: 'Lặp theo từng dòng của sổ',
    inside: [
      { name: 'stt', meaning: 'Số thứ tự trong bản in' },
      { name: 'so', meaning: 'Số vào sổ' },
      { name: 'ngay', meaning: register.day.label[0] },
      { name: 'ten_goi', meaning: 'Tên gọi của dòng' },
      { name: 'trang_thai', meaning: 'Trạng thái' },
      ...fieldMarks(register).values(),
    ],
  },
]

/** Marks of a file that its source does not know, by name; a row's marks as `dong.ten`. */
export function unknownMarks(found: readonly MergeMark[], known: readonly Mark[]): readonly string[] {
  const outer = new Set(known.filter((mark) => mark.inside.length === 0).map((mark) => mark.name))
  return found.flatMap((mark) => {
    const rows = known.find((each) => each.name === mark.name && each.inside.length > 0)
    if (rows === undefined) {
      const inside = mark.inside.map((each) => each.name)
      return [...(outer.has(mark.name) ? [] : [mark.name]), ...inside.filter((name) => !outer.has(name))]
    }
    const names = new Set(rows.inside.map((each) => each.name))
    return mark.inside
      .filter((each) => !names.has(each.name) && !outer.has(each.name))
      .map((each) => `${mark.name}.${each.name}`)
  })
}

/** How many of a file's marks its source knows. */
export const knownCount = (found: readonly MergeMark[], known: readonly Mark[]): number =>
  found.filter((mark) => known.some((each) => each.name === mark.name)).length
