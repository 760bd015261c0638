// What the command line says of itself, in Vietnamese and English.

export type CommandHelp = {
  readonly usage: string
  readonly vi: string
  readonly en: string
  readonly options: readonly { readonly flag: string; readonly vi: string; readonly en: string }[]
}

const data = {
  flag: '--data DIR',
  vi: 'thư mục dữ liệu (mặc định KHEO_DATA hoặc ./data)',
  en: 'data folder (KHEO_DATA or ./data)',
}
const json = { flag: '--json', vi: 'in một dòng JSON', en: 'print one line of JSON' }

export const help: Readonly<Record<string, CommandHelp>> = {
  demo: {
    usage: 'kheo demo --out DIR [--json]',
    vi: 'Dựng thế giới minh họa trong một thư mục dữ liệu mới, in số liệu năm báo cáo và ghi .docx, .xlsx của từng báo cáo.',
    en: 'Builds the demonstration world in a fresh data folder, prints the figures of five reports and writes their .docx and .xlsx.',
    options: [
      { flag: '--out DIR', vi: 'nơi ghi văn bản', en: 'where to write the documents' },
      {
        ...data,
        vi: 'giữ thế giới lại ở thư mục này, phải trống',
        en: 'keep the world in this folder, which must be empty',
      },
      json,
    ],
  },
  'units import': {
    usage: 'kheo units import --units units.csv --lineage lineage.csv',
    vi: 'Nhập danh mục đơn vị và biến động; sai một ô thì không nhập gì.',
    en: 'Imports units and their lineage; one wrong cell and nothing is imported.',
    options: [
      { flag: '--dir DIR', vi: 'thư mục có units.csv và lineage.csv', en: 'folder with units.csv and lineage.csv' },
      data,
      json,
    ],
  },
  'units at': {
    usage: 'kheo units at 2025-07-01 [--json]',
    vi: 'Đếm đơn vị các cấp vào một ngày.',
    en: 'Counts the units of each level on a day.',
    options: [data, json],
  },
  'units series': {
    usage: 'kheo units series MH01 --unit D349 --from 2019 --to 2026 --boundaries 2025-07-01 [--json]',
    vi: 'Chuỗi một chỉ tiêu theo địa giới của một ngày, mỗi ô ghi rõ chính xác hay ước tính.',
    en: 'An indicator over time in the boundaries of one day; each cell is marked exact, estimated or not convertible.',
    options: [
      {
        flag: '--kind KIND',
        vi: 'loại kỳ: month, quarter, half, nine-months, year',
        en: 'kind of period: month, quarter, half, nine-months, year',
      },
      data,
      json,
    ],
  },
  'report show': {
    usage: 'kheo report show --unit D349 --type dan-van --period 2019 [--json]',
    vi: 'In một báo cáo: trạng thái, số liệu, kiểm tra.',
    en: 'Prints a report: state, figures, checks.',
    options: [data, json],
  },
  'report export': {
    usage: 'kheo report export --unit D349 --type dan-van --period 2019 --out DIR',
    vi: 'Ghi .docx và .xlsx của một báo cáo.',
    en: 'Writes the .docx and .xlsx of a report.',
    options: [{ flag: '--profile dang|nha-nuoc', vi: 'thể thức văn bản', en: 'format of the paper' }, data, json],
  },
  papers: {
    usage: 'kheo papers --out DIR [--unit D349] [--json]',
    vi: 'Ghi mọi văn bản của từng hội nghị: báo cáo, giấy tờ hội nghị, khen thưởng, bài viết, sổ; kiểm tra thể thức từng tệp Word và lập bản kê papers.json. Có lỗi thể thức thì mã thoát là 1.',
    en: 'Writes every paper of each conference: reports, conference papers, awards, the article, books; judges the format of each Word file and lists all in papers.json. Exit status 1 when one has an error.',
    options: [
      { flag: '--out DIR', vi: 'nơi ghi, mỗi hội nghị một thư mục', en: 'where to write, one folder a conference' },
      {
        flag: '--unit MÃ',
        vi: 'mọi hội nghị đã lập kế hoạch của một đơn vị; mặc định các hội nghị minh họa',
        en: 'all planned conferences of a unit; those of the demonstration unless said',
      },
      {
        ...data,
        vi: 'mở thư mục dữ liệu này; trống hoặc không chọn thì dựng thế giới minh họa mới',
        en: 'open this data folder; a fresh demonstration world where it is empty or not given',
      },
      json,
    ],
  },
  check: {
    usage: 'kheo check TỆP.docx [--profile MÃ|auto] [--json]',
    vi: 'Kiểm tra thể thức một văn bản Word: đo từng thành phần, chỉ chỗ sai và cách sửa; có lỗi thì mã thoát là 1.',
    en: 'Judges the format of a Word paper: each component measured, what is wrong, where and how to mend it; exit status 1 when it fails.',
    options: [
      {
        flag: '--profile MÃ',
        vi: 'mã thể thức, như nha-nuoc-2020; mặc định auto: tự nhận',
        en: 'code of a format, such as nha-nuoc-2020; auto unless said',
      },
      json,
    ],
  },
  read: {
    usage: 'kheo read TỆP… [--why] [--json]',
    vi: 'Đọc văn bản (.docx, .doc, .pdf, .xlsx, .html, .txt): số liệu với đơn vị tính, văn bản được dẫn, người có chức vụ, hội nghị. Không lưu gì; có tệp không đọc được thì mã thoát là 1.',
    en: 'Reads texts (.docx, .doc, .pdf, .xlsx, .html, .txt): figures with their units, cited documents, officials, the event. Keeps nothing; exit status 1 when a file cannot be read.',
    options: [
      { flag: '--why', vi: 'nói rõ vì sao đọc như vậy', en: 'say why each thing was read so' },
      { ...json, vi: 'in mỗi tệp một dòng JSON', en: 'print one line of JSON a file' },
    ],
  },
  registers: {
    usage: 'kheo registers [--json]',
    vi: 'Liệt kê mọi sổ: ô ghi, bước, cách đếm chỉ tiêu, mức riêng tư.',
    en: 'Lists every register: its fields, steps, measures and privacy class.',
    options: [json],
  },
  'registers sql': {
    usage: 'kheo registers sql TÊN-SỔ',
    vi: 'In câu lệnh tạo bảng của một sổ, viết ra từ khai báo của nó, để đặt vào thư mục migrations.',
    en: 'Prints the SQL that creates a register’s tables, written from its declaration, for its migrations folder.',
    options: [json],
  },
  purge: {
    usage: 'kheo purge [--trial] [--json]',
    vi: 'Xóa hẳn các dòng sổ đã xong và hết thời hạn lưu giữ theo mức riêng tư; số liệu và báo cáo giữ nguyên.',
    en: 'Erases entries that are done with and past the retention of their privacy class; figures and reports stay.',
    options: [{ flag: '--trial', vi: 'chỉ đếm, không xóa', en: 'only count, erase nothing' }, data, json],
  },
  consolidate: {
    usage: 'kheo consolidate --unit P37@2025 --type dan-van --period 2026-H1 [--json]',
    vi: 'Bảng tổng hợp của một đơn vị trong một kỳ.',
    en: 'The consolidation board of a unit for a period.',
    options: [{ flag: '--codes A,B', vi: 'chỉ tiêu', en: 'indicators' }, data, json],
  },
  admin: {
    usage: 'kheo admin --username quantri',
    vi: 'Tạo quản trị đầu tiên khi hệ thống chưa có ai; mật khẩu được in ra một lần.',
    en: 'Makes the first administrator when there is nobody yet; the password is printed once.',
    options: [{ flag: '--username TÊN', vi: 'tên đăng nhập', en: 'user name' }, data, json],
  },
  recount: {
    usage: 'kheo recount [--json]',
    vi: 'Cộng lại mọi tổng từ số gốc và so với tổng đang giữ.',
    en: 'Recounts every total from the figures and compares it with the kept one.',
    options: [data, json],
  },
  migrate: {
    usage: 'kheo migrate [--json]',
    vi: 'Nâng cấp cơ sở dữ liệu lên bản của chương trình này.',
    en: 'Brings the database up to this release.',
    options: [data, json],
  },
  doctor: {
    usage: 'kheo doctor [--json]',
    vi: 'Khám: cơ sở dữ liệu, quyền theo dòng, chuỗi nhật ký, tổng, đơn vị.',
    en: 'Examines database, row rights, audit chains, totals and units.',
    options: [data, json],
  },
}

export function helpText(name?: string): string {
  if (name !== undefined && help[name] !== undefined) {
    const it = help[name]
    const options = it.options.map(
      (option) => `  ${option.flag.padEnd(26)} ${option.vi}\n${' '.repeat(29)}${option.en}`,
    )
    return `${it.usage}\n\n${it.vi}\n${it.en}\n\n${options.join('\n')}\n`
  }
  const rows = Object.entries(help).map(
    ([command, it]) => `  ${command.padEnd(16)} ${it.vi}\n${' '.repeat(19)}${it.en}`,
  )
  return `Khéo – dòng lệnh / command line\n\nnpm run -s kheo -- LỆNH [--help]\n\n${rows.join('\n')}\n`
}
