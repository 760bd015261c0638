// Every screen of every room, loaded when first opened, and the places in the rail. An explicit list: nothing is found by itself.
import type { EntryAddress, RailItem, Screen } from '@kheo/ui/screen.ts'

export const screens: readonly Screen[] = [
  { path: '/', load: async () => ({ default: (await import('./tasks/screens.tsx')).MyWork }) },
  {
    path: '/so/mo-hinh',
    load: async () => ({ default: (await import('./registers/skilful-models/screens.tsx')).ModelList }),
  },
  {
    path: '/so/mo-hinh/moi',
    load: async () => ({ default: (await import('./registers/skilful-models/entry-form.tsx')).ModelNew }),
  },
  {
    path: '/so/mo-hinh/$unit/$id',
    load: async () => ({ default: (await import('./registers/skilful-models/screens.tsx')).ModelDetail }),
  },
  {
    path: '/so/mo-hinh/$unit/$id/sua',
    load: async () => ({ default: (await import('./registers/skilful-models/entry-form.tsx')).ModelEdit }),
  },
  {
    path: '/so/don-thu',
    load: async () => ({ default: (await import('./registers/petitions/screens.tsx')).PetitionList }),
  },
  {
    path: '/so/don-thu/moi',
    load: async () => ({ default: (await import('./registers/petitions/entry-form.tsx')).PetitionNew }),
  },
  {
    path: '/so/don-thu/$unit/$id',
    load: async () => ({ default: (await import('./registers/petitions/screens.tsx')).PetitionDetail }),
  },
  {
    path: '/so/don-thu/$unit/$id/sua',
    load: async () => ({ default: (await import('./registers/petitions/entry-form.tsx')).PetitionEdit }),
  },
  { path: '/bao-cao', load: async () => ({ default: (await import('./reports/screens.tsx')).ReportList }) },
  {
    path: '/bao-cao/$unit/$type/$period',
    load: async () => ({ default: (await import('./reports/report-screen.tsx')).ReportScreen }),
  },
  { path: '/tong-hop', load: async () => ({ default: (await import('./consolidation/screens.tsx')).BoardScreen }) },
  {
    path: '/so-lieu',
    load: async () => ({ default: (await import('./consolidation/series-screen.tsx')).SeriesScreen }),
  },
  { path: '/ky', load: async () => ({ default: (await import('./periods/screens.tsx')).PeriodScreen }) },
  { path: '/don-vi', load: async () => ({ default: (await import('./org/screens.tsx')).UnitScreen }) },
  { path: '/don-vi/$id', load: async () => ({ default: (await import('./org/life.tsx')).UnitLifeScreen }) },
  { path: '/don-vi/su-kien/$event', load: async () => ({ default: (await import('./org/life.tsx')).OrgEventScreen }) },
  { path: '/tai-khoan', load: async () => ({ default: (await import('./people/screens.tsx')).AccountScreen }) },
]

export const rail: readonly RailItem[] = [
  { to: '/', label: 'rail.tasks', icon: 'tasks' },
  { to: '/so', label: 'rail.registers', icon: 'register' },
  { to: '/so/mo-hinh', label: 'rail.models', icon: 'register', under: '/so' },
  { to: '/so/don-thu', label: 'rail.petitions', icon: 'register', under: '/so' },
  { to: '/bao-cao', label: 'rail.reports', icon: 'report' },
  { to: '/tong-hop', label: 'rail.board', icon: 'board' },
  { to: '/so-lieu', label: 'rail.series', icon: 'series' },
  { to: '/don-vi', label: 'rail.units', icon: 'units' },
  { to: '/ky', label: 'rail.periods', icon: 'periods', levels: ['centre'], roles: ['administrator', 'consolidator'] },
  { to: '/tai-khoan', label: 'rail.account', icon: 'account' },
]

/** By the code that a register has in the catalogue. */
export const entryAddresses: readonly EntryAddress[] = [
  { register: 'so_mo_hinh', to: '/so/mo-hinh' },
  { register: 'so_don_thu', to: '/so/don-thu' },
]
