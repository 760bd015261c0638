// An office that takes old reports in, for tests: texts of our own, files, and the calls an officer makes.
import { addressOf } from '@kheo/kit/client.ts'
import { v7 as newId } from 'uuid'
import { type Client, openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { reports } from '../reports/schema.ts'
import { type Decision, readingDoors, readings, type ReadingView, type Saved } from './schema.ts'
import { readNext } from './worker.ts'

export const WARD = 'X13324@2025'
/** Merged into the ward on 2025-07-01. */
export const OLD = 'X13345'
export const BESIDE = 'X13330@2025'
export const PROVINCE = 'P37@2025'

/** A report of the old commune; `seats` makes each text a file of its own. */
export const reportText = (seats = 412): string =>
  [
    'ĐẢNG ỦY XÃ CHUYÊN NGOẠI',
    'BÁO CÁO',
    'Kết quả công tác dân vận 6 tháng đầu năm 2019',
    'Trong 6 tháng đầu năm 2019, xã Chuyên Ngoại đã mở 7 lớp tập huấn với ' +
      `${seats} lượt cán bộ tham dự; tiếp 38 lượt công dân, trong đó 35 lượt được giải thích ngay.`,
    'Nhân dân các thôn tự nguyện hiến 1.250 m2 đất và góp 480 triệu đồng làm đường.',
    'Kế hoạch 6 tháng cuối năm: xây dựng thêm 5 mô hình.',
    'Nơi nhận: đường dây nóng 0912 345 678.',
  ].join('\n')

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export type Office = {
  readonly client: Client
  readonly add: (bytes: Uint8Array, name: string, more?: Readonly<Record<string, string>>) => Promise<Added>
  /** Adds one text and reads it. */
  readonly read: (text: string, name?: string) => Promise<string>
  readonly view: (id: string, unit?: string) => Promise<ReadingView>
  readonly decide: (
    id: string,
    decisions: readonly (Pick<Decision, 'key' | 'verdict'> & Partial<Decision>)[],
  ) => Promise<unknown>
  readonly command: (name: 'save' | 'undo' | 'discard' | 'retry', id: string, over?: object) => Promise<never>
  readonly place: (id: string, placedUnit: string, period: string) => Promise<unknown>
}
export type Added = { readonly status: number; readonly id: string; readonly code: string; readonly message: string }

/** Reads all that waits. */
export async function readAll(test: TestWorld): Promise<void> {
  while (await readNext(test.world));
}

/** The key of the figure whose number is written so, for an officer's decision. */
export function keyOf(view: ReadingView, number: string, part: 'value' | 'of' = 'value'): string {
  const mark = view.figureMarks.find((each) => view.text.slice(each.start, each.end) === number)
  if (mark === undefined) throw new Error(`no figure ${number}`)
  return `${mark.key}:${part}`
}

export async function openOffice(test: TestWorld, who: string, unit: string): Promise<Office> {
  const client = await test.as(who)
  const send = await test.fetchAs(who)
  const view: Office['view'] = (id, of = unit) => client(readings.view, { query: { unit: of, id }, body: {} })
  const add: Office['add'] = async (bytes, name, more = {}) => {
    const query = { unit, name, batch: newId(), commandId: newId(), ...more }
    const reply = await send(addressOf(readingDoors.add, query), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes as Uint8Array<ArrayBuffer>,
    })
    return { status: reply.status, ...((await reply.json()) as Omit<Added, 'status'>) }
  }
  const base = async (id: string): Promise<object> => ({ commandId: newId(), unit, id, baseRev: (await view(id)).rev })
  return {
    client,
    add,
    view,
    read: async (text, name = 'bao-cao.txt') => {
      const { id } = await add(bytesOf(text), name)
      await readAll(test)
      return id
    },
    decide: async (id, decisions) =>
      client(readings.decide, { query: {}, body: { ...(await base(id)), decisions } as never }),
    command: async (name, id, over = {}) =>
      (await client(readings[name], { query: {}, body: { ...(await base(id)), ...over } as never })) as never,
    place: async (id, placedUnit, period) =>
      client(readings.place, { query: {}, body: { ...(await base(id)), placedUnit, period } as never }),
  }
}

type TakenIn = { readonly written: Record<string, number>; readonly cells: Record<string, number> }

/**
 * A paper taken in by an office of a world that has no figures: read, every number of its unit and period confirmed as proposed,
 * saved. Returns what was written, and what the report of that unit and period shows then.
 */
export async function takenIn(
  bytes: Uint8Array,
  name: string,
  { home, at, period }: { readonly home: string; readonly at: string; readonly period: string },
): Promise<TakenIn> {
  const test = await openTestWorld('2026-11-22')
  try {
    await test.post('can-bo', home, 'compiler')
    const office = await openOffice(test, 'can-bo', home)
    const { id } = await office.add(bytes, name)
    await readAll(test)
    const { placement, claimList } = await office.view(id)
    if (placement.unitId !== at || placement.periodId !== period)
      throw new Error(`placed at ${placement.unitId} ${placement.periodId}`)
    const mine = claimList.filter(
      (claim) => claim.kindOfValue === 'actual' && !claim.ofOtherPeriod && claim.ofPlace === null,
    )
    await office.decide(
      id,
      mine.map(({ key }) => ({ key, verdict: 'confirmed' })),
    )
    const { saved } = (await office.command('save', id)) as { saved: Saved }
    const view = await office.client(reports.view, { query: { unit: at, type: 'dan-van', period }, body: {} })
    const shown = view.sections.flatMap((section) => section.cells)
    return {
      written: Object.fromEntries(saved.written.map(({ indicator, value }) => [indicator, value])),
      cells: Object.fromEntries(shown.flatMap(({ code, total }) => (total === null ? [] : [[code, total]]))),
    }
  } finally {
    await test.close()
  }
}
