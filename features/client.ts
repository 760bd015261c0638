// Every screen of every room, loaded when first opened, and the places in the rail. An explicit list: nothing is found by itself.
import type { RegisterParts } from '@kheo/ui/register/room.ts'
import { screensOf } from '@kheo/ui/register/screens.tsx'
import type { EntryAddress, RailItem, Screen } from '@kheo/ui/screen.ts'
import { registers } from './registers/list.ts'
import { modelParts } from './registers/skilful-models/parts.tsx'
import { taskParts } from './tasks/parts.tsx'
import { HelperLink } from './registers/village-meetings/helper-link.tsx'

/** What rooms add to the screens that follow from a declaration, by the register's name. */
const parts: Readonly<Record<string, RegisterParts>> = {
  'skilful-models': modelParts,
  tasks: taskParts,
  'village-meetings': {
    besideList: HelperLink,
  },
}

export const screens: readonly Screen[] = [
  { path: '/', load: async () => ({ default: (await import('./tasks/screens.tsx')).MyWork }) },
  {
    path: '/nhiem-vu/duoc-giao/$unit/$id',
    load: async () => ({ default: (await import('./tasks/share-screen.tsx')).ShareScreen }),
  },
  ...registers.flatMap((it) => screensOf(it, parts[it.name])),
  {
    path: '/so/ghi-nhanh',
    load: async () => ({ default: (await import('./registers/quick-capture.tsx')).QuickCapture }),
  },
  {
    path: '/so/mo-hinh/$unit/$id/ho-so',
    load: async () => ({ default: (await import('./registers/skilful-models/profile.tsx')).ModelProfile }),
  },
  {
    path: '/so/hop-dan/tro-ly',
    load: async () => ({ default: (await import('./registers/village-meetings/helper.tsx')).MeetingHelper }),
  },
  { path: '/bao-cao', load: async () => ({ default: (await import('./reports/screens.tsx')).ReportList }) },
  {
    path: '/bao-cao/$unit/$type/$period',
    load: async () => ({ default: (await import('./reports/report-screen.tsx')).ReportScreen }),
  },
  { path: '/doc-bao-cao', load: async () => ({ default: (await import('./readings/screens.tsx')).ReadingList }) },
  {
    path: '/doc-bao-cao/$unit/$id',
    load: async () => ({ default: (await import('./readings/reading-screen.tsx')).ReadingScreen }),
  },
  { path: '/tong-hop', load: async () => ({ default: (await import('./consolidation/screens.tsx')).BoardScreen }) },
  {
    path: '/so-lieu',
    load: async () => ({ default: (await import('./consolidation/series-screen.tsx')).SeriesScreen }),
  },
  { path: '/ky', load: async () => ({ default: (await import('./periods/screens.tsx')).PeriodScreen }) },
  { path: '/van-ban', load: async () => ({ default: (await import('./documents/screens.tsx')).DocumentList }) },
  { path: '/van-ban/in', load: async () => ({ default: (await import('./documents/book-screen.tsx')).DocumentBook }) },
  {
    path: '/van-ban/$unit/$id',
    load: async () => ({ default: (await import('./documents/paper-screen.tsx')).PaperScreen }),
  },
  {
    path: '/van-ban/the-thuc',
    load: async () => ({ default: (await import('./documents/profile-screen.tsx')).FormatScreen }),
  },
  {
    path: '/van-ban/kiem-tra',
    load: async () => ({ default: (await import('./documents/check-screen.tsx')).CheckScreen }),
  },
  { path: '/tin-bai', load: async () => ({ default: (await import('./news/screens.tsx')).NewsList }) },
  {
    path: '/tin-bai/$unit/$id',
    load: async () => ({ default: (await import('./news/article-screen.tsx')).ArticleScreen }),
  },
  { path: '/hoi-nghi', load: async () => ({ default: (await import('./conferences/screens.tsx')).ConferenceList }) },
  {
    path: '/hoi-nghi/diem-danh',
    load: async () => ({ default: (await import('./conferences/attend-screen.tsx')).Attendance }),
  },
  {
    path: '/hoi-nghi/$unit/$id',
    load: async () => ({ default: (await import('./conferences/box-screen.tsx')).ConferenceBox }),
  },
  { path: '/khen-thuong', load: async () => ({ default: (await import('./awards/rounds-screen.tsx')).AwardRounds }) },
  {
    path: '/khen-thuong/phoi',
    load: async () => ({ default: (await import('./awards/layouts-screen.tsx')).CertificateLayouts }),
  },
  {
    path: '/khen-thuong/$unit/$id',
    load: async () => ({ default: (await import('./awards/round-screen.tsx')).AwardRound }),
  },
  { path: '/luat', load: async () => ({ default: (await import('./law/screens.tsx')).LawScreen }) },
  {
    path: '/van-ban/$unit/$id/the-thuc',
    load: async () => ({ default: (await import('./documents/certificate-screen.tsx')).CertificateScreen }),
  },
  { path: '/van-ban/mau', load: async () => ({ default: (await import('./templates/screens.tsx')).TemplateList }) },
  { path: '/don-vi', load: async () => ({ default: (await import('./org/screens.tsx')).UnitScreen }) },
  { path: '/don-vi/$id', load: async () => ({ default: (await import('./org/life.tsx')).UnitLifeScreen }) },
  { path: '/don-vi/su-kien/$event', load: async () => ({ default: (await import('./org/life.tsx')).OrgEventScreen }) },
  { path: '/tai-khoan', load: async () => ({ default: (await import('./people/screens.tsx')).AccountScreen }) },
]

export const rail: readonly RailItem[] = [
  { to: '/', label: 'rail.tasks', icon: 'tasks' },
  { to: '/so', label: 'rail.registers', icon: 'register' },
  { to: '/so/ghi-nhanh', label: 'rail.capture', icon: 'capture', roles: ['recorder', 'compiler'] },
  { to: '/bao-cao', label: 'rail.reports', icon: 'report' },
  {
    to: '/doc-bao-cao',
    label: 'rail.readings',
    icon: 'reading',
    roles: ['recorder', 'compiler', 'consolidator'],
  },
  { to: '/tong-hop', label: 'rail.board', icon: 'board' },
  { to: '/so-lieu', label: 'rail.series', icon: 'series' },
  { to: '/hoi-nghi', label: 'rail.conferences', icon: 'conference' },
  { to: '/khen-thuong', label: 'rail.awards', icon: 'awards' },
  { to: '/van-ban', label: 'rail.documents', icon: 'documents' },
  { to: '/tin-bai', label: 'rail.news', icon: 'news', roles: ['compiler', 'editor'] },
  { to: '/don-vi', label: 'rail.units', icon: 'units' },
  { to: '/ky', label: 'rail.periods', icon: 'periods', levels: ['centre'], roles: ['administrator', 'consolidator'] },
  { to: '/luat', label: 'rail.law', icon: 'law' },
  { to: '/tai-khoan', label: 'rail.account', icon: 'account' },
]

/** By the code that a register has in the catalogue. */
export const entryAddresses: readonly EntryAddress[] = registers.map((it) => ({
  register: it.code,
  to: `/so/${it.address}`,
}))
