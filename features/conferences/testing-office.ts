// A ward's office with its conferences, for tests: people with posts, and a conference that is prepared or held.
import { v7 as newId } from 'uuid'
import { type Book, bookOf } from '../../checks/harness/registers.ts'
import { type Client, openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import type { MinutesGiven, NewGuest, Plan } from './plan-shapes.ts'
import { conferenceRoom as room, type View } from './schema.ts'

export const WARD = 'X13324@2025'
export const BESIDE = 'X13330@2025'
export const PROVINCE = 'P37@2025'
export const DAY = '2026-07-10'
export const ENTRY = {
  kind: 'interim-review',
  title: 'Hội nghị sơ kết công tác dân vận 6 tháng đầu năm 2026',
  subjects: ['dan-van', 'qcdc', 'dvk', 'dvcq'],
  place: 'Hội trường lớn, trụ sở Đảng ủy phường',
  chair: 'Bí thư Đảng ủy phường',
}
export const SPEECH = {
  topic: 'Tổ tự quản đường hoa',
  body: 'Hội Phụ nữ phường',
  post: 'Chủ tịch',
  dueOn: '2026-07-03',
  receivedOn: '2026-07-02',
  minutes: 8,
  isSpoken: true,
  order: 1,
}
export const guest = (post: string, group: NewGuest['group'] = 'delegate', more: Partial<NewGuest> = {}): NewGuest => ({
  name: '',
  post,
  body: 'Phường',
  group,
  rank: 100,
  point: null,
  ...more,
})
export const MINUTES: MinutesGiven = {
  endedAt: '11:20',
  votes: null,
  remarks: [{ post: 'Chủ tịch', body: 'Hội Nông dân phường', words: 'Đề nghị hỗ trợ kinh phí cho tổ tự quản.' }],
  conclusions: [
    {
      content: 'Rà soát, nhân rộng mô hình đường hoa ở các tổ dân phố',
      lead: 'Ủy ban MTTQ Việt Nam phường',
      helpers: '',
      dueOn: '2026-07-31',
      product: 'Báo cáo kết quả',
    },
    { content: 'Công khai danh mục công trình năm 2026', lead: 'Văn phòng', helpers: '', dueOn: null, product: '' },
  ],
}

export type Office = {
  readonly test: TestWorld
  readonly officer: Client
  readonly province: Client
  readonly beside: Client
  readonly book: Book
  readonly bookByName: (client: Client, code: string, unit?: string) => Book
  /** An entry of the register without a plan. */
  readonly started: (more?: object, day?: string) => Promise<string>
  readonly send: (client: Client, endpoint: Parameters<Client>[0], body: object) => Promise<unknown>
  readonly view: (conference: string, client?: Client) => Promise<View>
  readonly proposed: (conference: string) => Promise<Plan>
  readonly save: (conference: string, plan: Plan, baseRev?: number, client?: Client) => Promise<unknown>
  readonly lacking: (conference: string, role: string) => Promise<readonly string[] | undefined>
  /** A saved plan with guests, a secretary and one paper to be read. */
  readonly prepared: (more?: Partial<Plan>) => Promise<{ id: string; plan: Plan }>
  /** Records that it was held on its day. */
  readonly held: (id: string) => Promise<void>
}

export async function openOffice(): Promise<Office> {
  const test = await openTestWorld('2026-06-15')
  await test.post('can-bo', WARD, 'compiler')
  await test.post('can-bo-khac', BESIDE, 'compiler')
  await test.post('chuyen-vien', PROVINCE, 'compiler')
  const officer = await test.as('can-bo')
  const bookByName: Office['bookByName'] = (client, code, unit = WARD) => {
    const register = test.world.books.find((each) => each.code === code)
    if (register === undefined) throw new Error(`no register ${code}`)
    return bookOf(client, register, unit)
  }
  const book = bookByName(officer, 'so_hoi_nghi')
  const send: Office['send'] = (client, endpoint, body) =>
    client(endpoint, { query: {}, body: { commandId: newId(), unit: WARD, ...body } } as never)
  const started: Office['started'] = async (more = {}, day = DAY) => (await book.record(day, { ...ENTRY, ...more })).id
  const view: Office['view'] = (conference, client = officer) =>
    client(room.view, { query: { unit: WARD, conference }, body: {} })
  const proposed: Office['proposed'] = async (conference) =>
    (await officer(room.propose, { query: { unit: WARD, conference }, body: {} })).plan
  const save: Office['save'] = (conference, plan, baseRev = 0, client = officer) =>
    send(client, room.save, { conference, baseRev, plan })
  const prepared: Office['prepared'] = async (more = {}) => {
    const id = await started()
    const base = await proposed(id)
    const agenda = base.agenda.map((item) => ({
      ...item,
      presenterPost: item.presenterPost || 'Phó Bí thư Thường trực',
    }))
    const plan: Plan = { ...base, secretaryPost: 'Chánh Văn phòng', agenda, speeches: [SPEECH], ...more }
    await save(id, plan)
    const guests = [guest('Bí thư', 'chair'), guest('Phó Trưởng ban', 'leader'), guest('Trưởng thôn Đông', 'award')]
    await send(officer, room.addGuests, { conference: id, guests })
    return { id, plan }
  }
  return {
    test,
    officer,
    province: await test.as('chuyen-vien'),
    beside: await test.as('can-bo-khac'),
    book,
    bookByName,
    started,
    send,
    view,
    proposed,
    save,
    prepared,
    lacking: async (conference, role) =>
      (await view(conference)).papers.find((paper) => paper.role === role)?.missing.map((each) => each.code),
    held: async (id) => {
      await test.on('2026-07-13')
      const counts = { delegates: null, pointsJoined: null, papersRead: null }
      await send(officer, room.hold, { conference: id, on: DAY, ...counts })
      await test.on('2026-06-15')
    },
  }
}
