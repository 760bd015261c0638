// React Aria's own words in Vietnamese, which it does not have. For English it speaks by itself.
type Args = Readonly<Record<string, string | number | boolean>>
type AriaString = string | ((args: Args) => string)
export type AriaStrings = Readonly<Record<string, Readonly<Record<string, AriaString>>>>

/** One entry a package that the parts use; a package used but missing here throws when it is first rendered. */
export const ariaVi: AriaStrings = {
  '@react-stately/datepicker': {
    rangeUnderflow: (it) => `Ngày phải từ ${it['minValue']} trở đi.`,
    rangeOverflow: (it) => `Ngày phải đến ${it['maxValue']} là muộn nhất.`,
    rangeReversed: 'Ngày đầu phải trước ngày cuối.',
    unavailableDate: 'Không chọn được ngày này.',
  },
  '@react-aria/tree': { expand: 'Mở', collapse: 'Thu' },
  '@react-aria/spinbutton': { Empty: 'Trống' },
  '@react-aria/searchfield': { 'Clear search': 'Xóa ô tìm' },
  '@react-aria/overlays': { dismiss: 'Đóng' },
  '@react-aria/menu': { longPressMessage: 'Nhấn giữ hoặc nhấn Alt + mũi tên xuống để mở' },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'dòng có việc làm được',
    hasLinkAnnouncement: (it) => `dòng có liên kết: ${it['link']}`,
  },
  '@react-aria/grid': {
    deselectedItem: (it) => `Đã bỏ chọn ${it['item']}.`,
    select: 'Chọn',
    selectedCount: (it) => (it['count'] === 0 ? 'Chưa chọn mục nào.' : `Đã chọn ${it['count']} mục.`),
    selectedAll: 'Đã chọn tất cả.',
    selectedItem: (it) => `Đã chọn ${it['item']}.`,
    longPressToSelect: 'Nhấn giữ để chọn.',
  },
  '@react-aria/datepicker': {
    era: 'kỷ nguyên',
    year: 'năm',
    month: 'tháng',
    day: 'ngày',
    hour: 'giờ',
    minute: 'phút',
    second: 'giây',
    dayPeriod: 'sáng/chiều',
    calendar: 'Lịch',
    startDate: 'Ngày đầu',
    endDate: 'Ngày cuối',
    weekday: 'thứ',
    timeZoneName: 'múi giờ',
    selectedDateDescription: (it) => `Ngày đã chọn: ${it['date']}`,
    selectedRangeDescription: (it) => `Đã chọn từ ${it['startDate']} đến ${it['endDate']}`,
    selectedTimeDescription: (it) => `Giờ đã chọn: ${it['time']}`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: (it) =>
      `${it['isGroupChange'] === true ? `Nhóm ${it['groupTitle']}. ` : ''}${it['optionText']}${it['isSelected'] === true ? ', đã chọn' : ''}`,
    countAnnouncement: (it) => `Có ${it['optionCount']} gợi ý.`,
    selectedAnnouncement: (it) => `${it['optionText']}, đã chọn`,
    buttonLabel: 'Xem gợi ý',
    listboxLabel: 'Gợi ý',
  },
  'react-aria-components': {
    selectPlaceholder: 'Chọn',
    tableResizer: 'Đổi độ rộng',
    dropzoneLabel: 'Vùng thả',
    colorSwatchPicker: 'Bảng màu',
  },
}

/** To be called before the first render: React Aria reads its words once. */
export function speakVietnamese(target: object): void {
  Reflect.set(target, Symbol.for('react-aria.i18n.locale'), 'vi-VN')
  Reflect.set(target, Symbol.for('react-aria.i18n.strings'), ariaVi)
}
