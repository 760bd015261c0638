// What the demonstration's models are about: themes of everyday mobilisation work, by field. Made up; no place's own model.
import type { FormOf } from '@kheo/kit/register/declare.ts'
import type { skilfulModels } from '@kheo/features/registers/skilful-models/register.ts'

type ModelForm = FormOf<typeof skilfulModels>

type Theme = {
  readonly field: ModelForm['field']
  readonly exemplar: ModelForm['exemplar']
  readonly name: string
  readonly goal: string
  readonly output: string
}

export const themes: readonly Theme[] = [
  {
    field: 'culture-society',
    exemplar: 'collective',
    name: 'Tuyến đường hoa tự quản',
    goal: 'Mỗi hộ chăm 5 m đường hoa trước nhà',
    output: '1,2 km đường hoa được chăm sóc hằng tuần',
  },
  {
    field: 'economy',
    exemplar: 'collective',
    name: 'Tổ liên kết trồng rau an toàn',
    goal: '20 hộ cùng cam kết quy trình trồng rau an toàn',
    output: 'Diện tích 3,5 ha có nhật ký đồng ruộng',
  },
  {
    field: 'defence-security',
    exemplar: 'collective',
    name: 'Cụm dân cư an toàn về an ninh, trật tự',
    goal: 'Không phát sinh vụ trộm cắp trong năm',
    output: 'Mỗi cụm có tổ tự quản và lịch tuần tra',
  },
  {
    field: 'political-system',
    exemplar: 'collective',
    name: 'Chính quyền thân thiện, vì Nhân dân phục vụ',
    goal: 'Trả kết quả đúng hẹn trên 98% hồ sơ',
    output: 'Niêm yết quy trình và hòm thư góp ý tại bộ phận một cửa',
  },
  {
    field: 'culture-society',
    exemplar: 'collective',
    name: 'Phân loại rác tại nguồn',
    goal: '70% số hộ phân loại rác trước khi giao',
    output: 'Lượng rác chở đi giảm một phần ba',
  },
  {
    field: 'economy',
    exemplar: 'individual',
    name: 'Đảng viên đi đầu chuyển đổi cây trồng',
    goal: 'Vận động 10 hộ dồn đổi ruộng',
    output: 'Cánh đồng một giống 4 ha',
  },
  {
    field: 'culture-society',
    exemplar: 'collective',
    name: 'Vận động hiến đất mở rộng đường thôn',
    goal: 'Mở rộng 800 m đường thôn lên 4 m',
    output: 'Đường hoàn thành, không khiếu nại',
  },
  {
    field: 'defence-security',
    exemplar: 'collective',
    name: 'Camera an ninh do Nhân dân đóng góp',
    goal: 'Lắp 12 mắt camera ở ngã ba, ngã tư',
    output: '12 mắt camera hoạt động, có quy ước dùng chung',
  },
  {
    field: 'culture-society',
    exemplar: 'collective',
    name: 'Tiết kiệm trong việc cưới, việc tang',
    goal: '90% đám cưới, đám tang theo quy ước',
    output: 'Quy ước thôn được sửa đổi và ký cam kết',
  },
  {
    field: 'economy',
    exemplar: 'collective',
    name: 'Góp vốn xoay vòng giúp phụ nữ phát triển kinh tế',
    goal: '15 chị được vay vòng đầu',
    output: 'Không có nợ quá hạn',
  },
  {
    field: 'culture-society',
    exemplar: 'individual',
    name: 'Người cao tuổi gương mẫu khuyến học',
    goal: 'Mỗi quý thăm 10 gia đình có con đi học xa',
    output: 'Không có học sinh bỏ học',
  },
  {
    field: 'political-system',
    exemplar: 'collective',
    name: 'Ngày thứ sáu nghe dân nói',
    goal: 'Trả lời mọi kiến nghị trong 10 ngày',
    output: 'Sổ kiến nghị công khai tại nhà văn hóa',
  },
]

/** Bodies that register models on their own account, in the bloc of offices. */
export const officeSponsors: readonly string[] = [
  'Phòng Nội vụ',
  'Phòng Tài chính - Kế hoạch',
  'Phòng Kinh tế',
  'Phòng Lao động - Thương binh và Xã hội',
  'Phòng Giáo dục và Đào tạo',
  'Phòng Văn hóa và Thông tin',
  'Phòng Tài nguyên và Môi trường',
  'Phòng Tư pháp',
  'Phòng Quản lý đô thị',
  'Phòng Y tế',
  'Thanh tra',
  'Văn phòng HĐND - UBND',
  'Công an',
  'Ban Chỉ huy Quân sự',
  'Ủy ban Mặt trận Tổ quốc',
  'Liên đoàn Lao động',
  'Hội Nông dân',
  'Hội Liên hiệp Phụ nữ',
  'Hội Cựu chiến binh',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Trung tâm Y tế',
]
