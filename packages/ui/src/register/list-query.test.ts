// The address of a list: what it narrows by, in which order, and what it counts.
import { register } from '@kheo/kit/register/declare.ts'
import { choice, flag, number, text } from '@kheo/kit/register/fields.ts'
import { describe, expect, it } from 'vitest'
import { nameIn } from './import-steps.ts'
import { daysOf, filtersOn, nextSort, queryOf } from './list-query.ts'
import { paperCell, paperColumnsOf } from './paper-columns.ts'
import { withNewest } from './recent.ts'

const book = register({
  name: 'examples',
  code: 'so_vi_du',
  table: 'example',
  address: 'vi-du',
  group: 'office',
  title: ['Sổ ví dụ', 'Examples'],
  entry: ['dòng', 'line'],
  about: ['Ví dụ.', 'Example.'],
  owner: ['Văn phòng', 'Office'],
  source: 'Thông lệ',
  privacy: 'guarded',
  day: { label: ['Ngày', 'Day'] },
  fields: {
    name: text(['Tên', 'Name']),
    kind: choice(['Loại', 'Kind'], { a: ['Loại A', 'A'], b: ['Loại B', 'B'] }),
    isNew: flag(['Mới', 'New']),
    count: number(['Số lượt', 'Times'], ['lượt', 'times']),
  },
  states: { open: { label: ['Đang làm', 'Open'] }, done: { label: ['Xong', 'Done'], isClosed: true } },
  steps: {},
  named: ({ values }) => String(values['name']),
  columns: ['name', 'kind', 'count'],
  filters: ['kind', 'isNew'],
  measures: {},
})
const place = { unit: 'X1', year: 2026 }

describe('the query of a list', () => {
  it('is the unit and the year when nothing is chosen', () => {
    expect(queryOf(book, place, {})).toEqual({ unit: 'X1', year: 2026 })
  })

  it('takes what the address says', () => {
    const search = { q: 'hoa', kind: 'a', isNew: 'true', state: 'done', sort: 'entryNo', order: 'asc', page: '3' }
    expect(queryOf(book, place, search)).toEqual({
      unit: 'X1',
      year: 2026,
      q: 'hoa',
      kind: 'a',
      isNew: 'true',
      state: 'done',
      sort: 'entryNo',
      order: 'asc',
    })
    expect(filtersOn(book, search)).toEqual({ q: 'hoa', kind: 'a', isNew: 'true', state: 'done' })
  })

  it('is not misled by an address mistyped', () => {
    const search = {
      kind: 'z',
      isNew: '5',
      state: 'lost',
      sort: 'name',
      order: 'up',
      from: '2026-02-30',
      late: 'overdue',
    }
    expect(queryOf(book, place, search)).toEqual({ unit: 'X1', year: 2026 })
  })

  it('lets days take the place of the year, also when counting', () => {
    expect(queryOf(book, place, { from: '2025-11-01' })).toEqual({ unit: 'X1', from: '2025-11-01' })
    expect(daysOf(place, {})).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(daysOf(place, { from: '2025-11-01' })).toEqual({ from: '2025-11-01', to: '2026-12-31' })
    expect(daysOf(place, { from: '2027-02-01' })).toEqual({ from: '2027-02-01', to: '2027-12-31' })
    expect(daysOf(place, { to: '2026-03-31' })).toEqual({ from: '1900-01-01', to: '2026-03-31' })
  })

  it('turns the order round at the second click, deadlines nearest first', () => {
    expect(nextSort({}, 'entryNo')).toEqual({ sort: 'entryNo', order: 'desc' })
    expect(nextSort({}, 'happenedOn')).toEqual({ sort: 'happenedOn', order: 'asc' })
    expect(nextSort({ sort: 'entryNo', order: 'desc' }, 'entryNo')).toEqual({ sort: 'entryNo', order: 'asc' })
    expect(nextSort({}, 'dueOn')).toEqual({ sort: 'dueOn', order: 'asc' })
  })
})

describe('the paper book', () => {
  const row = {
    unitId: 'X1',
    unitName: 'Phường Hòa Mạc',
    id: 'e1',
    rev: 1,
    entryNo: 7,
    happenedOn: '2026-05-02',
    name: 'Đường hoa',
    state: 'open',
    dueOn: null,
    timeliness: 'none',
    recordedTitle: 'Cán bộ tổng hợp',
    isVoided: false,
    isWithheld: false,
    values: { name: 'Đường hoa', kind: 'a', isNew: true, count: 1250 },
  } as const

  it('has the list’s columns with number, day and state, and the unit from above', () => {
    expect(paperColumnsOf(book, false).map((it) => it.field)).toEqual([
      'entryNo',
      'happenedOn',
      'name',
      'kind',
      'count',
      'state',
    ])
    expect(paperColumnsOf(book, true).map((it) => it.field)).toContain('unitName')
  })

  it('has the columns that the law sets, where it does', () => {
    const paper = [{ head: ['STT', 'No.'] as const, field: 'entryNo', width: 1 }]
    expect(paperColumnsOf({ ...book, paper }, true)).toEqual(paper)
  })

  it('fills cells in the house style; what does not exist stays empty, what is withheld is a dash', () => {
    const cell = (field: string, of: object = {}) =>
      paperCell(book, { head: ['', ''], field, width: 1 }, { ...row, ...of } as never)
    expect(cell('entryNo')).toBe('7')
    expect(cell('happenedOn')).toBe('02/5/2026')
    expect(cell('count')).toBe('1.250')
    expect(cell('isNew')).toBe('x')
    expect(cell('state', { isVoided: true })).toBe('Đã gạch bỏ')
    expect(cell('signature')).toBe('')
    expect(cell('name', { isWithheld: true })).toBe('—')
    expect(cell('kind', { isWithheld: true })).toBe('Loại A')
    expect(cell('count', { values: { ...row.values, count: null } })).toBe('')
  })
})

describe('registers used last', () => {
  it('stand newest first, each once, five at the most', () => {
    expect(withNewest(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd'])
    expect(withNewest(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b'])
  })
})

describe('the name of a file that comes back', () => {
  it('is the full one, and none when the header is broken', () => {
    expect(nameIn(`attachment; filename="so.xlsx"; filename*=UTF-8''s%E1%BB%95.xlsx`)).toBe('sổ.xlsx')
    expect(nameIn(`attachment; filename*=UTF-8''%E1%ZZ`)).toBeUndefined()
    expect(nameIn(null)).toBeUndefined()
  })
})
