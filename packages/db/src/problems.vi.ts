// Câu trả lời của lớp dữ liệu, cho người vận hành.
import type { DatabaseProblem } from './problems.ts'

const sentences: {
  readonly [C in DatabaseProblem['code']]: (problem: Extract<DatabaseProblem, { code: C }>) => string
} = {
  'db.no_binaries': (p) =>
    `Không có PostgreSQL kèm theo cho máy ${p.platform}. Đề nghị đặt DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.`,
  'db.data_in_use': (p) =>
    `Thư mục dữ liệu ${p.folder} đang được một tiến trình khác dùng (số ${p.pid}). Đề nghị dừng tiến trình đó, hoặc đặt KHEO_DATA tới thư mục khác.`,
  'db.needs_unprivileged_user': (p) =>
    `PostgreSQL không chạy bằng tài khoản root, và tài khoản thường không vào được ${p.folder}. Đề nghị đặt KHEO_DATA tới thư mục ngoài /root, hoặc chạy bằng tài khoản thường.`,
  'db.start_failed': (p) => `PostgreSQL không khởi động được. Nhật ký: ${p.log}`,
  'db.migration_changed': (p) =>
    `Bước nâng cấp ${p.name} đã chạy rồi nhưng nội dung tệp khác đi. Đề nghị dùng đúng bản phát hành.`,
  'db.migration_missing': (p) =>
    `Cơ sở dữ liệu mới hơn chương trình: thiếu bước nâng cấp ${p.name}. Đề nghị dùng bản phát hành mới hơn.`,
}

export const databaseSentence = (problem: DatabaseProblem): string => sentences[problem.code](problem as never)
